"""What each rule does, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from archive.language import gettext, marked
from archive.vocabulary import Rule

SENTENCES: Mapping[Rule, str] = {
    Rule.ARCHIVE: marked(
        "Preferred claims if there are any, else all others, as a span; superseded claims and "
        "parties' own counts are out."
    ),
    Rule.SPAN: marked("Every claim, superseded or not, but parties' own counts and deprecated claims."),
    Rule.LOWEST: marked("The smallest number of everything stated; never open above."),
    Rule.HIGHEST: marked("The largest number of everything stated, open above where any claim is."),
    Rule.LATEST: marked(
        "The claims of the latest day on which anybody counted; undated ones only where none is dated."
    ),
    Rule.OFFICIAL: marked("As the archive's rule, with claims made by officials alone."),
    Rule.ACLED: marked(
        "The lowest number for each attack, added up, never open above; unlike ACLED itself, it "
        "makes no number of “dozens”."
    ),
    Rule.GTD: marked(
        "One number, never open above: what the most recent independent sources say; where these "
        "differ, what the majority says; failing that, the lowest."
    ),
}


def rule_sentence(rule: Rule) -> str:
    """“Every claim, superseded or not, but parties' own counts and deprecated claims.”"""
    return gettext(SENTENCES[rule])
