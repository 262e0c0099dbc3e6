"""nginx in front of reading room and desk, as the README says to set it up."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import NamedTuple

from tests.attacks.raw import HOST, Answer
from tests.environment import ROOT

NGINX = shutil.which("nginx", path="/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin")


class Proxy(NamedTuple):
    """Its port, and the folder in which it has everything: certificate, log, temporary files."""

    port: int
    folder: Path

    @contextmanager
    def connected(self, timeout: float) -> Iterator[ssl.SSLSocket]:
        context = ssl.create_default_context(cafile=self.folder / "archive.pem")
        with (
            socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as plain,
            context.wrap_socket(plain, server_hostname=HOST) as connection,
        ):
            yield connection

    def send(self, raw: bytes, patience: float = 1) -> bytes:
        """All that is answered to these bytes until the proxy ends the connection, or waits for more."""
        answered = b""
        with self.connected(patience) as connection:
            connection.sendall(raw)
            try:
                while more := connection.recv(65536):
                    answered += more
            except OSError:
                return answered
        return answered

    def ask(self, address: str) -> Answer:
        with self.connected(60) as connection:
            head = f"GET {address} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n"
            connection.sendall(head.encode("latin-1"))
            response = HTTPResponse(connection)
            response.begin()
            return Answer(response.status, dict(response.getheaders()), response.read())


def documented(public: int, desk: int, port: int, folder: Path) -> str:
    """The README's block at other ports and with other files, and with /desk/ sent to the desk."""
    block: str
    (block,) = re.findall(r"^```\n(server \{.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    (place,) = re.findall(r"^    location / \{.*?^    \}\n", block, re.M | re.S)
    of_desk = place.replace("location /", "location /desk/").replace(":8000;", f":{desk};")
    for old, new in (
        (place, of_desk + place),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("/etc/ssl/", f"{folder}/"),
        (":8000;", f":{public};"),
    ):
        assert old in block, f"The README's block for nginx no longer has “{old}”."
        block = block.replace(old, new)
    return block


@contextmanager
def proxied(public: int, desk: int, folder: Path) -> Iterator[Proxy]:
    """nginx before both, on a port of this machine alone."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    _certify(folder)
    file = _configured(documented(public, desk, port, folder), folder)
    process = subprocess.Popen([str(NGINX), "-c", str(file), "-p", str(folder)], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield Proxy(port, folder)
    finally:
        process.terminate()
        process.wait(30)


def _certify(folder: Path) -> None:
    """A certificate of the kind that everybody has, which its owner alone has signed."""
    named = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    files = ["-keyout", f"{folder}/archive.key", "-out", f"{folder}/archive.pem"]
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    subprocess.run([*command, *named, *files], check=True, capture_output=True)


def _configured(block: str, folder: Path) -> Path:
    """A whole configuration around the block, which writes into the folder alone."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    log = f"log_format seen '$request_method $request_uri $status'; access_log {folder}/seen seen;"
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/errors; events {{}}\n"
        f"http {{ {places} {log}\n{block} }}\n"
    )
    return file


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx did not start.")
