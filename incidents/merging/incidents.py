"""Merging two incidents: attacks and claims move, with numbers never used before; citations follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.record import RecordError
from incidents.build import build
from incidents.history import keep, keep_deletion
from incidents.journal import note_change
from incidents.merging.dataset_rows import come_back, follow
from incidents.merging.decisions import decisions_come_back, decisions_follow
from incidents.merging.parting import crossings
from incidents.merging.refusal import NotMergeable
from incidents.merging.renumbering import Pairs, followed, positions, renumber
from incidents.merging.rows import kept, parts_of, put_back
from incidents.models import Attack, Claim, Forerunner, Incident, Merge, State, Subject
from incidents.models.claims import LAST_POSITION

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def merge_incidents(gone: Incident, into: Incident, *, by: User | None) -> Merge:
    """Move the attacks and claims of `gone` to `into`, and delete it at the desk; its addresses lead on.

    Nothing is thrown away, exact duplicates included: what does not move is deleted with it, and kept. What
    results is a draft. Raises NotMergeable.
    """
    if gone.pk == into.pk:
        raise NotMergeable("An incident is not merged into itself: choose another one.")
    with transaction.atomic():
        gone, into = _locked(gone.key), _locked(into.key)
        _remember(gone, f"Before it was merged into “{into.key}”.", by)
        _remember(into, f"Before “{gone.key}” was merged into it.", by)
        moved = _move(gone, into)
        done = Merge.objects.create(
            subject=Subject.INCIDENTS,
            key=gone.key,
            into=into.key,
            name=gone.title,
            rows=kept(gone, *parts_of(gone)),
            moved=moved,
            by=by,
        )
        gone.delete()
        keep_deletion(Incident(key=done.key), by=by, what=f"Merged into “{into.key}”.")
        _remember(into, f"Merged “{done.key}” into it.", by)
    return done


def part_incidents(merge: Merge, *, by: User | None) -> Incident:
    """Undo a merge: the incident comes back with its id and its old numbers, and with what was edited since.

    Claims that were deleted since stay deleted. Both are drafts. Raises NotMergeable, saying what to do.
    """
    with transaction.atomic():
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        whole = _whole(merge)
        _refuse_crossings(whole, merge)
        _remember(whole, f"Before the merge of “{merge.key}” was undone.", by)
        back = _put_back(merge)
        _move_back(merge, whole, back)
        Merge.objects.filter(pk=merge.pk).update(undone_at=timezone.now())
        _remember(back, f"Came back: the merge into “{whole.key}” was undone.", by)
        _remember(whole, f"The merge of “{merge.key}” was undone.", by)
    return back


def _locked(key: str) -> Incident:
    row = Incident.objects.select_for_update().filter(key=key).first()
    if row is None:
        raise NotMergeable(f"“{key}” is no longer at the desk: look whether it was merged or deleted.")
    return row


def _remember(incident: Incident, what: str, by: User | None) -> None:
    try:
        keep(incident, by=by, what=what)
    except RecordError as error:
        raise NotMergeable(f"{incident} does not make a whole record yet: {error}") from error
    if by is not None:
        note_change(by, incident, what)


def _move(gone: Incident, into: Incident) -> dict[str, Any]:
    """Move everything; what undoing needs beyond the rows."""
    attacks = renumber(gone.attacks.values_list("number", flat=True), into.next_attack_number)
    claims = renumber(gone.claims.values_list("number", flat=True), into.next_claim_number)
    earlier = list(Forerunner.objects.filter(incident=gone).values("key", "claims", "attacks"))
    _place(gone, into, Attack, attacks)
    _place(gone, into, Claim, claims)
    _lead_on(gone, into, claims, attacks)
    _count_on(into, claims, attacks)
    return {
        "claims": claims,
        "attacks": attacks,
        "forerunners": earlier,
        **follow(gone, into, claims),
        **decisions_follow(gone, into),
    }


def _place(gone: Incident, into: Incident, model: type[Attack | Claim], numbers: Pairs) -> None:
    """Give the rows of these numbers to the other incident; claims stand at the end of its page."""
    new: dict[int, int] = dict(numbers)
    rows: list[Any] = list(model._default_manager.filter(incident=gone, number__in=new))
    for row in rows:
        row.incident, row.number = into, new[row.number]
    columns = ["incident", "number"]
    if model is Claim:
        columns.append("position")
        _stand_at_the_end(rows, into)
    model._default_manager.bulk_update(rows, columns, batch_size=200)


def _stand_at_the_end(claims: list[Any], into: Incident) -> None:
    last = Claim.objects.filter(incident=into).aggregate(last=Max("position"))["last"] or 0
    places = positions(len(claims), last, LAST_POSITION)
    in_order = sorted(claims, key=lambda claim: (claim.position, claim.number))
    for claim, place in zip(in_order, places, strict=True):
        claim.position = place


def _lead_on(gone: Incident, into: Incident, claims: Pairs, attacks: Pairs) -> None:
    """Let the incident's id, and the ids of what was merged into it before, lead to the other one."""
    for earlier in Forerunner.objects.filter(incident=gone):
        earlier.claims, earlier.attacks = followed(earlier.claims, claims), followed(earlier.attacks, attacks)
        earlier.incident = into
        earlier.save()
    Forerunner.objects.create(incident=into, key=gone.key, claims=claims, attacks=attacks)


def _count_on(incident: Incident, claims: Pairs, attacks: Pairs) -> None:
    Incident.objects.filter(pk=incident.pk).update(
        next_claim_number=incident.next_claim_number + len(claims),
        next_attack_number=incident.next_attack_number + len(attacks),
        state=State.DRAFT,
    )


def _whole(merge: Merge) -> Incident:
    """The incident that holds what was merged. Raises NotMergeable where it does no longer."""
    if merge.undone_at is not None:
        raise NotMergeable("This merge was undone already.")
    onwards = Merge.objects.in_force().of(Subject.INCIDENTS, merge.into).first()
    if onwards is not None:
        raise NotMergeable(f"“{merge.into}” was merged into “{onwards.into}” since: undo that merge first.")
    if Incident.objects.filter(key=merge.key).exists():
        raise NotMergeable(f"“{merge.key}” is at the desk already.")
    return _locked(merge.into)


def _refuse_crossings(whole: Incident, merge: Merge) -> None:
    claims, attacks = ({new for _, new in merge.moved[name]} for name in ("claims", "attacks"))
    try:
        problems = list(crossings(build(whole), claims, attacks))
    except RecordError as error:
        raise NotMergeable(f"{whole} does not make a whole record yet: {error}") from error
    if problems:
        raise NotMergeable(*problems)


def _put_back(merge: Merge) -> Incident:
    put_back(merge.rows)
    Incident.objects.filter(key=merge.key).update(state=State.DRAFT)
    return Incident.objects.get(key=merge.key)


def _move_back(merge: Merge, whole: Incident, back: Incident) -> None:
    for model, name in ((Attack, "attacks"), (Claim, "claims")):
        _place(whole, back, model, [(new, old) for old, new in merge.moved[name]])
    Incident.objects.filter(pk=whole.pk).update(state=State.DRAFT)
    come_back(merge.moved, whole, back)
    decisions_come_back(merge.moved, whole, back)
    Forerunner.objects.filter(key=merge.key).delete()
    for earlier in merge.moved["forerunners"]:
        Forerunner.objects.filter(key=earlier["key"]).update(incident=back, **earlier)
