"""The rules of review, over every state, role and circumstance."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.review import Person, Standing, may_edit, may_ever, state_after_edit, why_not
from incidents.states import State, Step

ROLES = {
    "nobody": Person(),
    "contributor": Person(changes=True),
    "reviewer": Person(changes=True, approves=True),
    "editor": Person(changes=True, approves=True, publishes=True, retracts=True),
    "curator": Person(True, True, True, True, True),
}
YES = st.booleans()
STANDINGS = st.builds(
    Standing, st.sampled_from(State), changed=YES, has_edition=YES, is_public=YES, two_people=YES
)
PEOPLE = st.builds(Person, YES, YES, YES, YES, YES, edited=YES)


def may(step: Step, state: State, role: str = "curator", **more: bool) -> bool:
    return why_not(step, Standing(state, **more), ROLES[role]) == ""


@pytest.mark.parametrize(
    ("step", "roles"),
    [
        (Step.SEND_TO_REVIEW, {"contributor", "reviewer", "editor", "curator"}),
        (Step.APPROVE, {"reviewer", "editor", "curator"}),
        (Step.SEND_BACK, {"reviewer", "editor", "curator"}),
        (Step.PUBLISH, {"editor", "curator"}),
        (Step.RETRACT, {"editor", "curator"}),
        (Step.REDACT, {"curator"}),
    ],
)
def test_each_step_is_left_to_some_roles(step: Step, roles: set[str]) -> None:
    assert {name for name, person in ROLES.items() if may_ever(step, person)} == roles


@pytest.mark.parametrize(
    ("step", "states"),
    [
        (Step.SEND_TO_REVIEW, {State.DRAFT}),
        (Step.APPROVE, {State.IN_REVIEW}),
        (Step.SEND_BACK, {State.IN_REVIEW, State.APPROVED}),
        (Step.PUBLISH, {State.DRAFT, State.APPROVED, State.PUBLISHED}),
        (Step.RETRACT, set()),
        (Step.REDACT, set()),
    ],
)
def test_each_step_is_taken_from_some_states(step: Step, states: set[State]) -> None:
    assert {state for state in State if may(step, state)} == states


def test_where_two_people_must_agree_only_what_is_approved_is_published() -> None:
    assert {state for state in State if may(Step.PUBLISH, state, two_people=True)} == {State.APPROVED}


def test_what_changed_since_it_was_approved_is_approved_anew_before_it_is_published() -> None:
    assert not may(Step.PUBLISH, State.APPROVED, two_people=True, changed=True)
    assert may(Step.APPROVE, State.APPROVED, two_people=True, changed=True)


def test_what_is_public_is_retracted_and_what_ever_was_is_redacted() -> None:
    assert may(Step.RETRACT, State.DRAFT, is_public=True)
    assert may(Step.REDACT, State.DRAFT, has_edition=True)


@given(STANDINGS, PEOPLE)
def test_nobody_approves_what_they_edited_where_two_people_must_agree(
    standing: Standing, person: Person
) -> None:
    if standing.two_people and person.edited:
        assert why_not(Step.APPROVE, standing, person)


@given(STANDINGS, PEOPLE)
def test_nothing_is_published_without_the_approval_that_is_demanded(
    standing: Standing, person: Person
) -> None:
    if why_not(Step.PUBLISH, standing, person) == "" and standing.two_people:
        assert standing.state is State.APPROVED
        assert not standing.changed


@given(st.sampled_from(Step), STANDINGS, PEOPLE)
def test_a_step_needs_the_role_and_a_refusal_is_a_sentence(
    step: Step, standing: Standing, person: Person
) -> None:
    words = why_not(step, standing, person)

    assert words == "" or words.endswith(".")
    assert words or may_ever(step, person)


@pytest.mark.parametrize(("state", "person"), list(product(State, ROLES)))
def test_what_waits_for_approval_is_changed_by_those_who_approve(state: State, person: str) -> None:
    waits = state in (State.IN_REVIEW, State.APPROVED)
    everybody = {"contributor", "reviewer", "editor", "curator"}

    assert may_edit(state, ROLES[person]) == (person in everybody - ({"contributor"} if waits else set()))


def test_an_edit_takes_an_approval_back_and_makes_a_draft_of_what_is_published() -> None:
    after = {state: state_after_edit(state, same=False) for state in State}

    assert after == {
        State.DRAFT: State.DRAFT,
        State.IN_REVIEW: State.IN_REVIEW,
        State.APPROVED: State.IN_REVIEW,
        State.PUBLISHED: State.DRAFT,
    }


@pytest.mark.parametrize("state", list(State))
def test_saving_without_a_change_leaves_the_state(state: State) -> None:
    assert state_after_edit(state, same=True) is state


def test_where_two_people_must_agree_nobody_approves_what_they_edited() -> None:
    author = Person(changes=True, approves=True, edited=True)

    assert "somebody else" in why_not(Step.APPROVE, Standing(State.IN_REVIEW, two_people=True), author)
    assert why_not(Step.APPROVE, Standing(State.IN_REVIEW), author) == ""
