"""Whether somebody said more by one verb than one clause tells: what one of them tells is not all that they said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from facts.extract.doings.office_holders import holder
from facts.extract.doings.verbs import SAID
from facts.extract.draft import Material, Sentence
from facts.folding import SMALL_WORDS, fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_plural
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, PERSON_NOUNS, TITLES
from facts.questions.naming import PARTICIPANTS

PRONOUNS = frozenset("all both he it others she they we who".split())
"""Subjects who may be anybody whom their text does not tell apart."""
PERSONAL = frozenset({"her", "him", "it", "them"})
"""Pronouns for whom one urges."""
NOBODYS = SMALL_WORDS | frozenset(
    "administration all both country group many most other senior several some three two white".split()
)
"""Words by which those who speak are not told apart."""
WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
TALKS = frozenset({"convening", "conversation", "discussion", "event", "group"})
"""Other nouns of several who speak."""
COMPANY = frozenset({"attendee", "participant", "stakeholder"})
"""Those at a meeting of whom somebody named by the text need not be one."""


def is_said_again(
    material: Material,
    sentence: Sentence,
    clause: Clause,
    *,
    like: Callable[[Clause], bool] | None = None,
    about: str | None = None,
) -> bool:
    """Whether its speaker, or one who may be the same, says something else by the verb of a clause in its article.

    With `like`, only clauses for which it holds count; with `about`, only those that name the topic, too.
    """
    verbs, topic = {clause.verb.lemma_.lower()}, _words(about or "")
    return any(
        (like is None or like(other))
        and topic <= _words(_text(other))
        and may_speak_for(material, (sentence, clause.subject), (beside, other.subject))
        for beside, other in _others(material, clause, verbs)
    )


def is_told_again(material: Material, sentence: Sentence, clause: Clause, about: str) -> bool:
    """Whether a speaker says something else of a topic by any verb of saying: "What did she say about the fleet?"."""
    topic = _words(about)
    return any(
        other.first("content") is not None
        and topic <= _words(_text(other))
        and may_speak_for(material, (sentence, clause.subject), (beside, other.subject))
        for beside, other in _others(material, clause, SAID)
    )


def is_urged_again(material: Material, sentence: Sentence, clause: Clause, whom: Argument) -> bool:
    """Whether a speaker urges, or thanks for something else, the same people, or some who may be the same."""
    name = _words(whom.head.doc.span(whom.start, whom.end).text) - NOBODYS

    def like(other: Clause) -> bool:
        beside = other.first("object", "recipient") or next((a for a in other.all("oblique", "place")), None)
        if beside is None:
            return False
        told = _words(beside.head.doc.span(beside.start, beside.end).text) - NOBODYS - {beside.preposition or ""}
        common = (name & told) - _offices(name)
        return not PERSONAL.isdisjoint(told) or bool(common) or name <= told or told <= name

    return is_said_again(material, sentence, clause, like=like)


def _others(material: Material, clause: Clause, verbs: Set[str]) -> Iterator[tuple[Sentence, Clause]]:
    """The other clauses with one of some verbs that tell something in the active voice."""
    for sentence in material.sentences:
        for other in sentence.clauses:
            same = other.verb is clause.verb or other.passive or other.verb.lemma_.lower() not in verbs
            if (
                not same
                and len(other.chain) == 1
                and other.first("object", "content", "infinitive", "oblique") is not None
            ):
                yield sentence, other


def _words(text: str) -> set[str]:
    return {word.removesuffix("'s") for word in WORD.findall(fold(text))} - SMALL_WORDS


def _text(clause: Clause) -> str:
    verb = clause.verb
    return verb.doc.span(verb.i, verb.right_edge.i + 1).text


def may_speak_for(
    material: Material, one: tuple[Sentence, Argument | None], two: tuple[Sentence, Argument | None]
) -> bool:
    """Whether the second of two subjects is or has in it the first, by their names, or may be since one has none.

    What "the leaders" stress each of them stresses; what one of them does, the leaders need not.
    """
    (_, first), (_, second) = one, two
    if first is None or second is None:
        return True
    if _is_several(first) and not _is_several(second):
        return False
    names = [_called(material, sentence, subject) for sentence, subject in (one, two) if subject is not None]
    told = [_words(name) for name in names if name is not None]
    if len(told) < len(names):
        return True
    known = [words - NOBODYS - _offices(words) for words in told]
    if all(known):
        return not known[0].isdisjoint(known[1])
    if known[0] and second.head.lemma_.lower() in COMPANY:
        return False
    offices = [_offices(words) for words in told]
    return _is_several(second) or not all(offices) or not offices[0].isdisjoint(offices[1])


def _called(material: Material, sentence: Sentence, subject: Argument) -> str | None:
    """What a subject is called, as far as its text tells; None for a pronoun that may be anybody's."""
    meant = sentence.antecedents.get(subject.start)
    if meant is not None and meant.mention_end >= subject.end:
        return meant.name
    if subject.head.lower_ in PRONOUNS:
        return None
    return holder(material, subject) or subject.head.doc.span(subject.start, subject.end).text


def _offices(words: set[str]) -> set[str]:
    """The words for people by what they do, which tell nobody from another of the kind."""
    singular = PERSON_NOUNS | PARTICIPANTS | TITLES
    return {word for word in words if word.rstrip(".") in singular or word.removesuffix("s") in singular}


def _is_several(subject: Argument) -> bool:
    """Whether those who speak are several: people, or a body or a meeting of them."""
    head = subject.head
    lemma = head.lemma_.lower()
    return is_plural(head) or (head.pos_ == "NOUN" and lemma in BODY_NOUNS | GATHERING_NOUNS | TALKS)
