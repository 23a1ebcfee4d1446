"""Who attended: lists, hosts and guests, observers, those who stand for a body."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.attendance import absence, guests
from facts.extract.attendance.presence import CONVENING_VERBS, Presence, distinct, parts, present, trimmed
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import Enumeration, enumerations, named_inside, stretched, whole_subject
from facts.parse.clauses import Clause
from facts.parse.phrases import is_body, is_person, verbatim

LONGEST_NAMES = 120
"""Code points of names that a question may ask about ("Who joined A and B?")."""

EARLY = 5
"""How many sentences into an article a "met" is about the article's own meeting."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who attended the meeting, who observed it, who was absent, and how many of each there were."""
    text = material.parsed.article.text
    before: str | None = None
    for n, sentence in enumerate(material.sentences):
        spelt_out = list(enumerations(sentence, text))
        missing = False
        for clause in sentence.clauses:
            if len(clause.chain) > 1:
                continue
            yield from _conveners(material, sentence, clause)
            for presence in present(material, sentence, clause, early=n < EARLY):
                if clause.passive and clause.verb.lemma_ == "join" and presence.joined is None and before is not None:
                    presence = dataclasses.replace(presence, joined=before)
                for draft in _attended(material, sentence, clause, presence, spelt_out):
                    yield draft
                    named = draft.question.startswith("Who attended") and len(draft.answer) < LONGEST_NAMES
                    before = draft.answer if named and before is None else before
            for argument, apologised in absence.absent(clause, missing):
                missing = True
                yield from absence.stayed_away(material, sentence, argument, apologised)
            yield from _represented(material, sentence, clause)
        yield from _with_participation(material, sentence)


def _attended(
    material: Material, sentence: Sentence, clause: Clause, presence: Presence, spelt_out: list[Enumeration]
) -> Iterator[Draft]:
    text = material.parsed.article.text
    argument = stretched(trimmed(presence.argument))
    if (
        clause.verb.dep_ == "acl"
        and not clause.passive
        and not any(t.pos_ in ("PROPN", "NUM") for t in argument.head.subtree if t.i < clause.verb.i)
    ):
        return
    if argument.head.pos_ == "PRON" and argument.end - argument.start == 1:
        return
    name, span = presence.meeting, sentence_span(sentence)
    answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
    if presence.others is None:
        items = parts(argument, text, sentence)
    else:
        items = [*parts(clause.subject or argument, text, sentence), *parts(presence.others, text, sentence)]
    nested = [e for e in spelt_out if argument.start <= e.head.i < argument.end]
    value = distinct([*items, *(i for e in nested for i in e.items), *named_inside(argument, text, sentence.paragraph)])
    several = len(items) > 1 or bool(nested) or len(value) > 2
    kind = "list" if several else "who"
    found = value if several else None
    if presence.observing:
        variants: tuple[str, ...] = (
            f"Who were the observers at {name}?",
            f"Who joined {name} as an observer?",
            f"Which countries sent observers to {name}?",
            f"Who observed {name}?",
            f"Which countries attended {name} as observers?",
            f"Which countries were only at {name} as observers?",
        )
        yield Draft(
            "list" if found else "who", f"Who attended {name} as an observer?", answer, span, variants, found, 0.9
        )
    variants = (
        f"Who took part in {name}?",
        f"Who participated in {name}?",
        f"Who was at {name}?",
        f"Who was present at {name}?",
        f"Who were the participants of {name}?",
    )
    confidence = presence.confidence - (0.05 if presence.observing else 0)
    yield Draft("list" if kind == "list" else "who", f"Who attended {name}?", answer, span, variants, found, confidence)
    if presence.joined:
        yield Draft("list" if found else "who", f"Who joined {presence.joined}?", answer, span, (), found, 0.85)
    for enumeration in nested:
        yield from guests.kind_of_guest(enumeration, text, name, span)
    yield from guests.senders(material, sentence, argument, name)
    yield from guests.counted(argument, name, span, presence.joined)


def _conveners(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "A and B convened the meeting": who did, both by name."""
    by = clause.first("agent") if clause.passive else clause.subject
    if (
        by is None
        or clause.verb.lemma_.lower() not in CONVENING_VERBS | {"chair", "co-chair", "cochair", "lead", "open"}
        or clause.negated
    ):
        return
    text = material.parsed.article.text
    by = stretched(by) if clause.passive else whole_subject(clause) or by
    items = parts(by, text, sentence)
    words = sentence.words_of(clause)
    if len(items) < 2 or words is None or not (is_person(by.head) or is_body(by.head) or by.head.pos_ == "PROPN"):
        return
    question = words.ask_agent("Who") if clause.passive else words.ask_subject("Who")
    answer = verbatim(text, sentence.paragraph, by.start, by.end)
    value = list(dict.fromkeys([*items, *named_inside(by, text, sentence.paragraph, kinds=("PERSON",))]))
    yield Draft("who", question, answer, sentence_span(sentence), (), value, 0.9)


def _represented(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Commission was represented by Director X": who represented whom."""
    if clause.verb.lemma_ != "represent" or clause.negated or clause.subject is None or not clause.passive:
        return
    agent = clause.first("agent")
    words = sentence.words_of(clause)
    if agent is None or words is None:
        return
    name = material.meeting_name
    answer = verbatim(material.parsed.article.text, sentence.paragraph, agent.start, agent.end)
    yield Draft(
        "who",
        f"Who represented {words.subject} at {name}?",
        answer,
        sentence_span(sentence),
        (
            f"Who attended {name} for {words.subject}?",
            f"Who spoke for {words.subject} at {name}?",
            f"{words.subject} representative at {name}",
        ),
        None,
        0.9,
    )
    yield from _attended(material, sentence, clause, Presence(agent, name, 0.75), [])


PARTICIPATION = re.compile(
    r"\b(?:with the (?:participation|attendance|support and participation) of|in the presence of)\s+",
    re.IGNORECASE,
)


def _with_participation(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "…, with the participation of A, who is X, and B"."""
    text = sentence.span.text
    match = PARTICIPATION.search(text)
    if match is None:
        return
    listed = text[match.end() :].strip().rstrip(".")
    answer = material.parsed.article.text[slice(*_codes(sentence, match.end(), match.end() + len(listed)))]
    items = [
        re.split(r",\s", i)[0]
        for i in re.split(r";\s+(?:and\s+)?|,\s+and\s+(?=[A-Z])|(?<=[a-z])\s+and\s+(?=[A-Z])(?!.*,)", answer)
    ]
    name = material.meeting_name
    variants: tuple[str, ...] = (
        f"Who took part in {name}?",
        f"Who participated in {name}?",
        f"Who was at {name}?",
        f"Who were the participants of {name}?",
    )
    yield Draft(
        "list" if len(items) > 1 else "who",
        f"Who attended {name}?",
        " ".join(answer.split()),
        sentence_span(sentence),
        variants,
        items if len(items) > 1 else None,
        0.85,
    )


def _codes(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Code points of the article for offsets in a sentence."""
    base = sentence.paragraph.start + sentence.span.start_char
    return base + start, base + end
