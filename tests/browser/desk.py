"""The desk as editors use it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from tests.browser.screen import Screen
from tests.incidents.desk import person

PASSWORD = "as long as a sentence"


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
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        name = settings.SESSION_COOKIE_NAME
        self.do(self.page.context.add_cookies([{"name": name, "value": session, "url": self._home}]))
        return user
