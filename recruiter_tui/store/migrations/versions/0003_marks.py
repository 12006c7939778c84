"""Version 3.0: results keep what counts of their findings; changes tell which findings they outran."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and table; results without marks are judged wholly at the next change of criteria."""
    connection = op.get_bind()
    for statement in Path(__file__).with_name("third.sql").read_text(encoding="utf-8").split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement.strip())
