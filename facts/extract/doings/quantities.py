"""Measures that clauses tell: what share, to what level, how large a sum, how long, wide and high; ages."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, whole_end
from facts.extract.doings.ages import aged
from facts.extract.doings.as_said import Said, as_said, placed
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.counts import CHANGING, NUMBER, SHARE
from facts.extract.doings.sums import ABOUT, MONEY
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument
from facts.questions import in_full

PERCENT = re.compile(rf"{ABOUT}\d[\d.,]*\s?(?:%|per ?cent\b|percentage points?\b)", re.IGNORECASE)
AMOUNT = re.compile(
    rf"(?:{SHARE.pattern}|{MONEY.pattern}|{NUMBER.pattern}(?: of a (?:percentage )?point)?)", re.IGNORECASE
)
"""A share, a sum or a bare number."""
LEVELS = re.compile(r"\b(from|to) \S*\d")
"""What stands before a level: twice where a sentence tells of two changes."""
MOVING = frozenset("bring cut increase lift lower raise reduce take".split())
"""Verbs of making a measure more or less."""
ADJECTIVES = frozenset("broad deep high large long old tall thick wide".split())
"""Adjectives of size behind a measure."""
BESIDE_IT = frozenset({"among", "of", "with", "without"})
"""Prepositions of what is counted beside what a clause tells."""
CHANGES = {"by": "By how much", "from": "From what level", "to": "To what level"}
"""How one asks for what a measure changed by, from and to."""
VALUING = frozenset({"cap", "estimate", "fix", "put", "set", "value"})
"""Verbs behind which "at" tells how much."""
NEW = re.compile(r"^an? (?:(?:additional|historic|new|record|total)\b,? ?)*")
"""How a noun begins of what has a sum, and does not belong to its name."""
VOTING = frozenset(
    """accept adopt approve back carry confirm defeat elect fail lose pass ratify re-elect reelect reject return
    win""".split()
)
"""Verbs of how a vote ended: "with 70% of the vote" says by how much."""
OF_VOTES = re.compile(r"(?:(?:cast )?in favou?r|of (?:all |the )?(?:ballots|capital|shares|votes?)(?: cast)?)?")
"""What a share may be of where something was put to the vote."""
AT_COST = re.compile(
    rf"at (?:an?|the) ((?:[\w-]+ )?(?:cost|price|rate|salary|wage)) of ({MONEY.pattern})$", re.IGNORECASE
)
"""What something is done at: "at an estimated cost of £6 million"."""
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
    yield from _percent(material, sentence, said, phrase)
    yield from _size(material, sentence, said, phrase)
    yield from _level(material, sentence, said, phrase)
    yield from _large(material, sentence, said, phrase)
    yield from _voted(material, sentence, said, phrase)
    yield from _cost(material, sentence, said, phrase)


def _voted(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "Ada Wren won the Tarn primary with 70% of the vote", "the plan was rejected by 54%": by what percentage."""
    clause = said.words.clause
    by = phrase.role == "agent"
    text = answer_of(phrase, sentence.antecedents, 12) if by or phrase.preposition == "with" else None
    found = PERCENT.match(text) if text else None
    if not text or not found or clause.lemma not in VOTING or (by and not clause.passive):
        return
    rest = text[found.end() :].strip()
    if not OF_VOTES.fullmatch(rest) or len(PERCENT.findall(clause.sentence.text)) > 1:
        return
    asked = said.words.ask(f"{'By' if by else 'With'} what percentage {rest}".strip(), phrase)
    yield from _draft(material, sentence, said, phrase, asked, found[0], "amount.voted")


def _cost(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "The Tarn pier will be mended at an estimated cost of £6 million": at what cost."""
    found = AT_COST.match(phrase.head.doc.span(phrase.start, whole_end(phrase)).text)
    if found is not None:
        asked = said.words.ask(f"At what {found[1]}", phrase)
        yield from _draft(material, sentence, said, phrase, asked, found[2], "amount.cost")


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


def _large(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    """ "The Tarn fund gave Ostford a £4 million loan", "a loan of £4 million": how large a loan."""
    if phrase.role != "object" or phrase.head.tag_ != "NN":
        return
    whole = in_full(_up_to_clause(phrase), sentence.antecedents, 16, behind=False, bare=said.words.bare)
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


def _up_to_clause(phrase: Argument) -> Argument:
    """A phrase before a clause that tells more of it: "a loan of £4 million | that had been promised in May"."""
    telling = (t.left_edge.i for t in phrase.head.subtree if t.dep_ in ("acl", "relcl") and t.i > phrase.head.i)
    return dataclasses.replace(phrase, end=min((phrase.end, *telling)))


def _percent(material: Material, sentence: Sentence, said: Said, phrase: Argument) -> Iterator[Draft]:
    text = answer_of(phrase, sentence.antecedents, 24)
    found = PERCENT.match(text) if text else None
    if not text or not found:
        return
    told = phrase.head.doc.span(phrase.start, said.words.clause.sentence.end).text
    if phrase is said.words.clause.subject and len(PERCENT.findall(told)) > 1:
        return  # "52% voted to leave and 48% to stay": the other's verb is taken for this one's
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
    told = LEVELS.findall(clause.sentence.text)
    if len(told) > len(set(told)):
        return  # "was raised to 7% from 6% and that of Lunn to 3% from 2%"
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
