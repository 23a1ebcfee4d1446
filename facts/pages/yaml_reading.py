"""The YAML dialect of the base: text → plain data with the line of every problem.

Read is the core schema of YAML 1.2 (`yes`, `10:30` and `2020-06-30` are text), so that what a person types means what
it looks like. Anchors and aliases, tags and a key that stands twice are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NoReturn

import yaml

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

MAX_BYTES = 50_000_000
"""Largest file of a base, in bytes."""

MAX_DEPTH = 12
"""Deepest nesting that is read; a page needs six."""

SHOWN = 24
"""How many signs of a value that cannot be read an error shows."""

Step = str | int
Place = tuple[Step, ...]
"""Where something stands in a file: the keys and list positions (from 0) that lead to it."""


class SchemaError(Exception):
    """Text that is not YAML of the base's dialect: the reason and the line (from 1) if known."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        """Name the reason and the line."""
        super().__init__(reason, line)
        self.reason = reason
        self.line = line


class _Loader(_SafeLoader):
    """Core schema of YAML 1.2, without double keys and deep nesting."""

    depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        """Count the levels: composing recurses, and a file must not be able to exhaust the stack."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            line = current_node.start_mark.line + 1 if current_node is not None else None
            raise SchemaError(f"nested deeper than {MAX_DEPTH} levels; that is not of this schema", line)
        super().descend_resolver(current_node, current_index)

    def ascend_resolver(self) -> None:
        """Leave a level."""
        self.depth -= 1
        super().ascend_resolver()


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"(?:~|null|Null|NULL|)\Z", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)\Z", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)\Z",
        list("-+0123456789."),
    ),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)

RESOLVERS = _Loader.yaml_implicit_resolvers
"""What unquoted text is read as: by its first sign, the tag and a pattern of what has that tag."""


def _construct_mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    mapping: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        line = key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise SchemaError(f"the key “{key}” is not text; put it in quotes", line)
        if key in mapping:
            raise SchemaError(f"the key “{key}” stands twice; remove one of the two", line)
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


def _refuse(loader: _Loader, node: yaml.Node) -> NoReturn:
    raise SchemaError(
        f"the tag “{node.tag}” is not part of the schema; write the value plainly", node.start_mark.line + 1
    )


_CONSTRUCTORS: dict[str | None, Any] = {
    tag: constructor
    for tag, constructor in _SafeLoader.yaml_constructors.items()
    if tag in {f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "str", "seq")}
}


def _construct_value(loader: _Loader, node: yaml.ScalarNode) -> object:
    """A truth value or a number; SchemaError where it is none in spite of its tag, or too long a number."""
    try:
        return _CONSTRUCTORS[node.tag](loader, node)
    except (ValueError, OverflowError, KeyError):
        kind = "truth value" if node.tag.endswith("bool") else "number"
        shown = node.value if len(node.value) <= SHOWN else f"{node.value[:SHOWN]}…"
        reason = f"“{shown}” is no {kind} that can be read; put it in quotes"
        raise SchemaError(reason, node.start_mark.line + 1) from None


_Loader.yaml_constructors = dict(_CONSTRUCTORS)
for _tag in ("bool", "int", "float"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _construct_value)
_Loader.add_constructor("tag:yaml.org,2002:map", _construct_mapping)
_Loader.add_constructor(None, _refuse)


def parse(text: str) -> object:
    """Read plain data from text.

    Raises SchemaError for anything that is not YAML or not of the base's dialect, with its line.
    """
    _refuse_aliases(text)
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with fewer tags
    except yaml.YAMLError as error:
        raise _schema_error(error, text) from None


def compose(text: str) -> yaml.Node | None:
    """Read the tree of nodes of text, each with its marks, without building values; None for empty text.

    Raises SchemaError for anything that is not YAML or nested too deeply, with its line.
    """
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _schema_error(error, text) from None


def line_of(text: str, place: Place) -> int | None:
    """Find the line (from 1) of what stands at a place, or of the nearest thing around it."""
    try:
        return line_in(compose(text), place)
    except SchemaError:
        return None


def line_in(node: yaml.Node | None, place: Place) -> int:
    """Find the line (from 1) of what stands at a place of a tree, or of the nearest thing around it."""
    line = None
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line or 1


def _refuse_aliases(text: str) -> None:
    """Refuse anchors and aliases before anything is built from them."""
    if not _ANCHOR.search(text):
        return
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                line = event.start_mark.line + 1 if event.start_mark else None
                raise SchemaError("anchors (&) and aliases (*) are not allowed; write the value out, or quote it", line)
    except yaml.YAMLError as error:
        raise _schema_error(error, text) from None


_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])[&*][^\s,\]}]", re.MULTILINE)
"""Text that might hold an anchor or an alias; anything else need not be parsed twice."""


def _schema_error(error: yaml.YAMLError, text: str) -> SchemaError:
    """What is wrong with text that is not YAML, where people made the slip rather than where a reader noticed it."""
    unprinted = yaml.reader.Reader.NON_PRINTABLE.search(text) if isinstance(error, yaml.reader.ReaderError) else None
    if unprinted is not None:
        reason = f"the sign U+{ord(unprinted[0]):04X} cannot be printed; take it out, or write a blank in its place"
        return SchemaError(reason, text.count("\n", 0, unprinted.start()) + 1)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).split("\n", 1)[0]
    noticed = mark
    if context is not None and _NO_COLON in reason:  # noticed where the next line begins
        mark = noticed = context
    # What was opened and never closed is to be corrected where it begins.
    if context is not None and (mark is None or "end of stream" in reason):
        mark = context
    line = mark.line + 1 if mark is not None else None
    if noticed is not None and "mapping values" in reason:
        line = (_without_key(text.split("\n"), noticed.line) or noticed.line) + 1
    return _slip(text, noticed.line if noticed is not None else None) or SchemaError(
        f"not YAML ({reason}); {_HINT}", line
    )


def unspaced(text: str) -> str | None:
    """What a line, or text that was read in the place of keys, is meant to be, if a blank behind its colon is missing.

    >>> unspaced("- text:It met."), unspaced("- text: It met at 10:30."), unspaced("https://example.org")
    ('text: It met.', None, None)
    """
    found = _UNSPACED.match(text)
    return f"{found[1]}: {found[2].rstrip()}" if found is not None else None


def _without_key(lines: Sequence[str], noticed: int) -> int | None:
    """The item in front of a line that lacks its key, so that the line cannot be one of its keys; None if there is
    none."""
    above = (
        at for at in range(noticed - 1, -1, -1) if lines[at].lstrip(" ").startswith("- ") or _KEYED.match(lines[at])
    )
    at = next(above, None)
    return at if at is not None and not _KEYED.match(lines[at]) else None


def _slip(text: str, noticed: int | None) -> SchemaError | None:
    """The slip that is likeliest where YAML cannot be read beyond a line (from 0)."""
    lines = text.split("\n")
    if noticed is None:
        return None
    noticed = min(noticed, len(lines) - 1)
    if lines[noticed].lstrip(" ").startswith("\t"):
        return SchemaError("a line begins with a tab; indent it with blanks", noticed + 1)
    for at in range(noticed, -1, -1):
        value = _VALUE.match(lines[at])
        if value is not None and (closing := _unclosed(value[2])) is not None:
            after = next((n for n in range(at + 1, len(lines)) if closing in lines[n]), noticed)
            if after >= noticed:
                example = f"{value[1].strip(' -')} {value[2].rstrip()}{closing}".strip()
                reason = f"what is opened here with {value[2][0]} is not closed; for example “{example}”"
                return SchemaError(reason, at + 1)
    for at in range(noticed, -1, -1):
        if (meant := unspaced(lines[at])) is not None:
            return SchemaError(f"a blank is missing behind the colon: “{meant}”", at + 1)
        if at < noticed and _KEYED.match(lines[at]):
            break
    value = _VALUE.match(lines[noticed])
    wanting = _needs_quotes(value[2]) if value is not None else None
    if value is None or wanting is None:
        return None
    quoted = value[2].rstrip().replace("'", "''")
    example = f"{value[1].strip(' -')} '{quoted}'".strip()
    return SchemaError(f"{wanting} is put in quotes: “{example}”", noticed + 1)


def _unclosed(value: str) -> str | None:
    """The sign that is missing at the end of a value, if one is."""
    if value[0] in "'\"":
        return None if _QUOTED.match(value) else value[0]
    closing = {"[": "]", "{": "}"}.get(value[0])
    return closing if closing is not None and closing not in value else None


def _needs_quotes(value: str) -> str | None:
    """Which text a value is that does not go without quotes, if it is one."""
    quoted = _QUOTED.match(value)
    if quoted is not None:
        return "text that begins with a quote" if value[quoted.end() :].split("#")[0].strip() else None
    if value[0] in "@`%&*!|>":
        return f"text that begins with “{value[0]}”"
    return "text with a colon and a blank in it" if value[0] not in "[{" and ": " in value else None


_HINT = "a line is a key, a colon, a blank and a value, as far in as its neighbours"

_NO_COLON = "could not find expected ':'"
"""What is said of a line that is neither a key with its value nor goes on with the text of another."""

_KEYED = re.compile(r"[ ]*(?:- +)*[A-Za-z_0-9]+:(?:\s|$)")
"""A line that begins with a key."""

_UNSPACED = re.compile(r"[ ]*(?:- +)*([a-z_][a-z_0-9]*):([^\s/:].*)")
"""A line that begins with a key but for the blank behind its colon: the key, and what is meant to be its value."""

_VALUE = re.compile(r"([ ]*(?:- +)*(?:[A-Za-z_0-9]+:(?= )|(?<=- )))[ ]*(\S.*)")
"""A line with a value: what stands in front of that, and the value."""

_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
