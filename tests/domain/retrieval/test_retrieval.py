"""How often the first passage is the one that a person would quote, and silence where there is none."""

from __future__ import annotations

from recruiter_tui.domain.passages import Reader, Topic, acronyms_of
from recruiter_tui.domain.person import Candidate, Document
from tests.domain.retrieval.labelled import CVS, NOTICE, PAIRS

LEAST_FIRST, LEAST_SILENT = 0.85, 0.85
KNOWN = acronyms_of(NOTICE)


def first(cv: str, criterion: str) -> str | None:
    """Return the first passage proposed."""
    candidate = Candidate(documents=(Document(f"{cv}.txt", cv, CVS[cv]),))
    found = Reader(candidate, KNOWN).best(Topic.of(criterion, KNOWN), 1)
    return found[0].quote if found else None


def misses() -> list[tuple[str, str, str | None]]:
    """Return the pairs whose first passage is not the labelled one."""
    found = []
    for cv, criterion, labels in PAIRS:
        quote = first(cv, criterion)
        right = quote is None if not labels else quote is not None and quote.startswith(labels)
        if not right:
            found.append((cv, criterion, quote))
    return found


def test_the_set_is_large_and_every_label_stands_in_its_cv() -> None:
    assert len(PAIRS) >= 60
    assert len({(cv, criterion) for cv, criterion, _ in PAIRS}) == len(PAIRS)
    for cv, _, labels in PAIRS:
        for label in labels:
            assert any(line.startswith(label) for line in CVS[cv].splitlines()), label


def test_precision_of_the_first_passage_and_of_silence() -> None:
    missed = misses()
    silent = {(cv, criterion) for cv, criterion, labels in PAIRS if not labels}
    wrong_silent = [one for one in missed if one[:2] in silent]
    spoken = len(PAIRS) - len(silent)
    assert 1 - (len(missed) - len(wrong_silent)) / spoken >= LEAST_FIRST, missed
    assert 1 - len(wrong_silent) / len(silent) >= LEAST_SILENT, wrong_silent
