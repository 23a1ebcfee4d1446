"""What a sentence of a note that corrects an article tells, and what it denies.

"It cost 4 million, not 3 million" denies a part, "An earlier version said that it cost 3 million" all that is told
there; "Bo Tam did not chair it" tells something by denying it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from facts.expressions import expression
from facts.folding import soften
from facts.pages.derived import NUMBERS
from facts.pages.withdrawn import telling

LONGEST: Final = 1500
"""Code points of a sentence that are looked at: no note's is longer."""

_FALSELY: Final = r"(?:(?:incorrect|wrong|mistaken|erroneous|inaccurate)ly|in error)"
_ONCE: Final = rf"(?:{_FALSELY}|originally|previously|earlier|first)"
_TEXT: Final = r"(?:article|communique|item|page|piece|post|press release|release|report|statement|story|version)"
_OURS: Final = rf"(?:(?:the|this) (?:article|caption|headline|page|post|story)|(?:this|our) (?:[\w-]+ )?{_TEXT}|we|it)"
"""Whose words a note puts right: "the statement" may be what the article is about."""
_VERSION: Final = r"(?:earlier|first|initial|original|previous|prior) (?:[\w-]+ )?version\b"
_SAID: Final = (
    r"(?:attributed|claimed|described|gave|identified|implied|indicated|listed|named|quoted|referred to|reported|said|"
    r"spel(?:led|t)|stated|suggested|wrote)"
)
_MIS: Final = r"mis(?:attributed|described|identified|named|quoted|reported|spel(?:led|t)|stated)"
_FRAMES: Final = expression(
    rf"\b(?:{_VERSION}|{_OURS})(?: of [^,;]{{1,60}}?)? (?:also )?(?:had )?(?:also )?(?:{_ONCE} )?"
    rf"(?:{_SAID}(?: {_ONCE})?(?: that)?|{_MIS}) "
    rf"|\b{_VERSION}(?: of [^,;]{{1,60}}?)? (?:{_ONCE} )?(?:called|had|put|showed) "
    rf"|\b{_FALSELY} (?:{_SAID}|called|put)(?: that)? "
    rf"|\b{_MIS} ",
    re.IGNORECASE,
)
"""What stands before all that was told wrongly."""
_AS: Final = expression(
    rf"\b(?:was|were|is|are|had been|has been) (?:{_FALSELY} (?:{_SAID}|called|given|put)"
    rf"|(?:{_ONCE} )?(?:given|listed|quoted|reported|spel(?:led|t)|stated)(?: {_ONCE})?) (?:as|to be|at|to) ",
    re.IGNORECASE,
)
"""What stands between a thing and what was wrongly told of it."""
_TAIL: Final = expression(
    r"(?:[;:]|,? (?:and|but|when|while|whereas)(?= (?:in fact|it|he|she|they|the (?:correct|right)|this)\b)"
    r"|,? in fact\b|,? (?:but|not|rather than|instead of) )",
    re.IGNORECASE,
)
"""Where what was wrongly told ends."""
_INTO: Final = expression(
    r"\bfor ['\"](?P<for>[^'\"]+)['\"],? read\b"
    r"|['\"]?(?P<reads>[^'\"]+?)['\"]? should (?:have )?(?:read|say|said)\b"
    r"|\bcorrect(?:s|ed|ing)?\b.*?(?: to .*?)? from (?P<was>(?:[^,;.]|[.,](?=\d))+?)"
    r"(?=[,;]|\.?$| to | in (?:the |para))",
    re.IGNORECASE,
)
"""What one text is put into another: "for “3 May” read “4 May”", "corrects cost to 4 million from 3 million"."""
_NOT: Final = expression(
    r"(?:(?P<before>[\w']+)[,;]? )?\b(?:not|rather than|instead of) "
    r"(?!(?:only|just|merely|least|yet|all|every)\b)(?P<not>(?:[^;,.:]|[.,:](?=\d))+?)"
    r"(?=[;,:)\]]|\.?$|\. | (?P<but>but) | as | in fact\b| when | which )",
    re.IGNORECASE,
)
_NEGATED: Final = expression(
    r"\b(?:(?:am|are|can|could|did|do|does|had|has|have|is|may|must|shall|should|was|were|will|would) not\b|cannot\b"
    r"|\w+n't\b|never\b)(?! only\b)",
    re.IGNORECASE,
)
_AUXILIARIES: Final = frozenset(
    "am are can could did do does had has have is may must shall should was were will would".split()
)
_BE: Final = frozenset({"are", "be", "is", "was", "were"})
_VALUE: Final = expression(rf"[$€£]?\d|[A-Z]|(?:{'|'.join(NUMBERS)})\b")
_CLAUSES: Final = expression(r",? (?:and|but|while|whereas) |; ")
_AMENDED: Final = expression(
    rf"^\W*(?:this (?:[\w.,'-]+ ){{0,3}}?{_TEXT} (?:was|were|is|has been)|corrects?\b|an? \w+ was made).*?"
    r"(?: to (?:clarify|make (?:it )?clear|reflect|say|show|state|read)(?: that)?|\bbecause) ",
    re.IGNORECASE,
)
"""That a text was amended, before what it says now."""
_OF_TEXT: Final = expression(
    rf"^\W*(?:this (?:[\w.,'-]+ ){{0,3}}?{_TEXT} (?:was|were|is|has been) (?:[\w-]+ )?"
    r"(?:amended|corrected|clarified|edited|changed|updated)\b)",
    re.IGNORECASE,
)
_MISTOLD: Final = expression(rf"\b{_MIS} ", re.IGNORECASE)
_PARTS: Final = expression(r",? and (?:also )?that |; ", re.IGNORECASE)
"""What stands between statements that were wrong."""
_INSTEAD: Final = expression(r"\b(?:not|rather than|instead of)\b", re.IGNORECASE)
_LEFT: Final = expression(r",? (?:and )?\b(?:not|rather than|instead of)\s+(?:but\b|(?=\s|$|as\b))", re.IGNORECASE)
"""What is left of a denial without what is denied."""
_AS_TOLD: Final = expression(
    r",? as (?:[\w-]+ ){0,6}?(?:reported|stated|given|said|published|written|announced|told|printed|claimed)\b[^,;]*",
    re.IGNORECASE,
)
"""That what is denied was told before: "as an earlier version said"."""


class Denied(NamedTuple):
    """Words that a note's sentence denies, what tells of which thing they were told, and whether it denies them where a
    sentence negates them."""

    text: str
    about: str
    negated: bool = False


class NoteWords(NamedTuple):
    """What a note's sentence denies, what it tells besides (perhaps nothing), whether it may be read for an answer,
    whether it only says that its text was put right, and what it speaks of, which the next one may call "it"."""

    denied: tuple[Denied, ...]
    told: str
    is_read: bool
    is_amended: bool = False
    about: str = ""


def words_of(sentence: str) -> NoteWords:
    """What a sentence of a note tells and denies.

    >>> words_of("The pier cost 4 million, not 3 million as reported.").denied[0][:2]
    ('3 million', 'The pier cost 4 million')
    >>> words_of("An earlier version said that 44 towns came.")[:3]
    ((Denied(text='44 towns came', about='44 towns came', negated=False),), '', False)
    >>> words_of("It misnamed the clerk as Bo Tum.").denied
    (Denied(text='Bo Tum', about='the clerk', negated=False),)
    >>> words_of("Bo Tam did not chair it.")[:3]
    ((Denied(text='Bo Tam chair it', about='Bo Tam chair it', negated=False),), '', True)
    """
    text = _AS_TOLD.sub("", soften(sentence[:LONGEST]).rstrip(" .)]*_"))
    if found := _AS.search(text):
        end = _end(text, found.end())
        tail = _tail(text, end)
        thing = text[: found.start()]
        return NoteWords((_given(thing, text[found.end() : end]),), tail, bool(tail), about=thing)
    if found := _FRAMES.search(text):
        return _told_wrongly(text, found)
    if found := _INTO.search(text):
        was = found["for"] or found["reads"] or found["was"]
        if found["was"]:  # its text was put right
            return NoteWords((Denied(was.strip(), text.replace(was, " ", 1)),), "", False, is_amended=True)
        return NoteWords((Denied(was.strip(), ""),), text.replace(was, " ", 1), True)
    found = _AMENDED.match(text)
    if found is None and _OF_TEXT.match(text):
        return NoteWords((), "", True, is_amended=True)
    return _told_rightly(text[found.end() :] if found else text)


def is_told_wrong(words: NoteWords) -> bool:
    """Whether a note's sentence says in so many words what was wrong.

    >>> [is_told_wrong(words_of(text)) for text in ("It cost 4 crowns, not 3.", "It cost 4 crowns.")]
    [True, False]
    """
    return any(not each.negated for each in words.denied)


def _told_wrongly(text: str, frame: re.Match[str]) -> NoteWords:
    """What stands behind words like "an earlier version said", up to what is told instead."""
    end = _end(text, frame.end())
    wrong, tail = text[frame.end() : end], _tail(text, end)
    if _MISTOLD.search(frame[0]):
        about, given, told = wrong.partition(" as ")
        if not given:  # "It misstated the cost": what it said is not told
            return NoteWords((), tail, True, about=wrong)
        return NoteWords((_given(about, told),), tail, bool(tail), about=about)
    parts = (part.strip(" ,") for part in _PARTS.split(wrong))
    return NoteWords(tuple(Denied(part, part) for part in parts if part), tail, bool(tail), about=wrong)


def _given(thing: str, given: str) -> Denied:
    """What was wrongly given as something: all of it where only words were ("Bo Tam as chair")."""
    return Denied(given, thing) if telling(given) else Denied(f"{thing} {given}", f"{thing} {given}")


def _end(text: str, begin: int) -> int:
    """Where what was wrong ends."""
    stop = _TAIL.search(text, begin)
    return stop.start() if stop else len(text)


def _tail(text: str, end: int) -> str:
    """What a sentence tells behind what was wrong, if it tells it by itself."""
    found = _TAIL.match(text, end)
    if found is None or _INSTEAD.search(found[0]):
        return ""
    return text[found.end() :].strip(" ,")


def _told_rightly(text: str) -> NoteWords:
    """What is told where nothing but what it denies in passing is wrong."""
    denied: list[str] = []
    told = text
    for found in _NOT.finditer(text):
        before = (found["before"] or "").lower()
        if before not in _AUXILIARIES or found["but"] or (before in _BE and _VALUE.match(found["not"])):
            denied.append(found["not"].strip())
            told = told.replace(found["not"], " ", 1)
    told = " ".join(_LEFT.sub(" ", told).split()).strip(" ,")
    clauses = _CLAUSES.split(told) if negates(told) else [told]
    told = ", ".join(each for each in clauses if not negates(each))
    said = (Denied(plain := _plain(each), plain, negated=not negates(each)) for each in clauses if _plain(each))
    return NoteWords((*(Denied(each, told) for each in denied), *said), told, True, about=told)


def negates(text: str) -> bool:
    """Whether words negate what they tell.

    >>> negates("Bo Tam did not come."), negates("Not only Bo Tam came.")
    (True, False)
    """
    return _NEGATED.search(soften(text)) is not None


def _plain(clause: str) -> str:
    """A clause without the word that negates it."""
    return " ".join(_NEGATED.sub(" ", clause).split())
