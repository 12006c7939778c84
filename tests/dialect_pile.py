# ruff: noqa: E501 - headings and rows stand as exports have them
"""The pile of invented applications as other systems export it: seven dialects, each with its own habits.

    python tests/dialect_pile.py FOLDER

A dialect tells less than the program's own table: one current job, an address instead of a nationality.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.duplicate_pile import Pile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.duplicate_pile import Row

COUNTRIES: Final = {
    "DZ": "Algeria", "FR": "France", "KE": "Kenya", "BR": "Brazil", "DE": "Germany", "SN": "Senegal",
    "IT": "Italy", "PT": "Portugal", "MX": "Mexico", "GH": "Ghana", "EG": "Egypt", "TN": "Tunisia",
    "PE": "Peru", "NG": "Nigeria", "SE": "Sweden",
}  # fmt: skip
_INDEED: Final = [
    "name",
    "email",
    "phone",
    "status",
    "candidate location",
    "relevant experience",
    "education",
    "job title",
    "job location",
    "date",
    "interest level",
    "source",
]
_GREENHOUSE: Final = [
    "First Name",
    "Last Name",
    "Company",
    "Title",
    "Notes",
    "Email",
    "Phone",
    "Social Media",
    "Website",
    "Address",
    "Source",
    "Who gets credit",
    "Job",
    "Milestone",
]
_LEVER: Final = [
    "Full-Name",
    "Email",
    "Phone",
    "Title",
    "Company",
    "Date-Added",
    "Stage",
    "Archive-Reason",
    "Sources",
    "Origin",
]
_OPENCATS: Final = [
    "candidateID",
    "lastName",
    "firstName",
    "phoneHome",
    "phoneCell",
    "email1",
    "Current Employer",
    "keySkills",
]
_LINKEDIN: Final = [
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
    "Mobile",
]
_EASYCRUIT: Final = [
    "Kandidat-ID",
    "Projekt-ID",
    "Ansøgningsdato",
    "Ansøgningskilde",
    "Fornavn",
    "Efternavn",
    "E-post",
    "Mobil",
    "Land",
    "Nationalitet",
    "Nuværende job",
    "Arbejdsgiver",
]
_ZOHO: Final = [
    "Candidate Owner",
    "Candidate Id",
    "Salutation",
    "First Name",
    "Last Name",
    "Email",
    "Mobile",
    "Country",
    "Current Employer",
    "Current Job Title",
    "Candidate Source",
    "Created Time",
]


def _parts(name: str) -> tuple[str, str]:
    """Return given and family name as a system with two fields has them."""
    given, _, family = name.rpartition(" ")
    return (given, family) if given else (name, "")


def _job(row: Row) -> tuple[str, str]:
    """Return employer and title of the last job."""
    return (row.jobs[-1][1], row.jobs[-1][0]) if row.jobs else ("", "")


def _place(row: Row) -> str:
    return COUNTRIES.get(row.nationality, "")


def _indeed(n: int, row: Row) -> Sequence[str]:
    phone = f"'{row.phone.removeprefix(chr(39))}" if row.phone else ""
    day = f"{1 + n % 9}/{10 + n % 18}/2026"
    return (
        row.name,
        row.email,
        phone,
        "Active",
        f"City, {_place(row)}",
        "",
        "",
        "Officer",
        "",
        day,
        "",
        "Indeed",
    )


def _greenhouse(_: int, row: Row) -> Sequence[str]:
    employer, title = _job(row)
    given, family = _parts(row.name)
    where = f"1 Quay, {_place(row)}"
    return (
        given,
        family,
        employer,
        title,
        "",
        row.email,
        row.phone,
        "",
        "",
        where,
        "Fair",
        "Bo",
        "Officer",
        "New",
    )


def _lever(n: int, row: Row) -> Sequence[str]:
    employer, title = _job(row)
    return (
        row.name,
        row.email,
        row.phone,
        title,
        employer,
        f"2026-02-{1 + n % 27:02}",
        "New",
        "",
        "Web",
        "applied",
    )


def _opencats(n: int, row: Row) -> Sequence[str]:
    given, family = _parts(row.name)
    return (f"C{n}", family, given, row.phone, "", row.email, _job(row)[0], "Ports, C++")


def _linkedin(n: int, row: Row) -> Sequence[str]:
    employer, title = _job(row)
    given, family = _parts(row.name)
    return (
        given,
        family,
        f"https://example.org/in/{n}",
        row.email,
        employer,
        title,
        "12 Mar 2024",
        row.phone,
    )


def _easycruit(n: int, row: Row) -> Sequence[str]:
    employer, title = _job(row)
    given, family = _parts(row.name)
    day = f"{1 + n % 28:02}-04-2026"
    return (
        f"E{n}", "9", day, "Jobnet", given, family, row.email, row.phone, _place(row), _place(row), title, employer,
    )  # fmt: skip


def _zoho(n: int, row: Row) -> Sequence[str]:
    employer, title = _job(row)
    given, family = _parts(row.name)
    return (
        "Bo", f"Z{n}", "", given, family, row.email, row.phone, _place(row), employer, title, "Career site",
        f"2026-02-{1 + n % 27:02} 10:00:00",
    )  # fmt: skip


DIALECTS: Final[dict[str, tuple[Sequence[str], str, Callable[[int, Row], Sequence[str]]]]] = {
    "Indeed": (_INDEED, ",", _indeed),
    "Greenhouse": (_GREENHOUSE, "\t", _greenhouse),
    "Lever": (_LEVER, ",", _lever),
    "OpenCATS": (_OPENCATS, ",", _opencats),
    "LinkedIn": (_LINKEDIN, ",", _linkedin),
    "EasyCruit": (_EASYCRUIT, ";", _easycruit),
    "Zoho Recruit": (_ZOHO, ",", _zoho),
}


def write(folder: Path, pile: Pile) -> list[tuple[Path, list[int]]]:
    """Write the pile's rows to one file for each dialect in turn; return each with the persons of its rows."""
    made = []
    for place, (name, (header, separator, cells)) in enumerate(DIALECTS.items()):
        path = folder / f"{name.lower().replace(' ', '-')}.csv"
        mine = list(enumerate(pile.rows))[place :: len(DIALECTS)]
        with path.open("w", encoding="utf-8-sig" if name == "Indeed" else "utf-8", newline="") as file:
            if name == "LinkedIn":
                file.write('Notes:\n"Some addresses are missing."\n\n')
            rows = csv.writer(file, delimiter=separator)
            rows.writerow(header)
            rows.writerows(cells(n, row) for n, row in mine)
        made.append((path, [row.person for _, row in mine]))
    return made


if __name__ == "__main__":
    write(Path(sys.argv[1]), Pile())
