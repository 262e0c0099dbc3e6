"""What a start on one's own machine needs before the settings are read; the standard library alone."""

from __future__ import annotations

import fcntl
import os
import secrets
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".local"
EVERYWHERE = ("", "0.0.0.0", "::")


def surroundings(arguments: Sequence[str]) -> dict[str, str]:
    """The environment variables for `demo` with these arguments; those that are set already stay."""
    parser = ArgumentParser(prog="manage.py demo", add_help=False)
    add_address(parser)
    chosen = parser.parse_known_args(arguments)[0]
    return {
        "SECRET_KEY": os.environ.get("SECRET_KEY") or _own_key(),
        "SITE_URL": os.environ.get("SITE_URL") or address(chosen.host, chosen.port),
        # A demonstration is for its first minute; the published data is its own.
        "SECOND_FACTOR_REQUIRED": os.environ.get("SECOND_FACTOR_REQUIRED") or "0",
        "STATIC_COMPRESSED": os.environ.get("STATIC_COMPRESSED") or "0",
        "ALLOWED_HOSTS": os.environ.get("ALLOWED_HOSTS") or ",".join(_names(chosen.host)),
    }


def add_address(parser: ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", default=8000, type=_port, help="the port to listen on (default: 8000)")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"“{text}” is not a port: give a number from 1 to 65535")
    return int(text)


def address(host: str, port: int) -> str:
    """The address to open in a browser, for a server that listens on `host`."""
    return f"http://{_in_url('127.0.0.1' if host in EVERYWHERE else host)}:{port}"


def _own_key() -> str:
    """This machine's key, unless a file of another is named."""
    return "" if os.environ.get("SECRET_KEY_FILE") else secret_key()


def secret_key(folder: Path = FOLDER) -> str:
    """The secret key of this machine: made once, kept in `folder`, readable by its owner alone."""
    folder.mkdir(exist_ok=True)
    with open(folder / "secret-key", "a+", encoding="ascii", opener=_private) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        key = file.read().strip()
        if not key:
            key = secrets.token_urlsafe(50)
            file.write(key)
        return key


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _names(host: str) -> list[str]:
    return ["127.0.0.1", "localhost", "[::1]"] + ([] if host in EVERYWHERE else [_in_url(host)])


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
