"""Asking for statistics."""

from __future__ import annotations

from typing import Any

from django.test import Client

STATISTICS = "/api/v1/statistics/"
SITE = "http://127.0.0.1:8000"


def answer(client: Client, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.get(STATISTICS, asked).json()
    return found
