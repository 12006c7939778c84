"""OpenDocument files: ODT to text, ODS to rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.reading.extracting.archive import opened
from recruiter_tui.reading.extracting.cells import beside, row_text
from recruiter_tui.reading.extracting.unusable import Unusable
from recruiter_tui.reading.extracting.xml import events, local

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_LONGEST: Final = 4_000_000
_MOST_COLUMNS: Final = 501
_MOST_BLANKS: Final = 200
_SILENT: Final = frozenset(("tracked-changes", "annotation", "forms", "sequence-decls", "note-citation"))


def _content(data: bytes) -> bytes:
    with opened(data) as archive:
        names = archive.namelist()
        if _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
            message = "it is locked with a password"
            raise Unusable(message)
        if _CONTENT not in names:
            message = "it holds no OpenDocument content"
            raise Unusable(message)
        return archive.read(_CONTENT)


def odt_text(data: bytes) -> str:
    """Return a line a paragraph, points of lists behind a hyphen, a row of a table on one line."""
    text = _Text()
    for event, element in events(_content(data)):
        if event == "start":
            text.start(local(element))
        else:
            text.end(local(element), element)
    return "\n".join(text.lines)


class _Text:
    """A text document while it is walked."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.cells: list[list[str]] = []
        """The cells that are open, by their lines so far."""
        self.rows: list[list[str]] = []
        self.depth = self.silent = self.length = 0

    def start(self, name: str) -> None:
        self.silent += bool(self.silent) or name in _SILENT
        self.depth += name == "list-item"
        if name == "table-row":
            self.rows.append([])
        elif name == "table-cell":
            self.cells.append([])

    def end(self, name: str, element: Any) -> None:  # noqa: ANN401 - lxml ships no types
        self.depth -= name == "list-item"
        if self.silent:
            self.silent -= 1
        elif name in ("p", "h"):
            self._put(name, _paragraph(element))
            element.clear(keep_tail=True)
        elif name == "table-cell" and self.cells:
            cell = "\n".join(filter(None, self.cells.pop()))
            if self.rows:
                self.rows[-1].append(cell)
        elif name == "table-row" and self.rows:
            _put_row(self.rows.pop(), self._lines())
            element.clear(keep_tail=True)

    def _put(self, name: str, text: str) -> None:
        self.length += len(text)
        if self.length > _LONGEST:
            message = "it holds more text than a document should"
            raise Unusable(message)
        mark = "# " if name == "h" and text else "- " if self.depth and text and not self.cells else ""
        self._lines().extend(f"{mark}{text}".split("\n"))

    def _lines(self) -> list[str]:
        return self.cells[-1] if self.cells else self.lines


def _put_row(row: list[str], lines: list[str]) -> None:
    """Put a row on one line, or its cells one after the other where they hold paragraphs."""
    filled = [cell for cell in row if cell]
    if any("\n" in cell for cell in filled):
        for cell in beside(filled):
            lines.extend(cell.split("\n"))
    else:
        lines.append(row_text(row))


def _paragraph(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """Return a paragraph's text with its tabs, blanks and line breaks."""
    out = [element.text or ""]
    for inner in element.iterdescendants():
        name = local(inner)
        if name == "s":
            out.append(" " * min(_number(inner, "c"), _MOST_BLANKS))
        elif name == "tab":
            out.append("\t")
        elif name == "line-break":
            out.append("\n")
        else:
            out.append(inner.text or "")
        out.append(inner.tail or "")
    return "".join(out).strip()


def _number(element: Any, name: str) -> int:  # noqa: ANN401 - lxml ships no types
    """Return a count that an attribute gives, 1 where it gives none."""
    value = _attribute(element, name)
    return int(value) if value and value.isdecimal() and len(value) < 9 else 1  # noqa: PLR2004 - longer is no count


def _attribute(element: Any, name: str) -> str | None:  # noqa: ANN401 - lxml ships no types
    return next((v for key, v in element.attrib.items() if key.rpartition("}")[2] == name), None)


def ods_rows(data: bytes) -> Iterator[tuple[str, int, list[str]]]:
    """Yield sheet, row number and cells of every row that holds something; repeats of nothing are free."""
    sheet, number = "", 0
    cells: list[str] = []
    for event, element in events(_content(data)):
        name = local(element)
        if event == "start":
            if name == "table":
                sheet, number = _attribute(element, "name") or "", 0
            elif name == "table-row":
                cells = []
            continue
        if name in ("table-cell", "covered-table-cell"):
            cells += _cell(element, _MOST_COLUMNS - len(cells))
            element.clear(keep_tail=True)
        elif name == "table-row":
            while cells and not cells[-1]:
                cells.pop()
            repeats = _number(element, "number-rows-repeated")
            for _ in range(min(repeats, 1000) if cells else 0):
                number += 1
                yield sheet, number, cells
            number += repeats if not cells else max(0, repeats - 1000)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _cell(element: Any, room: int) -> list[str]:  # noqa: ANN401 - lxml ships no types
    """Return a cell's text as often as it stands there; dates and numbers as their exact value."""
    kind = _attribute(element, "value-type")
    if kind == "date":
        text = _attribute(element, "date-value") or ""
    elif kind in ("float", "percentage", "currency") and (value := _attribute(element, "value")):
        text = value.removesuffix(".0") if kind != "percentage" else _shown(element)
    elif kind == "boolean":
        text = "yes" if _attribute(element, "boolean-value") == "true" else "no"
    else:
        text = _shown(element)
    return [text] * max(0, min(_number(element, "number-columns-repeated"), room))


def _shown(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """Return what a cell shows, a line a paragraph; remarks that hang on it are left out."""
    return "\n".join(_paragraph(each) for each in element if local(each) == "p")
