"""Questions that wait for a person, as rows and in full."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from recruiter_tui.domain.telling import told
from recruiter_tui.tui.drawing.blocks import heading, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.criteria import word_piece
from recruiter_tui.tui.drawing.line import Line, line
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.signs import Ink, person_sign
from recruiter_tui.tui.text import counted, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.flips import Flip

FIELD, CRITERION, INSTITUTION, RULED, CHECKED = "field", "criterion", "institution", "ruled", "checked"
_HOLDS = {
    FIELD: "one answer holds for everybody who studied it, and for those who come later",
    CRITERION: "one answer holds for these people; enter goes to them, to rule one by one in the dossier",
    INSTITUTION: "one answer holds for every degree from it, in all vacancies; findings show the check",
}
_ANSWERS = {
    FIELD: ("yes, it counts", "no, it does not"),
    CRITERION: ("yes, all of them meet it", "no, none of them does"),
}
_NAMELESS: Mapping[str, str] = MappingProxyType({})
_NOBODY: Mapping[int, str] = MappingProxyType({})
_WHOLE = "outcome"
_NAME, _REST = (12, 30), 42
"""Cells of a name, and what stands beside it."""
_LISTED = 40
"""Flips that are listed at once; who rules on more looks at the list before the reason."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the queue: a question that is open, or a ruling that stands."""

    key: str
    """Kind and subject, for instance `field/marine biology` or `criterion/education`."""
    kind: str
    """One of FIELD, CRITERION and INSTITUTION for a question, RULED and CHECKED for what stands."""
    subject: str
    applications: tuple[int, ...] = ()
    why: str = ""
    answer: str = ""
    """How a person ruled; empty while the question is open."""
    by: str = ""
    at: str = ""

    @property
    def question(self) -> str:
        """Return what is asked, as one line."""
        if self.kind == FIELD:
            return f"Is {self.subject} one of the listed fields, or related?"
        if self.kind == INSTITUTION:
            return f"Is {self.subject} accredited?"
        return f"{self.subject}: {self.answer}" if self.is_answered else self.subject

    @property
    def is_answered(self) -> bool:
        """Tell whether a person ruled already."""
        return self.kind in (RULED, CHECKED)

    @property
    def criterion(self) -> str:
        """Return the criterion's id, of a question about one."""
        return self.key.partition("/")[2]

    @property
    def count(self) -> str:
        """Return how many applications it is about."""
        many = len(self.applications)
        return counted(many, "application") if many else ""


def question_lines(
    asked: Asked,
    listed: str,
    yes: Sequence[Flip] | None,
    no: Sequence[Flip] | None,
    width: int,
    names: Mapping[str, str] = _NAMELESS,
    people: Mapping[int, str] = _NOBODY,
) -> Iterator[Line]:
    """Yield a question in full, with whom each answer would change.

    Args:
        asked: The question.
        listed: What the criterion asks for.
        yes: Who would flip if it were answered with yes; None while it is worked out.
        no: Who would flip if it were answered with no.
        width: Cells of every line.
        names: What the criteria are called, by their ids.
        people: What the applications' people are called, by their keys.
    """
    yield from text(width, plain(asked.question), Ink.STRONG)
    if listed:
        yield from text(width, f"asked for: {plain(listed)}", Ink.DIM)
    if asked.why:
        first = "for instance: " if asked.kind == CRITERION and len(asked.applications) > 1 else ""
        yield from text(width, f"{first}{plain(told(asked.why))}", Ink.TEXT)
    if asked.is_answered:
        yield line(width, (f"{person_sign()} {plain(asked.by)}, {when(asked.at)}", Ink.DIM))
        return
    yield from text(width, _HOLDS[asked.kind], Ink.FAINT)
    if asked.kind == INSTITUTION:
        for key, word in (("y", "yes, it is"), ("n", "no, it is not")):
            yield from heading(width, f"{key}  {word}", "outcomes stay")
        return
    name = max(_NAME[0], min(_NAME[1], width - _REST))
    for key, word, flips in zip("yn", _ANSWERS[asked.kind], (yes, no), strict=True):
        many = "…" if flips is None else _many(flips)
        yield from heading(width, f"{key}  {word}", many)
        shown = _told(flips or ())
        for flip in shown[:_LISTED]:
            before, after = word_piece(flip.before), word_piece(flip.after)
            named = plain(names.get(flip.criterion, flip.criterion))
            about = "as a whole" if flip.criterion == _WHOLE else "one finding"
            if asked.kind == CRITERION and flip.criterion not in (_WHOLE, asked.criterion):
                about = named
            yield line(
                width,
                (fit(plain(people.get(flip.key, "") or flip.application), name), Ink.TEXT),
                ("  ", Ink.TEXT),
                (f"{about}  ", Ink.DIM),
                before,
                (" → ", Ink.FAINT),
                after,
            )
        if len(shown) > _LISTED:
            yield line(width, (f"and {len(shown) - _LISTED} more", Ink.FAINT))


def listed_keys(flips: Sequence[Flip]) -> list[int]:
    """Return the applications whose flips a question lists."""
    return [flip.key for flip in _told(flips)[:_LISTED]]


def _told(flips: Sequence[Flip]) -> list[Flip]:
    """Return one flip an application: the one as a whole, else the first finding that changes."""
    whole = {flip.key: flip for flip in flips if flip.criterion == _WHOLE}
    first: dict[int, Flip] = {}
    for flip in flips:
        first.setdefault(flip.key, whole.get(flip.key, flip))
    return list(first.values())


def _many(flips: Sequence[Flip]) -> str:
    who = len({flip.key for flip in flips})
    return "nobody flips" if not who else "1 flips" if who == 1 else f"{who} flip"
