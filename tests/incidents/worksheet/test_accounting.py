"""Which numbers and names of a text claims account for."""

from __future__ import annotations

from typing import Any

from archive.vocabulary import ClaimantKind, Population, Property, Qualifier
from incidents.proposals import Mark, Name, Proposal
from incidents.worksheet.accounting import Account, Known, Taken, known_by, located
from incidents.worksheet.leaving import sign
from incidents.worksheet.spans import Span

TEXT = "At least 14 people died, police said. Some 14 shops burnt in Pishin. Later Pishin was calm."
QUOTE = "At least 14 people died, police said."
PLACE = ("place", "pishin")


def mark(words: str, kind: str = "number", *, after: int = 0) -> Mark:
    start = TEXT.index(words, after)
    return Mark(start, start + len(words), kind, words)


def proposal(words: str = "At least 14 people died", **more: object) -> Proposal:
    start = TEXT.index(words)
    given: dict[str, object] = {
        "start": start,
        "end": start + len(words),
        "quote_start": 0,
        "quote_end": len(QUOTE),
        "property": Property.KILLED,
        "qualifier": Qualifier.AT_LEAST,
        "low": 14,
        "best": None,
        "high": None,
        "population": Population.UNSTATED,
        "attribution": None,
        "actor": "",
        "claimant_kind": ClaimantKind.UNSTATED,
        "claimant_role": "",
        "claimant": "",
        "stated": words,
        "why": ("It says so.",),
    }
    return Proposal(**given | more)  # type: ignore[arg-type]


def taken(stated: str = "", number: int = 1, **more: object) -> Taken:
    quote, words = located(TEXT, QUOTE, stated)
    given: dict[str, object] = {"claim": number, "property": Property.KILLED, "quote": quote, "stated": words}
    return Taken(**given | more)  # type: ignore[arg-type]


def account(
    *claims: Taken, proposals: tuple[Proposal, ...] = (), settled: frozenset[Known] = frozenset()
) -> Account:
    names = known_by([Name("place", "pishin", "Pishin"), Name("place", "x", "X")])
    return Account(claims, proposals, names, settled)


def test_a_number_is_accounted_for_by_the_claim_whose_words_hold_it() -> None:
    found = account(taken("at least 14 people", number=3))

    assert found.of(mark("14")) == (3,)
    assert found.of(mark("14", after=20)) == ()


def test_without_words_a_claim_accounts_for_what_the_rules_read_the_same() -> None:
    same = taken(numbers=frozenset({14}))

    assert account(same, proposals=(proposal(),)).of(mark("14")) == (1,)
    assert account(taken(numbers=frozenset({15})), proposals=(proposal(),)).of(mark("14")) == ()
    assert account(same).of(mark("14")) == ()


def test_a_quote_that_is_not_in_the_text_accounts_for_nothing() -> None:
    assert located(TEXT, "Fifteen died.", "Fifteen") == (None, None)
    assert account(taken(quote=None), proposals=(proposal(),)).of(mark("14")) == ()


def test_a_name_is_accounted_for_wherever_it_stands() -> None:
    found = account(taken(names=frozenset({PLACE})))

    assert found.of(mark("Pishin", "place")) == found.of(mark("Pishin", "place", after=70)) == (1,)
    assert account(taken()).of(mark("Pishin", "place")) == ()


def test_what_is_settled_needs_no_claim_of_this_text() -> None:
    found = account(settled=frozenset({PLACE}))

    assert found.is_settled(mark("Pishin", "place"))
    assert not found.is_settled(mark("14"))
    assert not account().is_settled(mark("Pishin", "place"))


def unquoted(**more: Any) -> Taken:
    return taken(quote=None, is_unquoted=True, numbers=frozenset({14}), **more)


def test_a_claim_without_a_quote_states_the_number_of_what_is_read_the_same() -> None:
    found = account(unquoted(), proposals=(proposal(),))

    assert found.unquoted(mark("14")) == found.stated(proposal()) == (1,)
    assert found.unquoted(mark("14", after=20)) == ()
    assert account(unquoted(property=Property.INJURED), proposals=(proposal(),)).unquoted(mark("14")) == ()
    assert account(taken(), proposals=(proposal(),)).unquoted(mark("14")) == ()


def test_a_claim_without_a_quote_states_the_number_of_its_words() -> None:
    found = account(unquoted(unquoted=(Span(38, 51),)))

    assert found.unquoted(mark("14", after=20)) == (1,)
    assert found.unquoted(mark("14")) == ()


def test_a_proposal_is_entered_once_a_claim_carries_it() -> None:
    assert account(taken("14 people")).entered(proposal()) == (1,)
    assert account(taken("police said")).entered(proposal()) == ()
    assert account(taken("14 people", property=Property.INJURED)).entered(proposal()) == ()


def test_a_number_that_was_left_out_is_known_by_what_stands_around_it() -> None:
    first, second = sign(mark("14"), TEXT), sign(mark("14", after=20), TEXT)

    assert first != second
    assert first[:2] == second[:2] == ("number", "14")
    assert sign(mark("Pishin", "place"), TEXT) == ("place", "pishin", "")
