"""Europass profiles: version 3 as XML or JSON, version 4 as XML, alone or within the PDF that it made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.person import Document
from recruiter_tui.reading.candidates.europass_3 import version_3
from recruiter_tui.reading.candidates.europass_4 import version_4
from recruiter_tui.reading.candidates.europass_tree import Tree, shaped
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.places import located
from recruiter_tui.reading.children import answer
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.reading.candidates.files import Examined

_ROOTS: Final = frozenset(("SkillsPassport", "Candidate"))
_LENGTH_OF_ID: Final = 12
_REMEDY: Final = "save the profile as PDF and read that"


def read_europass(path: Path, source: Source, _: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of an XML file; raises Unclear where it is no profile."""
    try:
        told = answer(path, "xml-tree")
    except Unreadable as unreadable:
        problem = unreadable.problem.replace(path.name, "the file", 1)
        raise Unclear(problem, _REMEDY) from None
    candidate = profile(told)
    if candidate is None:
        problem = "this XML is no Europass profile that names a person"
        raise Unclear(problem, _REMEDY)
    document = Document(source.file, source.sha256, summary(candidate), "application/xml")
    yield Incoming(
        Application(f"cv-{source.sha256[:_LENGTH_OF_ID]}"),
        replace(located(candidate, document.text), documents=(document,)),
        "",
        source,
        files=(SourceFile(source.sha256, path),),
    )


def within_pdf(path: Path) -> Candidate | None:
    """Return the candidate of the profile that a PDF carries within, or None where it carries none."""
    try:
        return profile(answer(path, "pdf-tree"))
    except Unreadable:
        return None  # the PDF's own text is read then


def profile(told: Tree) -> Candidate | None:
    """Return the candidate whom a tree of either version describes, or None where it is none."""
    tree = told.get("tree")
    if told.get("root") not in _ROOTS or not isinstance(tree, dict):
        return None
    candidate = version_4(tree) if told["root"] == "Candidate" else version_3(tree)
    return candidate if candidate.name.value or candidate.emails else None


def from_json(value: Tree) -> Candidate | None:
    """Return the candidate of a version 3 profile as JSON."""
    return profile({"root": "SkillsPassport", "tree": shaped(value.get("SkillsPassport"), 0)})


def summary(candidate: Candidate) -> str:
    """Return a profile's facts as lines, for reading, for search and for their places."""
    lines = [candidate.name.value or ""]
    lines += [each.text or each.value or "" for each in (*candidate.emails, *candidate.phones)]
    for label, countries_named in (
        ("Nationality", candidate.nationalities),
        ("Residence", (candidate.residence,)),
    ):
        lines += [
            f"{label}: {countries.name(each.value)} ({each.value})" for each in countries_named if each.value
        ]
    if candidate.birth_date.value:
        lines.append(f"Born: {candidate.birth_date.value}")
    for job in candidate.employment:
        lines += [f"{job.title}, {job.employer}, {job.start or '?'} - {job.end or '?'}", job.text]
    for degree in candidate.degrees:
        parts = (degree.title, degree.field, degree.institution, str(degree.completed or ""))
        lines.append(", ".join(filter(None, parts)))
    for skill in candidate.languages:
        level = skill.level or ", ".join(f"{name} {value}" for name, value in skill.scale.items())
        lines.append(f"{languages.name(skill.language)}: {level}")
    return "\n".join(line for line in lines if line)
