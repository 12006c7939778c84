-- Version 2.0 adds the keys under which candidates who may be the same person meet.

CREATE TABLE candidate_key (
	"key" INTEGER NOT NULL,
	candidate_id INTEGER NOT NULL,
	PRIMARY KEY ("key", candidate_id),
	FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
)
 WITHOUT ROWID, STRICT;

CREATE INDEX key_by_candidate ON candidate_key (candidate_id);
