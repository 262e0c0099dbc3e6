"""Small words that hold a sentence together, by the letter that patterns know them by."""

from __future__ import annotations

#: Words and phrases of each letter, between bars.
SMALL = {
    "&": "and | & | as well as | plus",
    "f": "of",
    "b": (
        "was | were | been | have | has | had | are | is | be | being | feared | reported | reportedly | "
        "believed | also | later | still | confirmed | allegedly | so far | already | now | immediately | "
        "instantly | critically | seriously | either | to have | presumed | thought | known | got | said"
    ),
    "h": "who | whom",
    "c": (
        "that | which | when | while | where | before | although | though | if | but | because | whereas | "
        "how | until | since"
    ),
    "i": "including | include | includes | included | among | amongst | incl | among them | amongst them",
    "r": (
        "in | by | near | from | on | with | outside | across | into | inside | for | against | under | "
        "within | around | between | through | about"
    ),
    "j": "as | after | following | over | amid | during",
    "m": "more | other | others | additional | further",
    "v": (
        "gone up to | went up to | goes up to | shot up to | to | at | reached | reaches | reach | hit | "
        "hits | stands | stood | passes | crosses | crossed | exceeds | exceeded | tops | topped | touches | "
        "touched | nears"
    ),
    "x": "the injured | the wounded | the hurt | the victims",
    "y": "the dead | those killed | the deceased",
    "z": "his | her | their | its",
    "A": "a | an",
    "T": "the",
    "l": "left | leaves | leaving | leave",
    "#": "number of",
}
