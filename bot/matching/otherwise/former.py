"""Who held an office once does not hold it now: "stepped down in May", "had led it until he retired"; the one who is
named to have come after does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.roster import OFFICE
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_CAPITAL: Final = r"[A-Z](?:\.(?= [A-Z])|[\w’'-]*)"
_NAME: Final = rf"{_CAPITAL}(?: (?:de |van |von |der )?{_CAPITAL}){{0,4}}"
_ROLE: Final = (
    rf"(?:{OFFICE}|captain|coach|commodore|editor|harbourmaster|judge|keeper|master|principal|rector|steward|trustee|"
    r"warden)s?"
)
_LEADS: Final = r"(?:chair|lead|head|run|direct|preside|manage|hold|govern|command|coach|captain)"
_ASKED: Final = expression(
    rf"^\W*(?:(?:and|so|but|then),? )*(?:who|which [\w-]+)(?:['’]s| is| are)? (?!(?:was|were|had|did)\b)"
    rf"(?:(?:now|currently|still|at present) )?(?:{_LEADS}(?:e?s)? "
    rf"|(?:(?:the|its|their|an?) )?(?:[\w’'-]+ )*?{_ROLE}\b|in (?:the chair|charge)\b)",
    re.IGNORECASE,
)
"""Who holds an office, asked in the present."""
_ASKS_PAST: Final = expression(
    r"\b(?:former|previous|last|old|ex|outgoing|late|was|were|had|did|until|before|used to|at the time|then|"
    r"resign\w*|retir\w*|predecessor)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LEFT: Final = (
    r"(?:resigned|retired|stepped (?:down|aside|back)|stood down|quit|left (?:office|the (?:post|chair|board|office))|"
    r"was (?:dismissed|sacked|removed|voted out|ousted|replaced|succeeded)|died|gave up|"
    r"used to (?:be|chair|lead|head|run|hold|direct|preside|manage)|ceased to be)"
)
_HELD: Final = r"(?:chaired|led|headed|ran|directed|presided|managed|held|served|was|been)"
_WHILE: Final = r"(?:(?:had|has) )?(?:[a-z]+ly )?"
_IS_FORMER: Final = expression(
    r" no longer\b|,? (?:who )?(?:is|does|has) not? (?:longer\b|[^;.]*? any (?:more|longer)\b)"
    rf"|,? (?:\([^()]*\) )?(?:who )?(?:(?:then|later|has|had|also) )*{_LEFT}\b"
    rf"|, [^,;.]{{2,60}},(?: who)? (?:(?:then|later|has|had) )*{_LEFT}\b"
    rf"|,? (?:who )?{_WHILE}{_HELD}\b(?! (?:elected|appointed|chosen|named|re-))[^;.]*?\b(?:until|till|up to)\b"
    rf"|, (?:[\w’'-]+ ){{0,4}}(?:{_ROLE})\b[^,;.]*? (?:until|till) "
    rf"|,? (?:\(|, )?(?:the |a |its |their )?(?:former|ex-|previous|one-time)[ -]?(?P<once>(?:[\w’'-]+ ){{0,4}}{_ROLE})"
)
"""What stands behind the name of one who holds an office no more."""
_FORMER: Final = expression(
    rf"\b(?:[Ff]ormer|[Ee]x|[Pp]revious|[Oo]utgoing|[Ll]ate|[Oo]ne-time)[ -]"
    rf"(?P<office>(?:[\w’'-]+ ){{0,5}}?(?:{_ROLE})?(?: (?:of|at) [^,;.]{{2,40}})?),? $"
)
_UNTIL_THEN: Final = expression(r"\b[Uu]ntil (?:then|now|recently|\w+ (?:19|20)\d\d|(?:19|20)\d\d),? [^;.]*$")
_OF: Final = expression(
    r"\b(?:as|used to \w+|was(?! \w+ed\b)|been|be|chaired|led|headed|ran|held)\b (?P<office>[^,;.]*?)"
    r"(?= (?:until|till|up to|in|on|after|because|for|and)\b|[,;.]|$)"
)
"""Which office somebody left or held."""
_HELD_BY: Final = expression(rf"\b{_LEADS}(?:e?d)? by $|\b(?:led|held|run) by $")
_STAYS: Final = expression(
    r"\b(?:stays?|remains?|re-?elected|returned|came back|reinstated|withdr[ae]w|again)\b", re.IGNORECASE
)
_ASKS_BEFORE: Final = expression(
    r"\b(?:what|which|where)\b[^?]*\b(?:be|do|did|had|have|held|hold|job|office|position|post|role|was|work\w*)\b[^?]*"
    r"\b(?:before|previously|prior to|until then)\b(?! the (?:meeting|session|summit|talks|vote)\b)",
    re.IGNORECASE,
)
"""What somebody was before, as it is asked."""
_NEW: Final = expression(
    r"\b(?:(?:[Nn]ew|[Nn]ewly \w+|[Ii]ncoming) (?:[\w’'-]+ ){0,4}[A-Z]|"
    rf"(?:[Nn]ew|[Nn]ewly \w+|[Ii]ncoming) (?:[\w’'-]+ ){{0,3}}?{_ROLE}\b|"
    r"t(?:ook|akes?|aken) (?:over|up|office)|(?:was|were|been) (?:appointed|chosen|elected|named)|becomes?|became)\b"
)
_ONCE: Final = expression(
    r"\b(?:before|former(?:ly)?|once|previously|until|used to|worked|served|had been|ex)\b", re.IGNORECASE
)
_NEAR, _ROOT = 1, 4
"""How far behind what tells that somebody left the office may stand, and how many letters forms of it share."""
_COMES: Final = (
    r"(?:is|leads?|chairs?|heads?|runs?|presid(?:es|ed)|holds?|has (?:been|chaired|led|headed|run|held|taken over)|"
    r"t(?:ook|akes) (?:over|the chair)|succeed(?:s|ed)|replace[sd]|follow(?:s|ed)|became|becomes|now leads|"
    r"was (?:elected|appointed|named|chosen))"
)
_CLAUSE: Final = expression(
    rf"(?:^|[;:] |,? (?:and|while|but) |, )(?:(?:the|her|his|its|their) (?:[a-z]+ ){{1,3}},? ?)?(?P<who>{_NAME}),?"
    rf"(?:, [^,;]{{2,40}},)? (?:(?:now|since|then) )?{_COMES}\b"
)
_IS: Final = expression(
    rf"\b(?:new|now|present|current|since)\b[^;,.]* (?:is|are) (?:now )?(?P<who>{_NAME})(?=[;,.]|$)", re.IGNORECASE
)
_BY: Final = expression(
    rf"\b(?:now(?: {_LEADS}\w*)?|succeeded|replaced|followed) by (?:[a-z’'-]+ ){{0,4}}?(?P<who>{_NAME})"
)


def is_former(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who holds an office, and the words at a span name who held one and does no more.

    >>> from bot.question import read
    >>> told = "The clerk, Bo Lusk, stepped down in May."
    >>> [is_former(read(f"Who {is_} the clerk?"), told, (11, 18)) for is_ in ("is", "was")]
    [True, False]
    """
    if not _asks_holder(question) or _is_named(question, sentence[slice(*span)]):
        return False
    return _is_told_former(question, sentence, span)


def is_held_now(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what somebody was before an office, and the words at a span of a sentence tell which one
    is theirs now.

    >>> from bot.question import read
    >>> told = "Ada Wren, the new clerk, once a pilot, took up her duties."
    >>> [is_held_now(read("What job did Wren have before Tarn?"), told, span) for span in ((18, 23), (32, 37))]
    [True, False]
    """
    if _ASKS_BEFORE.search(question.text) is None or _ONCE.search(sentence[: span[1]]):
        return False
    return _NEW.search(sentence) is not None


def own_successor(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the only one who is told to hold the office now, where the span names who held it.

    >>> from bot.question import read
    >>> told = "Bo Lusk resigned as clerk; Ada Wren has been clerk since."
    >>> told[slice(*own_successor(read("Who is the clerk?"), told, (0, 7)))]
    'Ada Wren'
    """
    if not is_former(question, sentence, span):
        return span
    others = {who for who in _successors(sentence) if who != span and not _is_told_former(question, sentence, who)}
    return others.pop() if len(others) == 1 else span


def _asks_holder(question: Question) -> bool:
    asked = question.analysis
    present = asked.answer_type in ("who", "which") and asked.past is False
    return present and _ASKED.search(question.text) is not None and not _ASKS_PAST.search(question.text)


def _is_named(question: Question, said: str) -> bool:
    """Whether a question names the very one whom some words name: "Who is Bo Lusk?"."""
    return not content_terms(said).isdisjoint(word.term for word in question.analysis.words if word.capital)


def _is_told_former(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells that whom a span names held the office that is asked about, and does no more."""
    name = re.match(rf"(?:[a-z]+ )*{_NAME}", sentence[slice(*span)])
    end = span[0] + name.end() if name else span[1]
    if _STAYS.search(sentence):
        return False
    if titled := _FORMER.search(sentence[: span[0]]) or _FORMER.match(sentence[: span[1]], span[0]):
        return _is_of(question, titled["office"])
    left = _IS_FORMER.match(sentence, end)
    if left is None and _HELD_BY.search(sentence[: span[0]]):
        return re.match(r" (?:until|till|up to) ", sentence[end:]) is not None
    if left is None:
        return _UNTIL_THEN.search(sentence[: span[0]]) is not None
    if left["once"] is not None:
        return _is_of(question, left["once"])
    office = _OF.search(sentence, end)
    return office is None or left.end() < office.start() - _NEAR or _is_of(question, office["office"])


def _is_of(question: Question, office: str) -> bool:
    """Whether words may tell the office that is asked about: "chair" of "chairman", "it"."""
    told, asked = ({term[:_ROOT] for term in content_terms(text)} for text in (office, question.text))
    return not told or not told.isdisjoint(asked)


def _successors(sentence: str) -> Iterator[tuple[int, int]]:
    for found in (*_BY.finditer(sentence), *_IS.finditer(sentence), *_CLAUSE.finditer(sentence)):
        yield found.span("who")
