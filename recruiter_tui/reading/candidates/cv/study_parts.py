# ruff: noqa: RUF001 - both apostrophes are written in diplomas
"""The parts of a degree's wording: its name, its field, and the school that stands in it."""

from __future__ import annotations

import re
from dataclasses import replace

from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.labels import label_of, study_role
from recruiter_tui.reading.candidates.cv.lines import CELLS, Line, plain, trimmed

_IN = re.compile(r"\b(?:in|en|em|of|de|des|du|d'|d’)\b ?", re.IGNORECASE)
_HONOURS = re.compile(
    r"^\(?(?:(?:first|second|upper|lower|1st|2nd|2[:.][12])[ -]?(?:class|division)?[ ,]*)*(?:with )?"
    r"(?:honours|honors|hons?|distinction|merit)\.?\)?,? ?",
    re.IGNORECASE,
)
_LATIN = re.compile(r"^,? ?(?:magna |summa )?cum laude[, ]*", re.IGNORECASE)
_MARK_BEHIND = re.compile(
    r" ?\((?:with )?(?:distinction|merit|honou?rs|hons|pass|first|cum laude"
    r"|(?:mention )?(?:tr[eè]s )?bien)\)$",
    re.IGNORECASE,
)
"""How well a degree was passed, behind its field."""
PASSED = re.compile(
    r"(?:with )?(?:(?:magna |summa )?cum laude|(?:first|upper second|lower second|second|third)(?:[- ]class)?"
    r"(?: honou?rs)?|[12][:.][12]|(?:high )?distinction|merit|honou?rs"
    r"|mention (?:tr[eè]s |assez )?bien|sobresaliente|matr[ií]cula de honor"
    r"|louvor)",
    re.IGNORECASE,
)
"""A piece that says nothing but how well a degree was passed."""
_KIND = re.compile(
    r"(?:of|en|de|in) [^\W\d_]+(?: (?!in |en |em )[^\W\d_]+){0,2} (?:in|en|em) ", re.IGNORECASE
)
"""What stands between a degree and its field: `of Science in`."""
_WORD = re.compile(r"[^\W_]+")


def labelled_school(text: str) -> tuple[str, str]:
    """Return the school behind a form's label for it, where any name will do, and what else the line says.

    What stands behind a label of dates says nothing but dates.
    """
    label, colon, value = text.partition(":")
    role = study_role(label_of(label)) if colon and not names_school(label, value) else None
    if role == "institution":
        return trimmed(CELLS.split(value.strip())[0]), ""
    return "", "" if role in ("dates", "start", "end") else text


def parted(line: Line) -> list[Line]:
    """Return the cells of a form's row as lines where each has its label: `Degree: MSc | Institution: X`.

    The two ends of a period, each in a cell, become one line.
    """
    cells = [cell.strip() for cell in line.text.split("|")]
    pairs = [cell.partition(":") for cell in cells if cell]
    roles = [study_role(label_of(label)) if colon else None for label, colon, _ in pairs]
    if len(pairs) < len(("degree", "school")) or sum(role is not None for role in roles) < len(pairs) - 1:
        return [line]
    ends = [
        value.strip() for (_, _, value), role in zip(pairs, roles, strict=True) if role in ("start", "end")
    ]
    texts = [" - ".join(ends)] if len(ends) == len(("from", "to")) else []
    texts += [
        cell
        for cell, role in zip(filter(None, cells), roles, strict=True)
        if role is not None and (role not in ("start", "end") or not texts)
    ]
    return [replace(line, text=text, plain=plain(text)) for text in texts]


def names_school(label: str, value: str) -> bool:
    """Tell whether what stands before a colon is a school's name and no label: `Reed College: BA History`."""
    if any(sign.isdigit() for sign in label):
        return True
    return has_school(label) and not has_school(value) and degree_words.level(value) is not None


def unlabelled(piece: str) -> str:
    """Return a piece without the label of a form before it: `Degree: MSc` is `MSc`."""
    label, colon, value = piece.partition(":")
    words = fold(label).strip(" ,;|-")
    if names_school(label, value):
        return piece
    return value if colon and (words in lexicon.STUDY_LABELS or study_role(words)) else piece


def taken_apart(title: str) -> tuple[str, str, str]:
    """Return a degree's wording, its field and a school named in it: `MSc in Law at X`."""
    school = ""
    for word in (" at ", " from ", " - ", " à l'", " à la "):
        head, found, tail = title.partition(word)
        if found and has_school(tail):
            title, school = head, tail.strip().removeprefix("the ")
            break
    words = title.split()
    count = degree_words.length(words)
    rest = " ".join(words[count:])
    if not count:
        named = _IN.search(title)
        rest = title[named.end() :] if named else ""
    rest = _MARK_BEHIND.sub("", _HONOURS.sub("", _LATIN.sub("", rest)))
    if kind := _KIND.match(rest):
        rest = rest[kind.end() :]
    while (linked := _IN.match(rest)) and linked.end():
        rest = rest[linked.end() :]
    return title, trimmed(rest), school


def has_school(text: str) -> bool:
    """Tell whether a text holds a word for a place of study."""
    return any(word in lexicon.SCHOOLS for word in _WORD.findall(fold(text)))
