"""From a bare Python to the archive's own virtual environment; the standard library alone.

`demo` and `test` bring the environment up to the lock file whenever they are started from outside it.
Any other command does so only where Django cannot be imported: a container that carries the packages
itself is left alone.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn, TextIO

from archive import local

UV = "0.13.8"
ENVIRONMENT = local.ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
UNFINISHED = "unfinished"
ON_DEBIAN = "On Debian and Ubuntu: apt install python3-venv"


class SetupError(Exception):
    """The environment cannot be set up; the message says what to do."""


def enter(arguments: Sequence[str]) -> None:
    """Returns in a process that can run `arguments` as a Django command; replaces the process to get there.

    `test` is handed to pytest and never returns. Ends with one line on standard error and status 1 where
    the set-up fails.
    """
    try:
        _enter([*arguments])
    except PermissionError as error:
        sys.exit(
            f"This user may not write {error.filename}: run the archive as the user who owns the folder."
        )
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. The same command takes it up again.")


def _enter(arguments: list[str]) -> None:
    command = arguments[0] if arguments else ""
    if not _inside() and (command in ("demo", "test") or not find_spec("django")):
        _set_up(development=command == "test")
        _become(sys.argv[0], *arguments)
    if command == "test":
        os.chdir(local.ROOT)
        _become("-m", "pytest", *(arguments[1:] or ["-n", "auto"]))
    if command == "demo":
        os.environ.update(local.surroundings(arguments[1:]))


def _inside() -> bool:
    return Path(sys.prefix).resolve() == ENVIRONMENT.resolve()


def _become(*arguments: str) -> NoReturn:
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), *arguments])


def _set_up(*, development: bool) -> None:
    with _alone() as broken:
        if broken or not _works():
            _say("Making a virtual environment in .venv …")
            _make_environment()
        if not _has_uv():
            _say("Fetching the installer uv …")
            _install_uv()
        _say("Checking the packages (the first time they are fetched) …")
        _synchronise(development=development)


@contextmanager
def _alone() -> Iterator[bool]:
    """Holds the right to change the environment; yields whether the last change was cut short.

    A mark stays in the lock file until a change has come to its end, for a package that was written by
    half looks installed to every installer.
    """
    local.FOLDER.mkdir(exist_ok=True)
    with (local.FOLDER / "environment.lock").open("a+", encoding="utf-8") as file:
        os.set_inheritable(file.fileno(), True)
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        broken = file.read() == UNFINISHED
        _mark(file, UNFINISHED)
        try:
            yield broken
        except SetupError:
            _mark(file, UNFINISHED if broken else "")
            raise
        _mark(file, "")


def _mark(file: TextIO, text: str) -> None:
    file.truncate(0)
    file.write(text)
    file.flush()


def _works() -> bool:
    try:
        test = "import sys; sys.exit(sys.version_info < (3, 11))"
        return subprocess.run([PYTHON, "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def _has_uv() -> bool:
    try:
        answer = subprocess.run([ENVIRONMENT / "bin" / "uv", "--version"], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.split()[1:2] == [UV]


def _make_environment() -> None:
    command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(ENVIRONMENT)]
    _run(command, f"The virtual environment .venv could not be made. {ON_DEBIAN}")


def _install_uv() -> None:
    _run([str(PYTHON), "-m", "ensurepip"], f"pip could not be set up in .venv. {ON_DEBIAN}")
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"uv=={UV}"]
    _run(command, "The installer uv could not be fetched: is there a network?")


def _synchronise(*, development: bool) -> None:
    # Inexact, because uv itself and the packages that tests need stay where they are.
    command = [str(ENVIRONMENT / "bin" / "uv"), "sync", "--locked", "--inexact", "--quiet"]
    command += [] if development else ["--no-dev"]
    _run(command, "The packages of uv.lock could not be installed: is there a network?")


def _run(command: Sequence[str], trouble: str) -> None:
    # The tool inherits the lock, and so keeps it should it outlive this process.
    done = subprocess.run(
        command, cwd=local.ROOT, env=_variables(), capture_output=True, text=True, close_fds=False
    )
    if done.returncode:
        raise SetupError(f"{trouble} ({_reason(done.stderr or done.stdout)})")


def _reason(output: str) -> str:
    """The line in which a tool names its error, or its first line."""
    lines = output.strip().splitlines() or [""]
    return next((line for line in lines if line.lower().startswith("error")), lines[0])


def _variables() -> dict[str, str]:
    """The caller's variables, and those that keep uv to this environment and this Python."""
    own = {
        "UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT),
        "UV_PYTHON": str(PYTHON),
        "UV_PYTHON_DOWNLOADS": "never",
    }
    if not os.access(os.environ.get("HOME", ""), os.W_OK):
        own["UV_NO_CACHE"] = "1"
    return {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"} | own


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
