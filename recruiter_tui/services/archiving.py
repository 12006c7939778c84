"""The archive of a version of the criteria: what everybody was judged by, on which facts, with what findings.

It is one paper in the store, named by the hash of its bytes, so that the journal proves it. Everything but
its head is known before the version is replaced, and can be made ahead.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.flips import Flip
from recruiter_tui.store import codec
from recruiter_tui.store.kept import out_of_step, ruled
from recruiter_tui.store.records import Paper
from recruiter_tui.store.rulings import dump_relevance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord

MEDIA_TYPE: Final = "application/vnd.recruiter-tui.archive+json"
PORTION: Final = 500
"""Applications that are put together at a stretch."""
_FORM: Final = 3
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_MARK: Final = b"RTA\x03"
"""How an archive begins. Each part follows its length, as four bytes: the head, then for each portion its
lines of JSON, and everybody's findings as the store keeps them."""
_MARK_2: Final = b"RTA\x02"
"""How the form before it began, whose head is the first line of the only portion."""
_NONE: Mapping[int, bytes] = MappingProxyType({})
_FLIP: Final = tuple(one.name for one in fields(Flip))


def packed(record: VacancyRecord, policy: str, flips: Sequence[Flip], portions: Iterable[bytes]) -> Paper:
    """Return everything about the version in force as one paper, everybody as `portions_of` packs them."""
    head = {
        "form": _FORM,
        "version": record.criteria.number,
        "policy": policy,
        "crosswalk": [list(one) for one in (record.crosswalk or CONVENTION).placed],
        "fields": [asdict(one) for one in record.fields.values()],
        "institutions": [asdict(one) for one in record.institutions.values()],
        "notice": codec.dump_notice(record.notice),
        "text": record.notice.text,
        "criteria": codec.dump_criteria(record.notice.criteria),
        "flips": [{name: getattr(flip, name) for name in _FLIP} for flip in flips],
    }
    told = codec.compressed(json.dumps(head, ensure_ascii=False).encode())
    data = b"".join((_MARK, _framed([told]), *portions))
    return Paper(codec.sha256(data), "", MEDIA_TYPE, data)


def portions_of(reader: Reader, record: VacancyRecord) -> Iterator[bytes]:
    """Yield everybody of a vacancy as the archive of the version in force holds them, by portions."""
    keys = reader.roll(record.line.key, "key")
    late = _late(reader, record)
    for start in range(0, len(keys), PORTION):
        yield portion_of(reader, record, keys[start : start + PORTION], late)


def portion_of(
    reader: Reader, record: VacancyRecord, keys: Sequence[int], late: Mapping[int, bytes] = _NONE
) -> bytes:
    """Return some applications as an archive holds them; `late` are findings in place of those kept."""
    rulings = {one.key: one for one in reader.applicants(record.line.key, ruled(reader, keys), texts=False)}
    rows = reader.archive(keys)
    if not rows:
        return b""
    lines = "\n".join(_line(row, rulings.get(row[0])) for row in rows)
    return _framed([codec.compressed(lines.encode()), *(late.get(row[0], row[-1]) for row in rows)])


def _late(reader: Reader, record: VacancyRecord) -> dict[int, bytes]:
    """Return findings in place of those that a change of criteria outran and nobody has written since."""
    keys = out_of_step(reader, record.line.key)
    if not keys:
        return {}
    from recruiter_tui.services.judging import Judge
    from recruiter_tui.services.splicing import Splicing

    spliced = Splicing(reader, record, Judge(record), keys).each()
    return {one.application: one.findings or b"" for one in spliced}


def unpacked(data: bytes) -> tuple[str, list[tuple[str, bytes]]]:
    """Return an archive's head and everybody's line with the findings; raises Refused for other forms."""
    if data.startswith(_MARK_2):
        first, *bodies = _frames(data)
        head, *lines = zlib.decompress(first).decode().split("\n")
        return head, list(zip(lines, bodies, strict=True))
    if not data.startswith(_MARK):
        problem = "the archive of this version was written by another program or an unreleased one"
        raise Refused(problem, "open it with the program that wrote it")
    frames = _frames(data)
    head = zlib.decompress(next(frames)).decode()
    kept = []
    for first in frames:
        kept += [(line, next(frames)) for line in zlib.decompress(first).decode().split("\n")]
    return head, kept


def _frames(data: bytes) -> Iterator[bytes]:
    """Yield the parts of an archive."""
    at = len(_MARK)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 4 + length]
        at += 4 + length


def _framed(parts: Sequence[bytes]) -> bytes:
    """Return parts of an archive, each after its length."""
    return b"".join([piece for part in parts for piece in (len(part).to_bytes(4, "big"), part)])


def _line(row: Sequence[Any], ruling: Any) -> str:  # noqa: ANN401 - the store's tuples
    """Return one application as a line of JSON; the facts are copied as they are kept."""
    key, public, received, local, channel, internal, facts, policy, tier, outcome, _ = row
    overrides = {} if ruling is None else {name: asdict(one) for name, one in ruling.overrides.items()}
    relevance = "{}" if ruling is None else dump_relevance(ruling.relevance)
    head = _ENCODE(
        {
            "key": key,
            "application": [public, received, local, channel, internal],
            "policy": policy,
            "tier": tier,
            "outcome": outcome,
            "overrides": overrides,
        }
    )
    return f'{head[:-1]}, "relevance": {relevance}, "facts": {facts}}}'
