"""How old somebody is whose age stands behind their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.asked import in_report
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.people.elected import full_name
from facts.extract.people.entries import is_full

AGED = re.compile(r", (?:aged )?(\d{1,3}),")
"""An age behind a name."""
OF_THEN = re.compile(
    r"\b(?:born|dead|death|die[ds]?|drowned|killed|late|murder\w*|then|victims?)\b|\b(?:1[89]|20)\d\d\b"
)
"""What tells in a sentence that an age may be that of another day than the report's."""


def aged(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "Dag Moe, 79, has left the Tarn board": how old he was in the month of the report, or by the report."""
    text, doc, day = material.parsed.article.text, sentence.paragraph.doc, material.parsed.article.date
    for person in sentence.people:
        last, name = doc[person.end - 1], full_name(person, sentence)
        age = AGED.match(text, sentence.paragraph.start + last.idx + len(last.text))
        if age is None or not is_full(name):
            continue
        span, years = sentence_span(sentence), int(age[1])
        if day is not None and OF_THEN.search(sentence.span.text) is None:
            question: str | None = f"How old was {name} in {day:%B %Y}?"
            yield Draft("how_many", str(question), age[1], span, value=years, rule="role.aged")
        elif question := in_report(material, f"How old was {name}?"):
            yield Draft("how_many", question, age[1], span, value=years, rule="count.aged")
