"""Facts that leave out under what condition they hold: "will be held on 5 June, unless the lake is frozen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.tree import Token

OPENERS: Final = re.compile(
    r"(?<!even )(?<!as )\b(?:if|unless|provided(?= that)|providing that|(?:as|so) long as|on (?:the )?condition"
    r"|weather permitting)\b|(?<=, )(?:subject to|pending|provided)\b",
    re.IGNORECASE,
)
"""Words that open a condition."""
ASKING: Final = frozenset({"ask", "doubt", "know", "see", "wonder"})
"""Verbs (lemmas) behind which "if" opens a question."""
BEING: Final = frozenset({"am", "are", "be", "been", "is", "was", "were"})


class Condition(NamedTuple):
    """A condition of a sentence: the word that opens it, and the forms of the verb that holds under it."""

    opener: str
    verb: frozenset[str]


class Conditions:
    """The conditions of an article's sentences."""

    def __init__(self, material: Material) -> None:
        """Find them in each sentence."""
        self._told = {sentence_span(each): tuple(conditions(each)) for each in material.sentences}

    def left_out(self, draft: Draft) -> bool:
        """Whether a draft tells what its sentence tells only under a condition, and neither asks nor answers that."""
        words = re.findall(r"[\w’'-]+", fold(f"{draft.question} {draft.answer}"))
        return any(
            condition.opener not in words and not condition.verb.isdisjoint(words)
            for condition in self._told.get(draft.span, ())
        )


def conditions(sentence: Sentence) -> Iterator[Condition]:
    """Yield the conditions of a sentence, each with the verb that holds under it."""
    for match in OPENERS.finditer(sentence.span.text):
        first = sentence.span.start_char + match.start()
        token = next((t for t in sentence.span if t.idx == first), None)
        verb = _verb_under(token) if token is not None else None
        if verb is not None and verb.lemma_.lower() not in ASKING:
            forms = BEING if verb.lemma_.lower() == "be" else {verb.folded, verb.lemma_.lower()}
            yield Condition(max(fold(match[0]).split(), key=len), frozenset(forms))


def _verb_under(opener: Token) -> Token | None:
    """The verb that holds under a condition: the one above the condition's own, if it has any."""
    above = [t for t in opener.ancestors if t.pos_ in ("AUX", "VERB")]
    own = above[0] if above and above[0].i > opener.i and opener.dep_ in ("advmod", "mark") else None
    if own is not None and own.dep_ != "advcl":
        return own if own.dep_ == "ROOT" else None  # "if ice melts, it ends" misread; "asked if it was safe"
    return next((t for t in above if t is not own), None)
