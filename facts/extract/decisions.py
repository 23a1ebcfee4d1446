"""What was decided: decisions, votes, agreements, pledges, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.clauses import Clause
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.events import is_asserted
from facts.extract.lists import bullets
from facts.phrases import verbatim
from facts.questions import frame

DECISION_VERBS = frozenset("adopt agree approve authorise authorize commit decide endorse pass pledge ratify reject resolve sign vote".split())
VOTES = re.compile(
    r"\b(?:by )?(?P<for>\d+|[a-z]+)(?: votes?)? (?:to|in favou?r(?: and|,)?|for(?: and|,)?|[–-]) ?(?P<against>\d+|[a-z]+)?(?: votes?)?(?: against)?(?:,? with (?P<abstained>\d+|[a-z]+) abst\w+)?",
    re.IGNORECASE,
)


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the meeting decided."""
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if clause.verb.lemma_.lower() in DECISION_VERBS and clause.kind == "finite" and len(clause.chain) == 1 and not clause.negated and is_asserted(clause):
                yield from _decision(material, sentence, clause)
    for group in bullets(material):
        if group.intro is not None and re.search(r"\b(?:decisions?|decided|agreed|resolved|resolutions?|actions?|action items?|next steps)\b", group.heading, re.IGNORECASE):
            name = material.label or "the meeting"
            said = "; ".join(group.items)
            if len(said) < 590:
                question = f"What was decided at {name}?" if not re.search(r"action|step", group.heading, re.IGNORECASE) else f"What are the next steps after {name}?"
                yield Draft("list", question, said, group.span, (f"What did {name} agree?",), list(group.items), 0.8)


def _decision(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    what = clause.first("object", "infinitive", "content") or next((a for a in clause.all("oblique") if a.preposition in ("to", "on", "for", "against")), None)
    words = frame(clause, sentence.references)
    if words is None:
        return
    if what is None:
        if not clause.passive or clause.subject is None:
            return
        what = clause.subject
    answer = verbatim(material.parsed.article.text, sentence.paragraph, what.start, what.end)
    name = material.label
    if name is not None and len(answer.split()) > 2:
        variants = (f"What did {name} decide?", f"What was agreed at {name}?", f"What was the outcome of {name}?")
        yield Draft("what", f"What was decided at {name}?", answer, sentence_span(sentence), variants, None, 0.7)
