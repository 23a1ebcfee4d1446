"""Notes and tasks of minutes that tell nothing to whoever was not there: "waiting on the PR", "add message"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from facts.extract.draft import Draft, Material
from facts.extract.minutes.readable import lacks_article
from facts.parse.tree import Doc, Token

NOTES: Final = frozenset({"minutes.item", "minutes.note", "minutes.said", "minutes.told"})
TASKS: Final = frozenset({"minutes.action", "minutes.task", "minutes.who_task"})
POINTING: Final = re.compile(
    r"\b(?:this|that|the) (?:PR|issue|pull request|thread|ticket)s?\b|\bin (?:the |an? )?(?:issue|thread)\b"
    r"|\bsee (?:above|below|here)\b",
    re.IGNORECASE,
)
"""What only those at the table, or on a website, have before them."""
LINK: Final = re.compile(r"(?:\S+ )?(?:https?://|www\.)\S+|[\w./-]*#\d+")
"""An answer that is a link alone."""
READY: Final = re.compile(r"(?:blocked|done|landed|merged|pending|ready|still|waiting)\b", re.IGNORECASE)
"""How a note begins that leaves out what is ready."""
OPENING: Final = 3
"""By how many of its first words a note is found in its paragraph."""
OBJECTS: Final = frozenset({"dobj", "pobj"})


def jottings(material: Material) -> Callable[[Draft], bool]:
    """Whether a draft of an article's minutes is a jotting: without its subject, its articles, or what it is about."""
    docs = [(p.start, p.start + len(p.doc.text), p.doc) for p in material.parsed.paragraphs]

    def is_jotting(draft: Draft) -> bool:
        if draft.rule not in NOTES | TASKS:
            return False
        told = draft.question if draft.rule == "minutes.who_task" else draft.answer
        if POINTING.search(told) or LINK.fullmatch(told):
            return True
        found = [doc for start, end, doc in docs if start < draft.span[1] and draft.span[0] < end]
        if draft.rule in TASKS:
            tasks = draft.value if isinstance(draft.value, list) else [draft.answer]
            bare = _lacks_word if " about “" in draft.question else _lacks_articles
            return any(bare(doc, task) for doc in found for task in tasks)
        notes = draft.value if isinstance(draft.value, tuple) else (draft.answer,)
        return any(READY.match(note) or any(_begins_bare(doc, note) for doc in found) for note in notes)

    return is_jotting


def _begins_bare(doc: Doc, note: str) -> bool:
    """Whether a note begins with its verb: "Waiting on the board", "Has two approvals", and no name made of one."""
    first = next(_tokens(doc, " ".join(note.split()[:OPENING])), None)
    if first is None or first.lower_ in ("let", "thank", "thanks"):
        return False
    return first.tag_ in ("MD", "VB", "VBD", "VBN", "VBP", "VBZ") or (
        first.tag_ == "VBG" and first.dep_ not in ("amod", "compound", "csubj", "nsubj", "nsubjpass")
    )


def _lacks_articles(doc: Doc, task: str) -> bool:
    """Whether a task is jotted down: the noun of its verb, or two of its nouns, have no article."""
    lacking = [t for t in _tokens(doc, task) if t.dep_ in OBJECTS and t.pos_ == "NOUN" and lacks_article(t)]
    return len(lacking) > 1 or any(t.dep_ == "dobj" for t in lacking)


def _lacks_word(doc: Doc, task: str) -> bool:
    """Whether a task under an item is no plain "open issue": a noun with more to it has no article, "new plan"."""
    lacking = [t for t in _tokens(doc, task) if t.dep_ == "dobj" and t.pos_ == "NOUN" and lacks_article(t)]
    return any(c.dep_ == "amod" for t in lacking for c in t.lefts)


def _tokens(doc: Doc, text: str) -> Iterator[Token]:
    """Yield the words of a text as a paragraph has them; none where the text was put together."""
    start = doc.original.lower().find(text.lower())
    if start >= 0:
        yield from (t for t in doc if start <= t.idx < start + len(text))
