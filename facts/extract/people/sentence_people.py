"""A sentence with its named people, what it says of them, and the small tests that reading roles is made of."""

from __future__ import annotations

import dataclasses
import re

from facts.extract.draft import Sentence
from facts.folding import fold
from facts.parse.name_words import english, is_role, title_of
from facts.parse.names import Person
from facts.parse.tree import Token
from facts.parse.words import BODY_NOUNS, FINITE, HONORIFICS, PERSON_NOUNS

LINKS = frozenset({"of", "for", "to", "on", "in", "at"})
"""Prepositions that may stand inside a role."""
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})
JOINTS = frozenset({"-", "/", "&", "'s", "'"})
ENDS = frozenset({",", ";", ":", ".", "–", "—", "(", ")", '"', "?", "!"})
MARKS = ENDS | JOINTS
SMALL_WORDS = LINKS | DETERMINERS | JOINTS | {"and"}
"""Words in small letters that may stand between a role and what it is of."""
SERVING = frozenset({"assistant", "adviser", "advisor", "ambassador", "counsel", "deputy", "envoy", "secretary"})
"""Roles that one holds "to" somebody or something."""
OPENING = frozenset({"acting", "current", "former", "incoming", "interim", "newly", "outgoing", "then"})
OFFICE_OF_TWO = re.compile(r"\b(?:Department|Minister|Ministry|Office|Secretary) (?:for|of) (?:[A-Z]\w+,? )+and\Z")
"""An office of several matters, before the last of them: "Secretary of Housing and"."""
LONGEST_BEFORE = 10
LONGEST = 28
"""How many tokens a role has at most."""


@dataclasses.dataclass(frozen=True, slots=True)
class RoleMention:
    """A role that a sentence gives to a person ("chair of the board"), and the name of the rule that found it.

    `start` and `end` are tokens. `others` are those who share a role in the plural.
    """

    person: Person
    start: int
    end: int
    rule: str
    others: tuple[Person, ...] = ()
    plural: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class SentencePeople:
    """A sentence and the people named in it."""

    sentence: Sentence
    named: tuple[Person, ...]
    at: dict[int, Person]

    def token(self, i: int) -> Token:
        """The token with this number, of the paragraph."""
        return self.sentence.paragraph.doc[i]

    @property
    def start(self) -> int:
        """The first token of the sentence."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """The token behind the last of the sentence."""
        return self.sentence.span.end


def people_of(sentence: Sentence) -> SentencePeople:
    """The people of a sentence."""
    people = (p for p in sentence.people if not (_is_of_an_office(p, sentence) or is_place_of(p, sentence)))
    full = {i: p for p in people for i in range(p.start, p.end)}
    named = sorted({p.start: p for p in full.values()}.values(), key=lambda p: p.start)
    return SentencePeople(sentence, tuple(named), full)


def _is_of_an_office(person: Person, sentence: Sentence) -> bool:
    """Whether what was read as a name is the end of an office: "Secretary of Housing and | Urban Development"."""
    doc, start = sentence.paragraph.doc, person.start
    before = doc.span(max(sentence.span.start, start - LONGEST_BEFORE), start).text
    ordinary = all(t.folded in english() for t in doc[start : person.end])
    return ordinary and OFFICE_OF_TWO.search(before) is not None


def is_place_of(person: Person, sentence: Sentence) -> bool:
    """Whether what was read as a name is that of a place with an office, whose holder is named behind: "The mayor of
    Outer Fenn, Tove Rask," or "Lunn's ports minister, Bo Ek,"."""
    doc, start, end = sentence.paragraph.doc, person.start, person.end
    behind = next((p.start for p in sentence.people if p.start > end), None)
    if behind is None:
        return False
    if doc[end].text == "," and behind <= end + 3 and start - 2 >= sentence.span.start:
        return doc[start - 1].lower_ == "of" and is_role(doc[start - 2])
    comma = next((t.i for t in doc[end:behind] if t.text == ","), None)
    owns = doc[end].text == "'s" and end - start == 1
    return owns and comma is not None and behind <= comma + 3 and is_role(doc[comma - 1])


def lead_in(person: Person, here: SentencePeople) -> int:
    """The token right before a name and its titles of courtesy."""
    i = person.start - 1
    while i >= here.start and (here.token(i).text == "." or (title_of(here.token(i)) or "") in HONORIFICS):
        if here.token(i).text == "." and not (i > here.start and title_of(here.token(i - 1))):
            break
        i -= 1
    return i


def is_word(token: Token) -> bool:
    """Whether a token is a word and no mark."""
    return token.text not in MARKS and not token.is_space


def parts_entries(i: int, here: SentencePeople) -> bool:
    """Whether a token is a slash between two entries of a list of people: "Ann Lee, clerk / Bo Ek, warden"."""
    token = here.token(i)
    if token.text != "/" or not token.whitespace_ or i <= here.start or not here.token(i - 1).whitespace_:
        return False
    return any(p.end <= i for p in here.named) and any(p.start > i for p in here.named)


def is_bare(start: int, end: int, here: SentencePeople) -> bool:
    """Whether nothing but ranks and titles of courtesy stands between two tokens."""
    words = [fold(here.token(i).text).rstrip(".") for i in range(start, end)]
    return all(w in HONORIFICS or w in ("", "general", "senior", "major") for w in words)


def belongs(i: int, here: SentencePeople) -> bool:
    """Whether a preposition left of a role is a part of it: "Assistant to the President", "Council on Trade Chair"."""
    if i <= here.start:
        return False
    left, right = here.token(i - 1), here.token(i + 1)
    if here.token(i).lower_ == "to" and left.lower_ in SERVING:
        return True
    if left.folded == "chief" and right.folded == "staff":
        return True
    named = left.text[0].isupper() and right.text[0].isupper() and left.folded in BODY_NOUNS
    return named and not role_left_of(i - 1, here)


def role_left_of(i: int, here: SentencePeople) -> bool:
    """Whether a role and small words lead up to a token without a comma, a verb or a name between."""
    for k in range(i - 1, max(here.start, i - 10) - 1, -1):
        token = here.token(k)
        if k in here.at or token.text in ENDS or token.tag_ in FINITE:
            return False
        if is_role(token) or title_of(token):
            return here.token(k + 1).lower_ in LINKS
        if not (token.text[0].isupper() or token.lower_ in SMALL_WORDS):
            return False
    return False


def head_of(start: int, end: int, here: SentencePeople) -> Token | None:
    """The noun of a role that says what its holder is: the last role noun before the first preposition."""
    head = None
    for i in range(start, end):
        token = here.token(i)
        if is_role(token):
            head = token
        elif head is not None and (token.lower_ in LINKS or token.text == "," or token.tag_ in ("WP", "WDT", "VBN")):
            break
        elif head is not None and (token.text in ("'", "'s") or (head.i == i - 1 and token.pos_ in ("NOUN", "PROPN"))):
            head = None
    return head


def is_plural(head: Token) -> bool:
    """Whether a role noun stands in the plural: "trustees", "Co-Chairs"."""
    word = head.folded
    return head.tag_ in ("NNS", "NNPS") or (
        word not in PERSON_NOUNS and word.endswith("s") and word[:-1] in PERSON_NOUNS
    )


def is_plain_front(start: int, head: int, here: SentencePeople) -> bool:
    """Whether no clause and no foreign prepositional phrase stands before the noun of a role."""
    inner = [here.token(k) for k in range(start, head)]
    return all(t.lower_ not in LINKS or belongs(t.i, here) for t in inner) and not any(
        t.tag_ in ("WP", "WDT") for t in inner
    )
