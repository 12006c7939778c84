"""Who may come in: whoever holds the address that was printed, once; from then on that browser alone."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOPBACK: Final = "127.0.0.1"
_NAMES: Final = (LOOPBACK, "localhost")
_BYTES: Final = 32
_LONGEST: Final = 200


class Answer(Enum):
    """What the gate says to a request."""

    LET_IN = "the token of the address: it is spent now, the cookie stands for it"
    KNOWN = "the cookie"
    REFUSED = "neither, or from another site"


@dataclass(slots=True)
class Gate:
    """The door of one run: one token, one cookie, one port."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))
    spent: bool = False
    """Whether the token was used; it opens once."""

    @property
    def address(self) -> str:
        """Return the address to open, with the token."""
        return f"http://{LOOPBACK}:{self.port}/?token={self.token}"

    @property
    def cookie_name(self) -> str:
        """Return the cookie's name; cookies know no ports, so the name does."""
        return f"recruiter_tui_{self.port}"

    def answer(
        self,
        headers: Mapping[str, str],
        cookies: Mapping[str, str],
        token: str | None,
        *,
        socket: bool = False,
    ) -> Answer:
        """Say whether a request may come in; a `socket` must say that our own page opens it."""
        if not self._is_here(headers.get("Host", "")) or not self._is_ours(headers, asked=socket):
            return Answer.REFUSED
        if _same(cookies.get(self.cookie_name, ""), self.cookie):
            return Answer.KNOWN
        if not socket and not self.spent and _same(token or "", self.token):
            self.spent = True
            return Answer.LET_IN
        return Answer.REFUSED

    def _is_here(self, host: str) -> bool:
        """Tell whether the browser itself believes to speak with this machine; a rebound name does not."""
        return host in {f"{name}:{self.port}" for name in _NAMES}

    def _is_ours(self, headers: Mapping[str, str], *, asked: bool) -> bool:
        """Tell whether a page of ours asks; browsers say where a socket comes from, and mostly the rest."""
        origin = headers.get("Origin")
        if origin is None:
            return not asked
        return origin == f"http://{headers.get('Host', '')}"


def _same(given: str, wanted: str) -> bool:
    """Compare without telling by the time it takes how much was right."""
    return hmac.compare_digest(given[:_LONGEST].encode("utf-8", "replace"), wanted.encode())
