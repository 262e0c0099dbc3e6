"""How much of an address is kept: the network, which tells a stranger from a colleague, and nobody's home."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

#: Leading bits that are kept of an address of either kind: what a provider gives to many, or to one site.
KEPT = {4: 24, 6: 48}


def network_of(address: str) -> str:
    """The network of an address, such as 203.0.113.0/24; empty where it is none."""
    try:
        found = _plain(ip_address(address))
    except ValueError:
        return ""
    return str(ip_network((found, KEPT[found.version]), strict=False))


def _plain(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """An address of the old kind as itself, also where it is written as one of the new."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
