"""Places, each within its parent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from archive.vocabulary import AliasKind, PlaceKind, Precision
from incidents.models.circles import refuse_circle
from incidents.models.zones import refuse_unknown_zone
from sources.constraints import check, filled, known
from sources.fields import KeyField, LabelField, LanguageField, LineField
from sources.likeness_field import LikenessField
from sources.search import WordsField


class Place(models.Model):
    """A country, province, district, settlement or site."""

    key = KeyField(unique=True, help_text="Permanent and public, such as “pishin-district”.")
    name = LabelField()
    likeness = LikenessField(of="name")
    kind = models.CharField(max_length=30, choices=PlaceKind.choices())
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    precision = models.CharField(
        max_length=30,
        choices=Precision.choices(),
        blank=True,
        help_text="How near the coordinates are to it.",
    )
    time_zone = LineField(blank=True, help_text="Its name in the IANA database, such as Asia/Karachi.")
    words = WordsField(of=("name", "key"))

    class Meta:
        ordering = ["name", "key"]
        indexes = [models.Index(fields=["name", "key"], name="desk_place_name")]
        constraints = [
            filled("place", "key", "Give the place a key."),
            filled("place", "name", "Give the place its name."),
            known("place", "kind", PlaceKind),
            known("place", "precision", Precision, optional=True),
            check(
                "place_coordinates_whole",
                Q(latitude__isnull=True, longitude__isnull=True, precision="")
                | (Q(latitude__isnull=False, longitude__isnull=False) & ~Q(precision="")),
                "Give latitude, longitude and precision together, or none of them.",
            ),
            check(
                "place_coordinates_on_earth",
                (Q(latitude__isnull=True) | Q(latitude__gte=-90, latitude__lte=90))
                & (Q(longitude__isnull=True) | Q(longitude__gte=-180, longitude__lte=180)),
                "Latitude lies between -90 and 90, longitude between -180 and 180.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        refuse_circle(self, "parent")
        refuse_unknown_zone(self.time_zone)


class PlaceName(models.Model):
    """Another name or spelling of a place. They are kept in the order in which they were entered."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    text = LabelField("name", db_index=True)
    likeness = LikenessField(of="text")
    language = LanguageField(blank=True)
    kind = models.CharField(max_length=30, choices=AliasKind.choices(), default=AliasKind.ALIAS)
    words = WordsField(of=("text",))

    class Meta:
        ordering = ["pk"]
        verbose_name = "name"
        constraints = [
            filled("placename", "text", "Write the name, or remove the row."),
            known("placename", "kind", AliasKind),
        ]

    def __str__(self) -> str:
        return self.text
