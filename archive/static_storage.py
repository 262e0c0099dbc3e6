"""How the files that pages load are stored where compressing all of them would take too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whitenoise.storage import CompressedManifestStaticFilesStorage

#: What readers' pages load. All else, that of the desk and of the API's own pages, is most of the whole.
READERS = ("house.", "pages/", "map/", "leaflet/leaflet.")


class ReadersCompressed(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Compresses what readers' pages load: in a demonstration, a page weighs what it weighs elsewhere."""

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        hashed = set(self.hashed_files.values())
        missing = [path for path in paths if path in hashed and self._is_missing(path)]
        yield from super().compress_files(missing)

    def _is_missing(self, path: str) -> bool:
        """A hashed name holds one content for good, so that it is compressed once."""
        return path.startswith(READERS) and not self.exists(f"{path}.gz")
