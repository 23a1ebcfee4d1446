"""Why something came about, where no clause of reason says so: "attributed the fall to …", "the reason was …"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import compact, is_plural, lowered, verbatim
from facts.parse.tree import Token
from facts.parse.words import NOMINALISED
from facts.questions import ClauseWords, of_nominalisation

ASCRIBING = {"ascribe": "to", "attribute": "to", "credit": "to", "put": "down to"}
"""Verbs that tie an effect to what caused it, with the preposition in front of the cause."""
CAUSING = frozenset({"blame", "credit"})
"""Verbs whose object is the cause, of an effect behind "for" ("blamed the frost for the delay")."""
CAUSE_NOUNS = frozenset({"cause", "explanation", "grounds", "reason"})
SIGNS = {"because": "of", "due": "to", "owing": "to", "thanks": "to"}
"""Words that announce a cause, with the word behind each."""
REACH = 10
"""How many tokens in front of its cause an event may stand."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield why-facts that the verb of a clause, a noun of cause or the noun of an event gives."""
    for sentence in material.sentences:
        for clause in sentence.clauses:
            words = sentence.words_of(clause)
            if words is not None and len(clause.chain) == 1 and not clause.negated:
                yield from _ascribed(material, sentence, clause, words)
                yield from _named(material, sentence, clause)
                yield from _after(material, sentence, clause, words)
        yield from _of_event(material, sentence)


def _ascribed(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "X attributed the fall to cheaper wheat", "X blamed the frost for the delay"."""
    thing = clause.first("object") or (clause.subject if clause.passive else None)
    if thing is None:
        return
    lemma = clause.verb.lemma_.lower()
    preposition = ASCRIBING.get(lemma, "").split()[-1:] or (["for"] if lemma in CAUSING else [])
    causes = [a for a in clause.all("oblique") if preposition and a.preposition == preposition[0]]
    if not causes:
        return
    effect, cause = (thing, causes[0]) if lemma in ASCRIBING else (causes[0], thing)
    name = compact(effect.head, effect.head.left_edge.i, effect.end, sentence.antecedents)
    if effect.preposition:
        inner = next((c for c in effect.head.children if c.dep_ == "pobj"), effect.head)
        name = compact(inner, inner.left_edge.i, effect.end, sentence.antecedents)
    name = lowered(name, effect.head.doc[effect.head.left_edge.i])
    end = max([cause.end, *(a.end for a in causes)])
    start = cause.start + (1 if cause.preposition else 0)
    doc = sentence.paragraph.doc
    if end + 2 < sentence.span.end and doc[end].lower_ == "and" and doc[end + 1].lower_ == cause.preposition:
        end = max(end, doc[end + 1].right_edge.i + 1)
    if doc[end - 1].dep_ == "prep" or doc[end - 1].lower_ == cause.preposition:
        end = next((t.i for t in doc[end : min(end + REACH, sentence.span.end)] if t.is_punct), end - 1)
    answer = verbatim(material.parsed.article.text, sentence.paragraph, start, end)
    yield _because(name, is_plural(effect.head), answer, sentence_span(sentence), 0.85)


def _because(name: str, plural: bool, answer: str, span: tuple[int, int], confidence: float) -> Draft:
    variants = (
        f"What caused {name}?",
        f"Why {'were' if plural else 'was'} there {name}?",
        f"What explains {name}?",
        f"What {'are' if plural else 'is'} {name} due to?",
    )
    return Draft("why", f"What was the reason for {name}?", answer, span, variants, None, confidence)


def _named(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The reason for the delay was a gas main"."""
    subject = clause.subject
    if clause.verb.lemma_ != "be" or subject is None or subject.head.lemma_.lower() not in CAUSE_NOUNS:
        return
    said = clause.first("attribute", "content", "infinitive", "reason")
    effect = next((c for c in subject.head.children if c.lower_ in ("for", "of", "behind") and c.dep_ == "prep"), None)
    inner = next((c for c in effect.children if c.dep_ in ("pobj", "pcomp")), None) if effect is not None else None
    if said is None or inner is None:
        return
    name = compact(inner, inner.left_edge.i, inner.right_edge.i + 1, sentence.antecedents)
    answer = verbatim(material.parsed.article.text, sentence.paragraph, said.start, said.end)
    yield _because(name, is_plural(inner), answer, sentence_span(sentence), 0.85)


def _after(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "He left after declaring an interest": what came before as what brought it about, less surely."""
    for argument in clause.all("time"):
        if argument.preposition not in ("after", "following") and argument.head.lower_ != "following":
            continue
        if any(t.ent_type_ in ("DATE", "TIME", "ORDINAL", "CARDINAL") for t in argument.head.subtree):
            continue
        if clause.kind == "finite" and not _is_meeting_or_speech(argument):
            answer = verbatim(material.parsed.article.text, sentence.paragraph, argument.start, argument.end)
            asked = words.ask("Why", argument, out=("time",))
            yield Draft("why", asked, answer, sentence_span(sentence), (), None, 0.55)


def _is_meeting_or_speech(argument: Argument) -> bool:
    """Whether a phrase only says which meeting or speech something came after."""
    inner = next((c for c in argument.head.children if c.dep_ in ("pobj", "dobj")), argument.head)
    return inner.lemma_.lower() in (
        "conference", "dinner", "lunch", "meeting", "session", "speech", "summit", "talk", "visit", "week", "year",
    )  # fmt: skip


def _of_event(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "The resignation of the governor due to a scandal": why he resigned."""
    for token in sentence.span:
        following = token.nbor(1) if token.i + 1 < sentence.span.end else None
        if following is None or SIGNS.get(token.lower_) != following.lower_:
            continue
        noun = _event_before(sentence, token)
        cause = next((c for t in (token, following) for c in t.children if c.dep_ == "pobj"), None)
        asked = of_nominalisation(noun, sentence.antecedents, "Why") if noun is not None else []
        if cause is None or not asked:
            continue
        answer = verbatim(material.parsed.article.text, sentence.paragraph, token.i, cause.right_edge.i + 1)
        yield Draft("why", asked[0], answer, sentence_span(sentence), (), None, 0.8)


def _event_before(sentence: Sentence, sign: Token) -> Token | None:
    """The noun of an event that stands in front of a cause, with no verb between them."""
    for i in range(sign.i - 1, max(sentence.span.start, sign.i - REACH) - 1, -1):
        token = sentence.paragraph.doc[i]
        if token.pos_ in ("VERB", "AUX") or token.text in ";:":
            return None
        if token.pos_ == "NOUN" and token.lemma_.lower() in NOMINALISED:
            return token
    return None
