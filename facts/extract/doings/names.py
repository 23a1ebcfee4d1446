"""What phrases are: of somebody who acts, names, answers that say something."""

from __future__ import annotations

import re

from facts import countries
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_body, is_person
from facts.parse.words import BODY_NOUNS, DOCUMENT_NOUNS, PERSON_NOUNS
from facts.questions import HONOURS, ClauseWords, is_anchored, is_short

LAST_NAME = re.compile(r"^(?:[A-Z][\w’'.-]+ )+([A-Z][a-zà-ÿ][\w’'-]+)(?:,? [JS]r\.?)?$")
"""Words with capitals, the last of which may be somebody's last name."""

LITTLE = re.compile(r"(?:an? (?:number|range|series|variety) of|several|some) \w+")
"""What tells nothing as an answer: "a number of issues"."""
PLACES = frozenset({"city", "island", "port", "province", "region", "state", "town", "village"})
"""Nouns of places that are no countries."""
MUTE = frozenset(
    """apartment balcony barn basement beach boat bridge building canal car corridor courtyard dam driveway flat
    floor fountain garage garden gate harbor harbour highway lake lawn lighthouse mountain parking pier plaza
    porch quay river road roof room sea ship shore square stairs storm tower tree tunnel wall yard""".split()
)
"""Nouns of places and things that cannot speak; not those that stand for who is in them: "the palace", "the hotel"."""
FEWEST_NAMING = 5
"""How many words tell without a name what is meant: "a hearing planned for June"."""
OWN = frozenset({"her", "herself", "himself", "his"})
"""What most often points to somebody who did something."""


def is_mute(argument: Argument) -> bool:
    """Whether a phrase is of a thing that neither speaks nor acts, whatever its name: "the White House lawn".

    Without an article it may be somebody's name: "Ann Bridge".
    """
    head = argument.head
    return head.folded in MUTE and (head.pos_ == "NOUN" or any(c.dep_ == "det" for c in head.children))


def acts(argument: Argument) -> bool:
    """Whether a phrase is of somebody or of a body, of which one asks "who"."""
    head = argument.head
    if is_mute(argument):
        return False
    if head.pos_ == "PRON":
        return head.tag_ == "PRP" and head.lower_ != "it"
    named = head.tag_ == "NNPS" and head.lower_.removesuffix("s") in PERSON_NOUNS
    return named or is_person(head) or is_body(head) or head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def is_city(argument: Argument) -> bool:
    """Whether a phrase is the name of a place that is no country: of a city one asks "which city", if that is known."""
    head = argument.head
    name = " ".join(t.folded for t in head.doc[argument.start : argument.end] if t.lower_ != "the")
    if any(c.dep_ == "appos" and c.lemma_.lower() in PLACES for c in head.children):
        return True  # "Ostford, a city of 80,000, staged the games"
    return head.ent_type_ == "GPE" and head.pos_ == "PROPN" and name not in countries.COUNTRIES


def is_document(argument: Argument) -> bool:
    """Whether a phrase names a document or a plan, of which nobody asks "who": "the Harbours Act"."""
    noun = argument.head.folded
    return not {noun, noun.removesuffix("s")}.isdisjoint(DOCUMENT_NOUNS - BODY_NOUNS)


def tells_whose(clause: Clause, who: Argument) -> bool:
    """Whether what was done points to who did it, as a question for that cannot: "has sent his regrets"."""
    doc = clause.verb.doc
    rest = [t for a in clause.arguments if a is not who for t in doc[a.start : a.end] if t.i + 1 < len(doc)]
    return any(t.lower_ in OWN and t.nbor().text not in HONOURS for t in rest)


def is_named(argument: Argument, answer: str) -> bool:
    """Whether an answer names somebody, by a name and not by what all of them are called."""
    return any(t.pos_ == "PROPN" for t in argument.head.doc[argument.start : argument.end]) or (
        argument.head.pos_ == "PRON" and is_name(answer)
    )


def is_name(answer: str) -> bool:
    """Whether an answer names somebody or something: a capital letter in it, behind the articles."""
    return any(word[:1].isupper() for word in answer.split()[1:]) or (
        answer[:1].isupper() and not answer.startswith(("The ", "A ", "An ", "Some ", "Many "))
    )


def says_something(answer: str) -> bool:
    """Whether an answer tells more than a bare noun: "a levy on moorings", and not "the issue"."""
    words = answer.split()
    if not any(c.isalpha() for c in answer) or LITTLE.fullmatch(answer):
        return False
    return len(words) > 2 or any(w[:1].isupper() or w[:1].isdigit() for w in words)


def is_articled(argument: Argument) -> bool:
    """Whether a phrase is not in the clipped English of notes: "opened issue", "sent FYI"."""
    doc, head = argument.head.doc, argument.head
    alone = argument.start == head.i and (argument.end == head.i + 1 or doc[head.i + 1].pos_ != "ADP")
    return not (head.tag_ == "NN" and alone) or head.ent_type_ != ""


def tells_whom(who: Argument, answer: str) -> bool:
    """Whether an answer tells which people: not "his deputy", "senior officials of Tarn", "Tarn leaders"."""
    head = who.head
    if answer.split()[0].lower() in ("her", "his", "its", "their"):
        return False
    several = head.tag_ in ("NNS", "NNPS") and head.lemma_.lower().removesuffix("s") in PERSON_NOUNS
    return not (several and who.head.i == who.end - 1 and answer.split()[-1].lower().removesuffix("s") in PERSON_NOUNS)


def is_first_names(who: Argument, answer: str) -> bool:
    """Whether an answer is of people by one name each, whom a stranger doesn't know: "Robin", "Ann and Bo"."""
    named = who.head.pos_ == "PROPN" and who.head.ent_type_ not in ("GPE", "NORP", "ORG")
    return named and all(" " not in name for name in re.split(r",? and |, ", answer))


def is_cut_list(subject: str) -> bool:
    """Whether a subject in a question is a list that lost an item or its "and".

    >>> is_cut_list("Ann Lee, and Bo Ek"), is_cut_list("the Tarn board, the council"), is_cut_list("Ann Lee and Bo Ek")
    (True, True, False)
    """
    plain = re.sub(r", (?:Jr|Sr)\b\.?", "", subject)
    commas = plain.count(",")
    return commas > 0 and (not re.search(r"\band\b", plain) or (commas == 1 and ", and " in plain))


def is_given(answer: str, question: str) -> bool:
    """Whether a question says its own answer, or the last name of whoever is the answer.

    >>> is_given("Mr. Dag Moe", "Who spoke at Captain Moe's meeting?"), is_given("Dag Moe", "Who spoke in Tarn?")
    (True, False)
    """
    several = answer.split(" and ")
    if len(several) > 1 and all(is_given(one, question) for one in several):
        return True
    plain, asked = fold(answer), fold(question)
    names = (LAST_NAME.search(part) for part in (re.split(r" of | \(", answer, maxsplit=1)[0], answer))
    return plain in asked or any(re.search(rf"\b{re.escape(fold(name[1]))}\b", asked) for name in names if name)


def is_unknown(words: ClauseWords) -> bool:
    """Whether a subject is of somebody or something that a stranger doesn't know: "a man", "Ann", "voting period"."""
    subject, text = words.clause.subject, words.subject
    if subject is None or (is_short(subject) and " " not in text):
        return True
    some = text.startswith(("a ", "an ")) and not is_anchored(f"- {text}") and len(text.split()) < FEWEST_NAMING
    return some or not is_articled(subject)
