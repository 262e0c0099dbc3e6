"""Words that name a weapon or a type of attack by themselves, in the order in which they are tried."""

from __future__ import annotations

from archive.vocabulary import AttackType, WeaponType

WEAPONS: dict[WeaponType, str] = {
    WeaponType.DRONE: r"(?:drone|drones|unmanned aerial vehicles?)",
    WeaponType.MISSILE: r"(?:rockets?|missiles?|mortars?|artillery|mortar shells?|shells)",
    WeaponType.INCENDIARY: r"(?:petrol bombs?|molotov cocktails?|firebombs?|incendiary devices?)",
    WeaponType.EXPLOSIVES: (
        r"(?:(?:car|truck|roadside|motorcycle|suicide|time|remote-controlled|parcel|cylinder|planted)?\s?"
        r"(?:bombs?|mines?|landmines?|land mines?)|grenades?|explosives?|ieds?|vbieds?|"
        r"improvised explosive devices?|explosive devices?|devices?|suicide vests?|explosive vests?|dynamite)"
        r"|(?:car|truck|motorcycle|lorry) bombings?"
    ),
    WeaponType.FIREARMS: (
        r"(?:gunm[ae]n|gunfire|opened fire|open fire|guns?|rifles?|pistols?|kalashnikovs?|firing(?! (?:the|a|of|range|rockets?|missiles?)\b)|"
        r"shot dead|gunned down|gun attack|shooting dead|automatic weapons|firearms?|machine guns?|"
        r"shot|ak-47s?)"
    ),
    WeaponType.MELEE: r"(?:knife|knives|machetes?|swords?|axes?|daggers?|stabbed|hacked)",
    WeaponType.CHEMICAL: r"(?:sarin|chlorine gas|acid attack|nerve agent|mustard gas)",
}
TYPES: dict[AttackType, str] = {
    AttackType.SUICIDE_BOMBING: (
        r"(?:suicide (?:bomb\w*|attack\w*|blast\w*|explosion\w*|vest\w*|car bomb\w*)|suicide-bomb\w*|"
        r"blew (?:himself|herself|themselves|itself) up|blown himself up|blow (?:himself|themselves) up|"
        r"detonated (?:his|her|their)|detonated \d[^.;,]{0,40} hidden in (?:his|her))"
    ),
    AttackType.BOMBING: (
        r"(?:bombings?|bombs?|blasts?|explosions?|improvised explosive devices?|ieds?|car bombs?|explosives)"
    ),
    AttackType.HOSTAGE_TAKING: r"(?:took [^.;,]{0,40}hostages?|hostage[- ]taking|held [^.;,]{0,30}hostage|hostage siege)",
    AttackType.KIDNAPPING: r"(?:kidnap\w*|abduct\w*)",
    AttackType.HIJACKING: r"hijack\w*",
    AttackType.ASSASSINATION: r"assassinat\w+",
    AttackType.ARSON: r"(?:arson|torch(?:ed|ing)|set (?:\w+ )?(?:fire to|ablaze|alight)|set on fire|burned down)",
    AttackType.SHELLING: (
        r"(?:shelling|shelled|air ?strikes?|air raids?|airstrikes?|drone (?:strikes?|attacks?|raids?)|(?:rockets?|missiles?|mortars?|shells)"
        r"(?: \w+){0,3} (?:landed|hit|struck|fired|fire|attacks?|strikes?)|fired (?:\w+ ){1,3}(?:rockets?|missiles?|rounds)|"
        r"(?:rockets?|missiles?) were fired)"
    ),
    AttackType.ARMED_ASSAULT: (
        r"(?:opened fire|shot dead|shooting(?: dead)?|gunned down|gun attack|ambush\w*|stormed|raid(?:ed|s)?|"
        r"massacre|firing(?! (?:the|a|of|range|rockets?|missiles?)\b)|gun battles?|gunfights?|shoot-?outs?|exchanges? of fire|sprayed [^.;,]{0,20}bullets|shot and killed|"
        r"gunmen (?:on motorcycles? )?(?:kill\w*|attack\w*|shot|murder\w*)|"
        r"attacked [^.;]{0,40}by [^.;,]{0,12}gunmen|was shot|were shot|shot (?:\w+ ){1,2}others|stabb\w+)"
    ),
}
#: What is told of a bombing where a suicide bombing is told already, and so adds nothing.
WITHIN = {AttackType.BOMBING: AttackType.SUICIDE_BOMBING, AttackType.HOSTAGE_TAKING: AttackType.KIDNAPPING}
#: A sentence about weapons that were found, or bombs that did not go off, or people who come from a squad.
NOT_USED = (
    r"\b(?:recovered|recovery of|seized|defused|foiled|recover|cache|ammunition dump)\b"
)
#: Phrases whose words are none of a weapon or of an attack.
OTHERWISE = r"\b(?:bomb (?:disposal(?: squad)?|squad)|police raids?|overnight raids?|blast injur\w+|blast-hit|gun laws?|bomb factory)"
#: What a sentence must speak of before a day, a time or a place in it is that of the attack.
ATTACK = (
    r"\b(?:attack\w*|bomb\w*|blasts?|explo\w+|kill\w*|dead|died|die|injur\w+|wound\w*|hurt|shot|shoot\w*|strikes?|"
    r"shell\w*|raid\w*|ambush\w*|massacre|gunm[ae]n|martyr\w*|firing|went off|blew|siege|lynching|struck|"
    r"casualties|storm\w*|abduct\w*|kidnap\w*|toll|assault|detonat\w*|missing|gunned|fighting|clash\w*|battle)\b"
)
