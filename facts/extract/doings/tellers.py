"""Who said something: of what people are told to have said, where it is clear by itself, or in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.countries import COUNTRIES
from facts.extract.answers import FIRST_OR_SECOND, said
from facts.extract.doings.as_said import ACCORDING
from facts.extract.doings.asked import clearly, in_report, said_when
from facts.extract.doings.assertions import is_plain, is_prose
from facts.extract.doings.names import is_city, is_document, is_given
from facts.extract.doings.objects import spoken_of
from facts.extract.doings.reported import OWN_BODIES, before_next_deed, last_word_of, points_away, quoted, unresolved
from facts.extract.doings.speakers import HOLDING, is_told_here, speakers
from facts.extract.doings.spoken import object_told
from facts.extract.doings.statements import QUESTION_WORDS, is_clause, is_passed_on, is_torn, stands_beside
from facts.extract.doings.strangers import ONE, is_known_by_the_text_only, reads_at_once
from facts.extract.doings.trivial import says_nothing
from facts.extract.doings.verbs import ASKED_AS_SAID, ASKED_TO_DO, SAID, SPEAKING, SPOKEN
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import SMALL_WORDS, fold
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import Antecedents, is_plural, lowered
from facts.parse.subjects import subject_of
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import PERSON_NOUNS
from facts.questions import ClauseWords, is_anchored, is_bare
from facts.questions.asking import joined

TOLD = {"tell": "say", "inform": "say", "add": "say", "remark": "say", "comment": "say", "state": "say"}
"""Verbs that a question says otherwise: whom somebody told something, and that it was said last, is not asked."""
WITH_SOMEBODY = frozenset({"assure", "remind", "warn"})
"""Verbs that tell whom, which a question does without only where nobody is told."""
SHORTEST_THING, LONGEST_THING = 3, 16
"""How many words has what somebody welcomed, called for or promised."""
ADDED = re.compile(r", (?:[“\"]|(?:including|led by|where|which|who) ).*$")
"""What only adds something to it."""
HIS = re.compile(r"\b(?:he|her|his|its|she|their|they)\b")
"""What may point to whoever is asked for."""
SHORTEST, LONGEST = 4, 22
"""How many words has what a question says somebody said."""
SHORTEST_QUOTE = 5
"""How many words direct speech has at least."""
FEWEST_TELLING = 2
"""How many words of it tell something, at least."""
UNCLEAR = re.compile(
    r"\b(?:a further|same|such|there(?! (?:are|had|has|have|is|was|were|will|would)\b))\b"
    r"|\bone (?:can|could|may|will|would)\b"
    r"|[’']s(?: \w+)?[’']s\b|\bcomment$"
)
"""What points back, whose it is told twice ("the Tarn board's members' boats"), and that nothing was told."""
ENDS = re.compile(r"\b(?:a|an|and|as|at|by|for|in|of|on|or|that|the|to|with)$")
LONGEST_PLACE = 24
"""How many words may stand between who and what was said."""
TIMED = re.compile(r"an? [a-z-]+ (?:after|at|before|by|from|on|since|until) ")
"""How a thing begins of which only its time is told."""
NAMES = re.compile(
    r"\b(?!(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\w+day\b)[A-Z]\w+"
)
"""A name in it that is no month and no day."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who said what, for those with a name of their own."""
    yield from (draft for draft in _drafts(material) if reads_at_once(draft.question))


def _drafts(material: Material) -> Iterator[Draft]:
    for sentence in filter(is_prose, material.sentences):
        for clause in sentence.clauses:
            content = clause.first("content")
            if content is not None and _tells(clause, content) and is_told_here(sentence, clause):
                yield from _who(material, sentence, clause, content)
            elif clause.kind == "finite" and is_plain(clause) and is_told_here(sentence, clause):
                yield from _who_spoke(material, sentence, clause)


def _tells(clause: Clause, content: Argument) -> bool:
    """Whether a clause gives something whole as the word of its subject."""
    lemma = clause.lemma.replace(" ", "-")
    return (
        lemma in (SAID | ASKED_AS_SAID) - HOLDING
        and clause.verb.doc[content.start].lower_ not in QUESTION_WORDS
        and len(clause.chain) == 1
        and clause.kind == "finite"
        and not clause.passive
        and clause.subject is not None
        and stands_beside(clause, content)
        and is_clause(clause, content)
        and not is_torn(clause, content)
        and not is_passed_on(content)
    )


def _who(material: Material, sentence: Sentence, clause: Clause, content: Argument) -> Iterator[Draft]:
    """ "Ada Wren said that the Tarn pier was sold", '"It is late," Ada Wren said': who said so."""
    for words in speakers(material, sentence, clause):
        who = words.subject
        if not _is_somebody(clause, who):
            continue
        quote = quoted(content)
        gist = _quote(quote) if quote else _gist(sentence, clause, content, who)
        verb = _verb(words)
        if gist is None or verb is None:
            continue
        question = _question(material, words, verb, gist, quote=bool(quote))
        if question and not quote and not _names_place(material, question) and _needs_place(content):
            continue
        if question and not _gives(who, question):
            rule = "statement.who_quoted" if quote else "statement.who_said"
            yield Draft("who", question, who, sentence_span(sentence), rule=rule)
            return


def _who_spoke(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Ada Wren called for a dam at Ostford", "welcomed the Tarn ferry": who did."""
    spoken, lemma = spoken_of(clause), clause.verb.lemma_.lower()
    thing = object_told(clause, spoken, sentence) if spoken is not None else None
    if spoken is None or thing is None or lemma not in SPOKEN | SPEAKING | ASKED_TO_DO or says_nothing(clause, spoken):
        return
    thing = ADDED.sub("", thing)
    if thing.startswith("not "):
        return  # what somebody will not do is an answer
    if not SHORTEST_THING <= len(thing.split()) <= LONGEST_THING or HIS.search(thing) or _is_unclear(thing):
        return
    if is_known_by_the_text_only(clause.verb.doc, spoken.thing.start, spoken.thing.end) or _tells_little(thing):
        return
    for words in speakers(material, sentence, clause):
        who = words.subject
        if not _is_somebody(clause, who) or who.endswith(OWN_BODIES):
            continue
        link = "" if spoken.tail == "to do" else spoken.tail
        question = clearly(material, f"Who {joined(words.singular, link, thing)}?", words, subject=False)
        if question and is_anchored(question) and not _gives(who, question):
            yield Draft("who", question, who, sentence_span(sentence), rule="statement.who_spoke")
            return


def _gives(who: str, question: str) -> bool:
    """Whether a question names who is asked for."""
    return is_given(who, question) or fold(who.split()[-1]) in fold(question).split()


def _is_somebody(clause: Clause, who: str) -> bool:
    """Whether somebody is told by a whole name: not "the council", "Ada", "the leaders", "a pilot of Tarn"."""
    subject = clause.subject
    if subject is None or is_document(subject) or who.startswith(("a ", "an ", "some ", "many ")):
        return False
    plain = who.removeprefix("the ")
    if _is_by_office(clause, who):
        return False
    named = [w for w in re.split(r"[ -]", plain) if w[:1].isupper()]
    if not named:
        return False
    several = fold(who.split()[-1]).removesuffix("s") in PERSON_NOUNS and who.endswith("s")
    country = fold(plain) in COUNTRIES
    return not several and not is_city(subject) and (len(named) > 1 or country or plain != who) and "," not in who


def _is_by_office(clause: Clause, who: str) -> bool:
    """Whether somebody is told by an office alone, or beside another: "the Norian leader", "the larger mill"."""
    last, subject = who.split()[-1], clause.subject
    compared = subject is not None and any(
        t.tag_ in ("JJR", "RBR") for t in subject.head.doc[subject.start : subject.end]
    )
    return compared or (last.islower() and fold(last) in PERSON_NOUNS)


def _is_gerund(content: Argument, own: Argument | None) -> bool:
    """Whether what was said is a doing, and no clause: "proposed | launching a ferry"."""
    first = content.head.doc[content.start]
    return first.tag_ == "VBG" and (own is None or not own.start <= first.i < own.end)


def _is_unclear(text: str) -> bool:
    return UNCLEAR.search(text) is not None or ONE.search(text) is not None


def _tells_little(thing: str) -> bool:
    """Whether a thing is but a noun with its time: "a reply by 9 May", "a rest at noon".

    >>> _tells_little("a reply by 9 May"), _tells_little("a rest at noon"), _tells_little("a ban from the Tarn pier")
    (True, True, False)
    """
    timed = TIMED.match(thing)
    return timed is not None and not NAMES.search(thing[timed.end() :])


def _quote(quote: str) -> str | None:
    """Direct speech as it stands inside a question; None where it is too short to tell anything."""
    said_so = re.sub(r"[.,]”$", "”", quote)
    return said_so if len(said_so.split()) >= SHORTEST_QUOTE else None


def _verb(words: ClauseWords) -> str | None:
    """The verb of saying as a question has it: "said" of "told the board"; None where it does not stand alone."""
    clause, lemma = words.clause, words.clause.verb.lemma_.lower()
    if lemma in WITH_SOMEBODY and clause.first("object", "recipient") is not None:
        return None
    return past(TOLD[lemma]) if lemma in TOLD else words.singular


def _gist(sentence: Sentence, clause: Clause, content: Argument, who: str) -> str | None:
    """What somebody said, short and clear to a stranger; None where it is neither."""
    doc, end = content.head.doc, before_next_deed(content, content.end)
    own = subject_of(content.head)
    if own is None or _is_gerund(content, own) or is_known_by_the_text_only(doc, content.start, end):
        return None
    if points_away(sentence, clause, content) or unresolved(sentence, content):
        return None
    if own.head.lower_ in ("it", "that", "this"):
        return None  # whatever it was taken for
    if own.head.tag_ == "PRP" and own.head.lower_ != "there" and own.start not in sentence.antecedents:
        return None
    tokens = doc[content.start : end]
    if any(t.text in ";:" or t.lower_ in FIRST_OR_SECOND for t in tokens):
        return None
    mine = {i for i, a in sentence.antecedents.items() if last_word_of(a.name) == last_word_of(who)}
    if own.start in mine and own.head.lower_ not in ("he", "she"):
        return None
    known = {i: a for i, a in sentence.antecedents.items() if i not in mine}
    if any(_points_out(t, content, known) for t in tokens):
        return None
    text = said(doc, content.start, end, known, LONGEST)
    if text is None or ENDS.search(text) or any(_is_torn_from(t) for t in tokens if t.i in known):
        return None
    plain = text.removeprefix("that ")
    if plain == text and content.start not in known:
        plain = lowered(text, doc[content.start])
    telling = [w for w in re.findall(r"[\w’'-]+", text) if fold(w) not in SMALL_WORDS]
    if not SHORTEST <= len(plain.split()) <= LONGEST or len(telling) < FEWEST_TELLING or _is_unclear(plain):
        return None
    return plain


def _needs_place(content: Argument) -> bool:
    """Whether the meeting or its report makes clear who is told of: "the contractor was paid in May"."""
    own = subject_of(content.head)
    bare = own is not None and own.head.pos_ == "NOUN" and own.head.doc[own.start].lower_ == "the" and is_bare(own.head)
    return own is not None and bare and _is_short(own)


def _names_place(material: Material, question: str) -> bool:
    """Whether a question names the meeting, or the report, and not only the month."""
    return ACCORDING in question or (material.label is not None and material.label in question)


def _points_out(token: Token, content: Argument, known: Antecedents) -> bool:
    """Whether "it" stands for something that what was said does not name: "the board would close it"."""
    if token.lower_ not in ("it", "itself") or token.i in known or token.dep_ == "expl":
        return False
    before = (t for t in token.doc[content.start : token.i] if t.pos_ in ("NOUN", "PROPN") and not is_plural(t))
    return token.dep_ in ("dobj", "pobj") or not any(t.dep_ != "compound" for t in before)


def _is_torn_from(token: Token) -> bool:
    """Whether a pronoun has a verb in it that a name cannot have: "he's suffered"."""
    return token.i + 1 < len(token.doc) and token.nbor().text[:1] in "'’" and token.nbor().tag_ != "POS"


def _is_short(own: Argument) -> bool:
    return own.end - own.start <= 2


def _question(material: Material, words: ClauseWords, verb: str, gist: str, *, quote: bool) -> str | None:
    """Who said something, with the meeting or the month before it, or the report behind it."""
    plain = f"Who {verb} {gist}?" if quote else f"Who {joined(verb, 'that', gist)}?"
    question = clearly(material, plain, words, subject=False)
    if question is None or question == plain:
        question = said_when(material, plain, words) or question
    if question is None and quote:
        question = in_report(material, plain)
    if question is None or not is_anchored(question) or (quote and question == plain):
        return None
    head = plain[:-1]
    if not question.startswith(head):
        return None
    place = question[len(head) : -1]
    if place and not place.startswith(", ") and len(place.split()) <= LONGEST_PLACE:
        return f"Who {verb}{place}{' ' if quote else ' that '}{gist}?"
    return question
