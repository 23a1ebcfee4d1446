"""Who was elected or appointed to what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.dates import readable
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.people.entries import is_full, is_office
from facts.extract.people.holders import month_of
from facts.extract.people.sentence_people import people_of
from facts.folding import fold, squeezed
from facts.parse.clauses import Clause
from facts.parse.name_words import is_role
from facts.parse.names import Person
from facts.parse.phrases import is_body
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import BODY_NOUNS, OFFICE_VERBS, PERSON_NOUNS, TITLES

BROUGHT = OFFICE_VERBS - {"confirm", "serve", "swear"}
"""Verbs that bring somebody into an office."""
ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+", re.IGNORECASE)
OWN = re.compile(r"\b(?:its|their|his|her|our|my|your)\b", re.IGNORECASE)
OF_BODY = re.compile(r"[\w-]+ of the (?:" + "|".join(sorted(BODY_NOUNS)) + ")")
"""An office in a body that the meeting tells: "chair of the council"."""
LONGEST = 12
"""How many words an office has at most."""
STOOD = re.compile(
    r"\b(?:was|had been|having been) (?:nominated|proposed) (?:as|for) (?:the )?(?P<role>[\w-]+(?: [A-Z][\w-]+)?)\b"
    r"[^.;]*? was (?:(?:declared|duly|then|unanimously) )*(?:re-)?elected\b"
)
"""How minutes tell of the only candidate: "Dr Lee was proposed as President by Mr Ek … and was declared elected"."""


def facts(material: Material) -> Iterator[Draft]:
    """ "Ann Lee was elected president of the union", "the senate of Norland appointed Dag Moe judge": who was."""
    for sentence in material.sentences:
        here = people_of(sentence)
        yield from _stood(sentence, material)
        for clause in sentence.clauses:
            verb = clause.verb
            if not _brings(verb) or clause.kind != "finite" or not happened(clause):
                continue
            who = clause.subject if clause.passive else clause.first("object")
            office = _office(verb)
            person = here.at.get(who.head.i) if who is not None else None
            if who is not None and person is None and is_role(who.head) and who.head.i - 1 in here.at:
                person, office = here.at[who.head.i - 1], who.head  # "appointed Dag Moe judge"
            if person is None or office is None or office.i in here.at or not is_office(office.text):
                continue
            name = full_name(person, sentence)
            role = ARTICLE.sub("", sentence.paragraph.doc.span(_begin(office, person), _end(office)).text)
            where = _where(role, sentence, clause, material)
            if where is not None and is_full(name) and len(role.split()) <= LONGEST and not OWN.search(role):
                question = f"Who was {participle(verb)} {role}{where}?"
                yield Draft("who", question, name, sentence_span(sentence), confidence=0.88, rule="role.elected")


def _stood(sentence: Sentence, material: Material) -> Iterator[Draft]:
    """Who was elected after somebody had proposed him or her."""
    found = STOOD.search(sentence.span.text)
    if found is None or material.meeting_name is None or not is_office(found["role"].split()[-1]):
        return
    doc, begin = sentence.paragraph.doc, sentence.span.start_char + found.start()
    who = next((p for p in sentence.people if doc.span(p.start, p.end).end_char == begin - 1), None)
    if who is not None and is_full(name := full_name(who, sentence)):
        question = f"Who was elected {found['role']} at {material.meeting_name}?"
        yield Draft("who", question, name, sentence_span(sentence), confidence=0.88, rule="role.elected")


def full_name(person: Person, sentence: Sentence) -> str:
    """A person's name in the longest form met so far."""
    antecedent = sentence.antecedents.get(person.start)
    if antecedent and antecedent.mention_end == person.end:
        return squeezed(antecedent.name)
    return squeezed(sentence.paragraph.doc.span(person.start, person.end).text)


def _brings(verb: Token) -> bool:
    """Whether a verb brings somebody into an office, for the first time or anew: "elected", "re-appointed"."""
    lemma = verb.lemma_.lower()
    return lemma in BROUGHT or (lemma.startswith("re-") and lemma.removeprefix("re-").removesuffix("e") in BROUGHT)


def participle(verb: Token) -> str:
    """The participle of a verb of electing and appointing: "elected", "chosen"."""
    if verb.lower_.startswith("re-"):
        return verb.lower_
    return "chosen" if verb.lemma_ == "choose" else past(verb.lemma_.lower())


def _where(role: str, sentence: Sentence, clause: Clause, material: Material) -> str | None:
    """What a question adds to an office so that it is clear which one is meant; None where nothing says so."""
    if any(w[0].isupper() and fold(w) not in PERSON_NOUNS | TITLES for w in re.findall(r"\w+", role)):
        return ""
    by = clause.first("agent") if clause.passive else clause.subject
    words = sentence.words_of(clause)
    if by is not None and words is not None and is_body(by.head):
        text = next((text for phrase, text in words.pieces if phrase is by), None) or words.subject
        body = text.removeprefix("by ")
        return f" by {body}{_when(material)}" if any(w[:1].isupper() for w in body.split()) else None
    told = clause.first("time") is None and (" " not in role or OF_BODY.fullmatch(role))
    return f" at {material.meeting_name}" if told and material.meeting_name else None


def _when(material: Material) -> str:
    """When a body elected somebody: in the month of its meeting or of the report on that; "" where none is told."""
    day = month_of(material)
    return f" in {readable(day)}" if day else ""


def _office(verb: Token) -> Token | None:
    """The noun of the office that somebody is brought into."""
    for child in verb.rights:
        noun = child
        if child.dep_ == "prep" and child.lower_ == "as":
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ not in ("oprd", "attr", "xcomp", "dobj", "appos"):
            continue
        elif child.pos_ == "ADJ":  # "elected chair unopposed"
            noun = next((c for c in child.children if c.dep_ == "nsubj"), child)
        if is_role(noun):
            return noun
    return None


def _is_another(token: Token) -> bool:
    """Whether a name begins that is no office, behind an office in small letters."""
    return token.pos_ == "PROPN" and not is_role(token) and token.doc[token.i - 2].text.islower()


def _begin(office: Token, person: Person) -> int:
    return max(office.left_edge.i, person.end) if person.start < office.i else office.left_edge.i


def _end(office: Token) -> int:
    """Where the phrase of an office ends: before a clause, a comma or what says when."""
    doc = office.doc
    for i in range(office.i + 1, office.right_edge.i + 1):
        token = doc[i]
        if (
            token.text in (",", ";", "(", "–", "—")
            or token.pos_ in ("VERB", "AUX")
            or (token.lower_ == "and" and _is_another(doc[i + 1]))  # "elected chair and Bo Lusk clerk"
            or token.ent_type_ in ("DATE", "TIME")
        ):
            end = i
            while doc[end - 1].pos_ == "ADP":
                end -= 1
            return end
    return office.right_edge.i + 1
