"""Criteria that only a person can judge: their findings until then, and passages of the papers proposed.

Such a finding has the outcome None until somebody rules on it (R42, R54); it is the same for everybody, so
that all applications share one.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Evidence, Finding
from recruiter_tui.domain.passages import Passage, Reader, Topic, acronyms_of
from recruiter_tui.domain.requirement import Competency, Criterion, ExperienceTopic, Kind, Skill, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.person import Candidate

JUDGED_BY_A_PERSON: Final = frozenset({Kind.EXPERIENCE, Kind.SKILL, Kind.COMPETENCY})
_RULE: Final = "R42/1"
_MOST_PASSAGES: Final = 3


class PersonalCriteria:
    """The criteria of one notice that a person judges, prepared for any number of applications."""

    def __init__(self, notice: Notice) -> None:
        """Make the findings that everybody shares."""
        personal = [known for known in notice.criteria if known.kind in JUDGED_BY_A_PERSON]
        self.findings = {known.id: _until_then(known) for known in personal}
        """What stands until a person rules, by criterion."""
        self._criteria = personal
        self._notice_text = notice.text
        self._unquoted: dict[str, Finding] = {}

    @functools.cached_property
    def _acronyms(self) -> dict[str, tuple[str, ...]]:
        return acronyms_of(self._notice_text)

    @functools.cached_property
    def _topics(self) -> dict[str, Topic]:
        """Return the terms of the criteria that the candidate's papers can speak of."""
        return {
            known.id: Topic.of(known.text, self._acronyms)
            for known in self._criteria
            if isinstance(known, (ExperienceTopic, Skill))
        }

    def passages(self, candidate: Candidate) -> dict[str, tuple[Passage, ...]]:
        """Return the best passages of the candidate's papers for each criterion."""
        reader = Reader(candidate, self._acronyms)
        return {key: reader.best(topic, _MOST_PASSAGES) for key, topic in self._topics.items()}

    def with_passages(self, findings: Sequence[Finding], candidate: Candidate) -> tuple[Finding, ...]:
        """Return the findings with passages as evidence on those that a person judges."""
        found = self.passages(candidate)
        return tuple(
            self._quoting(finding, found[finding.criterion]) if finding.criterion in found else finding
            for finding in findings
        )

    def _quoting(self, finding: Finding, passages: Sequence[Passage]) -> Finding:
        """Return the finding with its passages; without any, and without a ruling, all share one."""
        if passages or finding is not self.findings[finding.criterion]:
            return _with_passages(finding, passages)
        if finding.criterion not in self._unquoted:
            self._unquoted[finding.criterion] = _with_passages(finding, ())
        return self._unquoted[finding.criterion]


def _until_then(criterion: Criterion) -> Finding:
    """Return the finding before anybody ruled."""
    if criterion.stage is not Stage.PAPER:
        reason = f"A person judges this at the {criterion.stage.value}, not on paper."
    elif isinstance(criterion, Competency):
        reason = "A person judges this."
    else:
        reason = "A person judges this from the candidate's papers."
    return Finding.on(criterion, None, reason, {}, rule=_RULE)


def _with_passages(finding: Finding, passages: Sequence[Passage]) -> Finding:
    """Return the finding with the passages that share its terms, as a proposal to the person who rules."""
    count = len(passages)
    if not count:
        reason = "A person judges this; no passage of the candidate's papers shares its terms."
    elif count == 1:
        reason = "A person judges this; one passage of the candidate's papers shares its terms."
    else:
        reason = f"A person judges this; the {count} best passages of the candidate's papers are quoted."
    evidence = tuple(Evidence(passage.quote, passage.source, passage.span) for passage in passages)
    inputs = {**finding.inputs, "passages": count}
    return replace(finding, reason=reason, evidence=evidence, inputs=inputs)
