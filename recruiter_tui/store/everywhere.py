# ruff: noqa: S608 - every part of these texts is a constant of this file; values are parameters
"""Search over everybody: names and papers, the first hits at once, the best ones after."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.searching import phrase
from recruiter_tui.store.facts import ask
from recruiter_tui.store.search import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.store.reading import Reader

_VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words USING fts5vocab(main, candidate_search, row)"
)
_WORDS: Final = "SELECT term, doc FROM temp.known_words WHERE term >= ? AND term < ? || char(1114111) LIMIT ?"
_MOST_WORDS: Final = 160
"""Words with one beginning that are looked at; their counts cost 40 us each at 100,000 papers."""
_BEST_WORDS: Final = 12
"""The commonest of them that are searched for."""
_VISIBLE: Final = (
    " coalesce(candidate.batch_id, 0) NOT IN (SELECT batch.id FROM batch WHERE batch.state <> 'visible')"
)
_HITS: Final = "SELECT rowid FROM candidate_search WHERE candidate_search MATCH ? ORDER BY rowid DESC LIMIT ?"
_MOST_RANKED: Final = 600
"""People among whom the best are chosen: the newest who bear the words. To weigh 100,000 takes a second."""
_BEST: Final = (
    "SELECT key FROM (SELECT rowid AS key, bm25(candidate_search) AS worth FROM candidate_search"
    f" WHERE candidate_search MATCH ? ORDER BY rowid DESC LIMIT {_MOST_RANKED})"
    " ORDER BY worth, key DESC LIMIT ?"
)
_PEOPLE: Final = (
    "SELECT candidate.id, candidate.name, application.id, application.vacancy_id, application.public_id,"
    " application.disposition, vacancy.title FROM candidate"
    " JOIN application ON application.candidate_id = candidate.id"
    " JOIN vacancy ON vacancy.id = application.vacancy_id"
    " WHERE candidate.id IN (SELECT value FROM json_each(?)) AND" + _VISIBLE + " ORDER BY application.id"
)
_PAPERS: Final = (
    "SELECT candidate_document.candidate_id, document.text FROM candidate_document"
    " JOIN document ON document.id = candidate_document.document_id"
    " WHERE candidate_document.candidate_id IN (SELECT value FROM json_each(?))"
    " ORDER BY candidate_document.candidate_id, candidate_document.position"
)
_FACTS: Final = "SELECT id, words FROM candidate_facts WHERE id IN (SELECT value FROM json_each(?))"
_NAMES: Final = "SELECT id, folded FROM candidate WHERE" + _VISIBLE + " ORDER BY id"
_NOTICES: Final = (
    "SELECT notice_version.vacancy_id, vacancy.title, vacancy.reference, notice_version.text"
    " FROM notice_version JOIN vacancy ON vacancy.id = notice_version.vacancy_id"
    " WHERE notice_version.number = (SELECT max(number) FROM notice_version AS later"
    " WHERE later.vacancy_id = notice_version.vacancy_id) ORDER BY vacancy.id DESC"
)
_NOTICES_MARK: Final = "SELECT coalesce(max(id), 0), count(*) FROM notice_version"


class PersonLine(NamedTuple):
    """One application of a person whom a search found."""

    candidate: int
    name: str
    application: int
    vacancy: int
    public_id: str
    disposition: str
    title: str


class NoticeLine(NamedTuple):
    """One notice with its text, for searching."""

    vacancy: int
    title: str
    reference: str | None
    text: str


def expansion(reader: Reader, text: str) -> str | None:
    """Return the FTS5 query for words as they are typed, the last one as the beginning of common words.

    A beginning of three letters can stand for thousands of words, and the index would gather all of them
    before its first answer; the commonest ones give a first page at once.
    """
    words = [found for found in (phrase(word) for word in terms(text)) if found]
    if not words:
        return None
    asked = [f'"{word}"' for word in words]
    if text[-1:].isalnum() and " " not in words[-1]:
        asked[-1] = _beginning(reader, words[-1])
    elif text[-1:].isalnum():
        asked[-1] += " *"
    return " AND ".join(asked)


def _beginning(reader: Reader, word: str) -> str:
    connection = reader._connection  # noqa: SLF001 - one room
    if not connection.in_transaction:
        # A temporary view of the index's words writes nothing to the file, which is open for reading only.
        ask(reader, "PRAGMA query_only = OFF")
        try:
            ask(reader, _VOCABULARY)
        finally:
            ask(reader, "PRAGMA query_only = ON")
    found = ask(reader, _WORDS, word, word, _MOST_WORDS)
    whole = [one for one in found if one[0] == word]
    best = (
        [*whole, *sorted(found, key=lambda one: -one[1])[:_BEST_WORDS]]
        if len(found) == _MOST_WORDS
        else found
    )
    if not best:
        return f'"{word}"'
    return "(" + " OR ".join(f'"{term}"' for term, _ in best) + ")"


def papers_with(reader: Reader, expression: str, limit: int, *, ranked: bool) -> list[int]:
    """Return people whose name or papers answer an expression: the newest, or the best of those first."""
    return [key for (key,) in ask(reader, _BEST if ranked else _HITS, expression, limit)]


def people(reader: Reader, candidates: Sequence[int]) -> list[PersonLine]:
    """Return the applications of some people; those whose import is not complete are left out."""
    return [PersonLine(*row) for row in ask(reader, _PEOPLE, json.dumps(list(candidates)))]


def papers(reader: Reader, candidates: Sequence[int]) -> dict[int, list[str]]:
    """Return the texts of some people's papers, their facts' words last."""
    found: dict[int, list[str]] = {}
    keys = json.dumps(list(candidates))
    for key, text in (*ask(reader, _PAPERS, keys), *ask(reader, _FACTS, keys)):
        found.setdefault(key, []).append(text)
    return found


def names(reader: Reader) -> list[tuple[int, str]]:
    """Return everybody's folded name by key."""
    return ask(reader, _NAMES)


def notices(reader: Reader) -> list[NoticeLine]:
    """Return the newest version of every notice, newest vacancy first."""
    return [NoticeLine(*row) for row in ask(reader, _NOTICES)]


def notices_mark(reader: Reader) -> tuple[int, int]:
    """Return what changes with every notice that comes, goes or is corrected."""
    ((newest, count),) = ask(reader, _NOTICES_MARK)
    return int(newest), int(count)
