"""What a button does when it is pressed, as a value and as the data that travels with the button; and how a text names
an answer.

The data of buttons is kept by Telegram for as long as the message stands: a form that was ever sent must be read for
ever, so actions are added here and never renamed.
"""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Mapping
from typing import Final

from bot.matching.answers import dated
from bot.matching.limits import limited
from bot.replies import Answer
from bot.wording.text import tidy
from facts.expressions import expression

DATA_LIMIT: Final = 64
"""Bytes that Telegram allows for the data of a button."""

_KEY: Final = "[0-9a-f]{16}"
_DIGITS: Final = 6
"""Digits that a place in a sentence has at most."""
_NAME: Final = f"{_KEY}(?:-[0-9]{{1,{_DIGITS}}}-[0-9]{{1,{_DIGITS}}}(?:-(?:yes|no|when))?)?"
_FACT: Final = f"(?P<fact>{_NAME})"
_VERDICTS: Final = {"yes": "Yes", "no": "No"}
_QUESTION: Final = f"(?P<question>{_KEY})"
_PAGE: Final = "(?P<page>0|[1-9][0-9]{0,5})"
_CUT: Final = expression(r"(?<=[^\W_])[^\W_]|(?<=\d)[.,:]\d|(?<=\d[.,:])\d")
"""Matches at a place within a word or a number."""
_MENTION: Final = expression(f"#{_FACT}")


class Action(enum.StrEnum):
    """What a button does; the value is how its data begins."""

    CHOOSE = "answer"
    """Show a fact that was offered in place of the offer, and count it as chosen."""
    RETURN = "back"
    """Show a fact again."""
    ASK = "ask"
    """Send a fact as a reply, and leave the offer as it is."""
    TURN_ANSWER = "page"
    """Show another page of a long answer."""
    SHOW_MORE = "more"
    """Show a page of the other facts of a fact's meeting."""
    REJECT = "not"
    """Show a page of what else a question may mean that a fact did not answer."""
    TURN_MEETINGS = "meetings"
    """Show another page of the meetings."""
    TURN_UNANSWERED = "unanswered"
    """Show another page of the unanswered questions."""
    TEACH = "teach"
    """Add an unanswered question to those that a fact is asked by."""
    KEEP = "keep"
    """Write what was read to a question into the base, as a fact."""
    DISMISS = "dismiss"
    """Strike an unanswered question off the list."""
    LISTEN = "listen"
    """Let a group be listened to, or not."""
    LANGUAGE = "language"
    """Set the language of a chat."""


_FIELDS: Final[Mapping[str, re.Pattern[str]]] = {
    action: expression(form)
    for action, form in {
        Action.CHOOSE: _FACT,
        Action.RETURN: _FACT,
        Action.ASK: _FACT,
        Action.TURN_ANSWER: f"{_FACT}:{_PAGE}",
        Action.SHOW_MORE: f"{_FACT}:{_PAGE}",
        Action.REJECT: f"{_FACT}:{_PAGE}",
        Action.TURN_MEETINGS: _PAGE,
        Action.TURN_UNANSWERED: _PAGE,
        Action.TEACH: f"{_QUESTION}:{_FACT}",
        Action.KEEP: _QUESTION,
        Action.DISMISS: _QUESTION,
        Action.LISTEN: "(?P<choice>on|off)",
        Action.LANGUAGE: "(?P<choice>[a-z]{2,4})",
    }.items()
}
"""The fields that each action has, in order; the others keep their defaults."""


@dataclasses.dataclass(frozen=True, slots=True)
class Press:
    """A press of a button: what it does, and to what.

    `fact` is the name of an answer (see `name_of`), `question` the key (16 hex digits) of a question, `page` counts
    from 0, `choice` is "on" or "off" for LISTEN and a language's code or "auto" for LANGUAGE.
    """

    action: Action
    fact: str = ""
    question: str = ""
    page: int = 0
    choice: str = ""

    def pack(self) -> str:
        """The data of the button, at most 64 bytes.

        >>> Press(Action.SHOW_MORE, fact="00000000000000c1", page=2).pack()
        'more:00000000000000c1:2'
        """
        return ":".join((self.action, *(str(getattr(self, name)) for name in _FIELDS[self.action].groupindex)))


def parse(data: str) -> Press | None:
    """The press of a button with this data; None if no button of ours has it.

    >>> parse("meetings:3")
    Press(action=<Action.TURN_MEETINGS: 'meetings'>, fact='', question='', page=3, choice='')
    """
    action, _, rest = data.partition(":")
    fields = _FIELDS[action].fullmatch(rest) if action in _FIELDS else None
    if fields is None:
        return None
    named = fields.groupdict(default="")
    page = int(named.pop("page", "0"))
    return Press(Action(action), page=page, **named)


def name_of(answer: Answer) -> str:
    """What an answer goes by in buttons and links: its fact's key; of words that were read in a sentence, the key of
    the sentence, where in it they stand, and whether they say yes or no, or when, if that was asked."""
    begin, end = answer.marked if answer.read and answer.marked else (0, 0)
    if not 0 <= begin < end < 10**_DIGITS:
        return answer.key
    said = tidy(answer.answer)[:3].strip(" ,.").lower() if answer.kind == "yes_no" else ""
    if answer.kind == "when":
        said = "when"
    return "-".join([answer.key, str(begin), str(end), *([said] if said in ("yes", "no", "when") else [])])


def key_of(name: str) -> str:
    """The key in an answer's name."""
    return name.partition("-")[0]


def named_in(sentence: Answer, name: str) -> Answer:
    """The answer of this name that was read in a sentence: all of the sentence where the name marks nothing in it, or
    cuts a word or a number: such a name was never given."""
    _, *parts = name.split("-")
    if not parts:
        return sentence
    span = (int(parts[0]), int(parts[1]))
    words = sentence.evidence[slice(*span)].strip()
    if not words or any(_CUT.match(sentence.evidence, at) for at in span):
        return sentence
    said = words
    kind = sentence.kind
    if parts[-1] in _VERDICTS:
        said, kind = _VERDICTS[parts[-1]], "yes_no"
    elif parts[-1] == "when":
        said, kind = dated(sentence.evidence, *span, sentence.date, sentence.before) or words, "when"
    return limited(dataclasses.replace(sentence, answer=said, kind=kind, marked=span))


def mention(name: str) -> str:
    """An answer's name as it is typed into inline mode to share that answer."""
    return f"#{name}"


def mentioned(text: str) -> str | None:
    """The name of the answer that a text typed into inline mode names, if that is all it says."""
    found = _MENTION.fullmatch(text)
    return found["fact"] if found else None


def is_name(text: str) -> bool:
    """Whether a text has the form of an answer's name."""
    return re.fullmatch(_NAME, text) is not None
