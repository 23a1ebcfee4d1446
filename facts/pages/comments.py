"""The comments of a YAML text: where each stands, told by where the scalars are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)

Stretch = tuple[int, int]
"""From one code point of a text to another."""


def comments(text: str, root: yaml.Node | None) -> list[Stretch]:
    """Where the comments of a text stand, in order; `root` is the tree of its nodes."""
    found: list[Stretch] = []
    at = 0
    for start, end in [*(_scalars(text, root) if root is not None else ()), (len(text), len(text))]:
        found += (match.span() for match in _COMMENT.finditer(text, at, start))
        at = max(at, end)
    return found


def said(text: str, stretch: Stretch) -> str:
    """What a comment says, without what it begins with."""
    return text[slice(*stretch)].strip("# \t\r")


def _scalars(text: str, node: yaml.Node) -> Iterator[Stretch]:
    """Where scalars stand, in order."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):  # a comment may stand behind the sign
            start = text.find("\n", start)
        if 0 <= start < end:
            yield start, end
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(text, key)
            yield from _scalars(text, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(text, item)
