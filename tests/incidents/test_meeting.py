"""The merge of what two editors did to one form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents.meeting import NEW, Difference, Meeting, Sheet, Typed, Values, meet

TEXTS = st.sampled_from(["", "one", "two", "three"])
VALUES: st.SearchStrategy[Values] = st.fixed_dictionaries({"name": TEXTS, "kind": TEXTS})
ROWS = st.dictionaries(st.sampled_from(["1", "2", "3"]), VALUES)
NEW_ROWS = st.dictionaries(st.sampled_from(["+0", "+1"]), VALUES)
SHEETS: st.SearchStrategy[Sheet] = st.fixed_dictionaries(
    {"": st.fixed_dictionaries({"": VALUES}), "rows": ROWS}
)
OWN = ("", "")


@st.composite
def typed_sheets(draw: st.DrawFn) -> Typed:
    sheet = draw(SHEETS)
    rows = {**sheet["rows"], **draw(NEW_ROWS)}
    removed = draw(st.sets(st.sampled_from(sorted(rows)))) if rows else set()
    return Typed({"": sheet[""], "rows": rows}, frozenset(("rows", row) for row in removed))


def own(name: str, kind: str = "") -> Sheet:
    return {"": {"": {"name": name, "kind": kind}}}


def rows(**given: str) -> Sheet:
    return {"rows": {key.removeprefix("r"): {"name": name} for key, name in given.items()}}


def names(meeting: Meeting) -> list[object]:
    return [values["name"] for values in meeting.merged.get("rows", {}).values()]


def test_each_takes_the_field_that_only_the_other_changed() -> None:
    meeting = meet(own("old"), own("old", "theirs"), Typed(own("mine")))

    assert meeting.merged == own("mine", "theirs")
    assert meeting.differences == [Difference(OWN, "kind", "", "theirs", "", keeps_typed=False)]


def test_a_field_that_both_changed_keeps_what_was_typed() -> None:
    meeting = meet(own("old"), own("theirs"), Typed(own("mine")))

    assert meeting.merged == own("mine")
    assert meeting.differences == [Difference(OWN, "name", "old", "theirs", "mine", keeps_typed=True)]


def test_a_row_that_was_removed_meanwhile_comes_back_as_a_new_one_if_it_was_changed_here() -> None:
    meeting = meet(rows(r1="old"), {"rows": {}}, Typed(rows(r1="mine")))

    assert meeting.merged == {"rows": {"++1": {"name": "mine"}}}
    assert meeting.differences == [Difference(("rows", "1"), "name", "old", None, "mine", keeps_typed=True)]


def test_a_row_that_was_removed_meanwhile_and_is_not_changed_here_stays_away() -> None:
    meeting = meet(rows(r1="old"), {"rows": {}}, Typed(rows(r1="old")))

    assert names(meeting) == []
    assert [difference.stored for difference in meeting.differences] == [None]


def test_a_row_that_both_removed_is_no_news() -> None:
    meeting = meet(rows(r1="old"), {"rows": {}}, Typed(rows(r1="old"), frozenset({("rows", "1")})))

    assert (names(meeting), meeting.differences) == ([], [])


def test_a_row_that_somebody_else_added_appears() -> None:
    meeting = meet({"rows": {}}, rows(r7="theirs"), Typed({"rows": {"+0": {"name": "mine"}}}))

    assert names(meeting) == ["theirs", "mine"]
    assert [difference.stored for difference in meeting.differences] == ["theirs"]


def test_empty_fields_of_rows_that_came_or_went_are_not_told() -> None:
    row: Sheet = {"rows": {"1": {"name": "theirs", "kind": ""}}}
    came, went = meet({}, row, Typed({})), meet(row, {}, Typed(row))

    assert [difference.field for difference in (*came.differences, *went.differences)] == ["name", "name"]


def test_a_row_that_both_added_alike_is_one_row() -> None:
    meeting = meet({"rows": {}}, rows(r7="same"), Typed({"rows": {"+0": {"name": "same"}}}))

    assert (names(meeting), meeting.differences) == (["same"], [])


def test_a_row_removed_here_and_changed_there_stays_removed_and_is_told() -> None:
    meeting = meet(rows(r1="old"), rows(r1="theirs"), Typed(rows(r1="old"), frozenset({("rows", "1")})))

    assert meeting.removed == {("rows", "1")}
    assert [difference.stored for difference in meeting.differences] == ["theirs"]


def test_a_row_that_was_not_sent_is_as_it_was_opened() -> None:
    meeting = meet(rows(r1="old"), rows(r1="theirs"), Typed({}))

    assert names(meeting) == ["theirs"]


def test_without_what_was_opened_every_field_that_differs_is_told() -> None:
    meeting = meet({}, own("stored", "same"), Typed(own("mine", "same")))

    assert meeting.differences == [Difference(OWN, "name", None, "stored", "mine", keeps_typed=True)]


@given(SHEETS, typed_sheets())
def test_who_meets_nobody_saves_what_was_typed(sheet: Sheet, typed: Typed) -> None:
    meeting = meet(sheet, sheet, typed)

    assert meeting.differences == []
    assert meeting.merged[""] == typed.sheet[""]


@given(SHEETS, SHEETS)
def test_who_typed_nothing_takes_what_is_stored(opened: Sheet, stored: Sheet) -> None:
    meeting = meet(opened, stored, Typed(opened))

    assert {group: rows for group, rows in meeting.merged.items() if rows} == {
        group: rows for group, rows in stored.items() if rows
    }


@given(SHEETS, SHEETS)
def test_who_typed_what_is_stored_is_told_nothing(opened: Sheet, stored: Sheet) -> None:
    removed = {("rows", row) for row in opened["rows"] if row not in stored["rows"]}

    assert meet(opened, stored, Typed(stored, frozenset(removed))).differences == []


@given(SHEETS, SHEETS, typed_sheets())
def test_nothing_that_was_typed_is_lost(opened: Sheet, stored: Sheet, typed: Typed) -> None:
    merged = meet(opened, stored, typed).merged.get("rows", {})
    for row, values in typed.sheet["rows"].items():
        if ("rows", row) in typed.removed:
            continue
        before = opened["rows"].get(row, {})
        changed = {name: value for name, value in values.items() if value != before.get(name)}
        assert not changed or any(changed.items() <= other.items() for other in merged.values())


@given(SHEETS, SHEETS, typed_sheets())
def test_saving_the_merged_form_again_goes_through(opened: Sheet, stored: Sheet, typed: Typed) -> None:
    first = meet(opened, stored, typed)
    again = meet(stored, stored, Typed(first.merged, frozenset(first.removed)))

    assert again.differences == []
    assert again.merged == first.merged


@given(SHEETS, SHEETS, typed_sheets())
def test_new_rows_are_told_from_stored_ones(opened: Sheet, stored: Sheet, typed: Typed) -> None:
    merged = meet(opened, stored, typed).merged.get("rows", {})

    assert {row for row in merged if not row.startswith(NEW)} == set(stored["rows"])
