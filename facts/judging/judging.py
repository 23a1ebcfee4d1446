"""Drafts × reader → how likely each is a good fact, and which are kept."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Sequence

from facts.extract.draft import Draft
from facts.judging import table
from facts.judging.signs import Signs, agreement_of, signs_of
from facts.model import Article, Meeting, Sentence
from facts.reader import Claim, Passage, Reader, heading


@dataclasses.dataclass(frozen=True, slots=True)
class Judged:
    """A draft with what speaks for it, and how likely it is a good fact (0–1, calibrated)."""

    draft: Draft
    signs: Signs
    chance: float

    @property
    def kept(self) -> bool:
        """Whether it is good enough to be written."""
        return self.chance >= table.keep_at(self.draft.rule)

    @property
    def is_near(self) -> bool:
        """Whether it is good enough to stay where it stands already."""
        return self.chance >= table.keep_at(self.draft.rule) - table.MOVED_BY


@functools.cache
def shipped() -> Reader:
    """This process's reader. Raises ReaderError where its weights cannot be used."""
    return Reader.load()


def judge(
    drafts: Sequence[Draft],
    article: Article,
    meeting: Meeting | None,
    sentences: Sequence[Sentence],
    reader: Reader | None = None,
) -> list[Judged]:
    """Judge the drafts of an article by the passages that they are from; in order.

    `sentences` are all of the article's, in order, and `reader` the one that is shipped if none is given. Raises
    ReaderError where its weights cannot be used.
    """
    if not drafts:
        return []
    reader = reader or shipped()
    head = heading(article.title, meeting.name if meeting else None, article.date)
    passages = [_passage(draft, article.text, head, sentences) for draft in drafts]
    claims = [Claim(draft.question, draft.answer, passage) for draft, passage in zip(drafts, passages, strict=True)]
    judged = []
    for draft, claim, judgement in zip(drafts, claims, reader.judge(claims), strict=True):
        (reading,) = reader.read(draft.question, [claim.passage])
        agreement = agreement_of(draft.kind, draft.answer, claim.passage.sentence, reading, article.date)
        signs = signs_of(claim, judgement, agreement, reading.logit, table.of_rule(draft.rule))
        judged.append(Judged(draft, signs, table.chance(signs)))
    return judged


def good(judged: Iterable[Judged], stands: Callable[[Draft], bool] = lambda _: False) -> list[Draft]:
    """The drafts that are kept, in order, each with its chance as confidence.

    Those that stand on record already, word for word as they were made then, need not be quite as likely: what is read
    beside them (the sentence before, the heading) moves their chance a little, and they are as good as they were.
    """
    good = (each for each in judged if each.kept or (each.is_near and stands(each.draft)))
    return [dataclasses.replace(each.draft, confidence=each.chance) for each in good]


def _passage(draft: Draft, text: str, head: str, sentences: Sequence[Sentence]) -> Passage:
    """What a draft is read in: its evidence, under the article's heading and behind the sentence before."""
    before = [sentence.text for sentence in sentences if sentence.span[1] <= draft.span[0]]
    return Passage(head, before[-1] if before else "", " ".join(text[slice(*draft.span)].split()))
