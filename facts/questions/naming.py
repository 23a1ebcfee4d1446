"""A phrase as a name that a stranger understands: whole, its mentions resolved, or not at all.

A question is asked by somebody who has not read the article. So a phrase of it may point nowhere ("their plan", "the
committee", "such a bill") and is not cut; one that would need that is None, and the question is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.folding import squeezed
from facts.parse.clauses import RELATIVE_TAGS, Argument
from facts.parse.phrases import CLAUSAL, Antecedents, lowered, resolved
from facts.parse.tree import Doc, Token
from facts.parse.words import BODY_NOUNS, DEMONSTRATIVES, DOCUMENT_NOUNS, FINITE, MEETING_NOUNS, PERSON_NOUNS

FEWEST_KEPT = 4
"""More words than these are left of a phrase that is cut to fit a question."""
LONGEST = 14
"""How many words a phrase may have that a question repeats."""
POINTING = frozenset(
    """aforementioned another both current each either else former former following here last latter neither next
    other others own previous recent remaining respective said same several some such there today tomorrow tonight
    yesterday""".split()
)
"""Words that say something only to somebody who knows what stood before, or when it was written."""
HONOURS = frozenset({"Beatitude", "Eminence", "Excellencies", "Excellency", "Highness", "Holiness", "Majesty", "Royal"})
"""Nouns behind "His" in front of a name."""
ALL = frozenset({"both", "several", "some"})
"""Words that with those at a meeting point nowhere."""
NAME = re.compile(
    r"(?<![\w’'])(?!I\b|(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)[A-ZÀ-ÖØ-ÞŁŚŽŠČĆ]"
)
"""A capital letter that begins a name."""
KNOWN = frozenset(
    """air climate economy environment future internet law media moon ocean past poor press public rich sea sky sun
    universe weather world""".split()
)
"""Nouns that "the" alone makes a name."""
PARTICIPANTS = frozenset(
    """attendee councillor delegate delegation governor leader lawmaker legislator member minister negotiator official
    panelist participant party representative side speaker stakeholder trustee""".split()
)
"""Nouns of those at a meeting, of whom one asks with the meeting named: "the leaders … at the Tarn summit"."""
MARKUP = re.compile(r"[@#*_|<>\[\]{}~^\\=`]|https?:|www\.|//")
ASIDE = frozenset({",", "(", "[", "–", "—", "-", ";", ":"})
"""What stands before a clause or an apposition that only adds something."""
COMMON = BODY_NOUNS | DOCUMENT_NOUNS | MEETING_NOUNS | PERSON_NOUNS | {"force", "side"}
"""Nouns that name nobody in particular, also where they are written with a capital letter: "the President"."""
RANKS = frozenset(
    """acting chief city county deputy district federal finance first foreign general home interior interim local
    municipal national new old parish prime provincial regional special state town vice village whole""".split()
)
"""Words before such a noun that do not tell either which one is meant: "the Prime Minister"."""
BARE = frozenset({"advmod", "case", "cc", "det", "preconj", "predet", "punct"})
"""Dependents of a noun that do not tell which one is meant."""


def in_full(
    argument: Argument,
    antecedents: Antecedents,
    longest: int = LONGEST,
    *,
    behind: bool = True,
    bare: bool = False,
    shorten: bool = False,
) -> str | None:
    """A phrase as it stands inside a question; None where it points somewhere, is too long or no name.

    With `behind`, what belongs to its head behind its end is added. With `bare`, "the levy" is name enough: the
    question then has to say at which meeting. With `shorten`, a phrase that is too long is said without its last ones.

    What only adds something (a clause or an apposition between commas, brackets) is left out; what tells which one is
    meant ("the plan to close the pier") stays.
    """
    doc = argument.head.doc
    tokens = _kept(argument, behind=behind)
    if shorten and len(tokens) > longest:
        tokens = _shortened(doc, tokens, longest)
    if not tokens or len(tokens) > longest * 2 or any(True for _ in _vague(doc, tokens, antecedents, bare=bare)):
        return None
    if any(doc[i].lower_ == "that" and doc[i].dep_ == "prep" for i in tokens):
        return None  # "the fact that piers | rest on oak": the parser lost the verb
    text = squeezed(resolved(doc, tokens, antecedents))
    if argument.role == "subject" and any(doc[i].tag_ in RELATIVE_TAGS for i in tokens):
        return None
    if not 0 < len(text.split()) <= longest or not is_clean(text):  # of "e-mails" the parser may have made but "-"
        return None
    if tokens[0] in antecedents:
        return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text
    return lowered(text, doc[tokens[0]])


CLOSED_FIRST = re.compile(r"[^“\"]*”")
"""A text in which a quotation ends that did not begin there."""
OPEN_SINGLE = re.compile(r"(?<!\w)[‘'](?=[^\W\d])(?!(?:em|n|round|til|tis|twas)\b)(?!.*[^\s‘'][’'](?!\w))")
"""The beginning of a quotation between single marks that has no end."""


def is_clean(text: str) -> bool:
    """Whether a text has neither markup nor half a pair of quotes or brackets in it.

    >>> is_clean("the plan (of 2019)"), is_clean('the "plan'), is_clean("see #12")
    (True, False, False)
    >>> is_clean("a plan” to “mend it"), is_clean("‘the pier is rotten and more"), is_clean("the pilots’ ‘old’ pier")
    (False, False, True)
    """
    quotes = len(re.findall(r'["“”]', text))
    torn = CLOSED_FIRST.match(text) or OPEN_SINGLE.search(text)
    return quotes % 2 == 0 and not torn and text.count("(") == text.count(")") and MARKUP.search(text) is None


def is_anchored(text: str) -> bool:
    """Whether a question names something: a word with a capital letter behind its first that is no month or day.

    >>> is_anchored("Who opened the Tarn bridge?"), is_anchored("Who opened the bridge in May 1998?")
    (True, False)
    """
    return NAME.search(text.partition(" ")[2]) is not None


def _kept(argument: Argument, *, behind: bool) -> list[int]:
    """The tokens of a phrase without what only adds something, with what stands behind it and belongs to it."""
    doc, head = argument.head.doc, argument.head
    out: set[int] = set()
    end = argument.end
    for token in head.subtree:
        if token.i < head.i or token.dep_ not in CLAUSAL:
            continue
        first, last = token.left_edge.i, token.right_edge.i
        if first <= head.i:
            continue
        if doc[first - 1].text in ASIDE:
            out.update(range(first - 1, last + 1))
        elif behind and token.head.i >= argument.start and first <= end:
            end = max(end, last + 1)
    depth = 0
    for token in doc[argument.start : end]:
        depth += token.text in "(["
        if depth:
            out.add(token.i)
        depth -= token.text in ")]" and depth > 0
    kept = [i for i in range(argument.start, end) if i not in out]
    while kept and (doc[kept[-1]].text in ",;:.–—" or doc[kept[-1]].dep_ == "cc"):
        kept.pop()
    return kept


def _shortened(doc: Doc, tokens: list[int], longest: int) -> list[int]:
    """As many words of a long phrase as make one by themselves: "an order founding the Tarn board | as a means of …".

    It is cut before a phrase that belongs to a common noun or a participle before it, and never in a list.
    """
    for count in range(min(longest, len(tokens) - 1), FEWEST_KEPT, -1):
        kept, first = [doc[i] for i in tokens[:count]], doc[tokens[count]]
        if (
            first.dep_ not in ("prep", "relcl")
            or first.lower_ in ("of", "to")
            or first.head.pos_ not in ("NOUN", "VERB")
        ):
            continue
        verbal = any(t.tag_ in FINITE or t.tag_ == "VB" or t.dep_ == "pcomp" or t.text in ASIDE for t in kept)
        if kept[-1].pos_ not in ("NOUN", "PROPN") or verbal:
            continue
        listed = any(doc[i].dep_ in ("conj", "cc") and doc[i].head in kept for i in tokens[count:])
        if not listed and all(t.head in kept or t.head.i < kept[0].i for t in kept):
            return tokens[:count]
    return tokens


def _vague(doc: Doc, tokens: list[int], antecedents: Antecedents, *, bare: bool) -> Iterator[Token]:
    """Yield the words of a phrase that point somewhere."""
    known = -1
    for i in tokens:
        if i in antecedents:
            known = max(known, antecedents[i].mention_end)
        token = doc[i]
        if i < known or _is_in_a_word(token):
            continue
        if (
            (token.pos_ == "PRON" and token.tag_ not in RELATIVE_TAGS)
            or token.tag_ in ("PRP", "PRP$", "EX")
            or (_is_pointing(token) and not (token.folded in ALL and is_participants(token.head)))
            or (token.lower_ in DEMONSTRATIVES and token.tag_ == "DT")
            or (not bare and token.dep_ == "det" and token.lower_ == "the" and is_bare(token.head))
        ):
            yield token


def _is_in_a_word(token: Token) -> bool:
    """Whether "his" or "its" points nowhere: "His Majesty King Al", "a first-of-its-kind pier"."""
    doc, i = token.doc, token.i
    hyphens = 0 < i < len(doc) - 1 and doc[i - 1].text == "-" == doc[i + 1].text
    return hyphens or (token.text in ("Her", "His", "Their") and i + 1 < len(doc) and doc[i + 1].text in HONOURS)


def _is_pointing(token: Token) -> bool:
    """Whether a word points somewhere, and is no part of a name ("bin Said") or of a number ("some 130 people")."""
    if token.folded == "former" and token.dep_ in ("amod", "compound"):
        return False  # "former mayor Ada Wren", not "the former"
    return token.folded in POINTING and token.pos_ != "PROPN" and token.dep_ != "quantmod"


def is_bare(noun: Token) -> bool:
    """Whether "the" and a common noun are all that a phrase says."""
    named = noun.pos_ == "PROPN" and noun.lemma_.lower() not in COMMON
    if noun.pos_ not in ("NOUN", "PROPN") or named or noun.lower_ in KNOWN or is_participants(noun):
        return False
    return all(
        c.dep_ in BARE or (c.dep_ in ("amod", "compound") and c.folded in COMMON | RANKS) or c.dep_ in ("conj", "appos")
        for c in noun.children
    )


def is_participants(noun: Token) -> bool:
    """Whether a noun is of those at a meeting, in the plural."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in PARTICIPANTS


def names_itself(subject: Argument, text: str) -> bool:
    """Whether a stranger knows whom a subject, `text` in questions, names: not "the leaders", "six people", "Ann"."""
    if is_short(subject) and " " not in text:
        return False
    return is_anchored(f"- {text}") or (text.startswith("the ") and not is_participants(subject.head))


def is_short(subject: Argument) -> bool:
    """Whether a subject is one name of somebody: "Ann"."""
    head = subject.head
    alone = subject.end - subject.start == 1 and head.pos_ == "PROPN"
    return alone and head.ent_type_ not in ("GPE", "NORP", "ORG")
