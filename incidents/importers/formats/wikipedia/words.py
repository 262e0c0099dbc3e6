"""What words in a summary box say of target, weapon and type of attack. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from archive.vocabulary import AttackType, TargetType, Term, WeaponType

AnyTerm = TypeVar("AnyTerm", bound=Term)

TYPES: Mapping[AttackType, str] = {
    AttackType.SUICIDE_BOMBING: r"suicide",
    AttackType.BOMBING: r"bomb|explosion|blast|explosive",
    AttackType.HOSTAGE_TAKING: r"hostage|siege",
    AttackType.KIDNAPPING: r"kidnap|abduction",
    AttackType.HIJACKING: r"hijack",
    AttackType.ASSASSINATION: r"assassinat",
    AttackType.ARSON: r"arson",
    AttackType.SHELLING: r"shelling|air ?strike|missile|rocket|mortar|drone",
    AttackType.ARMED_ASSAULT: r"shooting|gunfire|stabbing|shootout|ambush|massacre|raid",
}
TARGETS: Mapping[TargetType, str] = {
    TargetType.ELECTION: r"election|campaign|candidate|polling|voter|political rally",
    TargetType.POLICE: r"police",
    TargetType.MILITARY: r"army|military|soldier|troops|navy|air force|barracks|paramilitar",
    TargetType.RELIGIOUS: (
        r"mosque|church|shrine|temple|synagogue|worship|pilgrim|shia|sunni|sufi|christian|muslim|hindu|jew"
    ),
    TargetType.EDUCATION: r"school|universit|college|student",
    TargetType.HEALTH: r"hospital|clinic|doctor|medical|vaccin",
    TargetType.JOURNALISTS: r"journalist|newspaper|media|broadcaster",
    TargetType.DIPLOMATIC: r"embassy|consulate|diplomat",
    TargetType.AID: r"\baid\b|humanitarian",
    TargetType.TRANSPORT: r"\bbus|train|railway|airport|metro|station\b",
    TargetType.GOVERNMENT: r"government|court|minist|parliament|official|lawyer",
    TargetType.INFRASTRUCTURE: r"pipeline|power|dam\b|bridge|grid",
    TargetType.BUSINESS: r"market|shop|hotel|bank|mall|bazaar|restaurant",
    TargetType.CIVILIANS: r"civilian|crowd|people|pedestrian|tourist|resident|villager",
}
WEAPONS: Mapping[WeaponType, str] = {
    WeaponType.DRONE: r"drone",
    WeaponType.MISSILE: r"missile|rocket|mortar|shell|artillery",
    WeaponType.INCENDIARY: r"incendiary|petrol|molotov|gasoline|fire ?bomb|arson",
    WeaponType.EXPLOSIVES: r"bomb|explosive|\bied|grenade|vest|dynamite|rigged|\bmine",
    WeaponType.FIREARMS: r"gun|rifle|pistol|firearm|\bak-?47|kalashnikov|revolver|carbine",
    WeaponType.MELEE: r"knife|knives|machete|sword|axe|hammer|dagger",
    WeaponType.VEHICLE: r"\bcar\b|truck|vehicle|\bvan\b|lorry|\bbus\b",
    WeaponType.CHEMICAL: r"gas\b|sarin|chemical|acid|poison",
}


def type_of(words: str, terms: Mapping[AnyTerm, str], otherwise: AnyTerm) -> AnyTerm:
    """The first of the terms that the words name."""
    return next((term for term, form in terms.items() if re.search(form, words, re.IGNORECASE)), otherwise)
