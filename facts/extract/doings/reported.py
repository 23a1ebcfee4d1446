"""Reported and direct speech: whole, as an answer, and what it is about."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import is_cut, said, whole_end
from facts.extract.doings.spoken import is_bound
from facts.extract.draft import Sentence
from facts.folding import fold
from facts.parse.clauses import RELATIVE_TAGS, Argument, Clause
from facts.parse.phrases import Antecedent, is_body, is_person, is_plural, lowered, resolved
from facts.parse.predicates import has_own_subject
from facts.parse.subjects import subject_of
from facts.parse.tree import Doc, Token
from facts.parse.words import BODY_NOUNS, DEMONSTRATIVES, FINITE
from facts.questions import ClauseWords, in_full, is_bare, is_clean

LONGEST = 38
"""How many words what was said may have as an answer."""
LONGEST_QUOTE = 25
"""How many words direct speech may have as an answer."""
LONGEST_TOPIC = 9
"""How many words of what was said tell in a question what it was about."""
ASIDE_TAGS = RELATIVE_TAGS | {"IN", "RB", "VBG"}
"""Tags of words that begin, behind a comma or a dash, what an answer does without."""
OWN_BODIES = ("administration", "government")
"""Whose doings somebody in office tells of: to ask about them says little."""
FEWEST_FIRST = 4
"""How many words the first of them has."""
SECOND = re.compile(r",? (?:and|but) that\b")
"""Where a second thing begins that somebody said."""
NAMING = frozenset({"dobj", "pobj"})
"""What a noun is in a clause that may be about it, beside its subject."""
TOPICAL = frozenset({"about", "for", "of", "on", "to", "with"})
"""Prepositions of what a verb is about."""
AFTERWARDS = re.compile(r", (?:after|before) \w+ing\b.*$")
"""What whoever spoke did before or after, which is nothing that was said."""
UNFINISHED = frozenset({"VB", "VBG"})
"""Tags of verbs behind an auxiliary, which no verb in the past goes on: "would close and promised"."""
PROMISING = frozenset({"agree", "ask", "offer", "pledge", "promise", "undertake", "urge"})
"""Verbs with an infinitive of what no thing does: "the fault was theirs and undertook to mend it"."""
BEFALLING = frozenset("appear become fall happen mean remain rise seem turn".split())
"""Verbs of what befalls something, or of what is so."""
GOING = frozenset({"come", "fly", "go", "move", "return", "travel"})
"""Verbs before whose "to" stands a place, and no topic."""
NO_TOPICS = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
LITTLE_NOUNS = frozenset(
    """basis case couple day end fact kind lot matter moment month number one part part people reason rest sort step
    stock thing time way week year""".split()
)
"""Nouns that are no topic."""
LITTLE = frozenset("all any every few less little many more no none not nothing quite several some".split())
"""Words with which no topic begins."""


def reported(sentence: Sentence, content: Argument, readings: list[ClauseWords]) -> tuple[str | None, int]:
    """Reported speech as an answer, up to a semicolon, with a second clause ("… and that it was old"); and its end.

    Of a long one, what only adds something is left out.
    """
    doc, end = content.head.doc, content.end
    joint = end + (end < len(doc) and doc[end].text == ",")
    if joint + 1 < len(doc) and doc[joint].dep_ == "cc" and doc[joint + 1].lower_ == "that":
        second = doc[joint + 1].head
        end = second.right_edge.i + 1 if second.i > end and second.pos_ in ("VERB", "AUX") else end
    end = next((t.i for t in doc[content.start : end] if t.text == ";"), end)
    own = subject_of(content.head)
    unfinished = content.head.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in content.head.children)
    headless = unfinished or (doc[content.start].tag_ in FINITE and content.start + 2 >= content.head.i)
    itself = own is not None and bool(readings) and speaks_of_itself(readings[0].clause, own)
    pointing = own is not None and own.head.lower_ in ("it", "that", "this") and not itself
    if end <= content.head.i or headless or pointing:
        return None, end
    last = before_next_deed(content, end)
    end, whole = last, last == end
    cut = whole_end(dataclasses.replace(content, end=end))
    if cut + 1 < end and doc[cut].dep_ == "cc" and doc[cut + 1].lower_ == "that":
        cut = end
    if cut <= content.head.i or (whole and is_cut(doc, content.start, cut)):
        return None, end
    speaker = fold(readings[0].subject).split() if readings else []
    known = {
        i: name for i, name in sentence.antecedents.items() if not _is_clear_by_itself(doc, i, content, name, speaker)
    }
    if itself and own is not None:
        known[own.start] = Antecedent(own.start + 1, "it")
    aside = cut == end or doc[min(cut + 1, end - 1)].tag_ in ASIDE_TAGS
    for last in [end] * (end == content.end) + [cut] * aside:
        if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].tag_ == "VB":
            continue  # "the crew will rest and, with the cook's help, | mend the sails"
        text = _by_speaker(said(doc, content.start, last, known, LONGEST), own, sentence, speaker)
        text = _by_speakers(text, own, readings)
        if text:
            text = AFTERWARDS.sub("", text)
            return text if content.start in known else lowered(text, doc[content.start]), last
    return None, end


def speaks_of_itself(clause: Clause, own: Argument) -> bool:
    """Whether "it" is the body that speaks, which does something: "the Tarn Rowers said it would sell the boat".

    What is so, or what befell something, may be told of anything else.
    """
    speaker, verb = clause.subject, own.head.head
    if speaker is None or own.head.lower_ != "it" or own.head.dep_ != "nsubj" or verb.pos_ != "VERB":
        return False
    the = speaker.head.doc[speaker.start].lower_ in ("a", "the")
    body = is_body(speaker.head) and (the or speaker.head.lemma_.lower() in BODY_NOUNS)
    return body and not is_plural(speaker.head) and not is_person(speaker.head) and verb.lemma_ not in BEFALLING


def before_next_deed(content: Argument, end: int) -> int:
    """Where reported speech ends before what its speaker did next: "it would close | and promised help"."""
    doc, head = content.head.doc, content.head
    for joined in (c for c in head.children if c.dep_ == "conj" and c.i < end):
        joint = next((t for t in doc[head.i : joined.i] if t.dep_ == "cc"), None)
        comma = joint is not None and joint.nbor(-1).text == ","
        apart = comma or (joint is not None and joint.head is head and head.tag_ in UNFINISHED)
        apart = apart or _is_promised_by_thing(head, joined)
        if joint is not None and apart and joined.tag_ == "VBD" and not has_own_subject(joined):
            return joint.i - comma
    return end


def _is_promised_by_thing(head: Token, joined: Token) -> bool:
    """Whether a verb of promising was joined to that of a thing, which promises nothing: its speaker does."""
    own = subject_of(head)
    thing = own is not None and own.head.tag_ in ("NN", "NNS") and not is_person(own.head) and not is_body(own.head)
    return thing and joined.lemma_.lower() in PROMISING and any(c.dep_ == "xcomp" for c in joined.children)


def _by_speaker(text: str | None, own: Argument | None, sentence: Sentence, speaker: list[str]) -> str | None:
    """Reported speech with "he" for who speaks, whom its question names: "Ada Wren said she would go"."""
    antecedent = sentence.antecedents.get(own.start) if own is not None else None
    if text is None or own is None or antecedent is None or own.head.lower_ not in ("he", "she"):
        return text
    person = bool(speaker) and speaker[-1] not in BODY_NOUNS and speaker[-1] not in OWN_BODIES
    himself = person and text.startswith(f"{antecedent.name} ") and last_word_of(antecedent.name) in speaker
    return f"{own.head.lower_}{text[len(antecedent.name) :]}" if himself else text


def _by_speakers(text: str | None, own: Argument | None, readings: list[ClauseWords]) -> str | None:
    """Reported speech with "they" for those who speak, whom its question names."""
    if text is None or own is None or own.head.lower_ != "they":
        return text
    name = next((w.subject for w in readings if text.lower().startswith(f"{w.subject.lower()} ")), None)
    return text if name is None else f"they{text[len(name) :]}"


def _is_clear_by_itself(doc: Doc, i: int, content: Argument, antecedent: Antecedent, speaker: list[str]) -> bool:
    """Whether a pronoun of reported speech needs no name: "her party" of who speaks, "them" behind several in it."""
    if doc[i].tag_ == "PRP$" and last_word_of(antecedent.name) in speaker:
        return True
    several = any(t.tag_ in ("NNS", "NNPS") for t in doc[content.start : i])
    return doc[i].lower_ in ("their", "them", "they") and i > content.start and several


def first_said(answer: str) -> str:
    """What was said first of two things, of which a question asks for the first.

    >>> first_said("it had been mended twice, and that both pilots lived"), first_said("so and that it was late")
    ('it had been mended twice', 'so and that it was late')
    """
    first = SECOND.split(answer)[0]
    paired = is_clean(first) and len(first.split()) >= FEWEST_FIRST
    return first if paired else answer


def unechoed(answer: str, question: str, content: Argument) -> str:
    """What was said without the words of its question that it begins with: "it had slowed", of growth in lending.

    Those of a person stay: nobody knows whether it is "he" or "she".
    """
    subject = subject_of(content.head)
    topic = question.partition(" about ")[2]
    if subject is None or is_person(subject.head) or subject.head.ent_type_ in ("GPE", "PERSON"):
        return answer
    if subject.head.pos_ == "PROPN" and subject.start == subject.head.i:  # "Lunns": perhaps a person
        return answer
    doc, behind = subject.head.doc, min(subject.end, content.head.i)
    quoted = doc[behind].text == '"'
    name = answer.lower().partition(' "' if quoted else f" {doc[behind].lower_} ")[0]
    if answer.startswith(("“", '"')) or not name.endswith(doc[behind - 1].lower_) or not topic.lower().startswith(name):
        return answer
    if re.match(r"(?: at| in| on|,|\?)", topic[len(name) :]) is None:
        return answer
    pronoun, rest = "they" if is_plural(subject.head) else "it", answer[len(name) :]
    # "It had damaged it" would not tell what damaged what.
    return answer if re.search(r"\b(?:it|its|their|them|they)\b", rest) else f"{pronoun}{rest}"


def unresolved(sentence: Sentence, content: Argument) -> bool:
    """Whether the subject of what was said is something that only the text tells: "the measures", "it", "this"."""
    subject = subject_of(content.head)
    if subject is None:
        return False
    head = subject.head
    if head.dep_ == "expl" or subject.start in sentence.antecedents:
        return False
    if head.lower_ in ("it", "that", "this", "these", "those", "they"):
        return True
    return (
        subject.start == head.i - 1
        and head.doc[subject.start].lower_ == "the"
        and head.pos_ == "NOUN"
        and (is_bare(head) and head.tag_ == "NNS")
    )


def last_word_of(name: str) -> str:
    """The last word of a name without the ending of a possessive.

    >>> last_word_of("Ada Wren's")
    'wren'
    """
    return fold(re.sub(r"['’]s?$", "", name)).split()[-1]


def points_away(sentence: Sentence, clause: Clause, content: Argument) -> bool:
    """Whether reported speech has a pronoun in it that points to nobody in it, nor to who speaks: "most of them"."""
    doc, first = content.head.doc, content.start
    if _is_quoted(content):
        return False
    if _is_anothers(sentence, clause, subject_of(content.head)):
        return True
    for token in doc[first : content.end]:
        if token.i in sentence.antecedents:
            continue
        if (
            token.tag_ in ("PRP", "PRP$")
            and token.lower_ not in ("it", "its", "itself")
            and not is_bound(token, clause, first)
        ):
            return True
        if token.lower_ in DEMONSTRATIVES and token.tag_ == "DT":
            return True
    return False


def _is_anothers(sentence: Sentence, clause: Clause, own: Argument | None) -> bool:
    """Whether "he", of whom somebody says something, was taken for another: "Moe said he would …" is of Moe."""
    speaker = clause.subject
    if own is None or own.head.lower_ not in ("he", "she") or speaker is None or own.start not in sentence.antecedents:
        return False
    meant = sentence.antecedents.get(speaker.start)
    name = fold(meant.name if meant else speaker.head.doc.span(speaker.start, speaker.end).text)
    head = speaker.head
    alone = speaker.end - speaker.start == 1  # a surname, which a parse may take for a place or a body
    person = is_person(head) or head.tag_ == "PRP"
    person = person or (head.tag_ == "NNP" and (alone or head.ent_type_ not in ("GPE", "ORG")))
    return person and last_word_of(sentence.antecedents[own.start].name) not in name


def quoted(content: Argument) -> str | None:
    """Direct speech as an answer, in the words of whoever speaks; None where it is none, or only a part of it is."""
    doc, start = content.head.doc, content.start
    if doc[start].text == '"':
        start += 1
    elif start == 0 or doc[start - 1].text != '"':
        return None
    marks = (t.i for t in doc[start : content.head.sent.end] if t.text == '"')
    end = next(marks, content.head.sent.end)
    text = resolved(doc, list(range(start, end)), {}).rstrip(" ,")
    return (
        f"“{text}”" if start < content.head.i < end and is_clean(text) and len(text.split()) <= LONGEST_QUOTE else None
    )


def _is_quoted(content: Argument) -> bool:
    """Whether what was said begins as direct speech."""
    doc, first = content.head.doc, content.start
    return doc[first].text == '"' or (first > 0 and doc[first - 1].text == '"')


def topics_of_speech(sentence: Sentence, content: Argument, speaker: str, *, bare: bool = False) -> Iterator[str]:
    """Yield what reported speech is about: its subject, or else a name or a thing in it that a stranger knows.

    With `bare`, its subject alone, and "the pier" is enough.
    """
    doc, subject = content.head.doc, subject_of(content.head)
    own = subject.head if subject is not None else None
    others = [t for t in doc[content.start : content.end] if t.dep_ in NAMING and t is not own]
    heads = ([own] if own is not None else []) + ([] if bare else others)
    acts = own is not None and own.dep_ == "nsubj" and content.head.lemma_ != "be"
    if own is not None and own.ent_type_ == "GPE" and acts:
        heads = heads[1:]  # what a country did or will do is hardly about it
    elif own is not None and own.lower_ in OWN_BODIES:
        heads = [*heads[1:], own]
    for head in heads:
        if head.dep_ == "pobj" and head.head.lower_ == "with" and is_person(head):
            continue  # "would discuss the fee with the clerk"
        phrase = Argument("object", head, head.left_edge.i, min(head.right_edge.i + 1, content.end))
        if phrase.start < content.start or not _is_thing(head) or _is_counted(phrase):
            continue
        described = head is own and any(c.dep_ in ("amod", "compound") for c in head.children)
        name = in_full(phrase, sentence.antecedents, LONGEST_TOPIC, bare=bare or described)
        if any(t.dep_ == "poss" and t.ent_type_ in ("DATE", "TIME") for t in doc[phrase.start : phrase.end]):
            return  # "the aims of Sunday's meeting"
        if head is not own and any(c.lower_ in ("from", "to", "with") for c in head.children):
            continue  # "would discuss the fee with the clerk": no fee is with the clerk
        if name is None or name[:1].isdigit() or name.split()[0].lower() in LITTLE or _is_torn(head, name):
            continue
        if head is not own and not _is_told_of(head, name, content):
            continue
        if head.dep_ == "dobj" and head.head.lemma_ == "have" and any(c.lower_ == "of" for c in head.children):
            continue  # "the pilots have the support of the board"
        if name.startswith(("a ", "an ")) and (head is not own or _is_quoted(content)):
            continue
        if not {last_word_of(w) for w in name.split() if len(w) > 2} & set(fold(speaker).split()) - {"the", "and"}:
            yield name


def _is_told_of(head: Token, name: str, content: Argument) -> bool:
    """Whether what is no subject is a topic: a name, or the object of what was done."""
    beside = head.dep_ == "pobj" and head.head.lower_ in TOPICAL and head.head.head is content.head
    if any(t.dep_ == "csubj" and t.head is content.head for t in (head.head, head.head.head)):
        return False  # "leaving out the pier was a mistake": that is hardly about the pier
    if not name.islower():
        if head.dep_ == "pobj" and not _is_near(head, content.head):
            return False
        gone = head.dep_ == "pobj" and head.head.lower_ == "to" and content.head.lemma_.lower() in GOING
        return head.head.lower_ not in ("as", "at", "between", "by", "from", "in") and not gone
    name = name.removeprefix("the ")
    return (beside and " " in name) or (
        head.dep_ == "dobj" and (" " in name or (head.tag_ == "NNS" and head.head is content.head))
    )


def _is_near(head: Token, verb: Token) -> bool:
    """Whether a name stands behind a verb or what it does, and not in passing: not "the mill of a firm of Tarn"."""
    above = head.head.head
    return above is verb or (above.head is verb and above.dep_ in ("attr", "dobj", "nsubj", "nsubjpass"))


def _is_thing(head: Token) -> bool:
    """Whether a noun may be what is spoken about: no time, no number, nothing that says little."""
    kind = head.pos_ in ("NOUN", "PROPN", "PRON") and head.ent_type_ not in NO_TOPICS and not head.like_num
    return kind and head.lemma_.lower() not in LITTLE_NOUNS


def _is_torn(head: Token, name: str) -> bool:
    """Whether a topic is the half of a name or of a list."""
    return (head.ent_type_ == "PERSON" and " " not in name) or head.doc[head.right_edge.i].text in ("-", "–", "/")


def _is_counted(phrase: Argument) -> bool:
    """Whether a phrase tells how many, or was torn ("the role states | can play"): nobody asks about "five people"."""
    doc, head = phrase.head.doc, phrase.head
    counted = any(t.like_num and t.head is head for t in doc[phrase.start : head.i])
    return counted or any(c.dep_ in ("relcl", "acl") and c.left_edge.i < phrase.end for c in head.children)
