"""Read XML from anywhere, event by event, with the byte where each event stands."""

from __future__ import annotations

from collections.abc import Mapping
from pyexpat import ExpatError, ParserCreate, XMLParserType

from imss_check.said import Said
from imss_check.text.archive import Archive

MAX_TAGS = 600_000
MAX_DEPTH = 250
Attributes = dict[str, str]


class Walker:
    """What happens while a part is read. Names are `prefix:local`, with the prefixes of `NAMESPACES`; names of other
    namespaces are empty. `path` are the open elements, the innermost last."""

    NAMESPACES: Mapping[str, str] = {}

    def __init__(self) -> None:
        self.path: list[str] = []
        self.parser: XMLParserType = ParserCreate()
        self._names: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins; it is not yet in the path."""

    def end(self, name: str) -> None:
        """An element ends; it is no longer in the path."""

    def characters(self, text: str) -> None:
        """Text stands here."""

    def short(self, name: str) -> str:
        """Return a name with its usual prefix."""
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = self.NAMESPACES.get(space)
            known = self._names[name] = "" if prefix is None else f"{prefix}:{local}"
        return known

    def walk(self, archive: Archive, part: str, data: bytes | None = None) -> None:
        """Read a part of an archive; ReadError if it is no XML, or more than a draft can hold."""
        data = archive.read(part) if data is None else data
        if data.count(b"<") > MAX_TAGS:
            raise archive.error(Said("holds more elements than a draft can: {part}", part=part))
        names, path, short = self._names, self.path, self.short
        start, end = self.start, self.end

        def opened(name: str, attributes: Attributes) -> None:
            known = names.get(name)
            if known is None:
                known = short(name)
            start(known, attributes)
            path.append(known)
            if len(path) > MAX_DEPTH:
                raise archive.error(Said("is nested too deeply: {part}", part=part))

        def closed(name: str) -> None:
            end(path.pop())

        def refuse(*_: object) -> None:
            raise archive.error(
                Said(
                    "has a document type declaration, which {kind} files never have: {part}",
                    kind=archive.kind,
                    part=part,
                )
            )

        parser = self.parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self.characters, refuse
        try:
            parser.Parse(data, True)
        except ExpatError as error:
            raise archive.error(Said("is damaged: {part} is no XML: {why}", part=part, why=error)) from None
        except (ValueError, LookupError):  # an unknown encoding; elements that stand where they cannot
            raise archive.error(Said("is damaged: {part} makes no sense", part=part)) from None
