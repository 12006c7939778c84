"""A notice in our own wording, and a few applicants to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]


class Said(NamedTuple):
    """What a run returned and printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the verb prints
        return json.loads(self.out)


NOTICE = """\
Position Title: Port Registers Officer
Duty Station: Tunis, Tunisia
Classification: Professional Staff, Grade P-3
Type of Appointment: Fixed term, one year
Reference: 24501
Closing Date: 20 November 2026

Education
Master's degree in Law or Economics from an accredited institution with five years of relevant
professional experience; or University degree in the above fields with seven years of relevant professional
experience.

Experience
Experience in keeping port registers;
Experience in training clerks.

Languages
Fluency in English is required (oral and written). Working knowledge of French is an advantage.
"""

HEAD = "application;name;email;phone;nationalities;internal;received;degrees;employment;languages"
PILE = (
    (
        "A1;Amina Haddad;amina@example.org;+213555123456;AG;no;2026-11-10T08:00:00Z;"
        '"master | Law | University of Algiers | 2012-07";'
        '"Officer | Harbour Office | 2015-01-01 | present | 100%";"English | fluent"'
    ),
    (
        "A2;Benoît Lefèvre;benoit@example.org;;FR;no;2026-11-11T08:00:00Z;"
        '"master | Law | Université de Lyon | 2013";'
        '"Greffier | Port de Sète | 2014-03-01 | present | 100%";"English | fluent"'
    ),
    (
        "A3;Chen Wei;chen@example.org;;CN;no;2026-11-12T08:00:00Z;"
        '"bachelor | Law | Wuhan University | 2019";'
        '"Clerk | Harbour Office | 2024-01-01 | present | 50%";"English | fluent"'
    ),
)


def write(folder: Path) -> tuple[Path, Path]:
    """Write the notice and the pile; return their paths."""
    notice, pile = folder / "notice.txt", folder / "pile.csv"
    notice.write_text(NOTICE, encoding="utf-8")
    pile.write_text("\n".join((HEAD, *PILE)) + "\n", encoding="utf-8")
    return notice, pile
