"""Where a clause tells who was at a meeting: the phrase, the meeting, and the people or bodies that it lists."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facts.extract.draft import Material, Sentence
from facts.extract.lists import coordinated, inside, is_role, people_items, split_items, whole_subject
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_body, is_person, is_plural, lowered, resolved, verbatim
from facts.parse.tree import Token
from facts.parse.words import MEETING_NOUNS

ATTENDING_VERBS = frozenset({"attend", "join", "participate"})
COMING_VERBS = frozenset({"arrive", "come", "show up", "turn up", "turn out", "assemble", "gather"})
CONVENING_VERBS = frozenset({"convene", "host", "hold", "organise", "organize"})
HOSTING_VERBS = frozenset({"host", "receive"})
PRESENT = frozenset({"present", "attendance"})
BODIES_SENT = frozenset(
    {"delegation", "delegate", "observer", "official", "representative", "team", "envoy", "minister", "expert"}
)


@dataclasses.dataclass(frozen=True, slots=True)
class Presence:
    """Some who were at a meeting: the phrase that names them, the meeting, whether as observers, whom they joined.

    Where `others` are set, the phrase goes from some people to the others ("A met with B").
    """

    argument: Argument
    meeting: str
    confidence: float = 0.9
    observing: bool = False
    joined: str | None = None
    others: Argument | None = None


def people_head(head: Token) -> bool:
    """Whether a noun names people, also in capitals and the plural ("the Presidents")."""
    return is_person(head) or is_role(head)


def present(material: Material, sentence: Sentence, clause: Clause, *, early: bool) -> Iterator[Presence]:
    """The phrases of a clause that name who was there."""
    if clause.negated:
        return
    lemma = clause.verb.lemma_.lower()
    meeting = _meeting(material, sentence, clause)
    observing = _observing(clause)
    thing = clause.first("object")
    if lemma in ("attend", "join") and clause.passive:
        for argument in clause.all("agent"):
            yield Presence(argument, meeting, 0.9, observing, _joined(clause, sentence))
    elif clause.passive:
        if early and lemma in ("convene", "host"):
            yield from (
                Presence(a, meeting, 0.75) for a in clause.all("agent") if people_head(a.head) or a.head.pos_ == "PROPN"
            )
    elif clause.subject is None:
        return
    elif lemma in ATTENDING_VERBS:
        stray = thing is not None and lemma == "attend" and people_head(thing.head)
        if thing is None or stray or is_meeting(thing.head, strict=lemma == "join"):
            yield Presence(_restored(clause, whole_subject(clause) or clause.subject), meeting, 0.9, observing)
        if stray and thing is not None:
            yield Presence(thing, meeting, 0.85, observing)
    elif lemma == "take" and thing is not None and thing.head.lemma_ == "part":
        yield Presence(clause.subject, meeting, 0.9, observing)
    elif lemma == "follow" and observing:
        yield Presence(clause.subject, meeting, 0.85, observing)
    elif lemma == "send" and thing is not None and thing.head.lemma_.lower() in BODIES_SENT:
        yield Presence(clause.subject, meeting, 0.85, thing.head.lemma_ == "observer")
    elif lemma == "be" and is_there(clause):
        yield Presence(clause.subject, meeting)
    elif clause.lemma in COMING_VERBS and (
        people_head(clause.subject.head) or clause.subject.head.ent_type_ in ("GPE", "PERSON")
    ):
        if early or clause.lemma in ("show up", "turn up", "turn out"):
            yield Presence(clause.subject, meeting, 0.85)
    elif lemma == "meet" and early and clause.kind == "finite":
        yield from _met(clause, meeting)
    elif lemma in CONVENING_VERBS and early:
        yield from _convened(clause, meeting)


def _restored(clause: Clause, subject: Argument) -> Argument:
    """The subject of a verb that the parser took for a participle ("Delegates from 43 states attended.")."""
    root = clause.sentence.root
    if clause.verb.dep_ == "acl" and root.pos_ in ("NOUN", "PROPN") and root.i < clause.verb.i:
        return Argument("subject", root, root.left_edge.i, clause.verb.i)
    return subject


def _met(clause: Clause, meeting: str) -> Iterator[Presence]:
    """ "A and B met", "A met (with) B"."""
    thing = clause.first("object")
    if clause.subject is None:
        return
    other = thing if thing is not None and people_head(thing.head) else _with(clause)
    people = people_head(clause.subject.head) or (
        clause.subject.head.ent_type_ in ("GPE", "ORG") and bool(clause.subject.head.conjuncts)
    )
    if not people or (other is None and not is_plural(clause.subject.head)):
        return
    if other is None:
        yield Presence(clause.subject, meeting)
    else:
        yield Presence(Argument("subject", clause.subject.head, clause.subject.start, other.end), meeting, others=other)


def _convened(clause: Clause, meeting: str) -> Iterator[Presence]:
    """ "A convened the body with B", "A hosted B and C": host and guests."""
    subject = whole_subject(clause)
    thing = clause.first("object")
    if (
        subject is None
        or thing is None
        or not (people_head(subject.head) or is_body(subject.head) or subject.head.pos_ == "PROPN")
    ):
        return
    if not (is_meeting(thing.head, strict=False) or people_head(thing.head) or thing.head.lemma_ == "delegation"):
        return
    guests = _with(clause)
    if people_head(thing.head) or thing.head.lemma_ == "delegation":
        guests = thing
    if guests is not None or people_head(subject.head) or subject.head.ent_type_ == "PERSON":
        yield Presence(subject, meeting, 0.75)
    if guests is not None:
        yield Presence(guests, meeting, 0.85)


def _with(clause: Clause) -> Argument | None:
    """The people of a phrase with "with"."""
    inner = (inside(a) for a in clause.all("oblique") if a.preposition == "with")
    return next(
        (a for a in inner if people_head(a.head) or is_body(a.head) or a.head.lemma_ in ("leadership", "delegation")),
        None,
    )


def is_meeting(head: Token, *, strict: bool) -> bool:
    """Whether somebody who joins or attends this is at a meeting."""
    if head.lemma_.lower() in MEETING_NOUNS and head.lemma_.lower() not in (
        "council",
        "assembly",
        "congress",
        "committee",
    ):
        return True
    return (not strict and head.pos_ == "PROPN") or head.lower_ in ("it", "them", "us")


def _observing(clause: Clause) -> bool:
    return any(
        a.preposition == "as" and any(t.lemma_.lower() == "observer" for t in a.head.subtree) for a in clause.arguments
    ) or any(c.lower_ == "as" and any(t.lemma_.lower() == "observer" for t in c.subtree) for c in clause.verb.children)


def _meeting(material: Material, sentence: Sentence, clause: Clause) -> str:
    """What was attended: the clause's own meeting, else the article's."""
    thing = clause.first("object")
    if clause.verb.lemma_ == "participate" or (clause.verb.lemma_ == "take" and thing is not None):
        thing = next((inside(a) for a in clause.all("oblique") if a.preposition == "in"), None)
    elif clause.passive:
        thing = clause.subject
    elif clause.verb.lemma_ not in ("attend", "join"):
        return material.meeting_name
    if (
        thing is None
        or thing.head.pos_ == "PRON"
        or not is_meeting(thing.head, strict=clause.passive)
        or people_head(thing.head)
    ):
        return material.meeting_name
    name = resolved(thing.head.doc, list(range(thing.start, min(thing.end, thing.start + 14))), sentence.antecedents)
    name = lowered(name, thing.head.doc[thing.start]) if thing.start not in sentence.antecedents else name
    return material.meeting_name if len(name.split()) < 3 and thing.head.pos_ != "PROPN" else name


def is_there(clause: Clause) -> bool:
    """Whether a clause with "be" says that its subject is present: "were present", "in attendance were"."""
    said = (a for a in clause.all("attribute", "oblique", "place") if a.preposition in (None, "in"))
    return any(t.lower_ in PRESENT for a in said for t in (a.head, *a.head.children))


def _joined(clause: Clause, sentence: Sentence) -> str | None:
    """Whom somebody joined: "they were joined by …"."""
    if (
        clause.verb.lemma_ != "join"
        or clause.subject is None
        or not (people_head(clause.subject.head) or clause.subject.head.pos_ == "PRON")
    ):
        return None
    words = sentence.words_of(clause)
    return words.subject if words is not None and words.subject not in ("they", "he", "she", "we") else None


def distinct(items: list[str]) -> list[str]:
    """Items once each, without one that only lacks another's "the"."""
    kept = list(dict.fromkeys(items))
    return [i for i in kept if f"the {i}" not in kept]


def trimmed(argument: Argument) -> Argument:
    """A phrase of people without what tells where, when and what for they came."""
    doc = argument.head.doc
    relative = next(
        (
            t
            for t in doc[argument.head.i + 1 : argument.end]
            if t.dep_ == "relcl" and t.right_edge.i + 1 >= argument.end
        ),
        None,
    )
    if relative is not None and relative.left_edge.i > argument.head.i + 1:
        argument = dataclasses.replace(argument, end=relative.left_edge.i)
    for i in range(argument.head.i + 1, argument.end):
        token = doc[i]
        behind = doc[i + 1 : argument.end]
        if token.dep_ == "prep" and token.lower_ in ("at", "on", "during", "in", "for") and len(behind):
            dated = behind[0].ent_type_ in ("DATE", "TIME") or any(t.ent_type_ == "DATE" for t in behind[:2])
            of_meeting = token.lower_ in ("for", "in", "at") and any(
                t.lemma_.lower() in MEETING_NOUNS | {"discussion"} and t.head == token for t in behind
            )
            placed = (
                token.lower_ in ("at", "in")
                and any(t.ent_type_ in ("FAC", "GPE") and t.head == token for t in behind)
                and not people_head(token.head)
            )
            house = (
                token.lower_ == "at"
                and doc[i + 1].lower_ == "the"
                and i + 3 < len(doc)
                and doc[i + 3].lower_ == "house"
            )
            if dated or of_meeting or placed or house:
                return dataclasses.replace(argument, end=i)
    return argument


def parts(argument: Argument, text: str, sentence: Sentence) -> list[str]:
    """The people or bodies that a phrase lists."""
    items = coordinated(argument, text, sentence.paragraph)
    whole = verbatim(text, sentence.paragraph, argument.start, argument.end)
    doc = argument.head.doc
    if any(t.ent_type_ == "PERSON" for t in doc[argument.start : argument.end]):
        people = people_items(argument, text, sentence.paragraph)
        if len(people) > 1:
            return people
    if len(items) < 3 and argument.end - argument.start > 2:
        split = split_items(whole)
        apposed = any(t.dep_ == "appos" for t in argument.head.doc[argument.start : argument.end])
        if (
            len(split) > max(len(items), 2)
            and not apposed
            and all(s[:1].isupper() or s.startswith("the ") for s in split)
        ):
            return split
    return items
