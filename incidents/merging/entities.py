"""Merging two sources, publications, actors, places or conflicts: whatever names one then names the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from incidents.history import SUBJECTS, keep, keep_deletion
from incidents.load.entities import MODELS
from incidents.maintenance import renew_later
from incidents.merging.inheritance import inherit
from incidents.merging.references import move, move_back
from incidents.merging.refusal import NotMergeable
from incidents.merging.rows import kept, parts_of, put_back
from incidents.models import Actor, Conflict, FormerKey, Job, Merge, Place, Subject
from incidents.models.circles import refuse_circle
from sources.models import Publication, Relation, Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Entity = Source | Publication | Actor | Place | Conflict

#: The columns by which one entity lies within another of its kind.
WITHIN: Mapping[type[Any], str] = {Actor: "part_of", Place: "parent"}


def merge_entities(gone: Entity, into: Entity, *, by: User | None) -> Merge:
    """Let everything that names `gone` name `into`, and delete it at the desk; its key leads on.

    Its names become other names of `into`. Published incidents come to show the one in place of the other
    through the queue. Raises NotMergeable.
    """
    if type(gone) is not type(into):
        raise NotMergeable("Only two things of one kind can be merged.")
    subject = SUBJECTS[type(gone)]
    with transaction.atomic():
        gone, into = _locked(subject, gone.key), _locked(subject, into.key)
        _refuse_entangled(gone, into)
        keep(gone, by=by, what=f"Before it was merged into “{into.key}”.")
        keep(into, by=by, what=f"Before “{gone.key}” was merged into it.")
        done = _merge(subject, gone, into, by)
        renew_later(subject, into.key, instead_of=_former_keys(subject, into), by=by)
    return done


def part_entities(merge: Merge, *, by: User | None) -> Entity:
    """Undo a merge: the entity comes back with its key, its names and whatever still stands as moved.

    Nothing is renewed in public: a published record does not tell which of its references were the one's.
    They come back when their incidents are published next; until then the key leads on. Raises NotMergeable.
    """
    with transaction.atomic():
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        subject = Subject(merge.subject)
        whole = _whole(subject, merge)
        keep(whole, by=by, what=f"Before the merge of “{merge.key}” was undone.")
        back = _put_back(subject, merge, whole)
        _refuse_circle(back)
        _withdraw(subject, merge)
        Merge.objects.filter(pk=merge.pk).update(undone_at=timezone.now())
        keep(back, by=by, what=f"Came back: the merge into “{whole.key}” was undone.")
        keep(whole, by=by, what=f"The merge of “{merge.key}” was undone.")
    return back


def _merge(subject: Subject, gone: Entity, into: Entity, by: User | None) -> Merge:
    rows = kept(gone, *parts_of(gone))
    moved = {
        "added": inherit(gone, into),
        "references": move(gone, into),
        "former_keys": _former_keys(subject, gone),
    }
    _lead_on(subject, gone, into)
    done = Merge.objects.create(
        subject=subject, key=gone.key, into=into.key, name=str(gone), rows=rows, moved=moved, by=by
    )
    gone.delete()
    keep_deletion(gone, by=by, what=f"Merged into “{into.key}”.")
    keep(into, by=by, what=f"Merged “{gone.key}” into it.")
    return done


def _locked(subject: Subject, key: str) -> Any:
    row = MODELS[subject]._default_manager.select_for_update().filter(key=key).first()
    if row is None:
        raise NotMergeable(f"“{key}” is no longer at the desk: look whether it was merged or deleted.")
    return row


def _refuse_entangled(gone: Entity, into: Entity) -> None:
    """Refuse what would come round to itself: one that is the other, lies within it or relies on it."""
    if gone.pk == into.pk:
        raise NotMergeable("Nothing is merged into itself: choose another one.")
    for inner, outer in ((gone, into), (into, gone)):
        if _lies_within(inner, outer):
            raise NotMergeable(f"“{inner}” is part of “{outer}”: take it out of there first.")
    ties = Relation.objects.filter(Q(source=gone.pk, other=into.pk) | Q(source=into.pk, other=gone.pk))
    if isinstance(gone, Source) and ties.exists():
        raise NotMergeable(f"“{gone}” and “{into}” rely on one another: take that out first.")


def _lies_within(inner: Entity, outer: Entity) -> bool:
    column = WITHIN.get(type(inner))
    here, seen = getattr(inner, f"{column}_id") if column else None, set()
    while here is not None and here not in seen:
        if here == outer.pk:
            return True
        seen.add(here)
        rows = type(inner)._default_manager.filter(pk=here)
        here = rows.values_list(f"{column}_id", flat=True).first()
    return False


def _former_keys(subject: Subject, row: Entity) -> list[str]:
    return list(FormerKey.objects.of(subject, row.key).values_list("key", flat=True))


def _lead_on(subject: Subject, gone: Entity, into: Entity) -> None:
    FormerKey.objects.of(subject, gone.key).update(now=into.key)
    FormerKey.objects.create(subject=subject, key=gone.key, now=into.key)


def _whole(subject: Subject, merge: Merge) -> Entity:
    """What the other was merged into. Raises NotMergeable where that is there no longer."""
    if merge.undone_at is not None:
        raise NotMergeable("This merge was undone already.")
    onwards = Merge.objects.in_force().of(subject, merge.into).first()
    if onwards is not None:
        raise NotMergeable(f"“{merge.into}” was merged into “{onwards.into}” since: undo that merge first.")
    whole: Entity = _locked(subject, merge.into)
    return whole


def _put_back(subject: Subject, merge: Merge, whole: Entity) -> Entity:
    FormerKey.objects.filter(subject=subject, key=merge.key).delete()
    FormerKey.objects.filter(subject=subject, key__in=merge.moved["former_keys"]).update(now=merge.key)
    for label, key in merge.moved["added"]:
        apps.get_model(label)._default_manager.filter(pk=key).delete()
    put_back(merge.rows)
    back: Entity = _locked(subject, merge.key)
    move_back(merge.moved["references"], whole, back)
    return back


def _refuse_circle(back: Entity) -> None:
    column = WITHIN.get(type(back))
    back.refresh_from_db()
    try:
        if column:
            refuse_circle(back, column)
    except ValidationError as error:
        raise NotMergeable(f"“{back}” would lie within itself: take out first what it is part of.") from error


def _withdraw(subject: Subject, merge: Merge) -> None:
    """Let no job that has not begun yet put the one in place of the other in public."""
    for job in Job.objects.of(subject, merge.into).not_begun().select_for_update():
        job.instead_of = [key for key in job.instead_of if key != merge.key]
        job.save(update_fields=["instead_of"])
