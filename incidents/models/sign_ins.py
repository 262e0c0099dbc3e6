"""The log of sign-ins: who came to the desk, or tried to, and what was changed about how they come in."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from archive.models.words import WORD_LENGTH
from archive.vocabulary import Term
from sources.constraints import known
from sources.fields import LineField


class SignInKind(Term):
    LOGGED_IN = "logged_in", "logged in"
    REFUSED = "refused", "name or password refused"
    FACTOR_REFUSED = "factor_refused", "second factor refused"
    LOGGED_OUT = "logged_out", "logged out"
    PASSWORD_CHANGED = "password_changed", "password changed"
    PASSWORD_RESET = "password_reset", "password set anew by e-mail"
    FACTOR_ADDED = "factor_added", "second factor added"
    FACTOR_REMOVED = "factor_removed", "second factor removed"
    CODES_RENEWED = "codes_renewed", "recovery codes made anew"
    FACTOR_FORGOTTEN = "factor_forgotten", "second factor forgotten"
    SESSION_ENDED = "session_ended", "session ended"


#: Of these anybody can make as many as they like, so they do not stay.
PASSING = (SignInKind.REFUSED, SignInKind.FACTOR_REFUSED)


class SignInQuerySet(models.QuerySet["SignIn"]):
    def note(
        self,
        kind: SignInKind,
        user: User | None,
        *,
        by: User | None = None,
        network: str = "",
        detail: str = "",
    ) -> SignIn:
        """Add a row. `network` is where the person was, as `incidents.door.networks` keeps it."""
        name = user.get_username() if user else ""
        return self.create(kind=kind, user=user, name=name, by=by, network=network, detail=detail)

    def forget(self) -> None:
        """Empty the networks, and delete the refusals, that are older than `settings.SIGN_IN_DAYS`."""
        old = self.filter(at__lt=timezone.now() - timedelta(days=settings.SIGN_IN_DAYS))
        old.filter(kind__in=PASSING).delete()
        old.exclude(network="").update(network="")


class SignIn(models.Model):
    """One thing that happened at the door.

    `name` outlives the user. It is empty where somebody gave a name that nobody at the desk has: that may be
    a password, typed in the wrong field. `by` is who did it, where that was somebody else.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=WORD_LENGTH, choices=SignInKind.choices())
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=150, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    network = models.CharField("from", max_length=50, blank=True)
    detail = LineField(blank=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "sign-in"
        permissions = [("forget_second_factor", "Can forget somebody’s second factor")]
        constraints = [known("signin", "kind", SignInKind)]

    def __str__(self) -> str:
        return f"{self.name or 'somebody'}: {SignInKind(self.kind).label}"


class DoorCount(models.Model):
    """A row of the cache that all processes of the desk share, in which attempts to come in are counted.

    Django's cache reads and writes it by SQL of its own; these are the columns that it expects:
    https://docs.djangoproject.com/en/5.2/topics/cache/#database-caching
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "desk_cache"

    def __str__(self) -> str:
        return self.cache_key
