"""A candidate's papers as one text to read, and what the record says where there are none."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import PRESENT
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.names import day, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.person import Candidate

RECORD_TITLE: Final = "From the record: no papers came with it"
_APART: Final = "\n\n"


class Papers:
    """The texts of all papers behind each other; a place in one of them is a place in the whole."""

    def __init__(self, named: Sequence[tuple[str, str]], *, are_papers: bool = True) -> None:
        """Take names and texts; a single paper needs no heading within the text."""
        self.are_papers = are_papers
        """Whether somebody wrote the text; else it is made of what the record holds."""
        self.heading = ""
        """What stands over the text."""
        self.heads: Mapping[int, str] = {}
        """Where a paper begins with a line of its own for its name."""
        self.starts: Mapping[str, int] = {}
        """Where the text of each paper begins, by its name."""
        if len(named) == 1:
            [(name, self.text)] = named
            self.heading, self.starts = plain(name), {name: 0}
            return
        parts: list[str] = []
        heads, starts, length = {}, {}, 0
        for name, text in named:
            head = plain(name) or "a paper"
            heads[length] = head
            starts[name] = length + len(head) + len(_APART)
            parts += [head, _APART, text, _APART]
            length = starts[name] + len(text) + len(_APART)
        self.text, self.heads, self.starts = "".join(parts), heads, starts
        self.heading = f"{len(named)} papers" if named else ""

    @cached_property
    def lowered(self) -> str:
        """Return the text in small letters; as it stands where that would move its places."""
        small = self.text.lower()
        return small if len(small) == len(self.text) else self.text


def papers_of(candidate: Candidate) -> Papers:
    """Return what there is to read of a candidate."""
    written = [(one.name, one.text) for one in candidate.documents if one.text.strip()]
    if written:
        return Papers(written)
    return Papers([(RECORD_TITLE, "\n".join(_record(candidate)))], are_papers=False)


def _record(candidate: Candidate) -> Iterator[str]:
    """Yield what the record says, as a CV would."""
    yield "Work experience"
    for job in candidate.employment:
        end = "present" if job.end == PRESENT else day(str(job.end or "?"))
        yield ""
        start = day(str(job.start or "?"))
        yield f"{start} \N{EN DASH} {end}   {', '.join(filter(None, (job.title, job.employer)))}"
        yield from job.text.splitlines()
    if not candidate.employment:
        yield "no employment on file"
    yield from ("", "Education", "")
    for degree in candidate.degrees:
        said = (degree.level.word if degree.level else "", degree.field or degree.title, degree.institution)
        yield f"{day(str(degree.completed or '?'))}   {', '.join(filter(None, said))}"
    if not candidate.degrees:
        yield "no degree on file"
    yield from ("", "Languages", "")
    for skill in candidate.languages:
        levels = [skill.level or "", *(f"{name} {level}" for name, level in skill.scale.items())]
        levels += [f"tested {skill.tested}"] if skill.tested else []
        yield f"{language(skill.language)}   {', '.join(filter(None, levels)) or 'level not stated'}"
    if not candidate.languages:
        yield "no language on file"
