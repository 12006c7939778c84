"""The terms of the post: the kind of contract and how long it lasts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.notices.facts import EMPTY, LONGEST_VALUE, known
from recruiter_tui.reading.notices.sheet import Zone
from recruiter_tui.reading.notices.words import NUMBER_WORD, flat, sentences
from recruiter_tui.reference.folding import fold

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline

_UNIT = r"(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|annees?|dias?|semanas?|mes(?:es)?|anos?)"
LENGTH = re.compile(
    rf"(?<![\w-])(?:\d{{1,3}}|"
    rf"{NUMBER_WORD})(?:\s?\(\s?\w{{1,12}}\s?\)|"
    rf"\s{{1,2}}\d{{1,3}}(?=\s))?[\s-]{{1,2}}(?:\w{{4,10}} )?{_UNIT}\b"
)
_TERM = re.compile(
    r"\b(?:appointment|contract|assignment|consultancy|internship|duration|period of|"
    r"position is for|nomination|contrat|mission|duree|"
    r"stage|contratacion|nombramiento|contrato|consultoria|pasantia|duracion|duracao|estagio|vigencia)\b"
)
_NOT_A_TERM = re.compile(
    r"\b(?:experience|extended|prior|previous|after|within|reserve|roster|experiencia|"
    r"programme|project|strategic|"
    r"leave|past|last|probation\w*|notice|eligible|every|replenishment|up to \d+ months (?:after|"
    r"from)|break|separation|"
    r"graduat\w*|salary|extension of|payment|remain\w*|available|since|history|allowance)\b"
)
_AGAIN = re.compile(r"\b(?:renew\w*|extended|renouvel\w*|prorrog\w*|renov\w*)\b")
_INITIAL = re.compile(r"\binitial\w*\b|\binicia\w*\b")
_KIND = re.compile(
    r"\b(?:fixed[- ]term|temporary|short[- ]term|permanent|individual)\b(?: (?:appointment|"
    r"contract|position|consultant|contractor))",
    re.IGNORECASE,
)
_CONTRACT_WORDS = re.compile(
    r"\b(?:fixed|term|temporary|permanent|consult\w*|contract\w*|appointment|service|intern\w*|"
    r"staff|regular|local|international|national|volunteer|"
    r"full|part|short|individual|retainer|ic|sc|ssa|npsa|ipsa|psa|fta|ta|cdd|cdi|jpo|lica|iica|"
    r"ica|position|agreement|indefinite|continuing|tenure|secondment|freelance|"
    r"determine\w*|indetermine\w*|determinado|indefinido|plazo|temporal|temporaire|stage|"
    r"servicios?|servico|honorarios|pasantia|estagio|prestation)\b"
)


def contract_type(outline: Outline) -> Stated[str]:
    """Return the kind of contract; a length of time in brackets or after a comma belongs to the duration."""
    order = {"vacancy type": 1, "appointment": 1, "employment type": 2, "job type": 2}
    found = sorted(
        outline.values("contract_type"),
        key=lambda each: (each.zone is Zone.PAGE, order.get(fold(each.label), 0)),
    )
    for passage in found:
        value = outline.text(passage).strip()
        length = LENGTH.search(flat(value))
        end = len(value)
        if length:
            end = max(value.rfind(sign, 0, length.start()) for sign in ("(", ",", ";", "-"))
            if end <= 0:
                continue
        elif len(value) > LONGEST_VALUE:
            continue
        kept = value[:end].rstrip(" (,;-")
        if _CONTRACT_WORDS.search(flat(kept)) and not EMPTY.fullmatch(kept) and "vacancy" not in kept.lower():
            return known(outline.sheet, passage.start, passage.start + len(kept))
    for passage in outline.body():
        if passage.section in {"benefits", "duties"}:
            continue
        text = outline.text(passage)
        lowered = text.lower()
        if (
            ("this is a " in lowered or "appointment" in lowered)
            and (kind := _KIND.search(text))
            and "this is a" in lowered
        ):
            return known(outline.sheet, passage.start + kind.start(), passage.start + kind.end())
    return Stated.missing()


def duration(outline: Outline) -> Stated[str]:
    """Return how long the contract lasts: by its label, else by the contract's line or a sentence."""
    for passage in outline.values("duration"):
        value = outline.text(passage).strip()
        if EMPTY.fullmatch(value):
            continue
        if (len(value) <= LONGEST_VALUE and any(char.isdigit() for char in value)) or (
            len(value) <= LONGEST_VALUE and LENGTH.search(flat(value))
        ):
            return known(outline.sheet, passage.start, passage.end)
        if length := LENGTH.search(flat(value)):
            return known(outline.sheet, passage.start + length.start(), passage.start + length.end())
    for passage in outline.values("contract_type"):
        value = outline.text(passage)
        if length := LENGTH.search(flat(value)):
            end = (
                value.find(")", length.end()) + 1
                if "(" in value[length.end() : length.end() + 4]
                else length.end()
            )
            if "(" in value[: length.start()] and ")" in value[length.end() :]:
                end = value.find(")", length.end())
            return known(
                outline.sheet, passage.start + length.start(), passage.start + max(end, length.end())
            )
    return _duration_by_sentence(outline)


def _duration_by_sentence(outline: Outline) -> Stated[str]:
    for passage in outline.body():
        if passage.section in {"education", "experience", "duties", "benefits", "skills"}:
            continue
        for piece in sentences(outline.text(passage), passage.start):
            plain = flat(piece.text)
            for length in LENGTH.finditer(plain):
                lead = plain[max(0, length.start() - 70) : length.start()]
                around = plain[max(0, length.start() - 70) : length.end() + 30]
                if lead.endswith("temporarily available for "):
                    return known(outline.sheet, piece.start + length.start(), piece.start + length.end())
                again = _AGAIN.search(lead)
                if again and not _INITIAL.search(lead, again.end()):
                    continue
                if _TERM.search(lead) and not _NOT_A_TERM.search(around):
                    return known(outline.sheet, piece.start + length.start(), piece.start + length.end())
    return Stated.missing()
