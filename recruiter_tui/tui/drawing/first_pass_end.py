"""The end of a first pass as lines: what was decided, what is left, and where to go from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Disposition
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.line import Line, Piece, line
from recruiter_tui.tui.signs import Ink, disposition_sign
from recruiter_tui.tui.text import fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.services.queue_progress import Progress

_WORD: Final = 16
_NUMBER: Final = 6
_BAR: Final = 24
_FEW: Final = 5
_MINUTE: Final = 60
_HOUR: Final = 60
_SHOWN: Final = (
    Disposition.SHORTLISTED,
    Disposition.LONGLISTED,
    Disposition.MAYBE,
    Disposition.NOT_SUITABLE,
    Disposition.WITHDRAWN,
    Disposition.NEW,
)


def end_lines(progress: Progress | None, width: int, about: str) -> Iterator[Line]:
    """Yield the page that stands behind the last candidate.

    Args:
        progress: How the queue stands; None while it is being counted.
        width: Cells of every line.
        about: The filter and the order of the pass.
    """
    yield line(width)
    yield line(width, ("The end of this pass", Ink.STRONG))
    yield line(width, (plain(about), Ink.DIM))
    yield line(width)
    if progress is None:
        yield line(width, ("counting …", Ink.FAINT))
        return
    most = max((progress.counts.get(one, 0) for one in _SHOWN), default=0)
    for one in _SHOWN:
        yield _count(one, progress, most, width)
    yield line(width)
    yield from _left(progress, width)


def _count(disposition: Disposition, progress: Progress, most: int, width: int) -> Line:
    """Return one disposition: sign and word, how many, a bar, and the reasons of those set aside."""
    many = progress.counts.get(disposition, 0)
    sign = disposition_sign(disposition)
    ink = sign.ink if many else Ink.FAINT
    cells = max(1, round(_BAR * many / most)) if many else 0
    pieces: list[Piece] = [
        (fit(str(sign), _WORD), ink),
        (fit(f"{many}", _NUMBER, "right") + "  ", Ink.STRONG if many else Ink.FAINT),
        (fit("━" * cells, _BAR + 2), ink),
    ]
    if disposition is Disposition.NOT_SUITABLE and progress.reasons:
        said = [f"{plain(code)} {count}" for code, count in list(progress.reasons.items())[:_FEW]]
        pieces.append((" · ".join(said), Ink.DIM))
    return line(width, *pieces)


def _left(progress: Progress, width: int) -> Iterator[Line]:
    """Yield what is still open, and the ways on."""
    waiting = len(progress.waiting)
    if waiting:
        who = "1 is" if waiting == 1 else f"{waiting} are"
        yield line(width, (f"{who} still open", Ink.OPEN))
    else:
        yield line(width, ("Nobody is left open.", Ink.MET))
    if progress.pace is not None:
        yield line(width, (f"{pace_words(progress.pace)} each", Ink.DIM))
    yield line(width)
    ways = [("L", "short list"), ("k", "back to the last candidate"), ("esc", "back to the desk")]
    if waiting:
        ways.insert(0, ("J", "the first who is still open"))
    for key, words in ways:
        yield line(width, (fit(key, 5), Ink.ACCENT), (words, Ink.TEXT))


def pace_words(seconds: float) -> str:
    """Return a length of time as `12 s`, `4 min` or `1 h 10 min`."""
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    minutes = round(seconds / _MINUTE)
    if minutes < _HOUR:
        return f"{minutes} min"
    hours, rest = divmod(minutes, _HOUR)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
