"""The incidents of a list stand on a map, as exactly as their records tell."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.vocabulary import PlaceKind, Precision
from tests.archive.mapped import PESHAWAR_TOWN, QUETTA_DISTRICT, QUETTA_TOWN, happened, placed, sample
from tests.archive.pages.markup import Element, Page
from tests.archive.published import publish

MAP = "/incidents/map/"


@pytest.fixture
def mapped(db: None) -> None:
    publish(*sample())


def page(client: Client, query: str = "", status: int = 200) -> Page:
    answer = client.get(f"{MAP}{query}")
    assert answer.status_code == status
    return Page(answer.content.decode())


def with_class(found: Page | Element, name: str) -> list[Element]:
    return [each for each in found.all() if name in each.attributes.get("class", "").split()]


def circles(found: Page) -> dict[str, str]:
    """Of each circle of the picture what it says, and where it leads."""
    (picture,) = with_class(found, "map__picture")
    links = [each.attributes for each in picture.all() if each.tag == "a"]
    return {each["aria-label"]: each["href"] for each in links}


def rows(found: Page) -> list[list[str]]:
    bodies = [each for each in found.all() if each.tag == "tbody"]
    return [[cell.text for cell in row.children] for body in bodies for row in body.children]


def hrefs(found: Page) -> list[str]:
    return [each.attributes["href"] for each in found.all() if each.tag == "a" and "href" in each.attributes]


# The picture


@pytest.mark.usefixtures("mapped")
def test_without_script_the_map_is_a_picture_whose_circles_are_links(client: Client) -> None:
    found = circles(page(client))

    assert sorted(found) == [
        "1 incident in Peshawar: at or near a spot",
        "1 incident in Quetta-District: somewhere in a district",
        "2 incidents in several places: at or near a spot",
    ]
    for said, href in found.items():
        listed = client.get(href).content.decode()
        assert said.split(" in ")[0] in Page(listed).text


@pytest.mark.usefixtures("mapped")
def test_land_is_drawn_below_the_circles(client: Client) -> None:
    (land,) = with_class(page(client), "map__land")

    assert land.attributes["d"].startswith("M")


@pytest.mark.django_db
def test_a_circle_of_very_many_leads_nearer_and_not_to_a_list(client: Client) -> None:
    east = placed("east", (30.183, 67.05))
    publish(*(happened(f"e{n}", east if n % 2 else QUETTA_TOWN) for n in range(10)))
    publish(happened("far", PESHAWAR_TOWN), happened("farther", placed("far", (-30, -60))))

    (href,) = [href for said, href in circles(page(client)).items() if said.startswith("10 ")]

    assert href.startswith("/incidents/map/?bbox=")
    assert len(circles(Page(client.get(href).content.decode()))) > 1


@pytest.mark.django_db
def test_a_district_is_drawn_as_an_area_and_from_nearby_with_a_ring_around_it(client: Client) -> None:
    publish(happened("one", QUETTA_DISTRICT))
    found = page(client, "?bbox=66,29,68,31")

    assert with_class(found, "circle--district")
    assert len(with_class(found, "map__reach")) == 1
    (picture,) = with_class(found, "map__picture")
    assert not with_class(picture, "circle--spot")


@pytest.mark.django_db
def test_a_spot_has_no_ring(client: Client) -> None:
    publish(happened("one", QUETTA_TOWN))

    assert not with_class(page(client, "?bbox=66.9,30,67.1,30.2"), "map__reach")


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?bbox=0,0,0,0", "?bbox=-180,-90,180,90", "?bbox=179,89,180,90"])
def test_any_part_of_the_world_is_drawn_whether_anything_happened_there_or_not(
    client: Client, query: str
) -> None:
    assert circles(page(client, query)) == {}


@pytest.mark.django_db
def test_the_ends_of_the_world_are_drawn(client: Client) -> None:
    ends = [(90, 180), (-90, -180), (90, -180), (0, 0)]
    publish(happened("one", *(placed(f"p{n}", at) for n, at in enumerate(ends))))

    assert len(circles(page(client))) == 4


# What stands beside it


@pytest.mark.usefixtures("mapped")
def test_the_same_stands_in_a_table_by_place(client: Client) -> None:
    assert rows(page(client)) == [
        ["Quetta", "at or near a spot", "2"],
        ["Mastung", "at or near a spot", "1"],
        ["Peshawar", "at or near a spot", "1"],
        ["Quetta-District", "somewhere in a district", "1"],
    ]


@pytest.mark.usefixtures("mapped")
def test_what_has_no_coordinates_is_counted_and_listed(client: Client) -> None:
    found = page(client, "?date_from=2024-01-02")

    assert "3 incidents on the map" in found.text
    assert "1 incident is not on it" in found.text
    (href,) = [href for href in hrefs(found) if "located=nowhere" in href]
    assert "Event five" in client.get(href).content.decode()


@pytest.mark.usefixtures("mapped")
def test_borders_are_said_to_be_no_position_of_the_archive(client: Client) -> None:
    assert "the archive takes no position" in page(client).text


# The same question on the list and on the map


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize(
    "query",
    [
        "place=quetta",
        "q=event&date_from=2024-01-02",
        "bbox=60,25,70,32&located=spot",
        "killed_max=3&rule=span",
    ],
)
def test_list_and_map_lead_to_each_other_and_keep_what_was_asked(client: Client, query: str) -> None:
    listed = Page(client.get(f"/incidents/?{query}").content.decode())
    (there,) = [href for href in hrefs(listed) if href.startswith(MAP)]
    found = Page(client.get(there).content.decode())

    assert there == f"{MAP}?{query.replace(',', '%2C')}"
    assert hrefs(found).count(f"/incidents/?{query.replace(',', '%2C')}") == 2


@pytest.mark.usefixtures("mapped")
def test_the_form_and_the_facets_of_the_map_stay_on_the_map(client: Client) -> None:
    found = page(client, "?bbox=60,25,70,32")
    (form,) = [each for each in found.all() if each.tag == "form"]
    held = {each.attributes.get("name"): each.attributes.get("value") for each in form.all()}

    assert form.attributes["action"] == MAP
    assert held["bbox"] == "60,25,70,32"
    assert "Within: 25.0° to 32.0° north, 60.0° to 70.0° east" in found.text


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize("query", ["?bbox=1", "?place=moon", "?nothing=1", "?date_from=x", "?bbox=%00"])
def test_what_is_not_understood_is_refused_and_nothing_is_drawn(client: Client, query: str) -> None:
    found = page(client, query, status=400)

    assert not with_class(found, "map__picture")
    assert "is not understood" in found.text


@pytest.mark.usefixtures("mapped")
def test_where_in_the_list_a_reader_was_does_not_matter(client: Client) -> None:
    assert len(circles(page(client, "?after=2024-01-02/two&by=year&q="))) == 3


@pytest.mark.django_db
def test_names_are_written_out_and_never_run(client: Client) -> None:
    publish(happened("one", placed("bad", (1, 1), name="<script>alert(1)</script>")))

    for address in (MAP, "/incidents/map/here/"):
        assert b"<script>alert" not in client.get(address).content


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("precision", "kind", "said"),
    [
        (Precision.PROVINCE, PlaceKind.PROVINCE, "somewhere in a province"),
        (Precision.COUNTRY, PlaceKind.COUNTRY, "somewhere in a country"),
    ],
)
def test_larger_areas_are_said_to_be_so(
    client: Client, precision: Precision, kind: PlaceKind, said: str
) -> None:
    publish(happened("one", placed("land", (30, 69), precision, kind=kind)))

    assert list(circles(page(client))) == [f"1 incident in Land: {said}"]
