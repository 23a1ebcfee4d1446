"""SQuAD 2.0 (Rajpurkar, Jia and Liang 2018): paragraphs of articles, with questions whose answers are marked in them.

An article's sentences are one paragraph. An answer that its evidence does not have word for word (a resolved date, a
yes or no) cannot be marked: its evidence is. What the form has no place for stands in the object `onrecord` of each
question, which other readers leave aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final

import msgspec

from facts.exchange.given import FormError, Given
from facts.exchange.row import Passage, Row

VERSION: Final = "v2.0"

_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)\]]* +(?=[\"'“‘(\[]?[A-Z0-9])")
"""What lies between two sentences, roughly."""


def write(passages: Iterable[Passage], out: IO[str]) -> None:
    """Write a data set, a line an article. Passages without facts are left out."""
    out.write(f'{{"version": "{VERSION}", "data": [')
    between = "\n"
    for passage in passages:
        if passage.rows:
            out.write(between + msgspec.json.encode(_article(passage)).decode())
            between = ",\n"
    out.write("\n]}\n")


def _article(passage: Passage) -> dict[str, object]:
    first = passage.rows[0]
    questions = [_question(row, passage.text) for row in passage.rows]
    return {"title": first.title or first.article, "paragraphs": [{"context": passage.text, "qas": questions}]}


def _question(row: Row, context: str) -> dict[str, object]:
    start, end = marked(row, context)
    return {
        "id": f"{row.article}/{row.id}",
        "question": row.question,
        "answers": [{"text": context[start:end], "answer_start": start}],
        "is_impossible": False,
        "onrecord": row,
    }


def marked(row: Row, context: str) -> tuple[int, int]:
    """Where the answer of a row stands in its evidence, in any letters' case; else where the evidence stands."""
    start, end = row.start or 0, row.end or len(context)
    found = re.search(rf"(?<!\w){re.escape(row.answer)}(?!\w)", context[start:end], re.IGNORECASE)
    return (start + found.start(), start + found.end()) if found else (start, end)


def read(data: object) -> Iterator[Given]:
    """The questions of a data set that have an answer. Raises FormError if it is none."""
    if not isinstance(data, dict) or not isinstance(data.get("data"), list):
        raise FormError("is no data set of questions (an object with a list “data”); give CSV, JSON Lines or SQuAD")
    for n, article in enumerate(data["data"]):
        for m, paragraph in enumerate(_items(article, "paragraphs")):
            for k, question in enumerate(_items(paragraph, "qas")):
                given = _given(question, paragraph, article, f"data[{n}].paragraphs[{m}].qas[{k}]")
                if given is not None:
                    yield given


def _items(holder: object, key: str) -> list[Any]:
    found = holder.get(key) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else []


def _given(question: object, paragraph: dict[str, object], article: dict[str, object], place: str) -> Given | None:
    """A question with its first answer; None for one that has none."""
    if not isinstance(question, dict):
        return Given(None, {}, "is no object with “question” and “answers”", place)
    answers = question.get("answers")
    if question.get("is_impossible") is True or answers == []:
        return None
    context = paragraph.get("context")
    answer = answers[0] if isinstance(answers, list) else None
    if not isinstance(context, str) or not isinstance(answer, dict):
        return Given(None, {}, "has no answer in a paragraph; see the form of SQuAD 2.0", place)
    said = {"title": article.get("title"), "question": question.get("question"), "answer": answer.get("text")}
    own = question.get("onrecord")
    if isinstance(own, dict):
        return Given(None, {**said, "title": None, **own}, None, place, context)
    start, text = answer.get("answer_start"), answer.get("text")
    if (
        not isinstance(start, int)
        or not isinstance(text, str)
        or context[start : start + len(text)] != text
        or start < 0
    ):
        return Given(None, {}, "“answer_start” is not where the answer stands in the paragraph; correct it", place)
    return Given(None, {**said, "evidence": sentence_around(context, start, start + len(text))}, None, place, context)


def sentences(text: str) -> list[str]:
    """A text cut into its sentences, roughly; joined by blanks they are the text again.

    >>> sentences("It met. “We agreed.” It ended at 5.30 p.m. on Monday.")
    ['It met.', '“We agreed.”', 'It ended at 5.30 p.m. on Monday.']
    """
    squeezed = " ".join(text.split())
    ends = [found.end() for found in _SENTENCE.finditer(squeezed)]
    return [squeezed[a:b].rstrip() for a, b in zip([0, *ends], [*ends, len(squeezed)], strict=True) if a < b]


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentences of a text that hold a stretch of it."""
    first = max([found.end() for found in _SENTENCE.finditer(text, 0, start + 1) if found.end() <= start], default=0)
    found = _SENTENCE.search(text, max(end - 1, 0))
    return text[first : found.end() if found else len(text)].strip()
