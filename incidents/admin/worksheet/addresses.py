"""The addresses of worksheets, below their incident."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from incidents.admin.asked import key_in
from incidents.admin.drafts import may_change
from incidents.admin.publishing import PublishingAdmin
from incidents.admin.widgets import ChosenByTyping
from incidents.admin.worksheet.page import WorksheetPage, worksheet_address
from incidents.jobs.capturing import look_up_quotes
from incidents.models import Citation, Incident, LeftOut
from incidents.worksheet.beside import sheets_beside
from incidents.worksheet.leaving import Sign
from incidents.worksheet.quoting import NotQuoted, quote_words
from sources.models import Capture, Source

#: How a form names what a mark is known by.
SIGN = ("kind", "words", "around")


class TextForm(forms.Form):
    pasted = forms.CharField(strip=True, error_messages={"required": "Paste the text first."})


class LeftOutForm(forms.ModelForm[LeftOut]):
    class Meta:
        model = LeftOut
        fields = ("kind", "words", "around", "reason")


def source_form(site: Any, data: Any = None) -> forms.Form:
    """Which source's worksheet to open, chosen by typing."""
    widget = ChosenByTyping(Citation._meta.get_field("source"), site)
    field = forms.ModelChoiceField(Source.objects.all(), widget=widget, label="Source")
    form: forms.Form = type("SourceForm", (forms.Form,), {"source": field})(data)
    return form


def worksheets(site: Any, incident: Incident) -> dict[str, Any]:
    """What the incident's page shows of its worksheets."""
    beside = sheets_beside(incident)
    listed = [(each, worksheet_address(incident, each.source)) for each in beside.first]
    address = reverse("admin:incidents_incident_worksheets", args=[incident.pk])
    return {"listed": listed, "is_more": beside.is_more, "address": address, "form": source_form(site)}


class WorksheetAdmin(PublishingAdmin):
    """An incident's page with the worksheets of its sources."""

    def get_urls(self) -> list[Any]:
        wrap, name = self.admin_site.admin_view, "incidents_incident_worksheet"
        here = "<path:object_id>/worksheet/"
        return [
            path(here, wrap(require_safe(self.choose_view)), name=f"{name}s"),
            path(f"{here}<str:source>/", wrap(self.worksheet_view), name=name),
            path(f"{here}<str:source>/text/", wrap(require_POST(self.text_view)), name=f"{name}_text"),
            path(
                f"{here}<str:source>/left-out/",
                wrap(require_POST(self.left_out_view)),
                name=f"{name}_left_out",
            ),
            path(f"{here}<str:source>/quoted/", wrap(require_POST(self.quoted_view)), name=f"{name}_quoted"),
            *super().get_urls(),
        ]

    def choose_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Lead to the worksheet of the source that the address names."""
        incident = self._workable(request, object_id)
        form = source_form(self.admin_site, request.GET)
        if form.is_valid():
            return HttpResponseRedirect(worksheet_address(incident, form.cleaned_data["source"]))
        self.message_user(request, "Choose the source whose text you want to read.", messages.WARNING)
        page = reverse("admin:incidents_incident_change", args=[incident.pk])
        return HttpResponseRedirect(f"{page}#worksheets")

    def worksheet_view(self, request: HttpRequest, object_id: str, source: str) -> Any:
        incident = self._workable(request, object_id)
        return WorksheetPage(self.admin_site, incident, _source(source)).changeform_view(request)

    def text_view(self, request: HttpRequest, object_id: str, source: str) -> HttpResponse:
        """Store a text that somebody pasted as a capture of the source."""
        incident, read = self._workable(request, object_id), _source(source)
        if not request.user.has_perm("sources.add_capture"):
            raise PermissionDenied
        form = TextForm(request.POST)
        if form.is_valid():
            text = form.cleaned_data["pasted"].replace("\r\n", "\n")
            by: Any = request.user
            Capture.objects.create(source=read, captured_at=timezone.now(), text=text, by=by)
            look_up_quotes(read, by=by)
            # A claim that was begun is kept in the browser until a success is told: this is none of its.
            self.message_user(request, "The text is kept as a stored copy.", messages.INFO)
        else:
            self.message_user(request, str(form.errors["pasted"][0]), messages.ERROR)
        return HttpResponseRedirect(worksheet_address(incident, read))

    def left_out_view(self, request: HttpRequest, object_id: str, source: str) -> HttpResponse:
        """Set something of the text aside, or take it back."""
        incident, read = self._workable(request, object_id), _source(source)
        back = key_in(request.POST.get("take_back", ""))
        form = LeftOutForm(request.POST, instance=LeftOut(incident=incident, source=read))
        if back is not None:
            LeftOut.objects.filter(pk=back, incident=incident, source=read).delete()
        elif form.is_valid():
            _leave_out(form, request)
        else:
            self.message_user(request, "Nothing was set aside: choose why it is left out.", messages.ERROR)
        return HttpResponseRedirect(f"{worksheet_address(incident, read)}#open")

    def quoted_view(self, request: HttpRequest, object_id: str, source: str) -> HttpResponse:
        """Give a claim that cites the text without a quote the words that say it."""
        incident, read = self._workable(request, object_id), _source(source)
        if not request.user.has_perm("incidents.change_claim"):
            raise PermissionDenied
        words: Sign = tuple(request.POST.get(name, "") for name in SIGN)  # type: ignore[assignment]
        claim, by = key_in(request.POST.get("claim", "")) or 0, request.user
        try:
            quote_words(incident, read, words, claim, by=by)  # type: ignore[arg-type]
        except NotQuoted as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, f"Claim {claim} quotes these words now.", messages.INFO)
        return HttpResponseRedirect(f"{worksheet_address(incident, read)}#open")

    def _workable(self, request: HttpRequest, object_id: str) -> Incident:
        incident = self._visible(request, object_id)
        if not (request.user.has_perm("incidents.add_claim") and may_change(request, incident)):
            raise PermissionDenied
        return incident


def _leave_out(form: LeftOutForm, request: HttpRequest) -> None:
    """Once, however often it is sent: a later word replaces an earlier one."""
    row = form.save(commit=False)
    same = {name: getattr(row, name) for name in ("incident", "source", "kind", "words", "around")}
    LeftOut.objects.filter(**same).delete()
    row.by = request.user  # type: ignore[assignment]
    row.save()


def _source(text: str) -> Source:
    key = key_in(text)
    source = None if key is None else Source.objects.select_related("publication").filter(pk=key).first()
    if source is None:
        raise Http404("The desk has no such source.")
    return source
