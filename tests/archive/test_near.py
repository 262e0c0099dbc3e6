"""The database finds what is near a point, by the way over the surface of the earth."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from archive.maps import Middle, Vicinity, kilometres_between
from archive.models import IncidentEntry, IncidentSpot
from tests.archive.mapped import QUETTA_TOWN, happened, placed
from tests.archive.published import publish

pytestmark = pytest.mark.django_db

#: So near to its edge it is not asked whether a point is within: points are stored in whole units.
BLURRED_KM = 0.01
AT = [
    Middle(latitude, longitude)
    for latitude in (-80, -45, -0.3, 0, 30, 30.3, 60, 84)
    for longitude in (-179.9, -67, 0, 66.7, 67, 120, 179.9)
]


def found(middle: Middle, kilometres: float) -> set[str]:
    spots = IncidentSpot.objects.located(vicinity=Vicinity(middle, kilometres))
    return set(spots.values_list("key", flat=True))


@pytest.fixture
def grid() -> None:
    publish(happened("one", *(placed(f"p{number}", at) for number, at in enumerate(AT))))


@pytest.mark.usefixtures("grid")
@given(
    middle=st.builds(Middle, st.floats(-84, 84), st.floats(-180, 180)) | st.sampled_from(AT),
    kilometres=st.floats(0.1, 20_000) | st.floats(20, 100),
)
@example(Middle(30.15, 66.85), 23)
@example(Middle(30.15, 66.85), 21)
@example(Middle(60, -179.95), 20)
@example(Middle(84, 0), 2_000)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_is_what_lies_so_near(middle: Middle, kilometres: float) -> None:
    away = {f"p{number}": kilometres_between(middle, at) for number, at in enumerate(AT)}
    assume(all(abs(one - kilometres) > BLURRED_KM for one in away.values()))

    assert found(middle, kilometres) == {key for key, one in away.items() if one <= kilometres}


def test_the_corner_of_a_box_around_a_circle_is_not_in_it() -> None:
    publish(happened("one", placed("corner", (30.4, 67.4)), placed("side", (30, 67.4))))

    assert found(Middle(30, 67), 50) == {"side"}


def test_the_point_itself_is_found_however_small_the_circle() -> None:
    publish(happened("one", QUETTA_TOWN))

    assert found(Middle(30.183, 67.0), 0.001) == {"quetta"}


def test_an_incident_has_one_spot_that_is_near_and_so_located() -> None:
    publish(happened("one", QUETTA_TOWN, placed("far", (-30, 20))))
    vicinity = Vicinity(Middle(-30, 20), 1)

    assert IncidentEntry.objects.located("spot", vicinity=vicinity).count() == 1
    assert IncidentEntry.objects.located("district", vicinity=vicinity).count() == 0
    assert IncidentEntry.objects.located("nowhere", vicinity=vicinity).count() == 0
