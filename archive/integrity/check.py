"""A check: its name, and how it tells what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple


class Check(NamedTuple):
    """`problems(quick)`: what is wrong, in words; `quick` leaves out what takes long."""

    name: str
    problems: Callable[[bool], Iterator[str]]


#: In the order in which they are made.
CHECKS: list[Check] = []


def add(check: Check) -> None:
    CHECKS.append(check)
