"""In which encoding a file's text is written."""

from __future__ import annotations

import codecs

from incidents.importers.reading.errors import FileError

#: How many bytes of the file decide.
SAMPLE = 2_000_000
UTF_8, WESTERN = "utf-8", "cp1252"
OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def encoding_of(sample: bytes) -> str:
    """UTF-8 or Windows-1252: the one that more of the letters beyond ASCII are written in.

    Raises FileError where it is plainly neither.
    """
    if sample.startswith(OTHER_MARKS):
        raise FileError("is written in UTF-16 or UTF-32; save it as UTF-8 and import it again")
    if sample.startswith(codecs.BOM_UTF8):
        return UTF_8
    text = codecs.getincrementaldecoder(UTF_8)("replace").decode(sample)
    wrong = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - wrong
    return WESTERN if wrong > right else UTF_8


def decoded(raw: bytes, encoding: str) -> tuple[str, str]:
    """The text, and what is wrong with it; bytes that are no text stand in it as “\\xff”."""
    try:
        return raw.decode(encoding), ""
    except UnicodeDecodeError as error:
        byte = f"{raw[error.start]:#04x}"
        fault = (
            f"holds the byte {byte}, which is no text in {encoding.upper()}; write the letter that is meant"
        )
        return raw.decode(encoding, "backslashreplace"), fault
