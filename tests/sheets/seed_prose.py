"""The first event's fact sheet: what its page says in sentences."""

from __future__ import annotations

from archive.vocabulary import Property
from tests.sheets.rows import prose, row

P = Property

ATTACKS = (
    prose("dates by S1", "events", "S1", "second blast", "Wednesday 7 February", "the first before it"),
    prose("dates by S3", "events", "S3", "hours before the vote"),
    prose("victims", "events", "S2", "all supporters of Kakar", attack=1, by="jumadad-mandokhail"),
    prose("the meeting", "events", "S2", "meeting his polling agent", attack=1, via="bbc"),
    prose("hospital", "events", "S2", "Tehsil Headquarters Hospital", attack=1),
    prose("helicopter", "events", "S1", "helicopter", "nearby hospital", attack=1, by="jan-achakzai"),
    prose("critical", "events", "S1", "in critical condition", attack=1, by="police"),
    prose("workers", "events", "S2", "many workers were inside", attack=2, by="police"),
    prose(
        "election work",
        "events",
        "S1",
        "in front of the office",
        "election work was going on inside",
        attack=2,
        by="akhtar-khan-achakzai",
    ),
    prose("four critically", "events", "S2", "18 injured", "four of them critically", attack=2),
    prose("Quetta", "aftermath", "S2", "flown to Quetta", "not said from which"),
)

BACKGROUND = (
    prose(
        "earlier attacks",
        "background",
        "S2",
        "election-related facilities",
        "Baloch Liberation Army claimed some",
        "boycott",
        context=True,
    ),
    row(
        "claimed by the BLA",
        P.RESPONSIBILITY,
        "S2",
        context=True,
        by="balochistan-liberation-army",
        actor="balochistan-liberation-army",
        attribution="self_claimed",
    ),
    prose("the week before", "background", "S2", "more than two dozen attacks", "week before", context=True),
    prose(
        "January", "background", "S3", "January", "21 attacks", "10 people dead", "25 injured", context=True
    ),
    prose("the surge", "background", "S3", "suspects", "recent surge", "does not name", context=True),
    row("10 in January", P.KILLED, "S3", context=True, qualifier="exact", best=10),
    row("25 in January", P.INJURED, "S3", context=True, qualifier="exact", best=25),
    prose(
        "polling stations",
        "background",
        "S2",
        "80%",
        "5,028 polling stations",
        "“sensitive”",
        context=True,
        by="muhammad-zubair-jamali",
    ),
    prose("July 2023", "background", "S2", "July 2023", "suicide bombing", "JUI-F", "Khorasan", context=True),
    row(
        "claimed by the Khorasan Province",
        P.RESPONSIBILITY,
        "S2",
        context=True,
        by="islamic-state-khorasan-province",
        actor="islamic-state-khorasan-province",
        attribution="self_claimed",
    ),
    prose("deployed", "background", "S1 S3", "Tens of thousands of police and paramilitaries", context=True),
    prose("the day of the vote", "background", "S1", "Thursday 8 February", context=True),
    prose("its date", "background", "S2", "8 February 2024", context=True),
    prose("relations", "background", "S3", "Taliban officials", "government of Pakistan", context=True),
)

AFTERMATH = (
    prose(
        "borders",
        "aftermath",
        "S2",
        "Afghanistan and Iran",
        "until 9 February",
        by="foreign-ministry-of-pakistan",
    ),
    prose("the schedule", "aftermath", "S3", "schedule would remain unaffected", by="officials"),
    prose("more security", "aftermath", "S3", "more security", "polling stations"),
    prose("mourning", "aftermath", "S2", "three days of mourning"),
    prose("as scheduled", "aftermath", "S2", "as scheduled", by="government-of-balochistan"),
    prose(
        "the mastermind",
        "aftermath",
        "S2",
        "9 February",
        "Abdul Shakoor of Islamic State",
        "exchange of fire in Killa Saifullah District",
        "intelligence-based operation",
        "more high-profile attacks",
        by="ispr",
    ),
    prose(
        "the attackers' account",
        "aftermath",
        "S2",
        "both blasts",
        "about 45",
        "another 35",
        by="islamic-state",
        via="amaq-news-agency",
    ),
)

AT_HOME = {
    "interior-ministry-of-pakistan": ("S1", "cowardly act", "keep people from voting"),
    "gohar-ejaz": ("S1", "law and order", "chaos", "not succeed"),
    "caretaker office-holder": ("S1", "innocent citizens", "cowardly"),
    "arif-alvi": ("S2", "condemned", "sympathy to the families"),
    "anwaar-ul-haq-kakar": ("S2", "denounced", "condolences", "peaceful vote"),
    "nawaz-sharif": ("S2", "condemned", "spirits", "not be dampened"),
    "asif-ali-zardari": ("S2", "condemned", "deep sorrow"),
    "bilawal-bhutto-zardari": ("S2", "condemned", "deep sorrow", "punished severely", "barbaric"),
}

ABROAD = {
    "jane-marriott": ("S2", "United Kingdom", "high commissioner", "appalled", "from voting"),
    "foreign-ministry-of-egypt": ("S2", "condemned", "condolences", "funds and havens"),
    "embassy spokesperson": ("S2", "Iran", "condemned", "solidarity"),
    "foreign-ministry-of-saudi-arabia": ("S2", "in the strongest terms", "solidarity"),
    "united-arab-emirates": ("S2", "ministry", "condemned", "condolences", "recovery"),
    "foreign-ministry-of-turkiye": ("S3", "deep sorrow", "solidarity against terrorism"),
}

ORGANISATIONS = {
    "antonio-guterres": ("S2", "spokesperson", "strongly condemned", "clearly related to the vote"),
    "amnesty-international": ("S2", "Khyber Pakhtunkhwa", "parties", "violation of human rights"),
}

REACTIONS = tuple(
    prose(f"reaction of {who}", "reactions", source, *texts, by=who, group=group)
    for group, said in (("domestic", AT_HOME), ("international", ABROAD), ("organisations", ORGANISATIONS))
    for who, (source, *texts) in said.items()
)

SEED_PROSE = (*ATTACKS, *BACKGROUND, *AFTERMATH, *REACTIONS)
