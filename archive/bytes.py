"""Answers whose bytes are ready: with a strong ETag, and 304 for who has them already."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from archive.keeping import keep

#: What changed so lately may change once more in the same second, which a date could not tell.
SETTLED = timedelta(seconds=2)


def ready(
    request: HttpRequest,
    body: str,
    etag: str | None = None,
    media: str = "application/json",
    changed: datetime | None = None,
    by_date: bool = False,
    kept: bool = True,
) -> HttpResponseBase:
    """The answer `body`, or 304. Who keeps a copy must ask each time whether it still holds.

    `changed`: when what it says was published, if that is known. `by_date`: no two answers at this address
    are of the same second, so that the date alone can tell that a copy holds. That the archive itself tells
    the same otherwise than before, the tag alone shows. `kept`: it follows from the editions alone.
    """
    content = body.encode()
    tag = quote_etag(etag or hashlib.sha256(content).hexdigest())
    response = HttpResponse(content, content_type=media)
    response["ETag"] = tag
    response["Cache-Control"] = "public, no-cache"
    if changed and timezone.now() - changed >= SETTLED:
        response["Last-Modified"] = http_date(changed.timestamp())
    modified = _second(request, changed) if changed and by_date and "Last-Modified" in response else None
    if kept:
        keep(response)
    return get_conditional_response(request, etag=tag, last_modified=modified, response=response) or response


def _second(request: HttpRequest, changed: datetime) -> int | None:
    """When the answer changed, unless the reader asks by another date than that of an answer.

    Such a date tells nothing: what another archive published earlier can arrive here after it.
    """
    since = request.headers.get("If-Modified-Since", "")
    return int(changed.timestamp()) if since in ("", http_date(changed.timestamp())) else None
