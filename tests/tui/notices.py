"""A notice in our own wording, as a file: a glued item, and a sentence that every notice has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

NOTICE = """Vacancy notice
Position Title: Harbour Registers Officer
Reference: 24501
Duty Station: Tunis, Tunisia
Grade: P-3
Closing Date: 4 December 2026

Responsibilities
Keep the registers of the port.
Train the clerks of the harbour office.

Education
Master's degree in Law or Economics with five years of relevant professional experience; or University degree
in the above fields with seven years of relevant professional experience.

Experience
Experience in keeping port registers and in training clerks;
Experience in drafting harbour regulations;
Experience with electronic manifests is an advantage.

Languages
Fluency in English is required. Working knowledge of French is an advantage.

Other information
The organisation does not charge a fee at any stage of the recruitment process, and it does not concern itself
with information on bank accounts of applicants, whoever asks for them in its name and for whatever reason.
"""
HOSTILE = NOTICE.replace("Harbour Registers", "[red]Harbour\x1b]0;PWNED\x07 \u202eRegisters[/]").replace(
    "port registers", "[@click=app.quit]port[/] registers\u200b"
)


def write(folder: Path, text: str = NOTICE, name: str = "harbour.txt") -> Path:
    """Write a notice to a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def add(services: Services, folder: Path, text: str = NOTICE) -> str:
    """Store a notice and return its vacancy."""
    notices = await services.vacancies.preview([write(folder, text)])
    return (await services.vacancies.add(notices)).vacancies[0]
