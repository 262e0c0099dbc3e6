"""Which addresses may be asked, and what of an answer is taken: the rules, which ask nobody."""

from sources.captures.policy.addresses import Address, address_in, followed
from sources.captures.policy.media import PAGES, PICTURES, TAKEN, Media, media_of
from sources.captures.policy.publicity import is_public
from sources.captures.policy.refusal import Refused
from sources.captures.policy.unpacking import Bounds, unpacked

__all__ = [
    "PAGES",
    "PICTURES",
    "TAKEN",
    "Address",
    "Bounds",
    "Media",
    "Refused",
    "address_in",
    "followed",
    "is_public",
    "media_of",
    "unpacked",
]
