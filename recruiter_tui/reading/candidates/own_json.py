"""The program's own JSON: objects like those of `candidate read --json`, plain strings allowed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.person import Candidate, Degree, Document, Employment, LanguageSkill
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates import degree_words, facts
from recruiter_tui.reading.candidates.attachments import attachment
from recruiter_tui.reading.candidates.filling import filled
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.rows import LONGEST_TEXT, Row, identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from recruiter_tui.reading.candidates.json_entries import Entry

MARKS: Final = frozenset(
    (
        "application",
        "name",
        "given_name",
        "family_name",
        "emails",
        "email",
        "nationalities",
        "employment",
        "degrees",
    )
)
"""Keys of which one at least tells an applicant from other JSON."""
KEYS: Final = MARKS | frozenset(
    ("phones", "phone", "residence", "gender", "languages", "note", "tags", "cv", "warnings", "source")
)
_SKILLS: Final = frozenset(
    {"reading", "writing", "speaking", "understanding", "oral", "spoken", "written", "listening"}
    | {"spoken interaction", "spoken production"}
)
Object = dict[str, object]


def read_entry(path: Path, source: Source, entry: Entry) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of one object after its warnings, or all the reasons why it cannot come in."""
    reader = _Reader(Row(source.file, entry.place), entry.value)
    incoming = reader.incoming(path, source)
    yield from reader.row.warnings
    yield from reader.row.problems
    if not reader.row.problems:
        yield incoming


def content(value: object) -> str:
    """Return JSON as one canonical text, so that the same content has the same number."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


class _Reader:
    """One object while it is read."""

    def __init__(self, row: Row, value: Mapping[str, object]) -> None:
        self.row = row
        self.value = value

    def incoming(self, path: Path, source: Source) -> Incoming:
        """Return the application; problems are noted on the row."""
        documents: list[Document] = []
        files: list[SourceFile] = []
        if wording := self.text("cv", self.value.get("cv")):
            try:
                document, file, why = attachment(path.parent, wording)
                documents.append(document)
                files.append(file)
                if why:
                    self.row.doubt("cv", why.problem, why.remedy)
            except Unclear as unclear:
                self.row.problem("cv", unclear.problem, unclear.remedy)
        documents += self._unknown(source)
        application = self._application()
        note = self.text("note", self.value.get("note"), multiline=True) or None
        tags = [self.text("tags", each) for each in self._list("tags")]
        candidate = self._candidate(tuple(documents))
        if files:
            candidate, doubt = filled(candidate, documents[0])
            if doubt:
                self.row.doubt("cv", doubt, "check which paper belongs to the entry; it is kept with it")
                candidate = replace(candidate, warnings=(*candidate.warnings, self.row.remarks[-1]))
        return Incoming(
            application,
            candidate,
            self.row.place,
            source,
            note,
            tuple(dict.fromkeys(filter(None, tags))),
            tuple(files),
        )

    def _unknown(self, source: Source) -> list[Document]:
        """Return what the object holds beyond the known keys, as a paper of its own."""
        rest = {key: each for key, each in self.value.items() if key not in KEYS}
        if not rest:
            return []
        self.row.doubt(
            "", f"{len(rest)} keys are not known", "their content is kept with the applicant as text"
        )
        text = self.row.text("", content(rest), multiline=True, limit=LONGEST_TEXT)
        name = ", ".join(part for part in (source.file, self.row.place, "other keys") if part)
        return [Document(name, hashlib.sha256(text.encode()).hexdigest(), text)]

    def _application(self) -> Application:
        """Return the application's own data; an id alone may stand for all of it."""
        raw = self.value.get("application")
        data: Object = raw if isinstance(raw, dict) else {"id": raw}
        received = self.text("application, received", data.get("received"))
        internal = data.get("internal")
        if internal is not None and not isinstance(internal, bool):
            wording = self.text("application, internal", internal)
            internal = self.row.read("application, internal", wording, facts.yes_or_no, None)
        return Application(
            id=self.text("application, id", data.get("id")) or identity(content(self.value)),
            received=self.row.read("application, received", received, facts.moment, None)
            if received
            else None,
            channel=self.text("application, channel", data.get("channel")) or None,
            internal=internal,
        )

    def _candidate(self, documents: tuple[Document, ...]) -> Candidate:
        """Return the person."""
        emails = tuple(Stated.known(each) for each in self._texts("emails", "email"))
        phones = tuple(facts.phone(each) for each in self._texts("phones", "phone"))
        jobs = self.row.each("employment", self._objects("employment"), self._job)
        degrees = self.row.each("degrees", self._objects("degrees"), self._degree)
        languages = self.row.each("languages", self._objects("languages"), self._language)
        nationalities = self.row.each("nationalities", self._texts("nationalities"), facts.country)
        residence = self.row.residence(self.text("residence", self.value.get("residence")))
        earlier = [self.text("warnings", each) for each in self._list("warnings")]
        self.row.contacts(emails, phones)
        self.row.jobs(jobs)
        name, given, family = self._name()
        if not (name.value or emails or self.value.get("application")):
            self.row.problem(
                "", "the entry names nobody", "give it a name, an e-mail address or an application id"
            )
        self.row.close()
        return Candidate(
            name=name,
            given_name=given,
            family_name=family,
            emails=emails,
            phones=phones,
            nationalities=nationalities,
            residence=residence,
            gender=facts.gender(self.text("gender", self.value.get("gender"))),
            employment=jobs,
            degrees=degrees,
            languages=languages,
            documents=documents,
            warnings=tuple(dict.fromkeys((*filter(None, earlier), *self.row.remarks))),
        )

    def _name(self) -> tuple[Stated[str], Stated[str], Stated[str]]:
        """Return the whole, given and family name."""
        raw = self.value.get("name")
        parts: Object = raw if isinstance(raw, dict) else {}
        whole = self.text("name", raw)
        given = self.text("name, given", parts.get("given") or self.value.get("given_name"))
        family = self.text("name, family", parts.get("family") or self.value.get("family_name"))
        name = Stated.known(whole) if whole else Stated[str].missing()
        if not whole and (joined := " ".join(filter(None, (given, family)))):
            name = Stated.inferred(joined, why="put together from given and family name")
        return (
            name,
            Stated.known(given) if given else Stated.missing(),
            Stated.known(family) if family else Stated.missing(),
        )

    def _job(self, data: Object) -> Employment:
        """Return a job; raises Unclear for the first part that means nothing certain."""
        fte, paid = data.get("fte"), data.get("paid")
        until = self.text("employment, end", data.get("end"))
        return Employment(
            employer=self.text("employment, employer", data.get("employer")),
            title=self.text("employment, title", data.get("title")),
            start=facts.date(self.text("employment, start", data.get("start"))),
            end=facts.end(until) if until else None,
            fte=facts.share_of_number(fte),
            paid=paid if isinstance(paid, bool) else facts.paid_or_not(self.text("employment, paid", paid)),
            text=self.text("employment, text", data.get("text"), multiline=True),
        )

    def _degree(self, data: Object) -> Degree:
        """Return a degree; the level's own wording stays as its title where no other is given."""
        level = self.text("degrees, level", data.get("level"))
        title = self.text("degrees, title", data.get("title")) or level
        parts = [
            self.text(f"degrees, {key}", data.get(key))
            for key in ("field", "institution", "completed", "status")
        ]
        degree = facts.degree((level or title, *parts))
        return replace(degree, title=title or None, level=degree.level or degree_words.level(title))

    def _language(self, data: Object) -> LanguageSkill:
        """Return a language skill with its levels per skill."""
        level = self.text("languages, level", data.get("level"))
        skill = facts.language((self.text("languages, language", data.get("language")), level))
        raw = data.get("scale")
        scale = {
            name: self.text(f"languages, {name}", each)
            for key, each in (raw.items() if isinstance(raw, dict) else ())
            if each and (name := fold(str(key))) in _SKILLS
        }
        return replace(skill, scale=scale, tested=self.text("languages, tested", data.get("tested")) or None)

    def _list(self, key: str) -> list[object]:
        """Return a key's values as a list, also where there is just one."""
        raw = self.value.get(key)
        return raw if isinstance(raw, list) else [] if raw in (None, "") else [raw]

    def _texts(self, *keys: str) -> list[str]:
        """Return the texts under the first of the keys that has any."""
        key = next((key for key in keys if self._list(key)), keys[0])
        return [text for each in self._list(key) if (text := self.text(key, each))]

    def _objects(self, key: str) -> Iterator[Object]:
        """Yield the objects under a key; a plain string stands for the first part of one."""
        first = {"languages": "language", "degrees": "level", "employment": "title"}[key]
        for number, each in enumerate(self._list(key), 1):
            if isinstance(each, dict):
                yield each
            elif isinstance(each, str):
                yield {first: each}
            else:
                self.row.problem(
                    f"{key} {number}", "this is neither an object nor a text", "see `candidate read --json`"
                )

    def text(self, where: str, raw: object, *, multiline: bool = False) -> str:
        """Return a plain text, or the `value` of an object; anything else is a problem."""
        if isinstance(raw, dict):
            raw = raw.get("value")
        if raw is None:
            return ""
        if isinstance(raw, Decimal):
            raw = format(raw, "f")
        if isinstance(raw, str):
            return self.row.text(where, raw, multiline=multiline, limit=LONGEST_TEXT if multiline else 2_000)
        self.row.problem(where, "this is not a text", "write it in quotation marks")
        return ""
