"""Who did what by a sentence: who moved a motion did not carry it, and what somebody only spoke about nobody said."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.deeds_told import FORMS
from bot.question import Question
from bot.question.cues import BE, DETERMINERS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, stem, tokens
from bot.question.words import DEEDS, GENERAL
from facts.expressions import expression

_DEEDS: Final = tuple(
    frozenset(map(stem, line.split()))
    for line in (
        *DEEDS,
        "adopt approve back carry endorse pass ratify support",
        "move nominate propose table",
        "seconded",
        "open inaugurate",
    )
)
_BEHIND: Final = expression(
    r"(?P<mark>,?) (?P<helped>(?:who|also|then|later|first|has|have|had|\w+ly) )*(?P<verb>[\w’'-]+)"
)
"""The verb behind the one who did it."""
_AND_ALSO: Final = expression(r"[^,;.]*? and (?:(?:then|also|later) )?([\w’'-]+)")
"""The next verb of the one who did it."""
_DID_NOT: Final = expression(r"(?:,[^,;.]{1,60},)? (?:(?:did|has|had|would) not|\w+n[’']t|never) ([\w’'-]+)")
"""The verb behind the one who did not do it."""
_STOOD_IN_FOR: Final = expression(
    r",? (?:who )?(?:was|were|is|being) (?:absent|away|ill|unable|abroad)\b[^.;]* by ", re.IGNORECASE
)
"""What stands behind the one in whose place it was done by somebody else."""
_AWAY: Final = frozenset(map(stem, ("absent", "missing")))
_OWNED: Final = expression(r"[’']s? \w")
"""What stands behind the one whose deputy or staff did it."""
_DEALS: Final = expression(
    r"(?: \w+ly| also| then)? (?:consider|receiv|hear|not|examin|discuss|review|reject|refus|welcom|studi)e?d "
    r"((?:(?:the|an?|this|its|their|his|her) )?[^,.;]{1,60})"
)
"""Verbs for what is done with another's doing, and what that is."""
_ROOT: Final = 4
"""How many letters at the least a verb has in common with the noun for what it does."""
BY: Final = expression(r"([\w’'-]+) by (?:(?:the|[A-Z][\w’'-]*\.?) )*$")
"""The verb before the one whom it was done by."""
_CHAIR: Final = expression(r"\b(?:chair\w*|presid\w+)\b", re.IGNORECASE)
_ATTEND: Final = stem("attend")
_REPRESENT: Final = stem("represent")
_ROLE: Final = expression(
    r", (?!who(?:m|se)?\b|which\b|that\b)((?:[\w’'-]+ ){0,3}?[A-Za-z][\w’'-]*)(?:,| (?:at|for|from|in|of)\b|[.;]?$)"
)
"""What somebody is, told right behind their name."""
_SUCCEEDS: Final = expression(
    r"\bwho\b.*?\b(?:replac\w+|succeed\w*|successor|(?:tak\w+|took) over|(?:is|was|becomes?) (?:the|its|their) new)\b",
    re.IGNORECASE,
)
_NEW: Final = frozenset(
    map(
        stem,
        "replace succeed successor follow over new next appoint elect choose name become assume nominate win "
        "swear".split(),
    )
)
"""By what a sentence tells who comes after somebody; else it is somebody who goes."""
_PRECEDES: Final = expression(
    r"\bwho\b (?:is|was|held|had) (?!.*\b(?:elected|appointed|chosen|named)\b).*"
    r"\b(?:before|until then|previous(?:ly)?|predecessor|outgoing|former(?:ly)?)\b",
    re.IGNORECASE,
)
_CHOSEN: Final = frozenset(map(stem, "elect appoint choose name nominate swear".split()))
"""By what a sentence tells of somebody new."""
_OLD: Final = expression(
    r"\b(?:succe\w+|replac\w+|predecessor|former(?:ly)?|previous(?:ly)?|outgoing|ex|held|since|until|retir\w+|resign\w+|"
    r"had been|stepp\w+|took over|tak\w+ over|follow\w*|re-?elected|after)\b",
    re.IGNORECASE,
)
"""By what a sentence tells of who was there before."""
_SECONDS: Final = expression(r"\b(?:sec\b|second|2nd|support|back)|/", re.IGNORECASE)
"""By what a sentence tells who seconded."""
_OF_SELF: Final = expression(r"(?: (?:about|for|of|on|that|to))? (?:he|she|they|we|I|his|her|their|it)\b")
_POINTS: Final = expression(r"(?:it|this|that|them|these|those)\b", re.IGNORECASE)
"""What takes up what was told before."""
_VOTE_ON: Final = expression(
    r"\b(?:vot(?:e[ds]?|ing)|ballot|abstain\w*|debate|motion|proposal|decision) (?:on|about|against|for|to) "
    r"([^.,;?]+?)(?= (?:at|by|in|during|before|after|with)\b|[.,;?]|$)",
    re.IGNORECASE,
)
"""What a vote is on."""
_SAYING: Final = frozenset(
    map(stem, (*GENERAL["say"].split(), "say", "tell", "state", "think", "feel", "explain", "add"))
)
_ASKS_SAID: Final = frozenset(map(stem, ("say", "tell", "state")))
_ASKS_THOUGHT: Final = expression(r"\bthink (?:about|of)\b", re.IGNORECASE)
_TOPIC: Final = expression(
    r"\b(?:spoke|speaks?|speaking|talk\w*|speech|address\w*|presentation|presented|statement|remarks|report(?:ed)?|"
    r"comment\w*|questions?|asked|briefed|briefing|updated?)\b[^.,;]{0,30}? (?:about|on|of|regarding|concerning)"
    r"(?: (?:the|an?|its|their))? $",
    re.IGNORECASE,
)
"""What stands before what somebody only spoke about."""
_SAID: Final = expression(r"[.!?]?[”\"’']*\s*$|[.!?;]\s|, (?:and|but|while|who|which|whose|where)\b|[“”\"]")
"""Where what was said ends."""
_ASKS_RULING: Final = expression(r"\bwhat (?:did|has|had) [\w’' -]{1,60}? rule\b", re.IGNORECASE)
_RULED_ON: Final = expression(
    r"\b(?:ruled|rules|ruling|voted?) (?:on|about|over)(?: (?:the|an?|its|their|this|that))? $", re.IGNORECASE
)
"""What stands before what a ruling is only about."""
_QUOTED: Final = expression(r"[“”\"«»]")


def is_by_another_deed(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did a thing, and the words at a span of a sentence tell who did another.

    >>> from bot.question import read
    >>> is_by_another_deed(read("Who carried the motion?"), "Ada Wren moved it.", (0, 8))
    True
    """
    asked, surfaces = question.analysis, {token.surface for token in question.tokens}
    if asked.answer_type not in ("who", "which", "list") or asked.asked_role == "object":
        return False
    if _SUCCEEDS.search(question.text) and not any(token.term in _NEW for token in tokens(sentence)):
        return True
    chosen = any(token.term in _CHOSEN for token in tokens(sentence))
    if chosen and _PRECEDES.search(question.text) and not _OLD.search(sentence):
        return True
    if asked.predicate is None:
        return False
    if _STOOD_IN_FOR.match(sentence, span[1]) and not asked.negated and asked.predicate not in _AWAY:
        return True
    if surfaces & BE and "by" not in surfaces and asked.predicate != _ATTEND:
        return False
    if asked.predicate == "second" and not _SECONDS.search(sentence):
        return True
    if _only_tells_of_it(asked.predicate, sentence, span[1]):
        return True
    if asked.asked_role == "subject" and _it_is_done_to(question, sentence, span[1]):
        return True
    if (_OWNED.match(sentence, span[1]) and "whose" not in surfaces) or _dealt_with_it(
        asked.predicate, sentence, span[1]
    ):
        return True
    return did_another(asked.predicate, sentence, span, negated=asked.negated)


def did_another(predicate: str, sentence: str, span: tuple[int, int], *, negated: bool = False) -> bool:
    """Whether whoever stands at a span of a sentence did there what is told apart from a deed (its verb as a term)."""
    behind, before = _BEHIND.match(sentence, span[1]), BY.search(sentence[: span[0]])
    also = _AND_ALSO.match(sentence, behind.end()) if behind else None
    mine = deeds_of(predicate)
    did_not = _DID_NOT.match(sentence, span[1])
    if did_not and not negated:
        verb = stem(did_not[1].lower())
        return verb == predicate or bool(mine & deeds_of(verb))
    verbs = [behind["verb"] if behind and not _is_role(behind) else "", *(each[1] for each in (also, before) if each)]
    its = deeds_of(*(stem(verb.lower()) for verb in verbs if verb))
    if _CHAIR.search(sentence):
        its -= deeds_of("open")  # "the chair, Ada Wren, opened the meeting"
    return bool(mine and its) and not mine & its


def _is_role(behind: re.Match[str]) -> bool:
    """Whether what stands behind somebody is no verb but what they are: "Ada Wren, chair of", "Ada Wren, President"."""
    verb = behind["verb"]
    bare = verb not in FORMS and not verb.endswith(("ed", "s", "ing"))
    return verb[0].isupper() or (bool(behind["mark"]) and not behind["helped"] and bare)


def _only_tells_of_it(predicate: str, sentence: str, end: int) -> bool:
    """Whether whoever stands before a place only says that a thing was done ("Ada Wren said the lock, built in 1931, …"
    of who built it), and not that they did it ("said she would")."""
    says = _BEHIND.match(sentence, end)
    if says is None or stem(says["verb"].lower()) not in _SAYING or predicate in _SAYING:
        return False
    told = sentence[says.end() :]
    return not _OF_SELF.match(told) and any(token.term == predicate for token in tokens(told))


def _it_is_done_to(question: Question, sentence: str, end: int) -> bool:
    """Whether whoever stands before a place is told only as one of those to whom it was done: "Ada Wren, Clerk, Tarn"
    of who convened the clerks."""
    predicate, role = question.analysis.predicate, _ROLE.match(sentence, end)
    words = question.tokens
    at = next((at for at, word in enumerate(words) if word.term == predicate), len(words))
    done_to = list(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, words[at + 1 :]))
    if role is None or not done_to or predicate == _REPRESENT or not _opens_noun(done_to[0]):
        return False
    is_told = any(token.term == predicate for token in tokens(sentence))
    return not is_told and done_to[-1].term == tokens(role[1])[-1].term


def _opens_noun(word: Token) -> bool:
    """Whether somebody or something may be named from a word on: not from "as" or "to"."""
    return not word.is_stop or word.surface in DETERMINERS


def _dealt_with_it(predicate: str, sentence: str, end: int) -> bool:
    """Whether whoever stands before a place dealt with what another did ("considered the application" of who
    applied)."""
    deed = _DEALS.match(sentence, end)
    root = predicate[: max(_ROOT, len(predicate) - 1)]
    return deed is not None and any(token.term.startswith(root) for token in tokens(deed[1]))


def deeds_of(*verbs: str) -> frozenset[int]:
    """The groups of deeds, by number, that verbs (as terms) belong to."""
    return frozenset(at for at, deed in enumerate(_DEEDS) if not deed.isdisjoint(verbs))


def is_no_saying(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what somebody said, and the words at a span of a sentence are only what it was about, or
    nobody says anything there.

    >>> from bot.question import read
    >>> is_no_saying(read("What did she say about pay?"), "She spoke about the pilots.", (16, 26))
    True
    """
    asked = question.analysis
    if asked.answer_type != "what":
        return False
    if asked.predicate not in _ASKS_SAID and not _ASKS_THOUGHT.search(question.text):
        return False
    if _QUOTED.search(sentence):
        return False
    says = any(token.term in _SAYING for token in tokens(sentence))
    return not says or _TOPIC.search(sentence[: span[0]]) is not None


def is_only_ruled_on(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what was ruled or voted, and the words at a span of a sentence are only what on.

    >>> from bot.question import read
    >>> told = "The court ruled on the appeal."
    >>> [is_only_ruled_on(read(f"What did the court rule{on}?"), told, (19, 29)) for on in ("", " on")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "what" or asked.stranded_preposition or not _ASKS_RULING.search(question.text):
        return False
    return _RULED_ON.search(sentence[: span[0]]) is not None


def whole_saying(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span with the rest of its clause, where a question asks what somebody said and the clause begins with "that".

    >>> from bot.question import read
    >>> told = "She said that two locks had burst, but stayed."
    >>> told[slice(*whole_saying(read("What did she say?"), told, (9, 23)))]
    'that two locks had burst'
    """
    asked = question.analysis
    opened = sentence[: span[0]].endswith(" that ") or sentence[span[0] : span[1]].startswith("that ")
    if not opened or asked.answer_type != "what" or asked.predicate not in _SAYING or asked.asked_role != "object":
        return span
    ends = _SAID.search(sentence, span[1])
    return span[0], ends.start() if ends else len(sentence)


def is_of_another_vote(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question and a sentence both say what a vote was on, and that is not the same.

    >>> from bot.question import read
    >>> is_of_another_vote(read("Who abstained on the tolls?"), "Ada Wren abstained from the vote on fees.", (0, 8))
    True
    """
    asked, told = _VOTE_ON.search(question.text), _VOTE_ON.search(sentence)
    if asked is None or told is None or _POINTS.match(told[1]):
        return False
    mine, its, all_told = (content_terms(text) for text in (asked[1], told[1], sentence))
    return bool(mine and its) and not mine & all_told
