"""What is counted and is not people."""

from __future__ import annotations

from incidents.proposals.tables import listed

THINGS = frozenset(
    listed("""
    year years month months week weeks day days hour hours minute minutes second seconds night nights decade
    decades century centuries o'clock am pm
    km kilometre kilometres kilometer kilometers mile miles metre metres meter meters m feet foot ft cm yard
    yards acres hectares kg kilo kilos kilogram kilograms kilogramme kilogrammes g gram grams pound pounds lb
    lbs ton tons tonne tonnes litres gallons percent % rupees dollars naira afghanis dinars riyals euros
    rs crore lakh million billion
    shop shops house houses home homes building buildings vehicle vehicles car cars truck trucks bus buses van
    vans coaches motorcycle motorcycles bike bikes boats tents rooms floors windows stalls
    bomb bombs blast blasts explosion explosions bombing bombings attack attacks rocket rockets shell shells
    mortar round rounds missile missiles grenade grenades gun guns rifle rifles pistol pistols bullet bullets
    vest vests device devices mines drone drones strike strikes raid raids shots magazines
    village villages district districts province provinces city cities town towns cattle sheep goats camels
    animals dogs family families household households bed beds vote votes seat seats time times place places
    school schools mosque mosques church churches camp camps checkpoint checkpoints checkpost checkposts post
    posts hospital hospitals base bases grave graves case cases country countries group groups chart charts
    ambulances points part parts side sides party parties charge charges report reports sources incidents
    incident operation operations floor storey storeys pages hideouts weapons words occasions
    """)
)
MONTHS = listed(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
