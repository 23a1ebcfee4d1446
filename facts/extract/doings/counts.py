"""How many and how much: what a text counts, sums of money, by how much a measure changed."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut
from facts.extract.doings import sums
from facts.extract.doings.as_said import ACCORDING, as_said, by_word_of
from facts.extract.doings.asked import clearly, in_report
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.sums import ABOUT, MONEY
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import number_of
from facts.parse.phrases import is_person, verbatim
from facts.parse.tree import Token
from facts.questions import ClauseWords, in_full, is_anchored
from facts.questions.asking import joined

UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
"""Entities of numbers that count nothing."""
MEASURES = frozenset(
    """% century cent day decade fifth half hour minute month per percent percentage point quarter second tenth third
    time week year""".split()
)
"""Nouns behind a number that measure and are not counted."""
SHARE = re.compile(
    rf"{ABOUT}(?:\d[\d.,]*|an? (?:half|quarter))\s?(?:%|per ?cent\b|(?:percentage|basis) points?\b)", re.IGNORECASE
)
BESIDE = frozenset({"against", "by", "of", "with", "without"})
"""Prepositions of what is counted beside what a clause tells of."""
BOUNDING, LASTING = frozenset({"before", "until"}), frozenset({"be", "have", "hold"})
"""Words before a time behind which a number may be another, and verbs of what was so for some time."""
FRACTION = (
    r"(?:(?:almost|about|around|fewer than|just over|less than|more than|nearly|only|over|roughly|some|up to)\s)*"
    r"(?:\d[\d.,]*\s?(?:%|per ?cent\b)|(?:an?|one|two|three|four)[- ](?:half|quarters?|thirds?|fifths?|tenths?)\b|"
    r"half\b)"
)
OF_ALL = re.compile(rf"({FRACTION}) of ", re.IGNORECASE)
"""A share and what it is of: "almost 40% of emissions"."""
OF_SOME = re.compile(
    r"((?:(?:almost|about|at least|fewer than|more than|nearly|only|over|some)\s)*[\w,]+) of (?:the|those|its|their)\s",
    re.IGNORECASE,
)
"""A number of some that were told of: "ten of the dead"."""
AGE = re.compile(r"(?:at the age of|at age|aged) (\d{1,3})$", re.IGNORECASE)
MANY = frozenset({"dozens", "hundreds", "millions", "scores", "tens", "thousands"})
"""Words of how many that are no numbers."""
BALLOTS = frozenset({"ballot", "majority", "point", "vote"})
"""Nouns of what something was decided by, and no doers."""
OLD = re.compile(r"(\d{2,3})(?: years old)?")
NUMBER = re.compile(rf"{ABOUT}\d[\d,.]*", re.IGNORECASE)
COUNTED_BEFORE = re.compile(r"\bthe (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) [a-z]")
"""What a text has told of and counted: "the five boats"."""
PLACING = frozenset("keep leave place put set".split())
"""Verbs that say nothing without where to."""
LONGEST_TOLD = 12
"""How many words tell of a part of what was counted at most."""
FEWEST_TOLD = 4
"""How many words of what was counted tell which ones are meant: "three quotations for surfacing"."""
BEFALLING = frozenset({"die", "drown", "survive"})
"""Verbs of what befell as many as are counted."""
CHANGING = frozenset(
    """climb decline decrease double drop ease edge expand fall gain grow increase jump plunge rise shrink sink slip
    slide slow soar surge tumble widen""".split()
)
"""Verbs of what a measure does by so much or to so much."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a fact for each number, sum and change that a clause told as so is about."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        yield from sums.named(material, sentence)
        for clause in sentence.clauses:
            yield from _of_whom(material, sentence, clause)
            for said in as_said(sentence, clause):
                yield from by_word_of(said, _told(material, sentence, said.words.clause, said.words))


def _told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    if any(c.dep_ == "expl" for c in clause.verb.children) or _was_only_then(clause, words):
        return
    yield from sums.told(material, sentence, clause, words)
    yield from _change(material, sentence, clause, words)
    yield from _age(material, sentence, clause, words)
    for phrase in clause.phrases:
        if phrase.role == "place":
            yield from _count(material, sentence, clause, words, phrase)
        if phrase.role in ("object", "oblique", "subject"):
            yield from _share(material, sentence, clause, words, phrase)
            yield from _count(material, sentence, clause, words, phrase)
            yield from _many(material, sentence, clause, words, phrase)
        if phrase.role == "agent":
            yield from _doers(material, sentence, clause, words, phrase)


def _was_only_then(clause: Clause, words: ClauseWords) -> bool:
    """Whether a number holds for a time that no question tells: "before this vote they had ten seats"."""
    if clause.lemma not in LASTING:
        return False
    told = {p.argument.start for p in words.pieces if p.text}
    starts = {clause.sentence.start} | {p.argument.start for p in words.pieces if p.argument.role == "time"}
    return any(clause.verb.doc[start].lower_ in BOUNDING for start in starts - told)


def _asked(
    material: Material, clause: Clause, words: ClauseWords, counted: str, phrase: Argument, tail: str
) -> str | None:
    """The question for how much or how many of something, a phrase of a clause."""
    if phrase is clause.subject:
        return clearly(material, words.ask_subject(counted, out=("manner",)), words, subject=False)
    whole = clause.first("object") is not None
    asked = words.ask(counted, phrase, tail="" if whole else tail, last=tail if whole else "", out=("manner",))
    return clearly(material, asked, words)


def _share(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, phrase: Argument
) -> Iterator[Draft]:
    """ "Building accounts for 40% of emissions", "ten of the dead were pupils": what share, how many."""
    doc = clause.verb.doc
    start = phrase.start + (len(phrase.preposition.split()) if phrase.role == "oblique" and phrase.preposition else 0)
    text = doc.span(start, phrase.end).text
    share, some = OF_ALL.match(text), OF_SOME.match(text)
    if share is None and (some is None or number_of(some[1].split()[-1]) in (None, 1)):
        return
    if phrase.role == "oblique" and phrase.preposition == "with":
        return  # "What share of the votes was Ada Wren elected with?"
    of = next((t for t in doc[start : phrase.end] if t.lower_ == "of"), None)
    inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if of is None or inner is None or any(c.dep_ == "conj" and not c.like_num for c in of.head.children):
        return  # "27 of the seats and leans on two others"
    whole = in_full(Argument("oblique", inner, of.i + 1, phrase.end), sentence.antecedents, 10, bare=words.bare)
    if whole is None:
        return
    counted = f"{'What share' if share else 'How many'} of {whole}"
    question = _asked(
        material, clause, words, counted, phrase, phrase.preposition or "" if start > phrase.start else ""
    )
    if question and " the rest " not in question and is_anchored(question) and _is_whole(clause, words, phrase):
        answer = share[1] if share else doc.span(start, of.i).text
        yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.8, rule="count.share")


def _count(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, phrase: Argument
) -> Iterator[Draft]:
    """ "The navy seized forty boats off Tarn", "of 54 states 27 ratified the pact": how many."""
    whole, head, lemma = phrase, phrase.head, clause.verb.lemma_
    if any(c.lower_ == "each" and c.i < clause.verb.i for c in clause.verb.children):
        return  # "two boats will each make three trips"
    if phrase.role in ("oblique", "place") and phrase.preposition and phrase.start + 1 < phrase.end:
        head = next((c for c in head.children if c.dep_ == "pobj"), head)
        phrase = Argument(phrase.role, head, phrase.start + 1, phrase.end, phrase.preposition)
    number = next((c for c in head.children if c.dep_ == "nummod" and c.i < head.i), None)
    if phrase is clause.subject and head.tag_ == "CD" and head.ent_type_ != "DATE":
        yield from _alone(material, sentence, clause, words, phrase)
    if number is None or number.ent_type_ in UNCOUNTED or not number.like_num:
        return
    one = phrase.role == "subject" and (clause.chain[0].tag_ == "VBZ" or words.front in ("is", "was", "has", "does"))
    beside = phrase.role == "oblique" and (clause.passive or phrase.preposition in BESIDE) and lemma != "meet"
    if one or beside:
        return
    several = head.tag_ in ("NNS", "NNPS") or (head.tag_ == "NNP" and head.lower_.endswith("s"))
    if not several or head.lemma_.lower() in MEASURES:
        return
    first, joint = number.left_edge.i, next((c.i for c in head.children if c.dep_ == "cc"), phrase.end)
    if first != phrase.start or _goes_on(number, first):
        return
    behind, end = number.right_edge.i + 1, min(phrase.end, joint)
    noun = in_full(Argument(phrase.role, head, behind, end), sentence.antecedents, 10, behind=False, bare=words.bare)
    if noun is None or (joint < phrase.end and (phrase.role == "subject" or _counts_both(head))):
        return
    listed = any(c.dep_ == "conj" and c.i < end for c in head.children)
    # "Just two heads of state" are two: the noun alone would be cut.
    begun = first + (head.doc[first].lower_ in ("across", "just", "only") and first < number.i)
    named = behind if any(c.lower_ == "of" and c.i == head.i + 1 for c in head.children) else head.i + 1
    answer = verbatim(material.parsed.article.text, sentence.paragraph, begun, end if listed else named)
    tail = phrase.preposition or "" if phrase.role == "oblique" and phrase.preposition != "from" else ""
    placed = (phrase.role == "place" or phrase.preposition == "from") and phrase.preposition
    counted = f"{placed.capitalize()} how many" if placed else "How many"
    question = _asked(material, clause, words, f"{counted} {noun}", whole, tail)
    count = number_of(verbatim(material.parsed.article.text, sentence.paragraph, first, behind))
    if question is None or " not " in question or "%" in question or not is_anchored(question):
        return
    if COUNTED_BEFORE.search(question) or (lemma in PLACING and not words.rest(whole)):
        return
    if count != 1 and (_is_whole(clause, words, whole) or _is_told_of(clause, words, whole, question)):
        yield Draft(
            "how_many", question, answer, sentence_span(sentence), value=count, confidence=0.8, rule="count.how_many"
        )


def _is_told_of(clause: Clause, words: ClauseWords, counted: Argument, question: str) -> bool:
    """Whether it is enough to say in which report: "three papers were spoiled", of the main clause of a sentence."""
    main = clause.verb.dep_ == "ROOT" and counted is clause.subject and ACCORDING in question
    befallen = clause.passive or clause.lemma in BEFALLING
    return main and befallen and not clause.arguments and not is_cut(clause.verb.doc, counted.start, counted.end)


def _counts_both(head: Token) -> bool:
    """Whether a number is that of two nouns together: "more than 20 pilots and clerks"."""
    joined = [c for c in head.children if c.dep_ == "conj"]
    return any(c.tag_ == "NNS" and not any(d.dep_ in ("nummod", "det", "poss") for d in c.children) for c in joined)


def _is_whole(clause: Clause, words: ClauseWords, counted: Argument) -> bool:
    """Whether a clause says by itself what was counted: more than "ten came", of one share and no other beside it."""
    beside = any(p is not counted and p.role in ("object", "attribute") for p in clause.arguments)
    several = len(SHARE.findall(clause.verb.doc.span(counted.start, clause.sentence.end).text)) > 1
    says = bool(words.rest(counted)) or counted is not clause.subject or counted.end - counted.start >= FEWEST_TOLD
    alone = counted is clause.subject and clause.passive and beside
    return says and not several and not alone and not is_cut(clause.verb.doc, counted.start, counted.end)


def _alone(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, number: Argument
) -> Iterator[Draft]:
    """ "54 states signed the Tarn pact, but only 27 ratified the Tarn pact": how many."""
    head = number.head
    if (
        clause.verb.dep_ == "relcl"
        or clause.verb.lemma_ == "say"  # "1,130 said yes"
        or head.dep_ not in ("nsubj", "nsubjpass")
        or any(c.dep_ in ("prep", "conj", "appos", "det") for c in head.children)
    ):
        return
    answer = head.doc.span(number.start, head.i + 1).text
    whole = next((p for p in words.pieces if p.argument.preposition == "of" and p.text), None)
    of = whole.text or "" if whole is not None else ""  # "of the 33 petitions 27 have been resolved"
    rest = dataclasses.replace(words, pieces=tuple(p for p in words.pieces if p is not whole))
    question = clearly(material, rest.ask_subject(joined("How many", of)), rest, subject=False)
    named = is_anchored(joined("-", of, rest.rest() or ""))
    if question and named and number_of(answer.split()[-1]) not in (None, 1):
        yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.75, rule="count.alone")


def _doers(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, phrase: Argument
) -> Iterator[Draft]:
    """ "The Tarn meeting was attended by some forty pilots": how many attended it."""
    head, doc = phrase.head, phrase.head.doc
    number = next((c for c in head.children if c.dep_ == "nummod" and c.i < head.i), None)
    if number is None or not number.like_num or number.ent_type_ in UNCOUNTED or words.middle not in ("", "be"):
        return
    if head.tag_ != "NNS" or head.lemma_.lower() in MEASURES | BALLOTS or any(c.dep_ == "cc" for c in head.children):
        return
    first = number.left_edge.i
    if first != phrase.start + (doc[phrase.start].lower_ == "some") or _goes_on(number, first):
        return
    noun = in_full(
        Argument("agent", head, number.right_edge.i + 1, phrase.end), sentence.antecedents, 10, bare=words.bare
    )
    question = clearly(material, words.ask_agent(f"How many {noun}"), words) if noun is not None else None
    answer = doc.span(phrase.start, head.i + 1).text
    if question and is_anchored(question) and not is_cut(doc, phrase.start, phrase.end):
        yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.8, rule="count.how_many")


def _many(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, phrase: Argument
) -> Iterator[Draft]:
    """ "Norland sent hundreds of boats to Tarn": how many."""
    doc, of = phrase.head.doc, phrase.head.i + 1
    inner = phrase.head
    while inner.lower_ in MANY and of < phrase.end and doc[of].lower_ == "of":
        following = next((c for c in doc[of].children if c.dep_ == "pobj"), None)
        if following is None:
            return
        of, inner = (following.i + 1, following) if following.lower_ in MANY else (of, following)
        if inner.lower_ not in MANY:
            break
    if (
        len(clause.chain) > 1
        or inner is phrase.head
        or inner.tag_ not in ("NNS", "NNPS")
        or phrase.role == "oblique"
        or of >= phrase.end
    ):
        return
    noun = in_full(Argument(phrase.role, inner, of + 1, phrase.end), sentence.antecedents, 10, bare=words.bare)
    question = _asked(material, clause, words, f"How many {noun}", phrase, "") if noun is not None else None
    answer = doc.span(phrase.start, of).text
    if question and is_anchored(question) and _is_whole(clause, words, phrase):
        yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.75, rule="count.how_many")


def _of_whom(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The club has 58 members, of whom 17 are under 18": how many of the 58 are."""
    subject, verb, doc = clause.subject, clause.chain[0], clause.verb.doc
    if subject is None or verb.dep_ != "relcl" or subject.head.tag_ != "CD" or clause.negated:
        return
    whole = verb.head
    number = next((c for c in whole.children if c.dep_ == "nummod" and c.like_num), None)
    of = next((c for c in verb.subtree if c.lower_ in ("which", "whom") and c.nbor(-1).lower_ == "of"), None)
    end = verb.right_edge.i + 1
    if number is None or of is None or subject.start != of.i + 1 or end - subject.end > LONGEST_TOLD:
        return
    what = doc.span(subject.end, end).text.strip(" ,;.")
    asked = f"How many of the {doc.span(number.i, whole.i + 1).text} {what}?"
    answer = doc.span(subject.start, subject.end).text
    if number_of(answer.split()[-1]) and not any(
        t.pos_ == "PRON" or t.text in (",", ";") for t in doc[subject.end : end]
    ):
        question = in_report(material, asked)
        if question is not None:
            yield Draft(
                "how_many", question, answer, sentence_span(sentence), value=number_of(answer), rule="count.of_whom"
            )


def _age(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Dag Moe died at the age of 79": at what age."""
    what = clause.first("attribute")
    if clause.lemma == "be" and what is not None and clause.subject is not None and is_person(clause.subject.head):
        years = OLD.fullmatch(clause.verb.doc.span(what.start, what.end).text)
        question = clearly(material, words.ask("How old", what), words) if years else None
        if years and question:
            yield Draft("how_many", question, years[1], sentence_span(sentence), confidence=0.8, rule="count.age")
    for argument in clause.arguments:
        age = AGE.match(clause.verb.doc.span(argument.start, argument.end).text)
        question = clearly(material, words.ask("At what age", argument), words) if age else None
        if age and question:
            yield Draft("how_many", question, age[1], sentence_span(sentence), confidence=0.8, rule="count.age")


def _goes_on(number: Token, first: int) -> bool:
    """Whether a number is a part of a longer one or of a span: "one hundred and twelve", "between 5 and 7"."""
    doc = number.doc
    around = doc[max(0, first - 2) : first]
    if any(t.like_num or t.lower_ in ("between", "to", "-", "–", "/") for t in around):
        return True
    if doc[first - 1].lower_ == "from" and any(t.lower_ == "to" and t.nbor(1).like_num for t in doc[first:-1]):
        return True  # "from 5 boats to 7"
    behind = number.right_edge.i + 1
    if any(c.dep_ == "conj" for c in number.children) and number_of(doc.span(first, behind).text) is None:
        return True
    return doc[behind].text in (
        "-",
        "–",
        "/",
        "to",
        "and",
        "or",
        "of",
    )


def _change(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Unemployment in Tarn rose by 2 per cent to 7 per cent": by how much, to what."""
    if clause.verb.lemma_.lower() not in CHANGING or clause.passive:
        return
    amounts = [
        a
        for a in clause.arguments
        if a.role in ("oblique", "object", "manner", "attribute") and a.start > clause.verb.i
    ]
    for amount in amounts:
        preposition = amount.preposition or ""
        answer = answer_of(amount, sentence.antecedents, 8)
        if (
            answer is None
            or preposition not in ("", "by", "to")
            or not (SHARE.fullmatch(answer) or MONEY.fullmatch(answer) or NUMBER.fullmatch(answer))
        ):
            continue
        others = [a for a in amounts if a is not amount and a.preposition in (None, "", "by", "to", "from")]
        level = "To what" if NUMBER.fullmatch(answer) else "To what level"
        question = words.ask(level if preposition == "to" else "By how much", amount, *others)
        question = clearly(material, question, words)
        if question:
            yield Draft("how_many", question, answer, sentence_span(sentence), confidence=0.8, rule="amount.change")
