"""Files on their way in: streamed into the private folder, and no further than they may be large."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

MEGABYTE = 1_000_000


def folder() -> Path:
    """The private folder of imports, which nobody else on the machine may read."""
    path = Path(settings.IMPORTS_DIR)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


class Received(TemporaryUploadedFile):
    """A file beside where it will be kept, so that keeping it copies nothing; it is deleted unless kept."""

    def __init__(self, name: str, content_type: str, charset: str, extra: Any) -> None:
        file = tempfile.NamedTemporaryFile(suffix=".upload", dir=folder())  # noqa: SIM115  it is closed by its reader
        UploadedFile.__init__(self, file, name, content_type, 0, charset, extra)


class BoundedHandler(TemporaryFileUploadHandler):
    """Stops storing a file that grows too large; `too_large` tells the page that it did."""

    def new_file(self, *args: Any, **options: Any) -> None:
        super(TemporaryFileUploadHandler, self).new_file(*args, **options)
        self.file = Received(
            self.file_name or "", self.content_type or "", self.charset or "", self.content_type_extra
        )
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if self.received > settings.IMPORT_MAX_MB * MEGABYTE:
            self.file.close()
            self.request.too_large = True  # type: ignore[union-attr]
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


def was_too_large(request: HttpRequest) -> bool:
    """Whether a file of the request was not stored for its size."""
    return getattr(request, "too_large", False)
