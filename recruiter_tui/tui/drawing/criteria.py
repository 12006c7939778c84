"""The criteria panel as lines: what is asked, under which policy, on which scales, and how it came so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.crosswalk import CONVENTION, NOT_OFFICIAL, RUNG_NAMES, Crosswalk
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_words import closing_words
from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy
from recruiter_tui.domain.profiles import SWITCHES, Profile, profile, source_of
from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.services.criteria import Version
from recruiter_tui.services.views import VacancyDetail
from recruiter_tui.tui.drawing.blocks import heading, labelled, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line
from recruiter_tui.tui.drawing.names import in_words, when
from recruiter_tui.tui.drawing.notice import criterion_lines, dropped_lines, family_head
from recruiter_tui.tui.drawing.notice_items import FAMILIES, in_families, shown_criterion, tally
from recruiter_tui.tui.drawing.rulebook import rule_lines, worded
from recruiter_tui.tui.signs import Ink, necessity_sign, outcome_sign, person_sign
from recruiter_tui.tui.text import fit
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    from collections.abc import Iterator


_WIDE: Final = 110
"""From this width on a switch takes one line."""
_QUESTION: Final = 52
_VALUE: Final = 27
_HASH: Final = 16
_LEVEL: Final = 10


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that the panel shows."""

    detail: VacancyDetail
    versions: tuple[Version, ...] = ()
    invoked: tuple[tuple[str, ...], int] = ((), 1)
    """Advantages that decide among those who meet everything essential, and how many have to be met."""
    closed: Mapping[int, str] | None = None
    """What came of the tiers that are closed."""

    @property
    def policy(self) -> Policy:
        """Return the vacancy's policy."""
        return Policy.named(self.detail.policy)

    @property
    def crosswalk(self) -> Crosswalk:
        """Return the crosswalk that holds now."""
        return next((one.crosswalk for one in self.versions if one.in_force), CONVENTION)


def panel_lines(panel: Panel, width: int) -> Iterator[Line]:
    """Yield the page, each line exactly `width` cells."""
    yield from _head(panel, width)
    notice = panel.detail.notice
    for kind, members in in_families(notice):
        yield from family_head(width, Ink.CRITERION, FAMILIES[kind], tally(members))
        mixed = len({one.necessity for one in members}) > 1
        for one in members:
            yield from criterion_lines(one, width, marked=False, mixed=mixed)
            yield from _beside(panel, one.id, getattr(one, "tier", None), width)
    if notice.dropped:
        yield from heading(width, "Taken out", f"{len(notice.dropped)}")
        for gone in notice.dropped:
            yield from dropped_lines(gone, width)
    yield from _policy(panel.policy, width)
    yield from _levels(panel.crosswalk, width)
    yield from _versions(panel, width)
    yield from rule_lines(panel.detail.notice, panel.policy, width)


def _stop(kind: str, name: object) -> Stop:
    return Stop(About.ITEM, f"{kind}/{name}")


def _head(panel: Panel, width: int) -> Iterator[Line]:
    """Yield which version holds, since when, by which hash; then the signs and the closing."""
    detail = panel.detail
    stands: Piece = ("not frozen: the first verdict freezes them", Ink.OPEN)
    if detail.frozen_at is not None:
        stands = (f"frozen {when(detail.frozen_at)} by the first verdict", Ink.TEXT)
    version = f"version {detail.criteria_version}"
    digest = f"SHA-256 {(detail.criteria_hash or 'not known')[:_HASH]}…"
    fits = width_of(version) + width_of(stands[0]) + width_of(digest) + 4 <= width
    right: list[Piece] = [(digest, Ink.FAINT)] if fits else []
    yield line(width, (version, Ink.STRONG), ("  ", Ink.TEXT), stands, right=right)
    closing = detail.notice.closing.value
    words = closing_words(closing) if closing is not None else "not stated"
    yield line(width, ("closing  ", Ink.DIM), (plain(words), Ink.TEXT))
    legend = "   ".join(f"{sign.sign} {sign.word}" for sign in map(necessity_sign, Necessity))
    yield line(width, (legend, Ink.FAINT))


def _beside(panel: Panel, criterion: str, tier: int | None, width: int) -> Iterator[Line]:
    """Yield what was decided about a criterion: that it is invoked, or what came of its tier."""
    names, enough = panel.invoked
    stop = _stop("criterion", criterion)
    if criterion in names:
        many = f", any {enough} of {len(names)} decide" if len(names) > 1 else ""
        yield from text(width, f"{person_sign()} invoked{many}", Ink.ACCENT, indent=2, stop=stop)
    if tier is not None and panel.closed is not None:
        note = panel.closed.get(tier)
        if note is not None:
            yield from text(width, f"{person_sign()} closed: {plain(note)}", Ink.ACCENT, indent=2, stop=stop)
        else:
            yield from text(width, "open; T closes it", Ink.FAINT, indent=2, stop=stop)


def _policy(policy: Policy, width: int) -> Iterator[Line]:
    """Yield profile and switches: the question, how it is answered here, and who says so."""
    base = profile(policy.profile) if policy.profile else None
    yield from heading(width, "Policy", "enter changes a line")
    named = f"{base.id} · {base.title}" if base else "none: the program's defaults"
    yield from labelled(width, "profile", plain(named), Ink.STRONG, stop=_stop("policy", "profile"))
    start = base.policy if base else DEFAULT_POLICY
    for switch in SWITCHES:
        value, usual = worded(policy, switch.name), worded(DEFAULT_POLICY, switch.name)
        ours = getattr(policy, switch.name) != getattr(start, switch.name)
        source = source_of(policy, switch.name)
        said = source if value == usual else f"{source} · default: {usual}"
        yield from _switch(width, switch.name, switch.question, value, said, ours=ours)


def _switch(width: int, name: str, question: str, value: str, said: str, *, ours: bool) -> Iterator[Line]:
    """Yield one switch, in one line where there is room."""
    stop = _stop("policy", name)
    ink = Ink.ACCENT if ours else Ink.TEXT
    shown = f"{value} {person_sign()}" if ours else value
    if width >= _WIDE:
        pieces = ((fit(question, _QUESTION), Ink.DIM), (fit(shown, _VALUE), ink))
        yield line(width, *pieces, (said, Ink.FAINT), stop=stop)
        return
    yield line(width, (question, Ink.DIM), right=[(shown, ink)], stop=stop)
    yield from text(width, said, Ink.FAINT, indent=2, stop=stop)


def _levels(crosswalk: Crosswalk, width: int) -> Iterator[Line]:
    """Yield where the levels of both scales stand; what a person placed elsewhere is marked."""
    yield from heading(width, "Language levels", "not official")
    yield from text(width, NOT_OFFICIAL, Ink.FAINT)
    usual = CONVENTION.table()
    for level, (low, high) in crosswalk.table().items():
        stop = _stop("level", level)
        pieces: list[Piece] = [(fit(level, _LEVEL), Ink.DIM)]
        if (low, high) == usual[level]:
            pieces.append((rung_words(low, high), Ink.TEXT))
        else:
            pieces += [
                (f"{rung_words(low, high)} {person_sign()}", Ink.ACCENT),
                (f"  convention: {rung_words(*usual[level])}", Ink.FAINT),
            ]
        yield line(width, *pieces, stop=stop)


def short_title(one: Profile) -> str:
    """Return a profile's title as a menu has room for it."""
    return one.title.partition(";")[0]


def rung_words(low: int, high: int) -> str:
    """Return the rungs that a level stands on."""
    return RUNG_NAMES[low] if low == high else f"{RUNG_NAMES[low]} to {RUNG_NAMES[high]}"


def _versions(panel: Panel, width: int) -> Iterator[Line]:
    """Yield the versions, the newest first."""
    yield from heading(width, "Versions", "enter opens one")
    names = {one.id: shown_criterion(one) for one in panel.detail.notice.criteria}
    for one in reversed(panel.versions):
        stop = _stop("version", one.number)
        state = (" in force", Ink.MET) if one.in_force else (" replaced", Ink.FAINT)
        frozen = f"frozen {when(one.frozen_at)}" if one.frozen_at else "not frozen"
        who = f"{plain(one.made_by)}, {when(one.made_at)}"
        yield line(
            width,
            (f"v{one.number}", Ink.STRONG),
            state,
            (f"   {frozen}", Ink.DIM),
            right=[(who, Ink.FAINT)] if width_of(who) < width // 2 else (),
            stop=stop,
        )
        for change in one.changes:
            yield from text(width, plain(in_words(change, names)), Ink.TEXT, indent=4, stop=stop)
        if one.reason:
            yield from text(width, f"{person_sign()} “{plain(one.reason)}”", Ink.DIM, indent=4, stop=stop)


def word_piece(word: str) -> Piece:
    """Return a result as flips word it, with its sign and colour."""
    for outcome in (*Outcome, None):
        sign = outcome_sign(outcome)
        if word == (outcome.value if outcome else "open"):
            return f"{sign.sign} {word}", sign.ink
    return word, Ink.TEXT
