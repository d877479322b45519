"""Open a zipped format from anywhere: nothing is believed that its directory says, everything read is counted."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from imss_check.said import Said
from imss_check.text.read import ReadError

MAX_FILE = 256 * 2**20
MAX_ENTRIES = 5_000
MAX_BYTES = 48 * 2**20
"""Of all parts that are read, unpacked."""
MAX_RATIO, FREE = 200, 2**20
"""How much smaller a part may be packed than unpacked, beyond a first stretch."""
CHUNK = 2**18
END = b"PK\x05\x06"
END_SIZE, LONGEST_REMARK = 22, 2**16
DIRECTORY_ENTRY = 1024
"""Bytes that an entry of the directory takes at most, on the average."""
OLE = b"\xd0\xcf\x11\xe0"
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OSError)
"""What the libraries raise at what is no zip file."""


class Archive:
    """The parts of a zipped file, by name."""

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        self.path, self.kind = path, kind
        self._read = self._copied = 0
        if data.startswith(OLE):
            raise self.error(
                Said("is no {kind} file: it is encrypted, or of an older format; save it without a password", kind=kind)
            )
        if len(data) > MAX_FILE:
            raise self.error(Said("is larger than {size} MB", size=MAX_FILE // 2**20))
        self._check_directory(data)
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
        except DAMAGE:
            raise self.error(Said("is damaged or no {kind} file", kind=kind)) from None
        self.names = frozenset(self.zip.namelist())

    def _check_directory(self, data: bytes) -> None:
        """Look how many entries are announced, before any of them costs memory."""
        at = data.rfind(END, max(0, len(data) - END_SIZE - LONGEST_REMARK))
        if at < 0 or len(data) - at < END_SIZE:
            raise self.error(Said("is damaged or no {kind} file", kind=self.kind))
        entries, size = struct.unpack_from("<HI", data, at + 10)
        if entries > MAX_ENTRIES or size > MAX_ENTRIES * DIRECTORY_ENTRY:
            raise self.error(Said("holds more than {max_entries:,} files", max_entries=MAX_ENTRIES))

    def error(self, message: str) -> ReadError:
        """Return an error about this file."""
        return ReadError(self.path, message)

    def read(self, name: str) -> bytes:
        """Return a part unpacked; ReadError if it is missing, damaged or too large."""
        try:
            info = self.zip.getinfo(name)
        except KeyError:
            raise self.error(
                Said("is damaged or no {kind} file: it has no {name}", kind=self.kind, name=name)
            ) from None
        if info.flag_bits & 1:
            raise self.error(Said("is encrypted: save it without a password"))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.error(Said("is packed in a way that {kind} files are not: {name}", kind=self.kind, name=name))
        data = self._unpack(info, min(MAX_BYTES - self._read, FREE + MAX_RATIO * info.compress_size))
        self._read += len(data)
        return data

    def copy(self, info: zipfile.ZipInfo) -> bytes:
        """Return a part unpacked that is only passed on: a picture may be larger than a text."""
        data = self._unpack(info, MAX_FILE - self._copied)
        self._copied += len(data)
        return data

    def _unpack(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        chunks: list[bytes] = []
        size = 0
        try:
            with self.zip.open(info) as part:
                while chunk := part.read(CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise self.error(
                            Said("unpacks to more than a draft can hold: {filename}", filename=info.filename)
                        )
                    chunks.append(chunk)
        except DAMAGE:
            raise self.error(Said("is damaged: {filename} cannot be unpacked", filename=info.filename)) from None
        return b"".join(chunks)
