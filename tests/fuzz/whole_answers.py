"""Leaves out of the questions what makes an answer other than the document's schema of a whole one says.

What `fields` and `expand` make of an answer is held by tests/archive/api/test_fields_and_expand.py.
Schemathesis loads it: https://schemathesis.readthedocs.io/en/stable/guides/extending/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import schemathesis


@schemathesis.hook
def filter_query(context: Any, query: Mapping[str, Any] | None) -> bool:
    return not query or not {"fields", "expand"} & query.keys()
