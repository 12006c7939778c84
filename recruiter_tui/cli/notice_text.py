"""A notice in plain lines: every field with its state, every criterion in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.notice_words import criterion_words
from recruiter_tui.domain.stated import State, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.notice import Closing, Notice

_FIELDS = (
    "title",
    "reference",
    "organisation",
    "duty_station_city",
    "duty_station_country",
    "grade",
    "category",
    "contract_type",
    "duration",
    "posted_on",
    "closing",
    "roster_months",
)
_WIDTH = 22


def notice_lines(notice: Notice) -> Iterator[str]:
    """Yield the notice line by line."""
    from recruiter_tui.services.education_values import NAMES

    for name in _FIELDS:
        value: Stated[object] = getattr(notice, name)
        yield f"{name.replace('_', ' '):<{_WIDTH}} {_shown(value)}"
    yield f"{'duties':<{_WIDTH}} {len(notice.duties)}"
    for document in notice.documents:
        yield f"{'document to submit':<{_WIDTH}} {document.text}"
    for condition in notice.conditions:
        yield f"{'condition':<{_WIDTH}} {condition.text}"
    for criterion in notice.criteria:
        what = f"{criterion.kind.value}, {criterion.necessity.value}"
        yield f"{criterion.id:<{_WIDTH}} {what}: {criterion_words(criterion, NAMES)}"
    for contradiction in notice.contradictions:
        yield f"{'contradiction':<{_WIDTH}} {' / '.join(contradiction.between)}: {contradiction.what}"


def closing_words(closing: Closing) -> str:
    """Return a closing as it was stated, with the UTC instant where it is one."""
    words = closing.date.isoformat()
    if closing.time is not None:
        words += f" {closing.time:%H:%M}"
    words += f" {closing.zone}" if closing.zone else ", zone not stated"
    return f"{words} ({closing.instant:%Y-%m-%d %H:%M} UTC)" if closing.instant else words


def _shown(value: Stated[object]) -> str:
    """Return a field's value with its state, which is left out where the notice simply states it."""
    from recruiter_tui.domain.notice import Closing as ClosingType

    if value.state is State.NOT_STATED:
        return "not stated" + (f" ({value.why})" if value.why else "")
    words = closing_words(value.value) if isinstance(value.value, ClosingType) else str(value.value)
    if value.state is State.STATED:
        return words
    return f"{words}  [{value.state.value}{f': {value.why}' if value.why else ''}]"
