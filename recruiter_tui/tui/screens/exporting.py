"""Exports beside the keys: the file is written while the work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.tui.jobs import Ended, Job

if TYPE_CHECKING:
    from recruiter_tui.tui.dialogs.export import ExportWish
    from recruiter_tui.tui.screens.room import Room


def export_in_background(room: Room, vacancy: str, wish: ExportWish, reveal: str | None = None) -> None:
    """Write a vacancy's list as it was wished; its end is told on whatever screen is there then.

    A blind vacancy is written without names unless `reveal` says why they are needed. A second export to the
    same file waits for the first.
    """
    services = room.services

    async def write(job: Job) -> Ended:
        report = await services.export.watched(job).export(
            vacancy, wish.path, everything=wish.everything, force=wish.force, reveal=reveal
        )
        hidden = f", {report.hidden} without names" if report.hidden else ""
        return Ended(f"{report.rows} rows written{hidden}: {report.path.name} in {report.path.parent}")

    room.app.jobs.begin(Job("exporting", wish.path.name, frozenset({f"file {wish.path}"})), write)
