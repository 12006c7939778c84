"""A file that is one person's CV: its text, its candidate, and an application without a number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.person import Document
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.candidates.files import open_regular
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.papers import MEDIA_TYPES, paper_text
from recruiter_tui.reading.candidates.places import located

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.reading.candidates.files import Examined

_LENGTH_OF_ID: Final = 12
_LARGEST_SEARCHED: Final = 50 << 20
_UNSEEN = re.compile("[^\\n\\t -~]")


def read_cv(path: Path, source: Source, _: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of a CV, or why it tells of none; raises Unclear for a file without text.

    The application's number comes from the file's bytes, so that the same file is the same application and
    five namesakes with five files stay five.
    """
    profile = _profile(path) if source.format == "pdf" else None
    remarks: list[str] = []
    text = _text(path, source.format, profile, remarks)
    document = Document(source.file, source.sha256, harmless(text), MEDIA_TYPES[source.format])
    candidate = (
        replace(located(profile, document.text), documents=(document,))
        if profile
        else candidate_of(text, document)
    )
    candidate = replace(candidate, warnings=(*candidate.warnings, *remarks))
    if not (candidate.name.value or candidate.emails):
        what = "neither a name nor an e-mail address was found"
        yield RowProblem(source.file, "", what, "enter the applicant by hand, or check that the file is a CV")
        return
    for warning in candidate.warnings:
        remedy = "look at what the applicant sent"
        yield RowProblem(source.file, "", warning, remedy, is_warning=True)
    application = Application(f"cv-{source.sha256[:_LENGTH_OF_ID]}")
    yield Incoming(application, candidate, "", source, files=(SourceFile(source.sha256, path),))


def _profile(path: Path) -> Candidate | None:
    """Return the candidate of the Europass profile that a PDF carries within, where it carries one."""
    with open_regular(path) as file:
        if b"/EmbeddedFile" not in file.read(_LARGEST_SEARCHED):
            return None
    from recruiter_tui.reading.candidates.europass import within_pdf

    return within_pdf(path)


def _text(path: Path, form: str, profile: Candidate | None, remarks: list[str]) -> str:
    """Return the paper's text; one that is only pictures is none the worse for a profile within it."""
    try:
        return paper_text(path, form, remarks)
    except Unclear:
        if profile is None:
            raise
        return ""


def harmless(text: str) -> str:
    """Return the text with a blank for every character that the gate would remove, so that places agree."""
    return _UNSEEN.sub(lambda found: found.group() if clean(found.group(), multiline=True) else " ", text)
