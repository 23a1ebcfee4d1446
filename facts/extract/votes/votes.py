"""Votes: how each motion's vote came out, who moved and seconded it, who was for and against."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.dates import on_days
from facts.extract.attendance.chairs import called, in_full
from facts.extract.attendance.presence import parts
from facts.extract.doings.asked import DATED, in_report, with_meeting
from facts.extract.doings.decisions import RESOLVING_VERBS, verb_of
from facts.extract.doings.speakers import was_there
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.lists import enumerated, whole_subject
from facts.extract.scores import outcome, scores
from facts.extract.votes import candidates, fates, told
from facts.extract.votes.formal import AFTERWARDS, FORMAL, NAME, formal_motion, resolution
from facts.extract.votes.motions import (
    CONTEST_VERBS,
    MOVING_VERBS,
    ONE_OF,
    is_contest,
    is_proposal,
    motion_in,
    motion_of,
    named,
    stands_alone,
)
from facts.extract.votes.roll_calls import sides
from facts.folding import squeezed
from facts.model import Kind
from facts.parse.clauses import Clause, governing
from facts.parse.tree import Token
from facts.questions import is_participants

PASSING = frozenset({"fail", "fall", "go-through", "pass"})
"""Verbs that say of a proposal how its vote came out."""
SIDES = {"against": "against", "aye": "for", "favor": "for", "favour": "for", "for": "for", "no": "against"}
"""Words behind "vote", and the side that each means."""
_AGAINST = re.compile(r"\((?:with )?(?P<who>[A-Z][^()]{2,80}?) (?:voted |voting |dissenting )?(?:against|dissenting)\)")
SECONDED = re.compile(rf"\b[Ss]econded(?: by)? (?P<by>{NAME})|(?P<who>{NAME}) seconded(?! by)\b")
READING = re.compile(r"(?:(?:committee|first|second|third|final) (?:reading|stage)|report stage)\b")
"""One of the steps of a bill, behind which it is no law yet."""
ONLY = re.compile(r"(?:The|Yesterday['’]s|The final) (?:final )?(?:vote|ballot)\b")
NOMINATED = re.compile(r"\b(?:nominated|proposed) (?:as|for)\b")
"""Words of a candidate, whom somebody seconds, and no motion."""
OTHER = re.compile(r"\b(?:votes|ballots?|elected|voted)\b")
"""Words of sentences that tell of a vote."""
OUTCOME = re.compile(
    r"The (?:decision|vote) was\b|(?:The (?:motion|vote) )?(?:passed|carried|lost|defeated|adopted|rejected|vote:)\b",
    re.IGNORECASE,
)
"""How a paragraph begins that tells what became of the motion in the one before."""
BECAME = re.compile(
    r"(?:The motion (?:was |then )?|Motion )"
    r"(?P<how>(?:adopted|carried|defeated|failed|fell|lost|rejected|withdrawn)\b[^.,;]*)[.,;]"
)
"""How minutes tell what became of the motion just moved."""
LONGEST_PLACED = 27
"""How many words a question has at most behind which a meeting is still seen to be that of the vote."""
SEVERAL = 2
MEETING_WORDS = re.compile(
    r" (?:(?:annual|general|monthly|regular|special) )*(?:assembly|congress|meeting|session|sitting)$"
)
"""What the name of a body's meeting ends with."""
EARLIER = re.compile(r"\b(?:ago|earlier|former|had|last|previous(?:ly)?)\b")
"""Words of what was before the meeting."""
VAGUE = re.compile(
    r"(?:(?:the|this|that|yesterday['’]s|a|its) )?(?:vote|ballot|result|outcome|motion|proposal|decision|poll)"
    r"|it|this|that",
    re.IGNORECASE,
)
"""Subjects that point to the motion told of before."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield how votes came out and who voted how, with the report that tells of it where no meeting is named."""
    for draft in _facts(material):
        placed = (
            DATED.search(draft.question)
            or ", according to" in draft.question
            or (material.label and material.label in draft.question)
        )
        question = draft.question if placed else _with_time(material, draft)
        yield dataclasses.replace(draft, question=question)


def _with_time(material: Material, draft: Draft) -> str:
    """A question with the day of the meeting where it names the body that met, else with it or the report on it."""
    question = draft.question
    meeting = material.found_meeting.meeting
    body = MEETING_WORDS.sub("", str(material.label)).removeprefix("the ")
    if meeting is not None and meeting.date and body in question and len(body.split()) > 1:
        return f"{question[:-1]} {on_days(meeting.date)}?"
    at_it = with_meeting(material, question) if material.meeting_name and _was_at_it(material, draft) else None
    if at_it is not None and len(at_it.split()) <= LONGEST_PLACED:
        return at_it
    return in_report(material, question) or question


def _was_at_it(material: Material, draft: Draft) -> bool:
    """Whether a vote was at the article's meeting: its sentence tells of no earlier day and of nothing before it."""
    meeting, article = material.found_meeting.meeting, material.parsed.article
    sentence = article.text[slice(*draft.span)]
    if meeting is None or EARLIER.search(sentence):
        return False
    first = (meeting.date or f"{article.date or ''}").partition("/")[0]
    days = [when.iso for when in dates.find(sentence, article.date)]
    return all(day[: len(first)] >= first[: len(day)] for day in days)


def _facts(material: Material) -> Iterator[Draft]:
    last: str | None = None
    paragraph, moved = None, set[str]()
    before: Sentence | None = None
    for sentence in material.sentences:
        if sentence.paragraph is not paragraph:
            moved = set()
            last = last if OUTCOME.match(sentence.span.text.strip()) else None
            paragraph = sentence.paragraph
        formal = FORMAL.search(sentence.span.text)
        own = formal_motion(formal["aim"]) if formal is not None else resolution(sentence) or motion_in(sentence)
        if formal is not None and own is not None:
            yield from _formal(formal, own, sentence)
        else:
            yield from _moved(material, sentence)
            after = AFTERWARDS.match(sentence.span.text)
            if after is not None and last is not None:
                yield from _formal(after, last, sentence)
            else:
                yield from _seconded(sentence, own or last)
        # Of several motions in one paragraph it is not certain on which the vote was.
        one = last if len(moved) < SEVERAL else None
        given = list(_results(material, sentence, own, one))
        yield from given or _only(material, sentence, own or last)
        yield from told.facts(material, sentence, before) if not given else ()
        yield from _sides(material, sentence, own or last)
        last, before = own or last, sentence
        moved |= {last} if last is not None else set()
        if len(moved) == 1 and last is not None:
            yield from _called(sentence, last)
    yield from candidates.facts(material)
    yield from fates.facts(material)


def _only(material: Material, sentence: Sentence, motion: str | None) -> Iterator[Draft]:
    """ "The vote was 164 to 153", where it is the only vote that an article tells of."""
    if motion is not None or material.meeting_name is None or ONLY.match(sentence.span.text) is None:
        return
    told = [s for s in material.sentences if any(scores(s.span.text)) or OTHER.search(s.span.text)]
    found = list(scores(sentence.span.text))
    if len(told) == len(found) == 1:
        start, end = found[0]
        score = outcome(sentence.span.text, start, end)
        question = f"What was the result of the vote at {material.meeting_name}?"
        yield Draft("how", question, score, sentence_span(sentence), rule="tally.only")


def _formal(found: re.Match[str], motion: str, sentence: Sentence) -> Iterator[Draft]:
    """ "Moved by Mr Abel, seconded by Mrs Cole, that the pool be closed"."""
    span = sentence_span(sentence)
    yield Draft("who", f"Who put forward {motion}?", found["mover"], span, rule="vote.moved")
    if found["seconder"]:
        yield Draft("who", f"Who seconded {motion}?", found["seconder"], span, rule="vote.seconded")


def _moved(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "Cllr Lee moved to close the bridge"."""
    for clause in sentence.clauses:
        words = sentence.words_of(clause)
        if verb_of(clause) not in MOVING_VERBS or words is None or clause.passive or clause.negated:
            continue
        motion = motion_of(clause, words, sentence) or _seconded_thing(clause, sentence)
        who = whole_subject(clause)
        if motion is None or not stands_alone(motion) or who is None or not _is_told(clause.verb):
            continue
        if not happened(clause) or clause.kind != "finite":
            continue
        answer = called(who, sentence, material)
        if answer:
            yield Draft("who", f"Who put forward {motion}?", answer, sentence_span(sentence), rule="vote.moved")


def _seconded_thing(clause: Clause, sentence: Sentence) -> str | None:
    """What somebody moved where another seconded it: "moved the sale of the pier; Bo Ek seconded it"."""
    thing, words = clause.first("object"), sentence.words_of(clause, bare=True)
    if (
        thing is None
        or words is None
        or verb_of(clause) != "move"
        or not re.search(r"\bsecond(?:ed|er)\b", sentence.span.text)
    ):
        return None
    text = next((text for phrase, text in words.pieces if phrase is thing), None)
    return named(text) if text else None


def _is_told(verb: Token) -> bool:
    """Whether a clause is told by itself: a main one, or one before a semicolon ("A moved it; B seconded")."""
    before = verb.dep_ == "ccomp" and any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])
    return verb.dep_ in ("ROOT", "conj") or before


def _seconded(sentence: Sentence, motion: str | None) -> Iterator[Draft]:
    """ "Seconded by Cllr Ek", "Cllr Ek seconded"."""
    text = sentence.span.text
    for match in SECONDED.finditer(text) if motion is not None and NOMINATED.search(text) is None else ():
        name = (match["by"] or match["who"]).rstrip(".")
        yield Draft("who", f"Who seconded {motion}?", name, sentence_span(sentence), rule="vote.seconded")


def _results(material: Material, sentence: Sentence, own: str | None, last: str | None) -> Iterator[Draft]:
    """How the votes of a sentence came out."""
    text = sentence.span.text
    found = list(scores(text))
    for start, end in found:
        token = sentence.span.char_span(start, end, alignment_mode="expand")
        clause = _finite(sentence, token[0]) if token is not None else None
        question = _question(material, sentence, clause, own, last, alone=len(found) == 1)
        if question is not None:
            by_what = question.startswith("By ")
            score = squeezed(text[start:end]) if by_what else outcome(text, start, end)
            yield Draft("how", question, score, sentence_span(sentence), rule="tally.motion")
    became = BECAME.match(text) if last is not None and own is None else None
    if became is not None:
        said = squeezed(became["how"])
        yield Draft("what", f"What became of {last}?", said, sentence_span(sentence), rule="vote.became")
    match = _AGAINST.search(text)
    motion = own or last
    if match is not None and motion is not None:
        question = f"Who voted against {motion}?"
        yield Draft("who", question, match["who"], sentence_span(sentence), rule="vote.against")


def _finite(sentence: Sentence, token: Token) -> Clause | None:
    """The finite clause that a word stands in."""
    clause = governing(sentence.clauses, token)
    while clause is not None and clause.kind != "finite" and clause.verb.head is not clause.verb:
        clause = governing(sentence.clauses, clause.verb.head)
    return clause


def _question(
    material: Material, sentence: Sentence, clause: Clause | None, own: str | None, last: str | None, *, alone: bool
) -> str | None:
    """What an outcome answers; None where it is not certain on what the vote was."""
    words = next(sentence.readings(clause), None) if clause is not None else None
    if clause is not None and words is not None and len(clause.chain) == 1:
        if not happened(clause):
            return None
        if is_contest(clause):
            return _contest(clause, sentence)
        motion = motion_of(clause, words, sentence)
        verb, known = verb_of(clause), material.meeting_name is not None  # "the pier bill" of a meeting
        if ONE_OF.search(sentence.span.text):
            return None
        if motion is not None and clause.passive and verb in RESOLVING_VERBS:
            asked = f"By what vote {words.front} {_closed(motion)} {words.base}?"
            return asked if (known or stands_alone(motion)) and not motion.endswith(("'s", "’s")) else None
        if verb in PASSING and clause.subject is not None and is_proposal(clause.subject) and not clause.passive:
            subject = named(words.subject)
            if subject is not None and (known or stands_alone(subject)):
                step = READING.search(_object(clause))
                passed = [_closed(subject), verb.replace("-", " "), *([step[0]] if step else [])]
                return f"By what vote did {' '.join(passed)}?"
        together = clause.subject is not None and is_participants(clause.subject.head)
        if motion is not None and verb in RESOLVING_VERBS and (together or in_full(words.subject)):
            did = motion.removeprefix("the decision ") if motion.startswith("the decision to") else None
            deed = f"decide {did}" if did else f"{clause.verb.lemma_} {motion}"
            question = f"By what vote did {words.subject} {deed}?"
            return with_meeting(material, question) if together and was_there(material, words) else question
    motion = own or (last if _points_back(clause) else None)
    return f"What was the result of the vote on {motion}?" if motion is not None and alone else None


def _object(clause: Clause) -> str:
    """The words of what a clause does something to; "" where there is nothing."""
    thing = clause.first("object")
    return thing.head.doc.span(thing.start, thing.end).text if thing is not None else ""


def _closed(motion: str) -> str:
    """A motion with the comma behind what is told beside it: "a second motion, from Ann Lee,".

    >>> _closed("the motion, from Ann Lee"), _closed("the motion to mend the pier")
    ('the motion, from Ann Lee,', 'the motion to mend the pier')
    """
    return f"{motion}," if motion.count(", ") == 1 else motion


def _points_back(clause: Clause | None) -> bool:
    """Whether a clause with an outcome speaks of the motion before it: "The vote was 8-5", "Carried 6-1"."""
    if clause is None or clause.subject is None:
        return True
    subject = clause.subject
    said = subject.head.doc.span(subject.start, subject.end).text
    return VAGUE.fullmatch(said.partition(",")[0]) is not None


def _contest(clause: Clause, sentence: Sentence) -> str | None:
    """ "A beat B by 30 votes to 22"."""
    words = sentence.words_of(clause)
    thing = clause.first("object")
    if words is None or thing is None or clause.passive or clause.verb.lemma_.lower() not in CONTEST_VERBS:
        return None
    loser = next((text for phrase, text in words.pieces if phrase.start == thing.start), None)
    if not loser or not all(any(w[:1].isupper() for w in name.split()) for name in (words.subject, loser)):
        return None
    return f"By what vote did {words.subject} {clause.verb.lemma_} {loser}?"


def _sides(material: Material, sentence: Sentence, motion: str | None) -> Iterator[Draft]:
    """Who voted for a motion, who against, who abstained, by name."""
    for clause in sentence.clauses:
        side = _side(clause)
        who = whole_subject(clause)
        if side is None or who is None or not happened(clause):
            continue
        about = _about(clause, sentence) or motion
        if about is None:
            continue
        if clause.verb.dep_ == "relcl" or not stands_alone(about):
            continue
        answer = called(who, sentence, material)
        items = parts(who, material.parsed.article.text, sentence)
        several = items if len(items) > 1 else None
        asked = f"Who abstained in the vote on {about}?" if side == "abstained" else f"Who voted {side} {about}?"
        if answer:
            kind: Kind = "list" if several else "who"
            yield Draft(kind, asked, answer, sentence_span(sentence), value=several, rule=f"vote.{side}")


def _called(sentence: Sentence, motion: str) -> Iterator[Draft]:
    """Who voted how on the only motion of a paragraph, as the roll was called."""
    text, (start, end) = sentence.span.text, sentence_span(sentence)
    if text.rstrip().endswith(":"):  # "Ayes: Hart, Poole." is parted behind its colon
        rest = sentence.paragraph.doc.original[sentence.span.end_char :].partition(".")[0]
        text, end = f"{text.rstrip()}{rest}", end + len(rest)
    for side, names in sides(squeezed(text)).items():
        asked = f"Who abstained in the vote on {motion}?" if side == "abstained" else f"Who voted {side} {motion}?"
        answer = enumerated(names)
        kind: Kind = "list" if len(names) > 1 else "who"
        several = names if len(names) > 1 else None
        yield Draft(kind, asked, answer, (start, end), value=several, rule=f"vote.{side}")


def _side(clause: Clause) -> str | None:
    """Which side the subject of a clause is on, if the clause tells how somebody voted."""
    verb = clause.verb
    if verb.lemma_ == "abstain":
        return "abstained"
    if verb.lemma_ != "vote" or clause.passive:
        return None
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    word = behind[1] if behind[:1] == ["in"] and len(behind) > 1 else behind[0] if behind else ""
    return SIDES.get(word)


def _about(clause: Clause, sentence: Sentence) -> str | None:
    """What was voted for or against, where the clause names it."""
    words = sentence.words_of(clause)
    thing = next((a for a in clause.all("oblique", "recipient") if a.preposition in ("for", "against")), None)
    text = next((t for phrase, t in words.pieces if phrase is thing), None) if words is not None and thing else ""
    return named(re.sub(r"^(?:for|against)\s+(?:a|an\s)?", "", text)) if text else None
