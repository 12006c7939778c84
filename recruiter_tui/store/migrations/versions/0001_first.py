"""Where every store begins: version 1.0, which the program makes from `first.sql` before Alembic is asked."""

from __future__ import annotations

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Do nothing: a file without this schema is not a store, and is refused before it comes here."""
