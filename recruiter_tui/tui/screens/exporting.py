"""Exports beside the keys: the file is written while the work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.text import safe

if TYPE_CHECKING:
    from recruiter_tui.tui.dialogs.export import ExportWish
    from recruiter_tui.tui.jobs import Job
    from recruiter_tui.tui.screens.room import Room


def export_in_background(room: Room, vacancy: str, wish: ExportWish, reveal: str | None = None) -> None:
    """Write a vacancy's list as it was wished; its end is told on whatever screen is there then.

    A blind vacancy is written without names unless `reveal` says why they are needed.
    """

    async def write(job: Job) -> str:
        report = await room.services.export.watched(job).export(
            vacancy, wish.path, everything=wish.everything, force=wish.force, reveal=reveal
        )
        hidden = f", {report.hidden} without names" if report.hidden else ""
        return (
            f"{report.rows} rows written{hidden}: {safe(report.path.name)} in {safe(str(report.path.parent))}"
        )

    room.app.jobs.begin("exporting", write)
