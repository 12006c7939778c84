"""The start of the app: what the first picture loads."""

from __future__ import annotations

import subprocess
import sys

NOT_YET = {
    "argparse",
    "sqlalchemy",
    "sqlite3",
    "pydantic",
    "recruiter_tui.compose",
    "recruiter_tui.domain.finding",
    "recruiter_tui.domain.notice",
    "recruiter_tui.domain.requirement",
    "recruiter_tui.domain.text",
    "recruiter_tui.services",
    "recruiter_tui.store",
    "recruiter_tui.tui.drawing.dossier",
}


def test_the_first_picture_loads_what_it_shows_and_nothing_else() -> None:
    program = "import sys, recruiter_tui.__main__, recruiter_tui.tui.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert set(ran.stdout.split()) & NOT_YET == set()
