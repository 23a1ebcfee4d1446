"""Who led each delegation at the article's meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.attendance.chairs import called
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.lists import named_person
from facts.parse.clauses import Clause
from facts.parse.phrases import verbatim

HEADING = frozenset({"head", "lead"})
PARTIES = frozenset({"delegation", "panel", "side", "team"})
"""Nouns of those who come from one side."""
OTHER_PARTY = re.compile(r", (?:and )?the (?P<whose>[A-Z]\w+) one by (?P<who>[A-Z][^,;]+)$")
"""The other delegation, without its noun and verb: "…, the Norlandic one by Minister Dag Moe"."""
AT_OTHERS = re.compile(r"^\S+(?: \S+){0,6}? (?:at|in|until) (?:the )?(?:earlier|first|last|previous)\b")
"""Where somebody led at earlier meetings."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who led each delegation of which the text tells it."""
    if material.meeting_name is None:
        return
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if happened(clause) and clause.verb.lemma_.lower() in HEADING:
                yield from _led(material, sentence, clause)


def _led(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Norlandic delegation was headed by X"."""
    thing = clause.subject if clause.passive else clause.first("object")
    who = clause.first("agent") if clause.passive else clause.subject
    if thing is None or who is None or thing.head.lemma_.lower() not in PARTIES or thing.end - thing.start > 8:
        return
    doc = thing.head.doc
    if not any(t.ent_type_ in ("NORP", "GPE", "ORG") for t in doc[thing.start : thing.end]) or not named_person(who):
        return
    party = verbatim(material.parsed.article.text, sentence.paragraph, thing.start, thing.end)
    party = party[:1].lower() + party[1:] if party.startswith(("The ", "A ")) else party
    answer, span = called(who, sentence, material), sentence_span(sentence)
    if not answer or AT_OTHERS.search(doc.span(clause.verb.i, sentence.span.end).text):
        return
    both = {party: answer}
    if (other := OTHER_PARTY.search(answer)) is not None:
        both = {party: answer[: other.start()], party.replace(party.split()[1], other["whose"], 1): other["who"]}
    for led, leader in both.items():
        yield Draft("who", f"Who led {led} at {material.meeting_name}?", leader, span, rule="chair.delegation")
