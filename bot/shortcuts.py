"""Command shortcuts: a command's name and the questions that it stands for. Some are built in, an owner writes others.

In a question `{meeting}` is the meeting that follows the command, else the one talked about, else the latest, and
`{args}` is all that follows the command. Of several questions the first one that is answered counts.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

import yaml

from bot.wording import ENGLISH, Translator, messages

Who = Literal["everyone", "administrators", "owners"]

NAME: Final = re.compile(r"[a-z0-9_]{1,32}")
"""What Telegram takes for a command's name."""
RESERVED: Final = frozenset(
    "start help ask meetings forget settings shortcut subscribe unsubscribe privacy "
    "stats unanswered reload health".split()
)
"""Commands that are no shortcuts, and whose names none may take."""
USUAL_FILE: Final = Path("shortcuts.yaml")
"""Read if it is there, and if the settings name no other."""
LONGEST_QUESTION: Final = 300
LONGEST_DESCRIPTION: Final = 256
"""Letters that Telegram allows."""

_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_KEYS: Final = ("name", "description", "question", "languages", "who")


class ShortcutError(Exception):
    """Something is wrong with a file of shortcuts; `problems` names each: file, line, what is wrong, what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        """All that is wrong."""
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclasses.dataclass(frozen=True, slots=True)
class Shortcut:
    """A command. Without questions it shows the meeting itself. `languages` are those whose speakers see it offered
    (two letters each; none: all of them). `form` is how the question of a fact begins that surely is what the command
    asks for; None where that is not known."""

    name: str
    description: str
    questions: tuple[str, ...]
    languages: tuple[str, ...] = ()
    who: Who = "everyone"
    form: re.Pattern[str] | None = None

    @property
    def takes_words(self) -> bool:
        """Whether what follows the command is more than a meeting."""
        return any("{args}" in question for question in self.questions)

    def is_for(self, language: str, who: Sequence[Who] = ("everyone",)) -> bool:
        """Whether it is offered to speakers of a language, if these may use it."""
        return self.who in who and (not self.languages or language in self.languages)


_QUESTIONS: Final = {
    "latest": (),
    "when": ("When was {meeting} held?", "When was {meeting}?"),
    "where": ("Where was {meeting} held?", "Where was {meeting}?"),
    "who": ("Who took part in {meeting}?", "Who attended {meeting}?", "Who met at {meeting}?"),
    "chair": ("Who chaired {meeting}?", "Who led {meeting}?"),
    "attendees": ("Who attended {meeting}?", "Which countries attended {meeting}?", "Who took part in {meeting}?"),
    "agenda": (
        "What was on the agenda of {meeting}?",
        "What was discussed at {meeting}?",
        "What was the purpose of {meeting}?",
    ),
    "decisions": ("What was decided at {meeting}?", "What did {meeting} agree on?", "What was adopted at {meeting}?"),
    "next": ("When is the meeting after {meeting}?", "When will the next {meeting} be held?"),
    "about": ("What does {args} stand for?", "Who is {args}?", "What is {args}?", "What is the role of {args}?"),
}
"""The built-in shortcuts, in the order in which they are offered; their descriptions are in the catalogue."""

_ATTENDED: Final = r"(?:Who|Which .+) (?:attended|took part in|were present at|was in attendance at)\b"
_FORMS: Final = {
    "when": r"When (?:was|were) .+ held\?\Z",
    "where": r"Where (?:was|were) .+ held\?\Z",
    "who": _ATTENDED,
    "chair": r"Who (?:chaired|presided over|conducted)\b",
    "attendees": _ATTENDED,
    "agenda": r"What (?:was on the agenda of|was discussed at|was the purpose of|did (?!.*\bnot\b).+ discuss)\b",
    "decisions": r"What was (?:decided|adopted|agreed)(?: at\b|\?)",
    "next": r"When (?:will|is) the next\b|When (?:was|is) .+ (?:slated|scheduled)\b",
}
"""How the compiler asks for what a built-in shortcut stands for."""

BUILT_IN: Final = tuple(
    Shortcut(
        name,
        messages.SHORTCUTS[name],
        asked,
        form=re.compile(_FORMS[name], re.IGNORECASE) if name in _FORMS else None,
    )
    for name, asked in _QUESTIONS.items()
)


def filled(question: str, meeting: str, args: str) -> str:
    """The question with its places filled in.

    >>> filled("Who chaired {meeting}?", "the {args}", "x")
    'Who chaired the {args}?'
    """
    values = {"meeting": meeting, "args": args}
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), question)


def problem_of_name(name: str, translate: Translator = ENGLISH) -> str | None:
    """What is wrong with a shortcut's name; None if nothing is."""
    if not NAME.fullmatch(name):
        return translate(messages.SHORTCUT_NAME_FORM)
    return translate(messages.SHORTCUT_NAME_TAKEN, name=name) if name in RESERVED else None


def problem_of_question(question: str, translate: Translator = ENGLISH) -> str | None:
    """What is wrong with a shortcut's question; None if nothing is."""
    if not question.strip():
        return translate(messages.SHORTCUT_QUESTION_EMPTY)
    if len(question) > LONGEST_QUESTION:
        return translate(messages.SHORTCUT_QUESTION_LONG, limit=LONGEST_QUESTION)
    strange = next((place for place in _PLACE.findall(question) if place not in ("meeting", "args")), None)
    return None if strange is None else translate(messages.SHORTCUT_PLACE_STRANGE, strange=strange)


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
            wrong.append((node, f"/{shortcut.name} is there twice; remove one"))
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


_Problem = tuple[yaml.Node, str]


def _read(node: yaml.Node) -> tuple[Shortcut | None, list[_Problem]]:
    """One shortcut, if it is readable, and what is wrong with it and where."""
    if not isinstance(node, yaml.MappingNode):
        return None, [(node, "is no shortcut; give it name, description and question")]
    given: dict[str, yaml.Node] = {}
    problems: list[_Problem] = []
    for key, value in node.value:
        if key.value not in _KEYS:
            problems.append((key, f"{key.value!r} is no key of a shortcut; there are {', '.join(_KEYS)}"))
        given[str(key.value)] = value
    problems += [(node, f"{key} is missing; add it") for key in ("name", "description", "question") if key not in given]
    if problems:
        return None, problems
    texts = {key: _texts(value) for key, value in given.items()}
    problems += [
        (given[key], f"{key} is no text{' nor a list of texts' if key in ('question', 'languages') else ''}; write one")
        for key, values in texts.items()
        if values is None or (len(values) != 1 and key not in ("question", "languages"))
    ]
    if problems:
        return None, problems
    plain = {key: values for key, values in texts.items() if values is not None}
    problems += [(given[key], what) for key, what in _problems(plain)]
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
