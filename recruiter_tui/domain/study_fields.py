"""Fields of study: whether what a candidate studied is among those that a notice lists (R20, R23)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.rulings import FieldRuling, field_key
from recruiter_tui.domain.stems import STOP_WORDS, WORD, stem
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALTERNATIVE = re.compile(r"(\S+)\s+(?:or|and/or|ou|o)\s+(\S+)\s+(\S+)", re.IGNORECASE)
_LATIN = re.compile("[a-z]")
_FEW = 2
"""Words in which a shorter field must agree with a listed one to count as that field."""

_ONE_WORD: Final[dict[str, str]] = {
    variant: english
    for english, variants in {
        "law": "laws droit droits derecho derechos direito direitos juridiques juridicas juridicos legal "
        "recht rechtswissenschaft rechtswissenschaften jura",
        "political": "politique politiques politica politicas politico politics politologie politologia",
        "science": "sciences ciencia ciencias studies study etudes estudios estudos wissenschaft "
        "wissenschaften",
        "social": "sociales sociais sociaux sociale socials",
        "international": "internationale internationales internationaux internacional internacionales "
        "internacionais",
        "relation": "relations relaciones relacoes affairs affaires asuntos beziehungen",
        "economic": "economics economy economie economia economique economiques economicas economicos "
        "wirtschaft wirtschaftswissenschaften volkswirtschaft volkswirtschaftslehre",
        "development": "developpement desarrollo desenvolvimento",
        "administration": "administracion administracao verwaltung",
        "business": "affaires empresas empresarial enterprise entreprises commerce comercio",
        "public": "publique publiques publica publico publicas offentliche",
        "management": "gestion gestao",
        "humanitarian": "humanitaire humanitaires humanitaria humanitario humanitarias humanitarios",
        "migration": "migrations migracion migraciones migracao migracoes migratoires",
        "finance": "finances finanzas financas financial financiere financieres",
        "accounting": "accountancy comptabilite contabilidad contabilidade",
        "communication": "communications comunicacion comunicacao comunicaciones",
        "engineering": "ingenierie genie ingenieria engenharia",
        "computer": "informatik informatique informatica computing computacion computacao",
        "education": "educacion educacao pedagogie pedagogia",
        "health": "sante salud saude gesundheit",
        "human": "humaines humains humanos humanas humanos",
        "resource": "resources ressources recursos",
        "right": "rights",
        "history": "histoire historia geschichte",
        "medicine": "medecine medizin",
        "chemistry": "chimie quimica chemie",
        "nursing": "infirmiers infirmieres enfermeria enfermagem",
        "statistics": "statistique statistiques estadistica estatistica",
        "sociology": "sociologie sociologia",
        "geography": "geographie geografia",
        "environment": "umwelt environnement medioambiente ambiente environmental environnementales "
        "ambientales",
        "security": "securite seguridad seguranca",
        "journalism": "journalisme periodismo jornalismo",
    }.items()
    for variant in (english, *variants.split())
}
"""One English word for the words of several languages; where one word serves two meanings, the last wins."""

_ABBREVIATIONS: Final[dict[str, str]] = {
    "mba": "business administration", "mpa": "public administration", "mpp": "public policy",
    "bba": "business administration", "mph": "public health", "hr": "human resources",
    "ir": "international relations", "it": "information technology", "ict": "information technology",
    "llm": "law", "llb": "law",
    "politikwissenschaft": "political science", "politikwissenschaften": "political science",
    "betriebswirtschaft": "business administration", "betriebswirtschaftslehre": "business administration",
}  # fmt: skip


def _key(text: str) -> frozenset[str]:
    """Return the words of a field as a set in one language, without those that say nothing."""
    found: set[str] = set()
    for word in WORD.findall(fold(text)):
        for part in _ABBREVIATIONS.get(word, word).split():
            if part not in STOP_WORDS:
                found.add(_cognate(_ONE_WORD.get(part, part)))
    return frozenset(found)


@functools.lru_cache(maxsize=8192)
def _cognate(word: str) -> str:
    """Return what learned words share in the languages of Europe: `hydrology`, `hydrologie`, `hidrología`."""
    found = stem(f"{word[:-4]}cion" if word.endswith("tion") else word)
    for theirs, ours in _SOUNDS:
        found = found.replace(theirs, ours)
    return found.rstrip("aeiou") or word


_SOUNDS: Final = (
    ("ph", "f"), ("th", "t"), ("ch", "c"), ("qu", "c"), ("ae", "e"), ("oe", "e"), ("y", "i"),
    ("k", "c"), ("z", "c"), ("ss", "s"), ("ll", "l"), ("tt", "t"), ("nn", "n"), ("mm", "m"), ("cc", "c"),
)  # fmt: skip
"""Spellings that differ between languages where a word is the same."""


def _readings(listed: str) -> list[str]:
    """Return a listed field, and both halves of one like `Business or Public Administration`."""
    shared = _ALTERNATIVE.search(listed[:200])
    if not shared:
        return [listed]
    head, tail = listed[: shared.start()], listed[shared.end() :]
    return [listed, *(f"{head}{first} {shared[3]}{tail}" for first in (shared[1], shared[2]))]


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """Whether a field is among the listed ones, and the listed field that it was found in."""

    truth: Truth
    listed: str | None = None
    ruled_by: str | None = None
    """The person who ruled on the field, where the answer is that ruling."""


_NOT_ASKED: Final = FieldMatch(truth=True)
_NOT_KNOWN: Final = FieldMatch(None)


@dataclass(slots=True)
class ListedFields:
    """A notice's listed fields, prepared once; answers are remembered, as thousands share a field."""

    fields: tuple[str, ...]
    related: bool = False
    """Whether the notice allows a related field, on which a person rules."""
    ruled: Mapping[str, FieldRuling] = field(default_factory=dict)
    """What persons ruled on fields, by `field_key`; a ruling goes before the comparison of words."""
    _keys: list[tuple[str, frozenset[str]]] = field(init=False, repr=False)
    _answers: dict[str, FieldMatch] = field(default_factory=dict, init=False, repr=False)
    _branches: dict[tuple[tuple[str, ...], bool], ListedFields] = field(
        default_factory=dict, init=False, repr=False
    )

    def __post_init__(self) -> None:
        """Prepare the listed fields' words."""
        self._keys = [(name, _key(reading)) for name in self.fields for reading in _readings(name)]
        self._keys = [(name, key) for name, key in self._keys if key]

    def match(self, studied: str | None) -> FieldMatch:
        """Return whether a field is listed; None where it is not stated or only a person can say."""
        if not self.fields:
            return _NOT_ASKED
        if studied is None or not studied.strip():
            return _NOT_KNOWN
        known = self._answers.get(studied)
        if known is None:
            ruling = self.ruled.get(field_key(studied)) if self.ruled else None
            known = self._judge(studied) if ruling is None else _as_ruled(ruling)
            self._answers[studied] = known
        return known

    def of_branch(self, fields: tuple[str, ...], *, is_open: bool) -> ListedFields:
        """Return the fields of one branch, prepared once: its own where it has any.

        Where it `is_open` whether the branch asks for them, a person rules on a field that is not listed.
        """
        known = self._branches.get((fields, is_open))
        if known is None:
            known = ListedFields(fields or self.fields, self.related or is_open, self.ruled)
            self._branches[fields, is_open] = known
        return known

    def _judge(self, wording: str) -> FieldMatch:
        """Compare words: all of a listed field's words, or at least two of its words and no others, match.

        A field in another script than the listed ones cannot be compared: a person reads it.
        """
        studied = _key(wording)
        if not studied or _is_latin(wording) != any(map(_is_latin, self.fields)):
            return _NOT_KNOWN
        for name, key in self._keys:
            if key <= studied or (studied <= key and len(studied) >= _FEW):
                return FieldMatch(truth=True, listed=name)
        close = _first(name for name, key in self._keys if studied <= key)
        if close is not None:
            return FieldMatch(None, close)
        return FieldMatch(None if self.related else False)


def _is_latin(text: str) -> bool:
    return _LATIN.search(fold(text)) is not None


def _as_ruled(ruling: FieldRuling) -> FieldMatch:
    """Return what a person ruled on a field."""
    return FieldMatch(ruling.related, ruling.field if ruling.related else None, ruling.by or "a person")


def _first(names: Iterable[str]) -> str | None:
    return next(iter(names), None)
