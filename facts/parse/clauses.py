"""Parsed sentence → clauses: for each verb who did it, to what, where, when, why, how, and what was said.

The walk over the dependency parse follows the manner of open information extraction from clauses (Del Corro & Gemulla
2013): each verb gives one clause, verbs without a subject of their own take it from their head, a verb or a noun.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from facts.parse.adjuncts import ATTRIBUTES, NAMING_VERBS, arguments_of
from facts.parse.arguments import RELATIVE_TAGS, Argument, Role, trimmed
from facts.parse.given_names import given_names
from facts.parse.name_words import is_role
from facts.parse.parser import Paragraph
from facts.parse.predicates import (
    AUXILIARIES,
    SUBJECTS,
    has_own_subject,
    is_misread_noun,
    is_passive,
    made_clear,
    particle,
    verb_kind,
)
from facts.parse.subjects import subject_of
from facts.parse.tree import Span, Token
from facts.parse.words import TIME_ENTITIES

__all__ = [
    "AUXILIARIES",
    "RELATIVE_TAGS",
    "SUBJECTS",
    "Argument",
    "Clause",
    "ClausePhrase",
    "Role",
    "clauses",
    "containing",
    "governing",
    "is_passive",
    "particle",
]


ORDERING = frozenset({"ask", "demand", "order", "propose", "recommend", "request", "suggest", "urge"})
"""Verbs behind which a clause may stand in the subjunctive."""
QUOTES = ("opening", "closing")
"""The marks of one quotation."""


@dataclasses.dataclass(frozen=True, slots=True)
class Clause:
    """A clause: one verb with its arguments, here called its phrases.

    `chain` are the verbs that say one thing together, outermost first ("wishes to continue promoting"); the clause's
    phrases belong to the last of them. `lemma` is that verb's, with its particle: "carry out". `kind` is how the verb
    stands: finite, a participle or an infinitive.
    """

    paragraph: Paragraph
    sentence: Span
    chain: tuple[Token, ...]
    lemma: str
    kind: Literal["finite", "participle", "infinitive"]
    passive: bool
    negated: bool
    subject: Argument | None
    arguments: tuple[Argument, ...]

    @property
    def verb(self) -> Token:
        """The verb that the phrases belong to."""
        return self.chain[-1]

    @property
    def phrases(self) -> tuple[Argument, ...]:
        """The subject, where there is one, and the other phrases."""
        return self.arguments if self.subject is None else (self.subject, *self.arguments)

    def all(self, *roles: Role) -> Iterator[Argument]:
        """The phrases with one of these roles, in the order of the text."""
        return (a for a in self.arguments if a.role in roles)

    def first(self, *roles: Role) -> Argument | None:
        """The first phrase with one of these roles."""
        for argument in self.arguments:
            if argument.role in roles:
                return argument
        return None


def clauses(paragraph: Paragraph, sentence: Span) -> Iterator[Clause]:
    """Yield the clauses of a sentence, in the order of their verbs."""
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in AUXILIARIES or is_misread_noun(token):
            continue
        if not _is_chained(token):
            for chain in _chains(token):
                clause = _clause(paragraph, sentence, chain)
                if clause.arguments or clause.subject:
                    yield clause


class ClausePhrase(NamedTuple):
    """A phrase with the clause that it is of."""

    clause: Clause
    phrase: Argument


def containing(clauses: Iterable[Clause], token: Token) -> Iterator[ClausePhrase]:
    """Yield the phrases that a word stands in, each with its clause, in the order of the clauses."""
    for clause in clauses:
        for phrase in clause.phrases:
            if phrase.start <= token.i < phrase.end:
                yield ClausePhrase(clause, phrase)


def governing(clauses: Iterable[Clause], token: Token) -> Clause | None:
    """The clause whose verb is the nearest above a word in the tree, chains of verbs left aside; None without one."""
    verbs = {clause.verb.i: clause for clause in clauses if len(clause.chain) == 1}
    return next((verbs[t.i] for t in (token, *token.ancestors) if t.i in verbs), None)


def _is_chained(verb: Token) -> bool:
    """Whether a verb continues its head ("wishes to continue promoting")."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.dep_ == "acomp" and head.head.pos_ == "AUX":
        return True
    if verb.dep_ != "xcomp" or head.pos_ not in ("VERB", "AUX") or any(c.dep_ in ATTRIBUTES for c in head.children):
        return False
    if head.lemma_ == "call" and any(c.lower_ in ("on", "upon") for c in head.children):
        return False  # those called on to do it do it
    return not has_own_subject(verb) and not any(c.dep_ == "dobj" for c in head.children)


def _chains(verb: Token) -> Iterator[tuple[Token, ...]]:
    """The verb alone, and each chain of verbs that it begins."""
    yield (verb,)
    for quality in (c for c in verb.children if c.dep_ == "acomp" and verb.pos_ == "AUX"):
        for child in (c for c in quality.children if c.dep_ == "xcomp" and c.pos_ == "VERB"):
            yield (verb, quality, child)
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX") and _is_chained(child):
            for chain in _chains(child):
                yield (verb, *chain)
            for other in child.conjuncts:
                if other.dep_ == "conj" and other.pos_ == "VERB":
                    yield (verb, other)


def _clause(paragraph: Paragraph, sentence: Span, chain: tuple[Token, ...]) -> Clause:
    outer, verb = chain[0], chain[-1]
    subject = subject_of(outer)
    arguments = sorted(arguments_of(verb), key=lambda a: a.start)
    arguments = _ordered(verb, _quoted_apart(verb, _titled(_dated_levels(_spans_of_time(arguments)))))
    arguments = _made_clear(verb, arguments)
    if len(chain) > 1:
        arguments = [a for a in arguments_of(outer) if a.role in ("time", "place")] + arguments
    return Clause(
        paragraph=paragraph,
        sentence=sentence,
        chain=chain,
        lemma=f"{verb.lemma_.lower()} {particle(verb)}".strip(),
        kind=verb_kind(outer),
        passive=is_passive(verb),
        negated=any(c.dep_ == "neg" for t in chain for c in t.children) or _negative_subject(subject),
        subject=subject,
        arguments=tuple(a for a in arguments if subject is None or a.start != subject.start or a.end != subject.end),
    )


def _spans_of_time(arguments: list[Argument]) -> list[Argument]:
    """The phrases with "from 29 June", "to 3 July" taken together."""
    joined: list[Argument] = []
    for argument in arguments:
        before = joined[-1] if joined else None
        dated = any(t.ent_type_ in TIME_ENTITIES for t in argument.head.doc[argument.start : argument.end])
        if (
            before is not None
            and before.role == "time"
            and (before.preposition in ("from", "between") and argument.preposition in ("to", "until", "till"))
            and before.end == argument.start
            and dated
        ):
            joined[-1] = dataclasses.replace(before, end=argument.end)
        else:
            joined.append(argument)
    return joined


def _dated_levels(arguments: list[Argument]) -> list[Argument]:
    """The phrases with "from 120,000", "in 2010" taken together, where "to 87,000" follows: the day is of the first."""
    found = list(arguments)
    for at in range(len(found) - 2):
        level, day, other = found[at : at + 3]
        between = level.end == day.start and day.end == other.start and day.role == "time"
        if (
            between
            and level.role == other.role == "oblique"
            and (level.preposition, other.preposition) == ("from", "to")
        ):
            found[at : at + 2] = [dataclasses.replace(level, end=day.end)]
            break
    return found


def _titled(arguments: list[Argument]) -> list[Argument]:
    """The phrases with an office and its holder taken together: "asked Special Envoy", "for Rivers Ada Wren"."""
    found = list(arguments)
    for at in range(len(found) - 1):
        office, holder = found[at : at + 2]
        doc = office.head.doc
        named = holder.preposition in ("for", "of") and doc[holder.end - 2].folded in given_names()
        bare = all(t.text[0].isupper() for t in doc[office.start : office.end]) and is_role(office.head)
        bare = bare and office.head.tag_ != "NNPS"
        if office.role == "object" and office.end == holder.start and named and bare:
            found[at : at + 2] = [dataclasses.replace(office, end=holder.end)]
            break
    return found


def _quoted_apart(verb: Token, arguments: list[Argument]) -> list[Argument]:
    """The phrases with what something is called by itself where it is quoted: "called the plan | "a very old kettle"".

    A parse often takes it for a part of what is called so.
    """
    thing = next((a for a in arguments if a.role == "object" and a.start > verb.i), None)
    if thing is None or verb.lemma_.lower() not in NAMING_VERBS or is_passive(verb):
        return arguments
    marks = [t.i for t in verb.doc[verb.i : verb.sent.end] if t.text == '"']
    first, last = marks if len(marks) == len(QUOTES) else (0, 0)
    if first <= thing.start or thing.end < first:
        return arguments
    inner = verb.doc[first + 1 : last]
    head = next((t for t in inner if not first < t.head.i < last), inner[0] if inner else verb)
    before = [dataclasses.replace(a, end=min(a.end, first)) for a in arguments if a.start < first]
    behind = [a for a in arguments if a.start > last]
    return [*before, Argument("attribute", head, first, last + 1), *behind]


def _ordered(verb: Token, arguments: list[Argument]) -> list[Argument]:
    """The phrases with what somebody orders as one, without "that": "ordered | the skipper remain in custody"."""
    for thing, content in itertools.pairwise(arguments):
        plain = content.head.tag_ in ("VB", "VBP") and content.start == content.head.i
        if (
            (thing.role, content.role) == ("object", "content")
            and plain
            and thing.end == content.start
            and verb.lemma_.lower() in ORDERING
        ):
            whole = dataclasses.replace(content, start=thing.start)
            return [whole if a is content else a for a in arguments if a is not thing]
    return arguments


def _made_clear(verb: Token, arguments: list[Argument]) -> list[Argument]:
    """The phrases with what somebody made clear as the clause that it is: "made clear | that the pier would stay"."""
    that = made_clear(verb)
    if that is None:
        return arguments
    content = trimmed("content", that.head, that.i, that.head.right_edge.i + 1)
    return [*(a for a in arguments if a.end <= verb.i), content, *(a for a in arguments if a.start >= content.end)]


def _negative_subject(subject: Argument | None) -> bool:
    return subject is not None and subject.head.doc[subject.start].lower_ in ("no", "none", "nobody", "neither")
