"""Finds people whose words for the search are not those that the program would write today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.searching import extra_words
from recruiter_tui.store.facts import ask

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.store.reading import Reader

_STEP: Final = 100
"""People a step: five milliseconds, so that no key waits."""
_TEXTS: Final = (
    "SELECT candidate.id, candidate.name, candidate_facts.words, candidate_text.body FROM candidate"
    " JOIN candidate_facts ON candidate_facts.id = candidate.id"
    " JOIN candidate_text ON candidate_text.id = candidate.id"
    " WHERE candidate.id > ? AND coalesce(candidate.batch_id, 0) NOT IN"
    " (SELECT batch.id FROM batch WHERE batch.state <> 'visible') ORDER BY candidate.id LIMIT ?"
)


class Step(NamedTuple):
    """What some people lack."""

    last: int
    """The key of the last person who was looked at; 0 where there was nobody left."""
    words: Mapping[int, str]
    """The words that people should have, by key, of those who lack some."""
    sound: int
    """How many need such words and have them all."""


def missing_words(reader: Reader, after: int) -> Step:
    """Look at the next people: their extra words must all be there, whatever stands between them."""
    last, words, sound = 0, {}, 0
    for key, name, kept, body in ask(reader, _TEXTS, after, _STEP):
        last = key
        wanted = extra_words(f"{name}\n{body}")
        if wanted:
            there = {_plain(line) for line in kept.splitlines()}
            lacking = [line for line in wanted.splitlines() if _plain(line) not in there]
            if lacking:
                words[key] = "\n".join((kept, *dict.fromkeys(lacking)))
            else:
                sound += 1
    return Step(last, words, sound)


def _plain(line: str) -> str:
    return " ".join(line.split())
