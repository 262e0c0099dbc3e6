"""ACLED, the Armed Conflict Location & Event Data Project: one row for each event, violent or not.

Its terms do not let others pass rows on. `notes` holds ACLED's own sentences; they stay with the raw row, for
a claim would copy them into a record.
"""

from incidents.importers.formats.acled.rows import ACLED, deleted_id

__all__ = ["ACLED", "deleted_id"]
