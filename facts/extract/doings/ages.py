"""How old somebody is whose age stands behind their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.asked import in_report
from facts.extract.draft import Draft, Material, Sentence, sentence_span

AGED = re.compile(r", (?:aged )?(\d{1,3}),")
"""An age behind a name."""


def aged(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "Dag Moe, 79, has left the Tarn board": how old he is, by the report that tells it."""
    text, doc = material.parsed.article.text, sentence.paragraph.doc
    for person in sentence.people:
        last = doc[person.end - 1]
        age = AGED.match(text, sentence.paragraph.start + last.idx + len(last.text))
        question = in_report(material, f"How old was {person.name}?") if age and " " in person.name else None
        if age and question:
            yield Draft("how_many", question, age[1], sentence_span(sentence), value=int(age[1]), rule="count.aged")
