"""The templates of the event page, which are Jinja's: a page of thousands of claims is laid out soon.

There is an environment for each language of the pages, as `TEMPLATES` of the settings says; the tag `jinja`
of the other templates chooses that of the language at hand.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.template import engines
from django.template.defaultfilters import capfirst, date, linebreaksbr
from django.templatetags.static import static
from django.utils.translation import gettext, ngettext, override
from jinja2 import Environment, StrictUndefined, nodes

from archive.multilingual import here
from archive.pages.generated import Plain, written
from archive.pages.translating import Translating
from archive.templatetags import pages

FILTERS = pages.register.filters | {"capfirst": capfirst, "date": date, "linebreaksbr": linebreaksbr}
TAGS = (pages.edition_address, pages.incident_address, pages.plain_edition_address, pages.site_url, static)


def compile_all() -> None:
    """Every template in every language, so that no reader waits for it."""
    for code, _ in settings.LANGUAGES:
        environment = engines[code].env  # type: ignore[attr-defined]
        for name in environment.list_templates(extensions=["jinja"]):
            environment.get_template(name)


class OneLanguage(Environment):
    """Templates that are compiled in one language: what they say is looked up then, not for each reader.

    What is not there is an error, never an empty word.
    """

    code_generator_class = Plain
    written = staticmethod(written)

    def __init__(self, language: str, **options: Any) -> None:
        super().__init__(
            **options | {"undefined": StrictUndefined, "extensions": ["jinja2.ext.i18n"]},
            keep_trailing_newline=True,
        )
        self.language = language
        self.filters |= FILTERS | {
            "here": partial(here, code=language),
            "lang_of": partial(pages.lang_of, page=language),
        }
        self.globals |= {tag.__name__: tag for tag in TAGS}
        # Of how many things a text speaks is known of each page alone: these are looked up when it is made.
        self.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]

    def _generate(self, source: nodes.Template, *where: Any, **how: Any) -> str:
        """The hook that Jinja has for changing a template before it is compiled."""
        with override(self.language):
            return super()._generate(Translating().visit(source), *where, **how)
