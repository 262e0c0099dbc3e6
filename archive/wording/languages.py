"""What languages are called."""

from __future__ import annotations

from archive.language import gettext, marked

#: Those in which the sources of an archive of South Asia are written, by their ISO 639 codes.
LANGUAGES = {
    "ar": marked("Arabic"),
    "bal": marked("Balochi"),
    "en": marked("English"),
    "fa": marked("Persian"),
    "hi": marked("Hindi"),
    "pa": marked("Punjabi"),
    "ps": marked("Pashto"),
    "sd": marked("Sindhi"),
    "skr": marked("Saraiki"),
    "ur": marked("Urdu"),
}


def language_name(code: str) -> str:
    """“Urdu”, also of “ur-PK”; empty for a language that is not known here."""
    return gettext(LANGUAGES[found]) if (found := code.partition("-")[0]) in LANGUAGES else ""
