"""What kind of claimant a role in words names."""

from __future__ import annotations

import pytest

from archive.record import Claimant
from incidents.importers.parsing.claimants import claimant


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("police", "official"),
        ("local police", "official"),
        ("Security officials and rescue workers", "official"),
        ("local sources", "witness"),
        ("villagers", "witness"),
        ("police, witnesses", "unstated"),
        ("army; SATP", "unstated"),
        ("SATP", "organisation"),
        ("The Post (Ruritanian newspaper)", "media"),
        ("police radio", "unstated"),
        ("Red Hand spokesman", "party"),
        ("police, Red Hand", "unstated"),
        ("Red Handed Press", "media"),
        ("Doctors", "unstated"),
    ],
)
def test_the_kind_is_told_only_where_it_is_plain(role: str, kind: str) -> None:
    assert claimant(role, ("Red Hand", "")).model_dump() == {"actor": None, "role": role, "kind": kind}


def test_nobody_who_is_named_is_nobody() -> None:
    assert claimant("  ") == Claimant()
