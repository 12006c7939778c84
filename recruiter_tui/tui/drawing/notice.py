"""What was understood of a notice, as lines: contradictions, changes, fields, criteria by family, duties."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.notice_words import FIELDS, LABELS, asked_words
from recruiter_tui.domain.requirement import (
    Channel,
    Competency,
    EducationExperience,
    ExperienceTopic,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.domain.stated import State, Stated
from recruiter_tui.tui.drawing.blocks import heading, text
from recruiter_tui.tui.drawing.cells import plain, wrap
from recruiter_tui.tui.drawing.line import About, Line, Stop, line
from recruiter_tui.tui.drawing.names import when
from recruiter_tui.tui.drawing.notice_items import (
    FAMILIES,
    NAMES,
    changed,
    field_words,
    in_families,
    shown_criterion,
    tally,
)
from recruiter_tui.tui.signs import Ink, Sign, family_sign, necessity_sign, person_sign, state_sign
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.notice import Dropped, Duty, Notice
    from recruiter_tui.domain.notice_diff import NoticeDiff
    from recruiter_tui.domain.requirement import Criterion

_LABEL: Final = 14
_INDENT: Final = 2
_MOST_LINES: Final = 40


def notice_lines(
    notice: Notice,
    width: int,
    changes: NoticeDiff | None = None,
    since: str = "",
    marked: frozenset[str] = frozenset(),
) -> Iterator[Line]:
    """Yield the page.

    Args:
        notice: What was understood.
        width: Cells of a line.
        changes: What the version before said otherwise; None where there is none.
        since: What the changes are told against, for instance `version 1`.
        marked: Ids of the criteria that a person marked for merging.
    """
    head = chain(_contradictions(notice, width), _changes(changes, since, width), _fields(notice, width))
    yield from islice(head, 1, None)  # the blank line above the first heading
    for kind, members in in_families(notice):
        yield from family_head(width, Ink.CRITERION, FAMILIES[kind], tally(members))
        mixed = len({one.necessity for one in members}) > 1
        for one in members:
            yield from criterion_lines(one, width, marked=one.id in marked, mixed=mixed)
    yield from _items(notice.duties, width, "Duties", "duty")
    yield from _items(notice.documents, width, "Documents to submit", "document")
    yield from _items(notice.conditions, width, "Conditions, no criteria of the short list", "condition")
    if notice.dropped:
        yield from heading(width, "Taken out", f"{len(notice.dropped)}")
        for gone in notice.dropped:
            yield from dropped_lines(gone, width)


def _stop(kind: str, name: object) -> Stop:
    return Stop(About.ITEM, f"{kind}/{name}")


def family_head(width: int, family: Ink, title: str, remark: str) -> Iterator[Line]:
    """Yield a heading that carries its family's sign and colour."""
    yield line(width)
    end = f" {remark}" if width_of(remark) + width_of(title) + 8 <= width else ""
    rule = "─" * max(0, width - width_of(title) - 3 - width_of(end))
    yield line(
        width,
        (family_sign(family) + " ", family),
        (title, Ink.STRONG),
        (" " + rule, Ink.RULE),
        (end, Ink.DIM),
    )


def _contradictions(notice: Notice, width: int) -> Iterator[Line]:
    """Yield what does not agree, before everything else."""
    if not notice.contradictions:
        return
    yield from heading(width, "The notice contradicts itself", f"{len(notice.contradictions)}")
    for number, one in enumerate(notice.contradictions):
        stop = _stop("contradiction", number)
        where = " / ".join(plain(place) for place in one.between)
        yield from _hanging(width, ("! ", Ink.OPEN), plain(one.what), Ink.TEXT, stop)
        if where:
            yield from text(width, where, Ink.FAINT, indent=_INDENT, stop=stop)


def _changes(changes: NoticeDiff | None, since: str, width: int) -> Iterator[Line]:
    """Yield what this version says otherwise."""
    if changes is None:
        return
    yield from heading(width, f"Changed since {plain(since)}" if since else "Changed")
    if not changes:
        yield from text(width, "It says the same.", Ink.FAINT)
    for number, ((sign, words), _spans) in enumerate(changed(changes)):
        yield from _hanging(width, (sign + " ", Ink.ACCENT), words, Ink.TEXT, _stop("change", number))


def _fields(notice: Notice, width: int) -> Iterator[Line]:
    values: dict[str, Stated[object]] = {name: getattr(notice, name) for name in FIELDS}
    known = sum(value.value is not None for value in values.values())
    yield from family_head(width, Ink.FIELD, "Fields", f"{known} of {len(values)} known")
    for name, value in values.items():
        yield from _field(name, value, width)


def _field(name: str, value: Stated[object], width: int) -> Iterator[Line]:
    """Yield a field: label, value, how it is known, and what came in where a person corrected it."""
    stop = _stop("field", name)
    words = field_words(name, value.value)
    ink = Ink.TEXT if words else Ink.FAINT
    sign = state_sign(value.state)
    label = (f"{LABELS[name]:<{_LABEL}}", Ink.DIM)
    if words:
        yield from _valued(width, label, words, ink, sign, stop)
    else:
        yield line(width, label, (str(sign), sign.ink), stop=stop)
    for remark, remark_ink in _remarks(name, value):
        yield from text(width, remark, remark_ink, indent=_LABEL, stop=stop)


def _remarks(name: str, value: Stated[object]) -> Iterator[tuple[str, Ink]]:
    """Yield what to know about a field's value beyond it."""
    if value.state is State.CORRECTED:
        came = field_words(name, value.imported) or "not stated"
        yield f"came in as {came} · {_signed(value.by, value.at)}", Ink.DIM
        return
    if value.readings:
        yield "can be " + " or ".join(field_words(name, one) for one in value.readings), Ink.OPEN
    if value.why:
        yield plain(value.why), Ink.FAINT


def _signed(by: str | None, at: dt.datetime | None) -> str:
    return ", ".join(part for part in (plain(by or ""), when(at) if at else "") if part)


def criterion_lines(one: Criterion, width: int, *, marked: bool, mixed: bool) -> Iterator[Line]:
    """Yield a criterion: necessity, what it asks for, and how it came in where a person changed it."""
    stop = _stop("criterion", one.id)
    necessity = necessity_sign(one.necessity)
    lead = ("» ", Ink.ACCENT) if marked else (f"{necessity.sign} ", Ink.CRITERION)
    asked = plain(asked_words(one, NAMES))
    main = (
        asked
        if isinstance(one, (EducationExperience, LanguageRequirement, Nationality, Tier)) and asked
        else plain(one.text)
    )
    words = necessity.word if mixed and not isinstance(one, Tier) else ""
    if isinstance(one, (Competency, ExperienceTopic)) and asked:
        words = " · ".join(part for part in (asked, words) if part)
    yield from _valued(width, lead, main or "(no wording)", Ink.TEXT, Sign("", words, Ink.FAINT), stop)
    if isinstance(one, (EducationExperience, Channel)) and one.text and asked and main != asked:
        yield from text(width, asked, Ink.DIM, indent=_INDENT, stop=stop)
    if one.state is State.CORRECTED:
        yield from _history(one, width, stop)


def _history(one: Criterion, width: int, stop: Stop) -> Iterator[Line]:
    """Yield who made a criterion what it is, and how it came in."""
    came = one.imported
    if came is None:
        yield from text(
            width, f"{person_sign()} added · {_signed(one.by, one.at)}", Ink.ACCENT, indent=_INDENT, stop=stop
        )
        return
    yield from text(
        width, f"{person_sign()} corrected · {_signed(one.by, one.at)}", Ink.ACCENT, indent=_INDENT, stop=stop
    )
    parts = [came.necessity.value] if came.necessity is not one.necessity else []
    if came.text != one.text:
        parts.append(plain(came.text))
    if came.asked and came.asked != asked_words(one):
        parts.append(plain(came.asked))
    if parts:
        yield from text(width, "came in as " + " · ".join(parts), Ink.DIM, indent=_INDENT, stop=stop)


def _items(listed: Sequence[Duty], width: int, title: str, what: str) -> Iterator[Line]:
    if not listed:
        return
    yield from family_head(width, Ink.DUTY, title, f"{len(listed)}")
    for number, item in enumerate(listed):
        lead = (f"{family_sign(Ink.DUTY)} ", Ink.DUTY)
        yield from _hanging(width, lead, plain(item.text), Ink.DIM, _stop(what, number))


def dropped_lines(gone: Dropped, width: int) -> Iterator[Line]:
    """Yield a criterion that a person took out, and who did."""
    stop = _stop("dropped", gone.criterion.id)
    lead = (f"{state_sign(State.NOT_STATED).sign} ", Ink.FAINT)
    yield from _hanging(width, lead, shown_criterion(gone.criterion), Ink.FAINT, stop)
    yield from text(
        width, f"{person_sign()} {_signed(gone.by, gone.at)}", Ink.FAINT, indent=_INDENT, stop=stop
    )


def _hanging(width: int, lead: tuple[str, Ink], words: str, ink: Ink, stop: Stop) -> Iterator[Line]:
    """Yield words behind a sign, the following lines under the first word."""
    indent = width_of(lead[0])
    for number, part in enumerate(islice(wrap(words, max(8, width - indent)), _MOST_LINES)):
        yield line(width, lead if number == 0 else (" " * indent, ink), (part, ink), stop=stop)


def _valued(
    width: int, lead: tuple[str, Ink], words: str, ink: Ink, sign: Sign, stop: Stop
) -> Iterator[Line]:
    """Yield words behind a label or sign; what is said of them stands at the right end of the first line."""
    indent = width_of(lead[0])
    room = max(8, width - indent)
    said = f"{sign.sign} {sign.word}".strip()
    narrow = room - width_of(said) - 2 if said else room
    first = next(wrap(words, max(8, narrow)), "")
    parts = [first, *islice(wrap(words[len(first) :], room), _MOST_LINES)]
    if narrow < 8 or not words.startswith(first):  # noqa: PLR2004 - as little as a word takes
        parts = list(islice(wrap(words, room), _MOST_LINES))
    right = ((said, sign.ink),) if said and narrow >= 8 else ()  # noqa: PLR2004 - as above
    yield line(width, lead, (parts[0] if parts else "", ink), right=right, stop=stop)
    for part in parts[1:]:
        yield line(width, (" " * indent, ink), (part, ink), stop=stop)
