"""Bullets read with the sentence that introduces them: "The council also:" and "- appointed Ann Lee as treasurer".

The words of the sentence and of each bullet are joined into one parse, the bullet's root attached where the
sentence breaks off; then the families read it like any other sentence. Evidence is the bullet as it stands.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import msgspec

from facts.extract.doings import counts, decisions, events, purpose
from facts.extract.doings.decisions import SETTLING_VERBS
from facts.extract.draft import Draft, Material, Sentence, sentence_of, sentence_span
from facts.extract.people import people
from facts.folding import squeezed
from facts.parse.clauses import AUXILIARIES
from facts.parse.parser import Paragraph
from facts.parse.phrases import Antecedent, Antecedents
from facts.parse.sentences import read_sentence
from facts.parse.tree import Doc, Span, Token

FAMILIES = (people.facts, purpose.facts, decisions.facts, counts.facts, events.facts)
"""The families that read a bullet together with its introduction."""

LISTING_VERBS = frozenset({"be", "comprise", "consist", "include", "compose", "feature"})
LONGEST_LIST = 300
"""Code points of a list that is an answer."""
LONGEST_INTRODUCTION = 60
"""Tokens of a sentence that bullets are joined with."""


@dataclasses.dataclass(frozen=True, slots=True)
class Joint:
    """Where a bullet's root is attached: its head (None: it is the root of the whole), and the dependency label."""

    head: Token | None
    dep: str


@dataclasses.dataclass(frozen=True, slots=True)
class Joined:
    """A sentence and a bullet below it as one parse.

    The first `skipped` words are the sentence's, from its paragraph's word `offset` on.
    """

    doc: Doc
    skipped: int
    offset: int


def facts(material: Material) -> Iterator[Draft]:
    """Yield what bullets say once the sentence above them is read with each, and what the list says as a whole."""
    intro: Sentence | None = None
    group: list[tuple[Sentence, Joined]] = []
    for paragraph in material.parsed.paragraphs:
        own = [s for s in material.sentences if s.paragraph is paragraph]
        opening = bool(own) and own[-1].span.text.rstrip().endswith(":")
        joined = (
            join(intro.span, own[0].span) if intro is not None and paragraph.bullet and own and not opening else None
        )
        if intro is not None and joined is not None:
            group.append((own[0], joined))
            continue
        if intro is not None and group:
            yield from _read_all(material, intro, group)
        group = []
        intro = own[-1] if opening and len(own[-1].span) <= LONGEST_INTRODUCTION else None
    if intro is not None and group:
        yield from _read_all(material, intro, group)


def _read_all(material: Material, intro: Sentence, group: list[tuple[Sentence, Joined]]) -> Iterator[Draft]:
    whole = [_whole(intro, bullet, joined) for bullet, joined in group]
    asked = _question(whole[0], group[0][1].skipped)
    if asked is not None and len(group) > 1:
        items = [squeezed(s.span.text) for s, _ in group]
        answer = "; ".join(items)
        first, last = sentence_span(group[0][0]), sentence_span(group[-1][0])
        if len(answer) < LONGEST_LIST:
            decided = material.label and _decides(group[0][1])
            variants = (f"What was decided at {material.label}?",) if decided else ()
            yield Draft("list", asked, answer, (first[0], last[1]), variants, items, 0.82)
    for (bullet, joined), sentence in zip(group, whole, strict=True):
        for draft in _read(material, bullet, sentence, joined.skipped):
            if draft.question != asked or len(group) == 1:
                yield draft


def _whole(intro: Sentence, bullet: Sentence, joined: Joined) -> Sentence:
    """The sentence and the bullet as one sentence."""
    paragraph = Paragraph(joined.doc, 0, bullet=True, heading=False)
    return sentence_of(read_sentence(paragraph, joined.doc.sents[0]), _antecedents(intro, bullet, joined))


def _decides(joined: Joined) -> bool:
    root = joined.doc.sents[0].root
    return root.lemma_ in SETTLING_VERBS or (root.i >= joined.skipped and root.tag_ == "VBD")


def _question(sentence: Sentence, skipped: int) -> str | None:
    """What the whole list answers: "What did the Senate approve?", "What will participants do?"."""
    root = sentence.span.root
    for clause in sentence.clauses:
        words = sentence.words_of(clause)
        if words is None or len(clause.chain) > 1:
            continue
        thing = clause.first("object")
        if clause.verb.i < skipped and thing is not None and thing.head.i >= skipped:
            return words.ask("What", thing)
        if clause.verb.i >= skipped and (clause.verb == root or clause.verb.head.i < skipped):
            front = "did" if words.front not in ("will", "shall", "should", "must", "would") else words.front
            subject = words.subject
            return f"What {front} {subject} do?" if clause.kind == "finite" else f"What {words.front} {subject} to do?"
    return None


def _read(material: Material, bullet: Sentence, whole: Sentence, skipped: int) -> Iterator[Draft]:
    """The facts of one bullet, read as the end of a whole sentence; their spans are those of the bullet."""
    found = tuple(c for c in whole.clauses if c.verb.i >= skipped or any(a.head.i >= skipped for a in c.arguments))
    sentence = dataclasses.replace(whole, clauses=found)
    article = msgspec.structs.replace(material.parsed.article, text=whole.paragraph.doc.original)
    parsed = dataclasses.replace(material.parsed, article=article, paragraphs=(whole.paragraph,))
    for family in FAMILIES:
        for draft in family(dataclasses.replace(material, parsed=parsed, sentences=(sentence,))):
            yield dataclasses.replace(draft, span=sentence_span(bullet), confidence=round(draft.confidence - 0.02, 2))


def _antecedents(intro: Sentence, bullet: Sentence, joined: Joined) -> Antecedents:
    """What the mentions of both stand for, counted in the joined parse."""
    skipped, offset = joined.skipped, joined.offset
    above = {
        i - offset: Antecedent(end - offset, name)
        for i, (end, name) in intro.antecedents.items()
        if 0 <= i - offset < skipped
    }
    moved = skipped - bullet.span.start
    below = {
        i + moved: Antecedent(end + moved, name)
        for i, (end, name) in bullet.antecedents.items()
        if bullet.span.start <= i and end + moved <= len(joined.doc)
    }
    return above | below


def join(intro: Span, bullet: Span) -> Joined | None:
    """A sentence that ends in a colon and a bullet below it as one parse.

    None where the sentence is complete without the bullets ("The following was decided:") and each bullet stands alone.
    """
    before = [t for t in intro if not t.is_space]
    while before and before[-1].text in (":", ",", "–", "-", "—"):
        before.pop()
    after = [t for t in bullet if not t.is_space]
    while (after and after[-1].text in (";", ".", ",")) or (after and after[-1].lower_ in ("and", "or")):
        after.pop()
    if not before or not after:
        return None
    root = bullet.root
    head = before[-1].sent.root
    if head.pos_ in ("NOUN", "PROPN") and head in before:
        begin = min(
            [c.left_edge.i for c in head.lefts if c.dep_ in ("det", "compound", "amod", "poss", "nmod", "nummod")],
            default=head.i,
        )
        before = [t for t in before if t.i >= begin]
    if before[-1].tag_ == "MD":
        named = next(
            (c for t in (before[-1], before[-1].head) for c in t.lefts if c.dep_ in ("nsubj", "nsubjpass")), None
        )
        before = [t for t in before if named is None or t.i >= named.left_edge.i]
    joint = _joint(before, root)
    if joint is None or root not in after:
        return None
    return _document(before, after, root, joint)


def _joint(before: list[Token], root: Token) -> Joint | None:
    """Where the root of a bullet is attached to the sentence above; None where it cannot be."""
    last = before[-1]
    head = last.sent.root
    verbal = root.pos_ in ("VERB", "AUX")
    bare = verbal and root.lower_ == root.lemma_.lower() and not _has_subject(root)
    if bare and (last.tag_ == "TO" or last.lower_ == "to") and last.head in before and last.head.i != last.i:
        return Joint(last.head, "xcomp")
    if bare and (last.tag_ == "MD" or last.dep_ in AUXILIARIES):
        return Joint(None, "ROOT")
    if (
        verbal
        and root.tag_ in ("VBD", "VBN", "VBZ", "VBP")
        and head.pos_ in ("NOUN", "PROPN")
        and not _has_subject(root)
    ):
        return Joint(None, "ROOT")
    if (
        not verbal
        and last.pos_ == "VERB"
        and last.lemma_ not in LISTING_VERBS
        and last.dep_ in ("ROOT", "conj", "relcl", "advcl", "acl")
    ):
        return Joint(last, "dobj")
    return None


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _document(before: list[Token], after: list[Token], root: Token, joint: Joint) -> Joined:
    kept = [*before, *after]
    heads, deps = _attached(before, after, root, joint)
    words: list[Token] = []
    for n, token in enumerate(kept):
        idx = words[-1].idx + len(words[-1].text) + len(words[-1].whitespace_) if words else 0
        space = " " if token.whitespace_ or n == len(before) - 1 else ""
        tag = _finite(token, joint) if token is root else token.tag_
        # What lost its beginning begins where it is cut off.
        cut = token.ent_iob_ == "I" and (not words or words[-1].ent_type_ != token.ent_type_)
        iob = "B" if cut else token.ent_iob_
        words.append(dataclasses.replace(token, i=n, idx=idx, whitespace_=space, tag_=tag, dep_=deps[n], ent_iob_=iob))
    original = "".join(word.original + word.whitespace_ for word in words)
    return Joined(Doc(words, heads, [0], original), len(before), before[0].i)


def _attached(before: list[Token], after: list[Token], root: Token, joint: Joint) -> tuple[list[int], list[str]]:
    """The head and the dependency label of each word."""
    place = {token: n for n, token in enumerate((*before, *after))}
    top = place[root]
    last = before[-1]
    heads: list[int] = []
    deps: list[str] = []
    for token, n in place.items():
        above = n < len(before)
        head, dep = place.get(token.head), token.dep_
        if token is root:
            head, dep = (top, "ROOT") if joint.head is None else (place[joint.head], joint.dep)
        elif (
            above
            and joint.dep in ("ROOT", "xcomp")
            and token is last
            and (token.tag_ in ("MD", "TO") or token.dep_ in AUXILIARIES)
        ):
            head, dep = top, "aux"
        elif above and joint.head is None:
            if token.dep_ == "ROOT":
                head, dep = top, "nsubj"
            elif (token.head is last and last.tag_ == "MD") or (
                token.head.dep_ == "ROOT"
                and token.head is not last
                and token.dep_ in ("prep", "advmod", "npadvmod", "punct")
            ):
                head = top
        if head is None:
            head, dep = top, dep if n != top else "ROOT"
        heads.append(head)
        deps.append(dep)
    return heads, deps


def _finite(verb: Token, joint: Joint) -> str:
    """The tag of a bullet's verb once it has a subject: "appointed" is a past tense then, not a participle."""
    if verb.lower_ == verb.lemma_.lower() and verb.tag_ != "VBZ" and verb.pos_ == "VERB":
        return "VB"
    past = joint.head is None and verb.tag_ == "VBN" and not any(c.dep_ in AUXILIARIES for c in verb.children)
    return "VBD" if past else verb.tag_
