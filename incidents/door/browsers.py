"""What a browser calls itself, in words."""

from __future__ import annotations

from ua_parser import parse

#: Of a name what tells no browser from another: a telephone is known by its system.
SAYS_NOTHING = ("Mobile", "iOS")
SYSTEMS = {"Mac OS X": "macOS"}
UNKNOWN = "an unknown browser"


def browser_in_words(text: str) -> str:
    """“Firefox on Linux”, for what is sent as User-Agent; “an unknown browser” where that says nothing."""
    found = parse(text)
    name = found.user_agent.family if found.user_agent else UNKNOWN
    browser = " ".join(word for word in name.split() if word not in SAYS_NOTHING)
    system = SYSTEMS.get(found.os.family, found.os.family) if found.os else ""
    return f"{browser} on {system}" if system else browser
