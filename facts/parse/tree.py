"""A dependency parse as plain Python: tokens with their tags, and the tree of their heads and children.

Rules look at the words of a sentence again and again. Each look into spaCy makes a new object and a new text; here
everything is made once, when a paragraph is parsed. Names and meanings are spaCy's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Literal, overload


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Token:
    """A token; `original` is how the article has it, typographic quotes and all, `folded` how it is compared.

    A token equals itself only. Its head, its children and the edges of its subtree are set by `Doc`.
    """

    i: int
    idx: int
    text: str
    original: str
    whitespace_: str
    lower_: str
    folded: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_stop: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    is_sent_start: bool = dataclasses.field(default=False, init=False)
    doc: Doc = dataclasses.field(init=False)
    sent: Span = dataclasses.field(init=False)
    head: Token = dataclasses.field(init=False)
    lefts: tuple[Token, ...] = dataclasses.field(default=(), init=False)
    rights: tuple[Token, ...] = dataclasses.field(default=(), init=False)
    children: tuple[Token, ...] = dataclasses.field(default=(), init=False)
    left_edge: Token = dataclasses.field(init=False)
    right_edge: Token = dataclasses.field(init=False)

    def __len__(self) -> int:
        """How many characters it has."""
        return len(self.text)

    def __bool__(self) -> bool:
        """A word is always something, unlike None."""
        return True

    def __repr__(self) -> str:
        """The text."""
        return self.text

    def nbor(self, steps: int = 1) -> Token:
        """The word so many steps further on. Raises IndexError beyond the paragraph."""
        if self.i + steps < 0:
            raise IndexError(f"there is nothing {steps} steps from word {self.i}")
        return self.doc[self.i + steps]

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """It and its descendants, in the order of the text."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other conjuncts of its coordination ("A", "B" for C of "A, B and C")."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)


@dataclasses.dataclass(frozen=True, slots=True)
class Span(Sequence[Token]):
    """The words from `start` to `end` (exclusive) of a paragraph; `label_` is the label of an entity."""

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        """How many words it has."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """The words."""
        return iter(self.doc[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        """The words from the last to the first."""
        return reversed(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, n: int) -> Token: ...
    @overload
    def __getitem__(self, n: slice) -> list[Token]: ...
    def __getitem__(self, n: int | slice) -> Token | list[Token]:
        """A word, or a list of words, counted from the span's first."""
        return self.doc[self.start : self.end][n]

    @property
    def text(self) -> str:
        """The text, without the space behind it."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def start_char(self) -> int:
        """Where the text begins in the paragraph."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the text ends in the paragraph."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Token:
        """The root of a sentence in it, else the first of the words that are nearest to one."""
        words = self.doc[self.start : self.end]
        top = next((token for token in words if token.head is token), None)
        outer = (token for token in words if not self.start <= token.head.i < self.end)
        return top or min(outer, key=_distance, default=words[0])

    def char_span(self, start: int, end: int, *, alignment_mode: Literal["contract", "expand"]) -> Span | None:
        """The words of the text between two characters of the span, as `Doc.char_span` finds them."""
        return self.doc.char_span(self.start_char + start, self.start_char + end, alignment_mode=alignment_mode)


def _distance(token: Token) -> int:
    """How many words lie between a word and its sentence's root; loose punctuation and spaces are farthest from it."""
    if (token.is_punct or token.is_space) and not token.children:
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


class Doc(list[Token]):
    """The tokens of a paragraph, its sentences (`sents`) and entities (`ents`)."""

    def __init__(self, words: Sequence[Token], heads: Sequence[int], starts: Sequence[int], original: str) -> None:
        """Attach each word to the one at its place in `heads`, a root to itself; sentences begin at `starts`.

        `original` is the text as the article has it.
        """
        super().__init__(words)
        ends = [*starts, len(words)][1:]
        self.original = original
        self.text = "".join([word.text + word.whitespace_ for word in words])
        self.sents = tuple(Span(self, start, end) for start, end in zip(starts, ends, strict=True))
        self._attach(heads)
        self.ents = tuple(self._entities())

    def _attach(self, heads: Sequence[int]) -> None:
        for sentence in self.sents:
            self[sentence.start].is_sent_start = True
            for word in sentence:
                word.sent = sentence
        children: list[list[Token]] = [[] for _ in self]
        for word, head in zip(self, heads, strict=True):
            word.doc, word.head, word.left_edge, word.right_edge = self, self[head], word, word
            if head != word.i:
                children[head].append(word)
        for word, own in zip(self, children, strict=True):
            if own:
                word.children = tuple(own)
                word.lefts = tuple(child for child in own if child.i < word.i)
                word.rights = word.children[len(word.lefts) :]
        self._widen()

    def _widen(self) -> None:
        """Set the edges of each word's subtree: its first and its last word."""
        for word in self:
            token = word
            while word.i < token.head.left_edge.i:
                token = token.head
                token.left_edge = word
        for word in reversed(self):
            token = word
            while word.i > token.head.right_edge.i:
                token = token.head
                token.right_edge = word

    def _entities(self) -> Iterator[Span]:
        start = 0
        for n, word in enumerate(self):
            begins = word.ent_iob_ == "B"
            if begins or word.ent_iob_ != "I":
                if n > start and self[start].ent_type_:
                    yield Span(self, start, n, self[start].ent_type_)
                start = n
        if self and self[start].ent_type_:
            yield Span(self, start, len(self), self[start].ent_type_)

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end` (exclusive), none if it ends before it starts."""
        return Span(self, start, max(start, min(end, len(self))))

    def char_span(self, start: int, end: int, *, alignment_mode: Literal["contract", "expand"]) -> Span | None:
        """The words that lie between two characters ("contract"), or that have any character there ("expand").

        A space belongs to the word before it. None if one of the characters is outside, or no word is between them.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begin, stop = first.i, last.i
        if alignment_mode == "contract":
            begin += first.idx < start
            stop -= end < last.idx + len(last.text)
            return Span(self, begin, stop + 1) if begin <= stop else None
        begin += start == first.idx + len(first.text)
        return self.span(begin, stop + 1)

    def _at(self, position: int) -> Token | None:
        """The word at a character."""
        return next((w for w in self if w.idx <= position < w.idx + len(w.text) + len(w.whitespace_)), None)
