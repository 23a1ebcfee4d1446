"""The words of a clause, and the questions that they are put together to."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from facts.parse.clauses import Argument, Clause, particle
from facts.parse.verbs import past

RANKS = {
    role: rank
    for rank, role in enumerate(
        """object recipient attribute agent content manner oblique infinitive place time purpose""".split()
    )
}
"""Phrases that a question may repeat, by how much they say: those that say most have the lowest rank."""
QUOTES = str.maketrans("", "", '"“”')
"""Signs that a question is asked without."""
LONGEST_REST = 22
"""How many words a question may have behind its verb."""
LONG_SUBJECT = 6
"""Behind a subject of more words than this, a preposition is not left at the end either."""
STRANDED = 0
"""Behind how many words at most the preposition of an asked phrase is left at the end of its question."""
UNMOVED = frozenset({"to do"})
"""What ends a question and cannot stand in front of it."""


class Piece(NamedTuple):
    """A phrase of a clause and its text as it stands inside a question."""

    argument: Argument
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words of a clause, ready to be put in order.

    `front` is the auxiliary that a question begins with ("did", "will", "was"), `middle` the others, `base` the verb
    behind them, `plain` the verb as it stands in a statement without auxiliary (None where there is one).
    """

    clause: Clause
    subject: str
    front: str
    middle: str
    base: str
    plain: str | None
    pieces: tuple[Piece, ...]

    def rest(self, asked: Argument | None, also_out: tuple[str, ...] = ()) -> str:
        """The phrases behind the verb but for the asked one, the most telling kept where they are too many."""
        left: list[Piece] = []
        room = LONGEST_REST
        kept = [piece for piece in self.pieces if piece.argument.role in RANKS and piece.argument.role not in also_out]
        for piece in sorted(kept, key=lambda piece: RANKS[piece.argument.role]):
            size = len(piece.text.split())
            if size <= room and not _same(piece.argument, asked):
                left.append(piece)
                room -= size
        verb = self.clause.verb.i
        left.sort(key=lambda piece: (piece.argument.start < verb, piece.argument.start))
        return " ".join(piece.text for piece in left)

    def statement(self) -> str:
        """The clause said plainly: "the Senate did not confirm the nomination"."""
        return joined(self.subject, self.plain or f"{self.front} {self.middle} {self.base}", self.rest(None))

    def ask(self, words: str, asked: Argument | None, tail: str = "", out: tuple[str, ...] = ()) -> str:
        """A question with `words` in front, for a phrase that is not the subject."""
        rest = self.rest(asked, out)
        long = len(rest.split()) > STRANDED or len(self.subject.split()) > LONG_SUBJECT
        if tail and tail not in UNMOVED and (long or words.startswith("How")):
            words, tail = fronted(words, tail), ""
        return _question(words, self.front, self.subject, self.middle, self.base, rest, tail)

    def ask_subject(self, words: str) -> str:
        """A question for the subject."""
        verb = self.plain or f"{self.front} {self.middle} {self.base}"
        return _question(words, verb, self.rest(None))

    def borrowing(self, other: ClauseWords) -> ClauseWords:
        """The same words with the verb and phrases of another one: "the Senate did not" said in full."""
        base = other.clause.verb.lemma_.lower() if not other.clause.passive else other.base
        return dataclasses.replace(self, base=base, plain=None, pieces=other.pieces)

    def ask_agent(self, words: str) -> str:
        """A question for who did it, of a clause in the passive voice."""
        verb = past(self.clause.verb.lemma_.lower()) if self.front in ("was", "were", "") else ""
        rest = self.rest(self.clause.first("agent"))
        if verb and not self.middle.replace("been", "").strip():
            return _question(words, verb, particle(self.clause.verb), self.subject, rest)
        return _question(fronted(words, "by"), self.front, self.subject, self.middle, self.base, rest)


def fronted(words: str, preposition: str) -> str:
    """Question words behind their preposition: "Who", "to" → "To whom"."""
    words = words[:1].lower() + words[1:]
    return f"{preposition[:1].upper()}{preposition[1:]} {'whom' if words == 'who' else words}"


def _same(a: Argument, b: Argument | None) -> bool:
    return b is not None and a.start == b.start and a.end == b.end


def joined(*parts: str) -> str:
    """Words with single spaces between them, empty ones left out."""
    return " ".join(" ".join(p for p in parts if p).split())


def _question(*parts: str) -> str:
    text = joined(*parts).translate(QUOTES).rstrip(" ,;:.?–—-")
    return text[:1].upper() + text[1:] + "?"
