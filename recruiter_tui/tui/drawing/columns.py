"""What a table's columns mean, as lines: the values of one column, and the first applicants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.blocks import heading, labelled, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.facts import contact_lines, degree_lines, language_lines, nationalities
from recruiter_tui.tui.drawing.intake import dates_of, job_words
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut
from recruiter_tui.tui.text import width as wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.services.column_looks import Look, PersonLook, ValueLook

TEXT: Final = "kept as text"
_TITLES: Final = {
    None: TEXT,
    "name": "full name",
    "given_name": "given name",
    "family_name": "family name",
    "email": "e-mail",
    "phone": "phone",
    "application": "application number",
    "received": "received",
    "received:day": "received, day first",
    "received:month": "received, month first",
    "channel": "way of applying",
    "cv": "file of the CV",
    "nationalities": "nationality",
    "residence": "country of residence",
    "gender": "gender",
    "internal": "internal candidate",
    "title": "current job title",
    "employer": "current employer",
    "employment": "jobs",
    "degrees": "degrees",
    "languages": "languages",
    "note": "note",
    "tags": "tags",
    "street": "address: street",
    "city": "address: city",
    "state": "address: state",
    "country": "address: country",
}
ORDER: Final = tuple(_TITLES)
"""The meanings as they are offered: who and how to reach them first."""
_RESULT: Final = "left alone (a result)"


def title_of(answer: str | None) -> str:
    """Return what a column means in words; a result of an earlier screening is left alone."""
    return _TITLES.get(answer, _RESULT)


def page(
    name: str, answer: str | None, values: Sequence[ValueLook], seen: Look | None, width: int
) -> Iterator[Line]:
    """Yield the column under the cursor with its values, then the first applicants."""
    yield line(width, (plain(name), Ink.STRONG), (f"  {title_of(answer)}", Ink.DIM))
    yield from _values(values, width)
    if seen is None:
        return
    if seen.refused is not None:
        yield from heading(width, "Nobody comes in yet")
        yield from text(width, f"{plain(seen.refused.problem)}: {plain(seen.refused.remedy)}", Ink.NOT_MET)
        return
    yield line(width)
    yield line(width, ("The first applicants come in as", Ink.DIM))
    for person in seen.people:
        who = person.candidate.name.value if person.candidate else None
        yield from heading(width, plain(who or "") or "(nobody)", plain(person.place))
        yield from _person(person, width)


def _values(values: Sequence[ValueLook], width: int) -> Iterator[Line]:
    """Yield written values beside what they become."""
    if not values:
        yield from text(width, "nothing stands in this column", Ink.FAINT)
        return
    each = max(8, min(max(wide(plain(one.written)) for one in values), width * 2 // 5))
    for one in values:
        written = cut(plain(one.written), each)
        shown = f"{written}{' ' * (each - wide(written))}"
        if one.becomes == one.written:
            yield line(width, (shown, Ink.TEXT), ("  as it is", Ink.FAINT))
        else:
            ink = Ink.TEXT if one.is_clear else Ink.OPEN
            yield line(width, (shown, Ink.DIM), ("  ", Ink.DIM), (plain(one.becomes), ink))


def _person(person: PersonLook, width: int) -> Iterator[Line]:
    """Yield one of the first rows as it would come in."""
    candidate, application = person.candidate, person.application
    if candidate is None or application is None:
        yield from text(width, ": ".join(plain(part) for part in person.doubts if part), Ink.NOT_MET)
        return
    yield from contact_lines(candidate, width)
    facts = (
        ("nationality", nationalities(candidate) if candidate.nationalities else ""),
        ("received", application.received.text if application.received else ""),
        ("applied by", application.channel or ""),
        ("tags", ", ".join(person.tags)),
        ("note", person.note or ""),
    )
    for label, words in facts:
        if words:
            yield from labelled(width, label, plain(words))
    yield from _background(candidate, width)
    for doubt in person.doubts:
        yield from text(width, f"! {plain(doubt)}", Ink.OPEN)
    kept = [words for paper in candidate.documents for words in paper.text.split("\n")]
    for number, said in enumerate(kept):
        yield from labelled(width, "" if number else "as text", plain(said), Ink.DIM)


def _background(candidate: Candidate, width: int) -> Iterator[Line]:
    """Yield jobs, degrees and languages, as far as there are any."""
    for job in candidate.employment:
        yield from labelled(width, dates_of(job), job_words(job))
    if candidate.degrees:
        yield from degree_lines(candidate, width)
    if candidate.languages:
        yield from language_lines(candidate, width)
