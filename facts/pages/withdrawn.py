"""Answers that a person took back of a sentence: those hidden, deleted, written over or contradicted. No reader may
give them again, also where a word of the sentence has changed.

That a fact is taken out does not change what its sentence says. But who takes it out holds its answer to be wrong, so
that nobody is to be told the same by other means. Of an answer that was written over in part, what is different was
wrong. Answers are told apart by their names and numbers rather than by how many of their words are the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from facts.expressions import expression
from facts.folding import SMALL_WORDS, fold, soften
from facts.honorifics import HONORIFICS
from facts.model import Fact, Sentence, WithdrawnAnswer
from facts.pages import former
from facts.pages.contradicted import instead
from facts.pages.derived import NUMBERS
from facts.pages.quotes import places, squeeze
from facts.pages.still_said import names_of

if TYPE_CHECKING:
    from facts.pages.page import Page

SAME: Final = 0.8
"""Share of the words of the shorter of two answers, small ones aside, that the longer has if they say the same."""
PART: Final = 0.5
"""Share of an answer's words that must be said for it to be given if none of them is a name or a number."""

_WORD: Final = expression(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")
"""A word, or a number whole: "4.5" and "5.4" have nothing in common."""
_HONORIFICS: Final = HONORIFICS | {"hon", "rt"}
_LISTED: Final = expression(r"[,;]|\band\b")
_NUMBERS: Final = NUMBERS.keys() | frozenset(
    """billion dozen eighty fifty forty half hundred million ninety seventy sixty thirty thousand trillion""".split()
)


def answers(page: Page, sentences: Sequence[Sentence], own: Sequence[Fact]) -> tuple[WithdrawnAnswer, ...]:
    """What a person took back of each of some sentences; `own` are the facts of a person that are shown.

    What a person says below the same sentence all the same is not taken back.
    """
    numbers = {former.digest(sentence.text): n for n, sentence in reversed(list(enumerate(sentences)))}
    said = list(zip(places(sentences, own), own, strict=True)) if sentences else []
    found: dict[tuple[int, str, str], WithdrawnAnswer] = {}
    for sentence, taken in (*_taken_back(page), *_overruled(page)):
        n = numbers.get(sentence)
        if n is not None and not any(at == n and gives(fact.answer, taken) for at, fact in said):
            found[n, taken.answer, taken.words] = msgspec.structs.replace(taken, sentence=n)
    return tuple(found.values())


def without_overruled(page: Page, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Facts without those of the compiler that give, or affirm, what a person wrote otherwise below their sentence."""
    overruled: dict[str, list[WithdrawnAnswer]] = {}
    for sentence, taken in _overruled(page):
        overruled.setdefault(sentence, []).append(taken)
    if not overruled:
        return facts
    by_hand, standing = page.by_hand(), places(page.sentences, facts)
    return tuple(
        fact
        for fact, n in zip(facts, standing, strict=True)
        if fact.id in by_hand
        or not any(_tells(fact, taken) for taken in overruled.get(former.digest(page.sentences[n].text), ()))
    )


def _tells(fact: Fact, taken: WithdrawnAnswer) -> bool:
    return is_named(taken, fact.question) if fact.kind == "yes_no" else gives(fact.answer, taken)


def gives(said: str, taken: WithdrawnAnswer) -> bool:
    """Whether words that are said give an answer that was taken back, whole or by a name or a number of it.

    >>> gives("by Ann Poole", WithdrawnAnswer(0, "Mayor Ann Poole")), gives("Ann Reed", WithdrawnAnswer(0, "Ann Poole"))
    (True, False)
    >>> [gives(said, WithdrawnAnswer(0, "a mole at Visby", "Visby")) for said in ("Visby", "a mole")]
    [True, False]
    """
    begins, whole = _words(said), _words(taken.answer)
    mine, its = set(begins), set(whole)
    if not mine or not its:
        return fold(said) == fold(taken.answer)
    if not taken.words and whole[: len(begins)] == begins:  # "a strike vote" of "a strike vote in all ports on 3 May"
        return True
    shared = mine & its
    if taken.words and shared.isdisjoint(_words(taken.words)):
        return False
    if len(shared) < SAME * min(len(mine), len(its)):
        return False
    return len(shared) >= PART * len(its) or not shared.isdisjoint(telling(taken.answer))


def is_part(said: str, taken: WithdrawnAnswer) -> bool:
    """Whether words that are said are some of an answer of which nothing is right, names or not.

    >>> is_part("free passage", WithdrawnAnswer(0, "the need for free passage in the Strait of Corm"))
    True
    >>> is_part("a mole", WithdrawnAnswer(0, "a mole at Visby", "Visby"))
    False
    """
    return not taken.words and set(_words(said)) <= set(_words(taken.answer))


def completes(said: str, asked: str, taken: WithdrawnAnswer) -> bool:
    """Whether words that are said give with those of their question an answer that was taken back, a part each.

    >>> completes("in May", "When will they visit Brill?", WithdrawnAnswer(0, "visit Brill in May"))
    True
    """
    return not set(_words(said)).isdisjoint(_words(taken.answer)) and gives(f"{said} {asked}", taken)


def is_named(taken: WithdrawnAnswer, asked: str) -> bool:
    """Whether a question names what an answer that was taken back tells: the last name or number that was wrong in it,
    or, where all of it was, what it begins with.

    >>> is_named(WithdrawnAnswer(0, "Mayor Ann Poole of the town"), "Did Poole chair it?")
    True
    >>> is_named(WithdrawnAnswer(0, "a strike vote in all five ports"), "Did they call a strike vote?")
    True
    """
    words = set(_words(asked))
    named = [word for word in _words(taken.words or taken.answer) if word in telling(taken.answer)]
    if named and named[-1] in words:
        return True
    told = itertools.dropwhile(SMALL_WORDS.__contains__, _WORD.findall(fold(taken.answer)))
    head = set(itertools.takewhile(lambda word: word not in SMALL_WORDS, told))
    return not taken.words and bool(head) and head <= words


def names_wrong(taken: WithdrawnAnswer, asked: str) -> bool:
    """Whether a question has all numbers that were wrong in an answer that was taken back, or, of one without numbers,
    the last name.

    >>> names_wrong(WithdrawnAnswer(0, "12 million dollars", "12"), "Who pledged 12 million dollars?")
    True
    >>> [names_wrong(WithdrawnAnswer(0, "1 June 2025"), f"Who began {when}?") for when in ("on 1 June 2025", "in 2025")]
    [True, False]
    """
    wrong, words = _words(taken.words or taken.answer), set(_words(asked))
    if numbers := set(filter(_is_number, wrong)):
        return numbers <= words
    names = [word for word in wrong if word in telling(taken.answer)]
    return bool(names) and names[-1] in words


def wrong_words(written: str, now: str) -> str | None:
    """The words of an answer that are not in the one that a person gives instead; "" if these are all, and None if both
    say the same.

    >>> wrong_words("a mole at Visby", "a mole at Brill"), wrong_words("Ann Poole", "Bo Lusk")
    ('Visby', '')
    >>> wrong_words("Ann Poole", "Ann Poole of Brill"), wrong_words("Ann Poole and Bo Lusk", "Ann Poole")
    (None, 'Bo Lusk')
    >>> wrong_words("Cllr Ann Poole", "Councillor Ann Poole"), wrong_words("Mrs Ann Poole", "Ann Poole, the clerk")
    (None, None)
    >>> wrong_words("Councillors C. Poole", "Cllr Cy Poole"), wrong_words("C. Poole", "Bea Poole")
    (None, 'C')
    """
    before, after = _words(written), set(_words(now))
    kept = [word for word in before if word in after]
    lost = _lost(written, after)
    new = after - set(before)
    # How somebody is addressed makes nothing else wrong, nor does a name at length in place of its initial.
    if kept and lost and all(_is_address(word) or _is_initial(word, new) for word in lost):
        return None
    if not before or not kept:
        return None if fold(written) == fold(now) else ""
    if after <= set(before):  # no more than shortened, unless what was listed is not any more
        items = [_words(item) for item in _LISTED.split(written)]
        lost = [word for item in items if len(items) > 1 and after.isdisjoint(item) for word in item]
    if not lost and gives(now, WithdrawnAnswer(0, written)):
        return None
    if not telling(written).isdisjoint(lost) or not gives(now, WithdrawnAnswer(0, written)):
        return " ".join(word for word in _WORD.findall(soften(written)) if fold(word) in lost)
    return None


def _is_address(word: str) -> bool:
    """Whether a word is how somebody is addressed, or several are: "Councillors A. Poole and B. Lusk"."""
    return word in _HONORIFICS or word.removesuffix("s") in _HONORIFICS


def _is_initial(word: str, others: Collection[str]) -> bool:
    """Whether a word is the initial of one of some others, or one of these its initial: "A." and "Ann"."""
    return any(
        len(min(word, other, key=len)) == 1 < len(max(word, other, key=len)) and word[0] == other[0]
        for other in others
        if word.isalpha() and other.isalpha()
    )


def _lost(written: str, after: Collection[str]) -> list[str]:
    """The words of an answer that another does not have; a number whole, with what it counts."""
    before = _words(written)
    lost = {n for n, word in enumerate(before) if word not in after}
    lost |= {n - 1 for n in lost if n and _is_number(before[n - 1])}
    return [before[n] for n in sorted(lost)]


def _words(text: str) -> list[str]:
    """The folded words of a text, small ones aside unless there are no others."""
    found = [word.replace(",", "") for word in _WORD.findall(fold(text))]
    return [word for word in found if word not in SMALL_WORDS] or found


def telling(text: str) -> frozenset[str]:
    """The folded names and numbers of a text."""
    found = ((word, fold(word).replace(",", "")) for word in _WORD.findall(soften(text)))
    return frozenset(own for word, own in found if word[0].isupper() or _is_number(own)) - SMALL_WORDS


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS


def _begins_in(evidence: str, sentence: str) -> bool:
    """Whether evidence begins in a sentence. That of a fact which was hidden when it went from the article does not."""
    return evidence in sentence or any(evidence.startswith(sentence[n:]) for n in range(len(sentence) - 1))


def _taken_back(page: Page) -> Iterator[tuple[str, WithdrawnAnswer]]:
    """The digest of a sentence with what a person hid or deleted of it."""
    facts, ledger, out = {fact.id for fact in page.facts}, page.compiled, page.hidden | page.doubted()
    for fact, text in _standing(page):
        taken = WithdrawnAnswer(0, fact.answer)
        if fact.id not in out:
            continue
        if _begins_in(squeeze(fact.evidence), text) or (fact.id not in ledger.lost and gives(text, taken)):
            yield former.digest(text), taken
    for name, answer in ledger.answers.items():
        if name not in facts and name in ledger.facts and name in ledger.stood:
            yield ledger.stood[name].partition(" ")[0], WithdrawnAnswer(0, answer)


def _overruled(page: Page) -> Iterator[tuple[str, WithdrawnAnswer]]:
    """The digest of a sentence with what a person's fact has in its place: what the compiler wrote before, or what the
    sentence says. That of a fact which is hidden because its sentence was changed is what both forms of it say."""
    by_hand, written, lost = page.by_hand(), page.compiled.answers, page.compiled.lost
    if not by_hand:
        return
    named = names_of(msgspec.structs.replace(page.article, title=None), page.meeting)  # a headline says what is told
    for fact, text in _standing(page):
        if fact.id not in by_hand - page.told or page.is_compiled(fact):
            continue
        before = [written[fact.id]] if fact.id in written else []
        if fact.id not in page.hidden or fact.id in lost:
            others = (each.text for each in page.sentences if each.text != text)
            said = instead(fact, page.article.date, named, others)
            before += (each for each in said if gives(text, WithdrawnAnswer(0, each)))
        for answer in before:
            if (words := wrong_words(answer, fact.answer)) is not None:
                yield former.digest(text), WithdrawnAnswer(0, answer, words, fact.id)


def _standing(page: Page) -> Iterator[tuple[Fact, str]]:
    """The facts with the text of the sentence that each stands below."""
    if page.sentences:
        for fact, n in zip(page.facts, places(page.sentences, page.facts), strict=True):
            yield fact, page.sentences[n].text
