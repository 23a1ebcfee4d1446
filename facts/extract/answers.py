"""A phrase as an answer: whole, word for word, its mentions said as what they stand for; or none."""

from __future__ import annotations

import re

from facts.folding import fold, squeezed
from facts.parse.clauses import RELATIVE_TAGS, Argument
from facts.parse.phrases import CLAUSAL, Antecedent, Antecedents, is_person, resolved
from facts.parse.tree import Doc, Token
from facts.parse.words import DEMONSTRATIVES, FINITE, PERSON_NOUNS
from facts.questions import is_clean

LONGEST = 32
"""How many words an answer may have."""
SAYS_NOTHING = frozenset(
    """another both each everyone he her here him himself i it itself many me one others she so some something such
    that them themselves there these they this those us we what which who you""".split()
)
"""Words that alone are no answer."""
FIRST_OR_SECOND = frozenset({"i", "me", "mine", "my", "our", "ours", "us", "we", "you", "your", "yours"})
"""Words of whoever speaks: no answer is given in them."""
OPENING = 6
"""Among how many first tokens of an answer no word may point to what stood before."""
LISTING_NOTHING = FINITE | {"MD", "TO", "VB", "WDT", "WP", "WRB"}
"""Tags of words with which something else than a list goes on."""
ASIDE = frozenset({",", "(", "–", "—", "-", ";"})
ANYBODYS = frozenset({"child", "citizen", "community", "democracy", "family", "worker"})
"""Nouns without an article where it does not matter whose they are: "make our communities safer"."""
NOT_ONLY = re.compile(r"\bnot (?:just|merely|only)\b")
"""How an answer begins to tell the lesser of two things."""
THEY = frozenset({"them", "their", "themselves", "they"})


def answer_of(argument: Argument, antecedents: Antecedents, longest: int = LONGEST) -> str | None:
    """A phrase as an answer, without what only adds something behind it; None where it is no whole or clear one."""
    doc = argument.head.doc
    start, end = argument.start, listed_end(doc, argument.start, whole_end(argument))
    if argument.preposition and argument.role != "agent":
        start += len(argument.preposition.split())
    if start >= end or is_cut(doc, start, end):
        return None
    return said(doc, start, end, antecedents, longest)


def said(
    doc: Doc, start: int, end: int, antecedents: Antecedents, longest: int = LONGEST, *, first: bool = False
) -> str | None:
    """The text of some tokens as an answer; None where it says nothing, or not clearly.

    "Our" of whoever reports ("our commitment to Tarn") is "the" to a stranger, or nothing ("our communities").
    With `first`, words of whoever speaks may stand in it: the caller says whose they are.
    """
    if start >= end or any(_points(t, antecedents) for t in doc[start : min(end, start + OPENING)]):
        return None
    reported = (t for t in doc[start:end] if t.lower_ == "our" and not (first or _is_quoted(t)))
    ours = {t.i: Antecedent(t.i + 1, "" if t.head.lemma_.lower() in ANYBODYS else "the") for t in reported}
    if any(_may_be_anothers(t, doc[start : t.i], antecedents) for t in doc[start:end]):
        return None
    named = _outside(doc, start, antecedents)
    text = squeezed(resolved(doc, list(range(start, end)), {**named, **ours}))
    words = text.split()
    if (
        (doc[end - 1].pos_ == "ADP" and doc[end - 1].head.dep_ != "relcl")  # "the 80 it had aimed for"
        or doc[end - 1].tag_ in RELATIVE_TAGS
        or (NOT_ONLY.search(text) and " but " not in text)
        or not words
        or len(words) > longest
        or not is_clean(text)
        or len(text) < 3
    ):
        return None
    if (
        text.lower() in SAYS_NOTHING
        or (doc[start].tag_ == "PRP" and start not in antecedents)
        or (not first and any(t.lower_ in FIRST_OR_SECOND and t.i not in ours for t in doc[start:end]))
    ):
        return None
    return text


def _is_quoted(token: Token) -> bool:
    """Whether a word stands inside direct speech."""
    return sum(t.text == '"' for t in token.doc[token.sent.start : token.i]) % 2 == 1


def _may_be_anothers(token: Token, before: list[Token], antecedents: Antecedents) -> bool:
    """Whether "his" may be of somebody whom an answer names before it: "Moe's debt from his first voyage"."""
    antecedent = antecedents.get(token.i)
    if antecedent is None or token.lower_ not in ("he", "her", "him", "his", "she"):
        return False
    people = [t for t in before if t.ent_type_ == "PERSON" and t.pos_ == "PROPN"]
    return bool(people) and not any(t.folded in fold(antecedent.name) for t in people)


def _points(token: Token, antecedents: Antecedents) -> bool:
    """Whether a word points to what stood before: "these talks", "the same"."""
    if token.i in antecedents:
        return False
    return (token.lower_ in DEMONSTRATIVES and token.tag_ == "DT") or (
        token.lower_ in ("former", "latter", "remaining", "said")
        and token.pos_ != "PROPN"
        and (token.i == 0 or token.nbor(-1).lower_ != "all")  # "all remaining shares"
    )


def _outside(doc: Doc, start: int, antecedents: Antecedents) -> Antecedents:
    """The antecedents to name in an answer: not those of pronouns that its own sentence makes clear."""
    sentence = doc[start].sent
    before: set[str] = set()
    several = False
    named: dict[int, Antecedent] = {}
    for token in sentence:
        antecedent = antecedents.get(token.i)
        if antecedent is not None:
            name = fold(re.sub(r"['’]s?$", "", antecedent.name)).split()[-1]
            # Several that the sentence has named already may be meant by "them".
            nearer = several and token.i > start and token.lower_ in THEY
            if token.i == start or token.pos_ != "PRON" or not (nearer or name in before):
                named[token.i] = antecedent
            before.add(name)
        elif token.pos_ in ("NOUN", "PROPN"):
            before.add(token.folded)
            several = several or token.tag_ == "NNS"
    return named


def whole_end(argument: Argument) -> int:
    """Where a phrase ends, with what belongs to its head behind it and without what only adds something."""
    doc, head = argument.head.doc, argument.head
    inner = next((c for c in head.children if c.dep_ in ("pobj", "pcomp")), head) if head.pos_ == "ADP" else head
    end = argument.end
    for token in sorted(inner.children, key=lambda t: t.left_edge.i):
        if token.dep_ in CLAUSAL and token.left_edge.i > inner.i:
            first, last = token.left_edge.i, token.right_edge.i + 1
            if (
                doc[first].tag_ in ("WP", "WP$")
                and doc[first - 1].tag_ == "NNP"
                and doc[first - 1].folded not in PERSON_NOUNS
            ):
                end = min(
                    end, first
                )  # a name needs no clause to tell which one is meant: "Dag Moe | who is on a visit"
            elif token.dep_ == "appos" and is_person(inner) and any(t.ent_type_ == "PERSON" for t in token.subtree):
                end = max(end, last) if first <= end + 1 else end
            elif doc[first - 1].text in ASIDE and last >= end - 1 and token.dep_ != "ccomp":
                end = min(end, first - 1)
            elif first <= end:
                end = max(end, last)
    end = _before_clause(doc, argument.start, end)
    while end - 1 > argument.start and (doc[end - 1].text in (*",;:.–—", "not") or doc[end - 1].dep_ == "cc"):
        end -= 1
    return end


def _before_clause(doc: Doc, start: int, end: int) -> int:
    """Where a phrase ends into which the parser took the next clause ("a plan | and opened it"), or an aside."""
    for token in doc[start:end]:
        if token.dep_ == "conj" and token.tag_ in FINITE and token.head.tag_ not in FINITE:
            joint = next((t.i for t in reversed(doc[start : token.i]) if t.dep_ == "cc"), None)
            return joint if joint is not None and joint > start + 1 else end
        if token.text in ("–", "—") and token.i > start + 2 and token.whitespace_:
            return token.i
    return end


def _is_listed_behind(doc: Doc, comma: int) -> bool:
    """Whether more items of a list stand behind a comma: "repairs | , boats such as tugs, and a pier"."""
    for token in doc[comma + 1 : doc[comma].sent.end - 1]:
        adds = token.i == comma + 1 and (token.tag_ == "VBG" or token.lower_ in ("as", "including"))
        if adds or token.tag_ in LISTING_NOTHING or token.text in (";", ":", '"', "(", "–", "—"):
            return False
        if token.text == "," and doc[token.i + 1].lower_ == "and":
            item = doc[token.i + 2]
            return item.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM") and item.dep_ not in ("nsubj", "nsubjpass")
    return False


def is_cut(doc: Doc, start: int, end: int) -> bool:
    """Whether a list or a phrase goes on behind where the parser ended it."""
    if end >= len(doc):
        return False
    following: Token = doc[end]
    if following.text == "," and end + 1 < len(doc):
        if _is_listed_behind(doc, end):
            return True
        following = doc[end + 1]
        if following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and following.dep_ in ("conj", "appos"):
            return start <= following.head.i < end and following.dep_ == "conj"
        if following.tag_ in ("VB", "VBG") and following.dep_ in ("conj", "xcomp") and following.head.i >= start:
            return True
        return following.dep_ == "cc" and start <= following.head.i < end
    if doc[end - 1].head.i >= end and any(t.head.i < start for t in doc[start:end]):
        return True
    if following.text in ("–", "—") and doc[end - 1].whitespace_ and following.whitespace_:
        closed = next((t for t in doc[end + 1 : doc[end].sent.end - 1] if t.text == following.text), None)
        return closed is not None and (doc[closed.i + 1].tag_ == "MD" or doc[closed.i + 1].tag_ in FINITE)
    joined = following.dep_ == "cc" or following.text in ("-", "–", "—", "/", "%", "&")
    if not joined or following.dep_ != "cc":
        return joined
    head = following.head
    return not any(c.dep_ == "conj" and c.i > following.i and c.pos_ in ("VERB", "AUX") for c in head.children)


def listed_end(doc: Doc, start: int, end: int) -> int:
    """Where a list of doings ends that goes on behind a phrase: "to mend piers | , build ferries, and dredge the Tarn".

    The end of the phrase where none goes on.
    """
    last = doc[end - 1].sent.end
    while last > end and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    if end + 2 >= last or doc[end].text != "," or doc[end + 1].tag_ not in ("VB", "VBG"):
        return end
    tag = doc[end + 1].tag_
    begun = any(t.tag_ == tag for t in doc[start:end])
    joined = any(
        doc[i].text == "," and doc[i + 1].dep_ == "cc" and doc[i + 2].tag_ == tag for i in range(end, last - 2)
    )
    return last if begun and joined else end


def bare(text: str) -> str:
    """An infinitive or a clause without "to" and "that" in front.

    >>> bare("to close the pier"), bare("that it was late")
    ('close the pier', 'it was late')
    """
    return re.sub(r"^(?:to|that,?)\s+", "", text)
