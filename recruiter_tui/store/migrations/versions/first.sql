-- The first schema of the store. Never edited again once released: later versions come by migrations.

CREATE TABLE document (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	sha256 TEXT NOT NULL,
	media_type TEXT NOT NULL,
	data BLOB,
	text TEXT NOT NULL,
	digest TEXT NOT NULL,
	UNIQUE (sha256)
)
 STRICT;

CREATE TABLE event (
	seq INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	undoable INTEGER NOT NULL,
	undoes INTEGER,
	bundle INTEGER NOT NULL,
	images INTEGER NOT NULL,
	commitment BLOB NOT NULL,
	prev BLOB NOT NULL,
	hash BLOB NOT NULL,
	PRIMARY KEY (seq),
	UNIQUE (bundle),
	UNIQUE (hash),
	FOREIGN KEY(undoes) REFERENCES event (seq)
)
 STRICT;

CREATE TABLE image (
	id INTEGER NOT NULL,
	bundle INTEGER NOT NULL,
	position INTEGER NOT NULL,
	entity TEXT NOT NULL,
	"key" INTEGER NOT NULL,
	salt BLOB,
	"before" BLOB,
	"after" BLOB,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (bundle, position)
)
 STRICT;

CREATE INDEX image_by_row ON image (entity, "key");

CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	UNIQUE (name)
)
 STRICT;

CREATE TABLE vacancy (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	reference TEXT,
	title TEXT NOT NULL,
	organisation TEXT,
	city TEXT,
	country TEXT,
	grade TEXT,
	status TEXT NOT NULL,
	closing TEXT,
	policy TEXT,
	reason_codes TEXT DEFAULT '[]' NOT NULL,
	added_by TEXT NOT NULL,
	added_at TEXT NOT NULL,
	version INTEGER DEFAULT '1' NOT NULL
)
 STRICT;

CREATE INDEX vacancy_by_reference ON vacancy (reference);

CREATE TABLE batch (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	vacancy_id INTEGER NOT NULL,
	state TEXT NOT NULL,
	source TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_at TEXT NOT NULL,
	owner TEXT NOT NULL,
	applications INTEGER NOT NULL,
	FOREIGN KEY(vacancy_id) REFERENCES vacancy (id)
)
 STRICT;

CREATE TABLE criteria_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	vacancy_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	criteria TEXT NOT NULL,
	digest TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_at TEXT NOT NULL,
	frozen_at TEXT,
	UNIQUE (vacancy_id, number),
	FOREIGN KEY(vacancy_id) REFERENCES vacancy (id)
)
 STRICT;

CREATE TABLE notice_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	vacancy_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	file TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	text TEXT NOT NULL,
	notice TEXT NOT NULL,
	UNIQUE (vacancy_id, number),
	FOREIGN KEY(vacancy_id) REFERENCES vacancy (id)
)
 STRICT;

CREATE TABLE tally (
	vacancy_id INTEGER NOT NULL,
	disposition TEXT NOT NULL,
	applications INTEGER NOT NULL,
	PRIMARY KEY (vacancy_id, disposition),
	FOREIGN KEY(vacancy_id) REFERENCES vacancy (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE candidate (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	email TEXT,
	emails TEXT NOT NULL,
	phones TEXT NOT NULL,
	spoken TEXT NOT NULL,
	nationalities TEXT NOT NULL,
	residence TEXT,
	gender TEXT,
	batch_id INTEGER,
	version INTEGER DEFAULT '1' NOT NULL,
	FOREIGN KEY(batch_id) REFERENCES batch (id)
)
 STRICT;

CREATE INDEX candidate_by_batch ON candidate (batch_id);

CREATE INDEX candidate_by_email ON candidate (email);

CREATE TABLE application (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	vacancy_id INTEGER NOT NULL,
	candidate_id INTEGER NOT NULL,
	public_id TEXT NOT NULL,
	received TEXT,
	received_local TEXT,
	received_utc TEXT,
	channel TEXT,
	internal INTEGER,
	disposition TEXT NOT NULL,
	reason TEXT,
	note TEXT,
	rank INTEGER,
	tags TEXT DEFAULT '[]' NOT NULL,
	decided_by TEXT,
	decided_at TEXT,
	fingerprint TEXT NOT NULL,
	batch_id INTEGER,
	version INTEGER DEFAULT '1' NOT NULL,
	UNIQUE (vacancy_id, public_id),
	FOREIGN KEY(vacancy_id) REFERENCES vacancy (id),
	FOREIGN KEY(candidate_id) REFERENCES candidate (id),
	FOREIGN KEY(batch_id) REFERENCES batch (id)
)
 STRICT;

CREATE INDEX application_by_batch ON application (batch_id);

CREATE INDEX application_by_candidate ON application (candidate_id);

CREATE INDEX application_by_disposition ON application (vacancy_id, disposition, rank);

CREATE TABLE candidate_document (
	candidate_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	PRIMARY KEY (candidate_id, position),
	FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id) REFERENCES document (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX candidate_by_document ON candidate_document (document_id);

CREATE TABLE candidate_facts (
	id INTEGER NOT NULL,
	facts TEXT NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(id) REFERENCES candidate (id)
)
 STRICT;

CREATE TABLE finding (
	id INTEGER NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(id) REFERENCES application (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	application_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_at TEXT NOT NULL,
	FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE INDEX note_by_application ON note (application_id);

CREATE TABLE override (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	application_id INTEGER NOT NULL,
	criterion TEXT NOT NULL,
	outcome TEXT NOT NULL,
	reason TEXT NOT NULL,
	made_by TEXT NOT NULL,
	made_at TEXT NOT NULL,
	UNIQUE (application_id, criterion),
	FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE screening (
	id INTEGER NOT NULL,
	criteria_version_id INTEGER NOT NULL,
	policy TEXT NOT NULL,
	tier INTEGER,
	outcome TEXT,
	eligibility TEXT,
	deadline TEXT,
	education_experience TEXT,
	languages TEXT,
	overruled INTEGER NOT NULL,
	flags TEXT NOT NULL,
	months_low REAL,
	months_high REAL,
	digest TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(id) REFERENCES application (id) ON DELETE CASCADE,
	FOREIGN KEY(criteria_version_id) REFERENCES criteria_version (id)
)
 STRICT;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
  OR new.prev <> coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END;

CREATE TRIGGER image_joins_open_bundle BEFORE INSERT ON image
WHEN EXISTS (SELECT 1 FROM event WHERE bundle = new.bundle)
BEGIN SELECT raise(ABORT, 'the entry is closed'); END;

CREATE TRIGGER image_never_goes BEFORE DELETE ON image
WHEN EXISTS (SELECT 1 FROM event WHERE bundle = old.bundle)
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER image_only_erased BEFORE UPDATE ON image
WHEN EXISTS (SELECT 1 FROM event WHERE bundle = old.bundle)
 AND NOT (new.salt IS NULL AND new.before IS NULL AND new.after IS NULL AND new.id = old.id
  AND new.bundle = old.bundle AND new.position = old.position AND new.entity = old.entity
  AND new.key = old.key AND new.commitment = old.commitment)
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE VIEW candidate_text AS
SELECT candidate.id AS id, candidate.name AS name, candidate_facts.words || char(10) || coalesce((
  SELECT group_concat(document.text, char(10))
  FROM candidate_document CROSS JOIN document ON document.id = candidate_document.document_id
  WHERE candidate_document.candidate_id = candidate.id), '') AS body
FROM candidate JOIN candidate_facts ON candidate_facts.id = candidate.id;

CREATE VIRTUAL TABLE candidate_search USING fts5(name, body, content='candidate_text',
content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE alembic_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT;

INSERT INTO alembic_version (version_num) VALUES ('0001');
