"""Answers cut inside a list: "mend the pier", where the sentence goes on with "…, train pilots, and build huts"."""

from __future__ import annotations

import re
from typing import Final

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import RELATIVE_TAGS
from facts.parse.tree import Doc, Token
from facts.parse.words import FINITE, PLACE_ENTITIES

RULES: Final = re.compile(
    r"(?:statement\.(?:according|among|asked|of|spoken|urged|wanted)|event\.(?:about|planned|what\w*)|decision\.agreed|purpose\.)"
)
"""The rules whose answers are what was done, said or aimed at."""
WHO: Final = re.compile(r"(?:event\.who_did|event\.who_told|statement\.who_said|statement\.who_spoke)")
"""The rules whose questions say what was done or said."""
FEWEST_ASKED: Final = 3
"""By how many of its words a question is found in its sentence, from its end on."""
JOINTS: Final = frozenset({"and", "or"})
LONGEST_TAIL: Final = 4
"""By how many of its last words an answer is found in its sentence."""
ASIDES: Final = frozenset({"including", "particularly", "especially", "notably", "such"})
"""Words behind a comma that open examples."""
ASKED: Final = re.compile(
    r"(?:When|Where|How|Why|What|For how long|From when|Until when) (?:did|do|does|has|have|will) "
)
"""How a question begins before who did something."""
MORE: Final = re.compile(
    r"(?P<first>, (?:the )?[A-Z](?:[\w’'-]| (?=[A-Z])| of (?:the )?(?=[A-Z]))+)(?:, (?:the )?[A-Z][^,;]{1,40})*"
    r",? and (?:the )?[A-Z]"
)
"""How a list of names goes on: ", the Kingdom of Lunn, Varda and Zell"."""
BY_NOUN: Final = re.compile(r"What (?!did )(?:[\w-]+ ){1,3}did ")
"""How a question asks for what is of one noun: "What efforts did they discuss?"."""
OWN_NOUN: Final = frozenset({"DT", "PRP$"})
"""Tags of words with which a member of a list begins that has a noun of its own."""
SUBJECTS: Final = frozenset({"expl", "nsubj", "nsubjpass"})


class CutLists:
    """Which answers of an article's drafts are cut inside a list."""

    def __init__(self, material: Material) -> None:
        """Remember the sentences of an article by where they stand."""
        self._sentences = {sentence_span(sentence): sentence for sentence in material.sentences}

    def cuts(self, draft: Draft) -> bool:
        """Whether the sentence of a draft goes on with more of the list that its answer ends in.

        Of a question for who did it, whether it goes on with what belongs to the thing done.
        """
        sentence = self._sentences.get(draft.span)
        if sentence is not None and draft.rule.startswith("event.") and _cuts_subject(sentence, draft.question):
            return True
        if sentence is not None and WHO.match(draft.rule):
            return asks_of_half(sentence, draft.question)
        if sentence is None or draft.kind == "list" or RULES.match(draft.rule) is None:
            return False
        found = _tokens_of(sentence, draft.answer)
        if found is None or (BY_NOUN.match(draft.question) and _is_all_of_noun(sentence, draft.answer, found[1])):
            return False
        return goes_on(sentence.paragraph.doc, *found, sentence.span.end)


def _is_all_of_noun(sentence: Sentence, answer: str, end: int) -> bool:
    """Whether a list goes on behind an answer with another noun than asked for: "efforts to mend it | and the need"."""
    doc, last = sentence.paragraph.doc, sentence.span.end
    while end < last and doc[end].lower_ in (",", "and", "as", "well"):
        end += 1
    listed = "," in answer and " and " not in answer  # "efforts to mend it, to paint it | and their vow"
    return end < last and doc[end].tag_ in OWN_NOUN and not listed


def _cuts_subject(sentence: Sentence, question: str) -> bool:
    """Whether a question names the first of a list of those who did something, and not the others.

    E.g. "Where did the leaders of Lunn meet?", of Lunn, Varda and Zell.
    """
    asked, said = ASKED.match(question), " ".join(sentence.span.text.split())
    words = question[asked.end() :].split() if asked is not None else []
    shared = 0
    while shared < len(words) and " ".join(words[: shared + 1]).lower() in said.lower():
        shared += 1
    subject = " ".join(words[:shared])
    at = said.lower().find(subject.lower()) + len(subject) if subject else -1
    more = MORE.match(said, at) if at > 0 else None
    return more is not None and more["first"].strip(", ") not in question


def _tokens_of(sentence: Sentence, answer: str) -> tuple[int, int] | None:
    """Where an answer stands in its sentence, by its last words; None where they stand there not once."""
    doc, words = sentence.paragraph.doc, answer.strip('“”"').split()
    text, start = doc.original, sentence.span.start_char
    tail = " ".join(words[-LONGEST_TAIL:])
    said = text[start : sentence.span.end_char]
    at = said.find(tail)
    if at < 0 or said.find(tail, at + 1) >= 0:
        return None
    last = start + at + len(tail)
    end = next((t.i + 1 for t in sentence.span if t.idx + len(t.text) == last), None)
    return None if end is None else (max(sentence.span.start, end - len(words)), end)


def asks_of_half(sentence: Sentence, question: str) -> bool:
    """Whether a noun of a question for who did it has a complement or a clause behind it that the question left out.

    E.g. "Who stressed the board's focus?", on small farms.
    """
    doc, words = sentence.paragraph.doc, question.rstrip("?").split()
    for count in range(len(words), FEWEST_ASKED, -1):
        found = _tokens_of(sentence, " ".join(words[count - FEWEST_ASKED : count]).rstrip(","))
        if found is not None and found[1] < sentence.span.end:
            return _belongs(doc[found[1]], found[1])
    return False


def _belongs(token: Token, end: int) -> bool:
    """Whether a word behind a noun begins what tells which one it is: "focus | on farms", "a plan | to build"."""
    above = _top(token, end - 1) if token.dep_ in ("aux", "mark", "nsubj", "nsubjpass", "dobj") else token
    noun = above.head
    if noun.pos_ not in ("NOUN", "PROPN") or not noun.i < end or above.i < end:
        return False
    if above.dep_ == "prep":
        inner = next((c for c in above.children if c.dep_ in ("pobj", "pcomp")), None)
        named = inner is not None and (inner.ent_type_ in PLACE_ENTITIES or inner.pos_ == "PROPN")
        placed = above.lower_ in ("at", "in") and named
        return inner is not None and noun.i == end - 1 and inner.ent_type_ not in ("DATE", "TIME") and not placed
    return above.dep_ in ("acl", "relcl") and noun.i >= end - FEWEST_ASKED


def goes_on(doc: Doc, start: int, end: int, last: int) -> bool:
    """Whether behind an answer, before the end of its sentence, more of its list stands, and no clause of its own."""
    comma = end < last and doc[end].text == ","
    first = end + comma
    if first + 1 >= last or doc[first].lower_ in ASIDES:
        return False
    if doc.span(first, min(first + 3, last)).text.lower() == "as well as":
        return True
    if doc[first].lower_ in JOINTS:
        return _is_member(doc, first + 1, start, end, last)
    return comma and _begins_list(doc, first, start, end, last)


def _begins_list(doc: Doc, first: int, start: int, end: int, last: int) -> bool:
    """Whether behind a comma two more members of a list stand, the last behind "and": ", work for all, and a pact"."""
    token = doc[first]
    if token.tag_ in FINITE or token.tag_ in ("IN", "VBG", "VBN", "WDT", "WP", "WRB", "RB") or token.text == '"':
        return False
    joints = (i for i in range(first + 1, last - 1) if doc[i].lower_ in JOINTS and doc[i - 1].text == ",")
    joint = next(joints, None)
    if joint is None or any(t.tag_ in FINITE or t.text in ";:" for t in doc[first:joint]):
        return False
    member = _is_member(doc, first, start, end, last) and not (
        token.dep_ == "appos" or _top(token, end).dep_ == "appos"
    )
    return member and _is_member(doc, joint + 1, start, joint, last)


def _is_member(doc: Doc, first: int, start: int, end: int, last: int) -> bool:
    """Whether what begins behind a joint is of the kind that a list may go on with, and no next clause."""
    while first + 1 < last and doc[first].pos_ == "ADV":
        first += 1
    token, before = doc[first], doc[start:end]
    above = _top(token, first)
    inside = start <= above.head.i < end
    if token.tag_ in ("VBN", "VBD"):
        alike = token.head.tag_ == token.tag_ or (doc[end].text != "," and token.head.tag_ in ("VBD", "VBN"))
        return above is token and inside and alike and token.dep_ == "conj"
    if token.tag_ in FINITE or token.lower_ in ("that", "then", "not"):
        return False
    if token.tag_ == "VB":
        return any(t.tag_ in ("VB", "TO") for t in before) or inside
    if token.tag_ in ("TO", "VBG"):
        return any(t.tag_ == token.tag_ for t in before)
    if token.tag_ in RELATIVE_TAGS:
        return any(t.tag_ == token.tag_ for t in before)
    if token.tag_ == "IN":
        return token.dep_ in ("conj", "prep") and inside
    # "Praised the plan, and the crews": the parser joins the noun to the verb.
    joined = above.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN") and above.head.pos_ == "VERB"
    return (inside or joined) and not _opens_clause(doc, first, last)


def _opens_clause(doc: Doc, first: int, last: int) -> bool:
    """Whether a phrase is the subject of a verb behind it: "and the mayor told them"."""
    verb = next((t for t in doc[first:last] if t.tag_ in FINITE), None)
    if verb is None:
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    own = subject is not None and subject.left_edge.i <= first <= subject.i
    torn = verb.nbor(-1).pos_ in ("NOUN", "PRON", "PROPN") and subject is None
    return (own or torn) and verb.dep_ != "relcl"


def _top(token: Token, first: int) -> Token:
    """The head of the phrase that begins with a word."""
    while token.head is not token and token.head.i > first:
        token = token.head
    return token
