"""Clause → the questions that people would ask for each of its phrases.

The words of a clause are put in order once, with mentions resolved and phrases shortened; a question is these words
with one phrase taken out and a question word in front (over-generation in the manner of Heilman & Smith 2010).
"""

from __future__ import annotations

import dataclasses
import re
from typing import Literal, NamedTuple

from facts import dates
from facts.parse.clauses import AUXILIARIES, RELATIVE_TAGS, Argument, Clause, particle
from facts.parse.phrases import Antecedents, compact, is_body, is_person, is_plural, lowered, resolved
from facts.parse.predicates import has_own_subject, verb_kind
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import DOCUMENT_NOUNS, MEETING_NOUNS, NOMINALISED, SAY_VERBS

RANKS = {
    role: rank
    for rank, role in enumerate(
        """object recipient attribute agent content manner oblique infinitive place time purpose""".split()
    )
}
"""Phrases that a question may repeat, by how much they say: those that say most have the lowest rank."""
QUOTES = str.maketrans("", "", '"“”')
"""Signs that a question is asked without."""
RELATIVE_TIME = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|ago|last|this|next|current\w*|earlier|later|recently|soon|then|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Time phrases that say nothing to somebody who asks on another day."""
LONGEST_REST = 22
"""How many words a question may have behind its verb."""
LONGEST_PIECE = 14
LONGEST_CONTENT = 20
"""How many words of what was said a question may repeat."""
KEPT_PREPOSITIONS = frozenset({"after", "around", "before", "by", "for", "from", "since", "till", "until"})
"""Prepositions of time that a question keeps in front of a date."""
LONG_SUBJECT = 6
"""Behind a subject of more words than this, a preposition is not left at the end either."""
STRANDED = 0
"""Behind how many words at most the preposition of an asked phrase is left at the end of its question."""
UNMOVED = frozenset({"to do"})
"""What ends a question and cannot stand in front of it."""
DEMONSTRATIVES = frozenset({"that", "these", "this", "those"})
"""Articles that point to what was said before, for which a question has "the"."""
UNNAMED = frozenset("he her him it itself one she that them themselves these they this those which who whom".split())
"""Words that name nothing to somebody who has not read the text."""


class Piece(NamedTuple):
    """A phrase of a clause and its text as it stands inside a question."""

    argument: Argument
    text: str


class VerbWords(NamedTuple):
    """The verb of a clause with its auxiliaries, as `ClauseWords` has them."""

    front: str
    middle: str
    base: str
    plain: str | None


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
        return _joined(self.subject, self.plain or f"{self.front} {self.middle} {self.base}", self.rest(None))

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


MISREAD = frozenset({"accord", "can", "could", "may", "might", "must", "owe", "shall", "should", "will", "would"})
"""Words that are no verbs of their own though a parse takes them for one."""
PREPOSITIONAL = frozenset({"concern", "consider", "exclude", "follow", "include", "regard", "start"})
"""Verbs whose participle is used as a preposition."""


def fronted(words: str, preposition: str) -> str:
    """Question words behind their preposition: "Who", "to" → "To whom"."""
    words = words[:1].lower() + words[1:]
    return f"{preposition[:1].upper()}{preposition[1:]} {'whom' if words == 'who' else words}"


def _same(a: Argument, b: Argument | None) -> bool:
    return b is not None and a.start == b.start and a.end == b.end


def _joined(*parts: str) -> str:
    return " ".join(" ".join(p for p in parts if p).split())


def _question(*parts: str) -> str:
    text = _joined(*parts).translate(QUOTES).rstrip(" ,;:.?–—-")
    return text[:1].upper() + text[1:] + "?"


def clause_words(clause: Clause, antecedents: Antecedents) -> ClauseWords | None:
    """The words of a clause in the order of a question; None where it has no subject that can be named."""
    subject = clause.subject
    if clause.lemma in MISREAD or (clause.verb.dep_ in ("prep", "pcomp") and clause.lemma in PREPOSITIONAL):
        return None
    if subject is None or subject.head.tag_ in RELATIVE_TAGS or subject.head.tag_ == "EX":
        return None
    name = _anchored(phrase(subject, antecedents), clause)
    if not name or len(name.split()) > 20 or subject.head.dep_.startswith("csubj") or says_nothing(name, clause):
        return None
    front, middle, base, plain = _verb_words(clause)
    if subject.head.lower_ == "i" and subject.start in antecedents:
        front = {"am": "is", "do": "does", "have": "has"}.get(front, front)
        if plain and clause.chain[0].tag_ in ("VBP", "VB"):
            plain = None
    pieces = []
    for argument in clause.arguments:
        text = _anchored(_piece(clause, argument, antecedents), clause)
        if text and len(text.split()) <= (LONGEST_CONTENT if argument.role == "content" else LONGEST_PIECE):
            pieces.append(Piece(argument, text))
    return ClauseWords(clause, name, front, middle, base, plain, tuple(pieces))


def phrase(argument: Argument, antecedents: Antecedents) -> str:
    """A phrase as it stands inside a question."""
    doc = argument.head.doc
    end = argument.end
    if (
        argument.role == "subject"
        and argument.head.dep_ in ("nsubj", "nsubjpass")
        and argument.head.head.i > argument.head.i
    ):
        end = min(end, argument.head.head.i)
    start = argument.start
    text = compact(argument.head, start, max(end, argument.head.i + 1), antecedents)
    if start not in antecedents and doc[start].lower_ in DEMONSTRATIVES and doc[start].dep_ == "det":
        text = f"the {text.partition(' ')[2]}"
    if not text or start in antecedents:
        return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text
    return lowered(text, doc[start])


def _anchored(text: str, clause: Clause) -> str:
    """A phrase with the days in it that only its reader could tell said in full: "the signing on 8 December 2021"."""
    if not RELATIVE_TIME.search(text):
        return text
    for when in reversed(dates.find(text, clause.paragraph.written, tense_of(clause))):
        if when.precision in ("day", "month", "year") and RELATIVE_TIME.search(when.text) and not when.approximate:
            before = text[: when.span[0]].rstrip()
            bound = before.lower().endswith(
                (" on", " in", " since", " until", " by", " from", " for", " after", " before")
            )
            link = "" if bound else "on " if when.precision == "day" else "in "
            text = f"{before} {link}{dates.readable(when.iso)}{text[when.span[1] :]}".strip()
    return text


def says_nothing(text: str, clause: Clause) -> bool:
    """Whether a phrase points to something that nobody can tell who has not read what stands before it.

    In the first sentence of an article nothing does: there it is all the name that there is.
    """
    if clause.paragraph.first and clause.sentence.start == 0:
        return False
    return text.lower().split()[-1:] != [] and text.lower().split()[-1] in UNNAMED


def _piece(clause: Clause, argument: Argument, antecedents: Antecedents) -> str:
    if argument.role == "manner" and argument.preposition == "in" and argument.end - argument.start == 2:
        return phrase(argument, antecedents)
    if argument.role in ("manner", "reason") or (
        argument.role == "time" and argument.head.pos_ in ("VERB", "AUX") and argument.head.dep_ != "prep"
    ):
        return ""
    if argument.preposition == "compared" or argument.head.lemma_ == "compare":
        return ""
    if argument.role == "content":
        return _said(argument, antecedents)
    if argument.role == "time":
        return _dated(clause, argument, antecedents)
    text = phrase(argument, antecedents)
    if says_nothing(text, clause):
        return ""
    return f"by {text}" if argument.role == "agent" else text


def _dated(clause: Clause, argument: Argument, antecedents: Antecedents) -> str:
    """A time phrase with its whole date: "on June 30" → "on 30 June 2020"; nothing where it depends on the reader's."""
    plain = argument.head.doc.span(argument.start, argument.end).text
    found = dates.find(plain, clause.paragraph.written, tense_of(clause))
    if len(found) == 1 and found[0].precision in ("day", "month", "year") and not found[0].approximate:
        before, after = plain[: found[0].span[0]].strip(), plain[found[0].span[1] :].strip(" ,")
        if len(before.split()) < 3 and not after and not found[0].time:
            preposition = before.split()[0].lower() if before else ""
            if preposition not in KEPT_PREPOSITIONS:
                preposition = "on" if found[0].precision == "day" else "in"
            return f"{preposition} {dates.readable(found[0].iso)}"
    if RELATIVE_TIME.search(plain) or len(plain.split()) > LONGEST_PIECE:
        return ""
    text = phrase(argument, antecedents)
    return re.sub(r"^following\b", "after", text, flags=re.IGNORECASE)


def tense_of(clause: Clause) -> Literal["past", "future"] | None:
    """ "future" where a clause's verb shows that it tells of what is to come, else None."""
    outer = clause.chain[0]
    helpers = {c.lower_ for c in outer.children if c.dep_ in ("aux", "auxpass")}
    if (
        helpers & {"will", "shall", "'ll", "would"}
        or clause.kind == "infinitive"
        or outer.lemma_ in ("schedule", "slate", "plan", "expect")
    ):
        return "future"
    if len(clause.chain) > 1 and any(c.tag_ == "TO" for c in clause.verb.children):
        return "future"
    return None


def _said(argument: Argument, antecedents: Antecedents) -> str:
    """What was said as a question may repeat it: its first words, cut where a phrase begins."""
    doc = argument.head.doc
    tokens = [t for t in doc[argument.start : argument.end] if t.text not in '"']
    if not tokens or verb_kind(argument.head) != "finite" or not has_own_subject(argument.head):
        return ""
    if len(tokens) > LONGEST_CONTENT - 3:
        borders = [
            t
            for t in tokens[6 : LONGEST_CONTENT - 3]
            if t.dep_ in ("prep", "cc", "mark", "advmod") or t.tag_ == "TO" or t.text in ",;–—"
        ]
        if not borders:
            return ""
        tokens = [t for t in tokens if t.i < borders[-1].i]
    text = resolved(doc, [t.i for t in tokens], antecedents)
    if tokens[0].lower_ in ("that", "how", "whether", "what", "why", "when", "where", "which", "who", "if"):
        return text[:1].lower() + text[1:]
    return f"that {text if tokens[0].i in antecedents else lowered(text, tokens[0])}"


def _verb_words(clause: Clause) -> VerbWords:
    """The verb of a clause and its auxiliaries, as they stand in a question and in a statement."""
    outer = clause.chain[0]
    auxiliaries = [c for c in outer.children if c.dep_ in AUXILIARIES and c.i < outer.i]
    source = outer
    while (
        not auxiliaries
        and source.dep_ == "conj"
        and source.head.pos_ in ("VERB", "AUX")
        and outer.tag_ in ("VB", "VBN", "VBG")
    ):
        source = source.head
        auxiliaries = [c for c in source.children if c.dep_ in AUXILIARIES and c.i < source.i]
    words = [_full(a.lower_) for a in auxiliaries if a.tag_ != "TO"]
    negation = "not" if any(c.dep_ == "neg" for t in clause.chain for c in t.children) else ""
    plural = clause.subject is not None and is_plural(clause.subject.head)
    tail = _tail(clause)
    lemma = outer.lemma_.lower()
    if clause.kind == "infinitive" and (not words or any(a.tag_ == "TO" for a in auxiliaries)):
        words = ["were" if plural else "was", "to", *words]
        return VerbWords(
            words[0],
            _joined(negation, *words[1:]),
            _joined(lemma if "be" not in words else outer.lower_, tail),
            None,
        )
    if words and words[0] in ("having", "being"):
        words = ["had" if words[0] == "having" else "was", *words[1:]]
    if words and words[0] not in ("be", "been"):
        return VerbWords(words[0], _joined(negation, *words[1:]), _joined(outer.text, tail), None)
    if lemma == "be":
        word = _full(outer.lower_) if outer.tag_ in ("VBD", "VBZ", "VBP") else ("were" if plural else "was")
        return VerbWords(word, negation, tail, None if negation else _joined(word, tail))
    if clause.passive:
        return VerbWords(
            "were" if plural else "was",
            _joined(negation, *(w for w in words if w == "been")),
            _joined(outer.text, tail),
            None,
        )
    if outer.tag_ in ("VBZ", "VBP"):
        return VerbWords(
            "does" if outer.tag_ == "VBZ" else "do",
            negation,
            _joined(lemma, tail),
            None if negation else _joined(outer.text, tail),
        )
    plain = outer.text if outer.tag_ == "VBD" else past(lemma)
    return VerbWords("did", negation, _joined(lemma, tail), None if negation else _joined(plain, tail))


def _full(word: str) -> str:
    return {
        "'ll": "will",
        "'d": "would",
        "'ve": "have",
        "'re": "are",
        "'s": "is",
        "'m": "am",
        "wo": "will",
        "ca": "can",
    }.get(word, word)


def _tail(clause: Clause) -> str:
    """What follows the first verb of a chain: its particle and the other verbs."""
    parts = [particle(clause.chain[0])]
    for verb in clause.chain[1:]:
        parts += [c.lower_ for c in verb.children if c.dep_ in (*AUXILIARIES, "neg") and c.i < verb.i]
        parts += [verb.text, particle(verb)]
    return _joined(*parts)


def question_word(argument: Argument) -> str:
    """ "Who" for somebody or a body, else "What"."""
    head = argument.head
    if head.like_num and head.pos_ == "NUM":
        of = next((c for c in head.children if c.lower_ == "of"), None)
        whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if whole is None:
            return "How many"
        return "Who" if is_person(whole) else "What"
    named = (
        head.pos_ == "PROPN"
        and head.ent_type_ in ("", "PERSON", "ORG", "NORP", "GPE")
        and head.lemma_.lower() not in MEETING_NOUNS
    )
    if head.lemma_.lower() in DOCUMENT_NOUNS:
        return "What"
    return "Who" if named or is_person(head) or is_body(head) else "What"


def is_said(clause: Clause) -> bool:
    """Whether a clause tells what somebody said."""
    return clause.verb.lemma_.lower() in SAY_VERBS


def of_nominalisation(noun: Token, antecedents: Antecedents, word: str) -> list[str]:
    """The question with a verb for the noun: "When did the governor resign?" of "the resignation of the governor"."""
    verb = NOMINALISED.get(noun.lemma_.lower())
    if verb is None:
        return []
    of = next((c for c in noun.children if c.lower_ in ("of", "by") and c.dep_ == "prep"), None)
    who = (
        next((c for c in of.children if c.dep_ == "pobj"), None)
        if of is not None
        else next((c for c in noun.children if c.dep_ == "poss"), None)
    )
    if who is None:
        return []
    name = compact(who, who.left_edge.i, who.right_edge.i + 1, antecedents)
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    name = lowered(name, who.doc[who.left_edge.i])
    if verb.startswith("be "):
        return [f"{word} {'were' if is_plural(who) else 'was'} {name} {verb[3:]}?"]
    return [f"{word} did {name} {verb}?"]
