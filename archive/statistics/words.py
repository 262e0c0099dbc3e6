"""By what incidents are grouped."""

from __future__ import annotations

from archive.vocabulary import Term


class Interval(Term):
    """A stretch of the calendar; weeks are those of ISO 8601, from Monday."""

    DAY = "day", "day"
    WEEK = "week", "week"
    MONTH = "month", "month"
    YEAR = "year", "year"


class Grouping(Term):
    """What the incidents of a group have in common."""

    DAY = "day", "the day"
    WEEK = "week", "the week"
    MONTH = "month", "the month"
    YEAR = "year", "the year"
    COUNTRY = "place:country", "the country"
    PROVINCE = "place:province", "the province or state"
    DIVISION = "place:division", "the division"
    DISTRICT = "place:district", "the district"
    SUBDISTRICT = "place:subdistrict", "the subdistrict"
    SETTLEMENT = "place:settlement", "the city, town or village"
    SITE = "place:site", "the site"
    ACTOR = "actor", "an actor held responsible, and how"
    TYPE = "type", "the type of an attack"
    TARGET = "target", "the target of an attack"
    WEAPON = "weapon", "the weapon of an attack"
    PUBLICATION = "publication", "a publication that tells of it"


INTERVALS = {Grouping(interval.value): interval for interval in Interval}
#: The levels of places that incidents are grouped by, as the kinds of places.
LEVELS = {each: each.value.partition(":")[2] for each in Grouping if each.value.startswith("place:")}
#: What is sought in one attack, so that several of these go together.
TRAITS = (Grouping.TYPE, Grouping.TARGET, Grouping.WEAPON)


class Measure(Term):
    """Whom statistics count."""

    KILLED = "killed", "killed"
    INJURED = "injured", "injured"
    KILLED_OR_INJURED = "killed_or_injured", "killed or injured"
    MISSING = "missing", "missing"
    DETAINED = "detained", "detained"
