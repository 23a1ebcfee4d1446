"""Who said what: direct speech, "according to", and speakers named a sentence earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import squeezed
from facts.parse.phrases import compact, lowered
from facts.questions import is_said

QUOTED = re.compile(r"[\"“]([^\"“”]{15,400})[\"”]")


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was said by whom."""
    speaker: str | None = None
    for sentence in material.sentences:
        said = _speaker(sentence)
        yield from _quotes(material, sentence, said or (speaker if _is_all_quote(sentence) else None))
        yield from _according(material, sentence)
        speaker = said or (speaker if _is_all_quote(sentence) else None)


def _speaker(sentence: Sentence) -> str | None:
    """Who speaks in a sentence: the subject of its verb of saying."""
    for clause in sentence.clauses:
        if (
            is_said(clause)
            and not _is_quoted(sentence, clause.verb.i)
            and clause.subject is not None
            and clause.kind == "finite"
        ):
            words = sentence.words_of(clause)
            if words is not None:
                return words.subject
    return None


def _is_quoted(sentence: Sentence, i: int) -> bool:
    """Whether a token stands inside direct speech."""
    return sum(t.text == '"' for t in sentence.paragraph.doc[sentence.span.start : i]) % 2 == 1


def _is_all_quote(sentence: Sentence) -> bool:
    """Whether a sentence is direct speech alone, said by whoever spoke last."""
    return sentence.span.text.strip()[:1] in '"“' and _speaker(sentence) is None


def _quotes(material: Material, sentence: Sentence, speaker: str | None) -> Iterator[Draft]:
    if speaker is None:
        return
    start, end = sentence_span(sentence)
    quotes = [squeezed(m[1]) for m in QUOTED.finditer(material.parsed.article.text[start:end])]
    if quotes and sum(len(q) for q in quotes) < 500:
        answer = " … ".join(f"“{q}”" for q in quotes)
        yield Draft(
            "what", f"What did {speaker} say?", answer, (start, end), (f"What were the words of {speaker}?",), None, 0.8
        )


def _according(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "According to X, …"."""
    for token in sentence.span:
        if token.lower_ == "according" and token.i + 1 < sentence.span.end and token.nbor(1).lower_ == "to":
            to = token.nbor(1)
            source = next((c for c in to.children if c.dep_ == "pobj"), None)
            if source is None:
                continue
            name = lowered(
                compact(source, source.left_edge.i, source.right_edge.i + 1, sentence.antecedents),
                source.doc[source.left_edge.i],
            )
            start, end = sentence_span(sentence)
            rest = material.parsed.article.text[start:end]
            said = squeezed(
                re.sub(r"^According to [^,]+,\s*|,?\s*according to [^,.]+[,.]?$", "", rest, flags=re.IGNORECASE)
            )
            yield Draft(
                "what", f"What did {name} say?", said, (start, end), (f"What is said according to {name}?",), None, 0.75
            )
