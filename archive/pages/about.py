"""What the archive says about itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.codebook import codebook as book
from archive.vocabulary import Rule


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "about/method.html", {"rules": tuple(Rule)})


@require_safe
def codebook(request: HttpRequest) -> HttpResponse:
    """Every field of a record, and every word of the closed lists."""
    return render(request, "about/codebook.html", {"book": book()})
