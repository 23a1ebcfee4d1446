"""Clauses of which a question keeps how sure they are: what is so, what is planned, what must be, what was said."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from facts.extract.doings.asked import clearly, in_report
from facts.extract.doings.assertions import (
    CONDITIONAL_MARKS,
    FACTUAL_MARKS,
    FIRST,
    SOURCE,
    UNDONE,
    is_asserted,
    is_plain,
    is_told,
    source_of,
    told_by,
)
from facts.extract.doings.verbs import SAID, SPOKEN
from facts.extract.draft import Draft, Material, Sentence
from facts.parse.arguments import trimmed
from facts.parse.clauses import Argument, Clause, governing, particle
from facts.parse.phrases import is_plural
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import SAY_VERBS
from facts.questions import ClauseWords, clause_words, is_anchored, names_itself
from facts.questions.asking import Piece, joined
from facts.questions.verb_words import base_of

LEADING = frozenset(
    """agree aim be begin choose commit continue decide expect go hope intend need offer plan pledge promise propose
    resolve schedule seek set slate start undertake vote want wish""".split()
)
"""Verbs before another one that a question repeats with it: "When does the board plan to open the pier?"."""
KEPT_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would"})
"""Auxiliaries that a question begins with, so that it asks for no more than is told."""
SETTINGS = frozenset(
    """across after alongside amid among at before despite during following in including like since through throughout
    under until via while within without""".split()
)
"""Words before what only adds to a clause: a question does without where it cannot say it in full."""
COMPARING = frozenset({"against", "compared", "versus"})
"""Words before what a number is set beside, which no question says."""
NO_PARTICIPLES = (
    SAID | SPOKEN | frozenset({"accord", "base", "call", "compare", "concern", "give", "include", "regard"})
)
"""Verbs whose participles are no doings of a subject."""
PROMISES = {
    "commitment": "commit",
    "decision": "decide",
    "intent": "intend",
    "intention": "intend",
    "offer": "offer",
    "plan": "plan",
    "pledge": "pledge",
    "promise": "promise",
    "proposal": "propose",
}
"""Nouns of what somebody will do, and their verbs."""
ANNOUNCING = frozenset(
    {"announce", "confirm", "declare", "make", "outline", "reaffirm", "reiterate", "reveal", "unveil"}
)
"""Verbs of telling a plan of one's own."""
REPORT = "the report"
"""By whose word something is so that somebody said of whom only the text knows."""
ACCORDING = ", according to "


class Said(NamedTuple):
    """The words of a clause, and by whose word it is so (None where the text itself tells it)."""

    words: ClauseWords
    source: str | None


def as_said(sentence: Sentence, clause: Clause) -> Iterator[Said]:
    """Yield the words of a clause by which it can be asked about truly; nothing of what is doubted, denied or wished.

    What is planned is asked as planned, what must be as what must be, and what was said by whose word it is so.
    """
    if any(c.dep_ == "expl" for c in clause.chain[0].children) or clause.negated or _is_compared(clause):
        return
    told = is_told(clause)
    if (is_plain(clause) and told) or _is_led(clause) or _is_modal(clause):
        yield from (Said(_lightened(words), None) for words in sentence.readings(clause))
    elif (whole := _of_participle(sentence, clause)) is not None:
        for bare in (False, True):
            words = clause_words(whole, sentence.antecedents, bare=bare)
            if words is not None:
                yield Said(_lightened(words), None)
    elif (promise := _of_promise(sentence, clause)) is not None:
        for bare in (False, True):
            words = clause_words(promise, sentence.antecedents, bare=bare)
            if words is not None:
                yield Said(_lightened(_as_promised(words)), REPORT)
    elif is_plain(clause) and not told:
        named = told_by(sentence, clause)
        words = sentence.words_of(clause) if named else None
        attributed = source_of(sentence, clause)
        if words is not None:
            yield Said(_lightened(words), named)
        elif attributed is not None:
            yield Said(_lightened(attributed[1]), attributed[0])
        elif (source := _reported_by(sentence, clause)) is not None:
            yield from (Said(_lightened(each), source) for each in sentence.readings(clause))


def _is_compared(clause: Clause) -> bool:
    """Whether a clause sets a number beside an earlier one, which is seldom parsed right: "up from 12 a year ago"."""
    return any(t.lower_ == "from" and t.i and t.nbor(-1).lower_ in ("down", "up") for t in clause.verb.subtree)


def placed(material: Material, question: str | None, said: Said, *, subject: bool = True) -> str | None:
    """A question for what a clause tells, with the meeting, the report, or whose word it is; None if it is not clear.

    `subject` says whether the question names the subject of the clause.
    """
    if question is None:
        return None
    if said.source is None:
        found = clearly(material, question, said.words, subject=subject)
    elif said.words.bare:
        return None
    elif said.source == REPORT:
        reported = in_report(material, question)
        found = reported if reported and ACCORDING in reported else None
    else:
        found = f"{question[:-1]}{ACCORDING}{said.source}?" if said.source not in question else None
    return found if found and is_anchored(found) else None


def by_word_of(said: Said, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Drafts of what a clause tells, each with whose word it is where the text does not itself tell it."""
    if said.source is None:
        yield from drafts
    elif not said.words.bare:
        for draft in drafts:
            asked = draft.question.partition(ACCORDING)[0].rstrip("?")
            if said.source != REPORT and said.source not in asked:
                yield dataclasses.replace(draft, question=f"{asked}{ACCORDING}{said.source}?")
            elif said.source == REPORT and ACCORDING in draft.question:
                yield draft


def _lightened(words: ClauseWords) -> ClauseWords:
    """The words of a clause without what only adds to it and cannot be said in full: "in that time"."""
    verb = words.clause.verb.i
    pieces = tuple(p._replace(text="") if _only_adds(p, verb) else p for p in words.pieces)
    return as_done(dataclasses.replace(words, pieces=pieces))


def _only_adds(piece: Piece, verb: int) -> bool:
    doc, start = piece.argument.head.doc, piece.argument.start
    first = doc[start].lower_
    if piece.text is None and start > verb and doc[start - 1].text == "," and piece.argument.preposition:
        return True
    if piece.argument.preposition == SOURCE or first == "according":
        return True
    return piece.argument.start > verb and ((piece.text is None and first in SETTINGS) or first in COMPARING)


def as_done(words: ClauseWords) -> ClauseWords:
    """The words of a clause with what had been done as done: one asks when it was opened, not when it had been."""
    clause = words.clause
    since = any(a.preposition == "since" for a in clause.all("time"))
    if words.front != "had" or len(clause.chain) > 1 or since:
        return words
    if clause.passive:
        several = clause.subject is not None and is_plural(clause.subject.head)
        return dataclasses.replace(words, front="were" if several else "was", middle="")
    told = words.base.partition(" ")[2]
    base = base_of(clause.verb)
    plain = joined(past(base), told)
    return dataclasses.replace(words, front="did", middle="", base=joined(base, told), plain=plain)


def _is_led(clause: Clause) -> bool:
    """Whether a verb stands behind one that tells of a plan or a beginning: "agreed to open the pier"."""
    chain = clause.chain
    return len(chain) == 2 and chain[0].lemma_.lower() in LEADING and chain[1].tag_ == "VB" and is_told(clause)


def _of_participle(sentence: Sentence, clause: Clause) -> Clause | None:
    """A participle as a clause with its subject: "the boat stolen in May", "Bo Tam left, joining the board in 2003".

    None where it is no doing of a noun before it, or goes on what is not told as so.
    """
    verb = clause.chain[0]
    if len(clause.chain) > 1 or clause.kind != "participle" or '"' in clause.sentence.text:
        return None
    if any(c.dep_ == "mark" for c in verb.children) or verb.lemma_.lower() in NO_PARTICIPLES:
        return None
    noun = verb.head
    if verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBN") and noun.i < verb.i and noun.pos_ in ("NOUN", "PROPN"):
        return dataclasses.replace(clause, subject=trimmed("subject", noun, noun.left_edge.i, verb.left_edge.i))
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < noun.i or verb.doc[verb.left_edge.i - 1].text != ",":
        return None
    main = next((c for c in sentence.clauses if c.chain == (noun,)), None)
    told = main is not None and not main.passive and is_plain(main) and is_told(main)
    return dataclasses.replace(clause, subject=main.subject) if main is not None and told else None


def _of_promise(sentence: Sentence, clause: Clause) -> Clause | None:
    """What somebody's plan or promise is to do as a clause of its own: "Tarn's pledge to give £4 million for boats".

    None where the noun before it is of nobody, or what is told of it is not told as so.
    """
    verb, noun = clause.chain[0], clause.chain[0].head
    if len(clause.chain) > 1 or clause.kind != "infinitive" or verb.dep_ != "acl" or noun.lemma_ not in PROMISES:
        return None
    main = governing(sentence.clauses, noun)
    if main is None or clause.passive or noun.i > verb.i or not (is_plain(main) and is_told(main)):
        return None
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    if own is not None and own.pos_ in ("NOUN", "PROPN"):
        end = own.right_edge.i + (0 if own.right_edge.tag_ == "POS" else 1)
        return dataclasses.replace(clause, subject=Argument("subject", own, own.left_edge.i, end))
    announced = noun.dep_ == "dobj" and noun.head is main.verb and main.lemma in ANNOUNCING and not main.passive
    return dataclasses.replace(clause, subject=main.subject) if announced else None


def _as_promised(words: ClauseWords) -> ClauseWords:
    verb = words.clause.chain[0]
    plan, done = PROMISES[verb.head.lemma_], joined("to", base_of(verb), particle(verb))
    return dataclasses.replace(words, front="did", middle="", base=f"{plan} {done}", plain=f"{past(plan)} {done}")


def _modal(verb: Token) -> str | None:
    """The one auxiliary of a verb by which it may, must or should be; None where there is none."""
    found = [c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ in KEPT_MODALS]
    return found[0] if len(found) == 1 else None


def _is_modal(clause: Clause) -> bool:
    """Whether a main clause says what must, should or may be: under no condition, and nobody's word."""
    verb, sentence = clause.chain[0], clause.sentence
    if len(clause.chain) > 1 or _modal(verb) is None or verb.dep_ != "ROOT" or clause.kind != "finite":
        return False
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return False  # "may have seized six boats"
    said = any(t.lemma_.lower() in SAY_VERBS or t.lower_ == "according" or t.text in '"?' for t in sentence)
    return not said and not _is_doubted(clause)


def _is_doubted(clause: Clause) -> bool:
    undone = any(c.dep_ == "advmod" and c.lower_ in UNDONE for c in clause.verb.children)
    return undone or any(t.lower_ in CONDITIONAL_MARKS - {"should"} for t in clause.sentence)


def _top(verb: Token) -> Token:
    """The verb of what somebody says of which a clause is a part: "that it has not met since the roof fell in May"."""
    while verb.dep_ in ("advcl", "conj", "relcl") and verb.head is not verb:
        mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i), "")
        if verb.dep_ == "advcl" and mark not in FACTUAL_MARKS:
            return verb
        verb = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), verb.head)
        if verb.pos_ not in ("VERB", "AUX"):
            return verb
    return verb


def _reported_by(sentence: Sentence, clause: Clause) -> str | None:
    """Who says a clause, where the text tells that somebody does: "she pointed out that only three have clinics".

    The report, where that is somebody whom only the text knows. None where nobody says it, or it is doubted.
    """
    if is_asserted(clause):
        return REPORT
    verb = _top(clause.chain[0])
    if verb.dep_ != "ccomp" or clause.kind != "finite" or clause.subject is None or _is_doubted(clause):
        return None
    saying = next((c for c in sentence.clauses if c.chain == (verb.head,)), None)
    if saying is None or saying.verb.lemma_.lower() not in SAID | {"hear", "tell"} or not is_told(saying):
        return None
    if any(t.lower_ in FIRST for t in verb.subtree):
        return None
    words = sentence.words_of(saying)
    named = words is not None and saying.subject is not None and names_itself(saying.subject, words.subject)
    told = saying.lemma == "hear" or saying.passive
    return words.subject if words is not None and named and not told else REPORT
