"""New data in the place of an older YAML text: what says the same stays to the letter, and every comment stays.

The text is cut into entries: the keys of a mapping, the items of a list. To an entry belong the comments in front of it
and those behind it that stand farther in. What is no longer said leaves its comments behind, in front of what follows.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from facts.pages import yaml_writing
from facts.pages.comments import Stretch, comments, said
from facts.pages.quotes import squeeze
from facts.pages.yaml_reading import compose

_LEDGER_NOTE = "What the compiler wrote itself, as digests"
"""How the comment begins that earlier versions put above the ledger of a page."""


@dataclasses.dataclass(frozen=True, slots=True)
class Matches:
    """What of new data was there before: sentences by their numbers, facts by those of their sentence and their own."""

    sentences: Mapping[int, int]
    facts: Mapping[tuple[int, int], tuple[int, int]]


@dataclasses.dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its value, or an item: its comments begin at `lead`, its lines at `start`, its words at `body`."""

    node: yaml.Node
    lead: int
    start: int
    body: int
    end: int


_Nested = Callable[[str, _Entry], str | None]
"""Writes what a key holds below it anew; None if it stands in one line."""

_Item = Callable[[int, int], tuple[str, str] | None]
"""Writes a new item in the place of an old one: what stands above it, and its lines; None if that has no lines."""


def update(text: str, old: object, new: Mapping[str, Any], matches: Matches, first_line: str) -> str:
    """Write `new` in the place of `old`, which is what `text` says; the text begins with `first_line` then."""
    text = _whole_lines(text)
    root = compose(text)
    if isinstance(root, yaml.MappingNode) and not root.flow_style and isinstance(old, dict):
        written = _Update(text, root, matches).page(root, old, new)
    else:
        written = yaml_writing.dump(dict(new))
    return _beginning(written, first_line)


def with_comments_of(text: str, written: str, first_line: str) -> str:
    """A text that begins with all comments of another one."""
    text = _whole_lines(text)
    lines = [text[slice(*each)].rstrip() for each in comments(text, compose(text)) if not _is_ours(text, each)]
    return _beginning("".join(f"{line}\n" for line in lines) + written.removeprefix(first_line), first_line)


def lost(text: str, written: str) -> list[str]:
    """The comments of a text that are not in another one."""
    there = _comments_of(written)
    gone = []
    for comment in _comments_of(text):
        if comment in there:
            there.remove(comment)
        else:
            gone.append(comment)
    return gone


def _comments_of(text: str) -> list[str]:
    text = _whole_lines(text)
    return [said(text, each) for each in comments(text, compose(text)) if not _is_ours(text, each)]


def _is_ours(text: str, comment: Stretch) -> bool:
    return said(text, comment).startswith((_LEDGER_NOTE, _SCHEMA_NOTE))


_SCHEMA_NOTE = "yaml-language-server:"
_SCHEMA_LINE = re.compile(rf"^[ \t]*#[ \t]*{_SCHEMA_NOTE}[^\n]*\n", re.MULTILINE)


def _beginning(written: str, first_line: str) -> str:
    """A text whose first line is this one, which stands nowhere else."""
    return first_line + _SCHEMA_LINE.sub("", written, count=1)


def _whole_lines(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text if text.endswith("\n") else f"{text}\n"


class _Update:
    """One text that is written anew."""

    def __init__(self, text: str, root: yaml.Node, matches: Matches) -> None:
        self._text = text
        self._comments = [each for each in comments(text, root) if not _is_ours(text, each)]
        self._matches = matches

    def page(self, root: yaml.MappingNode, old: dict[str, Any], new: Mapping[str, Any]) -> str:
        def nested(key: str, entry: _Entry) -> str | None:
            if key == "sentences":
                return self._sentences(entry, old[key], new[key])
            return self._inner(entry, old[key], new[key])

        entries = self._entries(root, 0)
        above, body = self._mapping(entries, old, new, "", "", nested)
        tail = self._text[max((entry.end for entry in entries.values()), default=0) :]
        return above + body + tail

    # The parts of a page

    def _inner(self, entry: _Entry, old: object, new: object) -> str | None:
        """A mapping below a key of the page."""
        node = entry.node
        if not isinstance(node, yaml.MappingNode) or node.flow_style or not isinstance(old, dict):
            return None
        if not isinstance(new, dict) or (header := self._header(entry)) is None:
            return None
        entries = self._entries(node, header)
        indent = " " * node.start_mark.column
        above, body = self._mapping(entries, old, new, indent, indent)
        return self._text[entry.body : header] + above + body + self._behind(entries.values(), entry)

    def _sentences(self, entry: _Entry, old: object, new: Sequence[dict[str, Any]]) -> str | None:
        node = entry.node
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or not isinstance(old, list) or not new:
            return None
        if (header := self._header(entry)) is None:
            return None
        items = self._items(node, header)

        def item(n: int, place: int) -> tuple[str, str] | None:
            def nested(key: str, facts: _Entry) -> str | None:
                return self._facts(facts, old[place], new[n], (n, place)) if key == "facts" else None

            return self._item(items[place], old[place], new[n], nested)

        places = [self._matches.sentences.get(n) for n in range(len(new))]
        body = self._list(items, old, new, places, item, " " * node.start_mark.column)
        return self._text[entry.body : header] + body + self._behind(items, entry)

    def _facts(self, entry: _Entry, old: dict[str, Any], new: dict[str, Any], numbers: tuple[int, int]) -> str | None:
        node, facts = entry.node, new["facts"]
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or (header := self._header(entry)) is None:
            return None
        items = self._items(node, header)

        def place_of(m: int) -> int | None:
            sentence, place = self._matches.facts.get((numbers[0], m), (None, 0))
            return place if sentence == numbers[1] else None

        def item(m: int, place: int) -> tuple[str, str] | None:
            return self._item(items[place], old["facts"][place], facts[m])

        places = list(map(place_of, range(len(facts))))
        body = self._list(items, old["facts"], facts, places, item, " " * node.start_mark.column)
        return self._text[entry.body : header] + body + self._behind(items, entry)

    # Mappings and lists of any kind

    def _mapping(
        self,
        entries: dict[str, _Entry],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        first: str,
        indent: str,
        nested: _Nested = lambda _, __: None,
    ) -> tuple[str, str]:
        """What stands above a mapping, and its lines; in front of the first stands `first`, of all others `indent`."""
        above, lines, left = "", "", ""
        for key in _order(list(entries), list(new)):
            entry = entries.get(key)
            if key not in new:
                left += self._left(entry.lead, entry.end, indent) if entry is not None else ""
                continue
            if entry is None:
                lead, body = "", _rendered({key: new[key]}, indent)
            elif _same(old[key], new[key]):
                lead, body = self._text[entry.lead : entry.start], self._text[entry.body : entry.end]
            else:
                lead = self._text[entry.lead : entry.start]
                if (inner := nested(key, entry)) is not None:
                    body = inner
                else:
                    hoisted, body = self._instead(entry, _rendered({key: new[key]}, indent), indent)
                    lead += hoisted
            if lines:
                lines += left + lead + indent + body
            else:
                above, lines = left + lead, first + body
            left = ""
        return above, lines + left

    def _item(
        self, entry: _Entry, old: object, new: dict[str, Any], nested: _Nested = lambda _, __: None
    ) -> tuple[str, str] | None:
        """What stands above an item that is a mapping, and its lines."""
        node = entry.node
        if not isinstance(node, yaml.MappingNode) or node.flow_style or not isinstance(old, dict):
            return None
        first, indent = self._text[entry.start : entry.body], " " * node.start_mark.column
        entries = self._entries(node, entry.body)
        above, body = self._mapping(entries, old, new, first, indent, nested)
        return above, body + self._behind(entries.values(), entry)

    def _list(
        self,
        items: Sequence[_Entry],
        old: Sequence[Any],
        new: Sequence[Any],
        places: Sequence[int | None],
        item: _Item,
        indent: str,
    ) -> str:
        """The lines of a list; `places` are those of its items in the old one."""
        kept, lines, done = set(places), "", 0
        for n, place in enumerate(places):
            if place is None:
                lines += _item_lines(new[n], indent)
                continue
            entry = items[place]
            gone = (items[at] for at in range(done, place) if at not in kept)
            lines += "".join(self._left(each.lead, each.end, indent) for each in gone)
            done = max(done, place)
            lead = self._text[entry.lead : entry.start]
            if _same(old[place], new[n]):
                lines += lead + self._text[entry.start : entry.end]
            elif (made := item(n, place)) is not None:
                above, body = made
                lines += lead + above + body
            else:
                lines += lead + self._left(entry.start, entry.end, indent) + _item_lines(new[n], indent)
        gone = (items[at] for at in range(done, len(items)) if at not in kept)
        return lines + "".join(self._left(each.lead, each.end, indent) for each in gone)

    # Comments

    def _left(self, start: int, end: int, indent: str) -> str:
        """The comments between two places, a line each."""
        return "".join(f"{indent}{self._text[a:b].rstrip()}\n" for a, b in self._comments if start <= a and b <= end)

    def _instead(self, entry: _Entry, body: str, indent: str) -> tuple[str, str]:
        """Comments to stand above what is written in the place of an entry, and that, with the one at its end."""
        inside = [each for each in self._comments if entry.body <= each[0] and each[1] <= entry.end]
        behind = self._line_end(self._content_end(entry.node)) - 1
        if len(inside) == 1 and inside[0][1] == behind and body.count("\n") == 1:
            return "", f"{body[:-1]}  {self._text[slice(*inside[0])].rstrip()}\n"
        return self._left(entry.body, entry.end, indent), body

    def _behind(self, entries: Iterable[_Entry], outer: _Entry) -> str:
        """The comments that belong to an entry and stand behind all inside it."""
        return self._text[max((each.end for each in entries), default=outer.end) : outer.end]

    # Places in the text

    def _header(self, entry: _Entry) -> int | None:
        """Where the line of a key ends whose value stands below it; None if it begins in that line."""
        end = self._line_end(entry.body)
        return end if entry.node.start_mark.index >= end else None

    def _entries(self, node: yaml.MappingNode, lead: int) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}
        for key, value in node.value:
            body = key.start_mark.index
            entry = self._entry(value, lead, max(lead, self._line_start(body)), body, key.start_mark.column)
            entries[str(key.value)] = entry
            lead = entry.end
        return entries

    def _items(self, node: yaml.SequenceNode, lead: int) -> list[_Entry]:
        items = []
        for item in node.value:
            body = item.start_mark.index
            start = self._dash(lead, body)
            items.append(self._entry(item, lead, start, body, node.start_mark.column))
            lead = items[-1].end
        return items

    def _entry(self, node: yaml.Node, lead: int, start: int, body: int, column: int) -> _Entry:
        end = self._line_end(self._content_end(node))
        return _Entry(node, lead, start, body, self._with_tail(end, column))

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
            stop = self._line_end(at)
            line = self._text[at:stop]
            bare = line.lstrip(" \t")
            if bare.startswith("#") and len(line) - len(bare) > column:
                end = stop
            elif bare.strip():
                break
            at = stop
        return end

    def _content_end(self, node: yaml.Node) -> int:
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            key, value = node.value[-1]
            return max(self._content_end(key), self._content_end(value))
        if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
            return self._content_end(node.value[-1])
        end = int(node.end_mark.index)
        return end - 1 if end and node.end_mark.column == 0 and end > node.start_mark.index else end

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1


def _order(old: list[str], new: list[str]) -> Iterator[str]:
    """Keys in the old order, those that are new behind what they follow in the new one."""
    order = list(old)
    for n, key in enumerate(new):
        if key not in old:
            before = next((order.index(each) for each in reversed(new[:n]) if each in order), -1)
            order.insert(before + 1, key)
    yield from order


def _same(old: object, new: object) -> bool:
    """Whether what stands in a text says what it should."""
    if isinstance(new, str):
        return (
            old == new
            or (isinstance(old, int) and not isinstance(old, bool) and str(old) == new)
            or (isinstance(old, str) and squeeze(old) == new)
        )
    if isinstance(new, dict) and isinstance(old, dict):
        return old.keys() == new.keys() and all(_same(old[key], new[key]) for key in new)
    if isinstance(new, list) and isinstance(old, list):
        return len(old) == len(new) and all(map(_same, old, new))
    return type(old) is type(new) and old == new


def _rendered(data: dict[str, Any], indent: str) -> str:
    """The lines of a key with its value, the first without what stands in front of it."""
    return f"\n{indent}".join(yaml_writing.dump(data).removesuffix("\n").split("\n")) + "\n"


def _item_lines(data: dict[str, Any], indent: str) -> str:
    lines = yaml_writing.dump(data).removesuffix("\n").split("\n")
    return f"{indent}- {lines[0]}\n" + "".join(f"{indent}  {line}\n" for line in lines[1:])
