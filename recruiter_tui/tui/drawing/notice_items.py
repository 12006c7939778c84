"""What a notice has to point at, and how each of it is called: fields, criteria by family, changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.notice_words import FIELDS, LABELS, criterion_words, value_words
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.stated import Span, State
from recruiter_tui.domain.wording import Names
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.names import country, language
from recruiter_tui.tui.signs import Ink, state_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.notice_diff import NoticeDiff
    from recruiter_tui.domain.requirement import Criterion

FAMILIES: Final = {
    Kind.EDUCATION_EXPERIENCE: "Education and experience",
    Kind.LANGUAGE: "Languages",
    Kind.EXPERIENCE: "Experience",
    Kind.SKILL: "Skills",
    Kind.COMPETENCY: "Competencies",
    Kind.NATIONALITY: "Nationality",
    Kind.TIER: "Tiers",
    Kind.CHANNEL: "Way of applying",
}
"""The headings of the criteria, in the order in which people read them."""
NAMES: Final = Names(country=country, language=language)
"""How codes are called."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a notice says, and where: what both panes speak of."""

    key: str
    """`field/closing`, `criterion/education`, `duty/3`, `contradiction/0`, `change/1`, `dropped/skill-2`."""
    family: Ink | None
    """The colour of its family; None where it is not lit by itself."""
    spans: tuple[Span, ...]

    @property
    def kind(self) -> str:
        """Return what it is: `field`, `criterion`, `duty` ..."""
        return self.key.partition("/")[0]

    @property
    def name(self) -> str:
        """Return the field's name, the criterion's id or the number."""
        return self.key.partition("/")[2]


def in_families(notice: Notice) -> Iterator[tuple[Kind, list[Criterion]]]:
    """Yield the criteria by family, in the order of the page."""
    for kind in FAMILIES:
        members = [one for one in notice.criteria if one.kind is kind]
        if members:
            yield kind, members


def items(notice: Notice, changes: NoticeDiff | None = None) -> list[Item]:
    """Return everything that both panes can point at, in the order of the page."""
    found = [Item(f"contradiction/{n}", None, one.spans) for n, one in enumerate(notice.contradictions)]
    found += [Item(f"change/{n}", None, spans) for n, (_words, spans) in enumerate(changed(changes))]
    found += [Item(f"field/{name}", Ink.FIELD, getattr(notice, name).spans) for name in FIELDS]
    for _kind, members in in_families(notice):
        found += [Item(f"criterion/{one.id}", Ink.CRITERION, one.spans) for one in members]
    found += [Item(f"duty/{n}", Ink.DUTY, (one.span,)) for n, one in enumerate(notice.duties)]
    found += [Item(f"document/{n}", Ink.DUTY, (one.span,)) for n, one in enumerate(notice.documents)]
    found += [Item(f"condition/{n}", Ink.DUTY, (one.span,)) for n, one in enumerate(notice.conditions)]
    found += [Item(f"dropped/{one.criterion.id}", None, one.criterion.spans) for one in notice.dropped]
    return found


def changed(changes: NoticeDiff | None) -> Iterator[tuple[tuple[str, str], tuple[Span, ...]]]:
    """Yield every change as sign and words, with the place of what holds now."""
    if changes is None:
        return
    for field in changes.fields:
        before, after = (
            field_words(field.name, side.value) or "not stated" for side in (field.before, field.after)
        )
        yield ("»", f"{LABELS[field.name]}: {before} → {after}"), field.after.spans
    for change in changes.criteria:
        if change.after is None:
            gone = shown_criterion(change.before) if change.before is not None else ""
            yield (state_sign(State.NOT_STATED).sign, f"gone: {gone}"), ()
        elif change.before is None:
            yield (
                ("+", f"new, {change.after.necessity.value}: {shown_criterion(change.after)}"),
                change.after.spans,
            )
        else:
            before, after = shown_criterion(change.before), shown_criterion(change.after)
            if change.before.necessity is not change.after.necessity:
                before, after = (
                    f"{before} ({change.before.necessity.value})",
                    f"{after} ({change.after.necessity.value})",
                )
            yield ("»", f"{before} → {after}"), change.after.spans


def field_words(name: str, value: object) -> str:
    """Return a field's value as the page shows it."""
    return plain(value_words(value, NAMES, country=name == "duty_station_country"))


def shown_criterion(one: Criterion) -> str:
    """Return a criterion as the page names it."""
    return plain(criterion_words(one, NAMES))


def tally(members: list[Criterion]) -> str:
    """Return how many are essential and how many an advantage."""
    if members[0].kind is Kind.TIER:
        return f"{len(members)}"
    counts = [(kind.value, sum(one.necessity is kind for one in members)) for kind in Necessity]
    return " · ".join(f"{count} {word}" for word, count in counts if count)
