-- Version 3.0 keeps what counts of all findings beside each result, so that a change of one criterion
-- need not open everybody's findings.

ALTER TABLE screening ADD COLUMN marks TEXT;

ALTER TABLE screening ADD COLUMN recast INTEGER DEFAULT '0' NOT NULL;

CREATE TABLE recast (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	vacancy_id INTEGER NOT NULL,
	criteria_version_id INTEGER NOT NULL,
	criteria TEXT NOT NULL,
	digest TEXT NOT NULL,
	FOREIGN KEY(vacancy_id) REFERENCES vacancy (id),
	FOREIGN KEY(criteria_version_id) REFERENCES criteria_version (id)
)
 STRICT;

CREATE INDEX recast_by_vacancy ON recast (vacancy_id);
