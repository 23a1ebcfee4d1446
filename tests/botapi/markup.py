"""Telegram's HTML, read strictly by the rules of https://core.telegram.org/bots/api#html-style.

Stricter than Telegram, which lets a bare `&` or `>` pass: whoever sends one has forgotten to escape.
"""

from __future__ import annotations

import dataclasses
import re

_TYPES = {
    "a": "text_link",
    "b": "bold",
    "blockquote": "blockquote",
    "code": "code",
    "del": "strikethrough",
    "em": "italic",
    "i": "italic",
    "ins": "underline",
    "pre": "pre",
    "s": "strikethrough",
    "strike": "strikethrough",
    "strong": "bold",
    "tg-spoiler": "spoiler",
    "u": "underline",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PIECE = re.compile(r"</(?P<close>[^<>]*)>|<(?P<open>[^<>]*)>|&(?P<reference>[^;&<>\s]*);|(?P<text>[^<>&]+)|(?P<bad>.)")
_TAG = re.compile(r'([a-z-]+)(?:\s+([a-z]+)(?:="([^"]*)")?)?')


class MarkupError(ValueError):
    """The HTML is not what Telegram takes; the message is worded as Telegram's."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entity:
    """One marked-up stretch; offset and length in UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None


@dataclasses.dataclass(slots=True)
class _Open:
    tag: str
    type: str
    offset: int
    url: str | None


def parse_html(html: str) -> tuple[str, tuple[Entity, ...]]:
    """The text without markup, and its entities in the order in which they start. Raises MarkupError."""
    text = ""
    open_tags: list[_Open] = []
    entities: list[Entity] = []
    for piece in _PIECE.finditer(html):
        at = f"at byte offset {len(html[: piece.start()].encode())}"
        kind = piece.lastgroup
        if kind == "text":
            text += piece[0]
        elif kind == "reference":
            text += _character(piece["reference"], at)
        elif kind == "open":
            open_tags.append(_start(piece["open"], open_tags, utf16_units(text), at))
        elif kind == "close":
            if not open_tags or open_tags[-1].tag != piece["close"]:
                raise MarkupError(f'Unexpected end tag "{piece["close"]}" {at}')
            tag = open_tags.pop()
            if length := utf16_units(text) - tag.offset:
                entities.append(Entity(tag.type, tag.offset, length, tag.url))
        else:
            raise MarkupError(f'Unescaped character "{piece[0]}" {at}')
    if open_tags:
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{open_tags[-1].tag}"')
    return text, tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def utf16_units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def _start(source: str, open_tags: list[_Open], offset: int, at: str) -> _Open:
    match = _TAG.fullmatch(source)
    if match is None or match[1] not in _TYPES:
        raise MarkupError(f'Unsupported start tag "{source}" {at}')
    tag, attribute, value = match.groups()
    within = {entity.type for entity in open_tags}
    if within & {"code", "pre"} or (tag == "blockquote" and within & {"blockquote", "expandable_blockquote"}):
        raise MarkupError(f'Tag "{tag}" must not be nested here {at}')
    if tag == "a" and attribute == "href" and value:
        return _Open(tag, "text_link", offset, parse_html(value)[0])
    if tag == "blockquote" and attribute == "expandable" and value is None:
        return _Open(tag, "expandable_blockquote", offset, None)
    if tag == "a" or attribute is not None:
        raise MarkupError(f'Tag "{tag}" has wrong attributes {at}')
    return _Open(tag, _TYPES[tag], offset, None)


def _character(reference: str, at: str) -> str:
    if reference in _NAMED:
        return _NAMED[reference]
    if match := re.fullmatch(r"#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))", reference):
        code = int(match[1], 16) if match[1] else int(match[2])
        if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
            return chr(code)
    raise MarkupError(f'Unknown character reference "&{reference};" {at}')
