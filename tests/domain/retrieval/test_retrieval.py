"""How often the first passage is the one that a person would quote, and silence where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.passages import Reader, Topic, acronyms_of
from recruiter_tui.domain.person import Candidate, Document
from tests.domain.retrieval import labelled, labelled_afresh

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_FIRST, LEAST_SILENT = 0.85, 0.85
Pairs = tuple[tuple[str, str, tuple[str, ...]], ...]
SETS = (
    pytest.param(labelled.CVS, labelled.PAIRS, labelled.NOTICE, id="labelled"),
    pytest.param(labelled_afresh.CVS, labelled_afresh.PAIRS, "", id="afresh"),
)


def misses(cvs: Mapping[str, str], pairs: Pairs, notice: str) -> list[tuple[str, str, str | None]]:
    """Return the pairs whose first passage is not the labelled one."""
    known = acronyms_of(notice)
    found = []
    for cv, criterion, labels in pairs:
        candidate = Candidate(documents=(Document(f"{cv}.txt", cv, cvs[cv]),))
        best = Reader(candidate, known).best(Topic.of(criterion, known), 1)
        quote = best[0].quote if best else None
        right = quote is None if not labels else quote is not None and quote.startswith(labels)
        if not right:
            found.append((cv, criterion, quote))
    return found


def test_the_sets_are_large_and_every_label_stands_in_its_cv() -> None:
    both = labelled.PAIRS + labelled_afresh.PAIRS
    assert len(both) >= 60
    assert len({(cv, criterion) for cv, criterion, _ in both}) == len(both)
    for cv, _, labels in both:
        text = (labelled.CVS | labelled_afresh.CVS)[cv]
        for label in labels:
            assert label in text, label


@pytest.mark.parametrize(("cvs", "pairs", "notice"), SETS)
def test_precision_of_the_first_passage_and_of_silence(
    cvs: Mapping[str, str], pairs: Pairs, notice: str
) -> None:
    missed = misses(cvs, pairs, notice)
    silent = {(cv, criterion) for cv, criterion, labels in pairs if not labels}
    wrong_silent = [one for one in missed if one[:2] in silent]
    spoken = len(pairs) - len(silent)
    assert 1 - (len(missed) - len(wrong_silent)) / spoken >= LEAST_FIRST, missed
    assert 1 - len(wrong_silent) / len(silent) >= LEAST_SILENT, wrong_silent
