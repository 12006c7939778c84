"""One row while it is read: wordings become facts, and what is wrong is collected instead of raised."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, TypeVar

from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean, hidden_characters
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.incoming import RowProblem, Unclear
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recruiter_tui.domain.person import Employment

T = TypeVar("T")
R = TypeVar("R")

LONGEST_WORDING: Final = 2_000
LONGEST_TEXT: Final = 200_000
MOST_VALUES: Final = 300
_LENGTH_OF_ID: Final = 12


class Row:
    """Collects problems, warnings and doubts about one applicant; nothing here quotes what a person wrote."""

    def __init__(self, file: str, place: str) -> None:
        """Begin a row at `place` (`row 12`, `entry 3`) of the file."""
        self.file = file
        self.place = place
        self.problems: list[RowProblem] = []
        self.warnings: list[RowProblem] = []
        self.remarks: list[str] = []
        """What the person who reads the applicant's dossier should know."""
        self.hidden = 0
        self.lenient: set[str] = set()
        """Columns of which a wording that means nothing certain is a doubt: another system wrote it."""
        self.doubted: set[str] = set()

    def problem(self, where: str, problem: str, remedy: str = "") -> None:
        """Note why the row cannot come in, or only a doubt where the column may be lenient."""
        column = where.partition(" ")[0]
        if column in self.lenient:
            self.doubted.add(column)
            self.doubt(where, problem, "its text is kept with the applicant")
            return
        self.problems.append(RowProblem(self.file, self._at(where), problem, remedy))

    def doubt(self, where: str, problem: str, remedy: str = "") -> None:
        """Note what is odd although the row comes in; it stays with the applicant as well."""
        self.warnings.append(RowProblem(self.file, self._at(where), problem, remedy, is_warning=True))
        self.remarks.append(f"{where}: {problem}")

    def read(self, where: str, wording: T, reader: Callable[[T], R], instead: R) -> R:
        """Return what `reader` makes of the wording, or note the problem and return `instead`."""
        try:
            return reader(wording)
        except Unclear as unclear:
            self.problem(where, unclear.problem, unclear.remedy)
            return instead

    def each(self, where: str, wordings: Iterable[T], reader: Callable[[T], R]) -> tuple[R, ...]:
        """Return what `reader` makes of each wording that means something; the others are problems."""
        found: list[R] = []
        for number, wording in enumerate(wordings, 1):
            if number > MOST_VALUES:
                self.problem(where, f"there are more than {MOST_VALUES} values", "shorten the list")
                break
            try:
                found.append(reader(wording))
            except Unclear as unclear:
                self.problem(f"{where} {number}", unclear.problem, unclear.remedy)
        return tuple(found)

    def text(self, where: str, raw: str, *, multiline: bool = False, limit: int = LONGEST_WORDING) -> str:
        """Return a wording that passed the gate; one over the limit is a problem, never cut."""
        if len(raw) > limit:
            self.problem(where, f"this is longer than {limit:,} characters", "shorten it")
            return ""
        if not raw.isascii() or not raw.isprintable():
            self.hidden += hidden_characters(raw)
        return clean(raw, multiline=multiline, limit=limit).strip()

    def contacts(
        self,
        emails: tuple[Stated[str], ...],
        phones: tuple[Stated[str], ...],
    ) -> None:
        """Note what is odd about e-mail addresses and phone numbers."""
        for where, values, doubt in (
            ("email", emails, facts.email_doubt),
            ("phone", phones, facts.phone_doubt),
        ):
            for value in values:
                if value.value and (why := doubt(value.value)):
                    self.doubt(where, why, "it is kept as written; correct it if it is wrong")

    def residence(self, wording: str) -> Stated[str]:
        """Return the country of an address, or of its last part; one that names none is noted and kept."""
        if not wording:
            return Stated.missing()
        for part in (wording, wording.rpartition(",")[2].strip()):
            if code := countries.code(part) if part == wording else countries.named(part):
                return Stated.known(code, text=wording)
        self.doubt("residence", "no country is known by this name", "correct it in the dossier if it counts")
        self.remarks[-1] += f" ({wording[:80]})"
        return Stated.missing()

    def jobs(self, jobs: tuple[Employment, ...]) -> None:
        """Note what is odd about the dates of jobs."""
        for number, job in enumerate(jobs, 1):
            if why := facts.job_doubt(job):
                self.doubt(f"employment {number}", why, "correct the dates in the file or in the dossier")

    def close(self) -> None:
        """Note the hidden characters that the gate took out of the row."""
        if self.hidden:
            noun = "character was" if self.hidden == 1 else "characters were"
            self.doubt("text", f"{self.hidden} hidden {noun} removed", "look at what the applicant sent")

    def _at(self, where: str) -> str:
        return ", ".join(part for part in (self.place, where) if part)


def identity(*parts: str) -> str:
    """Return a number for an application whose source gives it none: the same content has the same number."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"x-{digest.hexdigest()[:_LENGTH_OF_ID]}"
