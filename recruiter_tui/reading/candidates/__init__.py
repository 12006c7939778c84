"""Candidates from strangers' files: the form is known by its structure, the file's name only breaks a tie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.files import Examined, examine, open_text
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.papers import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.reading.candidates.json_entries import Entry

__all__ = ["Incoming", "RowProblem", "Source", "SourceFile", "read_candidates"]

LARGEST: Final = 512 << 20
_PEEK: Final = 4096
_TABLES: Final = frozenset((".csv", ".tsv", ".tab"))
_BINARY: Final = (
    (b"PK\x03\x04", "a workbook or another archive", "save its table as CSV"),
    (b"\xd0\xcf\x11\xe0", "a file of an older Microsoft Office", "save it as CSV"),
    (b"{\\rtf", "a file in Rich Text Format", "save it as DOCX or PDF"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)


def read_candidates(path: Path) -> Iterator[Incoming | RowProblem]:
    """Yield the applications that a file holds, and its problems and warnings, in the file's order.

    A row is either handed on or named in a problem, never dropped; reading goes on after a problem wherever
    the rest can still be told apart. Holds one row at a time in memory.
    """
    file = clean(path.name, limit=255)
    try:
        examined = examine(path)
        source = Source(file, examined.sha256, _form(path, examined))
        yield from _of_one_application_each(_read(path, source, examined), file)
    except Unclear as unclear:
        yield RowProblem(file, "", unclear.problem, unclear.remedy)
    except UnicodeError:
        yield RowProblem(file, "", "the text cannot be decoded", "save the file again as UTF-8")


def _form(path: Path, examined: Examined) -> str:
    """Return the form that the file's bytes show; raises Unclear for a file that intake cannot read."""
    if not examined.size:
        problem = "the file is empty"
        raise Unclear(problem, "check that it is the right file")
    if examined.size > LARGEST:
        problem = f"the file is larger than {LARGEST >> 20} MB"
        raise Unclear(problem, "split it")
    paper = form_of(path, examined.head)
    if paper in ("pdf", "docx"):
        return paper
    for mark, what, remedy in _BINARY:
        if examined.head.startswith(mark):
            problem = f"this is {what}"
            raise Unclear(problem, remedy)
    if path.suffix.lower() not in _TABLES:
        with open_text(path, examined) as text:
            start = text.read(_PEEK).lstrip("\ufeff \t\r\n")
        if start[:1] in ("{", "["):
            return "json"
        if paper and not _is_table(start):
            return paper
    return "csv"


def _is_table(start: str) -> bool:
    """Tell whether a text begins with a header of at least two known columns."""
    from recruiter_tui.reading.candidates.own_csv import column_of  # noqa: PLC0415 - only where a name decides nothing

    header = start.partition("\n")[0]
    return any(
        sum(column_of(cell.strip(' "\r')) is not None for cell in header.split(separator)) > 1
        for separator in ",;\t"
    )


def _read(path: Path, source: Source, examined: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield what the reader of the file's form finds."""
    if source.format == "csv":
        from recruiter_tui.reading.candidates.own_csv import read_csv  # noqa: PLC0415 - only what the file needs

        yield from read_csv(path, source, examined)
    elif source.format != "json":
        from recruiter_tui.reading.candidates.cv_file import read_cv  # noqa: PLC0415 - only what the file needs

        yield from read_cv(path, source)
    else:
        from recruiter_tui.reading.candidates.json_entries import Entry, entries  # noqa: PLC0415 - as above

        with open_text(path, examined) as text:
            for entry in entries(source.file, text):
                yield from _entry(path, source, entry) if isinstance(entry, Entry) else (entry,)


def _entry(path: Path, source: Source, entry: Entry) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of one JSON object in whichever shape it has."""
    from recruiter_tui.reading.candidates import fresh, json_resume, own_json  # noqa: PLC0415 - only what the file needs

    if json_resume.is_resume(entry.value):
        yield from json_resume.read_resume(replace(source, format="json-resume"), entry)
    elif fresh.is_fresh(entry.value):
        told = replace(entry, value=fresh.as_resume(entry.value))
        yield from json_resume.read_resume(replace(source, format="fresh"), told)
    elif own_json.MARKS & entry.value.keys():
        yield from own_json.read_entry(path, source, entry)
    else:
        what = "this object is neither an applicant nor a JSON Resume"
        yield RowProblem(source.file, entry.place, what, "see `candidate read --json` for the shape")


def _of_one_application_each(
    found: Iterator[Incoming | RowProblem],
    file: str,
) -> Iterator[Incoming | RowProblem]:
    """Turn an application that the file holds already into a problem that names both places."""
    seen: dict[str, str] = {}
    for each in found:
        if isinstance(each, Incoming):
            earlier = seen.setdefault(each.application.id, each.row)
            if earlier != each.row:
                what = f"{earlier} has the same application id, or the same content and no id"
                yield RowProblem(file, each.row, what, "remove one of the two, or correct its id")
                continue
        yield each
