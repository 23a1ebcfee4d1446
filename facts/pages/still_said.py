"""Whether what has become of a sentence in a newer text of its article still says what a fact was taken from it for.

A fact that a person checked is worth keeping where a word beside it was changed. It is worth less than a false answer:
where the change may touch what the fact says, it does not stand.
"""

from __future__ import annotations

import difflib
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from facts.expressions import expression
from facts.folding import SMALL_WORDS, fold, soften
from facts.model import Article, Fact, Meeting, Sentence
from facts.pages.derived import value_of
from facts.pages.meeting_told import readable
from facts.pages.precedence import asked
from facts.pages.quotes import Span, alike, squeeze
from facts.verbs import IRREGULAR_PASTS

RESPELLED: Final = 0.85
"""Likeness (0–1, of the letters) from which a word is taken for another one spelt otherwise."""
SHORTEST: Final = 5
"""Letters of a word from which on it may be spelt otherwise and not be another."""

_WORD = expression(r"[^\W_]+(?:['.,-][^\W_]+)*")
_YEAR = expression(r"(?:1\d|20)\d\d")
_END = expression(r"[.!?…]['\")\]]*$")
_SORT = expression(r"\b(?:the year|the (?:month|town|city|sum) of|a total of) (?=[A-Z\d$€£])")
"""Words that only say of what sort the name or number is which stands behind them."""
_ENDING = expression(r"(?<=\w{3})(?:ing|ed|es|s|e)$")
_VERBS = {past: verb for verb, past in IRREGULAR_PASTS.items()}
_ARTICLES = frozenset({"a", "an", "the"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ASKING = SMALL_WORDS | frozenset(
    """am any are as be been can could did do does had has have he her his how i is it its list many may me might much
    must name or s shall she should that their them there these they this those was we were what when where which who
    whom whose why will would you""".split()
)
"""Words (folded) that a question has whatever it is about."""
_PREPOSITIONS = SMALL_WORDS - _ARTICLES - {"and", "to"}
_TURNING = frozenset(
    """according alleged allegedly almost although barely before believe believed believes but canceled cancelled cannot
    claim claimed claims could declined denied denies deny disputed disputes doubt doubted doubts except expected
    failed false falsely former formerly hardly however if instead intended may might myth nearly neither never no
    nobody none nor not nothing once only planned postponed previously proposed rather refused rejected reportedly
    rumor rumored rumour rumoured should supposed supposedly that unless until untrue whether will withdrawn withdrew
    without would wrong wrongly yet""".split()
)
"""Words by which a sentence says something else, or says it less surely, wherever in it they stand."""


def successor(
    fact: Fact, before: Sequence[Sentence], now: Sequence[Sentence], facts: Iterable[Fact], named: Iterable[str]
) -> Sentence | None:
    """The sentence that one of the former sentences has become if it still says what a fact of that one does.

    The compiler says so by a fact of its own that asks and answers the same there, or else the words do; `facts` are
    the compiler's of today, `named` what questions name that stands in no sentence of theirs. None where that is not
    sure.
    """
    known = {sentence.text for sentence in before}
    held = next((each for each in before if each.span[0] <= fact.span[0] and fact.span[1] <= each.span[1]), None)
    if held is None or (new := alike([each for each in now if each.text not in known], held.text)) is None:
        return None
    same = [each for each in facts if asked(each.question) == asked(fact.question)]
    if any(fold(each.answer) != fold(fact.answer) for each in same):
        return None
    confirmed = any(new.span[0] <= each.span[0] < new.span[1] for each in same)
    return new if confirmed or still_says(fact, held.text, new.text, named) else None


def is_held(
    fact: Fact,
    span: Span,
    before: Sequence[Sentence],
    now: Sequence[Sentence],
    facts: Iterable[Fact],
    named: Iterable[str],
) -> bool:
    """Whether the evidence of a fact still says what it did where it stands now (its span), `before` being the former
    sentences (none if it stood nowhere).

    It does where the same words are around it in its sentence. A whole sentence that has become a part of a longer one
    may be denied, doubted or of another time there: it holds only what the compiler finds there too, or what the words
    added surely leave alone. Of an evidence that is a part anyway, what is added may turn nothing.
    """
    around = _around(now, span, fact.evidence)
    if around is None:
        return True
    formerly = _around(before, fact.span, fact.evidence)
    if around == formerly or not any(around):
        return True
    text = " ".join(holding(now, span))
    if around[-1] == ["?"]:
        return False
    same = [each for each in facts if asked(each.question) == asked(fact.question)]
    if any(_meet(each.span, span) for each in same):
        return all(fold(each.answer) == fold(fact.answer) for each in same)
    if _END.search(soften(fact.evidence)):
        return still_says(fact, fact.evidence, text, named)
    added = Counter(itertools.chain(*around)) - Counter(itertools.chain(*(formerly or ())))
    return not any(word in _TURNING or word.endswith("n't") or _YEAR.fullmatch(word) for word in added)


def holding(sentences: Iterable[Sentence], span: Span) -> list[str]:
    """The texts of the sentences in which a quote stands."""
    return [each.text for each in sentences if _meet(each.span, span)]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _around(sentences: Iterable[Sentence], span: Span, quote: str) -> tuple[list[str], ...] | None:
    """The words in front of a quote and behind it in its sentences, and the mark of a question; None where it stands
    in none."""
    text, quoted = (soften(squeeze(each)).lower() for each in (" ".join(holding(sentences, span)), quote))
    before, found, behind = text.partition(quoted)
    if not found:
        return None
    return _WORD.findall(before), _WORD.findall(behind), ["?"] if behind.rstrip("'\") ").endswith("?") else []


def names_of(article: Article, meeting: Meeting | None) -> list[str]:
    """What questions name beside what stands in their sentence: the meeting and its day."""
    known = [article.title, article.date.isoformat() if article.date else None]
    if meeting is not None:
        known += [meeting.name, *meeting.aliases, meeting.date, meeting.place, meeting.format, meeting.series]
    known += [readable(each) for each in known if each]
    return ["meeting", *(each for each in known if each)]


def still_says(fact: Fact, old: str, new: str, named: Iterable[str] = ()) -> bool:
    """Whether a sentence says all that a fact does whose answer stood in an old form of it.

    So it is if the answer (that is no yes or no) and what the question names stand there, and what is different stands
    apart from them, not in front of all, and can turn nothing: it denies and doubts nothing, and is no other answer of
    that sort.
    """
    before, after, answer = (_WORD.findall(_SORT.sub("", soften(text))) for text in (old, new, fact.answer))
    if new.rstrip().endswith("?") or not answer:
        return False
    if fact.kind != "yes_no" and not all(_has(words, answer) for words in (before, after)):
        return False
    wanted = content(fact.question)
    if not wanted <= _bases(after) | set[str]().union(*map(content, named)):
        return False
    own = wanted.union(*map(content, (*fact.variants, fact.answer)))
    one, other = ([word.lower() for word in words] for words in (before, after))
    changes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return all(
        tag == "equal"
        or _is_another_spelling(one[a:b], other[c:d], fact)
        or (
            b > 0  # what is put in front of all of it may be whose word it is, or when it was so
            and all(
                _denies_nothing(words[start:end], answer) and own.isdisjoint(_bases(_beside(words, start, end, tag)))
                for words, start, end in ((before, a, b), (after, c, d))
            )
        )
        for tag, a, b, c, d in changes
    )


def _has(words: Sequence[str], answer: Sequence[str]) -> bool:
    """Whether the words of an answer stand together among others."""
    return f" {' '.join(answer)} ".lower() in f" {' '.join(words)} ".lower()


def _is_another_spelling(gone: list[str], come: list[str], fact: Fact) -> bool:
    """Whether words were only spelt otherwise, or another weekday is said where that is not what is asked for."""
    gone, come = ([word for word in words if word not in _ARTICLES] for words in (gone, come))
    return len(gone) == len(come) and all(
        _is_respelled(one, other) or (fact.kind != "when" and {one, other} <= _WEEKDAYS)
        for one, other in zip(gone, come, strict=True)
    )


def _is_respelled(one: str, other: str) -> bool:
    if one == other:
        return True
    likeness = difflib.SequenceMatcher(None, one, other).ratio()
    turning = bool(_TURNING & {one, other})
    return one[0] == other[0] and min(len(one), len(other)) >= SHORTEST and likeness >= RESPELLED and not turning


def _denies_nothing(said: Sequence[str], answer: Sequence[str]) -> bool:
    """Whether words turn nothing of what is said beside them, nor are another answer of that sort: number or name."""
    figures = any(map(_is_number, answer)) and any(map(_is_number, said))
    names = any(word[0].isupper() for word in answer) and any(word[0].isupper() for word in said)
    return (
        not figures and not names and not any(word in _TURNING or word.endswith("n't") for word in map(str.lower, said))
    )


def _beside(words: Sequence[str], start: int, end: int, tag: str) -> Iterator[str]:
    """What stands between two places with its neighbours, small words aside.

    Where words stand in the place of others behind a preposition ("grants for clubs"), what it belongs to is none.
    """
    yield from words[start:end]
    yield next((word for word in words[end:] if word.lower() not in _ASKING), "")
    in_front = [word for word in words[:start] if word.lower() not in _ARTICLES]
    if tag != "replace" or not in_front or in_front[-1].lower() not in _PREPOSITIONS:
        yield next((word for word in reversed(in_front) if word.lower() not in _ASKING), "")


def _is_number(word: str) -> bool:
    return word[0].isdigit() or value_of("how_many", word) is not None


def content(text: str) -> set[str]:
    """The words of a text that say what it is about, without endings."""
    return _bases(word for word in _WORD.findall(soften(text)) if word.lower() not in _ASKING)


def _bases(words: Iterable[str]) -> set[str]:
    """The words, folded and without endings."""
    folded = (fold(word).removesuffix("'s") for word in words)
    return {_ENDING.sub("", _VERBS.get(word, word)) for word in folded}
