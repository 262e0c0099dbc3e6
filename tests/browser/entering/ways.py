"""The two ways: by the worksheet, and by the claim's own form."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from playwright.async_api import expect

from incidents.models import Actor, Place
from tests.browser.entering.hands import Hands
from tests.browser.entering.reports import ROWS, Report, Wanted

#: The order in which a form is filled in: what comes first decides which fields there are.
FIRST = ("about", "attack", "property", "qualifier", "section")
QUOTE, LOCATOR, SOURCE = "citations-0-quote", "citations-0-locator", "citations-0-source"


def by_form(hands: Hands, report: Report, claims: Sequence[Wanted]) -> None:
    """Add a claim, and go on with “Save and add another”; the report is read in another window."""
    first = {"incident": report.incident.pk, "source": report.source.pk}
    hands.screen.open(f"/desk/incidents/claim/add/?{urlencode(first)}")
    for claim in claims:
        _fill(hands, claim.fields)
        hands.put(LOCATOR, claim.locator)
        hands.paste(f"[name='{QUOTE}']", claim.quote)
        hands.click("[name=_addanother]")
        hands.do(expect(hands.page.locator(".messagelist .success")).to_be_visible())


def by_worksheet(hands: Hands, report: Report, claims: Sequence[Wanted]) -> None:
    """Paste the text once; then take each claim from its proposal, or from its words."""
    hands.screen.open(f"/desk/incidents/incident/{report.incident.pk}/worksheet/{report.source.pk}/")
    if hands.do(hands.page.locator("#pasted").count()):
        hands.paste("#pasted", report.text)
        hands.click("#pasted_form [type=submit]")
    hands.do(hands.page.locator("#worksheet[data-ready]").wait_for())
    for claim in claims:
        _take(hands, claim)
        _fill(hands, claim.fields)
        hands.put(LOCATOR, claim.locator)
        if hands.holds(QUOTE) != claim.quote:
            hands.paste(f"[name='{QUOTE}']", claim.quote)
        _save(hands)


def _take(hands: Hands, claim: Wanted) -> None:
    """By the keys that lead to the proposal of these words, where there is one of this property."""
    offers = json.loads(str(hands.do(hands.page.locator("#offers").text_content())))
    for offer in offers:
        fits = offer["fields"].get("property") == claim.fields["property"]
        if fits and offer["start"] < claim.end and claim.start < offer["end"]:
            _take_up(hands, offer["name"])
            return
    _choose_words(hands, claim)


def _take_up(hands: Hands, name: str) -> None:
    if name.startswith("mark"):
        hands.click(f"#text [data-offer='{name}']")
    else:
        _go_to(hands, name)


def _go_to(hands: Hands, name: str) -> None:
    where = "document.activeElement.dataset?.offer"
    if hands.do(
        hands.page.evaluate("document.getElementById('claim_form').contains(document.activeElement)")
    ):
        hands.press("Escape")
    links = hands.do(
        hands.page.evaluate("[...document.querySelectorAll('#proposals a')].map(a => a.dataset.offer)")
    )
    here = hands.do(hands.page.evaluate(where))
    steps = links.index(name) - (links.index(here) if here in links else -1)
    if here == name and steps == 0:
        hands.press("Enter")
        return
    hands.press("n" if steps > 0 else "p", abs(steps))
    if hands.do(hands.page.evaluate(where)) != name:
        hands.press("n")
    hands.press("Enter")


def _choose_words(hands: Hands, claim: Wanted) -> None:
    """Drag over the words, as with a mouse."""
    ends = hands.do(hands.page.evaluate(ENDS, [claim.start, claim.end]))
    hands.effort.clicks += 1
    (x, y), (to_x, to_y) = ends
    mouse = hands.page.mouse
    hands.do(mouse.move(x, y))
    hands.do(mouse.down())
    hands.do(mouse.move(to_x, to_y, steps=4))
    hands.do(mouse.up())
    hands.do(expect(hands.page.locator(f"[name='{LOCATOR}']")).to_have_value(claim.locator))


#: Where on the screen the words begin and end, after they are scrolled into view.
ENDS = """([start, end]) => {
  const point = (place) => {
    const starts = [...document.querySelectorAll("#text p")];
    const paragraph = starts.filter((p) => Number(p.dataset.start) <= place).at(-1);
    let left = place - Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) return [walker.currentNode, left];
      left -= walker.currentNode.length;
    }
  };
  const range = document.createRange();
  range.setStart(...point(start));
  range.setEnd(...point(end));
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  const boxes = [...range.getClientRects()].filter((box) => box.width);
  const [first, last] = [boxes[0], boxes.at(-1)];
  return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
}"""


def _fill(hands: Hands, fields: Mapping[str, str]) -> None:
    order = [*FIRST, *(name for name in fields if name not in FIRST)]
    for name in order:
        hands.put(name, fields[name], _name(name, fields[name]))


def _name(column: str, key: str) -> str:
    if column not in ROWS or not key:
        return ""
    model = Place if column == "place" else Actor
    return str(model._default_manager.get(pk=key).name)


def _save(hands: Hands) -> None:
    news = hands.page.locator("#worksheet-news")
    before = hands.do(news.text_content())
    inside = hands.do(
        hands.page.evaluate("document.getElementById('claim_form').contains(document.activeElement)")
    )
    if inside:
        hands.press("Control+Enter")
    else:
        hands.click("#claim_form [type=submit]")
    hands.do(expect(news).to_contain_text(re.compile(r"Claim \d+ is saved")))
    hands.do(expect(news).not_to_have_text(before or "-"))
