"""The choice of one number in the manner of the Global Terrorism Database.

Its codebook (https://www.start.umd.edu/gtd/downloads/Codebook.pdf, on the number of fatalities) follows the
most recent independent sources; where these differ, the majority; failing that, the lowest number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from archive.figures.weighing import Case, Weighed, supporters
from archive.independence import independence


@dataclass(frozen=True, slots=True)
class Voice:
    """What one independent group of sources says last."""

    day: date
    number: int


def number_chosen(weighed: Sequence[Weighed], case: Case) -> int:
    """The one number for these claims, of which there is at least one."""
    by_source = _by_source(weighed, case)
    groups = independence(case.evidence.record, by_source.keys()).groups
    voices = [_voice([item for key in group.voices for item in by_source[key]], case) for group in groups]
    return _choose(voices or [_voice(weighed, case)])


def _by_source(weighed: Sequence[Weighed], case: Case) -> Mapping[str, list[Weighed]]:
    found: dict[str, list[Weighed]] = defaultdict(list)
    for item in weighed:
        for key in supporters(item.claim):
            if case.sources is None or key in case.sources:
                found[key].append(item)
    return found


def _voice(weighed: Sequence[Weighed], case: Case) -> Voice:
    """The number of the latest day; of several that day, the lowest that no other of them supersedes."""
    days = {item.claim.number: case.evidence.day(item.claim).earliest or date.min for item in weighed}
    latest = max(days.values())
    last = [item for item in weighed if days[item.claim.number] == latest]
    numbers = {item.claim.number for item in last}
    standing = [item for item in last if not case.evidence.is_superseded(item.claim, numbers)]
    return Voice(latest, min(item.stated.point for item in standing))


def _choose(voices: Sequence[Voice]) -> int:
    latest = max(voice.day for voice in voices)
    recent = {voice.number for voice in voices if voice.day == latest}
    if len(recent) == 1:
        return recent.pop()
    number, times = Counter(voice.number for voice in voices).most_common(1)[0]
    return number if 2 * times > len(voices) else min(voice.number for voice in voices)
