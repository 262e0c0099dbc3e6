"""What is asked, and how much of an answer is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ssl import SSLContext

from sources.captures.fetching.naming import addresses_of
from sources.captures.policy.publicity import is_public
from sources.captures.policy.unpacking import Bounds

#: From a name and a port to IP addresses.
Resolve = Callable[[str, int, float], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Rules:
    """`seconds`: for everything together, `seconds_to_connect`: for one connection, its encryption included.

    `seconds_apart`: between two pages of one website.
    `most_sent`: bytes on the wire, of each answer with its headers. `agent`: who the archive says that it is.
    `resolve`: from a name to its IP addresses. `as_public`: pairs of an IP address and a port that are asked
    although they are not public. `trusted`: by whom certificates are issued; as everybody has it, where None.
    """

    seconds: float = 30
    seconds_to_connect: float = 10
    seconds_apart: float = 5
    most_sent: int = 20_000_000
    unpacked: Bounds = field(default_factory=Bounds)
    most_redirects: int = 5
    agent: str = "Mozilla/5.0 (compatible; incident-archive)"
    resolve: Resolve = addresses_of
    as_public: frozenset[tuple[str, int]] = frozenset()
    trusted: SSLContext | None = None

    @property
    def ports(self) -> frozenset[int]:
        return frozenset({80, 443} | {port for _, port in self.as_public})

    def allows(self, address: str, port: int) -> bool:
        """Whether this machine may be asked."""
        return (address, port) in self.as_public or (port in (80, 443) and is_public(address))
