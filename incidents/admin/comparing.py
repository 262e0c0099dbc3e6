"""On the page of a stored copy: what changed since an earlier one."""

from __future__ import annotations

from typing import Any

from incidents.admin.asked import key_in
from sources.captures.differing import changes
from sources.captures.marking import marked
from sources.models import Capture

#: So many earlier copies can be chosen, and so many changes are shown.
OFFERED, SHOWN = 20, 100


def comparison(copy: Capture, asked: str) -> dict[str, Any]:
    """What changed since the copy that is asked for by its database key, or the last one got in the same way.

    A page that was fetched, a PDF and words that somebody pasted differ in much that is not the source's
    doing, so nothing else is compared unasked; and nothing at all where there is no text.
    """
    if not copy.text:
        return {}
    copies = Capture.objects.filter(source=copy.source_id, captured_at__lt=copy.captured_at)
    earlier = list(
        copies.exclude(text="").without_texts().counting_words().order_by("-captured_at")[:OFFERED]
    )
    before = _asked(earlier, asked) or _alike(earlier, copy)
    found = changes(before.text, copy.text) if before else ()
    return {
        "earlier": earlier,
        "before": before,
        "changes": list(marked(found[:SHOWN])),
        "more_changes": max(0, len(found) - SHOWN),
    }


def _asked(earlier: list[Capture], asked: str) -> Capture | None:
    return next((each for each in earlier if each.pk == key_in(asked)), None)


def _alike(earlier: list[Capture], copy: Capture) -> Capture | None:
    way = (copy.how, copy.media_type)
    return next((each for each in earlier if (each.how, each.media_type) == way), None)
