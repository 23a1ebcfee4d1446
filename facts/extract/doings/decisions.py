"""What was decided: decisions, what became of proposals, what was put off, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.answers import bare, is_cut, whole_end
from facts.extract.answers import said as said_plainly
from facts.extract.doings.asked import at_meeting, said_when
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.doings.names import LITTLE
from facts.extract.doings.repeated import is_said_again
from facts.extract.doings.verbs import ADOPTED, ASKED_TO_DO, STOPPED
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import Antecedents, lowered, resolved
from facts.questions import ClauseWords, phrased

RESOLVING_VERBS = frozenset(
    """accept adjourn adopt affirm agree approve authorise authorize back carry clear commit confirm decide decline
    defeat defer delay deny dismiss drop enact endorse grant lose opt overturn pass pledge postpone put-off quash ratify
    refer refuse reject resolve sanction scrap send-back shelve sign support table turn-down undertake uphold veto vote
    vote-down withdraw""".split()
)
"""Verbs of deciding (lemmas), one way or the other or not yet."""

PROPOSAL_NOUNS = frozenset(
    """accord account agenda agreement amendment appeal application bid bill budget code compromise constitution
    contract convention deal decision declaration document draft framework law levy measure minutes motion nomination
    offer ordinance petition plan policy programme project proposal recommendation reform report request
    resolution roadmap rule scheme statement strategy tender text treaty""".split()
)
"""Nouns for what is put before a meeting to be adopted or not."""

VAGUE_MOTIONS = frozenset(
    {"decision", "vote", "result", "outcome", "move", "step", "it", "this", "that", "poll", "ballot"}
)
"""Nouns that point back to a decision told of before."""

ALIKE = frozenset({"agenda", "application", "bid", "motion", "proposal", "request"})
"""What every meeting has, or several of: by the noun alone none is named."""

POINTING = re.compile(r"\b(?:these|those|this) ")
"""What in an answer points to what was told before."""
PLAIN = frozenset({"VB", "VBP"})
"""Tags of verbs that may go on a list of what was agreed to be done."""
LONGEST_MOTION = 24
"""Tokens that a motion may have in a question."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was decided, and what became of proposals."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if not is_told(clause):
                continue
            for words in sentence.readings(clause):
                if len(clause.chain) == 1:
                    yield from _fate(material, sentence, clause, words)
                yield from _agreed(material, sentence, clause, words)


REFUSING = frozenset({"decline", "refuse"})
SAYING = re.compile(r"(?:to )?(?:answer|comment|confirm|discuss|elaborate|give|name|reveal|say|tell)\b")
"""What somebody declines to do before whoever asks."""


def _agreed(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council decided to close the pier": what it decided to do; "agreed on a levy": what it agreed on."""
    lemma = clause.verb.lemma_.lower()
    if lemma not in ASKED_TO_DO or clause.passive or len(clause.chain) > 1 or clause.first("object"):
        return
    what = clause.first("infinitive")
    if what is None and lemma == "agree":
        what = clause.first("content") or next(
            (a for a in clause.all("oblique") if a.preposition in ("on", "to")), None
        )
    if what is None or what.start < clause.verb.i:
        return
    if what.role == "infinitive" and any(a.preposition == "on" and a.start < what.start for a in clause.all("oblique")):
        return  # "agreed on plans to mend it"
    role, preposition = what.role, what.preposition
    if is_said_again(
        material,
        sentence,
        clause,
        like=lambda other: any(a.role == role and a.preposition == preposition for a in other.arguments),
    ):
        return
    behind = [a for a in clause.arguments if a.start >= what.start]
    tail = "to do" if what.role == "infinitive" else what.preposition or ""
    question = said_when(material, at_meeting(material, words.ask("What", *behind, tail=tail), words), words)
    answer = said_plainly(clause.verb.doc, what.start + bool(what.preposition), whole_end(what), sentence.antecedents)
    if lemma in REFUSING and answer and SAYING.match(answer):
        return  # "declined to say whether she would run": that may have been anywhere
    if answer and (LITTLE.fullmatch(answer) or POINTING.search(answer) or (material.label or "-") in answer):
        return
    doc, end = clause.verb.doc, whole_end(what)
    if is_cut(doc, what.start, end) or (end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].tag_ in PLAIN):
        return
    if question and answer and not (what.role == "infinitive" and not answer.startswith("to ")):
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.85, rule="decision.agreed")


def _fate(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The levy on moorings was put off until June": what was decided about it."""
    verb = verb_of(clause)
    thing = clause.subject
    if not clause.passive or thing is None or verb not in ADOPTED | STOPPED or not _is_proposal(thing):
        return
    if (
        clause.first("agent")
        or words.front not in ("was", "were")
        or words.middle
        or clause.verb.dep_ not in ("ROOT", "conj")
    ):
        return
    meeting = material.meeting_name
    doc = clause.verb.doc
    end = max(
        [clause.verb.i + 1, *(a.end for a in clause.arguments if a.role in ("oblique", "time", "manner", "agent"))]
    )
    answer = said_plainly(doc, clause.verb.i, end, sentence.antecedents, 24)
    if meeting is None or answer is None or clause.verb.i < thing.start or words.subject.startswith(("a ", "an ")):
        return
    if is_vague(words.subject) or fold(words.subject).split()[-1] in ALIKE:
        return  # one of several, which only the sentence before tells apart
    question = phrased("decision.fate", thing=words.subject, meeting=meeting)
    yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="decision.fate")


def verb_of(clause: Clause) -> str:
    """The verb of a clause with what makes it another verb: "put-off", "turn-down", "send-back"."""
    lemma = clause.lemma.replace(" ", "-")
    back = next(
        (
            c.lower_
            for c in clause.verb.children
            if c.dep_ in ("advmod", "prep") and c.lower_ in ("back", "off", "down") and c.i == clause.verb.i + 1
        ),
        None,
    )
    return f"{lemma}-{back}" if back and "-" not in lemma else lemma


def said(argument: Argument, antecedents: Antecedents) -> str:
    """A phrase with its mentions resolved, cut where it gets long; relative clauses left out."""
    doc = argument.head.doc
    noun = argument.head.pos_ not in ("VERB", "AUX")
    beside: set[int] = set()
    end = argument.end
    for child in argument.head.children:
        if noun and child.left_edge.i > argument.head.i:
            aimed = child.dep_ in ("acl", "relcl") and any(
                c.tag_ == "TO" and c.i == child.left_edge.i for c in child.children
            )
            if aimed and child.left_edge.i <= end:
                end = max(end, child.right_edge.i + 1)
            elif child.dep_ in ("relcl", "advcl", "appos"):
                beside.update(range(child.left_edge.i, child.right_edge.i + 1))
    tokens = [i for i in range(argument.start, end) if i not in beside]
    if len(tokens) > LONGEST_MOTION:
        cut = next(
            (i for i in tokens[10:] if doc[i].text in ",;:" or doc[i].dep_ in ("prep", "cc", "mark")),
            tokens[LONGEST_MOTION],
        )
        tokens = [i for i in tokens if i < cut]
    text = re.sub(r"^that\s+", "", resolved(doc, tokens, antecedents)).rstrip(" ,;:.")
    return text if tokens[0] in antecedents else lowered(text, doc[tokens[0]])


def is_vague(motion: str) -> bool:
    """Whether the words for a motion only point back to what was told before.

    >>> is_vague("the decision"), is_vague("the decision to close the bridge")
    (True, False)
    """
    rest = [
        w for w in re.findall(r"[a-z]+", fold(motion)) if w not in ("the", "a", "this", "that", "its", "their", "final")
    ]
    return not rest or (len(rest) == 1 and rest[0] in VAGUE_MOTIONS)


def _is_proposal(argument: Argument) -> bool:
    return argument.head.lemma_.lower() in PROPOSAL_NOUNS
