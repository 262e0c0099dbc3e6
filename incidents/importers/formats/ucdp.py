"""UCDP's Georeferenced Event Dataset: one row for each event of organised violence.

The columns and codes are those of its codebook, https://ucdp.uu.se/downloads/ (GED codebook). Each row
gives a low, best and high estimate of deaths, and deaths by side. Ids stay with their events from one release
to the next.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archive.dates import DateError, bounds
from archive.record import Publication, Relation, Source
from archive.vocabulary import (
    ActorKind,
    Attribution,
    PlaceKind,
    Population,
    Precision,
    Property,
    PublicationKind,
    Qualifier,
    Reliance,
    SourceKind,
    TargetType,
)
from archive.wording import date_text
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import code, count, day, required, spot, text
from incidents.importers.parsing.claimants import claimant
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.days import between
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells, Entry, RowError
from incidents.importers.parsing.format import Format
from incidents.importers.parsing.naming import Level

COLUMNS = """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id
    side_b number_of_sources source_article source_office source_date source_headline source_original
    where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid
    country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown best high low gwnoa gwnob
"""
#: The variant on the Humanitarian Data Exchange has the country’s code beside its name.
COLUMNS_WITH_ISO = COLUMNS.replace(" country ", " country iso3 ")

#: Codes of type_of_violence and where_prec.
ONE_SIDED = 3
NEAR, COUNTRYWIDE = 2, 6
PRECISIONS: Mapping[int | None, Precision] = {
    1: Precision.EXACT,
    2: Precision.EXACT,
    3: Precision.DISTRICT,
    4: Precision.PROVINCE,
    5: Precision.DISTRICT,
}
#: How near its coordinates are to an area that is itself the place.
WIDE = {PlaceKind.PROVINCE: Precision.PROVINCE, PlaceKind.DISTRICT: Precision.DISTRICT}
CIVILIANS = "Civilians"
#: Offices by the names under which the archive knows the publications already.
OFFICES = {
    "Associated Press Newswires": "Associated Press",
    "Reuters News": "Reuters",
    "Xinhua News Agency": "Xinhua",
}
AGENCIES = ("Agence France Presse", "Associated Press", "Press Trust of India", "Reuters", "Xinhua")
ARTICLE = re.compile(r'"([^,"]*),(\d{4}-\d\d-\d\d),((?:[^"]|"(?!;"|$))*)"(?:;|$)')
SETTLEMENT = re.compile(r"^(.+) (?:town|village|city)$")
PROVINCE = re.compile(r"^(.+) province$")
DISTRICT = re.compile(r"^(.+) district$")


def parse(cells: Cells, dataset: Dataset) -> Entry:
    """The entry of one row. Raises RowError, naming each column that cannot be read."""
    id = required(cells, "id")
    if not re.fullmatch(r"\d{1,12}", id):
        raise RowError(f"id: “{id[:80]}” is not UCDP's number of an event")
    articles = list(_articles(cells))
    draft = Draft(id, f"ucdp-{id}", _row(id, cells, articles, dataset))
    draft.hold(dataset.publication, *(part for article in articles for part in article))
    date = between(_day(cells, "date_start"), _day(cells, "date_end"))
    places = _places(cells)
    draft.hold(*places)
    name, place = places[-1].name, places[-1].key
    _add_settled(draft, cells, date, place)
    _add_counts(draft, cells)
    _add_sides(draft, cells)
    what = "Attack on civilians" if code(cells, "type_of_violence") == ONE_SIDED else "Violence"
    target = TargetType.CIVILIANS if code(cells, "type_of_violence") == ONE_SIDED else None
    attack = {"number": 1, "label": name, "place": place, "date": date, "target": target}
    title = f"{what} in {name}, {date_text(date)}"
    title = title.replace(" in Near ", " near ").replace(" in Between ", " between ")
    return draft.entry(title=title[:300], date=date, place=place, attacks=[attack])


def _day(cells: Cells, column: str) -> Any:
    return day(cells, column, "%Y-%m-%d %H:%M:%S.%f", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y")


def _row(id: str, cells: Cells, articles: Sequence[tuple[Any, Source]], dataset: Dataset) -> Source:
    """The row as a source. What it rests on is its articles, or stands in the note as UCDP gives it."""
    rests = "" if articles else text(cells, "source_article")
    return Source(
        key=f"{dataset.key}-{id}",
        kind=SourceKind.DATASET_ROW,
        description=f"UCDP GED, event {id}",
        publication=dataset.key,
        version=dataset.release,
        relies_on=tuple(
            Relation(how=Reliance.SUMMARISES, source=source.key)
            for source in {source.key: source for _, source in articles}.values()
        ),
        note=_short(f"Rests on: {rests}") if rests else "",
    )


def _short(line: str, longest: int = 2000) -> str:
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _articles(cells: Cells) -> Iterator[tuple[Any, Source]]:
    """The publication and the headline of each article in “"office,day,headline";"office,day,headline"”.

    A cell in any other form is free text, and yields none.
    """
    cell = text(cells, "source_article")
    found = [(office.strip(), day, headline.strip()) for office, day, headline in ARTICLE.findall(cell)]
    if ARTICLE.sub("", cell).strip() or not all(_is_day(day) for _, day, _ in found):
        return
    for office, published, headline in found:
        yield _article(office, published, headline)


def _is_day(words: str) -> bool:
    try:
        return bounds(words).is_dated
    except DateError:
        return False


def _article(office: str, published: str, headline: str) -> tuple[Any, Source]:
    name = OFFICES.get(office, office) or "Unnamed office"
    kind = PublicationKind.NEWS_AGENCY if name in AGENCIES else PublicationKind.NEWSPAPER
    publication = naming.publication(name[:300], kind)
    mark = hashlib.sha256(headline.encode()).hexdigest()[:8]
    source = Source(
        key=naming.key_of(publication.key, published, mark),
        kind=SourceKind.HEADLINE,
        title=_short(headline),
        description="" if headline else f"Report of {name}, known through UCDP’s list of sources",
        publication=publication.key,
        published=published,
        note="Known through UCDP’s list of sources.",
    )
    return publication, source


def _places(cells: Cells) -> Sequence[Any]:
    """Country, province, district and the place itself; for an event near a place, what is near it."""
    precision = code(cells, "where_prec")
    at, where = spot(cells), text(cells, "where_coordinates")
    levels = [
        Level(required(cells, "country"), PlaceKind.COUNTRY),
        Level(_bare(PROVINCE, text(cells, "adm_1")), PlaceKind.PROVINCE),
        Level(DISTRICT.sub(r"\1 District", text(cells, "adm_2")), PlaceKind.DISTRICT),
    ]
    levels = [level for level in levels if level.name]
    named = {text(cells, column) for column in ("country", "adm_1", "adm_2")}
    if where and where not in named and precision != COUNTRYWIDE:
        levels.append(_place(where, precision, at))
    elif at and len(levels) > 1:
        levels[-1] = Level(levels[-1].name, levels[-1].kind, at, WIDE[levels[-1].kind])
    if precision == NEAR and levels[-1].spot:
        return naming.places(*naming.near(levels))
    return naming.places(*levels)


def _place(where: str, precision: int | None, at: tuple[float, float] | None) -> Level:
    found = SETTLEMENT.match(where)
    kind = PlaceKind.SETTLEMENT if found else PlaceKind.SITE
    return Level(
        found[1] if found else where, kind, at, PRECISIONS.get(precision, Precision.PROVINCE) if at else None
    )


def _bare(form: re.Pattern[str], name: str) -> str:
    found = form.match(name)
    return found[1] if found else name


def _add_settled(draft: Draft, cells: Cells, date: str, place: str) -> None:
    """The day, the place and the target, each as the row states it."""
    words = stated((name, cells.get(name, "")) for name in ("date_start", "date_end", "date_prec"))
    draft.claim("date", Property.DATE, {"edtf": date}, stated=words)
    words = stated(
        (name, cells.get(name, ""))
        for name in ("where_coordinates", "where_description", "adm_2", "adm_1", "where_prec")
    )
    draft.claim("place", Property.PLACE, {"place": place}, stated=words)
    if code(cells, "type_of_violence") == ONE_SIDED:
        value = {"type": TargetType.CIVILIANS}
        draft.claim(
            "target",
            Property.TARGET,
            value,
            stated="type_of_violence 3 (one-sided)",
            about="attack",
            attack=1,
        )


def _add_counts(draft: Draft, cells: Cells) -> None:
    """The estimate of all deaths, and the deaths of each side as a population of its own."""
    said = claimant(text(cells, "source_original"), (cells.get("side_a", ""), cells.get("side_b", "")))
    numbers = {name: count(cells, name) for name in ("low", "best", "high")}
    words = stated((name, cells.get(name, "")) for name in ("best", "low", "high"))
    if any(number is not None for number in numbers.values()):
        value = {"qualifier": Qualifier.ESTIMATE, "population": Population.ALL, **numbers}
        draft.claim("killed", Property.KILLED, value, stated=words, claimant=said)
        draft.flag(*_disorder(numbers))
    for population, columns in _sides(cells).items():
        number = sum(count(cells, column) or 0 for column in columns)
        if number:
            value = {"qualifier": Qualifier.EXACT, "population": population, "best": number}
            words = stated((name, cells.get(name, "")) for name in columns)
            draft.claim(f"killed:{population}", Property.KILLED, value, stated=words, claimant=said)


def _disorder(numbers: dict[str, int | None]) -> Iterator[str]:
    low, best, high = (numbers[name] for name in ("low", "best", "high"))
    if low is not None and best is not None and low > best:
        yield f"low ({low}) is more than best ({best})"
    if best is not None and high is not None and best > high:
        yield f"best ({best}) is more than high ({high})"


def _sides(cells: Cells) -> dict[Population, list[str]]:
    """Of which population the deaths in each column are; deaths_unknown are in the total alone."""
    found: dict[Population, list[str]] = {Population.CIVILIANS: ["deaths_civilians"]}
    one_sided = code(cells, "type_of_violence") == ONE_SIDED
    for side in ("a", "b"):
        name = text(cells, f"side_{side}")
        if _is_state(name):
            population = Population.SECURITY_FORCES
        elif name == CIVILIANS:
            population = Population.CIVILIANS
        else:
            population = Population.PERPETRATORS if one_sided else Population.FIGHTERS
        found.setdefault(population, []).append(f"deaths_{side}")
    return found


def _is_state(name: str) -> bool:
    return name.startswith("Government of ")


def _add_sides(draft: Draft, cells: Cells) -> None:
    """Who fought, under the names that UCDP gives them, and in which conflict.

    One-sided violence is attributed to its side A; of a fight between two, UCDP holds neither responsible.
    """
    for side in ("a", "b"):
        name = text(cells, f"side_{side}")[:300]
        if not name or name == CIVILIANS:
            continue
        kind = ActorKind.GOVERNMENT if _is_state(name) else ActorKind.ARMED_GROUP
        actor = draft.hold(naming.actor(name, kind))
        draft.claim(f"side:{side}", Property.NAME, {"text": name, "actor": actor}, locator=f"side_{side}")
        if side == "a" and code(cells, "type_of_violence") == ONE_SIDED:
            value = {"actor": actor, "attribution": Attribution.ATTRIBUTED}
            draft.claim("responsibility", Property.RESPONSIBILITY, value, stated=f"side_a {name}")
    if name := text(cells, "conflict_name")[:300]:
        value = {"conflict": draft.hold(naming.conflict(name))}
        draft.claim("part_of", Property.PART_OF, value, stated=f"conflict_name {name}")


def release_of(file: str) -> str:
    """“22.1” of GEDEvent_v22_1.csv or ged221-csv.zip; “22.0.3” of GEDEvent_v22_0_3.csv, a Candidate."""
    if found := re.search(r"v(\d\d)_(\d{1,2})(?:_(\d{1,2}))?", file):
        return ".".join(part for part in found.groups() if part)
    found = re.search(r"ged(\d\d)(\d)", file)
    return ".".join(found.groups()) if found else ""


UCDP = Format(
    name="ucdp",
    label="UCDP Georeferenced Event Dataset (CSV)",
    publication=Publication(
        key="ucdp-ged",
        name="UCDP Georeferenced Event Dataset",
        kind=PublicationKind.DATASET,
        url="https://ucdp.uu.se/downloads/",
        licence="CC BY 4.0, Uppsala Conflict Data Program",
    ),
    redistributable=True,
    variants=(COLUMNS.split(), COLUMNS_WITH_ISO.split()),
    needed=frozenset({"id", "country", "date_start", "date_end", "best", "low", "high"}),
    parse=parse,
    release_of=release_of,
)
