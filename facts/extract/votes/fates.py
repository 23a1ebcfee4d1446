"""What became of a proposal: "A motion by Ann Lee to sell the pier was defeated", "… died for want of a seconder"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.clear import POINTING
from facts.extract.doings.assertions import is_asserted
from facts.extract.doings.decisions import PROPOSAL_NOUNS, verb_of
from facts.extract.doings.verbs import ADOPTED, STOPPED
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.votes.motions import is_contest, stands_alone
from facts.folding import squeezed
from facts.parse.clauses import Clause
from facts.parse.phrases import resolved
from facts.parse.words import FINITE
from facts.questions import is_clean

PUT_FORWARD = PROPOSAL_NOUNS | frozenset("call compromise idea option paper question suggestion".split())
"""Nouns for what is put before others, who take it up or do not."""
RULED = (
    ADOPTED
    | STOPPED
    | frozenset("abandon block carry heed lose note pass rebuff remit rule-out send shout-down throw-out".split())
)
"""Verbs in the passive that tell what became of it."""
ENDED = frozenset("collapse die fail fall founder lapse pass".split())
"""Verbs that tell the same by themselves."""
WON = re.compile(r"(?:got|gathered|won|received|found|attracted)\b.*(?:\d|\bsecond|\bsupport)", re.IGNORECASE)
"""How it is told by the votes that it got."""
BREAK = re.compile(
    r"[;:]| [—–-] |,? (?:after|although|and|as|because|before|but|since|so that|though|when|which|while|who|whose)\b"
    r"|, (?:its|the [A-Z])\b| at an? "
)
"""Where more begins than what became of it."""
DENIED = re.compile(r"(?:was|were) not (?:put to (?:the|a) vote|seconded|taken up|discussed)\b")
"""What may be denied of it, and tells its fate all the same."""
HELPING = re.compile(r"^(?:was|were) (?:then )?(?!not\b)")
"""A helping verb that an answer does without."""
BRACKETS = re.compile(r"\([^()]*\)")
ASIDE = re.compile(r", (?!(?:for|from|that|to)\b)[^,]*(?:,|$)")
"""What a subject has between commas, and does not need."""
LATER = re.compile(r"\b(?:last|next|this) \w+|\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bago\b")
"""A time that only whoever knows the day of the text can tell."""
AIMED = re.compile(r"\b(?:about|against|for|of|on|that|to)\b")
"""What tells of a proposal what it was about, and not only whose it was."""
FOR_THING = re.compile(r"the [\w-]+ (?:against|for|on)\b")
"""How a proposal begins that is told by what it is for: "the call for a vote"."""
FEWEST_THING, FEWEST_UNNAMED, LONGEST_THING, LONGEST_FATE = 5, 7, 22, 16
"""How many words what was proposed has at least (where no name, number or noun tells what it is for) and at most, and
its fate at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what became of each proposal that is told in full."""
    for sentence in material.sentences:
        for clause in sentence.clauses:
            thing = _proposed(sentence, clause) if _tells_fate(clause) else None
            answer = HELPING.sub("", BREAK.split(_told(clause))[0].rstrip(' .,”"')) if thing else ""
            if not answer or len(answer.split()) > LONGEST_FATE or not is_clean(answer):
                continue
            if not POINTING.search(answer) and not LATER.search(answer):
                question = f"What became of {thing}?"
                yield Draft("what", question, answer, sentence_span(sentence), rule="decision.became")


def _tells_fate(clause: Clause) -> bool:
    """Whether a main clause tells of something proposed what was done to it or how it ended."""
    thing, outer = clause.subject, clause.chain[0]
    if thing is None or thing.head.lemma_.lower() not in PUT_FORWARD or clause.verb.i < thing.end:
        return False
    before = outer.dep_ == "ccomp" and any(t.text in ";:" for t in outer.doc[outer.i : outer.head.i])
    if not (before or (outer.dep_ in ("ROOT", "conj") and is_asserted(clause))) or is_contest(clause):
        return False
    if clause.negated:
        return DENIED.match(_told(clause)) is not None
    if clause.passive:
        past = any(c.lower_ in ("was", "were") for c in outer.children)
        return past and verb_of(clause) in RULED and (before or happened(clause))
    ended = verb_of(clause) in ENDED or WON.match(_told(clause)) is not None
    return ended and outer.tag_ == "VBD" and (before or happened(clause))


def _told(clause: Clause) -> str:
    """The words of a sentence from the verb of a clause on."""
    return squeezed(clause.verb.doc.span(_begins(clause), clause.sentence.end).text)


def _begins(clause: Clause) -> int:
    """Where the verb of a clause begins, with what helps it and stands before it ("was gratefully | declined")."""
    outer = clause.chain[0]
    before = [c.i for c in outer.children if c.dep_ in ("aux", "auxpass", "advmod", "neg") and c.i < outer.i]
    subject = clause.subject
    return min([outer.i, *(i for i in before if subject is None or i >= subject.end)])


def _proposed(sentence: Sentence, clause: Clause) -> str | None:
    """What was proposed, as a question names it: whole, without what only adds to it; None where it is not clear."""
    subject, doc = clause.subject, clause.verb.doc
    between = doc[subject.end : _begins(clause)] if subject is not None else []
    if subject is None or any(t.tag_ in FINITE and t.dep_ in ("ROOT", "ccomp") for t in between):
        return None  # "the request | needed a majority and got none"
    whole = squeezed(resolved(doc, list(range(subject.start, _begins(clause))), sentence.antecedents))
    plain = squeezed(ASIDE.sub(" ", BRACKETS.sub(" ", whole))).replace(",", "")
    thing = re.sub(r"^(?:An?|Another|The) (?:(?:further|second|third) )?", "the ", plain, flags=re.IGNORECASE)
    named = any(word[:1].isupper() or word[:1].isdigit() for word in thing.split())
    fewest = FEWEST_THING if named or FOR_THING.match(thing) else FEWEST_UNNAMED
    fits = fewest <= len(thing.split()) <= LONGEST_THING and thing.startswith("the ") and is_clean(thing)
    about = AIMED.search(re.sub(r"^the [\w-]+ of (?=[A-Z])", "", thing)) is not None
    return thing if fits and about and not POINTING.search(thing) and stands_alone(thing) else None
