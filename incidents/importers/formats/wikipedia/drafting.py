"""The draft of an incident that an article's summary box and references make. Pure.

An encyclopedia is a tertiary source: every claim cites the article's revision, and its locator names the
reference that the article gives for it. The reference is a source too, on which the article rests; it is not
cited itself, since nobody has looked whether it says so. Of the article's prose nothing is taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from archive.record import Publication, Relation, Source
from archive.vocabulary import (
    ActorKind,
    AttackType,
    Attribution,
    Property,
    Reliance,
    SourceKind,
    TargetType,
    WeaponType,
)
from incidents.importers.formats.wikipedia import words
from incidents.importers.formats.wikipedia.article import Article
from incidents.importers.formats.wikipedia.box import Box, box_of
from incidents.importers.formats.wikipedia.counts import counted
from incidents.importers.formats.wikipedia.days import clock_of, date_of
from incidents.importers.formats.wikipedia.markup import line, lines, parsed
from incidents.importers.formats.wikipedia.places import places_of, spot_of
from incidents.importers.formats.wikipedia.references import References, references_of
from incidents.importers.parsing import naming
from incidents.importers.parsing.draft import Draft
from incidents.importers.parsing.entry import Entry, RowError

#: Who is named as nobody.
NOBODY = frozenset({"unknown", "unidentified", "none", "n/a", "not known"})
#: Parameters that say nothing of the event.
LAYOUT = frozenset(
    [
        "image",
        "image_size",
        "image_upright",
        "alt",
        "caption",
        "map",
        "map_size",
        "map_alt",
        "map_caption",
        "mapframe",
        "footnotes",
        "notes",
        "module",
        "website",
        "logo",
        "coordinates",
        "timezone",
        "image_alt",
        "image_caption",
        "pushpin_map",
    ]
)


class Drafting:
    """The draft in the making; each of the methods takes one parameter of the box over."""

    def __init__(self, article: Article, issuer: Publication, box: Box, references: References) -> None:
        self.box, self.references = box, references
        self.draft = Draft(article.id, article.key, _source(article, issuer, references))
        for cited in (one for several in references.cited.values() for one in several):
            self.draft.hold(cited.source, *cited.publications)
        self.draft.hold(issuer)
        self.date = self.place = ""

    def claim(self, name: str, slot: str, kind: Property, value: Mapping[str, Any], stated: str) -> None:
        """A claim that the parameter of this name makes, in these words."""
        numbers = self.references.of(self.box[name])
        refs = f", ref{'s' if len(numbers) > 1 else ''}. {', '.join(map(str, numbers))}" if numbers else ""
        self.draft.claim(slot, kind, value, stated=stated[:2000], locator=f"infobox, {name}{refs}")

    def leave_out(self, *what: str) -> None:
        self.draft.flag(*(f"left out: {each}" for each in what))

    def leave(self, name: str, said: str) -> None:
        self.leave_out(f"{name}: “{said[:120]}” was not understood")

    def title(self, name: str) -> None:
        text = line(self.box[name])[:300]
        self.claim(name, name, Property.NAME, {"text": text}, "")

    def day(self, name: str) -> None:
        self.date = date_of(self.box[name])
        if self.date:
            self.claim(name, name, Property.DATE, {"edtf": self.date}, line(self.box[name]))
        else:
            self.leave(name, str(self.box[name]).strip())

    def time(self, name: str) -> None:
        said = line(self.box[name])
        if found := clock_of(said):
            zone = line(self.box["timezone"]) if "timezone" in self.box else ""
            value = {"clock": found[0], "approximate": found[1]}
            self.claim(name, name, Property.TIME, value, f"{said} {zone}".strip())
        else:
            self.leave(name, said)

    def location(self, name: str) -> None:
        said = ", ".join(lines(self.box[name]))
        spot = spot_of(self.box["coordinates"]) if "coordinates" in self.box else None
        if places := places_of(said, spot):
            self.place = self.draft.hold(*places)
            self.claim(name, name, Property.PLACE, {"place": self.place}, said)
            self.draft.flag("The places are taken from the order of their names: look their kinds over.")
        else:
            self.leave(name, said)

    def count(self, kind: Property) -> Callable[[str], None]:
        def take(name: str) -> None:
            seen = 0
            for said in lines(self.box[name]):
                found = list(counted(said))
                for number in found:
                    seen += 1
                    self.claim(name, f"{name}:{seen}", kind, number.quantity.model_dump(), number.words)
                if not found:
                    self.leave(name, said)

        return take

    def responsible(self, attribution: Attribution) -> Callable[[str], None]:
        def take(name: str) -> None:
            for number, said in enumerate(lines(self.box[name]), start=1):
                value: dict[str, Any] = {"attribution": Attribution.NONE_NAMED}
                if said.lower() not in NOBODY:
                    actor = self.draft.hold(naming.actor(said[:300], ActorKind.OTHER))
                    value = {"attribution": attribution, "actor": actor}
                self.claim(name, f"{name}:{number}", Property.RESPONSIBILITY, value, said)

        return take

    def typed(self, kind: Property, terms: Mapping[Any, str], otherwise: Any) -> Callable[[str], None]:
        def take(name: str) -> None:
            for number, said in enumerate(lines(self.box[name]), start=1):
                value = {"type": words.type_of(said, terms, otherwise), "text": said[:2000]}
                self.claim(name, f"{name}:{number}", kind, value, said)

        return take

    def motive(self, name: str) -> None:
        self.claim(name, name, Property.MOTIVE, {"text": line(self.box[name])[:300]}, "")

    def part_of(self, name: str) -> None:
        for number, said in enumerate(lines(self.box[name]), start=1):
            value = {"conflict": self.draft.hold(naming.conflict(said[:300]))}
            self.claim(name, f"{name}:{number}", Property.PART_OF, value, said)

    def taken_over(self) -> Mapping[str, Callable[[str], None]]:
        """How each parameter is taken over, in the order of the claims on the page."""
        return {
            "title": self.title,
            "partof": self.part_of,
            "date": self.day,
            "time": self.time,
            "location": self.location,
            "type": self.typed(Property.ATTACK_TYPE, words.TYPES, AttackType.OTHER),
            "target": self.typed(Property.TARGET, words.TARGETS, TargetType.OTHER),
            "weapons": self.typed(Property.WEAPON, words.WEAPONS, WeaponType.OTHER),
            "fatalities": self.count(Property.KILLED),
            "injuries": self.count(Property.INJURED),
            "missing": self.count(Property.MISSING),
            "perps": self.responsible(Attribution.ATTRIBUTED),
            "susperps": self.responsible(Attribution.SUSPECTED),
            "motive": self.motive,
        }


def read_article(article: Article, issuer: Publication) -> Entry:
    """The draft that the article makes; its flags say what was left out. Raises RowError."""
    code = parsed(article.text)
    drafting = Drafting(article, issuer, box_of(code), references_of(code))
    taken = drafting.taken_over()
    for name, take in taken.items():
        if name in drafting.box and (name == "date" or line(drafting.box[name])):
            take(name)
    others = sorted(name for name in drafting.box if name not in taken and name not in LAYOUT)
    drafting.leave_out(*(f"{name[:80]}: not taken over from summary boxes" for name in others))
    drafting.leave_out(*drafting.references.left_out)
    return drafting.draft.entry(
        title=article.title[:300], date=drafting.date or None, place=drafting.place or None
    )


def _source(article: Article, issuer: Publication, references: References) -> Source:
    """The article's revision as a source, which rests on its references. Raises RowError."""
    keys = dict.fromkeys(cited.source.key for several in references.cited.values() for cited in several)
    try:
        return Source(
            key=article.key,
            kind=SourceKind.ENCYCLOPEDIA,
            title=article.title,
            publication=issuer.key,
            language=article.written_in,
            published=article.day or None,
            version=f"revision {article.revision}" if article.revision else "",
            url=article.url if article.revision else None,
            relies_on=tuple(Relation(how=Reliance.SUMMARISES, source=other) for other in keys),
        )
    except ValidationError as error:
        problems = (f"{detail['loc'][0]}: {detail['msg']}" for detail in error.errors())
        raise RowError(*problems) from error
