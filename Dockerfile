# The archive as an image: one for the reading room, the desk, the worker and the migrations.
#   docker build --tag incident-archive .

FROM python:3.13-slim AS build

WORKDIR /srv/archive
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_NO_CACHE=1 UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir --root-user-action=ignore uv==0.13.8
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev --extra parquet --extra metrics

ENV PATH=/srv/archive/.venv/bin:$PATH STATIC_ROOT=/srv/archive/collected
COPY . .
# Collecting signs nothing and asks no database: development settings do, and no secret enters a layer.
RUN DEBUG=1 DATABASE_URL=sqlite:////tmp/none python manage.py collectstatic --no-input \
    && python -m compileall -q archive incidents sources

FROM python:3.13-slim

ARG VERSION=unknown
LABEL org.opencontainers.image.title="The Incident Archive" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION"
RUN groupadd --gid 10001 archive \
    && useradd --uid 10001 --gid archive --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin archive \
    && install --directory --owner=archive --group=archive --mode=700 /srv/imports /srv/captures \
       /srv/releases /srv/backups

WORKDIR /srv/archive
# Threads that share one arena leave less memory lying about; Python lets but one of them work at a time anyway.
# https://sourceware.org/glibc/manual/latest/html_node/Memory-Allocation-Tunables.html
ENV PATH=/srv/archive/.venv/bin:$PATH STATIC_ROOT=/srv/archive/collected \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MALLOC_ARENA_MAX=1
# It belongs to root: the process can change none of it.
COPY --from=build /srv/archive ./

USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["python", "-m", "archive.probe"]
CMD ["gunicorn", "--config", "python:archive.server", "archive.wsgi"]
