"""Votes told in running sentences: "The board voted 7–2 to dredge the channel", "It let the pier by 5 votes to one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.attendance.chairs import in_full
from facts.extract.doings.asked import in_report, with_meeting
from facts.extract.doings.speakers import was_there
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import CONDITIONAL
from facts.extract.lists import enumerated
from facts.extract.scores import UNANIMOUS, scores
from facts.extract.votes.motions import CONTEST_VERBS, ONE_OF, POINTING
from facts.folding import squeezed
from facts.parse.clauses import Clause
from facts.parse.numbers import number_of
from facts.parse.phrases import is_body, resolved
from facts.questions import ClauseWords, is_clean, is_participants

CHOOSING = frozenset({"agree", "choose", "decide", "opt", "resolve", "vote"})
"""Verbs of those who decide to do something."""
NO_VOTE = CONTEST_VERBS | frozenset(
    "be elect exceed get have lead lose number outnumber re-elect receive stand win".split()
)
"""Verbs beside numbers that are not the outcome of a vote on what was done."""
BEFORE = re.compile(r",?\s*(?:\b(?:by|in|on|with)\s+)?(?:(?:a|the)\s+)?(?:(?:vote|margin|majority) of\s+)?$")
"""What stands before an outcome and belongs to it."""
ASIDE = re.compile(
    r",? (?:in the hope|such as|because|as|while|which|after|in order)\b|\s?[—–]\s"
    r"|, (?=(?:as|in|so|such|which|while|who|[a-z]+ing)\b)"
)
"""What begins that only adds to what was decided."""
AFTER = re.compile(r"(?:The|That) (?:vote|decision) was (?:(?:carried|made|passed|taken) )?(?:by )?(?!not\b)")
"""How a sentence begins with the outcome of what the one before it tells."""
TRAILING = re.compile(r"[ ,]+(?:by|in|on|with|and|at)?[ ,]*$")
ELECTED = re.compile(r"(?:The following were )?[Ee]lected(?: as \w+)?: (?P<who>[A-Z][^:;]+?)\.?\s*")
"""A line of minutes with those who were elected."""
ONE = re.compile(r"(?P<name>[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){1,3}) \((?P<count>\d+)(?: votes)?\)")
"""One of them, with the number of votes."""
FEWEST_THING = 2
"""More words than these are needed to name what was done without a name."""
LONGEST_DEED = 18
"""How many words what was decided has in a question."""


def facts(material: Material, sentence: Sentence, before: Sentence | None = None) -> Iterator[Draft]:
    """Yield by what vote something was decided or done, in this sentence or the one before, and who was elected."""
    yield from _listed(material, sentence)
    text = sentence.span.text
    found = [(start, end) for start, end in scores(text) if UNANIMOUS.fullmatch(text[start:end]) is None]
    if len(found) != 1 or ONE_OF.search(text) or text.rstrip(' "”').endswith("?"):
        return
    score = squeezed(text[slice(*found[0])])
    beginning = AFTER.match(text)
    if before is not None and beginning is not None and found[0][0] <= beginning.end():
        told = [c for c in before.clauses if not c.passive and _is_told(c) and c.chain[0].dep_ == "ROOT"]
        asked = (_asked(material, before, c, words, None) for c in told for words in before.readings(c))
        span = (sentence_span(before)[0], sentence_span(sentence)[1])
    else:
        told = [c for c in sentence.clauses if not c.passive and _is_told(c) and _holds(c, sentence, found[0])]
        asked = (_asked(material, sentence, c, words, score) for c in told for words in sentence.readings(c))
        span = sentence_span(sentence)
    question = next(filter(None, asked), None)
    if question is not None:
        yield Draft("how", question, score, span, rule="tally.told")


def _asked(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, score: str | None) -> str | None:
    """The question that an outcome answers, which may stand in the clause itself; None where it is not clear."""
    thing = clause.first("object")
    counted = thing is not None and number_of(thing.head.text.split("-")[0].split("–")[0]) is not None
    decided = clause.chain[0].lemma_.lower() in CHOOSING and (thing is None or counted)
    question = _decided(sentence, clause, words) if decided else _done(clause, words, score)
    return _placed(material, clause, words, question) if question is not None else None


def _is_told(clause: Clause) -> bool:
    """Whether a main clause tells what was: in the past, not denied, not possible."""
    outer = clause.chain[0]
    opened = any(c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ in CONDITIONAL) for c in outer.children)
    return outer.tag_ == "VBD" and outer.dep_ in ("ROOT", "conj") and not clause.negated and not opened


def _holds(clause: Clause, sentence: Sentence, score: tuple[int, int]) -> bool:
    """Whether the outcome in a sentence stands beside the verb of a clause and not in another that follows."""
    span = sentence.span.char_span(*score, alignment_mode="expand")
    if span is None:
        return False
    begin, outer = span[0], clause.chain[0]
    last = max(t.i for t in outer.subtree)
    others = [c.chain[0].i for c in sentence.clauses if c.kind == "finite" and c.chain[0] is not outer]
    between = range(min(begin.i, outer.i), max(begin.i, outer.i))
    return outer.left_edge.i <= begin.i <= last and not any(i in between for i in others)


def _decided(sentence: Sentence, clause: Clause, words: ClauseWords) -> str | None:
    """ "By what vote did the board decide to dredge the channel": of "voted 7–2 on Tuesday to dredge the channel"."""
    doc, outer = clause.verb.doc, clause.chain[0]
    verbs = [c for c in outer.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB" and c.i > outer.i]
    aim = next((v for v in verbs if any(c.tag_ == "TO" for c in v.children)), None)
    if aim is None:
        return None
    start = next(c.i for c in aim.children if c.tag_ == "TO")
    end = aim.right_edge.i + 1
    said = squeezed(resolved(doc, list(range(start, end)), sentence.antecedents))
    pair = next((said[a:b] for a, b in scores(said)), None)
    said = BEFORE.sub("", said.partition(pair)[0]) if pair else said
    said = ASIDE.split(said)[0].rstrip(" ,;.")
    fits = 2 < len(said.split()) <= LONGEST_DEED and "," not in said and is_clean(said) and not POINTING.search(said)
    return f"By what vote did {words.subject} decide {said}?" if fits else None


def _done(clause: Clause, words: ClauseWords, score: str | None) -> str | None:
    """ "By what vote did the board release funds for a cold store"."""
    if clause.verb.lemma_.lower() in NO_VOTE | CHOOSING or clause.first("object") is None or len(clause.chain) > 1:
        return None
    question = words.ask("By what vote", out=("time",))
    if question is None:
        return None
    asked = question.rstrip("?")
    if score is not None:
        found = re.search(r"\W+".join(map(re.escape, re.findall(r"\w+", score))), asked)
        if found is None:
            return None
        asked = TRAILING.sub("", BEFORE.sub("", asked[: found.start()]) + asked[found.end() :])
    thing = next((text for phrase, text in words.pieces if phrase.role == "object"), None) or ""
    telling = len(thing.split()) > FEWEST_THING or any(word[:1].isupper() for word in thing.split())
    return f"{asked}?" if telling and not POINTING.search(asked) and not any(scores(asked)) else None


def _placed(material: Material, clause: Clause, words: ClauseWords, question: str) -> str | None:
    """A question with the meeting where those who decided are no strangers only by that."""
    subject = clause.subject
    if subject is None or not (is_body(subject.head) or is_participants(subject.head) or in_full(words.subject)):
        return None
    if not words.bare and in_full(words.subject) and not is_participants(subject.head):
        return question
    if material.meeting_name is None:
        return in_report(material, question)
    return with_meeting(material, question) if was_there(material, words) else None


def _listed(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "Elected: Ann Lee (112 votes), Bo Ek (97)": who was elected, and with how many votes each."""
    match = ELECTED.fullmatch(sentence.span.text)
    found = list(ONE.finditer(match["who"])) if match is not None else []
    if match is None or not found or material.meeting_name is None:
        return
    if ONE.sub("", match["who"]).strip(" ,and"):
        return
    names, span = [each["name"] for each in found], sentence_span(sentence)
    answer = enumerated(names)
    several = names if len(names) > 1 else None
    asked = f"Who was elected at {material.meeting_name}?"
    yield Draft("list" if several else "who", asked, answer, span, value=several, rule="vote.elected")
    for each in found:
        asked = f"How many votes did {each['name']} receive at {material.meeting_name}?"
        yield Draft("how_many", asked, each["count"], span, value=int(each["count"]), rule="vote.count")
