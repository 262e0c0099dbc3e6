"""Who may take an incident which step, and why not: the rules of review, in words.

Pure: nothing here knows of rows, requests or settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from incidents.states import State, Step


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an incident stands.

    `changed`: the record is not the one that was approved. `has_edition`: it was ever published.
    `is_public`: readers can read its current edition. `two_people`: a second person must approve.
    """

    state: State
    changed: bool = False
    has_edition: bool = False
    is_public: bool = False
    two_people: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk: what their role lets them do, and whether they edited what now waits."""

    changes: bool = False
    approves: bool = False
    publishes: bool = False
    retracts: bool = False
    redacts: bool = False
    edited: bool = False


def may_edit(state: State, person: Person) -> bool:
    """What is in review or approved is changed by those who approve; the rest by all who change records."""
    return person.changes and (state in (State.DRAFT, State.PUBLISHED) or person.approves)


def may_ever(step: Step, person: Person) -> bool:
    """Whether the person's role takes this step at all."""
    return bool(getattr(person, ROLE[step]))


def why_not(step: Step, standing: Standing, person: Person) -> str:
    """Why the person cannot take the step now, in a sentence that says what to do; empty if they can."""
    if not may_ever(step, person):
        return f"Your role does not let you {step.label}: ask {WHO[step]}."
    return RULES[step](standing, person)


def state_after_edit(state: State, *, same: bool) -> State:
    """The state once somebody has edited. `same`: the record is still the one approved or published."""
    if same:
        return state
    return {State.APPROVED: State.IN_REVIEW, State.PUBLISHED: State.DRAFT}.get(state, state)


def _sending(standing: Standing, person: Person) -> str:
    match standing.state:
        case State.DRAFT:
            return ""
        case State.PUBLISHED:
            return "Nothing waits to be reviewed: everything at the desk is published."
        case other:
            return f"It is {other.label} already."


def _approving(standing: Standing, person: Person) -> str:
    waits = standing.state is State.IN_REVIEW or (standing.state is State.APPROVED and standing.changed)
    if not waits:
        return NOT_WAITING[standing.state]
    if standing.two_people and person.edited:
        return "You edited it since its last edition: somebody else must approve it."
    return ""


def _sending_back(standing: Standing, person: Person) -> str:
    if standing.state in (State.IN_REVIEW, State.APPROVED):
        return ""
    return f"It is {standing.state.label}: only what is in review or approved can be sent back."


def _publishing(standing: Standing, person: Person) -> str:
    if standing.state is State.IN_REVIEW:
        return "It is in review: approve it first."
    if not standing.two_people:
        return ""
    if standing.state is not State.APPROVED:
        return f"It is {standing.state.label}: send it to review, and let a second person approve it first."
    if standing.changed:
        return "It is not what was approved any more, for instance because a source changed: approve it anew."
    return ""


def _retracting(standing: Standing, person: Person) -> str:
    return "" if standing.is_public else "No edition of it is public: there is nothing to retract."


def _redacting(standing: Standing, person: Person) -> str:
    return "" if standing.has_edition else "It was never published: there is nothing to redact."


NOT_WAITING: Mapping[State, str] = {
    State.DRAFT: "It is a draft: send it to review first.",
    State.APPROVED: "It is approved already.",
    State.PUBLISHED: "Nothing waits to be approved: everything at the desk is published.",
}

#: Which of a person's rights each step needs.
ROLE: Mapping[Step, str] = {
    Step.SEND_TO_REVIEW: "changes",
    Step.APPROVE: "approves",
    Step.SEND_BACK: "approves",
    Step.PUBLISH: "publishes",
    Step.RETRACT: "retracts",
    Step.REDACT: "redacts",
}

#: Whom to ask for a step that one's own role does not take.
WHO: Mapping[Step, str] = {
    Step.SEND_TO_REVIEW: "a contributor",
    Step.APPROVE: "a reviewer",
    Step.SEND_BACK: "a reviewer",
    Step.PUBLISH: "an editor",
    Step.RETRACT: "an editor",
    Step.REDACT: "a curator",
}

RULES: Mapping[Step, Callable[[Standing, Person], str]] = {
    Step.SEND_TO_REVIEW: _sending,
    Step.APPROVE: _approving,
    Step.SEND_BACK: _sending_back,
    Step.PUBLISH: _publishing,
    Step.RETRACT: _retracting,
    Step.REDACT: _redacting,
}
