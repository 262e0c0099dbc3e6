"""The Global Terrorism Database's columns and the codes in them, in the archive's words.

https://www.start.umd.edu/gtd/downloads/Codebook.pdf
"""

from __future__ import annotations

from collections.abc import Mapping

from archive.vocabulary import AttackType, TargetType, WeaponType

COLUMNS = """
    eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate
    city latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative
    alternative_txt multiple success suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt
    attacktype3 attacktype3_txt targtype1 targtype1_txt targsubtype1 targsubtype1_txt corp1 target1 natlty1
    natlty1_txt targtype2 targtype2_txt targsubtype2 targsubtype2_txt corp2 target2 natlty2 natlty2_txt
    targtype3 targtype3_txt targsubtype3 targsubtype3_txt corp3 target3 natlty3 natlty3_txt gname gsubname
    gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2 guncertain3 individual nperps nperpcap
    claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt claim3 claimmode3 claimmode3_txt
    compclaim weaptype1 weaptype1_txt weapsubtype1 weapsubtype1_txt weaptype2 weaptype2_txt weapsubtype2
    weapsubtype2_txt weaptype3 weaptype3_txt weapsubtype3 weapsubtype3_txt weaptype4 weaptype4_txt
    weapsubtype4 weapsubtype4_txt weapdetail nkill nkillus nkillter nwound nwoundus nwoundte property
    propextent propextent_txt propvalue propcomment ishostkid nhostkid nhostkidus nhours ndays divert
    kidhijcountry ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote hostkidoutcome
    hostkidoutcome_txt nreleased addnotes scite1 scite2 scite3 dbsource INT_LOG INT_IDEO INT_MISC INT_ANY
    related
"""

#: The numbers for “unknown” among numbers of people and among answers of yes and no.
UNKNOWN = (-9, -99)
YES = 1

BOMBING = 3
ATTACK_TYPES: Mapping[int, AttackType] = {
    1: AttackType.ASSASSINATION,
    2: AttackType.ARMED_ASSAULT,
    BOMBING: AttackType.BOMBING,
    4: AttackType.HIJACKING,
    5: AttackType.HOSTAGE_TAKING,
    6: AttackType.KIDNAPPING,
    7: AttackType.INFRASTRUCTURE_ATTACK,
    8: AttackType.UNARMED_ASSAULT,
    9: AttackType.UNKNOWN,
}
TARGETS: Mapping[int, TargetType] = {
    1: TargetType.BUSINESS,
    2: TargetType.GOVERNMENT,
    3: TargetType.POLICE,
    4: TargetType.MILITARY,
    5: TargetType.HEALTH,
    6: TargetType.TRANSPORT,
    7: TargetType.DIPLOMATIC,
    8: TargetType.EDUCATION,
    9: TargetType.INFRASTRUCTURE,
    10: TargetType.JOURNALISTS,
    11: TargetType.TRANSPORT,
    12: TargetType.AID,
    13: TargetType.OTHER,
    14: TargetType.CIVILIANS,
    15: TargetType.RELIGIOUS,
    16: TargetType.INFRASTRUCTURE,
    17: TargetType.OTHER,
    18: TargetType.CIVILIANS,
    19: TargetType.TRANSPORT,
    20: TargetType.UNKNOWN,
    21: TargetType.INFRASTRUCTURE,
    22: TargetType.OTHER,
}
#: Subtypes that tell more than the type above them.
TARGET_SUBTYPES: Mapping[str, TargetType] = {
    "Election-related": TargetType.ELECTION,
    "Medical/Pharma": TargetType.HEALTH,
}
#: The archive has one word for what is radioactive, whether it explodes or not.
WEAPONS: Mapping[int, WeaponType] = {
    1: WeaponType.BIOLOGICAL,
    2: WeaponType.CHEMICAL,
    3: WeaponType.RADIOLOGICAL,
    4: WeaponType.RADIOLOGICAL,
    5: WeaponType.FIREARMS,
    6: WeaponType.EXPLOSIVES,
    7: WeaponType.OTHER,
    8: WeaponType.INCENDIARY,
    9: WeaponType.MELEE,
    10: WeaponType.VEHICLE,
    11: WeaponType.OTHER,
    12: WeaponType.OTHER,
    13: WeaponType.UNKNOWN,
}
PROJECTILES = "Projectile"
