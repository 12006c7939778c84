"""Findings of many applications as they are kept; what several of them share is put in words once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.requirement import Kind
from recruiter_tui.store.codec import findings_json, joined, part_of
from recruiter_tui.store.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.finding import Finding

_MOST_SHARED: Final = 4_096


class Dumped(NamedTuple):
    """All findings of one application."""

    body: bytes
    """The very bytes that `codec.dump_findings` gives."""
    marks: str
    """What counts of them, as `marks.marks_of` gives it."""


class _Known(NamedTuple):
    """A finding that others are likely to share."""

    finding: Finding
    part: bytes
    mark: str


class Dumper:
    """Dumps the findings of many applications."""

    def __init__(self) -> None:
        """Know of no finding yet."""
        self._shared: dict[int, _Known] = {}

    def dump(self, findings: Sequence[Finding]) -> Dumped:
        """Return findings with their marks."""
        shared = self._shared
        parts: list[bytes] = []
        marks: list[str] = []
        own: list[Finding] = []
        for one in findings:
            known = shared.get(id(one))
            if known is None or known[0] is not one:
                if _own(one):
                    own.append(one)
                    marks.append(mark_of(one))
                    continue
                known = self._learnt(one)
            if own:
                parts.append(findings_json(own)[1:-1])
                own = []
            parts.append(known[1])
            marks.append(known[2])
        if own:
            parts.append(findings_json(own)[1:-1])
        return Dumped(joined(parts), " ".join(marks))

    def part(self, finding: Finding) -> bytes:
        """Return the JSON of one finding."""
        if _own(finding):
            return part_of(finding)
        known = self._shared.get(id(finding))
        return (known if known and known.finding is finding else self._learnt(finding)).part

    def _learnt(self, finding: Finding) -> _Known:
        """Put a finding in words that others are likely to share."""
        if len(self._shared) >= _MOST_SHARED:
            self._shared.clear()
        known = _Known(finding, part_of(finding), mark_of(finding))
        self._shared[id(finding)] = known
        return known


def _own(finding: Finding) -> bool:
    """Tell whether hardly anybody else has the very same finding."""
    return (
        finding.kind is Kind.EDUCATION_EXPERIENCE
        or finding.kind is Kind.LANGUAGE
        or finding.override is not None
    )
