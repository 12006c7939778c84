"""What a dossier is read against: a vacancy's own wording, and where the papers speak of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recruiter_tui.domain.finding import Evidence
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.requirement import Kind, Stage
from recruiter_tui.domain.roster import RosterTerm
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE, KIND_NAMES, language

if TYPE_CHECKING:
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.services.views import VacancyDetail


def _no_passages(_candidate: Candidate) -> Mapping[str, Sequence[Evidence]]:
    return {}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the drawing of a dossier takes from its vacancy."""

    asked: Mapping[str, str] = field(default_factory=dict)
    """What each criterion asks, by its id; a family's name speaks for those that are missing here."""
    terms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The stems of the words that matter, per criterion id."""
    later: frozenset[str] = frozenset()
    """Criteria that are judged at a test or an interview, not on paper."""
    opened: frozenset[str] = frozenset()
    """Criteria whose evidence is shown to the last quotation."""
    passages: Callable[[Candidate], Mapping[str, Sequence[Evidence]]] = _no_passages
    """Finds the passages of a candidate's papers per criterion; asked when the drawing gets there."""
    roster: RosterTerm | None = None
    """How long a place on the roster lasts; None where the notice speaks of none."""


def setting_of(detail: VacancyDetail) -> Setting:
    """Return the setting of a vacancy; make it once and keep it as long as its criteria stay."""
    from recruiter_tui.domain.passages import Topic, acronyms_of
    from recruiter_tui.domain.screening import prepare

    notice = detail.notice
    acronyms = acronyms_of(notice.text)
    screener = prepare(notice)

    def passages(candidate: Candidate) -> Mapping[str, Sequence[Evidence]]:
        return {
            criterion: [Evidence(one.quote, one.source, one.span) for one in found]
            for criterion, found in screener.passages(candidate).items()
        }

    return Setting(
        asked={one.id: asked for one in notice.criteria if (asked := _asked(one))},
        terms={
            one.id: Topic.of(one.text, acronyms).stems
            for one in notice.criteria
            if one.kind in JUDGED_BY_PEOPLE and one.text
        },
        later=frozenset(one.id for one in notice.criteria if one.stage is not Stage.PAPER),
        passages=passages,
        roster=_roster(detail),
    )


def _roster(detail: VacancyDetail) -> RosterTerm | None:
    closing = detail.notice.closing.value
    day = closing.date if closing is not None else None
    return RosterTerm.of(detail.notice.roster_months.value, day, Policy.named(detail.policy))


def _asked(criterion: Criterion) -> str:
    """Return what a criterion asks, where the name of its family does not say it."""
    if criterion.kind is Kind.LANGUAGE:
        names = " or ".join(language(need.language) for need in criterion.any_of)
        return f"{KIND_NAMES[Kind.LANGUAGE]}: {names}" if names else ""
    if criterion.kind is Kind.TIER:
        return f"{KIND_NAMES[Kind.TIER]} {criterion.tier}"
    return criterion.text if criterion.kind in JUDGED_BY_PEOPLE else ""
