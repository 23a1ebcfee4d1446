"""An answer beside what other reports of its meeting say that cannot be true with it: the newest report comes first."""

from __future__ import annotations

import dataclasses

from bot.index import Index
from bot.question.tokens import normalized
from bot.replies import Answer, reported
from facts.model import Citation


def with_differing(answer: Answer, index: Index) -> Answer:
    """An answer with what other reports say instead."""
    differs = index.differing(answer.key)
    return dataclasses.replace(answer, differs=differs) if differs else answer


def newest_report(answer: Answer, index: Index) -> Answer:
    """What the newest of the reports that disagree says, with what the others say; else the answer as it is.

    Those that say the same as the newest are cited with it.
    """
    mine = with_differing(answer, index)
    told = {each.key: each for rival in mine.differs for each in (rival, *index.differing(rival.key))}
    newest = max((mine, *told.values()), key=reported)
    if newest.key == mine.key:
        return mine
    told[mine.key] = dataclasses.replace(mine, differs=())
    others = sorted((each for each in told.values() if each.key != newest.key), key=reported, reverse=True)
    same = [each for each in others if _alike(each, newest)]
    chosen = with_differing(dataclasses.replace(newest, confidence=answer.confidence), index)
    differs = chosen.differs or tuple(each for each in others if not _alike(each, newest))
    return dataclasses.replace(chosen, differs=differs, also=tuple(map(_citation, same)))


def _alike(answer: Answer, other: Answer) -> bool:
    return normalized(answer.answer) == normalized(other.answer)


def _citation(answer: Answer) -> Citation:
    return Citation(answer.article, answer.source, answer.date, answer.url, answer.evidence, answer.title)
