"""Keys made of names, and places that lie within one another."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from archive.keys import LONGEST_KEY, key_of
from archive.vocabulary import PlaceKind, Precision
from incidents.importers.parsing.naming import Level, near, places


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_whatever_the_names_the_key_is_a_key(names: list[str]) -> None:
    key = key_of(*names)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert len(key) <= LONGEST_KEY


def test_letters_lose_their_marks() -> None:
    assert key_of("Señor Müller", "1,5 km") == "senor-muller-1-5-km"


def test_names_without_latin_letters_and_long_names_are_told_apart() -> None:
    assert key_of("کراچی") != key_of("لاہور")
    assert key_of("a" * 200) != key_of("a" * 201)


def test_towns_of_one_name_in_two_provinces_are_two() -> None:
    first, second = (
        places(Level(province, PlaceKind.PROVINCE), Level("Zenda", PlaceKind.SETTLEMENT))
        for province in ("North", "South")
    )
    assert (first[1].key, first[1].parent) == ("zenda-north", "north")
    assert second[1].key == "zenda-south"


def test_what_is_near_a_place_lies_within_it_at_its_coordinates() -> None:
    found = places(*near([Level("Zenda", PlaceKind.SETTLEMENT, (1.0, 2.0), Precision.EXACT)]))
    assert (found[1].name, found[1].parent, found[1].latitude) == ("Near Zenda", "zenda", 1.0)
    assert found[1].precision == "near"
    assert places(*near([Level("Zenda", PlaceKind.SETTLEMENT)]))[1].precision is None
