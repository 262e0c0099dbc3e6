"""Answers go out packed, as the client says it can unpack them: zstd, br or gzip.

A packed answer has a weak entity tag, for its bytes are others: RFC 9110, section 8.8.1.
"""

from __future__ import annotations

import re

from django_http_compression.middleware import HttpCompressionMiddleware


class Packing(HttpCompressionMiddleware):
    """All kinds of text that the archive gives out; what is packed already, like Parquet, goes as it is."""

    content_type_re = re.compile(
        r"text/|image/svg\+xml|application/(x-ndjson|x-bibtex|x-research-info-systems|([a-z.-]+\+)?(json|xml))$"
    )
