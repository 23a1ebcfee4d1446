"""Who belongs to what: members of a body, participants listed by a sentence or heading, lists that a noun announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.attendance.presence import parts
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import (
    Enumeration,
    as_it_stands,
    bullets,
    enumerations,
    inside,
    is_role,
    named_inside,
)
from facts.folding import fold
from facts.parse.clauses import Clause, containing
from facts.parse.phrases import compact, is_body, lowered, verbatim

PARTICIPANT_NOUNS = frozenset(
    {
        *("attendee", "delegate", "delegation", "guest", "invitee", "joiner", "observer", "organisation"),
        *("organization", "participant", "panelist", "panellist", "representative", "speaker"),
    }
)
"""Nouns for those who take part, in sentences such as "Participants included …"."""

MEMBER_NOUNS = frozenset({"member", "membership"})
PARTICIPLES = frozenset({"attending", "joining", "participating", "present", "represented", "attendance"})
"""Words that make any noun one for those who took part: "the companies attending were …"."""

LISTING_VERBS = frozenset({"be", "comprise", "consist", "include", "compose", "feature"})
LONGEST_LIST = 590
"""Code points of an answer that lists; more is cut between two items."""

_PARTICIPANT_WORDS = PARTICIPANT_NOUNS | {n + "s" for n in PARTICIPANT_NOUNS} | PARTICIPLES


def facts(material: Material) -> Iterator[Draft]:
    """Yield lists of members and of participants, and lists spelt out behind a noun."""
    text = material.parsed.article.text
    for sentence in material.sentences:
        for clause in sentence.clauses:
            yield from _listed(material, sentence, clause)
        for enumeration in enumerations(sentence, text):
            yield from _spelt_out(sentence, enumeration, text)
    for group in bullets(material):
        if not _introduces(group.heading):
            continue
        yield from _members(material, group.intro, group.heading, group.items, group.span)


def _introduces(heading: str) -> bool:
    """Whether a sentence or heading above bullets says that they list somebody, and not what somebody did."""
    plain = heading.strip(" *_#:").lower()
    listing = re.search(
        r"\b(?:are|were|is|was|include[sd]?|including|compris\w+|consist\w*|of|by|as follows|following\b[^:.]*)$", plain
    )
    return listing is not None or len(plain.split()) <= 5


def _listed(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Participants included …", "the committee consists of …", "the firms joining were …"."""
    if clause.subject is None or clause.verb.lemma_.lower() not in LISTING_VERBS or clause.negated:
        return
    subject = clause.subject
    words = {t.lower_ for t in subject.head.doc[subject.start : clause.verb.i]} | {subject.head.lemma_.lower()}
    taking_part = bool(words & _PARTICIPANT_WORDS) and subject.head.tag_ in ("NNS", "NNPS")
    member = bool(words & (MEMBER_NOUNS | {"members"}))
    if not taking_part and not member and not (is_body(subject.head) and clause.verb.lemma_ != "be"):
        return
    argument = clause.first("object", "attribute") or next(
        (inside(a) for a in clause.all("oblique", "agent") if a.preposition == "of"), None
    )
    if argument is None or argument.end - argument.start < 4:
        return
    text = material.parsed.article.text
    items = parts(argument, text, sentence)
    value = list(dict.fromkeys([*items, *named_inside(argument, text, sentence.paragraph)]))
    answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
    if len(value) < 2 and clause.verb.lemma_ == "be":
        return
    heading = sentence.span.doc.span(subject.start, clause.verb.i).text
    yield from _members(material, sentence, heading, tuple(value), sentence_span(sentence), answer)
    if taking_part and subject.head.lemma_.lower() not in ("participant", "attendee"):
        name = material.meeting_name
        plain = " ".join(
            t.lower_
            for t in subject.head.doc[subject.start : subject.head.i + 1]
            if t.dep_ in ("compound", "amod") or t.i == subject.head.i
        )
        yield Draft(
            "list",
            f"Which {plain} attended {name}?",
            answer,
            sentence_span(sentence),
            (f"Which {plain} took part in {name}?", f"Which {plain} joined {name}?"),
            value,
            0.88,
        )


def _members(
    material: Material,
    intro: Sentence | None,
    heading: str,
    items: tuple[str, ...],
    span: tuple[int, int],
    answer: str | None = None,
) -> Iterator[Draft]:
    """A list of those who belong or came, as the sentence or heading above it says."""
    words = set(re.findall(r"[a-z]+", fold(heading)))
    said = answer or "; ".join(items)
    if len(said) > LONGEST_LIST:
        said = said[:LONGEST_LIST].rsplit("; ", 1)[0] + "; …"
    value = list(items)
    if words & {"member", "members", "membership"} or (
        intro is not None and answer is not None and not words & _PARTICIPANT_WORDS
    ):
        body = _body_of(intro, heading)
        if body and not said.startswith("the following"):
            variants = (
                f"Who is a member of {body}?",
                f"Who belongs to {body}?",
                f"Who makes up {body}?",
                f"Who sits on {body}?",
            )
            yield Draft("list", f"Who are the members of {body}?", said, span, variants, value, 0.85)
    elif words & _PARTICIPANT_WORDS:
        name = material.meeting_name
        variants = (
            f"Who took part in {name}?",
            f"Who was at {name}?",
            f"Who joined {name}?",
            f"Who were the participants of {name}?",
        )
        yield Draft("list", f"Who attended {name}?", said, span, variants, value, 0.88)


def _body_of(intro: Sentence | None, heading: str) -> str | None:
    """The body whose members a sentence lists: "Members of X include", "X membership comprises", "X consists of"."""
    match = re.search(
        r"\bmembers? of (the )?(?P<body>[^:,]+?)(?: (?:include|are|is|were|comprise|consist)\b.*|:|$)",
        heading,
        re.IGNORECASE,
    )
    match = match or re.search(r"^(the )?(?P<body>[^:,]+?) (?:members|membership)\b", heading, re.IGNORECASE)
    if match:
        return "the " + match["body"].strip()
    if intro is not None and intro.clauses and intro.clauses[0].subject is not None:
        subject = intro.clauses[0].subject
        if is_body(subject.head):
            return lowered(
                compact(subject.head, subject.start, subject.end, intro.antecedents), subject.head.doc[subject.start]
            )
    return None


def _spelt_out(sentence: Sentence, enumeration: Enumeration, text: str) -> Iterator[Draft]:
    """A list that a noun announces, whoever it is of: "eight partner countries, namely …"."""
    head = enumeration.head
    noun = " ".join(
        t.text
        for t in head.doc[head.left_edge.i : head.i + 1]
        if t.dep_ not in ("det", "poss", "case") and t.i >= sentence.span.start
    )
    if head.tag_ not in ("NNS", "NNPS") or len(noun.split()) > 7:
        return
    plain = " ".join(
        t.text
        for t in head.doc[head.left_edge.i : head.i + 1]
        if t.dep_ not in ("det", "poss", "case", "nummod", "punct")
    )
    around = next(containing(sentence.clauses, head), None)
    answer = as_it_stands(enumeration.items, text, enumeration.span)
    words = sentence.words_of(around.clause) if around is not None else None
    word = "Who" if is_role(head) else "Which"
    variants = (
        f"Which {plain}?",
        f"Who are the {noun}?",
        *((f"Which {plain} are meant: {words.statement()}?",) if words is not None else ()),
    )
    yield Draft(
        "list",
        f"{word} are the {plain if word == 'Who' else noun}?",
        answer,
        sentence_span(sentence),
        variants,
        list(enumeration.items),
        0.8,
    )
