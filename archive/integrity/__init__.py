"""Whether all that is stored is whole: a list of checks, each of which tells what is wrong.

The library adds its own when it is installed.
"""

from archive.integrity import catalogue, editions, references, releases, search
from archive.integrity.check import CHECKS, Check, add

__all__ = ["CHECKS", "Check", "add"]

add(Check("editions", editions.problems))
add(Check("catalogue", catalogue.problems))
add(Check("references", references.problems))
add(Check("search", search.problems))
add(Check("releases", releases.problems))
