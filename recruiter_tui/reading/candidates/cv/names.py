# ruff: noqa: E501 - word lists are read as blocks
"""The name in a CV: behind its label, else the likeliest of the lines that could be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.text import clean, fold
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.headings import ALL_WORDS, section_named
from recruiter_tui.reading.candidates.cv.labels import is_label, is_name_label, label_of, labelled
from recruiter_tui.reading.candidates.cv.lexicon import OF_THE_PERSON, Section
from recruiter_tui.reading.candidates.cv.lines import unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.reading.candidates.cv.lines import Line

_Pair = tuple[str, str, Span]
"""A label, what stands behind it, and where."""
_LONGEST_NAME: Final = 60
_FIRST_LINES: Final = 15
_FIRST_TWO: Final = 2
_MOST_WORDS: Final = 5
"""Words of a name, small ones like `de la` not counted."""
_MOST_PARTICLES: Final = 3
_MOST_LINES_ABOVE: Final = 80
_SURE: Final = 1.9
"""What a name weighs at the least that the mail address repeats."""
_IN_A_MAIL: Final = 2.0
"""What a name weighs at the least that the mail address repeats on the first lines."""
_SHORTEST_IN_A_MAIL: Final = 4
_PICTURES = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]+")
_CELLS = re.compile(r" {2,}| \| ")
_COLON = re.compile(r":(?:[ \t]|$)")
_TITLED = re.compile(
    r"^(?:(?:hi|hello|hey|hola|bonjour|salut|ol\u00e1|oi)[,! ]+)?"
    r"(?:i['\u2019]?a?m|my name is|je suis|je m['\u2019]appelle|soy|me llamo|sou|eu sou) (?=[^\W\d_])"
    r"|^(?:(?:curriculum(?: vitae)?|hoja de vida|curr[i\u00ed]culo|resume|cv|r\u00e9sum\u00e9)"
    r"(?: (?:of|de|for))?[ :\u2013\u2014-]+)"
    r"|^(?:(?:Lt|Col|Maj|Capt|Gen|Brig|Cdr|Sgt|Rear|Adm|Lieutenant|Colonel|Major|Captain|Commander|Sir|Dame)\.? )+"
    r"(?:\((?:ret|rtd)[^()]{0,6}\) )?"
    r"|^(?:(?:mr|mrs|ms|miss|dra?|prof|eng|engr|ing|arch|arq|mme|mlle|m|sra?|dipl|rev|hon|lic|mtr[oa]|abog|adv)\. ?"
    r"|(?:Dra?|Ing|Prof|Mr|Mrs|Ms|Mme|Mlle|Miss|Madame|Monsieur|Se\u00f1ora?|Engr|Professor|Doctor|Docteur|PROFESSOR|DOCTOR|MME|DR"
    r"|MR|MRS|MS) (?=[A-Z]))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:['\u2019]s)? (?:cv|resume|r\u00e9sum\u00e9|curriculum vitae)$"
    r"|,? ?\(?\b"
    r"(?:ph\.?d|mba|m\.?sc|b\.?sc|pmp|cpa|md|msc|esq|llm|jr|sr|he/him|she/her|they/them)\b\.?\)?.*$",
    re.IGNORECASE,
)
_LETTERS_BEHIND = re.compile(
    r"(?:,? (?:[MAF]?CIPD|[AF]CCA|AC[AI]S?|FCA|CFA|CIA|CISA|CISSP|CIMA|CPA|CPIM|PMP|PMI|MBA|EMBA|MPH|MPA|MPP|MSc|BSc|RN|BSN|RGN"
    r"|P\.?E(?:ng)?|C\.?Eng|M(?:ICE|IET|RICS|RIBA|CIM|CIPS)|FRICS|FRSA|OBE|MBE|CBE|S?PHR|SHRM(?:-S?CP)?|PRINCE2|LEED(?: AP)?|AICP|AIA"
    r"|FRS[EC]?|FBA|FREng|FRGS|LCSW|LMSW|CNA|CFE|ACA|JD|LLB|LLM|MD|DDS|DVM|PhD|DPhil|EdD|M\.?A|B\.?A))+$"
)
_NICKNAME = re.compile(r" [\"\u201c\u201d\u00ab'\u2018][^\W\d_]{2,20}[\"\u201c\u201d\u00bb'\u2019](?= )")
"""What friends say, between given and family name."""
_PARTICLES: Final = lexicon.words_of(
    "de|da|do|dos|das|del|la|le|van|von|der|den|bin|ibn|al|el|y|e|di|ter|ben|abu|du|st|los|las|ould"
    "|mint|bint|ag|zu|af|av|bint|binti|wa|o|'t|ap|ab|nic|mac|ua|och|und|zum|op|auf"
)
"""Small words within names."""
_CUTS: Final = (" | ", " \u2013 ", " \u2014 ", " - ", " \u2022 ", " \u00b7 ", "  ", " / ", ", ", " (", " <")


def name(lines: list[Line], addresses: tuple[Stated[str], ...]) -> Stated[str]:
    """Return the name: behind its label, else the likeliest of the first lines, else nothing."""
    pairs = _pairs(lines)
    given, family = _given(pairs), _family(pairs)
    for label, value, span in pairs:
        if (
            is_name_label(label)
            and (shown := _of_label(value))
            and not (given and family and " " not in shown)
        ):
            return Stated.known(shown, span, text=value)
    if given and family:
        return Stated.inferred(
            f"{given[0]} {family[0]}", given[1], why="put together from given and family name"
        )
    local = [fold(address.value or "").partition("@")[0] for address in addresses]
    found = [
        (score, shown)
        for score, shown in _among_the_first(lines, local)
        if score >= _IN_A_MAIL or not _names_employer(shown.value or "")
    ]
    if not found or max(score for score, _ in found) < _SURE:
        found += _in_the_mail(lines, local)
    return max(found, key=lambda each: each[0])[1] if found else Stated.missing()


def _names_employer(shown: str) -> bool:
    """Tell whether a word of employers is among the words: `Harbour Agency` is no person."""
    return any(fold(word).strip(".,'") in lexicon.ORGANISATIONS for word in shown.split())


def given_and_family(lines: list[Line]) -> tuple[Stated[str], Stated[str]]:
    """Return given and family name where the CV labels them, or writes `FAMILY, Given` behind a label."""
    pairs = _pairs(lines)
    values = [_labelled_text(pairs, labels) for labels in (lexicon.GIVEN_LABELS, lexicon.FAMILY_LABELS)]
    if not any(values):
        for label, value, span in pairs:
            family, comma, given = value.partition(", ")
            if is_name_label(label) and comma and _of_label(value) == f"{given} {family}":
                values = [(given, span), (family, span)]
    given_name, family_name = (Stated.known(*value) if value else Stated[str].missing() for value in values)
    return given_name, family_name


def _pairs(lines: list[Line]) -> list[_Pair]:
    """Return what stands behind labels where the person is told of."""
    found: list[_Pair] = []
    told = [line for line in lines if line.section in OF_THE_PERSON and not line.is_blank]
    for at, line in enumerate(told):
        found += labelled(line)
        after = told[at + 1] if at + 1 < len(told) else None
        if after and is_label(line.text) and not is_label(after.text) and not any(labelled(after)):
            found.append((label_of(line.text), after.text, after.span))  # boxes hold their label above
    return found


def _given(pairs: list[_Pair]) -> tuple[str, Span] | None:
    """Return the given names behind their label; `Nombre` means them where surnames have a label of their own."""
    named = _labelled_text(pairs, lexicon.GIVEN_LABELS)
    has_family = _labelled_text(pairs, lexicon.FAMILY_LABELS) is not None
    return named or (_labelled_text(pairs, _GIVEN_BESIDE) if has_family else None)


def _family(pairs: list[_Pair]) -> tuple[str, Span] | None:
    """Return the family names behind their labels; `Nom` means them where given names have a label of their own."""
    named = _labelled_text(pairs, lexicon.FAMILY_LABELS)
    if named is None and _labelled_text(pairs, lexicon.GIVEN_LABELS):
        named = _labelled_text(pairs, _FAMILY_BESIDE)
    second = _labelled_text(pairs, _SECOND_FAMILY)
    return (f"{named[0]} {second[0]}", named[1]) if named and second else named


_GIVEN_BESIDE: Final = frozenset(("nombre", "nome"))
_FAMILY_BESIDE: Final = frozenset(("nom", "name"))
_SECOND_FAMILY: Final = frozenset(("segundo apellido", "second surname"))


def _labelled_text(pairs: list[_Pair], labels: frozenset[str]) -> tuple[str, Span] | None:
    """Return the first value behind one of the labels."""
    return next(((value, span) for label, value, span in pairs if label in labels), None)


def _of_label(value: str) -> str | None:
    """Return the name behind a label; one word will do there, and `FAMILY, Given` is turned."""
    family, comma, given = value.partition(", ")
    if comma and as_name(f"{given} {family}") == f"{given} {family}":
        return f"{given} {family}"
    word = value.strip()
    if (
        " " not in word
        and word.isalpha()
        and not word.islower()
        and len(word) > 1
        and fold(word) not in lexicon.NOT_A_NAME
    ):
        return word
    return as_name(value)


def _among_the_first(lines: list[Line], local: list[str]) -> Iterator[tuple[float, Stated[str]]]:
    """Yield the first lines that could be a name with their weight."""
    first = [each for each in lines if not each.is_blank][:_FIRST_LINES]
    for number, line in enumerate(first):
        if line.section not in OF_THE_PERSON and number > 1:
            break
        text = line.text
        if text.endswith("-") and number + 1 < len(first):
            text += first[number + 1].text  # a name that is parted at the end of a line
        if (
            shown := as_name(text)
            or _single(text, local)
            or (_small(text, local) if number < _FIRST_TWO else None)
        ):
            yield _score(shown, number, local), Stated.known(shown, line.span)
        for cell in _CELLS.split(text)[1:]:
            if (shown := as_name(cell)) and (score := _score(shown, number, local)) >= _SURE:
                yield score - 1, Stated.known(shown, line.span)
        if number + 1 < len(first) and (shown := _of_two_lines(line, first[number + 1])):
            span = Span(line.span.start, first[number + 1].span.end)
            yield _score(shown, number, local), Stated.known(shown, span)


def _small(text: str, local: list[str]) -> str | None:
    """Return a name that is written without capitals, of which the mail address has to repeat a word."""
    words = [word.strip(".,") for word in text.split() if len(word) >= _SHORTEST_IN_A_MAIL]
    known = text.islower() and any(fold(word) in part for word in words for part in local)
    return as_name(text.title().replace(". ", " ")) if known else None


def _of_two_lines(line: Line, after: Line) -> str | None:
    """Return a name whose given and family name stand in two lines, a word each."""
    words = (unspaced(line.text), unspaced(after.text))
    if not all(word.replace("-", "").isalpha() and word[:1].isupper() for word in words):
        return None
    return as_name(" ".join(words))


def _single(text: str, local: list[str]) -> str | None:
    """Return a name of one word, which the mail address has to repeat."""
    word = _TITLED.sub("", unspaced(text.strip()))
    if not word.isalpha() or not word[:1].isupper() or len(word) < _SHORTEST_IN_A_MAIL:
        return None
    small = fold(word)
    known = small in lexicon.NOT_A_NAME or small in ALL_WORDS or small in lexicon.TITLES
    return word if not known and any(small in part for part in local) else None


def _in_the_mail(lines: list[Line], local: list[str]) -> Iterator[tuple[float, Stated[str]]]:
    """Yield a line further down whose words the mail address repeats: some CVs begin with a side column."""
    for line in [each for each in lines if not each.is_blank][:_MOST_LINES_ABOVE]:
        shown = as_name(line.text) if len(line.text) <= _LONGEST_NAME else None
        words = [word for word in re.split(r"[\s.'-]+", fold(shown or "")) if len(word) > 1]
        if len(words) > 1 and any(all(word in part for word in words) for part in local):
            yield _SURE, Stated.known(shown or "", line.span)


def _score(shown: str, number: int, local: list[str]) -> float:
    """Weigh a candidate for the name: early lines and words that occur in the mail address count."""
    words = [word for word in re.split(r"[\s.'-]+", fold(shown)) if len(word) > 1]
    in_mail = any(word in part for word in words for part in local)
    return (2.0 if in_mail else 0.0) + (1.0 if len(words) > 1 else 0.0) - number / 5


def as_name(text: str) -> str | None:
    """Return the name that a line consists of or begins with, or None."""
    text = _TITLED.sub("", unspaced(_without_heading(text.strip())))
    if _COLON.search(text):
        return None
    for cut in _CUTS:
        text = text.partition(cut)[0]
    text = _LETTERS_BEHIND.sub("", _TRAILING.sub("", _NICKNAME.sub("", text))).strip(" ,;:|*#\u2013\u2014-")
    text = _PICTURES.sub("", text).strip()
    words = text.split()
    folded = [fold(word).strip(".,'") for word in words]
    small = sum(word in _PARTICLES for word in folded)
    if not 1 < len(words) <= _MOST_WORDS + min(small, _MOST_PARTICLES) or len(text) > _LONGEST_NAME:
        return None
    if any(
        word in lexicon.NOT_A_NAME or word in lexicon.TITLES or word in lexicon.SCHOOLS for word in folded
    ):
        return None
    if section_named(text) or is_label(text) or all(word in ALL_WORDS for word in folded):
        return None
    return clean(text) if all(map(_is_word_of_a_name, words, folded)) else None


def _is_word_of_a_name(word: str, small: str) -> bool:
    """Tell whether a word is of letters and begins with a capital, if it is not one like `de`."""
    if not all(
        sign.isalpha() or sign in "'.\u2019-\u02bc\u00b7" or (not sign.isascii() and not sign.isdigit())
        for sign in word
    ):
        return False
    return not word[:1].islower() or small in _PARTICLES or small.startswith(("al-", "el-", "d'"))


def _without_heading(text: str) -> str:
    """Return a line without the heading that stands before its name: `PERSONAL INFORMATION  Ann Lee`."""
    words = text.split()
    for count in (2, 3):
        rest = words[count:]
        if len(rest) > 1 and section_named(" ".join(words[:count])) is Section.PERSON:
            return " ".join(rest)
    return text
