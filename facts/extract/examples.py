"""Lists within a sentence: what is named behind "such as", "including" and a plural noun, as one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import ASIDE, is_cut
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import coordinated
from facts.folding import squeezed
from facts.parse.clauses import Argument
from facts.parse.phrases import verbatim
from facts.parse.tree import Token
from facts.questions import is_clean

FEWEST, MOST_WORDS = 2, 40
"""How many items a list has at least, and how many words at most."""
NO_PART = frozenset({"case", "det", "nummod", "poss", "predet"})
"""What stands before a noun and does not tell of which kind it is."""
NO_KIND = frozenset({"few", "many", "other", "several", "some", "such"})
KINDS = frozenset(
    """bill challenge company concern country crime disease drug field good grant group industry issue law material
    nation need organization partner priority product program programme project resource sector service species state
    technology threat topic""".split()
)
"""Nouns of kinds of things, which one names examples of."""
VAGUE = frozenset(
    """area aspect benefit challenge effort element example factor idea issue item matter measure need one opportunity
    option other people person place policy priority reason step subject thing topic way""".split()
)
"""Nouns that say too little to ask for what is named of them."""
WEIGHTY = frozenset("common critical current important key main major other shared top various".split())
"""Adjectives that do not tell of which kind something is."""
AFTER = frozenset({"after", "amid", "before", "despite", "following", "since"})
"""Prepositions of phrases that a list behind them may not belong to."""
TWO_LISTS = re.compile(r"\band\b.*,? (?:and|as well as)\b|\bas well as\b")
"""How a list looks that goes on with what is no longer of the kind."""
LONGEST_NOUN = 6
"""How many words the noun has with what describes it."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what sentences name of a kind: "technologies including sonar and radar"."""
    for sentence in material.sentences if material.meeting_name is not None else ():
        for token in sentence.span:
            listed = _behind(token)
            if listed is not None:
                yield from _named(material, sentence, *listed)


def _behind(token: Token) -> tuple[Token, Token] | None:
    """The plural noun before "including" or "such as", and the first noun of the list behind it."""
    such_as = token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ == "such"
    if token.dep_ != "prep" or not (token.lower_ == "including" or such_as):
        return None
    noun = token.head
    first = next((c for c in token.children if c.dep_ == "pobj"), None)
    if first is None or noun.tag_ != "NNS" or noun.i > token.i or _follows(noun):
        return None
    between = noun.doc[noun.i + 1 : token.i - (token.lower_ == "as")]
    if not between:
        return noun, first
    # "jobs in the trades, including women": behind a comma the list may belong to what stands further left.
    kind = noun.lemma_.lower() in KINDS
    return (noun, first) if len(between) == 1 and between[0].text in ASIDE and kind else None


def _follows(noun: Token) -> bool:
    """Whether a noun stands in a phrase of time behind another: "help after storms, including lamps"."""
    before = noun.left_edge.i - 1
    return noun.head.lower_ in AFTER or (before >= 0 and noun.doc[before].lower_ in AFTER)


def _named(material: Material, sentence: Sentence, noun: Token, first: Token) -> Iterator[Draft]:
    """What is named of a kind."""
    asked = _described(noun)
    end = first.right_edge.i + 1
    phrase = Argument("object", first, first.left_edge.i, end)
    doc = first.doc
    words = doc[phrase.start : end]
    joined = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("and", "or")
    if (
        asked is None
        or joined
        or is_cut(doc, phrase.start, end)
        or any(t.pos_ in ("PRON", "VERB", "AUX") for t in words)
    ):
        return
    text = material.parsed.article.text
    items = coordinated(phrase, text, sentence.paragraph)
    answer = squeezed(verbatim(text, sentence.paragraph, phrase.start, end)).rstrip(",")
    if len(items) < FEWEST or TWO_LISTS.search(answer) or len(answer.split()) > MOST_WORDS or not is_clean(answer):
        return
    question = f"Which {asked} were named in connection with {material.meeting_name}?"
    yield Draft("list", question, answer, sentence_span(sentence), value=items, rule="examples.named")


def _described(noun: Token) -> str | None:
    """A plural noun with what stands before it: "critical inputs"; None where that says too little."""
    doc = noun.doc
    start = noun.left_edge.i
    words = [t for t in doc[start : noun.i + 1] if t.dep_ not in NO_PART and t.tag_ != "RBS"]
    while words and words[0].is_punct:
        words.pop(0)
    plain = all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT", "CCONJ", "ADV", "VERB") for t in words)
    if not plain or any(t.dep_ == "poss" for t in doc[start : noun.i]) or any(t.lower_ in NO_KIND for t in words):
        return None
    if len(words) > LONGEST_NOUN or len(words) != words[-1].i - words[0].i + 1:
        return None
    if sum(t.lower_ not in WEIGHTY for t in words) < 2 and noun.lemma_.lower() in VAGUE:
        return None
    text = doc.span(words[0].i, noun.i + 1).text
    return text[:1].lower() + text[1:] if words[0].is_sent_start and not words[0].ent_type_ else text
