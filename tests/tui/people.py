"""Invented people with realistic papers, for tests that draw them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from recruiter_tui.domain.application import Application, Disposition, Verdict
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
from recruiter_tui.services.views import ApplicationRow, Dossier, Note

CV = """AMINA BELKACEM-LÉVÊQUE
Programme manager, border and migration governance

Profile
Eleven years of programme work on integrated border management in North Africa and the Sahel, of which six
with international organisations. Led teams of up to nine, managed budgets of 2.4 million euros, and wrote
proposals that won funding from three donors.

Experience
2021 to date: Programme Officer, Organisation Exemple, Tunis. Led the integrated border management programme;
negotiated with ministries of the interior in two countries; reported to donors every quarter.

2019 to 2022: Consultant (half time), Atelier Frontières. Trained 140 border police officers in the
identification of victims of trafficking; wrote standard operating procedures.

2014 to 2018: Project Assistant, Example Relief, Niamey.
"""

ROW = ApplicationRow(
    key=1,
    application="A-0042",
    name="Amina Belkacem-Lévêque",
    tier=1,
    outcome=Outcome.CANNOT_TELL,
    eligibility=Outcome.CANNOT_TELL,
    deadline=Outcome.MET,
    education_experience=Outcome.MET,
    languages=Outcome.MET,
    overruled=True,
    months_low=73.3,
    months_high=97.3,
    spoken=("fr", "ar", "en"),
    disposition=Disposition.MAYBE,
    reason=None,
    note=None,
    rank=None,
    received="2026-02-03T19:59:12+00:00",
    tags=("border management", "reserve"),
    decided_by="ana",
    decided_at="2026-02-10T09:12:00+00:00",
    version=3,
)

FINDINGS = (
    Finding(
        "nationality",
        Kind.NATIONALITY,
        Necessity.ESSENTIAL,
        Outcome.CANNOT_TELL,
        "Two nationalities are on file, and the notice excludes nationals of Algeria: a person has to rule.",
        evidence=(Evidence("Algerian and French", "applications.csv, row 42"),),
    ),
    Finding(
        "tier",
        Kind.TIER,
        Necessity.ADVANTAGE,
        Outcome.MET,
        "Internal candidates belong to tier 1.",
    ),
    Finding(
        "deadline",
        Kind.DEADLINE,
        Necessity.ESSENTIAL,
        Outcome.MET,
        "Received 2 d 3 h before the closing.",
        inputs={"margin_seconds": 183_648},
        evidence=(Evidence("2026-02-03T19:59:12Z", "applications.csv, row 42"),),
    ),
    Finding(
        "education",
        Kind.EDUCATION_EXPERIENCE,
        Necessity.ESSENTIAL,
        Outcome.NOT_MET,
        "A bachelor's degree needs 84 months of experience, and 73.3 to 97.3 are on file.",
        inputs={"cut_off": "2026-02-05", "policy": "once-fte"},
        evidence=(Evidence("Licence en sociologie, Université de Tunis, 2013", "cv.pdf"),),
        override=Override(
            Outcome.MET,
            "The master's certificate came by mail on 9 February; the degree is from 2016.",
            "ana",
            "2026-02-10T09:12:00+00:00",
        ),
        flags=("share of full time not stated for one job",),
    ),
    Finding(
        "language-en",
        Kind.LANGUAGE,
        Necessity.ESSENTIAL,
        Outcome.MET,
        "English: fluent, as asked, oral and written.",
        evidence=(Evidence("English (fluent)", "cv.pdf"),),
    ),
    Finding(
        "language-un",
        Kind.LANGUAGE,
        Necessity.ADVANTAGE,
        Outcome.MET,
        "Arabic and French are on file.",
    ),
    Finding(
        "experience-1",
        Kind.EXPERIENCE,
        Necessity.ESSENTIAL,
        None,
        "Experience in integrated border management with government counterparts",
        evidence=(
            Evidence("Led the integrated border management programme; negotiated with ministries", "cv.pdf"),
            Evidence("Trained 140 border police officers in the identification of victims", "cv.pdf"),
        ),
    ),
    Finding(
        "skill-2",
        Kind.SKILL,
        Necessity.ADVANTAGE,
        None,
        "Experience in writing proposals and reporting to donors",
        evidence=(Evidence("wrote proposals that won funding from three donors", "cv.pdf"),),
    ),
)

CANDIDATE = Candidate(
    name=Stated.known("Amina Belkacem-Lévêque"),
    emails=(Stated.known("amina.belkacem@example.org"),),
    phones=(Stated.known("+21620123456"),),
    nationalities=(Stated.known("DZ"), Stated.known("FR")),
    residence=Stated.known("FR").corrected("TN", "ana", dt.datetime(2026, 2, 9, 14, 3, tzinfo=dt.UTC)),
    employment=(
        Employment(
            "Organisation Exemple", "Programme Officer, Border Management", PartialDate(2021, 3), PRESENT
        ),
        Employment(
            "Atelier Frontières",
            "Consultant",
            PartialDate(2019),
            PartialDate(2022),
            Fraction(1, 2),
            paid=True,
        ),
        Employment(
            "Example Relief",
            "Project Assistant",
            PartialDate(2014, 9, 1),
            PartialDate(2018, 6, 30),
            Fraction(4, 5),
            paid=True,
        ),
        Employment("Example Relief", "Intern", PartialDate(2014, 1), PartialDate(2014, 3), paid=False),
    ),
    degrees=(
        Degree(
            DegreeLevel.MASTER,
            "Migration studies",
            "Université de Poitiers",
            PartialDate(2016, 7),
            DegreeStatus.COMPLETED,
        ),
        Degree(
            DegreeLevel.BACHELOR,
            "Sociology",
            "Université de Tunis",
            PartialDate(2013),
            DegreeStatus.COMPLETED,
        ),
    ),
    languages=(
        LanguageSkill("fr", "mother tongue"),
        LanguageSkill("ar", "fluent", {"reading": "fluent", "writing": "working knowledge"}),
        LanguageSkill("en", "fluent"),
    ),
    documents=(Document("cv.pdf", "0" * 64, CV, "application/pdf"),),
)

DOSSIER = Dossier(
    row=ROW,
    vacancy="V1",
    candidate_id=7,
    application=Application(
        "A-0042", Moment.parse("2026-02-03T19:59:12+00:00"), "e-recruitment", internal=True
    ),
    candidate=CANDIDATE,
    findings=FINDINGS,
    verdict=Verdict(Disposition.MAYBE, by="ana", at="2026-02-10T09:12:00+00:00"),
    notes=(Note(1, "Spoke to her supervisor: available from May.", "ana", "2026-02-11T10:00:00+00:00"),),
    also_applied=("Project Officer (Counter-Trafficking)",),
)


def named(name: str, key: int = 2) -> Dossier:
    """Return the same papers under another name."""
    return replace(
        DOSSIER,
        row=replace(ROW, key=key, name=name),
        candidate=replace(CANDIDATE, name=Stated.known(name)),
    )
