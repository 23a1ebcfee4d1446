"""What a question asks of its meeting: its words without the meeting's name, its date and those it is English by."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from facts.disagreement.written import words
from facts.expressions import expression
from facts.folding import fold
from facts.model import Fact
from facts.months import MONTHS
from facts.parse.words import PERSON_NOUNS

_MONTH = "|".join(MONTHS)
_DATE = expression(
    rf"\b(?:(?:on|in|from|between|of) )?(?:"
    rf"(?:\d{{1,2}}(?:-\d{{1,2}})? )?(?:{_MONTH})(?: \d{{1,2}}(?!\d),?)?(?: \d{{4}})?|(?:in|of) (?:1[89]|20)\d\d"
    r")\b"
)
"""A date in a question, folded, with its preposition."""
_DAY = expression(rf"\b(\d{{1,2}}) ({_MONTH})\b")

_SMALL = frozenset(
    """a an and at be been did do does had has have in is of on s the their there to was were will would""".split()
)
"""Words that a question is English by; prepositions that tell a side from another ("for", "against") are none."""

_MEETING = frozenset(
    """annual conference conferences gathering meeting meetings online ordinary plenary regular session sessions sitting
    summit talks teleconference video videoconference virtual""".split()
)
"""Words (folded) that stand for the meeting, whichever it is."""

_VOTING = frozenset(
    """abstain abstained abstention abstentions adopt adopted against amendment approve approved bill by carried decide
    decided decision defeated fell for how item lost many measure motion motions outcome passed proposal proposals
    reject rejected resolution result results supported that this vote voted votes voting what""".split()
)
"""Words (folded) of which none tells one vote from another."""
_A_VOTE = frozenset("abstain abstained abstention abstentions motion motions vote voted votes voting".split())

_SAME = {
    "presided over": "chaired",
    "chaired by": "chaired",
    "by whom was": "who was",
    "by whom were": "who were",
    "joined": "attended",
    "take part": "attended",
    "took part": "attended",
    "participated": "attended",
    "participate": "attended",
    "attend": "attended",
    "were at": "attended",
    "were present": "attended",
    "were represented": "attended",
    "take place": "held",
    "took place": "held",
    "taken place": "held",
    "hold": "held",
    "convened": "held",
    "nations": "countries",
    "states": "countries",
    "participants": "people",
    "persons": "people",
    "what date": "when",
    "what day": "when",
    "what was the date": "when was held",
    "which city": "where",
    "which date": "when",
    "which day": "when",
    "which country hosted": "who hosted",
    "which place": "where",
    "which town": "where",
    "adopt": "approved",
    "adopted": "approved",
    "approve": "approved",
    "pass": "approved",
    "passed": "approved",
}
"""Other words for the same, folded: what stands in a question → what it is compared by."""
_SAID = expression(r"\b(?:" + "|".join(sorted(_SAME, key=len, reverse=True)) + r")\b")
_IN_THE_CHAIR = expression(r"\bwas (?:in )?the chair(?:man|woman|person)?\b(?: (?:of|at))?")
_MET = expression(r"^((?:(?:in|on) )?(?:when|where)\b.*?)\b(?:met|meet)\b")
_REPORTED = expression(r", according to the [^,]*\breport on .*$")
"""How a question ends that says which report tells of what it asks for."""
_BY_VOTE = expression(r"^(?:by what (?:vote|margin)|what was the (?:outcome|result) of the vote|how was the vote)\b")
_CARRIED = frozenset(
    """accepted adopt agree agreed approved by carried decide decided decision how margin motion outcome proposal
    resolution result that vote what""".split()
)
"""Words of questions for a vote by which something was done; of what was lost it is told."""
_VOTERS = frozenset("assembly board commission committee council councillors delegates house members senate".split())
"""Words (folded) for all who vote: by what vote something was approved is asked with or without them."""


def canonical(question: str) -> str:
    """A question, folded, in the words that it is compared by.

    >>> canonical("Who was the chair of the Ostford summit?"), canonical("When did the Ostford board meet?")
    ('who chaired the ostford summit?', 'when did the ostford board held?')
    """
    text = _IN_THE_CHAIR.sub("chaired", " ".join(fold(question).split()))
    return _MET.sub(r"\1held", _SAID.sub(lambda match: _SAME[match[0]], text))


def questions_of(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """The words of the questions that ask for a fact, each without dates and small words, in order."""
    return tuple(dict.fromkeys(_words_of(question) for question in (fact.question, *fact.variants)))


def _words_of(question: str) -> tuple[str, ...]:
    text = _DATE.sub(" ", _REPORTED.sub("", canonical(question)))
    found = [word for word in words(text) if word not in _SMALL]
    if asks_for_a_vote(text):
        # "By what vote was the dam approved?", "What was the result of the vote on the dam?"
        found = ["vote", *sorted(word for word in found if word not in _VOTERS | _CARRIED)]
    elif found[:1] == ["when"] and "next" in found:
        # "When will the next board meeting be held?", "When will the board meet next?"
        found = ["when", "next", *(word for word in found[1:] if word != "next")]
    return tuple(found)


def asks_for_a_vote(question: str) -> bool:
    """Whether a question asks how a vote came out.

    >>> asks_for_a_vote("By what vote was the dam approved?"), asks_for_a_vote("How many voted for the dam?")
    (True, False)
    """
    return _BY_VOTE.match(canonical(question)) is not None


def without_meeting(question: tuple[str, ...], names: AbstractSet[str]) -> tuple[str, ...]:
    """The words of a question without those of its meeting's names.

    >>> without_meeting(("who", "chaired", "ostford", "board", "meeting"), {"ostford", "board"})
    ('who', 'chaired')
    """
    return tuple(word for word in question if word not in names and word not in _MEETING)


def is_of_any_vote(question: tuple[str, ...]) -> bool:
    """Whether a question asks of a vote without saying of which: reports may tell of two votes of one meeting.

    >>> is_of_any_vote(("what", "result", "vote", "motion")), is_of_any_vote(("how", "many", "voted", "for", "dam"))
    (True, False)
    """
    telling = (word for word in question if word not in _VOTING and word.removesuffix("s") not in PERSON_NOUNS)
    return bool(_A_VOTE & set(question)) and not any(telling)


def days_named(question: str) -> frozenset[tuple[str, ...]]:
    """The days that a question names: those of a long meeting are asked for apart.

    >>> days_named("Who spoke on 3 May 2024?")
    frozenset({('3', 'may')})
    """
    return frozenset(_DAY.findall(fold(question)))
