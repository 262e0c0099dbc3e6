"""What the archive says about itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.addresses import API, absolute
from archive.answers import PublicationAnswer
from archive.codebook import codebook as book
from archive.guide import snippets
from archive.keeping import for_everybody
from archive.models import PublicationEntry
from archive.vocabulary import PublicationKind, Rule

#: How many datasets the page on licences names.
DATASETS = 200


@require_safe
@for_everybody
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about/index.html")


@require_safe
@for_everybody
def licence(request: HttpRequest) -> HttpResponse:
    """The terms of the archive's own data, and those of the datasets on which published records rest."""
    rows = PublicationEntry.objects.filter(kind=PublicationKind.DATASET).order_by("name")[:DATASETS]
    context = {
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
        "datasets": [PublicationAnswer.model_validate_json(row.body) for row in rows],
    }
    return render(request, "about/licence.html", context)


@require_safe
@for_everybody
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "about/method.html", {"rules": tuple(Rule)})


@require_safe
@for_everybody
def using(request: HttpRequest) -> HttpResponse:
    """Programs by which to begin."""
    geojson = absolute(f"{API}/incidents.geojson", settings.SITE_URL)
    context = {"snippets": list(snippets(settings.SITE_URL)), "geojson": geojson}
    return render(request, "about/using.html", context)


@require_safe
@for_everybody
def codebook(request: HttpRequest) -> HttpResponse:
    """Every field of a record, and every word of the closed lists."""
    return render(request, "about/codebook.html", {"book": book()})
