"""The data of the archive: every table as it is now, and every release with its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from archive.bundle import SUMS, as_dcat, as_schema_org, media_of, tells_of_records
from archive.bytes import ready
from archive.citing import in_html
from archive.pages.releases import Issue, issues, live_tables, offers
from archive.releases import Release, newest_withdrawal, release_called, withdrawn_since

#: How long a file may be kept that holds for good: https://www.rfc-editor.org/rfc/rfc8246
FOR_GOOD = "public, max-age=31536000, immutable"
#: A file that tells of records may be closed one day: who keeps it asks each time whether it still holds.
UNTIL_CLOSED = "public, no-cache"

View = Callable[..., HttpResponseBase]


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What can be had."""
    found = issues(newest_withdrawal())
    context = {
        "tables": live_tables(),
        "issues": found,
        # Nothing in it ends an element: see in_html.
        "described": mark_safe(in_html(as_schema_org(offers(found)))),  # noqa: S308
    }
    return render(request, "data/index.html", context)


@require_safe
def catalogue(request: HttpRequest) -> HttpResponseBase:
    """The same for programs, as DCAT in JSON-LD."""
    said = orjson.dumps(as_dcat(offers(issues(newest_withdrawal())))).decode()
    # A release is no change of an edition.
    return ready(request, said, media="application/ld+json", kept=False)


def of_release(view: View) -> Callable[..., HttpResponseBase]:
    """A view of one release. Raises Http404 where there is none of that name."""

    @wraps(view)
    def answer(request: HttpRequest, version: str, **more: Any) -> HttpResponseBase:
        found = release_called(version)
        if found is None:
            raise Http404("There is no such release.")
        return view(request, found, **more)

    return answer


@require_safe
@of_release
def release(request: HttpRequest, found: Release) -> HttpResponse:
    """One release, with all its files."""
    issue = Issue(found, withdrawn_since(found.manifest.sequence))
    return render(request, "data/release.html", {"issue": issue, "release": found.manifest})


@require_safe
@of_release
def file(request: HttpRequest, found: Release, file: str) -> HttpResponseBase:
    """A file of a release, byte for byte; 410 where it holds what was withdrawn since."""
    if file != SUMS and file not in found.sums:
        raise Http404("The release has no such file.")
    if tells_of_records(file) and withdrawn_since(found.manifest.sequence):
        return render(request, "data/withdrawn.html", {"release": found.manifest}, status=410)
    headers = {
        "Content-Length": str(found.size(file)),
        "ETag": quote_etag(_digest(found, file)),
        "Cache-Control": UNTIL_CLOSED if tells_of_records(file) else FOR_GOOD,
        "X-Robots-Tag": "noindex",
    }
    head = HttpResponse(content_type=media_of(file), headers=headers)
    answer = get_conditional_response(request, etag=headers["ETag"], response=head)
    if answer is not head or request.method == "HEAD":
        return answer or head
    return FileResponse((found.path / file).open("rb"), content_type=media_of(file), headers=headers)


def _digest(found: Release, file: str) -> str:
    if file == SUMS:
        return hashlib.sha256((found.path / SUMS).read_bytes()).hexdigest()
    return found.sums[file]
