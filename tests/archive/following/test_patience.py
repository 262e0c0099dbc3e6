"""How long a running archive is left in peace before it is asked once more."""

import pytest

from archive.following.patience import TRIES, wait_after


def test_each_time_twice_as_long_until_it_is_given_up() -> None:
    waits = [wait_after(tries) for tries in range(1, TRIES + 1)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, None]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("17", 17), ("0", 0), ("999999", 3600), ("Wed, 21 Oct 2026 07:28:00 GMT", 4), ("", 4), ("³", 4)],
    ids=["seconds", "at once", "very long", "a moment", "nothing", "no digit"],
)
def test_when_it_says_how_long_it_is_believed(told: str, seconds: float) -> None:
    assert wait_after(3, told) == seconds
