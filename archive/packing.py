"""Answers go out packed, as the client says it can unpack them: zstd, br or gzip.

A packed answer has a weak entity tag, for its bytes are others: RFC 9110, section 8.8.1.
"""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django_http_compression.middleware import HttpCompressionMiddleware


class Packing(HttpCompressionMiddleware):
    """All kinds of text that the archive gives out; what is packed already, like Parquet, goes as it is."""

    content_type_re = re.compile(
        r"text/|image/svg\+xml|application/(x-ndjson|x-bibtex|x-research-info-systems|([a-z.-]+\+)?(json|xml))$"
    )

    def maybe_compress(self, request: HttpRequest, response: HttpResponseBase) -> None:
        """Of an answer that goes as it is, too, whoever keeps it must know that others get it packed.

        https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5
        """
        super().maybe_compress(request, response)
        if self.content_type_re.match(response.headers.get("Content-Type", "").partition(";")[0]):
            patch_vary_headers(response, ["accept-encoding"])
