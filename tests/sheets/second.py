"""The second event's fact sheet: thirteen rows, and what is said around them."""

from __future__ import annotations

from archive.vocabulary import Property
from tests.sheets.rows import prose, row

SECOND_SOURCES = {
    "PTI": "press-trust-of-india-2018-07-13",
    "AFP": "agence-france-presse-2018-07-13-count",
    "AFP-claim": "agence-france-presse-2018-07-13-claim",
    "Dawn": "dawn-1419812",
    "News-13": "the-news-latest-341277",
    "News-14": "the-news-print-341581",
    "inewstoday": "inewstoday-2018-07-14",
    "Morning-Bell": "morning-bell-bd-2018-07-14",
    "News-16": "the-news-latest-342402",
    "RT": "rt-newsline-433348",
    "AP": "associated-press-2018-07-20",
    "Museum": "salem-witch-museum-page",
    "UCDP": "ucdp-ged-274819",
}

P = Property
IS = "islamic-state"
ADDRESS, LATER = "address of the page", "headline as later edited"

KILLED = (
    row("85, AFP", P.KILLED, "AFP", at="headline", qualifier="exact", best=85, newer="128"),
    row("85, Dawn", P.KILLED, "Dawn", at=ADDRESS, qualifier="exact", best=85, newer="128"),
    row("128, Dawn", P.KILLED, "Dawn", at=LATER, qualifier="exact", best=128, newer="149"),
    row("128, The News", P.KILLED, "News-13", qualifier="exact", best=128, newer="149"),
    row("128, in print", P.KILLED, "News-14", qualifier="exact", best=128, newer="149"),
    row("128, inewstoday", P.KILLED, "inewstoday", qualifier="exact", best=128, newer="149"),
    row("128, Morning Bell", P.KILLED, "Morning-Bell", qualifier="exact", best=128, newer="149"),
    row("149, The News", P.KILLED, "News-16", by="qaim-lashari", via="reuters", qualifier="exact", best=149),
    row("149, RT", P.KILLED, "RT", qualifier="exact", best=149),
    row("149, AP", P.KILLED, "AP", at="headline", qualifier="exact", best=149),
    row("128, the museum", P.KILLED, "Museum", qualifier="exact", best=128, deprecated=True),
    row("149, UCDP", P.KILLED, "UCDP", qualifier="estimate", low=149, best=149, high=149),
    row("over 132", P.KILLED, "News-14", context=True, at="headline", qualifier="more_than", low=132),
)

INJURED = (
    row("over 150, Dawn", P.INJURED, "Dawn", at=ADDRESS, qualifier="more_than", low=150),
    row("over 200, Dawn", P.INJURED, "Dawn", at=LATER, qualifier="more_than", low=200),
    row("150, The News", P.INJURED, "News-13", qualifier="exact", best=150),
    row("nearly 170", P.INJURED, "News-14", qualifier="about", best=170),
    row("150, inewstoday", P.INJURED, "inewstoday", qualifier="exact", best=150),
    row("over 200, Morning Bell", P.INJURED, "Morning-Bell", qualifier="more_than", low=200),
    row(
        "over 180, The News",
        P.INJURED,
        "News-16",
        by="qaim-lashari",
        via="reuters",
        qualifier="more_than",
        low=180,
    ),
    row("over 180, RT", P.INJURED, "RT", qualifier="more_than", low=180),
    row("nearly 120", P.INJURED, "Museum", qualifier="about", best=120, deprecated=True),
)

REMARKS = (
    row("the day", P.DATE, "PTI AFP", edtf="2018-07-13"),
    row("Mastung town", P.PLACE, "UCDP", place="mastung"),
    row("a suicide bombing", P.ATTACK_TYPE, "AFP", type="suicide_bombing"),
    row("an election rally", P.TARGET, "Dawn News-13", type="election", text="Siraj Raisani"),
    row("election violence", P.PART_OF, "AFP", conflict="election-violence-in-pakistan"),
    row("an explosion", P.WEAPON, "PTI", type="explosives"),
    row(
        "claimed through Amaq",
        P.RESPONSIBILITY,
        "AFP-claim",
        actor=IS,
        attribution="self_claimed",
        by=IS,
        via="amaq-news-agency",
    ),
    row("perpetrator IS", P.RESPONSIBILITY, "UCDP", actor=IS, attribution="attributed"),
    prose("the rally", "lead", "Dawn", "Siraj Raisani", "twelve days before", "Mastung, Balochistan"),
    prose("the first report", "events", "PTI", "first report of an explosion"),
    prose("one page, edited", "events", "Dawn", "address of the page still holds 85", "headline gives 128"),
    prose("children", "events", "News-16", "nine children", "Reuters", by="qaim-lashari", via="reuters"),
    prose("Bannu", "background", "News-14", "more than 132", "four", "Bannu", context=True),
    prose("the attacker", "aftermath", "AP", "identified the attacker", by="Pakistan"),
)

SECOND_ROWS = (*KILLED, *INJURED, *REMARKS)
