"""Markdown and HTML inside a text's lines: what a reader of the rendered text sees of it.

Signs that stand before a line (of headings, items, rules) stay: `facts.articles.layout` reads them.
"""

from __future__ import annotations

import html
import re
from typing import Final

_SPAN: Final = 300
"""Longest label, emphasis or code span, in code points: what is longer is left as it is."""

_PICTURE: Final = 4000
"""Longest tag of a picture, which names it in several sizes."""
_TAGS = "a|abbr|b|cite|code|em|figcaption|figure|i|ins|kbd|mark|q|small|span|strong|sub|sup|u"
_STRUCK_TAGS = "del|s|strike"
_STRUCK_SPAN: Final = 2000
"""Longest passage that is struck out, in code points."""
_URL = r"(?:https?://|mailto:|/|\#|\.)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_INLINE = re.compile(
    rf"""
      (?P<code>(?<!`)(`{{1,2}})(?!`)(?P<literal>[^`\n]{{1,{_SPAN}}})\2(?!`))
    | \\(?P<escaped>[\\`*_{{}}\[\]()\#+.!<>|~-])
    | !\[[^\[\]\n]{{0,{_SPAN}}}\]\(\s*{_URL}[^()\n]{{0,{_SPAN}}}\)                        # a picture
    | \[(?P<label>[^\[\]]{{1,{_SPAN}}})\](?:\(\s*<?{_URL}>?(?:\s+"[^"\n]{{0,{_SPAN}}}")?\s*\)|\[[^\[\]\n]{{0,60}}\])
    | <(?P<address>https?://[^\s<>]{{1,2000}}|[\w.+-]{{1,60}}@[\w.-]{{1,60}})>
    | (?<=[\w.,;:!?”"’)])\[\^?\d{{1,3}}\]                                                 # a mark of a footnote
    | (?P<break><br\s*/?>)
    | <(?:img|picture|source|video)\b[^<>]{{0,{_PICTURE}}}>
    | </?(?:{_TAGS})(?:\s[^<>\n]{{0,{_SPAN}}})?/?>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DEFINITION = re.compile(rf"^ {{0,3}}\[[^\[\]\n]{{1,60}}\]:\s+<?{_URL}>?[^\n]{{0,{_SPAN}}}$\n?", re.MULTILINE)
"""Where a link by reference leads: a line of its own."""
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])"
    rf"(?P<starred>(?:[^*\n]|\n(?!\s*\n)){{1,{_SPAN}}}?)(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<![\w/.])(?P<lines>_{1,3})(?=[^\s_])"
    rf"(?P<lined>(?:[^_\n]|\n(?!\s*\n)){{1,{_SPAN}}}?)(?<=[^\s_])(?P=lines)(?!\w)"
)
_STRUCK = re.compile(
    rf"""
      (?P<line>^[ \t]{{0,12}}(?:(?:[-*+•]|\d{{1,3}}[.)])[ \t]{{1,4}}(?:\[[ x]\][ \t]{{1,4}})?)?)?
      (?P<before>[ \t]?)(?P<around>\*{{1,3}}|_{{1,3}})?
      (?:
        (?<!~)~~(?=[^\s~])(?:[^~\n]|\n(?![ \t]*\n)){{1,{_STRUCK_SPAN}}}(?<=\S)~~(?!~)
      | <(?P<tag>{_STRUCK_TAGS})(?:\s[^<>\n]{{0,{_SPAN}}})?>
        (?:[^<\n]|\n(?![ \t]*\n)|<(?!/?(?:{_STRUCK_TAGS})\b)){{1,{_STRUCK_SPAN}}}</(?P=tag)\s*>
      )
      (?(around)(?P=around))(?P<after>[ \t]?)(?P<end>$\n?)?
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
"""What is struck out, with the marks around it, the blanks beside it, and the line that it begins or is."""
_STRAY = re.compile(rf"</?(?:{_STRUCK_TAGS})(?:\s[^<>\n]{{0,{_SPAN}}})?/?>", re.IGNORECASE)
"""A tag of what is struck out that is not closed, or was never opened."""
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});", re.IGNORECASE)
_MARKED: Final = re.compile(r"[\\`*_\[\]<&~]")
"""What no text with marks is without."""
_LITERAL: Final = {ord(sign): 0xE000 + n for n, sign in enumerate("*_~`[]<>&")}
"""Code points for private use that stand for signs meant as they are, until all marks are gone."""
_MEANT: Final = {held: sign for sign, held in _LITERAL.items()}
_NESTED: Final = 2
"""How deep marks are read within marks: emphasis in the label of a link."""


def plain(text: str) -> str:
    """Return a text without the marks of links, emphasis, code, footnotes and inline HTML, and without what is struck
    out, which its writer no longer says.

    >>> plain("The **board** met in the [town hall](https://example.org) on its 5<sup>th</sup> day.[1]")
    'The board met in the town hall on its 5th day.'
    >>> plain('<img src="pier.jpg" srcset="pier-2.jpg 2x" alt="The pier"> The pier is open.')
    ' The pier is open.'
    >>> plain("The run is on ~~3 July~~ **10 July**, at <s>eight</s> nine.")
    'The run is on 10 July, at nine.'
    """
    if not _MARKED.search(text) or any(chr(held) in text for held in _MEANT):
        return text
    text = _DEFINITION.sub("", text)
    for _ in range(_NESTED):
        text = _STRAY.sub("", _STRUCK.sub(_left, _INLINE.sub(_shown, text)))
        text = _EMPHASIS.sub(_inside, text)
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text).translate(_MEANT)


def _shown(mark: re.Match[str]) -> str:
    """What is seen of a mark: a label, code or an address; nothing of a picture, a footnote's mark or a tag."""
    literal = mark["literal"] or mark["escaped"] or mark["address"]
    if literal:
        return literal.translate(_LITERAL)
    return mark["label"] or (" " if mark["break"] else "")


def _inside(emphasis: re.Match[str]) -> str:
    return emphasis["starred"] or emphasis["lined"]


def _left(struck: re.Match[str]) -> str:
    """What is left of a passage that is struck out: a blank between words, and nothing of a line all of which is."""
    if struck["end"] is not None:
        return "" if struck["line"] is not None else struck["end"]
    if struck["line"]:
        return struck["line"]
    text, start, end = struck.string, *struck.span()
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    apart = struck["before"] or struck["after"]
    left, right = struck["before"] or before.isalnum(), struck["after"] or behind.isalnum()
    return " " if apart and left and right and behind not in tuple(".,;:!?") else ""
