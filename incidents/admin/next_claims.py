"""After a claim is saved with “Save and add another”: the next claim begins with what stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from incidents.admin.tables import claim_address
from incidents.models import Claim

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Claim]
else:
    Page = admin.ModelAdmin

#: A role in words is kept for the next claim up to this length: addresses must not grow without end.
LONGEST_KEPT = 200


def next_one(page: Page, request: HttpRequest, claim: Claim) -> HttpResponse | None:
    """After “Save and add another”: a form that keeps what was chosen before."""
    if "_addanother" not in request.POST or IS_POPUP_VAR in request.POST:
        return None
    words = format_html(
        '<a href="{}">Claim {}</a> is saved: enter the next one.', claim_address(claim), claim.number
    )
    page.message_user(request, words, messages.SUCCESS)
    return HttpResponseRedirect(f"{reverse('admin:incidents_claim_add')}?{urlencode(kept(claim))}")


#: What an address keeps of who said it.
SPEAKER = ("claimant", "claimant_role", "claimant_kind", "claimed_on")


def kept(claim: Claim) -> dict[str, Any]:
    """What the next claim has in common with this one, as an address says it."""
    citation = claim.citations.last()
    common = {
        "incident": claim.incident_id,
        "about": claim.about,
        "attack": claim.attack_id,
        "source": citation.source_id if citation else None,
        "claimant": claim.claimant_id,
        "claimant_role": claim.claimant_role[:LONGEST_KEPT],
        "claimant_kind": claim.claimant_kind,
        "claimed_on": claim.claimed_on,
    }
    return {name: value for name, value in common.items() if value}
