"""Jobs in tables with a heading and in forms with labels."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import Employment
from recruiter_tui.reading.candidates.cv.job_parts import roles, split, split_commas, without_place
from recruiter_tui.reading.candidates.cv.labels import job_role, label_of, labelled
from recruiter_tui.reading.candidates.cv.lines import CELLS, plain
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
_UNITS = re.compile(
    r"\(?(?:dd?|jj?|mm?|day|jour|dia|month|mois|mes)[ /.-]+"
    r"(?:mm?|month|mois|mes|yyyy|year|annee|ano|aaaa)[^0-9]{0,12}"
)
"""What forms print below a label of dates: `MONTH/YEAR`."""
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
    for line, label, wording, span in _pairs([line for line in block if not line.is_blank]):
        value, role = wording, job_role(label)
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


def _pairs(lines: list[Line]) -> Iterator[tuple[Line, str, str, Span]]:
    """Yield the labels of a form with their values: behind a colon, behind a gap, or in the line below."""
    for at, line in enumerate(lines):
        told = list(labelled(line))
        yield from ((line, label, value, span) for label, value, span in told)
        head, _, rest = CELLS.sub("\n", line.text, count=1).partition("\n")
        if told or job_role(label_of(head)) is None or any(sign.isdigit() for sign in head):
            continue
        below = (each for each in lines[at + 1 : at + 3] if not _UNITS.fullmatch(each.plain))
        if rest:
            yield line, label_of(head), rest, line.span
        elif (after := next(below, None)) and not _is_label(after) and _is_box(line.text):
            yield after, label_of(head), after.text, after.span


def _is_label(line: Line) -> bool:
    """Tell whether a line is a label or holds one, and so is no value."""
    return line.text.endswith(":") or job_role(label_of(line.text)) is not None or any(labelled(line))


def _is_box(text: str) -> bool:
    """Tell whether a label is printed as the boxes of forms print it: in capitals or with a colon."""
    return text.isupper() or text.endswith(":")


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
