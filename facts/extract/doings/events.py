"""Who did what, to whom, where, why and how: a fact for each phrase of each clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings import reasons
from facts.extract.doings.amounts import MONEY, QUANTITY, SHARE
from facts.extract.doings.assertions import decided, denied
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import frequency_or_duration, when_drafts
from facts.folding import squeezed
from facts.model import Kind
from facts.parse.clauses import Argument, Clause, reattached
from facts.parse.phrases import Antecedents, is_body, is_person, is_plural, resolved, verbatim
from facts.parse.words import CHAIR_VERBS, GATHERING_NOUNS, HOLD_VERBS, NOMINALISED, PLACE_PREPOSITIONS
from facts.questions import ClauseWords, clause_words, is_said, question_word, says_nothing

EMPTY_ADVERBS = frozenset(
    """accordingly additionally afterwards again also already altogether as consequently even further
    furthermore hence here how however instead just likewise meanwhile moreover much namely nevertheless
    nonetheless not now only otherwise rather respectively similarly so still then there therefore thereby
    thus together too very well yet""".split()
)
"""Adverbs that answer no question."""

OCCASIONS = (
    GATHERING_NOUNS
    | frozenset(NOMINALISED)
    | frozenset(
        """attack battle campaign contest crash drill earthquake exercise exhibition festival fire flood game match
        operation protest race referendum strike tournament trial war""".split()
    )
)
"""Nouns of what happens somewhere and on a date of its own."""
CALLING = frozenset(
    """attack characterise characterize condemn criticise criticize denounce describe dismiss hail label portray
    praise""".split()
)
"""Verbs by which somebody calls something what stands behind "as"."""
LIGHT_PAIRS = frozenset(
    {("have", "effect"), ("make", "sense"), ("pay", "tribute"), ("play", "part"), ("play", "role")}
    | {("take", noun) for noun in "account care effect note office part place steps stock time turns".split()}
)
"""Verbs with a noun that say one thing together: the noun is not what was done."""
SYNONYMS = {
    **dict.fromkeys(CHAIR_VERBS, ("chaired", "presided over", "led")),
    **dict.fromkeys(("attend", "participate"), ("attended", "took part in")),
    **dict.fromkeys(("hold", "host", "convene", "organise", "organize"), ("held", "hosted", "organised")),
}
"""What people ask with instead of a verb (lemma), in the past tense."""
LONGEST_SHORT = 40
"""How many words an answer may have before the modifiers at its end are left off."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield a draft for each phrase of each clause."""
    text = material.parsed.article.text
    yield from reasons.facts(material)
    for sentence in material.sentences:
        for clause in sentence.clauses:
            words = sentence.words_of(clause)
            if (
                words is not None
                and clause.verb.lemma_ == "do"
                and not clause.first("object", "attribute", "content", "oblique")
            ):
                yield from _elided(sentence, clause, words)
            elif words is not None:
                yield from _clause_facts(material, sentence, clause, words, text)
            else:
                yield from _impersonal(sentence, clause, text)


def _impersonal(sentence: Sentence, clause: Clause, text: str) -> Iterator[Draft]:
    """What was agreed, decided, expected by nobody named: "It was agreed to set up a fund"."""
    subject, what = clause.subject, clause.first("infinitive", "content")
    if subject is None or subject.head.lower_ != "it" or what is None or not clause.passive or len(clause.chain) > 1:
        return
    helper = next((c.lower_ for c in clause.verb.children if c.dep_ == "auxpass"), "was")
    if helper in ("is", "was") and not clause.negated:
        answer = _without_that(verbatim(text, clause.paragraph, what.start, what.end))
        yield Draft("what", f"What {helper} {clause.verb.text}?", answer, sentence_span(sentence), (), None, 0.8)


def _clause_facts(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, text: str
) -> Iterator[Draft]:
    span = sentence_span(sentence)
    confidence = 0.85 if clause.kind == "finite" else 0.75
    if clause.verb.dep_ == "amod" and not clause.arguments:
        return
    if clause.subject is not None and len(clause.chain) == 1:
        question = _subject_question(clause, words)
        if question:
            answer = answer_of(clause.subject, sentence.antecedents, text, clause)
            yield Draft(
                _who_or_what(question),
                question,
                answer,
                span,
                _verb_variants(clause, question),
                _items(clause.subject, text, clause),
                confidence,
            )
    for argument in clause.arguments:
        yield from _argument_facts(material, sentence, clause, words, argument, span, confidence)
    for other, moved in reattached(clause):
        reading = clause_words(other, sentence.antecedents)
        if reading is None or not _is_open(other, moved):
            continue
        for argument in moved:
            if argument.role == "subject":
                question = _subject_question(other, reading)
                answer = answer_of(argument, sentence.antecedents, text, other)
                if question:
                    yield Draft(_who_or_what(question), question, answer, span, (), None, confidence - 0.2)
                continue
            yield from _argument_facts(material, sentence, other, reading, argument, span, confidence - 0.2)
    if len(clause.chain) == 1 or clause.chain[1].pos_ == "ADJ":
        yield from decided(sentence, clause, words, span, confidence)
    yield from denied(sentence, clause, words, span)


def _is_open(clause: Clause, moved: tuple[Argument, ...]) -> bool:
    """Whether phrases may be attached to the verb as well: not to verbs of saying, and not dates or events."""
    if is_said(clause) or any(a.role == "time" for a in moved):
        return False
    doc = clause.verb.doc
    return not any(t.lemma_.lower() in OCCASIONS for t in doc[moved[0].start : moved[0].end])


def _who_or_what(question: str) -> Kind:
    if question.startswith("How many"):
        return "how_many"
    return "who" if question.startswith(("Who", "By whom")) else "what"


def _elided(sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """Ellipsis: the verb left out behind "did" is the clause before's: "the House confirmed it, the Senate did not"."""
    before = [
        c
        for c in sentence.clauses
        if c.verb != clause.verb and len(c.chain) == 1 and c.kind == "finite" and c.verb.lemma_ not in ("do", "be")
    ]
    other = next((c for c in reversed(before) if c.verb.i < clause.verb.i), next(iter(before), None))
    full = sentence.words_of(other) if other is not None else None
    if full is not None and not full.clause.passive and clause.subject is not None:
        span = sentence_span(sentence)
        said = words.borrowing(full)
        yield from decided(sentence, clause, said, span, 0.8)
        yield Draft("who", said.ask_subject(question_word(clause.subject)), said.subject, span, (), None, 0.75)


def _subject_question(clause: Clause, words: ClauseWords) -> str | None:
    if clause.subject is None:
        return None
    word, rest = question_word(clause.subject), words.rest(None)
    if is_said(clause) and not rest:
        return None
    if rest:
        return words.ask_subject(word)
    if clause.verb.lemma_ != "be" and (
        clause.kind != "participle" or (clause.passive and len(words.subject.split()) > 2)
    ):
        return words.ask_subject(word)
    return None


def _argument_facts(
    material: Material,
    sentence: Sentence,
    clause: Clause,
    words: ClauseWords,
    argument: Argument,
    span: tuple[int, int],
    confidence: float,
) -> Iterator[Draft]:
    text = material.parsed.article.text
    answer = answer_of(argument, sentence.antecedents, text, clause)
    if says_nothing(answer, clause):
        return
    value = _items(argument, text, clause)
    match argument.role:
        case "agent":
            question = words.ask_agent(question_word(argument))
            yield Draft(
                _who_or_what(question), question, answer, span, _verb_variants(clause, question), value, confidence
            )
        case "object" if (clause.verb.lemma_, argument.head.lower_) in LIGHT_PAIRS:
            pass
        case "object":
            who = is_person(argument.head) and argument.head.ent_type_ not in ("GPE", "ORG")
            yield Draft(
                "who" if who else "what",
                words.ask("Who" if who else "What", argument),
                answer,
                span,
                (),
                value,
                confidence,
            )
        case "recipient":
            yield Draft("who", words.ask("Who", argument, "to"), answer, span, (), value, confidence)
        case "attribute":
            yield from _attribute(clause, words, argument, answer, span, confidence)
        case "content":
            yield Draft(
                "what", words.ask("What", argument, out=("content",)), _without_that(answer), span, (), None, confidence
            )
        case "infinitive":
            if len(clause.chain) == 1:
                tail = "to do" if clause.verb.lemma_ not in ("be", "seem", "appear") else ""
                yield Draft("what", words.ask("What", argument, tail), answer, span, (), None, confidence)
        case "time":
            yield from when_drafts(material, clause, words, argument, answer, span, confidence)
        case "place":
            answer = re.sub(r"^(?:in|at)\s+", "", answer, flags=re.IGNORECASE)
            yield Draft(
                "where", words.ask("Where", argument), answer, span, _place_variants(clause, words), None, confidence
            )
        case "reason" | "purpose":
            yield Draft("why", words.ask("Why", argument), answer, span, (), None, confidence)
        case "manner":
            yield from _manner(clause, words, argument, answer, span, confidence)
        case "oblique":
            yield from _oblique(clause, words, argument, answer, span, value, confidence)
        case _:
            pass


def _attribute(
    clause: Clause, words: ClauseWords, argument: Argument, answer: str, span: tuple[int, int], confidence: float
) -> Iterator[Draft]:
    if clause.subject is None:
        return
    if argument.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        who = is_person(clause.subject.head) and is_person(argument.head) and clause.verb.lemma_ == "be"
        yield Draft(
            "who" if who else "what", words.ask("Who" if who else "What", argument), answer, span, (), None, confidence
        )
    else:
        if clause.verb.lemma_ != "be":
            yield Draft("what", words.ask("What", argument), answer, span, (), None, confidence - 0.1)


def _manner(
    clause: Clause, words: ClauseWords, argument: Argument, answer: str, span: tuple[int, int], confidence: float
) -> Iterator[Draft]:
    head = argument.head
    if is_said(clause) and not words.rest(argument):
        return
    if head.dep_ == "advmod" and argument.end - argument.start == 1 and head.lower_ in EMPTY_ADVERBS:
        return
    regular = frequency_or_duration(answer)
    yield Draft("how", words.ask(regular or "How", argument), answer, span, (), None, confidence - 0.1)


def _oblique(
    clause: Clause,
    words: ClauseWords,
    argument: Argument,
    answer: str,
    span: tuple[int, int],
    value: list[str] | None,
    confidence: float,
) -> Iterator[Draft]:
    inner = next((c for c in argument.head.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None and argument.head.i + 1 < argument.end:
        inner = next((c for c in argument.head.nbor(1).children if c.dep_ == "pobj"), None)
    preposition = argument.preposition or ""
    regular = frequency_or_duration(answer)
    if regular:
        yield Draft("how", words.ask(regular, argument), answer, span, (), None, confidence)
        return
    if inner is None or not preposition:
        return
    word = "Who" if is_person(inner) or is_body(inner) else "What"
    if word == "Who" and inner.ent_type_ == "GPE" and preposition in PLACE_PREPOSITIONS:
        word = "What"
    bare = re.sub(rf"^{re.escape(preposition)}\s+", "", answer, flags=re.IGNORECASE)
    if preposition == "as" and (clause.lemma in CALLING or '"' in argument.head.nbor(1).text):
        thing = clause.first("object") or clause.subject
        name = next((t for a, t in words.pieces if a is thing), words.subject)
        who = clause.first("agent") if clause.passive else clause.subject
        if thing is not None and who is not None and not clause.passive:
            asked = f"What did {words.subject} call {name}?"
            more = (f"As what did {words.subject} describe {name}?", f"How did {words.subject} describe {name}?")
            yield Draft("what", asked, bare.strip('"“” '), span, more, None, confidence)
            return
    if preposition == "as":
        yield Draft("what", words.ask("In what role", argument), bare, span, (), None, confidence)
        return
    measured = any(p.search(answer) for p in (MONEY, QUANTITY, SHARE))
    if not measured and (inner.like_num or inner.ent_type_ in ("PERCENT", "MONEY")):
        yield Draft(
            "how_many",
            words.ask(
                "By how much" if preposition == "by" else "How much",
                argument,
                preposition if preposition != "by" else "",
            ),
            bare,
            span,
            (),
            None,
            confidence,
        )
        return
    yield Draft(
        "who" if word == "Who" else "what", words.ask(word, argument, preposition), bare, span, (), value, confidence
    )


def answer_of(argument: Argument, antecedents: Antecedents, text: str, clause: Clause) -> str:
    """A phrase as an answer: word for word, but for a pronoun or "the meeting", said as what it stands for."""
    doc = argument.head.doc
    start, end = argument.start, argument.end
    antecedent = antecedents.get(start)
    if antecedent and antecedent.mention_end >= end:
        return squeezed(antecedent.name)
    if antecedent and doc[start].pos_ == "PRON":
        return resolved(doc, list(range(start, end)), antecedents)
    if argument.head.pos_ == "PROPN" and not argument.head.conjuncts:
        apposed = next((c for c in argument.head.children if c.dep_ == "appos" and c.i > argument.head.i), None)
        ends = apposed is not None and apposed.right_edge.i + 2 >= end
        if (
            apposed is not None
            and ends
            and argument.head.ent_type_ in ("PERSON", "GPE", "ORG", "")
            and not any(t.ent_type_ == "PERSON" for t in apposed.subtree)
            and doc[apposed.left_edge.i - 1].text in (",", "(", "–", "—")
            and apposed.left_edge.i - 1 > argument.head.i
        ):
            end = min(end, apposed.left_edge.i - 1)
    words = end - start
    if words > LONGEST_SHORT and argument.role in ("object", "agent", "subject", "oblique"):
        for child in argument.head.children:
            if child.dep_ in ("relcl", "acl", "advcl") and child.left_edge.i > argument.head.i + 2:
                end = min(end, child.left_edge.i)
    return verbatim(text, clause.paragraph, start, max(end, start + 1))


def _without_that(answer: str) -> str:
    return re.sub(r"^that\s+", "", answer)


def _items(argument: Argument, text: str, clause: Clause) -> list[str] | None:
    """The items of a coordinated phrase, or None."""
    head = argument.head
    whole = verbatim(text, clause.paragraph, argument.start, argument.end)
    if whole.count("; ") > 1:
        return [squeezed(re.sub(r"^and\s+", "", part)) for part in whole.split("; ")]
    conjuncts = [t for t in (head, *head.conjuncts) if argument.start <= t.i < argument.end]
    if len(conjuncts) < 2 or head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    items = []
    for token in conjuncts:
        end = min(
            [c.left_edge.i for c in token.children if c.dep_ in ("conj", "cc", "punct") and c.i > token.i],
            default=token.right_edge.i + 1,
        )
        items.append(verbatim(text, clause.paragraph, token.left_edge.i, max(end, token.i + 1)))
    return items


def _verb_variants(clause: Clause, question: str) -> tuple[str, ...]:
    """The same question with the verbs that people use instead."""
    word = clause.verb.text
    others = SYNONYMS.get(clause.verb.lemma_.lower())
    if others is None or clause.verb.tag_ not in ("VBD", "VBN") or question.startswith("What"):
        return ()
    pattern = re.compile(rf"\b{re.escape(word)}\b(?: over| in)?")
    return tuple(pattern.sub(o, question, count=1) for o in others if o.split()[0] != word and pattern.search(question))


def _place_variants(clause: Clause, words: ClauseWords) -> tuple[str, ...]:
    if clause.lemma not in HOLD_VERBS:
        return ()
    thing = clause.first("object")
    name = next(
        (t for a, t in words.pieces if thing is not None and a.start == thing.start),
        words.subject if clause.passive else None,
    )
    verb = "were" if thing is not None and is_plural(thing.head) else "was"
    return (f"Where {verb} {name} held?", f"Where did {name} take place?") if name else ()
