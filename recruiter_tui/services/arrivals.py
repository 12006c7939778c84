"""What an import makes of a row: new, the same again, or different from what is stored."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import State, Stated

if TYPE_CHECKING:
    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.reading.candidates.incoming import Incoming
    from recruiter_tui.store.records import Applicant

_SINGLE = ("name", "given_name", "family_name", "residence", "gender")
_SEVERAL = ("emails", "phones", "nationalities")
_LISTS = ("employment", "degrees", "languages")


def fingerprint(incoming: Incoming) -> str:
    """Return a digest of everything that a row says, by which the same row is known again.

    Where the row stood in its file and what was odd about it does not count.
    """
    from recruiter_tui.store.codec import dump_candidate

    bare = replace(incoming.candidate, warnings=())
    application = incoming.application
    parts = (
        application.id,
        application.received.text if application.received else "",
        application.channel or "",
        str(application.internal),
        dump_candidate(bare),
        *(paper.sha256 for paper in bare.documents),
        incoming.note or "",
        *sorted(incoming.tags),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def merged(stored: Applicant, incoming: Incoming) -> tuple[Application, Candidate]:
    """Return the stored facts with what the row says in place of them.

    A row that is silent on a fact leaves it alone, because files hold any subset of the columns. What a
    person corrected stays corrected; the row's value becomes the imported one beside it.
    """
    return _application(stored.application, incoming.application), _candidate(
        stored.candidate, incoming.candidate
    )


def _application(now: Application, new: Application) -> Application:
    """Return the application with what the row says."""
    return replace(
        now,
        received=new.received or now.received,
        channel=new.channel or now.channel,
        internal=now.internal if new.internal is None else new.internal,
    )


def _candidate(now: Candidate, new: Candidate) -> Candidate:
    """Return the person with what the row says, fact by fact."""
    corrected = {one.fact.partition("/")[0] for one in now.corrections}
    changes: dict[str, object] = {name: _fact(getattr(now, name), getattr(new, name)) for name in _SINGLE}
    for name in (*_SEVERAL, *_LISTS):
        fresh = getattr(new, name)
        if fresh and name not in corrected and _bare(fresh) != _bare(getattr(now, name)):
            changes[name] = fresh
    known = {paper.sha256 for paper in now.documents}
    papers = tuple(paper for paper in new.documents if paper.sha256 not in known)
    return replace(now, **changes, documents=(*now.documents, *papers))  # type: ignore[arg-type]  # names and kinds agree


def _fact(now: Stated[str], new: Stated[str]) -> Stated[str]:
    """Return a fact of one value; the same value keeps the origin that it has."""
    if new.value is None:
        return now
    if now.state is State.CORRECTED:
        return now if now.imported == new.value else replace(now, imported=new.value)
    return now if now.value == new.value else new


def _bare(entries: tuple[object, ...]) -> list[object]:
    """Return entries without the places in files where they stood."""
    return [entry.value if isinstance(entry, Stated) else replace(entry, spans=()) for entry in entries]  # type: ignore[type-var]  # jobs, degrees and languages all have spans
