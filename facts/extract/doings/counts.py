"""How many and how much: what a text counts, sums of money, by how much a measure changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import answer_of
from facts.extract.doings.asked import at_meeting
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import number_of
from facts.parse.phrases import verbatim
from facts.parse.tree import Token
from facts.questions import ClauseWords, in_full, is_anchored

UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
"""Entities of numbers that count nothing."""
MEASURES = frozenset(
    """% century cent day decade fifth half hour minute month per percent percentage point quarter second tenth third
    time week year""".split()
)
"""Nouns behind a number that measure and are not counted."""
ABOUT = r"(?:(?:about|approximately|around|some|nearly|almost|over|more than|less than|at least|up to|roughly) )?"
_SIGN = r"(?:US|A|C|NZ|HK|S|Sh|R|Rs)?[$€£¥₹₫]\s?|\b(?:USD|EUR|GBP|NOK|SEK|DKK|CHF|JPY|CNY|INR|AUD|CAD|NZD|VND|Sh)\s?"
_POWER = r"(?:\s?(?:million|billion|trillion|thousand|bn|m|k)\b)?"
_UNIT = r"\s(?:US dollars|dollars|euros?|pounds|yen|yuan|rupees|dong|francs|kroner|krona|pesos)\b"
MONEY = re.compile(
    rf"{ABOUT}(?:(?:{_SIGN})\d[\d,.]*{_POWER}(?:{_UNIT})?|\b\d[\d,.]*{_POWER}{_UNIT})"
    r"(?: (?:a|per) (?:day|week|month|year))?",
    re.IGNORECASE,
)
SHARE = re.compile(
    rf"{ABOUT}(?:\d[\d.,]*|an? (?:half|quarter))\s?(?:%|per ?cent\b|(?:percentage|basis) points?\b)", re.IGNORECASE
)
AIM = re.compile(r" (?:for|from|in|of|to|towards?) ")
"""What leads on from a sum of money to what it is for."""
PAYING = frozenset(
    """allocate award collect commit contribute cost donate earn give grant invest lend loan lose offer owe pay pledge
    provide raise receive save set-aside spend win""".split()
)
"""Verbs whose object may be a sum of money, asked for by "how much"."""
CHANGING = frozenset("climb decline decrease drop expand fall gain grow increase rise shrink slip".split())
"""Verbs of what a measure does by so much or to so much."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each number, sum and change that a clause told as so is about."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if is_plain(clause) and is_told(clause):
                for words in sentence.readings(clause):
                    yield from _told(material, sentence, clause, words)


def _told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    yield from _sum(material, sentence, clause, words)
    yield from _change(material, sentence, clause, words)
    for phrase in clause.phrases:
        yield from _count(material, sentence, clause, words, phrase)


def _count(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, phrase: Argument
) -> Iterator[Draft]:
    """ "The navy seized forty boats off Tarn": how many."""
    head = phrase.head
    if phrase.role == "oblique" and phrase.preposition and phrase.start + 1 < phrase.end:
        head = next((c for c in head.children if c.dep_ == "pobj"), head)
        phrase = Argument("oblique", head, phrase.start + 1, phrase.end, phrase.preposition)
    number = next((c for c in head.children if c.dep_ == "nummod" and c.i < head.i), None)
    if (
        phrase.role not in ("object", "oblique", "subject")
        or number is None
        or number.ent_type_ in UNCOUNTED
        or not number.like_num
    ):
        return
    if (
        head.tag_ not in ("NNS", "NNPS")
        or head.lemma_.lower() in MEASURES
        or any(c.dep_ == "conj" for c in head.children)
    ):
        return
    first = number.left_edge.i
    if first != phrase.start or _goes_on(number, first):
        return
    counted = Argument(phrase.role, head, number.i + 1, phrase.end)
    noun = in_full(counted, sentence.antecedents, 10, bare=words.bare)
    if noun is None:
        return
    answer = verbatim(material.parsed.article.text, sentence.paragraph, first, number.i + 1)
    if phrase.role == "subject":
        question = words.ask_subject(f"How many {noun}") if not words.bare else None
    else:
        whole = next(a for a in clause.arguments if a.start in (phrase.start, phrase.start - 1) and a.end == phrase.end)
        question = at_meeting(material, words.ask(f"How many {noun}", whole, tail=phrase.preposition or ""), words)
    if question and is_anchored(question) and number_of(answer.split()[-1]) not in (None, 1):
        yield Draft(
            "how_many", question, answer, sentence_span(sentence),
            value=number_of(answer), confidence=0.8, rule="count.how_many",
        )  # fmt: skip


def _goes_on(number: Token, first: int) -> bool:
    """Whether a number is a part of a longer one or of a span: "one hundred and twelve", "between 5 and 7"."""
    doc = number.doc
    around = doc[max(0, first - 2) : first]
    if any(t.like_num or t.lower_ in ("between", "from", "to", "-", "–", "/") for t in around):
        return True
    return any(c.dep_ == "conj" for c in number.children) or doc[number.i + 1].text in (
        "-",
        "–",
        "/",
        "to",
        "and",
        "or",
        "of",
    )


def _sum(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The fund paid $4 million for the pier": how much."""
    sum_ = clause.first("object")
    if sum_ is None or clause.lemma.replace(" ", "-") not in PAYING or clause.passive:
        return
    text = answer_of(sum_, sentence.antecedents, 12)
    found = MONEY.match(text) if text is not None else None
    if text is None or found is None or (found.end() < len(text) and not AIM.match(text, found.end())):
        return
    behind = [a for a in clause.arguments if a.start >= sum_.start]
    word = "How much" if clause.verb.lemma_ == "cost" else "How much money"
    question = at_meeting(material, words.ask(word, sum_) or words.ask(word, *behind), words)
    if question:
        yield Draft("how_many", question, text, sentence_span(sentence), confidence=0.85, rule="amount.sum")


def _change(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Unemployment in Tarn rose by 2 per cent to 7 per cent": by how much, to what."""
    if clause.verb.lemma_.lower() not in CHANGING or clause.passive:
        return
    amounts = [
        a
        for a in clause.arguments
        if a.role in ("oblique", "object", "manner", "attribute") and a.start > clause.verb.i
    ]
    for amount in amounts:
        preposition = amount.preposition or ""
        answer = answer_of(amount, sentence.antecedents, 8)
        if (
            answer is None
            or preposition not in ("", "by", "to")
            or not (SHARE.fullmatch(answer) or MONEY.fullmatch(answer))
        ):
            continue
        others = [a for a in amounts if a is not amount and a.preposition in (None, "", "by", "to", "from")]
        question = words.ask("To what level" if preposition == "to" else "By how much", amount, *others)
        question = at_meeting(material, question, words)
        if question:
            yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.8, rule="amount.change")
