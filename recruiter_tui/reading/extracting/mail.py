"""One mail to its sender, its time, its words and its attachments; names of files are words, never paths."""

from __future__ import annotations

import hashlib
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.reading.extracting.unusable import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from email.message import Message

_MOST_PARTS: Final = 200
_LONGEST_HEADER: Final = 2_000
_LONGEST_BODY: Final = 1_000_000
_HEAD: Final = 4096


def message(data: bytes) -> dict[str, Any]:
    """Return what a mail says: sender, ISO time of receipt, subject, body, and its attachments."""
    mail = message_from_bytes(data, policy=policy.compat32)
    name, address = parseaddr(_header(mail, "From"))
    parts = [_described(number, part) for number, part in enumerate(_attachments(mail))]
    return {
        "name": name,
        "address": address,
        "reply_to": parseaddr(_header(mail, "Reply-To"))[1],
        "received": _received(mail),
        "subject": _header(mail, "Subject"),
        "id": _header(mail, "Message-ID").strip(),
        "is_mail": any(mail.get(key) is not None for key in ("From", "Subject", "Date", "Received")),
        "text": _body(mail),
        "parts": parts,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def part_data(data: bytes, number: int) -> bytes:
    """Return the bytes of one attachment."""
    parts = list(_attachments(message_from_bytes(data, policy=policy.compat32)))
    if number >= len(parts):
        problem = "there is no such attachment"
        raise Unusable(problem)
    return _payload(parts[number])


def part_text(data: bytes, number: int, form: str, remarks: list[str]) -> str:
    """Return the text of one attachment; what was left out of it is added to `remarks`."""
    from recruiter_tui.reading.candidates.papers import BINARY, text_of
    from recruiter_tui.reading.extracting.written import text_of as document

    payload = part_data(data, number)
    return document(form, payload, remarks) if form in BINARY else text_of(payload, form, remarks)


def _attachments(mail: Message) -> Iterator[Message]:
    """Yield the parts that are files, those of forwarded mails too; pictures within the text are none."""
    for number, part in enumerate(mail.walk()):
        if number > _MOST_PARTS:
            problem = f"it has more than {_MOST_PARTS} parts"
            raise Unusable(problem)
        if part.is_multipart():
            continue
        kind = part.get_content_maintype()
        named = part.get_filename() is not None
        attached = part.get_content_disposition() == "attachment"
        if attached or (named and kind != "image") or kind == "application":
            yield part


def _described(number: int, part: Message) -> dict[str, Any]:
    """Return an attachment's name, digest, size and form."""
    from recruiter_tui.reading.candidates.papers import form_of

    data = _payload(part)
    name = _decoded(part.get_filename() or "")
    suffix = PurePosixPath(name.replace("\\", "/").rpartition("/")[2][-80:]).suffix
    return {
        "number": number,
        "name": name[:_LONGEST_HEADER],
        "type": part.get_content_type()[:100],
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "form": form_of(suffix, data[:_HEAD]),
    }


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _body(mail: Message) -> str:
    """Return the words of a mail: its plain text, or its web page as text where there is no other."""
    from recruiter_tui.reading.candidates.papers import html_text

    files = {id(part) for part in _attachments(mail)}
    plain: list[str] = []
    pages: list[str] = []
    for part in mail.walk():
        if part.is_multipart() or id(part) in files:
            continue
        if part.get_content_type() == "text/plain":
            plain.append(_text(part))
        elif part.get_content_type() == "text/html":
            pages.append(html_text(_text(part).encode()))
    return "\n\n".join(plain if any(text.strip() for text in plain) else pages)[:_LONGEST_BODY]


def _text(part: Message) -> str:
    """Return a part's text in the encoding that it names, or the likeliest where it names none that fits."""
    from recruiter_tui.reading.text import decode

    data = _payload(part)
    try:
        text = data.decode(part.get_content_charset() or "")
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _header(mail: Message, name: str) -> str:
    return _decoded(str(mail.get(name) or ""))


def _decoded(raw: str) -> str:
    """Return a header's words, encoded ones decoded, on one line."""
    raw = " ".join(raw[:_LONGEST_HEADER].split())
    try:
        return str(make_header(decode_header(raw)))
    except (LookupError, UnicodeError, ValueError):
        return raw


def _received(mail: Message) -> str | None:
    """Return when the last server received the mail, else when the sender says that it was sent."""
    stamps = [str(each).rpartition(";")[2] for each in mail.get_all("Received") or ()][:1]
    for stamp in (*stamps, str(mail.get("Date") or "")):
        try:
            found: datetime = parsedate_to_datetime(stamp.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found.isoformat()
    return None
