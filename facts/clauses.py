"""Parsed sentence → clauses: for each verb who did it, to what, where, when, why, how, and what was said.

The walk over the dependency parse follows the manner of open information extraction from clauses (Del Corro & Gemulla
2013): each verb gives one clause, verbs without a subject of their own take it from the verb or noun that they hang on.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Span, Token

from facts.language import Paragraph
from facts.words import GATHERING_NOUNS, HOLD_VERBS, PLACE_ENTITIES, PLACE_NOUNS, PLACE_PREPOSITIONS

Role = Literal[
    "subject", "object", "recipient", "agent", "attribute", "content", "infinitive",
    "time", "place", "reason", "purpose", "manner", "oblique",
]  # fmt: skip

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "oprd"})
ATTRIBUTES = frozenset({"attr", "acomp"})
AUXILIARIES = frozenset({"aux", "auxpass"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
TIME_ENTITIES = frozenset({"DATE", "TIME"})
REASON_PREPOSITIONS = frozenset({"because", "due", "owing", "thanks"})
REASON_MARKS = frozenset({"because", "since", "as"})
TIME_MARKS = frozenset({"after", "before", "once", "until", "till", "when", "whenever", "while", "since"})
OBJECT_CONTROL = frozenset(
    """accuse advise allow appoint ask authorise authorize call charge compel direct elect enable encourage expect
    force help instruct invite lead order permit persuade prevent prompt push remind request require stop suspect tell
    urge want warn""".split()
)
"""Verbs whose object does what the infinitive after them says."""

CLOCK_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\bnoon\b|\bmidnight\b|o'clock", re.IGNORECASE)
OCCASION_PARTICIPLES = frozenset({"attend", "chair", "co-chair", "convene", "host", "co-host", "moderate"})
"""Participles that tell of a meeting, wherever in the sentence it stands."""
PLACELESS = frozenset({"meeting", "discussion", "statement", "case", "place", "addition", "order", "response", "fact"})


@dataclasses.dataclass(frozen=True, slots=True)
class Argument:
    """A phrase of a clause: tokens `start` to `end` (exclusive) of the paragraph's Doc, its head and what it does."""

    role: Role
    head: Token
    start: int
    end: int
    preposition: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Clause:
    """One verb with its phrases.

    `chain` are the verbs that say one thing together, outermost first ("wishes to continue promoting"); the clause's
    phrases belong to the last of them. `kind` is how the verb stands: finite, a participle or an infinitive.
    """

    paragraph: Paragraph
    sentence: Span
    chain: tuple[Token, ...]
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
    def lemma(self) -> str:
        """The verb's lemma with its particle: "carry out"."""
        return f"{self.verb.lemma_.lower()} {particle(self.verb)}".strip()

    def all(self, *roles: Role) -> Iterator[Argument]:
        """The phrases with one of these roles, in the order of the text."""
        return (a for a in self.arguments if a.role in roles)

    def first(self, *roles: Role) -> Argument | None:
        """The first phrase with one of these roles."""
        return next(self.all(*roles), None)


def particle(verb: Token) -> str:
    """The particle of a verb ("out" of "carry out"), or nothing."""
    return next((c.lower_ for c in verb.children if c.dep_ == "prt" and _is_particle(c)), "")


def _is_particle(child: Token) -> bool:
    """Whether a word called a particle is one, and not a preposition in front of a place ("held off Savannakhet")."""
    before_place = child.i + 1 < len(child.doc) and child.nbor(1).ent_type_ in PLACE_ENTITIES
    return not before_place or any(c.dep_ == "dobj" for c in child.head.children)


def clauses(paragraph: Paragraph, sentence: Span) -> Iterator[Clause]:
    """Yield the clauses of a sentence, in the order of their verbs."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES and not _is_chained(token):
            for chain in _chains(token):
                clause = _clause(paragraph, sentence, chain)
                if clause.arguments or clause.subject:
                    yield clause


def _is_chained(verb: Token) -> bool:
    """Whether a verb continues the one that it hangs on ("wishes to continue promoting")."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.dep_ == "acomp" and head.head.pos_ == "AUX":
        return True
    if verb.dep_ != "xcomp" or head.pos_ not in ("VERB", "AUX") or any(c.dep_ in ATTRIBUTES for c in head.children):
        return False
    return not _has_own_subject(verb) and not any(c.dep_ == "dobj" for c in head.children)


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
    subject = _subject(outer)
    arguments = sorted(_arguments(verb), key=lambda a: a.start)
    if len(chain) > 1:
        arguments = [a for a in _arguments(outer) if a.role in ("time", "place")] + arguments
    return Clause(
        paragraph=paragraph,
        sentence=sentence,
        chain=chain,
        kind=_verb_kind(outer),
        passive=is_passive(verb),
        negated=any(c.dep_ == "neg" for t in chain for c in t.children) or _negative_subject(subject),
        subject=subject,
        arguments=tuple(a for a in arguments if subject is None or a.start != subject.start or a.end != subject.end),
    )


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what it is done to."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children) or _misspelt_passive(verb):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB" and not _has_own_subject(verb):
        return not any(c.dep_ == "aux" for c in verb.children) and is_passive(verb.head)
    return verb.tag_ == "VBN" and (verb.dep_ in ("acl", "advcl", "amod") or _describes(verb)) and not any(c.dep_ == "aux" for c in verb.children)


def _describes(verb: Token) -> bool:
    """Whether a bare participle right behind a noun tells of that noun, whatever the parser hung it on ("the talks slated for July")."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ in SUBJECTS or c.dep_ in AUXILIARIES or c.dep_ == "mark" for c in verb.children)
    return bare and verb.dep_ in ("ccomp", "xcomp", "dep", "advcl") and verb.i > verb.sent.start and verb.nbor(-1).pos_ in ("NOUN", "PROPN")


def _misspelt_passive(verb: Token) -> bool:
    """Whether "is" and "by somebody" make a passive of a verb that was not recognised as a participle ("is lead by")."""
    helped = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children) and verb.tag_ in ("VB", "VBP", "VBN", "NN")
    return helped and any(c.lower_ == "by" and c.i == verb.i + 1 for c in verb.children)


def _negative_subject(subject: Argument | None) -> bool:
    return subject is not None and subject.head.doc[subject.start].lower_ in ("no", "none", "nobody", "neither")


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in verb.children)


def _verb_kind(verb: Token) -> Literal["finite", "participle", "infinitive"]:
    auxiliaries = [c for c in verb.children if c.dep_ in AUXILIARIES]
    if any(a.tag_ == "TO" for a in auxiliaries):
        return "infinitive"
    if verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(a.tag_ in ("VBD", "VBZ", "VBP", "MD") for a in auxiliaries):
        return "finite"
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _has_own_subject(verb):
        return _verb_kind(verb.head)
    if verb.tag_ == "VB":
        return "infinitive"
    return "participle"


def _subject(verb: Token, depth: int = 0) -> Argument | None:
    """The phrase that a verb says something of, its own or the one that it shares."""
    if depth > 6:
        return None
    if _describes(verb):
        return _nominal("subject", verb.nbor(-1))
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.tag_ in RELATIVE_TAGS and verb.dep_ == "relcl":
                described = verb.head.head if verb.head.dep_ == "appos" and verb.head.head.pos_ == "PROPN" else verb.head
                return _nominal("subject", described)
            return _phrase("subject", child) if child.dep_.startswith("csubj") else _listed(_before(verb, _nominal("subject", child)))
    if any(c.dep_ == "expl" for c in verb.children):
        return next((_nominal("subject", c) for c in verb.children if c.dep_ in ("attr", "dobj")), None)
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in ("acl", "advcl") and verb.lemma_.lower() in OCCASION_PARTICIPLES and is_passive(verb):
        occasion = next((t for t in reversed(list(verb.sent)) if t.i < verb.i and t.lemma_.lower() in GATHERING_NOUNS and t.pos_ in ("NOUN", "PROPN")), None)
        if occasion is not None:
            return _before(verb, _nominal("subject", occasion))
    if verb.dep_ == "acl":
        if _verb_kind(verb) == "infinitive" and head.dep_ in ("dobj", "attr") and not is_passive(verb) and head.head.pos_ in ("VERB", "AUX"):
            return _subject(head.head, depth + 1) or _nominal("subject", head)
        return _nominal("subject", head)
    if verb.dep_ == "relcl":
        return None if any(c.tag_ in RELATIVE_TAGS for c in verb.subtree) else _nominal("subject", head)
    if verb.dep_ == "amod":
        return Argument("subject", head, verb.i + 1, head.i + 1) if head.i > verb.i else None
    if verb.dep_ in ("pcomp", "prep"):
        governor = head.head
        while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
            governor = governor.head
        return _controller(governor, depth) if governor.pos_ in ("VERB", "AUX") else None
    if head.pos_ in ("VERB", "AUX"):
        if verb.dep_ in ("xcomp", "ccomp"):
            return _controller(head, depth)
        return _subject(head, depth + 1)
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return _subject(head, depth + 1) if head.pos_ in ("VERB", "AUX") and head != verb else None


def _before(verb: Token, subject: Argument) -> Argument:
    """A subject cut off where its verb begins: what the parser hung on it from behind the verb belongs elsewhere."""
    begins = min((c.i for c in verb.children if c.dep_ in (*AUXILIARIES, "neg") and c.i > subject.head.i), default=verb.i)
    if subject.head.i < begins < subject.end:
        return _trimmed(subject.role, subject.head, subject.start, begins)
    return subject


LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "CCONJ"})


def _listed(subject: Argument) -> Argument:
    """A subject that ends a list with the rest of it, where the parser cut it off ("A, B, and C are …")."""
    doc, start = subject.head.doc, subject.start
    first = subject.head.sent.start
    joined = start - first >= 2 and doc[start - 1].dep_ == "cc"
    if joined and all(t.pos_ in LISTED and t.text not in ";:()\"" for t in doc[first:start]) and doc[first].pos_ != "PUNCT":
        return dataclasses.replace(subject, start=first)
    return subject


def _strays(verb: Token) -> int:
    """Where the sentence part ends that the parser hung on the subject from behind the verb (0: none did)."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    return subject.right_edge.i + 1 if subject is not None and subject.right_edge.i > verb.i else 0


def _controller(governor: Token, depth: int) -> Argument | None:
    """Who does what an infinitive or gerund under a verb says: the verb's object for verbs of urging, else its subject."""
    if governor.lemma_.lower() in OBJECT_CONTROL:
        for child in governor.children:
            if child.dep_ in ("dobj", "dative", "nsubjpass"):
                return _nominal("subject", child)
            if child.lower_ in ("on", "upon") and governor.lemma_ == "call":
                return next((_nominal("subject", c) for c in child.children if c.dep_ == "pobj"), None)
    return _subject(governor, depth + 1)


def _nominal(role: Role, head: Token) -> Argument:
    """A noun phrase without the relative clause that stands at its end."""
    end = head.right_edge.i + 1
    for child in head.children:
        if child.dep_ in ("relcl", "acl", "advcl", "parataxis") and child.left_edge.i > head.i and child.right_edge.i + 2 >= end:
            end = child.left_edge.i
    return _trimmed(role, head, head.left_edge.i, max(end, head.i + 1))


def _phrase(role: Role, head: Token, preposition: str | None = None) -> Argument:
    return _trimmed(role, head, head.left_edge.i, head.right_edge.i + 1, preposition)


def _trimmed(role: Role, head: Token, start: int, end: int, preposition: str | None = None) -> Argument:
    doc = head.doc
    start = max([t.i + 1 for t in doc[start : head.i] if t.tag_ in ("WDT", "WP") and t.dep_ == "pobj"], default=start)
    while end - 1 > head.i and (doc[end - 1].is_punct and doc[end - 1].text not in ")]\"" or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    while start < head.i and (doc[start].is_punct and doc[start].text not in "([\"" or doc[start].is_space):
        start += 1
    return Argument(role, head, start, end, preposition)


def _arguments(verb: Token) -> Iterator[Argument]:
    """The phrases that hang on a verb, but for its subject."""
    children = [*_own_children(verb), *_left_of_mark(verb)]
    for child in children:
        if any(_is_apposed(other, child) for other in children):
            continue
        match child.dep_:
            case dep if dep in OBJECTS:
                if child.tag_ not in RELATIVE_TAGS:
                    yield _stretched(_phrase("object", child), verb)
            case dep if dep in ATTRIBUTES:
                yield _phrase("attribute", child)
            case "dative":
                yield _phrase("recipient", child)
            case "agent":
                for inner in child.children:
                    if inner.dep_ in ("pobj", "pcomp"):
                        apposed = next((c for c in children if _is_apposed(child, c)), None)
                        end = apposed.right_edge.i + 1 if apposed is not None else 0
                        agent = _phrase("agent", inner, "by")
                        yield _stretched(dataclasses.replace(agent, end=max(agent.end, end)), verb)
            case "ccomp" | "xcomp" | "parataxis":
                if child.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and child.dep_ != "parataxis":
                    yield _phrase("infinitive" if _verb_kind(child) == "infinitive" else "content", child)
            case "advcl" | "conj":
                if _is_adverbial(child):
                    yield _adverbial_clause(child)
            case "prep":
                if child.lower_ == "by" and _misspelt_passive(verb):
                    yield from (_phrase("agent", inner, "by") for inner in child.children if inner.dep_ == "pobj")
                else:
                    yield from _prepositional(child)
            case "prt" if not _is_particle(child):
                place = child.nbor(1)
                while place.head.i > child.i and place.dep_ == "compound":
                    place = place.head
                yield Argument("place", place, child.i, place.i + 1, child.lower_)
            case "npadvmod" | "advmod" | "tmod":
                if child.dep_ != "advmod" or child.tag_ not in RELATIVE_TAGS:
                    yield _adverb(child)
            case _:
                pass
    if verb.dep_ == "relcl":
        yield from _antecedent(verb)


def _own_children(verb: Token) -> list[Token]:
    """A verb's dependents without those that stand before its conjunction: these belong to the verb above."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
    if mark is None or not _is_adverbial(verb):
        return list(verb.children)
    return [c for c in verb.children if c.i >= mark.i]


def _is_adverbial(verb: Token) -> bool:
    """Whether a clause says when, why or how another one is so, also where the parser took it for joined to it."""
    if verb.dep_ == "advcl":
        return True
    return verb.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ in TIME_MARKS | REASON_MARKS and c.i < verb.i for c in verb.children)


def _left_of_mark(verb: Token) -> list[Token]:
    """The phrases that the parser hung on an adverbial clause but that stand before its conjunction."""
    found: list[Token] = []
    for child in verb.children:
        mark = next((c for c in child.children if c.dep_ == "mark"), None) if _is_adverbial(child) else None
        if mark is not None:
            found += [c for c in child.children if c.i < mark.i and c.i > verb.i and c.dep_ in ("prep", "npadvmod", "advmod")]
    return found


def _stretched(argument: Argument, verb: Token) -> Argument:
    """The last phrase of a clause with the rest of its list, where the parser hung that on the subject."""
    end = _strays(verb)
    last = max((c.right_edge.i + 1 for c in verb.rights if c.dep_ != "punct"), default=0)
    if end > argument.end >= last:
        return _trimmed(argument.role, argument.head, argument.start, end, argument.preposition)
    return argument


def _is_apposed(agent: Token, name: Token) -> bool:
    """Whether a name behind "by somebody," is that somebody's, though the parser hung it on the verb."""
    border = agent.right_edge.i + 1
    return agent.dep_ == "agent" and name.pos_ == "PROPN" and name.left_edge.i == border + 1 and agent.doc[border].text == ","


def _antecedent(verb: Token) -> Iterator[Argument]:
    """The noun that a relative clause is about, where it is not the clause's subject."""
    relative = next((c for c in verb.children if c.tag_ in RELATIVE_TAGS), None)
    if relative is None:
        if _has_own_subject(verb) and not any(c.dep_ == "dobj" for c in verb.children) and verb.head.pos_ != "VERB":
            yield _nominal("object", verb.head)
    elif relative.dep_ in OBJECTS:
        yield _nominal("object", verb.head)


def _adverbial_clause(child: Token) -> Argument:
    mark = next((c.lower_ for c in child.children if c.dep_ in ("mark", "advmod") and c.i < child.i), "")
    if _verb_kind(child) == "infinitive" or mark == "so":
        return _phrase("purpose", child)
    start = next((c.i for c in child.children if c.dep_ == "mark" and c.i < child.i), child.left_edge.i)
    if mark in TIME_MARKS:
        return _trimmed("time", child, start, child.right_edge.i + 1, mark)
    if mark in REASON_MARKS:
        return _trimmed("reason", child, start, child.right_edge.i + 1, mark)
    return _phrase("manner", child, mark or None)


def _prepositional(child: Token) -> Iterator[Argument]:
    """A preposition's phrase, told apart by what stands in it."""
    word = child.lower_
    inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        nested = next((c for c in child.children if c.dep_ == "prep"), None)
        yield _phrase(_prepositional_role(word, nested.head if nested else child), child, word)
        return
    if inner.tag_ not in RELATIVE_TAGS:
        yield _phrase(_prepositional_role(word, inner), child, word)


def _prepositional_role(word: str, inner: Token) -> Role:
    if word in REASON_PREPOSITIONS:
        return "reason"
    if word in ("at", "by", "from", "until", "before", "after", "around") and CLOCK_TIME.search(inner.doc[inner.left_edge.i : inner.right_edge.i + 1].text):
        return "time"
    if inner.ent_type_ in TIME_ENTITIES and word not in ("of", "with", "to", "into", "about"):
        return "time"
    if word in ("after", "before", "during", "since", "until", "following", "prior"):
        return "time"
    if word == "for" and inner.ent_type_ == "GPE" and inner.head.head.lemma_.lower() in ("schedule", "slate", "plan", "set"):
        return "place"
    if word in ("at", "in") and inner.pos_ == "PROPN" and inner.ent_type_ in ("", "ORG", "FAC") and inner.head.head.lemma_.lower() in HOLD_VERBS | {"meet", "gather", "take"}:
        return "place"
    if word in PLACE_PREPOSITIONS and (inner.ent_type_ in PLACE_ENTITIES or inner.lemma_.lower() in PLACE_NOUNS - PLACELESS):
        return "place"
    if inner.dep_ == "pcomp" and word in ("by", "through", "without"):
        return "manner"
    if word in ("amid", "despite", "without"):
        return "manner"
    return "oblique"


def _adverb(child: Token) -> Argument:
    role: Role = "manner"
    if child.ent_type_ in TIME_ENTITIES or child.lower_ in TIME_ADVERBS:
        role = "time"
    elif child.lower_ in ("here", "there", "online", "remotely", "virtually", "abroad", "worldwide"):
        role = "place"
    return _phrase(role, child)


TIME_ADVERBS = frozenset(
    """afterwards already annually currently daily earlier eventually finally formerly immediately initially later
    monthly now previously presently quarterly recently shortly since soon still subsequently then today tomorrow
    tonight weekly yearly yesterday""".split()
)
"""Adverbs that say when or how often."""
