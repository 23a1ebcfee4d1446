"""The words of a clause, and the questions that they are put together to."""

from __future__ import annotations

import dataclasses
import re
from typing import NamedTuple

from facts.parse.clauses import Argument, Clause, particle
from facts.parse.verbs import past, third_person

NEEDED = frozenset({"object", "recipient", "attribute", "agent", "oblique", "manner"})
"""Phrases without which a clause says something else: a question repeats them, or is not asked."""
QUOTES = str.maketrans("", "", '"“”')
"""Signs that a question is asked without."""
RELATIVE = ("when ", "where ", "which ", "who ", "whose ")
"""How a clause begins that is none of a question's own phrases."""
STRANDED = frozenset({"as", "at", "by", "for", "from", "in", "of", "to", "with"})
"""Prepositions that no question for a subject ends with."""
APPOSITION = re.compile(r"(?:[A-Z][\w.’'-]* ?)+, (?:the|an?|her|his|its|their) [^,]+")
"""Somebody's name, and who that is behind a comma."""
SINGULAR = {"are": "is", "do": "does", "have": "has", "were": "was"}
"""Verbs in the plural, and in the singular."""
LONGEST_REST = 20
"""How many words a question may have behind its verb."""


class Piece(NamedTuple):
    """A phrase of a clause and its text inside a question: None where it cannot be said in full."""

    argument: Argument
    text: str | None


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
    bare: bool = False

    def rest(self, *asked: Argument | None, out: tuple[str, ...] = ()) -> str | None:
        """The phrases behind the verb but for those asked for and those of the roles `out`.

        None where one that is needed cannot be said in full, or where they are too many words for a question.
        """
        gone = {(a.start, a.end) for a in asked if a is not None}
        left = [p for p in self.pieces if (p.argument.start, p.argument.end) not in gone and p.argument.role not in out]
        if any(p.text is None and p.argument.role in NEEDED for p in left):
            return None
        if any((p.text or "").lower().startswith(RELATIVE) for p in left):
            return None
        verb = self.clause.verb.i
        left.sort(key=lambda p: (p.argument.role == "time", p.argument.start < verb, p.argument.start))
        text = joined(*(p.text or "" for p in left))
        torn = ", and " in text or sum(p.argument.role == "object" for p in left) > 1
        return None if torn or len(text.split()) > LONGEST_REST else text

    def statement(self) -> str | None:
        """The clause said plainly: "the Senate did not confirm the nomination"."""
        rest = self.rest()
        return None if rest is None else joined(self.subject, self.verb, rest)

    @property
    def verb(self) -> str:
        """The verb with its auxiliaries as it stands in a statement."""
        return self.plain or joined(self.front, self.middle, self.base)

    def ask(
        self, words: str, *asked: Argument | None, tail: str = "", last: str = "", out: tuple[str, ...] = ()
    ) -> str | None:
        """A question with `words` in front, for phrases that are not the subject; `tail` is left at its end."""
        whole, rest = self.rest(*asked, out=out), self.rest(*asked, out=(*out, "time"))
        if whole is None or rest is None:
            return None
        when = whole.removeprefix(rest)
        if last and when.split()[:1] == [last]:
            when = ""  # "vote on on 3 May"
        return _question(words, self.front, enclosed(self.subject), self.middle, self.base, tail, rest, last, when)

    def ask_subject(self, words: str, out: tuple[str, ...] = ()) -> str | None:
        """A question for the subject, "who" and "what" in the singular."""
        rest = self.rest(out=out)
        if rest is not None and rest.rpartition(" ")[2] in STRANDED:
            return None
        verb = self.singular if words in ("Who", "What") else self.verb
        return None if rest is None else _question(words, verb, rest)

    @property
    def singular(self) -> str:
        """The verb with its auxiliaries as it stands behind "who"."""
        if self.plain is None:
            return joined(SINGULAR.get(self.front, self.front), self.middle, self.base)
        first, _, others = self.plain.partition(" ")
        if self.clause.chain[0].tag_ == "VBP":
            first = SINGULAR.get(first) or third_person(first)
        return joined(SINGULAR.get(first, first), others)

    def ask_agent(self, words: str) -> str | None:
        """A question for who did it, of a clause in the passive voice."""
        rest = self.rest(self.clause.first("agent"))
        lemma = self.clause.verb.lemma_.lower()
        match self.front, self.middle:
            case "was" | "were", "":
                verb = past(lemma)
            case "will", "be":
                verb = f"will {lemma}"
            case "had" | "has" | "have", "been":
                verb = f"{SINGULAR.get(self.front, self.front)} {self.base.partition(' ')[0]}"
            case _:
                return None
        return (
            None if rest is None else _question(words, verb, particle(self.clause.verb), enclosed(self.subject), rest)
        )


def enclosed(subject: str) -> str:
    """A subject with a comma behind its apposition, as it stands before a verb.

    >>> enclosed("Ada Wren, the mayor"), enclosed("Ada Wren, the mayor, and Bo Tam"), enclosed("the mayor of Tarn")
    ('Ada Wren, the mayor,', 'Ada Wren, the mayor, and Bo Tam', 'the mayor of Tarn')
    """
    return f"{subject}," if APPOSITION.fullmatch(subject) else subject


def joined(*parts: str) -> str:
    """Words with single spaces between them, empty ones left out."""
    return " ".join(" ".join(p for p in parts if p).split())


def _question(*parts: str) -> str:
    text = joined(*parts).translate(QUOTES).rstrip(" ,;:.?–—-")
    return text[:1].upper() + text[1:] + "?"
