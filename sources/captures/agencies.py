"""The names under which reports credit whom they rest on, and those by which a library may know these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: The name in a report, and the names of the publication, the whole one first.
AGENCIES: Mapping[str, Sequence[str]] = {
    "AFP": ("Agence France-Presse", "AFP"),
    "Agence France-Presse": ("Agence France-Presse", "AFP"),
    "AP": ("Associated Press", "The Associated Press", "AP"),
    "Associated Press": ("Associated Press", "The Associated Press", "AP"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "APP": ("Associated Press of Pakistan", "APP"),
    "Associated Press of Pakistan": ("Associated Press of Pakistan", "APP"),
    "INP": ("Independent News Pakistan", "INP"),
    "PTI": ("Press Trust of India", "PTI"),
    "Press Trust of India": ("Press Trust of India", "PTI"),
    "ANI": ("Asian News International", "ANI"),
    "IANS": ("Indo-Asian News Service", "IANS"),
    "UNI": ("United News of India", "UNI"),
    "DPA": ("Deutsche Presse-Agentur", "dpa", "DPA"),
    "dpa": ("Deutsche Presse-Agentur", "dpa", "DPA"),
    "EFE": ("EFE", "Agencia EFE"),
    "ANSA": ("ANSA", "Agenzia ANSA"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "TASS": ("TASS", "ITAR-TASS"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "Interfax": ("Interfax",),
    "Anadolu": ("Anadolu Agency", "Anadolu", "Anadolu Ajansi"),
    "Anadolu Agency": ("Anadolu Agency", "Anadolu", "Anadolu Ajansi"),
    "IRNA": ("Islamic Republic News Agency", "IRNA"),
    "ISNA": ("Iranian Students News Agency", "ISNA"),
    "Tasnim": ("Tasnim News Agency", "Tasnim"),
    "Fars": ("Fars News Agency", "Fars"),
    "SANA": ("Syrian Arab News Agency", "SANA"),
    "WAFA": ("WAFA", "Palestinian News and Information Agency"),
    "NAN": ("News Agency of Nigeria", "NAN"),
    "Pajhwok": ("Pajhwok Afghan News", "Pajhwok"),
    "Kyodo": ("Kyodo News", "Kyodo"),
    "Yonhap": ("Yonhap News Agency", "Yonhap"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "UPI": ("United Press International", "UPI"),
    "Amaq": ("Amaq", "Amaq News Agency", "Amaq Agency"),
    "SITE": ("SITE Intelligence Group", "SITE"),
    "SITE Intelligence Group": ("SITE Intelligence Group", "SITE"),
    "BBC": ("BBC", "BBC News", "British Broadcasting Corporation"),
    "CNN": ("CNN", "Cable News Network"),
    "Al Jazeera": ("Al Jazeera", "Al Jazeera English"),
    "VOA": ("Voice of America", "VOA"),
    "Voice of America": ("Voice of America", "VOA"),
    "RFE/RL": ("Radio Free Europe/Radio Liberty", "RFE/RL"),
}


def names_of(name: str) -> Sequence[str]:
    """The names by which a library may know what a report calls so."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return AGENCIES.get(bare) or tuple(dict.fromkeys((bare, f"The {bare}")))
