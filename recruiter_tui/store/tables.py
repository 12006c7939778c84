"""The tables of the store, as SQLAlchemy Core knows them; the SQL in `migrations/versions` makes them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_NEVER_REUSED: dict[str, Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _version() -> Column[int]:
    """Return the column that grows with every change; a decision names the version that it saw."""
    return Column("version", Integer, nullable=False, server_default="1")


def _text(name: str, *, required: bool = False, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=not required and default is None, server_default=default)


def _to(name: str, target: str, *, required: bool = True) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=not required)


vacancy = Table(
    "vacancy",
    metadata,
    _key(),
    _text("reference"),
    _text("title", required=True),
    _text("organisation"),
    _text("city"),
    _text("country"),
    _text("grade"),
    _text("status", required=True),
    _text("closing"),  # JSON of the notice's closing, as far as it is known
    _text("policy"),
    _text("reason_codes", default="[]"),
    _text("added_by", required=True),
    _text("added_at", required=True),
    _version(),
    Index("vacancy_by_reference", "reference"),
    **_NEVER_REUSED,
)

notice_version = Table(
    "notice_version",
    metadata,
    _key(),
    _to("vacancy_id", "vacancy.id"),
    Column("number", Integer, nullable=False),
    _text("file", required=True),
    _text("sha256", required=True),
    _text("text", required=True),
    _text("notice", required=True),
    UniqueConstraint("vacancy_id", "number"),
    **_NEVER_REUSED,
)

criteria_version = Table(
    "criteria_version",
    metadata,
    _key(),
    _to("vacancy_id", "vacancy.id"),
    Column("number", Integer, nullable=False),
    _text("criteria", required=True),
    _text("digest", required=True),
    _text("made_by", required=True),
    _text("made_at", required=True),
    _text("frozen_at"),
    UniqueConstraint("vacancy_id", "number"),
    **_NEVER_REUSED,
)

batch = Table(
    "batch",
    metadata,
    _key(),
    _to("vacancy_id", "vacancy.id"),
    _text("state", required=True),  # `staging` until its last transaction, then `visible`
    _text("source", required=True),
    _text("made_by", required=True),
    _text("made_at", required=True),
    _text("owner", required=True),  # the process that loads it, so that a dead one's rows can be swept
    Column("applications", Integer, nullable=False),
    **_NEVER_REUSED,
)

candidate = Table(
    "candidate",
    metadata,
    _key(),
    _text("name", required=True),
    _text("folded", required=True),
    _text("email"),  # the first address, folded, by which one person is found again
    _text("emails", required=True),
    _text("phones", required=True),
    _text("spoken", required=True),
    _text("nationalities", required=True),
    _text("residence"),
    _text("gender"),
    _to("batch_id", "batch.id", required=False),
    _version(),
    Index("candidate_by_email", "email"),
    Index("candidate_by_batch", "batch_id"),
    **_NEVER_REUSED,
)

candidate_facts = Table(
    "candidate_facts",
    metadata,
    Column("id", Integer, ForeignKey("candidate.id"), primary_key=True),
    _text("facts", required=True),
    _text("words", required=True),  # what full-text search finds besides the documents
    **_STRICT,
)

application = Table(
    "application",
    metadata,
    _key(),
    _to("vacancy_id", "vacancy.id"),
    _to("candidate_id", "candidate.id"),
    _text("public_id", required=True),
    _text("received"),
    _text("received_local"),
    _text("received_utc"),
    _text("channel"),
    Column("internal", Integer),
    _text("disposition", required=True),
    _text("reason"),
    _text("note"),
    Column("rank", Integer),
    _text("tags", default="[]"),
    _text("decided_by"),
    _text("decided_at"),
    _text("fingerprint", required=True),
    _to("batch_id", "batch.id", required=False),
    _version(),
    UniqueConstraint("vacancy_id", "public_id"),
    Index("application_by_candidate", "candidate_id"),
    Index("application_by_batch", "batch_id"),
    Index("application_by_disposition", "vacancy_id", "disposition", "rank"),
    **_NEVER_REUSED,
)

override = Table(
    "override",
    metadata,
    _key(),
    _to("application_id", "application.id"),
    _text("criterion", required=True),
    _text("outcome", required=True),
    _text("reason", required=True),
    _text("made_by", required=True),
    _text("made_at", required=True),
    UniqueConstraint("application_id", "criterion"),
    **_NEVER_REUSED,
)

note = Table(
    "note",
    metadata,
    _key(),
    _to("application_id", "application.id"),
    _text("text", required=True),
    _text("made_by", required=True),
    _text("made_at", required=True),
    Index("note_by_application", "application_id"),
    **_NEVER_REUSED,
)

setting = Table(
    "setting",
    metadata,
    _key(),
    _text("name", required=True),
    _text("value", required=True),
    UniqueConstraint("name"),
    **_NEVER_REUSED,
)

screening = Table(
    "screening",
    metadata,
    Column("id", Integer, ForeignKey("application.id", ondelete="CASCADE"), primary_key=True),
    _to("criteria_version_id", "criteria_version.id"),
    _text("policy", required=True),
    Column("tier", Integer),
    _text("outcome"),
    _text("eligibility"),
    _text("deadline"),
    _text("education_experience"),
    _text("languages"),
    Column("overruled", Integer, nullable=False),
    _text("flags", required=True),
    Column("months_low", REAL),
    Column("months_high", REAL),
    _text("digest", required=True),
    _text("marks"),  # what counts of all findings, as `marks` writes it; none before version 3.0
    Column("recast", Integer, nullable=False, server_default="0"),  # the newest that its findings know
    **_STRICT,
)

recast = Table(
    "recast",
    metadata,
    _key(),
    _to("vacancy_id", "vacancy.id"),
    _to("criteria_version_id", "criteria_version.id"),
    _text("criteria", required=True),  # JSON list of those that were judged anew
    _text("digest", required=True),
    Index("recast_by_vacancy", "vacancy_id"),
    **_NEVER_REUSED,
)
"""Changes of criteria after which everybody's marks are right, and older findings are out of step."""

finding = Table(
    "finding",
    metadata,
    Column("id", Integer, ForeignKey("application.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    **_STRICT,
)

document = Table(
    "document",
    metadata,
    _key(),
    _text("sha256", required=True),
    _text("media_type", required=True),
    Column("data", LargeBinary),
    _text("text", required=True),
    _text("digest", required=True),  # SHA-256 of the text, which the journal names
    UniqueConstraint("sha256"),
    **_NEVER_REUSED,
)

candidate_document = Table(
    "candidate_document",
    metadata,
    Column("candidate_id", Integer, ForeignKey("candidate.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    _to("document_id", "document.id"),
    Index("candidate_by_document", "document_id"),
    sqlite_with_rowid=False,
    **_STRICT,
)
"""Which documents the facts name, for full text; it follows from the facts."""

candidate_key = Table(
    "candidate_key",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("candidate_id", Integer, ForeignKey("candidate.id", ondelete="CASCADE"), primary_key=True),
    Index("key_by_candidate", "candidate_id"),
    sqlite_with_rowid=False,
    **_STRICT,
)
"""Under what candidates who may be the same person meet; it follows from name, addresses and numbers."""

tally = Table(
    "tally",
    metadata,
    Column("vacancy_id", Integer, ForeignKey("vacancy.id", ondelete="CASCADE"), primary_key=True),
    Column("disposition", Text, primary_key=True),
    Column("applications", Integer, nullable=False),
    sqlite_with_rowid=False,
    **_STRICT,
)

event = Table(
    "event",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("at", required=True),
    _text("actor", required=True),
    _text("kind", required=True),
    _text("subject", required=True),
    Column("undoable", Integer, nullable=False),
    Column("undoes", Integer, ForeignKey("event.seq")),
    Column("bundle", Integer, nullable=False),
    Column("images", Integer, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("bundle"),
    UniqueConstraint("hash"),
    **_STRICT,
)

image = Table(
    "image",
    metadata,
    _key(),
    Column("bundle", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    _text("entity", required=True),
    Column("key", Integer, nullable=False),
    Column("salt", LargeBinary),
    Column("before", LargeBinary),
    Column("after", LargeBinary),
    Column("commitment", LargeBinary, nullable=False),
    UniqueConstraint("bundle", "position"),
    Index("image_by_row", "entity", "key"),
    **_STRICT,
)

TRIGGERS: tuple[str, ...] = (
    """CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
  OR new.prev <> coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END""",
    """CREATE TRIGGER image_joins_open_bundle BEFORE INSERT ON image
WHEN EXISTS (SELECT 1 FROM event WHERE bundle = new.bundle)
BEGIN SELECT raise(ABORT, 'the entry is closed'); END""",
    """CREATE TRIGGER image_never_goes BEFORE DELETE ON image
WHEN EXISTS (SELECT 1 FROM event WHERE bundle = old.bundle)
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER image_only_erased BEFORE UPDATE ON image
WHEN EXISTS (SELECT 1 FROM event WHERE bundle = old.bundle)
 AND NOT (new.salt IS NULL AND new.before IS NULL AND new.after IS NULL AND new.id = old.id
  AND new.bundle = old.bundle AND new.position = old.position AND new.entity = old.entity
  AND new.key = old.key AND new.commitment = old.commitment)
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END""",
)
"""The journal only grows; the personal text beside the chain can only be taken out, never rewritten."""

SEARCH: tuple[str, ...] = (
    """CREATE VIEW candidate_text AS
SELECT candidate.id AS id, candidate.name AS name, candidate_facts.words || char(10) || coalesce((
  SELECT group_concat(document.text, char(10))
  FROM candidate_document CROSS JOIN document ON document.id = candidate_document.document_id
  WHERE candidate_document.candidate_id = candidate.id), '') AS body
FROM candidate JOIN candidate_facts ON candidate_facts.id = candidate.id""",
    """CREATE VIRTUAL TABLE candidate_search USING fts5(name, body, content='candidate_text',
content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
)
"""Full text over names and papers; the index keeps no second copy of the text."""

VERSIONING: tuple[str, ...] = (
    "CREATE TABLE alembic_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT",
    "INSERT INTO alembic_version (version_num) VALUES ('0003')",
)

JOURNALLED: dict[str, Table] = {
    table.name: table
    for table in (
        vacancy,
        notice_version,
        criteria_version,
        batch,
        candidate,
        candidate_facts,
        application,
        override,
        note,
        setting,
    )
}
"""The tables whose rows follow from the journal, parents before children; undo turns their changes round."""
