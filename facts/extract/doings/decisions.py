"""What was decided: decisions, what became of proposals, what was put off, and why."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.doings.assertions import is_asserted
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import bullets
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import Antecedents, is_person, lowered, resolved, verbatim
from facts.questions import ClauseWords

ADOPTING_VERBS = frozenset(
    """accept adopt affirm agree approve authorise authorize back carry clear confirm endorse enact grant pass ratify
    sanction support uphold""".split()
)
"""Verbs by which a proposal is made a decision (lemmas)."""

OUTRIGHT = frozenset({"adopt", "approve", "defeat", "defer", "endorse", "ratify", "reject", "support"})
"""Verbs that, in the passive, make whatever they are said of a proposal."""

REJECTING_VERBS = frozenset(
    """decline defeat deny dismiss drop lose overturn quash refuse reject scrap turn-down veto vote-down
    withdraw""".split()
)
"""Verbs by which a proposal comes to nothing."""

DEFERRING_VERBS = frozenset("adjourn defer delay postpone put-off refer send-back shelve table".split())
"""Verbs by which a decision is left for later."""

DECIDING_VERBS = frozenset("commit decide opt pledge resolve sign undertake vote".split())
SETTLING_VERBS = ADOPTING_VERBS | DECIDING_VERBS
STOPPING_VERBS = REJECTING_VERBS | DEFERRING_VERBS
RESOLVING_VERBS = SETTLING_VERBS | STOPPING_VERBS
"""Verbs of deciding whose object is not a proposal."""

PROPOSING_VERBS = frozenset(
    {"bring-forward", "move", "propose", "put-forward", "recommend", "request", "submit", "suggest"}
)
"""Verbs of putting something before a meeting."""

PROPOSAL_NOUNS = frozenset(
    """accord account agenda agreement amendment appeal application bid bill budget code compromise constitution
    contract convention deal decision declaration document draft framework law measure minutes motion nomination
    offer ordinance petition plan policy programme project proposal recommendation reform report request
    resolution roadmap rule scheme statement strategy tender text treaty""".split()
)
"""Nouns for what is put before a meeting to be adopted or not."""

VAGUE_MOTIONS = frozenset(
    {"decision", "vote", "result", "outcome", "move", "step", "it", "this", "that", "poll", "ballot"}
)
"""Nouns that point back to a decision told of before."""

ACCORD_NOUNS = frozenset({"accord", "agreement", "compromise", "consensus", "deal", "decision", "unanimity"})
LONGEST_MOTION = 24
"""Tokens that a motion may have in a question."""

LONGEST_STATED = 140
"""Code points of a sentence that a yes or no is answered with as it stands."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the meeting decided, and what it did not."""
    proposed: str | None = None
    for sentence in material.sentences:
        before, proposed = proposed, None
        for clause in sentence.clauses:
            proposed = proposed or _proposed(clause, sentence)
            if clause.kind != "finite" or not is_asserted(clause):
                continue
            words = sentence.words_of(clause)
            if words is None:
                continue
            if len(clause.chain) == 1:
                yield from _decision(material, sentence, clause)
                yield from _outcome(material, sentence, clause, words, before)
                yield from _no_accord(material, sentence, clause, words)
                yield from _refused(sentence, clause, words)
    yield from _listed(material)


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


def motion_of(clause: Clause, words: ClauseWords, antecedents: Antecedents) -> str | None:
    """What was decided or voted on in a clause, as it stands in a question: "her amendment", "the decision to …"."""
    verb = verb_of(clause)
    thing = clause.subject if clause.passive else clause.first("object")
    if thing is not None or clause.passive:
        if thing is not None and thing.head.pos_ == "PRON":
            return thing.head.lower_
        return said(thing, antecedents) if thing is not None else None
    about = next((a for a in clause.all("oblique") if a.preposition in ("for", "against", "on", "upon")), None)
    if verb in ("vote", "agree") and about is not None:
        text = next((t for a, t in words.pieces if a.start == about.start), None)
        return re.sub(rf"^{about.preposition}(?: a vote on)?\s*", "", text) or None if text else None
    decided = clause.first("infinitive", "content")
    if decided is not None:
        text = said(decided, antecedents)
        return f"the decision {text}" if decided.role == "infinitive" else f"the decision that {text}"
    return None


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


def _proposed(clause: Clause, sentence: Sentence) -> str | None:
    """What a clause tells to have been proposed."""
    thing = clause.subject if clause.passive else clause.first("object")
    if verb_of(clause) in PROPOSING_VERBS and thing is not None and thing.head.pos_ in ("NOUN", "PROPN"):
        return said(thing, sentence.antecedents)
    return None


def _decision(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    if verb_of(clause) not in RESOLVING_VERBS or clause.negated:
        return
    name = material.label
    words = sentence.words_of(clause)
    what = clause.first("object", "infinitive", "content") or next(
        (a for a in clause.all("oblique") if a.preposition in ("to", "on", "for")), None
    )
    adopted = verb_of(clause) in SETTLING_VERBS
    if (what is None and clause.passive) or (clause.passive and what is not None and what.role == "oblique"):
        what = clause.subject
    if what is None or words is None or name is None:
        return
    said_so = verbatim(material.parsed.article.text, sentence.paragraph, what.start, what.end)
    if len(said_so.split()) < 3 or (not adopted and not _is_proposal(what)):
        return
    span = sentence_span(sentence)
    if adopted:
        variants: tuple[str, ...] = (
            f"What did {name} decide?",
            f"What was agreed at {name}?",
            f"What was the outcome of {name}?",
        )
        yield Draft("what", f"What was decided at {name}?", said_so, span, variants, None, 0.7)
    else:
        outcome = "rejected" if verb_of(clause) in REJECTING_VERBS else "put off"
        yield Draft(
            "what",
            f"What was {outcome} at {name}?",
            said_so,
            span,
            (f"What was not decided at {name}?", f"Which proposal was {outcome} at {name}?"),
            None,
            0.7,
        )


def _is_proposal(argument: Argument) -> bool:
    return argument.head.lemma_.lower() in PROPOSAL_NOUNS


def _outcome(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, proposed: str | None
) -> Iterator[Draft]:
    """Whether a proposal was adopted, and why not; `proposed` is the proposal that the sentence before tells of."""
    fell = _fell(clause)
    thing = clause.subject if clause.passive or fell else clause.first("object")
    decided = _decided(clause, thing, fell=fell)
    if thing is None or decided is None:
        return
    motion = said(thing, sentence.antecedents)
    if thing.head.lower_ in ("it", "this") and proposed is not None:
        motion = proposed
    if is_vague(motion):
        return
    plural = (words.front in ("were", "have") and thing is clause.subject) or thing.head.tag_ == "NNS"
    be = "Were" if plural else "Was"
    done = "taken" if thing.head.lemma_ == "decision" else "adopted"
    answer = f"{'Yes' if decided else 'No'}, {_stated(material, sentence, clause, words, motion, thing)}"
    variants: tuple[str, ...] = (
        f"{be} {motion} approved?",
        f"Did {motion} pass?",
        f"{be} {motion} accepted?",
        f"Did {motion} go through?",
        f"{be} {motion} supported?",
    )
    if not clause.passive and not fell:
        variants = (*variants, f"Did {words.subject} agree to {motion}?", f"Did {words.subject} accept {motion}?")
    yield Draft("yes_no", f"{be} {motion} {done}?", answer, sentence_span(sentence), variants, None, 0.85)
    if not decided:
        yield from _why_not(material, sentence, clause, f"{be.lower()} {motion}", motion, done)


def _fell(clause: Clause) -> bool:
    """Whether the subject of a clause is said to have failed: "the motion fell short of a majority"."""
    verb = verb_of(clause)
    short = any(a.preposition == "short" or a.head.lower_ == "short" for a in clause.arguments)
    return verb == "fail" or (verb == "fall" and short)


def _decided(clause: Clause, thing: Argument | None, *, fell: bool) -> bool | None:
    """Whether a clause says that a thing was adopted; None where it says neither that nor that it was not."""
    verb = verb_of(clause)
    if thing is None or not (
        _is_proposal(thing) or (clause.passive and verb in OUTRIGHT and not is_person(thing.head))
    ):
        return None
    if any(c.lower_ == "being" for c in clause.verb.children):
        return None
    if verb == "support" and not clause.negated and not any(a.head.lemma_ == "vote" for a in clause.arguments):
        return None
    if verb in ADOPTING_VERBS:
        return not clause.negated
    return False if (verb in STOPPING_VERBS or fell) and not clause.negated else None


def _stated(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, motion: str, thing: Argument
) -> str:
    """What a clause says of a motion, the motion named in full; the whole sentence as it stands if that is short."""
    plain = sentence.span.text.strip().rstrip(".")
    named = thing.start in sentence.antecedents
    opens = clause.verb.dep_ == "ROOT" and thing is clause.subject and thing.start == sentence.span.start
    if opens and not named and len(plain) < LONGEST_STATED:
        return lowered(plain, sentence.span[0])
    if _fell(clause) or "-" in verb_of(clause):
        tail = max(
            (a.end for a in clause.arguments if a.role in ("oblique", "place", "time", "manner")),
            default=clause.verb.i + 1,
        )
        behind = verbatim(material.parsed.article.text, sentence.paragraph, clause.verb.i, max(tail, clause.verb.i + 1))
        who = motion if thing is clause.subject else words.subject
        return " ".join(f"{who} {words.front * clause.passive} {behind}".split())
    stated = words.statement()
    return stated.replace(words.subject, motion, 1) if thing is clause.subject else stated


def _why_not(
    material: Material, sentence: Sentence, clause: Clause, was: str, motion: str, done: str
) -> Iterator[Draft]:
    """Why a motion was not adopted, and until when it was put off; `was` is "was" and the motion."""
    text, span = material.parsed.article.text, sentence_span(sentence)
    reason = clause.first("reason") or _reason(clause)
    if reason is not None:
        why = verbatim(text, sentence.paragraph, reason.start, reason.end)
        variants: tuple[str, ...] = (
            f"Why {was} not approved?",
            f"Why {was} rejected?",
            f"Why was no decision taken on {motion}?",
            f"Why was nothing decided on {motion}?",
        )
        yield Draft("why", f"Why {was} not {done}?", why, span, variants, None, 0.85)
    until = next(
        (a for a in clause.arguments if a.preposition in ("until", "till", "to") and a.role in ("time", "oblique")),
        None,
    )
    if verb_of(clause) in DEFERRING_VERBS and until is not None:
        when = verbatim(text, sentence.paragraph, until.start, until.end)
        variants = (
            f"When will {motion} be decided?",
            f"When will {motion} be taken up again?",
            f"When is {motion} on the agenda again?",
        )
        yield Draft("when", f"Until when {was} put off?", when, span, variants, None, 0.8)


def _reason(clause: Clause) -> Argument | None:
    """ "After objections", "over costs", "at the request of": what a proposal failed for, without a "because"."""
    return next(
        (
            a
            for a in clause.arguments
            if a.preposition in ("after", "over", "following", "on")
            and a.role in ("oblique", "time")
            and not a.head.ent_type_
        ),
        None,
    )


def _no_accord(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "No agreement was reached on X", "they could not reach a consensus on X"."""
    thing = clause.subject if clause.passive else clause.first("object")
    if (
        thing is None
        or thing.head.lemma_.lower() not in ACCORD_NOUNS
        or clause.verb.lemma_.lower() not in ("reach", "find", "take", "make", "come", "agree", "strike")
    ):
        return
    no = any(c.lower_ == "no" for c in thing.head.children)
    noun = thing.head.lower_
    about = next((c for c in thing.head.children if c.dep_ == "prep" and c.lower_ in ("on", "about", "over")), None)
    oblique = next((a for a in clause.all("oblique", "place") if a.preposition in ("on", "about", "over")), None)
    if about is not None:
        motion = resolved(thing.head.doc, list(range(about.i, about.right_edge.i + 1)), sentence.antecedents)
    elif oblique is not None:
        motion = resolved(thing.head.doc, list(range(oblique.start, oblique.end)), sentence.antecedents)
    else:
        return
    negative = no or clause.negated
    said_so = verbatim(material.parsed.article.text, sentence.paragraph, clause.sentence.start, clause.sentence.end)
    who = "they" if clause.passive or clause.subject is None else words.subject
    article = "an " if noun[0] in "aeiou" else "a "
    article = "" if noun in ("agreement", "consensus", "unanimity") else article
    yield Draft(
        "yes_no",
        f"Was {article}{noun} reached {motion}?",
        f"{'No' if negative else 'Yes'}, {lowered(said_so, clause.sentence[0]).rstrip('.')}",
        sentence_span(sentence),
        (f"Did {who} agree {motion}?", f"Did members agree {motion}?", f"Was there agreement {motion}?"),
        None,
        0.85,
    )


def _refused(sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The council refused to grant X": whether it granted X."""
    what = clause.first("infinitive")
    if (
        clause.lemma not in ("refuse", "decline", "fail")
        or len(clause.chain) > 1
        or clause.negated
        or clause.passive
        or what is None
    ):
        return
    rest = what.head.doc[what.end : clause.sentence.end]
    if not any(t.pos_ in ("VERB", "AUX") for t in rest):
        what = dataclasses.replace(what, end=clause.sentence.end)
    done = re.sub(r"^to\s+", "", said(what, sentence.antecedents))
    answer = f"No, {words.subject} {words.plain or clause.verb.text} to {done}"
    yield Draft("yes_no", f"Did {words.subject} {done}?", answer, sentence_span(sentence), (), None, 0.85)


def _listed(material: Material) -> Iterator[Draft]:
    for group in bullets(material):
        if group.intro is not None and re.search(
            r"\b(?:decisions?|decided|agreed|resolved|resolutions?|actions?|action items?|next steps)\b",
            group.heading,
            re.IGNORECASE,
        ):
            name = material.label or "the meeting"
            all_items = "; ".join(group.items)
            if len(all_items) < 590:
                steps = re.search(r"action|step", group.heading, re.IGNORECASE)
                question = f"What are the next steps after {name}?" if steps else f"What was decided at {name}?"
                yield Draft(
                    "list", question, all_items, group.span, (f"What did {name} agree?",), list(group.items), 0.8
                )
