"""What the meeting was for: its aim, its agenda, what it came after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import verbatim
from facts.parse.words import GATHERING_NOUNS

AIM_VERBS = frozenset({"aim", "intend", "seek", "design", "mean"})
DISCUSS_VERBS = frozenset(
    {
        "address",
        "consider",
        "cover",
        "debate",
        "deliberate",
        "discuss",
        "examine",
        "explore",
        "focus",
        "review",
        "tackle",
        "talk",
        "touch",
    }
)


def facts(material: Material) -> Iterator[Draft]:
    """Yield the aims and the agenda of the article's meeting."""
    if material.label is None:
        return
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if len(clause.chain) == 1:
                yield from _aim(material, sentence, clause)
                yield from _agenda(material, sentence, clause)


def is_of_meeting(material: Material, sentence: Sentence, argument: Argument | None) -> bool:
    """Whether a phrase is the article's meeting, its participants, or "they" of it."""
    if argument is None or material.label is None:
        return False
    antecedent = sentence.antecedents.get(argument.start)
    if antecedent is not None and antecedent.name == material.label:
        return True
    head = argument.head
    if fold(head.lemma_) in GATHERING_NOUNS | {"discussion", "agenda"}:
        return True
    meeting = material.found_meeting.meeting
    return meeting is not None and fold(
        head.doc.span(argument.start, argument.end).text.removeprefix("the ").removeprefix("The ")
    ) in fold(meeting.name)


def _aim(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    name = material.label
    text = material.parsed.article.text
    aim: Argument | None = None
    if clause.verb.lemma_.lower() in AIM_VERBS and is_of_meeting(material, sentence, clause.subject):
        aim = clause.first("infinitive", "purpose", "oblique")
    elif (
        is_of_meeting(material, sentence, clause.subject)
        or is_of_meeting(material, sentence, clause.first("object"))
        or (clause.verb.lemma_ in ("meet", "gather", "convene") and clause.subject is not None)
    ):
        aim = clause.first("purpose")
    elif (
        clause.verb.lemma_ == "be"
        and clause.subject is not None
        and clause.subject.head.lemma_.lower() in ("aim", "goal", "objective", "purpose")
    ):
        aim = clause.first("infinitive", "attribute", "content")
    if aim is None:
        return
    answer = verbatim(text, sentence.paragraph, aim.start, _stretched_end(aim, sentence))
    variants = (
        f"Why was {name} held?",
        f"What did {name} aim to do?",
        f"What was the aim of {name}?",
        f"What was {name} for?",
    )
    yield Draft("why", f"What was the purpose of {name}?", answer, sentence_span(sentence), variants, None, 0.85)


def _stretched_end(aim: Argument, sentence: Sentence) -> int:
    """The end of an aim, with a second one that "and to" joins to it."""
    doc = sentence.paragraph.doc
    end = aim.end
    for i in range(end, min(end + 4, sentence.span.end - 1)):
        if doc[i].lower_ == "and" and doc[i + 1].lower_ == "to":
            verb = next((t for t in doc[i + 2 : i + 4] if t.pos_ == "VERB"), None)
            return max(end, verb.right_edge.i + 1) if verb is not None else end
        if doc[i].text not in ")],":
            return end
    return end


def _agenda(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    lemma = clause.verb.lemma_.lower()
    if lemma not in DISCUSS_VERBS or clause.negated:
        return
    topic = clause.first("object") or next(
        (a for a in clause.all("oblique") if a.preposition in ("on", "about", "upon")), None
    )
    if topic is None:
        return
    collective = clause.subject is not None and (
        is_of_meeting(material, sentence, clause.subject) or _is_everybody(clause)
    )
    if not collective:
        return
    answer = verbatim(material.parsed.article.text, sentence.paragraph, topic.start, topic.end)
    answer = re.sub(r"^(?:on|about|upon)\s+", "", answer)
    name = material.label
    variants = (
        f"What was on the agenda of {name}?",
        f"What was {name} about?",
        f"What was talked about at {name}?",
        f"Which topics did {name} cover?",
    )
    yield Draft("what", f"What did {name} discuss?", answer, sentence_span(sentence), variants, None, 0.8)


EVERYBODY = frozenset(
    "attendee delegate discussion leader member minister official participant party representative side they".split()
)


def _is_everybody(clause: Clause) -> bool:
    return clause.subject is not None and (
        clause.subject.head.lemma_.lower() in EVERYBODY or clause.subject.head.tag_ == "NNS"
    )
