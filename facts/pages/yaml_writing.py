"""Plain data → text in the base's YAML dialect.

Written is what readers of YAML 1.1 and 1.2 understand alike (`'Yes'` is quoted); only days stay unquoted. The text is
what PyYAML writes, to the byte: nearly all that a page holds is put down here in a line each, which is many times
faster, and what is rare (text with line ends, say) is left to PyYAML.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import yaml

from facts.pages.yaml_reading import RESOLVERS

try:
    from yaml import CSafeDumper as _SafeDumper
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeDumper as _SafeDumper  # type: ignore[assignment]

FLOW_WIDTH = 90
"""Code points up to which the items of a list stand in one line."""

_FLOW_SIGNS = frozenset("?,:[]{}\n")
"""Signs because of which an item would have to be quoted in one line with others; such lists have a line an item."""

_PRINTED = r"!-~\u00a1-\u2027\u202a-\ud7ff"
_QUIET = r"!\"$-9;-~\u00a1-\u2027\u202a-\ud7ff"

_PLAIN = re.compile(rf"[A-Za-z][ {_QUIET}]{{4,}}[{_QUIET}]")
"""Most text: what begins with a letter, is no short word and has no colon or number sign needs no quotes."""

_SIMPLE = re.compile(rf"[{_PRINTED}](?:[ {_PRINTED}]*[{_PRINTED}])?")
"""Text that needs no escapes: signs that every reader prints, and no space at its ends."""

_MARKED = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?: |$)|---|\.\.\.|.*(?::(?: |$)| #)")
"""Text that would mean something else without quotes: it begins with a sign of YAML's, or has one inside."""

_DECIMAL = re.compile(r"-?\d+\.\d+")
"""Numbers that all readers take for the same."""

_LONGEST_KEY = 100
"""Code points up to which PyYAML certainly writes a key in front of its value."""


class Flow(dict[str, Any]):
    """A mapping that is written in one line."""


class _Unusual(Exception):  # noqa: N818 - no error: PyYAML can do it
    """Data of a form that pages do not have."""


def dump(data: dict[str, Any]) -> str:
    """Write plain data in the base's dialect; keys stay in their order, long text stays in one line."""
    lines: list[str] = []
    try:
        _mapping(data, "", "", lines)
    except _Unusual:
        return dump_with_pyyaml(data)
    return "".join(lines)


def _mapping(data: dict[str, Any], first: str, indent: str, lines: list[str]) -> None:
    """Add the lines of a mapping; in front of them stands `indent`, in front of the first one `first`."""
    if not data:
        raise _Unusual
    for key, value in data.items():
        if isinstance(value, str):
            lines.append(f"{first}{_key(key)}: {_text(value)}\n")
        elif isinstance(value, dict) and value and not isinstance(value, Flow):
            lines.append(f"{first}{_key(key)}:\n")
            _mapping(value, f"{indent}  ", f"{indent}  ", lines)
        elif isinstance(value, list) and not _is_short(value):
            lines.append(f"{first}{_key(key)}:\n")
            _items(value, indent, lines)
        else:
            lines.append(f"{first}{_key(key)}: {_in_line(value)}\n")
        first = indent


def _items(items: list[Any], indent: str, lines: list[str]) -> None:
    """Add the lines of a list, each item behind a hyphen."""
    for item in items:
        if isinstance(item, str):
            lines.append(f"{indent}- {_text(item)}\n")
        elif isinstance(item, dict) and item and not isinstance(item, Flow):
            _mapping(item, f"{indent}- ", f"{indent}  ", lines)
        elif isinstance(item, list) and not _is_short(item):
            raise _Unusual
        else:
            lines.append(f"{indent}- {_in_line(item)}\n")


def _is_short(items: list[Any]) -> bool:
    """Whether a list stands in one line."""
    size = 0
    for item in items:
        if not isinstance(item, str | int | float):
            return False
        text = str(item)
        size += len(text) + 2
        if size > FLOW_WIDTH or not _FLOW_SIGNS.isdisjoint(text):
            return False
    return True


def _in_line(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join([_scalar(item, flow=True) for item in value])}]"
    if isinstance(value, dict):
        entries = [f"{_key(key, flow=True)}: {_scalar(item, flow=True)}" for key, item in value.items()]
        return f"{{{', '.join(entries)}}}"
    return _scalar(value)


@functools.lru_cache(maxsize=256)
def _key(key: object, *, flow: bool = False) -> str:
    if not isinstance(key, str) or len(key) > _LONGEST_KEY or not _SIMPLE.fullmatch(key):
        raise _Unusual
    return _text(key, flow=flow)


def _scalar(value: object, *, flow: bool = False) -> str:
    if isinstance(value, str):
        return _text(value, flow=flow)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) or (isinstance(value, float) and _DECIMAL.fullmatch(repr(value))):
        return repr(value)
    raise _Unusual


def _text(text: str, *, flow: bool = False) -> str:
    """Text with the quotes that it needs, in one line with others (`flow`) or alone."""
    if _PLAIN.fullmatch(text) and not (flow and _FLOW_SIGNS.intersection(text)):
        return text
    if not _SIMPLE.fullmatch(text):
        return dump_with_pyyaml(Flow(a=text))[4:-2] if flow else dump_with_pyyaml({"a": text})[3:-1]
    if _MARKED.match(text) or (flow and _FLOW_SIGNS.intersection(text)) or _is_other(text):
        quoted = text.replace("'", "''")
        return f"'{quoted}'"
    return text


def _is_other(text: str) -> bool:
    """Whether a reader of YAML takes text without quotes for something else: a number, a truth value."""
    return any(pattern.match(text) for _, pattern in _Dumper.yaml_implicit_resolvers.get(text[0], ()))


# What PyYAML is told to write the same way.


class _Dumper(_SafeDumper):
    """Days unquoted, short lists in one line, text with line ends in double quotes."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _SafeDumper.yaml_implicit_resolvers.items()
}
for _first_sign, _resolvers in RESOLVERS.items():
    # What the loader takes for a number must be quoted too if it is text.
    _Dumper.yaml_implicit_resolvers.setdefault(_first_sign, []).extend(_resolvers)


def _represent_str(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if any(sign in text for sign in "\n\t\u2028\u2029") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_list(dumper: _Dumper, items: list[Any]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_is_short(items))


def _represent_flow(dumper: _Dumper, mapping: Flow) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=True)


_Dumper.add_representer(str, _represent_str)
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(Flow, _represent_flow)


def dump_with_pyyaml(data: object) -> str:
    """Write plain data of any form as `dump` does."""
    text = yaml.dump(
        data, Dumper=_Dumper, default_flow_style=False, sort_keys=False, allow_unicode=True, width=2**30, encoding=None
    )
    return str(text)
