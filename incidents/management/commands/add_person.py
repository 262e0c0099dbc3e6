"""Lets somebody in at the desk."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from incidents.roles import ROLES


class Command(BaseCommand):
    """Asks for the password twice, or reads it from a file; it is stored nowhere in clear."""

    help = "Add a person to the desk, with one of its roles and a password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="what the person logs in with")
        parser.add_argument("--role", choices=ROLES, required=True)
        parser.add_argument("--email", default="", help="where a link is sent if the password is forgotten")
        parser.add_argument(
            "--password-file", type=Path, help="a file that holds the password, else it is asked for"
        )

    def handle(self, *, name: str, role: str, email: str, password_file: Path | None, **options: Any) -> None:
        user = newcomer(name, email)
        password = typed_twice() if password_file is None else password_in(password_file)
        refuse_weak(password, user)
        admit(user, role, password)
        self.stdout.write(f"{name} is a {role} now, and logs in at /desk/ with this password.")


def newcomer(name: str, email: str = "") -> User:
    """A person of this name, not stored yet. Raises CommandError if there is one, or cannot be one."""
    # As allauth looks addresses up.
    user = User(username=name, email=email.lower(), is_staff=True)
    try:
        user.clean_fields(exclude=["password"])
        user.validate_unique()
    except ValidationError as error:
        which, given = ("address", email) if "email" in error.message_dict else ("name", name)
        raise CommandError(f"“{given}” cannot be the {which}: {' '.join(error.messages)}") from error
    if email and EmailAddress.objects.filter(email=user.email).exists():
        raise CommandError(f"“{email}” cannot be the address: somebody else at the desk has it.")
    return user


def typed_twice() -> str:
    if not sys.stdin.isatty():
        raise CommandError("There is no terminal to ask for the password at: give a --password-file.")
    password = getpass("Password: ")
    if getpass("The same again: ") != password:
        raise CommandError("The two differ, so nobody was added. Run the command again.")
    return password


def password_in(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"The password cannot be read from {file}: {error}") from error


def refuse_weak(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise CommandError(f"Choose another password. {' '.join(error.messages)}") from error


@transaction.atomic
def admit(user: User, role: str, password: str) -> None:
    user.set_password(password)
    user.save()
    user.groups.add(Group.objects.get(name=role))
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
