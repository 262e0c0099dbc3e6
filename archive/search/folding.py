"""One form for all ways of writing a letter: case, accents, vowel signs, Arabic and Urdu letters, digits."""

from __future__ import annotations

import unicodedata

#: What stands between words that do not belong together.
BETWEEN = " "

#: Letters that people write for one another and that Unicode does not take apart by itself. The Arabic ones
#: are written differently by Arabic, Persian and Urdu keyboards: https://www.unicode.org/charts/PDF/U0600.pdf
LIKE = {
    **dict.fromkeys("ىيېۍ", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("هھةۃەۂۀ", "ہ"),
    "ں": "ن",
    "ٱ": "ا",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}

#: Marks within a word that are as often left out: apostrophes, the signs for ayn and hamza, the lengthening
#: stroke of Arabic.
UNHEARD = frozenset("'’‘ʼʻʹʿʾ`´ـ")


class Folds(dict[int, str]):
    """What each character becomes, for `str.translate`; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold(chr(code))
        return folded


FOLDS = Folds()


def fold(character: str) -> str:
    """The letters and digits that stand for the character: often one, or none, or a space."""
    if character in UNHEARD:
        return ""
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(_kept(one) for one in unicodedata.normalize("NFKD", plain))


def _kept(one: str) -> str:
    if one in LIKE:
        return LIKE[one]
    if unicodedata.combining(one) or unicodedata.category(one) == "Cf":
        return ""
    if one.isalnum():
        return str(unicodedata.decimal(one, one))
    # Vowel signs of Indian scripts are letters of their words.
    return one if unicodedata.category(one).startswith("M") else BETWEEN
