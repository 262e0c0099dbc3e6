"""A demonstration compresses what readers' pages load, once, and nothing else."""

from __future__ import annotations

from pathlib import Path

from archive.static_storage import ReadersCompressed

SHEET = "p { color: black; }\n" * 200


def collected(folder: Path, *names: str) -> set[str]:
    """The compressed files that storing these makes, by the name of what they hold, without its hash."""
    storage = ReadersCompressed(location=str(folder), base_url="/static/")
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(SHEET)
    paths = {name: (storage, name) for name in names}
    made = [stored for _, stored, _ in storage.post_process(paths) if stored.endswith(".gz")]
    return {name for name in names for stored in made if stored.startswith(name.removesuffix("css"))}


def test_what_readers_load_is_compressed(tmp_path: Path) -> None:
    names = {"house.css", "pages/event.css", "map/map.css"}

    assert collected(tmp_path, *names) == names


def test_what_the_desk_loads_is_not(tmp_path: Path) -> None:
    assert collected(tmp_path, "desk/desk.css", "admin/css/base.css") == set()


def test_what_is_compressed_already_is_not_compressed_again(tmp_path: Path) -> None:
    collected(tmp_path, "pages/event.css")

    assert collected(tmp_path, "pages/event.css") == set()
