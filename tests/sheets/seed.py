"""The first event's fact sheet: the incident and its two attacks."""

from __future__ import annotations

from archive.vocabulary import Property
from tests.sheets.rows import row

SEED_SOURCES = {
    "S1": "bomb-hits-candidates-office-2024",
    "S2": "wikipedia-february-2024-balochistan-bombings",
    "S3": "analysis-2024-02-07",
}

P = Property
IS = "islamic-state"
ISPP = "islamic-state-pakistan-province"
BLA = "balochistan-liberation-army"
DISTRICT = "killa-saifullah-district"

INCIDENT = (
    row("the article's title", P.NAME, "S2", text="February 2024 Balochistan bombings"),
    row("the insurgency", P.PART_OF, "S2", conflict="insurgency-in-balochistan"),
    row("an election", P.PART_OF, "S1 S2 S3", conflict="election-violence-in-pakistan"),
    row("7 February 2024", P.DATE, "S2", edtf="2024-02-07"),
    row("hours before the vote", P.DATE, "S3", edtf="2024-02-07~"),
    row("Pishin District", P.PLACE, "S2 S3", place="pishin-district"),
    row("Pishin, said by Achakzai", P.PLACE, "S1", place="pishin-district", by="jan-achakzai"),
    row("Killa Saifullah", P.PLACE, "S2 S3", place=DISTRICT),
    row("Pashin", P.NAME, "S1", text="Pashin", place="pishin-district"),
    row("Baluchistan", P.NAME, "S1", text="Baluchistan", place="balochistan"),
    row("Killa Saifullah", P.NAME, "S2", text="Killa Saifullah", place=DISTRICT),
    row("Qilla Saifullah", P.NAME, "S2", text="Qilla Saifullah", place=DISTRICT),
    row("Qila Saifullah", P.NAME, "S3", text="Qila Saifullah", place=DISTRICT),
    row("two bombings", P.ATTACK_TYPE, "S1 S2", type="bombing", text="two bombings"),
    row("two explosions", P.ATTACK_TYPE, "S3", by="officials", type="bombing", text="two explosions"),
    row(
        "campaign offices",
        P.TARGET,
        "S1 S2 S3",
        type="election",
        text="campaign offices, on the eve of the general election of 8 February 2024",
    ),
    row("at least 24", P.KILLED, "S1", qualifier="at_least", low=24, newer="at least 28"),
    row("at least 28", P.KILLED, "S3", qualifier="at_least", low=28),
    row("28–30+", P.KILLED, "S2", at="summary box", qualifier="range_or_more", low=28, high=30),
    row("at least 30", P.KILLED, "S2", at="lead", qualifier="at_least", low=30),
    row("dozens", P.INJURED, "S1 S3", qualifier="vague", low=None, best=None, high=None),
    row("40 or more", P.INJURED, "S2", at="summary box", qualifier="at_least", low=40),
    row("at least 40", P.INJURED, "S2", at="lead", qualifier="at_least", low=40),
    row("the box names", P.RESPONSIBILITY, "S2", at="summary box", actor=ISPP, attribution="attributed"),
    row(
        "claimed on Telegram and through Amaq",
        P.RESPONSIBILITY,
        "S2",
        actor=ISPP,
        attribution="self_claimed",
        by=IS,
        via="telegram amaq-news-agency",
    ),
    row("no suspect", P.RESPONSIBILITY, "S1", by="authorities", actor=None, attribution="none_named"),
    row("the wider surge", P.RESPONSIBILITY, "S3", context=True, actor=BLA, attribution="suspected"),
    row("motorbikes", P.WEAPON, "S2", by=IS, type="explosives", text="motorbikes rigged with explosives"),
    row("bombs that landed", P.WEAPON, "S1", type="explosives", text="bombs that “landed” on the offices"),
)

FIRST = (
    row("before the second", P.DATE, "S1", attack=1, edtf="../2024-02-07"),
    row("Pishin", P.PLACE, "S2", attack=1, place="pishin-district"),
    row("Khanozai", P.PLACE, "S2", attack=1, place="khanozai", by="jumadad-mandokhail"),
    row("Kakar's office", P.TARGET, "S2", attack=1, type="election", text="Asfand Yar Khan Kakar"),
    row("a candidate's", P.TARGET, "S1", attack=1, type="election", text="an independent candidate's office"),
    row("the stated aim", P.TARGET, "S2", attack=1, by=IS, text="an election gathering"),
    row("a motorbike", P.WEAPON, "S2", attack=1, text="explosive device planted on a motorbike"),
    row("14", P.KILLED, "S1", attack=1, at="headline", qualifier="exact", best=14, newer="at least 16"),
    row(
        "at least 14",
        P.KILLED,
        "S1",
        attack=1,
        via="associated-press",
        qualifier="at_least",
        low=14,
        newer="at least 16",
    ),
    row("at least 16", P.KILLED, "S2", attack=1, qualifier="at_least", low=16),
    row("dozens", P.INJURED, "S1", attack=1, at="headline", qualifier="vague"),
    row(
        "over two dozen",
        P.INJURED,
        "S1",
        attack=1,
        via="associated-press",
        qualifier="more_than",
        low=24,
    ),
    row("23", P.INJURED, "S2", attack=1, qualifier="exact", best=23),
    row(
        "about 45",
        P.KILLED_OR_INJURED,
        "S2",
        attack=1,
        by=IS,
        via="amaq-news-agency",
        qualifier="about",
        best=45,
    ),
)

SECOND = (
    row("Wednesday", P.DATE, "S1", attack=2, edtf="2024-02-07"),
    row(
        "an hour and a half", P.TIME, "S2", attack=2, minutes=90, after_attack=1, approximate=True, clock=None
    ),
    row("a bazaar", P.PLACE, "S2", attack=2, place=DISTRICT),
    row("JUI-F's office", P.TARGET, "S2", attack=2, type="election", text="Fazlur Rehman's Jamiat"),
    row("the party's office", P.TARGET, "S1", attack=2, via="abc-news", text="Jamiat Ulema Islam"),
    row("JUI-F", P.NAME, "S2", attack=2, text="JUI-F", actor="jamiat-ulema-e-islam"),
    row("the party's name", P.NAME, "S1", attack=2, via="abc-news", text="Jamiat Ulema Islam"),
    row(
        "a motorcycle",
        P.WEAPON,
        "S2",
        attack=2,
        by="deputy commissioner of the district",
        type="explosives",
        text="parked near the office",
    ),
    row("at least 10", P.KILLED, "S1", attack=2, qualifier="at_least", low=10, newer="12"),
    row("12", P.KILLED, "S2", attack=2, qualifier="exact", best=12),
    row("18", P.INJURED, "S2", attack=2, qualifier="exact", best=18),
    row(
        "another 35",
        P.KILLED_OR_INJURED,
        "S2",
        attack=2,
        by=IS,
        via="amaq-news-agency",
        qualifier="exact",
        best=35,
    ),
)

PICTURES = (
    row(
        "a market in Lahore",
        P.IMAGE,
        "S1",
        context=True,
        credit="Arif Ali / AFP via Getty Images",
        date="2024-01-13",
        place="Lahore",
        caption="party flags on sale at a market",
    ),
    row(
        "commuters in Rawalpindi",
        P.IMAGE,
        "S1",
        context=True,
        credit="Aamir Qureshi / AFP via Getty Images",
        date="2024-01-09",
        place="Rawalpindi",
        caption="lack credibility with Imran Khan jailed and barred",
    ),
)

SEE_ALSO = (
    row("Islamabad", P.SEE_ALSO, "S2", at="See also", title="2026 Islamabad mosque bombing"),
    row("Imran Khan", P.SEE_ALSO, "S1", title="the sentence against Imran Khan and his wife for corruption"),
    row("the election", P.SEE_ALSO, "S1", title="the predictability of the election"),
)

SEED_ROWS = (*INCIDENT, *FIRST, *SECOND, *PICTURES, *SEE_ALSO)
