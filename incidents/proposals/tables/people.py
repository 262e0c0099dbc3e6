"""Words for people: whom a number counts."""

from __future__ import annotations

from archive.vocabulary import Population

#: Plural, or a body of people.
PLURAL: dict[Population, str] = {
    Population.CIVILIANS: "civilians non-combatants",
    Population.SECURITY_FORCES: (
        "soldiers troops police policemen policewomen officers cops constables personnel guardsmen commandos "
        "jawans rangers levies recruits cadets paramilitaries servicemen troopers marines sergeants "
        "peacekeepers coastguards airmen sailors"
    ),
    Population.PERPETRATORS: "attackers bombers gunmen assailants shooters perpetrators hijackers",
    Population.FIGHTERS: "militants terrorists insurgents fighters rebels jihadists guerrillas extremists",
    Population.UNSTATED: (
        "people persons men women children boys girls students pupils teachers worshippers pilgrims mourners "
        "passengers labourers workers miners farmers shopkeepers traders villagers residents lawyers "
        "journalists doctors nurses patients schoolgirls schoolboys schoolchildren bystanders passers-by "
        "protesters demonstrators shoppers tourists foreigners guards drivers relatives members others "
        "victims suspects hostages rescuers devotees refugees herders bandits tribesmen elders officials "
        "employees staff infants babies brothers sisters sons daughters youths teenagers supporters "
        "activists leaders candidates engineers migrants faithful adults nationals males females "
        "vaccinators volunteers scholars clerics priests nuns athletes players spectators guests customers "
        "commuters travellers labourers hazaras christians shias sunnis ahmadis sikhs hindus muslims "
        "pakistanis afghans indians chinese americans nigerians somalis iraqis syrians yemenis kurds "
        "family inmates prisoners"
    ),
}
SINGULAR: dict[Population, str] = {
    Population.CIVILIANS: "civilian",
    Population.SECURITY_FORCES: (
        "soldier policeman policewoman officer cop constable guardsman trooper sergeant jawan ranger "
        "lieutenant captain major colonel havildar peacekeeper"
    ),
    Population.PERPETRATORS: "attacker bomber gunman assailant shooter perpetrator hijacker",
    Population.FIGHTERS: "militant terrorist insurgent fighter rebel jihadist",
    Population.UNSTATED: (
        "person man woman child boy girl student pupil teacher worshipper pilgrim mourner passenger labourer "
        "worker miner farmer shopkeeper trader villager resident lawyer journalist doctor nurse patient "
        "schoolgirl schoolboy bystander passer-by protester tourist foreigner guard driver relative member "
        "cleric suspect hostage rescuer elder official employee infant baby youth teenager activist leader "
        "engineer vaccinator volunteer scholar priest politician lawmaker candidate cameraman photographer "
        "shepherd herder citizen commander physician professor imam mullah chief minister prosecutor governor"
    ),
}
#: Before a word for people: of the state's forces.
FORCES = (
    "police",
    "security",
    "army",
    "paramilitary",
    "fc",
    "frontier corps",
    "frontier constabulary",
    "levies",
    "military",
    "border",
    "national guard",
)
CIVILIAN = ("civilian", "non-combatant")
