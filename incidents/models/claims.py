"""Claims and their citations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max, Q
from pydantic import ValidationError as RecordValidationError

from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    ClaimantKind,
    Population,
    Property,
    Qualifier,
    QuoteState,
    Rank,
    ReactionGroup,
    Section,
    Stance,
    TargetType,
    WeaponType,
)
from incidents.models.actors import Actor
from incidents.models.circles import refuse_circle
from incidents.models.claim_checks import claim_checks
from incidents.models.incidents import Attack, Conflict, Incident
from incidents.models.places import Place
from incidents.shapes import LINKED, SHAPES
from sources.constraints import check, known
from sources.fields import (
    AddressField,
    BoundField,
    ClockField,
    EdtfField,
    KeyField,
    LabelField,
    LanguageField,
    LineField,
    ProseField,
    plain_words,
)
from sources.models import Publication, Source
from sources.search import WordsField

#: The largest number that the column holds on every database; claims of one position stand by number.
LAST_POSITION = 2_147_483_647


class Claim(models.Model):
    """One assertion, made by somebody, carrying a value.

    `number` is permanent and never used again; `position` is the place on the page. Which of the columns
    from `qualifier` on hold the value is said by `incidents.shapes`.
    """

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="claims")
    number = models.PositiveIntegerField(editable=False)
    position = models.PositiveIntegerField(blank=True, help_text="Order on the page; empty: at the end.")
    about = models.CharField(
        max_length=30,
        choices=About.choices(),
        default=About.INCIDENT,
        help_text="Context is what surrounds the incident; it never counts into its figures.",
    )
    attack = models.ForeignKey(
        Attack, on_delete=models.RESTRICT, null=True, blank=True, related_name="claims"
    )
    property = models.CharField(
        max_length=30, choices=Property.choices(), help_text="What the claim asserts; one thing at a time."
    )
    stated = LineField(
        blank=True, help_text="The source’s own words for the value, short, such as “at least 14 people”."
    )

    claimant = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_made",
        help_text="Who said it; not the publication that printed it. Empty where it is nobody in particular.",
    )
    claimant_role = LineField(blank=True, help_text="Who said it, in words, such as “police official”.")
    claimant_kind = models.CharField(
        max_length=30,
        choices=ClaimantKind.choices(),
        default=ClaimantKind.UNSTATED,
        help_text="“media”: the source in its own voice. “party”: one of those who fought.",
    )
    claimed_on = EdtfField(
        blank=True,
        help_text="When the claimant said it, if that is known: 2024-02-07, 2024-02 or 2024-02-07~ (about).",
    )
    claimed_earliest = BoundField(of="claimed_on", side="earliest")
    claimed_latest = BoundField(of="claimed_on", side="latest")

    rank = models.CharField(
        max_length=30,
        choices=Rank.choices(),
        default=Rank.NORMAL,
        help_text="Where claims are preferred, figures rest on them alone; a deprecated claim is not used.",
    )
    rank_reason = LineField(blank=True, help_text="Why it is preferred or deprecated. Readers see it.")
    superseded_by = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="supersedes",
        help_text="The newer claim, about the same thing, by which this one is out of date. Type its number.",
    )
    superseded_reason = LineField(blank=True, help_text="Why it is out of date. Readers see it.")
    withheld = models.BooleanField(
        default=False, help_text="Names a private person: kept at the desk, never published."
    )

    qualifier = models.CharField(
        max_length=30,
        choices=Qualifier.choices(),
        blank=True,
        help_text="How the number is meant. “no number stated” is for words such as “dozens”.",
    )
    low = models.PositiveIntegerField(
        null=True, blank=True, help_text="For at least, more than, and where a range begins."
    )
    best = models.PositiveIntegerField(null=True, blank=True, help_text="For exactly and about.")
    high = models.PositiveIntegerField(
        null=True, blank=True, help_text="For at most, fewer than, and where a range ends."
    )
    population = models.CharField(
        max_length=30,
        choices=Population.choices(),
        blank=True,
        help_text="Whom the number counts. Left empty it is “not stated”: the source does not say whom.",
    )
    attribution = models.CharField(
        max_length=30,
        choices=Attribution.choices(),
        blank=True,
        help_text="How the actor is tied to it. “nobody named” takes no actor.",
    )
    actor = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_naming",
        help_text="Who is held responsible; or whose name is spelt.",
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="Where it was; or the place whose name is spelt.",
    )
    conflict = models.ForeignKey(
        Conflict, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    language = LanguageField(blank=True, help_text="Of the name, as a code: en, ur, ps, zh-Hant.")
    date = EdtfField(
        blank=True,
        help_text="2024-02-07; 2024-02; one of several days [2024-02-07,2024-02-08]; "
        "an interval 2024-02-07/2024-02-09; about 2024-02-07~; open 2024-02-07/..",
    )
    date_earliest = BoundField(of="date", side="earliest")
    date_latest = BoundField(of="date", side="latest")
    clock = ClockField("time of day", blank=True, help_text="In the place's time zone, such as 09:05.")
    minutes = models.IntegerField(
        null=True, blank=True, help_text="After the other attack; less than 0: before it."
    )
    after_attack = models.ForeignKey(
        Attack,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="times_after",
        help_text="The attack from which the minutes are counted.",
    )
    approximate = models.BooleanField(default=False, help_text="The source says “about” or “around”.")
    target = models.CharField(max_length=30, choices=TargetType.choices(), blank=True)
    weapon = models.CharField(max_length=30, choices=WeaponType.choices(), blank=True)
    attack_type = models.CharField("type of attack", max_length=30, choices=AttackType.choices(), blank=True)
    text = ProseField(blank=True, help_text="The name, prose, motive, caption, title or description.")
    credit = LabelField(blank=True, help_text="Who made the picture, as it asks to be named.")
    rights = LabelField(blank=True, help_text="The licence, such as “CC BY 4.0”, or “All rights reserved”.")
    pictured_place = LineField(blank=True, help_text="What place the picture shows, in words.")
    other_incident = KeyField(blank=True, help_text="The public id of the incident to see.")
    url = AddressField("web address", blank=True)
    section = models.CharField(
        max_length=30, choices=Section.choices(), blank=True, help_text="Where on the page the prose stands."
    )
    group = models.CharField(
        "reaction group",
        max_length=30,
        choices=ReactionGroup.choices(),
        blank=True,
        help_text="Who reacts; only for the section “Reactions”.",
    )
    words = WordsField(of=("stated", "text"))

    class Meta:
        ordering = ["incident", "position", "number"]
        indexes = [
            models.Index(fields=["incident", "position"], name="desk_claim_page_order"),
            models.Index(fields=["property", "-id"], name="desk_claim_property"),
            models.Index(fields=["-id"], name="desk_claim_withheld", condition=models.Q(withheld=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "number"],
                name="desk_claim_number_once",
                violation_error_message="The incident has a claim of this number already.",
            ),
            *claim_checks(),
        ]

    def __str__(self) -> str:
        words = f" – {self.stated}" if self.stated else ""
        return f"{self.incident.key}, claim {self.number}: {self.get_property_display()}{words}"

    def save(self, *args: Any, **options: Any) -> None:
        """Store the claim; a new one takes the incident's next number, and the end of the page."""
        if self.number is None:
            self.number = self.incident.take_number("next_claim_number")
        if self.position is None:
            last = self.incident.claims.aggregate(last=Max("position"))["last"]
            self.position = min((last or 0) + 1, LAST_POSITION)
        super().save(*args, **options)

    def clean(self) -> None:
        """Check what no single row can tell the database, and the lengths of texts by property."""
        self._refuse_foreign_attacks()
        if self.superseded_by is not None:
            self._refuse_other_topic(self.superseded_by)
            refuse_circle(self, "superseded_by")
        self._refuse_leaving_older_claims()
        self._refuse_bad_value()

    def _refuse_foreign_attacks(self) -> None:
        for field in ("attack", "after_attack"):
            attack = getattr(self, field)
            if attack is not None and attack.incident_id != self.incident_id:
                raise ValidationError({field: "This attack belongs to another incident."})

    def _refuse_other_topic(self, newer: Claim) -> None:
        if newer.topic() != self.topic():
            message = "Choose a claim of the same incident, about the same thing and on the same property."
            raise ValidationError({"superseded_by": message})

    def _refuse_leaving_older_claims(self) -> None:
        if self.pk is None:
            return
        left = [str(older.number) for older in self.supersedes.all() if older.topic() != self.topic()]
        if left:
            raise ValidationError(
                f"This claim supersedes claim {', '.join(left)}, which is about something else then: "
                "change those first."
            )

    def _refuse_bad_value(self) -> None:
        shape = SHAPES.get(Property(self.property)) if self.property in set(Property) else None
        if shape is None:
            return
        try:
            shape.value.model_validate(self.value_data())
        except RecordValidationError as error:
            problems = _by_column(error, shape.columns)
            if unsaid := {name: words for name, words in problems.items() if not self._is_refused(name)}:
                raise ValidationError(unsaid) from error

    def _is_refused(self, column: str) -> bool:
        """Whether the column's own rules refuse what it holds, and so have said why."""
        field: Any = self._meta.get_field(column)
        try:
            field.clean(getattr(self, field.attname), self)
        except ValidationError:
            return True
        return False

    def topic(self) -> tuple[object, ...]:
        """What the claim is about: only claims on one topic supersede one another."""
        return self.incident_id, self.about, self.attack_id, self.property

    def value_data(self) -> dict[str, Any]:
        """The value as a record holds it, without what is empty; entities stand by their keys."""
        shape = SHAPES[Property(self.property)]
        found = {field: self._plain(column) for field, column in shape.columns.items()}
        return {
            field: value for field, value in found.items() if value not in ("", None) or field == "caption"
        }

    def _plain(self, column: str) -> Any:
        value = getattr(self, column)
        if column not in LINKED or value is None:
            return value
        return value.number if column == "after_attack" else value.key


def _by_column(error: RecordValidationError, columns: Mapping[str, str]) -> dict[str, list[str]]:
    """What the record's rules say of single columns; the rest is said by the database's checks."""
    found: dict[str, list[str]] = {}
    for detail in error.errors():
        if detail["loc"] and detail["type"] != "missing":
            found.setdefault(columns[str(detail["loc"][0])], []).append(plain_words(detail))
    return found


class Citation(models.Model):
    """Where a claim is printed. A claim's citations are kept in the order in which they were entered."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    locator = LineField(blank=True, help_text="Where in the source: headline, lead, paragraph 3, page 12.")
    quote = ProseField(blank=True, help_text="The passage itself, short; readers see it.")
    reported_via = models.ManyToManyField(
        Publication,
        blank=True,
        related_name="citations",
        help_text="The publications that the source credits for this claim.",
    )
    stance = models.CharField(
        max_length=30,
        choices=Stance.choices(),
        default=Stance.SUPPORTS,
        help_text="“disputes” where the source reports the claim in order to deny it.",
    )
    quote_state = models.CharField(
        max_length=30, choices=QuoteState.choices(), blank=True, default="", editable=False
    )
    #: The day of the stored copy since which that is so.
    quote_checked_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["pk"]
        # Of the few whose quote is gone alone: imports store very many citations.
        indexes = [
            models.Index(fields=["source"], condition=Q(quote_state="gone"), name="desk_citation_gone")
        ]
        constraints = [
            known("citation", "stance", Stance),
            known("citation", "quote_state", QuoteState, optional=True),
            check(
                "citation_quote_checked_on_a_day",
                Q(quote_state="", quote_checked_on__isnull=True)
                | (~Q(quote_state="") & Q(quote_checked_on__isnull=False)),
                "A quote that was looked up has a state and a day, and no other has one.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.key}, {self.locator}" if self.locator else self.source.key
