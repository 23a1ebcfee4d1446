"""Who voted how: the people and bodies on each side, or their number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facts.extract.doings.assertions import is_asserted
from facts.extract.doings.decisions import PROPOSAL_NOUNS, VAGUE_MOTIONS
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import coordinated, split_items, whole_subject
from facts.extract.votes.motions import AGAINST_VERBS, FOR_VERBS, TAKING_SIDES, Motion, motion_among
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import NUMBER_WORDS, number_of
from facts.parse.phrases import is_person, verbatim
from facts.parse.tree import Token

NOBODY = {"none": 0, "nil": 0, "no": 0, "nobody": 0}
COUNTS = NUMBER_WORDS | NOBODY
"""Words for how many voted."""
VOTING_WORDS = {
    **dict.fromkeys(("against", "nay", "no", "nays"), "against"),
    **dict.fromkeys(("for", "favour", "favor", "yes", "aye", "yea"), "for"),
}
"""What follows "vote", and the side that it means."""


def votes_in(text: str) -> int | None:
    """How many votes a figure or a word stands for ("none": 0), or None."""
    return NOBODY.get(text.lower(), number_of(text))


def votes(
    side: str, what: str, number: str, span: tuple[int, int], noun: str = "people", answer: str | None = None
) -> Iterator[Draft]:
    """How many voted on one side."""
    nouns = ("members", "people") if noun in ("people", "members") else (noun, "members")
    value = votes_in(number)
    match side:
        case "for":
            first = f"How many votes were cast for {what}?"
            others = (
                *(f"How many {n} voted for {what}?" for n in nouns),
                f"How many voted in favour of {what}?",
                f"How many {nouns[0]} supported {what}?",
                f"How many {nouns[0]} backed {what}?",
            )
        case "against":
            first = f"How many votes were cast against {what}?"
            others = (
                *(f"How many {n} voted against {what}?" for n in nouns),
                f"How many {nouns[0]} opposed {what}?",
                f"How many said no to {what}?",
            )
        case _:
            first = f"How many abstentions were there in the vote on {what}?"
            others = (
                *(f"How many {n} abstained in the vote on {what}?" for n in nouns),
                f"How many {nouns[0]} did not vote on {what}?",
            )
    yield Draft("how_many", first, answer or number, span, others, value, 0.88)


def _side(clause: Clause) -> str | None:
    """Which side the subject of a clause is on, if the clause tells how somebody voted."""
    verb = clause.verb.lemma_.lower()
    if verb == "abstain":
        return "abstained"
    if verb in FOR_VERBS or verb in AGAINST_VERBS:
        return "for" if verb in FOR_VERBS else "against"
    if verb == "win" and (thing := clause.first("object")) is not None and thing.head.lemma_ in ("support", "backing"):
        return "for"
    if verb != "vote":
        return None
    behind = [clause.verb.doc[i].lower_ for i in range(clause.verb.i + 1, min(clause.verb.i + 4, len(clause.verb.doc)))]
    if clause.subject is not None and _dissents(clause.subject.head):
        return "against"
    sides = [VOTING_WORDS[w] for w in behind[: 2 if behind[:1] == ["in"] else 1] if w in VOTING_WORDS]
    return sides[0] if sides else None


def sides(
    material: Material, sentence: Sentence, own: list[tuple[Clause, Motion]], last: Motion | None
) -> Iterator[Draft]:
    """Yield who was for, who against and who abstained, by name or number."""
    for clause in sentence.clauses:
        side = _side(clause)
        if side is None or clause.negated or len(clause.chain) > 1 or not is_asserted(clause):
            continue
        if clause.verb.lemma_ == "win":
            thing = clause.first("object")
            of = (
                next((c for t in thing.head.children if t.lower_ == "of" for c in t.children if c.dep_ == "pobj"), None)
                if thing is not None
                else None
            )
            group = Argument("subject", of, of.left_edge.i, of.right_edge.i + 1) if of is not None else None
            words = sentence.words_of(clause)
            motion = Motion(words.subject) if words is not None else None
        else:
            group = clause.first("agent") if clause.passive else whole_subject(clause)
            motion = None
        if clause.subject is not None and _dissents(clause.subject.head):
            motion = last
        motion = motion or motion_among(clause, own, last, material)
        if group is None or not _votes_at_all(clause, group, side):
            continue
        yield from _group(material, sentence, group, side, motion.text)


def _dissents(head: Token) -> bool:
    return any(c.lower_ in ("dissenting", "opposing") for c in head.children)


def _votes_at_all(clause: Clause, group: Argument, side: str) -> bool:
    """Whether a clause tells of a vote: "support" and "oppose" do if they are about a proposal, else of views."""
    if clause.verb.lemma_ not in TAKING_SIDES:
        return True
    thing = clause.subject if clause.passive else clause.first("object")
    about = thing is not None and (thing.head.lemma_.lower() in PROPOSAL_NOUNS or thing.head.lower_ in VAGUE_MOTIONS)
    return counted_in(group) is not None or (about and (bool(group.head.conjuncts) or group.head.pos_ == "PROPN"))


class Counted(NamedTuple):
    """A number of voters as it is written, and the noun that it counts."""

    number: str
    noun: str


def counted_in(group: Argument) -> Counted | None:
    """The number that a group consists of and the noun that it counts: "four of the seven members"."""
    head = group.head
    if votes_in(head.text) is not None and head.pos_ in ("NUM", "PRON", "NOUN"):
        inner = next((t for t in head.subtree if t.tag_ in ("NNS", "NNPS") and t.i > head.i), None)
        return Counted(head.text, inner.lower_ if inner is not None else "people")
    number = next((c for c in head.children if c.dep_ == "nummod" and votes_in(c.text) is not None), None)
    return Counted(number.text, head.lower_) if number is not None else None


def _group(material: Material, sentence: Sentence, group: Argument, side: str, what: str) -> Iterator[Draft]:
    """How many or who were on one side."""
    text = material.parsed.article.text
    span = sentence_span(sentence)
    counted = counted_in(group)
    named = [t for t in group.head.doc[group.start : group.end] if t.pos_ == "PROPN"]
    if counted is not None:
        yield from votes(
            side,
            what,
            counted.number,
            span,
            counted.noun,
            verbatim(text, sentence.paragraph, group.start, group.end) if group.end - group.start < 9 else None,
        )
        apposed = next(
            (
                c
                for c in group.head.children
                if c.dep_ in ("appos", "conj") and c.pos_ == "PROPN" and c.i > group.head.i
            ),
            None,
        )
        if apposed is None:
            return
        group = Argument("subject", apposed, apposed.left_edge.i, apposed.right_edge.i + 1)
    elif not named:
        return
    answer = verbatim(text, sentence.paragraph, group.start, group.end)
    items = coordinated(group, text, sentence.paragraph)
    antecedent = sentence.antecedents.get(group.start)
    if antecedent is not None and antecedent.mention_end >= group.end:
        answer, items = antecedent.name, [antecedent.name]
    rest = [
        t
        for t in group.head.doc[group.head.i + 1 : group.end]
        if t.dep_ in ("nsubj", "nsubjpass") and t.head == group.head.head and t not in group.head.conjuncts
    ]
    items += [verbatim(text, sentence.paragraph, t.left_edge.i, t.right_edge.i + 1) for t in rest]
    if len(items) == 1 and " and " in answer and len(split := split_items(answer)) > 1:
        items = split
    noun = next(
        (t.lower_ for t in group.head.doc[group.start : group.end] if t.tag_ in ("NNS", "NNPS") and is_person(t)),
        "members",
    )
    first, others = _asked(side, what, noun)
    several = len(items) > 1
    yield Draft("list" if several else "who", first, answer, span, others, items if several else None, 0.88)


def _asked(side: str, what: str, noun: str) -> tuple[str, tuple[str, ...]]:
    """How one asks who was on a side: the question and its variants."""
    match side:
        case "for":
            return f"Who voted for {what}?", (
                f"Who supported {what}?",
                f"Which {noun} voted for {what}?",
                f"Who voted in favour of {what}?",
                f"Who backed {what}?",
            )
        case "against":
            return f"Who voted against {what}?", (
                f"Who opposed {what}?",
                f"Which {noun} voted against {what}?",
                f"Which {noun} said no to {what}?",
                f"Who said no to {what}?",
                f"Who voted no on {what}?",
            )
        case _:
            return f"Who abstained in the vote on {what}?", (
                f"Which {noun} abstained in the vote on {what}?",
                f"Who did not vote on {what}?",
            )
