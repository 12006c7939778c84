"""Which keys a footer shows: the six that matter where one stands, and what each screen is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.commands_base import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from recruiter_tui.tui.commands_base import Command

MOST: Final = 6
"""Keys that are read at a glance; help has the rest."""
_HELP: Final = "app.help"

_EMPTY: Final = ("notice.take", "app.palette", "app.theme", "app.steps", "app.leave")
_VACANCIES: Final = ("pane.open", "look.intake", "notice.open", "criteria.open", "notice.take")
_NOBODY: Final = ("look.intake", "notice.open", "criteria.open", "pane.back")
_CANDIDATES: Final = (
    "decide.shortlisted",
    "decide.not-suitable",
    "mark.toggle",
    "find.filter",
    "pass.open",
    "look.compare",
)
_MARKED: Final = (
    "look.compare",
    "decide.shortlisted",
    "decide.not-suitable",
    "bulk.open",
    "mark.clear",
    "note.add",
)
_DOSSIER: Final = (
    "decide.shortlisted",
    "decide.not-suitable",
    "finding.overrule",
    "fact.correct",
    "copy.here",
)
DOSSIER: Final = ("decide.shortlisted", "decide.not-suitable", "finding.overrule", "note.add", "fact.correct")
"""What matters where one dossier has the whole screen."""

SHORTLIST: Final = ("shortlist.up", "shortlist.down", "shortlist.open", "look.export", "decide.not-suitable")
"""What matters on a short list."""
SHORTLIST_EMPTY: Final = ("view.close", "undo.undo", "app.palette")

READING: Final = (
    "decide.shortlisted",
    "decide.not-suitable",
    "pass.again",
    "pass.evidence_next",
    "pass.waiting",
)
"""What matters in a first pass while somebody is in hand."""
READ: Final = ("pass.waiting", "pass.shortlist", "pass.previous", "undo.undo", "pass.back")
"""What matters behind the last candidate of a pass."""

PURPOSES: Final = {
    Place.DESK: "Work through a vacancy's applications: who applied, what the rules found, and your verdict.",
    Place.COMPARE: "Set two to six candidates side by side and decide between them.",
    Place.SHORTLIST: "Put the short-listed in order, look at them once more, and hand the list on.",
    Place.HISTORY: "See what was done, by whom and when, and take the last of it back.",
    Place.NOTICE: "Check what was understood of a notice against its own words, and correct it.",
    Place.ARRIVALS: "Look through notices that were read before they are stored.",
    Place.INTAKE: "Take applications in: see first what each file holds and what is wrong with it.",
    Place.DUPLICATES: "Find out who applied twice or under two spellings, and say whether it is one person.",
    Place.CRITERIA: "See and change by what candidates are judged; every change is a version with a reason.",
    Place.WHATIF: "Try other rules and see who would move in or out; nothing changes until you make it real.",
    Place.MATRIX: "See every criterion and every candidate at one glance.",
    Place.RULINGS: "Answer the questions that the rules leave to a person, each once for all like cases.",
    Place.DOSSIER: "Read all that is known of one candidate, and judge.",
    Place.CAREER: "See month by month how experience was counted, and rule on single jobs.",
    Place.READING: "Read one candidate after the other, evidence lit in the papers, one key a verdict.",
    Place.FIND: "Search everybody and every notice at once, over names, papers and what notices say.",
    Place.COLUMNS: "Say what the columns of an unknown table mean before it is taken in.",
    Place.TIMELINE: "See what happened to an application, or to all of one person, from the first day on.",
    Place.DUE: "See what you put off, in all vacancies: what is due today, and what sleeps.",
}
"""One sentence a screen, for its help."""

LEGENDS: Final = {
    Place.DESK: (
        ("El Ti Ed La", "eligibility, received in time, education and experience, languages"),
        ("T", "the tier; a dash where the notice has none, ? where it cannot be told"),
        ("6–9", "years of experience: at least and at most, where dates are not exact"),  # noqa: RUF001 - as drawn
        ("EN FR +2", "languages by their codes, and how many more"),
    ),
    Place.SHORTLIST: (("1 2 3", "the rank: tier 1 stands before tier 2, moves stay within a tier"),),
    Place.COMPARE: (
        ("=", "the same as with the reference, which p chooses"),
        ("1 to 3 of 4", "the columns in view; ← → lead to the others"),
    ),
    Place.MATRIX: (
        ("EN +FR", "languages by their codes, + before an advantage"),
        ("1 2 +3", "what a person judges, in the order of the notice"),
        ("all", "the outcome of everything essential together"),
        ("[ ]", "the cell that is explained beneath"),
    ),
    Place.NOTICE: (
        ("= ~ –", "stated, inferred by the program, not stated"),  # noqa: RUF001 - as drawn
        ("◆ ● ▪", "in the source: a field, a criterion, a duty"),
        ("● +", "essential, of advantage"),
    ),
    Place.CRITERIA: (("● +", "essential, of advantage"),),
    Place.WHATIF: (
        ("99 → 240", "how many meet everything that decides: now, and under what is tried"),
        ("● +", "essential, of advantage"),
    ),
    Place.CAREER: (
        ("▇ ▄", "full time, half of it"),
        ("░", "what imprecise dates leave open"),
        ("◆ ╎", "the degree, the day up to which experience counts"),
    ),
    Place.INTAKE: (
        ("new, differs", "comes in; says otherwise than what is on file"),
        ("passed over", "on file already, or nothing to take in"),
        ("refused", "cannot come in as it is; P takes in the rest"),
    ),
    Place.DUPLICATES: (
        ("Score", "0 to 100: how much speaks for one person"),
        ("+ -", "what speaks for it, what against"),
    ),
    Place.RULINGS: (("flip", "whose outcome the answer would change"),),
}
"""What the signs and short heads of a screen mean, for its help."""


def legend(place: Place) -> tuple[tuple[str, str], ...]:
    """Return what the signs and short heads of a screen mean."""
    return LEGENDS.get(place, ())


def purpose(place: Place) -> str:
    """Return what a screen is for."""
    return PURPOSES.get(place, "")


def desk(pane: str, *, vacancies: bool, people: bool, marks: bool) -> tuple[str, ...]:
    """Return what matters at the desk, by the pane that has the keys and what there is in it."""
    if not vacancies:
        return _EMPTY
    if pane == "vacancies":
        return _VACANCIES
    if not people:
        return _NOBODY
    if marks:
        return _MARKED
    return _DOSSIER if pane == "dossier" else _CANDIDATES


def six(commands: Iterable[Command], dim: Collection[str], wanted: Sequence[str] = ()) -> list[Command]:
    """Return at most six commands: the `wanted` first, then what can be used now; help is always the last."""
    there = {command.id: command for command in commands if command.keys}
    ranked = sorted((command for command in there.values() if command.footer), key=lambda c: c.footer)
    if wanted:
        ranked = []
    ranked.sort(key=lambda command: command.id in dim)
    lead = [there[name] for name in wanted if name in there]
    chosen = [command for command in dict.fromkeys((*lead, *ranked)) if command.id != _HELP]
    helping = [there[_HELP]] if _HELP in there else []
    return chosen[: MOST - len(helping)] + helping
