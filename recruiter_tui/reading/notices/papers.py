"""The documents that an application must hold, as the notice lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Duty
from recruiter_tui.reading.notices.words import flat, sentences

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline

_ASKED = re.compile(
    r"\b(?:submit\w*|includ\w+|attach\w*|upload\w*|enclos\w+|accompanied|required documents?|"
    r"documents? required|consist of|following documents?|provide|send|joindre|joint|dossier|fournir|"
    r"comprend\w*|accompagne\w*|adjunt\w+|present\w+|documentos|anex\w+|enviar|apresent\w+)\b"
)
_DOCUMENT = re.compile(
    r"\b(?:(?:updated|detailed|up to date|full|complete|signed) )?(?:curriculum vitae|c v|cv|resume|"
    r"(?:cover|motivation) letter|letter of (?:motivation|intent|interest)|lettre de (?:motivation|"
    r"candidature)|"
    r"carta de (?:motivacion|presentacion|apresentacao|intencion)|curriculo|hoja de vida|p ?11(?: form)?|"
    r"personal history (?:form|profile)|(?:certified )?cop(?:y|ies) of (?:\w+ ){0,3}(?:diplomas?|degrees?|"
    r"certificates?|passport|transcripts?)|copies? (?:certifiees? )?d\w{0,3} (?:diplomes?|certificats?)|"
    r"copias? de (?:\w+ ){0,2}(?:diplomas?|titulos?|certificad\w+)|academic transcripts?|"
    r"(?:technical|financial) (?:proposal|offer)|propuesta (?:tecnica|economica|financiera)|"
    r"offre (?:technique|financiere)|writing samples?|portfolio|(?:professional )?references|referees)\b"
)
_LATER = re.compile(r"\b(?:later|shortlisted|may be (?:requested|asked)|will be asked|do not|unsolicited)\b")


def documents(outline: Outline) -> tuple[Duty, ...]:
    """Return the documents that the notice asks for with an application, each once, in its own words."""
    found: dict[str, Duty] = {}
    asked_before = False
    for passage in outline.body():
        if passage.section not in {"apply", "notes", "other", None}:
            continue
        for piece in sentences(outline.text(passage), passage.start):
            plain = flat(piece.text)
            asked = bool(_ASKED.search(plain)) and not _LATER.search(plain)
            listed = asked_before and len(piece.text) <= _SHORT_ITEM
            for match in _DOCUMENT.finditer(plain) if asked or listed else ():
                words = piece.text[match.start() : match.end()]
                span = outline.sheet.source_span(piece.start + match.start(), piece.start + match.end())
                found.setdefault(" ".join(match[0].split()), Duty(words, span))
            asked_before = asked or (listed and bool(_DOCUMENT.search(plain)))
    return tuple(found.values())


_SHORT_ITEM = 160
