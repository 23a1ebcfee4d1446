"""Who speaks or acts in a clause, and whether it was at the article's meeting."""

from __future__ import annotations

import dataclasses
import re

from facts import dates
from facts.extract.doings.assertions import is_told
from facts.extract.doings.at_it import (
    is_elsewhere,
    is_of_its_meeting,
    is_outside,
    is_tied,
    is_to_those_there,
    took_part,
)
from facts.extract.doings.names import acts, is_cut_list, is_document, is_mute
from facts.extract.doings.office_holders import holder
from facts.extract.doings.verbs import ADOPTED, SAID, SPEAKING, SPOKEN, STOPPED, TALKING
from facts.extract.draft import Material, Sentence
from facts.folding import content_words, fold
from facts.parse.clauses import Argument, Clause
from facts.parse.given_names import given_names
from facts.parse.names import Person
from facts.parse.phrases import Antecedent, is_person, is_plural
from facts.parse.predicates import has_own_subject
from facts.parse.tree import Token
from facts.parse.verbs import past
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS, PERSON_NOUNS
from facts.questions import ClauseWords, clause_words, is_anchored, is_participants, names_itself

AT_MEETINGS = SPOKEN | SPEAKING | ADOPTED | STOPPED
"""Verbs of what people do at a meeting."""
OF_CONGRESS = re.compile(r"\b(?:by|from|in|of|to) congress\b")
"""Where a congress is a body and no meeting: "found in contempt of Congress"."""
HOLDING = frozenset({"believe", "recognise", "recognize"})
"""Verbs of what somebody holds at all times, in the present."""
UNNAMED = frozenset("all both discussion group he many others several she some they two we".split())
"""Subjects of whom it need not be known who they are to ask what was said at the meeting."""
LISTED_OR_JUNIOR = re.compile(r" and |, [JS]r\b")
"""Where a comma belongs to a name or a list of them."""
MISTER = re.compile(r"\bM(?:r|rs|s|iss)\.? (?=[A-Z][\w-]+ [A-Z])")
"""What is no part of a whole name."""
SINGLE = frozenset({"discussion", "he", "she", "it"})
"""Words of somebody or something alone, of whom it is not known who or what it is."""
SOME = frozenset({"many", "others", "several", "some"})
"""Words of some of those at a meeting."""
HELD_WITH = re.compile(r"[’']s?(?: \w+){0,2} (?:[Cc]all|[Mm]eeting)s? with (?P<guest>.+?)(?: of |$)")
"""Whom a meeting was held with: "President Wren's Meeting with Minister Falk of Ostria"."""
BETWEEN = re.compile(r"[Mm]eeting [Bb]etween (?!.*\band\b.*\band\b)")
OF_PEOPLE = re.compile(r"\bmeeting of (?P<one>[A-Z][\w-]+)(?: [\w.’'-]+){1,3} and (?P<other>[A-Z][\w-]+) [A-Z]")
RULERS = frozenset({"highness", "king", "majesty", "prince", "princess", "queen", "taoiseach"})
"""Who, too, is a guest alone."""
ALL_OF_THEM = re.compile(r"\b(?:Summit|Dialogue|[Mm]eeting of )")
"""How a meeting is called of which "they" are all who came."""
OFFICERS = frozenset(
    """chair chairman chairperson chairwoman clerk convener convenor librarian secretary treasurer vice-chair
    vice-chairman vice-chancellor""".split()
)
"""Nouns of those of whom a body has one."""
NO_SPEAKERS = frozenset({"DATE", "EVENT", "LANGUAGE", "LAW", "LOC", "MONEY", "TIME", "WORK_OF_ART"})
"""Kinds of names that nobody has who speaks."""
BEFORE = frozenset({",", "by"})
"""What stands between a verb and the participle of another that tells what was said."""
DOING = frozenset(
    {"address", "cover", "introduce", "offer", "present", "promise", "raise", "share", "support", "tackle"}
)
"""Verbs of speaking that as participles rather tell of other doings."""


def speakers(material: Material, sentence: Sentence, clause: Clause, *, anything: bool = False) -> list[ClauseWords]:
    """The words of a clause by who speaks in it, where that is certain: "the clerk, Ann Poole," is Ann Poole.

    With `anything` also by what says something ("the report").
    """
    clause = _of_the_first(sentence, clause)
    subject = clause.subject
    if subject is None or is_mute(subject) or not is_certain(material, sentence, subject):
        return []
    name = next((c for c in subject.head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    person = next((p for p in sentence.people if name is not None and p.start <= name.i < p.end), None)
    named = subject.head.pos_ == "PROPN" and subject.head.ent_type_ not in NO_SPEAKERS
    inner = next((p for p in sentence.people if p.start < subject.head.i < p.end), None)
    if person is None and inner is not None and any(inner.start < i < inner.end for i in sentence.antecedents):
        person = inner  # "Maya Wren Moe", of whose last name an antecedent was found
    speaks = acts(subject) or is_participants(subject.head) or named or (anything and subject.head.pos_ == "NOUN")
    if person is None and not speaks:
        return []
    found = []
    known = subject.start in sentence.antecedents and subject.end - subject.start > len(("the", "mayor"))
    called = holder(material, subject) if person is None and not known else None
    for words in (as_past(material, each) for each in _readings(sentence, clause, person)):
        last = words.subject.split()[-1]
        offices = " and " in words.subject and last.istitle() and fold(last) in PERSON_NOUNS
        if offices and fold(words.subject) not in fold(material.label or ""):
            continue
        if person is None and "," in words.subject and not LISTED_OR_JUNIOR.search(words.subject):
            continue
        if is_cut_list(words.subject) or words.subject[:1].isdigit():
            continue
        if called is not None:
            found = [dataclasses.replace(words, subject=called, bare=False)]
        elif person is not None and " " in person.name and " and " not in words.subject:
            found.append(dataclasses.replace(words, subject=person.name, bare=False))
        elif not (words.bare and _is_one_of_many(material, subject)):
            found.append(dataclasses.replace(words, subject=MISTER.sub("", words.subject)))
    return found


def _readings(sentence: Sentence, clause: Clause, person: Person | None) -> list[ClauseWords]:
    """The words of a clause; by who is named in apposition where nobody knows whose "its" is: "Its clerk, Bo Tam,"."""
    found = list(sentence.readings(clause))
    if found or person is None or clause.subject is None:
        return found
    named = {clause.subject.start: Antecedent(clause.subject.end, person.name)}
    words = clause_words(clause, {**sentence.antecedents, **named})
    return [words] if words is not None else []


def _of_the_first(sentence: Sentence, clause: Clause) -> Clause:
    """A clause with the subject of the one that it goes on, where nobody else can be "he": "Ada Wren …, and she …"."""
    subject, verb = clause.subject, clause.verb
    if subject is None or subject.head.lower_ not in ("he", "she") or subject.start in sentence.antecedents:
        return clause
    first = next((c for c in sentence.clauses if c.chain == (verb.head,)), None) if verb.dep_ == "conj" else None
    if first is None or first.subject is None or not is_person(first.subject.head) or is_plural(first.subject.head):
        return clause
    between = verb.doc[first.subject.end : subject.start]
    others = any(t.ent_type_ == "PERSON" or (is_person(t) and not is_plural(t)) for t in between)
    return clause if others else dataclasses.replace(clause, subject=first.subject)


def as_past(material: Material, words: ClauseWords) -> ClauseWords:
    """The words of what was said and done at a meeting that its minutes tell in the present: "Bo Tam shares the plan".

    What a pact or a law says, and what somebody holds, is so at all times.
    """
    clause = words.clause
    subject, verb = clause.subject, clause.chain[0]
    told = verb.tag_ in ("VBZ", "VBP") and words.front in ("do", "does") and clause.verb.lemma_.lower() in AT_MEETINGS
    named = subject is not None and (acts(subject) or (subject.head.pos_ == "PROPN" and not is_document(subject)))
    if not told or not named or material.meeting_name is None or clause.lemma in HOLDING:
        return words
    plain = None if words.plain is None else f"{past(words.base.split()[0])} {words.base.partition(' ')[2]}".strip()
    return dataclasses.replace(words, front="did", plain=plain)


def _is_one_of_many(material: Material, subject: Argument) -> bool:
    """Whether "the minister" may be any, since the meeting's name has none or two of them.

    A body has one clerk, of whom its own record tells.
    """
    if subject.head.lemma_.lower() in OFFICERS and is_of_its_meeting(material):
        return False
    named = fold(material.label or "").split().count(subject.head.folded)
    return is_person(subject.head) and not is_plural(subject.head) and named != 1


def is_certain(material: Material, sentence: Sentence, subject: Argument) -> bool:
    """Whether a subject is no pronoun, or one for whom the sentence before, or this one, begins with."""
    antecedent = sentence.antecedents.get(subject.start)
    if antecedent is None:
        return True
    if subject.head.pos_ != "PRON":
        return subject.head.lower_ != "group"
    several = " and " in antecedent.name or antecedent.name.endswith("s")
    if subject.head.lower_ == "they" and not several:
        return False
    place = next((i for i, other in enumerate(material.sentences) if other is sentence), 0)
    while place > 1 and _goes_on(material, place - 1, fold(antecedent.name)):
        place -= 1
    before = material.sentences[place - 1] if place else sentence
    heads = [_main_subject(before), _main_subject(sentence)]
    name = fold(antecedent.name)
    return any(
        other is not None and (before is not sentence or other.start < subject.start) and _is_called(other, name)
        for other in heads
    )


def _main_subject(sentence: Sentence) -> Argument | None:
    """Whom a sentence is about: the subject of its main verb, or who said it: '"It is late," Ada Wren said'."""
    main = next((c for c in sentence.clauses if len(c.chain) == 1 and c.verb.dep_ == "ROOT"), None)
    for clause in sentence.clauses:
        content = clause.first("content")
        if (
            main is not None
            and content is not None
            and clause.lemma in SAID
            and content.start <= main.verb.i < content.end
        ):
            return clause.subject
    return main.subject if main is not None else None


def _is_called(subject: Argument, name: str) -> bool:
    """Whether a name is that of a subject, or of who is in apposition to it: "its clerk, Bo Tam"."""
    apposed = (c for c in subject.head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON")
    return any(token.folded in name.split() for token in (subject.head, *apposed))


def _goes_on(material: Material, place: int, name: str) -> bool:
    """Whether a sentence tells more of somebody by a pronoun, in the paragraph of the one before it."""
    here, before = material.sentences[place], material.sentences[place - 1]
    if here.paragraph.start != before.paragraph.start:
        return False
    main = _main_subject(here)
    meant = here.antecedents.get(main.start) if main is not None else None
    alone = main is not None and main.head.lower_ in ("he", "she", "they")
    return alone and meant is not None and fold(meant.name) == name


def was_there(material: Material, words: ClauseWords) -> bool:
    """Whether a clause tells of what was said at the meeting by somebody whom the sentence that names it names too."""
    clause = words.clause
    named, subject, verb = material.found_meeting.named, clause.subject, main_verb(clause)
    if subject is None or verb.tag_ != "VBD" or is_elsewhere(clause) or _has_day_of_its_own(material, clause):
        return False
    if is_outside(material, clause) or _is_another_body(material, subject, words.subject):
        return False
    if is_to_those_there(material, clause):
        return verb.dep_ in ("ROOT", "conj")
    if clause.lemma.replace(" ", "-") in AT_MEETINGS | SAID and took_part(material, clause, words.subject):
        return verb.dep_ in ("ROOT", "conj")
    of_the_meeting = is_participants(subject.head) or subject.head.lemma_.lower() in BODY_NOUNS
    if clause.verb.lemma_.lower() not in AT_MEETINGS and not (
        of_the_meeting and not names_itself(subject, words.subject)
    ):
        return False
    lead = f"{named.sentence.text if named else ''} {material.sentences[0].span.text}"
    if verb.dep_ not in ("ROOT", "conj") or not _may_have_been_there(material, subject, words.subject, lead):
        return False
    if is_of_its_meeting(material):
        return True
    tied = is_tied(material, clause, subject, words.subject)
    return tied and (is_recorded(material) or subject.head.folded in fold(lead))


def _is_another_body(material: Material, subject: Argument, called: str) -> bool:
    """Whether a subject is a body of the meeting's kind by another name: the "School Board", of a "Harbour Board"."""
    meeting = material.found_meeting.meeting
    names = fold(f"{meeting.name} {' '.join(meeting.aliases)}") if meeting is not None else ""
    noun = subject.head.folded
    alike = noun in BODY_NOUNS and noun in names.split() and is_anchored(f"- {called}")
    return alike and not (content_words(called) - {noun}) & content_words(names)


def _may_have_been_there(material: Material, subject: Argument, called: str, lead: str) -> bool:
    """Whether a subject may be one of those at a meeting: of two, nobody else but whom it or its sentence names.

    "The board of Tarn Ferries" was not at the meeting of two ministers, be it in Tarn.
    """
    label, meeting = material.label or "", material.found_meeting.meeting
    if not (_is_of_two(label) or _is_of_people(label)) or not is_anchored(f"- {called}") or is_plural(subject.head):
        return True
    place = content_words((meeting and meeting.place) or "")
    return bool(content_words(called) & (content_words(f"{label} {lead}") - place))


def spoke_there(material: Material, clause: Clause) -> bool:
    """Whether people at the meeting of a record spoke, whoever they were: "they discussed", "both welcomed"."""
    subject = clause.subject
    if subject is None or main_verb(clause).tag_ != "VBD" or not is_recorded(material) or is_elsewhere(clause):
        return False
    tied = is_of_its_meeting(material) or is_tied(material, clause, subject, subject.head.text)
    if not tied or is_outside(material, clause):
        return False
    head, first = subject.head, subject.head.doc[subject.start]
    return (
        head.lower_ in UNNAMED
        or (head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in PERSON_NOUNS)
        or (head.tag_ == "NNS" and head.lemma_.lower() in BODY_NOUNS and first.lower_ in ("both", "the"))
        or head.lemma_.lower() in GATHERING_NOUNS
        or any(c.dep_ == "conj" for c in head.children)
    )


def main_verb(clause: Clause) -> Token:
    """The verb of a clause, or the one that its participle stands beside ("They met, welcoming the accord")."""
    verb = clause.verb
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "pcomp"):
        return verb
    return verb.head if verb.dep_ == "advcl" else verb.head.head


def _has_day_of_its_own(material: Material, clause: Clause) -> bool:
    """Whether a clause tells of another day than that of the article's meeting."""
    meeting, doc = material.found_meeting.meeting, clause.verb.doc
    if meeting is None or meeting.date is None:
        return False
    texts = (doc.span(a.start, a.end).text for a in clause.all("time"))
    found = [when for text in texts for when in dates.find(text, material.parsed.article.date, "past")]
    return any(when.precision == "day" and when.iso not in meeting.date for when in found)


def is_recorded(material: Material) -> bool:
    """Whether an article is the record of a meeting: its title names one."""
    title = fold(material.parsed.article.title or "")
    title = OF_CONGRESS.sub("", title)
    return title.startswith("readout ") or any(noun in title for noun in MEETING_NOUNS | {"convening"})


def group_of(material: Material, clause: Clause) -> str | None:
    """Who spoke where nobody is named: the two sides of a meeting of two, or else the participants."""
    subject, label = clause.subject, material.label or ""
    if subject is None or subject.head.lower_ in SINGLE:
        return None
    if subject.head.lower_ in SOME:
        return "some participants"
    if _is_of_two(label):
        return "the two sides"
    # "The leaders", "the meeting", and not "they" or "the President and Vice President" among many.
    several = any(t.tag_ in ("NNS", "NNPS") for t in subject.head.subtree if t.dep_ in ("conj", "nsubj"))
    sure = several or subject.head.lemma_.lower() in GATHERING_NOUNS | {"both", "group", "all", "two"}
    told = sure or clause.verb.lemma_.lower() in TALKING or ALL_OF_THEM.search(label)
    return "the participants" if told else None


def _is_of_two(label: str) -> bool:
    """Whether a meeting is called one of somebody with somebody else: not "with Leaders", "with the Board".

    >>> _is_of_two("Mayor Wren’s Meeting with Mayor Falk of Ostford"), _is_of_two("Mayor Wren’s Meeting with Mayors")
    (True, False)
    """
    held = HELD_WITH.search(label)
    guests = re.split(r"[ -]", fold(held["guest"])) if held else []
    several = any(g.endswith("s") and g.removesuffix("s") in PERSON_NOUNS for g in guests)
    return BETWEEN.search(label) is not None or (not several and any(g in PERSON_NOUNS | RULERS for g in guests))


def _is_of_people(label: str) -> bool:
    """Whether a meeting is called one of two people by their names.

    >>> _is_of_people("the meeting of Peter Krey and Martha Volk"), _is_of_people("the meeting of Kings and Mayors")
    (True, False)
    """
    named = OF_PEOPLE.search(label)
    return named is not None and {fold(named["one"]), fold(named["other"])} <= given_names()


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
    done = main is not None and not main.passive and main.verb.tag_ != "VB"  # not "will meet, inviting pilots"
    return main is not None and done and is_told(main) and main.verb.dep_ in ("ROOT", "conj")


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
    if verb.tag_ == "VBD" and first.tag_ == "VBG" and first.dep_ == "pcomp":
        # "Stressed the need of mending piers and | praised the pilots": no "mending … and praised".
        return any(t.dep_ in ("acl", "ccomp", "relcl") for t in first.ancestors)
    return first is not verb and first.dep_ in ("relcl", "acl", "pcomp", "ccomp")
