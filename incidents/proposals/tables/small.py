"""Small words that hold a sentence together, by the letter that patterns know them by."""

from __future__ import annotations

SMALL = {
    "and | & | as well as | plus": "&",
    "of": "f",
    "was | were | been | have | has | had | are | is | be | being | feared | reported | reportedly | believed | "
    "also | later | still | confirmed | allegedly | so far | already | now | immediately | instantly | "
    "critically | seriously | either | to have | presumed | thought | known | got | said": "b",
    "who | whom": "h",
    "that | which | when | while | where | before | although | though | if | but | because | "
    "whereas | how | until | since": "c",
    "including | include | includes | included | among | amongst | incl | among them | amongst them": "i",
    "in | by | near | from | during | on | with | outside | across | into | inside | after | following | over | "
    "for | against | under | as | within | around | between | through | amid | about": "r",
    "more | other | others | additional | further": "m",
    "to | at | reached | reaches | reach | hit | hits | stands | stood | passes | crosses | crossed | exceeds | "
    "exceeded | tops | topped": "v",
    "the injured | the wounded | the hurt | the victims": "x",
    "the dead | those killed | the deceased": "y",
    "his | her | their | its": "z",
    "a | an": "A",
    "the": "T",
    "left | leaves | leaving | leave": "l",
    "number of": "#",
}
