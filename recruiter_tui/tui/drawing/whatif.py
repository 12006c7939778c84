"""What if, as lines: the rules with what is tried on each, and the counts that would come of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.notice import Notice
from recruiter_tui.domain.requirement import EducationExperience, Necessity, Tier
from recruiter_tui.domain.whatif import Scenario
from recruiter_tui.tui.drawing.blocks import heading, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.criteria import word_piece
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line
from recruiter_tui.tui.drawing.names import KIND_NAMES, counting
from recruiter_tui.tui.drawing.notice_items import FAMILIES, in_families, shown_criterion
from recruiter_tui.tui.drawing.numbers import years
from recruiter_tui.tui.signs import Ink, necessity_sign
from recruiter_tui.tui.text import cut, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.domain.whatif import Count, Projection
    from recruiter_tui.domain.whatif_moves import Move

STEP: Final = 6
"""Months by which one key moves a threshold."""
_MOST: Final = 600
_LABEL: Final = 22
_BAR: Final = 20
_ROOMY: Final = 60
_LONGEST_WHY: Final = 44


@dataclass(frozen=True, slots=True)
class Trial:
    """A scenario over a notice, with the moves that keys make; every move returns another trial."""

    notice: Notice
    scenario: Scenario = field(default_factory=Scenario)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is tried."""
        return self.scenario == Scenario()

    def find(self, name: str) -> Criterion | None:
        """Return a criterion of the notice."""
        return next((one for one in self.notice.criteria if one.id == name), None)

    def called(self, name: str) -> str:
        """Return what a criterion is called among what is tried: its family where it is alone there."""
        one = self.find(name)
        if one is None:
            return name
        alone = sum(other.kind is one.kind for other in self.notice.criteria) == 1
        said = KIND_NAMES[one.kind] if alone else ""
        return said or cut(shown_criterion(one), _LONGEST_WHY) or name

    def branch_word(self, name: str, place: int) -> str:
        """Return the degree that a branch asks for."""
        one = self.find(name)
        return one.alternatives[place].degree.word if isinstance(one, EducationExperience) else name

    def dropped(self, name: str) -> Trial:
        """Return the trial with a rule dropped, or in force again."""
        return self._with(dropped=_toggled(self.scenario.dropped, name))

    def turned(self, name: str) -> Trial:
        """Return the trial with essential and advantage exchanged for one criterion, or as they were."""
        one = self.find(name)
        if one is None:
            return self
        if one.necessity is Necessity.ESSENTIAL:
            return self._with(relaxed=_toggled(self.scenario.relaxed, name))
        return self._with(required=_toggled(self.scenario.required, name))

    def invoked(self, name: str) -> Trial:
        """Return the trial with an advantage deciding, or no longer."""
        names = _toggled(self.scenario.invoked, name)
        return self._with(invoked=names, at_least=max(1, min(self.scenario.at_least, len(names))))

    def enough(self) -> Trial:
        """Return the trial with one more of the invoked advantages to be met, then with one again."""
        many = len(self.scenario.invoked)
        return self._with(at_least=self.scenario.at_least % many + 1) if many else self

    def months(self, name: str, place: int) -> int | None:
        """Return the months that a branch would ask for."""
        for criterion, branch, months in self.scenario.months:
            if (criterion, branch) == (name, place):
                return months
        return self.stated(name, place)

    def stated(self, name: str, place: int) -> int | None:
        """Return the months that a branch asks for now."""
        one = self.find(name)
        return one.alternatives[place].months if isinstance(one, EducationExperience) else None

    def asking(self, name: str, place: int, months: int | None) -> Trial:
        """Return the trial with another threshold."""
        rest = tuple(one for one in self.scenario.months if one[:2] != (name, place))
        wanted = None if months is None else max(0, min(_MOST, months))
        if wanted == self.stated(name, place):
            return self._with(months=rest)
        return self._with(months=(*rest, (name, place, wanted)))

    def under(self, policy: str | None) -> Trial:
        """Return the trial under another policy; None is the vacancy's own."""
        return self._with(policy=policy)

    def _with(self, **changes: object) -> Trial:
        return replace(self, scenario=replace(self.scenario, **changes))  # type: ignore[arg-type]  # names of its fields


def _toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name) if name in names else (*names, name)


def trial_lines(trial: Trial, width: int, policy: str) -> Iterator[Line]:
    """Yield the rules, what is tried standing out; `policy` is the vacancy's own."""
    tried = trial.scenario.policy
    stop = Stop(About.ITEM, "policy/")
    yield line(width, ("How experience counts", Ink.DIM), stop=stop)
    yield from text(width, counting(policy), Ink.FAINT if tried else Ink.TEXT, indent=2, stop=stop)
    if tried:
        yield from text(width, f"→ {counting(tried)}", Ink.ACCENT, indent=2, stop=stop)
    for kind, members in in_families(trial.notice):
        rules = [one for one in members if not isinstance(one, Tier)]
        if rules:
            yield from heading(width, FAMILIES[kind])
        for one in rules:
            yield from _rule(trial, one, width)
    many = len(trial.scenario.invoked)
    if many > 1:
        yield line(width)
        told = f"{trial.scenario.at_least} of the {many} invoked advantages have to be met"
        yield from text(width, told, Ink.ACCENT)


def _rule(trial: Trial, one: Criterion, width: int) -> Iterator[Line]:
    """Yield a rule and, for education, each branch with its months."""
    stop = Stop(About.ITEM, f"criterion/{one.id}")
    word = state_word(trial, one)
    sign = necessity_sign(one.necessity).sign
    gone = one.id in trial.scenario.dropped
    ink = Ink.FAINT if gone else Ink.TEXT
    right: list[Piece] = [(word, Ink.ACCENT)] if word else []
    yield line(
        width, (f"{sign} ", Ink.CRITERION), (shown_criterion(one) or one.id, ink), right=right, stop=stop
    )
    if not isinstance(one, EducationExperience):
        return
    for place, branch in enumerate(one.alternatives):
        asked = trial.months(one.id, place)
        shown: list[Piece] = [(f"    {branch.degree.word}  ", Ink.DIM)]
        if asked == branch.months:
            shown.append((_months(branch.months), ink))
        else:
            was = "no experience" if branch.months is None else f"{branch.months} months"
            shown += [
                (was, Ink.FAINT),
                (" → ", Ink.FAINT),
                (_months(asked), Ink.ACCENT),
            ]
        yield line(width, *shown, stop=Stop(About.ITEM, f"months/{one.id}/{place}"))


def _months(months: int | None) -> str:
    if months is None:
        return "no experience"
    whole, rest = divmod(months, 12)
    return f"{months} months" if rest or not whole else f"{months} months ({years(months, months)})"


def state_word(trial: Trial, one: Criterion) -> str:
    """Return what is tried on a criterion; nothing where it stays as it is."""
    scenario = trial.scenario
    return next(
        (
            word
            for names, word in (
                (scenario.dropped, "dropped"),
                (scenario.relaxed, "advantage"),
                (scenario.required, "essential"),
                (scenario.invoked, "invoked"),
            )
            if one.id in names
        ),
        "",
    )


def count_lines(projection: Projection | None, width: int, policy: str | None = None) -> Iterator[Line]:
    """Yield the counts before and after: the chosen, then by outcome, tier, gender and region.

    Without a projection it says what is waited for: the first question under another `policy` takes longer.
    """
    if projection is None:
        told = f"judging everybody for the first time: {counting(policy)} …" if policy else ""
        yield from text(width, told or "laying everybody out …", Ink.FAINT)
        return
    chosen = projection.chosen
    yield line(width, ("meet everything that decides: now → then", Ink.DIM))
    yield line(width, *_change(chosen, strong=True))
    tiers = {tier_label(name): projection.tiers[name] for name in sorted(projection.tiers)}
    if set(projection.tiers) == {"open"}:
        tiers = {}
    groups: tuple[tuple[str, Mapping[str, Count]], ...] = (
        ("All, by outcome", projection.outcomes),
        ("The chosen, by tier", tiers),
        ("By gender", projection.genders),
        ("By region", projection.regions),
    )
    for title, counts in groups:
        if counts:
            yield from heading(width, title)
            most = max(max(one.before, one.after) for one in counts.values())
            for name, count in counts.items():
                yield _counted(name, count, most, width)


def why_runs(trial: Trial, found: Sequence[Move]) -> list[Piece]:
    """Return in one line for which criteria somebody moves."""
    runs: list[Piece] = []
    for move in found:
        one = trial.find(move.criterion)
        about = (shown_criterion(one) if one is not None else "") or move.criterion
        runs += [("  ·  " if runs else "", Ink.FAINT), (f"{plain(cut(about, _LONGEST_WHY))}: ", Ink.TEXT)]
        runs += [word_piece(move.before), (" → ", Ink.FAINT), word_piece(move.after)]
    return runs


def tier_label(name: str) -> str:
    """Return how a tier is called among counts."""
    return f"tier {name}" if name.isdecimal() else name


def _counted(name: str, count: Count, most: int, width: int) -> Line:
    """Return one group: its name, a bar of what would be, and the numbers."""
    words, ink = word_piece(name)
    label = fit(plain(words), min(_LABEL, max(8, width // 3)))
    bar: list[Piece] = []
    if width >= _ROOMY and most:
        held = round(_BAR * min(count.before, count.after) / most)
        more = round(_BAR * max(count.before, count.after) / most) - held
        grows = count.after > count.before
        bar = [
            ("▬" * held, Ink.DIM),
            ("▬" * more, Ink.ACCENT if grows else Ink.RULE),
            (" " * (_BAR - held - more + 2), Ink.TEXT),
        ]
    return line(width, (label + " ", Ink.DIM if ink is Ink.TEXT else ink), *bar, *_change(count))


def _change(count: Count, *, strong: bool = False) -> list[Piece]:
    """Return a count before and after, with the difference."""
    apart = count.after - count.before
    now = Ink.STRONG if strong or apart else Ink.DIM
    pieces: list[Piece] = [(f"{count.before:>5}", Ink.DIM), (" → ", Ink.FAINT), (f"{count.after:<5}", now)]
    if apart:
        pieces.append((f"{apart:+}".replace("-", "\N{MINUS SIGN}"), Ink.ACCENT))
    return pieces
