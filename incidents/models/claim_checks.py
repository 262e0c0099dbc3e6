"""The database checks of a claim's row, made from the vocabulary and the table of shapes.

SQL lets a check pass on NULL: every check on a number therefore also says whether it must be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import and_

from django.db.models import CheckConstraint, F, Q

from archive.record import LARGEST_COUNT, NUMBERS_OF
from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    ClaimantKind,
    Population,
    Property,
    Qualifier,
    Rank,
    ReactionGroup,
    Section,
    TargetType,
    WeaponType,
)
from incidents.shapes import EMPTY, SHAPES, Shape
from sources.constraints import check, in_order, known

NUMBERS = ("low", "best", "high")
RANGES = (Qualifier.RANGE, Qualifier.RANGE_OR_MORE)
LONGEST_DISTANCE = 10_080


def claim_checks() -> list[CheckConstraint]:
    return [*_words(), *_topic(), *_shapes(), *_numbers(), *_values(), *_days()]


def is_empty(column: str) -> Q:
    if EMPTY[column] is None:
        return Q(**{f"{column}__isnull": True})
    return Q(**{column: EMPTY[column]})


def _words() -> Iterator[CheckConstraint]:
    yield known("claim", "about", About)
    yield known("claim", "property", Property)
    yield known("claim", "rank", Rank)
    yield known("claim", "claimant_kind", ClaimantKind)
    yield known("claim", "qualifier", Qualifier, optional=True)
    yield known("claim", "population", Population, optional=True)
    yield known("claim", "attribution", Attribution, optional=True)
    yield known("claim", "target", TargetType, optional=True)
    yield known("claim", "weapon", WeaponType, optional=True)
    yield known("claim", "attack_type", AttackType, optional=True)
    yield known("claim", "section", Section, optional=True)
    yield known("claim", "group", ReactionGroup, optional=True)


def _topic() -> Iterator[CheckConstraint]:
    yield check("claim_number_positive", Q(number__gte=1), "Claims are numbered from 1.")
    yield check(
        "claim_attack_with_about",
        Q(about=About.ATTACK, attack__isnull=False) | (~Q(about=About.ATTACK) & Q(attack__isnull=True)),
        "Name the attack exactly when the claim is about one attack.",
    )
    yield check(
        "claim_superseded_by_another",
        Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
        "A claim cannot supersede itself: choose the newer claim.",
    )


def _shapes() -> Iterator[CheckConstraint]:
    for shape in dict.fromkeys(SHAPES.values()):
        properties = [kind for kind, its in SHAPES.items() if its is shape]
        needed = [~is_empty(column) for column in EMPTY if column in shape.required]
        fits = reduce(and_, [*needed, *map(is_empty, shape.forbidden)])
        yield check(f"claim_{shape.name}_columns", ~Q(property__in=properties) | fits, _shape_words(shape))


def _shape_words(shape: Shape) -> str:
    def listed(columns: list[str]) -> str:
        return ", ".join(column.replace("_", " ") for column in columns)

    columns = list(shape.columns.values())
    needed = listed([column for column in columns if column in shape.required])
    may = listed([column for column in columns if column not in shape.required])
    parts = [f"needs {needed}" if needed else "", f"may have {may}" if may else ""]
    what = shape.name.replace("_", " ")
    return f"A claim of {what} {' and '.join(filter(None, parts))}; leave every other value empty."


def _numbers() -> Iterator[CheckConstraint]:
    for qualifier, wanted in NUMBERS_OF.items():
        fits = Q(**{f"{name}__isnull": name not in wanted for name in NUMBERS})
        if qualifier in RANGES:
            fits &= Q(low__lte=F("high"))
        words = " and ".join(name for name in NUMBERS if name in wanted) or "no number"
        upwards = ", from the smaller to the larger" if qualifier in RANGES else ""
        yield check(
            f"claim_{qualifier}_numbers",
            ~Q(qualifier=qualifier) | fits,
            f"“{qualifier.label}” takes {words}{upwards}, and nothing else.",
        )
    yield check(
        "claim_estimate_numbers",
        ~Q(qualifier=Qualifier.ESTIMATE) | ~Q(**{f"{name}__isnull": True for name in NUMBERS}),
        "An estimate needs at least one of low, best and high.",
    )
    for name in NUMBERS:
        inside = Q(**{f"{name}__gte": 0, f"{name}__lte": LARGEST_COUNT})
        yield check(
            f"claim_{name}_in_range",
            Q(**{f"{name}__isnull": True}) | inside,
            f"A number of people lies between 0 and {LARGEST_COUNT:,}.",
        )


def _values() -> Iterator[CheckConstraint]:
    yield check(
        "claim_actor_unless_nobody",
        Q(attribution="")
        | Q(attribution=Attribution.NONE_NAMED, actor__isnull=True)
        | (~Q(attribution=Attribution.NONE_NAMED) & Q(actor__isnull=False)),
        "Name the actor, unless nobody is named.",
    )
    yield check(
        "claim_name_of_one_thing",
        Q(actor__isnull=True) | Q(place__isnull=True),
        "A name spells a place or an actor, not both.",
    )
    yield check(
        "claim_reaction_group",
        Q(section=Section.REACTIONS) & ~Q(group="") | ~Q(section=Section.REACTIONS) & Q(group=""),
        "A reaction needs a group, and only a reaction has one.",
    )
    at_a_clock = ~Q(clock="") & Q(minutes__isnull=True, after_attack__isnull=True)
    yield check(
        "claim_clock_or_distance",
        ~Q(property=Property.TIME)
        | at_a_clock
        | Q(clock="", minutes__isnull=False, after_attack__isnull=False),
        "Give a clock time, or minutes and the attack that they are counted from.",
    )
    yield check(
        "claim_minutes_in_range",
        Q(minutes__isnull=True) | Q(minutes__gte=-LONGEST_DISTANCE, minutes__lte=LONGEST_DISTANCE),
        f"The distance is at most {LONGEST_DISTANCE:,} minutes (a week).",
    )


def _days() -> Iterator[CheckConstraint]:
    yield in_order("claim", "claimed_on", "claimed_earliest", "claimed_latest")
    yield in_order("claim", "date", "date_earliest", "date_latest")
