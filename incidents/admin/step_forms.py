"""What is asked of somebody who takes a step."""

from __future__ import annotations

from typing import Any

from django import forms

from archive.models import Edition
from archive.vocabulary import EditionKind
from incidents.models import Incident
from incidents.states import Step

KINDS = [(EditionKind.UPDATE, "update"), (EditionKind.CORRECTION, "correction of an error")]


class StepForm(forms.Form):
    """Nothing but the confirmation; `incident` is the one concerned."""

    def __init__(self, *args: Any, incident: Incident, **options: Any) -> None:
        super().__init__(*args, **options)
        self.incident = incident


class ReasonForm(StepForm):
    reason = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class PublishForm(StepForm):
    """The kind is asked for only where there is an edition before."""

    kind = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect, initial=EditionKind.UPDATE)
    note = forms.CharField(
        required=False,
        max_length=2000,
        label="Public note",
        help_text="Readers find it in the history: what is new, or what was wrong.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not Edition.objects.for_incident(self.incident.key).exists():
            del self.fields["kind"]


class RedactForm(ReasonForm):
    """Which of the editions that hold a text, and why."""

    edition = forms.ModelChoiceField(
        Edition.objects.none(), widget=forms.RadioSelect, empty_label=None, label="Edition"
    )
    field_order = ("edition", "reason")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        readable = Edition.objects.for_incident(self.incident.key).exclude(text="").defer("text")
        choice: Any = self.fields["edition"]
        choice.queryset = readable.order_by("-number")
        choice.label_from_instance = _named


def _named(edition: Edition) -> str:
    return f"Edition {edition.number}, {edition.published_at:%Y-%m-%d}: {edition.get_kind_display()}"


FORMS: dict[Step, type[StepForm]] = {
    Step.SEND_TO_REVIEW: StepForm,
    Step.APPROVE: StepForm,
    Step.SEND_BACK: ReasonForm,
    Step.PUBLISH: PublishForm,
    Step.RETRACT: ReasonForm,
    Step.REDACT: RedactForm,
}
#: What the page says before the step is taken.
WORDS: dict[Step, str] = {
    Step.SEND_TO_REVIEW: "Somebody who approves will read it; until then only they can change it.",
    Step.APPROVE: "You approve exactly what readers would get now. Any later change withdraws the approval.",
    Step.SEND_BACK: "It becomes a draft again. Its authors read your reason; readers do not.",
    Step.PUBLISH: "Readers will get what the desk has now, as a new edition that never changes.",
    Step.RETRACT: "Every edition is closed to readers, who find your reason in its place.",
    Step.REDACT: "The text of the edition is emptied for good and cannot be brought back. Readers find your "
    "reason in its place.",
}
