"""How much: sums of money, shares and quantities, asked by the noun that they measure or the verb that changes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause, innermost
from facts.parse.phrases import compact, is_plural, lowered
from facts.parse.tree import Token
from facts.questions import ClauseWords

MONEY = re.compile(
    r"(?:(?:US|A|C|NZ|HK|S)?[$€£¥₹₫]\s?\d[\d,.]*(?:\s?(?:million|billion|trillion|thousand|bn|m|k)\b)?"
    r"|\b(?:USD|EUR|GBP|NOK|SEK|DKK|CHF|JPY|CNY|INR|AUD|CAD|NZD|VND)\s\d[\d,.]*(?:\s(?:million|billion|trillion|thousand)\b)?"
    r"|\b\d[\d,.]*\s(?:(?:million|billion|trillion|thousand)\s)?"
    r"(?:US dollars|dollars|euros?|pounds|yen|yuan|rupees|dong|francs|kroner|krona|pesos|EUR|USD|GBP)\b)",
)
UNITS = (
    "tonnes?|tons?|kilometres?|kilometers?|km|miles?|metres?|meters?|hectares?|acres?|litres?|liters?|gallons?|"
    "barrels?|megawatts?|gigawatts?|MW|GW|MWh|GWh|TWh|bcm|cubic met(?:re|er)s?|kilograms?|kg|degrees?|points?|seats?|"
    "votes?|jobs?"
)
QUANTITY = re.compile(
    r"\b(?:about |around |some |nearly |almost |over |more than |at least |up to )?\d[\d,.]*"
    rf"(?: (?:to|and) \d[\d,.]*|[–-]\d[\d,.]*)?(?: (?:million|billion|thousand))? (?:{UNITS})\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"\b(?:\d[\d.,]*|[a-z]+)(?:\s?[–-]\s?\d[\d.]*)?\s?(?:%|percent\b|per cent\b|percentage points?\b|basis points?\b)"
    r"|\b\d+ (?:in|out of) (?:every )?\d+\b",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
PATTERNS = (
    (MONEY, DIGIT, "How much money"),
    (SHARE, re.compile(r"%|per ?cent|basis point|\d (?:in|out of) ", re.IGNORECASE), "How much"),
    (QUANTITY, DIGIT, "How much"),
)
"""How amounts are written, what any sentence with such an amount has, and how one asks for it."""
LEVEL_VERBS = frozenset(
    """accelerate amount average be climb come decline decrease drop ease fall grow hit increase reach recover rise
    shrink slip slow soar stand total widen""".split()
)
"""Verbs that say where a measure stands or to what it went."""
CHANGE_VERBS = frozenset("bring cut hold increase keep leave lift lower put raise reduce revise set trim widen".split())
"""Verbs that say to what or by how much somebody moved a measure."""
RESOLVING = frozenset({"agree", "decide", "resolve", "vote", "choose", "opt"})
"""Verbs under which what follows was done by saying so."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each sum of money, share and quantity."""
    text = material.parsed.article.text
    for sentence in material.sentences:
        first, last = sentence_span(sentence)
        taken: list[tuple[int, int]] = []
        for pattern, hint, word in PATTERNS:
            for match in pattern.finditer(text[first:last]) if hint.search(text, first, last) else ():
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                taken.append(match.span())
                head = _head(sentence, first + match.start(), first + match.end())
                if head is not None:
                    answer = match[0].strip().rstrip(".,")
                    yield from _amount(sentence, head, word, answer, text[first + match.end() : last])


def _head(sentence: Sentence, start: int, end: int) -> Token | None:
    """The head word of an amount."""
    base = sentence.paragraph.start
    tokens = [t for t in sentence.span if base + t.idx < end and base + t.idx + len(t.text) > start]
    return min(tokens, key=lambda t: len(list(t.ancestors)), default=None)


def _amount(sentence: Sentence, head: Token, word: str, answer: str, behind: str) -> Iterator[Draft]:
    span = sentence_span(sentence)
    place = innermost(sentence.clauses, head)
    words = sentence.words_of(place.clause) if place else None
    year = re.match(r"(?:\s\([^)]*\))?\s+(in|for) ((?:[A-Z][a-z]+ )?(?:19|20)\d\d)\b", behind)
    yield from _of_noun(sentence, head, answer, span, f" {year[1]} {year[2]}" if year else "", words)
    if place is None or words is None:
        return
    clause, argument = place
    if argument.role == "subject":
        whole = _whole(clause, sentence)
        word = f"{word} {whole}" if whole and "money" not in word else word
        yield Draft("how_many", words.ask_subject(word), answer, span, (), None, 0.75)
        return
    preposition = argument.preposition or ""
    direct = head == argument.head or head.head == argument.head or (head.dep_ == "pobj" and head.head == argument.head)
    asked = words.ask("How much" if preposition else word, argument, preposition)
    if year and year[2] not in asked:
        asked = f"{asked[:-1]} {year[1]} {year[2]}?"
    variants = [words.ask("What percentage" if "%" in answer or "per" in answer else "How much", argument)]
    if direct:
        variants = [*_levels(clause, words, argument, preposition), *variants]
    yield Draft("how_many", asked, answer, span, tuple(variants), None, 0.8 if direct else 0.7)


def _whole(clause: Clause, sentence: Sentence) -> str:
    """What a share is of, where a relative clause says so: "the line, of which 62% has been built"."""
    for child in clause.verb.subtree:
        if child.lower_ == "of" and any(c.tag_ == "WDT" for c in child.children) and clause.verb.dep_ == "relcl":
            noun = clause.verb.head
            while noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ in ("between", "to")):
                noun = noun.head if noun.dep_ == "conj" else noun.head.head
            end = min(noun.right_edge.i + 1, child.i)
            name = compact(noun, noun.left_edge.i, max(end, noun.i + 1), sentence.antecedents)
            return f"of {lowered(name, noun.doc[noun.left_edge.i])}"
    return ""


def _levels(clause: Clause, words: ClauseWords, argument: Argument, preposition: str) -> Iterator[str]:
    """How else one asks for a level ("What was inflation in May?") or for a change of it."""
    verb = clause.verb.lemma_.lower()
    time = next((text for a, text in words.pieces if a.role == "time"), "")
    if verb in LEVEL_VERBS and preposition in ("", "to", "at") and not clause.passive:
        was = _be(words)
        for question in (f"How high {was} {words.subject}", f"What {was} {words.subject}"):
            yield f"{question} {time}".strip() + "?"
    thing = clause.first("object")
    if verb in CHANGE_VERBS and preposition in ("to", "at", "from") and thing is not None:
        name = next((text for a, text in words.pieces if a is thing), "")
        if name and preposition != "from":
            owner = words.subject + ("'" if words.subject.endswith("s") else "'s")
            name = re.sub(r"^(?:its|their|his|her)\b", owner, name)
            verb_now = "are" if is_plural(thing.head) else "is"
            yield f"What {verb_now} {name} now?"
            yield f"How high {verb_now} {name}?"
            yield f"What {'do' if is_plural(thing.head) else 'does'} {name} stand at?"
    if len(clause.chain) > 1 and clause.chain[0].lemma_.lower() in RESOLVING and words.plain:
        rest = words.rest(argument, ("time",))
        asked = {"": "How much", "by": "By how much", "to": "To how much"}.get(preposition)
        if asked:
            yield " ".join(f"{asked} did {words.subject} {clause.verb.lemma_} {rest}".split()) + "?"


def _be(words: ClauseWords) -> str:
    plural = words.clause.subject is not None and is_plural(words.clause.subject.head)
    if words.front in ("do", "does", "has", "have", "is", "are", "should", "will", "would"):
        return "are" if plural else "is"
    return "were" if plural else "was"


def _of_noun(
    sentence: Sentence, head: Token, answer: str, span: tuple[int, int], year: str, words: ClauseWords | None
) -> Iterator[Draft]:
    """An amount that a noun has behind "of" or "worth": "a surplus of £31,270", "a grant of €27 million"."""
    link = head.head
    if head.dep_ not in ("pobj", "npadvmod") or link.lower_ not in ("of", "worth") or link.head.pos_ != "NOUN":
        return
    noun = link.head
    if link.lower_ == "of" and any(c.dep_ == "pobj" and c.i < link.i for c in noun.children):
        return
    rest = [c for c in noun.children if c.dep_ == "prep" and c != link and c.i > link.i]
    kept = compact(noun, noun.left_edge.i, noun.i + 1, sentence.antecedents)
    kept = lowered(kept, noun.doc[noun.left_edge.i])
    name = re.sub(r"^(?:a|an|some)\s+", "the ", kept)
    if name == kept and not re.match(r"(?:the|its|their|his|her|this|that|each|every)\s|.*['’]s? ", kept):
        name = f"the {kept}"
    for child in rest[:1]:
        if child.right_edge.i - child.i < 7:
            name += " " + compact(child, child.i, child.right_edge.i + 1, sentence.antecedents)
    if name.split()[0].lower() in ("its", "their", "his", "her", "this", "that"):
        return
    year = "" if year.strip() in name else year
    full = name
    if len(name.split()) < 4 and words is not None and words.plain:
        thing = words.clause.first("object")
        if thing is not None and thing.head == noun:
            full = " ".join(f"{name} that {words.subject} {words.plain} {words.rest(thing, ('time',))}".split())
    was = "were" if is_plural(noun) else "was"
    tail = "worth" if link.lower_ == "worth" else ""
    if full != name and len(full.split()) < 24:
        yield Draft("how_many", f"How much {was} {full}?", answer, span, (f"How big {was} {full}?",), None, 0.7)
    variants = (
        f"What {was} {name}{year}?",
        f"How big {was} {name}{year}?",
        f"How high {was} {name}{year}?",
        f"What {'are' if is_plural(noun) else 'is'} the amount of {name}?",
    )
    yield Draft(
        "how_many", " ".join(f"How much {was} {name} {tail}{year}".split()) + "?", answer, span, variants, None, 0.8
    )
