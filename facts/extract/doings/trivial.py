"""What is done or spoken of that tells nothing: light verbs, courtesies, one of several, a plan without a name."""

from __future__ import annotations

from facts.extract.doings.names import LITTLE
from facts.extract.doings.objects import Spoken
from facts.extract.doings.verbs import (
    ASKED_AS_SAID,
    ASKED_WITH,
    DEEDS,
    LIGHT,
    SAID,
    SPEAKING,
    SPOKEN,
    TALKING,
    URGING,
)
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Token

COURTESIES = frozenset({"appreciation", "condolence", "congratulation", "gratitude", "thank", "welcome", "wish"})
"""Nouns of what is said to be polite."""
FURTHER = frozenset({"also", "further", "furthermore", "moreover", "then"})
"""Adverbs by which a text goes on with what it has told by the same or another verb."""
TO_WHOM = frozenset({"to", "with"})
"""Prepositions before those to whom or with whom somebody speaks."""
VAGUE = frozenset(
    """accomplishment appreciation area challenge condolence congratulation development event gratitude issue matter
    opportunity perspective priority range thank thing topic view""".split()
)
"""Nouns that tell little, where no name stands with them."""
SAYING_LITTLE = VAGUE | frozenset(
    """address belief commitment continue continued crisis critical current effort face further importance important
    interest latest need new ongoing recent shared significant situation status support unwavering update urgent war
    way work""".split()
)
"""Words that say of a topic but that it was spoken of."""
LONGEST_VAGUE = 12
"""So many words behind such a noun may still tell little."""
BROAD = frozenset(
    """advance bilateral broad common cooperation deepen global international key mutual promote range regional relation
    strengthen variety various wide world""".split()
)
"""Words of which many topics are."""
FEWEST_OF_VAGUE = 2
"""How many words beside these tell what the matter is: "the challenges of small mills"."""


def _is_unnamed(clause: Clause, thing: Argument) -> bool:
    """Whether what is praised for something is "the plan" alone."""
    linked = ASKED_WITH.get(clause.lemma)
    others = [c for c in thing.head.children if not (c.dep_ == "prep" and c.lower_ == linked)]
    return linked is not None and [c.lower_ for c in others] == ["the"] and thing.head.pos_ == "NOUN"


def says_nothing(clause: Clause, spoken: Spoken) -> bool:
    """Whether what was spoken of is a courtesy, or one of several: "expressed their thanks", "also discussed"."""
    if _is_unnamed(clause, clause.first("object") or spoken.thing):
        return True
    whole = spoken.alone and not spoken.by_noun
    further = whole and clause.lemma in TALKING and any(c.lower_ in FURTHER for c in clause.verb.children)
    return further or is_courteous(clause, spoken)


def is_courteous(clause: Clause, spoken: Spoken) -> bool:
    """Whether what was spoken of is a courtesy: "expressed their thanks"."""
    noun = noun_of(spoken.thing).lemma_.lower()
    return clause.lemma in ("convey", "express", "extend", "offer") and noun in COURTESIES


def noun_of(thing: Argument) -> Token:
    """The head of an object, or of what stands behind its preposition."""
    return next((c for c in thing.head.children if c.dep_ == "pobj"), thing.head)


def is_of_people(thing: Argument) -> bool:
    """Whether a thing that was spoken of is several people by their names, or somebody named to whom it was said."""
    noun = noun_of(thing)
    named = noun.ent_type_ == "PERSON" or any(t.ent_type_ == "PERSON" for t in noun.children if t.dep_ == "compound")
    told = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).lower_ in TO_WHOM
    return named and (told or any(c.dep_ == "conj" for c in noun.children))


def is_vague(thing: Argument, text: str) -> bool:
    """Whether an object tells little: "a wide range of common concerns"."""
    words = text.split()
    plain = not any(w[:1].isupper() or w[:1].isdigit() for w in words[1:])
    if LITTLE.fullmatch(text) is not None:
        return True
    if noun_of(thing).lemma_.lower() not in VAGUE or not plain or len(words) > LONGEST_VAGUE:
        return False
    told = (t for t in thing.head.doc[thing.start : thing.end] if t.pos_ in ("ADJ", "NOUN", "NUM", "PROPN", "VERB"))
    return sum(t.lemma_.lower() not in SAYING_LITTLE | BROAD for t in told) < FEWEST_OF_VAGUE


def tells_a_deed(clause: Clause) -> bool:
    """Whether one asks what somebody did by a verb: it is no word of speech, and says something by itself."""
    lemma = clause.verb.lemma_.lower()
    said = lemma in LIGHT | SPEAKING | SPOKEN | SAID | ASKED_AS_SAID
    return lemma in DEEDS or not (said or (lemma in URGING and clause.first("infinitive", "purpose") is not None))
