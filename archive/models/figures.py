"""Catalogue rows of figures."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from archive.models.words import WORD_LENGTH
from archive.vocabulary import Population, Property, Rule


class FigureQuerySet(models.QuerySet["FigureEntry"]):
    def headline(self, measure: Property, rule: Rule) -> Self:
        """The figures of whole incidents, about everybody."""
        return self.filter(attack=None, measure=measure, rule=rule, population=Population.ALL)

    def reaching(self, number: int, *, certain: bool = False) -> Self:
        """Figures that may be `number` or more; `certain`: those that cannot be less."""
        if certain:
            return self.filter(low__gte=number, open_below=False)
        return self.filter(Q(high__gte=number) | Q(open_above=True, high__isnull=False))

    def within(self, number: int, *, certain: bool = False) -> Self:
        """Figures that may be `number` or less; `certain`: those that cannot be more."""
        if certain:
            return self.filter(high__lte=number, open_above=False)
        return self.filter(Q(low__lte=number) | Q(open_below=True, low__isnull=False))


class FigureEntry(models.Model):
    """One figure of an incident or (with its number) of an attack, under one of the rules."""

    incident = models.ForeignKey("archive.IncidentEntry", on_delete=models.CASCADE, related_name="figures")
    attack = models.PositiveIntegerField(null=True)
    rule = models.CharField(max_length=WORD_LENGTH)
    measure = models.CharField(max_length=WORD_LENGTH)
    population = models.CharField(max_length=WORD_LENGTH)
    low = models.PositiveBigIntegerField(null=True)
    best = models.PositiveBigIntegerField(null=True)
    high = models.PositiveBigIntegerField(null=True)
    open_above = models.BooleanField()
    open_below = models.BooleanField()

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["incident", "rule", "measure", "population", "attack"]
        indexes = [
            models.Index(
                fields=["measure", "rule", "high", "low"], condition=Q(attack=None), name="figure_headline"
            ),
            # Few figures, which statistics look for among all.
            models.Index(
                fields=["incident", "rule", "measure"],
                condition=Q(attack=None, open_below=True),
                name="figure_open_below",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "attack", "rule", "measure", "population"], name="figure_of_attack_once"
            ),
            models.UniqueConstraint(
                fields=["incident", "rule", "measure", "population"],
                condition=Q(attack=None),
                name="figure_of_incident_once",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(low__isnull=False, high__isnull=False, low__lte=models.F("high")),
                name="figure_numbers_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident_id}, {self.measure} under {self.rule}"
