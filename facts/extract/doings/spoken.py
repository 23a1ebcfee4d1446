"""What people at a meeting discussed, welcomed, stressed, condemned, promised: the objects of verbs of speaking, whole.

Each verb of a sentence with its own object is one fact. Where a question was asked already, the next one says more of
what it asks for ("What efforts did the leaders discuss …?"). Where it is not certain who spoke, nobody is named ("What
was discussed …?").
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import ASIDE, FIRST_OR_SECOND, bare, is_cut, said
from facts.extract.doings.asked import first_new, placed, statement_of, with_meeting
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.doings.objects import LISTING, Spoken, is_company, parts_of, spoken_of
from facts.extract.doings.speakers import main_verb, speakers, spoke_there
from facts.extract.doings.verbs import DISCUSSED
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person, is_plural
from facts.parse.predicates import has_own_subject
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import FINITE
from facts.questions import in_full, is_clean, is_participants, phrased

BEFORE = frozenset({",", "by"})
"""What stands between a verb and the participle of another that tells what was said."""
DOING = frozenset(
    {"address", "cover", "introduce", "offer", "present", "promise", "raise", "share", "support", "tackle"}
)
"""Verbs of speaking that as participles rather tell of other doings."""
SAYING_LITTLE = frozenset(
    """condolence congratulation day expectation fact group hour importance lot month necessity need number part
    people range remark series something thank thing urgency value variety view way week wish word year""".split()
)
"""Nouns that say too little for "What … did they discuss?"."""
MADE = frozenset(
    """agreement bill campaign deal fund guideline initiative law measure package partnership plan pledge programme
    program project proposal report rule scheme strategy treaty""".split()
)
"""Nouns of what people make, of which one asks also in the singular: "What plan did they announce?"."""
SIDES = frozenset({"country", "delegation", "government", "leader", "minister", "nation", "president", "side"})
"""Nouns of those who meet each other."""
SHARED = frozenset(
    "alliance border commitment cooperation country economy nation partnership people region relationship tie".split()
)
"""Nouns of what is "ours" between those who meet."""
TOGETHER = frozenset({"they", "group", "participant"})
"""Subjects who may be the sides of a meeting, or some of those at it."""
GROUPS = frozenset({"two", "three", "group"})
"""Words in the singular for several who speak together."""
THEIRS = {"our": "their", "ours": "theirs", "us": "them", "we": "they"}
"""What people say of themselves, as it is said of them."""
PERSONAL, THEY = frozenset({"he", "him", "his", "she", "her", "hers"}), frozenset({"they", "them", "their", "theirs"})
IN_FRONT = re.compile(r"^(?:(?:her|his|our|their) (?:(?:own|respective) )?)")
"""Whose it is that an answer begins with, where a question tells nobody's name."""
DANGLING = re.compile(r"\b(?:her|his|he|she|their own)\b")
"""Words that point to nobody in an answer to such a question."""
SOON = re.compile(r"\b(?:earlier this|today|tomorrow|tonight|yesterday|next (?:month|week))\b(?!['’]s)")
"""Days that an answer does not tell."""
LONGEST_NOUN, LONGEST_TOPIC, SHORT_TOPIC = 14, 6, 3
"""How many words what has examples, and what tells one thing from another, may have in a question."""
FEWEST, LONGEST = 3, 34
"""How many words an answer has at least and at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was said, praised, promised or discussed by whom, or by those at the meeting."""
    asked: set[str] = set()
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            spoken = spoken_of(clause)
            if spoken is None or not is_plain(clause) or not is_told_here(sentence, clause):
                continue
            for part in parts_of(clause, spoken):
                answer = _answer(clause, part, sentence)
                question = first_new(_questions(material, sentence, clause, part), asked) if answer else None
                if question and answer and _is_nobodys(question):
                    answer = IN_FRONT.sub("the ", answer)
                if question and answer and not (_is_nobodys(question) and DANGLING.search(answer)):
                    answer = bare(answer) if " to do" in question else answer.removeprefix("that ")
                    of_all = question.startswith("What was discussed at ")
                    rule = "purpose.discussed" if of_all else "statement.spoken"
                    yield Draft("what", question, answer, sentence_span(sentence), rule=rule)
            yield from _including(material, sentence, clause, spoken.thing)


def _is_nobodys(question: str) -> bool:
    """Whether a question does not tell who spoke."""
    return re.match(r"What (?:\w+ )?(?:was|were) ", question) is not None


def is_told_here(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is told as so, by itself or beside one that is ("They met in Oslo, welcoming the accord")."""
    verb = clause.verb
    if _is_astray(verb) or _disagrees(clause):
        return False
    if clause.kind != "participle":
        return is_told(clause)
    main_token = main_verb(clause)
    if verb.tag_ != "VBG" or verb.lemma_.lower() in DOING or verb.i <= main_token.i or verb.nbor(-1).text not in BEFORE:
        return False
    main = next((c for c in sentence.clauses if c.chain == (main_token,)), None)
    return main is not None and not main.passive and is_told(main) and main.verb.dep_ in ("ROOT", "conj")


def _disagrees(clause: Clause) -> bool:
    """Whether a noun was taken for a verb: "the ministers discussed trade, plans to …", and they do not "plans"."""
    verb = clause.verb
    if verb.tag_ != "VBZ" or clause.subject is None:
        return False
    return is_plural(clause.subject.head) or (
        verb.dep_ == "conj" and verb.head.tag_ == "VBD" and not has_own_subject(verb)
    )


def _is_astray(verb: Token) -> bool:
    """Whether a verb was joined to one of a relative clause and may tell of the main subject: "the work they did |"."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    return first is not verb and first.dep_ in ("relcl", "acl", "pcomp", "ccomp")


def _including(material: Material, sentence: Sentence, clause: Clause, thing: Argument) -> Iterator[Draft]:
    """ "They discussed steps to mend the pier, including new beams and a crane": what the steps include."""
    doc, end = clause.verb.doc, min(clause.sentence.end, clause.verb.right_edge.i + 1)
    opening = next((t for t in doc[thing.head.i + 1 : end] if t.lower_ == "including"), None)
    if opening is None or thing.head.tag_ != "NNS" or not opening.children:
        return
    start, end = opening.i + 1, opening.right_edge.i + 1
    whose = dataclasses.replace(thing, end=opening.i - (doc[opening.i - 1].text in ASIDE))
    name = in_full(whose, {}, LONGEST_NOUN, behind=False, bare=True)
    answer = None if is_cut(doc, start, end) else said(doc, start, end, sentence.antecedents, LONGEST)
    misfits = {"POS", "JJS", "RBS", "PRP$", "WDT", "IN"} & {t.tag_ for t in doc[thing.start : thing.head.i]}
    told = any(t.tag_ in FINITE for t in doc[thing.start : whose.end])
    if name is None or answer is None or name.startswith(("a ", "an ")) or misfits or told or doc[start].pos_ == "ADP":
        return
    which = f"Which {name.removeprefix('the ')}"
    question = next(_ask(material, sentence, clause, Spoken(thing), which, plural=True), None)
    if question:
        yield Draft("list", question, answer, sentence_span(sentence), rule="statement.including")


def _answer(clause: Clause, spoken: Spoken, sentence: Sentence) -> str | None:
    """An object as an answer; "our" of people who speak of themselves is theirs."""
    doc, subject, thing = clause.verb.doc, clause.subject, spoken.thing
    first = [t for t in doc[thing.start : thing.end] if t.lower_ in FIRST_OR_SECOND]
    ours = subject is not None and subject.head.lower_ == "we"
    torn = thing.end < len(doc) and doc[thing.end].tag_ in FINITE
    listed = any(t.lower_ in LISTING for t in doc[thing.start : thing.end])
    if (
        listed
        and thing.end + 1 < len(doc)
        and doc[thing.end].text == ","
        and doc[thing.end + 1].pos_ in ("ADJ", "NOUN")
    ):
        return None
    if torn or _runs_on(thing) or (spoken.whole and is_cut(doc, thing.start, thing.end)):
        return None
    if any(t.lower_ not in (THEIRS if ours else ("our",)) for t in first):
        return None
    together = subject is not None and subject.head.lower_ in TOGETHER
    shared = _speak_together(subject) or (together and all(t.head.lemma_.lower() in SHARED for t in first))
    if first and not ours and not shared:
        return None
    pronouns = [t for t in doc[thing.start : thing.end] if t.tag_ in ("PRP", "PRP$") and t not in first]
    if not all(_is_bound(t, clause, thing.start) for t in pronouns if t.lower_ != "it"):
        return None
    known = {i: named for i, named in sentence.antecedents.items() if doc[i].pos_ != "PRON"}
    text = said(doc, thing.start, thing.end, known, LONGEST, first=True)
    if text is None:
        return None
    if SOON.search(text) or text.startswith("as "):
        return None
    text = text.replace('."', '"').replace(".”", "”")
    for word, third in THEIRS.items() if first else ():
        text = re.sub(rf"\b{word}\b", third, text)
    return text if len(text.split()) >= FEWEST and is_clean(text) else None


def _runs_on(thing: Argument) -> bool:
    """Whether an object goes on with what somebody did next: "the value of rest, called on them to sleep"."""
    doc = thing.head.doc
    for token in doc[thing.head.i + 1 : thing.end]:
        joined = doc[token.i - 1].dep_ == "cc" or doc[token.i - 1].text == ","
        acted = token.tag_ == "VBD" or (token.tag_ in ("VBP", "VBZ", "MD") and doc[token.i - 1].dep_ == "cc")
        within = any(t.tag_ in FINITE for t in doc[thing.start : token.i])
        if joined and acted and not within:
            return True
    return False


def _speak_together(subject: Argument | None) -> bool:
    """Whether those who speak are sides of one meeting, so that "our region" is theirs: "the leaders", "both sides"."""
    if subject is None:
        return False
    head = subject.head
    joined = any(c.dep_ == "conj" for c in head.children)
    return joined or head.lower_ in GROUPS or (head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in SIDES)


def _is_bound(pronoun: Token, clause: Clause, start: int) -> bool:
    """Whether a pronoun of an answer points to the subject, which the question names, or into the answer itself."""
    doc, subject = clause.verb.doc, clause.subject
    plural = pronoun.lower_ in THEY
    before = [t for t in doc[start : pronoun.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"]
    if subject is not None and (subject.head.pos_ != "PRON" or plural):
        before.append(subject.head)
    if pronoun.lower_ in PERSONAL:
        return any(is_person(t) or t.ent_type_ == "PERSON" or t.pos_ == "PROPN" for t in before)
    return any(is_plural(t) == plural or (plural and t.lower_ in GROUPS) for t in before)


def _questions(material: Material, sentence: Sentence, clause: Clause, spoken: Spoken) -> Iterator[str]:
    """Ask for an object, from the plain question to the one that says most of it."""
    noun = spoken.thing.head
    subject = clause.subject
    together = subject is not None and (is_participants(subject.head) or subject.head.lower_ == "they")
    all_of_them = together and clause.verb.lemma_ in DISCUSSED
    if spoken.whole and all_of_them and spoke_there(material, clause):
        yield from _unnamed(material, clause, spoken, "What", "", plural=False)
    elif spoken.whole:
        yield from _ask(material, sentence, clause, spoken, "What")
    several = any(c.dep_ in ("conj", "appos") and c.i < spoken.thing.end for c in noun.children)
    told = noun.tag_ == "NNS" or noun.lemma_.lower() in MADE
    if (
        noun.pos_ == "NOUN"
        and noun.text.islower()
        and told
        and not several
        and noun.lemma_.lower() not in SAYING_LITTLE
    ):
        yield from _ask(material, sentence, clause, spoken, f"What {noun.text}", plural=noun.tag_ == "NNS")
    if spoken.tail in ("", "to do") and noun.pos_ != "PROPN":
        opening = spoken.thing.head.doc.span(spoken.thing.start, spoken.thing.end).text.lower()
        for topic in topics_of(sentence, spoken.thing):
            known = topic.lower() in (material.label or "").lower()
            if known or opening.startswith(topic.lower()) or 2 * len(topic) > len(opening):
                continue
            yield from _ask(material, sentence, clause, spoken, "What", regarding=topic)


def topics_of(sentence: Sentence, thing: Argument) -> list[str]:
    """The names and nouns inside an object by which one may tell it from others, names first."""
    found: list[str] = []
    for token in thing.head.doc[thing.start : thing.end]:
        if token.dep_ not in ("pobj", "dobj") or token.pos_ not in ("NOUN", "PROPN") or token is thing.head:
            continue
        before = token.doc[token.left_edge.i - 1]
        listed = any(c.dep_ == "conj" for c in token.children) and token.tag_ not in ("NNS", "NNPS")
        if listed or before.lower_ == "as" or (before.pos_ == "ADP" and before.head.text[:1].isupper()):
            continue
        phrase = Argument("object", token, token.left_edge.i, min(token.right_edge.i + 1, thing.end))
        name = in_full(phrase, sentence.antecedents, LONGEST_TOPIC, behind=False)
        plain = name is not None and " " not in name and name.islower()
        if name and "," not in name and not name.startswith(("a ", "an ", "no ", "more ")):
            found += [name] if not plain or token.tag_ == "NNS" else []
    return sorted(found, key=lambda name: (name.islower(), len(name.split()) > SHORT_TOPIC))


def _ask(
    material: Material,
    sentence: Sentence,
    clause: Clause,
    spoken: Spoken,
    opening: str,
    *,
    plural: bool = False,
    regarding: str = "",
) -> Iterator[str]:
    """Ask what somebody spoke of, or, where it is not certain who it was, what was spoken of at the meeting."""
    thing = spoken.thing
    asides = [a for a in clause.arguments if a.role not in ("time", "recipient") and not is_company(a)]
    asides += [a for a in clause.arguments if a.role == "object" or (thing.start <= a.start and not is_company(a))]
    readings = speakers(material, sentence, clause)
    about = f"regarding {regarding}" if regarding else ""
    for words in readings:
        question = words.ask(opening, *asides, tail=spoken.tail, last=about)
        question = placed(material, question, words)
        if question:
            yield question
    if not readings:
        yield from _unnamed(material, clause, spoken, opening, about, plural=plural)


def _unnamed(
    material: Material, clause: Clause, spoken: Spoken, opening: str, about: str, *, plural: bool
) -> Iterator[str]:
    """Ask what was spoken of at a meeting or in a statement, by whomever."""
    done, written, subject = _done(clause, spoken), statement_of(material), clause.subject
    told = f"{done} {about}".strip()
    be = "were" if plural else "was"
    if done and written and subject is not None and subject.head.lower_ == "we":
        link = "according to" if main_verb(clause).tag_ == "VBD" else "in"
        yield phrased("statement.written", what=opening, be=be, spoken=told, document=f"{link} {written}")
    elif done and material.meeting_name and spoke_there(material, clause):
        question = with_meeting(material, phrased("statement.spoken", what=opening, be=be, spoken=told))
        if question:
            yield question


def _done(clause: Clause, spoken: Spoken) -> str | None:
    """The participle of a verb of speaking with its preposition, as it stands behind "What was"."""
    lemma = clause.verb.lemma_.lower()
    if lemma in ("speak", "talk", "touch"):
        return "discussed"
    if spoken.tail == "to do":
        return past(lemma) if lemma in ("agree", "decide", "pledge", "promise", "resolve") else None
    if lemma in ("look", "focus", "comment"):
        return None
    return f"{past(lemma)} {spoken.tail}".strip()
