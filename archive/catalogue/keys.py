"""Keys of catalogue rows."""


def part_key(incident: str, number: int) -> str:
    """The key of an attack or a claim; as text it sorts by incident and number."""
    return f"{incident}/{number:07d}"
