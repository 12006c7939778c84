"""Version 2.0: candidates who may be the same person are found by keys that the store keeps."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from recruiter_tui.reference.person_keys import keys

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ROWS = 2_000


def upgrade() -> None:
    """Make the table and fill it from the candidates' columns."""
    connection = op.get_bind()
    for statement in Path(__file__).with_name("second.sql").read_text(encoding="utf-8").split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement.strip())
    last = 0
    while rows := connection.exec_driver_sql(
        "SELECT id, name, emails, phones FROM candidate WHERE id > ? ORDER BY id LIMIT ?", (last, _ROWS)
    ).all():
        made = [(key, number) for number, *facts in rows for key in keys(*facts)]
        if made:
            connection.exec_driver_sql("INSERT INTO candidate_key (key, candidate_id) VALUES (?, ?)", made)
        last = rows[-1][0]
