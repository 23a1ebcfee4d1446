"""The phrases of a clause as they stand inside a question, and what they say of time."""

from __future__ import annotations

import re
from typing import Literal

from facts import dates
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import Antecedents, compact, lowered, resolved
from facts.parse.predicates import has_own_subject, verb_kind

RELATIVE_TIME = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|ago|last|this|next|current\w*|earlier|later|recently|soon|then|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Time phrases that say nothing to somebody who asks on another day."""
LONGEST_PIECE = 14
"""How many words a phrase may have that a question repeats."""
LONGEST_CONTENT = 20
"""How many words of what was said a question may repeat."""
KEPT_PREPOSITIONS = frozenset({"after", "around", "before", "by", "for", "from", "since", "till", "until"})
"""Prepositions of time that a question keeps in front of a date."""
DEMONSTRATIVES = frozenset({"that", "these", "this", "those"})
"""Articles that point to what was said before, for which a question has "the"."""
UNNAMED = frozenset("he her him it itself one she that them themselves these they this those which who whom".split())
"""Words that name nothing to somebody who has not read the text."""


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


def anchored(text: str, clause: Clause) -> str:
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


def piece_text(clause: Clause, argument: Argument, antecedents: Antecedents) -> str:
    """A phrase that is not the subject, as a question repeats it; "" for one that no question repeats."""
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
