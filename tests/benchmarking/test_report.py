"""What the benchmarks' report says of figures: ratios, what was reached, and when nothing can be told."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.benchmarks.report import Comparison, Reach, Series, Target, Unit, as_json, judged, markdown, ratio

FIGURES = st.floats(min_value=0.001, max_value=1e6)


def compared(
    floor: tuple[float, ...], ours: tuple[float, ...], *targets: Target, unit: Unit = Unit.RATE
) -> Comparison:
    series = Series("floor", floor), Series("ours", ours, queries=1, bytes=2_000, p95_ms=3.5)
    return Comparison("pages", "a page", unit, "floor", series, targets)


def test_a_ratio_is_that_of_the_medians() -> None:
    comparison = compared((90, 100, 110), (40, 50, 1_000))

    assert ratio(comparison, "ours", "floor") == 0.5


@given(FIGURES, FIGURES)
def test_a_ratio_turned_round_is_its_inverse(one: float, other: float) -> None:
    comparison = compared((one,), (other,))

    product = ratio(comparison, "ours", "floor") * ratio(comparison, "floor", "ours")
    assert abs(product - 1) < 1e-9


@given(FIGURES, FIGURES, FIGURES)
def test_what_is_at_least_the_share_reaches_it_and_nothing_else(
    floor: float, ours: float, share: float
) -> None:
    assume(abs(ours / floor - share) > 1e-9)
    target = Target("ours", "fast", "floor", least=share)

    (judgement,) = judged(compared((floor,) * 3, (ours,) * 3, target))

    assert judgement.reach == (Reach.YES if ours / floor > share else Reach.NO)


def test_a_target_against_nobody_is_a_figure() -> None:
    target = Target("ours", "at most 5 ms", most=5)

    (judgement,) = judged(compared((1, 1, 1), (4, 4, 7), target, unit=Unit.MILLISECONDS))

    assert (judgement.figure, judgement.reach) == (4, Reach.YES)


def test_a_floor_that_varies_by_more_than_a_quarter_is_noise() -> None:
    target = Target("ours", "fast", "floor", least=0.1)

    (quiet,) = judged(compared((90, 100, 110), (50,), target))
    (noisy,) = judged(compared((80, 100, 110), (50,), target))

    assert (quiet.reach, noisy.reach) == (Reach.YES, Reach.NOISE)


def test_rounds_that_disagree_on_a_target_are_noise() -> None:
    target = Target("ours", "half of the floor", "floor", least=0.5)

    (judgement,) = judged(compared((100, 100, 100, 100), (45, 60, 70, 40), target))

    assert judgement.reach is Reach.NOISE


def test_one_round_of_many_that_disagrees_changes_nothing() -> None:
    target = Target("ours", "half of the floor", "floor", least=0.5)

    (judgement,) = judged(compared((100, 100, 100, 100, 100), (45, 60, 70, 65, 62), target))

    assert judgement.reach is Reach.YES


def test_a_floor_that_was_measured_too_seldom_tells_nothing() -> None:
    target = Target("ours", "fast", "floor", least=0.1)

    (judgement,) = judged(compared((100, 100), (50, 50), target))

    assert judgement.reach is Reach.NOISE


def test_what_nothing_else_on_the_machine_can_change_is_judged_at_once() -> None:
    target = Target("ours", "small", most=150)

    (judgement,) = judged(compared((100,), (50,), target, unit=Unit.MEGABYTES))

    assert judgement.reach is Reach.YES


def test_the_tables_name_what_was_measured_and_what_was_reached() -> None:
    target = Target("ours", "half of the floor", "floor", least=0.5)

    text = markdown("Pages", {"date": "today"}, [compared((100, 100, 104), (60, 61, 62), target)])

    assert text.startswith("## Pages\n\n- date: today\n")
    assert "| a page | floor | 100 requests/s | 100 – 104 | 1.00 |  |  |  |" in text
    assert "|  | ours | 61.0 requests/s | 60.0 – 62.0 | 0.61 | 1 | 2,000 | 3.50 |" in text
    assert "| a page: half of the floor | 0.61 × | yes |" in text


def test_the_json_holds_every_sample_and_what_was_reached() -> None:
    target = Target("ours", "half of the floor", "floor", least=0.5)

    told = as_json(compared((100, 100, 104), (60, 61, 62), target))

    assert told["series"][1]["samples"] == (60, 61, 62)
    assert told["targets"][0]["reach"] == "yes"
