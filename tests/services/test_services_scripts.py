"""Every script and sign is found and told apart, in filters and in the search, in names and in papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.services_job import filled, row

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

PAPERS = {
    "A1": "wrote C++ and ASP.NET",
    "A2": "wrote C# for years",
    "A3": "wrote C since 1990",
    "A4": "a decade of .NET",
    "A5": "the net income of a net",
    "A6": "services in node.js",
    "A7": "a node of js",
    "A8": "with O'Neil partners",
    "A9": "with Oneil partners",
    "A10": "高级软件工程师",
    "A11": "土木工程",
    "A12": "with Zoë",
    "A13": "with Zoe",
    "A14": "مدير مشروع إدارة الحدود",
    "A15": "инженер-строитель, учёт",
    "A16": "Μηχανικός λογισμικού",
    "A17": "วิศวกรซอฟต์แวร์อาวุโส",
    "A18": "инженю театра",
}
NAMES = {
    "B1": "Zoë Ångström",
    "B2": "Zoe Angstrom",
    "B3": "Noor O'Neil",
    "B4": "王小明",
    "B5": "Ольга Соловьёва",
    "B6": "Ἀλέξανδρος Παπαδόπουλος",
    "B7": "محمد الأمين",
    "B8": "พลอย รัตนกุล",
    "B9": "Łukasz Groß",
    "B10": "Jean-Baptiste Ouédraogo",
}


@pytest.fixture
async def everywhere(services: Services, tmp_path: Path) -> Services:
    """Give a vacancy with papers and names in many scripts."""
    papers = (
        row(number, f"Person {number}", employment=f"Officer | {text} | 2015-01-01 | present | 100%")
        for number, text in PAPERS.items()
    )
    await filled(services, tmp_path, (*papers, *(row(number, name) for number, name in NAMES.items())))
    return services


async def listed(services: Services, query: str) -> set[str]:
    return {
        one.application for one in await services.candidates.rows(await services.candidates.roll("V1", query))
    }


async def searched(services: Services, words: str, *, ranked: bool = False) -> set[str | None]:
    found = await services.search.search(words, ranked=ranked)
    return {hit.public_id for hit in found if hit.kind == "person"}


@pytest.mark.parametrize(
    ("words", "applications"),
    [
        ("C++", {"A1"}),
        ("C#", {"A2"}),
        ("c++", {"A1"}),
        (".NET", {"A4"}),
        ("node.js", {"A6"}),
        ("O'Neil", {"A8"}),
        ("O\u2019Neil", {"A8"}),
        ("工程师", {"A10"}),
        ("工程", {"A10", "A11"}),
        ("软件", {"A10"}),
        ("zoë", {"A12", "A13"}),
        ("zoe", {"A12", "A13"}),
        ("ادارة", {"A14"}),
        ("إدارة", {"A14"}),
        ("учет", {"A15"}),
        ("ИНЖЕНЕР", {"A15"}),
        ("μηχανικος", {"A16"}),
        ("ΛΟΓΙΣΜΙΚΟΎ", {"A16"}),
        ("วิศวกร", {"A17"}),
        ("ซอฟต์แวร์", {"A17"}),
    ],
)
async def test_papers_are_found_and_told_apart(
    everywhere: Services, words: str, applications: set[str]
) -> None:
    assert (await listed(everywhere, f'text:"{words}"')) & PAPERS.keys() == applications
    for ranked in (False, True):
        found = await searched(everywhere, words, ranked=ranked)
        assert {one for one in found if one in PAPERS} == applications, ranked


@pytest.mark.parametrize(
    ("words", "applications"),
    [
        ("zoe", {"B1", "B2"}),
        ("ZOË", {"B1", "B2"}),
        ("angstrom", {"B1", "B2"}),
        ("o'neil", {"B3"}),
        ("小明", {"B4"}),
        ("соловьева", {"B5"}),
        ("αλεξανδρος", {"B6"}),
        ("الامين", {"B7"}),
        ("รัตน", {"B8"}),
        ("lukasz", {"B9"}),
        ("gross", {"B9"}),
        ("baptiste", {"B10"}),
        ("ouedraogo", {"B10"}),
    ],
)
async def test_names_are_found_in_every_script(
    everywhere: Services, words: str, applications: set[str]
) -> None:
    assert await listed(everywhere, words) == applications
    hits = await everywhere.search.search(words)
    assert {hit.public_id for hit in hits if hit.in_name} == applications


async def test_names_are_told_apart_as_they_are_spelled(everywhere: Services) -> None:
    assert await listed(everywhere, "name=Zoë") == {"B1"}
    assert await listed(everywhere, "name=Zoe") == {"B2"}
    assert await listed(everywhere, "text=Zoë") == {"A12", "B1"}
    assert await listed(everywhere, "text=Zoe") == {"A13", "B2"}


async def test_the_passage_lights_what_was_found_in_every_script(everywhere: Services) -> None:
    for words, lit in (
        ("C++", "C++"),
        ("工程师", "工程师"),
        ("учет", "учёт"),
        ("zoe", "Zoë"),
        (".net", ".NET"),
    ):
        hits = [hit for hit in await everywhere.search.search(words) if hit.passage]
        assert any(lit in {hit.passage[one.start : one.end] for one in hit.spans} for hit in hits), words


@pytest.mark.parametrize(
    "query",
    [
        "not nationality:algeria",
        "nationality!=algérie",
        "not nationality:FR",
        "not language:french",
        "language!=fr",
        "years>=0 or not years>=0",
        "received>2000 or not received>2000",
        "internal:yes or internal:no",
        "not gender:female",
    ],
)
async def test_of_whom_nothing_is_known_is_inside_no_filter(
    services: Services, tmp_path: Path, query: str
) -> None:
    silent = {"nationalities": "", "languages": "", "employment": "", "received": "", "internal": ""}
    await filled(services, tmp_path, (row("A1", "Known One"), row("A2", "Silent One", **silent)))
    assert "A2" not in await listed(services, query)
    field = query.removeprefix("not ").partition(":")[0].partition("!")[0].partition(">")[0]
    assert "A2" in await listed(services, f"{field}:unknown") or field == "years"


async def test_in_a_blind_vacancy_no_words_find_by_what_is_hidden(services: Services, tmp_path: Path) -> None:
    pile = (
        row("A1", "Amina Haddad", employment="Officer | Harbour of Haddad | 2015-01-01 | present | 100%"),
        row("A2", "Zoë Nowhere", employment="Officer | Harbour | 2015-01-01 | present | 100%"),
    )
    await filled(services, tmp_path, pile)
    for query in ("text:haddad", "text=Haddad"):
        assert await listed(services, query) == {"A1"}
    await services.blind.turn("V1", on=True)
    for query in ("text:haddad", "text=Haddad", "text:zoe"):
        assert await listed(services, query) == set(), query
    assert await listed(services, "text:harbour") == {"A1", "A2"}
    [key] = await services.candidates.roll("V1", "id:A1")
    await services.candidates.note([key], "spoke of Haddad at the quay")
    assert await listed(services, "text:haddad") == set()
    assert await listed(services, "text:quay") == {"A1"}
    await services.blind.reveal(key, "to be invited")
    assert await listed(services, "text:haddad") == {"A1"}
