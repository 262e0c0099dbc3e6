"""ACLED's columns and the words in them, in the archive's words.

https://acleddata.com/knowledge-base/codebook/
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from archive.vocabulary import ActorKind, AttackType, WeaponType

COLUMNS = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
    inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3
    location latitude longitude geo_precision source source_scale notes fatalities tags timestamp
"""
#: Exports of before 2023. Some of them lack columns that only ACLED's own database needs.
OLD_COLUMNS = """
    data_id iso event_id_cnty event_id_no_cnty event_date year time_precision event_type sub_event_type actor1
    assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction region country admin1 admin2 admin3 location
    latitude longitude geo_precision source source_scale notes fatalities timestamp iso3
"""
LEFT_OUT: Sequence[Collection[str]] = (
    (),
    ("data_id",),
    ("data_id", "iso3"),
    ("data_id", "event_id_no_cnty", "timestamp", "iso3"),
)
VARIANTS: Sequence[Sequence[str]] = (
    COLUMNS.split(),
    *([name for name in OLD_COLUMNS.split() if name not in left_out] for left_out in LEFT_OUT),
)

#: What a sub-event type says about the attack; the others, such as protests and agreements, are no attacks.
ATTACKS: Mapping[str, tuple[AttackType, WeaponType | None]] = {
    "Armed clash": (AttackType.ARMED_ASSAULT, None),
    "Government regains territory": (AttackType.ARMED_ASSAULT, None),
    "Non-state actor overtakes territory": (AttackType.ARMED_ASSAULT, None),
    "Chemical weapon": (AttackType.OTHER, WeaponType.CHEMICAL),
    "Air/drone strike": (AttackType.SHELLING, None),
    "Suicide bomb": (AttackType.SUICIDE_BOMBING, WeaponType.EXPLOSIVES),
    "Shelling/artillery/missile attack": (AttackType.SHELLING, WeaponType.MISSILE),
    "Remote explosive/landmine/IED": (AttackType.BOMBING, WeaponType.EXPLOSIVES),
    "Grenade": (AttackType.BOMBING, WeaponType.EXPLOSIVES),
    "Attack": (AttackType.ARMED_ASSAULT, None),
    "Abduction/forced disappearance": (AttackType.KIDNAPPING, None),
    "Sexual violence": (AttackType.OTHER, None),
    "Mob violence": (AttackType.UNARMED_ASSAULT, None),
    "Excessive force against protesters": (AttackType.OTHER, None),
}
#: Event types that are attacks even where the sub-event type is a word that is not known.
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
AGAINST_CIVILIANS = "Violence against civilians"
#: In these events one side acts and it stands first; in a battle the order of the actors says nothing.
ONE_SIDED = ("Explosions/Remote violence", AGAINST_CIVILIANS)

#: What an actor is, by the number that `inter1` and `inter2` held, and by the words that they hold now.
#: Crowds and civilians are nobody who could have a page.
ACTORS: Mapping[str, ActorKind | None] = {
    "1": ActorKind.SECURITY_FORCE,
    "2": ActorKind.ARMED_GROUP,
    "3": ActorKind.ARMED_GROUP,
    "4": ActorKind.ARMED_GROUP,
    "5": None,
    "6": None,
    "7": None,
    "8": ActorKind.OTHER,
    "state forces": ActorKind.SECURITY_FORCE,
    "rebel group": ActorKind.ARMED_GROUP,
    "rebel groups": ActorKind.ARMED_GROUP,
    "rebel forces": ActorKind.ARMED_GROUP,
    "political militia": ActorKind.ARMED_GROUP,
    "political militias": ActorKind.ARMED_GROUP,
    "identity militia": ActorKind.ARMED_GROUP,
    "identity militias": ActorKind.ARMED_GROUP,
    "rioters": None,
    "protesters": None,
    "civilians": None,
    "external/other forces": ActorKind.OTHER,
    "external forces": ActorKind.OTHER,
    "other forces": ActorKind.OTHER,
}
CROWDS = ("Civilians (", "Protesters (", "Rioters (")
NOBODY = "Unidentified"
