"""Who is held responsible, and how."""

from __future__ import annotations

import pytest

from incidents.proposals import read
from tests.incidents.proposals.reading import blamed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The TTP claimed responsibility.", [("self_claimed", "ttp")]),
        ("The attack was claimed by the Pakistani Taliban.", [("self_claimed", "ttp")]),
        ("The TTP claimed the attack.", [("self_claimed", "ttp")]),
        ("Both the TTP and IS claimed responsibility.", [("self_claimed", "is"), ("self_claimed", "ttp")]),
        ("The TTP denied involvement.", [("denied", "ttp")]),
        ("Police blamed the TTP for the attack.", [("officially_accused", "ttp")]),
        ("Suspected TTP militants attacked a bus.", [("suspected", "ttp")]),
        ("Men suspected to be members of the TTP attacked a bus.", [("suspected", "ttp")]),
        ("Investigators suspect the TTP.", [("suspected", "ttp")]),
        ("Two men of the TTP were charged.", []),
        ("Two men were charged as members of the TTP.", [("charged", "ttp")]),
        ("Two members were convicted; a court spoke of the TTP.", []),
        ("Two were convicted of helping the TTP.", [("convicted", "ttp")]),
        ("The bombing was attributed to the TTP.", [("attributed", "ttp")]),
        ("TTP fighters killed at least 12 soldiers.", [("attributed", "ttp")]),
        ("Six TTP militants killed in Quetta", []),
        ("No group has claimed responsibility.", [("none_named", "")]),
        ("There was no immediate claim of responsibility.", [("none_named", "")]),
        ("No group claimed it, but the TTP claimed the attack of May.", [("none_named", "")]),
        ("It is the attack that this text speaks of.", []),
    ],
)
def test_attributions(text: str, expected: list[tuple[str, str]]) -> None:
    assert blamed(text) == expected


def test_an_actor_that_nobody_knows_yet_is_proposed_in_words() -> None:
    (found,) = read("The Baloch Example Front claimed responsibility.")
    assert (found.attribution, found.actor) == ("self_claimed", "")
    assert found.stated == "The Baloch Example Front claimed responsibility"


def test_a_short_name_is_met_in_capitals_only() -> None:
    assert blamed("It is claimed responsibility.") == []
