"""Who speaks: words for kinds of claimants, verbs of saying, agencies."""

from __future__ import annotations

from archive.vocabulary import ClaimantKind
from incidents.importers.parsing.claimants import WORDS

#: What the importers know, and what articles say besides. A kind further up is the stronger one.
KINDS: dict[ClaimantKind, frozenset[str]] = {
    ClaimantKind.PARTY: frozenset(
        """
        taliban tehreek-e-taliban tehrik-i-taliban ttp lashkar-e-jhangvi lashkar-i-jhangvi jamaat-ul-ahrar
        bla blf boko haram iswap al-shabaab al-shabab houthis al-qaeda isis iskp daesh mujahideen militants
        insurgents rebels group liberation islamic jihad jaish hizb
        """.split()
    ),
    ClaimantKind.WITNESS: frozenset(WORDS[ClaimantKind.WITNESS].split())
    - {"local"}
    | frozenset(("bystander", "bystanders", "farmer", "trader", "shopkeeper", "neighbour", "neighbours")),
    ClaimantKind.ORGANISATION: frozenset(WORDS[ClaimantKind.ORGANISATION].split())
    | frozenset(
        """
        unama edhi foundation crescent cross commission charity unicef unhcr amnesty watch nations
        msf borders mission association union federation observers
        """.split()
    ),
    ClaimantKind.MEDIA: frozenset(("media", "television", "newspaper", "newspapers", "radio", "tv", "channel")),
    ClaimantKind.OFFICIAL: frozenset(WORDS[ClaimantKind.OFFICIAL].split())
    | frozenset(
        """
        governor's ministry's general brigadier major colonel captain lieutenant inspector superintendent
        dsp ssp dpo sp ig dig dco dc dr doctor doctors medical medics hospitals soldier troops forces
        commander chief secretary senator presidency ispr department agency authority headquarters cabinet
        deputy magistrate envoy court attorney rescuers rangers customs council's parliament
        """.split()
    ),
}
#: Words of any kind that name no speaker's own: a “police spokesman” is police.
SAYING = (
    "said says say told adds added confirmed confirms announced stated states claimed claims estimated "
    "insisted insists reported reports recorded documented verified declared"
).split()
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
    "he she they it who which that this there what we i you one and but it's also not has had have initial preliminary reports information some others".split()
)
