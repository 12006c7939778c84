"""Keeps a notice as persons made it: a row for each advertised version, and the vacancy's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.writing import Unit

NO_TITLE = "(title not stated)"


def vacancy_columns(notice: Notice) -> Row:
    """Return the columns by which lists show a vacancy."""
    from recruiter_tui.store import codec

    return {
        "reference": notice.reference.value,
        "title": notice.title.value or NO_TITLE,
        "organisation": notice.organisation.value,
        "city": notice.duty_station_city.value,
        "country": notice.duty_station_country.value,
        "grade": notice.grade.value,
        "closing": codec.dump_closing(notice.closing.value),
    }


def version_columns(notice: Notice) -> Row:
    """Return the columns of one version of a notice."""
    from recruiter_tui.store import codec

    return {
        "file": notice.source.file,
        "sha256": notice.source.sha256,
        "text": notice.text,
        "notice": codec.dump_notice(notice),
    }


def keep(unit: Unit, vacancy: int, notice: Notice) -> int:
    """Keep a notice in place of what the vacancy had; another text becomes the next version.

    Returns the version's number. Criteria are versions of their own and are not touched here.
    """
    key, number = unit.reader.notice_version(vacancy)
    row = unit.row("notice_version", key)
    if (row["sha256"], row["text"]) == (notice.source.sha256, notice.text):
        unit.update("notice_version", key, version_columns(notice))
    else:
        number += 1
        unit.insert("notice_version", {"vacancy_id": vacancy, "number": number, **version_columns(notice)})
    unit.update("vacancy", vacancy, vacancy_columns(notice))
    return number
