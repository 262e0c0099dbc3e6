"""Addresses that fail, in the manner of the archive's own."""

from __future__ import annotations

from typing import NoReturn

from django.db import OperationalError
from django.http import HttpRequest
from django.urls import path

from archive.urls import handler500

__all__ = ["handler500"]


def broken(request: HttpRequest) -> NoReturn:
    raise KeyError("secret words")


def without_database(request: HttpRequest) -> NoReturn:
    raise OperationalError("secret words")


urlpatterns = [path("broken/", broken), path("without-database/", without_database)]
