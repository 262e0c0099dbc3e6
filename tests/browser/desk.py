"""The desk as editors use it."""

from __future__ import annotations

import re

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

    # Entering

    def enter(self, address: str, answers: Answers) -> None:
        """A new thing of the list at this address."""
        self.open(f"{address}add/")
        self.fill_in(answers)
        self.save()

    def enter_incident(self, answers: Answers, attacks: list[Answers]) -> None:
        self.open("/desk/incidents/incident/add/")
        self.fill_in(answers)
        for attack in attacks:
            self.press("Add another Attack")
            self.fill_in(attack)
        self.save()

    def add_claim(self, incident: str, source: str, answers: Answers, attack: str = "") -> None:
        """A claim with its citation; about the attack of that label, or the incident as a whole."""
        self.open("/desk/incidents/claim/add/")
        self.fill_in({"Incident": incident, "Property": answers["Property"]})
        if attack:
            self.fill_in({"About": "one attack", "Attack": attack})
        self.fill_in(answers)
        self.press("Add another Citation")
        self.fill_in({"Source": source})
        self.save()

    def save(self) -> None:
        self.press("Save")
        self.sees("was added successfully")

    # Publishing

    def do_with(self, key: str, action: str) -> None:
        """Do something with the one incident of this id, in the list."""
        self.open(f"/desk/incidents/incident/?q={key}")
        self.tick("Select this object for an action")
        actions = self.page.get_by_role("combobox", name=re.compile("^Action"))
        self.do(actions.select_option(label=action))
        self.press("Go")
