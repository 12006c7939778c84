"""Any dossier that the store could hold, hostile ones among them, as a Hypothesis strategy."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from recruiter_tui.domain.application import Application, Disposition
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.finding import Evidence, Finding, Outcome, Override
from recruiter_tui.domain.person import (
    PRESENT,
    Candidate,
    Degree,
    DegreeStatus,
    Document,
    Employment,
    LanguageSkill,
)
from recruiter_tui.domain.requirement import DegreeLevel, Kind, Necessity
from recruiter_tui.domain.stated import Stated
from recruiter_tui.services.views import Note
from tests.tui.people import DOSSIER, ROW

HOSTILE = (
    "[red]Alice[/red]",
    "[@click=app.quit]Alice[/]",
    "\x1b]0;title\x07\x1b[2J name",
    "\u202eevil\u202c",
    "王小明王小明王小明",
    "محمد الأمين ولد أحمد",
    "e" + "\u0301" * 40,
    "👩‍👩‍👧‍👦 family",
    "✂\ufe0f\ufe0f",
    "\u200d\u200d",
    "\ufe0f",
    "A" * 3_000,
    "\u0000\t\r\n x",
)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
days = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2030, 12, 31))
dates = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3)
)
stated = st.one_of(st.just(Stated[str].missing()), texts.filter(bool).map(Stated.known))
jobs = st.builds(
    Employment,
    employer=texts,
    title=texts,
    start=st.none() | dates,
    end=st.one_of(st.none(), dates, st.just(PRESENT)),
    fte=st.none() | st.fractions(min_value=0, max_value=2, max_denominator=20),
    paid=st.none() | st.booleans(),
)
degrees = st.builds(
    Degree,
    level=st.none() | st.sampled_from(DegreeLevel),
    field=st.none() | texts,
    institution=st.none() | texts,
    completed=st.none() | dates,
    status=st.sampled_from(DegreeStatus),
)
skills = st.builds(
    LanguageSkill,
    language=st.sampled_from(["en", "fr", "tzm", "??", "x" * 40]),
    level=st.none() | texts,
    scale=st.dictionaries(texts, texts, max_size=2),
)
overrides = st.builds(Override, st.sampled_from(Outcome), texts, texts, texts)
findings = st.builds(
    Finding,
    criterion=texts,
    kind=st.sampled_from(Kind),
    necessity=st.sampled_from(Necessity),
    outcome=st.none() | st.sampled_from(Outcome),
    reason=texts,
    inputs=st.just({"margin_seconds": -37, "cut_off": "2026-02-05", "policy": "once"}),
    evidence=st.lists(st.builds(Evidence, texts, texts), max_size=2).map(tuple),
    override=st.none() | overrides,
    flags=st.lists(texts, max_size=2).map(tuple),
)
candidates = st.builds(
    Candidate,
    name=stated,
    emails=st.lists(stated, max_size=2).map(tuple),
    phones=st.lists(stated, max_size=2).map(tuple),
    nationalities=st.lists(stated, max_size=2).map(tuple),
    residence=stated,
    employment=st.lists(jobs, max_size=4).map(tuple),
    degrees=st.lists(degrees, max_size=2).map(tuple),
    languages=st.lists(skills, max_size=2).map(tuple),
    documents=st.lists(st.builds(Document, texts, st.just("0" * 64), texts), max_size=2).map(tuple),
    warnings=st.lists(texts, max_size=2).map(tuple),
)
applications = st.builds(
    Application,
    id=texts,
    received=st.one_of(
        st.none(),
        st.datetimes(min_value=dt.datetime(2000, 1, 1), max_value=dt.datetime(2030, 1, 1)).map(  # noqa: DTZ001 - a receipt without a zone is the case
            lambda moment: Moment(moment.isoformat(), moment)
        ),
    ),
    internal=st.none() | st.booleans(),
)
rows = st.builds(
    lambda name, tier, to, note: replace(ROW, name=name, tier=tier, disposition=to, note=note),
    texts,
    st.none() | st.integers(1, 9),
    st.sampled_from(Disposition),
    st.none() | texts,
)
dossiers = st.builds(
    lambda row, application, candidate, found, notes, also: replace(
        DOSSIER,
        row=row,
        application=application,
        candidate=candidate,
        findings=found,
        notes=notes,
        also_applied=also,
    ),
    rows,
    applications,
    candidates,
    st.lists(findings, max_size=4).map(tuple),
    st.lists(st.builds(Note, st.just(1), texts, texts, texts), max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)
