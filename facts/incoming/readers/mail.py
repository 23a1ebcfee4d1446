"""Mails saved as files (.eml): the text, what its header says of it, and which files came with it."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import re
from email.message import EmailMessage, Message
from typing import Final

from facts import encoding
from facts.articles.quoted import unquoted
from facts.incoming.document import ConversionError, Document, clean, document_of_text
from facts.incoming.readers.html import read_html

NAMED: Final = 3
"""Attachments that are named."""

_FIELD = rb"[A-Za-z][A-Za-z-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*"
_HEADER: Final = re.compile(rb"(?:" + _FIELD + rb"){2,200}")
_OF_MAIL: Final = re.compile(
    rb"^(?:received: (?:from|by) |return-path: ?<|message-id: ?<|mime-version: ?1\.|dkim-signature: )", re.I | re.M
)
"""What the header of a mail has and no text that is written by hand."""
_HEAD_LINES: Final = (rb"^from:[^\n]*\w@\w", rb"^to:", rb"^subject:", rb"^date:[^\n]*\d\d:\d\d")
"""What it has at least where a program kept nothing else of it; the beginnings of its lines."""
_REPLY: Final = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"^-- \r?$.*", re.MULTILINE | re.DOTALL)

_GREETING: Final = re.compile(
    r"\s*(?:dear|hello|hi|good (?:morning|afternoon|evening|day))\b[^\n.?!]{0,60}[,:!]?[ \t]*\n", re.IGNORECASE
)
_SIGN_OFF: Final = re.compile(
    r"^[ \t]*(?:(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) )?regards|yours (?:sincerely|faithfully|truly)|"
    r"sincerely(?: yours)?|(?:with )?best wishes|many thanks)[,.!]?[ \t]*\n(?:[^\n]*(?:\n|\Z)){0,12}\Z",
    re.IGNORECASE | re.MULTILINE,
)
"""The line that takes leave, and who does, to the end."""
_GAP: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*){2,}(?=\S)|\n[ \t]+\n(?=\S)")
"""What is left where quoted lines stood."""


def is_mail(data: bytes, name: str = "") -> bool:
    """Whether bytes are a mail as programs save it: by its header, or by one and the name of its file."""
    head = _head(data)
    whole = all(re.search(line, head, re.IGNORECASE | re.MULTILINE) for line in _HEAD_LINES)
    named = name.lower().endswith(".eml") and re.search(rb"^from:", head, re.IGNORECASE | re.MULTILINE) is not None
    return whole or named or _OF_MAIL.search(head) is not None


def _head(data: bytes) -> bytes:
    """The lines of the header of a mail, or of what looks like one."""
    header = _HEADER.match(data.lstrip()[:50_000].replace(b"\r\n", b"\n"))
    return header[0] if header is not None else b""


def read_mail(data: bytes) -> Document:
    """Read a mail: its subject is the title, whoever sent it the source. Raises ConversionError."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    # Where it is not in ASCII, as it should be, the library reads it from text alone.
    decoded = encoding.decode(_head(data))
    header = email.message_from_string(decoded[0], policy=email.policy.default) if decoded is not None else message
    part = message.get_body(("plain", "html"))
    if not isinstance(part, EmailMessage):
        raise ConversionError("is a mail without text; save the files that came with it, and add these")
    try:
        text = _text(part)
    except LookupError as error:
        named = clean(part.get_content_charset() or "")
        raise ConversionError(f"names an unknown encoding, “{named}”; save its text as UTF-8, and add that") from error
    title = clean(_REPLY.sub("", str(header["subject"] or ""), count=1)) or None
    source = _source(header)
    day = header["date"].datetime if header["date"] is not None else None
    page = read_html(text.encode()) if part.get_content_type() == "text/html" else None
    own = unquoted(page.text if page is not None else _SIGNATURE.sub("", text.replace("\r\n", "\n")), mail=True)
    begin = greeted.end() if (greeted := _GREETING.match(own.text)) else 0
    told = _GAP.sub("\n\n", _SIGN_OFF.sub("", own.text[begin:])).strip("\n")
    if page is not None:
        document = dataclasses.replace(page, text=told)
    else:
        known = [("Title", title), ("Source", source), ("Date", day.date().isoformat() if day else None)]
        head = "\n".join(f"{name}: {value}" for name, value in known if value)
        document = document_of_text(f"{head}\n\n{told}")
    return dataclasses.replace(
        document,
        title=title or document.title,
        source=own.source or source or document.source,
        date=own.date or (day.date() if day is not None else document.date),
        warnings=(*document.warnings, *_left_out(message)),
    )


def _source(header: Message | EmailMessage) -> str | None:
    """Who sent a mail: a name, else where it came from. What stands before a comma that should stand in quotation marks
    is read as an address without a domain."""
    names = []
    for sender in getattr(header["from"], "addresses", ()):
        names.append(sender.display_name or (sender.username if not sender.domain else ""))
        if sender.domain:
            return clean(", ".join(filter(None, names)) or sender.domain)
    return None


def _text(part: EmailMessage) -> str:
    """The text of a part; in the encoding that it looks like where none is named. Raises LookupError."""
    data = part.get_payload(decode=True) if part.get_content_charset() is None else None
    decoded = encoding.decode(data) if isinstance(data, bytes) else None
    return decoded[0] if decoded is not None else str(part.get_content())


def _left_out(message: EmailMessage) -> list[str]:
    """What is said of the files that came with a mail."""
    names = [clean(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()]
    listed = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    return [f"what came with it is not read ({listed}); save and add it, if it tells more"] if names else []
