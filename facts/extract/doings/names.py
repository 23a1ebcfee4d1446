"""What phrases are: of somebody who acts, names, answers that say something."""

from __future__ import annotations

from facts.parse.clauses import Argument
from facts.parse.phrases import is_body, is_person
from facts.parse.words import PERSON_NOUNS


def acts(argument: Argument) -> bool:
    """Whether a phrase is of somebody or of a body, of which one asks "who"."""
    head = argument.head
    if head.pos_ == "PRON":
        return head.tag_ == "PRP" and head.lower_ != "it"
    named = head.tag_ == "NNPS" and head.lower_.removesuffix("s") in PERSON_NOUNS
    return named or is_person(head) or is_body(head) or head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


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
    if not any(c.isalpha() for c in answer):
        return False
    return len(words) > 2 or any(w[:1].isupper() or w[:1].isdigit() for w in words)


def is_articled(argument: Argument) -> bool:
    """Whether a phrase is not in the clipped English of notes: "opened issue", "sent FYI"."""
    doc, head = argument.head.doc, argument.head
    alone = argument.start == head.i and (argument.end == head.i + 1 or doc[head.i + 1].pos_ != "ADP")
    return not (head.tag_ == "NN" and alone) or head.ent_type_ != ""
