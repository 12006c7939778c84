"""What careless hands, mail programs and web sites do to a notice between its author and our reader."""

from __future__ import annotations

import html
import random
import re
import textwrap
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADINGS = {
    "Education": ("Formation", "Formación académica", "Formação acadêmica"),
    "Experience": ("Expérience", "Experiencia", "Experiência"),
    "Languages": ("Langues", "Idiomas", "Idiomas"),
    "Skills": ("Compétences techniques", "Habilidades", "Habilidades"),
    "Responsibilities": ("Responsabilités", "Responsabilidades", "Responsabilidades"),
    "Qualifications": ("Qualifications requises", "Requisitos", "Requisitos"),
    "Closing date": ("Date limite", "Fecha límite", "Data limite"),
    "Duty Station": ("Lieu d'affectation", "Lugar de destino", "Local de trabalho"),
    "Job Title": ("Titre du poste", "Título del puesto", "Título do cargo"),
}


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _joined(joint: str) -> Callable[[str], str]:
    return lambda text: joint.join(line.strip() for line in _lines(text) if line.strip())


def _halves_joined(text: str) -> str:
    """Join every second line to the one before, as a copy from a narrow column does."""
    out: list[str] = []
    for number, line in enumerate(_lines(text)):
        if number % 2 and out:
            out[-1] += " " + line.strip()
        else:
            out.append(line)
    return "\n".join(out)


def _head_kept(joint: str) -> Callable[[str], str]:
    """Join everything below the first fifteen lines."""
    return lambda text: "\n".join([*_lines(text)[:15], _joined(joint)("\n".join(_lines(text)[15:]))])


def _sentences_apart(text: str) -> str:
    return re.sub(r"(?<=[a-z][.;])[ ]?(?=[A-Z])", "\n", text)


def _cut(share: float) -> Callable[[str], str]:
    return lambda text: text[: int(len(text) * share)]


def _without_head(text: str) -> str:
    return text[len(text) // 5 :]


def _blocks(text: str) -> list[str]:
    return [block for block in re.split(r"\n\s*\n", text) if block.strip()]


def _blocks_reversed(text: str) -> str:
    return "\n\n".join(reversed(_blocks(text)))


def _blocks_rotated(text: str) -> str:
    blocks = _blocks(text)
    return "\n\n".join([*blocks[len(blocks) // 2 :], *blocks[: len(blocks) // 2]])


def _blocks_shuffled(text: str) -> str:
    blocks = _blocks(text)
    random.Random(5).shuffle(blocks)  # noqa: S311  (an order, not a secret)
    return "\n\n".join(blocks)


def _without(word: str) -> Callable[[str], str]:
    return lambda text: "\n".join(line for line in _lines(text) if word not in line.lower())


def _translated(locale: int) -> Callable[[str], str]:
    def run(text: str) -> str:
        for english, others in _HEADINGS.items():
            text = re.sub(rf"^{english}(?=\s*:?\s*$|:)", others[locale], text, flags=re.MULTILINE)
        return text

    return run


def _page(row: str) -> Callable[[str], str]:
    def run(text: str) -> str:
        rows = "\n".join(row.format(html.escape(line)) for line in _lines(text) if line.strip())
        return (
            f"<!DOCTYPE html><html><head><title>Jobs</title></head><body><div>\n{rows}\n</div></body></html>"
        )

    return run


def _with_tags(text: str) -> str:
    return re.sub(r"(?m)^(\w[^:\n]{2,30}:)", r"<b>\1</b><br/>", text)


def _mojibake(text: str) -> str:
    out = []
    for char in text:
        try:
            out.append(char if char.isascii() else char.encode("utf-8").decode("cp1252"))
        except UnicodeDecodeError:
            out.append(char)
    return "".join(out)


def _values_below(text: str) -> str:
    """Put the value of each labelled line of the head on a line of its own."""
    lines = _lines(text)
    return "\n".join(
        [re.sub(r"^([^:\n]{3,40}):\s+(.+)$", r"\1:\n\2", line) for line in lines[:15]] + lines[15:]
    )


def _without_colons(text: str) -> str:
    lines = _lines(text)
    return "\n".join([re.sub(r"^([^:\n]{3,40}):\s+", r"\1  ", line) for line in lines[:15]] + lines[15:])


MUTATIONS: dict[str, Callable[[str], str]] = {
    "all lines joined by a blank": _joined(" "),
    "all lines glued": _joined(""),
    "body joined by a blank": _head_kept(" "),
    "body glued": _head_kept(""),
    "every second line joined": _halves_joined,
    "sentences on lines of their own": _sentences_apart,
    "blank lines doubled": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "cut at a tenth": _cut(0.1),
    "cut at a quarter": _cut(0.25),
    "cut in the middle": _cut(0.5),
    "cut at three quarters": _cut(0.75),
    "cut near the end": _cut(0.95),
    "without its head": _without_head,
    "blocks reversed": _blocks_reversed,
    "blocks rotated": _blocks_rotated,
    "blocks shuffled": _blocks_shuffled,
    "without education": _without("education"),
    "without languages": _without("language"),
    "without dates": _without("2026"),
    "without headings": lambda text: re.sub(r"(?m)^[A-Z][A-Za-z ]{3,30}:?\s*$", "", text),
    "upper-case": str.upper,
    "lower-case": str.lower,
    "headings in upper-case": lambda text: re.sub(
        r"(?m)^[A-Z][A-Za-z ]{3,30}:?\s*$", lambda found: found[0].upper(), text
    ),
    "French headings": _translated(0),
    "Spanish headings": _translated(1),
    "Portuguese headings": _translated(2),
    "a page of paragraphs": _page("<p>{}</p>"),
    "a page of list items": _page("<li>{}</li>"),
    "a page of divisions and spans": _page("<div><span>{}</span></div>"),
    "a page of line breaks": _page("{}<br>"),
    "tags of an editor": _with_tags,
    "entities": lambda text: html.escape(text).replace("'", "&#39;"),
    "mojibake": _mojibake,
    "letters and accents apart": lambda text: unicodedata.normalize("NFD", text),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{4})(?=[a-z]{4})", "\u00ad", text),
    "hard-wrapped": lambda text: "\n".join(textwrap.fill(line, 72) for line in _lines(text)),
    "indented": lambda text: textwrap.indent(text, "    "),
    "quoted in a mail": lambda text: "\n".join(f"> {line}" for line in _lines(text)),
    "bullets": lambda text: re.sub(r"(?m)^(?=[A-Z][^:\n]{40,})", "\u2022 ", text),
    "values below their labels": _values_below,
    "labels without colons": _without_colons,
    "told twice": lambda text: f"{text}\n\n{text}",
    "furniture around it": lambda text: (
        f"Home | Jobs | Sign in\n{text}\nSimilar jobs\nDriver, Lima\nShare\nTags: bees"
    ),
    "blanks doubled": lambda text: text.replace(" ", "  "),
}
"""What can happen to a notice: none of it changes what it says, though some of it takes words away."""
