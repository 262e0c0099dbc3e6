"""Behind the proxy that the README recommends, no request hides another, and no spelling misses its place."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.attacks.proxy import NGINX, Proxy, proxied
from tests.attacks.raw import serving
from tests.attacks.smuggled import attacks
from tests.attacks.test_addresses import SPELLINGS
from tests.environment import SECRET_KEY

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt install nginx-light.")

#: So many attack at once, and none of them is to be refused for want of a place.
ATTACKERS = 8
PAGE = "/incidents/m4s8td/2018-mastung-bombing/"
#: A request in the access log of either: its method and its path.
ASKED = re.compile(r"(?:^|\s)([A-Z]+) (/[^\s?]*)\S* \d{3}\b", re.MULTILINE)


@pytest.fixture(scope="module")
def proxy(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxy]:
    """Both processes behind it, under one name; each writes what it is asked into a log of its own."""
    public, desk, own = (tmp_path_factory.mktemp(name) for name in ("public", "desk", "nginx"))
    both = {"BEHIND_TLS_PROXY": "1", "ACCESS_LOG": "1", "REQUESTS_AT_ONCE": str(ATTACKERS)}
    with (
        django_db_blocker.unblock(),
        serving(public, **both) as room,
        serving(desk, **both, ARCHIVE_ROLE="desk", SECRET_KEY=SECRET_KEY) as door,
        proxied(room, door, own) as found,
    ):
        (own / "logs").write_text(f"{public}/log\n{desk}/log")
        yield found


def asked(file: Path) -> Counter[tuple[str, str]]:
    """How often which path was asked for by which method."""
    return Counter((method, path) for method, path in ASKED.findall(file.read_text("utf-8", "replace")))


def logs(proxy: Proxy) -> tuple[Path, Path]:
    """That of the reading room, and that of the desk."""
    public, desk = (proxy.folder / "logs").read_text().split("\n")
    return Path(public), Path(desk)


def unseen(proxy: Proxy) -> Counter[tuple[str, str]]:
    """What the two were asked and the proxy was not.

    Each notes a request when it has ended, so that the proxy's line may come later: it is awaited.
    """
    found: Counter[tuple[str, str]] = Counter()
    for _ in range(50):
        public, desk = map(asked, logs(proxy))
        found = (public + desk) - asked(proxy.folder / "seen")
        if not found:
            break
        time.sleep(0.1)
    return found


@pytest.mark.usefixtures("committed")
def test_both_are_reached_and_nothing_that_is_hidden_in_a_request_is_and_the_next_reader_sees_no_trace(
    proxy: Proxy,
) -> None:
    before = proxy.ask(PAGE)
    assert (before.status, proxy.ask("/desk/login/").status) == (200, 200)

    def attacked(raw: bytes) -> tuple[bytes, bool]:
        return proxy.send(raw), proxy.ask(PAGE).body == before.body

    with ThreadPoolExecutor(ATTACKERS) as pool:
        outcomes = dict(zip(attacks(), pool.map(attacked, attacks().values()), strict=True))

    assert [name for name, (_, same) in outcomes.items() if not same] == []
    assert [name for name, (answer, _) in outcomes.items() if b" 500 " in answer or b" 502 " in answer] == []
    assert unseen(proxy) == Counter()
    public, desk = map(asked, logs(proxy))
    assert public["GET", "/desk/smuggled/"] == 0
    assert desk["GET", "/desk/login/"] == 1
    assert public["GET", PAGE] >= len(attacks()) - ATTACKERS


@pytest.mark.usefixtures("committed")
def test_however_an_address_is_spelt_only_what_is_the_desks_reaches_it(proxy: Proxy) -> None:
    addresses = [address for address in SPELLINGS.split() if address.startswith("/")]
    for address in addresses:
        proxy.send(
            f"GET {address} HTTP/1.1\r\nHost: archive.example.org\r\nConnection: close\r\n\r\n".encode(), 30
        )

    public, _ = map(asked, logs(proxy))
    found = [path for _, path in public if path.startswith("/desk/") and not path.startswith("/desk/.")]
    assert found == []
