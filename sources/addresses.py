"""Web addresses as people paste them: which one document they lead to. Pure.

What only says how somebody came to a page is dropped: marks of tracking, the page for phones, the copy for
quick loading (AMP, https://amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/amp-cache-urls),
and the place within the page.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

#: Hosts of pages made for phones and for quick loading begin so.
NARROW = ("m", "mobile", "amp")
#: Parameters that say by which way somebody came. None of them names a document anywhere.
TRACKING = re.compile(
    r"utm_\w+|utm|(?:fb|g|d|y|tw|msclk|wbra|gbra|s|ttc)clid|msclkid|wbraid|gbraid|igshid|igsh|mc_[ce]id|mkt_tok"
    r"|_ga|_gl|_hs(?:enc|mi)|vero_\w+|oly_\w+|cmpid|cmp|ocid|ncid|icid|s_cid|smid|smtyp|xtor|at_\w+|ref_src"
    r"|ref_url|feature|guccounter|guce_\w+|__twitter_impression|fb_\w+|spm|usqp|wt_mc|ito|taid|amp|outputtype",
    re.IGNORECASE,
)
#: A copy that Google kept for quick loading, or that of its network for it.
VIEWER = re.compile(r"/amp/(?P<safe>s/)?(?P<rest>[\w-]+\..+)")
CACHE = re.compile(r"/[cvri]/(?P<safe>s/)?(?P<rest>[\w-]+\..+)")
QUICK = re.compile(r"(?<=.)(?:/amp|\.amp)/?$|(?<=.)\.amp(?=\.html?$)", re.IGNORECASE)
#: A copy at the Wayback Machine: https://archive.org/help/wayback_api.php
COPY = re.compile(
    r"https?://web\.archive\.org/web/\d{1,14}(?:[a-z]{2}_)?/(?P<of>https?:/{1,2}.+)", re.IGNORECASE
)
#: A number by which a site knows its documents: what follows it in a path may change. A day is none.
NUMBER = re.compile(r"(?!(?:19|20)\d{6}$)\d{5,20}")
BEGINS = re.compile(r"https?://", re.IGNORECASE)
BARE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def address_in(text: str) -> str:
    """The web address that the text is, with its scheme; empty where it is none, or more than one."""
    words = text.strip().strip("<>")
    if not words or len(words.split()) > 1:
        return ""
    whole = words if BEGINS.match(words) else f"https://{words}" if BARE.fullmatch(words) else ""
    return whole if whole and _parts(whole) else ""


def original(address: str) -> str:
    """The address of the page that this is a web archive's copy of; empty where it is no copy."""
    found = COPY.fullmatch(address.strip())
    return re.sub(r"^(https?:)/+", r"\1//", found["of"], flags=re.IGNORECASE) if found else ""


def canonical(address: str) -> str:
    """The one address of the document that this leads to; as it is where it cannot be read."""
    while (shorter := _shorter(address)) != address:
        address = shorter
    return address


def spellings(address: str) -> tuple[str, ...]:
    """The addresses under which the document may have been entered, each once."""
    plain = canonical(address)
    parts = _parts(plain)
    if parts is None:
        return (plain,)
    host = parts.netloc.removeprefix("www.")
    narrow = [urlunsplit(parts._replace(netloc=f"{label}.{host}")) for label in NARROW]
    quick = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/amp"))
    return tuple(dict.fromkeys([address.strip(), plain, *narrow, quick]))


def host_of(address: str) -> str:
    """The host without “www.” and what marks a page for phones; empty where there is none."""
    parts = _parts(canonical(address))
    return parts.netloc.removeprefix("www.") if parts else ""


def root_of(address: str) -> str:
    """The first page of the site; empty where there is none."""
    parts = _parts(canonical(address))
    return f"{parts.scheme}://{parts.netloc}/" if parts else ""


def up_to_number(address: str) -> str:
    """The host, and the path up to the document's number, as “dawn.com/news/1419812”; else empty."""
    parts = _parts(canonical(address))
    steps = parts.path.split("/") if parts else []
    place = next((place for place, step in enumerate(steps) if NUMBER.fullmatch(step)), None)
    return f"{host_of(address)}{'/'.join(steps[: place + 1])}" if place is not None else ""


def last_name_in(address: str) -> str:
    """What the address calls the document: its number or, failing that, the end of its path, as words."""
    parts = _parts(canonical(address))
    path = up_to_number(address) or (parts.path if parts else "")
    return re.sub(r"\.\w{2,5}$|[-_+]", " ", unquote(path.rstrip("/").rpartition("/")[2])).strip()


def _shorter(address: str) -> str:
    address = address.strip()
    parts = _parts(address)
    if parts is None:
        return address
    parts = _unwrapped(parts)
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit(
        (parts.scheme.lower(), _host(parts), QUICK.sub("", parts.path), _query(parts.query), fragment)
    )


def _parts(address: str) -> SplitResult | None:
    """The parts of an address of the web; None where it is no such."""
    try:
        parts = urlsplit(address)
        named = parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        return None
    return parts if named and parts.scheme.lower() in ("http", "https") else None


def _unwrapped(parts: SplitResult) -> SplitResult:
    """The page within the address of a copy for quick loading; the parts as they are where it is none."""
    host = (parts.hostname or "").removeprefix("www.")
    is_viewer = re.fullmatch(r"google\.[a-z.]{2,6}", host)
    found = VIEWER.fullmatch(parts.path) if is_viewer else None
    if host.endswith(".cdn.ampproject.org"):
        found = CACHE.fullmatch(parts.path)
    if found is None:
        return parts
    query = f"?{parts.query}" if parts.query else ""
    scheme = "https" if found["safe"] else "http"
    return _parts(f"{scheme}://{unquote(found['rest'])}{query}") or parts


def _host(parts: SplitResult) -> str:
    """The host in small letters without name and password, a usual port, and what marks a page for phones."""
    labels = (parts.hostname or "").split(".")
    wide = [label for place, label in enumerate(labels) if not (place < 2 and label in NARROW)]
    host = ".".join(wide if len(wide) > 1 else labels)
    host = f"[{host}]" if ":" in host else host
    usual = parts.port in (None, 80 if parts.scheme.lower() == "http" else 443)
    return host if usual else f"{host}:{parts.port}"


def _query(query: str) -> str:
    kept = [part for part in query.split("&") if part and not TRACKING.fullmatch(part.partition("=")[0])]
    return "&".join(kept)
