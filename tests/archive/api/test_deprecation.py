"""What is going to end says since when, until when, and what to use instead."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from rest_framework.request import Request

from archive.api.deprecation import Deprecation
from archive.api.views import ReadView

ENDS = Deprecation(
    since=datetime(2027, 1, 1, tzinfo=UTC),
    sunset=datetime(2028, 1, 1, tzinfo=UTC),
    told_at="https://archive.example.org/about/changes/",
)


class New(ReadView):
    def get(self, request: Request) -> HttpResponseBase:
        return HttpResponse("old", headers={"Link": '</>; rel="up"'})


class Old(New):
    deprecation = ENDS


def test_an_answer_that_is_going_to_end_says_so() -> None:
    answer = Old.as_view()(RequestFactory().get("/"))

    assert answer["Deprecation"] == "@1798761600"
    assert answer["Sunset"] == "Sat, 01 Jan 2028 00:00:00 GMT"
    assert answer["Link"] == f'</>; rel="up", <{ENDS.told_at}>; rel="deprecation"; type="text/html"'


def test_so_does_its_refusal() -> None:
    answer = Old.as_view()(RequestFactory().get("/?by=x"))

    assert (answer.status_code, answer["Deprecation"]) == (400, "@1798761600")


def test_what_goes_on_says_nothing() -> None:
    answer = New.as_view()(RequestFactory().get("/"))

    assert not {"Deprecation", "Sunset"} & set(answer.headers)
