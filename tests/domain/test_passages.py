"""Passages that share a criterion's terms: phrases, acronyms both ways, accents, word forms."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.passages import Reader, Topic, acronyms_of
from recruiter_tui.domain.person import Candidate, Document, Employment
from recruiter_tui.domain.stems import stem, stems
from tests.growth import grows_linearly

NOTICE = (
    "Sound knowledge of Assisted Voluntary Return and Reintegration (AVRR) and of the "
    "Ministry of the Interior (MoI). Work with Non-Government Organizations (NGOs)."
)
CV = """Profile
I managed border posts for the coast guard. Cooking is my hobby.
Led the procurement of high-value equipment for the ministry.
Ran AVRR caseloads in Tunis.
Responsable de la gestion des frontières à Oran.
Trained border police officers in border management and visa rules.
"""


def quotes(topic: str, text: str = CV, notice: str = NOTICE, most: int = 3) -> list[str]:
    known = acronyms_of(notice)
    reader = Reader(Candidate(documents=(Document("cv.txt", "0", text),)), known)
    found = reader.best(Topic.of(topic, known), most)
    for passage in found:
        assert text[passage.span.start : passage.span.end] == passage.quote
        assert passage.terms
        assert all(passage.span.start <= a < b <= passage.span.end for a, b in passage.terms)
    return [passage.quote for passage in found]


def test_a_phrase_comes_before_single_words() -> None:
    assert quotes("Proven experience in border management") == [
        "Trained border police officers in border management and visa rules.",
        "I managed border posts for the coast guard.",
    ]


def test_word_forms_and_accents_do_not_matter() -> None:
    assert quotes("Procuring of equipment") == [
        "Led the procurement of high-value equipment for the ministry."
    ]
    assert quotes("Gestion de frontieres") == ["Responsable de la gestion des frontières à Oran."]


def test_an_acronym_finds_its_long_form_and_the_other_way_round() -> None:
    short = "Ran AVRR caseloads in Tunis."
    assert quotes("Knowledge of AVRR") == [short]
    assert quotes("Experience with assisted voluntary return and reintegration") == [short]
    long_form = "Counselling on assisted voluntary return and reintegration in Tunis."
    assert quotes("Knowledge of AVRR", long_form) == [long_form]
    half = "Assisted voluntary work in Tunis."
    assert quotes("Knowledge of AVRR", half) == []
    own = "Head of the Border Liaison Office (BLO). Later a BLO adviser."
    assert quotes("Experience in BLO work", own, "") == [
        "Head of the Border Liaison Office (BLO).",
        "Later a BLO adviser.",
    ]
    assert quotes("Experience in BLO work", "The border liaison office (BLO)\nborder liaison office", "")[1:]


def test_one_shared_word_of_many_is_not_enough_but_one_of_one_is() -> None:
    assert quotes("Management of visa registers and archives", "We like archives.") == []
    assert quotes("Cooking") == ["Cooking is my hobby."]
    assert quotes("Demonstrated ability and experience") == []
    assert quotes("Border management", "") == []


def test_without_documents_the_words_on_each_job_are_read() -> None:
    jobs = (Employment(text="I led border management."), Employment())
    (passage,) = Reader(Candidate(employment=jobs)).best(Topic.of("border management"))
    assert (passage.quote, passage.source) == ("I led border management.", "employment 1")


def test_long_lines_are_cut_and_the_best_come_first_without_end() -> None:
    text = "border management " * 200
    found = quotes("border management", text)
    assert len(found) == 3
    assert all(len(quote) <= 400 for quote in found)
    assert quotes("border management", "x" * 1000 + " border management")
    assert len(quotes("border management", text, most=99)) == 10


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Assisted Voluntary Return and Reintegration (AVRR)", {"AVRR"}),
        ("Ministry of the Interior (MOTI)", {"MOTI"}),
        ("the United Nations (UN) and Information Technology (IT)", {"UN", "IT"}),
        ("something else (AVRR)", set()),
        ("Water, Sanitation and Hygiene (WASH)", {"WASH"}),
        ("Mental Health and Psychosocial Support (MHPSS)", {"MHPSS"}),
        ("Internally Displaced Persons (IDPs)", {"IDP"}),
        ("and Water, Sanitation (WASH)", set()),
        ("(UN) nothing before it", set()),
        ("A lower case (bracket) says nothing", set()),
    ],
)
def test_acronyms_are_explained_by_the_initials_before_them(text: str, known: set[str]) -> None:
    assert acronyms_of(text).keys() == known


def test_stems_bring_word_forms_together() -> None:
    for forms in (
        "manage manages managed managing management manager",
        "formation formations",
        "lead led leads leading leader",
        "write wrote written",
        "orcamento orcamentos orcamental",
        "gestionar gestiona",
        "police",
    ):
        assert len({stem(word) for word in forms.split()}) == 1, forms
    assert stems("The training of officers, and the rest") == [stem("training"), stem("officers"), "rest"]
    assert stem("law") == "law"


@pytest.mark.parametrize(
    "piece", ["border management ", "b" * 50 + " ", "(AB) ", "A. ", "\n", "é(X", "AVRR "]
)
def test_long_paper_is_read_in_linear_time(piece: str) -> None:
    def read(size: int) -> None:
        quotes("border management and AVRR", (piece * (size // len(piece) + 1))[:size])

    assert grows_linearly(read, 100_000)


def test_a_huge_document_is_searched_as_far_as_a_dossier_shows_it() -> None:
    filler, wanted = "nothing to see\n", "Led the procurement of equipment.\n"
    assert quotes("Procurement of equipment", filler * 10_000 + wanted) == [wanted.strip()]
    assert quotes("Procurement of equipment", filler * 20_000 + wanted) == []
