"""How responsibility is claimed, denied and laid: patterns, in which an actor's name is a run of zeros."""

from __future__ import annotations

from archive.vocabulary import Attribution

#: An actor that is known.
ACTOR = r"(?:the\s+|an?\s+)?(?P<actor>(?<!\x00)\x00+)"
#: Between an actor and its verb: an aside, or who speaks for it.
ASIDE = (
    r"(?:'s|’s)?(?:\s+(?:group|movement|militants?|fighters?|gunmen|insurgents?|spokes\w+|faction|rebels|has|have"
    r"|had|also|later|on \w+day|said|says|that|it|they|itself|the group|and the))*(?:,[^,.;]{0,80},)?\s+"
)
DEED = (
    r"(?:the |a |this |that |its |their |both |all |\d+ |\w+ |\w+ \w+ )?(?:\w+ )?"
    r"(?:attacks?|bombings?|blasts?|assault|ambush|killings?|shooting|explosions?|raid|strike|massacre)"
)
OFFICIALS = (
    r"(?:police|officials?|authorities|government|ministry|minister|army|military|president|coalition|forces"
    r"|prosecutors?|investigators?|intelligence|spokesman|governor|commissioner|court|ctd)"
)
MEMBERS = r"(?:militants?|fighters?|gunmen|insurgents?|terrorists?|rebels?|(?:suicide )?bombers?)"
_GROUP = (
    r"no (?:one|group|organi[sz]ation|party|outfit|faction|(?:armed|militant|terrorist|other) group|side)"
)
NOBODY = (
    rf"\b(?:{_GROUP}|nobody|none)\b[^.;]{{0,40}}?\b(?:claim\w*|accept\w*|t[ao]ken?|took|admitted)\b"
    r"(?:[^.;,]{0,20}\bresponsibility)?"
    r"|\bno (?:\w+ ){0,3}claims? (?:of|for|was|has)\b(?: responsibility)?"
    r"|\bresponsibility[^.;]{0,30}\b(?:not|n't) (?:yet )?(?:been )?claimed"
)
CLAIMING = (Attribution.SELF_CLAIMED, Attribution.DENIED)
#: Of whom it is told that they were killed, and not that they did it.
_SUFFERED = r"(?! (?:in|by|as|when|during|after|on|near|and|at (?!least))\b)(?=\s)"

#: The attribution, the pattern, and what it says.
RULES: tuple[tuple[Attribution, str, str], ...] = (
    (
        Attribution.DENIED,
        rf"ACTOR{ASIDE}(?:den(?:y|ies|ied)\b|ha(?:s|d|ve) nothing to do with"
        r"|distanc\w+ (?:itself|themselves) from|reject\w+ (?:responsibility|involvement|the accusation))",
        "the actor denies it",
    ),
    (Attribution.DENIED, r"nothing to do with[^.;]{0,60}, ACTOR(?= said)", "the actor denies it"),
    (
        Attribution.SELF_CLAIMED,
        rf"ACTOR{ASIDE}(?:(?:claim(?:s|ed|ing)?|accept(?:s|ed)?|t[ao]k(?:es?|en)|took|admit(?:s|ted)?) "
        rf"(?:the |full )?(?:responsibility|credit)|claim(?:s|ed)? {DEED})",
        "the actor claims it",
    ),
    (
        Attribution.SELF_CLAIMED,
        rf"ACTOR{ASIDE}(?:in a statement )?(?:that )?(?:it |they |its \w+ |their \w+ )?(?:had |have )?"
        r"(?:carried out|was behind|were behind|conducted|staged)",
        "the actor says that it did it",
    ),
    (
        Attribution.SELF_CLAIMED,
        r"ACTOR, (?:said|says) (?:that )?(?:the group|it|they) (?:was|were) (?:behind|responsible)",
        "the actor says that it did it",
    ),
    (Attribution.SELF_CLAIMED, r"\bwe, [^.;]{0,40}ACTOR,? (?:claim|accept|take) ", "the actor claims it"),
    (Attribution.SELF_CLAIMED, r"\bclaimed by ACTOR", "the actor claims it"),
    (Attribution.CONVICTED, r"\bconvicted\b[^.;]{0,60}ACTOR", "a court found them guilty"),
    (Attribution.CHARGED, r"\b(?:charged|indicted)\b[^.;]{0,60}ACTOR", "they are charged with it"),
    (
        Attribution.OFFICIALLY_ACCUSED,
        rf"\b{OFFICIALS}\b[^.;]{{0,30}}?\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed)|held)\b "
        r"(?:\w+ ){0,2}?ACTOR",
        "officials accuse them",
    ),
    (
        Attribution.OFFICIALLY_ACCUSED,
        rf"ACTOR{ASIDE}(?:was |were |been )(?:accused|blamed)\b[^.;]{{0,20}}?"
        rf"\bby (?:the )?(?:\w+ )?{OFFICIALS}",
        "officials accuse them",
    ),
    (
        Attribution.OFFICIALLY_ACCUSED,
        rf"\b(?:blamed on|attributed to) ACTOR[^.;]{{0,20}}?\bby (?:the )?(?:\w+ )?{OFFICIALS}",
        "officials accuse them",
    ),
    (Attribution.SUSPECTED, r"\bsuspected (?!links|ties)(?:\w+ ){0,4}?ACTOR", "they are suspected"),
    (Attribution.SUSPECTED, r"\bsuspects? ACTOR", "they are suspected"),
    (Attribution.SUSPECTED, rf"ACTOR{ASIDE}(?:is|are|was|were) suspected", "they are suspected"),
    (
        Attribution.ATTRIBUTED,
        r"\b(?:blam(?:ed|ing)|blamed on|attributed to|accused|work of) ACTOR",
        "the source lays it to them",
    ),
    (
        Attribution.ATTRIBUTED,
        rf"(?:\b(?:{MEMBERS}|members) (?:of|from) )?ACTOR(?:\s+{MEMBERS})?\s+"
        rf"(?:kills?\b|killed{_SUFFERED}|raid(?:ed|s)?|attack(?:ed|s)? (?!was|were|is)|stormed"
        r"|ambush(?:ed)?|abduct\w*|massacre\w*|slaughter\w*|behead\w*)",
        "the source says that they did it",
    ),
)
_NAME = r"[A-Z][\w’'-]*(?:[ -](?:[A-Z][\w’'-]*|of|the|e|i|ul|al|group))*"
#: A claim by somebody whose name stands in capitals before it.
UNKNOWN_CLAIMS = (
    rf"(?P<actor>{_NAME})(?:,[^,.;]{{0,80}},)?\s+(?:has |have |had )?"
    r"(?:claim(?:s|ed)?|accept(?:s|ed)?|took) responsibility"
)
