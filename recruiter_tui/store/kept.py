"""Results of screening as they lie in the store, taken apart without building findings."""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.store.facts import ask
from recruiter_tui.store.records import Screened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.store.reading import Reader

_KEPT: Final = (
    "SELECT screening.id, criteria_version_id, policy, tier, outcome, eligibility, deadline,"
    " education_experience, languages, overruled, flags, months_low, months_high, finding.body"
    " FROM screening JOIN finding ON finding.id = screening.id"
    " WHERE screening.id IN (SELECT value FROM json_each(?)) ORDER BY screening.id"
)
_RULED: Final = (
    "SELECT value FROM json_each(?) WHERE value IN (SELECT application_id FROM override)"
    " OR 'relevance/' || value IN (SELECT name FROM setting) ORDER BY value"
)
_OPENING: Final = b',{"criterion":"'
"""How a finding begins after another; within a JSON text its quotation marks would be escaped."""
_HEAD: Final = re.compile(
    rb'\{"criterion":"(?:[^"\\]|\\.)*","kind":"([a-z_]+)","necessity":"([a-z]+)",'
    rb'"outcome":(?:"([a-z ]+)"|null)'
)
_FLAGS: Final = b'"flags":['


class Head(NamedTuple):
    """What counts of a finding that nobody overruled."""

    kind: str
    necessity: str
    outcome: Outcome | None


def kept(reader: Reader, keys: Iterable[int]) -> dict[int, Screened]:
    """Return what screening found about some applications, as it is kept, by key."""
    rows = ask(reader, _KEPT, json.dumps(list(keys)))
    return {row[0]: _screened(row) for row in rows}


def _screened(row: Sequence[object]) -> Screened:
    values = list(row)
    for place in range(4, 9):
        values[place] = None if values[place] is None else _OUTCOMES[str(values[place])]
    values[9] = bool(values[9])
    values[10] = tuple(str(values[10]).split()) if values[10] else ()
    return Screened(*values)  # type: ignore[arg-type]  # the columns are the fields, in one order


_OUTCOMES: Final = {outcome.value: outcome for outcome in Outcome}


def pieces(body: bytes) -> list[bytes]:
    """Return the findings of `codec.dump_findings` one by one, as JSON."""
    text = zlib.decompress(body)[1:-1]
    first, *rest = text.split(_OPENING)
    return [first, *(_OPENING[1:] + one for one in rest)] if first else []


def joined(findings: Iterable[bytes]) -> bytes:
    """Return findings as `codec.dump_findings` would give them, byte for byte."""
    return zlib.compress(b"[" + b",".join(findings) + b"]", 1)


def head(piece: bytes) -> Head:
    """Return what counts of a finding; raises ValueError for what is none."""
    found = _HEAD.match(piece)
    if found is None:
        message = "not a finding"
        raise ValueError(message)
    kind, necessity, outcome = found.groups()
    return Head(kind.decode(), necessity.decode(), None if outcome is None else _OUTCOMES[outcome.decode()])


def flags(piece: bytes) -> tuple[str, ...]:
    """Return the flags of a finding, which stand at its end."""
    if not piece.endswith(b"]}"):
        return ()
    found: list[str] = json.loads(piece[piece.rindex(_FLAGS) + len(_FLAGS) - 1 : -1])
    return tuple(found)


def ruled(reader: Reader, keys: Iterable[int]) -> list[int]:
    """Return those of some applications on which persons ruled: findings overruled, or jobs' relevance."""
    wanted = json.dumps(list(keys))
    return [key for (key,) in ask(reader, _RULED, wanted)]
