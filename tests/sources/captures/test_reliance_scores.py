"""How well it is read whom a report rests on: a little less than was measured.

`python -m tests.reliance_scored` prints the whole table. The rules read English alone.
"""

from __future__ import annotations

from tests.reliance_scored import examples, report, score


def test_on_the_texts_that_the_rules_were_tuned_on() -> None:
    result = score("tuned")
    assert result.precision() >= 0.99
    assert result.recall() >= 0.99


def test_on_the_texts_that_were_held_out() -> None:
    result = score("held_out")
    assert result.precision() >= 0.95
    assert result.recall() >= 0.45
    assert result.recall("whom") >= 0.45


def test_a_third_of_the_texts_is_held_out_and_no_text_is_in_both_parts() -> None:
    tuned, held = ([example.text for example in examples(part)] for part in ("tuned", "held_out"))
    assert len(tuned) + len(held) >= 60
    assert len(held) * 3 >= len(tuned) + len(held)
    assert len({*tuned, *held}) == len(tuned) + len(held)


def test_the_table_has_a_line_for_each_way_and_for_all() -> None:
    lines = "\n".join(report(score("held_out")))
    assert "syndicates " in lines
    assert "whom " in lines
