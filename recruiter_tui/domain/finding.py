"""What screening finds about one criterion: a three-valued outcome, a sentence, inputs and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from recruiter_tui.domain.requirement import Criterion, Kind, Necessity
from recruiter_tui.domain.stated import Span


class Outcome(StrEnum):
    """The three outcomes of a rule; there is no number behind them."""

    MET = "met"
    NOT_MET = "not met"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from the candidate's papers; the span counts characters of the document named `source`."""

    quote: str
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A person's ruling in place of the machine's outcome, with a written reason (R53)."""

    outcome: Outcome
    reason: str
    by: str
    at: str
    """ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion's result for one application; `outcome` None means that only a person can judge it."""

    criterion: str
    """The criterion's id; `deadline` for the closing."""
    kind: Kind
    necessity: Necessity
    outcome: Outcome | None
    reason: str
    """One plain sentence."""
    inputs: Mapping[str, object] = field(default_factory=dict)
    """What the rule looked at, as JSON values; exact fractions as strings like `10263/140`."""
    evidence: tuple[Evidence, ...] = ()
    override: Override | None = None
    rule: str = ""
    """The rule and its version, for instance `R8/1`."""
    flags: tuple[str, ...] = ()
    """What a person should look at although the outcome stands, for instance `boundary`."""

    @classmethod
    def on(
        cls,
        criterion: Criterion,
        outcome: Outcome | None,
        reason: str,
        inputs: Mapping[str, object],
        evidence: tuple[Evidence, ...] = (),
        *,
        rule: str,
        flags: tuple[str, ...] = (),
    ) -> Finding:
        """Return the finding on a criterion of the notice."""
        return cls(
            criterion.id,
            criterion.kind,
            criterion.necessity,
            outcome,
            reason,
            inputs,
            evidence,
            rule=rule,
            flags=flags,
        )

    @property
    def standing(self) -> Outcome | None:
        """Return the outcome that counts: the person's where there is one, else the machine's."""
        return self.override.outcome if self.override else self.outcome
