"""Mails with CVs attached, one a file or many in an mbox: the sender, the time of receipt and the best CV."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.person import Candidate, Document
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.cv import candidate_of
from recruiter_tui.reading.candidates.cv_file import harmless
from recruiter_tui.reading.candidates.files import open_regular
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.papers import MEDIA_TYPES
from recruiter_tui.reading.children import answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.reading.candidates.files import Examined

LARGEST: Final = 50 << 20
_LONGEST_LINE: Final = 1 << 16
_LENGTH_OF_ID: Final = 12
_MOST_PAPERS: Final = 20
_LONGEST_NAME: Final = 255
_CV = re.compile(r"\b(?:cv|resume|curriculum|lebenslauf|p11|php|phf|europass|hoja de vida)\b")
_OTHER = re.compile(
    r"\b(?:cover|letter|motivation|lettre|carta|diplom\w*|degree|certificat\w*|passport|transcript)\b"
)
_REMEDY: Final = "open the mail and enter the applicant by hand"


@dataclass(frozen=True, slots=True)
class _Paper:
    """An attachment with its text and what a CV reader makes of it."""

    document: Document
    file: SourceFile
    candidate: Candidate
    weight: int


def read_mail(path: Path, source: Source, examined: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of each mail of a file, problems and warnings between them."""
    ranges = _ranges(path) if source.format == "mbox" else iter(((0, examined.size),))
    for number, (offset, length) in enumerate(ranges, 1):
        place = f"mail {number}" if source.format == "mbox" else ""
        try:
            yield from _Mail(path, source, place, offset, length).read()
        except Unreadable as unreadable:
            problem = unreadable.problem.replace(path.name, "the mail", 1)
            yield RowProblem(source.file, place, problem, _REMEDY)
        except Unclear as unclear:
            yield RowProblem(source.file, place, unclear.problem, unclear.remedy)


def _ranges(path: Path) -> Iterator[tuple[int, int]]:
    """Yield where each mail of an mbox begins and how long it is: `From ` opens one after a blank line."""
    begin, at, after_blank, whole = 0, 0, True, True
    with open_regular(path) as file:
        while line := file.readline(_LONGEST_LINE):
            if whole and after_blank and line.startswith(b"From ") and at > begin:
                yield begin, at - begin
                begin = at
            after_blank = whole and not line.strip()
            whole = line.endswith(b"\n")
            at += len(line)
    if at > begin:
        yield begin, at - begin


class _Mail:
    """One mail while it is read."""

    def __init__(self, path: Path, source: Source, place: str, offset: int, length: int) -> None:
        self.path = path
        self.source = source
        self.place = place
        self.range = {"offset": offset, "length": length}
        self.remarks: list[str] = []

    def read(self) -> Iterator[Incoming | RowProblem]:
        """Yield the applicant after the mail's warnings."""
        if self.range["length"] > LARGEST:
            problem = f"the mail is larger than {LARGEST >> 20} MB"
            raise Unclear(problem, "save its attachments and import those")
        told = answer(self.path, "mail", **self.range)
        if not told.get("is_mail"):
            problem = "this is no mail: it has neither a sender nor a subject nor a date"
            raise Unclear(problem, "check that it is the right file")
        whole = Document(
            clean(f"{self.source.file} {self.place}".strip(), limit=_LONGEST_NAME),
            told["sha256"],
            _letter(told),
            "message/rfc822",
        )
        papers, others = self._papers(told["parts"])
        best = max(papers, key=lambda each: each.weight, default=None)
        if best is None and (told["parts"] or not _is_cv(candidate_of(whole.text))):
            self.remarks.append("no CV with text is attached")
        candidate = best.candidate if best else candidate_of(whole.text) if not told["parts"] else Candidate()
        candidate = _with_sender(candidate, told)
        documents = [each.document for each in sorted(papers, key=lambda each: each is not best)]
        files = [each.file for each in papers] + [file for _, file in others]
        warnings = (*candidate.warnings, *self.remarks)
        if not (candidate.name.value or candidate.emails):
            problem = "neither a name nor an e-mail address was found"
            raise Unclear(problem, _REMEDY)
        for warning in warnings:
            yield RowProblem(
                self.source.file, self.place, warning, "look at the mail itself", is_warning=True
            )
        key = hashlib.sha256((told["id"] or told["sha256"]).encode("utf-8", "replace")).hexdigest()
        yield Incoming(
            Application(f"mail-{key[:_LENGTH_OF_ID]}", self._received(told), "e-mail"),
            replace(
                candidate,
                documents=(*documents, *(paper for paper, _ in others), whole),
                warnings=warnings,
            ),
            self.place,
            self.source,
            files=(*files, SourceFile(whole.sha256, self.path, **self.range)),
        )

    def _received(self, told: dict[str, Any]) -> Any:  # noqa: ANN401 - a moment, or None
        if not told["received"]:
            self.remarks.append("the mail does not say when it was received")
            return None
        return facts.moment(told["received"])

    def _papers(self, parts: list[dict[str, Any]]) -> tuple[list[_Paper], list[tuple[Document, SourceFile]]]:
        """Return the attachments with text and those without."""
        papers: list[_Paper] = []
        others: list[tuple[Document, SourceFile]] = []
        seen: set[str] = set()
        for part in parts[:_MOST_PAPERS]:
            if part["sha256"] in seen or not part["size"]:
                continue
            seen.add(part["sha256"])
            file = SourceFile(part["sha256"], self.path, **self.range, part=part["number"])
            name = _file_name(part)
            form = part["form"]
            text = self._text(part) if form else ""
            document = Document(
                name, part["sha256"], harmless(text), MEDIA_TYPES.get(form or "", part["type"])
            )
            if text:
                candidate = candidate_of(text, document)
                papers.append(_Paper(document, file, candidate, _weight(candidate, name)))
            else:
                others.append((document, file))
        if len(parts) > _MOST_PAPERS:
            self.remarks.append(f"of {len(parts)} attachments the first {_MOST_PAPERS} were taken")
        return papers, others

    def _text(self, part: dict[str, Any]) -> str:
        """Return an attachment's text; one that cannot be read is kept, with a remark that says why."""
        try:
            told = answer(self.path, "mail-text", **self.range, part=part["number"], **{"as": part["form"]})
        except Unreadable as unreadable:
            why = unreadable.problem.rpartition("cannot be read: ")[2]
            self.remarks.append(f"attachment {part['number'] + 1} cannot be read: {why}")
            return ""
        self.remarks += [
            f"attachment {part['number'] + 1}: {remark}" for remark in map(str, told.get("remarks", ()))
        ]
        text = str(told.get("text", ""))
        if not text.strip():
            self.remarks.append(f"attachment {part['number'] + 1} holds no text, only pictures")
            return ""
        return text


def _file_name(part: dict[str, Any]) -> str:
    """Return the name under which an attachment is shown: its last part, as words and never as a path."""
    name = clean(str(part["name"]), limit=2 * _LONGEST_NAME).replace("\\", "/").rpartition("/")[2]
    return name[:_LONGEST_NAME].strip(" .") or f"attachment {part['number'] + 1}"


def _letter(told: dict[str, Any]) -> str:
    """Return a mail's own words, its subject first."""
    head = clean(told["subject"])
    return harmless("\n\n".join(part for part in (head, told["text"]) if part))


def _weight(candidate: Candidate, name: str) -> int:
    """Weigh how much an attachment is the CV: what it tells counts, then its name."""
    facts_told = 2 * len(candidate.employment) + 2 * len(candidate.degrees) + len(candidate.languages)
    words = re.sub(r"[_.-]", " ", name.casefold())
    return (
        min(facts_told, 20)
        + 2 * bool(candidate.name.value)
        + bool(candidate.emails)
        + 10 * bool(_CV.search(words))
        - 5 * bool(_OTHER.search(words))
    )


def _is_cv(candidate: Candidate) -> bool:
    return bool(candidate.employment or candidate.degrees)


def _with_sender(candidate: Candidate, told: dict[str, Any]) -> Candidate:
    """Add the sender's address, and the sender's name where the CV tells none."""
    address = clean(told["reply_to"] or told["address"], limit=320)
    known = {(mail.value or "").casefold() for mail in candidate.emails}
    emails = candidate.emails
    if address and address.casefold() not in known:
        emails = (*emails, Stated.known(address))
    name = candidate.name
    if not name.value and (shown := clean(told["name"], limit=200)) and "@" not in shown:
        name = Stated.inferred(shown, why="the sender's name in the mail")
    return replace(candidate, name=name, emails=emails)
