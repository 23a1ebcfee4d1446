"""Who attended the meeting, who spoke for whom, whom somebody met, how many came, and who did not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facts.extract.answers import is_cut
from facts.extract.attendance import absence, chairs, delegations, hosts, membership, named, told_inside
from facts.extract.attendance.chairs import called, in_full
from facts.extract.attendance.own_meeting import EARLY, means_meeting
from facts.extract.attendance.presence import PARTICIPANTS, Presence, distinct, parts, present, trimmed
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.lists import enumerated, inside, named_inside, stretched, with_unlisted
from facts.extract.people.entries import labels_of
from facts.extract.people.rosters import Roster, rosters
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import number_ending, number_of
from facts.parse.phrases import is_body, verbatim
from facts.parse.words import FINITE

TOLD_ONE_BY_ONE = frozenset(
    f"attendance.{verb}" for verb in ("attend", "came", "join", "participate", "present", "take")
)
"""The rules that tell of some who came, who need not be all."""
OTHERS = re.compile(
    r"\b(?:also|among|as did|as well|as were|along with|besides|including|in addition|together with|too)\b"
)
"""What says that there were others."""
NEXT_PLACE = re.compile(r",?\s(?:and\s)?(?:the\s)?[A-Z][^,;]*\sby\s.*")
"""What follows in a list of places, each with who spoke for it: "… Ann Lee, Tarn by Bo Ek"."""
SEVERAL = 2
"""How many places are told besides the first where it is all of them that people came from."""
OF_ALL = re.compile(r"(?<=\w)(?: out)? of (?:all |its |the |their )?[\w,-]+$")
"""How many there are in all, behind how many of them came: "46 of 60"."""
_NAME = r"(?:the )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*"
EXCEPT = re.compile(
    rf",? (?:with the exception of|except(?: for)?|apart from) (?P<who>{_NAME}(?:(?:, | and |, and ){_NAME})*)"
)
"""Who of those that are told of did not come."""
LONGEST_TITLED = 30
"""How many words a list of those who came may have with their titles."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who was at the article's meeting and who was not."""
    yield from chairs.facts(material)
    yield from told_inside.facts(material)
    yield from delegations.facts(material)
    yield from membership.facts(material)
    yield from hosts.facts(material)
    for roster in rosters(material) if material.meeting_name is not None else ():
        yield from _listed(roster, str(material.meeting_name))
    for n, sentence in enumerate(material.sentences):
        for clause in sentence.clauses:
            if happened(clause):
                for presence in present(material, sentence, clause, early=n < EARLY):
                    yield from _attended(material, sentence, presence)
                if material.meeting_name is not None:
                    yield from _represented(material, sentence, clause)
            if happened(clause, denied=True) and material.meeting_name is not None:
                for phrase, apologised in absence.absent(clause, sentence, material):
                    yield from absence.stayed_away(material, sentence, phrase, apologised=apologised)
        yield from absence.beside(material, sentence)
    yield from named.facts(material)


def listing(labels: Sequence[str]) -> str:
    """Names as an answer lists them.

    >>> listing(["Ann Lee", "Bo Ek", "Cy Day"]), listing(["Ann Lee, mayor", "Bo Ek"])
    ('Ann Lee, Bo Ek and Cy Day', 'Ann Lee, mayor; Bo Ek')
    """
    if len(labels) < 2 or any("," in label or " and " in label for label in labels):
        return "; ".join(labels)
    return enumerated(labels)


def _listed(roster: Roster, meeting: str) -> Iterator[Draft]:
    """Those of a list below a heading."""
    labels = labels_of(roster.entries)
    names = [entry.name for entry in roster.entries if entry.name is not None]
    if len(names) == len(labels) and sum(len(label.split()) for label in labels) > LONGEST_TITLED:
        labels = names
    labels = list(dict.fromkeys(labels))
    if len(labels) == 1 and not roster.group and not roster.speaking:
        return  # one of those who came
    question = (
        f"Who spoke at {meeting}?"
        if roster.speaking
        else f"Which {roster.group} attended {meeting}?"
        if roster.group
        else f"Who was among the people who attended {meeting}?"
    )
    items = [entry.text for entry in roster.entries]
    yield Draft("list", question, listing(labels), roster.span, value=items, confidence=0.93, rule="attendance.roster")


def _attended(material: Material, sentence: Sentence, presence: Presence) -> Iterator[Draft]:
    """Those of whom a clause says that they came."""
    phrase = stretched(trimmed(presence.phrase))
    answer = called(phrase, sentence, material) if not presence.counted else ""
    if presence.rule == "attendance.met":
        answer = answer.partition(" who ")[0].rstrip(",") if _is_whole(phrase) else ""
    meeting, span = material.meeting_name, sentence_span(sentence)
    alone = not phrase.head.conjuncts and phrase.head.ent_type_ in ("GPE", "NORP")
    if alone and presence.rule in TOLD_ONE_BY_ONE:
        if presence.question is not None and answer and not presence.question.startswith("Who also"):
            asked = presence.question.replace("Who", "Which country", 1)
            yield Draft("which", asked, answer, span, rule="attendance.country")
        return  # one country of several
    if answer:
        text = material.parsed.article.text
        named = named_inside(phrase, text, sentence.paragraph)
        items = distinct([*parts(phrase, text, sentence), *named])
        items = with_unlisted(items, phrase, text, sentence.paragraph) if len(items) > 1 else items
        items = _whole(items, phrase, text, sentence)
        several = items if len(items) > 1 else None
        if len(answer.split()) > LONGEST_TITLED:
            answer = _without_offices(items, sentence) or answer
        missing = EXCEPT.search(sentence.span.text)
        if missing is not None and missing["who"] not in answer:
            answer, several = f"{answer}, with the exception of {missing['who']}", None
        question = presence.question or (
            f"Who attended {meeting}?"
            if _are_all(presence, several, sentence)
            else f"Who was among the participants of {meeting}?"
        )
        yield Draft("list" if several else "who", question, answer, span, value=several, rule=presence.rule)
    if presence.counted or (answer and _from_several(phrase)):
        yield from _counted(phrase, sentence, material)


def _without_offices(items: list[str], sentence: Sentence) -> str:
    """The names alone of a list in which each item is one of the sentence's people with an office; else ""."""
    whole = [each for each in items if not any(each != other and each in other for other in items)]
    names = [p.name for p in sentence.people if any(p.name in each for each in whole)]
    each_one = len(names) == len(whole) and all(name in item for name, item in zip(names, whole, strict=True))
    return enumerated(names) if each_one else ""


def _are_all(presence: Presence, items: list[str] | None, sentence: Sentence) -> bool:
    """Whether those of whom a clause says that they came may be all who did: several, and none beside them."""
    if presence.rule not in TOLD_ONE_BY_ONE:
        return True
    joined = any(t.dep_ == "cc" for t in presence.phrase.head.doc[presence.phrase.start : presence.phrase.end])
    several = (items is not None and joined) or presence.phrase.head.tag_ == "NNS"
    return several and OTHERS.search(sentence.span.text) is None


def _whole(items: list[str], phrase: Argument, text: str, sentence: Sentence) -> list[str]:
    """The items of a list but the one that cuts off people of several places at the first: "46 delegates from Lunn,
    Varda and Zell" are told by the places."""
    head, doc = phrase.head, phrase.head.doc
    to_head = verbatim(text, sentence.paragraph, phrase.start, head.i + 1)
    if head.tag_ != "NNS" or head.conjuncts or doc[head.i + 1].lower_ not in ("from", "of", "representing"):
        return items
    whole = verbatim(text, sentence.paragraph, phrase.start, phrase.end)
    named = "|".join(re.escape(item) for item in items if item.removeprefix("the ")[:1].isupper())
    cut = re.compile(rf"(?:,| and|, and) (?:{named})(?!\w)")
    return [item for item in items if not (item.startswith(to_head) and cut.match(whole, len(item)))]


def _is_whole(phrase: Argument) -> bool:
    """Whether a phrase is all of a list: not its last part, nor the subject of what follows, nor somebody's people."""
    doc, end = phrase.head.doc, phrase.end
    torn = doc[phrase.start - 1].text == "," or doc[phrase.start - 1].dep_ == "cc"
    followed = end < len(doc) and doc[end].tag_ in FINITE
    return not torn and not followed and not any(t.tag_ == "PRP$" for t in doc[phrase.start : end])


def _counted(phrase: Argument, sentence: Sentence, material: Material) -> Iterator[Draft]:
    """ "Some 130 people attended": how many came."""
    number = next((c for c in phrase.head.children if c.dep_ == "nummod" and number_of(c.text) is not None), None)
    if number is None or phrase.head.tag_ != "NNS" or not (phrase.head.i == phrase.end - 1 or _from_several(phrase)):
        return
    noun = phrase.head.doc.span(number.i + 1, phrase.head.i + 1).text
    answer = verbatim(material.parsed.article.text, sentence.paragraph, phrase.start, number.i + 1)
    answer = OF_ALL.sub("", answer)
    yield Draft(
        "how_many",
        f"How many {noun} attended {material.meeting_name}?",
        answer,
        sentence_span(sentence),
        value=number_ending(answer),
        rule="attendance.number",
    )


def _from_several(phrase: Argument) -> bool:
    """Whether people are told with how many places or bodies they come from, or with all of these: "46 delegates from
    seven countries", "46 delegates from Lunn, Varda and Zell"."""
    behind = phrase.head.doc[phrase.head.i + 1 : phrase.end]
    if not behind or behind[0].lower_ not in ("from", "of", "representing") or phrase.head.conjuncts:
        return False
    counted = any(t.dep_ == "nummod" and t.head.tag_ == "NNS" and number_of(t.text) is not None for t in behind)
    others = [t.tag_ in ("NNP", "NNPS") for t in behind if t.dep_ == "conj"]
    return (counted and behind[-1].tag_ == "NNS") or (len(others) >= SEVERAL and all(others))


def _represented(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Commission was represented by Director X", "members represented Quito"."""
    agent, subject = clause.first("agent"), clause.subject
    if clause.verb.lemma_ != "represent" or clause.negated or subject is None:
        return
    meeting, span = material.meeting_name, sentence_span(sentence)
    words = sentence.words_of(clause)
    if not clause.passive:
        yield from _for_places(material, sentence, clause, subject)
    elif agent is not None and words is not None and in_full(words.subject):
        answer = NEXT_PLACE.sub("", called(agent, sentence, material))
        if answer:
            question = f"Who represented {words.subject} at {meeting}?"
            yield Draft("who", question, answer, span, rule="attendance.represented")
    elif agent is None and clause.kind == "finite" and is_body(subject.head) and not is_further(clause):
        at = next((inside(a) for a in clause.all("oblique", "place") if a.preposition in ("at", "in")), None)
        answer = called(subject, sentence, material) if at is not None else ""
        if answer and at is not None and means_meeting(at, sentence, material):
            yield Draft("who", f"Who was represented at {meeting}?", answer, span, rule="attendance.body")


def is_further(clause: Clause) -> bool:
    """Whether a clause tells only of one more: "was also represented"."""
    return any(c.lower_ in ("also", "too") for c in clause.verb.children)


def _for_places(material: Material, sentence: Sentence, clause: Clause, subject: Argument) -> Iterator[Draft]:
    """ "Participating administrators represented Westmark, Ostford and Tarn": the places that they came from."""
    thing = clause.first("object")
    taking_part = subject.head.lemma_.lower() in PARTICIPANTS or any(
        c.lower_ == "participating" for c in subject.head.children
    )
    if thing is None or not taking_part or subject.head.tag_ != "NNS" or is_cut(thing.head.doc, thing.start, thing.end):
        return
    answer = called(thing, sentence, material)
    items = parts(thing, material.parsed.article.text, sentence) if answer else []
    if len(items) > 1 and thing.head.ent_type_ == "GPE":
        question = f"Which places were represented at {material.meeting_name}?"
        yield Draft("list", question, answer, sentence_span(sentence), value=items, rule="attendance.places")
