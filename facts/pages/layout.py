"""A YAML text cut into entries: the keys of a mapping, the items of a list.

To an entry belong the comments in front of it and those behind it that stand farther in.
"""

from __future__ import annotations

import dataclasses

import yaml


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item: its comments begin at `lead`, its lines at `start`, its words at `body`."""

    node: yaml.Node
    lead: int
    start: int
    body: int
    end: int


class Layout:
    """Where the entries of one text stand."""

    def __init__(self, text: str) -> None:
        """The text has a line end at its end."""
        self._text = text

    def header(self, entry: Entry) -> int | None:
        """Where the line of a key ends whose value stands below it; None if it begins in that line."""
        end = self.line_end(entry.body)
        return end if entry.node.start_mark.index >= end else None

    def entries(self, node: yaml.MappingNode, lead: int) -> dict[str, Entry]:
        """The keys of a mapping; the comments of the first begin at `lead`."""
        entries: dict[str, Entry] = {}
        for key, value in node.value:
            body = key.start_mark.index
            entry = self._entry(value, lead, max(lead, self._line_start(body)), body, key.start_mark.column)
            entries[str(key.value)] = entry
            lead = entry.end
        return entries

    def items(self, node: yaml.SequenceNode, lead: int) -> list[Entry]:
        """The items of a list; the comments of the first begin at `lead`."""
        items = []
        for item in node.value:
            body = item.start_mark.index
            start = self._dash(lead, body)
            items.append(self._entry(item, lead, start, body, node.start_mark.column))
            lead = items[-1].end
        return items

    def _entry(self, node: yaml.Node, lead: int, start: int, body: int, column: int) -> Entry:
        end = self.line_end(self.content_end(node))
        return Entry(node, lead, start, body, self._with_tail(end, column))

    def _dash(self, lead: int, body: int) -> int:
        """Where the line begins in which an item's hyphen stands."""
        start = self._line_start(body)
        while start > lead and not self._text[start:body].lstrip().startswith("-"):
            start = self._line_start(start - 1)
        return start

    def _with_tail(self, end: int, column: int) -> int:
        """The end of an entry with the comments behind it that stand farther in than it does."""
        at = end
        while at < len(self._text):
            stop = self.line_end(at)
            line = self._text[at:stop]
            bare = line.lstrip(" \t")
            if bare.startswith("#") and len(line) - len(bare) > column:
                end = stop
            elif bare.strip():
                break
            at = stop
        return end

    def content_end(self, node: yaml.Node) -> int:
        """Where what a node says ends."""
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            key, value = node.value[-1]
            return max(self.content_end(key), self.content_end(value))
        if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
            return self.content_end(node.value[-1])
        end = int(node.end_mark.index)
        return end - 1 if end and node.end_mark.column == 0 and end > node.start_mark.index else end

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line ends in which a place is, behind its line end."""
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1
