"""A file on its way to the reader.

It has no length that is known before; over HTTP/1.1 it is sent in chunks, so that a reader whose connection
breaks, or whose file could not be made to its end, is told so: https://www.rfc-editor.org/rfc/rfc9112#section-8
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse

from archive.addresses import absolute
from archive.columns.writing import Notice
from archive.streams.export import Export
from archive.streams.formats import Format, Wish
from archive.streams.snapshot import snapshot

#: How many rows the file has, as they were counted in the snapshot that it is read from.
ROW_COUNT = "Row-Count"


def file_of(
    request: HttpRequest, found: QuerySet[Any], export: Export, form: Format, wish: Wish, within: str = ""
) -> StreamingHttpResponse:
    """All that was found, in the order of the export; `within` this incident, which the file is named by.

    The head alone has no count: it asks the database nothing.
    """
    now = datetime.now(UTC)
    notice = Notice(settings.SITE_NAME, _address(request), settings.DATA_LICENCE_URL, now)
    sent = iter(()) if request.method == "HEAD" else Sending(found, export, form, wish, notice)
    media = f"{form.media}; charset=utf-8" if form.media.startswith("text/") else form.media
    answer = StreamingHttpResponse(sent, content_type=media)
    name = "-".join(filter(None, [within, export.table.name, f"{now:%Y-%m-%d}"]))
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form.ending}"'
    answer["X-Robots-Tag"] = "noindex"
    if notice.licence:
        answer["Link"] = f'<{notice.licence}>; rel="license"'
    if isinstance(sent, Sending):
        answer[ROW_COUNT] = str(sent.total)
    return answer


def _address(request: HttpRequest) -> str:
    return absolute(request.get_full_path(), settings.SITE_URL)


class Sending(Iterator[bytes]):
    """The bytes of a file. Rows are counted (`total`) and read in one snapshot, which `close` ends.

    Whatever goes wrong on the way is raised to the server, which breaks the connection off: nobody takes what
    was sent for the whole.
    """

    total: int

    def __init__(
        self, found: QuerySet[Any], export: Export, form: Format, wish: Wish, notice: Notice
    ) -> None:
        self._pieces = self._read(found, export, form, wish, notice)
        next(self._pieces)

    def _read(
        self, found: QuerySet[Any], export: Export, form: Format, wish: Wish, notice: Notice
    ) -> Generator[bytes, None, None]:
        with snapshot():
            self.total = export.count(found)
            yield b""
            yield from form.write(export, found, wish, notice)

    def __next__(self) -> bytes:
        return next(self._pieces)

    def close(self) -> None:
        self._pieces.close()
