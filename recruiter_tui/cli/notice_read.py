"""`notice read`: what the program understands of a notice, stored nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import files_argument, json_option

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    files_argument(parser, "notices: text, Markdown, saved pages")
    json_option(parser)
    parser.add_argument("--text", action="store_true", help="print the decoded text that the spans count in")


def run(options: Namespace, console: Console) -> int:
    """Print what every file says; a file that cannot be read is named at the end."""
    from recruiter_tui.cli.notice_text import notice_lines
    from recruiter_tui.cli.reading import each_file
    from recruiter_tui.reading.notices import read_notice
    from recruiter_tui.writing.notice_json import notice_json

    read, status = each_file(options.files, read_notice, console)
    notices = [notice for found in read for notice in found]
    if options.text:
        for notice in notices:
            console.block(notice.text)
    elif options.json:
        shapes = [notice_json(notice) for notice in notices]
        console.json(shapes[0] if len(options.files) == len(shapes) == 1 else shapes)
    else:
        for notice in notices:
            for line in notice_lines(notice):
                console.line(line)
            console.line()
    return status
