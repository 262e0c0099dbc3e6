"""What every answer tells browsers, whatever it is: beside Django's own headers, what it loads and uses."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware

#: What no page here uses, and no script that got into one may. The desk does ask for passkeys.
#: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Permissions-Policy
UNUSED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"),
    *("geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
FEATURES = ", ".join(f"{feature}=()" for feature in UNUSED)

#: What pages may load: files of the archive's own alone, and nothing that stands in the page itself.
#: https://www.w3.org/TR/CSP3/
CONTENT = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
#: Django's own pages for developers are laid out by what stands in them.
FOR_DEVELOPERS = (404, 500)


class Headers(SecurityMiddleware):
    """The headers of Django's own middleware, which stands within, and what pages may load and use.

    A host that is not served is refused in there: from outside, that answer has the headers too.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Leave it to Django's own to send readers to https."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers["Permissions-Policy"] = FEATURES
        if not (settings.DEBUG and response.status_code in FOR_DEVELOPERS):
            response.headers["Content-Security-Policy"] = CONTENT
        return super().process_response(request, response)
