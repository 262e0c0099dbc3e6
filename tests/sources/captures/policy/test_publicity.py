"""Only machines of the public network are asked."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.policy import is_public

PRIVATE = (
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
    *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
    *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
)
PRIVATE_6 = (
    *("::/96", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "2002::/16", "2001::/32"),
    *("64:ff9b:1::/48", "100::/64", "2001::/23", "3fff::/20", "5f00::/16"),
)


@pytest.mark.parametrize("network", [*PRIVATE, *PRIVATE_6])
@given(st.data())
def test_no_address_of_a_special_network_is_public(network: str, data: st.DataObject) -> None:
    block = ip_network(network)
    number = data.draw(st.integers(int(block.network_address), int(block.broadcast_address)))

    assert not is_public(str(IPv6Address(number) if block.version == 6 else IPv4Address(number)))


@given(st.ip_addresses(v=4))
def test_an_address_written_as_one_of_ipv6_is_public_as_it_is_by_itself(address: IPv4Address) -> None:
    assert is_public(f"::ffff:{address}") is is_public(str(address))
    assert is_public(f"64:ff9b::{address}") is is_public(str(address))


@given(st.text(max_size=20))
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert not is_public(f"x{text}")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("fe80::1%eth0", False),
        ("2606:4700:4700::1111%eth0", False),
        ("127.1", False),
        ("", False),
    ],
)
def test_known_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
