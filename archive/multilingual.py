"""Pages in several languages: English at the plain addresses, each other one below its code, as in “/ur/”.

The address alone says which language a page is in, so the same address always has the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import translation as read_translations
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import translation

from archive.language import speaking

Respond = Callable[[HttpRequest], HttpResponseBase]


def by_address(respond: Respond) -> Respond:
    """Middleware: everything that is said in the answer is in the language of the address."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        code = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        words = read_translations("django", settings.LOCALE_PATHS[0], [code], fallback=True)
        with translation.override(code), speaking(words):
            return respond(request)

    return answer


def here(path: str, code: str = "") -> str:
    """The page at this plain path in the language at hand; anchors and whole addresses stay as they are."""
    return _in(code or translation.get_language(), path) if path.startswith("/") else path


def plain(path: str) -> str:
    """The path of the English page, which is the one to cite; `path`: of the page in any language."""
    for code, _ in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and path.startswith(f"/{code}/"):
            return path.removeprefix(f"/{code}")
    return path


def _in(code: str, path: str) -> str:
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"


class Elsewhere(NamedTuple):
    """A page in one of the languages: what the language is called in itself, and where the page is."""

    code: str
    name: str
    direction: str
    href: str
    is_here: bool


def in_languages(request: HttpRequest) -> Sequence[Elsewhere]:
    """The page in each language; where there is no such page in another, that language's first page."""
    return [_elsewhere(request, code) for code, _ in settings.LANGUAGES]


def _elsewhere(request: HttpRequest, code: str) -> Elsewhere:
    info = translation.get_language_info(code)
    path, query = _in(code, plain(request.path)), _query(request)
    href = path + (f"?{query}" if query else "") if _is_page(code, path) else _in(code, "/")
    direction = "rtl" if info["bidi"] else "ltr"
    return Elsewhere(code, info["name_local"], direction, href, code == translation.get_language())


def _query(request: HttpRequest) -> str:
    """What is asked; a browser sends empty fields of a form too, which ask for nothing."""
    given = [(name, value) for name, values in request.GET.lists() for value in values if value]
    return urlencode(given)


def _is_page(code: str, path: str) -> bool:
    with translation.override(code):
        try:
            resolve(path)
        except Resolver404:
            return False
    return True
