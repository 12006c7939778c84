"""Everybody's results after a change of the criteria: only what it touches is judged, and nothing else read.

What counts of the other findings stands in the marks beside each result. A change that reaches further
(another policy, closing, country or grade, tiers, more or fewer demands of education) judges everything, as
does an application that a person ruled on or that was last screened under other terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from recruiter_tui.domain.deadline import DEADLINE
from recruiter_tui.domain.finding import Finding
from recruiter_tui.domain.flips import Flip, flips
from recruiter_tui.domain.remembered import Remembered
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.screening import FAMILIES, Screening, strictest
from recruiter_tui.services.judging import Judge
from recruiter_tui.services.touched import planned
from recruiter_tui.store import marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from recruiter_tui.domain.careers import Careers
    from recruiter_tui.domain.finding import Outcome
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.services.judging import Glance
    from recruiter_tui.services.touched import Anew, Touched
    from recruiter_tui.store.kept import Kept
    from recruiter_tui.store.records import Applicant as Filed
    from recruiter_tui.store.records import Screened, VacancyRecord


class Wanted(NamedTuple):
    """Whose facts are needed of some applications."""

    whole: list[int]
    """Those who are judged by everything."""
    partly: list[int]
    """Those of whom only what the touched criteria read is needed."""


class Rejudging:
    """A change from one state of a vacancy to another, for any number of its applications."""

    def __init__(
        self,
        before: VacancyRecord,
        after: VacancyRecord,
        *,
        wholly: bool = False,
        careers: Careers | None = None,
    ) -> None:
        """Prepare both states, and work out what the change touches; `wholly` judges everything anyhow."""
        self._old, self._new = Judge(before, careers=careers), Judge(after, careers=careers)
        self._criteria = before.notice.criteria
        alike = self._old.policy == self._new.policy and not wholly
        self._plan = planned(before, after, self._new.policy) if alike else None
        self._steady = self._plan is not None and self._plan.steady
        self._at = self._plan.at if self._plan else ()
        self._counted: Remembered[dict[str, Outcome | None]] = Remembered()
        self._flipped: Remembered[list[Flip]] = Remembered()
        """How those flipped who are alike in what counts; the key and name are another's."""

    @property
    def touched(self) -> frozenset[str] | None:
        """Return the criteria that are judged again; None where everything is."""
        return None if self._plan is None else self._plan.names

    @property
    def reads(self) -> frozenset[str]:
        """Return the facts of a candidate that the touched rules read."""
        return frozenset() if self._plan is None else self._plan.reads

    def wanted(self, keys: Sequence[int], known: Mapping[int, Kept], ruled: Collection[int]) -> Wanted:
        """Return whose facts are to be read; `ruled` are those on whom persons ruled."""
        if self._plan is None:
            return Wanted(list(keys), [])
        found = Wanted([], [])
        apart = set(ruled)
        for key in keys:
            was = known.get(key)
            if was is None or key in apart or was.result.overruled or not self._holds(was):
                found.whole.append(key)
            elif self._plan.needs_facts(was.marks):
                found.partly.append(key)
        return found

    def results(
        self,
        known: Mapping[int, Kept],
        whole: Iterable[Filed],
        partly: Iterable[Filed],
    ) -> tuple[list[Screened], list[Flip]]:
        """Return what is another result now, and who of the applications flipped."""
        results: list[Screened] = []
        flipped: list[Flip] = []
        everything = {one.key: one for one in whole}
        facts = {one.key: one for one in partly}
        for key in sorted({*known, *everything}):
            was = known.get(key)
            if key in everything:
                result, changed = self._wholly(everything[key], was)
            elif was is not None and not (self._steady and key not in facts):
                result, changed = self._partly(was, facts.get(key))
            else:  # whoever needs no facts has the marks that were
                continue
            if was is None or result is not was.result:
                results.append(result)
                flipped += changed
        return results, flipped

    def _holds(self, was: Kept) -> bool:
        """Tell whether a kept result was found under the state before the change."""
        return (
            was.result.criteria_version == self._old.criteria_key
            and was.result.policy == self._old.spec
            and was.result.marks is not None
            and len(was.marks) == len(self._criteria) + 1
        )

    def _wholly(self, one: Filed, was: Kept | None) -> tuple[Screened, list[Flip]]:
        """Judge everything; the state before is what counts of what is kept, or judged where nothing is."""
        now = self._new.judged(one)
        result = self._new.kept(one.key, one.application, one.candidate, now)
        if was is None or not self._holds(was):
            before = self._old.judged(one)
        else:
            before = self._before(one, was, {finding.criterion for finding in now.findings})
        return result, list(flips(one.key, one.application.id, before, now))

    def _before(self, one: Filed, was: Kept, stay: Collection[str]) -> Screening:
        """Return the state before as its marks tell it; with words where the criterion is gone."""
        gone = any(each.id not in stay for each in self._criteria)
        words = {each.criterion: each.reason for each in self._old.judged(one).findings} if gone else {}
        deadline, *rest = was.marks
        told = [Finding(DEADLINE, Kind.DEADLINE, Necessity.ESSENTIAL, marks.outcome(deadline), "")]
        told += [
            _stand_in(each, mark, "" if each.id in stay else words.get(each.id, ""))
            for each, mark in zip(self._criteria, rest, strict=True)
        ]
        return Screening(was.result.tier, was.result.outcome, tuple(told))

    def _partly(self, was: Kept, filed: Filed | None) -> tuple[Screened, list[Flip]]:
        """Judge what the change touches; the very same result where nothing that counts moved."""
        plan, before = self._plan, was.result
        if plan is None:
            return before, []
        old = was.marks
        fresh: dict[str, Glance] = {}
        told = []
        for one in plan.anew:
            mark = one.mark(old)
            if mark is None and filed is not None:
                fresh[one.now.id] = self._new.glance(one.now, filed)
                mark = fresh[one.now.id].mark
            told.append(mark or marks.OPEN)
        if self._steady and told == [old[one.at] for one in plan.anew]:
            return before, []
        new = [old[place] for place in plan.order]
        for one, mark in zip(plan.anew, told, strict=True):
            new[one.place] = mark
        now = self._counted.get(
            "".join([new[place][0] for _, place in plan.counting]), lambda: _counted(plan, new)
        )
        text = " ".join(new)
        if text == before.marks and all(getattr(before, name) is outcome for name, outcome in now.items()):
            return before, []
        more: dict[str, Any] = {**now, "flags": marks.flags(new) if ";" in text else ()}
        if plan.months in fresh:
            more["months_low"], more["months_high"] = fresh[plan.months].months
        key, policy = self._new.criteria_key, self._new.spec
        after = before._replace(criteria_version=key, policy=policy, marks=text, **more)
        return after, self._flips(plan, was, filed, fresh, _After(after, new))

    def _flips(
        self,
        plan: Touched,
        was: Kept,
        filed: Filed | None,
        fresh: Mapping[str, Glance],
        after: _After,
    ) -> list[Flip]:
        """Return how one application flipped; words are needed only of what was judged, or is gone."""
        (result, new), old = after, was.marks
        gone = [self._old.glance(one, filed).words() if filed else "" for one, _ in plan.gone]
        words = [_words(one, old, fresh) for one in plan.anew]
        ends = (was.result.tier, was.result.outcome, result.outcome)
        marked = [old[at][0] for at in self._at] + [new[one.place][0] for one in plan.anew]

        def told() -> list[Flip]:
            before = [_stand_in(one.was, old[one.at]) for one in plan.anew if one.was]
            before += [
                _stand_in(one, old[place], why) for (one, place), why in zip(plan.gone, gone, strict=True)
            ]
            now = [_stand_in(one.now, new[one.place], why) for one, why in zip(plan.anew, words, strict=True)]
            was_then = Screening(was.result.tier, was.result.outcome, tuple(before))
            return list(flips(0, "", was_then, Screening(result.tier, result.outcome, tuple(now))))

        alike = self._flipped.get((*ends, *marked, *words, *gone), told)
        key, name = result.application, was.name
        return [Flip(key, name, one.criterion, one.before, one.after, one.why) for one in alike]


class _After(NamedTuple):
    """A result as it is to be, with its marks one by one."""

    result: Screened
    marks: list[str]


def _words(one: Anew, old: Sequence[str], fresh: Mapping[str, Glance]) -> str:
    """Return why the outcome of a criterion is another one now; nothing where it is not."""
    glance = fresh.get(one.now.id)
    if glance is None or (one.was is not None and marks.outcome(old[one.at]) is glance.outcome):
        return ""
    return glance.words()


def _stand_in(criterion: Criterion, mark: str, reason: str = "") -> Finding:
    """Return as much of a finding as tells who flips."""
    return Finding(criterion.id, criterion.kind, criterion.necessity, marks.outcome(mark), reason)


def _counted(plan: Touched, new: Sequence[str]) -> dict[str, Outcome | None]:
    """Return the application's outcome, and those of the families that may have moved."""
    counted = [(kind, marks.outcome(new[place])) for kind, place in plan.counting]
    found = {
        name: strictest({outcome for kind, outcome in counted if kind in FAMILIES[name]})
        for name in plan.families
    }
    return {"outcome": strictest({outcome for _, outcome in counted}), **found}
