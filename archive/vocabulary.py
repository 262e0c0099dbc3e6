"""The closed word lists of the record, each word with the label that people read.

One concept has one word: the same value stands in the record, the desk's columns, the API and the
filters; the label stands on pages and in the admin.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from archive.language import pgettext


class Term(StrEnum):
    """A word of a closed list: its value is stored, its label is shown."""

    english: str
    """The label in English."""

    def __new__(cls, value: str, label: str = "") -> Self:
        # Definitions give a label; a look-up, as in Rule("span"), passes the value alone.
        term = str.__new__(cls, value)
        term._value_ = value
        term.english = label
        return term

    @property
    def label(self) -> str:
        """The label in the language at hand; the list tells apart what English calls by one word."""
        return pgettext(type(self).__name__, self.english)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """For the desk and the API, in English."""
        return [(term.value, term.english) for term in cls]


class About(Term):
    INCIDENT = "incident", "the incident as a whole"
    ATTACK = "attack", "one attack"
    CONTEXT = "context", "the context, not the incident"


class Property(Term):
    KILLED = "killed", "killed"
    INJURED = "injured", "injured"
    KILLED_OR_INJURED = "killed_or_injured", "killed or injured"
    MISSING = "missing", "missing"
    DETAINED = "detained", "detained"
    RESPONSIBILITY = "responsibility", "responsibility"
    NAME = "name", "name"
    PART_OF = "part_of", "part of"
    DATE = "date", "date"
    TIME = "time", "time"
    PLACE = "place", "place"
    TARGET = "target", "target"
    WEAPON = "weapon", "weapon"
    ATTACK_TYPE = "attack_type", "type of attack"
    MOTIVE = "motive", "motive"
    IMAGE = "image", "image"
    SEE_ALSO = "see_also", "see also"
    STATEMENT = "statement", "statement"


#: The properties that count people, in the order in which pages show them.
MEASURES = (
    Property.KILLED,
    Property.INJURED,
    Property.KILLED_OR_INJURED,
    Property.MISSING,
    Property.DETAINED,
)


class Qualifier(Term):
    EXACT = "exact", "exactly"
    AT_LEAST = "at_least", "at least"
    AT_MOST = "at_most", "at most"
    MORE_THAN = "more_than", "more than"
    FEWER_THAN = "fewer_than", "fewer than"
    ABOUT = "about", "about"
    RANGE = "range", "between"
    RANGE_OR_MORE = "range_or_more", "between, or more"
    ESTIMATE = "estimate", "estimate of a dataset"
    VAGUE = "vague", "no number stated"


class Population(Term):
    ALL = "all", "everybody"
    CIVILIANS = "civilians", "civilians"
    SECURITY_FORCES = "security_forces", "security forces"
    PERPETRATORS = "perpetrators", "perpetrators"
    FIGHTERS = "fighters", "members of armed groups"
    UNSTATED = "unstated", "not stated"


class Attribution(Term):
    ATTRIBUTED = "attributed", "attributed by the source"
    SELF_CLAIMED = "self_claimed", "claimed by the group itself"
    SUSPECTED = "suspected", "suspected"
    OFFICIALLY_ACCUSED = "officially_accused", "officially accused"
    CHARGED = "charged", "charged"
    CONVICTED = "convicted", "convicted"
    DENIED = "denied", "denied"
    NONE_NAMED = "none_named", "nobody named"


class ClaimantKind(Term):
    OFFICIAL = "official", "official"
    PARTY = "party", "party to the violence"
    WITNESS = "witness", "witness"
    MEDIA = "media", "media"
    ORGANISATION = "organisation", "organisation"
    EXPERT = "expert", "expert"
    UNSTATED = "unstated", "not stated"


class Rank(Term):
    PREFERRED = "preferred", "preferred"
    NORMAL = "normal", "normal"
    DEPRECATED = "deprecated", "deprecated"


class Section(Term):
    LEAD = "lead", "Summary"
    BACKGROUND = "background", "Background"
    EVENTS = "events", "Events"
    AFTERMATH = "aftermath", "Aftermath"
    REACTIONS = "reactions", "Reactions"


class ReactionGroup(Term):
    DOMESTIC = "domestic", "Domestic"
    INTERNATIONAL = "international", "International"
    ORGANISATIONS = "organisations", "Organisations"


class Stance(Term):
    SUPPORTS = "supports", "supports"
    DISPUTES = "disputes", "disputes"


class QuoteState(Term):
    """What looking a quote up in the stored copies of its source has shown."""

    VERIFIED = "verified", "found in the source"
    NOT_FOUND = "not_found", "not found in the source"
    GONE = "gone", "no longer in the source"


class AttackType(Term):
    ARMED_ASSAULT = "armed_assault", "armed assault"
    ARSON = "arson", "arson"
    ASSASSINATION = "assassination", "assassination"
    BOMBING = "bombing", "bombing"
    SUICIDE_BOMBING = "suicide_bombing", "suicide bombing"
    HIJACKING = "hijacking", "hijacking"
    HOSTAGE_TAKING = "hostage_taking", "hostage taking"
    KIDNAPPING = "kidnapping", "kidnapping"
    INFRASTRUCTURE_ATTACK = "infrastructure_attack", "attack on infrastructure"
    SHELLING = "shelling", "shelling or air strike"
    UNARMED_ASSAULT = "unarmed_assault", "unarmed assault"
    OTHER = "other", "other"
    UNKNOWN = "unknown", "unknown"


class TargetType(Term):
    AID = "aid", "aid workers"
    BUSINESS = "business", "business"
    CIVILIANS = "civilians", "civilians"
    DIPLOMATIC = "diplomatic", "diplomatic mission"
    EDUCATION = "education", "education"
    ELECTION = "election", "election campaign or poll"
    GOVERNMENT = "government", "government"
    HEALTH = "health", "health care"
    INFRASTRUCTURE = "infrastructure", "infrastructure"
    JOURNALISTS = "journalists", "journalists and media"
    MILITARY = "military", "military"
    POLICE = "police", "police"
    RELIGIOUS = "religious", "religious figures or institutions"
    TRANSPORT = "transport", "transport"
    OTHER = "other", "other"
    UNKNOWN = "unknown", "unknown"


class WeaponType(Term):
    EXPLOSIVES = "explosives", "explosives"
    FIREARMS = "firearms", "firearms"
    INCENDIARY = "incendiary", "incendiary"
    MELEE = "melee", "melee"
    MISSILE = "missile", "shell, rocket or missile"
    DRONE = "drone", "drone"
    VEHICLE = "vehicle", "vehicle as a weapon"
    CHEMICAL = "chemical", "chemical"
    BIOLOGICAL = "biological", "biological"
    RADIOLOGICAL = "radiological", "radiological"
    OTHER = "other", "other"
    UNKNOWN = "unknown", "unknown"


class ActorKind(Term):
    ARMED_GROUP = "armed_group", "armed group"
    GOVERNMENT = "government", "government body"
    SECURITY_FORCE = "security_force", "security force"
    PARTY = "party", "political party"
    ORGANISATION = "organisation", "organisation"
    MEDIA = "media", "media outlet"
    PERSON = "person", "person"
    OTHER = "other", "other"


class PartAs(Term):
    BRANCH = "branch", "branch"
    MEDIA_ARM = "media_arm", "media arm"
    OFFICE = "office", "office or spokesman"
    MEMBER = "member", "member"


class AliasKind(Term):
    ALIAS = "alias", "other name or spelling"
    FORMER = "former", "former name"


class PlaceKind(Term):
    COUNTRY = "country", "country"
    PROVINCE = "province", "province or state"
    DIVISION = "division", "division"
    DISTRICT = "district", "district"
    SUBDISTRICT = "subdistrict", "subdistrict"
    SETTLEMENT = "settlement", "city, town or village"
    SITE = "site", "site"


class Precision(Term):
    EXACT = "exact", "exact spot"
    NEAR = "near", "near the spot"
    DISTRICT = "district", "somewhere in the district"
    PROVINCE = "province", "somewhere in the province"
    COUNTRY = "country", "somewhere in the country"


class Located(Term):
    """As what an incident stands on a map."""

    SPOT = "spot", "at or near a spot"
    DISTRICT = "district", "somewhere in a district"
    PROVINCE = "province", "somewhere in a province"
    COUNTRY = "country", "somewhere in a country"
    NOWHERE = "nowhere", "without coordinates"


class SourceKind(Term):
    ARTICLE = "article", "news article"
    HEADLINE = "headline", "headline, known at second hand"
    ANALYSIS = "analysis", "news analysis"
    ENCYCLOPEDIA = "encyclopedia", "encyclopedia article"
    STATEMENT = "statement", "statement"
    REPORT = "report", "report"
    POST = "post", "post"
    DATASET_ROW = "dataset_row", "dataset row"
    WEB_PAGE = "web_page", "web page"


class PublicationKind(Term):
    NEWSPAPER = "newspaper", "newspaper"
    NEWS_AGENCY = "news_agency", "news agency"
    BROADCASTER = "broadcaster", "broadcaster"
    WEBSITE = "website", "website"
    PLATFORM = "platform", "platform"
    ENCYCLOPEDIA = "encyclopedia", "encyclopedia"
    DATASET = "dataset", "dataset"
    GOVERNMENT = "government", "government"
    ORGANISATION = "organisation", "organisation"


class Reliance(Term):
    SYNDICATES = "syndicates", "reprints"
    QUOTES = "quotes", "quotes"
    SUMMARISES = "summarises", "summarises"
    CREDITS = "credits", "credits"


class Rule(Term):
    ARCHIVE = "archive", "the archive's rule"
    SPAN = "span", "everything stated"
    LOWEST = "lowest", "the lowest number"
    HIGHEST = "highest", "the highest number"
    LATEST = "latest", "the latest day"
    OFFICIAL = "official", "officials only"
    ACLED = "acled", "in the manner of ACLED"
    GTD = "gtd", "in the manner of GTD"


class LeftOutReason(Term):
    DEPRECATED = "deprecated", "deprecated by the editors"
    NOT_PREFERRED = "not_preferred", "another claim is preferred"
    NOT_KNOWN_YET = "not_known_yet", "said after that day"
    UNDATED = "undated", "the day on which it was said is not known"
    OTHER_SOURCE = "other_source", "printed only in sources that were not selected"
    PARTY = "party", "the count of a party to the violence"
    SUPERSEDED = "superseded", "superseded by a later claim"
    VAGUE = "vague", "states no number"
    NOT_OFFICIAL = "not_official", "not said by an official"
    NOT_LATEST = "not_latest", "not of the latest day"
    NOT_LOWEST = "not_lowest", "not the lowest number"
    NOT_HIGHEST = "not_highest", "not the highest number"
    OTHER_NUMBER = "other_number", "another number was chosen by the rule"


class Disputed(Term):
    KILLED = "killed", "sources disagree on the killed"
    INJURED = "injured", "sources disagree on the injured"


class Origins(Term):
    ONE = "one", "one origin only"
    SEVERAL = "several", "several independent origins"


class Unit(Term):
    DAY = "day", "day"
    MONTH = "month", "month"
    YEAR = "year", "year"


class EditionKind(Term):
    FIRST = "first", "first edition"
    UPDATE = "update", "update"
    CORRECTION = "correction", "correction"
    MAINTENANCE = "maintenance", "maintenance"
    RETRACTION = "retraction", "retraction"


class ChangeKind(Term):
    """What came to pass: an edition of one of the kinds appeared, or an edition lost its text."""

    FIRST = "first", "first edition"
    UPDATE = "update", "update"
    CORRECTION = "correction", "correction"
    MAINTENANCE = "maintenance", "maintenance"
    RETRACTION = "retraction", "retraction"
    REDACTION = "redaction", "redaction"
