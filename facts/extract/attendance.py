"""Who attended: lists, counts, hosts and guests, members, apologies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from facts.clauses import Argument, Clause
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.events import answer_of
from facts.extract.lists import Enumeration, bullets, coordinated, enumerations
from facts.phrases import compact, fold, is_body, is_person, lowered, verbatim
from facts.questions import frame
from facts.words import NUMBER_WORDS

PARTICIPANT_NOUNS = frozenset(
    """attendee delegate delegation guest invitee joiner member membership observer organisation organization participant
    panelist panellist representative speaker""".split()
)
"""Nouns for those who take part, in sentences such as "Participants included …"."""
LISTING_VERBS = frozenset({"be", "comprise", "consist", "include", "compose", "feature"})
MEMBER_NOUNS = frozenset({"member", "membership"})


def facts(material: Material) -> Iterator[Draft]:
    """Yield who attended the meeting, who are the members of a body, and how many they were."""
    text = material.parsed.article.text
    for sentence in material.sentences:
        spelt_out = list(enumerations(sentence, text))
        for clause in sentence.clauses:
            for argument in _attendees(clause):
                yield from _attended(material, sentence, clause, argument, spelt_out)
            yield from _listed(material, sentence, clause, spelt_out)
        for enumeration in spelt_out:
            yield from _spelt_out(material, sentence, enumeration)
    for group in bullets(material):
        yield from _members(material, group.intro, group.heading, group.items, group.span)


def _attendees(clause: Clause) -> Iterator[Argument]:
    """The phrases of a clause that name who was there."""
    lemma = clause.verb.lemma_.lower()
    if lemma in ("attend", "join") and clause.passive:
        yield from clause.all("agent")
    elif lemma in ("attend", "join", "participate") and clause.subject is not None and not clause.negated:
        yield clause.subject
    elif lemma == "take" and (thing := clause.first("object")) is not None and thing.head.lemma_ == "part" and clause.subject is not None:
        yield clause.subject
    elif lemma in ("meet", "gather", "convene") and clause.subject is not None and not clause.passive:
        if is_person(clause.subject.head) and (clause.subject.head.conjuncts or lemma == "gather" or clause.first("oblique")):
            yield clause.subject
        for argument in clause.all("oblique"):
            if argument.preposition == "with" and lemma == "meet":
                yield _inside(argument)
    elif lemma in ("host", "welcome", "receive") and not clause.passive:
        yield from (a for a in clause.all("object") if is_person(a.head) or is_body(a.head))


def _inside(argument: Argument) -> Argument:
    inner = next((c for c in argument.head.children if c.dep_ == "pobj"), argument.head)
    return Argument("oblique", inner, argument.start + 1, argument.end)


def _occasion(material: Material, sentence: Sentence, clause: Clause) -> str | None:
    """What was attended: the clause's own meeting, else the article's."""
    words = frame(clause, sentence.references)
    if clause.verb.lemma_ in ("attend", "join") and words is not None:
        if clause.passive and not is_person(clause.subject.head if clause.subject else clause.verb):
            return words.subject
        thing = clause.first("object")
        if thing is not None and not is_person(thing.head):
            return next((t for a, t in words.pieces if a.start == thing.start), None)
    if clause.verb.lemma_ == "participate":
        of = next((a for a in clause.all("oblique") if a.preposition == "in"), None)
        name = next((t for a, t in words.pieces if of is not None and a.start == of.start), None) if words is not None else None
        if name:
            return re.sub(r"^in\s+", "", name)
    return material.label


def _attended(material: Material, sentence: Sentence, clause: Clause, argument: Argument, spelt_out: list[Enumeration]) -> Iterator[Draft]:
    text = material.parsed.article.text
    name = _occasion(material, sentence, clause)
    if name is None:
        return
    answer = answer_of(argument, sentence.references, text, clause)
    items = coordinated(argument, text, sentence.paragraph) if argument.end - argument.start > 1 else [answer]
    nested = [i for e in spelt_out if argument.start <= e.head.i < argument.end for i in e.items]
    value = list(dict.fromkeys([*items, *nested]))
    joined = clause.verb.lemma_ in ("host", "welcome", "receive")
    variants = (f"Who took part in {name}?", f"Who participated in {name}?", f"Who was at {name}?", f"Who were the participants of {name}?")
    span = sentence_span(sentence)
    kind = "list" if len(value) > 1 else "who"
    yield Draft(kind, f"Who attended {name}?", answer, span, variants, value if len(value) > 1 else None, 0.8 if joined else 0.9)
    yield from _counted(argument, name, span)


def _counted(argument: Argument, name: str, span: tuple[int, int]) -> Iterator[Draft]:
    """How many of each kind came."""
    for token in argument.head.doc[argument.start : argument.end]:
        if token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT"):
            noun = _counted_noun(token)
            number = NUMBER_WORDS.get(token.lower_)
            value = number if number is not None else int(token.text.replace(",", "")) if token.text.replace(",", "").isdigit() else None
            variants = (f"How many {noun} attended {name}?", f"How many {noun} were represented at {name}?")
            yield Draft("how_many", f"How many {noun} took part in {name}?", token.text, span, variants, value, 0.85)


def _counted_noun(number: Token) -> str:
    """The noun that a number counts, with what describes it: "other ASEAN members"."""
    head = number.head
    kept = [t.text for t in head.doc[head.left_edge.i : head.i + 1] if t.i != number.i and not t.like_num and t.dep_ not in ("nummod", "det", "advmod", "quantmod", "punct", "poss") or t.i == head.i]
    return " ".join(k for k in kept if k.lower() not in ("the", "all"))


def _listed(material: Material, sentence: Sentence, clause: Clause, spelt_out: list[Enumeration]) -> Iterator[Draft]:
    """"Participants included …", "the committee consists of …"."""
    if clause.subject is None or clause.verb.lemma_.lower() not in LISTING_VERBS:
        return
    subject = clause.subject.head
    lemma = subject.lemma_.lower()
    plural_body = lemma in PARTICIPANT_NOUNS
    if not plural_body and not (is_body(subject) and clause.verb.lemma_ != "be"):
        return
    argument = clause.first("object", "attribute") or next((_inside(a) for a in clause.all("oblique", "agent") if a.preposition == "of"), None)
    if argument is None or argument.end - argument.start < 4:
        return
    text = material.parsed.article.text
    items = coordinated(argument, text, sentence.paragraph)
    answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
    yield from _members(material, sentence, _declarative(clause, sentence), tuple(items), sentence_span(sentence), answer)


def _declarative(clause: Clause, sentence: Sentence) -> str:
    assert clause.subject is not None
    return compact(clause.subject.head, clause.subject.start, clause.subject.end, sentence.references)


def _members(
    material: Material, intro: Sentence | None, heading: str, items: tuple[str, ...], span: tuple[int, int], answer: str | None = None
) -> Iterator[Draft]:
    """A list of those who belong or came, as the sentence or heading above it says."""
    words = set(re.findall(r"[a-z]+", fold(heading)))
    said = answer or "; ".join(items)
    if len(said) > 590:
        said = said[:590].rsplit("; ", 1)[0] + "; …"
    value = list(items)
    if words & {"member", "members", "membership"} or intro is not None and answer is not None and not words & _PARTICIPANT_WORDS:
        body = _body_of(intro, heading)
        if body:
            variants = (f"Who is a member of {body}?", f"Who belongs to {body}?", f"Which bodies or people make up {body}?", f"Who sits on {body}?")
            yield Draft("list", f"Who are the members of {body}?", said, span, variants, value, 0.85)
    elif words & _PARTICIPANT_WORDS and material.label:
        name = material.label
        variants = (f"Who took part in {name}?", f"Who was at {name}?", f"Who joined {name}?", f"Who were the participants of {name}?")
        yield Draft("list", f"Who attended {name}?", said, span, variants, value, 0.85)


_PARTICIPANT_WORDS = (PARTICIPANT_NOUNS | {n + "s" for n in PARTICIPANT_NOUNS} | {"attending", "attendance", "joining", "present", "participating"}) - MEMBER_NOUNS


def _body_of(intro: Sentence | None, heading: str) -> str | None:
    """The body whose members a sentence lists: "Members of X include", "X membership is comprised of", "X consists of"."""
    match = re.search(r"\bmembers? of (the )?(?P<body>[^:,]+?)(?: (?:include|are|is|were|comprise|consist)\b.*|:|$)", heading, re.IGNORECASE)
    match = match or re.search(r"^(the )?(?P<body>[^:,]+?) (?:members|membership)\b", heading, re.IGNORECASE)
    if match:
        return "the " + match["body"].strip()
    if intro is not None and intro.clauses and intro.clauses[0].subject is not None:
        subject = intro.clauses[0].subject
        if is_body(subject.head):
            return lowered(compact(subject.head, subject.start, subject.end, intro.references), subject.head.doc[subject.start])
    return None


def _spelt_out(material: Material, sentence: Sentence, enumeration: Enumeration) -> Iterator[Draft]:
    """A list that a noun announces, whoever it is of: "eight partner countries, namely …"."""
    head = enumeration.head
    noun = " ".join(t.text for t in head.doc[head.left_edge.i : head.i + 1] if t.dep_ not in ("det", "poss", "case") and t.i >= sentence.span.start)
    if head.tag_ not in ("NNS", "NNPS") or len(noun.split()) > 7:
        return
    plain = " ".join(t.text for t in head.doc[head.left_edge.i : head.i + 1] if t.dep_ not in ("det", "poss", "case", "nummod", "punct"))
    governing = next((c for c in sentence.clauses if any(a.start <= head.i < a.end for a in (*c.arguments, *([c.subject] if c.subject else [])))), None)
    answer = ", ".join(enumeration.items[:-1]) + f" and {enumeration.items[-1]}"
    attending = governing is not None and any(a.start <= head.i < a.end for a in _attendees(governing))
    if attending and material.label:
        question, variants = f"Which {plain} attended {material.label}?", (f"Which {plain} took part in {material.label}?", f"List of the {plain}")
    else:
        words = frame(governing, sentence.references) if governing is not None else None
        question, variants = f"Which are the {noun}?", (f"Which {plain}?", *((f"Which {plain} are meant: {words.statement()}?",) if words is not None else ()))
    yield Draft("list", question, answer, sentence_span(sentence), variants, list(enumeration.items), 0.85)
