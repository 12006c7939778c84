"""The journal: a chain of entries, and beside it the row images that undo, proof and history live on.

The chain holds no personal text. Each image carries a salted commitment; an entry commits to its images'
commitments, and to the entry before it. Taking an image's text and salt out leaves the chain valid.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

Value: TypeAlias = str | int | float | None
Row: TypeAlias = dict[str, Value]
Change: TypeAlias = tuple[str, int, Mapping[str, Value] | None, Mapping[str, Value] | None]
"""A table's name, a row's key, and the row before and after; None where it did not exist."""

SALT_BYTES: Final = 16
FIRST_PREV: Final = bytes(32)
SUMMARY: Final = ""
"""The entity of the image at position 0, which holds what a person reads about the entry."""
_MANY: Final = 100
"""Images at once from which a faster encoder is worth loading."""
_WORTH_PACKING: Final = 2048
"""Bytes from which compressing saves more than it costs during an import."""
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_PLAIN, _PACKED = b"\0", b"\1"

INSERT_IMAGE: Final = (
    "INSERT INTO image (bundle, position, entity, key, salt, before, after, commitment)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_EVENT: Final = (
    "INSERT INTO event (seq, at, actor, kind, subject, undoable, undoes, bundle, images, commitment, prev,"
    " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
SELECT_EVENTS: Final = (
    "SELECT seq, at, actor, kind, subject, undoable, undoes, bundle, images, commitment, prev, hash"
    " FROM event"
)
LAST: Final = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"


class Entry(NamedTuple):
    """One link of the chain, as it is stored."""

    seq: int
    at: str
    actor: str
    kind: str
    subject: str
    undoable: int
    undoes: int | None
    bundle: int
    images: int
    commitment: bytes
    prev: bytes
    hash: bytes

    def expected_hash(self) -> bytes:
        """Return the hash that the entry must have after the entry before it."""
        body = json.dumps(
            [*self[:9], self.commitment.hex()],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        return hashlib.sha256(self.prev + body.encode()).digest()


class ImageRow(NamedTuple):
    """One image as it is stored: a row before and after the entry, packed."""

    bundle: int
    position: int
    entity: str
    key: int
    salt: bytes | None
    before: bytes | None
    after: bytes | None
    commitment: bytes

    def expected_commitment(self) -> bytes:
        """Return the commitment that salt and contents must give."""
        return commit(
            self.salt or b"", self.bundle, self.position, self.entity, self.key, self.before, self.after
        )


def canonical(row: Mapping[str, Value]) -> bytes:
    """Return a row's one JSON form; what is empty is left out, so that a later column changes nothing."""
    kept = {name: value for name, value in row.items() if value is not None}
    return _ENCODE(kept).encode()


def canonical_in_bulk() -> Callable[[Mapping[str, Value]], bytes]:
    """Return what gives the same form three times as fast, for many rows: loading it takes some time."""
    from pydantic_core import to_json

    def encode(row: Mapping[str, Value]) -> bytes:
        kept = {name: value for name in sorted(row) if (value := row[name]) is not None}
        if float in map(type, kept.values()):
            return canonical(row)  # the two write some numbers in different ways
        return to_json(kept)

    return encode


def pack(
    row: Mapping[str, Value] | None, encode: Callable[[Mapping[str, Value]], bytes] = canonical
) -> bytes | None:
    """Return a row's canonical form for keeping, compressed where that saves room."""
    if row is None:
        return None
    body = encode(row)
    return _PLAIN + body if len(body) < _WORTH_PACKING else _PACKED + zlib.compress(body, 1)


def unpack_bytes(kept: bytes) -> bytes:
    """Return the canonical form from what `pack` made; raises ValueError for anything else."""
    if kept[:1] == _PLAIN:
        return kept[1:]
    if kept[:1] != _PACKED:
        message = "not a packed row"
        raise ValueError(message)
    try:
        return zlib.decompress(kept[1:])
    except zlib.error as error:
        message = "not a packed row"
        raise ValueError(message) from error


def unpack(kept: bytes | None) -> dict[str, Value] | None:
    """Return the row from what `pack` made."""
    if kept is None:
        return None
    row: dict[str, Value] = json.loads(unpack_bytes(kept))
    return row


def commit(
    salt: bytes, bundle: int, position: int, entity: str, key: int, before: bytes | None, after: bytes | None
) -> bytes:
    """Return the salted commitment to one image: it proves the contents, and tells nothing alone."""
    head = f"{bundle}:{position}:{entity}:{key}:{_size(before)}:{_size(after)}:".encode()
    return hmac.digest(salt, head + (before or b"") + (after or b""), "sha256")


def _size(part: bytes | None) -> int:
    return -1 if part is None else len(part)


def images_of(bundle: int, start: int, changes: Sequence[Change]) -> list[ImageRow]:
    """Return the images of `changes`, numbered from `start`, each with a salt of its own."""
    encode = canonical_in_bulk() if len(changes) >= _MANY else canonical
    salts = os.urandom(SALT_BYTES * len(changes))
    rows = []
    for place, (entity, key, before, after) in enumerate(changes):
        salt = salts[place * SALT_BYTES : (place + 1) * SALT_BYTES]
        was, now = pack(before, encode), pack(after, encode)
        sealed = commit(salt, bundle, start + place, entity, key, was, now)
        rows.append(ImageRow(bundle, start + place, entity, key, salt, was, now, sealed))
    return rows


def summary_image(bundle: int, summary: str, details: Iterable[str]) -> ImageRow:
    """Return the image at position 0: what a person reads about the entry, which may name people."""
    told = {"summary": summary, "details": json.dumps(list(details), ensure_ascii=False)}
    return images_of(bundle, 0, [(SUMMARY, 0, None, told)])[0]


class Act(NamedTuple):
    """Who does what: the public part of a journal entry."""

    actor: str
    kind: str
    """One word: `decided`, `imported`, `noted`, `screened`, ..."""
    at: str
    """ISO 8601 in UTC."""
    subject: str = ""
    """What it concerns, without personal text: `V2`, `B3`."""
    undoable: bool = True
    undoes: int | None = None


def entry_after(last: tuple[int, bytes] | None, act: Act, bundle: int, commitments: Iterable[bytes]) -> Entry:
    """Return the entry that follows `last`, sealed over the commitments of its images in their order."""
    seq, prev = (last[0] + 1, last[1]) if last else (1, FIRST_PREV)
    sealed, count = seal(commitments)
    public = (act.at, act.actor, act.kind, act.subject, int(act.undoable), act.undoes)
    entry = Entry(seq, *public, bundle, count, sealed, prev, FIRST_PREV)
    return entry._replace(hash=entry.expected_hash())


def seal(commitments: Iterable[bytes]) -> tuple[bytes, int]:
    """Return one commitment to many, and how many they were."""
    digest, count = hashlib.sha256(), 0
    for each in commitments:
        digest.update(each)
        count += 1
    return digest.digest(), count
