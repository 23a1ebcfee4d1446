"""When and where: of the meeting, of each event that the text dates or places, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.extract.draft import Draft, Material, Sentence, code_points, sentence_span
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.meeting import MeetingMention
from facts.parse.clauses import TIME_ENTITIES, Clause
from facts.parse.phrases import compact, is_plural, lowered, resolved, verbatim
from facts.parse.tree import Token
from facts.parse.words import EVENT_NOUNS, GATHERING_NOUNS, PLACE_ENTITIES
from facts.questions import ClauseWords, of_nominalisation, tense_of


def facts(material: Material) -> Iterator[Draft]:
    """Yield the dates and places of the meeting and of other events."""
    yield from _of_meeting(material)
    for sentence in material.sentences:
        for clause in sentence.clauses:
            yield from _next(material, sentence, clause)
        yield from _since(material, sentence)
        for token in sentence.span:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "npadvmod"):
                yield from _dated(material, sentence, token)
                yield from _placed(material, sentence, token)


SINCE = re.compile(
    r"\b(?:first|biggest|highest|largest|lowest|only) (?P<noun>[a-z][a-z -]{2,30}?),? since (?P<when>[^,.;]{4,30})"
)
"""How a text says when something was the last time so."""


def _since(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "The first increase since November 2018": when the last one was."""
    first, last = sentence_span(sentence)
    for match in SINCE.finditer(material.parsed.article.text[first:last]):
        found = dates.find(match["when"], material.parsed.article.date, "past")
        if found and found[0].span[0] < 5 and found[0].precision != "time":
            noun = match["noun"]
            answer, iso = said_date(found[0], found[0].text), found[0].iso
            variants = (f"When was the previous {noun}?", f"Since when was this the first {noun}?")
            yield Draft("when", f"When was the last {noun} before?", answer, (first, last), variants, iso, 0.75)


def _of_meeting(material: Material) -> Iterator[Draft]:
    found, name = material.found_meeting, material.label
    meeting = found.meeting
    if meeting is None or name is None:
        return
    if meeting.date and found.dated:
        span = _span(found.dated)
        variants: tuple[str, ...] = (
            f"When did {name} take place?",
            f"On what day was {name}?",
            f"What was the date of {name}?",
            f"When did {_series_name(meeting.name)} meet?",
        )
        yield Draft("when", f"When was {name} held?", dates.readable(meeting.date), span, variants, meeting.date, 0.9)
    if meeting.place and found.placed:
        variants = (
            f"Where did {name} take place?",
            f"What was the venue of {name}?",
            f"Which city hosted {name}?",
            f"Where did {_series_name(meeting.name)} meet?",
        )
        yield Draft("where", f"Where was {name} held?", meeting.place, _span(found.placed), variants, None, 0.85)
    if meeting.format and found.named:
        variants = (f"Was {name} held in person or online?", f"What was the format of {name}?")
        answer = {"online": "online", "hybrid": "hybrid"}.get(meeting.format, meeting.format)
        word = next(
            (
                w
                for w in (
                    "virtual",
                    "virtually",
                    "video conference",
                    "videoconference",
                    "online",
                    "teleconference",
                    "hybrid",
                )
                if w in found.named.sentence.text.lower()
            ),
            answer,
        )
        yield Draft(
            "how",
            f"How was {name} held?",
            word if word == answer else f"{word} ({answer})",
            _span(found.named),
            variants,
            None,
            0.8,
        )


def _next(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """When and where the next meeting is: "the council meets next on 9 April", "the next session will be in Quito"."""
    subject = clause.subject
    if subject is None or clause.negated or subject.head.i >= clause.verb.i:
        return
    said = [t.lower_ for t in clause.verb.children if t.dep_ == "advmod"]
    meets = clause.lemma in ("meet", "convene", "reconvene", "gather") and (
        tense_of(clause) == "future" or "next" in said or "again" in said
    )
    held = fold(subject.head.lemma_) in GATHERING_NOUNS and any(
        c.lower_ in ("next", "following", "future") for c in subject.head.children
    )
    if not (meets or held):
        return
    words = sentence.words_of(clause)
    if words is None:
        return
    name = words.subject if held else f"the next meeting of {words.subject}"
    text = material.parsed.article.text
    for argument in clause.arguments:
        answer = verbatim(text, sentence.paragraph, argument.start, argument.end)
        if argument.role == "place":
            yield Draft(
                "where",
                f"Where will {name} be held?",
                re.sub(r"^(?:in|at|for)\s+", "", answer),
                sentence_span(sentence),
                (f"Where is {name}?", f"Where will {words.subject} meet next?", *_dated_place(words, clause)),
                None,
                0.85,
            )
        elif argument.role == "time":
            found = dates.find(
                argument.head.doc.span(argument.start, argument.end).text, material.parsed.article.date, "future"
            )
            if found and found[0].precision != "time":
                yield Draft(
                    "when",
                    f"When will {name} be held?",
                    said_date(found[0], answer),
                    sentence_span(sentence),
                    (
                        f"When is {name}?",
                        f"When will {words.subject} meet next?",
                        f"When does {words.subject} meet again?",
                    ),
                    found[0].iso,
                    0.85,
                )


def _dated_place(words: ClauseWords, clause: Clause) -> tuple[str, ...]:
    """Where a next meeting is to be, asked with its month: "Where will the council meet in December 2022?"."""
    for argument in clause.all("time"):
        found = dates.find(
            argument.head.doc.span(argument.start, argument.end).text,
            clause.paragraph.written,
            tense_of(clause) or "future",
        )
        if found and found[0].precision in ("day", "month", "year"):
            preposition = "on" if found[0].precision == "day" else "in"
            return (f"Where will {words.subject} meet {preposition} {dates.readable(found[0].iso)}?",)
    return ()


def _span(mention: MeetingMention) -> tuple[int, int]:
    return code_points(mention.paragraph, mention.sentence)


def _series_name(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def _dated(material: Material, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """A noun with a date on it: "the exercise on May 27", "the August 2 resignation of …"."""
    if not _is_event(noun):
        return
    for child in noun.children:
        phrase = _date_phrase(child)
        if phrase is None:
            continue
        start, end = phrase
        doc = noun.doc
        found = dates.find(doc.span(start, end).text, material.parsed.article.date, None)
        if not found or found[0].precision == "time":
            continue
        when = found[0]
        name = _event_name(noun, sentence, (child.left_edge.i, child.right_edge.i + 1))
        verb = "are" if is_plural(noun) else "is"
        future = material.parsed.article.date is not None and when.iso[:10] > material.parsed.article.date.isoformat()
        if not future:
            verb = "were" if is_plural(noun) else "was"
        variants = [f"When did {name} take place?", f"What is the date of {name}?"]
        if future:
            variants.append(f"When is the next {re.sub('^(?:the|a|an|its|their) ', '', name)}?")
        yield Draft(
            "when",
            f"When {verb} {name}?",
            said_date(when, verbatim(material.parsed.article.text, sentence.paragraph, start, end)),
            sentence_span(sentence),
            (*of_nominalisation(noun, sentence.antecedents, "When"), *variants),
            when.iso,
            0.8,
        )
        return


def _is_event(noun: Token) -> bool:
    if noun.ent_type_ in ("PERSON", "GPE", "NORP", "MONEY", "PERCENT", "QUANTITY", *TIME_ENTITIES):
        return False
    return noun.lemma_.lower() in EVENT_NOUNS or (
        noun.pos_ == "PROPN" and noun.ent_type_ in ("EVENT", "LAW", "WORK_OF_ART")
    )


def _date_phrase(child: Token) -> tuple[int, int] | None:
    """The tokens of a date that modifies a noun, before it or behind a preposition."""
    if child.dep_ == "prep" and child.lower_ in ("on", "in", "of", "for", "at", "during", "from"):
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is not None and inner.ent_type_ in TIME_ENTITIES:
            return inner.left_edge.i, inner.right_edge.i + 1
        return None
    if child.dep_ in ("compound", "nmod", "nummod", "npadvmod", "poss", "amod", "appos") and child.ent_type_ == "DATE":
        first = child.i
        while first > child.sent.start and child.doc[first - 1].ent_type_ == "DATE":
            first -= 1
        last = child.i
        while last + 1 < child.sent.end and child.doc[last + 1].ent_type_ == "DATE":
            last += 1
        return first, last + 1
    if child.dep_ == "acl" and child.lemma_ in (
        "schedule",
        "slate",
        "plan",
        "set",
        "date",
        "hold",
        "sign",
        "adopt",
        "publish",
        "release",
    ):
        for prep in child.children:
            phrase = _date_phrase(prep) if prep.dep_ == "prep" or prep.ent_type_ == "DATE" else None
            if phrase:
                return phrase
    return None


def _event_name(noun: Token, sentence: Sentence, out: tuple[int, int]) -> str:
    """An event's noun phrase without its date."""
    kept = [i for i in range(noun.left_edge.i, noun.right_edge.i + 1) if not out[0] <= i < out[1]]
    head_end = max(kept) + 1 if kept else noun.i + 1
    if out[0] > noun.i:
        head_end = min(head_end, out[0])
        text = compact(noun, noun.left_edge.i, max(head_end, noun.i + 1), sentence.antecedents)
    else:
        text = resolved(noun.doc, [i for i in kept if i <= noun.i], sentence.antecedents)
        of = next((c for c in noun.children if c.lower_ == "of" and c.i > noun.i), None)
        if of is not None:
            text += " " + compact(of, of.left_edge.i, of.right_edge.i + 1, sentence.antecedents)
    text = lowered(text, noun.doc[noun.left_edge.i])
    return (
        text
        if noun.doc[noun.left_edge.i].pos_ in ("DET", "PRON")
        or re.match(r"(?:the|a|an|this|its|their|his|her) ", text)
        or "’s " in text
        or "'s " in text
        else f"the {text}"
    )


def _placed(material: Material, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """A noun with a place on it: "the summit in Vilnius"."""
    if noun.ent_type_ in ("PERSON", "GPE", *TIME_ENTITIES) or not (_is_event(noun) or noun.pos_ == "PROPN"):
        return
    for child in noun.children:
        if child.dep_ != "prep" or child.lower_ not in ("in", "at", "near", "off", "outside"):
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is None or inner.ent_type_ not in PLACE_ENTITIES:
            continue
        name = _event_name(noun, sentence, (child.left_edge.i, child.right_edge.i + 1))
        verb = "were" if is_plural(noun) else "was"
        end = min(
            [
                c.left_edge.i
                for c in inner.children
                if c.i > inner.i and c.dep_ in ("relcl", "acl", "appos", "punct", "prep")
            ],
            default=inner.right_edge.i + 1,
        )
        answer = verbatim(material.parsed.article.text, sentence.paragraph, inner.left_edge.i, max(end, inner.i + 1))
        yield Draft(
            "where",
            f"Where {verb} {name}?",
            answer,
            sentence_span(sentence),
            (f"Where did {name} take place?",),
            None,
            0.75,
        )
        return
