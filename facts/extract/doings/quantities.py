"""Numbers of all kinds that clauses tell: how many, how much, what share, how long, wide and high."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut
from facts.extract.doings.ages import aged
from facts.extract.doings.as_said import Said, as_said, placed
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.counts import CHANGING, NUMBER, SHARE, UNCOUNTED
from facts.extract.doings.sums import ABOUT, COMING_TO, MONEY
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument
from facts.parse.numbers import number_ending
from facts.parse.phrases import verbatim
from facts.parse.tree import Token
from facts.questions import in_full

HEDGED = re.compile(
    r"(?:(?:a record|a total of|about|almost|an additional|an estimated|another|approximately|around|at least|"
    r"fewer than|just|less than|more than|nearly|no fewer than|only|over|roughly|some|the|under|up to|all) )*"
    r"\S+(?: (?:million|billion|thousand|hundred|dozen))?",
    re.IGNORECASE,
)
"""A number with what stands before it and says how sure it is."""
PERCENT = re.compile(rf"{ABOUT}\d[\d.,]*\s?(?:%|per ?cent\b|percentage points?\b)", re.IGNORECASE)
AMOUNT = re.compile(
    rf"(?:{SHARE.pattern}|{MONEY.pattern}|{NUMBER.pattern}(?: of a (?:percentage )?point)?)", re.IGNORECASE
)
"""A share, a sum or a bare number."""
MOVING = frozenset("bring cut increase lift lower raise reduce take".split())
"""Verbs of making a measure more or less."""
ADJECTIVES = frozenset("broad deep high large long old tall thick wide".split())
"""Adjectives of size behind a measure."""
FRACTIONS = frozenset("fifth fourth half quarter tenth third time".split())
"""Nouns that a number before them makes a share or a multiple of something."""
TOLD_ALREADY = frozenset({"both", "the", "these", "those"})
"""Words before a number of what a text has told of: how many they are is no news."""
SPENDING = frozenset({"allow", "get", "give", "have", "last", "need", "serve", "take", "wait"})
UNITS = frozenset({"day", "hour", "minute", "month", "second", "week", "year"})
"""Verbs of having and taking time, and what it is told in."""
BESIDE = re.compile(r"\b(?:against|compared|including|though|up from|versus)\b")
"""Words behind which stands what something is not, or another number."""
BESIDE_IT = frozenset({"among", "of", "with", "without"})
"""Prepositions of what is counted beside what a clause tells."""
CHANGES = {"by": "By how much", "from": "From what level", "to": "To what level"}
"""How one asks for what a measure changed by, from and to."""
VALUING = frozenset({"cap", "estimate", "fix", "put", "set", "value"})
"""Verbs behind which "at" tells how much."""
NEW = re.compile(r"^an? (?:(?:additional|historic|new|record|total)\b,? ?)*")
"""How a noun begins of what has a sum, and does not belong to its name."""
ROLES = frozenset({"agent", "attribute", "object", "oblique", "place", "subject"})
"""Roles of phrases that may tell a number."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each number that a clause tells, be it so, planned or said by somebody."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        yield from aged(material, sentence)
        for clause in sentence.clauses:
            for said in as_said(sentence, clause):
                for phrase in said.words.clause.phrases:
                    if phrase.role in ROLES:
                        yield from _of_phrase(material, sentence, said, phrase)


def _of_phrase(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    yield from _counted(material, sentence, said, phrase)
    yield from _money(material, sentence, said, phrase)
    yield from _percent(material, sentence, said, phrase)
    yield from _size(material, sentence, said, phrase)
    yield from _level(material, sentence, said, phrase)
    yield from _large(material, sentence, said, phrase)


def _asked(said: Said, phrase: Argument, front: str, tail: str = "") -> str | None:
    """The question for a phrase with a number, in whose place `front` stands."""
    words = said.words
    if phrase is words.clause.subject:
        return None if words.front in ("is", "was", "has", "does") else words.ask_subject(f"{front} {tail}".strip())
    if phrase.role == "agent":
        return words.ask(f"By {front[:1].lower()}{front[1:]}", phrase, tail=tail)
    clause = words.clause
    if phrase.preposition == "at" and clause.lemma not in VALUING:
        return None
    if phrase.role == "oblique" and (
        phrase.preposition in BESIDE_IT or (clause.first("object") and phrase.preposition == "from")
    ):
        return None  # "from" may be of whom, "with" of what came of it
    if phrase.preposition and phrase.role in ("oblique", "place"):
        front = f"{phrase.preposition[:1].upper()}{phrase.preposition[1:]} {front[:1].lower()}{front[1:]}"
    return words.ask(front, phrase, tail=tail)


def _counted(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "She said that sixteen boats had been seized off Tarn": how many."""
    head, start, text = phrase.head, phrase.start, material.parsed.article.text
    subject = said.words.clause.subject
    if subject is not None and phrase is not subject and head is subject.head:
        return  # the noun that a participle tells more of, with that
    if phrase.preposition and phrase is not subject:
        head = next((c for c in head.children if c.dep_ == "pobj"), head)
        start += len(phrase.preposition.split())
    number = next((c for c in head.children if c.dep_ in ("nummod", "compound") and c.i < head.i and c.like_num), None)
    if number is None or head.tag_ not in ("NNS", "NNPS", "NNP") or not _counts(said, phrase, head, number):
        return
    behind, doc = number.right_edge.i + 1, head.doc
    told = verbatim(text, sentence.paragraph, start, behind)
    count = number_ending(told)
    known = doc[start].lower_ in TOLD_ALREADY and said.words.clause.verb.dep_ not in ("acl", "relcl")
    if not HEDGED.fullmatch(told) or count in (None, 1) or known:
        return
    if head.lemma_.lower() in FRACTIONS or is_cut(doc, start, phrase.end):
        return
    named = Argument(phrase.role, head, behind, phrase.end)
    noun = in_full(named, sentence.antecedents, 12, behind=False, bare=said.words.bare)
    if noun is not None:
        answer = verbatim(text, sentence.paragraph, start, head.i + 1)
        # "Nine years as head of the board": it is asked how many years he served as head of it.
        unit, _, tail = noun.partition(" ") if head.lemma_.lower() in UNITS else (noun, "", "")
        yield from _draft(
            material, sentence, said, phrase, _asked(said, phrase, f"How many {unit}", tail), answer, "count.wide"
        )


def _counts(said: Said, phrase: Argument, head: Token, number: Token) -> bool:
    """Whether a number counts its noun: no date and no sum; times only where they are had or taken."""
    spent = said.words.clause.lemma in SPENDING and phrase.role == "object" and head.lemma_.lower() in UNITS
    rest = said.words.rest(phrase) or ""
    beside = BESIDE.search(rest) is not None or (said.words.clause.lemma == "be" and rest.startswith(("down", "up")))
    return (spent or number.ent_type_ not in UNCOUNTED) and not beside


def _money(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "The cooler cost £4,150", "the supplier was paid £3 million": how much."""
    text = answer_of(phrase, sentence.antecedents, 24)
    found = MONEY.match(text) if text else None
    if text and found and said.words.clause.lemma not in COMING_TO:
        asked = _asked(said, phrase, "How much", text[found.end() :].strip())
        yield from _draft(material, sentence, said, phrase, asked, found[0], "amount.wide")


def _large(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "The Tarn fund gave Ostford a £4 million loan", "a loan of £4 million": how large a loan."""
    if phrase.role != "object" or phrase.head.tag_ != "NN":
        return
    whole = in_full(phrase, sentence.antecedents, 16, behind=False, bare=said.words.bare)
    sums = list(MONEY.finditer(whole)) if whole is not None else []
    if whole is None or len(sums) != 1 or not whole.startswith(("a ", "an ")):
        return
    before = NEW.sub("", whole[: sums[0].start()].removesuffix("of "))
    thing = " ".join(f"{before} {whole[sums[0].end() :]}".split())
    article = "an" if thing[:1].lower() in "aeiou" else "a"
    aim = said.words.clause.first("purpose", "infinitive")
    told = in_full(aim, sentence.antecedents) if aim is not None else ""
    asked = said.words.ask(f"How large {article} {thing}", phrase, last=told) if thing and told is not None else None
    yield from _draft(material, sentence, said, phrase, asked, sums[0][0].strip(), "amount.large")


def _percent(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    text = answer_of(phrase, sentence.antecedents, 24)
    found = PERCENT.match(text) if text else None
    if not text or not found:
        return
    rest = text[found.end() :].strip()
    if phrase.role == "attribute" and not rest:
        asked = said.words.ask("How high", phrase)
    else:
        asked = _asked(said, phrase, f"What share {rest}".strip()) if rest.startswith("of ") else None
    yield from _draft(material, sentence, said, phrase, asked, found[0], "amount.percent")


def _level(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "Membership had fallen to 57,800", "the act lowered the voting age to 18": to what."""
    clause = said.words.clause
    moved = (
        clause.lemma in CHANGING if clause.first("object") is None and not clause.passive else clause.lemma in MOVING
    )
    if not moved or phrase.preposition not in CHANGES or phrase.start < clause.verb.i:
        return
    answer = answer_of(phrase, sentence.antecedents, 8)
    if answer is None or not AMOUNT.fullmatch(answer):
        return
    others = [a for a in clause.arguments if a is not phrase and a.preposition in CHANGES]
    asked = said.words.ask(CHANGES[phrase.preposition], phrase, *others)
    yield from _draft(material, sentence, said, phrase, asked, answer, "amount.level")


def _size(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "The Tarn bridge is 40 metres long": how long."""
    measure = next((c for c in phrase.head.children if c.dep_ == "npadvmod"), None)
    if phrase.head.lower_ in ADJECTIVES and measure is not None:
        text = phrase.head.doc.span(measure.left_edge.i, measure.i + 1).text
        asked = said.words.ask(f"How {phrase.head.lower_}", phrase)
        yield from _draft(material, sentence, said, phrase, asked, text, "amount.size")


def _draft(
    material: Material, sentence: Sentence, said: Said, phrase: Argument, asked: str | None, answer: str, rule: str
) -> Iterator[Draft]:
    question = placed(material, asked, said, subject=phrase is not said.words.clause.subject)
    if question:
        yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.75, rule=rule)
