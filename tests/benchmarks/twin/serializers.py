"""Nested serializers, one for each table."""

from __future__ import annotations

from rest_framework import serializers

from tests.benchmarks.twin.models import Actor, Attack, Citation, Claim, Incident, Place, Publication, Source


class ActorSerializer(serializers.ModelSerializer[Actor]):
    class Meta:
        model = Actor
        fields = ["key", "name", "kind"]


class PlaceSerializer(serializers.ModelSerializer[Place]):
    class Meta:
        model = Place
        fields = ["key", "name", "kind", "latitude", "longitude", "parent"]


class PublicationSerializer(serializers.ModelSerializer[Publication]):
    class Meta:
        model = Publication
        fields = ["key", "name", "kind"]


class SourceSerializer(serializers.ModelSerializer[Source]):
    publication = PublicationSerializer()

    class Meta:
        model = Source
        fields = ["key", "publication", "title", "authors", "language", "published", "url"]


class CitationSerializer(serializers.ModelSerializer[Citation]):
    source = SourceSerializer()  # type: ignore[assignment]

    class Meta:
        model = Citation
        fields = ["source", "locator", "quote"]


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    actor = ActorSerializer()
    place = PlaceSerializer()
    citations = CitationSerializer(many=True)

    class Meta:
        model = Claim
        exclude = ["id", "incident"]


class AttackSerializer(serializers.ModelSerializer[Attack]):
    class Meta:
        model = Attack
        exclude = ["id", "incident"]


class IncidentSerializer(serializers.ModelSerializer[Incident]):
    place = PlaceSerializer()
    attacks = AttackSerializer(many=True)
    claims = ClaimSerializer(many=True)

    class Meta:
        model = Incident
        fields = ["key", "title", "date", "place", "killed", "attacks", "claims"]
