"""The invented archive that everything is measured on: the same for the same seed, whatever its size.

`records` makes them, `publishing` and `filling` store them; who makes records alone needs no Django.
"""

from tests.benchmarks.data.records import FORTY, THOUSANDS, id_of, record_of, records
from tests.benchmarks.data.world import SEED

__all__ = ["FORTY", "SEED", "THOUSANDS", "id_of", "record_of", "records"]
