"""Actors: who speaks, acts or is held responsible."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from archive.vocabulary import ActorKind, AliasKind, PartAs
from incidents.models.capitals_field import CapitalsField
from incidents.models.circles import refuse_circle
from sources.constraints import check, filled, known
from sources.fields import KeyField, LabelField, LanguageField
from sources.likeness_field import LikenessField
from sources.search import WordsField


class Actor(models.Model):
    """A person, group, office or organisation."""

    key = KeyField(unique=True, help_text="Permanent and public, such as “islamic-state”.")
    name = LabelField()
    likeness = LikenessField(of="name")
    capitals = CapitalsField(of="name")
    kind = models.CharField(max_length=30, choices=ActorKind.choices())
    part_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    part_as = models.CharField(
        "as its",
        max_length=30,
        choices=PartAs.choices(),
        blank=True,
        help_text="As what it is part of the other: a party’s own count is told apart by this.",
    )
    words = WordsField(of=("name", "key"))

    class Meta:
        ordering = ["name", "key"]
        indexes = [models.Index(fields=["name", "key"], name="desk_actor_name")]
        constraints = [
            filled("actor", "key", "Give the actor a key."),
            filled("actor", "name", "Give the actor its name."),
            known("actor", "kind", ActorKind),
            known("actor", "part_as", PartAs, optional=True),
            check(
                "actor_says_what_part",
                Q(part_of__isnull=True, part_as="") | (Q(part_of__isnull=False) & ~Q(part_as="")),
                "Say of whom the actor is a part and as what, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        refuse_circle(self, "part_of")


class ActorAlias(models.Model):
    """Another name of an actor. They are kept in the order in which they were entered."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="aliases")
    text = LabelField("name", db_index=True)
    likeness = LikenessField(of="text")
    language = LanguageField(blank=True)
    kind = models.CharField(max_length=30, choices=AliasKind.choices(), default=AliasKind.ALIAS)
    words = WordsField(of=("text",))

    class Meta:
        ordering = ["pk"]
        verbose_name = "alias"
        verbose_name_plural = "aliases"
        constraints = [
            filled("actoralias", "text", "Write the name, or remove the row."),
            known("actoralias", "kind", AliasKind),
        ]

    def __str__(self) -> str:
        return self.text
