"""What gunicorn serves here: the archive, and static files by their own names, so that none are collected."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from tests.stack.visitor import PLAIN

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
settings.STORAGES = settings.STORAGES | {"staticfiles": PLAIN}
application = get_wsgi_application()
