"""Incidents, their attacks, and the conflicts that they are part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from archive.vocabulary import AttackType, TargetType, WeaponType
from incidents.models.places import Place
from incidents.querysets import IncidentQuerySet
from incidents.states import State
from sources.constraints import check, filled, in_order, known
from sources.fields import BoundField, EdtfField, KeyField, LabelField
from sources.search import WordsField

if TYPE_CHECKING:
    Counts = models.PositiveIntegerField[Any, int]
else:
    Counts = models.PositiveIntegerField


class CounterField(Counts):
    """The next number to give. No save can lower it, however old the row in memory is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **(options | {"default": 1, "editable": False}))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = getattr(model_instance, self.attname)
        return value if add else Greatest(F(self.attname), value)


class Conflict(models.Model):
    """A longer struggle or series that an incident is part of."""

    key = KeyField(unique=True, help_text="Permanent and public.")
    name = LabelField()

    class Meta:
        ordering = ["name", "key"]
        constraints = [
            filled("conflict", "key", "Give the conflict a key."),
            filled("conflict", "name", "Give the conflict its name."),
        ]

    def __str__(self) -> str:
        return self.name


class Incident(models.Model):
    """The event that a page is about. Its title is the archive's own label."""

    key = KeyField("public id", unique=True, help_text="Permanent, short and opaque, such as “k7m2qa”.")
    title = LabelField(help_text="The archive’s own label, neutral and short.")
    date = EdtfField(blank=True, help_text="Settled date, such as 2024-02-07; a claim must back it.")
    date_earliest = BoundField(of="date", side="earliest")
    date_latest = BoundField(of="date", side="latest")
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="incidents"
    )
    state = models.CharField(
        "review state", max_length=30, choices=State.choices(), default=State.DRAFT, editable=False
    )
    next_claim_number = CounterField()
    next_attack_number = CounterField()
    words = WordsField(of=("title", "key"))

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ["-date_earliest", "key"]
        indexes = [
            models.Index(fields=["-date_earliest", "key"], name="desk_incident_date"),
            models.Index(fields=["state", "-date_earliest", "key"], name="desk_incident_state"),
            models.Index(fields=["state", "-id"], name="desk_incident_newest"),
            models.Index(
                fields=["date_earliest"],
                condition=Q(date_latest__gt=F("date_earliest")),
                name="desk_incident_span",
            ),
        ]
        permissions = [
            ("approve_incident", "Can approve an incident for publication"),
            ("publish_incident", "Can publish an incident"),
            ("retract_incident", "Can retract a published incident"),
            ("redact_incident", "Can redact a published edition for good"),
        ]
        constraints = [
            filled("incident", "key", "Give the incident a public id."),
            filled("incident", "title", "Give the incident a title."),
            known("incident", "state", State),
            in_order("incident", "date", "date_earliest", "date_latest"),
            check(
                "incident_counters_positive",
                Q(next_claim_number__gte=1, next_attack_number__gte=1),
                "Numbers begin at 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.key})"

    def take_number(self, counter: str) -> int:
        """The next number of `counter` (next_claim_number, next_attack_number), never given again."""
        with transaction.atomic():
            row = Incident.objects.select_for_update().get(pk=self.pk)
            number = int(getattr(row, counter))
            Incident.objects.filter(pk=self.pk).update(**{counter: number + 1})
        return number


class Attack(models.Model):
    """One physical attack. The settled columns are filtered on; a claim must back each of them."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="attacks")
    number = models.PositiveIntegerField(editable=False)
    label = LabelField(help_text="How the page calls it, such as “Pishin”.")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="attacks")
    date = EdtfField(blank=True, help_text="Settled date, such as 2024-02-07; a claim must back it.")
    date_earliest = BoundField(of="date", side="earliest")
    date_latest = BoundField(of="date", side="latest")
    type = models.CharField(max_length=30, choices=AttackType.choices(), blank=True)
    target = models.CharField(max_length=30, choices=TargetType.choices(), blank=True)
    weapon = models.CharField(max_length=30, choices=WeaponType.choices(), blank=True)
    words = WordsField(of=("label",))

    class Meta:
        ordering = ["incident", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "number"],
                name="desk_attack_number_once",
                violation_error_message="The incident has an attack of this number already.",
            ),
            check("attack_number_positive", Q(number__gte=1), "Attacks are numbered from 1."),
            filled("attack", "label", "Give the attack a label."),
            in_order("attack", "date", "date_earliest", "date_latest"),
            known("attack", "type", AttackType, optional=True),
            known("attack", "target", TargetType, optional=True),
            known("attack", "weapon", WeaponType, optional=True),
        ]

    def __str__(self) -> str:
        return f"{self.incident.key}, attack {self.number}: {self.label}"

    def save(self, *args: Any, **options: Any) -> None:
        """Store the attack; a new one takes the incident's next number."""
        if self.number is None:
            self.number = self.incident.take_number("next_attack_number")
        super().save(*args, **options)
