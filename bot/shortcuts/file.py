"""Shortcuts of an owner's, in a YAML file; each problem is named with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, get_args

import yaml

from bot.shortcuts.shortcut import (
    BUILT_IN,
    LONGEST_DESCRIPTION,
    Shortcut,
    Who,
    problem_of_name,
    problem_of_question,
)

USUAL_FILE: Final = Path("shortcuts.yaml")
"""Read if it is there, and if the settings name no other."""
_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_KEYS: Final = ("name", "description", "question", "languages", "who")


class ShortcutError(Exception):
    """Something is wrong with a file of shortcuts; `problems` names each: file, line, what is wrong, what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        """All that is wrong."""
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def load(path: Path) -> tuple[Shortcut, ...]:
    """The shortcuts of a YAML file: a list of mappings with name, description, question (or a list of them) and, if
    wanted, languages and who may use it. Raises ShortcutError."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise ShortcutError([f"{path}: cannot be read ({error.strerror}); see to its permissions"]) from error
    except UnicodeDecodeError as error:
        raise ShortcutError([f"{path}: is not UTF-8; save it as UTF-8"]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ShortcutError([f"{path}:{line}: is not YAML ({error.problem}); correct it"]) from error
    except yaml.YAMLError as error:
        raise ShortcutError([f"{path}: is not YAML ({' '.join(str(error).split())}); correct it"]) from error
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise ShortcutError([f"{path}:{root.start_mark.line + 1}: is no list; begin each shortcut with “- name: …”"])
    found: dict[str, Shortcut] = {}
    problems: list[str] = []
    for node in root.value:
        shortcut, wrong = _read(node)
        if shortcut is not None and shortcut.name in found:
            wrong.append(_Problem(node, f"/{shortcut.name} is there twice; remove one"))
        problems += [f"{path}:{at.start_mark.line + 1}: {what}" for at, what in wrong]
        if shortcut is not None:
            found[shortcut.name] = shortcut
    if problems:
        raise ShortcutError(problems)
    return tuple(found.values())


def all_of(path: Path | None) -> tuple[Shortcut, ...]:
    """The shortcuts in force: those built in and those of a file, else of the usual one if it is there.

    Raises ShortcutError.
    """
    if path is None and not USUAL_FILE.exists():
        return BUILT_IN
    return merged(load(path or USUAL_FILE))


def merged(own: Sequence[Shortcut]) -> tuple[Shortcut, ...]:
    """The built-in shortcuts and an owner's, whose word counts where both have a name."""
    by_name = {shortcut.name: shortcut for shortcut in (*BUILT_IN, *own)}
    return tuple(by_name.values())


class _Problem(NamedTuple):
    """What is wrong, and with which part of the file."""

    node: yaml.Node
    what: str


def _read(node: yaml.Node) -> tuple[Shortcut | None, list[_Problem]]:
    """One shortcut, if it is readable, and what is wrong with it and where."""
    if not isinstance(node, yaml.MappingNode):
        return None, [_Problem(node, "is no shortcut; give it name, description and question")]
    given: dict[str, yaml.Node] = {}
    problems: list[_Problem] = []
    for key, value in node.value:
        if key.value not in _KEYS:
            problems.append(_Problem(key, f"{key.value!r} is no key of a shortcut; there are {', '.join(_KEYS)}"))
        given[str(key.value)] = value
    problems += [
        _Problem(node, f"{key} is missing; add it") for key in ("name", "description", "question") if key not in given
    ]
    if problems:
        return None, problems
    texts = {key: _texts(value) for key, value in given.items()}
    problems += [
        _Problem(
            given[key],
            f"{key} is no text{' nor a list of texts' if key in ('question', 'languages') else ''}; write one",
        )
        for key, values in texts.items()
        if values is None or (len(values) != 1 and key not in ("question", "languages"))
    ]
    if problems:
        return None, problems
    plain = {key: values for key, values in texts.items() if values is not None}
    problems += [_Problem(given[key], what) for key, what in _problems(plain)]
    who: Who = next((known for known in get_args(Who) if [known] == plain.get("who", ["everyone"])), "everyone")
    shortcut = Shortcut(
        plain["name"][0], plain["description"][0], tuple(plain["question"]), tuple(plain.get("languages", ())), who
    )
    return shortcut, problems


def _problems(given: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """What is wrong with the values: the key, and what."""
    if problem := problem_of_name(given["name"][0]):
        yield "name", problem
    if not 1 <= len(given["description"][0].strip()) <= LONGEST_DESCRIPTION:
        yield "description", f"a description has 1 to {LONGEST_DESCRIPTION} letters"
    if not given["question"]:
        yield "question", "there is no question; write one"
    for question in given["question"]:
        if problem := problem_of_question(question):
            yield "question", problem
    for language in given.get("languages", ()):
        if not _LANGUAGE.fullmatch(language):
            yield "languages", f"{language!r} is no language; write two small letters, such as en or vi"
    if (who := given.get("who", ["everyone"])[0]) not in get_args(Who):
        yield "who", f"{who!r} is nobody; write one of {', '.join(get_args(Who))}"


def _texts(node: yaml.Node) -> list[str] | None:
    """The text or texts that a node holds; None if it is something else."""
    if isinstance(node, yaml.ScalarNode):
        return [node.value]
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return [item.value for item in node.value]
    return None
