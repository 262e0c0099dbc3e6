"""Whatever a record holds, its page can be made and holds every claim once."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.figures import for_readers
from archive.pages.render import render_event
from archive.record import Record
from archive.vocabulary import Rule
from tests.archive.pages.markup import Page
from tests.strategies import records

# The fixtures around a test change settings alone, the same for every example.
any_record = settings(
    max_examples=25,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


@any_record
@given(record=records())
def test_every_claim_of_any_record_is_on_its_page_once(record: Record) -> None:
    shown = for_readers(record)
    page = Page(render_event(shown))

    anchors = [name for name in page.ids if name.startswith("claim-")]
    assert sorted(anchors) == sorted(f"claim-{claim.number}" for claim in shown.claims)
    assert len(page.ids) == len(set(page.ids))


@any_record
@given(record=records(), rule=st.sampled_from(Rule), day=st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_any_record_can_be_seen_as_known_on_any_day_under_any_rule(
    record: Record, rule: Rule, day: date
) -> None:
    page = Page(render_event(for_readers(record), rule=rule, known_at=day))

    links = {link for each in page.all() if (link := each.attributes.get("href", "")).startswith("#")}
    assert {link[1:] for link in links} <= set(page.ids)
