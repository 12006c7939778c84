"""One person's paper to text: PDF, DOCX, HTML, Markdown or plain text, known by its bytes first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.candidates.files import open_regular
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.reading.text import decode

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 20 << 20
LONGEST_TEXT: Final = 1_000_000
FORMATS: Final = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
}
BINARY: Final = frozenset(("pdf", "docx", "odt", "rtf"))
"""The forms that a child process reads."""
MEDIA_TYPES: Final = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "doc": "application/msword",
}
_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tr",
        "ul",
    ],
)
_INLINE: Final = frozenset(("span", "small", "em", "i", "time"))
_TIGHT: Final = frozenset(
    (
        "br",
        "li",
        "tr",
        "tbody",
        "thead",
        "dt",
        "dd",
        "div",
        "figcaption",
        "body",
        "td",
        "th",
        "header",
        "time",
    )
)
"""Elements that begin a line without a blank one above it."""
_SILENT: Final = frozenset(("script", "style", "head", "template", "noscript", "svg", "title"))
_CELLS: Final = frozenset(("td", "th"))
_BROKEN_HYPHEN = re.compile("[\x02\ufffe\u00ad]")
"""How PDF readers show the hyphen of a word that is parted at the end of a line."""
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_BREAKS = re.compile(r"[\r\n](?:[ |]*[\r\n])*")
_DEEPEST: Final = 200


def form_of(suffix: str, head: bytes) -> str | None:
    """Return the form of a paper by its first bytes and its name's ending, None where it cannot be read."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    named = FORMATS.get(suffix.lower())
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(head) or (named if named in ("docx", "odt") else None)
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")):
        return "html"
    return named if named not in BINARY else None


def _of_archive(head: bytes) -> str | None:
    """Return the form of an office document by the first names in its archive."""
    if b"application/vnd.oasis.opendocument.text" in head[:200]:
        return "odt"
    return "docx" if b"word/" in head else None


def paper_text(path: Path, form: str, remarks: list[str]) -> str:
    """Return the text of a paper, the one that spans count in; raises Unclear with what to do.

    What is left out of a very long one is added to `remarks`.
    """
    if form in BINARY:
        from recruiter_tui.reading.documents import document_text

        try:
            return _BROKEN_HYPHEN.sub("-", _bounded(document_text(path, form, remarks), remarks))
        except Unreadable as unreadable:
            problem = unreadable.problem.replace(path.name, "the file", 1)
            raise Unclear(problem, unreadable.remedy) from None
    with open_regular(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        problem = f"the file is larger than {LARGEST >> 20} MB"
        raise Unclear(problem, "save it in parts")
    return text_of(data, form, remarks)


def text_of(data: bytes, form: str, remarks: list[str]) -> str:
    """Return the text of a web page, Markdown or plain text; that it is cut is added to `remarks`."""
    return _bounded(html_text(data) if form == "html" else decode(data), remarks)


def _bounded(text: str, remarks: list[str]) -> str:
    """Return as much of a text as is kept, with a remark where that is not all of it."""
    if len(text) > LONGEST_TEXT:
        remarks.append(f"only the first {LONGEST_TEXT:,} characters of the text were read")
    return text[:LONGEST_TEXT]


def html_text(data: bytes) -> str:
    """Return the visible text of a web page, a line a block, points of lists behind a hyphen."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(
            decode(data).encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except (etree.ParserError, ValueError):
        return ""
    out: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _INLINE and _within_heading(element):
                out.append(" | ")
            out += _opening(tag, element.text or "" if tag not in _SILENT else "")
        else:
            if event == "end":
                out.append(_break(tag) or (" | " if tag in _CELLS else ""))
            out.append(_tail(element))
    text = _BREAKS.sub(lambda found: "\n\n" if found.group().count("\n") > 1 else "\n", "".join(out))
    lines = (_BLANKS.sub(" ", line).strip(" |") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _break(tag: str) -> str:
    """Return the line end that an element makes, a carriage return where no blank line may come of it."""
    return "" if tag not in _BLOCKS else "\r" if tag in _TIGHT else "\n"


def _within_heading(element: object) -> bool:
    """Tell whether an element is set apart within a heading: a post beside its employer, or dates."""
    parent = element.getparent()  # type: ignore[attr-defined]  # lxml ships no types
    is_heading = parent is not None and isinstance(parent.tag, str) and re.fullmatch(r"h[1-6]", parent.tag)
    is_first = element.getprevious() is None  # type: ignore[attr-defined]  # lxml ships no types
    return bool(is_heading) and (not is_first or bool((parent.text or "").strip()))


def _opening(tag: str, text: str) -> list[str]:
    """Return what stands for an element's start tag, and its text on one line."""
    start = f"{_break(tag)}- " if tag == "li" else _break(tag)
    mark = f"{'#' * int(tag[1])} " if re.fullmatch(r"h[1-6]", tag) else ""
    return [start, mark, _BLANKS.sub(" ", text)]


def _tail(element: object) -> str:
    """Return the text behind an element, unless it stands in something that is not shown."""
    parent = element.getparent()  # type: ignore[attr-defined]  # lxml ships no types
    if parent is None or parent.tag in _SILENT:
        return ""
    return _BLANKS.sub(" ", element.tail or "")  # type: ignore[attr-defined]  # lxml ships no types
