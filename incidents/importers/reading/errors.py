"""What can be wrong with a file as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class FileError(Exception):
    """One clear sentence: what is wrong with the file as a whole, and what to do about it."""


class Closable(Protocol):
    def close(self) -> None: ...


@contextmanager
def closed_on_error(thing: Closable) -> Iterator[None]:
    """Leave the thing open for whoever gets it, and close it where nobody does."""
    try:
        yield
    except BaseException:
        thing.close()
        raise


@contextmanager
def named(name: str) -> Iterator[None]:
    """Put the file's name before what is wrong with it."""
    try:
        yield
    except OSError as error:
        raise FileError(f"{name}: cannot be read: {error.strerror or error}") from error
    except FileError as error:
        raise FileError(f"{name}: {error}") from error
