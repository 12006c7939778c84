"""Domain values to JSON and back; Pydantic is loaded at the first value, not at start-up."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import field, fields, make_dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from recruiter_tui.domain.application import Application, ReasonCode
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Finding
from recruiter_tui.domain.notice import Closing, Notice
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.requirement import Criterion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import TypeAdapter


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # a type or a tuple of types
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _load(kind: Any, text: str | bytes) -> Any:  # noqa: ANN401  # what `kind` says
    try:
        return _adapter(kind).validate_json(text)
    except ValueError:  # its text would quote the value
        raise _damaged() from None


def _unpacked(body: bytes) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error:
        raise _damaged() from None


def _damaged() -> Refused:
    problem = "the store holds a record that cannot be read: it was damaged or changed from outside"
    return Refused(problem, "`recruiter-tui verify` names it; keep a copy of the file and restore a backup")


def dump_candidate(candidate: Candidate) -> str:
    """Return the facts as JSON; documents keep name and hash, their text lies in the store by its hash."""
    bare = replace(candidate, documents=tuple(replace(paper, text="") for paper in candidate.documents))
    return _adapter(Candidate).dump_json(bare, exclude_defaults=True).decode()


def load_candidate(facts: str, texts: Mapping[str, str], only: frozenset[str] | None = None) -> Candidate:
    """Return the candidate with the documents' texts, by hash, put back; with `only`, those facts alone."""
    if only is None:
        candidate: Candidate = _load(Candidate, facts)
    elif only:
        candidate = Candidate(**{**_BLANK, **vars(_load(_some_facts(only), facts))})
    else:
        return _NOBODY
    if not candidate.documents:
        return candidate
    papers = tuple(replace(paper, text=texts.get(paper.sha256, "")) for paper in candidate.documents)
    return replace(candidate, documents=papers)


@cache
def _some_facts(names: frozenset[str]) -> Any:  # noqa: ANN401  # a type made for the asking
    """Return the type of a part of the facts, as JSON has them; whatever else is there is passed over."""
    kinds = get_type_hints(Candidate)
    wanted = (one for one in fields(Candidate) if one.name in names)
    parts = [(one.name, kinds[one.name], field(default=one.default)) for one in wanted]
    return make_dataclass("_Some", parts)


_NOBODY: Final = Candidate()
_BLANK: Final = {one.name: getattr(_NOBODY, one.name) for one in fields(Candidate)}


def dump_notice(notice: Notice) -> str:
    """Return the notice as JSON; its text and criteria are kept beside it."""
    return _adapter(Notice).dump_json(replace(notice, text="", criteria=())).decode()


def load_notice(text: str, notice: str, criteria: str) -> Notice:
    """Return the notice with its text and the criteria that hold now."""
    bare: Notice = _load(Notice, notice)
    return replace(bare, text=text, criteria=load_criteria(criteria))


def dump_criteria(criteria: Sequence[Criterion]) -> str:
    """Return the criteria as JSON, the same for the same criteria."""
    return _adapter(tuple[Criterion, ...]).dump_json(tuple(criteria)).decode()


def load_criteria(text: str) -> tuple[Criterion, ...]:
    """Return the criteria of a version."""
    found: tuple[Criterion, ...] = _load(tuple[Criterion, ...], text)
    return found


def dump_findings(findings: Sequence[Finding]) -> bytes:
    """Return the findings as compressed JSON."""
    return compressed(findings_json(findings))


def compressed(text: bytes) -> bytes:
    """Return bytes that zlib reads; made by a library that takes a third of zlib's own time."""
    from isal import isal_zlib

    return isal_zlib.compress(text, 1)


def findings_json(findings: Sequence[Finding]) -> bytes:
    """Return the findings as JSON, what they leave at its default left out."""
    return _adapter(tuple[Finding, ...]).dump_json(tuple(findings), exclude_defaults=True)


_NEXT: Final = b',{"criterion":'
"""What parts two findings: quotation marks inside a text are escaped, so that no text can hold it."""
_ID_ENDS: Final = b',"kind":'


def parts_of(body: bytes) -> dict[str, bytes]:
    """Return the JSON of each finding by its criterion, without building findings: for splicing."""
    whole = _unpacked(body)
    first, *rest = whole[1:-1].split(_NEXT)
    parts = [first, *(_NEXT[1:] + part for part in rest)] if first else []
    return {_named(part[: part.index(_ID_ENDS)]): part for part in parts}


@lru_cache(maxsize=4_096)
def _named(head: bytes) -> str:
    return str(json.loads(head + b"}")["criterion"])


def part_of(finding: Finding) -> bytes:
    """Return the JSON of one finding, as it stands among those of an application."""
    return findings_json((finding,))[1:-1]


def joined(parts: Iterable[bytes]) -> bytes:
    """Return compressed findings of their parts, the very bytes that `dump_findings` gives."""
    return compressed(b"[%b]" % b",".join(parts))


def load_findings(body: bytes | None) -> tuple[Finding, ...]:
    """Return the findings of one application; none before its first screening."""
    if body is None:
        return ()
    found: tuple[Finding, ...] = _load(tuple[Finding, ...], _unpacked(body))
    return found


def standings(body: bytes | None) -> dict[str, str | None]:
    """Return the outcome that counts for each criterion, without building findings: for filters."""
    if body is None:
        return {}
    return {
        one["criterion"]: (one.get("override") or one).get("outcome") for one in json.loads(_unpacked(body))
    }


def dump_closing(closing: Closing | None) -> str | None:
    """Return the closing as JSON, or None where the notice has none."""
    return None if closing is None else _adapter(Closing).dump_json(closing).decode()


def load_closing(text: str | None) -> Closing | None:
    """Return the closing without Pydantic, because the first screen shows it."""
    if text is None:
        return None
    found: dict[str, str | None] = json.loads(text)
    moment = found.get("time")
    return Closing(
        datetime.fromisoformat(f"{found['date']}").date(),
        None if moment is None else datetime.fromisoformat(f"{found['date']}T{moment}").time(),
        found.get("zone"),
    )


def dump_codes(codes: Iterable[ReasonCode]) -> str:
    """Return a vacancy's own reason codes as JSON."""
    return json.dumps([[one.code, one.name, one.needs_text] for one in codes], ensure_ascii=False)


def load_codes(text: str) -> tuple[ReasonCode, ...]:
    """Return a vacancy's own reason codes."""
    return tuple(ReasonCode(code, name, needs) for code, name, needs in json.loads(text))


def dump_received(received: Moment | None) -> tuple[str | None, str | None, str | None]:
    """Return a receipt as written, its wall-clock reading, and the first UTC instant that it can mean."""
    if received is None:
        return None, None, None
    return received.text, received.local.isoformat(), received.earliest.isoformat()


def load_application(
    public_id: str, received: str | None, local: str | None, channel: str | None, internal: int | None
) -> Application:
    """Return the application from its columns."""
    moment = Moment(received, datetime.fromisoformat(local)) if received is not None and local else None
    return Application(public_id, moment, channel, None if internal is None else bool(internal))


def sha256(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text's UTF-8 form, in hexadecimal."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
