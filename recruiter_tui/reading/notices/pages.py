"""Saved web pages: the notice is found among menus, adverts and lists of other jobs."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from recruiter_tui.reading.notices import labels
from recruiter_tui.reading.notices.sheet import Make, Sheet, Zone, lay_out

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset({
    "script", "style", "noscript", "svg", "nav", "form", "button", "select", "iframe", "ins",
    "head", "template", "footer", "input", "textarea", "object", "video", "audio", "canvas",
    "dialog",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "tbody",
    "thead", "section", "dl", "article", "header", "aside", "main", "body", "dt", "dd",
    "blockquote", "pre", "figure", "br", "hr", "address", "caption", "figcaption", "center",
    "fieldset", "details", "summary", "tfoot",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})
_FURNITURE = re.compile(
    r"\b(?:nav\w*|menu|footer|cookie\w*|breadcrumbs?|sidebar|share|social|advert\w*|related-jobs|"
    r"similar-jobs)\b"
)
_HIDDEN = re.compile(r"display:\s?none|visibility:\s?hidden")
_BLANKS = re.compile(r"\s+")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SHARE_OF_THE_NOTICE = 0.7
_LONGEST_BOLD_LABEL = 90
_HTML = re.compile(r"<(?:!doctype html|html|body|head|div|p|table|script|meta)\b", re.IGNORECASE)
_MOST_LD = 20


def is_page(text: str) -> bool:
    """Tell whether a decoded file is HTML: several tags of a page near its beginning."""
    return len(_HTML.findall(text[:20_000])) >= len(("open", "close", "more"))


def read_page(text: str) -> Sheet:
    """Return the sheet of a saved page; linear in its length (lxml)."""
    root = parse(text)
    if root is None:
        return lay_out(text, "text")
    printer = _Printer(_notice_of(root))
    printer.walk(root)
    title = root.findtext(".//title")
    if title and not any(make is Make.HEADING and zone is Zone.PAGE for make, zone in printer.hints):
        printer.first(title)
    return lay_out("\n".join(printer.lines), "saved-page", printer.hints)


def parse(text: str) -> HtmlElement | None:
    """Return the root element of an HTML text, or None where lxml finds none in it."""
    import lxml.etree
    import lxml.html

    try:
        return lxml.html.document_fromstring(_XML_DECLARATION.sub("", text).replace("\x00", "") or "<p></p>")
    except (lxml.etree.LxmlError, ValueError):
        return None


def linked_data(text: str) -> list[dict[str, Any]]:
    """Return the schema.org JobPosting objects that a page carries."""
    root = parse(text) if "application/ld+json" in text else None
    found: list[dict[str, Any]] = []
    for script in root.iter("script") if root is not None else ():
        if "ld+json" in (script.get("type") or "") and len(found) < _MOST_LD:
            try:
                data = json.loads(script.text or "null")
            except (ValueError, RecursionError):
                continue  # a page's broken data leaves its text to be read
            entries = (
                data
                if isinstance(data, list)
                else data.get("@graph", [data])
                if isinstance(data, dict)
                else []
            )
            found += [
                each for each in entries if isinstance(each, dict) and "JobPosting" in str(each.get("@type"))
            ]
    return found


def plain_text(fragment: str) -> str:
    """Return the text of an HTML fragment, one block a line; text without tags comes back as it is."""
    if "<" not in fragment:
        return fragment
    root = parse(fragment)
    if root is None:
        return fragment
    printer = _Printer(root)
    printer.walk(root)
    return "\n".join(
        f"- {line}" if make is Make.ITEM else line
        for line, (make, _) in zip(printer.lines, printer.hints, strict=True)
    )


def _is_dropped(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return element.tag not in {"body", "html"} and bool(_FURNITURE.search(marks.lower()))


def _notice_of(root: HtmlElement) -> HtmlElement:
    """Return the smallest element that holds most of the page's text outside of links."""
    lengths: dict[Any, int] = defaultdict(int)
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _DROPPED:
            continue
        own = 0 if element.tag == "a" else len(_BLANKS.sub(" ", element.text or ""))
        lengths[element] += own
        if element.tail and (parent := element.getparent()) is not None:
            lengths[parent] += len(_BLANKS.sub(" ", element.tail))
    for element in reversed(list(root.iter())):
        if (parent := element.getparent()) is not None and element in lengths and not _is_dropped(element):
            lengths[parent] += lengths[element]
    node = root
    while True:
        children = [
            child
            for child in node
            if child in lengths and not _is_dropped(child) and child.tag in _BLOCKS | _CELLS
        ]
        best = max(children, key=lambda child: lengths[child], default=None)
        if (
            best is None
            or lengths[best] < _SHARE_OF_THE_NOTICE * lengths[node]
            or best.tag in {"p", "li", "tr", "td"}
        ):
            return node
        node = best


class _Printer:
    """Turns elements into lines with hints; walks without recursion, as pages may nest deeply."""

    def __init__(self, notice: HtmlElement) -> None:
        self.notice = notice
        self.lines: list[str] = []
        self.hints: list[tuple[Make, Zone]] = []
        self.parts: list[str] = []
        self.bold = 0
        self.plain = 0
        self.label_end: int | None = None
        self.depth_of_bold = 0
        self.inside = 0
        self.make = Make.TEXT

    def walk(self, root: HtmlElement) -> None:
        """Print everything under `root`."""
        from lxml import etree

        skipped: Any = None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event in {"comment", "pi"}:
                if skipped is None:
                    self.text(element.tail)
            elif event == "start" and skipped is None:
                if _is_dropped(element) and element is not root:
                    skipped = element
                else:
                    self.enter(element)
            elif event == "end" and skipped is element:
                skipped = None
                self.text(element.tail)
            elif event == "end" and skipped is None:
                self.leave(element, root)
        self.flush()

    def enter(self, element: HtmlElement) -> None:
        """Open an element: a block starts a line, a cell goes on with one."""
        tag = element.tag
        if element is self.notice:
            self.flush()
            self.inside += 1
        if tag in _BLOCKS:
            if not (tag in {"p", "div"} and _in_cell(element)):
                self.flush()
            if tag in _HEADINGS:
                self.make = Make.HEADING
            elif tag == "li":
                self.make = Make.ITEM
        elif tag in _CELLS and (label := _BLANKS.sub(" ", "".join(self.parts)).strip(" :")):
            self.text(": " if labels.meaning(label) and not _is_header_row(element) else " | ")
        self.depth_of_bold += tag in _BOLD
        self.text(element.text)

    def leave(self, element: HtmlElement, root: HtmlElement) -> None:
        """Close an element and print what follows it."""
        tag = element.tag
        if tag in _BOLD:
            self.depth_of_bold -= 1
            if self.label_end is None and not self.plain:
                self.label_end = len("".join(self.parts))
        if tag in _BLOCKS and tag != "br" and not (tag in {"p", "div"} and _in_cell(element)):
            self.flush()
        if element is self.notice:
            self.flush()
            self.inside -= 1
        if element is not root:
            self.text(element.tail)

    def text(self, text: str | None) -> None:
        """Add text to the open line."""
        if text:
            self.parts.append(text)
            letters = len(text.strip(" :\n\t\r\u00a0"))
            self.bold += letters if self.depth_of_bold else 0
            self.plain += 0 if self.depth_of_bold else letters

    def flush(self) -> None:
        """End the open line."""
        whole = "".join(self.parts)
        body = _BLANKS.sub(" ", whole).strip()
        if body:
            make = self.make
            if make is Make.TEXT and self.bold and not self.plain and len(body) <= _LONGEST_BOLD_LABEL:
                make = Make.HEADING
            zone = Zone.NOTICE if self.inside else Zone.PAGE
            label = _BLANKS.sub(" ", whole[: self.label_end or 0]).strip()
            rest = _BLANKS.sub(" ", whole[self.label_end or 0 :]).strip()
            if (
                zone is Zone.NOTICE
                and rest.startswith(":")
                and 0 < len(label) <= _LONGEST_BOLD_LABEL
                and labels.meaning(label.rstrip(" :")) is None
            ):
                self._put(f"{label}:", Make.HEADING, zone)
                body = rest.lstrip(": ")
            if body:
                self._put(body, make, zone)
        self.parts, self.bold, self.plain, self.label_end = [], 0, 0, None
        self.make = Make.TEXT

    def _put(self, body: str, make: Make, zone: Zone) -> None:
        if make is Make.HEADING and self.lines:
            self.lines.append("")
            self.hints.append((Make.TEXT, zone))
        self.lines.append(body)
        self.hints.append((make, zone))

    def first(self, text: str) -> None:
        """Put a heading of the page before everything else."""
        self.lines.insert(0, _BLANKS.sub(" ", text).strip())
        self.hints.insert(0, (Make.HEADING, Zone.PAGE))


def _is_header_row(cell: HtmlElement) -> bool:
    """Tell whether every cell of a row is a heading: the row labels columns, not its own values."""
    row = cell.getparent()
    return row is not None and all(each.tag == "th" for each in row)


def _in_cell(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _CELLS
