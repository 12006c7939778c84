"""What a criterion's terms are, which acronyms a text explains, and which passage of a paper comes first."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.passages import Reader, Topic, acronyms_of, singular
from recruiter_tui.domain.person import Candidate, Document, Employment
from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.stems import stems


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("United Nations (UN)", {"UN": "united nations"}),
        ("The Border Liaison Office (BLO)", {"BLO": "border liaison office"}),
        # small words count in some acronyms and not in others, and never as terms
        ("Ministry of the Interior (MOTI)", {"MOTI": "ministry interior"}),
        ("Ministry of the Interior (MI)", {"MI": "ministry interior"}),
        # each word gives one to three letters
        ("Water, Sanitation and Hygiene (WASH)", {"WASH": "water sanitation hygiene"}),
        ("Water Sanitation Hygiene (WS)", {}),
        ("Water Sanitation (WATES)", {}),
        ("Internally Displaced Persons (IDPs)", {"IDP": "internally displaced persons"}),
        # the nearest words are the long form, and the first explanation holds
        ("United Nations United Nations (UN)", {"UN": "united nations"}),
        ("Rapid Response Team (RRT), Road Repair Trust (RRT)", {"RRT": "rapid response team"}),
        ("A (BLO); later the Border Liaison Office (BLO)", {"BLO": "border liaison office"}),
        (
            "Border Liaison Office (BLO) or (BLO), Rapid Response Team (RRT)",
            {"BLO": "border liaison office", "RRT": "rapid response team"},
        ),
        # one word alone explains nothing, nor do small words or what stands too far away
        ("Reporting (REP)", {}),
        ("and the (XY)", {}),
        ("(UN) United Nations", {}),
        ("Border Liaison Office" + " in the town" * 20 + " (BLO)", {}),
    ],
)
def test_an_acronym_is_explained_by_the_words_before_it(text: str, explained: dict[str, str]) -> None:
    assert acronyms_of(text) == {short: tuple(stems(words)) for short, words in explained.items()}


@pytest.mark.parametrize(
    ("short", "one"),
    [("IDPs", "IDP"), ("IDP", "IDP"), ("Is", "Is"), ("Boss", "Boss"), ("TVas", "TVas"), ("UNs", "UN")],
)
def test_the_plural_of_an_acronym_is_the_acronym(short: str, one: str) -> None:
    assert singular(short) == one


KNOWN = acronyms_of("Assisted Voluntary Return (AVR) with Non-Governmental Organisations (NGOs)")


@pytest.mark.parametrize(
    ("text", "words", "pairs", "short"),
    [
        # what every criterion says is no term, and parts the words beside it
        ("Proven experience in border management", "border management", ["border management"], {}),
        ("Border work and management", "border management", [], {}),
        ("Track record in procurement", "procurement", [], {}),
        (
            "Records of track maintenance",
            "records track maintenance",
            ["records track", "track maintenance"],
            {},
        ),
        ("Arabic is an asset", "arabic", [], {}),
        ("Management of assets", "management assets", ["management assets"], {}),
        # acronyms as they are, in the plural, explained or not, and by their long form
        (
            "AVR for UNHCR",
            "AVR UNHCR",
            ["AVR UNHCR"],
            {"AVR": "assisted voluntary return", "UNHCR": ""},
        ),
        ("AVR in the UN", "AVR", [], {"AVR": "assisted voluntary return", "UN": ""}),
        ("NGO", "NGO", [], {"NGO": "non governmental organisations"}),
        ("NGOs", "NGOs", [], {"NGO": "non governmental organisations"}),
        ("INTERPOL, UNIVERSAL, 2019", "INTERPOL UNIVERSAL 2019", None, {"INTERPOL": ""}),
        (
            "assisted voluntary return",
            "assisted voluntary return",
            ["assisted voluntary", "voluntary return"],
            {"AVR": "assisted voluntary return"},
        ),
        ("voluntary return", "voluntary return", ["voluntary return"], {}),
        ("", "", [], {}),
    ],
)
def test_the_terms_of_a_criterion(
    text: str, words: str, pairs: list[str] | None, short: dict[str, str]
) -> None:
    topic = Topic.of(text, KNOWN)
    assert topic.stems == frozenset(stems(words))
    if pairs is not None:
        assert topic.pairs == {tuple(stems(pair)) for pair in pairs}
    assert topic.acronyms == {name: tuple(stems(long)) for name, long in short.items()}


def test_a_criterion_that_explains_its_own_acronym_knows_it() -> None:
    assert Topic.of("Border Liaison Office (BLO)").acronyms == {"BLO": tuple(stems("border liaison office"))}


def reader(*texts: str) -> Reader:
    papers = tuple(Document(f"{place}.txt", str(place) * 64, text) for place, text in enumerate(texts, 1))
    return Reader(Candidate(documents=papers))


def found(topic: str, *texts: str, most: int = 9) -> list[str]:
    return [passage.quote for passage in reader(*texts).best(Topic.of(topic), most)]


def test_a_passage_says_where_it_stands_and_which_words_it_shares() -> None:
    text = "I cook.  Border visa: border management in Oran. Rest."
    (first, second) = reader("nothing here", text).best(Topic.of("Border management and visa"))
    assert (first.quote, first.source) == ("border management in Oran.", "2.txt")
    assert first.span == Span(22, 48)
    assert [text[start:end] for start, end in first.terms] == ["border", "management"]
    assert second.quote == "Border visa:"
    assert first.score > second.score


def test_a_phrase_outweighs_words_apart_and_a_word_said_twice_counts_once() -> None:
    apart = "Management of every border."
    phrase = "Border management."
    twice = "Border, border and border: no management."
    assert found("Border management", apart, phrase, twice)[0] == phrase
    scores = {one.source: one.score for one in reader(apart, twice).best(Topic.of("Border management"))}
    assert scores["1.txt"] == 2
    rows = reader("Border management.", "Border management, border management.")
    assert len({one.score for one in rows.best(Topic.of("Border management"))}) == 1


def test_equal_passages_come_in_the_order_of_the_papers() -> None:
    texts = ("Visa and border.\nBorder and visa.", "The border, a visa.")
    expected = ["Visa and border.", "Border and visa.", "The border, a visa."]
    assert found("Visa at the border", *texts) == expected
    assert found("Visa at the border", *texts, most=2) == expected[:2]
    assert found("Visa at the border", *texts, most=0) == []


@pytest.mark.parametrize(
    ("topic", "text", "quoted"),
    [
        # of one term one is enough, of several two, an acronym always
        ("Cooking", "I cook.", True),
        ("Cooking and archives", "I cook.", False),
        ("Cooking and archives", "I cook in archives.", True),
        ("Cooking, archives and visa", "I cook in archives.", True),
        ("Cooking, archives and UNHCR", "At UNHCR.", True),
        ("Cooking, archives and UNHCR", "at unhcr.", False),
        # an acronym that the paper itself explains is found by its long form there
        ("Cooking and BLO", "The Border Liaison Office (BLO).\nThe border liaison office.", True),
        ("Cooking and BLO", "The border liaison.", False),
        ("Cooking and BLO", "The Border Liaison Office (BLO).\nThe border office liaison.", True),
        ("Proven ability", "Proven ability.", False),
    ],
)
def test_a_passage_shares_enough_or_is_none(topic: str, text: str, *, quoted: bool) -> None:
    assert bool(found(topic, text)) is quoted


def test_the_long_form_in_a_paper_stands_for_the_acronym_of_a_criterion() -> None:
    text = (
        "The Border Liaison Office (BLO) in Oran.\nHead of border liaison office two.\nborder office liaison"
    )
    assert found("Knowledge of BLO", text) == [
        "The Border Liaison Office (BLO) in Oran.",
        "Head of border liaison office two.",
    ]
    (_, second) = reader(text).best(Topic.of("Knowledge of BLO"))
    assert [text[start:end] for start, end in second.terms] == ["border", "liaison", "office"]


def test_a_long_line_is_cut_at_a_blank_and_a_long_word_anywhere() -> None:
    words = "alpha " * 100 + "border management"
    (passage,) = reader(words).best(Topic.of("border management"))
    assert passage.quote == words[396:]
    assert (words[395], passage.span) == (" ", Span(396, len(words)))
    (passage,) = reader("x" * 900 + " border management").best(Topic.of("border management"))
    assert passage.quote == "x" * 100 + " border management"
    (passage,) = reader("x" * 383 + " border managers").best(Topic.of("border management"))
    assert passage.quote == "x" * 383 + " border managers"  # as long as a passage may be


@pytest.mark.parametrize("end", [". ", "! ", "? ", "; ", ": ", "\n", "\u2022", "\u00b7"])
def test_sentences_lines_and_points_are_passages_of_their_own(end: str) -> None:
    assert found("border management", f"I cook{end}Border management{end}I sing") == [
        f"Border management{end}".strip()
    ]


def test_papers_go_before_words_on_jobs_and_empty_ones_are_none() -> None:
    jobs = (Employment(), Employment(text="Border management."), Employment(text="Border management too."))
    topic = Topic.of("border management")
    scan, paper = Document("scan.pdf", "0", ""), Document("cv.txt", "1", "I cook.")
    told = Reader(Candidate(employment=jobs, documents=(scan,))).best(topic)
    assert [one.source for one in told] == ["employment 2", "employment 3"]
    assert Reader(Candidate(employment=jobs, documents=(scan, paper))).best(topic) == ()


def test_acronyms_of_the_notice_are_known_in_papers_that_do_not_explain_them() -> None:
    paper = Candidate(documents=(Document("cv.txt", "0", "Head of the border liaison office."),))
    known = acronyms_of("Border Liaison Office (BLO)")
    topic = Topic.of("Cooking and BLO")
    assert Reader(paper).best(topic) == ()
    assert [one.quote for one in Reader(paper, known).best(topic)] == ["Head of the border liaison office."]
