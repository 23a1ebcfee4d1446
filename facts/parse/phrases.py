"""Spans of a parse as text: phrases verbatim, and noun phrases shortened for questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from facts.folding import squeezed
from facts.parse.name_words import is_ordinary
from facts.parse.parser import Paragraph
from facts.parse.tree import Doc, Token
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS, PERSON_NOUNS

LATER = re.compile(r", | (?:between|for|from|in|on|to|with) ")
"""Where the tail of a long name begins that is left off in front of "'s"."""
COMMON = re.compile(r"the [a-z]|(?:\S+ )*?[a-z]\S*(?= (?:between|for|from|in|on|to|with) )")
"""How a name begins that is no proper one: "the bridge to Tarn", "Tram drivers in Tarn"."""


class Antecedent(NamedTuple):
    """What a mention in a paragraph stands for, by name; the mention ends before token `mention_end`."""

    mention_end: int
    name: str


Antecedents = Mapping[int, Antecedent]
"""The antecedents of a paragraph's mentions by the first token of each mention."""

CLAUSAL = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp"})
GROUPS = BODY_NOUNS | MEETING_NOUNS | PERSON_NOUNS
BODILESS = MEETING_NOUNS - BODY_NOUNS
"""Nouns of meetings that don't act like a body."""
STOP_INSIDE = re.compile(r"(?<=\w)[.,](?=[\"”]$)")
"""The stop of a sentence inside the marks of what it quotes at its end."""
LONGEST = 16
"""How many tokens a noun phrase in a question may have before the modifiers at its end are left off."""


def span(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """The code points of the article that tokens `start` to `end` of a paragraph take."""
    doc = paragraph.doc
    last = doc[end - 1]
    return paragraph.start + doc[start].idx, paragraph.start + last.idx + len(last.text)


def verbatim(article_text: str, paragraph: Paragraph, start: int, end: int) -> str:
    """The text of some tokens as the article has it, on one line."""
    first, last = span(paragraph, start, end)
    text = squeezed(article_text[first:last])
    return text + ")" if text.count("(") > text.count(")") else text


def resolved(doc: Doc, tokens: list[int], antecedents: Antecedents) -> str:
    """The text of some tokens with each mention in them replaced by what it stands for."""
    parts: list[str] = []
    skip_until = -1
    previous = None
    for i in tokens:
        if i < skip_until:
            previous = i
            continue
        token = doc[i]
        if parts and previous is not None and i != previous + 1 and not parts[-1].endswith(" "):
            parts.append(" ")
        if i in antecedents:
            skip_until, text = antecedents[i]
            parts.append(text + doc[skip_until - 1].whitespace_)
        else:
            parts.append(token.original + token.whitespace_)
        previous = i
    text = squeezed("".join(parts)).replace(" 's", "'s").replace(" ’s", "’s").replace(" ,", ",")
    return STOP_INSIDE.sub("", text)


def compact(head: Token, start: int, end: int, antecedents: Antecedents) -> str:
    """A noun phrase for use in a question: clauses, appositions and brackets left out, its tail cut when it is long."""
    dropped: set[int] = set()
    clause = range(0)
    depth = 0
    for token in head.doc[start:end]:
        depth += token.text in "(["
        if depth:
            dropped.add(token.i)
        depth -= token.text in ")]" and depth > 0
        if token.dep_ in CLAUSAL and token.i > head.i:
            short = token.dep_ == "acl" and token.right_edge.i - token.left_edge.i < 4
            inside = range(token.left_edge.i, min(end, token.right_edge.i + 1))
            if not short and not (clause.start <= inside.start and inside.stop <= clause.stop):
                clause = inside
                dropped.update(inside)
    kept = [i for i in range(start, end) if i not in dropped and not _is_left_over(head.doc[i], dropped)]
    if len(kept) > LONGEST:
        doc = head.doc
        cut = next(
            (
                i
                for i in kept
                if i > head.i and kept.index(i) >= 6 and (doc[i].dep_ in ("prep", "cc") or doc[i].text == ",")
            ),
            None,
        )
        if cut is not None:
            kept = [i for i in kept if i < cut]
    while kept and (
        (head.doc[kept[-1]].is_punct and head.doc[kept[-1]].text not in '"%')
        or head.doc[kept[-1]].dep_ in ("cc", "punct")
        or (head.doc[kept[-1]].pos_ == "ADP" and head.doc[kept[-1]].dep_ == "prep" and kept[-1] > head.i)
    ):
        kept.pop()
    return resolved(head.doc, kept, antecedents)


def _is_left_over(comma: Token, dropped: set[int]) -> bool:
    """Whether a comma only parts off what was left out: "the Harbour Board |, once a guild,| of Ostford"."""
    if comma.text != ",":
        return False
    following = comma.nbor(1) if comma.i + 1 < len(comma.doc) else comma
    return following.i in dropped or (comma.i - 1 in dropped and following.dep_ == "prep")


def lowered(text: str, first: Token) -> str:
    """A phrase as it stands inside a sentence: its first letter lower case unless it begins with a name."""
    if first.text == "I" or (text[:2].isupper() and text[1:2].isalpha()):
        return text
    if first.pos_ in ("DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ") or (opens(first) and _is_common(first)):
        return text[:1].lower() + text[1:]
    return text


def opens(token: Token) -> bool:
    """Whether a word has its capital letter from where it stands: first in its sentence or in a quotation."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).text in ('"', ":", "(")


def _is_common(token: Token) -> bool:
    """Whether a word that opens a sentence is no name: an English word, and no capital letter follows it."""
    if token.pos_ == "NUM":
        return True
    if not token.original.isascii():
        return False  # "Gdańsk residents"
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    noun = token.tag_ in ("NN", "NNS") and not token.ent_type_ and following.text.islower()
    if noun and ((token.dep_ == "compound" and token.head is following) or token.folded.endswith("ing")):
        return True  # "Peace talks", "Dredging of the channel"
    if token.pos_ == "PROPN" and (token.tag_ != "NNPS" or following.is_title or token.lemma_.lower() not in GROUPS):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and is_ordinary(token) and token.ent_type_ in ("", "CARDINAL")


def is_plural(head: Token) -> bool:
    """Whether a verb after this noun stands in the plural."""
    if any(c.dep_ == "conj" for c in head.children):
        return True
    return (
        head.tag_ == "NNS"
        or (head.tag_ == "NNPS" and head.ent_type_ != "ORG")
        or head.lower_ in ("they", "we", "you", "these", "those", "both", "all")
    )


def is_person(head: Token) -> bool:
    """Whether a noun names a person or people."""
    return (
        head.ent_type_ == "PERSON"
        or head.lemma_.lower() in PERSON_NOUNS
        or head.lower_ in ("he", "she", "who", "they", "we", "i")
    )


def is_body(head: Token) -> bool:
    """Whether a noun names something that acts: a body, a state, an organisation."""
    if head.lemma_.lower() in BODILESS:
        return False
    return head.ent_type_ in ("ORG", "GPE", "NORP") or head.lemma_.lower() in BODY_NOUNS


def possessive(name: str) -> str:
    """A name as the owner of something, without the tail of a long one.

    >>> possessive("the bridge to Tarn"), possessive("the Lunn Pilots")
    ("the bridge's", "the Lunn Pilots'")
    """
    owner = LATER.split(name, maxsplit=1)[0] if COMMON.match(name) else name
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"
