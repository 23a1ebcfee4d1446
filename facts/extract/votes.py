"""Votes: how many were for, against and abstained, who they were, and whether all were of one mind."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from spacy.tokens import Token

from facts.clauses import Argument, Clause
from facts.extract.decisions import (
    ADOPTING_VERBS,
    DECIDING_VERBS,
    DEFERRING_VERBS,
    PROPOSAL_NOUNS,
    REJECTING_VERBS,
    VAGUE_MATTERS,
    is_vague,
    matter_of,
    said,
    verb_of,
)
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.events import answer_of, is_asserted
from facts.extract.lists import coordinated, split_items, whole_subject
from facts.folding import squeezed
from facts.phrases import is_body, is_person, lowered, verbatim
from facts.questions import frame
from facts.words import NUMBER_WORDS

NOBODY = {"none": 0, "nil": 0, "no": 0, "nobody": 0}
COUNTS = NUMBER_WORDS | NOBODY
_N = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + r")"
_ABSTAINED = rf"(?:,? (?:with|and|by|to)? ?(?P<abstained>{_N}) (?:\w+ )?abst\w+)?"
SCORES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:by|vote of|votes? was|voted|vote:) (?:a vote of |a margin of )?(?P<for>{_N})(?: votes?)? (?:to|against) (?P<against>{_N})\b(?: votes?)?{_ABSTAINED}",
        rf"\b(?P<for>{_N}) votes? (?:to|against) (?P<against>{_N})\b(?: votes?)?{_ABSTAINED}",
        rf"\b(?P<for>{_N})(?: \w+)?(?: votes?)? (?:in favou?r|for),? (?:and |to |with )?(?P<against>{_N})(?: votes?)? (?:against|opposed){_ABSTAINED}",
        r"\b(?:by|vote of|voted|votes? was|passed|approved|adopted|carried|rejected|defeated|vote:) (?:a )?(?P<for>\d+)\s?[-–]\s?(?P<against>\d+)(?:[-–](?P<abstained>\d+))?\b(?! ?(?:per ?cent|%))",
        r"\b(?P<for>\d+)\s?[-–]\s?(?P<against>\d+)(?:[-–](?P<abstained>\d+))?(?= (?:vote|decision|ruling|majority|split)\b)",
    )
)
"""How the outcome of a vote is written: "by 11 votes to six, with two abstentions", "the 4-3 vote"."""

FOR_VERBS = frozenset({"back", "favor", "favour", "support"})
AGAINST_VERBS = frozenset({"dissent", "oppose"})
VOTING_WORDS = {
    **dict.fromkeys(("against", "nay", "no", "nays"), "against"),
    **dict.fromkeys(("for", "favour", "favor", "yes", "aye", "yea"), "for"),
}
"""What follows "vote", and the side that it means."""

UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bby (?:consensus|acclamation)\b|\bwithout (?:a vote|opposition|objections?|dissent|a dissenting vote)\b|\bnem\.? con\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\b(?:not|n't|n’t|far from|almost|nearly) (?:\w+ )?unanim", re.IGNORECASE)
ALL = re.compile(rf"\ball (?:of )?(?:the )?(?P<number>{_N}) (?P<noun>\w+)", re.IGNORECASE)
RULINGS = frozenset({"decision", "judgement", "judgment", "opinion", "ruling", "verdict", "vote"})
"""Nouns of which it is said that they were unanimous."""

CONTEST_VERBS = frozenset({"beat", "defeat", "edge", "elect", "outpoll", "win", "lose"})
PERCENT = re.compile(r"\b(?P<share>\d[\d.,]*\s?(?:%|per ?cent)) of (?:the )?votes?(?: cast)?\b", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class Matter:
    """What a vote is about, as it stands in a question, whether it came to nothing, is only something done, or is not told."""

    text: str
    rejected: bool = False
    weak: bool = False
    unknown: bool = False


def facts(material: Material) -> Iterator[Draft]:
    """Yield how a vote came out, who voted how, and whether it was unanimous."""
    last: Matter | None = None
    for sentence in material.sentences:
        own = _matters(sentence)
        yield from _scores(material, sentence, own, last)
        yield from _sides(material, sentence, own, last)
        yield from _of_one_mind(sentence, own, last)
        yield from _shares(sentence, own, last, material)
        told = _put_forward(sentence) or [m for _, m in own if not is_vague(m.text)]
        if told or last is None or last.weak:
            last = next(iter(told or _deeds(sentence)), last)


def _put_forward(sentence: Sentence) -> list[Matter]:
    """The proposal that a sentence is about: "the motion fell short of …", "the compromise was put forward by …"."""
    for clause in sentence.clauses:
        if (
            clause.subject is not None
            and clause.verb.dep_ == "ROOT"
            and clause.subject.head.lemma_.lower() in PROPOSAL_NOUNS
        ):
            matter = said(clause.subject, sentence.references)
            return [] if is_vague(matter) else [Matter(matter)]
    return []


def _deeds(sentence: Sentence) -> list[Matter]:
    """What a body did, where no verb of deciding says so: "the Council raised the rate"."""
    for clause in sentence.clauses:
        words = frame(clause, sentence.references)
        if (
            words is not None
            and clause.verb.dep_ == "ROOT"
            and clause.first("object")
            and is_body(clause.verb.head if clause.subject is None else clause.subject.head)
        ):
            return [Matter(f"the decision to {clause.verb.lemma_} {words.rest(None)}", weak=True)]
    return []


def _matters(sentence: Sentence) -> list[tuple[Clause, Matter]]:
    """The clauses of a sentence that tell of a decision, with what it is about."""
    found = []
    for clause in sentence.clauses:
        verb = verb_of(clause)
        words = frame(clause, sentence.references)
        if (
            words is None
            or len(clause.chain) > 1
            or verb
            not in ADOPTING_VERBS | DECIDING_VERBS | REJECTING_VERBS | DEFERRING_VERBS | FOR_VERBS | AGAINST_VERBS
        ):
            continue
        matter = matter_of(clause, words, sentence.references)
        if matter and not re.match(r"(?:no|yes|aye|them|him|her)$", matter) and not _is_contest(clause):
            found.append((clause, Matter(matter, verb in REJECTING_VERBS)))
    return found


def _is_contest(clause: Clause) -> bool:
    """Whether people are voted on, not a proposal: "she was elected", "he beat her"."""
    thing = clause.first("object") or (clause.subject if clause.passive else None)
    return clause.verb.lemma_.lower() in CONTEST_VERBS and (
        thing is None or is_person(thing.head) or thing.head.pos_ == "PROPN"
    )


def _scores(
    material: Material, sentence: Sentence, own: list[tuple[Clause, Matter]], last: Matter | None
) -> Iterator[Draft]:
    text = sentence.span.text
    taken: list[tuple[int, int]] = []
    for pattern in SCORES:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            first = sentence.span.char_span(match.start("for"), match.end("for"), alignment_mode="expand")
            if first is None:
                continue
            clause = _around(first[0], sentence)
            if clause is not None and _is_contest(clause):
                yield from _contest(material, sentence, clause, match)
            else:
                yield from _score(sentence, _matter(clause, own, last, material), match)


def _around(token: Token, sentence: Sentence) -> Clause | None:
    """The clause whose verb a word hangs on."""
    verbs = {c.verb.i: c for c in sentence.clauses if len(c.chain) == 1}
    return next((verbs[t.i] for t in (token, *token.ancestors) if t.i in verbs), None)


def _matter(clause: Clause | None, own: list[tuple[Clause, Matter]], last: Matter | None, material: Material) -> Matter:
    """What a vote is about: what its clause says, another clause of the sentence, or the decision told of last."""
    here = [m for c, m in own if clause is not None and c.verb.i == clause.verb.i]
    beside = [m for c, m in own if not is_vague(m.text)]
    for matter in (*here, *beside, *([last] if last else ())):
        if not is_vague(matter.text):
            return Matter(matter.text, matter.rejected or any(h.rejected for h in here))
    return Matter(f"the decision of {material.label}" if material.label else "the decision", any(h.rejected for h in here), unknown=True)


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    plain = text.lower().replace(",", "")
    return COUNTS.get(plain, int(plain) if plain.isdigit() else None)


def _score(sentence: Sentence, matter: Matter, match: re.Match[str]) -> Iterator[Draft]:
    """The facts of one outcome: the votes on each side, and how close it was."""
    span = sentence_span(sentence)
    more, less = match["for"], match["against"]
    pro, contra = (less, more) if matter.rejected and (_number(more) or 0) >= (_number(less) or 0) else (more, less)
    what = matter.text
    score = squeezed(match.string[match.start("for") : match.end()])
    yield from _votes("for", what, pro, span)
    yield from _votes("against", what, contra, span)
    if match["abstained"]:
        yield from _votes("abstained", what, match["abstained"], span)
    done = "rejected" if matter.rejected else "adopted"
    variants = (
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
    if _number(less):
        yield Draft(
            "yes_no",
            f"Was the vote on {what} unanimous?",
            f"No, the vote was {score}",
            span,
            (f"Was {what} {done} unanimously?", f"Did everybody vote for {what}?"),
            None,
            0.85,
        )


def _votes(
    side: str, what: str, number: str, span: tuple[int, int], noun: str = "people", answer: str | None = None
) -> Iterator[Draft]:
    """How many voted on one side."""
    nouns = ("members", "people") if noun in ("people", "members") else (noun, "members")
    value = _number(number)
    match side:
        case "for":
            first = f"How many votes were cast for {what}?"
            others = (
                *(f"How many {n} voted for {what}?" for n in nouns),
                f"How many voted in favour of {what}?",
                f"How many {nouns[0]} supported {what}?",
                f"How many {nouns[0]} backed {what}?",
            )
        case "against":
            first = f"How many votes were cast against {what}?"
            others = (
                *(f"How many {n} voted against {what}?" for n in nouns),
                f"How many {nouns[0]} opposed {what}?",
                f"How many said no to {what}?",
            )
        case _:
            first = f"How many abstentions were there in the vote on {what}?"
            others = (
                *(f"How many {n} abstained in the vote on {what}?" for n in nouns),
                f"How many {nouns[0]} did not vote on {what}?",
            )
    yield Draft("how_many", first, answer or number, span, others, value, 0.88)


def _contest(material: Material, sentence: Sentence, clause: Clause, match: re.Match[str]) -> Iterator[Draft]:
    """The votes that each of two candidates got."""
    span = sentence_span(sentence)
    words = frame(clause, sentence.references)
    rival = clause.first("object")
    score = squeezed(match.string[match.start("for") : match.end()])
    winner = words.subject if words is not None else None
    loser = (
        answer_of(rival, sentence.references, material.parsed.article.text, clause)
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
            _number(match["for"]),
            0.85,
        )
        against = f" and {loser}" if loser else ""
        variants = (
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
            _number(match["against"]),
            0.8,
        )


def _side(clause: Clause) -> str | None:
    """Which side the subject of a clause is on, if the clause tells how somebody voted."""
    verb = clause.verb.lemma_.lower()
    if verb == "abstain":
        return "abstained"
    if verb in FOR_VERBS or verb in AGAINST_VERBS:
        return "for" if verb in FOR_VERBS else "against"
    if verb == "win" and (thing := clause.first("object")) is not None and thing.head.lemma_ in ("support", "backing"):
        return "for"
    if verb != "vote":
        return None
    behind = [clause.verb.doc[i].lower_ for i in range(clause.verb.i + 1, min(clause.verb.i + 4, len(clause.verb.doc)))]
    if clause.subject is not None and _dissents(clause.subject.head):
        return "against"
    sides = [VOTING_WORDS[w] for w in behind[: 2 if behind[:1] == ["in"] else 1] if w in VOTING_WORDS]
    return sides[0] if sides else None


def _sides(
    material: Material, sentence: Sentence, own: list[tuple[Clause, Matter]], last: Matter | None
) -> Iterator[Draft]:
    for clause in sentence.clauses:
        side = _side(clause)
        if side is None or clause.negated or len(clause.chain) > 1 or not is_asserted(clause):
            continue
        if clause.verb.lemma_ == "win":
            thing = clause.first("object")
            of = (
                next((c for t in thing.head.children if t.lower_ == "of" for c in t.children if c.dep_ == "pobj"), None)
                if thing is not None
                else None
            )
            group = Argument("subject", of, of.left_edge.i, of.right_edge.i + 1) if of is not None else None
            words = frame(clause, sentence.references)
            matter = Matter(words.subject) if words is not None else None
        else:
            group = clause.first("agent") if clause.passive else whole_subject(clause)
            matter = None
        if clause.subject is not None and _dissents(clause.subject.head):
            matter = last
        matter = matter or _matter(clause, own, last, material)
        if group is None or not _votes_at_all(clause, group, side):
            continue
        yield from _group(material, sentence, group, side, matter.text)


def _dissents(head: Token) -> bool:
    return any(c.lower_ in ("dissenting", "opposing") for c in head.children)


def _votes_at_all(clause: Clause, group: Argument, side: str) -> bool:
    """Whether a clause tells of a vote: "support" and "oppose" may tell of views, too, unless a proposal is what they are about."""
    if clause.verb.lemma_ not in FOR_VERBS | AGAINST_VERBS:
        return True
    thing = clause.subject if clause.passive else clause.first("object")
    about = thing is not None and (thing.head.lemma_.lower() in PROPOSAL_NOUNS or thing.head.lower_ in VAGUE_MATTERS)
    return _counted(group) is not None or (about and (bool(group.head.conjuncts) or group.head.pos_ == "PROPN"))


def _counted(group: Argument) -> tuple[str, str] | None:
    """The number that a group consists of and the noun that it counts: "four of the seven members"."""
    head = group.head
    if _number(head.text) is not None and head.pos_ in ("NUM", "PRON", "NOUN"):
        inner = next((t for t in head.subtree if t.tag_ in ("NNS", "NNPS") and t.i > head.i), None)
        return head.text, inner.lower_ if inner is not None else "people"
    number = next((c for c in head.children if c.dep_ == "nummod" and _number(c.text) is not None), None)
    return (number.text, head.lower_) if number is not None else None


def _group(material: Material, sentence: Sentence, group: Argument, side: str, what: str) -> Iterator[Draft]:
    """How many or who were on one side."""
    text = material.parsed.article.text
    span = sentence_span(sentence)
    counted = _counted(group)
    named = [t for t in group.head.doc[group.start : group.end] if t.pos_ == "PROPN"]
    if counted is not None:
        yield from _votes(
            side,
            what,
            counted[0],
            span,
            counted[1],
            verbatim(text, sentence.paragraph, group.start, group.end) if group.end - group.start < 9 else None,
        )
        apposed = next(
            (
                c
                for c in group.head.children
                if c.dep_ in ("appos", "conj") and c.pos_ == "PROPN" and c.i > group.head.i
            ),
            None,
        )
        if apposed is None:
            return
        group = Argument("subject", apposed, apposed.left_edge.i, apposed.right_edge.i + 1)
    elif not named:
        return
    answer = verbatim(text, sentence.paragraph, group.start, group.end)
    items = coordinated(group, text, sentence.paragraph)
    reference = sentence.references.get(group.start)
    if reference is not None and reference[0] >= group.end:
        answer, items = reference[1], [reference[1]]
    rest = [
        t
        for t in group.head.doc[group.head.i + 1 : group.end]
        if t.dep_ in ("nsubj", "nsubjpass") and t.head == group.head.head and t not in group.head.conjuncts
    ]
    items += [verbatim(text, sentence.paragraph, t.left_edge.i, t.right_edge.i + 1) for t in rest]
    if len(items) == 1 and " and " in answer and len(split := split_items(answer)) > 1:
        items = split
    noun = next(
        (t.lower_ for t in group.head.doc[group.start : group.end] if t.tag_ in ("NNS", "NNPS") and is_person(t)),
        "members",
    )
    match side:
        case "for":
            first, others = (
                f"Who voted for {what}?",
                (
                    f"Who supported {what}?",
                    f"Which {noun} voted for {what}?",
                    f"Who voted in favour of {what}?",
                    f"Who backed {what}?",
                ),
            )
        case "against":
            first, others = (
                f"Who voted against {what}?",
                (
                    f"Who opposed {what}?",
                    f"Which {noun} voted against {what}?",
                    f"Who said no to {what}?",
                    f"Who voted no on {what}?",
                ),
            )
        case _:
            first, others = (
                f"Who abstained in the vote on {what}?",
                (f"Which {noun} abstained in the vote on {what}?", f"Who did not vote on {what}?"),
            )
    yield Draft(
        "list" if len(items) > 1 else "who", first, answer, span, others, items if len(items) > 1 else None, 0.88
    )


def _of_one_mind(sentence: Sentence, own: list[tuple[Clause, Matter]], last: Matter | None) -> Iterator[Draft]:
    """Whether all agreed, where the sentence says so."""
    found = UNANIMOUS.search(sentence.span.text)
    if found is None:
        return
    token = sentence.span.char_span(found.start(), found.end(), alignment_mode="expand")
    clause = _around(token[0], sentence) if token is not None else None
    here = [m for c, m in own if clause is not None and c.verb.i == clause.verb.i and not is_vague(m.text)]
    noun = next(
        (t for t in sentence.span if t.lemma_.lower() in RULINGS and (clause is None or t.head.i == clause.verb.i)),
        None,
    )
    matter = here[0] if here else None
    if matter is None and noun is not None:
        matter = last if last is not None and noun.lower_ in VAGUE_MATTERS else Matter(f"the {noun.lower_}")
    if matter is None:
        return
    if (every := ALL.search(sentence.span.text)) and noun is not None:
        question = f"How many {every['noun']} agreed on {matter.text}?"
        yield Draft(
            "how_many",
            question,
            squeezed(every[0]),
            sentence_span(sentence),
            (f"How many {every['noun']} supported {matter.text}?",),
            _number(every["number"]),
            0.85,
        )
    yes = not SPLIT.search(sentence.span.text)
    words = frame(clause, sentence.references) if clause is not None else None
    stated = words.statement() if words is not None else ""
    if not UNANIMOUS.search(stated):
        stated = squeezed(lowered(sentence.span.text, sentence.span[0])).rstrip(".")
    bare = (
        matter.text
        if matter.text.startswith(("the decision", *(f"the {n}" for n in RULINGS)))
        else f"the decision on {matter.text}"
    )
    variants = (
        f"Did all members agree on {matter.text}?",
        f"Did everybody vote for {matter.text}?",
        f"Was {matter.text} adopted unanimously?",
        f"Was the vote on {matter.text} unanimous?",
    )
    yield Draft(
        "yes_no",
        f"Was {bare} unanimous?",
        f"{'Yes' if yes else 'No'}, {stated}",
        sentence_span(sentence),
        variants,
        None,
        0.85,
    )


def _shares(
    sentence: Sentence, own: list[tuple[Clause, Matter]], last: Matter | None, material: Material
) -> Iterator[Draft]:
    """ "81.2% of the votes were cast against it", "adopted with 58% of the votes", "it received 25 votes"."""
    text = sentence.span.text
    for match in PERCENT.finditer(text):
        token = sentence.span.char_span(match.start("share"), match.end("share"), alignment_mode="expand")
        if token is None:
            continue
        matter = _matter(_around(token[0], sentence), own, last, material)
        if matter.unknown:
            continue
        against = re.match(r"(?: were| was)?(?: cast)? against\b", text[match.end() :])
        side = "against" if against else "for"
        variants = (
            f"What percentage of the votes was cast {side} {matter.text}?",
            f"What percentage voted {side} {matter.text}?",
            f"How many voted {side} {matter.text}?",
        )
        yield Draft(
            "how_many",
            f"What share of the votes was cast {side} {matter.text}?",
            squeezed(match["share"]),
            sentence_span(sentence),
            variants,
            None,
            0.88,
        )
    for clause in sentence.clauses:
        thing = clause.first("object")
        if (
            clause.verb.lemma_ in ("receive", "get", "win", "attract", "draw", "obtain", "poll")
            and thing is not None
            and thing.head.lemma_ == "vote"
            and (counted := _counted(thing))
        ):
            words = frame(clause, sentence.references)
            who = (
                last.text
                if clause.subject is not None and clause.subject.head.lower_ == "it" and last is not None
                else words.subject
                if words is not None
                else None
            )
            if who:
                yield Draft(
                    "how_many",
                    f"How many votes did {who} receive?",
                    counted[0],
                    sentence_span(sentence),
                    (
                        f"How many voted for {who}?",
                        f"How many votes were cast for {who}?",
                        f"How many votes did {who} get?",
                    ),
                    _number(counted[0]),
                    0.85,
                )
