"""`candidate read`: what the program understands of candidates' files, stored nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import files_argument, json_option

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from recruiter_tui.cli.console import Console
    from recruiter_tui.reading.candidates.incoming import Incoming

_WIDTH = 16


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    files_argument(parser, "candidates' files: CVs, CSV, JSON, mails and more")
    json_option(parser)
    parser.add_argument("--text", action="store_true", help="print the candidates' own text")


def run(options: Namespace, console: Console) -> int:
    """Print what every file says; rows and files that cannot be read are named on stderr, with status 1."""
    from recruiter_tui.reading.candidates import Incoming, read_candidates

    read: list[Incoming] = []
    status = 0
    progress = console.progress("reading")
    for path in options.files:
        for each in read_candidates(path):
            progress(len(read), None)
            if isinstance(each, Incoming):
                read.append(each)
                continue
            progress.close()
            mark = "warning" if each.is_warning else "refused"
            parts = (each.file, each.place, each.problem, each.remedy)
            console.say(f"{mark}: {': '.join(part for part in parts if part)}")
            status = status if each.is_warning else 1
    progress.close()
    if options.text:
        for one in read:
            for paper in one.candidate.documents:
                console.block(paper.text)
    elif options.json:
        shapes = [_shape(one) for one in read]
        console.json(shapes[0] if len(options.files) == len(shapes) == 1 else shapes)
    else:
        for one in read:
            for line in _lines(one):
                console.line(line)
            console.line()
    return status


def _shape(one: Incoming) -> dict[str, object]:
    """Return a candidate as users were promised it, with the application where the file names one."""
    from recruiter_tui.writing.candidate_json import candidate_json

    source = {"file": one.source.file, "sha256": one.source.sha256, "format": one.source.format}
    application = one.application
    return candidate_json(one.candidate, source) | {
        "application": {
            "id": application.id,
            "received": application.received.text if application.received else None,
            "channel": application.channel,
            "internal": application.internal,
        },
        "note": one.note,
        "tags": list(one.tags),
    }


def _lines(one: Incoming) -> Iterator[str]:
    """Yield a candidate line by line; silence is said."""
    person, application = one.candidate, one.application
    internal = {True: "yes", False: "no", None: None}[application.internal]
    facts = {
        "application": application.id,
        "name": person.name.value,
        "e-mail": "; ".join(stated.value for stated in person.emails if stated.value),
        "phone": "; ".join(stated.value for stated in person.phones if stated.value),
        "nationalities": "; ".join(stated.value for stated in person.nationalities if stated.value),
        "residence": person.residence.value,
        "received": application.received.text if application.received else None,
        "internal": internal,
    }
    for label, value in facts.items():
        yield f"{label:<{_WIDTH}} {value or 'not stated'}"
    for job in person.employment:
        share = f" {float(job.fte):.0%}" if job.fte is not None else ""
        span = f"{job.start or 'start not stated'} to {job.end or 'end not stated'}{share}"
        yield f"{'employment':<{_WIDTH}} {job.title or '?'} | {job.employer or '?'} | {span}"
    for degree in person.degrees:
        level = degree.level.word if degree.level else degree.title or "level unknown"
        parts = (level, degree.field, degree.institution, str(degree.completed or degree.status.value))
        yield f"{'degree':<{_WIDTH}} {' | '.join(part for part in parts if part)}"
    for skill in person.languages:
        levels = skill.level or ", ".join(f"{name} {level}" for name, level in skill.scale.items())
        yield f"{'language':<{_WIDTH}} {skill.language}{f' | {levels}' if levels else ''}"
    for warning in person.warnings:
        yield f"{'look at':<{_WIDTH}} {warning}"
