"""A verb's dependents as arguments, but for its subject: objects, complements, adverbials of time, place, reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from facts.dates.clock import tells_time
from facts.parse.arguments import RELATIVE_TAGS, Argument, Role, head_of_name, nominal, trimmed, whole_phrase
from facts.parse.predicates import (
    SUBJECTS,
    describes_noun,
    has_own_subject,
    is_misspelt_passive,
    is_particle,
    is_passive,
    lent_subject,
    verb_kind,
)
from facts.parse.tree import Token
from facts.parse.words import HOLD_VERBS, PLACE_ENTITIES, PLACE_NOUNS, PLACE_PREPOSITIONS, SAY_VERBS, TIME_ENTITIES

OBJECTS = frozenset({"dobj", "oprd"})


ATTRIBUTES = frozenset({"attr", "acomp"})


NAMING_VERBS = frozenset({"brand", "call", "christen", "declare", "dub", "label", "name", "term"})
"""Verbs behind which two phrases stand: a thing, and what it is called."""


REASON_PREPOSITIONS = frozenset({"because", "due", "owing", "thanks"})


REASON_MARKS = frozenset({"because", "since", "as"})


TIME_MARKS = frozenset({"after", "before", "once", "until", "till", "when", "whenever", "while", "since"})


IDIOMS = frozenset(
    "advance brief camera detail effect error excess force full part person principle private public total turn".split()
)
"""Nouns that make an adverb with "in"."""


PARTED = frozenset({"them", "which", "whom"})
"""Pronouns behind "most of", "some of"."""
PLACELESS = frozenset({"meeting", "discussion", "statement", "case", "place", "addition", "order", "response", "fact"})


CONDITIONS = frozenset({"country", "region", "state"})
"""Nouns of places on which, rather than in which, something is: what a report is about."""
PLACES = PLACE_NOUNS - PLACELESS


CONVENING_VERBS = HOLD_VERBS | {"gather", "meet", "take"}


MARKS = TIME_MARKS | REASON_MARKS


TIME_ADVERBS = frozenset(
    """afterwards already annually currently daily earlier eventually finally formerly immediately initially
    later monthly now previously presently quarterly recently shortly since soon still subsequently then
    today tomorrow tonight weekly yearly yesterday""".split()
)
"""Adverbs that say when or how often."""


BESIDE_A_DAY = frozenset({"at", "by", "for", "in", "with"})
"""Prepositions of what is told beside a day and is no part of it."""
LOOSE_ADVERBS = TIME_ADVERBS | {"again", "also", "back", "both", "home", "instead", "next", "only", "together", "up"}
"""Adverbs that the phrases behind them don't belong to, whatever the parser says."""


def arguments_of(verb: Token) -> Iterator[Argument]:
    """The arguments of a verb, but for its subject."""
    joined = [c for c in verb.children if c.dep_ == "conj"]
    borders = [lent[0] for c in joined if (lent := lent_subject(c)) is not None]
    for argument in _apart(verb, _dependents(verb)):
        border = next((b for b in borders if argument.start < b < argument.end), None)
        if border is None:
            yield argument
        else:
            yield trimmed(argument.role, argument.head, argument.start, border - 1, argument.preposition)


def _apart(verb: Token, arguments: Iterable[Argument]) -> Iterator[Argument]:
    """The arguments of a verb, a day without what the parser took for a part of it: "on 3 May | by Ada Wren"."""
    for argument in arguments:
        day = next((c for c in argument.head.children if c.dep_ == "pobj" and c.ent_type_ == "DATE"), None)
        behind = next((c for c in day.rights if c.dep_ == "prep" and c.lower_ in BESIDE_A_DAY), None) if day else None
        if argument.role != "time" or behind is None or behind.right_edge.i + 1 != argument.end:
            yield argument
            continue
        found = list(prepositional(behind))
        if any(a.role == "time" for a in found):
            yield argument
            continue
        yield dataclasses.replace(argument, end=behind.i)
        if behind.lower_ == "by" and is_passive(verb):
            yield from (whole_phrase("agent", c, "by") for c in behind.children if c.dep_ == "pobj")
        else:
            yield from found


def _dependents(verb: Token) -> Iterator[Argument]:
    """The dependents of a verb as the parser has them, but for its subject."""
    children = [*_own_children(verb), *_left_of_mark(verb)]
    called = _called(verb)
    for child in children:
        if child == called:
            yield whole_phrase("attribute", child)
            continue
        if any(_is_apposed(other, child) for other in children):
            continue
        match child.dep_:
            case dep if dep in OBJECTS:
                if child.tag_ not in RELATIVE_TAGS:
                    yield _stretched(whole_phrase("object", child), verb)
            case dep if dep in ATTRIBUTES:
                yield whole_phrase("attribute", child)
            case "dative":
                yield whole_phrase("recipient", child)
            case "agent" if not any(c.dep_ == "neg" for c in child.children):
                for inner in child.children:
                    if inner.dep_ in ("pobj", "pcomp"):
                        apposed = next((c for c in children if _is_apposed(child, c)), None)
                        end = apposed.right_edge.i + 1 if apposed is not None else 0
                        agent = whole_phrase("agent", inner, "by")
                        yield _stretched(dataclasses.replace(agent, end=max(agent.end, end)), verb)
            case "ccomp" | "xcomp" | "parataxis":
                if child.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and _is_content(child, verb):
                    if describes_noun(child):
                        continue
                    yield whole_phrase("infinitive" if verb_kind(child) == "infinitive" else "content", child)
            case "advcl" | "conj":
                if is_adverbial(child):
                    yield _adverbial_clause(child)
            case "prep":
                if child.lower_ == "by" and is_misspelt_passive(verb):
                    yield from (whole_phrase("agent", inner, "by") for inner in child.children if inner.dep_ == "pobj")
                elif not _is_of_some(child):
                    yield from prepositional(child)
            case "prt" if not is_particle(child):
                place = child.nbor(1)
                while place.head.i > child.i and place.dep_ == "compound":
                    place = place.head
                yield Argument("place", place, child.i, place.i + 1, child.lower_)
            case "npadvmod" | "advmod" | "tmod":
                if child.dep_ != "advmod" or child.tag_ not in RELATIVE_TAGS:
                    yield from _adverb(child)
            case _:
                pass
    if verb.dep_ == "relcl":
        yield from _antecedent(verb)


def _called(verb: Token) -> Token | None:
    """What somebody calls something: the second of the two phrases behind a verb of naming."""
    if verb.lemma_.lower() not in NAMING_VERBS or is_passive(verb):
        return None
    phrases = [c for c in verb.rights if c.dep_ in (*OBJECTS, "ccomp", "xcomp", "dative", "attr")]
    return phrases[1] if len(phrases) > 1 and phrases[0].dep_ != "ccomp" else None


def _is_content(child: Token, verb: Token) -> bool:
    """Whether a clause is what a verb says, and not a sentence of its own beside it or about a noun in it."""
    if child.dep_ == "parataxis" or any(
        c.dep_ == "prep" and any(g.tag_ == "WDT" for g in c.children) and c.i < child.i for c in child.subtree
    ):
        return False
    if child.i > verb.i:
        between = child.doc[verb.i + 1 : max(child.left_edge.i, verb.i + 1)]
        return verb.lemma_.lower() in SAY_VERBS or not any(t.text in ";:" for t in between)
    return verb.lemma_.lower() in SAY_VERBS and child.doc[child.right_edge.i].text not in (";", ":")


def _own_children(verb: Token) -> list[Token]:
    """A verb's dependents without those that stand before its conjunction: these belong to the verb above."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
    if mark is None or not is_adverbial(verb):
        return list(verb.children)
    return [c for c in verb.children if c.i >= mark.i]


def is_adverbial(verb: Token) -> bool:
    """Whether a clause says when, why or how another one is so, also where the parser took it for joined to it."""
    if verb.dep_ == "advcl":
        return True
    return verb.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ in MARKS and c.i < verb.i for c in verb.children)


def _left_of_mark(verb: Token) -> list[Token]:
    """The phrases that the parser attached to an adverbial clause but that stand before its conjunction."""
    found: list[Token] = []
    for child in verb.children:
        mark = next((c for c in child.children if c.dep_ == "mark"), None) if is_adverbial(child) else None
        if mark is not None:
            found += [
                c for c in child.children if c.i < mark.i and c.i > verb.i and c.dep_ in ("prep", "npadvmod", "advmod")
            ]
    return found


def _is_of_some(preposition: Token) -> bool:
    """Whether a phrase tells of a part of what was named, and not of the deed: "nine boats, most of them off Lunn"."""
    doc, i = preposition.doc, preposition.i
    return i > 3 and doc[i - 1].lower_ in PARTED and doc[i - 2].lower_ == "of" and doc[i - 4].text == ","


def _stretched(argument: Argument, verb: Token) -> Argument:
    """The last phrase of a clause with the rest of its list, where the parser attached that to the subject."""
    end = strays(verb)
    last = max((c.right_edge.i + 1 for c in verb.rights if c.dep_ != "punct"), default=0)
    if end > argument.end >= last:
        return trimmed(argument.role, argument.head, argument.start, end, argument.preposition)
    return argument


def strays(verb: Token) -> int:
    """Where the sentence part ends that the parser attached to the subject from behind the verb (0: none did)."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    return subject.right_edge.i + 1 if subject is not None and subject.right_edge.i > verb.i else 0


def _is_apposed(phrase: Token, name: Token) -> bool:
    """Whether a noun is in apposition to a phrase, though the parser attached it to the verb: a name to an agent ("by
    somebody, NAME"), a noun to what is no object ("for six hours, the longest in years").
    """
    doc, border = phrase.doc, name.left_edge.i - 1
    if doc[border].text != "," or phrase.right_edge.i not in (border - 1, border):
        return False
    if phrase.dep_ == "agent":
        return name.pos_ == "PROPN"
    in_commas = phrase.left_edge.i > 0 and doc[phrase.left_edge.i - 1].text == ","
    return phrase.dep_ in ("prep", "npadvmod") and name.dep_ in OBJECTS and phrase.i > phrase.head.i and not in_commas


def _antecedent(verb: Token) -> Iterator[Argument]:
    """The antecedent of a relative clause as one of its arguments, where it is not its subject."""
    relative = next((c for c in verb.children if c.tag_ in RELATIVE_TAGS), None)
    if any(t.tag_ in ("WDT", "WP") and t.dep_ == "pobj" and t.i < verb.i for t in verb.subtree):
        return
    if relative is None:
        if has_own_subject(verb) and not any(c.dep_ == "dobj" for c in verb.children) and verb.head.pos_ != "VERB":
            yield nominal("object", verb.head)
    elif relative.dep_ in OBJECTS:
        yield nominal("object", head_of_name(verb.head))
    elif relative.lower_ in ("where", "when"):
        yield nominal("place" if relative.lower_ == "where" else "time", verb.head)


def _adverbial_clause(child: Token) -> Argument:
    mark = next((c.lower_ for c in child.children if c.dep_ in ("mark", "advmod") and c.i < child.i), "")
    if mark == "so" and verb_kind(child) != "infinitive" and not any(c.tag_ == "MD" for c in child.children):
        return whole_phrase("manner", child, "so that")
    if verb_kind(child) == "infinitive" or mark == "so":
        return whole_phrase("purpose", child)
    start = next((c.i for c in child.children if c.dep_ == "mark" and c.i < child.i), child.left_edge.i)
    if mark in TIME_MARKS:
        return trimmed("time", child, start, child.right_edge.i + 1, mark)
    if mark in REASON_MARKS and child.doc[start + 1].lower_ not in ("if", "though"):
        return trimmed("reason", child, start, child.right_edge.i + 1, mark)
    return whole_phrase("manner", child, mark or None)


def prepositional(child: Token) -> Iterator[Argument]:
    """A prepositional phrase as an argument; its role is that of what stands behind the preposition."""
    word = child.lower_
    inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        nested = next((c for c in child.children if c.dep_ == "prep"), None)
        deep = next((c for c in nested.children if c.dep_ == "pobj"), None) if nested is not None else None
        if nested is not None and deep is not None and word not in REASON_PREPOSITIONS and nested.i == child.i + 1:
            yield whole_phrase(_prepositional_role(word, deep), child, f"{word} {nested.lower_}")
            return
        yield whole_phrase(_prepositional_role(word, nested.head if nested else child), child, word)
        return
    if inner.tag_ not in RELATIVE_TAGS:
        yield whole_phrase(_prepositional_role(word, inner), child, word)


def _prepositional_role(word: str, inner: Token) -> Role:
    if word in REASON_PREPOSITIONS:
        return "reason"
    if word in ("at", "by", "from", "until", "before", "after", "around") and tells_time(
        inner.doc.span(inner.left_edge.i, inner.right_edge.i + 1).text
    ):
        return "time"
    if inner.ent_type_ in TIME_ENTITIES and word not in ("of", "with", "to", "into", "about"):
        return "time"
    if word in ("after", "before", "during", "since", "until", "following", "prior"):
        return "time"
    if (
        word == "for"
        and inner.ent_type_ == "GPE"
        and inner.head.head.lemma_.lower() in ("schedule", "slate", "plan", "set")
    ):
        return "place"
    if (
        word in ("at", "in")
        and inner.pos_ == "PROPN"
        and inner.ent_type_ in ("", "ORG", "FAC", "PERSON")
        and inner.head.head.lemma_.lower() in CONVENING_VERBS
    ):
        return "place"
    if word == "on" and inner.lower_ in CONDITIONS:
        return "oblique"  # "a report on the state of Lake Tarn"
    if word in PLACE_PREPOSITIONS and (inner.ent_type_ in PLACE_ENTITIES or inner.lemma_.lower() in PLACES):
        return "place"
    if word == "in" and inner.lower_ in IDIOMS and inner.left_edge == inner:
        return "manner"
    if inner.dep_ == "pcomp" and word in ("by", "through", "without"):
        return "manner"
    if word in ("amid", "despite", "without"):
        return "manner"
    return "oblique"


def _adverb(child: Token) -> Iterator[Argument]:
    role: Role = "manner"
    if child.ent_type_ in TIME_ENTITIES or child.lower_ in TIME_ADVERBS:
        role = "time"
    elif child.lower_ in ("here", "there", "online", "remotely", "virtually", "abroad", "worldwide"):
        role = "place"
    behind = [c for c in child.rights if c.dep_ == "prep" and child.dep_ == "advmod" and c.lower_ not in ("of", "than")]
    if not behind or child.lower_ not in LOOSE_ADVERBS:
        yield whole_phrase(role, child)
        return
    yield trimmed(role, child, child.left_edge.i, behind[0].left_edge.i)
    for preposition in behind:
        yield from prepositional(preposition)
