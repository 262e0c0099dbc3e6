"""One source's text beside one incident's claims: what is cited, proposed, open and left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, Subquery

from archive.vocabulary import Property
from incidents.models import Citation, Claim, Incident, LeftOut
from incidents.proposals import Mark, Proposal, Setting, marks, parts, read
from incidents.proposals.tokens import sentences
from incidents.worksheet.accounting import Account, Known, Taken, known_by, located, spelt
from incidents.worksheet.leaving import Sign, sign
from incidents.worksheet.naming import Named, names_in
from incidents.worksheet.pieces import Paragraph, cut
from incidents.worksheet.quotes import wherever
from incidents.worksheet.setting import Above, Own, above, own_of, settings_of
from incidents.worksheet.spans import Among, Span
from incidents.worksheet.suggesting import Row, Suggestion, of_mark, of_proposal
from sources.captures.models import CaptureQuerySet
from sources.models import Capture, Source

#: Characters of a text that are read; the rest of a longer one is left out of the screen, which says so.
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal under its number on the sheet, and the claims that carry it already.

    `unquoted` are those that say so and cite the text without a quote.
    """

    number: int
    suggestion: Suggestion
    proposal: Proposal
    entered: tuple[int, ...]
    unquoted: tuple[int, ...]

    @property
    def name(self) -> str:
        """How addresses and the script call it."""
        return f"proposal={self.number}"


@dataclass(frozen=True, slots=True)
class Open:
    """A mark that no claim accounts for; `offer` is the proposal that would.

    `unquoted` are the claims that state its number and cite the text without a quote.
    """

    number: int
    mark: Mark
    sign: Sign
    offer: Offer | None
    suggestion: Suggestion
    unquoted: tuple[int, ...]

    @property
    def name(self) -> str:
        """How addresses and the script call what it offers."""
        return self.offer.name if self.offer else f"mark={self.number}"


@dataclass(frozen=True)
class Sheet:
    """What is read once for the whole screen; everything else follows from it."""

    text: str
    named: Named
    claims: tuple[Taken, ...]
    left: Mapping[Sign, LeftOut]
    setting: Setting
    settled: frozenset[Known]

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        return read(self.text, self.named.names, self.setting)

    @cached_property
    def parts(self) -> tuple[Proposal, ...]:
        return parts(self.text, self.named.names, self.setting)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return marks(self.text, self.named.names)

    @cached_property
    def account(self) -> Account:
        names = known_by(self.named.names)
        return Account(self.claims, (*self.proposals, *self.parts), names, self.settled)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        found = enumerate(self.proposals, start=1)
        return tuple(
            Offer(
                number,
                of_proposal(each, self.text, self.named.rows, self.named.publications),
                each,
                self.account.entered(each),
                self.account.stated(each),
            )
            for number, each in found
        )

    @cached_property
    def open(self) -> tuple[Open, ...]:
        """The marks that neither a claim nor an editor's word accounts for: what was overlooked so far."""
        return tuple(
            self._open(number, mark)
            for number, mark in enumerate(self.marks, start=1)
            if not self._is_accounted_for(mark)
        )

    def _is_accounted_for(self, mark: Mark) -> bool:
        is_left = sign(mark, self.text) in self.left
        return is_left or self.account.is_settled(mark) or bool(self.account.of(mark))

    @cached_property
    def listed(self) -> tuple[Open, ...]:
        """The open marks, of each name the first."""
        first: dict[Sign, Open] = {}
        for each in self.open:
            first.setdefault(each.sign, each)
        return tuple(first.values())

    @property
    def overlooked(self) -> int:
        return len(self.listed)

    @property
    def is_cut(self) -> bool:
        """Whether the text goes on behind what is read of it."""
        return len(self.text) == LONGEST

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the claims whose quotes are not in the text, where all of it is read."""
        return () if self.is_cut else tuple(each.claim for each in self.claims if each.is_missing)

    def paragraphs(self) -> Iterator[Paragraph]:
        quotes = [(each.quote, each.claim) for each in self.claims if each.quote is not None]
        return cut(
            self.text, quotes, [(Span(each.mark.start, each.mark.end), each.name) for each in self.open]
        )

    def _open(self, number: int, mark: Mark) -> Open:
        place = Span(mark.start, mark.end)
        offer = next((each for each in self._offered.meeting(place) if not each.entered), None)
        suggestion = self._alone(mark) if offer is None else offer.suggestion
        unquoted = self.account.unquoted(mark) if mark.kind == "number" else ()
        return Open(number, mark, sign(mark, self.text), offer, suggestion, unquoted)

    def _alone(self, mark: Mark) -> Suggestion:
        """What a mark without a proposal offers: a count of a part, or its words alone."""
        part = next(self._parts.meeting(Span(mark.start, mark.end)), None)
        if part is not None and mark.kind == "number":
            return of_proposal(part, self.text, self.named.rows, self.named.publications)
        return of_mark(mark, self._around(mark), self.text, self._row(mark))

    @cached_property
    def _parts(self) -> Among[Proposal]:
        return Among(self.parts, lambda each: Span(each.start, each.end))

    @cached_property
    def _offered(self) -> Among[Offer]:
        return Among(self.offers, lambda each: each.suggestion.span)

    def _row(self, mark: Mark) -> Row | None:
        known: Iterable[Known] = self.account.names.get(spelt(mark.words), ())
        return next((self.named.rows[each] for each in sorted(known) if each[0] == mark.kind), None)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(Span(start, end) for start, end in sentences(self.text))

    def _around(self, mark: Mark) -> Span:
        """The sentence that holds the mark: the last one that begins before it."""
        place = bisect_right(self.sentences, mark.start, key=lambda sentence: sentence.start)
        return self.sentences[max(place - 1, 0)]


def newest_texts(sources: Iterable[int]) -> dict[int, str]:
    """The text of the newest capture of each source that has one. One query."""
    return dict(_newest(sources).values_list("source", "text"))


def newest_digests(sources: Iterable[int]) -> dict[int, str]:
    """The digests of these texts. One query, which reads no text."""
    return dict(_newest(sources).values_list("source", "sha256"))


def newest_copy(source: Source) -> Capture | None:
    """The capture whose text this is, without the text. One query."""
    return _newest([source.pk]).without_texts().select_related("by").first()


def _newest(sources: Iterable[int]) -> CaptureQuerySet:
    same = Capture.objects.filter(source=OuterRef("source")).exclude(text="")
    newest = Subquery(same.order_by("-captured_at", "-pk").values("pk")[:1])
    return Capture.objects.filter(source__in=list(sources), pk=newest).order_by("source")


def sheets_of(incident: Incident, texts: Mapping[int, str]) -> dict[int, Sheet]:
    """The sheet of each source's text, by the same few queries whatever they and the incident hold."""
    read = {source: text.replace("\r\n", "\n")[:LONGEST] for source, text in texts.items()}
    own = own_of(incident)
    named = names_in(read.values(), own.actors, own.named)
    places = above(
        {*own.settled, *own.its, *(row.pk for (kind, _), row in named.rows.items() if kind == "place")}
    )
    settings = settings_of(own, places, read)
    citations = list(_citations(incident, read))
    left = list(LeftOut.objects.filter(incident=incident, source__in=list(read)).select_related("by"))
    settled = _settled(own, places)
    return {
        source: Sheet(
            text,
            named,
            tuple(_taken(each, text) for each in citations if each.source_id == source),
            {_sign(each): each for each in left if each.source_id == source},
            settings[source],
            settled,
        )
        for source, text in read.items()
    }


def _settled(own: Own, places: Above) -> frozenset[Known]:
    """The incident's own places and those that they lie within."""
    keys = {key for place in own.settled for key in (places.keys[place], *places.of(place))}
    return frozenset(("place", key) for key in keys)


def _citations(incident: Incident, sources: Iterable[int]) -> Iterable[Citation]:
    linked = ("claim__actor", "claim__claimant", "claim__place", "claim__attack__place")
    rows = Citation.objects.filter(claim__incident=incident, source__in=list(sources))
    return rows.select_related(*linked).order_by("pk")


def _taken(citation: Citation, text: str) -> Taken:
    claim = citation.claim
    quote, stated = located(text, citation.quote, claim.stated)
    numbers = frozenset(number for number in (claim.low, claim.best, claim.high) if number is not None)
    return Taken(
        claim=claim.number,
        property=Property(claim.property),
        quote=quote,
        stated=stated,
        numbers=numbers,
        names=frozenset(_named(claim)),
        is_missing=bool(citation.quote) and quote is None,
        is_unquoted=not citation.quote,
        unquoted=() if citation.quote else wherever(claim.stated, text),
        value=claim.date or claim.clock,
    )


def _named(claim: Claim) -> Iterator[Known]:
    """Whom and what the claim names: with a place, also that of the attack it is about."""
    for actor in (claim.actor, claim.claimant):
        if actor is not None:
            yield "actor", actor.key
    for place in (claim.place, claim.attack.place if claim.attack else None):
        if place is not None:
            yield "place", place.key


def _sign(left: LeftOut) -> Sign:
    return left.kind, left.words, left.around
