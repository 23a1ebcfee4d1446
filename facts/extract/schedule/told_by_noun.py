"""When and where what nouns and participles tell of was: "since its launch in 2014", "the boat stolen in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.extract.doings.asked import in_report
from facts.extract.doings.assertions import is_prose
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.parse.clauses import Argument
from facts.parse.tree import Token
from facts.questions import in_full, is_anchored

HAPPENINGS = frozenset(
    """abolition accident adoption appointment arrest assassination attack birth closure collapse completion coronation
    coup creation crisis death defeat departure earthquake election establishment explosion fire flood formation
    founding inauguration inception independence introduction invasion launch murder opening outbreak
    publication ratification referendum release resignation retirement revolution riot shooting signing storm strike
    uprising visit war""".split()
)
"""Nouns of what happens at one time."""
OWNED = re.compile(r"[^,]+[’']s? ")
"""How what happened is called that is somebody's: "Ada Wren’s election"."""
POINT = frozenset({"in", "on"})
"""What stands before a date that says when something happened."""
LONGEST, FEWEST = 14, 3
"""How many words what happened may and must have."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield when what a noun tells of happened, where its time stands right behind it."""
    for sentence in material.sentences:
        if is_prose(sentence):
            for token in sentence.span:
                if token.pos_ == "NOUN" and token.tag_ == "NN" and token.lemma_.lower() in HAPPENINGS:
                    yield from _when(material, sentence, token)


def _when(material: Material, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Since the release of the Tarn report in April": when it was."""
    behind = (t for t in noun.subtree if t.i > noun.i and t.dep_ == "prep" and t.lower_ in POINT)
    time = next((t for t in behind if any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in t.children)), None)
    if time is None or time.head.pos_ in ("VERB", "AUX"):
        return
    said = noun.doc.span(time.i, time.right_edge.i + 1).text
    found = dates.find(said, material.parsed.article.date, "past")
    if len(found) != 1 or found[0].precision not in ("day", "month", "year") or found[0].approximate:
        return
    if said[: found[0].span[0]].strip().lower() not in POINT or said[found[0].span[1] :].strip(" ,"):
        return
    name = in_full(Argument("object", noun, noun.left_edge.i, time.i), sentence.antecedents, LONGEST, behind=False)
    if name is None or len(name.split()) < FEWEST or name.startswith(("a ", "an ")):
        return
    asked = f"When was {name if name.startswith('the ') or OWNED.match(name) else f'the {name}'}?"
    question = asked if is_anchored(f"- {name}") else in_report(material, asked)
    if question:
        answer, span = said_date(found[0], found[0].text), sentence_span(sentence)
        yield Draft("when", question, answer, span, value=found[0].iso, confidence=0.75, rule="schedule.noun")
