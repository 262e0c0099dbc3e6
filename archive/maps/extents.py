"""As what an incident stands on a map: a spot, or an area somewhere in which it happened."""

from __future__ import annotations

from collections.abc import Mapping

from archive.vocabulary import Located, Precision

#: What a precision comes to on a map.
LOCATED_BY: Mapping[Precision, Located] = {
    Precision.EXACT: Located.SPOT,
    Precision.NEAR: Located.SPOT,
    Precision.DISTRICT: Located.DISTRICT,
    Precision.PROVINCE: Located.PROVINCE,
    Precision.COUNTRY: Located.COUNTRY,
}

#: How far around its coordinates the ring of an area is drawn. Not its border: only that it is no spot.
KILOMETRES: Mapping[Located, int] = {
    Located.SPOT: 0,
    Located.DISTRICT: 30,
    Located.PROVINCE: 150,
    Located.COUNTRY: 400,
}
