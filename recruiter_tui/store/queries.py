# ruff: noqa: S608 - every part of these texts is a constant of this file; values are parameters
"""The SQL of the reads, as fixed text: the first screen waits for nothing but these."""

from __future__ import annotations

from typing import Final

VACANCIES: Final = (
    "SELECT id, title, reference, organisation, city, country, grade, status, closing, policy, version"
    " FROM vacancy ORDER BY id DESC"
)
TALLY: Final = "SELECT vacancy_id, disposition, applications FROM tally"
VACANCY_BY_REFERENCE: Final = "SELECT id FROM vacancy WHERE reference = ? ORDER BY id"
VACANCY_BY_KEY: Final = "SELECT id FROM vacancy WHERE id = ?"
NOTICE: Final = "SELECT text, notice FROM notice_version WHERE vacancy_id = ? ORDER BY number DESC LIMIT 1"
NOTICE_VERSION: Final = (
    "SELECT id, number FROM notice_version WHERE vacancy_id = ? ORDER BY number DESC LIMIT 1"
)
NOTICE_VERSIONS: Final = (
    "SELECT number, text, notice FROM notice_version WHERE vacancy_id = ? ORDER BY number"
)
CRITERIA: Final = (
    "SELECT id, number, digest, frozen_at, criteria FROM criteria_version WHERE vacancy_id = ?1"
    " ORDER BY number = coalesce((SELECT json_extract(value, '$.number') FROM setting"
    " WHERE name = 'criteria/V' || ?1), 1) DESC LIMIT 1"
)
"""The version that holds: the one that the vacancy's setting names, the first while there is none."""
CRITERIA_VERSIONS: Final = (
    "SELECT criteria_version.id, number, digest, frozen_at, made_by, made_at, criteria, setting.value"
    " FROM criteria_version LEFT JOIN setting"
    " ON setting.name = 'criteria/V' || criteria_version.vacancy_id || '/' || criteria_version.number"
    " WHERE vacancy_id = ? ORDER BY number"
)
SETTINGS: Final = (
    "SELECT name, value FROM setting WHERE name >= ?1 AND name < ?1 || char(1114111) ORDER BY name"
)
RELEVANCE: Final = (
    "SELECT json_each.value, setting.value FROM json_each(?)"
    " JOIN setting ON setting.name = 'relevance/' || json_each.value"
)
ARCHIVE: Final = (
    "SELECT application.id, application.public_id, application.received, application.received_local,"
    " application.channel, application.internal, candidate_facts.facts, screening.policy, screening.tier,"
    " screening.outcome, finding.body FROM application JOIN screening ON screening.id = application.id"
    " JOIN candidate_facts ON candidate_facts.id = application.candidate_id"
    " JOIN finding ON finding.id = application.id"
    " WHERE application.id IN (SELECT value FROM json_each(?)) ORDER BY application.id"
)
PAPERS: Final = "SELECT sha256, text FROM document WHERE sha256 IN (SELECT value FROM json_each(?))"
POLICY: Final = "SELECT policy FROM vacancy WHERE id = ?"
CODES: Final = "SELECT reason_codes FROM vacancy WHERE id = ?"

_SEEN: Final = (
    " coalesce(application.batch_id, 0) NOT IN (SELECT batch.id FROM batch WHERE batch.state <> 'visible')"
)
"""Leaves out what an import has staged and not yet made visible."""
STANDING: Final = (
    " coalesce(application.batch_id, 0) NOT IN (SELECT batch.id FROM batch WHERE batch.state = 'leaving')"
)
"""Leaves out what went with its import and is not cleared away yet: nothing is written to it any more."""

ROLL: Final = (
    "SELECT application.id FROM application"
    " JOIN candidate ON candidate.id = application.candidate_id"
    " LEFT JOIN screening ON screening.id = application.id"
    " WHERE application.vacancy_id = ? AND" + _SEEN + " ORDER BY "
)
ORDERS: Final = {
    "tier": "screening.tier IS NULL, screening.tier, CASE screening.outcome WHEN 'met' THEN 0"
    " WHEN 'cannot tell' THEN 1 WHEN 'not met' THEN 2 ELSE 3 END, candidate.folded, application.id",
    "name": "candidate.folded, application.id",
    "outcome": "CASE screening.outcome WHEN 'met' THEN 0 WHEN 'cannot tell' THEN 1 WHEN 'not met' THEN 2"
    " ELSE 3 END, candidate.folded, application.id",
    "months": "screening.months_low DESC, candidate.folded, application.id",
    "received": "application.received_utc IS NULL, application.received_utc, application.id",
    "disposition": "CASE application.disposition WHEN 'shortlisted' THEN 0 WHEN 'longlisted' THEN 1"
    " WHEN 'maybe' THEN 2 WHEN 'new' THEN 3 WHEN 'not-suitable' THEN 4 ELSE 5 END,"
    " candidate.folded, application.id",
    "rank": "application.rank IS NULL, application.rank, application.id",
    "application": "application.public_id, application.id",
    "key": "application.id",
}
BLIND_ORDERS: Final = {f"{name} blind": sql.replace(" candidate.folded,", "") for name, sql in ORDERS.items()}
"""The same orders where names are hidden: ties do not fall by the alphabet."""
LINE: Final = (
    "SELECT application.id, application.vacancy_id, application.candidate_id, application.public_id,"
    " candidate.name, candidate.folded, candidate.emails, candidate.phones, candidate.spoken,"
    " candidate.nationalities, candidate.residence, candidate.gender, application.received,"
    " application.channel, application.internal, application.disposition, application.reason,"
    " application.note, application.rank, application.tags, application.decided_by, application.decided_at,"
    " application.version, screening.tier, screening.outcome, screening.eligibility, screening.deadline,"
    " screening.education_experience, screening.languages, screening.overruled, screening.flags,"
    " screening.months_low, screening.months_high FROM application"
    " JOIN candidate ON candidate.id = application.candidate_id"
    " LEFT JOIN screening ON screening.id = application.id"
)
LINES: Final = LINE + " WHERE application.id IN (SELECT value FROM json_each(?)) AND" + _SEEN
LINES_OF_VACANCY: Final = LINE + " WHERE application.vacancy_id = ? AND" + _SEEN
SHORTLISTED: Final = (
    LINE + " WHERE application.vacancy_id = ? AND application.disposition = 'shortlisted' AND" + _SEEN
)
KEYS: Final = (
    "SELECT public_id, id FROM application WHERE vacancy_id = ?"
    " AND public_id IN (SELECT value FROM json_each(?)) AND" + _SEEN
)
KNOWN: Final = (
    "SELECT public_id, id, candidate_id, fingerprint FROM application WHERE vacancy_id = ? AND" + _SEEN
)
BY_EMAIL: Final = (
    "SELECT id FROM candidate WHERE email = ? AND coalesce(batch_id, 0)"
    " NOT IN (SELECT batch.id FROM batch WHERE batch.state <> 'visible') ORDER BY id"
)
SEARCH: Final = (
    "SELECT application.id FROM application WHERE application.vacancy_id = ?"
    " AND +application.candidate_id IN"
    " (SELECT rowid FROM candidate_search WHERE candidate_search MATCH ?) AND" + _SEEN
)
NOTE_TEXTS: Final = (
    "SELECT note.application_id, group_concat(note.text, char(10)) FROM note"
    " JOIN application ON application.id = note.application_id WHERE application.vacancy_id = ?"
    " GROUP BY note.application_id"
)
OVERRIDES: Final = (
    "SELECT application_id, criterion, outcome, reason, made_by, made_at FROM override"
    " WHERE application_id IN (SELECT value FROM json_each(?)) ORDER BY id"
)
OVERRIDE_KEY: Final = "SELECT id FROM override WHERE application_id = ? AND criterion = ?"
APPLICANTS: Final = (
    "SELECT application.id, candidate_facts.facts, application.public_id, application.received,"
    " application.received_local, application.channel, application.internal FROM application"
    " JOIN candidate_facts ON candidate_facts.id = application.candidate_id"
    " WHERE application.id IN (SELECT value FROM json_each(?)) ORDER BY application.id"
)
TEXTS: Final = (
    "SELECT DISTINCT document.sha256, document.text FROM application"
    " JOIN candidate_document ON candidate_document.candidate_id = application.candidate_id"
    " JOIN document ON document.id = candidate_document.document_id"
    " WHERE application.id IN (SELECT value FROM json_each(?))"
)
IN_STEP: Final = (
    " screening.recast >= coalesce("
    "(SELECT max(recast.id) FROM recast WHERE recast.vacancy_id = application.vacancy_id), 0)"
)
"""Leaves out findings that a change of criteria outran."""
FINDINGS: Final = (
    "SELECT finding.id, finding.body FROM application JOIN screening ON screening.id = application.id"
    " JOIN finding ON finding.id = application.id"
    " WHERE application.id IN (SELECT value FROM json_each(?)) AND" + IN_STEP
)
NOTES: Final = "SELECT id, text, made_by, made_at FROM note WHERE application_id = ? ORDER BY id"
ALSO_APPLIED: Final = (
    "SELECT DISTINCT vacancy.title FROM application AS mine JOIN candidate AS me ON me.id = mine.candidate_id"
    " JOIN candidate ON candidate.id = me.id OR (candidate.email = me.email AND candidate.folded = me.folded)"
    " JOIN application ON application.candidate_id = candidate.id"
    " JOIN vacancy ON vacancy.id = application.vacancy_id"
    " WHERE mine.id = ? AND application.id <> ? AND" + _SEEN + " ORDER BY vacancy.id"
)
APPLICATIONS_OF: Final = "SELECT id FROM application WHERE candidate_id = ? AND" + _SEEN + " ORDER BY id"
DOCUMENT: Final = "SELECT data FROM document WHERE sha256 = ?"
SETTING: Final = "SELECT id, value FROM setting WHERE name = ?"
PERSON_KEYS: Final = "SELECT key FROM candidate_key WHERE candidate_id = ?"
_SEEN_PERSON: Final = (
    " candidate_id NOT IN (SELECT candidate.id FROM batch JOIN candidate ON candidate.batch_id = batch.id"
    " WHERE batch.state <> 'visible')"
)
MEETING: Final = (
    "SELECT DISTINCT candidate_id FROM candidate_key WHERE key IN (SELECT value FROM json_each(?)) AND"
    + _SEEN_PERSON
)
BEARERS: Final = (
    "SELECT key, candidate_id FROM candidate_key WHERE key IN (SELECT value FROM json_each(?)) AND"
    + _SEEN_PERSON
)
ALL_KEYS: Final = "SELECT key, candidate_id FROM candidate_key WHERE" + _SEEN_PERSON + " ORDER BY key"
PEOPLE: Final = (
    "SELECT candidate.id, candidate.name, candidate.emails, candidate.phones, candidate.nationalities,"
    " candidate.gender, candidate_facts.facts FROM candidate"
    " JOIN candidate_facts ON candidate_facts.id = candidate.id"
    " WHERE candidate.id IN (SELECT value FROM json_each(?)) ORDER BY candidate.id"
)
PEOPLE_OF: Final = "SELECT DISTINCT candidate_id FROM application WHERE vacancy_id = ? AND" + _SEEN
FACTS: Final = "SELECT facts FROM candidate_facts WHERE id = ?"
PAPERS_OF: Final = (
    "SELECT document.sha256, document.text FROM candidate_document"
    " JOIN document ON document.id = candidate_document.document_id WHERE candidate_document.candidate_id = ?"
)
APPLIED: Final = (
    "SELECT application.candidate_id, application.id, application.public_id, application.vacancy_id,"
    " vacancy.title, application.received, application.disposition FROM application"
    " JOIN vacancy ON vacancy.id = application.vacancy_id"
    " WHERE application.candidate_id IN (SELECT value FROM json_each(?)) AND"
    + _SEEN
    + " ORDER BY application.id"
)
BATCHES: Final = (
    "SELECT batch.id, batch.vacancy_id, vacancy.title, batch.source, batch.made_by, batch.made_at,"
    " batch.applications FROM batch JOIN vacancy ON vacancy.id = batch.vacancy_id"
    " WHERE batch.state = 'visible' ORDER BY batch.id DESC"
)
VERSIONS: Final = "SELECT id, version FROM candidate WHERE id IN (SELECT value FROM json_each(?))"
