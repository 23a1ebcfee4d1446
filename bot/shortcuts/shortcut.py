"""A command shortcut: a name and the questions that it stands for. Some are built in, an owner writes others.

In a question `{meeting}` is the meeting that follows the command, else the one talked about, else the latest, and
`{args}` is all that follows the command. Of several questions the first one that is answered counts.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Final, Literal

from bot.wording import ENGLISH, Translator, messages

Who = Literal["everyone", "administrators", "owners"]

NAME: Final = re.compile(r"[a-z0-9_]{1,32}")
"""What Telegram takes for a command's name."""
RESERVED: Final = frozenset(
    "start help ask meetings forget settings shortcut subscribe unsubscribe privacy "
    "stats unanswered reload health".split()
)
"""Commands of the bot's own, whose names no shortcut may have."""
LONGEST_QUESTION: Final = 300
LONGEST_DESCRIPTION: Final = 256
"""Letters that Telegram allows."""

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


@dataclasses.dataclass(frozen=True, slots=True)
class Shortcut:
    """A command. Without questions it shows the meeting itself. `languages` are those whose speakers see it offered
    (two letters each; empty: all of them). `pattern` matches the questions of the facts that surely are what the
    command asks for; None where that is not known. `told` matches the sentences in which what is read surely is it,
    `near` those that may be offered, `never` those that may not; `lists`: all facts that match are it, not one."""

    name: str
    description: str
    questions: tuple[str, ...]
    languages: tuple[str, ...] = ()
    who: Who = "everyone"
    pattern: re.Pattern[str] | None = None
    told: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    lists: bool = False

    @property
    def scene(self) -> Literal["when", "where", "how"] | None:
        """What it asks of the meeting itself, if it is one of those built in that do."""
        return next((each for each in SCENE if each == self.name and self.pattern is not None), None)

    @property
    def takes_words(self) -> bool:
        """Whether what follows the command is more than a meeting."""
        return any("{args}" in question for question in self.questions)

    def is_for(self, language: str, who: Sequence[Who] = ("everyone",)) -> bool:
        """Whether it is offered to speakers of a language, if these may use it."""
        return self.who in who and (not self.languages or language in self.languages)


SCENE: Final[tuple[Literal["when", "where", "how"], ...]] = ("when", "where", "how")
"""The built-in shortcuts that ask what a page says of its meeting."""

_QUESTIONS: Final = {
    "latest": (),
    "when": ("When was {meeting} held?", "When was {meeting}?"),
    "where": ("Where was {meeting} held?", "Where was {meeting}?"),
    "how": ("In what format was {meeting} held?", "How was {meeting} held?"),
    "who": ("Who took part in {meeting}?", "Who attended {meeting}?", "Who met at {meeting}?"),
    "chair": ("Who chaired {meeting}?", "Who led {meeting}?"),
    "attendees": ("Who attended {meeting}?", "Which countries attended {meeting}?", "Who took part in {meeting}?"),
    "agenda": (
        "What was on the agenda of {meeting}?",
        "What was discussed at {meeting}?",
        "What was the purpose of {meeting}?",
    ),
    "decisions": ("What was decided at {meeting}?", "What did {meeting} agree on?", "What was adopted at {meeting}?"),
    "next": ("When is the next meeting?",),
    "about": ("What does {args} stand for?", "Who is {args}?", "What is {args}?", "What is the role of {args}?"),
}
"""The built-in shortcuts, in the order in which they are offered; their descriptions are in the catalogue."""

_CAME: Final = r"(?:attended|took part in|were present at|was in attendance at)\b"
_ATTENDED: Final = rf"(?:Who|Which .+|How many .+) {_CAME}"
_HELD: Final = r"(?:(?:was|were) .+ held|did .+ meet(?: (?:on|in) [^?]*\d{4})?)\?\Z"
_PATTERNS: Final = {
    "when": rf"When(?: in \w+ \d{{4}})? {_HELD}",
    "where": rf"Where {_HELD}",
    "how": rf"(?:(?:In|By) (?:what|which) (?:format|form|means)|How) {_HELD}",
    "who": _ATTENDED,
    "chair": r"Who (?:chaired|presided over|conducted)\b",
    "attendees": _ATTENDED,
    "agenda": r"What (?:was on the agenda of|was discussed at|was the purpose of|did (?!.*\bnot\b).+ discuss)\b",
    "decisions": r"What was (?:decided|adopted|agreed)(?: at\b|\?)",
    "next": (
        r"(?:When|Where) (?:will|is) the (?:next\b|(?:\w+ )?(?:conference|forum|meeting|round|session|summit) after\b)"
        r"|When (?:was|is) .+ (?:slated|scheduled)\b"
    ),
}
"""How the compiler asks for what a built-in shortcut stands for."""

_TOLD: Final = {
    "when": r"\b(?:held|meeting (?:of|on)|met|takes? place|took place)\b",
    "where": r"\b(?:held|met|gathered|convened|takes? place|took place)\b",
    "chair": r"\b(?:chaired|in the chair|presided)\b",
    "next": r"\bnext (?:\w+ )?(?:conference|forum|meeting|session|summit)\b|\bmeets? (?:again|next)\b|\breconvene",
}
"""How sentences tell it, where one that is read may be given; of what else is read all is only offered."""

_PRESENT: Final = (
    r"\b(?:among|attend|delegat|deputy for|guests?\b|host|joined|members?\b|participa|present\b|represent|"
    r"spoke\b|speakers?\b|took part|welcomed)"
)
_ABSENT: Final = (
    r"\b(?:absen|apolog|excused|no-show|regrets|stayed away|unable to (?:attend|come|be present)|not present)"
)
_ANOTHER: Final = r"\b(?:again|future|next|previous(?:ly)?|will|would|last (?:year|month|meeting|time))\b"
_NEVER: Final = {
    "when": _ANOTHER,
    "where": _ANOTHER,
    "who": _ABSENT,
    "attendees": _ABSENT,
    "next": r"\b(?:adjourned at|closed|concluded|ended|ran until|rose)\b",
}
"""Of what sentences nothing may be offered for it: of another meeting, of those who did not come."""
_NEAR: Final = {
    "when": _TOLD["when"],
    "where": (
        r"\b(?:assembl|conference|conven|gather|hall\b|held\b|host|meet|met\b|online|place\b|room\b|session|talks\b|"
        r"venue|vote[sd]?\b)"
    ),
    "who": _PRESENT,
    "attendees": _PRESENT,
    "chair": r"\b(?:chair|conven|facilitat|head(?:ed|s| of)\b|host|led\b|moderat|presid)",
    "agenda": (
        r"\b(?:to address|agenda|consider|debat|deliberat|discuss|examin|exchang|focus|items?\b|purpose|talk|topic)"
    ),
    "decisions": (
        r"\b(?:accept|adopt|agree|appoint|approv|carried|chose|commit|decid|decision|elect|endors|establish|fell\b|"
        r"lost\b|pass|pledge|reject|resol|set up|sign|unanim|vote)"
    ),
    "next": (
        r"\b(?:again|next|reconven|resum|return|until)\b"
        r"|\b(?:will|(?:is|are|due|expected|scheduled|set) to) (?:\w+ )?(?:be held|convene|gather|meet|take place)"
    ),
}
"""Of what sentences something may be offered for it."""

BUILT_IN: Final = tuple(
    Shortcut(
        name,
        messages.SHORTCUTS[name],
        asked,
        pattern=re.compile(_PATTERNS[name], re.IGNORECASE) if name in _PATTERNS else None,
        told=re.compile(_TOLD[name], re.IGNORECASE) if name in _TOLD else None,
        near=re.compile(_NEAR[name], re.IGNORECASE) if name in _NEAR else None,
        never=re.compile(_NEVER[name], re.IGNORECASE) if name in _NEVER else None,
        lists=name in ("who", "attendees", "agenda", "decisions", "next"),
    )
    for name, asked in _QUESTIONS.items()
)


ABOUT: Final = next(shortcut for shortcut in BUILT_IN if shortcut.name == "about")
"""That which tells of whatever follows it."""


def filled(question: str, meeting: str, args: str) -> str:
    """The question with its placeholders filled in.

    >>> filled("Who chaired {meeting}?", "the {args}", "x")
    'Who chaired the {args}?'
    """
    values = {"meeting": meeting, "args": args}
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), question)


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
    strange = next((name for name in _PLACEHOLDER.findall(question) if name not in ("meeting", "args")), None)
    return None if strange is None else translate(messages.SHORTCUT_PLACE_STRANGE, strange=strange)
