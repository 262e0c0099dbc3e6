"""Words beside the name of a place that make it a part of a longer name, or leave it what it is."""

from __future__ import annotations

from incidents.proposals.tables import listed
from incidents.proposals.tables.things import MONTHS, WEEKDAYS

#: Behind the name: it is the same place, or its surroundings.
LEAVES_IT = frozenset(
    listed("""
        district province city town tehsil division region county governorate state village valley agency area
        suburb cantonment prefecture
    """)
)
#: Behind the name with a capital of its own: a day, as in “in Quetta Friday”.
APART = LEAVES_IT | frozenset((*WEEKDAYS, *MONTHS))
#: Behind the name: a part of a longer one even in a headline, which writes every word with a capital.
ENDS_ONE = frozenset(
    listed("""
        road highway street bypass army front party league movement council university college club gladiators
        zalmi kings united corps rifles regiment express times post assembly press bank
    """)
)
#: Before the name, with a capital.
BEGINS_ONE = frozenset(
    listed("north south east west northern southern eastern western new upper lower greater central")
)
#: Before “of” and the name.
OF_IT = frozenset(listed("university bank institute chamber voice emirate college"))
