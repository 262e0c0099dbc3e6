"""The audit: what keeps a record from being published, and what its readers should be warned of."""

from archive.audit.findings import Finding, FindingCode, Severity
from archive.audit.review import audit, sources_disagree

__all__ = ["Finding", "FindingCode", "Severity", "audit", "sources_disagree"]
