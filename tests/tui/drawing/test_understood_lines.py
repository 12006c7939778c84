"""What was understood of a notice, as plain lines."""

from __future__ import annotations

from recruiter_tui.cli.notice_text import notice_lines as plain_lines
from recruiter_tui.domain.notice import Duty, Notice, Source
from recruiter_tui.domain.stated import Span
from recruiter_tui.tui.drawing.notice import notice_lines
from recruiter_tui.tui.drawing.notice_items import items

TEXT = "Manage the unit. Send a letter of motivation."
NOTICE = Notice(
    Source("call.txt", "0" * 64, "prose"),
    TEXT,
    duties=(Duty("Manage the unit", Span(0, 15)),),
    documents=(Duty("a letter of motivation", Span(22, 44)),),
)


def shown() -> str:
    return "\n".join(line.text for line in notice_lines(NOTICE, 60))


def test_duties_and_documents_to_submit_stand_under_their_own_headings() -> None:
    page = shown()
    assert page.index("Duties") < page.index("Manage the unit") < page.index("Documents to submit")
    assert page.index("Documents to submit") < page.index("a letter of motivation")


def test_a_document_to_submit_leads_to_its_place_in_the_source() -> None:
    (place,) = [one.spans for one in items(NOTICE) if one.key == "document/0"]
    assert [TEXT[slice(*span)] for span in place] == ["a letter of motivation"]


def test_the_command_line_names_them_too() -> None:
    (line,) = [line for line in plain_lines(NOTICE) if line.startswith("document to submit")]
    assert line.endswith("a letter of motivation")
