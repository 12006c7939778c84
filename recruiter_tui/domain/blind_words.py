"""The words and patterns by which blind reading knows what tells who somebody is, in four languages.

Every pattern is bounded, so that a text takes time linear in its length.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

HIDDEN: Final = "hidden in blind reading"
NAME, PRONOUN, CONTACT, GENDER, NATIONALITY, BIRTH = (
    "[name]",
    "[pronoun]",
    "[contact]",
    "[gender]",
    "[nationality]",
    "[birth]",
)
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Signs that hide inside a word without showing: soft hyphens, joiners, marks of direction."""
WORD = re.compile(f"[^\\W_]+(?:[\u0300-\u036f{_INVISIBLE}]+[^\\W_]*)*")
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
PARTS = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""The words inside a word that was glued: `CvAminaHADDAD`."""
SPACED = re.compile("(?<!\\w)[^\\W\\d_](?: [^\\W\\d_]){2,40}(?!\\w)")
"""Letters with blanks between them, as headings are spread: `A M I N A`."""
BROKEN = re.compile("([^\\W\\d_]{1,40})[-\u2010\u00ad][ \\t]{0,3}\\n[ \\t]{0,20}([^\\W\\d_]{1,40})")
"""A word that was divided at the end of a line."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
PRONOUNS: Final = frozenset(
    (
        *("he", "him", "his", "himself", "she", "her", "hers", "herself"),
        *("il", "elle", "él", "ella", "ele", "ela", "dele", "dela", "nele", "nela"),
    )
)
GENDERS: Final = frozenset(
    re.findall(
        r"\S+",
        """male female man woman masculin féminin feminin homme femme masculino masculina femenino femenina
        feminino feminina hombre mujer homem mulher mrs miss monsieur madame mademoiselle mme mlle señor
        señora señorita senhor senhora sra srta née husband wife époux épouse esposo esposa marido
        lady gentleman boy girl garçon fille""",
    )
)
ADDRESSES: Final = frozenset({"Mr", "Ms", "MR"})
BEFORE_NAMES: Final = frozenset({"M", "MS", "Sr", "SR", "Sra", "D", "Don", "Doña", "Dña", "Dom", "Dona"})
"""Forms of address that mean something else unless a name follows."""
_DAYS = r"\d{1,4}(?:[ ./-]{1,3}(?:de )?\w{1,10}\.?[ ./-]{1,3}(?:de )?\d{1,4})?"
_LABELS_OF_BIRTH = (
    r"(?<!\w)(?:d\.?\s?o\.?\s?b|date of birth|birth ?da(?:te|y)|place of birth|born|née?|né\(e\)"
    r"|date de naissance|lieu de naissance|fecha de nacimiento|lugar de nacimiento|nacid[oa]|nascid[oa]"
    r"|data de nascimento|local de nascimento|année de naissance|year of birth)(?!\w)"
)
CONTACTS = (
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}"),
    re.compile(r"(?<![\w@.])@\w{2,40}"),
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64} ?[\[(] ?at ?[\])] ?[\w.-]{1,64}"
               r"(?: ?[\[(] ?dot ?[\])] ?\w{2,10})?"),
    re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,300}", re.IGNORECASE),
    re.compile(r"(?<![\w.])(?:[\w-]{1,40}\.){0,3}(?:linkedin|github|facebook|instagram|twitter|skype)"
               r"\.\w{2,6}/[^\s<>\"]{1,200}", re.IGNORECASE),
    re.compile(r"(?<!\w)\+\d[\d\s().-]{5,20}\d"),
    re.compile(r"(?<!\w)(?:tel|phone|mobile|cell|fax|whatsapp|skype|téléphone|teléfono|móvil|telefone|celular)"
               r"\.?\s{0,3}[:.]?\s{0,3}[^\s,;]{1,60}(?:[ \d().+-]{0,24}\d)?", re.IGNORECASE),
    re.compile(r"(?<!\w)(?:(?:home |postal |permanent |present )?address|adresse|dirección|domicilio|domicile"
               r"|endereço|morada) ?:[^\n;|]{1,120}", re.IGNORECASE),
)  # fmt: skip
BIRTHS = (
    re.compile(_LABELS_OF_BIRTH + r"[^\n;|]{0,60}", re.IGNORECASE),
    re.compile(_LABELS_OF_BIRTH + r"[\s:;|]{1,10}" + _DAYS, re.IGNORECASE),
    re.compile(
        r"(?<!\w)(?:aged?|âge|âgée?(?: de)?|edad|idade)(?!\w)\s{0,3}[:=]?\s{0,3}\d{1,3}"
        r"(?:\s(?:years?|yrs?|ans|años|anos)(?!\w))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)\d{1,3}[ -]?(?:years?|yrs?)[ -]?old(?!\w)|(?<!\w)\d{2} ?y/?o(?!\w)"
        r"|(?<!\w)\d{1,3} (?:años de edad|anos de idade|ans d'âge|ans révolus)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:j['\u2019]ai|tengo|tenho|i am|i['\u2019]m) \d{2} (?:ans|años|anos)(?! d['\u2019e])(?!\w)"
        r"|(?<!\w)i(?: am|['\u2019]m) \d{2}(?= ?[.,;)\n])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|(?<=[,;|(·\n]))[ \t]{0,3}\d{2} (?:ans|años|anos)[ \t]{0,3}(?=$|[,;|).·\n])", re.IGNORECASE
    ),
)
NATIONALITIES = (
    re.compile(
        r"(?<!\w)(?:nationalit(?:y|ies|és?)|nacionalidad(?:e|es)?|citizenships?|citoyenneté|ciudadanía|cidadania"
        r"|passport|passeport|pasaporte|passaporte)(?: ?\(\w{1,4}\))? ?[:=] ?([^\n;|,.]{1,60})",
        re.IGNORECASE,
    ),
    re.compile("[\U0001f1e6-\U0001f1ff]{2}"),
)
"""Labelled nationalities, also those written as codes, and flags; a group is what goes, else everything."""
GENDER_PHRASES = (
    re.compile(
        r"(?<!\w)(?:gender|sex|sexe|sexo|género|gênero|genre|civilité) ?[:=/] ?(\w{1,20})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:(?:mother|father) of|(?:mère|père) d[e'\u2019]|(?:madre|padre) de|(?:mãe|pai) de"
        r"|(?:maternity|paternity) leave|congé (?:de )?(?:maternité|paternité)"
        r"|licencia (?:de |por )?(?:maternidad|paternidad)|licença[- ](?:maternidade|paternidade))(?!\w)",
        re.IGNORECASE,
    ),
)
LANGUAGES = re.compile(
    r"language|langue|idioma|língua|lengua|fluent|courant|fluid|fluente|bilingu|toefl|ielts|delf|dalf|dele"
    r"|(?<!\w)[abc][12](?!\w)|proficien|mother tongue|native speaker|level|niveau|nivel|nível"
    r"|spoken|written|translat",
    re.IGNORECASE,
)
_MONTHS: Final = (
    ("jan", "janv", "janvier", "january", "ene", "enero", "janeiro"),
    ("feb", "fév", "févr", "février", "february", "febrero", "fev", "fevereiro"),
    ("mar", "mars", "march", "marzo", "março"),
    ("apr", "avr", "avril", "april", "abr", "abril"),
    ("may", "mai", "mayo", "maio"),
    ("jun", "juin", "june", "junio", "junho"),
    ("jul", "juil", "juillet", "july", "julio", "julho"),
    ("aug", "août", "august", "ago", "agosto"),
    ("sep", "sept", "septembre", "september", "septiembre", "set", "setembro"),
    ("oct", "octobre", "october", "octubre", "out", "outubro"),
    ("nov", "novembre", "november", "noviembre", "novembro"),
    ("dec", "déc", "décembre", "december", "dic", "diciembre", "dez", "dezembro"),
)


@lru_cache(maxsize=4)
def by_first_word(words: Collection[str]) -> Mapping[str, list[tuple[str, ...]]]:
    """Return phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        parts = tuple(WORD.findall(phrase))
        if parts:
            found.setdefault(parts[0], []).append(parts)
    for phrases in found.values():
        phrases.sort(key=len, reverse=True)
    return found


def unspaced(names: Iterable[str]) -> list[re.Pattern[str]]:
    """Return what finds names in scripts that write without blanks, wherever they stand in a line.

    Of a name of three or four signs the given name alone is found as well: its last two.
    """
    whole = {part for name in names for part in name.split() if _UNSPACED.search(part)}
    given = {part[-2:] for part in whole if len(part) in _WITH_FAMILY and _UNSPACED.search(part[-2:])}
    return [re.compile(r"[ \u3000]?".join(map(re.escape, part))) for part in sorted(whole | given)]


_WITH_FAMILY: Final = (3, 4)


def digits(phone: str) -> list[re.Pattern[str]]:
    """Return what finds a phone number however its digits are grouped, also without the country's prefix."""
    found = re.sub(r"\D", "", phone)
    if len(found) <= _FEWEST:
        return []
    grouped = r"[\s().\-/]{0,3}".join
    whole = re.compile(r"(?:\+|(?<!\d)00)?\(?" + grouped(found))
    if len(found) < _LOCAL:
        return [whole]
    return [
        whole,
        re.compile(r"(?<!\d)(?:\(?0\)?[\s.-]?)?(?:\d[\s().\-/]{0,3}){0,3}" + grouped(found[-_LOCAL:])),
    ]


_FEWEST: Final = 3
_LOCAL: Final = 8
"""Digits at the end of a number that stay the same, whatever prefix is dialled before them."""


def birthdays(day: str) -> list[re.Pattern[str]]:
    """Return what finds a date of birth in the ways in which people write one; nothing for none."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", day)
    if found is None:
        return []
    year, month, number = found[1], int(found[2]), int(found[3])
    if not 1 <= month <= len(_MONTHS):
        return []
    gap, names = r"[ ./-]{1,2}", "|".join(_MONTHS[month - 1])
    months = rf"(?:0?{month}|(?:{names})\.?)"
    the_day, the_year = rf"0?{number}(?:st|nd|rd|th|er|º)?", rf"(?:{year}|{year[2:]})"
    de = rf"(?:{gap}(?:de |of |del )?|, ?)"
    return [
        re.compile(rf"(?<!\d){the_day}{de}{months}{de}{the_year}(?!\d)", re.IGNORECASE),
        re.compile(rf"(?<!\w){months}{gap}{the_day}{de}{the_year}(?!\d)", re.IGNORECASE),
        re.compile(rf"(?<!\d){year}(?:{gap})?{months}(?:{gap})?{the_day}(?!\d)", re.IGNORECASE),
    ]
