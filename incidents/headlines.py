"""Headlines that datasets cite, read by machine: claims that they suggest, until an editor decides.

A row of UCDP’s dataset rests on articles, of which the archive knows the headlines. What these say is read
whenever an editor opens the page (`incidents.proposals`); only the editor’s word is stored. A confirmed
suggestion is a claim like any other, cited to the source whose headline it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction

from archive.record import RecordError
from archive.vocabulary import MEASURES, About, Attribution, Property, SourceKind
from incidents.history import hold, keep, keep_before
from incidents.models import (
    Actor,
    ActorAlias,
    Attack,
    Citation,
    Claim,
    HeadlineDecision,
    Incident,
    PlaceName,
    Verdict,
)
from incidents.proposals import Name, Proposal, read, reading_of
from sources.models import Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: So many headlines of one incident are read, and so many actors and spellings are sought in them.
MOST_HEADLINES = 200
MOST_NAMES = 5_000
#: Where in its source a headline stands.
LOCATOR = "headline"

Key = tuple[str, str]


class NotSuggested(ValueError):
    """Why nothing can be decided so, in a whole sentence."""


@dataclass(frozen=True)
class Suggestion:
    """A claim that a headline seems to make; `claim` says it already, where there is one."""

    proposal: Proposal
    decision: HeadlineDecision | None
    claim: Claim | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for an editor's word: one whose claim was deleted waits again."""
        return self.claim is None and not self.is_dismissed

    @property
    def is_dismissed(self) -> bool:
        return self.decision is not None and self.decision.verdict == Verdict.DISMISSED


@dataclass(frozen=True)
class Headline:
    """A source whose headline a dataset cites, with what the headline suggests."""

    source: Source
    suggestions: tuple[Suggestion, ...]


def headlines_of(incident: Incident) -> list[Headline]:
    """The headlines on which the rows of datasets rest that the incident's claims cite, the oldest first."""
    names = list(_names(incident))
    decided = _decisions(incident)
    said = _claims(incident)
    return [
        Headline(source, tuple(_suggestions(source, names, decided, said))) for source in _sources(incident)
    ]


def _sources(incident: Incident) -> Iterator[Source]:
    cited = Source.objects.filter(
        kind=SourceKind.HEADLINE, relied_on_by__source__citations__claim__incident=incident
    ).exclude(title="")
    linked = cited.select_related("publication").distinct().order_by("published_earliest", "key")
    return iter(linked[:MOST_HEADLINES])


def _suggestions(
    source: Source, names: list[Name], decided: Mapping[Key, HeadlineDecision], said: Mapping[Key, Claim]
) -> Iterator[Suggestion]:
    told: set[str] = set()
    for proposal in read(source.title, names):
        if _can_be_suggested(proposal) and proposal.reading() not in told:
            told.add(proposal.reading())
            key = (source.key, proposal.reading())
            decision = decided.get(key)
            claim = decision.claim if decision and decision.claim else said.get(key)
            yield Suggestion(proposal, decision, claim)


def _can_be_suggested(proposal: Proposal) -> bool:
    """Numbers of people, and responsibility where it is known whose: what headlines say in full."""
    if proposal.property is Property.RESPONSIBILITY:
        return bool(proposal.actor) or proposal.attribution is Attribution.NONE_NAMED
    return proposal.property in MEASURES


def _names(incident: Incident) -> Iterator[Name]:
    """The actors that the archive knows, and the places of the incident, in every spelling."""
    named = Actor.objects.order_by("pk").values_list("key", "name")
    aliases = ActorAlias.objects.order_by("pk").values_list("actor__key", "text")
    yield from (Name("actor", key, words) for key, words in chain(named[:MOST_NAMES], aliases[:MOST_NAMES]))
    places = Attack.objects.filter(incident=incident).values("place")
    spelt = PlaceName.objects.filter(place__in=places).values_list("place__key", "text")
    yield from (Name("place", key, words) for key, words in spelt)


def _decisions(incident: Incident) -> dict[Key, HeadlineDecision]:
    found = HeadlineDecision.objects.filter(incident=incident).select_related("claim", "by")
    return {(decision.source, decision.reading): decision for decision in found}


def _claims(incident: Incident) -> dict[Key, Claim]:
    """The incident's claims by the source that each is cited to and what it says."""
    wanted = Citation.objects.filter(
        claim__incident=incident, claim__property__in=[*MEASURES, Property.RESPONSIBILITY]
    )
    cited = wanted.select_related("claim__actor", "source").order_by("-pk")
    return {(citation.source.key, _reading_of(citation.claim)): citation.claim for citation in cited}


def _reading_of(claim: Claim) -> str:
    return reading_of(
        claim.property,
        (claim.qualifier, claim.low, claim.best, claim.high, claim.population),
        (claim.attribution, claim.actor.key if claim.actor else ""),
    )


def confirm(incident: Incident, source: str, reading: str, *, by: User | None) -> Claim:
    """Make an ordinary claim of a suggestion, cited to the headline. Raises NotSuggested."""
    with transaction.atomic():
        hold(incident)
        headline, suggestion = _suggested(incident, source, reading)
        if suggestion.claim is not None:
            raise NotSuggested(f"Claim {suggestion.claim.number} says so already.")
        keep_before(incident)
        claim = _enter(incident, headline, suggestion.proposal)
        _decide(incident, source, reading, Verdict.CONFIRMED, by, claim)
        _keep(incident, f"Claim {claim.number}: a headline that was read by machine, confirmed.", by)
    return claim


def dismiss(incident: Incident, source: str, reading: str, *, by: User | None) -> None:
    """Remember that a suggestion is none. Raises NotSuggested."""
    with transaction.atomic():
        hold(incident)
        _, suggestion = _suggested(incident, source, reading)
        if not suggestion.is_open:
            raise NotSuggested("Somebody has decided on this suggestion meanwhile.")
        _decide(incident, source, reading, Verdict.DISMISSED, by, None)


def ask_again(incident: Incident, source: str, reading: str) -> None:
    """Forget that a suggestion was dismissed."""
    dismissed = HeadlineDecision.objects.filter(incident=incident, verdict=Verdict.DISMISSED)
    dismissed.filter(source=source, reading=reading).delete()


def _suggested(incident: Incident, source: str, reading: str) -> tuple[Source, Suggestion]:
    for headline in headlines_of(incident):
        for suggestion in headline.suggestions:
            if (headline.source.key, suggestion.proposal.reading()) == (source, reading):
                return headline.source, suggestion
    raise NotSuggested("The headline does not suggest this any more: look at it again.")


def value_columns(proposal: Proposal) -> dict[str, Any]:
    """The columns of a claim that hold what is proposed, but for whom it names."""
    return {
        "property": proposal.property,
        "qualifier": proposal.qualifier or "",
        "low": proposal.low,
        "best": proposal.best,
        "high": proposal.high,
        "population": proposal.population or "",
        "attribution": proposal.attribution or "",
    }


def _enter(incident: Incident, source: Source, proposal: Proposal) -> Claim:
    """Store the claim and its citation. Raises NotSuggested where the desk's rules refuse it."""
    actors = {actor.key: actor for actor in Actor.objects.filter(key__in=[proposal.actor, proposal.claimant])}
    claim = Claim(
        incident=incident,
        about=About.CONTEXT if proposal.is_context else About.INCIDENT,
        stated=proposal.stated,
        **value_columns(proposal),
        actor=actors.get(proposal.actor),
        claimant=actors.get(proposal.claimant),
        claimant_role=proposal.claimant_role,
        claimant_kind=proposal.claimant_kind,
    )
    try:
        claim.clean()
    except ValidationError as error:
        raise NotSuggested(" ".join(error.messages)) from error
    claim.save()
    Citation.objects.create(claim=claim, source=source, locator=LOCATOR, quote=source.title)
    return claim


def _decide(
    incident: Incident, source: str, reading: str, verdict: Verdict, by: User | None, claim: Claim | None
) -> None:
    HeadlineDecision.objects.update_or_create(
        incident=incident,
        source=source,
        reading=reading,
        defaults={"verdict": verdict, "by": by, "claim": claim},
    )


def _keep(incident: Incident, words: str, by: User | None) -> None:
    try:
        keep(incident, by=by, what=words)
    except RecordError as error:
        raise NotSuggested(" ".join(error.problems)) from error
