"""Files as streams: their rows or records one by one, whatever they are packed in; and refused rows back.

Pure: it knows no Django. Any bytes whatever end in rows, each with what is wrong with it, or in a FileError.
"""

from incidents.importers.reading.digests import digest
from incidents.importers.reading.errors import FileError
from incidents.importers.reading.limits import LIMITS, Limits
from incidents.importers.reading.rejects import Rejected, reject_lines, write_rejects
from incidents.importers.reading.rows import Row
from incidents.importers.reading.table import Table, open_table

__all__ = [
    "LIMITS",
    "FileError",
    "Limits",
    "Rejected",
    "Row",
    "Table",
    "digest",
    "open_table",
    "reject_lines",
    "write_rejects",
]
