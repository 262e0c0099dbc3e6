"""The event page's own templates: they escape, translate, and leave nothing out in silence."""

from __future__ import annotations

import pytest
from django.template import engines
from django.utils.safestring import SafeString
from django.utils.translation import override
from jinja2 import UndefinedError

from archive.pages.jinja import compile_all
from archive.vocabulary import Rule


def laid_out(template: str, language: str = "en", **given: object) -> str:
    with override(language):
        return engines[language].from_string(template).render(given)


def test_a_marked_text_is_said_in_the_language_of_the_page() -> None:
    assert laid_out('{{ _("Undated") }}') == "Undated"
    assert laid_out('{{ _("Undated") }}', "ur") not in ("", "Undated")


def test_values_within_a_text_are_escaped_and_its_markup_is_not() -> None:
    text = '{% trans number=1, what="a < b" %}<b>{{ number }}</b> is {{ what }}{% endtrans %}'

    assert laid_out(text) == "<b>1</b> is a &lt; b"


def test_what_is_counted_is_said_in_its_own_form() -> None:
    text = "{% trans count=number %}{{ count }} claim{% pluralize %}{{ count }} claims{% endtrans %}"

    assert [laid_out(text, number=number) for number in (1, 2)] == ["1 claim", "2 claims"]


def test_a_percent_sign_in_a_text_stays_one() -> None:
    assert laid_out("{% trans %}100 % of <i>them</i>{% endtrans %}") == "100 % of <i>them</i>"


def test_a_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError):
        laid_out("{{ page.nothing }}", page=object())
    with pytest.raises(UndefinedError):
        laid_out("{% if nothing %}{% endif %}")


def test_an_address_leads_to_the_page_in_the_language_at_hand() -> None:
    assert laid_out('{{ "/incidents/"|here }}', "ur") == "/ur/incidents/"


def test_whatever_a_value_is_it_is_escaped_unless_it_is_markup() -> None:
    given = ["a<b", "plain", 5, 1.5, SafeString("<i>c</i>"), ValueError("d&e"), Rule.SPAN]

    assert laid_out("{% for each in given %}{{ each }} {% endfor %}", given=given) == (
        "a&lt;b plain 5 1.5 <i>c</i> d&amp;e span "
    )


def test_what_a_part_lays_out_is_escaped_once() -> None:
    part = '{% macro name(text) %}<b>{{ text }}</b>{% endmacro %}{{ name("a & b") }}'

    assert laid_out(part) == "<b>a &amp; b</b>"


def test_every_template_can_be_compiled_before_anybody_reads() -> None:
    compile_all()
