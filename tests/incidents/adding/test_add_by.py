"""A source is added by what somebody pastes: looked up, looked at, saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidents.admin.adding import AddingAdmin
from incidents.models import Snapshot
from incidents.unsent import read
from sources.models import BibliographyEntry, Capture, Publication, Relation, Source, SourceAuthor
from tests.archive.bibliography import zotero
from tests.incidents.desk import at_the_desk, errors_of
from tests.sources.captures.websites import Website, answer, sends_on, website

pytestmark = pytest.mark.django_db

BOX = "/desk/sources/source/add-by/"
ADD = "/desk/sources/source/add/"
PAGE = """<!doctype html><html lang="en"><head><title>Four die in blast at market - The Paper</title>
<meta property="og:title" content="Four die in blast at market"><meta property="og:type" content="article">
<meta property="og:site_name" content="The Paper"><meta name="author" content="Asif Khan">
<meta property="article:published_time" content="2024-02-07T21:15:00+05:00"></head><body><article>
<h1>Four die in blast at market</h1>
<p>At least four people died when a bomb went off at a market, a doctor told Reuters on Wednesday.</p>
<p>The road was closed until the evening, and the traders left. According to AFP, a child was among them.</p>
</article></body></html>"""


@pytest.fixture
def desk() -> Client:
    return at_the_desk("contributor")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Website]:
    """A newspaper on this machine, which alone the desk may ask."""
    with website(answer(PAGE.encode())) as one:
        monkeypatch.setattr(AddingAdmin, "rules", one.rules())
        yield one


def look_up(desk: Client, text: str, **more: str) -> Any:
    return desk.post(BOX, {"pasted": text, **more})


def suggested(answer: Any) -> dict[str, Any]:
    """What a browser would send if its user looked at the form and pressed “Save”."""
    context = answer.context
    forms = [context["adminform"].form]
    for each in context["inline_admin_formsets"]:
        forms += [each.formset.management_form, *each.formset.forms]
    typed = {
        form.add_prefix(name): form[name].value()
        for form in forms
        for name in form.fields
        if form[name].value() is not None and form[name].value() is not False
    }
    return typed | {"_suggested": context["suggested"]}


def words(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_article_is_suggested_by_its_address_and_saved_with_its_text(desk: Client, site: Website) -> None:
    found = look_up(desk, site.at("/news/1?utm_source=post"))
    typed = suggested(found)
    assert "Nothing is stored yet" in words(found)
    assert not Source.objects.exists()

    saved = desk.post(ADD, typed)
    assert saved.status_code == 302, (saved.context["errors"], saved.context["adminform"].form.errors, typed)
    source = Source.objects.get()
    assert (source.kind, source.title, source.published) == (
        "article",
        "Four die in blast at market",
        "2024-02-07",
    )
    assert (source.language, source.url) == ("en", site.at("/news/1"))
    assert source.key == "the-paper-2024-02-07-four-die-in-blast-at-market"
    assert [author.name for author in SourceAuthor.objects.all()] == ["Asif Khan"]
    assert "a doctor told Reuters" in Capture.objects.get(source=source).text
    assert source.capture_requests.get().state == "waiting"


def test_where_each_thing_was_read_is_said(desk: Client, site: Website) -> None:
    found = words(look_up(desk, site.at("/news/1")))

    assert "<dt>Title</dt><dd>OpenGraph tags</dd>" in found
    assert "<dt>Language</dt><dd>the page’s tags</dd>" in found


def test_a_publication_that_is_new_is_entered_with_the_source(desk: Client, site: Website) -> None:
    desk.post(ADD, suggested(look_up(desk, site.at("/news/1"))))

    publication = Publication.objects.get()
    assert (publication.name, publication.key, publication.kind) == ("The Paper", "the-paper", "newspaper")
    assert Source.objects.get().publication == publication
    assert Snapshot.objects.filter(subject="publications", key="the-paper").count() == 1


def test_a_publication_that_is_there_is_chosen_by_its_name(desk: Client, site: Website) -> None:
    paper = Publication.objects.create(key="paper", name="THE PAPER", kind="newspaper")
    typed = suggested(look_up(desk, site.at("/news/1")))

    assert str(typed["publication"]) == str(paper.pk)
    assert "issuer_name" not in typed


def test_a_publication_that_is_there_is_chosen_by_its_host(desk: Client, site: Website) -> None:
    paper = Publication.objects.create(key="other", name="Another name", kind="newspaper")
    Source.objects.create(key="old", kind="article", title="Old", url=site.at("/news/0"), publication=paper)
    typed = suggested(look_up(desk, site.at("/news/1")))

    assert str(typed["publication"]) == str(paper.pk)


def test_a_new_publication_of_a_known_name_is_refused(desk: Client, site: Website) -> None:
    typed = suggested(look_up(desk, site.at("/news/1")))
    Publication.objects.create(key="paper", name="The Paper", kind="newspaper")
    refused = desk.post(ADD, typed)

    assert "The library has “The Paper” already" in errors_of(refused)
    assert not Source.objects.exists()


def test_a_new_publication_is_not_entered_where_it_is_not_wanted(desk: Client, site: Website) -> None:
    typed = suggested(look_up(desk, site.at("/news/1")))
    del typed["issuer_add"]
    desk.post(ADD, typed)

    assert not Publication.objects.exists()
    assert Source.objects.get().publication is None


def test_an_article_that_is_there_is_told_before_anything_is_fetched(desk: Client, site: Website) -> None:
    Source.objects.create(key="old", kind="article", title="The old one", url=site.at("/news/1"))
    found = words(look_up(desk, site.at("/news/1/?fbclid=1#top", host="m.paper.example")))

    assert "The old one" in found
    assert site.asked == []


def test_an_article_that_a_short_address_leads_to_is_told(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with website(sends_on("/news/1"), answer(PAGE.encode())) as site:
        monkeypatch.setattr(AddingAdmin, "rules", site.rules())
        Source.objects.create(key="old", kind="article", title="The old one", url=site.at("/news/1"))
        found = words(look_up(desk, site.at("/s")))

    assert "The old one" in found


def test_what_is_there_may_be_another_all_the_same(desk: Client, site: Website) -> None:
    Source.objects.create(key="old", kind="article", title="The old one", url=site.at("/news/1"))
    typed = suggested(look_up(desk, site.at("/news/1"), _anyway="1"))

    assert "The desk knows this source already" in errors_of(desk.post(ADD, typed))
    assert desk.post(ADD, typed | {"is_another": "1"}).status_code == 302
    assert Source.objects.count() == 2


def test_a_source_that_is_there_goes_back_to_the_form_that_asked(desk: Client, site: Website) -> None:
    old = Source.objects.create(key="old", kind="article", title="The old one", url=site.at("/news/1"))
    pop_up = {"_popup": "1", "_to_field": "id"}
    assert "Use this source" in words(look_up(desk, site.at("/news/1"), **pop_up))

    chosen = desk.post(BOX, {"_use": old.pk, **pop_up})
    assert f"&quot;value&quot;: &quot;{old.pk}&quot;" in words(chosen)


def test_a_new_source_goes_back_to_the_form_that_asked(desk: Client, site: Website) -> None:
    found = look_up(desk, site.at("/news/1"), _popup="1", _to_field="id")
    assert 'name="_popup" value="1"' in words(found)

    saved = desk.post(ADD, suggested(found) | {"_popup": "1", "_to_field": "id"})
    assert f"&quot;value&quot;: &quot;{Source.objects.get().pk}&quot;" in words(saved)


def test_a_saved_source_leads_on_to_a_claim_that_cites_it(desk: Client, site: Website) -> None:
    saved = desk.post(ADD, suggested(look_up(desk, site.at("/news/1"))), follow=True)
    address = f"/desk/incidents/claim/add/?source={Source.objects.get().pk}"
    assert address in words(saved)

    (citations,) = desk.get(address).context["inline_admin_formsets"]
    assert citations.formset.forms[0]["source"].value() == str(Source.objects.get().pk)


def test_a_near_title_of_the_same_days_is_shown(desk: Client, site: Website) -> None:
    Source.objects.create(
        key="near", kind="article", title="Four die in market blast", published="2024-02-08"
    )
    Source.objects.create(
        key="far", kind="article", title="Four die in market blast, again", published="2019"
    )
    found = look_up(desk, site.at("/news/1"))

    assert [one.key for one in found.context["near"]] == ["near"]


def test_whom_the_text_rests_on_is_kept_where_it_is_ticked(desk: Client, site: Website) -> None:
    for key, name in (("afp", "Agence France-Presse"), ("reuters", "Reuters")):
        Publication.objects.create(key=key, name=name, kind="news_agency")
    found = look_up(desk, site.at("/news/1"))
    typed = suggested(found)
    assert "rests" not in typed
    assert "a doctor told Reuters on Wednesday" in words(found)

    desk.post(ADD, typed | {"rests": ["1"]})
    (relation,) = Relation.objects.all()
    assert (relation.how, str(relation.publication)) == ("summarises", "Agence France-Presse")
    assert '"relies_on": [{"how": "summarises"' in Snapshot.objects.get(subject="sources").text.replace(
        '":', '": '
    )


def test_whom_the_library_lacks_is_named(desk: Client, site: Website) -> None:
    assert "Reuters, Agence France-Presse" in words(look_up(desk, site.at("/news/1")))


def test_the_text_is_not_kept_where_that_is_not_wanted(desk: Client, site: Website) -> None:
    typed = suggested(look_up(desk, site.at("/news/1")))
    del typed["keep_text"]
    desk.post(ADD, typed)

    assert Source.objects.exists()
    assert not Capture.objects.exists()


def test_nothing_that_was_suggested_is_lost_by_an_error(desk: Client, site: Website) -> None:
    typed = suggested(look_up(desk, site.at("/news/1"))) | {"published": "last week", "note": "Mine"}
    refused = desk.post(ADD, typed)
    assert "not a date" in errors_of(refused)

    desk.post(ADD, suggested(refused) | {"published": "2024-02-07"})
    assert (Source.objects.get().note, Capture.objects.count()) == ("Mine", 1)


@pytest.mark.parametrize("page", [BOX, ADD])
def test_nothing_that_was_typed_is_lost_with_the_session(desk: Client, site: Website, page: str) -> None:
    typed = suggested(look_up(desk, site.at("/news/1"))) if page == ADD else {"pasted": "A leaflet"}
    desk.logout()
    kept = desk.post(page, typed, headers={"Origin": "http://testserver"})

    form = read(kept.context["kept"])
    assert form is not None
    assert {name: [str(value)] for name, value in typed.items()} == form.fields
    assert not any(name.startswith("_") for name, _ in form.typed)


def test_however_many_names_a_text_holds_the_library_is_asked_as_often(desk: Client) -> None:
    def asked(names: int) -> int:
        text = "Four die in blast\n" + " ".join(f"The newspaper Paper{n} reported it." for n in range(names))
        with CaptureQueriesContext(connection) as queries:
            look_up(desk, text)
        return len(queries)

    asked(20)
    assert asked(40) == asked(20)


@pytest.mark.parametrize("forged", ["x", "a:b:c"])
def test_a_forged_suggestion_is_passed_over(desk: Client, forged: str, site: Website) -> None:
    typed = suggested(look_up(desk, site.at("/news/1"))) | {"_suggested": forged}
    desk.post(ADD, typed)

    assert Source.objects.exists()
    assert not Capture.objects.exists()


def test_a_page_that_cannot_be_fetched_leads_to_the_form_with_its_address_and_the_reason(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with website(answer(b"", status="404 Not Found")) as site:
        monkeypatch.setattr(AddingAdmin, "rules", site.rules())
        found = look_up(desk, site.at("/news/1?utm_id=1"))

    assert "no such page" in words(found)
    assert suggested(found)["url"] == site.at("/news/1")


def test_words_beside_an_address_count_where_its_page_cannot_be_fetched(desk: Client) -> None:
    found = suggested(look_up(desk, "“Four die in blast”, 7 February 2024, http://127.0.0.1/news/1"))

    assert (found["title"], found["published"]) == ("Four die in blast", "2024-02-07")
    assert found["url"] == "http://127.0.0.1/news/1"


def test_a_publication_that_went_meanwhile_is_not_relied_on(desk: Client, site: Website) -> None:
    agency = Publication.objects.create(key="reuters", name="Reuters", kind="news_agency")
    typed = suggested(look_up(desk, site.at("/news/1"))) | {"rests": ["0"]}
    agency.delete()

    assert desk.post(ADD, typed).status_code == 302
    assert not Relation.objects.exists()


def test_a_page_of_this_machine_is_not_fetched(desk: Client) -> None:
    found = look_up(desk, "http://127.0.0.1/desk/")

    assert "could not be read" in words(found)
    assert suggested(found)["url"] == "http://127.0.0.1/desk/"


def test_what_is_no_page_is_told(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with website(answer(b"\x89PNG", kind="image/png")) as site:
        monkeypatch.setattr(AddingAdmin, "rules", site.rules())
        found = look_up(desk, site.at("/a.png"))

    assert "image/png" in words(found)
    assert suggested(found)["url"] == site.at("/a.png")


def test_a_copy_is_entered_with_the_page_that_it_is_of(desk: Client) -> None:
    copy = "http://web.archive.org:1/web/2024/http://paper.example/news/1"
    assert suggested(look_up(desk, copy.replace(":1", "")))["url"] == "http://paper.example/news/1"


@pytest.mark.parametrize("text", [zotero.RIS, zotero.BIBTEX])
def test_several_entries_are_taken_together_once_that_was_seen(desk: Client, text: str) -> None:
    seen = look_up(desk, text)
    assert "Taking them into the library would do this" in words(seen)
    assert not Source.objects.exists()

    assert look_up(desk, text, _take="1").status_code == 302
    assert Source.objects.count() == 2


def test_one_entry_is_suggested_and_kept_as_it_stands(desk: Client) -> None:
    entry = (
        "TY  - NEWS\nTI  - Four die\nAU  - Khan, Asif\nT2  - Dawn\nDA  - 2024/02/07/\nAB  - Words\nER  - \n"
    )
    desk.post(ADD, suggested(look_up(desk, entry)))

    source = Source.objects.get()
    assert (source.title, source.published, source.publication) == (
        "Four die",
        "2024-02-07",
        Publication.objects.get(),
    )
    assert [author.name for author in SourceAuthor.objects.all()] == ["Asif Khan"]
    assert "Words" in BibliographyEntry.objects.get(source=source, format="ris").entry


def test_an_entry_of_a_source_that_is_there_is_told(desk: Client) -> None:
    Source.objects.create(key="old", kind="article", title="The old one", url="https://example.org/a")
    entry = '{"type": "webpage", "title": "One", "URL": "http://www.example.org/a/"}'

    assert "The old one" in words(look_up(desk, entry))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "Paste an address"),
        ("  \n ", "Paste an address"),
        ("TY  - NEWS\nTI  - One", "ER"),
        ("@article{a, title = {One}", "not BibTeX"),
        ('{"type": 1}', "is not an item of CSL-JSON"),
        ("x" * 200_001, "more than 200,000 characters"),
        ("a\x00b", "Null characters"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays(desk: Client, text: str, complaint: str) -> None:
    refused = look_up(desk, text)

    assert complaint in " ".join(refused.context["form"].errors["pasted"])
    assert refused.context["form"]["pasted"].value() == text


def test_plain_words_are_suggested(desk: Client) -> None:
    dawn = Publication.objects.create(key="dawn", name="Dawn", kind="newspaper")
    typed = suggested(look_up(desk, "“Four die in blast”, Dawn, 7 February 2024, p. 3"))

    assert (typed["title"], typed["published"]) == ("Four die in blast", "2024-02-07")
    assert (str(typed["publication"]), typed["key"]) == (str(dawn.pk), "dawn-2024-02-07-four-die-in-blast")


def test_words_without_a_title_describe_a_source_without_an_address(desk: Client) -> None:
    desk.post(ADD, suggested(look_up(desk, "A leaflet given out in the market")))

    assert Source.objects.get().description == "A leaflet given out in the market"


def test_the_whole_text_of_a_source_is_kept_with_it(desk: Client) -> None:
    text = "Four die in blast\n" + "It was loud, according to AFP. " * 30
    desk.post(ADD, suggested(look_up(desk, text)))

    assert Source.objects.get().title == "Four die in blast"
    assert Capture.objects.get().text == text.strip()


def test_a_bookmark_fills_the_box_and_fetches_nothing(desk: Client, site: Website) -> None:
    assert site.at("/news/1") in words(desk.get(BOX, {"pasted": site.at("/news/1")}))
    assert site.asked == []


def test_the_box_is_beside_the_ordinary_ways(desk: Client) -> None:
    for page in ("/desk/sources/source/", ADD, f"{ADD}?_popup=1", "/desk/"):
        assert BOX in words(desk.get(page))


def test_plain_words_without_quotation_marks_are_taken_apart(desk: Client) -> None:
    Publication.objects.create(key="dawn", name="Dawn", kind="newspaper")
    typed = suggested(look_up(desk, "Four die in blast, Dawn, 7 February 2024"))

    assert typed["title"] == "Four die in blast"
    assert "description" not in typed
    assert typed["key"] == "dawn-2024-02-07-four-die-in-blast"


def test_plain_words_offer_a_publication_that_the_library_lacks(desk: Client) -> None:
    typed = suggested(look_up(desk, "Four die in blast, The Guardian, 7 February 2024"))

    assert (typed["issuer_name"], typed["title"]) == ("The Guardian", "Four die in blast")


def test_the_agency_of_a_party_is_not_the_publication_of_a_text(desk: Client) -> None:
    Publication.objects.create(key="amaq", name="Amaq", kind="news_agency")
    text = "Four die in blast\nThe group claimed it through its Amaq news agency. " + "It was loud. " * 60

    assert not suggested(look_up(desk, text)).get("publication")


@pytest.mark.parametrize("path", ["/news/1419812/blast?utm_source=x", "/news/1419812/another-slug/print"])
def test_an_article_of_the_same_number_is_perhaps_there(desk: Client, site: Website, path: str) -> None:
    Source.objects.create(key="old", kind="article", title="The old one", url=site.at("/news/1419812"))
    Source.objects.create(key="far", kind="article", title="A far one", url=site.at("/news/14198123"))
    found = words(look_up(desk, site.at(path)))

    assert "The library may have this already" in found
    assert "Perhaps what you gave is this one" in found
    assert "The old one" in found
    assert "A far one" not in found
    assert site.asked == []


def test_a_page_that_cannot_be_fetched_has_the_publication_at_its_host_and_a_key(desk: Client) -> None:
    dawn = Publication.objects.create(key="dawn", name="Dawn", kind="newspaper", url="http://127.0.0.1/")
    typed = suggested(look_up(desk, "http://127.0.0.1/news/1419812/four-die"))

    assert (str(typed["publication"]), typed["key"]) == (str(dawn.pk), "dawn-1419812")


def test_a_page_whose_server_does_not_answer_may_be_tried_again(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with website(answer(b"", status="503 Service Unavailable")) as site:
        monkeypatch.setattr(AddingAdmin, "rules", site.rules())
        found = words(look_up(desk, site.at("/news/1")))

    assert f'name="pasted" value="{site.at("/news/1")}"' in found
    # A form of its own: the ordinary one is sent by its first button when somebody presses Enter in a field.
    assert 'form="try-again">Try again' in found


def test_what_of_an_entry_is_not_taken_over_is_told(desk: Client) -> None:
    entry = "@article{a, title = {One}, journal = {Journal}, volume = {3}, doi = {10.1000/a}, pages = {1--2}}"
    found = look_up(desk, entry)

    assert "Not taken over, but kept with the entry: volume, pages." in words(found)
    assert suggested(found)["url"] == "https://doi.org/10.1000/a"
