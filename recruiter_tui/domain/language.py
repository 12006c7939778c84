"""Languages asked for against languages declared, per skill where both sides state skills (R36-R40)."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.finding import Evidence, Finding
from recruiter_tui.domain.language_levels import FLUENT, Rungs
from recruiter_tui.domain.person import Candidate, LanguageSkill
from recruiter_tui.domain.remembered import Remembered
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.truth import Truth, every, outcome_of, some
from recruiter_tui.domain.wording import Names, listed, quotation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from recruiter_tui.domain.requirement import LanguageNeed, LanguageRequirement

    Reading = Callable[[str], Rungs | None]

_RULE = "R36-R40/1"
_NO_NAMES = Names()
_ALL_SKILLS = ("reading", "writing", "speaking", "understanding")
_ASKED = {
    "oral": ("speaking", "understanding"),
    "spoken": ("speaking", "understanding"),
    "written": ("reading", "writing"),
}
_DECLARED = {
    **_ASKED,
    "read": ("reading",), "write": ("writing",), "speak": ("speaking",),
    "spoken interaction": ("speaking",), "spoken production": ("speaking",),
    "listening": ("understanding",), "listen": ("understanding",), "understand": ("understanding",),
}  # fmt: skip
"""The skills that a declared one speaks of; Europass parts speaking into interaction and production (R38)."""
_VERBS: Mapping[Truth, str] = {True: "reaches", False: "is below", None: "can mean more or less than"}
_ENOUGH_SKILLS = 2
"""Of four, for knowledge below fluency (R36)."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """Whether one asked language is there at its level, and the words that say why."""

    truth: Truth
    why: str
    skill: LanguageSkill | None = None
    wording: str = ""
    """The declared language as the record words it."""


class Declared:
    """The languages that a person declares, as findings show them: the same for all demands on languages."""

    def __init__(self) -> None:
        """Know of nobody yet."""
        self._last: tuple[tuple[LanguageSkill, ...], list[dict[str, object]]] = ((), [])

    def of(self, candidate: Candidate) -> list[dict[str, object]]:
        """Return a person's languages; those of whoever was asked for last are at hand."""
        skills, shown = self._last
        if skills is not candidate.languages:
            shown = [_shown_in_json(skill) for skill in candidate.languages]
            self._last = (candidate.languages, shown)
        return shown


def _shown_in_json(skill: LanguageSkill) -> dict[str, object]:
    """Return a declared language as findings show it; a tested level stands beside it where there is one."""
    shown: dict[str, object] = {
        "language": skill.language,
        "level": skill.level,
        "scale": dict(skill.scale),
    }
    return shown | {"tested": skill.tested} if skill.tested else shown


class LanguageDemand:
    """One criterion on languages, prepared for any number of candidates."""

    def __init__(
        self,
        criterion: LanguageRequirement,
        names: Names = _NO_NAMES,
        crosswalk: Crosswalk = CONVENTION,
        declared: Declared | None = None,
    ) -> None:
        """Prepare what all share; findings under an edited crosswalk say so, as it is local (R37)."""
        self._criterion, self._names, self._read = criterion, names, crosswalk.rungs
        self._declared = declared or Declared()
        self._asked = [
            {"language": need.language, "level": need.level, "skills": list(need.skills)}
            for need in criterion.any_of
        ]
        self.flags = () if crosswalk == CONVENTION else ("edited crosswalk of levels",)
        self._answers: Remembered[_Answer] = Remembered()

    def judge(self, candidate: Candidate) -> Finding:
        """Return whether the candidate declares one of the languages that will do, at the level asked for."""
        criterion = self._criterion
        answers = [self._answer(need, candidate.languages) for need in criterion.any_of]
        if not answers:
            truth: Truth = None
            reason = "The requirement names no language that the program knows, so a person must read it."
        else:
            truth = some([answer.truth for answer in answers])
            reason = _sentence(truth, answers)
        evidence: tuple[Evidence, ...] = tuple(
            [
                quotation(candidate, answer.skill.spans, answer.wording)
                for answer in answers
                if answer.skill is not None and answer.truth is truth
            ]
        )
        return Finding.on(
            criterion,
            outcome_of(truth),
            reason,
            {"asked": self._asked, "declared": self._declared.of(candidate)},
            evidence,
            rule=_RULE,
            flags=self.flags,
        )

    def truth(self, candidate: Candidate) -> Truth:
        """Return what counts of the finding, without its words; None also where the notice names nothing."""
        answers = [self._answer(need, candidate.languages).truth for need in self._criterion.any_of]
        return some(answers) if answers else None

    def _answer(self, need: LanguageNeed, declared: Sequence[LanguageSkill]) -> _Answer:
        """Return whether one asked language is declared at its level; equal declarations are judged once."""
        asked, tongue = need.language, _tongue(need.language)
        known = [one for one in declared if one.language == asked or _tongue(one.language) == tongue]
        if len(known) == 1 and not known[0].scale and not known[0].spans:
            (skill,) = known
            facts = (need.language, need.level, need.skills, skill.language, skill.level, skill.tested)
            return self._answers.get(facts, lambda: self._among(need, known))
        if known:
            return self._among(need, known)
        return self._answers.get(
            (need.language, bool(declared)), lambda: self._lacking(need, listed=bool(declared))
        )

    def _lacking(self, need: LanguageNeed, *, listed: bool) -> _Answer:
        """Return the answer where no declared language is the asked one, or none is declared at all."""
        name = self._names.language(need.language)
        if not listed:
            return _Answer(None, f"The file lists no languages, so {name} is open")
        return _Answer(truth=False, why=f"{name} is not among the languages on file")

    def _among(self, need: LanguageNeed, known: Sequence[LanguageSkill]) -> _Answer:
        """Return the answer from those declared languages that are the asked one."""
        name = self._names.language(need.language)
        answers = [(_level_of(need, skill, name, self._read), skill) for skill in known]
        truth = some(answer.truth for answer, _ in answers)
        best, skill = next(pair for pair in answers if pair[0].truth is truth)
        return replace(best, wording=_wording(skill, self._names))


def _sentence(truth: Truth, answers: Sequence[_Answer]) -> str:
    """Return one sentence from the answers that decide; a single pass or doubt is enough."""
    deciding = [answer.why for answer in answers if answer.truth is truth]
    chosen = deciding if truth is False else deciding[:1]
    return f"{listed(chosen)}."


def _wording(skill: LanguageSkill, names: Names) -> str:
    """Return a declared language as the record words it."""
    levels = [skill.level or "", *(f"{name} {level}" for name, level in skill.scale.items())]
    levels += [f"tested {skill.tested}"] if skill.tested else []
    return " | ".join([names.language(skill.language), *filter(None, levels)])


@functools.lru_cache(maxsize=4_096)
def _tongue(code: str) -> str:
    """Return a language's code without what tells its regional form."""
    return code.lower().partition("-")[0]


def _level_of(need: LanguageNeed, skill: LanguageSkill, name: str, read: Reading) -> _Answer:
    """Return whether one declared language reaches the level asked for."""
    shown = _shown(skill)
    if need.level is None:
        truth = _more_than_none(skill, read)
        return _Answer(truth, f"{name} is declared{shown}, and the notice asks for no level", skill)
    asked = read(need.level)
    if asked is None:
        return _Answer(
            None, f"The notice asks for {name} at {need.level!r}, a level of no known scale", skill
        )
    truth = _reaches(need, skill, asked, read)
    if skill.tested:
        return _tested(need, skill, name, truth, _at_least(skill.tested, asked, read))
    if truth is None and not shown:
        return _Answer(None, f"The file states no level of {name}, where {need.level} is asked", skill)
    return _Answer(
        truth, f"{name}{shown} {_VERBS[truth]} the level asked, {need.level}{_skills(need)}", skill
    )


def _tested(need: LanguageNeed, skill: LanguageSkill, name: str, declared: Truth, tested: Truth) -> _Answer:
    """Return the answer where a test was taken: it settles a doubt, but against a declaration a person rules.

    A test may be old, or of one skill alone (R39).
    """
    said = f"{name}, tested {skill.tested}"
    asked = f"the level asked, {need.level}{_skills(need)}"
    if declared is None or tested is declared:
        return _Answer(tested, f"{said}, {_VERBS[tested]} {asked}", skill)
    if tested is None:
        return _Answer(declared, f"{said}, {_VERBS[declared]} {asked}, as declared{_shown(skill)}", skill)
    other = f"the level declared{_shown(skill)} {_VERBS[declared]} it"
    return _Answer(None, f"{said}, {_VERBS[tested]} {asked}, while {other}, so a person rules", skill)


def _skills(need: LanguageNeed) -> str:
    return f" ({listed(need.skills)})" if need.skills else ""


def _shown(skill: LanguageSkill) -> str:
    """Return the declared level for a sentence, with its skills where they have levels of their own."""
    if skill.scale:
        return f" ({listed([f'{name} {level}' for name, level in skill.scale.items()])})"
    return f" ({skill.level})" if skill.level else ""


def _more_than_none(skill: LanguageSkill, read: Reading) -> Truth:
    """Return whether the declared language is more than the word for none."""
    levels = [level for level in (skill.level, *skill.scale.values()) if level]
    if not levels:
        return True
    return any(read(level) != (0, 0) for level in levels)


def _reaches(need: LanguageNeed, skill: LanguageSkill, asked: Rungs, read: Reading) -> Truth:
    """Return whether the skills that matter reach the rung: all that are asked for, else by R36."""
    scale: dict[str, list[str]] = {}
    for declared, level in skill.scale.items():
        for name in _DECLARED.get(fold(declared), (fold(declared),)):
            scale.setdefault(name, []).append(level)
    overall = _at_least(skill.level, asked, read)
    wanted = [part for name in need.skills for part in _ASKED.get(fold(name), (fold(name),))]
    if not scale:
        return overall
    reached = [
        every(_at_least(level, asked, read) for level in scale.get(name, (skill.level,)))
        for name in wanted or _ALL_SKILLS
    ]
    if wanted or asked[1] >= FLUENT:
        return every(reached)
    if sum(known is True for known in reached) >= _ENOUGH_SKILLS:
        return True
    return False if sum(known is not False for known in reached) < _ENOUGH_SKILLS else None


def _at_least(level: str | None, asked: Rungs, read: Reading) -> Truth:
    """Return whether a level as written reaches another; None where either can mean more or less."""
    known = read(level) if level else None
    if known is None:
        return None
    if known[0] >= asked[1]:
        return True
    return False if known[1] < asked[0] else None
