"""The folder that a run writes to, here or behind any fsspec URL: a file is there whole or not at all."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import IO, Any

import fsspec

UNFINISHED = ".unfinished-"
MANIFEST = "manifest.json"


class Folder:
    """A folder of results."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.system, self.root = fsspec.core.url_to_fs(url)

    def make(self) -> None:
        """Make the folder."""
        self.system.makedirs(self.root, exist_ok=True)

    def sweep(self) -> None:
        """Remove what a stopped run or a dead worker has left half written."""
        for name in self.names():
            if name.startswith(UNFINISHED):
                self.system.rm_file(f"{self.root}/{name}")

    def names(self) -> set[str]:
        """Return the names of the files that are here."""
        self.system.invalidate_cache()
        if not self.system.isdir(self.root):
            return set()
        return {path.rpartition("/")[2] for path in self.system.ls(self.root, detail=False)}

    def open(self, name: str) -> IO[bytes]:
        """Open a file for reading."""
        opened: IO[bytes] = self.system.open(f"{self.root}/{name}", "rb")
        return opened

    def write(self, name: str, fill: Callable[[IO[bytes]], None]) -> None:
        """Write a file under another name, then give it its own."""
        draft = f"{self.root}/{UNFINISHED}{uuid.uuid4().hex}"
        try:
            with self.system.open(draft, "wb") as file:
                fill(file)
            self.system.mv(draft, f"{self.root}/{name}")
        except BaseException:
            if self.system.exists(draft):
                self.system.rm_file(draft)
            raise

    def write_bytes(self, name: str, data: bytes) -> None:
        """Write a file that is at hand as a whole."""

        def fill(file: IO[bytes]) -> None:
            file.write(data)

        self.write(name, fill)

    def write_json(self, name: str, value: Any) -> None:
        """Write a value as JSON, the same bytes for equal values."""
        data = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
        self.write_bytes(name, data)

    def read_json(self, name: str) -> Any:
        """Read a JSON file; None if there is none, or none that can be read."""
        try:
            with self.open(name) as file:
                return json.load(file)
        except (FileNotFoundError, ValueError):
            return None
