"""Keys under which candidates who may be the same person meet; only those who share one are compared."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class KeyKind(IntEnum):
    """What a key was made of; the lowest three bits of a key tell it."""

    MAIL = 0
    PHONE = 1
    LETTERS = 2
    """All letters of the name, sorted: order and blanks do not count."""
    SOUND = 3
    """The consonants of every word, the words sorted: spellings of one pronunciation meet."""
    WORD = 4
    """One word whole and the first letter of another: initials and a mistyped word meet."""
    BONES = 5
    """All consonants of a Latin name, sorted: meets the same name in another script."""
    BONES_ELSEWHERE = 6
    """All consonants of a name in another script, sorted."""


_BITS: Final = 3
_MASKED: Final = re.compile(
    r"(?:^|[.@])(?:indeedemail\.com|privaterelay\.appleid\.com|reply\.linkedin\.com|applytojob\.com"
    r"|candidates\.workablemail\.com|mail\.welcometothejungle\.com|users\.noreply\.github\.com"
    r"|relay\.firefox\.com|mozmail\.com|duck\.com|anonaddy\.[a-z]+|simplelogin\.[a-z]+)$"
)
"""Hosts that give a person another address for every application."""
_OFFICES: Final = frozenset(
    [
        "info",
        "noreply",
        "no-reply",
        "donotreply",
        "jobs",
        "job",
        "hr",
        "rh",
        "office",
        "contact",
        "admin",
        "recruitment",
        "recrutement",
        "careers",
        "career",
        "cv",
        "applications",
        "candidates",
        "mail",
        "email",
    ]
)
"""What stands before the @ of addresses that belong to nobody in particular."""
_DOTS_DO_NOT_COUNT: Final = frozenset(("gmail.com", "googlemail.com"))
_DIGITS_THAT_COUNT: Final = 9
"""The last digits of a phone number, without what differs between national and international writing."""
_FEWEST_DIGITS: Final = 7
_NOT_A_DIGIT: Final = re.compile(r"\D")
PARTICLES: Final = frozenset(
    [
        "al",
        "el",
        "l",
        "ben",
        "bin",
        "ibn",
        "bn",
        "bint",
        "bnt",
        "abu",
        "bou",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "la",
        "le",
        "les",
        "du",
        "des",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "y",
        "e",
        "wa",
        "ould",
        "ait",
    ]
)
"""Words of a name that many bear and that are written, joined or left out at will."""
_MOST_WORDS: Final = 4
_SPELLINGS: Final = {
    "s": ("chtch", "shch", "sch", "tch", "sh", "ch", "cz", "sz", "ts", "tz", "z"),
    "k": ("dzh", "zh", "dj", "kh", "gh", "ck", "q", "c", "g", "j"),
    "ks": ("x",),
    "f": ("ph",),
    "t": ("th",),
    "d": ("dh",),
    "b": ("p",),
    "u": ("ou",),
}
_SOUNDS: Final = sorted(
    ((written, heard) for heard, spellings in _SPELLINGS.items() for written in spellings),
    key=lambda pair: -len(pair[0]),
)
"""Spellings of consonants in romanised names, longest first, to one letter each."""
_SOFT_C: Final = re.compile("c(?=[eiy])")
_FINAL_OFF: Final = re.compile("o(?:ff?|w)$")
_DOUBLE: Final = re.compile(r"(.)\1+")
_SOFT: Final = str.maketrans("", "", "aeiouywvh")


def mail_of(address: str) -> str | None:
    """Return an address as one person's: without case, dots and tags that do not count; None if it is masked.

    An address that a job site made up, or that belongs to an office, tells nothing about a person.
    """
    local, at, host = fold(address).rpartition("@")
    if not at or not local or "." not in host or _MASKED.search(host) or local in _OFFICES:
        return None
    local = local.partition("+")[0]
    if host in _DOTS_DO_NOT_COUNT:
        local = local.replace(".", "")
    return f"{local}@{host}" if local else None


def is_masked(address: str) -> bool:
    """Tell whether a job site made the address up to keep the person's own one to itself."""
    return bool(_MASKED.search(fold(address).rpartition("@")[2]))


def phone_of(number: str) -> str | None:
    """Return the digits of a phone number that count; None where there are too few."""
    digits = _NOT_A_DIGIT.sub("", number)
    return digits[-_DIGITS_THAT_COUNT:] if len(digits) >= _FEWEST_DIGITS else None


@lru_cache(maxsize=65536)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without particles, as long as two words stay."""
    kept = tuple(word for word in words if word not in PARTICLES)
    return kept if len(kept) > 1 else words


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the consonants of a romanised word, one letter for all spellings of a sound."""
    word = _FINAL_OFF.sub("ov", _SOFT_C.sub("s", word))
    word = _DOUBLE.sub(r"\1", word)
    for written, heard in _SOUNDS:
        if written in word:
            word = word.replace(written, heard)
    return _DOUBLE.sub(r"\1", word.translate(_SOFT)) or word[:1]


def kind_of(key: int) -> KeyKind:
    """Return what a key was made of."""
    return KeyKind(key & ((1 << _BITS) - 1))


def counterpart(key: int) -> int | None:
    """Return the key under which the same name in the other script is kept; None for other kinds."""
    kind = kind_of(key)
    if kind is KeyKind.BONES:
        return key - kind + KeyKind.BONES_ELSEWHERE
    if kind is KeyKind.BONES_ELSEWHERE:
        return key - kind + KeyKind.BONES
    return None


def keys_of(
    words: tuple[str, ...], mails: Iterable[str], phones: Iterable[str], *, other_script: bool
) -> frozenset[int]:
    """Return the keys of one candidate as signed numbers of 64 bits.

    Args:
        words: The name's words in Latin letters, in any order.
        mails: Addresses as they stand on file.
        phones: Numbers as they stand on file.
        other_script: Whether the name is written in other than Latin letters.
    """
    found = {_key(KeyKind.MAIL, mail) for address in mails if (mail := mail_of(address))}
    found |= {_key(KeyKind.PHONE, digits) for number in phones if (digits := phone_of(number))}
    whole = core(words)
    if not whole:
        return frozenset(found)
    found.add(letters_key(words))
    bones = "".join(sorted("".join(map(sound, whole))))
    kind = KeyKind.BONES_ELSEWHERE if other_script else KeyKind.BONES
    found.add(_key(KeyKind.BONES, bones) - KeyKind.BONES + kind)
    long = [word for word in whole if len(word) > 1]
    if len(long) > 1:
        found.add(_key(KeyKind.SOUND, "|".join(sorted(map(sound, long)))))
    few = whole if len(whole) <= _MOST_WORDS else (*whole[: _MOST_WORDS - 1], whole[-1])
    for place, word in enumerate(few):
        if len(word) > 1:
            initials = {_initial(other) for n, other in enumerate(few) if n != place}
            found |= {_key(KeyKind.WORD, f"{word}|{initial}") for initial in initials}
    return frozenset(found)


def letters_key(words: tuple[str, ...]) -> int:
    """Return the key of a whole name, by which its bearers are counted."""
    return _key(KeyKind.LETTERS, "".join(sorted("".join(core(words)))))


def _initial(word: str) -> str:
    """Return the first letter of a word, with those that romanisation takes for one another as one."""
    return {"c": "k", "q": "k", "g": "k", "j": "k", "y": "i"}.get(word[0], word[0])


def _key(kind: KeyKind, text: str) -> int:
    """Return a number of 64 bits for a text, with its kind in the lowest ones."""
    number = int.from_bytes(blake2b(text.encode(), digest_size=8, person=b"person").digest(), signed=True)
    return (number >> _BITS << _BITS) + kind
