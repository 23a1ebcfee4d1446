"""Who leads what: "the justice committee, chaired by Ada Wren", "Dag Moe, who leads the Hearth party"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.asked import in_report
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.people.named import whole_name
from facts.honorifics import HONORIFIC
from facts.parse.clauses import Clause
from facts.parse.words import BODY_NOUNS, PLACE_ENTITIES

LED = {"chair": "chaired", "head": "headed", "lead": "led"}
"""Verbs of those at the head of something, and their past."""
_NAME = rf"(?:{HONORIFIC} )?(?P<name>[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+)"
WHO_LEADS = re.compile(
    rf"{_NAME}, who (?P<verb>chair|head|lead|run)s (?P<body>the (?:[A-Z][\w’'-]+(?: and| of(?: the)?)? )+?"
    r"(?:[A-Z][\w’'-]+|party|union|group|club|council|committee)),? ?(?=[.,;]|said|told|in|at|$)"
)
"""Somebody beside whose name it stands what she or he leads."""
VISITING = frozenset({"delegation", "team"})
"""What somebody leads at a meeting only."""
FEWEST, LONGEST = 4, 9
"""How many words of what is led tell without a name which one it is, with its article; how many it has at most."""
TITLED = re.compile(r"(?:Cllr|Councillor) [A-Z][\w’'-]+$")
"""How minutes call those of the body that met."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who led each body of which a text tells it beside."""
    for sentence in material.sentences:
        for clause in sentence.clauses:
            yield from _led(material, sentence, clause)
        day = material.parsed.article.date
        for found in WHO_LEADS.finditer(" ".join(sentence.span.text.split())) if day is not None else ():
            past = {"run": "ran", **LED}[found["verb"]]
            question = f"Who {past} {found['body']} in {day:%B %Y}?"
            yield Draft("who", question, found["name"], sentence_span(sentence), confidence=0.85, rule="role.leads")


def _led(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "A working group on nitrates, chaired by Ada Wren, will meet": who chaired it at the time of the meeting."""
    who, what, past = clause.first("agent"), clause.subject, LED.get(clause.verb.lemma_.lower())
    if clause.kind != "participle" or not clause.passive or clause.negated or past is None:
        return
    if who is None or what is None:
        return
    doc, head = clause.verb.doc, what.head
    behind = head.dep_ == "pobj" and head.head.lower_ in ("for", "with")
    if (behind or head.ent_type_ in PLACE_ENTITIES) and head.lemma_.lower() not in BODY_NOUNS:
        return  # "the Partnership for the Green Coast led by Ada Wren"
    person = next((p for p in sentence.people if p.start <= who.head.i < p.end), None)
    body = doc.span(what.start, clause.verb.i).text.strip(" ,")
    body = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "the ", body)
    telling = len(body.split()) >= FEWEST or re.search(r" [A-Z]", body) is not None
    if person is None or not body.startswith("the ") or not telling or len(body.split()) > LONGEST or "," in body:
        return
    titled = TITLED.search(doc.span(who.start, person.end).text)
    name = whole_name(material, person.name) or (titled[0] if titled is not None else None)
    question = _placed(material, f"Who {past} {body}?", visiting=head.lemma_.lower() in VISITING)
    if name is not None and question is not None:
        yield Draft("who", question, name, sentence_span(sentence), confidence=0.85, rule="role.leads")


def _placed(material: Material, question: str, *, visiting: bool) -> str | None:
    """A question with the meeting at which, or at the time of which, somebody led; else with the report."""
    if material.meeting_name is None:
        return in_report(material, question)
    return f"{question[:-1]} {'at' if visiting else 'at the time of'} {material.meeting_name}?"
