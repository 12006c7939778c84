"""DOCX files to text: paragraphs, tables, text boxes and headers in the order in which they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.reading.extracting.archive import opened
from recruiter_tui.reading.extracting.cells import beside, row_text
from recruiter_tui.reading.extracting.unusable import Unusable
from recruiter_tui.reading.extracting.xml import events, local

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable

_MAIN: Final = "word/document.xml"
_HEADER = re.compile(r"word/header[0-9]{1,3}\.xml")
_LONGEST: Final = 4_000_000


def docx_text(data: bytes) -> str:
    """Return a line a paragraph; a row of a table is one line, its cells apart by bars, two by a colon.

    Headers come first, each once; text boxes come where they are anchored; deleted text is left out.
    """
    with opened(data) as archive:
        names = set(archive.namelist())
        if _MAIN not in names:
            message = "it holds no Word document"
            raise Unusable(message)
        listed = _list_styles(archive, names)
        heads = [_part(archive.read(name), listed) for name in sorted(filter(_HEADER.fullmatch, names))]
        body = _part(archive.read(_MAIN), listed)
    above = [line for line in dict.fromkeys(line for head in heads for line in head) if line]
    return "\n".join([*above, *([""] if above else []), *body])


def _list_styles(archive: zipfile.ZipFile, names: set[str]) -> set[str]:
    """Return the ids of the paragraph styles that are named as lists."""
    found: set[str] = set()
    if "word/styles.xml" in names:
        for event, element in events(archive.read("word/styles.xml")):
            if event == "end" and local(element) == "style":
                name = next((each for each in element if local(each) == "name"), None)
                if name is not None and (_value(name) or "").casefold().startswith("list"):
                    found.add(_attribute(element, "styleId") or "")
    return found


class _Part:
    """One part of a document while it is walked."""

    def __init__(self, listed: set[str]) -> None:
        self.listed = listed
        self.lines: list[str] = []
        self.paragraphs: list[list[str]] = []
        """The paragraphs that are open: a text box stands within one."""
        self.points: list[bool] = []
        self.cells: list[list[str]] = []
        """The rows that are open, by their cells so far."""
        self.holders: list[list[str]] = []
        """The cells that are open, by their lines so far."""
        self.skipped = 0
        self.length = 0

    def start(self, name: str, element: Any) -> None:  # noqa: ANN401 - lxml ships no types
        if name in ("Fallback", "del", "moveFrom") or self.skipped:
            self.skipped += 1
        elif name == "p":
            self.paragraphs.append([])
            self.points.append(False)
        elif name == "tr":
            self.cells.append([])
        elif name == "tc":
            self.holders.append([])
        elif self.paragraphs and (name == "numPr" or (name == "pStyle" and _value(element) in self.listed)):
            self.points[-1] = True

    def end(self, name: str, element: Any) -> None:  # noqa: ANN401 - lxml ships no types
        if self.skipped:
            self.skipped -= 1
        elif name == "t" and self.paragraphs:
            self._add(element.text or "")
        elif name in ("br", "cr") and self.paragraphs:
            self._add("\n")
        elif name == "tab" and self.paragraphs and _is_in_run(element):
            self._add("\t")
        elif name == "noBreakHyphen" and self.paragraphs:
            self._add("-")
        elif name == "p" and self.paragraphs:
            text = "".join(self.paragraphs.pop()).strip()
            self._put(f"- {text}" if self.points.pop() and text and not self.holders else text)
        elif name == "tc" and self.holders:
            self._cell([line for line in self.holders.pop() if line])
        elif name == "tr" and self.cells:
            self._row(self.cells.pop())

    def _add(self, text: str) -> None:
        self.length += len(text)
        if self.length > _LONGEST:
            message = "it holds more text than a document should"
            raise Unusable(message)
        self.paragraphs[-1].append(text)

    def _put(self, line: str) -> None:
        (self.holders[-1] if self.holders else self.lines).extend(line.split("\n"))

    def _cell(self, lines: list[str]) -> None:
        if self.cells:
            self.cells[-1].append("\n".join(lines))

    def _row(self, cells: list[str]) -> None:
        """Put a row's cells on one line; where they are long texts, the table is a layout of columns."""
        filled = [cell for cell in cells if cell]
        if any("\n" in cell for cell in filled):
            for cell in beside(filled):
                self._put(cell)
            return
        self._put(row_text(cells))


def _part(data: bytes, listed: set[str]) -> list[str]:
    part = _Part(listed)
    for event, element in events(data):
        name = local(element)
        if event == "start":
            part.start(name, element)
        else:
            part.end(name, element)
            if name not in ("t", "rPr", "pPr", "tab"):
                element.clear(keep_tail=True)
                _forget(element)
    return part.lines


def _forget(element: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Drop what stands before an element, so that memory does not grow with the document."""
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]


def _is_in_run(element: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    parent = element.getparent()
    return parent is not None and local(parent) == "r"


def _attribute(element: Any, name: str) -> str | None:  # noqa: ANN401 - lxml ships no types
    pairs: Iterable[tuple[str, str]] = element.attrib.items()
    return next((value for key, value in pairs if key.rpartition("}")[2] == name), None)


def _value(element: Any) -> str | None:  # noqa: ANN401 - lxml ships no types
    return _attribute(element, "val")
