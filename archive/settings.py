"""Settings of every process of the archive, read from environment variables alone.

Each variable is described in README.md and .env.example.
"""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from archive.by_file import ByFile

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.ENVIRON = ByFile()

#: What this process serves: `public` the reading room, `desk` the desk, `all` both.
ARCHIVE_ROLE = env.str("ARCHIVE_ROLE", default="all")
if ARCHIVE_ROLE not in ("public", "desk", "all"):
    raise ImproperlyConfigured(f"ARCHIVE_ROLE is “{ARCHIVE_ROLE}”. Write public, desk or all.")
SERVES_DESK = ARCHIVE_ROLE != "public"

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development" if DEBUG else "")
# The reading room signs nothing and needs no key. Should anything there ever ask for one, Django refuses.
SILENCED_SYSTEM_CHECKS = [] if SERVES_DESK else ["security.W009"]
if SERVES_DESK and not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Give it 50 or more random characters, for instance from "
        "`python3 -c 'import secrets; print(secrets.token_urlsafe(50))'`; or set DEBUG=1 on your own machine."
    )

#: The public address of the archive, without a slash at the end. Stored answers carry it.
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
if not SITE_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured(
        "SITE_URL is not an address. Write it whole, such as https://archive.example.org"
    )
SITE_NAME = env.str("SITE_NAME", default="The Incident Archive").strip()
if not SITE_NAME.isprintable() or len(SITE_NAME) > 100:
    raise ImproperlyConfigured(
        "SITE_NAME must be one line of at most 100 characters: pages and citations show it."
    )
#: Under which terms others may use what the archive itself says; the address is empty where there are none.
DATA_LICENCE = env.str("DATA_LICENCE", default="CC BY 4.0")
DATA_LICENCE_URL = env.str("DATA_LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

#: For how many days the name and address of somebody who asked for a correction are kept.
CONTACT_DAYS = env.int("CONTACT_DAYS", default=180)

#: How often the API may be asked in a minute: from one address, and by who holds a key; 0 for any number.
API_RATE = env.int("API_RATE", default=600)
API_KEY_RATE = env.int("API_KEY_RATE", default=6000)
#: The SHA-256 digests of the keys that were given out; `manage.py api_key` makes one.
API_KEYS = frozenset(env.list("API_KEYS", default=[]))
if not all(re.fullmatch("[0-9a-f]{64}", digest) for digest in API_KEYS):
    raise ImproperlyConfigured(
        "API_KEYS holds something else than digests. Write those that “manage.py api_key” gives, with commas."
    )

#: Whether a second person must approve what is published.
REVIEW_REQUIRED = env.bool("REVIEW_REQUIRED", default=False)

#: Whether those who may publish must show a second factor when they log in.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=not DEBUG)
#: For how many days the log of sign-ins keeps from where somebody came, and who was refused.
SIGN_IN_DAYS = env.int("SIGN_IN_DAYS", default=90)

INSTALLED_APPS = [
    "archive",
    "corsheaders",
    "django_guid",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]
if SERVES_DESK:
    INSTALLED_APPS[1:1] = [
        # Before the desk, which shows its own page of the jobs instead of the queue's rows, and those of
        # the door instead of allauth's, which would show secrets.
        "django_tasks",
        "django_tasks_db",
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "allauth.usersessions",
        "incidents",
        "sources",
        "incidents.apps.DeskConfig",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ]

# What answers by itself stands within whatever gives every answer its headers.
MIDDLEWARE = [
    "django_guid.middleware.guid_middleware",
    "archive.metrics.measured",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "archive.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "archive.health.health",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "archive.crowd.Crowd",
    "archive.keeping.Kept",
    "archive.packing.Packing",
    "corsheaders.middleware.CorsMiddleware",
    "archive.multilingual.by_address",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
if SERVES_DESK:
    MIDDLEWARE += [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "incidents.door.gate.Gate",
    ]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"

CONTEXT_PROCESSORS = ["django.template.context_processors.request"]
if SERVES_DESK:
    CONTEXT_PROCESSORS += [
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
        "incidents.door.look.look_of_the_desk",
    ]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    }
]

IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": IN_MEMORY},
    "kept": {"BACKEND": IN_MEMORY, "LOCATION": "kept"},
    # Apart from what is kept for readers, who could crowd the counts out by reading.
    "pace": {"BACKEND": IN_MEMORY, "LOCATION": "pace", "OPTIONS": {"MAX_ENTRIES": 10_000}},
    "rates": {"BACKEND": IN_MEMORY, "LOCATION": "rates", "OPTIONS": {"MAX_ENTRIES": 50_000}},
}
if SERVES_DESK:
    # allauth counts attempts to log in here, and codes that were used: all processes must know of them.
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "desk_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }

LOCAL_DIR = BASE_DIR / ".local"
SQLITE = "django.db.backends.sqlite3"
# Readers never wait for the writer (WAL), and a writer takes its lock when it begins, so that two
# writers queue instead of failing: https://docs.djangoproject.com/en/5.2/ref/databases/#sqlite-notes
SQLITE_RULES = {
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
}
POSTGRESQL_RULES = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
# A server that is gone without a word is noticed: nobody waits for it for ever.
# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
POSTGRESQL_OPTIONS: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
#: For how many seconds the reading room waits for what it asks of PostgreSQL; 0 for as long as it takes.
STATEMENT_TIMEOUT = env.int("STATEMENT_TIMEOUT", default=30)
if STATEMENT_TIMEOUT and not SERVES_DESK:
    POSTGRESQL_OPTIONS["options"] = f"-c statement_timeout={STATEMENT_TIMEOUT}s"
#: For how many seconds a reader may take nothing of an answer: `archive.server` lets go of who does.
SEND_TIMEOUT = env.int("SEND_TIMEOUT", default=60)
if SEND_TIMEOUT < 1:
    raise ImproperlyConfigured("SEND_TIMEOUT must be 1 or more: with less, nothing is sent.")
#: How many requests a process works on at once. As many may wait; others are told to come again.
REQUESTS_AT_ONCE = env.int("REQUESTS_AT_ONCE", default=4)
if REQUESTS_AT_ONCE < 1:
    raise ImproperlyConfigured("REQUESTS_AT_ONCE must be 1 or more: with less, nobody is answered.")


def database_at(url: str, name: str = "DATABASE_URL") -> dict[str, Any]:
    """The database that the address names, or the embedded one where there is no address."""
    if not url:
        # Not written as a URL: a folder's name may hold any character.
        LOCAL_DIR.mkdir(exist_ok=True)
        return {"ENGINE": SQLITE, "NAME": LOCAL_DIR / "archive.sqlite3"} | SQLITE_RULES
    try:
        if url.partition(":")[0] in ("postgres", "postgresql"):
            known = env.db_url_config(url) | POSTGRESQL_RULES
            return dict(known | {"OPTIONS": POSTGRESQL_OPTIONS | known.get("OPTIONS", {})})
        if url.startswith("sqlite:"):
            return dict(env.db_url_config(url) | SQLITE_RULES)
    except ValueError:
        pass
    raise ImproperlyConfigured(
        f"{name} cannot be read. Write postgres://user:password@host:5432/name, or sqlite:////a/path."
    )


DATABASES = {"default": database_at(env.str("DATABASE_URL", default=""))}
#: A streaming replica of it: the reading room alone reads there, and the desk waits until readers can.
DATABASE_REPLICA_URL = env.str("DATABASE_REPLICA_URL", default="")
#: For how many seconds something may be missing from a replica that is read.
REPLICA_LAG = env.float("REPLICA_LAG", default=5)
if DATABASE_REPLICA_URL:
    _replica = database_at(DATABASE_REPLICA_URL, "DATABASE_REPLICA_URL")
    if SQLITE in (_replica["ENGINE"], DATABASES["default"]["ENGINE"]):
        raise ImproperlyConfigured(
            "DATABASE_REPLICA_URL is for PostgreSQL: it and DATABASE_URL must both begin with postgres://"
        )
    if REPLICA_LAG < 2:
        raise ImproperlyConfigured("REPLICA_LAG must be 2 or more: replicas are looked at once a second.")
    # Its death costs whoever notices it this long, and no longer.
    _replica["OPTIONS"] |= {"connect_timeout": 2, "tcp_user_timeout": 3_000}
    DATABASES["replica"] = _replica | {"TEST": {"MIRROR": "default"}}
    DATABASE_ROUTERS = ["archive.replica.chosen.Router"]
    if SERVES_DESK:
        MIDDLEWARE += ["archive.replica.waiting.Waiting"]
    else:
        # Around what is kept: what tells whether it still holds is read where the pages are read.
        MIDDLEWARE.insert(MIDDLEWARE.index("archive.keeping.Kept"), "archive.replica.reading.Reading")

#: Background work: one queue, in the database itself, so that a job is stored together with what asks for it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# The door of the desk, by django-allauth: https://docs.allauth.org/en/latest/
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "/desk/login/"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_ADAPTER = "incidents.door.adapters.AccountAdapter"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{SITE_NAME}] "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "incidents.door.forms.LogIn",
    "reset_password": "incidents.door.forms.AskForPassword",
}
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
# A code by mail is none of the ways: whoever holds the mailbox would need no password.
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_SESSION_REMEMBER = True
# A link to set a new password is good for two hours.
PASSWORD_RESET_TIMEOUT = 7200
MFA_ADAPTER = "incidents.door.adapters.SecondFactorAdapter"
# Addresses are given by whoever adds a person; nobody signs up.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = SITE_NAME
# A clock may be half a minute wrong.
MFA_TOTP_TOLERANCE = 1

#: What an archive without an address for its mail makes of it: a developer reads it, else nobody.
NO_MAIL = "consolemail://" if DEBUG else "dummymail://"
_mail = env.email_url("EMAIL_URL", default=NO_MAIL)
globals().update(_mail)
SENDS_MAIL = not _mail["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default=f"archive@{urlsplit(SITE_URL).hostname}")

LANGUAGE_CODE = "en"
#: The languages of the public pages; the desk and the API speak the first alone.
LANGUAGES = [("en", "English"), ("ur", "Urdu")]
LOCALE_PATHS = [BASE_DIR / "locale"]
# The event page is laid out by Jinja, once for each language.
TEMPLATES += [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": code,
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "archive.pages.jinja.OneLanguage", "language": code},
    }
    for code, _ in LANGUAGES
]
TIME_ZONE = "UTC"
# Days and times as British readers write them.
FORMAT_MODULE_PATH = "archive.formats"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(LOCAL_DIR / "static"))


def folder_of(package: str) -> Path:
    """Where the package is installed; it is looked for, and not loaded."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ImproperlyConfigured(f"The package “{package}” is not installed. Run “uv sync” once more.")
    return Path(spec.origin).parent


# Leaflet's own files alone: as an app, the package needs GDAL and writes script into pages.
STATICFILES_DIRS = [BASE_DIR / "static", folder_of("leaflet") / "static"]
# Compressing everything takes half a minute, which a server spends once and a demonstration need not.
STATIC_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if env.bool("STATIC_COMPRESSED", default=True)
    else "archive.static_storage.ReadersCompressed"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

# Pages of other sites may read what is made for programs, and nothing else here: https://fetch.spec.whatwg.org/#http-cors-protocol
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/(api/|(?!desk/)[^?]*\.(json|geojson|jsonld|csv|ndjson|bib|ris|atom)$)"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_EXPOSE_HEADERS = [
    "Content-Disposition",
    "Deprecation",
    "ETag",
    "Link",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "Row-Count",
    "Sunset",
    "X-Request-ID",
]
# Each answer carries a number by which its lines in the log are found; one that a proxy gives holds.
DJANGO_GUID = {"GUID_HEADER_NAME": "X-Request-ID", "EXPOSE_HEADER": False}

# An actor with some hundred names is one form, which must not be refused for its length.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
#: Where files wait that are imported at the desk: desk and worker share it, and nothing serves it.
IMPORTS_DIR = env.path("IMPORTS_DIR", default=str(LOCAL_DIR / "imports"))
#: Where releases stand: whoever makes them writes there, the reading room reads.
RELEASES_DIR = env.path("RELEASES_DIR", default=str(LOCAL_DIR / "releases"))
#: Where the responses stand that were captured: desk and worker share it, and nothing serves it.
CAPTURES_DIR = env.path("CAPTURES_DIR", default=str(LOCAL_DIR / "captures"))
#: Whether a source with a web address is captured when a citation first names it.
CAPTURE_WHEN_CITED = env.bool("CAPTURE_WHEN_CITED", default=False)
#: The account at which what was fetched is saved a second time; where it has none, nothing is.
WAYBACK_KEY = env.str("WAYBACK_KEY", default="")
WAYBACK_SECRET = env.str("WAYBACK_SECRET", default="")
WAYBACK_URL = env.str("WAYBACK_URL", default="https://web.archive.org").rstrip("/")
if bool(WAYBACK_KEY) != bool(WAYBACK_SECRET):
    raise ImproperlyConfigured(
        "WAYBACK_KEY and WAYBACK_SECRET belong together, and one of them is missing. Set both, as "
        "https://archive.org/account/s3.php shows them, or neither."
    )
if not WAYBACK_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured("WAYBACK_URL is not an address. Write it whole: https://web.archive.org")
#: Where backups are put that are made one after the other, how many hours apart, and how many are kept.
BACKUPS_DIR = env.path("BACKUPS_DIR", default=str(LOCAL_DIR / "backups"))
#: Whether somebody counts on them: then it is a trouble that there is none.
BACKUPS_AWAITED = bool(env.str("BACKUPS_DIR", default=""))
BACKUP_HOURS = env.float("BACKUP_HOURS", default=24)
BACKUPS_KEPT = env.int("BACKUPS_KEPT", default=7)
if BACKUP_HOURS <= 0 or BACKUPS_KEPT < 1:
    raise ImproperlyConfigured(
        "BACKUP_HOURS must be more than 0, and BACKUPS_KEPT at least 1. To make no backups, do not start "
        "“manage.py backup --again”."
    )
#: Tables of a moment alone, which no backup holds: who is logged in, attempts to log in, signs of life.
OF_THE_MOMENT = frozenset(
    {"sessions.Session", "usersessions.UserSession", "incidents.DoorCount", "incidents.RunningWorker"}
)
IMPORT_MAX_MB = env.int("IMPORT_MAX_MB", default=2000)
#: How many other processes compose answers while an import publishes: by default the cores that are left.
COMPOSING_PROCESSES = env.int("COMPOSING_PROCESSES", default=min(3, (os.cpu_count() or 1) - 1))
if SERVES_DESK:
    FILE_UPLOAD_HANDLERS = ["incidents.importers.uploads.receiving.BoundedHandler"]
    CSRF_FAILURE_VIEW = "incidents.again.refused"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=False)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https://")
# Browsers take a cookie of such a name from this very host alone, over an encrypted connection:
# https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
_prefix = "__Host-" if SESSION_COOKIE_SECURE else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_prefix}sessionid", f"{_prefix}csrftoken"
# Django's own puts what it has to say into a cookie of another name.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
BEHIND_TLS_PROXY = env.bool("BEHIND_TLS_PROXY", default=False)
if BEHIND_TLS_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "The Incident Archive",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["archive.api.document.completed"],
    "DESCRIPTION": (
        "Everything published, read-only. No key is needed; with one, given as “Authorization: Bearer …”, "
        "the API may be asked more often."
    ),
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

#: At which address and port of its own the metrics are told, such as 127.0.0.1:9100; empty for nowhere.
METRICS_LISTEN = env.str("METRICS_LISTEN", default="")
METRICS_PORT = METRICS_LISTEN.rpartition(":")[2]
if METRICS_LISTEN and not METRICS_PORT.isdigit():
    raise ImproperlyConfigured("METRICS_LISTEN is no address with a port. Write it whole: 127.0.0.1:9100")
if METRICS_LISTEN and find_spec("prometheus_client") is None:
    raise ImproperlyConfigured(
        "METRICS_LISTEN needs an extra, which is not installed. Run “.venv/bin/uv sync --inexact --no-dev "
        "--extra metrics”."
    )

#: How the log is written: as lines for people, or as one JSON object a line.
LOG_FORMAT = env.str("LOG_FORMAT", default="line")
if LOG_FORMAT not in ("line", "json"):
    raise ImproperlyConfigured(f"LOG_FORMAT is “{LOG_FORMAT}”. Write line or json.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "archive.log_lines.LineOfRequest"},
        "json": {"()": "archive.log_lines.JsonOfRequest"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers would write every line again, and with the keys that ours leave out.
        "django": {"handlers": [], "level": "INFO"},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        # What the queue says of its rows; the jobs themselves say it in words.
        **{name: {"level": "ERROR"} for name in ("django_guid", "django_tasks", "django_tasks_db")},
    },
}
