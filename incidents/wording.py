"""Claims and citations of the desk in the words that editors read."""

from __future__ import annotations

from pydantic import ValidationError

from archive import record as records
from archive.record.entities import Part
from archive.vocabulary import About, Property
from archive.wording import date_text, quantity_text, time_text
from incidents.models import Attack, Citation, Claim
from incidents.shapes import SHAPES
from sources.models import Source


def value_words(claim: Claim) -> str:
    """The cleaned value, “at least 16 (civilians)”; the words as stated where its columns give no value."""
    try:
        value = SHAPES[Property(claim.property)].value.model_validate(claim.value_data())
    except (ValidationError, ValueError):
        return claim.stated
    return _words(value, claim)


def _words(value: Part, claim: Claim) -> str:
    match value:
        case records.Quantity():
            return quantity_text(value)
        case records.When():
            return date_text(value.edtf)
        case records.Time():
            return time_text(value, _counted_from(claim.after_attack))
        case records.Responsibility():
            return f"{claim.actor} ({value.attribution.label})" if claim.actor else value.attribution.label
        case records.Target() | records.Weapon() | records.KindOfAttack():
            return f"{value.type.label}: {value.text}" if value.text else value.type.label
    return _plain_words(value, claim)


def _plain_words(value: Part, claim: Claim) -> str:
    match value:
        case records.Name():
            named = claim.place or claim.actor
            return f"{value.text}, for {named}" if named else value.text
        case records.Image():
            return " · ".join(filter(None, [value.caption, value.credit]))
        case records.SeeAlso():
            return " · ".join(filter(None, [value.title, value.incident, value.url]))
    return str(claim.place or claim.conflict or claim.text)


def _counted_from(attack: Attack | None) -> list[records.Attack]:
    return [records.Attack(number=attack.number, label=attack.label)] if attack else []


def about_words(about: str, attack: Attack | None) -> str:
    """“The incident”, “Attack 2: Pishin”, “Context”."""
    if attack is not None:
        return f"Attack {attack.number}: {attack.label}"
    return {About.INCIDENT: "The incident", About.CONTEXT: "Context"}.get(About(about), "One attack")


def claimant_words(claim: Claim) -> str:
    """“Jan Achakzai, minister (official)”; empty where nothing is recorded of who said it."""
    names = ", ".join(filter(None, [str(claim.claimant or ""), claim.claimant_role]))
    kind = claim.get_claimant_kind_display()
    if claim.claimant_kind == records.Claimant().kind:
        return names
    return f"{names} ({kind})" if names else kind


def source_words(source: Source) -> str:
    """A short name: the publication, else the title, else what it is."""
    return str(source.publication or source.title or source.description)


def citation_words(citation: Citation) -> str:
    """“Dawn, paragraph 3”."""
    return ", ".join(filter(None, [source_words(citation.source), citation.locator]))
