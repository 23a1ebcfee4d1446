"""Where the sentences and facts of a page stand in its text: the lines that editors jump to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import yaml

from facts.pages import yaml_reading


@dataclasses.dataclass(frozen=True, slots=True)
class SentenceLines:
    """The line (from 1) of a sentence, and those of the facts below it."""

    line: int
    facts: tuple[int, ...]


def sentence_lines(text: str) -> tuple[SentenceLines, ...]:
    """The lines of all sentences of a page that can be read, in their order; none for a page of schema 1."""
    return tuple(
        SentenceLines(_line(sentence), tuple(map(_line, _items(sentence, "facts"))))
        for sentence in _items(yaml_reading.compose(text), "sentences")
    )


def _items(node: yaml.Node | None, key: str) -> Iterator[yaml.Node]:
    """The items of the list that a mapping has under a key."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key and isinstance(value, yaml.SequenceNode):
                yield from value.value


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
