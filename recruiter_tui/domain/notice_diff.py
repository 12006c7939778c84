"""Two versions of one notice: what differs, and what of persons' corrections holds in the new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.notice import Notice
from recruiter_tui.domain.notice_items import as_imported, fresh_id, located
from recruiter_tui.domain.notice_words import FIELDS, LABELS, criterion_words, value_words
from recruiter_tui.domain.requirement import Criterion, Kind, LanguageRequirement, Tier
from recruiter_tui.domain.stated import Span, State, Stated
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.wording import Names

_ALIKE: Final = 0.5
"""The share of common words from which two wordings count as one that was changed."""
_ALONE: Final = frozenset({Kind.EDUCATION_EXPERIENCE, Kind.NATIONALITY, Kind.CHANNEL})
"""Families of which a notice has one as a rule, so that another one is the same, changed."""

Pair = tuple[Criterion | None, Criterion | None]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else than before."""

    name: str
    before: Stated[Any]
    after: Stated[Any]


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion that came (no `before`), went (no `after`), or asks for something else."""

    before: Criterion | None
    after: Criterion | None


@dataclass(frozen=True, slots=True)
class NoticeDiff:
    """What differs between two versions of a notice."""

    fields: tuple[FieldChange, ...] = ()
    criteria: tuple[CriterionChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.fields or self.criteria)


def difference(old: Notice, new: Notice) -> NoticeDiff:
    """Return what the new version says otherwise; case, accents and blanks do not count."""
    fields = tuple(
        FieldChange(name, before, after)
        for name in FIELDS
        if not _same_value((before := getattr(old, name)).value, (after := getattr(new, name)).value)
    )
    criteria = tuple(
        CriterionChange(before, after)
        for before, after in paired(old.criteria, new.criteria)
        if before is None or after is None or not same_content(before, after)
    )
    return NoticeDiff(fields, criteria)


def revised(old: Notice, new: Notice) -> Notice:
    """Return the new version with what persons made of the old one, as far as the notice still says the same.

    A correction holds where the new version says what was corrected; where it says something else, the notice
    wins. Criteria that stay keep their ids, so that rulings stay with them; new ones bear ids that were never
    used. What a person made of the new version already stands as it is.
    """
    fields: dict[str, Any] = {name: _field(getattr(old, name), getattr(new, name)) for name in FIELDS}
    came = [one for one in new.criteria if not _is_dropped(old, one)]
    pairs = {id(after): before for before, after in paired(old.criteria, came) if after is not None}
    used = Notice(new.source, "", criteria=old.criteria, dropped=old.dropped)
    criteria: dict[str, Criterion] = {}
    for one in came:
        now = _carried(old, one, new.text) if one.by is None else (one,)
        if not now:
            before = pairs.get(id(one))
            stays = before is not None and same_content(before, one)
            now = (replace(one, id=before.id if stays and before else _new_id(used, one)),)
            used = replace(used, criteria=(*used.criteria, *now))
        criteria |= {each.id: each for each in now}
    for one in old.criteria:
        if one.by is not None and one.imported is None and not _is_dropped(new, one):  # a person added it
            criteria.setdefault(one.id, one)
    dropped = (*new.dropped, *(gone for gone in old.dropped if _still_there(gone.criterion, new)))
    return replace(new, **fields, criteria=tuple(criteria.values()), dropped=dropped)


def paired(old: Sequence[Criterion], new: Sequence[Criterion]) -> Iterator[Pair]:
    """Yield the criteria of two versions side by side: the new ones in their order, then those that went."""
    left = list(old)
    found: dict[int, Criterion] = {}
    for alike in (_same_bearer, same_content, _close):
        for place, one in enumerate(new):
            if place in found:
                continue
            match = next((each for each in left if alike(each, one)), None)
            if match is not None:
                found[place] = match
                left = [each for each in left if each is not match]
    for place, one in enumerate(new):
        yield found.get(place), one
    for one in left:
        yield one, None


def lines(diff: NoticeDiff, names: Names | None = None) -> Iterator[str]:
    """Yield what differs, a line each, for people."""
    for field in diff.fields:
        country = field.name == "duty_station_country"
        before, after = (
            value_words(side.value, names, country=country) or "not stated"
            for side in (field.before, field.after)
        )
        yield f"{LABELS[field.name]}: {before} → {after}"
    for change in diff.criteria:
        yield _told(change.before, change.after, names)


def _told(before: Criterion | None, after: Criterion | None, names: Names | None) -> str:
    if before is not None and after is not None:
        return f"changed: {_words(before, names)} → {_words(after, names)}"
    how, one = ("gone", before) if before is not None else ("added", after)
    return f"{how}, {one.necessity.value}: {criterion_words(one, names)}" if one is not None else ""


def summary(diff: NoticeDiff) -> str:
    """Return how much differs, in one short line."""
    if not diff:
        return "says the same"
    parts = [LABELS[field.name] for field in diff.fields]
    counts = (
        ("added", sum(change.before is None for change in diff.criteria)),
        ("gone", sum(change.after is None for change in diff.criteria)),
        ("changed", sum(None not in (change.before, change.after) for change in diff.criteria)),
    )
    for word, count in counts:
        if count:
            parts.append(f"{count} {'criterion' if count == 1 else 'criteria'} {word}")
    return ", ".join(parts)


def same_content(one: Criterion, other: Criterion) -> bool:
    """Tell whether two criteria ask for the same: ids, places and marks of persons do not count."""
    return type(one) is type(other) and _bare(one) == _bare(other)


def _bare(one: Criterion) -> Criterion:
    return replace(one, id="", text=" ".join(_words_of(one)), spans=(), imported=None, by=None, at=None)


def _words_of(one: Criterion) -> list[str]:
    words = "".join(letter if letter.isalnum() else " " for letter in fold(one.text))
    return words.split()


def _same_bearer(one: Criterion, other: Criterion) -> bool:
    return one.id == other.id and same_content(one, other)


def _close(one: Criterion, other: Criterion) -> bool:
    """Tell whether one criterion can be the other, changed."""
    if type(one) is not type(other):
        return False
    if one.kind in _ALONE:
        return True
    if isinstance(one, Tier) and isinstance(other, Tier):
        return one.tier == other.tier
    if isinstance(one, LanguageRequirement) and isinstance(other, LanguageRequirement):
        return {need.language for need in one.any_of} == {need.language for need in other.any_of}
    mine, theirs = set(_words_of(one)), set(_words_of(other))
    return bool(mine | theirs) and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _field(old: Stated[Any], new: Stated[Any]) -> Stated[Any]:
    """Return the new value, or the old correction where the notice still says what was corrected."""
    if old.state is State.CORRECTED and new.value == old.imported and new.value != old.value:
        return replace(old, spans=new.spans or old.spans)
    return new


def _carried(old: Notice, one: Criterion, text: str) -> tuple[Criterion, ...]:
    """Return what persons made of a criterion that came in again as it did before."""
    found = []
    for mine in old.criteria:
        came = mine.imported
        if came is None or fold(came.text) != fold(one.text) or came.necessity is not one.necessity:
            continue
        if came.asked and came.asked != as_imported(one).asked:
            continue
        span = located(text, one.spans, mine.text)
        spans: tuple[Span, ...] = (span,) if span else one.spans
        found.append(replace(mine, spans=spans, imported=replace(came, spans=one.spans)))
    return tuple(found)


def _is_dropped(old: Notice, one: Criterion) -> bool:
    return any(same_content(gone.criterion, one) for gone in old.dropped)


def _still_there(gone: Criterion, new: Notice) -> bool:
    return any(same_content(gone, one) for one in new.criteria)


def _new_id(used: Notice, one: Criterion) -> str:
    """Return the id that the reader gave, or a fresh one where another criterion bore it."""
    taken = {each.id for each in used.criteria} | {gone.criterion.id for gone in used.dropped}
    taken |= {each.imported.id for each in used.criteria if each.imported}
    return fresh_id(used, one.kind) if one.id in taken else one.id


def _same_value(before: object, after: object) -> bool:
    if isinstance(before, str) and isinstance(after, str):
        return fold(before) == fold(after)
    return before == after


def _words(one: Criterion, names: Names | None) -> str:
    return f"{criterion_words(one, names)} ({one.necessity.value})"
