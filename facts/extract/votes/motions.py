"""The motion that a vote is about: what a clause moves, adopts or rejects, as it stands in a question."""

from __future__ import annotations

import re

from facts.extract.doings.decisions import PROPOSAL_NOUNS, RESOLVING_VERBS, is_vague, said, verb_of
from facts.extract.draft import Sentence
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.parse.tree import Token
from facts.questions import ClauseWords

MOVING_VERBS = frozenset({"move", "propose", "put-forward"})
TAKING_SIDES = frozenset({"back", "oppose", "support"})
CONTEST_VERBS = frozenset({"beat", "defeat", "edge", "outpoll"})
POINTING = re.compile(
    r"\b(?:it|its|them|their|his|her|this|that(?=$|[,.;])|these|those|he|she|they|we|our|you|us)\b"
    r"|\bthe (?:same|issue|matter|item|amendment)\b(?! (?:by|for|from|of|on|that|to) )"
    r"|\bthe (?:earlier|first|further|later|other|previous|rival|second) "
    r"(?:amendment|bill|motion|proposal|resolution|vote)\b",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"\b(?:one|two|some|the (?:first|second|last)) of (?:them|these|which|the)\b", re.IGNORECASE)
"""What tells that a vote was on one of several things."""
FEWEST = 2
"""How many telling words a motion has at least."""
LONGEST = 22
"""How many tokens a motion has at most in a question."""
SMALL = frozenset("a an and at decision for in motion next of on that the to with".split())
"""Words of a motion that say nothing of what it is about."""


def motion_in(sentence: Sentence) -> str | None:
    """The motion that a sentence tells of, named in full; None where it names none."""
    for clause in sentence.clauses:
        words = sentence.words_of(clause)
        if words is not None and len(clause.chain) == 1 and not is_contest(clause):
            thing = clause.subject if clause.passive else clause.first("object")
            motion = motion_of(clause, words, sentence)
            if motion is not None and (thing is None or is_proposal(thing)) and stands_alone(motion):
                return motion
    return None


def motion_of(clause: Clause, words: ClauseWords, sentence: Sentence) -> str | None:
    """What a clause moves, adopts, rejects or votes on: "the motion to close the bridge", "the river plan"."""
    verb = verb_of(clause)
    thing = clause.subject if clause.passive else clause.first("object")
    aim = clause.first("infinitive", "content")
    if thing is not None and thing.head.like_num:
        thing = None  # "voted 7 to 4 to close the pool"
    if verb in MOVING_VERBS and not clause.passive and thing is None and aim is not None:
        return _aimed("the motion", aim, sentence)
    if verb in RESOLVING_VERBS and not clause.passive and thing is None and aim is not None:
        return _aimed("the decision", aim, sentence)
    if thing is None or thing.end - thing.start > LONGEST or thing.head.pos_ == "PRON":
        return None  # "it" may be anything that was told of
    if verb in RESOLVING_VERBS or (verb in MOVING_VERBS | TAKING_SIDES and is_proposal(thing)):
        return named(_definite(said(thing, sentence.antecedents)))
    return None


def is_proposal(phrase: Argument) -> bool:
    """Whether a phrase names what can be put to the vote: "the bill to sell the pier", "the Sale of Piers Bill"."""
    last = phrase.head.doc[phrase.end - 1]
    called = phrase.head.pos_ == last.pos_ == "PROPN" and last.lemma_.lower() in PROPOSAL_NOUNS
    return called or phrase.head.lemma_.lower() in PROPOSAL_NOUNS


def _aimed(noun: str, aim: Argument, sentence: Sentence) -> str | None:
    if aim.end - aim.start > LONGEST or (aim.role == "content" and aim.head.tag_ == "VBG"):
        return None
    text = said(aim, sentence.antecedents)
    return named(f"{noun} {text}" if text.startswith("to ") else f"{noun} that {text}")


def _definite(text: str) -> str:
    """A motion as something known: "the motion" for "a motion"."""
    return re.sub(r"^(?:an?|another)\s", "the ", text)


def named(motion: str) -> str | None:
    """The motion where its words say what it is about, else None."""
    motion = re.sub(r",? by [A-Z].*$", "", motion) if ", by " in motion else motion
    fits = len(_telling(motion)) >= FEWEST and not re.search(r"[:;\"“”]|\bseconded\b", motion)
    return motion if fits and not is_vague(motion) and not POINTING.search(motion) else None


def stands_alone(motion: str) -> bool:
    """Whether a motion is clear to a stranger who is not told whose it is."""
    return len(_telling(motion)) > FEWEST or any(w[:1].isupper() or w[:1].isdigit() for w in motion.split())


def _telling(motion: str) -> list[str]:
    """The words of a motion that say what it is about."""
    return [w for w in re.findall(r"[\w’'-]+", fold(motion)) if w not in SMALL]


def is_contest(clause: Clause) -> bool:
    """Whether people are voted on, not a proposal: "he beat her", "she was elected"."""
    thing = clause.first("object") or (clause.subject if clause.passive else None)
    person = thing is not None and (is_person(thing.head) or _is_name(thing.head))
    return clause.verb.lemma_.lower() in CONTEST_VERBS | {"elect", "re-elect"} and (thing is None or person)


def _is_name(head: Token) -> bool:
    """Whether a noun is somebody's name, be it one that the parser does not know."""
    return head.ent_type_ == "PERSON" or (head.pos_ == "PROPN" and head.ent_type_ in ("", "ORG"))
