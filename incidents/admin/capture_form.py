"""The form in which a stored copy is typed, pasted or uploaded."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from sources.captures.apart import text_read_apart
from sources.captures.keeping import kept_file, sha256
from sources.captures.policy import Refused
from sources.captures.policy.files import file_in
from sources.models import Capture, Means

#: Bytes of a file.
LARGEST = 50_000_000
#: So many seconds somebody waits for their file to be read; on SQLite, all other writers wait as long.
SECONDS = 10
#: How far another clock may be ahead of this one.
AHEAD = timedelta(minutes=5)


class CaptureForm(forms.ModelForm[Capture]):
    """The text, or a file in which it is read, or both: what is typed is then what people read."""

    file = forms.FileField(
        required=False,
        max_length=1000,
        help_text="A PDF, an image, a page that you saved, or a text. Of an image, type what it says.",
    )

    class Meta:
        model = Capture
        fields = ("source", "captured_at", "text", "media_type", "archive_url")
        help_texts = {
            "captured_at": "When the copy was taken, in UTC.",
            "media_type": "Of a file it is found out.",
        }

    def clean_captured_at(self) -> datetime:
        """A copy of tomorrow would be the newest for ever."""
        moment: datetime = self.cleaned_data["captured_at"]
        if moment > timezone.now() + AHEAD:
            raise ValidationError("This moment is still to come: give when the copy was taken, in UTC.")
        return moment

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        file = given.get("file")
        if file:
            self._take(file.name, self._content(file), given)
        elif not self.errors and not given.get("text", "").strip():
            self.add_error("text", "Type or paste the text, or choose a file.")
        return given

    def _content(self, file: Any) -> bytes:
        if file.size > LARGEST:
            raise ValidationError({"file": f"The file has more than {LARGEST // 1_000_000} MB: give a part."})
        return bytes(file.read())

    def _take(self, name: str, content: bytes, given: dict[str, Any]) -> None:
        """Let the copy be that of the file."""
        try:
            media, body = file_in(content)
            given["text"] = given.get("text") or text_read_apart(media.type, media.charset, body, SECONDS)
        except Refused as refused:
            self.add_error("file", str(refused))
            return
        given["media_type"] = media.type
        self.content, self.name = content, name

    def save(self, commit: bool = True) -> Capture:
        if self.cleaned_data.get("file"):
            moment: datetime = self.cleaned_data["captured_at"]
            self.instance.how = Means.UPLOADED
            self.instance.response_sha256 = sha256(self.content)
            self.instance.stored = kept_file(self.name, self.instance.media_type, self.content, moment)
        return super().save(commit)
