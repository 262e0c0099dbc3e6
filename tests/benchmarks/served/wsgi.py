"""What gunicorn serves: the site and, at /bare/, an empty view of Django without any middleware."""

import os
from collections.abc import Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.test.utils import override_settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.benchmarks.served.settings")
site = get_wsgi_application()
with override_settings(MIDDLEWARE=[]):
    bare = WSGIHandler()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/bare/":
        environ["PATH_INFO"] = "/empty/"
        return bare(environ, start_response)
    return site(environ, start_response)
