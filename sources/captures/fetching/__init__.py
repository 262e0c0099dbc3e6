"""Fetching a page of the public web, and nothing else, within bounds."""

from sources.captures.fetching.fetched import Fetched
from sources.captures.fetching.page import fetch
from sources.captures.fetching.rules import Rules
from sources.captures.policy.refusal import Refused

__all__ = ["Fetched", "Refused", "Rules", "fetch"]
