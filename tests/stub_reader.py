"""A reader that reads by rules of the test, in place of the neural one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facts.reader import Passage, Reader, Reading

Rule = Callable[[str, Passage], Reading]
"""What a question makes of a passage."""


class StubReader(Reader):
    """Reads by a rule, and keeps what it was shown: questions, the questions before, and passages."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.questions: list[str] = []
        self.before: list[str] = []
        self.passages: list[list[Passage]] = []

    def read(self, question: str, passages: Sequence[Passage], asked_before: str = "") -> list[Reading]:
        self.questions.append(question)
        self.before.append(asked_before)
        self.passages.append(list(passages))
        return [self.rule(question, passage) for passage in passages]


def marking(sentence: str, words: str, logit: float = 8.0, yes: float = 0.0, no: float = 0.0) -> Reading:
    """The reading that marks words of a sentence; `words` that it has not mark nothing at all."""
    begin = max(0, sentence.find(words))
    end = begin + len(words) if words in sentence else begin
    return Reading(logit, 0.5, begin, end, 0.9, yes, no, 1 - yes - no)


def marks(words: dict[str, str], logit: float = 8.0, yes: float = 0.0, no: float = 0.0) -> Rule:
    """The rule that some sentences answer with some of their words, and that no other does."""

    def read(_: str, passage: Passage) -> Reading:
        if passage.sentence in words:
            return marking(passage.sentence, words[passage.sentence], logit, yes, no)
        return marking(passage.sentence, passage.sentence, -8.0)

    return read
