"""The form of a claim: what is wrong is said at its field, and a script may leave out what is not needed."""

from __future__ import annotations

from typing import Any

from django import forms

from archive.vocabulary import About, Property, Section
from incidents.admin.asked import key_in
from incidents.admin.drafts import OfIncidentForm
from incidents.filling import NUMBERS, TAKEN, UNSAID, columns_of, complaints, unsaid
from incidents.models import Attack, Claim
from incidents.shapes import EMPTY


def field_names() -> dict[str, str]:
    """What the form calls each column that may hold part of a value."""
    return {column: str(Claim._meta.get_field(column).verbose_name) for column in EMPTY}  # type: ignore[union-attr]


def form_rules() -> dict[str, Any]:
    """For the script: which fields a property, a qualifier, a topic and a section call for."""
    return {
        "fields": list(EMPTY),
        "property": {kind.value: columns_of(kind) for kind in Property},
        "numbers": list(NUMBERS),
        "qualifier": {qualifier.value: sorted(numbers) for qualifier, numbers in TAKEN.items()},
        "unsaid": UNSAID,
        "attack": About.ATTACK.value,
        "reactions": Section.REACTIONS.value,
    }


class ClaimForm(OfIncidentForm):
    """A claim of any property. Where its incident is known, only that incident's attacks can be chosen."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        incident = self._incident_key()
        if incident is not None:
            for name in ("attack", "after_attack"):
                self._offer_attacks(name, incident)
            self._scope_newer_claims(incident)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        data.update(unsaid(data))
        for column, words in complaints(data, field_names()).items():
            if column in self.fields and column not in self.errors:
                self.add_error(column, words)
        return data

    def _incident_key(self) -> int | None:
        if self.instance.incident_id is not None:
            return int(self.instance.incident_id)
        return key_in(str(self.data.get("incident") or self.initial.get("incident", "")))

    def _offer_attacks(self, name: str, incident: int) -> None:
        field: Any = self.fields.get(name)
        if field is None:
            return
        field.queryset = Attack.objects.filter(incident=incident)
        field.error_messages["invalid_choice"] = "This attack belongs to another incident: choose again."
        field.label_from_instance = lambda attack: f"{attack.number}: {attack.label}"
        field.widget.widget = forms.Select(attrs=field.widget.widget.attrs)
        field.widget.choices = field.choices

    def _scope_newer_claims(self, incident: int) -> None:
        field: Any = self.fields.get("superseded_by")
        if field is not None:
            field.widget.widget.scope = {"incident": incident} | self._topic()

    def _topic(self) -> dict[str, Any]:
        """What a newer claim must be about too, so far as it is known."""
        claim: Claim = self.instance
        if claim.pk is not None:
            return {"about": claim.about, "attack": claim.attack_id or "", "property": claim.property}
        begun = self.initial if self.initial.get("property") else {}
        return {name: begun[name] for name in ("about", "attack", "property") if name in begun}
