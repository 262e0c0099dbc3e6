"""The draft that an article's summary box and references make."""

from __future__ import annotations

from typing import Any

import pytest

from archive.independence import independence
from archive.record import Record
from archive.vocabulary import ActorKind, Attribution, Property, Reliance, SourceKind
from incidents.importers.formats.wikipedia import WIKIPEDIA
from incidents.importers.formats.wikipedia.drafting import read_article
from incidents.importers.parsing.entry import Entry, RowError
from tests.builders import at_least, between_or_more
from tests.incidents.importers.wikipedia.article import TEXT, article, box


def draft(text: str = TEXT, **more: str) -> Entry:
    return read_article(article(text, **more), WIKIPEDIA.publication)


def record(text: str = TEXT) -> Record:
    return draft(text).record


def claims(kind: Property, text: str = TEXT) -> list[Any]:
    return [claim for claim in record(text).claims if claim.property == kind]


def values(kind: Property, **parameters: str) -> list[Any]:
    return [claim.value for claim in claims(kind, box(**parameters))]


def test_counts_are_kept_with_their_words() -> None:
    (killed,), (injured,) = claims(Property.KILLED), claims(Property.INJURED)

    assert (killed.value, killed.stated) == (between_or_more(28, 30), "28–30+")
    assert (injured.value, injured.stated) == (at_least(40), "40+")


def test_every_claim_cites_the_revision_and_names_the_reference() -> None:
    whole = record()

    assert {citation.source for claim in whole.claims for citation in claim.citations} == {whole.id}
    assert claims(Property.KILLED)[0].citations[0].locator == "infobox, fatalities, refs. 1, 2"
    assert claims(Property.INJURED)[0].citations[0].locator == "infobox, injuries, ref. 1"
    assert claims(Property.MOTIVE)[0].citations[0].locator == "infobox, motive"


def test_the_article_is_an_encyclopedias_and_rests_on_its_references() -> None:
    whole = record()
    own = next(source for source in whole.sources if source.key == whole.id)

    assert (own.kind, own.version, own.published) == (SourceKind.ENCYCLOPEDIA, "revision 123", "2024-02-09")
    assert str(own.url).endswith("title=Example_bombings&oldid=123")
    assert {relation.source for relation in own.relies_on} == {s.key for s in whole.sources} - {own.key}
    assert {relation.how for relation in own.relies_on} == {Reliance.SUMMARISES}


def test_an_article_is_no_voice_of_its_own_beside_its_references() -> None:
    whole = record()

    assert independence(whole).count == len(whole.sources) - 1


def test_a_reference_is_kept_with_all_that_names_it_and_without_its_quotation() -> None:
    source = next(one for one in record().sources if one.title == "Death toll rises")

    assert (source.kind, source.publication) == (SourceKind.ARTICLE, "the-example-times")
    assert (source.authors, source.published, source.language) == (("Asif Khan",), "2024-02-08", "en")
    assert (source.url, source.archive_url) == (
        "https://example.org/toll",
        "https://archive.example.org/toll",
    )
    assert [(each.how, each.publication) for each in source.relies_on] == [
        (Reliance.SYNDICATES, "associated-press")
    ]
    assert "Not ours" not in record().model_dump_json()


def test_a_suspect_is_not_a_perpetrator_and_unknown_is_nobody() -> None:
    found = values(Property.RESPONSIBILITY, perps="Group A<br>Group B", susperps="Group C")
    names = [(each.actor, each.attribution) for each in found]

    assert names == [
        ("group-a", Attribution.ATTRIBUTED),
        ("group-b", Attribution.ATTRIBUTED),
        ("group-c", Attribution.SUSPECTED),
    ]
    assert values(Property.RESPONSIBILITY, perp="[[Unknown]]")[0].attribution == Attribution.NONE_NAMED
    assert {actor.kind for actor in record().actors} == {ActorKind.OTHER}


def test_day_time_and_place_are_settled() -> None:
    whole = record()

    assert (whole.date, whole.place) == ("2024-02-07", "pishin-balochistan-pakistan")
    (time,) = claims(Property.TIME)
    assert (time.value.clock, time.value.approximate, time.stated) == ("12:30", True, "c. 12:30 p.m. PKT")


def test_prose_is_not_taken_over() -> None:
    assert not claims(Property.STATEMENT)
    assert "Prose that" not in record().model_dump_json()


@pytest.mark.parametrize(
    ("kind", "parameter", "words", "type"),
    [
        (Property.ATTACK_TYPE, "type", "Suicide bombing", "suicide_bombing"),
        (Property.ATTACK_TYPE, "type", "Quarrel", "other"),
        (Property.TARGET, "target", "{{nowrap|Campaign offices}}", "election"),
        (Property.WEAPON, "weapons", "'''AK-47'''", "firearms"),
    ],
)
def test_words_are_kept_beside_the_type_they_name(
    kind: Property, parameter: str, words: str, type: str
) -> None:
    (value,) = values(kind, **{parameter: words})

    assert value.type == type
    assert value.text in words


def test_what_was_not_understood_is_told() -> None:
    found = draft(
        box(
            title="A",
            fatalities="Some<br>unknown",
            date="soon",
            time="dawn",
            place=",",
            inquiry="Yes",
            perps="",
        )
    )

    assert found.flags == (
        "left out: date: “soon” was not understood",
        "left out: time: “dawn” was not understood",
        "left out: location: “,” was not understood",
        "left out: fatalities: “unknown” was not understood",
        "left out: inquiry: not taken over from summary boxes",
    )


def test_footnotes_that_name_no_source_are_told() -> None:
    left = draft().flags

    assert "left out: reference 4: names neither a title nor an address" in left
    assert "left out: 1 short footnotes ({{sfn}} and its kin)" in left
    assert "left out: 1 explanatory notes" in left


@pytest.mark.parametrize(
    ("reference", "title", "kind"),
    [
        ("[https://example.org/a A title]", "A title", SourceKind.WEB_PAGE),
        ("https://example.org/a", "", SourceKind.WEB_PAGE),
        ("{{cite web|url=https://example.org/a}}", "", SourceKind.WEB_PAGE),
        ("{{cite report|title=A title|language=Klingon!|url=none}}", "A title", SourceKind.REPORT),
        ("{{Cite_press release|title=A title|agency=AP|publisher=AP}}", "A title", SourceKind.STATEMENT),
        ("{{citation|title=A title|author1=A|author2=B|year=2024}}", "A title", SourceKind.WEB_PAGE),
        ("{{cite web|url=https://[a|title=A title}}", "A title", SourceKind.WEB_PAGE),
    ],
)
def test_every_form_of_reference(reference: str, title: str, kind: SourceKind) -> None:
    whole = record(box(title=f"A<ref>{reference}</ref>"))
    other = next(source for source in whole.sources if source.key != whole.id)

    assert (other.title, other.kind) == (title, kind)


@pytest.mark.parametrize(
    "reference", ["ftp://example.org/a", "{{cite web|url=ftp://a}}", "[https://exa<b>m]"]
)
def test_a_reference_without_a_web_address_is_none(reference: str) -> None:
    found = draft(box(title=f"A<ref>{reference}</ref>"))

    assert found.record.claims[0].citations[0].locator == "infobox, title, ref. 1"
    assert len(found.record.sources) <= 2


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("{{ubl|A|B}}", "A; B"),
        ("{{lang|ur|A}}", "A"),
        ("{{circa|2}}", "about 2"),
        ("A{{snd}}B", "A – B"),
        ("A{{unknown|x}}", "A"),
        ("{{nowrap}}A", "A"),
        ("[[File:x.jpg|thumb]]A", "A"),
        ("[[A]]", "A"),
        ("[https://example.org A][https://example.org]", "A"),
        ("A&amp;B<!-- hidden -->", "A&B"),
        ("A<gallery>x</gallery><hr>B", "A; B"),
        ("{{{argument}}}A", "A"),
        ("A&#xD800;&#1;\x01", "A"),
    ],
)
def test_text_is_taken_as_readers_see_it(markup: str, text: str) -> None:
    assert values(Property.MOTIVE, motive=markup)[0].text == text


def test_each_item_of_a_list_is_a_line_of_its_own() -> None:
    assert values(Property.MOTIVE, motive="A\n* B\nC")[0].text == "A; B; C"


def test_links_that_never_end_do_not_keep_it_busy() -> None:
    links = "[http://[" * 100

    assert record(box(motive=f"[{links}|a]], [[b]]", date="2024-02-07")).date == "2024-02-07"


def test_a_place_may_be_written_on_several_lines() -> None:
    whole = record(box(location="[[Pishin]]<br />[[Balochistan]], Pakistan"))

    assert whole.place == "pishin-balochistan-pakistan"


def test_an_article_without_a_box_and_one_with_a_bad_day_are_refused() -> None:
    with pytest.raises(RowError, match="no summary box"):
        draft("Prose.")
    with pytest.raises(RowError, match="published"):
        draft(day="soon")


def test_an_event_box_says_the_same_under_other_names() -> None:
    text = "{{Infobox event|event_name=A|place=B|reported deaths=3|reported_missing=2}}"

    assert [claim.property for claim in record(text).claims] == ["name", "place", "killed", "missing"]
