"""Sentences that every notice of an organisation carries, and what a site puts around a notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import Span
from recruiter_tui.reading.notices.sheet import Zone
from recruiter_tui.reading.notices.words import flat

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline

_BOILERPLATE = re.compile(
    r"\b(?:does not charge|not charge an?y? |ne percoit (?:pas|aucun)|no cobra|nao cobra|"
    r"zero tolerance|cero tolerancia|tolerance zero"
    r"|equal opportunit\w+|regardless of|sans distinction|sin distincion|sexual exploitation|"
    r"exploitation sexuelle|explotacion sexual"
    r"|only short ?listed|only short listed|fraudulent|scam|bank accounts?|"
    r"reasonable accommodation|track the status|you are welcome to visit"
    r"|background checks?|reference checks?|medically fit|medical clearance|"
    r"charter of the united nations|child safeguarding"
    r"|diversity and inclusion|does not concern itself|strongly encouraged to apply|"
    r"encourages? (?:all )?(?:qualified )?(?:candidates|women|applicants)"
    r"|follow us|cookies?|privacy policy|recommended for you|similar jobs|apply now)\b"
)


def is_boilerplate(text: str) -> bool:
    """Tell whether a sentence says what every notice says."""
    return bool(_BOILERPLATE.search(flat(text)))


def spans(outline: Outline) -> tuple[Span, ...]:
    """Return the ranges of furniture and boilerplate, neighbours joined, to be folded away on screen."""
    found: list[Span] = []
    for passage in outline.passages:
        of_the_site = (
            passage.zone is not Zone.NOTICE and passage.key is None
        ) or passage.section == "furniture"
        if not of_the_site and (passage.section == "duties" or not is_boilerplate(outline.text(passage))):
            continue
        span = outline.sheet.source_span(passage.start, passage.end)
        if found and not outline.sheet.raw[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
