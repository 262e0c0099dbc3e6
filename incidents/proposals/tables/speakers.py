"""Who speaks: words for kinds of claimants, verbs of saying, agencies."""

from __future__ import annotations

from archive.vocabulary import ClaimantKind
from incidents.importers.parsing.claimants import WORDS
from incidents.proposals.tables import listed

#: What the importers know, and what articles say besides. A kind further up is the stronger one.
KINDS: dict[ClaimantKind, frozenset[str]] = {
    ClaimantKind.PARTY: frozenset(
        listed("""
        taliban tehreek-e-taliban tehrik-i-taliban ttp lashkar-e-jhangvi lashkar-i-jhangvi jamaat-ul-ahrar
        bla blf boko haram iswap al-shabaab al-shabab houthis al-qaeda isis iskp daesh mujahideen militants
        insurgents rebels group liberation islamic jihad jaish hizb
        """)
    ),
    ClaimantKind.WITNESS: frozenset(WORDS[ClaimantKind.WITNESS].split()) - {"local"}
    | frozenset(("bystander", "bystanders", "farmer", "trader", "shopkeeper", "neighbour", "neighbours")),
    ClaimantKind.ORGANISATION: frozenset(WORDS[ClaimantKind.ORGANISATION].split())
    | frozenset(
        listed("""
        unama edhi foundation crescent cross commission charity unicef unhcr amnesty watch nations
        msf borders mission association union federation observers
        """)
    ),
    ClaimantKind.MEDIA: frozenset(
        ("media", "television", "newspaper", "newspapers", "radio", "tv", "channel")
    ),
    ClaimantKind.OFFICIAL: frozenset(WORDS[ClaimantKind.OFFICIAL].split())
    | frozenset(
        listed("""
        governor's ministry's general brigadier major colonel captain lieutenant inspector superintendent
        dsp ssp dpo sp ig dig dco dc dr doctor doctors medical medics hospitals soldier troops forces
        commander chief secretary senator presidency ispr department agency authority headquarters cabinet
        deputy magistrate envoy court attorney rescuers rangers customs council's parliament defence defense
        """)
    ),
}
SAYING = listed(
    "said says say told adds added confirmed confirms announced stated states claimed claims estimated "
    "insisted insists reported reports recorded documented verified declared"
)
#: What they do with a number, without “that”.
PUTTING = ("put", "puts", "counted", "counts", "speaks of", "spoke of")
AGENCIES = (
    "Agence France-Presse",
    "The Associated Press",
    "Associated Press",
    "AFP",
    "AP",
    "Reuters",
    "Xinhua",
    "DPA",
    "EFE",
    "TASS",
    "Anadolu Agency",
    "Anadolu",
    "PTI news agency",
    "Press Trust of India",
    "ANI",
    "APP",
    "BBC",
    "CNN",
    "Al Jazeera",
    "Geo News",
    "Dawn",
    "The Express Tribune",
    "Tolo News",
    "TOLOnews",
    "Pajhwok",
    "VOA",
    "RFE/RL",
)
#: What begins no speaker: words that stand before a verb of saying and name nobody.
NOBODY = frozenset(
    listed(
        "he she they it who which that this there what we i you one and but it's also not has had have "
        "initial preliminary reports information some others"
    )
)
