"""What is found below the sentences that fit best is what comparing every fact finds, however a question is put."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable

import pytest
from lake_varda import varied

from bot.index import Index
from bot.matching.match import Comparison, matches
from bot.matching.weights import SUGGEST_AT
from bot.question import read
from facts.model import Article, Fact, Record

INDEX = Index(varied(12, 1))
OTHERWISE = {
    "Who chaired": "who led", "Who presided over": "by whom was", "Where was": "what was the venue of",
    "Where did": "in which town did", "When was": "what day was", "When did": "on which date did",
    "How many countries": "how many states", "Which countries": "what nations", "attended": "took part in",
    "What does": "what's the meaning of", "held": "organised", "What did": "tell me what", "Why had": "why did",
    "raise": "increase", "sign": "ratify", "meeting": "session", "meet again": "gather next",
}  # fmt: skip


def typed(text: str, chance: random.Random) -> str:
    """A question as people type it: small letters, no mark at its end, sometimes without one of its small words."""
    words = text.rstrip("?").lower().split()
    small = [at for at, word in enumerate(words) if word in ("the", "of", "did", "was", "at") and at]
    if small and chance.random() < 0.5:
        del words[chance.choice(small)]
    return " ".join(words)


def paraphrased(text: str, chance: random.Random) -> str:
    """A question in other words."""
    for words, others in OTHERWISE.items():
        text = text.replace(words, others)
    return typed(text, chance)


def shortened(text: str, chance: random.Random) -> str:
    """The words of a question that somebody in a hurry types: without one, and not in order."""
    words = typed(text, chance).split()
    del words[chance.randrange(len(words))]
    first, rest = words[:1], words[1:]
    chance.shuffle(rest)
    return " ".join(first + rest)


def misspelt(text: str, chance: random.Random) -> str:
    """A text with two letters changed, left out or swapped."""
    letters = list(text)
    for _ in range(2):
        at = chance.choice([n for n, char in enumerate(letters[:-1]) if char.isalpha()])
        how = chance.randrange(3)
        if how == 0:
            letters[at] = chance.choice("abcdefghijklmnoprstuvw")
        elif how == 1:
            del letters[at]
        else:
            letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


@pytest.mark.parametrize(
    ("put", "lost"),
    [(lambda text, _: text, 0), (typed, 0), (paraphrased, 0), (shortened, 1), (misspelt, 0)],
    ids=["on record", "typed", "paraphrased", "shortened", "misspelt"],
)
def test_the_first_answer_is_the_one_that_comparing_every_fact_finds(
    put: Callable[[str, random.Random], str], lost: int
) -> None:
    chance = random.Random(1)
    facts = [entry.fact for entry in chance.sample(list(INDEX.entries), 101)]
    asked = [put(chance.choice((fact.question, *fact.variants)), chance) for fact in facts]
    shown, wrong = 0, []
    for text in asked:
        question = read(text)
        if not question.analysis.words:
            continue
        every = Comparison(question, INDEX).of_facts(range(len(INDEX.entries)))[:1]
        some = matches(question, INDEX)[:1]
        if not every or every[0].confidence < SUGGEST_AT:
            continue
        shown += 1
        if not some or some[0].score < every[0].score - 1e-9 or some[0].answer != every[0].answer:
            wrong.append((text, every[0].answer))
    assert shown > len(asked) / 2
    assert len(wrong) <= lost, wrong


def test_a_question_without_a_word_that_carries_content_finds_nothing() -> None:
    assert matches(read("what is"), INDEX) == []


def test_facts_of_an_article_that_lacks_a_name_or_date_of_the_question_are_not_found() -> None:
    entry = INDEX.entries[0]
    year = int(entry.context.when[:4])
    asked = [f"{entry.fact.question.rstrip('?')} in {other}?" for other in (year, year + 50)]
    assert matches(read(asked[0]), INDEX)
    assert matches(read(asked[1]), INDEX) == []


def test_what_a_person_asks_for_in_words_that_no_sentence_has_is_found() -> None:
    said = "The council of Brill adopted a budget of 4 million crowns."
    fact = Fact("f", "how_many", "How much may the town spend?", "4 million crowns", said, (0, len(said)))
    article = Article("a", datetime.date(2024, 5, 3), None, None, None, "a.txt", "0" * 64)
    found = matches(read("how much may the town spend this time"), Index([Record(article, None, (fact,))]))
    assert [match.answer for match in found] == ["4 million crowns"]
