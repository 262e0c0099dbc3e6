"""The head: one digest over all editions, in the order in which they appeared."""

from __future__ import annotations

from archive.bundle import Head
from archive.models import Change
from archive.vocabulary import ChangeKind

#: How many seals are held at once.
AT_ONCE = 2_000


def head(until: int | None = None) -> Head:
    """That of all editions, or of those that had appeared with the change `until`."""
    appeared = Change.objects.exclude(kind=ChangeKind.REDACTION).order_by("pk")
    if until is not None:
        appeared = appeared.filter(pk__lte=until)
    found = Head()
    for seal in appeared.values_list("edition__seal", flat=True).iterator(AT_ONCE):
        found.add(seal)
    return found
