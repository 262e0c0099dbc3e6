"""Which incident has to do with which place, actor, source and conflict.

Rows name entities by key. `direct` tells what a record says of itself from what follows through parents.
"""

from __future__ import annotations

from django.db import models

from archive.models.words import KEY_LENGTH, WORD_LENGTH


class IncidentLink(models.Model):
    """What all links have."""

    incident = models.ForeignKey("archive.IncidentEntry", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=KEY_LENGTH)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.incident_id} – {self.key}"


class IncidentPlace(IncidentLink):
    """A settled place of the incident or of one of its attacks (direct), or a place around one."""

    direct = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "incident"], name="incident_place_once")]


class AttackPlace(models.Model):
    """The settled place of an attack (direct), or a place around it."""

    attack = models.ForeignKey("archive.AttackEntry", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=KEY_LENGTH)
    direct = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "attack"], name="attack_place_once")]

    def __str__(self) -> str:
        return f"{self.attack_id} – {self.key}"


class IncidentActor(IncidentLink):
    """An actor that the record names (direct), or one that it is part of.

    `attribution`: how it is held responsible for the incident or an attack, empty where it is merely named.
    The key is empty where a source says that nobody was named.
    """

    key = models.CharField(max_length=KEY_LENGTH, blank=True)
    attribution = models.CharField(max_length=WORD_LENGTH, blank=True)
    direct = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "attribution", "incident"], name="incident_actor_once")
        ]
        indexes = [models.Index(fields=["attribution", "incident"], name="incident_attribution")]


class IncidentSource(IncidentLink):
    """A source that a claim of the incident cites (direct), or one on which such a source relies."""

    publication = models.CharField(max_length=KEY_LENGTH, blank=True)
    direct = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "incident"], name="incident_source_once")]
        indexes = [models.Index(fields=["publication", "incident", "direct"], name="incident_publication")]


class IncidentConflict(IncidentLink):
    """A conflict that the incident is part of."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "incident"], name="incident_conflict_once")]


class IncidentFinding(models.Model):
    """What the audit finds of the incident that readers should know."""

    incident = models.ForeignKey("archive.IncidentEntry", on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=WORD_LENGTH)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "incident"], name="incident_finding_once")]

    def __str__(self) -> str:
        return f"{self.incident_id} – {self.code}"


class Holding(IncidentLink):
    """An entity that the incident's record holds, and when its edition appeared.

    The catalogue's answer about an entity follows the latest edition that holds it.
    """

    kind = models.CharField(max_length=WORD_LENGTH)
    edition = models.ForeignKey("archive.Edition", on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "incident"], name="holding_once"),
        ]
        indexes = [
            models.Index(fields=["kind", "key", "-published_at", "-incident"], name="holding_latest"),
        ]
