"""The words that invented texts are made of: reports as agencies write them, with made-up names."""

from __future__ import annotations

from random import Random

ONSETS = ["b", "d", "g", "h", "j", "kh", "k", "l", "m", "n", "p", "q", "r", "s", "sh", "t", "w", "z"]
VOWELS = ["a", "a", "e", "i", "o", "u"]
ENDINGS = ["abad", "an", "ar", "estan", "garh", "i", "kot", "pur", "shahr", "wal", "zai"]

KINDS = {
    "bombing": "bomb attack",
    "armed_assault": "armed assault",
    "shelling": "shelling",
    "kidnapping": "abduction",
    "assassination": "shooting",
    "arson": "arson attack",
}
TARGETS = {
    "military": "a military convoy",
    "police": "a police post",
    "civilians": "a crowded market",
    "government": "a district office",
    "transport": "a passenger bus",
    "infrastructure": "a gas pipeline",
    "education": "a school",
    "religious": "a shrine",
}
WEAPONS = ["explosives", "firearms", "incendiary", "missile", "unknown"]
ROLES = [
    "a police official",
    "a deputy commissioner",
    "a hospital spokesman",
    "a local elder",
    "a provincial minister",
    "a witness",
]
LEADS = [
    "At least {killed} people were killed and {injured} injured when {kind} hit {target} in {place}.",
    "{killed} people died in {place} on {day} after {kind} on {target}, officials said.",
    "An {adjective} {kind} on {target} in {place} left {killed} people dead and {injured} wounded.",
]
DETAILS = [
    "Rescue teams moved the wounded to the district hospital, where an emergency was declared.",
    "Security forces cordoned off the area and began a search that lasted until the evening.",
    "The road to {place} was closed for several hours, and traffic was sent by the old bridge.",
    "A spokesman said that the dead included two children and the driver of a passing lorry.",
    "No group had claimed responsibility by the time the report was printed.",
    "Residents said that they had heard a second explosion some minutes after the first.",
    "The provincial government announced compensation for the families of those who were killed.",
    "Shops stayed closed on the following day, and lawyers boycotted the courts in protest.",
]
ADJECTIVES = ["early-morning", "apparently coordinated", "unclaimed", "earlier", "overnight"]

#: Words that one incident in so many has in its prose, so that what a search finds is known.
SELDOM = {"convoy": 3, "culvert": 200, "weighbridge": 20_000}


def name(chance: Random) -> str:
    """A made-up name of two or three syllables."""
    syllables = [chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 2))]
    return ("".join(syllables) + chance.choice(ENDINGS)).capitalize()


def seldom(number: int) -> str:
    """A sentence of the words that this incident has and most others have not."""
    held = [word for word, each in SELDOM.items() if number % each == 0]
    return f" A {' and a '.join(held)} stood near the spot." if held else ""


def prose(chance: Random, sentences: int, **said: object) -> str:
    """A lead and some details."""
    lead = chance.choice(LEADS).format(adjective=chance.choice(ADJECTIVES), **said)
    return " ".join([lead, *(text.format(**said) for text in chance.sample(DETAILS, sentences))])
