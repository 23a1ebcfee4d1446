"""What people at a meeting discussed, welcomed, stressed, condemned, promised: the objects of verbs of speaking, whole.

Each verb of a sentence with its own object is one fact. Of several that an article tells by one verb, each is asked for
by what it is about ("What did the leaders say about trade?"), or not at all. Where it is not certain who spoke, nobody
is named ("What was discussed …?").
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from facts.extract.answers import ASIDE, FIRST_OR_SECOND, bare, is_cut, listed_end, said
from facts.extract.doings.asked import first_new, placed, reported_of
from facts.extract.doings.assertions import is_plain, is_prose
from facts.extract.doings.complements import complements
from facts.extract.doings.objects import LISTING, Spoken, is_company, parts_of, spoken_of
from facts.extract.doings.repeated import is_said_again
from facts.extract.doings.speakers import is_told_here, speakers
from facts.extract.doings.strangers import reads_at_once
from facts.extract.doings.topics import tells_more, topics_of, up_to
from facts.extract.doings.trivial import (
    VAGUE,
    is_of_people,
    is_vague,
    noun_of,
    says_nothing,
)
from facts.extract.doings.unnamed import unnamed
from facts.extract.doings.verbs import ASKED_TO_DO, STRESSING, TALKING
from facts.extract.doings.wholes import loses_verb
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import content_words, fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person, is_plural
from facts.parse.tree import Doc, Token
from facts.parse.words import DEMONSTRATIVES, FINITE
from facts.questions import ClauseWords, is_clean

SIDES = frozenset({"country", "delegation", "government", "leader", "minister", "nation", "president", "side"})
"""Nouns of those who meet each other."""
SHARED = frozenset(
    "alliance border commitment cooperation country economy nation partnership people region relationship tie".split()
)
"""Nouns of what is "ours" between those who meet."""
OURS = frozenset("ally border country economy nation people priority region society".split())
"""Nouns of which nobody knows whose they are where "our" is left out."""
TOGETHER = frozenset({"they", "group", "participant"})
"""Subjects who may be the sides of a meeting, or some of those at it."""
GROUPS = frozenset({"two", "three", "group"})
"""Words in the singular for several who speak together."""
THEIRS = {"our": "their", "ours": "theirs", "us": "them", "we": "they"}
"""What people say of themselves, as it is said of them."""
OWN = {"he": frozenset({"he", "him", "his"}), "she": frozenset({"her", "hers", "she"})}
"""By which words the same one is told of."""
OF_PEOPLE = frozenset(
    """commitment concern determination enthusiasm hope intention pledge readiness resolve support vision
    willingness""".split()
)
"""Nouns of what only somebody has: "they praised the games and affirmed their resolve" is not of games."""
PERSONAL, THEY = frozenset({"he", "him", "his", "she", "her", "hers"}), frozenset({"they", "them", "their", "theirs"})
IN_FRONT = re.compile(r"^(?:(?:her|his|our|their) (?:(?:own|respective) )?)")
"""Whose it is that an answer begins with, where a question tells nobody's name."""
NOBODYS = re.compile(r"What (?:was|were|did (?:the two sides|(?:the|some) participants)) ")
"""How a question begins that does not tell who spoke."""
DANGLING = re.compile(r"\b(?:her|his|he|she)\b")
"""Words that point to nobody in an answer to such a question."""
SOON = re.compile(
    r"\b(?:earlier this|tonight|tomorrow|yesterday"
    r"|(?:today|next (?:month|week)|last (?:month|week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b(?!['’]s))\b"
)
"""Days that an answer does not tell."""
BEHIND_A_DASH = re.compile(r" [–—] (?!and |as well |including |[A-Z])[^–—]*$")
"""What only adds something at the end of an answer; no part of a name: "the Tarn – Ostria Pact"."""
BY_THE_WAY = re.compile(r", (?!including |starting |beginning )[a-z]+ing (?!.*\band [a-z]+ing\b).*$")
"""What somebody did by doing what was told: "sell the mill, breaking a promise"."""
DAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
"""With which a time begins, and nothing that was spoken of."""
OF_WHOM = re.compile(r", whose .*$")
"""What an answer tells beside of somebody or something that it names."""
OF_A_DAY = re.compile(
    r"(?:,| [–—-]) including (?:(?:today|yesterday|tomorrow)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s\b.*$"
)
"""What an answer tells beside of the day on which it was written."""
DASHES = frozenset({"–", "—"})
BY_NOUN = frozenset({"exchange"})
"""Verbs that say nothing without the noun of their object: "exchange views on"."""
LIGHT = frozenset({"convey", "exchange", "express", "voice"})
"""Verbs that go with their object's noun as one: "express concern about what"; none "underscores the need for what"."""
TOO_LITTLE = re.compile(r"(?:an? )?[“\"][^ ]+(?: [^ ]+)?[”\"]|an? (?:[a-z-]+ )?[a-z-]+|some [a-z-]+ on [a-z]+")
"""What is no whole answer: "a “good catch”", "a new timetable", "some doubts on item"."""
FEWEST, LONGEST = 3, 30
"""How many words an answer has at least and at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was said, praised, promised or discussed by whom, or by those at the meeting."""
    yield from (draft for draft in _drafts(material) if reads_at_once(draft.question))


def _drafts(material: Material) -> Iterator[Draft]:
    asked: set[str] = set()
    for sentence, clause, spoken in told(material):
        again = is_told_alike(material, sentence, clause, spoken)
        for part in parts_of(clause, spoken._replace(alone=not again)):
            drafts = (_draft(material, sentence, clause, form, asked) for form in _forms(sentence, clause, part))
            yield from [draft for draft in [next(filter(None, drafts), None)] if draft]


def _forms(sentence: Sentence, clause: Clause, part: Spoken) -> Iterator[Spoken]:
    """Yield the ways in which an object may be asked for: plainly where it is alone, by its noun, by a topic."""
    if part.whole and part.alone and clause.lemma not in BY_NOUN:
        yield part
    found = list(complements(part.thing, sentence.antecedents))
    by_noun = [
        Spoken(what, f"{part.tail} {noun}".strip(), what.end == part.thing.end, part.alone, word, by_noun=True)
        for word, noun, what in found
    ]
    yield from (form for form in by_noun if form.tail and clause.lemma in LIGHT)
    yield part._replace(alone=False)
    yield from (form for form in by_noun if not form.tail)


def _draft(material: Material, sentence: Sentence, clause: Clause, spoken: Spoken, asked: set[str]) -> Draft | None:
    """What was spoken of, asked for in one way; None where that gives no clear question or no whole answer."""
    if spoken.word == "What" and is_of_people(spoken.thing):
        return None  # "What did the mayor express gratitude to?"
    answer = None if says_nothing(clause, spoken) else object_told(clause, spoken, sentence)
    question = first_new(_questions(material, sentence, clause, spoken), asked) if answer else None
    if question and answer and question.startswith("What was "):
        answer = IN_FRONT.sub("the ", answer)
    if question is None or answer is None or (NOBODYS.match(question) and DANGLING.search(answer)):
        return None
    answer = bare(answer) if " to do" in question else answer.removeprefix("that ")
    if not spoken.by_noun and TOO_LITTLE.fullmatch(answer):
        return None
    rule = "statement.of" if spoken.by_noun else "statement.spoken"
    return Draft("what", question, answer, sentence_span(sentence), rule=rule)


def told(material: Material) -> Iterator[tuple[Sentence, Clause, Spoken]]:
    """Yield what is told as spoken of, with its clause and sentence."""
    for sentence in filter(is_prose, material.sentences):
        for clause in sentence.clauses:
            spoken = spoken_of(clause)
            if spoken is not None and is_plain(clause) and is_told_here(sentence, clause):
                yield sentence, clause, spoken


def is_told_alike(material: Material, sentence: Sentence, clause: Clause, spoken: Spoken) -> bool:
    """Whether whoever speaks spoke of something else by the same verb, so that a question for it must tell which."""
    return is_said_again(material, sentence, clause, like=functools.partial(_tells_alike, spoken.tail))


def _tells_alike(tail: str, clause: Clause) -> bool:
    """Whether a clause tells what one asks for in the same way: behind its verb, or behind the same preposition."""
    spoken = spoken_of(clause)
    if spoken is None:
        return not tail and clause.first("object", "content") is not None
    return spoken.tail == tail


def object_told(clause: Clause, spoken: Spoken, sentence: Sentence) -> str | None:
    """An object as an answer; "our" of people who speak of themselves is theirs."""
    doc, subject, thing = clause.verb.doc, clause.subject, spoken.thing
    thing = dataclasses.replace(thing, end=listed_end(doc, thing.start, thing.end))
    first = [t for t in doc[thing.start : thing.end] if t.lower_ in FIRST_OR_SECOND]
    ours = subject is not None and subject.head.lower_ == "we"
    if not _is_whole(clause, spoken, thing):
        return None
    if any(t.lower_ not in (THEIRS if ours else ("our",)) for t in first):
        return None
    together = subject is not None and subject.head.lower_ in TOGETHER
    shared = _speak_together(subject) or (together and all(t.head.lemma_.lower() in SHARED for t in first))
    pronouns = [t for t in doc[thing.start : thing.end] if t.tag_ in ("PRP", "PRP$") and t not in first]
    if not all(is_bound(t, clause, thing.start) for t in pronouns):
        return None
    known = {i: named for i, named in sentence.antecedents.items() if doc[i].pos_ != "PRON"}
    if first and not ours and not shared and any(t.head.lemma_.lower() in OURS for t in first):
        return None
    # "Our" of whoever reports what one of many said is nobody's: "the Mayor praised our work" is "the work".
    text = said(doc, thing.start, thing.end, known, LONGEST, first=ours or shared)
    if text is None and (end := _without_examples(thing)) is not None:
        text = said(doc, thing.start, end, known, LONGEST, first=ours or shared)
    if text is None:
        return None
    text = OF_A_DAY.sub("", text)
    if SOON.search(text) or text.startswith("as ") or _points(doc, thing, sentence) or is_vague(thing, text):
        return None
    text = OF_WHOM.sub("", text.replace('."', '"').replace(".”", "”"))
    if not re.search(r"ing\b.*, \w+ing\b", text):
        text = BY_THE_WAY.sub("", text)
    if sum(text.count(dash) for dash in DASHES) == 1:
        text = BEHIND_A_DASH.sub("", text)
    for word, third in THEIRS.items() if first and (ours or shared) else ():
        text = re.sub(rf"\b{word}\b", third, text)
    return text if len(text.split()) >= FEWEST - spoken.by_noun and is_clean(text) else None


def _without_examples(thing: Argument) -> int | None:
    """Where a long object ends without the examples at its end: "new work on the Tarn | , including lamps and locks".

    None where it has none, or where what stands behind them belongs to what stands before.
    """
    doc = thing.head.doc
    first = next((t.i for t in doc[thing.head.i + 1 : thing.end] if t.lower_ in LISTING), None)
    if first is None or any(t.dep_ in ("cc", "conj") and t.head.i < first for t in doc[first : thing.end]):
        return None
    end = first - (doc[first - 1].text in ASIDE)
    return None if doc[end - 1].lemma_.lower() in VAGUE else end


def _is_whole(clause: Clause, spoken: Spoken, thing: Argument) -> bool:
    """Whether an object is a thing, not torn from what belongs to it, and without what somebody did next."""
    doc, end = clause.verb.doc, thing.end
    noun = noun_of(thing)
    if DAYS.match(doc[thing.start].text) or (noun is not thing.head and noun.ent_type_ in ("DATE", "TIME")):
        return False
    listed = any(t.lower_ in LISTING for t in doc[thing.start : end])
    if listed and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].pos_ in ("ADJ", "NOUN"):
        return False
    torn = loses_verb(thing, end) or _lists_on(doc, end, clause.sentence.end)
    if torn or _is_broken(doc, thing, clause.sentence.end) or _runs_on(thing):
        return False
    return not (spoken.whole and is_cut(doc, thing.start, end))


def _lists_on(doc: Doc, end: int, last: int) -> bool:
    """Whether a list of things goes on behind an object: "the need for lamps | , the value of ropes, and the crew"."""
    if end + 2 >= last or doc[end].text != "," or doc[end + 1].tag_ not in ("DT", "PRP$"):
        return False
    following = next((i for i in range(end + 1, last) if doc[i].tag_ in FINITE), last)
    joints = (i for i in range(end + 2, following - 1) if doc[i].text == "," and doc[i + 1].dep_ == "cc")
    return any(doc[i + 2].pos_ not in ("VERB", "AUX") for i in joints if i + 2 < last)


def _is_broken(doc: Doc, thing: Argument, last: int) -> bool:
    """Whether an object goes on behind something between dashes: "a plan for piers – the old ones – and ferries"."""
    if thing.end >= len(doc) or doc[thing.end].text not in DASHES:
        return False
    if thing.end >= last:
        return True  # "the feast of St. | – Tarn Bridge"
    closing = next((t.i for t in doc[thing.end + 1 : last] if t.text in DASHES), last)
    return closing + 1 < last and doc[closing + 1].lower_ in ("and", "as", "for", "of", "to")


def _points(doc: Doc, thing: Argument, sentence: Sentence) -> bool:
    """Whether an object points to what was said before: "the work on these ships", "the need for such a plan"."""
    return any(
        t.i not in sentence.antecedents
        and ((t.lower_ in DEMONSTRATIVES and t.tag_ == "DT") or (t.lower_ == "such" and t.nbor().lower_ != "as"))
        for t in doc[thing.start : min(thing.end, len(doc) - 1)]
    )


def _runs_on(thing: Argument) -> bool:
    """Whether an object goes on with what somebody did next: "the value of rest, called on them to sleep"."""
    doc = thing.head.doc
    for token in doc[thing.head.i + 1 : thing.end]:
        joined = doc[token.i - 1].dep_ == "cc" or doc[token.i - 1].text == ","
        acted = token.tag_ == "VBD" or (token.tag_ in ("VBP", "VBZ", "MD") and doc[token.i - 1].dep_ == "cc")
        told = token.dep_ == "conj" and doc[token.i - 1].dep_ == "cc" and token.tag_ in ("VB", "VBP")
        if told and not any(t.tag_ in ("MD", "TO", "VB", "WRB") for t in doc[thing.start : token.i]):
            return True
        apart = token.tag_ == "VBD" and doc[token.i - 1].dep_ == "cc" and doc[token.i - 2].text == ","
        within = any(t.tag_ in FINITE for t in doc[thing.start : token.i])
        agreed = token.lemma_.lower() in ASKED_TO_DO and not is_person(noun_of(thing))
        if joined and acted and (apart or agreed or not within):
            return True
    return False


def _speak_together(subject: Argument | None) -> bool:
    """Whether those who speak are sides of one meeting, so that "our region" is theirs: "the leaders", "both sides"."""
    if subject is None:
        return False
    head = subject.head
    joined = any(c.dep_ == "conj" for c in head.children)
    return joined or head.lower_ in GROUPS or (head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in SIDES)


def is_bound(pronoun: Token, clause: Clause, start: int) -> bool:
    """Whether a pronoun of an answer points to the subject, which the question names, or into the answer itself."""
    doc, subject = clause.verb.doc, clause.subject
    if pronoun.lower_ == "it":
        return _is_bound_it(pronoun, clause, start)
    plural = pronoun.lower_ in THEY
    before = [t for t in doc[start : pronoun.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"]
    if subject is not None and (subject.head.pos_ != "PRON" or plural):
        before.append(subject.head)
    between = _is_between(subject, start) and pronoun.head.lemma_.lower() not in OF_PEOPLE
    if plural and between and not any(is_plural(t) for t in before if t.i >= start):
        return False
    if pronoun.lower_ in PERSONAL:
        # "He outlined his plan": whoever is named for the one is named for the other.
        if subject is not None and subject.head.lower_ in ("he", "she"):
            return pronoun.lower_ in OWN[subject.head.lower_] and not any(t.ent_type_ == "PERSON" for t in before)
        return any(is_person(t) or t.ent_type_ == "PERSON" or t.pos_ == "PROPN" for t in before)
    return any(is_plural(t) == plural or (plural and t.lower_ in GROUPS) for t in before)


def _is_between(subject: Argument | None, start: int) -> bool:
    """Whether others than a subject may be meant by "their": "they praised the games and urged their fair conduct"."""
    if subject is None or subject.start > start:
        return False
    objects = (t for t in subject.head.doc[subject.end : start] if t.tag_ in ("NNS", "NNPS"))
    return any(t.dep_ in ("dobj", "pobj") for t in objects)


def _is_bound_it(pronoun: Token, clause: Clause, start: int) -> bool:
    """Whether "it" may point into the answer, to no noun that it tells more of: not "the harm that it does"."""
    if pronoun.dep_ != "nsubj":
        return True
    above = list(up_to(pronoun, pronoun.sent.root))
    before = (t for t in clause.verb.doc[start : pronoun.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound")
    if any(t not in above and not is_plural(t) for t in before):
        return True
    own = clause.subject.head if clause.subject is not None else None
    return own is not None and own.pos_ != "PRON" and not is_plural(own) and not is_person(own)


def _questions(material: Material, sentence: Sentence, clause: Clause, spoken: Spoken) -> Iterator[str]:
    """Ask for an object: plainly, or by a name or a thing in it that tells it from others."""
    noun = f"{spoken.word} {spoken.tail}".removeprefix("What ") if spoken.by_noun else ""
    noun = noun.removesuffix(" to do").strip()
    noun = "" if noun and _is_of_several(clause, spoken, noun) else noun
    if (spoken.whole and spoken.alone) or (noun and not is_said_again(material, sentence, clause, about=noun)):
        yield from _ask(material, sentence, clause, spoken)
    if not spoken.by_noun and spoken.tail in ("", "to do"):
        opening = spoken.thing.head.doc.span(spoken.thing.start, spoken.thing.end).text.lower()
        for topic in topics_of(sentence, spoken.thing):
            known = content_words(topic) & content_words(material.label or "")
            if known or opening.startswith(topic.lower()) or 2 * len(topic) > len(opening):
                continue
            if not tells_more(spoken.thing, topic) or is_said_again(material, sentence, clause, about=topic):
                continue
            yield from _ask(material, sentence, clause, spoken, about=topic)


def _is_of_several(clause: Clause, spoken: Spoken, noun: str) -> bool:
    """Whether a clause tells of two of a kind that one asks for: "the need for lamps, and the need to rest"."""
    alike = fold(noun.split()[-1])
    return not spoken.tail and sum(t.folded == alike for t in clause.verb.subtree) > 1


def _ask(material: Material, sentence: Sentence, clause: Clause, spoken: Spoken, about: str = "") -> Iterator[str]:
    """Ask what somebody spoke of, or, where it is not certain who it was, what those at the meeting spoke of."""
    if about and not spoken.tail and clause.verb.lemma_.lower() not in TALKING | STRESSING:
        return  # "What did the mayor say about Tarn?" is not what she welcomed
    named = False
    for words, plain in plainly(material, sentence, clause, spoken, about):
        named = True
        question = placed(material, plain, words) or reported_of(material, plain, words)
        if question:
            yield question
    if not named:
        yield from unnamed(material, clause, spoken, about)


def plainly(
    material: Material, sentence: Sentence, clause: Clause, spoken: Spoken, about: str = ""
) -> Iterator[tuple[ClauseWords, str | None]]:
    """Yield the words of a clause by who speaks, with the question for what that spoke of, no meeting named."""
    thing = spoken.thing
    asides = [a for a in clause.arguments if a.role not in ("time", "recipient") and not is_company(a)]
    asides += [a for a in clause.arguments if a.role == "object" or (thing.start <= a.start and not is_company(a))]
    last = f"about {about}" if about else ""
    for words in speakers(material, sentence, clause):
        yield words, words.ask(spoken.word, *asides, tail=spoken.tail, last=last)
