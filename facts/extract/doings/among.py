"""What somebody at a meeting stressed, welcomed or discussed among other things: one of several that one verb tells."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import bare
from facts.extract.doings.asked import first_new, placed, reported_of
from facts.extract.doings.objects import Spoken
from facts.extract.doings.spoken import BY_NOUN, TOO_LITTLE, is_told_alike, object_told, plainly, told
from facts.extract.doings.strangers import reads_at_once
from facts.extract.doings.trivial import FURTHER, is_courteous, is_of_people
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Clause

AMONG = ", among other things"
PLACED = (",", "?")
"""How the rest of a question begins behind which no comma is needed."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was spoken of beside something else: "She stressed the need for lamps. She also stressed rest."."""
    asked: set[str] = set()
    for sentence, clause, spoken in told(material):
        if clause.lemma in BY_NOUN or is_courteous(clause, spoken) or is_of_people(spoken.thing):
            continue
        goes_on = any(c.lower_ in FURTHER for c in clause.verb.children)
        if not goes_on and not is_told_alike(material, sentence, clause, spoken):
            continue
        answer = object_told(clause, spoken, sentence)
        question = first_new(_questions(material, sentence, clause, spoken), asked) if answer else None
        if question and answer and reads_at_once(question) and not TOO_LITTLE.fullmatch(answer):
            yield Draft("what", question, bare(answer), sentence_span(sentence), rule="statement.among")


def _questions(material: Material, sentence: Sentence, clause: Clause, spoken: Spoken) -> Iterator[str]:
    """Ask whoever is named for it, at the meeting or by its report."""
    for words, plain in plainly(material, sentence, clause, spoken):
        question = placed(material, plain, words) or reported_of(material, plain, words)
        if plain and question and question.startswith(plain[:-1]):
            place = question[len(plain) - 1 :]
            yield f"{plain[:-1]}{AMONG}{'' if place.startswith(PLACED) else ','}{place}"
