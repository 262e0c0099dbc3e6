"""The formats that rows come in, by the name that the command and the desk call them. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from incidents.importers.formats.acled import ACLED
from incidents.importers.formats.gtd import GTD
from incidents.importers.formats.ucdp import UCDP
from incidents.importers.formats.wikipedia import WIKIPEDIA
from incidents.importers.parsing.format import Format

FORMATS: Mapping[str, Format] = {form.name: form for form in (UCDP, GTD, ACLED, WIKIPEDIA)}
