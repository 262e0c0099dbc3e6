"""Who must show a second factor, and what is open before that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents.door.rule import BEFORE_LOGIN, TO_SHOW, Passage, is_open, is_own, passage

NAMES = st.sampled_from([None, "index", "incidents_claim_change", "mfa_index", *BEFORE_LOGIN, *TO_SHOW])


def way(may_publish: bool, has_shown: bool, has_one: bool, belongs: bool = True) -> Passage:
    return passage(belongs=belongs, may_publish=may_publish, has_shown=has_shown, has_one=lambda: has_one)


@given(st.booleans(), st.booleans(), st.booleans())
def test_who_does_not_belong_to_the_desk_stays_out(may_publish: bool, has_shown: bool, has_one: bool) -> None:
    assert way(may_publish, has_shown, has_one, belongs=False) is Passage.STAYS_OUT


@given(st.booleans(), st.booleans())
def test_who_may_not_publish_always_enters(has_shown: bool, has_one: bool) -> None:
    assert way(False, has_shown, has_one) is Passage.ENTERS


@given(st.booleans())
def test_who_has_shown_a_second_factor_enters(has_one: bool) -> None:
    assert way(True, True, has_one) is Passage.ENTERS


def test_who_may_publish_shows_the_second_factor_or_sets_one_up() -> None:
    assert way(True, False, True) is Passage.SHOWS
    assert way(True, False, False) is Passage.SETS_UP


@given(NAMES)
def test_whoever_enters_may_open_everything(name: str | None) -> None:
    assert is_open(name, Passage.ENTERS)


@given(NAMES)
def test_whoever_stays_out_may_open_what_is_before_the_login_alone(name: str | None) -> None:
    assert is_open(name, Passage.STAYS_OUT) is (name in BEFORE_LOGIN)


@given(NAMES)
def test_whoever_has_still_to_set_one_up_may_open_the_pages_of_the_door_alone(name: str | None) -> None:
    assert is_open(name, Passage.SETS_UP) is is_own(name)


@given(NAMES)
def test_whoever_has_still_to_show_one_may_not_change_any(name: str | None) -> None:
    assert is_open(name, Passage.SHOWS) is (name in TO_SHOW)
