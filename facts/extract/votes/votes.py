"""Votes: how many were for, against and abstained, how close it was, and whether all were of one mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.decisions import VAGUE_MOTIONS, is_vague
from facts.extract.doings.events import answer_of
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.votes.motions import Motion, actions, is_contest, motion_among, motions_of, put_forward
from facts.extract.votes.voters import COUNTS, counted_in, sides, votes, votes_in
from facts.folding import squeezed
from facts.parse.clauses import Clause, governing
from facts.parse.phrases import lowered

_N = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + r")"
_ABSTAINED = rf"(?:,? (?:with|and|by|to)? ?(?P<abstained>{_N}) (?:\w+ )?abst\w+)?"
_FOR, _AGAINST = rf"(?P<for>{_N})", rf"(?P<against>{_N})"
_DIGITS = r"(?P<for>\d+)\s?[-–]\s?(?P<against>\d+)(?:[-–](?P<abstained>\d+))?"
_LED = r"by|vote of|votes? was|voted|vote:"
_DONE = r"passed|approved|adopted|carried|rejected|defeated"
NUMBER = re.compile(rf"\b{_N}\b", re.IGNORECASE)
SCORES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{_LED}) (?:a vote of |a margin of )?{_FOR}(?: votes?)? (?:to|against) {_AGAINST}\b(?: votes?)?"
        rf"{_ABSTAINED}",
        rf"\b{_FOR} votes? (?:to|against) {_AGAINST}\b(?: votes?)?"
        rf"{_ABSTAINED}",
        rf"\b{_FOR}(?: \w+)?(?: votes?)? (?:in favou?r|for),? (?:and |to |with )?{_AGAINST}"
        rf"(?: votes?)? (?:against|opposed){_ABSTAINED}",
        rf"\b(?:{_LED}|{_DONE}) (?:a )?{_DIGITS}\b(?! ?(?:per ?cent|%))",
        rf"\b{_DIGITS}(?= (?:vote|decision|ruling|majority|split)\b)",
    )
)
"""How the outcome of a vote is written: "by 11 votes to six, with two abstentions", "the 4-3 vote"."""

UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bby (?:consensus|acclamation)\b|\bnem\.? con\b|"
    r"\bwithout (?:a vote|opposition|objections?|dissent|a dissenting vote)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\b(?:not|n't|n’t|far from|almost|nearly) (?:\w+ )?unanim", re.IGNORECASE)
ALL = re.compile(rf"\ball (?:of )?(?:the )?(?P<number>{_N}) (?P<noun>\w+)", re.IGNORECASE)
RULINGS = frozenset({"decision", "judgement", "judgment", "opinion", "ruling", "verdict", "vote"})
"""Nouns of which it is said that they were unanimous."""

RECEIVING_VERBS = frozenset({"attract", "draw", "get", "obtain", "poll", "receive", "win"})
"""Verbs whose object may be the votes that somebody or something got."""

AIM = re.compile(r" (?P<aim>to [a-z]+ [^.,;:]{3,120})")
"""What was voted on, right behind the score: "voted 8-2 to sell the depot"."""

PERCENT = re.compile(r"\b(?P<share>\d[\d.,]*\s?(?:%|per ?cent)) of (?:the )?votes?(?: cast)?\b", re.IGNORECASE)


def facts(material: Material) -> Iterator[Draft]:
    """Yield how a vote came out, who voted how, and whether it was unanimous."""
    last: Motion | None = None
    for sentence in material.sentences:
        own = motions_of(sentence)
        yield from _scores(material, sentence, own, last)
        yield from sides(material, sentence, own, last)
        yield from _of_one_mind(sentence, own, last)
        yield from _deciding_vote(sentence, own, last, material)
        yield from _shares(sentence, own, last, material)
        yield from _received(sentence, last)
        proposed = put_forward(sentence) or [m for _, m in own if not is_vague(m.text)]
        if proposed or last is None or last.weak:
            last = next(iter(proposed or actions(sentence)), last)


def _scores(
    material: Material, sentence: Sentence, own: list[tuple[Clause, Motion]], last: Motion | None
) -> Iterator[Draft]:
    text = sentence.span.text
    taken: list[tuple[int, int]] = []
    for pattern in SCORES if NUMBER.search(text) else ():
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            first = sentence.span.char_span(match.start("for"), match.end("for"), alignment_mode="expand")
            if first is None:
                continue
            clause = governing(sentence.clauses, first[0])
            if clause is not None and is_contest(clause):
                yield from _contest(material, sentence, clause, match)
            else:
                aim = AIM.match(text, match.end())
                motion = motion_among(clause, own, last, material)
                yield from _score(sentence, Motion(f"the decision {aim['aim']}") if aim else motion, match)


def _score(sentence: Sentence, motion: Motion, match: re.Match[str]) -> Iterator[Draft]:
    """The facts of one outcome: the votes on each side, and how close it was."""
    span = sentence_span(sentence)
    more, less = match["for"], match["against"]
    pro, contra = (less, more) if motion.rejected and (votes_in(more) or 0) >= (votes_in(less) or 0) else (more, less)
    what = motion.text
    score = squeezed(match.string[match.start("for") : match.end()])
    yield from votes("for", what, pro, span)
    yield from votes("against", what, contra, span)
    if match["abstained"]:
        yield from votes("abstained", what, match["abstained"], span)
    done = "rejected" if motion.rejected else "adopted"
    variants: tuple[str, ...] = (
        f"What was the vote on {what}?",
        f"What was the result of the vote on {what}?",
        f"What was the margin in the vote on {what}?",
        f"How did the vote on {what} go?",
    )
    yield Draft("how", f"How close was the vote on {what}?", score, span, variants, None, 0.85)
    yield Draft(
        "how_many",
        f"By how many votes was {what} {done}?",
        score,
        span,
        (f"By what vote was {what} {done}?", f"What was the score of the vote on {what}?"),
        None,
        0.85,
    )
    if votes_in(less):
        yield Draft(
            "yes_no",
            f"Was the vote on {what} unanimous?",
            f"No, the vote was {score}",
            span,
            (f"Was {what} {done} unanimously?", f"Did everybody vote for {what}?"),
            None,
            0.85,
        )


def _contest(material: Material, sentence: Sentence, clause: Clause, match: re.Match[str]) -> Iterator[Draft]:
    """The votes that each of two candidates got."""
    span = sentence_span(sentence)
    words = sentence.words_of(clause)
    rival = clause.first("object")
    score = squeezed(match.string[match.start("for") : match.end()])
    winner = words.subject if words is not None else None
    loser = (
        answer_of(rival, sentence.antecedents, material.parsed.article.text, clause)
        if rival is not None and not clause.passive
        else None
    )
    if clause.verb.lemma_ == "lose":
        winner, loser = None, winner
    if winner:
        against = f" against {loser}" if loser else ""
        yield Draft(
            "how_many",
            f"How many votes did {winner} get{against}?",
            match["for"],
            span,
            (f"How many votes did {winner} win{against}?", f"How many voted for {winner}?"),
            votes_in(match["for"]),
            0.85,
        )
        against = f" and {loser}" if loser else ""
        variants: tuple[str, ...] = (
            f"What was the margin in the vote between {winner}{against}?",
            f"By what score did {winner} win{f' against {loser}' if loser else ''}?",
            f"How close was the vote for {winner}?",
        )
        yield Draft(
            "how_many",
            f"By how many votes did {winner} {'beat ' + loser if loser else 'win'}?",
            score,
            span,
            variants,
            None,
            0.85,
        )
    if loser:
        yield Draft(
            "how_many",
            f"How many votes did {loser} get?",
            match["against"],
            span,
            (f"How many voted for {loser}?",),
            votes_in(match["against"]),
            0.8,
        )


def _of_one_mind(sentence: Sentence, own: list[tuple[Clause, Motion]], last: Motion | None) -> Iterator[Draft]:
    """Whether all agreed, where the sentence says so."""
    text = sentence.span.text
    found = UNANIMOUS.search(text)
    if found is None:
        return
    token = sentence.span.char_span(found.start(), found.end(), alignment_mode="expand")
    clause = governing(sentence.clauses, token[0]) if token is not None else None
    noun = next(
        (t for t in sentence.span if t.lemma_.lower() in RULINGS and (clause is None or t.head.i == clause.verb.i)),
        None,
    )
    here = [m for c, m in own if clause is not None and c.verb.i == clause.verb.i and not is_vague(m.text)]
    motion = here[0] if here else None
    if motion is None and noun is not None:
        motion = last if last is not None and noun.lower_ in VAGUE_MOTIONS else Motion(f"the {noun.lower_}")
    if motion is None:
        return
    span, what = sentence_span(sentence), motion.text
    if (every := ALL.search(text)) and noun is not None:
        question = f"How many {every['noun']} agreed on {what}?"
        variants: tuple[str, ...] = (f"How many {every['noun']} supported {what}?",)
        yield Draft("how_many", question, squeezed(every[0]), span, variants, votes_in(every["number"]), 0.85)
    words = sentence.words_of(clause) if clause is not None else None
    stated = words.statement() if words is not None else ""
    if not UNANIMOUS.search(stated):
        stated = squeezed(lowered(text, sentence.span[0])).rstrip(".")
    bare = what if what.startswith(("the decision", *(f"the {n}" for n in RULINGS))) else f"the decision on {what}"
    variants = (
        f"Did all members agree on {what}?",
        f"Did everybody vote for {what}?",
        f"Was {what} adopted unanimously?",
        f"Was the vote on {what} unanimous?",
    )
    answer = f"{'No' if SPLIT.search(text) else 'Yes'}, {stated}"
    yield Draft("yes_no", f"Was {bare} unanimous?", answer, span, variants, None, 0.85)


def _shares(
    sentence: Sentence, own: list[tuple[Clause, Motion]], last: Motion | None, material: Material
) -> Iterator[Draft]:
    """ "81.2% of the votes were cast against it", "adopted with 58% of the votes"."""
    text = sentence.span.text
    for match in PERCENT.finditer(text):
        token = sentence.span.char_span(match.start("share"), match.end("share"), alignment_mode="expand")
        if token is None:
            continue
        motion = motion_among(governing(sentence.clauses, token[0]), own, last, material)
        if motion.unknown:
            continue
        against = re.match(r"(?: were| was)?(?: cast)? against\b", text[match.end() :])
        side = "against" if against else "for"
        variants: tuple[str, ...] = (
            f"What percentage of the votes was cast {side} {motion.text}?",
            f"What percentage voted {side} {motion.text}?",
            f"How many voted {side} {motion.text}?",
        )
        yield Draft(
            "how_many",
            f"What share of the votes was cast {side} {motion.text}?",
            squeezed(match["share"]),
            sentence_span(sentence),
            variants,
            None,
            0.88,
        )


def _received(sentence: Sentence, last: Motion | None) -> Iterator[Draft]:
    """ "It received 25 votes"."""
    for clause in sentence.clauses:
        thing = clause.first("object")
        if clause.verb.lemma_ not in RECEIVING_VERBS or thing is None or thing.head.lemma_ != "vote":
            continue
        counted, words = counted_in(thing), sentence.words_of(clause)
        who = words.subject if words is not None else None
        if clause.subject is not None and clause.subject.head.lower_ == "it" and last is not None:
            who = last.text
        if counted and who:
            variants = (
                f"How many voted for {who}?",
                f"How many votes were cast for {who}?",
                f"How many votes did {who} get?",
            )
            value = votes_in(counted.number)
            question = f"How many votes did {who} receive?"
            yield Draft("how_many", question, counted.number, sentence_span(sentence), variants, value, 0.85)


def _deciding_vote(
    sentence: Sentence, own: list[tuple[Clause, Motion]], last: Motion | None, material: Material
) -> Iterator[Draft]:
    """ "She cast the deciding vote"."""
    for clause in sentence.clauses:
        thing = clause.first("object")
        words = sentence.words_of(clause)
        if words is None or thing is None or thing.head.lemma_ != "vote" or clause.passive or clause.negated:
            continue
        if clause.subject is None or not any(c.lower_ in ("deciding", "casting") for c in thing.head.children):
            continue
        what = motion_among(clause, own, last, material).text
        who = answer_of(clause.subject, sentence.antecedents, material.parsed.article.text, clause)
        variants = (f"Whose vote tipped the balance on {what}?", f"Whose vote decided on {what}?")
        yield Draft("who", f"Who cast the deciding vote on {what}?", who, sentence_span(sentence), variants, None, 0.88)
