"""What an object's noun is of, for or to: asked for with the noun, "What did the mayor express concern about?".

Where the noun says of which kind the whole is, that is asked for: "What commitment did the mayor stress?".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from facts.parse.clauses import Argument
from facts.parse.phrases import Antecedents
from facts.parse.tree import Token
from facts.questions import in_full

LONGEST_NOUN = 4
"""How many words a noun may have that a question repeats, with what stands before it."""
ABOUT = {
    noun: frozenset(prepositions.split("/"))
    for noun, _, prepositions in (
        pair.partition(":")
        for pair in """access:to alarm:at/over amendment:to announcement:of appointment:of appreciation:for approach:to
        barrier:to benefit:of briefing:on call:for challenge:of commitment:to
        concern:about/at/over/for/with/regarding condolence:on/for confidence:in contribution:to
        cooperation:in/on/against cost:of creation:of danger:of discussion:on/about/of effect:of/on
        establishment:of expansion:of focus:on funding:for gratitude:for idea:for/on impact:of/on
        implementation:of importance:of increase:in information:on/about interest:in lack:of launch:of
        necessity:of need:for note:of objection:to opening:of opposition:to outcome:of overview:of
        participation:in plan:for possibility:of progress:in/on/towards/toward proposal:for/on prospect:of/for
        readiness:for recommendation:for/on regret:over/at/for release:of report:on respect:for response:to
        responsibility:for/of result:of rise:in risk:of role:of/in satisfaction:with/at/over shortage:of
        signing:of solidarity:with start:of stock:of strategy:for strength:of success:of support:for/to
        sympathy:for/with threat:of/to update:on/about urgency:of use:of value:of view:on/about vision:for
        vote:on work:on""".split()
    )
}
"""Nouns of which one asks for what stands behind one of their prepositions: "the importance of what"."""
DOING = frozenset(
    """attempt commitment decision desire determination duty effort failure intention intent need obligation offer plan
    pledge promise proposal readiness request resolve suggestion way willingness""".split()
)
"""Nouns behind which one asks what to do: "the need to do"."""
WHICH = frozenset({"attempt", "effort", "plan", "proposal", "suggestion", "way"})
"""Those of which, in the plural, one asks which."""
SIGNS = (",", "–", "—")
"""What stands before what links two of a list."""
TELLING = frozenset({"acl", "prep", "relcl"})
"""What stands behind a noun and tells which of its kind are meant."""
COUNTED = frozenset({"kind", "lot", "majority", "member", "number", "other", "part", "thing", "way"})
"""Nouns in the plural that tell nothing of what is asked for."""
UNCOUNTED = frozenset(
    """appreciation concern confidence determination gratitude opposition progress readiness resolve respect
    solidarity support sympathy willingness work""".split()
)
"""Nouns in the singular without an article."""
SHARING = frozenset({"joint", "mutual", "own", "respective", "shared"})
"""Words between whose it is and the noun that a question does without."""


VAGUE = frozenset({"area", "issue", "matter", "topic"})
"""Nouns by which it says nothing to ask which they are."""
KINDS = frozenset(
    """adoption agenda agreement announcement appointment approach attempt commitment conflict crisis decision desire
    determination effort establishment failure imperative impact initiative intention launch need offer opposition
    outcome plan pledge potential progress promise proposal readiness request resolve role signing situation strategy
    support threat vision war willingness""".split()
)
"""Nouns in the singular by which one asks of what kind the whole is: "What commitment did they affirm?"."""
LOOSE = frozenset({"as", "at", "during", "including", "like", "with", "within"})
"""Prepositions behind a noun that do not tell which of its kind are meant."""


class Complement(NamedTuple):
    """What a question with the noun asks for: its first words, the noun with its preposition, and the answer."""

    word: str
    noun: str
    thing: Argument


def complements(thing: Argument, antecedents: Antecedents) -> Iterator[Complement]:
    """Yield how an object may be asked for by its noun.

    By what the noun is of ("the importance of |", "the need | to do"), or by the noun alone where that is of several
    that are told apart ("steps the board takes").
    """
    doc = thing.head.doc
    noun = next((c for c in thing.head.children if c.dep_ == "pobj"), thing.head)
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.ent_type_ or noun.i + 2 >= thing.end:
        return
    behind, end = doc[noun.i + 1], _before_next(thing, noun)
    if behind.lower_ in ABOUT.get(lemma, ()) and behind.head in (noun, noun.head) and behind.tag_ != "TO":
        inner = next((c for c in behind.children if c.dep_ in ("pobj", "pcomp")), None)
        name = _named(thing, noun, antecedents)
        if inner is not None and name is not None and inner.i < end:
            yield Complement("What", f"{name} {behind.lower_}", Argument("oblique", inner, behind.i + 1, end))
    elif behind.tag_ == "TO" and behind.head.head is noun and lemma in DOING and not _are_told(noun):
        name = _named(thing, noun, antecedents)
        if name is not None:
            yield Complement("What", f"{name} to do", Argument("infinitive", behind.head, behind.i, end))
    told = any(c.dep_ in TELLING and c.left_edge.i == noun.i + 1 and c.lower_ not in LOOSE for c in noun.children)
    if told and ((noun.tag_ == "NNS" and lemma not in COUNTED | VAGUE) or (noun.tag_ == "NN" and lemma in KINDS)):
        first = noun.i
        while first > thing.start and (doc[first - 1].lower_ == "next" or _is_part_of(noun, doc[first - 1])):
            first -= 1
        yield Complement(f"What {doc.span(first, noun.i + 1).text}", "", dataclasses.replace(thing, end=end))


def _is_part_of(noun: Token, before: Token) -> bool:
    """Whether a word right before a noun says of what kind it is: "policy recommendations"."""
    return before.dep_ == "compound" and before.pos_ == "NOUN" and before.head is noun


def _are_told(noun: Token) -> bool:
    """Whether one rather asks which: "What efforts did they discuss?" than "discuss efforts to do"."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in WHICH


def _before_next(thing: Argument, noun: Token) -> int:
    """Where the complement of a noun ends: before the next noun of the kind, "the value of rest | and the need for"."""
    doc = noun.doc
    for joint in doc[noun.i + 2 : thing.end - 1]:
        first = doc[joint.i + 1]
        begun = first.tag_ in ("DT", "PRP$") or first.lower_ == "as" or first.lemma_.lower() in DOING
        rest = (t for t in doc[joint.i + 1 : thing.end - 1] if t.dep_ != "amod")
        nouns = (t for t in rest if t.pos_ in ("NOUN", "PROPN", "VERB"))
        following = next((t.lemma_.lower() for t in nouns if doc[t.i + 1].tag_ != "POS"), "")
        if (joint.dep_ == "cc" or joint.text == ",") and begun and following in ABOUT.keys() | DOING | {"effort"}:
            end = joint.i
            while end - 1 > noun.i and doc[end - 1].lower_ in ((*SIGNS, "as", "well") if joint.lower_ == "as" else ","):
                end -= 1  # "lamps, as well | as the need for ropes"
            return end
    return thing.end


def _named(thing: Argument, noun: Token, antecedents: Antecedents) -> str | None:
    """A noun with its article and adjectives as a question repeats them, nobody's: "their deep concern" is "deep …"."""
    doc, start = noun.doc, thing.start if thing.start <= noun.i else noun.i
    owned = next((t for t in doc[start : noun.i] if t.tag_ in ("PRP$", "POS") and t.head in (noun, doc[start])), None)
    if owned is not None and owned.tag_ == "PRP$":
        start = owned.i + 1
        while start < noun.i and doc[start].lower_ in SHARING:
            start += 1
    name = in_full(Argument("object", noun, start, noun.i + 1), antecedents, LONGEST_NOUN, behind=False, bare=True)
    if name is None or owned is None or owned.tag_ == "POS":
        return name
    alone = noun.tag_ == "NNS" or noun.lemma_.lower() in UNCOUNTED
    return name if alone else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
