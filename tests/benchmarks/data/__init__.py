"""The invented archive that everything is measured on: the same for the same seed, whatever its size."""

from tests.benchmarks.data.filling import fill, publish
from tests.benchmarks.data.records import (
    FORTY,
    THOUSANDS,
    Size,
    id_of,
    record_of,
    records,
)
from tests.benchmarks.data.world import SEED

__all__ = ["FORTY", "SEED", "THOUSANDS", "Size", "fill", "id_of", "publish", "record_of", "records"]
