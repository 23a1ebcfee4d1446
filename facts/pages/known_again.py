"""Whether an article of another name is the one that a page was made of, to the letter or changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facts.model import Article
from facts.pages.ledger import digest
from facts.pages.page import Page
from facts.pages.quotes import Source, squeeze

KNOWN_AGAIN: Final = 0.6
"""Share of the letters of its sentences that an article and one of another name have in common if it was renamed.

Of 554 collected reports and minutes no two have more than 0.44 in common (two meetings of one council), of 108 pairs of
one day none more than 0.1, also if what is merely alike counts.
"""
KNOWN_BY_NAME: Final = 0.4
"""The same where day and title, or day and address, are the same."""
KNOWN_THOUGH: Final = 0.9
"""The same where both have a title, or an address, and it is another one: reports of two bodies of one form are two."""


def known_again(page: Page, article: Article) -> float | None:
    """How much an article of another name has in common with a page, if that is enough for it to be the page's."""
    same = {
        field
        for field in ("date", "title", "url")
        if getattr(page.article, field) == getattr(article, field)
        or page.compiled.article.get(field) == digest(getattr(article, field))
    }
    if "date" not in same:
        return None
    given = {field for field in ("url", "title") if getattr(page.article, field) and getattr(article, field)}
    if "url" in given & same:
        enough = KNOWN_BY_NAME
    elif given - same:
        enough = KNOWN_THOUGH
    else:
        enough = KNOWN_BY_NAME if given else KNOWN_AGAIN
    share = shared([sentence.text for sentence in page.sentences], article)
    return share if share >= enough else None


def shared(texts: Sequence[str], article: Article) -> float:
    """How much of the words of some sentences and of an article stands in both, by whole sentences (0–1).

    One that was changed a little counts half where a quarter stands there as it was; not without a date, since minutes
    are alike in what they say of each meeting.
    """
    source = Source(article.text)
    spans = source.sentences(texts)
    mine, its = sum(map(len, texts)), sum(len(squeeze(article.text[slice(*span)])) for span in article.paragraphs)
    both: float = sum(len(text) for text, span in zip(texts, spans, strict=True) if span is not None)
    if article.date is not None and both >= max(mine, its) / 4:
        changed = (text for text, span in zip(texts, spans, strict=True) if span is None)
        near = {source.likest(text, 0, 0): len(text) for text in changed}
        both += sum(size for text, size in near.items() if text is not None and text not in texts) / 2
    return both / max(mine, its, 1)
