"""How much of an address is kept."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.door.networks import network_of


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("", ""),
        ("a socket", ""),
    ],
)
def test_the_network_is_kept_and_the_rest_is_not(address: str, kept: str) -> None:
    assert network_of(address) == kept


@given(st.ip_addresses())
def test_the_network_holds_the_address(address: object) -> None:
    mapped = getattr(address, "ipv4_mapped", None)

    assert ip_address(str(mapped or address)) in ip_network(network_of(str(address)))


@given(st.text())
def test_whatever_is_given_for_an_address_breaks_nothing(text: str) -> None:
    assert isinstance(network_of(text), str)
