"""How the parts of a record are told apart, called and said."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from archive.comparison.aspects import Aspect, plain, term
from archive.comparison.changes import Where, Whereabouts
from archive.comparison.names import Names
from archive.comparison.values import headed, joined, value_text
from archive.language import gettext
from archive.record import Alias, BaseClaim, Checked, Citation, Merged, Place, Relation, Source
from archive.wording import date_text, listed, listed_out, source_title


@dataclass(frozen=True)
class Kind:
    """One list of the record: what tells its parts apart, what each is called, and what can differ in it.

    `subject` opens a sentence about a part, `summary` tells the whole of it, `name` stands for it in a list.
    `most`: how many of a part's differences are told, all without it.
    """

    part: Whereabouts
    identity: Callable[[Any], Hashable]
    where: Callable[[Any], Where]
    subject: Callable[[Any], str]
    summary: Callable[[Any, Names], str]
    name: Callable[[Any, Names], str]
    aspects: tuple[Aspect, ...]
    most: int | None = None


def _date(name: str, field: str) -> Aspect:
    return Aspect(name, (field,), lambda part, names: date_text(getattr(part, field) or ""))


def _place(name: str, field: str) -> Aspect:
    return Aspect(name, (field,), lambda part, names: names.place(getattr(part, field)))


def _about(claim: BaseClaim, names: Names) -> str:
    return names.attack(claim.attack) if claim.attack else claim.about.label


def claimant_text(claim: BaseClaim, names: Names) -> str:
    """“Jan Achakzai, spokesman (official)”."""
    claimant = claim.claimant
    said_by = joined(names.actor(claimant.actor), claimant.role) or gettext("nobody named")
    return f"{said_by} ({claimant.kind.label})"


def _rank(claim: BaseClaim, names: Names) -> str:
    return headed(claim.rank.label, claim.rank_reason)


def _superseded(claim: BaseClaim, names: Names) -> str:
    by = claim.superseded_by
    newer = gettext("by claim {number}").format(number=by) if by else ""
    return headed(newer, claim.superseded_reason)


def _claim_summary(claim: BaseClaim, names: Names) -> str:
    value = value_text(claim.value, names)
    return gettext("{value}, said by {claimant}, about {subject}").format(
        value=value, claimant=claimant_text(claim, names), subject=_about(claim, names)
    )


def _passage(citation: Citation, names: Names) -> str:
    """“Associated Press, paragraph 3”."""
    return joined(names.source(citation.source), citation.locator)


def _checked(checked: Checked | None) -> str:
    """“no longer in the source, since 2024-03-01”."""
    if checked is None:
        return ""
    return gettext("{state}, since {day}").format(state=checked.state.label, day=checked.on)


def _merged(merged: tuple[Merged, ...]) -> str:
    """“k7m2qa (claim 1 as 119, attack 1 as 3) and m4s8td”."""
    return listed([_one_merged(one) for one in merged])


def _one_merged(one: Merged) -> str:
    kinds = ((gettext("claim {old} as {new}"), one.claims), (gettext("attack {old} as {new}"), one.attacks))
    numbers = [words.format(old=each.old, new=each.new) for words, given in kinds for each in given]
    return f"{one.id} ({listed_out(numbers)})" if numbers else one.id


def _aliases(aliases: tuple[Alias, ...]) -> str:
    return listed([joined(alias.text, alias.language or "", alias.kind.label) for alias in aliases])


def _relations(source: Source, names: Names) -> str:
    return listed([_relation(relation, names) for relation in source.relies_on])


def _relation(relation: Relation, names: Names) -> str:
    other = names.source(relation.source) or names.publication(relation.publication)
    return f"{relation.how.label} {other}"


def _spot(place: Place, names: Names) -> str:
    if place.precision is None:
        return ""
    return f"{place.latitude}, {place.longitude} ({place.precision.label})"


INCIDENT: tuple[Aspect, ...] = (
    plain("id", "id"),
    plain("title", "title"),
    _date("date", "date"),
    _place("place", "place"),
    Aspect("incidents merged into it", ("merged",), lambda record, names: _merged(record.merged)),
)

CITATION: tuple[Aspect, ...] = (
    plain("quote", "quote"),
    Aspect("credited to", ("reported_via",), lambda part, names: names.publications(part.reported_via)),
    term("stance", "stance"),
    Aspect("quote looked up", ("checked",), lambda part, names: _checked(part.checked)),
)

ATTACKS = Kind(
    Whereabouts.ATTACKS,
    identity=lambda attack: attack.number,
    where=lambda attack: Where(Whereabouts.ATTACKS, attack.number),
    subject=lambda attack: gettext("Attack {number}").format(number=attack.number),
    summary=lambda attack, names: attack.label,
    name=lambda attack, names: str(attack.number),
    aspects=(
        plain("label", "label"),
        _place("place", "place"),
        _date("date", "date"),
        term("type", "type"),
        term("target", "target"),
        term("weapon", "weapon"),
    ),
)

CLAIMS = Kind(
    Whereabouts.CLAIMS,
    identity=lambda claim: claim.number,
    where=lambda claim: Where(Whereabouts.CLAIMS, claim.number),
    subject=lambda claim: gettext("Claim {number} ({property})").format(
        number=claim.number, property=claim.property.label
    ),
    summary=_claim_summary,
    name=lambda claim, names: str(claim.number),
    aspects=(
        term("property", "property"),
        Aspect("value", ("value",), lambda claim, names: value_text(claim.value, names)),
        Aspect("what it is about", ("about", "attack"), _about),
        plain("words as stated", "stated"),
        Aspect("claimant", ("claimant",), claimant_text),
        _date("date of the claim", "claimed_on"),
        Aspect("rank", ("rank", "rank_reason"), _rank),
        Aspect("superseded", ("superseded_by", "superseded_reason"), _superseded),
        Aspect(
            "withheld",
            ("withheld",),
            lambda claim, names: gettext("yes") if claim.withheld else gettext("no"),
        ),
    ),
)


def citation_kind(claim: BaseClaim, names: Names) -> Kind:
    """The citations of one claim; `names` are those of the record that has them."""
    part, number = Whereabouts.CLAIMS, claim.number
    return Kind(
        part,
        identity=lambda citation: (citation.source, citation.locator),
        where=lambda citation: Where(part, number, source=citation.source, locator=citation.locator),
        subject=lambda citation: joined(
            CLAIMS.subject(claim), gettext("citation of {passage}").format(passage=_passage(citation, names))
        ),
        summary=lambda citation, names: citation.quote or _passage(citation, names),
        name=_passage,
        aspects=CITATION,
    )


FORMER_KEYS = Aspect("former keys", ("former_keys",), lambda part, names: listed(part.former_keys))


def _shared(part: Whereabouts, *aspects: Aspect) -> Kind:
    """A list of entities, which are told apart by their keys."""

    def name(entity: Any) -> str:
        return source_title(entity) if isinstance(entity, Source) else str(entity.name)

    return Kind(
        part,
        identity=lambda entity: entity.key,
        where=lambda entity: Where(part, key=entity.key),
        subject=lambda entity: f"{part.label.capitalize()} {entity.key}",
        summary=lambda entity, names: name(entity),
        name=lambda entity, names: name(entity),
        aspects=(*aspects, FORMER_KEYS),
    )


SHARED: Mapping[str, Kind] = {
    "sources": _shared(
        Whereabouts.SOURCES,
        term("kind", "kind"),
        plain("title", "title"),
        plain("description", "description"),
        Aspect("publication", ("publication",), lambda part, names: names.publication(part.publication)),
        Aspect("authors", ("authors",), lambda part, names: listed(part.authors)),
        plain("language", "language"),
        _date("date of publication", "published"),
        plain("version", "version"),
        plain("web address", "url"),
        plain("archived copy", "archive_url"),
        Aspect("what it rests on", ("relies_on",), _relations),
        plain("note", "note"),
    ),
    "publications": _shared(
        Whereabouts.PUBLICATIONS,
        plain("name", "name"),
        term("kind", "kind"),
        plain("web address", "url"),
        plain("licence", "licence"),
    ),
    "actors": _shared(
        Whereabouts.ACTORS,
        plain("name", "name"),
        term("kind", "kind"),
        Aspect("other names", ("aliases",), lambda part, names: _aliases(part.aliases)),
        Aspect("part of", ("part_of",), lambda part, names: names.actor(part.part_of)),
        term("part as", "part_as"),
    ),
    "places": _shared(
        Whereabouts.PLACES,
        plain("name", "name"),
        term("kind", "kind"),
        Aspect("other names", ("names",), lambda part, names: _aliases(part.names)),
        _place("lies in", "parent"),
        Aspect("position", ("latitude", "longitude", "precision"), _spot),
        plain("time zone", "time_zone"),
    ),
    "conflicts": _shared(Whereabouts.CONFLICTS, plain("name", "name")),
}
