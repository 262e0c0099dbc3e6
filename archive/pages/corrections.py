"""How to have something corrected: what happens then, and the form."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from archive.corrections import PAGE
from archive.models import CorrectionRequest
from archive.multilingual import here
from archive.pages.correction_form import CorrectionForm
from archive.pages.pace import HOUR, is_too_fast

logger = logging.getLogger(__name__)

SENT = "/about/corrections/sent/"


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "corrections/about.html", {"days": settings.CONTACT_DAYS})


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "corrections/sent.html", {"days": settings.CONTACT_DAYS})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form, which begins with the page that the address names as `page`; and what is sent by it."""
    if request.method == "POST":
        return _received(request, CorrectionForm(request.POST))
    page = request.GET.get("page", "").replace("\0", "")[:PAGE]
    return _form(request, CorrectionForm(initial={"page": page}))


def _received(request: HttpRequest, form: CorrectionForm) -> HttpResponse:
    if not form.is_valid():
        return _form(request, form, 400)
    if form.is_by_a_program:
        return HttpResponseRedirect(here(SENT))
    if is_too_fast(request):
        refused = _form(request, form, 429, _("Too many were sent from here. Please try again in an hour."))
        refused.headers["Retry-After"] = str(HOUR)
        return refused
    try:
        CorrectionRequest.objects.hand_in(**form.values)
    except DatabaseError:
        logger.exception("A request for a correction could not be stored.")
        return _form(request, form, 503, _("It could not be stored. Please try again later."))
    return HttpResponseRedirect(here(SENT))


def _form(request: HttpRequest, form: CorrectionForm, status: int = 200, trouble: str = "") -> HttpResponse:
    context = {"form": form, "trouble": trouble, "days": settings.CONTACT_DAYS}
    return render(request, "corrections/ask.html", context, status=status)
