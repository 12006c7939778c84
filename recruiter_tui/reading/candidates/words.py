"""Words of tables and CVs that mean something fixed, folded: English, French, Spanish, Portuguese, German."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import DegreeStatus
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    """Return the folded words of a list that `|` sets apart."""
    return frozenset(fold(word) for word in text.split("|"))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words; the longest stands first, so that it wins."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


YES: Final = _words(
    "yes|y|true|1|x|internal|oui|vrai|interne|sí|s|verdadero|interno|interna|sim|verdadeiro|ja|да|نعم|是"
)
NO: Final = _words("no|n|false|0|external|non|faux|externe|falso|externo|externa|não|nein|нет|لا|否")
UNKNOWN: Final = _words("|?|-|unknown|n/a|inconnu|desconocido|desconhecido")
WOMEN: Final = _words(
    "f|w|female|woman|women|femme|féminin|mujer|femenino|feminino|mulher|frau|weiblich|أنثى|женский"
)
MEN: Final = _words("m|male|man|men|homme|masculin|hombre|masculino|homem|mann|männlich|ذكر|мужской")
PAID: Final = _words("paid|rémunéré|pagado|pago|remunerado|remunerada|compensated")
UNPAID: Final = _words("unpaid|volunteer|voluntary|bénévole|voluntario|voluntaria|voluntário|não remunerado")
SHARES: Final = {
    **dict.fromkeys(_words("full time|fulltime|temps plein|tiempo completo|tempo integral"), Fraction(1)),
    **dict.fromkeys(
        _words("half time|halftime|mi temps|medio tiempo|media jornada|meio período"), Fraction(1, 2)
    ),
}
"""Shares of full time by name; hyphens are blanks here."""
STATUSES: Final = {
    **dict.fromkeys(
        _words("completed|obtained|conferred|graduated|obtenu|obtenido|concluido|concluído"),
        DegreeStatus.COMPLETED,
    ),
    **dict.fromkeys(
        _words("expected|in progress|ongoing|current|en cours|en curso|em curso"), DegreeStatus.EXPECTED
    ),
    **dict.fromkeys(
        _words("incomplete|not completed|abandoned|inachevé|incompleto"), DegreeStatus.INCOMPLETE
    ),
    **dict.fromkeys(_words("unknown|"), DegreeStatus.UNKNOWN),
}
NOW: Final = _words(
    "present|the present|now|current|currently|today|ongoing|to date|till date|date|to present|"
    "continuing|continued|continue|"
    "until now|till now|present day|actuel|actuelle|actuellement|aujourd'hui|à ce jour|ce jour|en cours|"
    "à présent|présentement|"
    "presente|el presente|actual|actualidad|la actualidad|actualmente|hoy|la fecha|a la fecha|hasta la fecha|"
    "hasta hoy|en curso|o presente|atual|atualmente|hoje|a data|a presente data|presente data|"
    "data atual|o momento|até o momento|até hoje|momento|até a data|"
    "data|agora|até agora|até ao momento|até ao presente|ao presente|dias atuais|os dias atuais|hoje em dia|"
    "ahora|hasta ahora|hasta el presente|hasta la actualidad|vigente|la presente fecha|maintenant|"
    "jusqu'à présent|jusqu'à ce jour|auj|date actuelle|nos jours|en poste|to now|to the present|to today|"
    "still|still employed|up to now|up to the present|up to present|till present|until present|until today|"
    "todate|en la actualidad|heute|bis heute|jetzt|bis jetzt|aktuell|derzeit|gegenwärtig|laufend|oggi",
)
"""What stands for the end of a job that still goes on."""
MONTHS: Final = {
    fold(word): number
    for number, words in enumerate(
        (
            "January|Jan|janvier|janv|enero|ene|janeiro|Januar|Jänner",
            "February|Feb|février|févr|fév|febrero|fevereiro|fev|Februar",
            "March|Mar|mars|marzo|março|März|Maerz|Mrz",
            "April|Apr|avril|avr|abril|abr",
            "May|mai|mayo|maio",
            "June|Jun|juin|junio|junho|Juni",
            "July|Jul|juillet|juil|julio|julho|Juli",
            "August|Aug|août|agosto|ago",
            "September|Sept|Sep|septembre|septiembre|setiembre|setembro|set",
            "October|Oct|octobre|octubre|outubro|out|Oktober|Okt",
            "November|Nov|novembre|noviembre|novembro",
            "December|Dec|décembre|diciembre|dic|dezembro|dez|Dezember",
        ),
        1,
    )
    for word in words.split("|")
}
"""Month names and their usual short forms to the month's number."""
