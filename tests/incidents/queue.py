"""Published incidents that share an actor, and the worker, as tests of background work need them."""

from __future__ import annotations

from io import StringIO

from django.core.management import call_command

from archive.models import Edition
from archive.record import Record
from incidents.load import load
from incidents.models import Actor, Job, Subject
from incidents.publishing import publish
from tests.builders import count, exactly, record, responsible


def event(number: int) -> Record:
    """An incident for which the actor “group” is held responsible."""
    return record(count(1, exactly(3)), responsible(2, "group"), id=f"event-{number}")


def published(*numbers: int) -> None:
    for number in numbers:
        publish(load(event(number)), by=None)


def rename(name: str = "The Front", key: str = "group") -> None:
    """Call the actor otherwise at the desk, and there alone."""
    Actor.objects.filter(key=key).update(name=name)


def waiting(key: str = "group") -> Job:
    return Job.objects.create(subject=Subject.ACTORS, key=key)


def work_off() -> str:
    """Run a worker until nothing waits; what it says."""
    said = StringIO()
    call_command("worker", once=True, stdout=said)
    return said.getvalue()


def shown(number: int) -> str:
    """How readers see the actor called."""
    edition = Edition.objects.for_incident(f"event-{number}").current().get()
    return next(each.name for each in edition.record.actors if each.key == "group")


def numbers(number: int) -> list[tuple[int, str]]:
    """The numbers and kinds of an incident's editions."""
    found = Edition.objects.for_incident(f"event-{number}").order_by("number")
    return list(found.values_list("number", "kind"))
