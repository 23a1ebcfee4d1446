"""An item of a list of people, as text: what it is called in an answer, the person's name, and what she or he is."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from facts.folding import fold, squeezed
from facts.parse.given_names import given_names
from facts.parse.name_words import english
from facts.parse.words import (
    BODY_NOUNS,
    CREDENTIALS,
    HONORIFICS,
    MEETING_NOUNS,
    NAMED_THINGS,
    PARTICLES,
    PERSON_NOUNS,
    PLACE_NOUNS,
    SUFFIXES,
    TITLED_NOUNS,
    TITLES,
)

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|<(?:https?:)?[^>]*>")
"""Links and tags, of which the words stay."""
HANDLE = re.compile(r"\s*\(@[^()]*\)|\s*(?<![\w.])@[\w-]+")
"""What somebody is called on a website: "(@annlee)", "@annlee"."""
DONE_BY = re.compile(r"^(?:\w+ ){0,2}\w+(?:ed|en) by (?:the )?(?=[A-Z])")
"""What says of a signature what its person did: "Minutes taken by the Clerk, Ann Lee"."""
BRACKET = re.compile(r"\s*\(([^()]*)\)")
BORDER = re.compile(r",\s+(?![^()]*\))|\s+[–—-]\s+|;\s+")
"""Where the name in an item ends."""
NEVER_NAMES = BODY_NOUNS | MEETING_NOUNS | PERSON_NOUNS | PLACE_NOUNS | NAMED_THINGS | TITLED_NOUNS | TITLES
OFFICES = PERSON_NOUNS | TITLES - HONORIFICS | {"anchor", "fellow"}
"""Words for what one can be."""
VAGUE = frozenset(
    """attendee candidate colleague counterpart delegate fan friend guest member observer official opponent participant
    people person predecessor resident staff successor victim volunteer voter winner""".split()
)
"""Nouns of people that say nothing by themselves."""
LONGEST_NAME = 5
"""How many words a name has at most."""
WHOLE = 3
"""How many words a text has that may be one name as a whole."""


SEVERAL = re.compile(r"^(?P<before>(?:[A-Z]\w+ )?)(?!M(?:r?s|iss)\b)(?P<word>[A-Z]\w+(?:s|men))(?P<dot>\.?) (?=[A-Z])")
"""What may be the title of several before the first one's name: "Cllrs Ash", "Parish Councillors Ash"."""
LETTERS = re.compile(
    r"^(?:(?:BA|BSc?|CBE|CPA|DDS|DMin|DNP|DO|EdD|Esq|FACS|FRS|JD|KC|LCSW|LLM|MA|MBA|MBE|MD|MPA|MPH|MPP|MS|MSc|MSN|MSW|"
    r"OBE|Ph\.?D|PsyD|QC|RN)\.?(?:, ?|$))+"
)
"""Letters behind a name that say what somebody has studied or was honoured with, not where they are from."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list: `label` is what an answer calls it, `name` the person's name (None: it names nobody).

    `front` is what stands before the name, `behind` what stands behind it, `notes` what stands in brackets.
    """

    label: str
    name: str | None
    front: str
    behind: str
    notes: tuple[str, ...]
    text: str


def entry(item: str) -> Entry:
    """Read an item of a list of people.

    >>> read = entry("Governor Ann Lee, Norland")
    >>> read.label, read.name, read.front, read.behind
    ('Governor Ann Lee', 'Ann Lee', 'Governor', 'Norland')
    >>> entry("Ministry of Ports").name is None
    True
    >>> entry("Ann Lee, MD, MSW").behind, entry("Bo Ek, PhD, Director of Ports").behind
    ('', 'Director of Ports')
    >>> entry("Minutes taken by the Clerk, Ann Lee").front, entry("Recorded by Secretary Bo Ek").label
    ('Clerk', 'Secretary Bo Ek')
    """
    unmarked = HANDLE.sub("", LINK.sub(r"\1", item)).translate({ord(c): None for c in "*_`"})
    text = DONE_BY.sub("", _balanced(unmarked).rstrip("."))
    notes = tuple(squeezed(note) for note in BRACKET.findall(text) if squeezed(note))
    plain = BRACKET.sub("", text)
    borders = [m.start() for m in BORDER.finditer(plain)] + [len(plain)]
    for border in borders:
        found = name_at_end(plain[:border])
        if found:
            front = squeezed(plain[: border - len(found)])
            behind = LETTERS.sub("", squeezed(plain[border:]))
            return Entry(squeezed(plain[:border]), found, front, behind, notes, text)
    first, rest = squeezed(plain[: borders[0]]), squeezed(plain[borders[0] :])
    words = first.split()
    if 1 < len(words) < 4 and all(_is_part(w, fold(w)) for w in words) and has_office(rest):
        return Entry(first, first, "", rest, notes, text)
    titled = re.match(r"\w+", fold(first))
    surname = first.split()[-1] if " " in first else ""
    called = titled and titled[0] in TITLES | PERSON_NOUNS and _is_part(surname, fold(surname))
    return Entry(first if called else squeezed(plain), None, "", "", notes, text)


def slashed(text: str) -> list[str]:
    """The entries of a list of people between slashes; all of the text where not each part of it names somebody.

    >>> slashed("Ann Lee, clerk / Bo Ek, head of roads"), slashed("Ann Lee, chair / clerk")
    (['Ann Lee, clerk', 'Bo Ek, head of roads'], ['Ann Lee, chair / clerk'])
    """
    parts = text.split(" / ")
    return parts if all(entry(part).name is not None for part in parts) else [text]


def labels_of(entries: Sequence[Entry]) -> list[str]:
    """What an answer calls those of a list, all in one way: names alone where most are names.

    >>> labels_of([entry("Ann Lee, Oxbow Foods"), entry("Bo Ek, mayor"), entry("Xanthi Quill, Lunn Guild")])
    ['Ann Lee', 'Bo Ek', 'Xanthi Quill']
    """
    named = sum(e.name is not None for e in entries)
    return [e.label if e.name is not None or named * 2 <= len(entries) else _first_words(e) for e in entries]


def alone(name: str) -> str:
    """A name with the title of one: what stood before the first of several is its plural.

    >>> alone("Cllrs Ash"), alone("Messrs. Ash"), alone("Aldermen Ash"), alone("Mrs Ash"), alone("Cllrs Mrs Ash")
    ('Cllr Ash', 'Mr. Ash', 'Ash', 'Mrs Ash', 'Cllr Mrs Ash')
    """
    return SEVERAL.sub(_singular, name, count=1)


def _singular(title: re.Match[str]) -> str:
    """The title of one for that of several; nothing for what is no title."""
    word, plain = title["word"], fold(title["word"])
    if plain in TITLES or plain in given_names():
        return title[0]
    one = "Mr" if plain == "messrs" else f"{word[:-2]}an" if plain.endswith("men") else word[:-1]
    if fold(one) in TITLES:
        return f"{title['before']}{one}{title['dot']} "
    return "" if fold(one) in PERSON_NOUNS else title[0]


def _first_words(item: Entry) -> str:
    """What stands before the first comma of an item, where that looks like a name; else all of it."""
    first = squeezed(BORDER.split(item.label, maxsplit=1)[0])
    words = first.split()
    return first if 1 < len(words) < LONGEST_NAME and all(_is_part(w, fold(w)) for w in words) else item.label


def _balanced(text: str) -> str:
    """A text without stray brackets at its end."""
    text = squeezed(text)
    return text[:-1] if text.endswith("))") and text.count(")") > text.count("(") else text


def has_office(text: str) -> bool:
    """Whether a part of a text between commas and "and" is headed by what one can be: "President", "head of roads".

    >>> has_office("President and CEO, Ostford College"), has_office("Institute for Reproductive Justice")
    (True, False)
    """
    parts = re.split(r",|;|/|\band\b|&", text)
    heads = (re.split(r"\s(?:of|for|at|to|on|in|from|with)\s|\(", part.strip())[0].split()[-1:] for part in parts)
    return any(is_office(word) for head in heads for word in head)


def is_office(word: str) -> bool:
    """Whether a word says what one can be: "President", "co-chair"."""
    plain = fold(word).strip(".,’'()")
    return (plain in OFFICES or plain.rsplit("-", 1)[-1] in PERSON_NOUNS) and plain not in VAGUE


def name_at_end(text: str) -> str:
    """The name that a text ends with; "" where it ends with none.

    >>> [name_at_end(text) for text in ("National Climate Adviser Ann Lee", "Dr. Bo de Vries", "the Harbour Office")]
    ['Ann Lee', 'Bo de Vries', '']
    >>> name_at_end("Minister for Ports and the Green Coast")
    ''
    >>> name_at_end("Xanthi Brown Duvall")
    'Xanthi Brown Duvall'
    """
    words = text.split()
    while words and fold(words[-1]).strip(".,") in CREDENTIALS:
        words.pop()
    sizes = [n for n in range(min(LONGEST_NAME, len(words)), 1, -1) if is_name(words[-n:])]
    if sizes and sizes[0] == len(words) == WHOLE and fold(words[0]) not in english():
        return " ".join(words)  # "Xanthi Brown Duvall", of whom only the second name is a known first one
    known = (n for n in sizes if fold(words[-n]) in given_names())
    size = next(known, next(iter(sizes), 0))
    if size < len(words) and words[-size - 1] == "the":
        return ""
    return " ".join(words[len(words) - size :])


def is_name(words: list[str]) -> bool:
    """Whether words look like the whole name of one person.

    >>> is_name(["Ada", "Moss"]), is_name(["Oxbow", "Foods"]), is_name(["Mayor", "Lee"])
    (True, False, False)
    """
    folded = [fold(word).strip(".,’'") for word in words]
    if folded[0] in PARTICLES and words[0].islower():
        return False
    if not all(_is_part(word, plain) for word, plain in zip(words, folded, strict=True)):
        return False
    full = [plain for plain in folded if len(plain) > 1 and plain not in PARTICLES | SUFFIXES]
    if not full or folded[-1] in PARTICLES or all(word.isupper() for word in words):
        return False
    given = folded[0].split("-")[0] in given_names() or len(folded[0]) == 1
    ordinary = [plain in english() and plain not in given_names() for plain in full]
    return given or (len(full) > 1 and not any(ordinary))


def is_full(name: str) -> bool:
    """Whether what the text names as a person is a whole name, without a title or a body's words in it.

    >>> is_full("Ottoline Grange"), is_full("Grange"), is_full("Council Brian Lee")
    (True, False, False)
    """
    words = name.replace(",", "").split()
    return len(words) > 1 and all(_is_part(word, fold(word).strip(".’'")) for word in words)


def _is_part(word: str, plain: str) -> bool:
    """Whether a word may stand in a name."""
    if plain in PARTICLES or plain in SUFFIXES:
        return True
    shaped = re.fullmatch(r"[^\W\d_][^\d_,:;/@&]*(?<!['’]s)", word) and word[0].isupper()
    return bool(shaped) and {plain, plain.removesuffix("s")}.isdisjoint(NEVER_NAMES)
