"""Many rows stored at once are the same rows as those stored one by one."""

from __future__ import annotations

import pytest
from django.db import DataError, IntegrityError, connection, models, transaction

from archive.bulk import Lines, analyse_new_tables, insert, insert_lines
from incidents.models import Actor, Dataset, DatasetRow, Incident, Place
from sources.models import Publication
from tests.incidents import rows

pytestmark = pytest.mark.django_db

#: What ends a column, a row or the data in the text form of COPY.
AWKWARD = ["\\N", "\\.", "a\tb", "a\\b", "\\", "“Łódź”", "\U0001f54a", "'; --"]


def stored(row: models.Model) -> dict[str, object]:
    """Every column of the row as the database has it."""
    found: dict[str, object] = type(row)._default_manager.filter(pk=row.pk).values().get()
    return found


def test_rows_get_their_database_keys_and_those_that_follow_get_others() -> None:
    publications = [rows.publication(key=f"paper-{number}") for number in range(3)]

    insert(publications)
    later = rows.publication(key="later")
    later.save()

    assert len({row.pk for row in [*publications, later]}) == 4
    assert [stored(row)["key"] for row in publications] == ["paper-0", "paper-1", "paper-2"]


@pytest.mark.parametrize("name", AWKWARD)
def test_any_words_are_stored_as_they_are(name: str) -> None:
    row = rows.actor(name=name)

    insert([row])

    assert stored(row)["name"] == name


def test_every_column_is_what_a_save_would_have_stored() -> None:
    rows.furnish()
    one, other = (rows.dataset_row(external_id=id, claims={"killed": 3}, flags=["odd"]) for id in "ab")
    rows_of_dataset(one, other)
    spots = {"latitude": 48.123456789, "longitude": -14.25, "precision": "exact", "parent_id": 1}
    pairs: list[tuple[models.Model, models.Model]] = [
        (one, other),
        (rows.place(key="one", **spots), rows.place(key="two", **spots)),
        (rows.incident(key="one", date="2014-03~"), rows.incident(key="two", date="2014-03~")),
        (rows.source(key="one", published="2014"), rows.source(key="two", published="2014")),
        (rows.claim(number=5), rows.claim(number=6)),
    ]
    for copied, saved in pairs:
        insert([copied])
        saved.save()
        differ = {name for name, value in stored(copied).items() if value != stored(saved)[name]}
        assert differ <= {"id", "key", "number", "external_id", "words"}


def test_plain_values_are_stored_as_a_row_of_models_would_be() -> None:
    rows.furnish()
    one = rows.dataset_row(external_id="a", claims={"killed": 3}, flags=["odd"])
    rows_of_dataset(one)
    fields = [field for field in DatasetRow._meta.concrete_fields if not field.generated]
    columns = tuple(field.attname for field in fields if not field.primary_key)
    plain = tuple("b" if name == "external_id" else getattr(one, name) for name in columns)

    insert([one])
    insert_lines(DatasetRow, Lines(columns, [plain]))

    first, second = map(stored, DatasetRow.objects.order_by("external_id"))
    assert {name for name in first if first[name] != second[name]} == {"id", "external_id"}


def test_no_lines_are_no_work() -> None:
    insert_lines(Publication, Lines(("key",), []))
    assert not Publication.objects.exists()


def test_lines_that_a_check_forbids_are_an_error_of_the_database() -> None:
    columns = ("key", "name", "kind", "precision", "latitude", "longitude")
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_lines(Place, Lines(columns, [("nowhere", "Nowhere", "settlement", "exact", 91.0, 0.0)]))

    assert not Place.objects.exists()


def rows_of_dataset(*given: models.Model) -> None:
    """Something for dataset rows to belong to."""
    dataset = Dataset.objects.create(publication_id=1, redistributable=True)
    run = rows.run(dataset=dataset)
    run.save()
    for row in given:
        row.dataset, row.seen = dataset, run  # type: ignore[attr-defined]


def test_a_stored_row_is_saved_again_as_the_same() -> None:
    row = rows.actor()
    insert([row])

    row.name = "Called otherwise"
    row.save()

    assert Actor.objects.get().name == "Called otherwise"


def test_no_rows_are_no_work() -> None:
    insert([])
    assert not Publication.objects.exists()


def test_a_row_that_is_there_already_is_an_error_of_the_database_and_nothing_is_stored() -> None:
    rows.incident(key="one").save()

    with pytest.raises(IntegrityError), transaction.atomic():
        insert([rows.incident(key="two"), rows.incident(key="one")])

    assert Incident.objects.count() == 1


def test_a_row_that_a_check_forbids_is_an_error_of_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert([rows.place(latitude=91.0, longitude=0.0, precision="exact")])

    assert not Place.objects.exists()


def test_a_number_that_no_column_holds_is_an_error_of_the_database() -> None:
    rows.furnish()
    with pytest.raises((DataError, OverflowError, IntegrityError)), transaction.atomic():
        insert([rows.claim(best=2**70)])


def test_a_table_that_was_never_looked_at_is_planned_for_as_it_is() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite plans without looking")
    Publication.objects.create(key="paper", name="A paper", kind="newspaper")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pg_class SET reltuples = -1 WHERE relname = 'sources_publication'")

        analyse_new_tables()

        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'sources_publication'")
        assert cursor.fetchone()[0] == 1
