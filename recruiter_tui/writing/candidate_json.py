"""A candidate as JSON: what `candidate read --json` prints and what intake reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.person import Candidate, Degree, Employment, LanguageSkill
    from recruiter_tui.domain.stated import Span, Stated

Json = dict[str, object]


def candidate_json(candidate: Candidate, source: Mapping[str, str]) -> Json:
    """Return the promised object; `source` names the file, its SHA-256 and its format."""
    return {
        "source": dict(source),
        "name": {
            **_stated(candidate.name),
            "given": candidate.given_name.value,
            "family": candidate.family_name.value,
        },
        "emails": [_stated(each) for each in candidate.emails],
        "phones": [_stated(each) for each in candidate.phones],
        "nationalities": [_stated(each) for each in candidate.nationalities],
        "residence": _stated(candidate.residence),
        "gender": _stated(candidate.gender),
        "employment": [_job(each) for each in candidate.employment],
        "degrees": [_degree(each) for each in candidate.degrees],
        "languages": [_language(each) for each in candidate.languages],
        "warnings": list(candidate.warnings),
    }


def _stated(fact: Stated[str]) -> Json:
    """Return a fact with its state, its places and, where it differs, its wording."""
    found: Json = {"value": fact.value, "state": fact.state.value, "spans": _spans(fact.spans)}
    if fact.text is not None and fact.text != fact.value:
        found["text"] = fact.text
    if fact.why:
        found["why"] = fact.why
    return found


def _job(job: Employment) -> Json:
    """Return a job; `fte` is a JSON number, exact as far as decimals are."""
    return {
        "employer": job.employer,
        "title": job.title,
        "start": _text(job.start),
        "end": _text(job.end),
        "fte": None if job.fte is None else float(job.fte),
        "paid": job.paid,
        "text": job.text,
        "spans": _spans(job.spans),
        "state": job.state.value,
    }


def _degree(degree: Degree) -> Json:
    return {
        "level": degree.level.word if degree.level else None,
        "title": degree.title,
        "field": degree.field,
        "institution": degree.institution,
        "completed": _text(degree.completed),
        "status": degree.status.value,
        "spans": _spans(degree.spans),
        "state": degree.state.value,
    }


def _language(skill: LanguageSkill) -> Json:
    return {
        "language": skill.language,
        "level": skill.level,
        "scale": dict(skill.scale),
        **({"tested": skill.tested} if skill.tested else {}),
        "spans": _spans(skill.spans),
        "state": skill.state.value,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
