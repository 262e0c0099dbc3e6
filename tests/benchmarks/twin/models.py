"""Plain normalised tables, with the indexes that the questions of the benchmarks want."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import QuerySet


class Marker(models.Model):
    """How far a filling has come, stored with what it has stored: `what` it fills, and of which seed."""

    what = models.CharField(max_length=20, primary_key=True)
    seed = models.IntegerField()
    version = models.CharField(max_length=64)
    done = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.what}: {self.done}"


class Place(models.Model):
    key = models.CharField(max_length=100, primary_key=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True)
    latitude = models.FloatField()
    longitude = models.FloatField()

    def __str__(self) -> str:
        return self.name


class Actor(models.Model):
    key = models.CharField(max_length=100, primary_key=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    part_of = models.ForeignKey("self", on_delete=models.CASCADE, null=True)

    def __str__(self) -> str:
        return self.name


class Publication(models.Model):
    key = models.CharField(max_length=100, primary_key=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)

    def __str__(self) -> str:
        return self.name


class Source(models.Model):
    key = models.CharField(max_length=100, primary_key=True)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE)
    title = models.CharField(max_length=300)
    authors = models.CharField(max_length=300)
    language = models.CharField(max_length=10)
    published = models.CharField(max_length=10)
    url = models.URLField(max_length=300)

    def __str__(self) -> str:
        return self.title


class IncidentQuerySet(QuerySet["Incident"]):
    def whole(self) -> IncidentQuerySet:
        """With everything that a page or an answer shows, in one query a table."""
        return self.select_related("place__parent__parent").prefetch_related(
            "attacks", "claims__actor", "claims__place", "claims__citations__source__publication"
        )

    def found(self, asked: Any) -> IncidentQuerySet:
        """Narrowed by the parameters that the benchmarks ask with."""
        columns = {
            "date_from": "date__gte",
            "date_to": "date__lte",
            "country": "country",
            "actor": "claims__actor",
            "attribution": "claims__attribution",
            "killed_min": "killed__gte",
            "claimant_kind": "claims__claimant_kind",
        }
        wanted = {column: asked[name] for name, column in columns.items() if name in asked}
        found = self.filter(**wanted).order_by("-date", "-key")
        return found.distinct() if any(name.startswith("claims") for name in wanted) else found


class Incident(models.Model):
    """`country` and `killed` stand here as anybody would keep them who wants to filter by them."""

    key = models.CharField(max_length=100, primary_key=True)
    title = models.CharField(max_length=300)
    date = models.DateField()
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    country = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    killed = models.PositiveIntegerField(null=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-date", "-key"], name="twin_date"),
            models.Index(fields=["country", "-date", "-key"], name="twin_country_date"),
        ]

    def __str__(self) -> str:
        return self.title


class Attack(models.Model):
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="attacks")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=300)
    date = models.DateField()
    type = models.CharField(max_length=30)
    target = models.CharField(max_length=30)
    weapon = models.CharField(max_length=30)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.label


class Claim(models.Model):
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="claims")
    number = models.PositiveIntegerField()
    property = models.CharField(max_length=30)
    stated = models.CharField(max_length=2000)
    claimant_kind = models.CharField(max_length=20)
    claimant_role = models.CharField(max_length=300)
    qualifier = models.CharField(max_length=20)
    low = models.PositiveIntegerField(null=True)
    best = models.PositiveIntegerField(null=True)
    high = models.PositiveIntegerField(null=True)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, null=True)
    attribution = models.CharField(max_length=30)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, null=True)
    section = models.CharField(max_length=30)
    text = models.TextField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"claim {self.number}"


class Citation(models.Model):
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.CASCADE)
    locator = models.CharField(max_length=300)
    quote = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.quote
