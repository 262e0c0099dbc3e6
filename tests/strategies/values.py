"""The values of claims, of every property."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from archive.record import NUMBERS_OF
from archive.vocabulary import (
    MEASURES,
    AttackType,
    Attribution,
    Population,
    Property,
    Qualifier,
    ReactionGroup,
    Section,
    TargetType,
    WeaponType,
)
from tests.strategies.library import Library
from tests.strategies.plain import COUNTS, Data, maybe, moments, names, terms, words


@st.composite
def quantities(draw: DrawFn) -> Data:
    qualifier = draw(st.sampled_from(list(Qualifier)))
    if qualifier is Qualifier.ESTIMATE:
        given = draw(st.sets(st.sampled_from(["low", "best", "high"]), min_size=1))
    else:
        given = set(NUMBERS_OF[qualifier])
    numbers = draw(st.lists(COUNTS, min_size=3, max_size=3))
    if qualifier is not Qualifier.ESTIMATE:
        numbers.sort()
    value = dict(zip(("low", "best", "high"), numbers, strict=True))
    kept = {name: number for name, number in value.items() if name in given}
    return {"qualifier": qualifier, "population": draw(terms(Population)), **kept}


def value_of(draw: DrawFn, kind: Property, library: Library, attacks: Sequence[int]) -> Data:
    text = words(20)
    typed = {
        Property.TARGET: TargetType,
        Property.WEAPON: WeaponType,
        Property.ATTACK_TYPE: AttackType,
    }
    if kind in MEASURES:
        return draw(quantities())
    if kind in typed:
        return {"type": draw(terms(typed[kind])), "text": draw(text)}
    return draw(_others(library, attacks)[kind])


def _others(library: Library, attacks: Sequence[int]) -> dict[Property, SearchStrategy[Data]]:
    places, actors = (st.sampled_from(library.keys(name)) for name in ("places", "actors"))
    conflicts = st.sampled_from(library.keys("conflicts"))
    languages = st.sampled_from([None, "en", "ur"])
    url = maybe(st.just("https://example.org/see"))
    return {
        Property.RESPONSIBILITY: _responsibilities(actors),
        Property.NAME: _spellings(places, actors, languages),
        Property.PART_OF: st.fixed_dictionaries({"conflict": conflicts}),
        Property.DATE: st.fixed_dictionaries({"edtf": moments()}),
        Property.TIME: _times(attacks),
        Property.PLACE: st.fixed_dictionaries({"place": places}),
        Property.MOTIVE: st.fixed_dictionaries({"text": names()}),
        Property.IMAGE: st.fixed_dictionaries(
            {
                "caption": words(),
                "credit": names(),
                "rights": names(),
                "date": maybe(moments()),
                "place": words(),
            }
        ),
        Property.SEE_ALSO: st.fixed_dictionaries(
            {"title": names(), "incident": maybe(st.just("other-event")), "url": url}
        ),
        Property.STATEMENT: _statements(),
    }


@st.composite
def _responsibilities(draw: DrawFn, actors: SearchStrategy[str]) -> Data:
    attribution = draw(st.sampled_from(list(Attribution)))
    nobody = attribution is Attribution.NONE_NAMED
    return {"attribution": attribution, "actor": None if nobody else draw(actors)}


@st.composite
def _spellings(
    draw: DrawFn,
    places: SearchStrategy[str],
    actors: SearchStrategy[str],
    languages: SearchStrategy[str | None],
) -> Data:
    of = draw(st.sampled_from(["nothing", "place", "actor"]))
    named = {"place": places, "actor": actors}
    return {"text": draw(names()), "language": draw(languages)} | (
        {of: draw(named[of])} if of in named else {}
    )


@st.composite
def _times(draw: DrawFn, attacks: Sequence[int]) -> Data:
    approximate = draw(st.booleans())
    relative = draw(st.booleans())
    if attacks and relative:
        after = {"minutes": draw(st.integers(-300, 300)), "after_attack": draw(st.sampled_from(attacks))}
        return {"approximate": approximate, **after}
    return {"approximate": approximate, "clock": draw(st.sampled_from(["00:00", "09:05", "23:59"]))}


@st.composite
def _statements(draw: DrawFn) -> Data:
    section = draw(st.sampled_from(list(Section)))
    group = draw(terms(ReactionGroup)) if section is Section.REACTIONS else None
    return {"section": section, "text": draw(names()), "group": group}
