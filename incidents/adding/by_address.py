"""What the page at an address says of itself."""

from __future__ import annotations

from dataclasses import replace

from incidents.adding.by_words import by_words
from incidents.adding.composing import filled, issued, lacking, new_key, rests_of
from incidents.adding.issuers import issuer_for, kinds_at
from incidents.adding.suggestion import Suggestion
from incidents.adding.telling import Pasted
from sources.addresses import original
from sources.captures.apart import page_read_apart
from sources.captures.describing import Suggested
from sources.captures.fetching import Fetched, Refused, Rules, fetch
from sources.captures.policy.media import PAGES

NOT_READ = "The page could not be read, so fill in the rest yourself."
NO_PAGE = "What is there is no web page but of the kind “{}”: fill in what it says of itself."


def by_address(pasted: Pasted, rules: Rules) -> Suggestion:
    """What the page says of itself; where it cannot be fetched, what was pasted, and why it is all."""
    try:
        got = fetch(pasted.copy or pasted.asked, rules)
        text, page = page_read_apart(
            got.media_type, got.charset, got.body, _address(got, pasted), rules.seconds
        )
    except Refused as error:
        return _without_page(pasted, error)
    return _read(page, text, got, pasted)


def _without_page(pasted: Pasted, error: Refused) -> Suggestion:
    """What the words beside the address say, and the address."""
    words = by_words(pasted.text if len(pasted.text.split()) > 1 else "", pasted.address)
    kind, _ = kinds_at(pasted.address, is_article=True)
    own = filled({"url": pasted.address, "archive_url": pasted.copy, "kind": kind})
    whence = {name: where for name, where in words.whence.items() if name != "url"}
    again = pasted.text if error.again_later else ""
    told = (str(error), NOT_READ)
    return replace(words, values={**words.values, **own}, whence=whence, told=told, again=again)


def _address(got: Fetched, pasted: Pasted) -> str:
    """Where the page is; of a copy, the address of the page that it is of."""
    return original(got.final) or pasted.address if pasted.copy else got.final


def _read(page: Suggested, text: str, got: Fetched, pasted: Pasted) -> Suggestion:
    kind, issuing = kinds_at(page.address, page.is_article)
    issuer = issuer_for(page.publication, page.address, issuing)
    values = {
        "kind": kind,
        "title": page.title,
        "published": page.published,
        "language": page.language,
        "url": page.address,
        "archive_url": pasted.copy,
    }
    rests, strangers = rests_of(text, issuer)
    return Suggestion(
        filled(values) | {"key": new_key(values, issuer)} | issued(issuer),
        authors=page.authors,
        issuer=lacking(issuer),
        whence=page.whence,
        told=() if got.media_type in PAGES else (NO_PAGE.format(got.media_type),),
        text=text,
        media_type=got.media_type,
        at=got.at.isoformat(),
        is_fetched=True,
        rests=rests,
        strangers=strangers,
    ).fitting()
