"""What a list below a sentence completes: "The Academy also approved:" and an item for each thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.asked import at_meeting
from facts.extract.doings.spoken import THEIRS
from facts.extract.draft import Draft, Material, Sentence
from facts.extract.happened import happened
from facts.extract.lists import bullets
from facts.parse.clauses import Clause

LISTING_VERBS = frozenset({"be", "comprise", "consist", "feature", "have", "include", "say"})
"""Verbs below which a list names people or things, or only goes on with a speech."""
LINKS = frozenset({"on", "to", "upon"})
FOLLOWING = re.compile(r"\s*(?:(?:on|to|upon|that)\s+)?(?:the following[^:]*|to)?\s*:$")
"""What may stand between a verb and the list that completes it."""
_OURS = re.compile(rf"\b(?:{'|'.join(THEIRS)})\b")
FEWEST, MOST_WORDS = 2, 110
"""How many items a list has at least, and how many words in all at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the lists of an article say that somebody did, decided or discussed."""
    for found in bullets(material):
        items = [re.sub(r"(?:;|,)?(?:\s+and)?[;.,]*$", "", item) for item in found.items]
        answer = "; ".join(items)
        if found.intro is None or len(items) < FEWEST or len(answer.split()) > MOST_WORDS:
            continue
        clause = _last(found.intro)
        words = found.intro.words_of(clause) if clause is not None else None
        if clause is None or words is None or _is_linked(items):
            continue
        if clause.subject is not None and clause.subject.head.lower_ == "we":  # "we" is said in the question by name
            items = [_OURS.sub(lambda word: THEIRS[word[0]], item) for item in items]
            answer = "; ".join(items)
        behind = [a for a in clause.arguments if a.start > clause.verb.i]
        question = at_meeting(material, words.ask("What", *behind, tail=_tail(clause)), words)
        if question is not None:
            yield Draft("list", question, answer, found.span, value=items, confidence=0.85, rule="minutes.list")


def _last(intro: Sentence) -> Clause | None:
    """The clause that breaks off before a list, its verb last."""
    for clause in reversed(intro.clauses):
        rest = intro.paragraph.doc.text[clause.verb.idx + len(clause.verb.text) : intro.span.end_char].rstrip()
        if FOLLOWING.fullmatch(rest) and happened(clause) and clause.verb.lemma_ not in LISTING_VERBS:
            return clause
    return None


def _tail(clause: Clause) -> str:
    """What a question ends with: "agreed to:" asks what somebody agreed to do, "agreed on:" what on."""
    word = clause.verb.nbor().lower_
    return "to do" if word == "to" else word if word in LINKS else ""


def _is_linked(items: list[str]) -> bool:
    """Whether items are bare links or names of files."""
    return any(re.search(r"https?:|www\.", item) for item in items)
