"""Hypothesis strategies that make whole, valid records of every kind of claim."""

from tests.strategies.plain import moments, words
from tests.strategies.records import records
from tests.strategies.values import quantities

__all__ = ["moments", "quantities", "records", "words"]
