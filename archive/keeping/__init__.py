"""What was made for one reader is kept in memory for the next, until something is published."""

from archive.keeping.counted import for_good, until_published
from archive.keeping.middleware import Kept, for_everybody, keep
from archive.keeping.newest import newest_change

__all__ = ["Kept", "for_everybody", "for_good", "keep", "newest_change", "until_published"]
