"""What every answer tells browsers, whatever it is: beside Django's own headers, which features it uses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware

#: What no page here uses, and no script that got into one may. The desk does ask for passkeys.
#: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Permissions-Policy
UNUSED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"),
    *("geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
POLICY = ", ".join(f"{feature}=()" for feature in UNUSED)


class Headers(SecurityMiddleware):
    """The headers of Django's own middleware, which stands within, and which features no page here uses.

    A host that is not served is refused in there: from outside, that answer has the headers too.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Leave it to Django's own to send readers to https."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers["Permissions-Policy"] = POLICY
        return super().process_response(request, response)
