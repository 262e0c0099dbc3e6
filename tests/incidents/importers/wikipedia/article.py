"""An article in the shape of an encyclopedia's. Its words are ours."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from incidents.importers.formats.wikipedia.article import Article

TEXT = """\
{{Short description|Two bombings}}
{{Infobox civilian attack
| title       = Example bombings
| partof      = [[Insurgency in Balochistan]]
| image       = Example.jpg
| location    = [[Pishin District|Pishin]], [[Balochistan]], Pakistan
| coordinates = {{coord|30|35|N|66|59|E|display=inline,title}}
| date        = {{start date|2024|2|7|df=y}}
| time        = c. 12:30 p.m.
| timezone    = [[Pakistan Standard Time|PKT]]
| type        = {{plainlist|
* Bombing
* [[Mass shooting]]
}}
| target      = Campaign offices
| weapons     = [[Improvised explosive device|IED]]s<br />Rigged motorcycles
| fatalities  = 28–30+<ref name="tally">{{cite news |last=Khan |first=Asif |title=Death toll rises \
|url=https://example.org/toll |work=[[The Example Times]] |date=8 February 2024 |agency=[[Associated Press]] \
|archive-url=https://archive.example.org/toll |language=en |quote=Not ours to keep}}</ref><ref>\
{{cite web|title=Statement|url=https://example.net/s|website=Example|date=February 2024}}</ref>
| injuries    = {{nowrap|40+}}<ref name=tally />
| perps       = Islamic State – Pakistan Province
| susperps    = Unknown
| motive      = Disrupting the vote
| inquiry     = Open
}}
Prose that is not taken over.<ref>https://example.com/bare</ref>{{sfn|Khan|2024}}
More.<ref group="note">A note.</ref><ref>Somebody, 2024.</ref>
{{reflist}}
"""


def article(text: str = TEXT, **more: str) -> Article:
    given = {"title": "Example bombings", "revision": "123", "day": "2024-02-09"}
    return Article(**{"text": text, **given, **more})


def box(**parameters: str) -> str:
    inside = "".join(f"| {name} = {value}\n" for name, value in parameters.items())
    return f"{{{{Infobox civilian attack\n{inside}}}}}"


def page(
    *revisions: tuple[str, str, str], title: str = "Example bombings", id: str = "77", more: str = ""
) -> str:
    """A page whose revisions each have a number, a time and a text."""
    inside = "".join(
        f"<revision><id>{number}</id><timestamp>{time}</timestamp>"
        f"<contributor><username>A</username><id>5</id></contributor><text>{escape(text)}</text></revision>"
        for number, time, text in revisions
    )
    return f"<page><title>{title}</title><ns>0</ns><id>{id}</id>{more}{inside}</page>"


def wiki(*pages: str, base: str = "https://en.wikipedia.org/wiki/Main_Page", language: str = "en") -> str:
    """An export of these pages."""
    space = "http://www.mediawiki.org/xml/export-0.11/"
    site = f"<siteinfo><sitename>Wikipedia</sitename><base>{base}</base></siteinfo>" if base else ""
    inside = "\n".join(pages)
    return f'<mediawiki xmlns="{space}" version="0.11" xml:lang="{language}">{site}\n{inside}</mediawiki>'


def export(folder: Path, *pages: str, name: str = "Wikipedia.xml", **site: str) -> Path:
    path = folder / name
    path.write_text(wiki(*pages, **site), encoding="utf-8")
    return path
