"""Why a question is answered as it is: the sentences that were read, what speaks for each, and what that weighs."""

from __future__ import annotations

from collections.abc import Iterator

from bot import dialog
from bot.dialog import Context
from bot.index import Index
from bot.matching import decision
from bot.matching.by_rules import sure_by_rules
from bot.matching.checks.facts import refused_by
from bot.matching.evidence import Evidence
from bot.matching.looking import Looked, look
from bot.matching.match import SUGGESTIONS
from bot.matching.on_the_point import on_the_point
from bot.matching.reading import Read, SentenceReader, scored_as
from bot.matching.spelling import as_spelled, keywords_as_spelled
from bot.matching.talked_about import scoped
from bot.question import Question, read
from bot.wording import render
from bot.wording.text import cut
from facts.model import Kind

SENTENCE_LETTERS = 96
"""How much of a sentence is shown."""


def explain(text: str, before: str | None, index: Index, reader: SentenceReader) -> Iterator[str]:
    """Lines that say what a question is read as, which facts and sentences it finds, and how the reply came about."""
    context = Context()
    if before is not None:
        _, context = dialog.reply(before, index, context, reader)
    talk = context
    question = keywords_as_spelled(read(text[: dialog.LONGEST_QUESTION + 1]), index.terms)
    asked = question.analysis
    words = ", ".join(word.term for word in asked.words) or "none"
    yield f"asks for: {asked.answer_type or 'anything'}; words: {words}"
    plain = dialog.plain_reply(question, index, context)
    if plain is not None and plain[0].reason is not None:
        yield "no question: nothing is looked for"
    elif plain is not None:
        yield "on record nearly word by word: answered by rules alone"
    else:
        question, context, within, *_ = scoped(question, context, index)
        looked = look(question, index, context, reader, within)
        yield from _facts(question, looked, index)
        yield from _sentences(looked.found, index, asked.answer_type)
        if looked.found:
            yield from _weights(looked.found[0], scored_as(question))
        yield _decided(question, looked, index)
    reply, _ = dialog.reply(text, index, talk, reader)
    yield ""
    yield render.as_text(reply)


def _facts(question: Question, looked: Looked, index: Index) -> Iterator[str]:
    yield (
        f"facts by rules (given from log-odds {decision.rules_at(question.analysis.answer_type):.2f} whatever is read, "
        f"from {decision.RULES_FROM:.2f} where surer than what is read):"
    )
    best = next((match for match in looked.matched[:1] if match.score >= decision.RULES_FROM), None)
    refused = refused_by(as_spelled(question, index.terms), best.entry, best.answer) if best is not None else None
    for match in looked.matched[:3]:
        article = match.entry.context.record.article.id
        yield f"  {match.score:+.2f}  {match.entry.fact.question}  →  {match.answer}  ({article})"
        if match is best and refused is not None:
            yield f"        not given: it tells something else than is asked for, by {refused}"
    if not looked.matched:
        yield "  none"


def _decided(question: Question, looked: Looked, index: Index) -> str:
    """What decided, in plain words."""
    read_best = looked.found[0].confidence if looked.found else 0.0
    if dialog.say_by_rules(question, looked, index) is not None:
        score, sure = looked.matched[0].score, sure_by_rules(question, looked)
        if decision.given_by_rules(score, question.analysis.answer_type):
            return f"decided by rules: the first fact fits so well ({score:+.2f}) that it is given whatever is read"
        return f"decided by rules: the first fact is surer ({sure:.2f}) than the first sentence ({read_best:.2f})"
    if read_best >= decision.read_at(question.analysis.answer_type):
        return f"decided by reading: the first sentence is sure enough ({read_best:.2f})"
    if on_the_point(question, looked.found, index, SUGGESTIONS):
        return f"nothing is sure enough (the first sentence {read_best:.2f}): what is nearest is offered"
    return "nothing is near enough to be shown"


def _sentences(found: list[Read], index: Index, asked: Kind | None) -> Iterator[str]:
    least = decision.read_at(asked)
    yield f"sentences read (given from {least:.2f}, shown from {decision.QUOTE_AT:.2f}):"
    for each in found:
        reading, sentence = each.reading, each.candidate.sentence
        marked = sentence.text[reading.begin : reading.end]
        article = index.article(sentence.article)
        yield f"  {each.confidence:.2f}  reader {reading.logit:+.2f}  “{cut(marked, SENTENCE_LETTERS)}”  ({article})"
        if (check := _held_by(each)) is not None:
            yield f"        shown at most, by {check}"
        yield f"        {cut(sentence.text, SENTENCE_LETTERS)}"
    if not found:
        yield "  none"


def _held_by(read: Read) -> str | None:
    """The check by which a sentence is shown at most; None where none holds it."""
    return read.told.held_by if read.score <= decision.SHOWN else None


def _weights(best: Read, asked: Kind | None) -> Iterator[str]:
    bias, weights = decision.bias(asked), decision.YES_NO if asked == "yes_no" else decision.OTHER
    yield "what speaks for the first:   value × weight"
    yield f"  {'bias':13} {'':>7}   {bias:+.2f}"
    for name, value, weight in zip(Evidence._fields, best.evidence, weights, strict=True):
        if weight:
            yield f"  {name:13} {value:7.2f} × {weight:+.2f} = {value * weight:+.2f}"
    total = bias + sum(value * weight for value, weight in zip(best.evidence, weights, strict=True))
    if total > best.score:
        check = _held_by(best)
        why = "is not sure enough" if check is None else f"cannot be the answer, by {check}"
        yield f"  {'held to':13} {'':>7}   {best.score:+.2f}, since what it says {why}"
    if best.told.so and total < best.score:
        yield f"  {'raised to':13} {'':>7}   {best.score:+.2f}, since its words tell the very deed asked about"
    yield f"  {'log-odds':13} {'':>7}   {best.score:+.2f}"
