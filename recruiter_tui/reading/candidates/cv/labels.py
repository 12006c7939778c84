# ruff: noqa: E501, RUF001 - word lists are read as blocks, and look-alike dashes are what people write
"""`Label: value` in the lines of a CV, with a colon, a gap or the bar of a table between the two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.headings import LANGUAGE_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recruiter_tui.domain.stated import Span
    from recruiter_tui.reading.candidates.cv.lines import Line

_LABEL = re.compile(r"([^:|\u2022]{2,40}?) ?[:\uff1a] ?(.+)")
_PARTS = re.compile(r" ?[|\u2022\u00b7] ?| {2,}|\t| [\u2013\u2014-] (?![^(]*\))")
_CELLS = re.compile(r" ?[|\u2022\u00b7] ?| {2,}|\t")
_GAP_BEHIND_COLON = re.compile(r"(?:(?<=\S) {1,60})?:[ \t]{1,60}")
NUMBERED = re.compile(r"^[0-9]{1,2}[.)] (?=[^\W\d_])")
"""Forms count their boxes, `5. Present nationality: ...`, and some people their posts: `1. Harbour Fund`."""
_REMARK = re.compile(
    r" \((?:please|indicate|only|if|for|mobile|cell|home|office|fixed|work|day|indiqu|si |en )[^()]{0,80}\)"
)
"""What forms say of a label: `Language skills (indicate only ...)`."""
_ASIDE = re.compile(_REMARK.pattern + r"(?= ?:)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_GAP_LABELS: Final = (
    lexicon.NAME_LABELS
    | lexicon.GIVEN_LABELS
    | lexicon.FAMILY_LABELS
    | lexicon.NATIONALITY_LABELS
    | lexicon.RESIDENCE_LABELS
    | lexicon.PHONE_LABELS
    | lexicon.BIRTH_LABELS
    | LANGUAGE_LABELS
)


@lru_cache(maxsize=512)
def label_of(text: str) -> str:
    """Return the words of a label without its number and its signs: `5. Nationality(ies)` and the like."""
    plain = NUMBERED.sub("", fold(text)).replace("(s)", "s").replace("(es)", "es").replace("(ies)", " ies")
    plain = _REMARK.sub("", plain)
    return plain.strip(" .*-\u2013:\u2022")


@lru_cache(maxsize=512)
def is_name_label(label: str) -> bool:
    """Tell whether a label asks for the whole name, in whatever order: `Apellidos y nombre`, `Nom / Prénoms`."""
    if label in lexicon.NAME_LABELS:
        return True
    if label in lexicon.GIVEN_LABELS or label in lexicon.FAMILY_LABELS:
        return False
    words = set(_WORDS.findall(label))
    return words <= lexicon.NAME_WORDS and (
        bool(words & lexicon.GIVEN_WORDS) and bool(words & lexicon.FAMILY_WORDS)
    )


def is_label(text: str) -> bool:
    """Tell whether a text is nothing but a label that people write before a fact of themselves."""
    return label_of(text) in _GAP_LABELS or is_name_label(label_of(text))


@lru_cache(maxsize=512)
def job_role(label: str) -> str | None:
    """Return what a label of a form or the heading of a column says about a job, None for anything else."""
    return _role(label, lexicon.JOB_LABELS, _JOB_STEMS)


@lru_cache(maxsize=512)
def study_role(label: str) -> str | None:
    """Return what a label says about a degree: `title`, `institution`, `field`, a date, or None."""
    return _role(label, {}, _STUDY_STEMS)


def _role(label: str, exact: Mapping[str, str], stems: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    """Return the role that a label names exactly, else by the word in it that decides."""
    if label in exact:
        return exact[label]
    if len(label) > _LONGEST_LABEL or (_OTHER_LABEL.search(label) and not label.startswith(_NAMES)):
        return None
    found = next((role for role, pattern in stems if pattern.search(label)), None)
    if found == "dates" or (found is None and label in ("from", "to")):
        begins, ends = _BEGIN.search(label), _END.search(label)
        return "start" if begins and not ends else "end" if ends and not begins else "dates"
    return found


_LONGEST_LABEL: Final = 80
_NAMES: Final = ("name ", "nom ", "nome ", "nombre ")
_OTHER_LABEL = re.compile(
    r"\b(?:type|tipo|kind|nature|sector|secteur|setor|reason|motivo|motif|salar[a-z]*|supervisor[a-z]*|number|nombre de"
    r"|responsib[a-z]*|responsab[a-z]*|activi[a-z]*|activities|duties|tasks|funciones|taches|achievements|logros|phone|telephone"
    r"|telefono|birth|nascimento|nacimiento|naissance|issue|expiry|project|address|adresse|direccion|endereco|morada"
    r"|correo|courriel|e-?mail|web|municip[a-z]*)\b"
)
_DATE_STEM = re.compile(
    r"\b(?:dates?|datas?|fechas?|per[ií]od[eo]?s?|duration|duree|duracion|duracao|tenure|tiempo (?:laborado|de servicios?|de trabajo)|tempo de (?:servico|trabalho)|vigencia|years?|annees?|anos?|attended|passing)\b"
)
_JOB_STEMS: Final = (
    (
        "employer",
        re.compile(
            r"\b(?:emp(?:loyer|loyeur|leador|regador)[a-z]*|compan(?:y|ia)|empresa|entreprise|firm|agency)\b"
        ),
    ),
    ("dates", _DATE_STEM),
    (
        "title",
        re.compile(
            r"\b(?:title|intitule|titre|positions?|post(?:e|o)?|puesto|cargo|func(?:ao|ion)|fonction|designation|role|enquadramento"
            r"|occupation|ocupacion|profissao|emploi)\b"
        ),
    ),
    (
        "employer",
        re.compile(
            r"\b(?:organi[sz]a(?:tion|cion|cao)|organism[eo]|institu(?:tion|cion|icao)|entidade?|structure)\b"
        ),
    ),
    ("share", re.compile(r"\b(?:per cent|percent[a-z]*|taux|carga|jornada|workload)\b")),
)
_STUDY_STEMS: Final = (
    (
        "title",
        re.compile(
            r"\b(?:degrees?|diplom[aeos]{1,2}|titul(?:o|acion)|grau|qualifica(?:tion|cao)s?|cualificacion|certificat?[eo]?s?|awarded|exam"
            r"|examination)\b"
        ),
    ),
    (
        "institution",
        re.compile(
            r"\b(?:institu(?:tion|te|cion|icao|to)s?|schools?|universit(?:y|ies|es?|at|eit)|universidade?s?|colleges?|etablissement|ecole|ensino|organi[sz]a[a-z]*"
            r"|centro|board|escola|escuela|faculdade)\b"
        ),
    ),
    (
        "field",
        re.compile(
            r"\b(?:fields?|subjects?|majors?|speciali[sz]ation|specialite|especiali[a-z]*|disciplin[a-z]*|area|domaine|filiere|course of study"
            r"|study)\b"
        ),
    ),
    ("dates", _DATE_STEM),
)
_BEGIN = re.compile(
    r"\b(?:start|inicio|debut|ingreso|entree|admissao|entrada|from|de inicio|joining|joined|begin[a-z]*|hire|desde|attended from)\b|\bde\b(?= ?[-–—])"
)
_END = re.compile(
    r"\b(?:end|fin|fim|termino|retiro|sortie|saida|salida|egreso|hasta|ate|leaving|left|to|finalizacion|completion|conclusao)\b"
)


def labelled(line: Line) -> Iterator[tuple[str, str, Span]]:
    """Yield the `label: value` pairs of a line, the label folded; a gap behind a known label will do too."""
    text = _ASIDE.sub("", _GAP_BEHIND_COLON.sub(": ", line.text.replace("\uff1a", ":")))
    if ":" not in text:
        yield from _by_gaps(_CELLS.split(text.strip(" |")), line.span)
        return
    is_one = text.count(":") == 1 and len(_PARTS.split(text.partition(":")[0])) == 1
    parts = _CELLS.split(text) if is_one else _PARTS.split(text)
    for part in parts:
        if found := _LABEL.fullmatch(NUMBERED.sub("", part.strip())):
            yield label_of(found[1]), found[2].strip(), line.span


def _by_gaps(cells: list[str], span: Span) -> Iterator[tuple[str, str, Span]]:
    """Yield the pairs of cells of which the first is a known label: `Family name | Diallo | First name | Awa`."""
    at = 0
    while at + 1 < len(cells):
        label, value = label_of(cells[at]), cells[at + 1].strip()
        if (label in _GAP_LABELS or is_name_label(label)) and value and label_of(value) not in _GAP_LABELS:
            yield label, value, span
            at += 1
        at += 1
