"""What a person should look at in a notice before it is relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.notice_words import KEY_FIELDS, LABELS
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.stated import State

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Notice


def flags(notice: Notice) -> tuple[str, ...]:
    """Return what is doubtful, the gravest first: contradictions, then missing and inferred key fields."""
    found = []
    if notice.contradictions:
        count = len(notice.contradictions)
        found.append(f"{count} contradiction{'' if count == 1 else 's'}")
    states = {name: getattr(notice, name) for name in KEY_FIELDS}
    found += [f"{LABELS[name]} open" for name, value in states.items() if value.readings]
    found += [
        f"no {LABELS[name]}"
        for name, value in states.items()
        if value.state is State.NOT_STATED and not value.readings
    ]
    closing = notice.closing.value
    if closing is not None and (closing.time is None or closing.zone is None):
        found.append("closing without " + ("time" if closing.time is None else "zone"))
    if not any(one.kind is Kind.EDUCATION_EXPERIENCE for one in notice.criteria):
        found.append("no education")
    found += [f"{LABELS[name]} inferred" for name, value in states.items() if value.state is State.INFERRED]
    return tuple(found)
