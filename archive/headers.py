"""What every answer tells browsers, whatever it is: beside Django's own headers, which features it uses."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponsePermanentRedirect
from django.middleware.security import SecurityMiddleware

#: What no page here uses, and no script that got into one may. The desk does ask for passkeys.
#: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Permissions-Policy
UNUSED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"),
    *("geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
POLICY = ", ".join(f"{feature}=()" for feature in UNUSED)


class Security(SecurityMiddleware):
    """Django's own, which also says what no page here uses."""

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
        """Leave a host that is not served to those further in: a refusal here would lack these headers."""
        try:
            return super().process_request(request)
        except DisallowedHost:
            return None

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers["Permissions-Policy"] = POLICY
        return super().process_response(request, response)
