"""Candidates from strangers' files: the form is known by its structure, the file's name only breaks a tie."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.files import Examined, examine, open_text, state_of
from recruiter_tui.reading.candidates.forms import form
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.reading.candidates.json_entries import Entry

    Answers = Mapping[str, Mapping[str, str | None]]

__all__ = ["Incoming", "RowProblem", "Source", "SourceFile", "read_candidates"]


def read_candidates(path: Path, remembered: Answers | None = None) -> Iterator[Incoming | RowProblem]:
    """Yield the applications that a file holds, and its problems and warnings, in the file's order.

    A row is either handed on or named in a problem, never dropped; reading goes on after a problem wherever
    the rest can still be told apart. Holds a few rows at a time in memory. `remembered` holds what persons
    said about the columns of tables, heading to field, by `Mapping.key`.
    """
    file = clean(path.name, limit=255)
    try:
        before = state_of(path)
        examined = examine(path)
        source = Source(file, examined.sha256, form(path, examined))
        found = _of_one_application_each(_read(path, source, examined, remembered), file)
        if source.format in _OF_MANY:
            yield from found
        kept = list(found)
        if state_of(path) == before:
            yield from kept
        else:  # what was read may be half of one file, half of another
            what = "the file changed while it was read"
            yield RowProblem(file, "", what, "import it again once nobody writes to it")
    except Unclear as unclear:
        yield RowProblem(file, "", unclear.problem, unclear.remedy)
    except UnicodeError:
        yield RowProblem(file, "", "the text cannot be decoded", "save the file again as UTF-8")
    except OSError as error:
        what = f"the file cannot be read to its end ({os.strerror(error.errno or 0)})"
        yield RowProblem(file, "", what, "check that it is still there and whole, and import again")


def _read(
    path: Path, source: Source, examined: Examined, remembered: Answers | None
) -> Iterator[Incoming | RowProblem]:
    """Yield what the reader of the file's form finds."""
    if source.format in _READERS:
        module, name = _READERS[source.format]
        reader = getattr(import_module(f"recruiter_tui.reading.candidates.{module}"), name)
        is_table = module == "table_files"
        yield from reader(path, source, examined, remembered) if is_table else reader(path, source, examined)
        return
    from recruiter_tui.reading.candidates.json_entries import Entry, entries

    results: set[str] = set()
    with open_text(path, examined) as text:
        for entry in entries(source.file, text):
            for one in _several(source.file, entry, results):
                yield from _entry(path, source, one) if isinstance(one, Entry) else (one,)
    if results:
        from recruiter_tui.reading.candidates.exported import left_out

        yield left_out(source.file, results)


def _several(file: str, entry: Entry | RowProblem, results: set[str]) -> Iterator[Entry | RowProblem]:
    """Yield the applications of an exported list one by one, and anything else as it is."""
    from recruiter_tui.reading.candidates import exported
    from recruiter_tui.reading.candidates.json_entries import Entry as Told

    if isinstance(entry, RowProblem):
        yield entry
        return
    is_list = not entry.is_listed and exported.is_export(entry.value)
    for one in exported.listed(file, entry) if is_list else (entry,):
        yield exported.bare(one, results) if isinstance(one, Told) and one.is_listed else one


_OF_MANY: Final = frozenset(("csv", "xlsx", "ods", "json", "mbox", "vcard"))
"""Forms that hold many people, who are handed on as they are read."""
_PAPER: Final = ("cv_file", "read_cv")
_READERS: Final = {
    "csv": ("table_files", "read_csv"),
    **dict.fromkeys(("xlsx", "ods"), ("table_files", "read_workbook")),
    **dict.fromkeys(("pdf", "docx", "odt", "rtf", "html", "markdown", "text"), _PAPER),
    **dict.fromkeys(("mail", "mbox"), ("mail", "read_mail")),
    "vcard": ("vcard", "read_vcard"),
    "europass": ("europass", "read_europass"),
}
"""The module and function that read each form but JSON, loaded only where a file needs them."""


def _entry(path: Path, source: Source, entry: Entry) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of one JSON object in whichever shape it has."""
    from recruiter_tui.reading.candidates import fresh, hr_open, json_resume, own_json

    if json_resume.is_resume(entry.value):
        yield from json_resume.read_resume(replace(source, format="json-resume"), entry)
    elif fresh.is_fresh(entry.value):
        resume = replace(entry, value=fresh.as_resume(entry.value))
        yield from json_resume.read_resume(replace(source, format="fresh"), resume)
    elif "SkillsPassport" in entry.value:
        from recruiter_tui.reading.candidates.europass import from_json

        yield from _alone(source, entry, "europass", from_json(entry.value))
    elif (told := hr_open.candidate_within(entry.value)) is not None:
        yield from _alone(source, entry, "hr-open", hr_open.from_json(told))
    elif own_json.MARKS & entry.value.keys():
        yield from own_json.read_entry(path, source, entry)
    else:
        what = "this object is neither an applicant nor a JSON Resume"
        yield RowProblem(source.file, entry.place, what, "see `candidate read --json` for the shape")


def _alone(
    source: Source, entry: Entry, form: str, candidate: Candidate | None
) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of a profile in JSON that says nothing of an application."""
    from recruiter_tui.reading.candidates.own_json import content
    from recruiter_tui.reading.candidates.rows import identity

    if candidate is None:
        yield RowProblem(source.file, entry.place, "the profile names nobody", "give it a name or an address")
        return
    told = replace(source, format=form)
    yield Incoming(Application(identity(content(entry.value))), candidate, entry.place, told)


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
