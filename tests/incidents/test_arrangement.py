"""The order in which the desk lists an incident's claims, and which of them a page shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.vocabulary import About, Property, Section
from incidents.arrangement import Group, Outline, Wish, arranged

GROUPS = [
    Group(About.INCIDENT, None, Property.KILLED),
    Group(About.INCIDENT, None, Property.STATEMENT, Section.LEAD),
    Group(About.INCIDENT, None, Property.STATEMENT, Section.REACTIONS),
    Group(About.ATTACK, 1, Property.KILLED),
    Group(About.ATTACK, 2, Property.KILLED),
    Group(About.CONTEXT, None, Property.INJURED),
]


def outline(number: int, group: Group = GROUPS[0], *, position: int = 1, cited: bool = True) -> Outline:
    return Outline(key=100 + number, number=number, position=position, group=group, cited=cited)


def numbers(outlines: list[Outline], wish: Wish | None = None, size: int = 10) -> list[int]:
    return [each.number for each in arranged(outlines, wish or Wish(), size).outlines]


def test_claims_stand_by_topic_then_property_then_section() -> None:
    outlines = [outline(number, group) for number, group in enumerate(GROUPS)]

    assert numbers(list(reversed(outlines))) == [0, 1, 2, 3, 4, 5]


def test_within_a_group_claims_stand_by_position_then_number() -> None:
    assert numbers([outline(1, position=3), outline(3), outline(2)]) == [2, 3, 1]


def test_claims_are_narrowed_by_property_topic_and_lack_of_a_citation() -> None:
    outlines = [outline(1), outline(2, GROUPS[4], cited=False), outline(3, GROUPS[4]), outline(4, GROUPS[5])]

    assert numbers(outlines, Wish(kind="injured")) == [4]
    assert numbers(outlines, Wish(about="attack-2")) == [2, 3]
    assert numbers(outlines, Wish(about="attack-2", uncited=True)) == [2]


def test_the_page_that_holds_a_claim_is_found_by_its_number() -> None:
    page = arranged([outline(number) for number in range(1, 8)], Wish(claim=6), size=2)

    assert (page.number, page.last, [each.number for each in page.outlines]) == (3, 4, [5, 6])


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert arranged([outline(1)], Wish(page=99), size=2).number == 1


def test_what_there_is_altogether_is_counted_whatever_is_shown() -> None:
    page = arranged([outline(1), outline(2, GROUPS[3], cited=False)], Wish(kind="name"))

    assert (page.found, page.total, page.uncited) == (0, 2, 1)
    assert page.topics == {"incident": 1, "attack-1": 1}
    assert page.properties == {"killed": 2}


@given(st.lists(st.sampled_from(GROUPS), max_size=30), st.integers(1, 7))
def test_the_pages_together_hold_every_claim_once(groups: list[Group], size: int) -> None:
    outlines = [outline(number, group) for number, group in enumerate(groups, 1)]
    last = arranged(outlines, Wish(), size).last
    found = [number for page in range(1, last + 1) for number in numbers(outlines, Wish(page=page), size)]

    assert sorted(found) == [outline.number for outline in outlines]
