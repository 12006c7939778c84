"""A correction with the paper beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.tui.dialogs.correct import CorrectDialog, FactCorrection
from recruiter_tui.tui.dialogs.correct_beside import CorrectBesideDialog, correction_of, spans_of
from recruiter_tui.tui.dialogs.facts import facts_of
from tests.tui.people import CANDIDATE, CV, DOSSIER
from tests.tui.test_dialogs import asked

if TYPE_CHECKING:
    from recruiter_tui.tui.dialogs.facts import Fact


def fact(path: str) -> Fact:
    return next(one for one in facts_of(DOSSIER) if one.path == path)


async def test_the_paper_stands_beside_the_facts_and_the_answer_is_the_same() -> None:
    dialog = correction_of(DOSSIER, "residence", 120)
    assert isinstance(dialog, CorrectBesideDialog)
    async with asked(dialog, (120, 40)) as held:
        assert "Programme manager, border and migration governance" in held.shown
        assert "lives in" in held.shown
        await held.write("Algeria")
        assert held.answer == FactCorrection("residence", "Algeria")


async def test_where_a_fact_came_from_is_brought_into_view() -> None:
    paper = "\n".join(["nothing here"] * 200) + "\nReached at amina.belkacem@example.org\n"
    documents = (replace(CANDIDATE.documents[0], text=paper),)
    dossier = replace(DOSSIER, candidate=replace(CANDIDATE, documents=documents))
    async with asked(correction_of(dossier, "emails", 120), (120, 30)) as held:
        assert "Reached at amina.belkacem@example.org" in held.shown


def test_a_read_place_counts_more_than_the_same_words_elsewhere() -> None:
    place = Span(CV.index("BELKACEM"), CV.index("BELKACEM") + 8)
    read = replace(CANDIDATE, name=Stated.known("Amina Belkacem-Lévêque", place))
    assert spans_of(read, fact("name"), CV) == (place,)
    assert spans_of(CANDIDATE, fact("name"), CV) == (Span(0, len("AMINA BELKACEM-LÉVÊQUE")),)
    assert spans_of(CANDIDATE, fact("gender"), CV) == ()


def test_without_a_paper_or_without_room_the_facts_stand_alone() -> None:
    bare = replace(DOSSIER, candidate=replace(CANDIDATE, documents=()))
    for dialog in (correction_of(bare, None, 160), correction_of(DOSSIER, None, 80)):
        assert type(dialog) is CorrectDialog
