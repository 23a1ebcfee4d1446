"""New data in the place of an older YAML text: what says the same stays to the letter, and every comment stays.

A fact that stands below another sentence now moves there as it was written, comments and all. What is no longer said
leaves its comments behind, in front of what follows.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

import yaml

from facts.pages import yaml_writing
from facts.pages.comments import Stretch, comments, said
from facts.pages.layout import Entry, Layout
from facts.pages.quotes import squeeze
from facts.pages.yaml_reading import compose

_LEDGER_NOTE = "What the compiler wrote itself, as digests"
"""How the comment begins that earlier versions put above the ledger of a page."""


@dataclasses.dataclass(frozen=True, slots=True)
class Matches:
    """What of new data was there before: sentences by their numbers, facts by those of their sentence and their own."""

    sentences: Mapping[int, int]
    facts: Mapping[tuple[int, int], tuple[int, int]]


_Nested = Callable[[str, Entry | None], str | None]
"""Writes what a key holds below it anew, or a new key; None if that is done in no way of its own."""

_Item = Callable[[int, int], tuple[str, str] | None]
"""Writes a new item in the place of an old one: what stands above it, and its lines; None if that has no lines."""

_New = Callable[[int, str], str]
"""The lines of an item that stood nowhere in a list, by its number and what stands in front of each."""


def update(text: str, old: object, new: Mapping[str, Any], matches: Matches, first_line: str) -> str:
    """Write `new` in the place of `old`, which is what `text` says; the text begins with `first_line` then."""
    text = _whole_lines(text)
    root = compose(text)
    if isinstance(root, yaml.MappingNode) and not root.flow_style and isinstance(old, dict):
        written = _Update(text, root, old, matches).page(root, new)
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

    def __init__(self, text: str, root: yaml.MappingNode, old: dict[str, Any], matches: Matches) -> None:
        self._text = text
        self._old = old
        self._layout = Layout(text)
        self._comments = [each for each in comments(text, root) if not _is_ours(text, each)]
        self._matches = matches
        stood = dict(self._standing(root))
        self._moved = {
            numbers: (stood[place], old["sentences"][place[0]]["facts"][place[1]])
            for numbers, place in matches.facts.items()
            if place in stood and matches.sentences.get(numbers[0]) != place[0]
        }

    def page(self, root: yaml.MappingNode, new: Mapping[str, Any]) -> str:
        old = self._old

        def nested(key: str, entry: Entry | None) -> str | None:
            if entry is None:
                return None
            if key == "sentences":
                return self._sentences(entry, old[key], new[key])
            return self._inner(entry, old[key], new[key])

        entries = self._layout.entries(root, 0)
        above, body = self._mapping(entries, old, new, "", "", nested)
        tail = self._text[max((entry.end for entry in entries.values()), default=0) :]
        return above + body + tail

    # The parts of a page

    def _inner(self, entry: Entry, old: object, new: object) -> str | None:
        """A mapping below a key of the page."""
        node = entry.node
        if not isinstance(node, yaml.MappingNode) or node.flow_style or not isinstance(old, dict):
            return None
        if not isinstance(new, dict) or (header := self._layout.header(entry)) is None:
            return None
        entries = self._layout.entries(node, header)
        indent = " " * node.start_mark.column
        above, body = self._mapping(entries, old, new, indent, indent)
        return self._text[entry.body : header] + above + body + self._behind(entries.values(), entry)

    def _sentences(self, entry: Entry, old: object, new: Sequence[dict[str, Any]]) -> str | None:
        node = entry.node
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or not isinstance(old, list) or not new:
            return None
        if (header := self._layout.header(entry)) is None:
            return None
        items = self._layout.items(node, header)

        def item(n: int, place: int) -> tuple[str, str] | None:
            def nested(key: str, facts: Entry | None) -> str | None:
                if key != "facts":
                    return None
                made = self._facts(facts, old[place], new[n], (n, place)) if facts is not None else None
                return made or self._with_moved(facts, new[n], n, items[place].node.start_mark.column)

            return self._item(items[place], old[place], new[n], nested)

        def fresh(n: int, indent: str) -> str:
            head = {key: value for key, value in new[n].items() if key != "facts"}
            facts = self._with_moved(None, new[n], n, len(indent) + 2)
            return f"{_item_lines(head, indent)}{indent}  {facts}" if facts else _item_lines(new[n], indent)

        places = [self._matches.sentences.get(n) for n in range(len(new))]
        kept = {place for place in places if place is not None}
        body = self._list(items, old, new, places, kept, item, fresh, " " * node.start_mark.column)
        return self._text[entry.body : header] + body + self._behind(items, entry)

    def _facts(self, entry: Entry, old: dict[str, Any], new: dict[str, Any], numbers: tuple[int, int]) -> str | None:
        node, facts = entry.node, new["facts"]
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or (header := self._layout.header(entry)) is None:
            return None
        items = self._layout.items(node, header)

        def place_of(m: int) -> int | None:
            sentence, place = self._matches.facts.get((numbers[0], m), (None, 0))
            return place if sentence == numbers[1] else None

        def item(m: int, place: int) -> tuple[str, str] | None:
            return self._item(items[place], old["facts"][place], facts[m])

        def fresh(m: int, indent: str) -> str:
            return self._fact((numbers[0], m), facts[m], indent)

        places = list(map(place_of, range(len(facts))))
        kept = {place for sentence, place in self._matches.facts.values() if sentence == numbers[1]}
        body = self._list(items, old["facts"], facts, places, kept, item, fresh, " " * node.start_mark.column)
        return self._text[entry.body : header] + body + self._behind(items, entry)

    def _with_moved(self, entry: Entry | None, sentence: dict[str, Any], n: int, column: int) -> str | None:
        """The facts of a sentence below which none stood in lines, if some of them stood below another."""
        facts, indent = sentence.get("facts", ()), " " * column
        if not any((n, m) in self._moved for m in range(len(facts))):
            return None
        left = self._left(entry.body, entry.end, indent) if entry is not None else ""
        return f"facts:\n{left}" + "".join(self._fact((n, m), fact, indent) for m, fact in enumerate(facts))

    def _fact(self, numbers: tuple[int, int], fact: dict[str, Any], indent: str) -> str:
        """The lines of a fact that did not stand below its sentence: as it stood below another one, or new ones."""
        if numbers not in self._moved:
            return _item_lines(fact, indent)
        entry, old = self._moved[numbers]
        first = self._text[entry.start : entry.body]
        before = first[: len(first) - len(first.lstrip(" "))]
        lines = self._text[entry.lead : entry.start]
        if (made := self._item(entry, old, fact)) is not None:
            lines += "".join(made)
        else:
            lines += self._left(entry.start, entry.end, before) + _item_lines(fact, before)
        return _shifted(lines, len(indent) - len(before))

    def _standing(self, root: yaml.MappingNode) -> Iterator[tuple[tuple[int, int], Entry]]:
        """The facts that stand in lines of their own, by the numbers of their sentence and their own."""
        for key, node in _lists(root, "sentences"):
            for n, sentence in enumerate(node.value):
                for key, facts in _lists(sentence, "facts"):
                    header = self._layout.line_end(key.start_mark.index)
                    if facts.start_mark.index >= header:
                        yield from (((n, m), entry) for m, entry in enumerate(self._layout.items(facts, header)))

    # Mappings and lists of any kind

    def _mapping(
        self,
        entries: dict[str, Entry],
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
                lead, body = "", nested(key, None) or _rendered({key: new[key]}, indent)
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
        self, entry: Entry, old: object, new: dict[str, Any], nested: _Nested = lambda _, __: None
    ) -> tuple[str, str] | None:
        """What stands above an item that is a mapping, and its lines."""
        node = entry.node
        if not isinstance(node, yaml.MappingNode) or node.flow_style or not isinstance(old, dict):
            return None
        first, indent = self._text[entry.start : entry.body], " " * node.start_mark.column
        entries = self._layout.entries(node, entry.body)
        above, body = self._mapping(entries, old, new, first, indent, nested)
        return above, body + self._behind(entries.values(), entry)

    def _list(
        self,
        items: Sequence[Entry],
        old: Sequence[Any],
        new: Sequence[Any],
        places: Sequence[int | None],
        kept: Set[int],
        item: _Item,
        fresh: _New,
        indent: str,
    ) -> str:
        """The lines of a list; `places` are those of its items in the old one, whose `kept` ones are still said."""
        lines, done = "", 0
        for n, place in enumerate(places):
            if place is None:
                lines += fresh(n, indent)
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
        """The comments between two places, a line each, but for those of facts that move away from there."""
        away = [entry for entry, _ in self._moved.values() if start <= entry.lead and entry.end <= end]
        left = [
            self._text[a:b].rstrip()
            for a, b in self._comments
            if start <= a and b <= end and not any(entry.lead <= a and b <= entry.end for entry in away)
        ]
        return "".join(f"{indent}{each}\n" for each in left)

    def _instead(self, entry: Entry, body: str, indent: str) -> tuple[str, str]:
        """Comments to stand above what is written in the place of an entry, and that, with the one at its end."""
        behind = self._layout.line_end(self._layout.content_end(entry.node)) - 1
        comment = next((each for each in self._comments if entry.body <= each[0] and each[1] == behind), None)
        if comment is None or body.count("\n") > 1:
            return self._left(entry.body, entry.end, indent), body
        others = self._left(entry.body, comment[0], indent) + self._left(comment[1], entry.end, indent)
        return others, f"{body[:-1]}  {self._text[slice(*comment)].rstrip()}\n"

    def _behind(self, entries: Iterable[Entry], outer: Entry) -> str:
        """The comments that belong to an entry and stand behind all inside it."""
        return self._text[max((each.end for each in entries), default=outer.end) : outer.end]


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


def _lists(node: yaml.Node, name: str) -> Iterator[tuple[yaml.Node, yaml.SequenceNode]]:
    """The key of this name in a mapping, and its list, if both stand in lines of their own."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        for key, value in node.value:
            if key.value == name and isinstance(value, yaml.SequenceNode) and not value.flow_style:
                yield key, value


def _shifted(lines: str, columns: int) -> str:
    """Lines that stand so many columns farther in, or out."""
    if columns >= 0:
        return re.sub(r"^(?=[^\n])", " " * columns, lines, flags=re.MULTILINE)
    return re.sub(rf"^ {{1,{-columns}}}", "", lines, flags=re.MULTILINE)


def _rendered(data: dict[str, Any], indent: str) -> str:
    """The lines of a key with its value, the first without what stands in front of it."""
    return f"\n{indent}".join(yaml_writing.dump(data).removesuffix("\n").split("\n")) + "\n"


def _item_lines(data: dict[str, Any], indent: str) -> str:
    lines = yaml_writing.dump(data).removesuffix("\n").split("\n")
    return f"{indent}- {lines[0]}\n" + "".join(f"{indent}  {line}\n" for line in lines[1:])
