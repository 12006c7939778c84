"""Addresses in papers: found for showing and asking, never followed by the program itself."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

LONGEST: Final = 2_000
MOST: Final = 50
"""Addresses of one person that are offered; more are no longer a choice."""
_ADDRESS: Final = re.compile(rf"https?://[^\s<>\"{{}}|\\^`\x00-\x20\x7f-\xa0]{{1,{LONGEST}}}", re.IGNORECASE)
_HOST: Final = re.compile(r"[^\W_](?:[\w.-]{0,251}[^\W_])?")
_AFTER: Final = ".,;:!?'\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}»"


class Link(NamedTuple):
    """An address as it is written, and where it leads."""

    url: str
    host: str
    """The host in the letters that the network uses; `xn--…` where it is written in others."""


def links(text: str) -> tuple[Link, ...]:
    """Return the addresses of web pages in a text, each once, in their order; others are no links here.

    An address with a name or password before its host is left out: it is made to be misread.
    """
    found: dict[str, Link] = {}
    for match in _ADDRESS.finditer(text):
        link = _link(match.group())
        if link is not None:
            found.setdefault(link.url, link)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _link(text: str) -> Link | None:
    url = _trimmed(text)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # a bracket that does not close, a port that is no number
        return None
    host = parts.hostname or ""
    if "@" in parts.netloc or not _HOST.fullmatch(host) or port == 0:
        return None
    try:
        return Link(url, host if host.isascii() else host.encode("idna").decode("ascii"))
    except UnicodeError:
        return None


def _trimmed(text: str) -> str:
    """Return an address without the marks of the sentence around it."""
    url = text.rstrip(_AFTER)
    for closing, opening in ((")", "("), ("]", "[")):
        while url.endswith(closing) and url.count(closing) > url.count(opening):
            url = url[:-1].rstrip(_AFTER)
    return url
