"""The catalogue: what readers query, derived from the current editions and from nothing else.

`index` and `remove` keep it up with each publication; `reindex` makes it anew, `reindex_search` what readers
search in; `check` proves that what is stored equals what would be made.
"""

from archive.catalogue.apart import Composing, composing_apart
from archive.catalogue.comparing import Difference
from archive.catalogue.composing import change_text, composer, edition_text, header_of, volume_of
from archive.catalogue.forwards import newest_edition, number_in, target_of
from archive.catalogue.indexing import (
    compose,
    index,
    index_all,
    index_composed,
    one_at_a_time,
    remove,
)
from archive.catalogue.rebuild import check, reindex
from archive.catalogue.searching import reindex_search
from archive.catalogue.shared import KINDS
from archive.catalogue.works import work_of

__all__ = [
    "KINDS",
    "Composing",
    "Difference",
    "change_text",
    "check",
    "compose",
    "composer",
    "composing_apart",
    "edition_text",
    "header_of",
    "index",
    "index_all",
    "index_composed",
    "newest_edition",
    "number_in",
    "one_at_a_time",
    "reindex",
    "reindex_search",
    "remove",
    "target_of",
    "volume_of",
    "work_of",
]
