"""The audit: what keeps a record from being published, and what its readers should be warned of."""

from archive.audit.findings import Fault, Finding, Severity
from archive.audit.review import audit, doubts, sources_disagree, warnings

__all__ = ["Fault", "Finding", "Severity", "audit", "doubts", "sources_disagree", "warnings"]
