"""The database itself refuses a bad row, whoever writes it, and says which rule it breaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from archive.record import LARGEST_COUNT
from archive.vocabulary import Property
from incidents.models import Claim, SignIn
from incidents.shapes import EMPTY, LINKED, SHAPES
from tests.incidents import rows
from tests.incidents.rows import BACKWARDS, FILLED, VALUES, claim, counted, furnish, insert

pytestmark = pytest.mark.django_db

Bad = tuple[str, models.Model]


def bad_counts() -> Iterator[Bad]:
    yield "claim_exact_numbers", counted()
    yield "claim_exact_numbers", claim(low=3)
    yield "claim_about_numbers", counted(qualifier="about")
    yield "claim_at_least_numbers", counted(qualifier="at_least")
    yield "claim_at_least_numbers", counted(qualifier="at_least", low=1, high=2)
    yield "claim_more_than_numbers", counted(qualifier="more_than")
    yield "claim_at_most_numbers", counted(qualifier="at_most")
    yield "claim_fewer_than_numbers", counted(qualifier="fewer_than")
    yield "claim_range_numbers", counted(qualifier="range", low=1)
    yield "claim_range_numbers", counted(qualifier="range", high=1)
    yield "claim_range_numbers", counted(qualifier="range", low=2, high=1)
    yield "claim_range_or_more_numbers", counted(qualifier="range_or_more", low=1)
    yield "claim_range_or_more_numbers", counted(qualifier="range_or_more", low=2, high=1)
    yield "claim_vague_numbers", claim(qualifier="vague")
    yield "claim_estimate_numbers", counted(qualifier="estimate")
    yield "claim_low_in_range", counted(qualifier="at_least", low=LARGEST_COUNT + 1)
    yield "claim_best_in_range", claim(best=LARGEST_COUNT + 1)
    yield "claim_high_in_range", counted(qualifier="at_most", high=LARGEST_COUNT + 1)


def bad_words() -> Iterator[Bad]:
    yield "claim_about_known", claim(about="nothing")
    yield "claim_property_known", claim(property="weather")
    yield "claim_rank_known", claim(rank="best")
    yield "claim_claimant_kind_known", claim(claimant_kind="ghost")
    yield "claim_qualifier_known", claim(qualifier="roughly")
    yield "claim_population_known", claim(population="tourists")
    yield "claim_attribution_known", claim(Property.RESPONSIBILITY, attribution="rumoured")
    yield "claim_target_known", claim(Property.TARGET, target="clouds")
    yield "claim_weapon_known", claim(Property.WEAPON, weapon="words")
    yield "claim_attack_type_known", claim(Property.ATTACK_TYPE, attack_type="shouting")
    yield "claim_section_known", claim(Property.STATEMENT, section="appendix")
    yield "signin_kind_known", SignIn(kind="flew in")
    yield "claim_group_known", claim(Property.STATEMENT, section="reactions", group="galactic")


def bad_values() -> Iterator[Bad]:
    yield "claim_number_positive", claim(number=0)
    yield "claim_attack_with_about", claim(about="attack")
    yield "claim_attack_with_about", claim(about="incident", attack_id=1)
    yield "claim_superseded_by_another", claim(pk=9, superseded_by_id=9)
    yield "claim_actor_unless_nobody", claim(Property.RESPONSIBILITY, actor_id=None)
    yield "claim_actor_unless_nobody", claim(Property.RESPONSIBILITY, attribution="none_named")
    yield "claim_name_of_one_thing", claim(Property.NAME, actor_id=1, place_id=1)
    yield "claim_reaction_group", claim(Property.STATEMENT, section="reactions")
    yield "claim_reaction_group", claim(Property.STATEMENT, group="domestic")
    yield "claim_clock_or_distance", claim(Property.TIME, clock="")
    yield "claim_clock_or_distance", claim(Property.TIME, minutes=5, after_attack_id=1)
    yield "claim_clock_or_distance", claim(Property.TIME, clock="", minutes=5)
    yield "claim_clock_or_distance", claim(Property.TIME, clock="", after_attack_id=1)
    yield "claim_minutes_in_range", claim(Property.TIME, clock="", minutes=10_081, after_attack_id=1)
    early, late = BACKWARDS
    yield "claim_claimed_on_in_order", claim(claimed_on="2024", claimed_earliest=early, claimed_latest=late)
    yield "claim_claimed_on_in_order", claim(claimed_earliest=early)
    yield "claim_date_in_order", claim(Property.DATE, date_earliest=early, date_latest=late)


def bad_columns() -> Iterator[Bad]:
    yield "claim_count_columns", claim(population="")
    yield "claim_responsibility_columns", claim(Property.RESPONSIBILITY, attribution="")
    yield "claim_name_columns", claim(Property.NAME, text="")
    yield "claim_part_of_columns", claim(Property.PART_OF, conflict_id=None)
    yield "claim_date_columns", claim(Property.DATE, date="")
    yield "claim_time_columns", claim(Property.TIME, text="noon")
    yield "claim_place_columns", claim(Property.PLACE, place_id=None)
    yield "claim_target_columns", claim(Property.TARGET, target="")
    yield "claim_weapon_columns", claim(Property.WEAPON, weapon="")
    yield "claim_attack_type_columns", claim(Property.ATTACK_TYPE, attack_type="")
    yield "claim_motive_columns", claim(Property.MOTIVE, text="")
    yield "claim_image_columns", claim(Property.IMAGE, rights="")
    yield "claim_see_also_columns", claim(Property.SEE_ALSO, text="")
    yield "claim_statement_columns", claim(Property.STATEMENT, text="")


def bad_incidents() -> Iterator[Bad]:
    early, late = BACKWARDS
    yield "incident_key_filled", rows.incident(key="")
    yield "incident_title_filled", rows.incident(title="")
    yield "incident_state_known", rows.incident(state="lost")
    yield "incident_date_in_order", rows.incident(date="2024", date_earliest=early, date_latest=late)
    yield "incident_counters_positive", rows.incident(next_claim_number=0)
    yield "attack_number_positive", rows.attack(number=0)
    yield "attack_label_filled", rows.attack(label="")
    yield "attack_date_in_order", rows.attack(date="2024", date_earliest=early, date_latest=late)
    yield "attack_type_known", rows.attack(type="shouting")
    yield "attack_target_known", rows.attack(target="clouds")
    yield "attack_weapon_known", rows.attack(weapon="words")
    yield "citation_stance_known", rows.citation(stance="doubts")
    yield "citation_quote_state_known", rows.citation(quote_state="doubtful", quote_checked_on=BACKWARDS[0])
    yield "citation_quote_checked_on_a_day", rows.citation(quote_state="gone")
    yield "citation_quote_checked_on_a_day", rows.citation(quote_checked_on=BACKWARDS[0])
    yield "conflict_key_filled", rows.conflict(key="")
    yield "conflict_name_filled", rows.conflict(name="")
    yield "reviewstep_step_known", rows.review_step(step="dance")
    yield "reviewstep_back_with_reason", rows.review_step(step="send_back")
    yield "reviewstep_approval_of_a_state", rows.review_step(step="approve")
    yield "reviewstep_approval_of_a_state", rows.review_step(sha256="0" * 64)
    yield "snapshot_subject_known", rows.snapshot(subject="moons")
    yield "snapshot_key_filled", rows.snapshot(key="")
    yield "snapshot_what_filled", rows.snapshot(what="")
    yield "concern_count_positive", rows.concern(count=0)
    yield "concern_message_filled", rows.concern(message="")
    yield "forerunner_key_filled", rows.forerunner(key="")
    yield "formerkey_subject_known", rows.former_key(subject="moons")
    yield "formerkey_key_filled", rows.former_key(key="")
    yield "formerkey_now_filled", rows.former_key(now="")
    yield "formerkey_leads_on", rows.former_key(now="old-group")
    yield "headlinedecision_verdict_known", rows.headline_decision(verdict="perhaps")
    yield "headlinedecision_source_filled", rows.headline_decision(source="")
    yield "headlinedecision_reading_filled", rows.headline_decision(reading="")
    yield "putby_incident_filled", rows.put_by(incident="")
    yield "merge_subject_known", rows.merge(subject="moons")
    yield "merge_key_filled", rows.merge(key="")
    yield "merge_into_filled", rows.merge(into="")
    yield "merge_of_two", rows.merge(into="old-group")


def bad_jobs() -> Iterator[Bad]:
    yield "job_subject_known", rows.job(subject="incidents")
    yield "job_state_known", rows.job(state="lost")
    yield "job_key_filled", rows.job(key="")
    yield "job_failed_with_reason", rows.job(state="failed")
    yield "job_failed_with_reason", rows.job(error="It broke.")
    yield "leftalone_incident_filled", rows.left_alone(incident="")
    yield "leftalone_reason_filled", rows.left_alone(reason="")
    yield "leftout_kind_known", rows.left_out(kind="ghost")
    yield "leftout_reason_known", rows.left_out(reason="whim")
    yield "leftout_words_filled", rows.left_out(words="")
    yield "runningworker_key_filled", rows.running_worker(key="")


def bad_actors_and_places() -> Iterator[Bad]:
    spot = {"latitude": 1.0, "longitude": 1.0, "precision": "exact"}
    yield "actor_key_filled", rows.actor(key="")
    yield "actor_name_filled", rows.actor(name="")
    yield "actor_kind_known", rows.actor(kind="ghost")
    yield "actor_part_as_known", rows.actor(part_of_id=1, part_as="friend")
    yield "actor_says_what_part", rows.actor(part_of_id=1)
    yield "actor_says_what_part", rows.actor(part_as="branch")
    yield "actoralias_text_filled", rows.alias(text="")
    yield "actoralias_kind_known", rows.alias(kind="pet")
    yield "place_key_filled", rows.place(key="")
    yield "place_name_filled", rows.place(name="")
    yield "place_kind_known", rows.place(kind="planet")
    yield "place_precision_known", rows.place(**spot | {"precision": "vague"})
    yield "place_coordinates_whole", rows.place(**spot | {"longitude": None})
    yield "place_coordinates_whole", rows.place(**spot | {"precision": ""})
    yield "place_coordinates_on_earth", rows.place(**spot | {"latitude": 90.5})
    yield "place_coordinates_on_earth", rows.place(**spot | {"longitude": -180.5})
    yield "placename_text_filled", rows.place_name(text="")
    yield "placename_kind_known", rows.place_name(kind="pet")


def bad_sources() -> Iterator[Bad]:
    early, late = BACKWARDS
    dated = {"published": "2024", "published_earliest": early, "published_latest": late}
    yield "publication_key_filled", rows.publication(key="")
    yield "publication_name_filled", rows.publication(name="")
    yield "publication_kind_known", rows.publication(kind="rumour")
    yield "source_key_filled", rows.source(key="")
    yield "source_kind_known", rows.source(kind="rumour")
    yield "source_can_be_named", rows.source(title="")
    yield "source_published_in_order", rows.source(**dated)
    yield "author_name_filled", rows.author(name="")
    yield "relation_how_known", rows.relation(how="steals")
    yield "relation_names_one", rows.relation(other_id=1)
    yield "relation_names_one", rows.relation(publication_id=None)
    yield "bibliographyentry_format_filled", rows.bibliography_entry(format="")
    yield "capture_sha256_filled", rows.capture(sha256="")
    yield "capture_how_known", rows.capture(how="stolen")
    yield "capture_fetched_whole", rows.capture(how="fetched")
    yield "capturerequest_state_known", rows.capture_request(state="lost")
    yield "capturerequest_failed_with_reason", rows.capture_request(state="failed")
    yield "capturerequest_failed_with_reason", rows.capture_request(state="done", error="It broke.")
    yield "waybacksave_state_known", rows.wayback_save(state="lost")
    yield "waybacksave_failed_with_reason", rows.wayback_save(state="failed")


def bad_imports() -> Iterator[Bad]:
    yield "import_state_known", rows.run(state="lost")
    yield "datasetrow_external_id_filled", rows.dataset_row(external_id="")
    yield "datasetrow_standing_known", rows.dataset_row(standing="lost")
    yield "datasetrow_joined_to_nothing", rows.dataset_row(standing="offered", incident_id=1)
    yield "datasetrow_of_one_incident", rows.dataset_row(incident_id=1, deleted_incident="event-2")
    yield "refusedrow_reason_filled", rows.refused_row(reason="")
    yield "upload_state_known", rows.upload(state="lost", run_id=1)
    yield "upload_stored_filled", rows.upload(stored="")
    yield "upload_imported_with_run", rows.upload(run_id=1)
    yield "upload_imported_with_run", rows.upload(state="waiting")


BAD_ROWS = [
    *bad_counts(),
    *bad_words(),
    *bad_values(),
    *bad_columns(),
    *bad_incidents(),
    *bad_jobs(),
    *bad_actors_and_places(),
    *bad_sources(),
    *bad_imports(),
]


def named_checks() -> set[str]:
    return {
        constraint.name
        for label in ("incidents", "sources")
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    }


def test_every_named_check_has_a_bad_row() -> None:
    assert {name for name, _ in BAD_ROWS} == named_checks()


@pytest.mark.parametrize(
    ("name", "row"), BAD_ROWS, ids=[f"{n}-{name}" for n, (name, _) in enumerate(BAD_ROWS)]
)
def test_a_bad_row_breaks_the_named_rule(name: str, row: models.Model) -> None:
    furnish()

    with pytest.raises(IntegrityError, match=rf"\b{name}\b"), transaction.atomic():
        insert(row)


@pytest.mark.parametrize("kind", Property, ids=str)
def test_a_valid_claim_of_each_property_is_stored(kind: Property) -> None:
    furnish()
    insert(claim(kind))

    assert Claim.objects.filter(property=kind, number=2).exists()


def misfits(kind: Property) -> Iterator[tuple[str, object]]:
    """Each column that the property needs left empty, and each that it forbids filled."""
    for column in sorted(SHAPES[kind].required):
        yield _attribute(column), EMPTY[column]
    for column in SHAPES[kind].forbidden:
        yield _attribute(column), FILLED[_attribute(column)]


def _attribute(column: str) -> str:
    return f"{column}_id" if column in LINKED else column


def _is_stored(row: models.Model) -> bool:
    try:
        with transaction.atomic():
            insert(row)
    except IntegrityError:
        return False
    return True


@pytest.mark.parametrize("kind", Property, ids=str)
def test_a_claim_holds_what_its_property_needs_and_nothing_else(kind: Property) -> None:
    furnish()
    stored = [column for column, value in misfits(kind) if _is_stored(claim(kind, **{column: value}))]

    assert stored == []


@pytest.mark.parametrize(
    "row",
    [
        claim(number=1),
        rows.attack(number=1),
        rows.incident(key="event-1"),
        rows.actor(key="group"),
        rows.place(key="town"),
        rows.conflict(key="war"),
        rows.source(key="text"),
        rows.publication(key="paper"),
    ],
    ids=lambda row: type(row).__name__,
)
def test_a_number_or_key_is_used_once(row: models.Model) -> None:
    furnish()

    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        insert(row)


def test_every_property_has_an_example() -> None:
    assert set(VALUES) == set(Property) == set(SHAPES)


@pytest.mark.parametrize("constraint", Claim._meta.constraints, ids=lambda constraint: constraint.name)
def test_every_rule_of_a_claim_says_in_plain_words_what_to_do(constraint: models.CheckConstraint) -> None:
    message = str(constraint.violation_error_message)

    assert message.endswith(".")
    assert "Constraint" not in message
