"""Entries in the shape in which Zotero, and Better BibTeX for Zotero, export them."""

RIS = """\
TY  - NEWS
TI  - Two blasts before the vote
AU  - Khan, Asif
AU  - Rossi, Maria
T2  - The Example Times
AB  - Of the first blast.
And of the second.
DA  - 2024/02/07/
PY  - 2024
DP  - example.org
LA  - en-GB
SP  - 3
EP  - 4
SN  - 1234-5678
UR  - https://example.org/two-blasts?a=1&b=2
Y2  - 2024/02/08/10:11:12
L2  - https://example.org/snapshot.html
KW  - election
KW  - Pishin
N1  - <p>Ask about the second.</p>
ER  -

TY  - JOUR
TI  - Violence at the polls
AU  - Ng, Li
T2  - Journal of Examples
PY  - 2023
VL  - 12
IS  - 3
ER  -
""".replace("ER  -", "ER  - ")

BIBTEX = """\
@article{khan_two_2024,
    title = {Two blasts before {Balochistan}'s vote \\& after},
    issn = {1234-5678},
    url = {https://example.org/two_blasts},
    abstract = {Of the {\\textquotedblleft}first{\\textquotedblright} blast.},
    language = {en-GB},
    urldate = {2024-02-08},
    journal = {The Example Times},
    author = {Khan, Asif and {Human Rights Desk}},
    month = feb,
    year = {2024},
    keywords = {election, Pishin},
    pages = {3--4},
    file = {Snapshot:/storage/ABCD/two-blasts.html:text/html}
}

@misc{noauthor_statement_nodate,
    title = {A statement},
    url = {https://example.org/statement},
    note = {Heard on the radio}
}
"""

BETTER_BIBTEX = """\
@article{khanTwoBlasts2024,
    entrysubtype = {newspaper},
    title = {Two Blasts before the Vote},
    author = {Khan, Asif},
    date = {2024-02-07},
    journaltitle = {The Example Times},
    url = {https://example.org/two_blasts},
    urldate = {2024-02-08},
    langid = {english},
    annotation = {tex.ids= khan2024}
}
"""

CSL = """\
[
  {
    "id": "http://zotero.org/users/local/abc/items/ABCD2345",
    "type": "article-newspaper",
    "abstract": "Of the first blast.\\nAnd of the second.",
    "container-title": "The Example Times",
    "ISSN": "1234-5678",
    "language": "en-GB",
    "note": "tex.ids: khan2024",
    "page": "3-4",
    "title": "Two blasts before the vote",
    "URL": "https://example.org/two-blasts",
    "author": [
      {
        "family": "Khan",
        "given": "Asif"
      },
      {
        "literal": "Human Rights Desk"
      }
    ],
    "accessed": {
      "date-parts": [
        [
          "2024",
          2,
          8
        ]
      ]
    },
    "issued": {
      "date-parts": [
        [
          "2024",
          2,
          7
        ]
      ]
    }
  }
]
"""
