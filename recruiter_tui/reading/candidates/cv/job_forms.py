"""Jobs in tables with a heading and in forms with labels."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import Employment
from recruiter_tui.reading.candidates.cv.job_parts import roles, split, split_commas, without_place
from recruiter_tui.reading.candidates.cv.labels import job_role, label_of, labelled
from recruiter_tui.reading.candidates.cv.lines import plain
from recruiter_tui.reading.candidates.cv.periods import DATE, SHARE, UNTIL_NOW, period_in
from recruiter_tui.reading.candidates.dates import end_date, partial_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.stated import Span
    from recruiter_tui.reading.candidates.cv.lines import Line

_PER_CENT: Final = 100
_EMPLOYS = re.compile(
    r"\b(?:employ[a-z]*|emple[a-z]*|empreg[a-z]*|organi[sz]a[a-z]*|compan[a-z]*|firm|entreprise|empresa|institu[a-z]*)\b"
)
_TITLES = re.compile(r"\b(?:title|positions?|poste?|puesto|cargo|fonction|funcao|funcion|role)\b")
_PERSON = re.compile(
    r" ?\((?=[^()]*(?:\+?[0-9][0-9 ]{6}|\b(?:mr|ms|mrs|dr|prof|mme|m|sra?)\.? ))[^()]{3,90}\)", re.IGNORECASE
)
"""Whom to ask at an employer: `(Ms A. Lee, +44 ...)`."""
_BOTH = re.compile(
    rf"({DATE.pattern}),? ?(?:to|until|au|a|hasta|ate) ?: ?({DATE.pattern}|{UNTIL_NOW})(?![0-9])"
)
"""Both ends of a period behind labels in one line: `01/03/2019 TO: 28/02/2021`."""


def of_table(block: list[Line]) -> Iterator[Employment]:
    """Yield the jobs of a table whose heading says what its columns hold."""
    columns: list[str | None] = []
    for line in block:
        cells = [cell.strip() for cell in line.text.strip(" |").split("|")]
        named = [_role(label_of(cell)) for cell in cells]
        if len(cells) > 1 and sum(role is not None for role in named) > 1 and not period_in(line.plain):
            columns = named
        elif columns and len(cells) == len(columns):
            data: dict[str, str] = {}
            shown = [cell.strip() for cell in line.plain.strip(" |").split("|")]
            for role, cell, small in zip(columns, cells, shown, strict=True):
                if role:
                    data[role] = small if role in ("dates", "start", "end") else cell
            if "both" in data:
                data["title"], data["employer"] = _both_parts(data.pop("both"))
            yield from _of_data(data, [line.span])


def _role(heading: str) -> str | None:
    """Return what a column holds, `both` for employer and title in one: `Organization and your position`."""
    return "both" if _EMPLOYS.search(heading) and _TITLES.search(heading) else job_role(heading)


def _both_parts(cell: str) -> tuple[str, str]:
    """Return title and employer of a cell that names both, before it goes on to referees."""
    told = re.split(
        r"(?:\. |; )?(?:for references?|contact|reference|ref\.|tel|e-?mail)\b",
        cell,
        maxsplit=1,
        flags=re.IGNORECASE,
    )
    title, employer, _ = roles(split_commas(split(told[0].strip(" .,;"))))
    return title, employer


def of_form(block: list[Line]) -> Iterator[Employment]:
    """Yield the jobs of a form, where employer, title and dates stand behind labels."""
    data: dict[str, str] = {}
    spans: list[Span] = []
    for line in block:
        for label, wording, span in labelled(line) if not line.is_blank else ():
            value = wording
            role = job_role(label)
            if role is None:
                continue
            if role in ("dates", "start") and (both := _BOTH.search(line.plain)):
                role, value = "dates", f"{both[1]} - {both[2]}"
            if role in data and (data.get("employer") or data.get("title")):
                yield from _of_data(data, spans)
                data, spans = {}, []
            if role in ("dates", "start", "end") and line.plain.count(":") == 1:
                value = line.plain.partition(":")[2].strip()  # there days and months are told apart
            data.setdefault(role, value)
            spans.append(span)
    yield from _of_data(data, spans)


def _of_data(data: dict[str, str], spans: list[Span]) -> Iterator[Employment]:
    """Yield the job of one block of labels where it names an employer or title and a date."""
    period = period_in(" ".join(plain(data.get("dates", "")).split()))
    start = partial_date(data.get("start", "")) or (period.start if period else None)
    end = end_date(data.get("end", "")) or (period.end if period else None)
    if (data.get("employer") or data.get("title")) and start:
        share = SHARE.search(plain(data.get("share", "")))
        yield Employment(
            employer=without_place(_PERSON.sub("", data.get("employer", ""))),
            title=data.get("title", ""),
            start=start,
            end=end,
            fte=Fraction(int(share[1]), _PER_CENT) if share else None,
            spans=tuple(dict.fromkeys(spans)),
        )
