"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
application = get_wsgi_application()

from archive.pages.jinja import compile_all  # noqa: E402 -- there are no templates before Django is set up

# The first reader would wait for it.
compile_all()
