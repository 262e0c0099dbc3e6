"""Phrases that name a weapon or a type of attack by themselves, each a pattern, in the order of trying."""

from __future__ import annotations

from collections.abc import Mapping

from archive.vocabulary import AttackType, Term, WeaponType

_FIRING = r"firing(?! (?:the|a|of|range|rockets?|missiles?)\b)"

WEAPONS: Mapping[Term, tuple[str, ...]] = {
    WeaponType.DRONE: (r"drones?", r"unmanned aerial vehicles?"),
    WeaponType.MISSILE: (r"rockets?", r"missiles?", r"mortars?", r"artillery", r"shells"),
    WeaponType.INCENDIARY: (
        r"petrol bombs?",
        r"molotov cocktails?",
        r"firebombs?",
        r"incendiary devices?",
    ),
    WeaponType.EXPLOSIVES: (
        r"(?:car|truck|roadside|motorcycle|suicide|time|remote-controlled|parcel) (?:bombs?|mines?)",
        r"(?:car|truck|motorcycle|lorry) bombings?",
        r"bombs?",
        r"(?:land ?)?mines?",
        r"grenades?",
        r"explosives?",
        r"(?:vb)?ieds?",
        r"(?:improvised explosive |explosive )?devices?",
        r"(?:suicide|explosive) vests?",
        r"dynamite",
    ),
    WeaponType.FIREARMS: (
        r"gunm[ae]n",
        r"gunfire",
        r"opene?d? fire",
        r"(?:machine )?guns?",
        r"rifles?",
        r"pistols?",
        r"kalashnikovs?",
        r"ak-47s?",
        r"automatic weapons",
        r"firearms?",
        r"gunned down",
        r"shot",
        r"shooting dead",
        _FIRING,
    ),
    WeaponType.MELEE: (
        r"kni(?:fe|ves)",
        r"machetes?",
        r"swords?",
        r"axes?",
        r"daggers?",
        r"stabbed",
        r"hacked",
    ),
    WeaponType.CHEMICAL: (r"sarin", r"chlorine gas", r"acid attack", r"nerve agent", r"mustard gas"),
}
_ROCKETS = r"(?:rockets?|missiles?|mortars?|shells)"
TYPES: Mapping[Term, tuple[str, ...]] = {
    AttackType.SUICIDE_BOMBING: (
        r"suicide[ -](?:bomb\w*|attack\w*|blast\w*|explosion\w*|vest\w*|car bomb\w*)",
        r"bl(?:ew|ow|own) (?:himself|herself|themselves|itself) up",
        r"detonated (?:his|her|their)",
        r"detonated \d[^.;,]{0,40} hidden in (?:his|her)",
    ),
    AttackType.BOMBING: (
        r"(?:car )?bomb(?:ing)?s?",
        r"blasts?",
        r"explosions?",
        r"improvised explosive devices?",
        r"ieds?",
        r"explosives",
    ),
    AttackType.HOSTAGE_TAKING: (
        r"took [^.;,]{0,40}hostages?",
        r"hostage[ -]taking",
        r"held [^.;,]{0,30}hostage",
        r"hostage siege",
    ),
    AttackType.KIDNAPPING: (r"kidnap\w*", r"abduct\w*"),
    AttackType.HIJACKING: (r"hijack\w*",),
    AttackType.ASSASSINATION: (r"assassinat\w+",),
    AttackType.ARSON: (
        r"arson",
        r"torch(?:ed|ing)",
        r"set (?:\w+ )?(?:fire to|ablaze|alight)",
        r"set on fire",
        r"burned down",
    ),
    AttackType.SHELLING: (
        r"shelling",
        r"shelled",
        r"air ?strikes?",
        r"air raids?",
        r"drone (?:strikes?|attacks?|raids?)",
        rf"{_ROCKETS}(?: \w+){{0,3}} (?:landed|hit|struck|fired?|attacks?|strikes?)",
        r"fired (?:\w+ ){1,3}(?:rockets?|missiles?|rounds)",
        r"(?:rockets?|missiles?) were fired",
    ),
    AttackType.ARMED_ASSAULT: (
        r"opened fire",
        r"shot dead",
        r"shot and killed",
        r"(?:was|were) shot",
        r"shot (?:\w+ ){1,2}others",
        r"shooting(?: dead)?",
        r"shoot-?outs?",
        r"gunned down",
        r"gun (?:attacks?|battles?)",
        r"gunfights?",
        r"exchanges? of fire",
        _FIRING,
        r"sprayed [^.;,]{0,20}bullets",
        r"gunmen (?:on motorcycles? |have |had )?(?:kill\w*|attack\w*|shot|murder\w*)",
        r"attacked [^.;]{0,40}by [^.;,]{0,12}gunmen",
        r"ambush\w*",
        r"stormed",
        r"raid(?:ed|s)?",
        r"massacre",
        r"stabb\w+",
    ),
}
#: What adds nothing where the other is told already.
WITHIN: Mapping[Term, Term] = {
    AttackType.BOMBING: AttackType.SUICIDE_BOMBING,
    AttackType.HOSTAGE_TAKING: AttackType.KIDNAPPING,
}
#: A sentence about weapons that were found, or bombs that did not go off.
NOT_USED = (r"recover(?:ed|y of)?", r"seized", r"defused", r"foiled", r"cache", r"ammunition dump")
#: Phrases whose words are none of a weapon or of an attack.
OTHERWISE = (
    r"bomb (?:disposal(?: squad)?|squad|factory)",
    r"(?:police|overnight) raids?",
    r"blast injur\w+",
    r"blast-hit",
    r"gun laws?",
)
#: What a sentence must speak of before a day, a time or a place in it is that of the attack.
ATTACK = (
    r"(?:attack|bomb|injur|wound|shoot|shell|raid|ambush|martyr|storm|abduct|kidnap|detonat|kill|explo|clash)\w*",
    r"blasts?",
    r"dead",
    r"died?",
    r"hurt",
    r"shot",
    r"struck",
    r"strikes?",
    r"massacre",
    r"gun(?:m[ae]n|ned)",
    r"firing",
    r"fighting",
    r"battle",
    r"assault",
    r"went off",
    r"blew",
    r"siege",
    r"lynching",
    r"casualties",
    r"toll",
    r"missing",
)
