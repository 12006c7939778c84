"""Which form a candidates' file has: its bytes tell, its name only breaks a tie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates.files import Examined, open_regular, open_text
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.reading.candidates.papers import BINARY, form_of

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 512 << 20
_PEEK: Final = 4096
_TABLES: Final = frozenset((".csv", ".tsv", ".tab"))
_WORKBOOKS: Final = {".xlsx": "xlsx", ".xlsm": "xlsx", ".ods": "ods"}
_REFUSED: Final = (
    (b"PK\x03\x04", "an archive that is neither a workbook nor a document", "unpack it first"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"\x89PNG", "a picture", "have its text recognised first, or enter the applicant by hand"),
    (b"\xff\xd8\xff", "a picture", "have its text recognised first, or enter the applicant by hand"),
)
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY: Final = slice(48, 52)
_LARGEST_DIRECTORY: Final = 1 << 16
"""Where an Office container says in which sector its directory stands, which names a locked package."""
_WORDS: Final = frozenset((".doc", ".docx", ".odt", ".rtf"))
_PROMISED: Final = frozenset((*_WORDS, *_WORKBOOKS, ".xls", ".pdf"))
"""Names' endings that promise something else than text."""
_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\f\r\x1b"})
_FEW_CONTROLS: Final = 8
_MOST_CONTROLS: Final = 0.05
"""Share of control characters from which on a file is no text; noise has a tenth of them."""
_MAIL = re.compile(
    rb"(?:From [^\n]{1,200}\r?\n)?"
    rb"(?:(?:received|return-path|delivered-to|message-id|from|to|date|subject|mime-version"
    rb"|reply-to|x-[a-z-]{1,40}|dkim-signature|arc-seal|content-type):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}",
    re.IGNORECASE,
)
_XML = re.compile(r"<(?:[a-z0-9]{1,12}:)?(?:SkillsPassport|Candidate|Profile)[\s>]")
KINDS: Final = frozenset(
    (
        *_TABLES, *_WORKBOOKS, ".json", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx",
        ".odt", ".rtf", ".doc", ".xls", ".eml", ".mbox", ".mbx", ".vcf", ".xml",
    ),
)  # fmt: skip
"""The names' endings of which a folder is read."""
TABLES: Final = frozenset((*_TABLES, *_WORKBOOKS, ".txt"))
"""Those of them that may be tables whose columns somebody has to tell."""
SEVERAL: Final = frozenset((*_TABLES, *_WORKBOOKS, ".json", ".xls"))
"""Those of them that may name other files as papers."""


def form(path: Path, examined: Examined) -> str:
    """Return the form that the file's bytes show; raises Unclear for a file that intake cannot read."""
    head, suffix = examined.head, path.suffix.lower()
    if not examined.size:
        problem = "the file is empty"
        raise Unclear(problem, "check that it is the right file")
    if examined.size > LARGEST:
        problem = f"the file is larger than {LARGEST >> 20} MB"
        raise Unclear(problem, "split it")
    paper = form_of(path.suffix, head)
    if paper in BINARY:
        return paper
    if head.startswith(_OLD_OFFICE):
        raise _of_office(path, head, suffix)
    if found := _of_bytes(head, suffix):
        return found
    if _is_noise(examined):
        raise _no_text(suffix)
    if suffix in _TABLES:
        return "csv"
    with open_text(path, examined) as text:
        start = text.read(_PEEK).lstrip("\ufeff \t\r\n")
    found = _of_text(start, suffix, paper)
    if suffix == ".pdf" and found == "text":
        raise _no_text(suffix)
    return found


def _is_noise(examined: Examined) -> bool:
    """Tell whether a file's beginning is neither text nor anything that is known."""
    head = examined.head
    if examined.encoding.startswith(("utf-16", "utf-32")):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(head))


def _no_text(suffix: str) -> Unclear:
    """Return what to say of a file that is not what its name promises, or nothing that is known."""
    if suffix in _PROMISED:
        problem = f"this is no {suffix[1:].upper()} file, although its name says so"
        return Unclear(problem, "it may be damaged: ask for it again, or open it and save it anew")
    return Unclear("this is neither text nor a document that is known", "check that it is the right file")


def _of_office(path: Path, head: bytes, suffix: str) -> Unclear:
    """Return what to say of a container of old Office files; locked documents of today come in one too."""
    where = (int.from_bytes(head[_DIRECTORY], "little") + 1) << (9 if head[26:28] != b"\x04\0" else 12)
    with open_regular(path) as file:
        file.seek(where)
        if _LOCKED in file.read(_LARGEST_DIRECTORY) or _LOCKED in head:
            return Unclear("the file is locked with a password", "save it without one")
    is_table = suffix in (*_WORKBOOKS, ".xls", ".xlt")
    problem = "this is a file of an Office before 2007"
    return Unclear(problem, "save it as XLSX or CSV" if is_table else "save it as DOCX or PDF")


def _of_bytes(head: bytes, suffix: str) -> str | None:
    """Return the form of workbooks and mail; raises Unclear for what is known and not readable."""
    if head.startswith(b"PK\x03\x04"):
        if b"opendocument.spreadsheet" in head[:200]:
            return "ods"
        if suffix in _WORKBOOKS or b"xl/" in head:
            return _WORKBOOKS.get(suffix, "xlsx")
    for mark, what, remedy in _REFUSED:
        if head.startswith(mark):
            problem = f"this is {what}"
            raise Unclear(problem, remedy)
    if head[:5] == b"From " and (suffix in (".mbox", ".mbx", "") or _MAIL.match(head)):
        return "mbox"
    return "mail" if suffix == ".eml" or (suffix not in _TABLES and _MAIL.match(head)) else None


def _of_text(start: str, suffix: str, paper: str | None) -> str:
    """Return the form of a text by how it begins."""
    if start[:1] in ("{", "["):
        return "json"
    if start[:11].upper() == "BEGIN:VCARD":
        return "vcard"
    if start.startswith("<") and paper != "html":
        if _XML.search(start):
            return "europass"
        if suffix == ".xml" or start.startswith("<?xml"):
            problem = "this is XML of an unknown kind"
            raise Unclear(problem, "Europass XML is read; save anything else as PDF, DOCX or CSV")
    if _is_table(start):
        return "csv"
    return paper or ("text" if suffix in _WORDS or suffix == ".pdf" else "csv")


def _is_table(start: str) -> bool:
    """Tell whether a text begins with a header of at least two known columns."""
    from recruiter_tui.reading.candidates.dialects.systems import is_known

    header = start.partition("\n")[0]
    return any(
        sum(is_known(cell.strip(' "\r')) for cell in header.split(separator)) > 1 for separator in ",;\t"
    )
