"""The signs of the screen: every outcome and disposition has a sign, a word and a meaning of colour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.domain.finding import Outcome
    from recruiter_tui.domain.requirement import Necessity
    from recruiter_tui.domain.stated import State


class Ink(StrEnum):
    """What a colour means; the values are style strings that Textual resolves against the theme."""

    TEXT = "$ink"
    STRONG = "bold $ink-strong"
    """Names, titles and the values that matter."""
    DIM = "$ink-dim"
    """Labels and secondary text."""
    FAINT = "$ink-faint"
    """Empty states and what cannot be used now."""
    ACCENT = "$accent"
    """The one accent: focus, marks, keys."""
    MET = "$met"
    NOT_MET = "$not-met"
    OPEN = "$open"
    """Cannot tell, maybe, warnings."""
    STRUCK = "strike $ink-faint"
    """What was taken back."""
    RULE = "$rule"
    """Thin lines."""
    FIELD = "$field"
    """What the notice says of the post."""
    CRITERION = "$criterion"
    """What the notice asks of applicants."""
    DUTY = "$duty"
    """What the post is about."""


class Sign(NamedTuple):
    """A sign with its word; colour only repeats what both say."""

    sign: str
    word: str
    ink: Ink

    def __str__(self) -> str:
        """Return sign and word side by side."""
        return f"{self.sign} {self.word}"


# Read by the values of the enums: the first picture stands before the rules of the domain are loaded.
_OUTCOMES: Final[dict[str | None, tuple[str, str, Ink]]] = {
    "met": ("✓", "v", Ink.MET),
    "not met": ("✗", "x", Ink.NOT_MET),
    "cannot tell": ("?", "?", Ink.OPEN),
    None: ("·", ".", Ink.FAINT),
}
_DISPOSITIONS: Final[dict[str, tuple[str, str, str, Ink]]] = {
    "new": ("●", "*", "new", Ink.DIM),
    "longlisted": ("+", "+", "long list", Ink.ACCENT),
    "maybe": ("~", "~", "maybe", Ink.OPEN),
    "shortlisted": ("✓", "v", "shortlisted", Ink.MET),
    "not-suitable": ("✗", "x", "not suitable", Ink.NOT_MET),
    "withdrawn": ("\N{EN DASH}", "-", "withdrawn", Ink.FAINT),
}
_STATES: Final[dict[str, tuple[str, str, Ink]]] = {
    "stated": ("=", "=", Ink.FAINT),
    "inferred": ("~", "~", Ink.OPEN),
    "not stated": ("\N{EN DASH}", "-", Ink.FAINT),
    "corrected": ("✎", "#", Ink.ACCENT),
}
_NECESSITIES: Final[dict[str, tuple[str, str, Ink]]] = {
    "essential": ("●", "*", Ink.DIM),
    "advantage": ("+", "+", Ink.DIM),
}
_plain = False


def use_ascii(*, plain: bool) -> None:
    """Choose the signs of ASCII alone, for terminals and fonts that have no others."""
    global _plain  # noqa: PLW0603 - one switch for the whole screen, set once before anything is drawn
    _plain = plain


def outcome_sign(outcome: Outcome | None) -> Sign:
    """Return how an outcome is shown; None is a criterion that nobody has judged."""
    drawn, plain, ink = _OUTCOMES[outcome]
    return Sign(plain if _plain else drawn, outcome.value if outcome else "not judged", ink)


def disposition_sign(disposition: Disposition) -> Sign:
    """Return how a disposition is shown."""
    drawn, plain, word, ink = _DISPOSITIONS[disposition]
    return Sign(plain if _plain else drawn, word, ink)


def state_sign(state: State) -> Sign:
    """Return how it is shown in what way a value of a notice is known."""
    drawn, plain, ink = _STATES[state]
    return Sign(plain if _plain else drawn, state.value, ink)


def necessity_sign(necessity: Necessity) -> Sign:
    """Return how it is shown whether a criterion must be met."""
    drawn, plain, ink = _NECESSITIES[necessity]
    return Sign(plain if _plain else drawn, necessity.value, ink)


def family_sign(family: Ink) -> str:
    """Return the sign beside a line of a notice where a field, a criterion or a duty begins."""
    drawn, plain = {Ink.FIELD: ("◆", "f"), Ink.CRITERION: ("●", "c"), Ink.DUTY: ("▪", "d")}[family]
    return plain if _plain else drawn


def passage_sign() -> str:
    """Return the sign for what nobody has judged yet and the papers speak of."""
    return '"' if _plain else "\N{LEFT DOUBLE QUOTATION MARK}"


def person_sign() -> str:
    """Return the sign for what a person wrote or ruled: an overruled finding, a note, a corrected fact."""
    return "#" if _plain else "✎"


def beside_sign() -> str:
    """Return the sign of what does not concern somebody, such as a tier that leaves him or her to another."""
    return "-" if _plain else "\N{EN DASH}"


def tag_sign() -> str:
    """Return the sign before a tag."""
    return "#"


def blind_sign() -> str:
    """Return the sign of a vacancy that is read without names."""
    return "o" if _plain else "⊘"


def job_sign(state: str) -> str:
    """Return the sign of where a job stands, by the state's name."""
    drawn, plain = {
        "WAITING": ("\u2026", "."),
        "RUNNING": ("▸", ">"),
        "DONE": ("✓", "v"),
        "STOPPED": ("\N{EN DASH}", "-"),
        "REFUSED": ("✗", "x"),
    }[state]
    return plain if _plain else drawn


def bar_signs() -> tuple[str, str]:
    """Return what a bar of progress is made of: done, and still to do."""
    return ("=", "-") if _plain else ("━", "─")


def mark_sign() -> str:
    """Return the sign of a marked line."""
    return ">" if _plain else "▌"


def tier_word(tier: int | None) -> str:
    """Return how a tier is named; None is a tier that cannot be told."""
    return f"tier {tier}" if tier is not None else "tier ?"
