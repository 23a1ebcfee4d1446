"""Clause → its words, put in order once: mentions resolved, days said in full, each phrase whole or none at all."""

from __future__ import annotations

import itertools
import re

from facts import dates
from facts.folding import squeezed
from facts.parse.clauses import AUXILIARIES, RELATIVE_TAGS, Argument, Clause
from facts.parse.phrases import Antecedents
from facts.parse.tree import Token
from facts.parse.words import FINITE, PLACE_ENTITIES
from facts.questions.asking import ClauseWords, Piece
from facts.questions.misread import is_misread
from facts.questions.naming import in_full, is_anchored
from facts.questions.tense import RELATIVE_CLAUSE, dates_in, is_past
from facts.questions.verb_words import verb_words

MISREAD = frozenset({"accord", "can", "could", "may", "might", "must", "owe", "shall", "should", "will", "would"})
"""Words that are no verbs of their own though a parse takes them for one."""
PREPOSITIONAL = frozenset({"concern", "consider", "exclude", "follow", "include", "regard", "start"})
"""Verbs whose participle is used as a preposition."""
CHAIRING = frozenset({"chairmanship", "chairship", "co-chairmanship"})
"""Nouns behind "under" of a phrase that says who chaired."""
KEPT_PREPOSITIONS = frozenset({"after", "before", "by", "from", "since", "till", "until"})
"""Prepositions of time that a question keeps in front of a date."""
PROMISING = frozenset({"offer", "pledge", "promise", "threaten", "vow"})
"""Verbs whose object is still to come."""
MOST_JOINTS = 2
"""How often "and" may stand in a subject that is whole."""
LONGEST_SUBJECT = 14
"""How many words a subject may have in a question."""
SETTING = frozenset({"alongside", "as", "at", "during", "following", "in", "on", "through", "under"})
"""Prepositions in front of a clause of what only adds to it: "As part of that work, the council opened a pier"."""
SAYING_NOTHING = frozenset(
    """as well|at last|at least|at length|by contrast|by the way|for example|for instance|in addition|in fact|in part|
    in particular|in return|in total|in turn|of course|on the margins|on the other hand|
    on the sidelines""".replace("\n    ", "").split("|")
)
"""Phrases that a question does without."""
LATE = frozenset({"early", "late"})
"""Adverbs that tell by how much with a number before them."""
LINKING = frozenset(
    """accordingly additionally afterwards again aged already also altogether even further furthermore hence here
    hitherto however indeed instead just later likewise meanwhile moreover nevertheless nonetheless now once
    rather recently so soon still then there thereby therefore though thus too yesterday yet""".split()
)
"""Adverbs that a question does without."""
_PLACE = r"[A-Z][\w’'. -]*"
ORIGINS = re.compile(rf"(?P<who>(?:\S+ ){{1,4}}?\S+) from (?:{_PLACE}, ){{2,}}{_PLACE},? and {_PLACE}")
"""A subject with a list of where all are from, which no question needs: "Pact pilots from Tarn, Oslo and Lunn"."""
PLURAL_ONLY = frozenset({"are", "do", "have", "were"})
"""Auxiliaries that no noun in the singular has."""
PARTS = frozenset("couple half handful lot majority minority number percent range rest series staff team".split())
"""Nouns in the singular of several, whose verb may be in the plural."""
SINGULAR_ONLY = frozenset({"does", "has", "is", "was"})
"""Auxiliaries that no noun in the plural has."""
LEFT_OUT = frozenset({"content", "infinitive", "purpose", "reason"})
"""Roles of phrases that no question repeats."""


def clause_words(clause: Clause, antecedents: Antecedents, *, bare: bool = False) -> ClauseWords | None:
    """The words of a clause in the order of a question; None where it has no subject that a stranger understands.

    With `bare`, "the levy" is name enough (see `in_full`).
    """
    subject = clause.subject
    if clause.lemma in MISREAD or (clause.verb.dep_ in ("prep", "pcomp") and clause.lemma in PREPOSITIONAL):
        return None
    # A second verb that the parser could not place is the clause's own: "the pact signed in 1998 was long".
    if (
        _shares_object(clause)
        or is_misread(clause)
        or any(map(_takes_in_deed, clause.all("place")))
        or clause.lemma in LINKING
        or any(c.dep_ == "dep" and c.tag_ in FINITE for c in clause.verb.children)
    ):
        return None
    if subject is None or subject.head.tag_ in RELATIVE_TAGS or subject.head.tag_ == "EX":
        return None
    if (
        (_is_torn(subject) and not _is_antecedent(clause, subject))
        or is_cut_off(clause)
        or _disagrees(clause, subject)
        or sum(t.lower_ == "and" for t in subject.head.doc[subject.start : subject.end]) > MOST_JOINTS
    ):
        return None
    name = None if subject.head.dep_.startswith("csubj") else in_full(subject, antecedents, LONGEST_SUBJECT, bare=bare)
    if name is None or name.startswith(("a ", "an ")) or subject.head.doc[subject.start].tag_ == "PRP$":
        name = _apposed(subject) or name
    origins = ORIGINS.fullmatch(name) if name is not None else None
    if origins is not None and is_anchored(f"- {origins['who']}"):
        name = origins["who"]
    said = subject.head.doc.span(subject.start, subject.end).text
    named = subject.head.pos_ == "PROPN" and subject.head.tag_ == "NNP"
    if named and name is not None and ((", and " in said and " and " not in name) or _names_several(subject)):
        return None  # of "Ada Wren, mayor, Bo Tam, clerk, and Al Orr, pilot," the first alone
    if subject.head.doc[subject.end - 1].dep_ == "agent":
        return None  # "The pact led by | Ada Wren was signed"
    if name is None or " - " in name or name.lower() in ("that", "which", "who") or name.startswith("As "):
        return None  # "As Tarn takes the chair": the parser took that for a name
    pieces = tuple(
        Piece(argument, _piece(clause, argument, antecedents, bare=bare))
        for argument in clause.arguments
        if argument.role not in LEFT_OUT
    )
    return ClauseWords(clause, name, *verb_words(clause), pieces, bare)


def _apposed(subject: Argument) -> str | None:
    """The whole name of somebody whom a subject tells by what they are, too: "her deputy, | Carla Wynn,"."""
    head, doc = subject.head, subject.head.doc
    name = next((c for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.i > head.i), None)
    if head.tag_ != "NN" or name is None:
        return None
    tokens = doc[name.left_edge.i : name.i + 1]
    whole = len(tokens) > 1 and all(t.pos_ == "PROPN" for t in tokens) and name.right_edge.i == name.i
    before, behind = doc[tokens[0].i - 1], doc[min(name.i + 1, len(doc) - 1)]
    if not whole or (before.text, behind.text) != (",", ","):
        return None
    return squeezed("".join(t.original + t.whitespace_ for t in tokens))


def _shares_object(clause: Clause) -> bool:
    """Whether the parser gave what a verb is about to the next one: "have opened or will open | piers"."""
    verb = clause.verb
    joined = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].dep_ == "cc"
    others = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB")
    return joined and any(c.dep_ == "dobj" for other in others for c in other.children)


def _is_antecedent(clause: Clause, subject: Argument) -> bool:
    """Whether a clause tells more of a noun right before it, wherever that stands: "an audit of the Tarn fund, which".

    A place hardly does anything: "the storm in Tarn, which sank two boats".
    """
    verb = clause.chain[0]
    if subject.head.ent_type_ in PLACE_ENTITIES:
        return False
    return verb.dep_ == "relcl" and subject.head is verb.head and verb.left_edge.i - subject.end <= 1


def _is_torn(subject: Argument) -> bool:
    """Whether a subject begins in the middle of a name or a list, as the parser sometimes has it."""
    doc, start = subject.head.doc, subject.start
    behind = doc[subject.head.i + 1 : subject.end]
    if any(t.tag_ in ("VBD", "VBN") and any(c.dep_ == "dobj" and c.i > t.i for c in t.children) for t in behind[:1]):
        return True
    if start == doc[start].sent.start:
        return False
    before = doc[start - 1]
    if before.ent_type_ in ("DATE", "TIME") and not doc[start].ent_type_.startswith(("DATE", "TIME")):
        return not (
            doc[start].tag_ in ("DT", "NNP", "PRP$") and before.left_edge.i <= before.i < subject.head.left_edge.i
        )
    torn = before.dep_ == "cc" and before.head.pos_ in ("NOUN", "PROPN")
    placed = subject.head.ent_type_ == "GPE" and before.text == "," and start > 1
    beside = subject.end < len(doc) and doc[subject.end].text == ","
    if placed and (beside or doc[start - 2].text == ")" or doc[start - 2].pos_ == "PROPN"):
        return True  # "the Parliament of Tarn, Norway voted", "in the capital, Oslo, the mayor was met and left"
    if subject.head.ent_type_ == "ORDINAL":
        return True  # "the third is awaiting a bridge"
    return torn or before.pos_ in ("PROPN", "ADP", "ADJ", "NUM", "DET") or before.text in ("-", "/")


def is_cut_off(clause: Clause) -> bool:
    """Whether a subject is the first of a list that the parser cut: "Ada Wren, mayor, and Al Orr, clerk, met"."""
    subject = clause.subject
    if subject is None or subject.end > clause.chain[0].i or subject.head.head is not clause.chain[0]:
        return False
    between = list(subject.head.doc[subject.end : clause.chain[0].i])
    people = any(t.ent_type_ == "PERSON" for t in between) and any(t.lower_ == "and" for t in between)
    joints = (i for i, t in enumerate(between) if t.lower_ == "and" and i and between[i - 1].text == ",")
    people = people or any(between[i + 1].pos_ == "PROPN" for i in joints if i + 1 < len(between))
    listed = any(t.text == "," and after.lower_ == "the" for t, after in itertools.pairwise(between))
    return people or (listed and any(t.tag_ == "NNS" and t.dep_ in ("conj", "appos") for t in between))


def _names_several(subject: Argument) -> bool:
    """Whether a subject goes on behind one name with others: "Ada Wren, Queen of Norland, the leaders of Tarn"."""
    tokens = subject.head.doc[subject.head.i : subject.end]
    commas = [t.i for t in tokens if t.text == ","]
    return any(t.tag_ == "NNS" and t.left_edge.lower_ == "the" and t.left_edge.i - 1 in commas[1:] for t in tokens)


def _disagrees(clause: Clause, subject: Argument) -> bool:
    """Whether a verb is not that of a subject by its number: "the mayor met guards | and clerks have left"."""
    outer, head = clause.chain[0], subject.head
    if any(c.dep_ in ("conj", "appos") for c in head.children):
        return False
    helping = next((c.lower_ for c in outer.children if c.dep_ in AUXILIARIES and c.i < outer.i), outer.lower_)
    plain = helping == outer.lower_
    if head.tag_ in ("NN", "NNP") and head.lower_ not in PARTS:
        several = head.ent_type_ == "PERSON" or head.tag_ == "NN"
        return several and (helping in PLURAL_ONLY or (plain and outer.tag_ == "VBP"))
    return head.tag_ == "NNS" and (helping in SINGULAR_ONLY or (plain and outer.tag_ == "VBZ"))


def is_anothers(clause: Clause, time: Argument) -> bool:
    """Whether a time may be of the clause around: "yesterday, a year since the pier was opened"."""
    subject = clause.subject
    marked = any(c.dep_ == "mark" and time.start < c.i for c in clause.verb.children)
    beside = marked or clause.verb.dep_ not in ("ROOT", "conj", "ccomp", "relcl")
    fronted = beside and subject is not None and time.start < subject.start
    return fronted or _is_inner(clause, time) or _is_promised(clause, time)


def _is_promised(clause: Clause, time: Argument) -> bool:
    """Whether a time may be that of what was promised: "promised a ferry in May", not "on Monday promised a ferry"."""
    thing = clause.first("object")
    return clause.verb.lemma_ in PROMISING and thing is not None and time.start >= thing.end


def _is_inner(clause: Clause, time: Argument) -> bool:
    """Whether a time may be of an event that another is told by: "has met since the visit to Tarn, in May"."""
    between = clause.verb.doc[clause.verb.i + 1 : time.start] if time.start > clause.verb.i else []
    return any(t.lower_ in ("after", "before", "since", "until") and t.tag_ == "IN" for t in between)


def _piece(clause: Clause, argument: Argument, antecedents: Antecedents, *, bare: bool) -> str | None:
    """A phrase as a question repeats it, "" for one that it does without, None for one that cannot be said in full."""
    if argument.role == "time":
        return "" if is_anothers(clause, argument) else _dated(clause, argument)
    if argument.role == "manner" and _is_aside(argument):
        return ""
    if argument.role == "manner" and argument.head.pos_ in ("ADV", "VERB", "AUX"):
        return _manner(clause, argument)
    if argument.head.doc.span(argument.start, argument.end).text.lower() == "by the time":
        return None
    if argument.role == "manner" and argument.head.dep_ == "npadvmod" and argument.head.pos_ in ("NOUN", "PROPN"):
        return None
    if argument.head.pos_ == "NUM" and argument.start > 0 and argument.head.doc[argument.start - 1].text == "(":
        return ""  # "was held today (26)"
    if argument.preposition == "under" and any(c.lower_ in CHAIRING for c in argument.head.children):
        return ""  # who chaired is asked by itself
    if argument.role == "oblique" and _is_quoted_aside(argument):
        return ""
    text = in_full(argument, antecedents, bare=bare, shorten=argument.role == "object")
    if argument.role == "place" and argument.preposition is None and argument.head.pos_ in ("NOUN", "PROPN"):
        return ""  # the place that a clause with "where" tells of
    fronted = argument.role == "oblique" and argument.start < clause.verb.i and argument.preposition in SETTING
    if text is None and (fronted or argument.role == "place"):
        return ""
    if text is not None and text.lower() in SAYING_NOTHING:
        return ""
    return f"by {text}" if text is not None and argument.role == "agent" else text


def _is_quoted_aside(argument: Argument) -> bool:
    """Whether a phrase behind a comma only adds what somebody called it: ", in a ruling that Bo Tam called "odd"."""
    doc, start = argument.head.doc, argument.start
    return start > 0 and doc[start - 1].text == "," and any(t.text == '"' for t in doc[start : argument.end])


def _is_aside(manner: Argument) -> bool:
    """Whether words behind a comma tell of who did it or of the thing, and not how it was done.

    "A levy, payable on 1 June"; "Norland, by far the largest".
    """
    doc, start = manner.head.doc, manner.start
    by_far = doc.span(start, min(start + 2, len(doc))).text.lower() == "by far"
    return start > 0 and doc[start - 1].text == "," and (by_far or manner.head.tag_ == "JJ")


def _takes_in_deed(place: Argument) -> bool:
    """Whether the parser took the next deed for a part of a place: "born in Tarn, Norland and studied law"."""
    return any(
        b.tag_ in ("VBD", "VBN")
        for a, b in itertools.pairwise(place.head.doc[place.start : place.end])
        if a.dep_ == "cc"
    )


def _manner(clause: Clause, argument: Argument) -> str | None:
    """An adverb as a question repeats it: "" for one that says little, None for one that would stand wrongly."""
    word = argument.head.lower_
    how_much = _by_how_much(argument.head) if word in LATE and argument.end == argument.head.i + 1 else ""
    if how_much:
        return f"{how_much} {word}"
    if argument.head.pos_ != "ADV" or word in LINKING or (word.endswith("ly") and argument.end - argument.start == 1):
        return "" if argument.head.lower_ not in ("only", "nearly", "partly", "hardly", "barely", "early") else None
    return word if argument.start > clause.verb.i and argument.end - argument.start == 1 else None


def _by_how_much(late: Token) -> str:
    """The time by which something was late: "began | forty minutes | late"."""
    doc, noun = late.doc, late.nbor(-1)
    counted = noun.ent_type_ in ("DATE", "TIME") and noun.pos_ == "NOUN" and doc[noun.i - 1].pos_ == "NUM"
    return doc.span(noun.i - 1, noun.i + 1).text if counted else ""


def _dated(clause: Clause, argument: Argument) -> str:
    """A time phrase with its whole date ("on June 30" → "on 30 June 2020"); nothing where it is no date."""
    plain = RELATIVE_CLAUSE.split(argument.head.doc.span(argument.start, argument.end).text)[0]
    found = dates_in(clause, argument, clause.paragraph.written)
    if len(found) != 1 or found[0].precision not in ("day", "month", "year") or found[0].approximate or found[0].time:
        return ""
    written = clause.paragraph.written
    if is_past(clause) and written is not None and found[0].iso[:10] > written.isoformat():
        return ""  # "was heard in 31 days": how long
    before, after = plain[: found[0].span[0]].strip(), plain[found[0].span[1] :].strip(" ,")
    if len(before.split()) > 2 or after:
        return ""
    preposition = before.split()[0].lower() if before else ""
    if preposition not in KEPT_PREPOSITIONS:
        if preposition not in ("", "on", "in", "during"):
            return ""
        preposition = "on" if found[0].precision == "day" else "in"
    elif not re.fullmatch(r"\w+", before):
        return ""
    return f"{preposition} {dates.readable(found[0].iso)}"
