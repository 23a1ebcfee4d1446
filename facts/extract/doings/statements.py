"""Who said what about what: reported and direct speech, promises, demands, proposals."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import answer_of, bare, said
from facts.extract.doings.asked import (
    at_meeting,
    first_new,
    placed,
    reported_of,
    said_when,
    statement_of,
    to_somebody,
    with_meeting,
)
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.repeated import is_said_again, is_told_again, is_urged_again
from facts.extract.doings.reported import (
    LONGEST,
    LONGEST_TOPIC,
    first_said,
    points_away,
    quoted,
    reported,
    speaks_of_itself,
    topics_of_speech,
    unechoed,
    unresolved,
)
from facts.extract.doings.speakers import group_of, is_told_here, speakers, spoke_there
from facts.extract.doings.strangers import ONE, goes_on, is_known_by_the_text_only, is_torn_off, reads_at_once
from facts.extract.doings.topics import topics_of
from facts.extract.doings.verbs import ASKED_AS_SAID, SAID, SPEAKING
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import content_words, fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_plural
from facts.parse.subjects import subject_of
from facts.parse.verbs import past
from facts.parse.words import FINITE
from facts.questions import ClauseWords, in_full, is_anchored, is_bare, phrased

TELLING = frozenset({"assure", "inform", "remind", "tell", "warn"})
"""Verbs with somebody and a clause behind them: what whom is told."""
PRESS = frozenset({"broadcaster", "correspondent", "journalist", "newspaper", "press", "radio", "reporter"})
"""Nouns of those who are told things beside a meeting."""
WANTING = frozenset({"expect", "need", "require", "want", "wish"})
ASKING = frozenset({"ask", "enquire", "inquire", "question", "wonder"})
NO_ASIDES = frozenset({"deny", "recognise", "recognize", "welcome"})
"""Verbs that nobody puts behind what was said: "…, women denied a licence"."""
MARKED = frozenset({"advise", "fear", "find", "resolve"})
"""Verbs behind which only "that" tells that something is said: "found | nine of them unfit"."""
QUESTION_WORDS = frozenset("how if what when where whether which who whom why".split())
WHEN = frozenset({"after", "as", "before", "since", "until", "when", "while"})
"""How a clause begins that tells when something was said."""
VAGUE_TOPICS = tuple(
    """agency board body case change company council decision figure firm group idea issue matter measure number office
    party plan point problem project proposal question report request result side situation system work""".split()
)
"""Nouns of which a stranger wants to know which one is meant, even at a meeting."""
BETWEEN = frozenset({"oblique", "place", "recipient", "time"})
"""Roles of phrases that may stand between a verb and what was said."""
GOING_ON = frozenset({"add", "answer", "reply", "respond"})
"""Verbs of what somebody said to what was said before."""
BLAND = frozenset({"comment", "mention", "note", "observe", "remark", "report", "say", "state", "write"})
"""Verbs of which it says little that somebody said something, without the meeting at which it was."""
LONGEST_ACCORDING = 20
"""How many words it may have where the article says it by somebody's word."""
FEWEST_PLAIN = 5
"""How many words it has at least."""
THEIR = re.compile(r"\b(?:their|them|they)\b")
POINTING = re.compile(r"to \w+ (?:it|likewise|so|that|them|this)\b")
"""How a demand begins that points to what was said before."""
URGED = frozenset("advise ask direct encourage instruct invite order press request tell urge warn".split())
"""Verbs with somebody and an infinitive behind them: what is demanded of whom."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was said by whom about what."""
    yield from (draft for draft in _drafts(material) if reads_at_once(draft.question))


def _drafts(material: Material) -> Iterator[Draft]:
    asked: set[str] = set()
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        yield from _according(material, sentence, asked)
        for clause in sentence.clauses:
            if len(clause.chain) > 1 or clause.passive or not is_told_here(sentence, clause) or clause.subject is None:
                continue
            reports = clause.first("content") is not None and clause.lemma not in TELLING
            readings = speakers(material, sentence, clause, anything=reports)
            finite = clause.kind == "finite"
            yield from _said(material, sentence, clause, readings, asked)
            yield from _urged(material, sentence, clause, readings, asked)
            for words in readings if finite else ():
                yield from _asked(material, sentence, clause, words)
                yield from _wanted(material, sentence, clause, words)


def _according(material: Material, sentence: Sentence, asked: set[str]) -> Iterator[Draft]:
    """ "According to the harbour office, the Tarn pier is old", "…, according to Ann Poole": what they say of it."""
    doc, (first, end) = sentence.paragraph.doc, (sentence.span.start, sentence.span.end)
    phrase = next((t for t in sentence.span if t.lower_ == "according" and t.nbor(1).lower_ == "to"), None)
    source = next((c for c in phrase.nbor(1).children if c.dep_ == "pobj"), None) if phrase is not None else None
    subject = subject_of(sentence.span.root)
    if phrase is None or source is None or subject is None or any(t.text in '";' for t in sentence.span):
        return
    last = source.right_edge.i + 1
    if phrase.i == first and last < end and doc[last].text == ",":
        first = last + 1
    elif last >= end - 1 and phrase.i > sentence.span.root.i:
        end = phrase.i - (doc[phrase.i - 1].text == ",")
    else:
        return
    while end > first and doc[end - 1].text in ".!,":
        end -= 1
    speaker = in_full(Argument("object", source, phrase.i + 2, last), sentence.antecedents)
    topic = in_full(subject, sentence.antecedents, LONGEST_TOPIC)
    answer = said(doc, first, end, sentence.antecedents, LONGEST_ACCORDING)
    if speaker is None or topic is None or answer is None or not first <= subject.start < end:
        return
    question = first_new([phrased("statement.about", speaker=speaker, topic=topic)], asked)
    named = speaker.removeprefix("the ") != speaker.removeprefix("the ").lower()
    if question and named and is_anchored(question) and fold(topic) not in fold(speaker):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.according")


def _said(
    material: Material,
    sentence: Sentence,
    clause: Clause,
    readings: list[ClauseWords],
    asked: set[str],
) -> Iterator[Draft]:
    """ "Ann Poole said that the pier would stay open": what she said, about what."""
    lemma, content = clause.lemma.replace(" ", "-"), clause.first("content")
    if content is None or lemma not in SAID | ASKED_AS_SAID or not stands_beside(clause, content):
        return
    if content.head.tag_ == "VBG" and content.head.i == content.start:
        return  # "mentioned selling the mill"
    if not is_clause(clause, content) or is_torn(clause, content):
        return
    if is_passed_on(content):
        return
    reason = next((a for a in clause.all("reason") if a.start == content.end), None)
    content = dataclasses.replace(content, end=reason.end) if reason is not None else content
    quote = quoted(content)
    answer, end = (quote, content.end) if quote else reported(sentence, content, readings)
    content = dataclasses.replace(content, end=end)
    if is_torn_off(content):
        return
    if answer is None or answer.split()[0].lower() in QUESTION_WORDS or points_away(sentence, clause, content):
        return
    own = subject_of(content.head)
    if unresolved(sentence, content) and not (own is not None and speaks_of_itself(clause, own)):
        return
    questions = [q for words in readings for q in _questions(material, sentence, clause, content, words)]
    group = group_of(material, clause) if not readings and lemma not in TELLING else None
    if group and spoke_there(material, clause):
        topics = topics_of_speech(sentence, content, "")
        topics = (t for t in topics if not is_told_again(material, sentence, clause, t))
        asking = (phrased("statement.about", speaker=group, topic=about) for about in topics)
        questions = [with_meeting(material, question) for question in asking]
    question = first_new(questions, asked)
    plain = lemma not in TELLING or lemma == "warn"  # "What did she assure?" lacks whom
    if (
        question is None
        and plain
        and len(answer.split()) >= FEWEST_PLAIN
        and not is_said_again(material, sentence, clause)
    ):
        question = first_new((q for words in readings for q in _plainly(material, content, words)), asked)
    if question and (" about " in question or len(answer.split()) >= FEWEST_PLAIN) and not ONE.search(answer):
        answer = first_said(unechoed(bare(answer), question, content))
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.said")


def _plainly(material: Material, content: Argument, words: ClauseWords) -> Iterator[str | None]:
    """Ask plainly for what somebody said, underlined or warned; not of what only the text tells: "the contractor"."""
    own = subject_of(content.head)
    the = own is not None and own.head.doc[own.start].lower_ == "the"
    unknown = own is not None and the and own.head.pos_ == "NOUN" and is_bare(own.head)
    doc = content.head.doc
    unknown = unknown or is_known_by_the_text_only(doc, content.start, content.end)
    unknown = unknown or ONE.search(doc.span(content.start, content.end).text.lower()) is not None
    if not is_anchored(f"- {words.subject}") or words.clause.lemma in GOING_ON or unknown:
        return
    question = words.ask("What", content, *words.clause.arguments)
    there = placed(material, question, words)
    told = words.clause.lemma not in BLAND or (material.label or "-") in (there or "")
    yield (there or reported_of(material, question, words)) if told else None


def _questions(
    material: Material, sentence: Sentence, clause: Clause, content: Argument, words: ClauseWords
) -> Iterator[str | None]:
    """Ask for what was said: by its own verb, whom it was said to, or what it is about."""
    lemma, told = clause.lemma, clause.first("recipient", "object")
    if told is not None and lemma in TELLING:
        yield from _told(material, sentence, content, dataclasses.replace(words, base="tell"), told)
    elif lemma in ASKED_AS_SAID:
        if is_said_again(material, sentence, clause):
            return
        question = words.ask("What", content)
        yield placed(material, question, words) or reported_of(material, question, words)
    elif told is None:
        yield from _about(material, sentence, content, words)


def _told(
    material: Material, sentence: Sentence, content: Argument, words: ClauseWords, told: Argument
) -> Iterator[str | None]:
    """Ask what somebody was told: about what, or else by whom and when alone.

    What the press is told is not said at the meeting.
    """
    press = told.head.lemma_.lower() in PRESS
    apart = press or told.head.ent_type_ == "ORG"
    topics = topics_of_speech(sentence, content, words.subject)
    about = [f"about {t}" for t in topics if not is_told_again(material, sentence, words.clause, t)]
    plainly = [] if press or is_said_again(material, sentence, words.clause) else [""]
    for last in (*about, *plainly):
        question = to_somebody(words.ask("What", content, last=last))
        if apart:
            yield said_when(material, question if question and is_anchored(question) else None, words)
        else:
            yield placed(material, question, words) or reported_of(material, question, words)


def _about(material: Material, sentence: Sentence, content: Argument, words: ClauseWords) -> Iterator[str | None]:
    """Ask what somebody said about something: at the meeting, by the report, or with the month."""
    clear = list(topics_of_speech(sentence, content, words.subject))
    known = [t for t in topics_of_speech(sentence, content, words.subject, bare=True) if not t.endswith(VAGUE_TOPICS)]
    again = {t for t in (*known, *clear) if is_told_again(material, sentence, words.clause, t)}
    clear, known = [t for t in clear if t not in again], [t for t in known if t not in again]
    own = content_words(material.label or "")
    for topic in dict.fromkeys((*known, *clear)):
        if content_words(topic) <= own:
            continue  # what is said at a meeting is about it
        question = phrased("statement.about", speaker=words.subject, topic=topic)
        there = at_meeting(material, question, words)
        if there and material.label and material.label in there:
            yield there
    for topic in clear:
        if content_words(topic) <= own:
            continue
        question = phrased("statement.about", speaker=words.subject, topic=topic)
        if material.label is None and is_anchored(f"- {words.subject}"):
            yield said_when(material, at_meeting(material, question, words), words)
        yield reported_of(material, question, words)


def is_passed_on(content: Argument) -> bool:
    """Whether what was said is that somebody else said something: "a clerk said Ada Wren had told the board …"."""
    return content.head.lemma_.lower() in TELLING | {"say"}


def is_clause(clause: Clause, content: Argument) -> bool:
    """Whether what was said is a clause, and no thing that was praised ("stressed the role women play")."""
    first = content.head.doc[content.start]
    marked = first.lower_ == "that" or first.text == '"' or first.nbor(-1).text == '"' if first.i else False
    if clause.lemma in MARKED:
        return marked and content.head.pos_ in ("AUX", "VERB")
    if clause.lemma in NO_ASIDES and content.start < clause.verb.i:
        return marked
    return marked or clause.lemma not in SPEAKING | {"confirm", "indicate", "maintain"} or clause.lemma in ASKED_AS_SAID


def is_torn(clause: Clause, content: Argument) -> bool:
    """Whether what was said lacks its subject or tells when it was: 'told the Post "was a loss"', "before they met"."""
    doc, head = content.head.doc, content.head
    first = next((t for t in doc[content.start : content.end] if not t.is_punct and t.lower_ != "that"), head)
    timed = any(c.dep_ == "mark" and c.lower_ in WHEN for c in head.children)
    return first.tag_ in FINITE or (timed and content.start < clause.verb.i)


def stands_beside(clause: Clause, content: Argument) -> bool:
    """Whether what was said stands right behind its verb, or right before it and who said it."""
    doc, verb = clause.verb.doc, clause.verb
    if content.start > verb.i:
        between = doc[verb.i + 1 : content.start]
        whom = clause.first("object", "recipient")
        told = set(range(whom.start, whom.end)) if whom is not None else set[int]()
        if clause.lemma == "make clear":
            told |= {t.i for t in between}
        # "Said on Monday that", "stressed to the pilots that", "said afterwards that": the clause is marked.
        if any(t.lower_ == "that" for t in doc[content.start - 1 : content.start + 1]) and clause.lemma not in TELLING:
            beside = (a for a in clause.arguments if a.role in BETWEEN and verb.i < a.start and a.end <= content.start)
            told |= {i for a in beside if a.role == "time" or a.preposition == "to" for i in range(a.start, a.end)}
            told |= {t.i for t in between if t.dep_ == "advmod" and t.head is verb}
        return all(t.is_punct or t.dep_ in ("mark", "prt") or t.i in told for t in between)
    first = min(verb.i, clause.subject.start if clause.subject is not None else verb.i)
    return all((t.is_punct and t.text != ";") or t.text == '"' for t in doc[content.end : first])


def _asked(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ann Poole asked whether the pier was safe", "the leaders discussed how to mend it": what."""
    content, lemma = clause.first("content"), clause.verb.lemma_
    if lemma not in ASKING | (SAID - SPEAKING) | {"talk"} or content is None or content.start < clause.verb.i:
        return
    answer = answer_of(content, sentence.antecedents, LONGEST)
    plain = words.ask("What", content)
    question = placed(material, plain, words) or reported_of(material, plain, words)
    met = material.label is not None and material.label in (question or "")
    opening = answer.split()[0].lower() if answer else ""
    if opening == "if" and lemma not in ASKING:
        return  # "said if the pier was closed pilots would leave": what, and on what condition
    if not (opening in QUESTION_WORDS or (opening == "that" and lemma == "ask")):
        return
    if answer is None or _is_theirs(answer, words) or goes_on(content):
        return
    if is_known_by_the_text_only(content.head.doc, content.start, content.end, met=met):
        return
    if question and stands_beside(clause, content) and not is_said_again(material, sentence, clause):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.asked")


def _is_theirs(answer: str, words: ClauseWords) -> bool:
    """Whether "their" in an answer can be nobody's whom the question names: one person asked."""
    subject = words.clause.subject
    several = " and " in words.subject or (subject is not None and is_plural(subject.head))
    return not several and THEIR.search(answer) is not None


def _wanted(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The council wanted Tarn to close the pier": what it wanted."""
    what = clause.first("infinitive", "content")
    if clause.verb.lemma_ not in WANTING or what is None or what.start < clause.verb.i or clause.first("object"):
        return
    whom = subject_of(what.head)
    answer = answer_of(what, sentence.antecedents, LONGEST)
    plain = words.ask("What", what)
    question = at_meeting(material, plain, words)
    if question == plain and material.meeting_name:
        question = reported_of(material, plain, words)
    if is_said_again(material, sentence, clause):
        return
    if question and answer and whom is not None and whom.start >= what.start:
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.75, rule="statement.wanted")


def _urged(
    material: Material, sentence: Sentence, clause: Clause, readings: list[ClauseWords], asked: set[str]
) -> Iterator[Draft]:
    """ "The council urged Tarn to close the pier": what it urged Tarn to do."""
    lemma = clause.verb.lemma_.lower()
    whom, what = clause.first("object", "recipient"), clause.first("infinitive", "purpose")
    if lemma == "call" and whom is None:
        on = next((a for a in clause.all("oblique", "place") if a.preposition in ("on", "upon")), None)
        inner = next((c for c in on.head.children if c.dep_ == "pobj"), None) if on is not None else None
        if on is None or inner is None or what is None or what.start != on.end:
            return
        whom = Argument("object", inner, on.start + 1, on.end)
        lemma = "call on"
    elif lemma not in URGED or what is None:
        return
    if whom is None:
        own = next((c for c in what.head.children if c.dep_ == "nsubj"), None)
        if own is None or own.left_edge.i < clause.verb.i:
            return
        whom = Argument("object", own, own.left_edge.i, own.right_edge.i + 1)
        start = own.right_edge.i + 1
        what = Argument("infinitive", what.head, start, what.end)
    answer = answer_of(what, sentence.antecedents, LONGEST)
    if answer is None or not answer.startswith("to ") or POINTING.match(answer):
        return
    questions: list[str | None] = []
    plainly = [] if is_urged_again(material, sentence, clause, whom) else [""]
    for about in (*plainly, *(f" regarding {topic}" for topic in topics_of(sentence, what))):
        for words in (w for w in readings if not w.subject.endswith("Administration")):  # at no meeting itself
            name = in_full(whom, sentence.antecedents, bare=words.bare)
            question = phrased("statement.urged", speaker=words.subject, urge=lemma, whom=name) if name else None
            asking = at_meeting(material, f"{question[:-1]}{about}?" if question else None, words)
            questions.append(said_when(material, asking, words))
        name = in_full(whom, sentence.antecedents, bare=True)
        written = statement_of(material) if clause.subject is not None and clause.subject.head.lower_ == "we" else None
        if not readings and name and (written or spoke_there(material, clause)):
            be, done = (
                "were" if is_plural(whom.head) or re.search(r"[^s]s$|^them$", whom.head.lower_) else "was",
                past(lemma.split()[0]) + lemma[len(lemma.split()[0]) :],
            )
            question = phrased("statement.urged_there", be=be, whom=name, urged=done)
            asking = f"{question[:-1]}{about}?"
            questions.append(f"{asking[:-1]} in {written}?" if written else with_meeting(material, asking))
    question = first_new((q for q in questions if q and is_anchored(q)), asked)
    if question:
        yield Draft("what", question, bare(answer), sentence_span(sentence), confidence=0.8, rule="statement.urged")
