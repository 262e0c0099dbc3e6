"""A connection is encrypted for the name that was asked, whichever machine it leads to."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from sources.captures.fetching import Refused, fetch
from tests.sources.captures.websites import answer, website

PAGE = b"<p>Twenty-eight people were killed.</p>"


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for paper.example, which it has issued itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: nothing here can issue a certificate")
    paths = tmp_path / "certificate.pem", tmp_path / "key.pem"
    issue = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=paper.example"]
    named = ["-addext", "subjectAltName=DNS:paper.example", "-out", str(paths[0]), "-keyout", str(paths[1])]
    subprocess.run([openssl, *issue, *named], check=True, capture_output=True)
    return paths


def test_a_certificate_holds_for_its_name_alone(certificate: tuple[Path, Path]) -> None:
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(*certificate)
    trusted = ssl.create_default_context(cafile=str(certificate[0]))
    with website(answer(PAGE), encrypted=serving) as site:
        rules = site.rules(trusted=trusted)
        assert fetch(f"https://paper.example:{site.port}/", rules).body == PAGE
        with pytest.raises(Refused, match="certificate is not valid"):
            fetch(f"https://other.example:{site.port}/", rules)
        with pytest.raises(Refused, match="certificate is not valid"):
            fetch(f"https://paper.example:{site.port}/", site.rules())
