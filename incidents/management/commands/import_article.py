"""Takes an encyclopedia article as a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.record import RecordError
from incidents.articles import enter
from incidents.importers.formats.wikipedia.article import Article, ArticleError, from_export
from incidents.importers.formats.wikipedia.drafting import Reading
from incidents.importers.parsing.entry import RowError


class Command(BaseCommand):
    """Publishes nothing."""

    help = "Make a draft of an event's article in Wikipedia: an XML export, or a file of its wikitext."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--title", help="of an article given as wikitext")
        parser.add_argument("--revision", default="", help="the number of its revision")
        parser.add_argument("--date", default="", help="the day of that revision, such as 2024-02-09")
        parser.add_argument("--language", default="en", help="the language of its wiki")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            reading = enter(article_in(file, options))
        except (ArticleError, RowError) as error:
            raise CommandError(f"{file}: {error}") from error
        except RecordError as error:
            raise CommandError(f"{file}: {'; '.join(error.problems)}") from error
        self.tell(reading)

    def tell(self, reading: Reading) -> None:
        record = reading.entry.record
        self.stdout.write(f"{record.id}: a draft with {len(record.claims)} claims")
        self.stdout.write(f"{reading.references} references, {len(record.sources) - 1} of them sources")
        for flag in reading.entry.flags:
            self.stdout.write(f"look over: {flag}")
        for left in reading.left_out:
            self.stdout.write(f"left out: {left}")


def article_in(file: Path, options: dict[str, Any]) -> Article:
    """The article in the file. Raises ArticleError."""
    try:
        content = file.read_bytes()
        if file.suffix.lower() == ".xml":
            return from_export(content)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ArticleError(f"is not UTF-8 text: {error.reason} at byte {error.start}") from error
    if not options["title"]:
        raise ArticleError("say --title, the article's title, or give an XML export, whose name ends in .xml")
    named = {name: options[name] for name in ("title", "revision", "language")}
    return Article(text=text, day=options["date"], **named)
