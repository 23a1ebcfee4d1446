"""Records of one invented council's meeting as several newspapers report it, for trying what disagrees."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from facts.model import Article, Fact, Meeting, Record, Sentence, Value
from facts.naming import first_free, kind_of, stem
from facts.pages.derived import value_of

_COUNCIL = "Tern Sound Fisheries Council"
TERN = Meeting(_COUNCIL, ("TSFC",), "2024-05-02", "Port Adair", None, _COUNCIL)

HELD = "the Tern Sound Fisheries Council meeting on 2 May 2024"
CHAIRED = f"Who chaired {HELD}?"
COUNTED = f"How many countries attended {HELD}?"
NEXT = "When will the next Tern Sound Fisheries Council meeting be held?"

Told = tuple[str, str, str]
"""A question, its answer, and the sentence that it is quoted from."""


def record(
    article: str,
    published: str | None,
    told: Sequence[Told],
    meeting: Meeting | None = TERN,
    also: Sequence[str] = (),
    values: Sequence[Value] = (),
) -> Record:
    """What an article tells, with sentences besides that hold no fact; `values` of facts, where they are not plain."""
    texts = list(dict.fromkeys([sentence for _, _, sentence in told] + list(also)))
    sentences = []
    at = 0
    for text in texts:
        sentences.append(Sentence(text, (at, at + len(text))))
        at += len(text) + 1
    spans = {sentence.text: sentence.span for sentence in sentences}
    facts: list[Fact] = []
    for n, (question, answer, evidence) in enumerate(told):
        kind = kind_of(question)
        value = values[n] if n < len(values) else value_of(kind, answer)
        name = first_free(stem(question, kind), {fact.id for fact in facts})
        facts.append(Fact(name, kind, question, answer, evidence, spans[evidence], (), value))
    date = datetime.date.fromisoformat(published) if published else None
    described = Article(article, date, article.title(), None, None, f"seeds/{article}.md", "0" * 64)
    return Record(described, meeting, tuple(facts), tuple(sentences))


POST = record(
    "post",
    "2024-05-03",
    [
        (CHAIRED, "Ingrid Halvorsen", "The meeting was chaired by Ingrid Halvorsen."),
        (COUNTED, "nine", "Delegates of nine countries attended the meeting."),
        (NEXT, "12 November 2024", "The next meeting will be held on 12 November 2024."),
    ],
)
WIRE = record(
    "wire",
    "2024-05-04",
    [
        (CHAIRED, "Ingrid Halvorsen, fisheries minister", "Ingrid Halvorsen, fisheries minister, was in the chair."),
        (COUNTED, "11", "A total of 11 countries attended the meeting."),
        (NEXT, "19 November 2024", "The council meets next on 19 November 2024."),
    ],
)
"""Disagree about how many countries attended and about the next meeting, not about the chair."""
