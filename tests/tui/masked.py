"""A vacancy that is read blind, with people whose papers try to tell who they are in every way."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.text import fold
from tests.tui.stores import notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.services import Services

CV = """A M É L I E   H A D D A D
Curriculum vitae of Mme Amélie-Rose HADDAD (ARH), born 14 March 1984 in Tlemcen
Address: 12 rue des Oliviers, Oran
amelie.haddad@example.org · ahaddad.consulting · +213 (0)555 12 34 56 · 0555 12 34 56
Nationality: DZ / Algérienne     Gender: F     Passport: 12AB34567
Date of birth
14/03/1984
I am 42, mother of two. At 42 years old she moved to Niger; elle parle; ella habla; ela fala.
A. Haddad led port registers and trained nine officers. Haddad, A. wrote the manual.
The report by Had-
dad was praised; so was the Alge-
rian team. See HaddadAmelie_CV_2024.pdf and cv-amelie-haddad.docx.
Letters from Amelie, AMÉLIE, Ame\u0301lie and Amé\u00adlie; a.haddad [at] mail.example
He or she: his, her, him. A Frenchwoman? No: an Algerian national, argelina.
Madame Haddad speaks: French (fluent), Arabic (native).
"""
OTHER = """王小明
小明 worked in a harbour office. 王 小明 signed it. Mr Wang, 35 ans, homme, Chinese citizen, nacido en 1989.
"""
PEOPLE = (
    {
        "application": "M1",
        "name": "Amélie-Rose Haddad",
        "email": "amelie.haddad@example.org",
        "phone": "+213555123456",
        "nationalities": "DZ",
        "gender": "female",
        "received": "2026-11-01T10:00:00+00:00",
        "languages": "English | fluent; French | fluent",
        "degrees": "master | Law | University of Oran, Algérie | 2010-07",
        "employment": "Officer | Haddad & Sons | 2012-01-01 | 2024-12-31 | 100%",
        "cv": "HaddadAmelie_CV.txt",
        "note": "Amélie called from Algeria: she is Algerian",
        "tags": "asked; Haddad",
    },
    {
        "application": "M2",
        "name": "王小明",
        "email": "xiaoming@example.org",
        "phone": "+8613912345678",
        "nationalities": "CN",
        "gender": "male",
        "received": "2026-11-02T10:00:00+00:00",
        "languages": "English | fluent",
        "degrees": "master | Law | 王小明 College, Chine | 2011-07",
        "employment": "Clerk | A Port | 2015-01-01 | present",
        "cv": "cv_王小明.txt",
    },
    {
        "application": "M3",
        "name": "Haddad Rose",
        "nationalities": "DZ",
        "gender": "female",
        "received": "2026-11-03T10:00:00+00:00",
        "languages": "French | fluent",
    },
)
TELLING = (
    *(
        "amelie",
        "rose",
        "haddad",
        "a m e l i e",
        "arh",
        "had-",
        "1984",
        "14/03",
        "tlemcen",
        "oliviers",
    ),
    *(
        "example.org",
        "mail.example",
        "213",
        "555",
        "12 34 56",
        "algeri",
        "argel",
        "alge-",
        "nationality: dz",
        "passport: 1",
    ),
    *("madame", "gender: f", "mother of", "niger", "frenchwoman"),
    *("王", "小明", "xiaoming", "35 ans", "homme", "chinese", "1989", "chine"),
)
"""What must not be on any screen, folded; work, study and languages stay."""
_WORDS = frozenset({"he", "she", "his", "her", "him", "elle", "ella", "ela", "mme", "cn", "42"})


async def fill_blind(services: Services, folder: Path) -> tuple[str, list[int]]:
    """Store a vacancy with three applicants, read it blind, and return it with their keys."""
    [vacancy] = (await services.vacancies.add([notice("30001", "Harbour Officer")])).vacancies
    (folder / "HaddadAmelie_CV.txt").write_text(CV, encoding="utf-8")
    (folder / "cv_王小明.txt").write_text(OTHER, encoding="utf-8")
    path = folder / "masked.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, list(PEOPLE[0]))
        rows.writeheader()
        rows.writerows(PEOPLE)
    report = await services.intake.load([path], vacancy)
    assert report.added == len(PEOPLE), report.problems
    keys = list(await services.candidates.roll(vacancy, sort="received"))
    await services.decisions.decide(keys[:1], Disposition.SHORTLISTED, note="Haddad was praised")
    await services.decisions.decide(keys[1:2], Disposition.SHORTLISTED, note="Is 小明 free in May?")
    await services.queue.snooze(keys[:1], services.clock().date(), "ask Amélie Haddad again")
    await services.candidates.tag(keys[:1], add=["reserve"])
    await services.blind.turn(vacancy, on=True)
    return vacancy, keys


def told(screen: str) -> Iterator[str]:
    """Yield what a screen tells of hidden people; signs in brackets stand for what was taken out."""
    shown = fold(re.sub(r"\[\w+\]", " ", screen))
    yield from (word for word in TELLING if word in shown)
    yield from sorted(_WORDS & set(re.findall(r"\w+", shown)))
