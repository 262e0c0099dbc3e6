"""The counts of the two demonstration events, restated from their fact sheets for tests of the rules."""

from __future__ import annotations

from typing import Any

from archive.record import Claimant, Record
from archive.vocabulary import About, ActorKind, Attribution, ClaimantKind, PartAs, Property, Rank
from tests.builders import (
    actor,
    at_least,
    attack,
    between_or_more,
    count,
    estimate,
    exactly,
    more_than,
    record,
    responsible,
    roughly,
    source,
    vague,
)

EARLY = "early count, raised in later reports"
RAISED = "the count rose"
BOTH = Property.KILLED_OR_INJURED
INJURED = Property.INJURED
AMAQ = Claimant(actor="amaq", kind=ClaimantKind.PARTY)


def balochistan() -> Record:
    """The bombings of 7 February 2024: three sources that disagree."""
    old: dict[str, Any] = {"superseded_reason": EARLY}
    return record(
        count(1, at_least(24), "s1", superseded_by=2, **old),
        count(2, at_least(28), "s3"),
        count(3, between_or_more(28, 30), "s2"),
        count(4, at_least(30), "s2"),
        count(5, exactly(14), "s1", attack=1, superseded_by=7, **old),
        count(6, at_least(14), "s1", attack=1, superseded_by=7, **old),
        count(7, at_least(16), "s2", attack=1),
        count(8, at_least(10), "s1", attack=2, superseded_by=9, **old),
        count(9, exactly(12), "s2", attack=2),
        count(10, vague(), ("s1", "s3"), measure=INJURED),
        count(11, between_or_more(40, 40), "s2", measure=INJURED),
        count(12, at_least(40), "s2", measure=INJURED),
        count(13, vague(), "s1", measure=INJURED, attack=1),
        count(14, more_than(24), "s1", measure=INJURED, attack=1),
        count(15, exactly(23), "s2", measure=INJURED, attack=1),
        count(16, exactly(18), "s2", measure=INJURED, attack=2),
        count(17, roughly(45), "s2", measure=BOTH, attack=1, claimant=AMAQ),
        count(18, exactly(35), "s2", measure=BOTH, attack=2, claimant=AMAQ),
        responsible(19, "is-pakistan", Attribution.ATTRIBUTED, "s2"),
        responsible(20, "is-pakistan", Attribution.SELF_CLAIMED, "s2"),
        responsible(21, None, Attribution.NONE_NAMED, "s1"),
        responsible(22, "bla", Attribution.SUSPECTED, "s3", about=About.CONTEXT),
        attacks=[attack(1, label="Pishin"), attack(2, label="Killa Saifullah")],
        entities=[
            source("s1", "[2024-02-07,2024-02-08]"),
            source("s2", "2026/.."),
            source("s3", "2024-02-07"),
            actor("is-pakistan", part_of="islamic-state", part_as=PartAs.BRANCH),
            actor("amaq", part_of="islamic-state", part_as=PartAs.MEDIA_ARM, kind=ActorKind.MEDIA),
        ],
    )


def mastung() -> Record:
    """The bombing of 13 July 2018: one count that rose for days, every step dated."""
    first: dict[str, Any] = {"superseded_by": 3, "superseded_reason": RAISED}
    later: dict[str, Any] = {"superseded_by": 8, "superseded_reason": RAISED}
    return record(
        count(1, exactly(85), "afp", **first),
        count(2, exactly(85), "dawn", **first),
        count(3, exactly(128), "dawn", **later),
        count(4, exactly(128), "the-news-341277", **later),
        count(5, exactly(128), "the-news-341581", **later),
        count(6, exactly(128), "inewstoday", **later),
        count(7, exactly(128), "morning-bell", **later),
        count(8, exactly(149), "the-news-342402"),
        count(9, exactly(149), "rt"),
        count(10, exactly(149), "ap"),
        count(11, exactly(128), "museum", rank=Rank.DEPRECATED, rank_reason="kept the first day's toll"),
        count(12, estimate(low=149, best=149, high=149), "ucdp"),
        count(13, more_than(132), "the-news-341581", about=About.CONTEXT),
        attacks=1,
        entities=[
            source("afp", "2018-07-13"),
            source("dawn", "2018-07-13"),
            source("the-news-341277", "2018-07-13"),
            source("the-news-341581", "2018-07-14"),
            source("inewstoday", "2018-07-14"),
            source("morning-bell", "2018-07-14"),
            source("the-news-342402", "2018-07-16"),
            source("rt", "2018-07-16"),
            source("ap", "2018-07-20"),
            source("museum"),
            source("ucdp"),
        ],
    )
