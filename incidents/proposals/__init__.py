"""What a text seems to claim: proposals for an editor, each with the rules that made it. Pure.

Nothing here decides anything: a proposal becomes a claim when an editor says so.
"""

from incidents.proposals.marking import marks
from incidents.proposals.proposing import parts, read
from incidents.proposals.shapes import Mark, Name, Proposal, Setting, reading_of

__all__ = ["Mark", "Name", "Proposal", "Setting", "marks", "parts", "read", "reading_of"]
