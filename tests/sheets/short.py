"""The fact sheet of the ten short dossiers, row by row, apart from the dossiers.

A row says what each source states, in the words that the claims keep.
"""

from __future__ import annotations

from dataclasses import dataclass

#: A source and the words of each count that it states.
Counts = tuple[tuple[str, tuple[str, ...]], ...]

PTI = "press-trust-of-india"
AFP = "agence-france-presse"
PBC = "pakistan-body-count"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One row of the fact sheet; `around`: counts of more than this event, which are context."""

    id: str
    day: str
    place: str
    spot: tuple[float, float]
    killed: Counts
    injured: Counts
    held: tuple[tuple[str, str], ...]
    around: Counts = ()
    apart: Counts = ()
    """Counts of one population alone."""


def ucdp(event: int, *words: str) -> tuple[str, tuple[str, ...]]:
    return f"ucdp-ged-{event}", words


ALL_BLASTS = ((f"{PTI}-2013-01-11-count", ("122",)),)
QUETTA = (30.183, 67.0)
PESHAWAR = (34.017, 71.583)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        id="q3h8vn",
        day="2013-01-10",
        place="quetta",
        spot=QUETTA,
        killed=(ucdp(63107, "best and low 96, high 105"), (f"{PBC}-369", ("51–93",))),
        injured=((f"{PBC}-369", ("121",)),),
        held=(("lashkar-e-jhangvi", "attributed"),),
        around=ALL_BLASTS,
    ),
    Sheet(
        id="d6w1re",
        day="2013-01-10",
        place="quetta",
        spot=QUETTA,
        killed=(ucdp(63006, "13"), (f"{AFP}-2013-01-10-count", ("11",))),
        injured=(),
        held=(("balochistan-liberation-army", "attributed"),),
        around=ALL_BLASTS,
    ),
    Sheet(
        id="t9c4xb",
        day="2013-02-16",
        place="quetta",
        spot=QUETTA,
        killed=(
            ucdp(63811, "92"),
            ("reuters-2013-02-16-count", ("64",)),
            (f"{PTI}-2013-02-17-count", ("84",)),
            (f"{PTI}-2013-02-21-count", ("91",)),
            (f"{PBC}-373", ("64–84",)),
        ),
        injured=((f"{PBC}-373", ("200",)),),
        held=(("lashkar-e-jhangvi", "attributed"),),
    ),
    Sheet(
        id="r2j7mp",
        day="2013-04-16",
        place="peshawar",
        spot=PESHAWAR,
        killed=(
            ucdp(64424, "20 (5 civilians, 15 unknown)"),
            (f"{AFP}-2013-04-16-count", ("8",)),
            (f"{PBC}-378", ("16–18",)),
        ),
        injured=((f"{PBC}-378", ("60",)),),
        held=(("tehrik-i-taliban-pakistan", "attributed"),),
        apart=(ucdp(64424, "5 civilians"),),
    ),
    Sheet(
        id="y5g3ks",
        day="2014-12-16",
        place="peshawar",
        spot=PESHAWAR,
        killed=(
            ucdp(156098, "146"),
            (f"{AFP}-2014-12-16-count", ("130",)),
            ("cnn-2014-12-17-count", ("145",)),
            (f"{PBC}-435", ("148",)),
        ),
        injured=((f"{PBC}-435", ("132",)),),
        held=(("tehrik-i-taliban-pakistan", "attributed"),),
    ),
    Sheet(
        id="h8n6wd",
        day="2016-08-08",
        place="quetta",
        spot=QUETTA,
        killed=(
            ucdp(235882, "75"),
            ("reuters-2016-08-08-taliban-claim", ("70",)),
            (f"{PBC}-469", ("70",)),
        ),
        injured=((f"{PBC}-469", ("120",)),),
        held=(
            ("pakistani-taliban-faction-2016-08-08", "self_claimed"),
            ("islamic-state", "self_claimed"),
            ("tehrik-i-taliban-pakistan", "attributed"),
        ),
    ),
    Sheet(
        id="c4v9tz",
        day="2016-11-12",
        place="shah-noorani-shrine",
        spot=(25.777, 67.017),
        killed=(ucdp(236120, "52"), (f"{AFP}-2016-11-12-count", ("at least 52",))),
        injured=(),
        held=(("islamic-state", "self_claimed"),),
    ),
    Sheet(
        id="p7b2fh",
        day="2018-07-10",
        place="peshawar",
        spot=PESHAWAR,
        killed=(ucdp(274816, "22"),),
        injured=(),
        held=(("tehrik-i-taliban-pakistan", "attributed"),),
    ),
    Sheet(
        id="w6k5nj",
        day="2018-07-13",
        place="bannu",
        spot=(32.985, 70.603),
        killed=(
            ucdp(274818, "5"),
            (f"{PTI}-2018-07-13-bannu", ("at least 4",)),
            # From the sheet of the Mastung bombing: the headline there adds these four.
            ("the-news-print-341581", ("4",)),
        ),
        injured=((f"{PTI}-2018-07-13-bannu", ("14 others hurt",)),),
        held=(("tehrik-i-taliban-pakistan", "attributed"),),
    ),
    Sheet(
        id="x3r8gc",
        day="2018-07-25",
        place="quetta",
        spot=QUETTA,
        killed=(ucdp(274878, "32"),),
        injured=(),
        held=(("islamic-state", "attributed"),),
        apart=(ucdp(274878, "26 civilians", "5 of the state's forces", "1 perpetrator"),),
    ),
)
