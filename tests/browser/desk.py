"""The desk as editors use it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from tests.browser.screen import Screen
from tests.incidents.desk import person

PASSWORD = "as long as a sentence"

#: What is written beside each label.
Answers = dict[str, str]


class Desk(Screen):
    """The desk in one person's window."""

    def log_in_as(self, role: str) -> User:
        """Somebody of this role, who is new, comes to the desk by the login page."""
        user = person(role)
        user.set_password(PASSWORD)
        user.save()
        self.open("/desk/")
        self.write("Username", user.username)
        self.write("Password", PASSWORD)
        self.press("Log in")
        self.sees("Log out")
        return user

    def come_in_as(self, role: str) -> User:
        """The same, for stories in which the login page is of no interest."""
        user = person(role)
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        session = client.cookies[name].value
        self.do(self.page.context.add_cookies([{"name": name, "value": session, "url": self._home}]))
        return user

    def forget_session(self) -> None:
        """The person is logged out, without having asked for it."""
        self.do(self.page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME))

    def shown(self, row: Any, page: str = "change") -> None:
        """Open the desk's page of this row."""
        self.open(f"/desk/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/{page}/")

    # Entering

    def enter(self, address: str, answers: Answers) -> None:
        """A new thing of the list at this address."""
        self.open(f"{address}add/")
        self.fill_in(answers)
        self.add()

    def enter_incident(self, answers: Answers, attacks: list[Answers]) -> None:
        self.open("/desk/incidents/incident/add/")
        self.fill_in(answers)
        for number, attack in enumerate(attacks):
            if number:
                self.press("Add another Attack")
            self.fill_in_row(attack)
        self.add()

    def add_claim(self, incident: str, source: str, answers: Answers, attack: str = "") -> None:
        """A claim with its citation; about the attack of that label, or the incident as a whole."""
        self.open("/desk/incidents/claim/add/")
        self.fill_in({"Incident": incident, "Property": answers["Property"]})
        if attack:
            self.fill_in({"About": "one attack", "Attack": attack})
        self.fill_in(answers)
        self.fill_in_row({"Source": source})
        self.add()

    def add(self) -> None:
        self.press("Save")
        self.sees("was added successfully")

    def change(self) -> None:
        self.press("Save")
        self.sees("was changed successfully")

    # Publishing

    def take(self, step: str, answers: Answers | None = None) -> None:
        """Take this step from the incident's page, which is open, by the step's own page."""
        self.follow(step, exact=True)
        self.fill_in(answers or {})
        self.press(step)
        self.sees(f"done – {step.lower()}")
