"""Who held the meeting that an article begins with, and with whom: "Today, A and B hosted a roundtable with C"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import is_cut
from facts.extract.attendance.chairs import cut, in_full, is_in, names_somebody
from facts.extract.attendance.own_meeting import EARLY, day_of
from facts.extract.attendance.presence import PEOPLE_SENT, is_people, parts, trimmed
from facts.extract.doings.names import tells_whom
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.in_the_chair import is_in_the_chair
from facts.extract.lists import enumerated, inside, is_role, separated, stretched
from facts.extract.people.before_names import before_name
from facts.extract.people.elected import full_name
from facts.extract.people.sentence_people import people_of
from facts.folding import fold
from facts.model import Kind
from facts.parse.clauses import Argument, Clause
from facts.parse.given_names import given_names
from facts.parse.name_words import is_role as is_role_word
from facts.parse.name_words import title_of
from facts.parse.names import Person
from facts.parse.numbers import number_of
from facts.parse.phrases import is_body, verbatim
from facts.parse.tree import Doc, Token
from facts.parse.verbs import past
from facts.parse.words import FINITE, GATHERING_NOUNS
from facts.questions import is_clean
from facts.questions.asking import enclosed

LEADING = frozenset({"chair", "co-chair", "lead", "moderate"})
HOLDING = LEADING | {"co-host", "cohost", "convene", "hold", "host"}
"""Verbs of those who hold a meeting."""
BEGUN = frozenset({"chaired", "co-hosted", "convened", "hosted"})
RECEIVING = frozenset({"co-host", "cohost", "convene", "host", "receive", "welcome"})
"""Verbs of those who have guests."""
HELD = GATHERING_NOUNS | {"call", "conversation", "convening", "discussion", "event", "roundtable"}
"""Nouns of what is held with somebody."""
LONGEST_HOST, LONGEST_GUESTS, LONGEST_ANSWER = 14, 12, 50
"""How many words those who hold a meeting and their guests may have in a question, and either in an answer."""
LONGEST_TITLED, LONGEST_HOSTS = 12, 24
"""How many words several hosts take with their titles that need no shortening, and at most where none is possible."""
OPEN = re.compile(r"\b(?:among|including|other|others|such as)\b", re.IGNORECASE)
"""What tells that not all are named."""
ABOUT = frozenset({"about", "almost", "approximately", "around", "more", "nearly", "over", "some", "than"})
"""Words that stand before a number which is not exact."""
GROUPS = frozenset({"delegation", "group", "panel", "team"})
STEM = 5
"""How many first letters two words of one kind share: "labor", "laborers"."""
BRACKETS = re.compile(r"\([^)]*\)")
SAYING_LITTLE = frozenset("a an and group groups including leader leaders leadership members national of the".split())
"""Words by which guests are no better known than by the meeting's name."""
OWN = frozenset({"her", "his", "its", "my", "our", "their", "your"})


def facts(material: Material) -> Iterator[Draft]:
    """Yield who held the article's meeting and who the guests were, as the sentence says that gives its date."""
    dated, day = material.found_meeting.dated, day_of(material)
    if dated is None or day is None or material.meeting_name is None:
        return
    for sentence in material.sentences[:EARLY]:
        if sentence.span != dated.sentence:
            continue
        found = [
            draft
            for clause in sentence.clauses
            if clause.verb.dep_ == "ROOT" and clause.kind == "finite" and happened(clause) and not clause.passive
            for draft in _held(material, sentence, clause, day)
        ]
        yield from (
            found
            if any(draft.question.startswith("Who ") for draft in found)
            else (*found, *_begun(material, sentence))
        )


def _held(material: Material, sentence: Sentence, clause: Clause, day: str) -> Iterator[Draft]:
    """ "Today, the mayor hosted a roundtable with five unions": by whom, with whom."""
    verb = clause.verb.lemma_.lower()
    if verb not in HOLDING | RECEIVING | {"meet"}:
        return
    meeting, span = str(material.meeting_name), sentence_span(sentence)
    thing = clause.first("object")
    own = thing is not None and thing.head.lemma_.lower() in HELD
    whole, guests = _hosts(clause, sentence, material), _guests(clause, sentence, material)
    hosts = _by_name(whole, sentence) if whole is not None else None
    led = own or (guests and verb not in LEADING | {"hold"})
    short = hosts is not None and len(hosts.text.split()) <= LONGEST_HOSTS
    if hosts and short and verb in HOLDING and led and not is_in(hosts.text, meeting):
        held = "hosted" if verb == "convene" and "convening" in fold(meeting) else past(verb)
        yield _named(f"Who {held} {meeting}?", hosts, span, rule="chair.host")
    if hosts and guests and (own or verb == "meet") and len(guests.text.split()) <= LONGEST_GUESTS:
        did = f"{past(verb)} {_article(thing)} with" if own and thing is not None else "met with"
        if in_full(guests.text) and (hosts.phrase is None or tells_whom(hosts.phrase, hosts.text)):
            yield _named(f"Who {did} {guests.text} on {day}?", hosts, span, rule="attendance.hosts")
    if not guests:
        return
    yield from _counted(guests, meeting, span)
    if _is_told(guests, meeting):
        return
    if verb in RECEIVING:
        yield _named(f"Who were the guests at {meeting}?", guests, span, rule="attendance.guests")
    elif hosts and verb == "meet" and len(hosts.text.split()) <= LONGEST_HOST:
        yield _named(f"Whom did {enclosed(hosts.text)} meet on {day}?", guests, span, rule="attendance.met")
    elif not hosts or own:
        yield _named(f"Who took part in {meeting}?", guests, span, rule="attendance.guests")


def _begun(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "Today, Adviser Ann Lee and Mayor Bo Ek yesterday hosted pilots", whatever the parser made of its verb."""
    doc, here = sentence.paragraph.doc, people_of(sentence)
    verb = next((t for t in sentence.span if t.lower_ in BEGUN and t.tag_ in ("VBD", "VBN")), None)
    first = next((p for p in here.named if verb is not None and p.end <= verb.i), None)
    if verb is None or first is None:
        return
    role = next(before_name(first, here), None)
    start, end = role.start if role is not None else first.start, verb.i
    while end > start and (doc[end - 1].ent_type_ in ("DATE", "TIME") or doc[end - 1].text == ","):
        end -= 1
    listed = list(separated(doc, start, end))
    words = doc[start:end]
    plain = not any(t.tag_ in FINITE or t.tag_ in ("PRP", "PRP$", "WP", "WDT") for t in words)
    if len(listed) < 2 or not plain or not any(p.start >= listed[-1][0] for p in here.named if p.end <= end):
        return
    if start > sentence.span.start and not _begins(doc[start - 1]):
        return
    whole = _said(Argument("subject", doc[first.end - 1], start, end), sentence, material)
    hosts = _by_name(whole, sentence) if whole is not None else None
    meeting = str(material.meeting_name)
    if hosts is None or len(hosts.text.split()) > LONGEST_HOSTS or any(is_in(item, meeting) for item in hosts.items):
        return
    yield _named(f"Who {verb.lower_} {meeting}?", hosts, sentence_span(sentence), rule="chair.begun")


@dataclasses.dataclass(frozen=True, slots=True)
class _Named:
    """Some who are named: as an answer says them, and one by one."""

    text: str
    items: list[str]
    phrase: Argument | None = None


def _by_name(hosts: _Named, sentence: Sentence) -> _Named | None:
    """Several hosts by their names alone where their titles would make a long answer, if all of them are people.

    None where the answer stays too long.
    """
    phrase = hosts.phrase
    if phrase is None or len(hosts.text.split()) <= LONGEST_TITLED:
        return hosts
    doc, end = phrase.head.doc, phrase.end
    here = people_of(sentence)
    named = [p for p in here.named if phrase.start <= p.start < end]
    listed = separated(doc, phrase.start, end)
    if len(named) > 1 and OPEN.search(hosts.text) is None and _are_people(listed, named, doc):
        names = [full_name(person, sentence) for person in named]
        if all(fold(name.split()[0]) in given_names() for name in names):
            return _Named(enumerated(names), names, phrase)
    return hosts if len(hosts.text.split()) <= LONGEST_HOSTS else None


def _are_people(listed: list[tuple[int, int]], named: list[Person], doc: Doc) -> bool:
    """Whether each part of a list names one person, or is a title behind a name that has none in front of it."""
    bare = False
    for start, end in listed:
        inside_part = [p for p in named if start <= p.start < end]
        if len(inside_part) > 1:
            return False
        if inside_part and inside_part[0].start > start and doc[inside_part[0].start - 1].lower_ in ("and", "of"):
            return False  # "Secretary of Housing and Urban Development Ann Lee": where does the name begin?
        if inside_part:
            bare = inside_part[0].start - start <= 1 and inside_part[0].end == end
            continue
        title = doc[start:end]
        person = any(t.ent_type_ == "PERSON" for t in title)
        if not bare or person or title[0].lower_ == "the" or not any(map(_is_office, title)):
            return False
    return True


def _is_office(token: Token) -> bool:
    """Whether a word is one of an office that one person holds."""
    return (is_role_word(token) or title_of(token) is not None) and token.tag_ not in ("NNS", "NNPS")


def _is_told(guests: _Named, meeting: str) -> bool:
    """Whether a meeting's name says already who the guests were."""
    told = set(re.findall(r"\w+", fold(meeting)))
    short = re.search(r"\((\w+)\)", guests.text)
    if short is not None and fold(short[1]) in told:
        return True
    stems = {word[:STEM] for word in told}
    new = {w for w in re.findall(r"\w+", fold(BRACKETS.sub("", guests.text))) if w[:STEM] not in stems} - SAYING_LITTLE
    return len(new) < 2


def _counted(guests: _Named, meeting: str, span: tuple[int, int]) -> Iterator[Draft]:
    """ "39 ferry captains", "more than 20 mayors": how many of whom."""
    phrase = guests.phrase
    head = _members(phrase.head) if phrase is not None else None
    number = next((c for c in head.lefts if c.dep_ == "nummod"), None) if head is not None else None
    if phrase is None or head is None or number is None or number_of(number.text) is None or head.tag_ != "NNS":
        return
    doc = head.doc
    begin = phrase.start if head is phrase.head else number.left_edge.i
    told = [t for t in doc[begin : number.i + 1] if t.dep_ not in ("det", "predet")]
    first = next(t.i for t in told if t.lower_ not in ABOUT)
    count = number_of(doc.span(first, number.i + 1).text)  # "more than twenty-four": all of it
    joined = any(t.dep_ == "conj" for t in head.children)
    if count is None or joined or number.i + 1 > head.i:
        return
    noun = doc.span(number.i + 1, head.i + 1).text
    answer = doc.span(told[0].i, number.i + 1).text
    yield Draft("how_many", f"How many {noun} attended {meeting}?", answer, span, value=count, rule="attendance.number")


def _members(head: Token) -> Token:
    """Those of whom a group is: the mayors of "a group of ten mayors"."""
    of = next((c for c in head.children if c.lower_ == "of"), None) if head.lemma_.lower() in GROUPS else None
    return next((c for c in of.children if c.dep_ == "pobj"), head) if of is not None else head


def _named(question: str, who: _Named, span: tuple[int, int], *, rule: str) -> Draft:
    several = who.items if len(who.items) > 1 else None
    kind: Kind = "list" if several else "who"
    return Draft(kind, question, who.text, span, value=several, confidence=0.88, rule=rule)


def _article(thing: Argument) -> str:
    """What is held, as a question has it: "a virtual roundtable"."""
    head = thing.head
    words = [t.text for t in head.doc[head.left_edge.i : head.i + 1] if t.lower_ not in ("a", "an", "the")]
    if head.pos_ == "PROPN" and len(words) > 1:
        return f"the {' '.join(words)}"
    return f"{'an' if words[0][:1].lower() in 'aeiou' else 'a'} {' '.join(words)}"


def _hosts(clause: Clause, sentence: Sentence, material: Material) -> _Named | None:
    """All that stands before the verb as its subject, said with names; None where it is torn or names nobody."""
    subject = clause.subject
    if subject is None or subject.head.i > clause.verb.i or subject.head.pos_ == "PRON":
        return None
    doc = subject.head.doc
    heads = [c for c in clause.verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    start = _with_role(min([subject.start, *(c.left_edge.i for c in heads)]), sentence)
    others = [c.left_edge.i for c in clause.verb.lefts if c not in heads and c.left_edge.i > subject.head.i]
    end = min([clause.verb.i, *(i for i in others if doc[i].text != ",")])
    while end > start and (doc[end - 1].is_punct and doc[end - 1].text != ")"):
        end -= 1
    if start > doc[start].sent.start and not _begins(doc[start - 1]):
        listed = _listed_from(doc[start].sent.start, end, doc)
        if listed is None:
            return None
        start = listed
    return _said(Argument("subject", subject.head, start, end), sentence, material)


def _with_role(start: int, sentence: Sentence) -> int:
    """Where a subject begins with the role before its first name, which the parser may have hung elsewhere."""
    here = people_of(sentence)
    person = here.at.get(start)
    role = next(before_name(person, here), None) if person is not None and person.start == start else None
    return role.start if role is not None else start


def _listed_from(start: int, end: int, doc: Doc) -> int | None:
    """Where a list of people before the verb begins, behind the day, that the parser tore; None where it is no list."""
    while start < end and (
        doc[start].ent_type_ in ("DATE", "TIME") or doc[start].text == "," or doc[start].lower_ == "on"
    ):
        start += 1
    listed = list(separated(doc, start, end))
    named = [any(t.ent_type_ == "PERSON" for t in doc[first:last]) for first, last in listed]
    clausal = any(
        t.tag_ in FINITE or (t.tag_ in ("WP", "WDT", "IN") and t.lower_ not in ("in", "of", "for"))
        for t in doc[start:end]
    )
    return start if len(listed) > 1 and all(named) and not clausal else None


def _begins(before: Token) -> bool:
    """Whether a subject may begin behind a word: a comma, "today"."""
    return before.text in (",", "-", "–", "—") or before.ent_type_ in ("DATE", "TIME")


def _guests(clause: Clause, sentence: Sentence, material: Material) -> _Named | None:
    """Those with whom a meeting is held: behind "with", or those who are hosted themselves."""
    thing = clause.first("object")
    with_them = (a for a in clause.all("oblique", "recipient") if a.preposition == "with" and not is_in_the_chair(a))
    beside = next((inside(a) for a in with_them), None)
    phrase = beside
    if thing is not None and thing.head.lemma_.lower() in HELD:
        within = next((c for c in thing.head.children if c.dep_ == "prep" and c.lower_ == "with"), None)
        noun = next((c for c in within.children if c.dep_ == "pobj"), None) if within is not None else None
        if noun is not None:
            phrase = Argument("oblique", noun, noun.left_edge.i, noun.right_edge.i + 1)
    elif thing is not None and clause.verb.lemma_.lower() in RECEIVING:
        several = thing.head.tag_ == "NNS" or thing.head.lemma_.lower() in PEOPLE_SENT
        phrase = thing if not is_body(thing.head) or several else None
    people = phrase is not None and (is_people(phrase.head) or phrase.head.lemma_.lower() in PEOPLE_SENT)
    if phrase is None or not (people or _names_people(phrase) or (phrase is beside and phrase.head.ent_type_ == "ORG")):
        return None
    doc = phrase.head.doc
    phrase = _without_time(cut(trimmed(stretched(phrase))))
    following = [t for t in phrase.head.subtree if t.i > phrase.head.i and t.tag_ == "TO" and t.head.pos_ == "VERB"]
    if following and following[0].i < phrase.end:  # "with leaders to discuss pay"
        phrase = dataclasses.replace(phrase, end=following[0].i)
    if any(t.pos_ == "PRON" or t.lower_ in OWN for t in doc[phrase.start : phrase.end]) or _goes_on(phrase):
        return None
    return _said(phrase, sentence, material)


def _names_people(phrase: Argument) -> bool:
    """Whether a phrase that is headed by a name names somebody."""
    words = phrase.head.doc[phrase.start : phrase.end]
    return phrase.head.pos_ == "PROPN" and any(t.ent_type_ == "PERSON" and not is_role(t) for t in words)


def _without_time(phrase: Argument) -> Argument:
    """Guests without the day behind them, and what they were met on the margins of."""
    doc, end = phrase.head.doc, phrase.end
    beside = (
        t.i for t in doc[phrase.head.i + 1 : end] if t.lower_ == "on" and "margins" in doc.span(t.i, t.i + 3).text
    )
    end = next(beside, end)
    while end - 1 > phrase.head.i and (doc[end - 1].ent_type_ in ("DATE", "TIME") or doc[end - 1].text == ","):
        end -= 1
    return dataclasses.replace(phrase, end=end)


def _goes_on(phrase: Argument) -> bool:
    """Whether a list goes on behind where the parser ended it."""
    doc, end = phrase.head.doc, phrase.end
    if is_cut(doc, phrase.start, end):
        return True
    if end + 1 >= len(doc) or doc[end].text != ",":
        return doc[end].lower_ in ("and", "of", "from", ")") if end < len(doc) else False
    following = doc[end + 1]
    listed = following.pos_ in ("ADJ", "NOUN", "PROPN") or following.lower_ in ("and", "as", "including")
    return listed or following.text[:1].isupper()


def _said(phrase: Argument, sentence: Sentence, material: Material) -> _Named | None:
    """A phrase as an answer; None where it names nobody or is not whole."""
    antecedent = sentence.antecedents.get(phrase.start)
    if antecedent is not None and antecedent.mention_end >= phrase.end:
        return _Named(antecedent.name, [antecedent.name]) if in_full(antecedent.name) else None
    text = material.parsed.article.text
    said = verbatim(text, sentence.paragraph, phrase.start, phrase.end)
    said = said[:1].lower() + said[1:] if said.startswith(("The ", "A ", "An ")) else said
    named = names_somebody(phrase) or (phrase.role != "subject" and " " in said)
    if not named or not is_clean(said) or not 1 <= len(said.split()) <= LONGEST_ANSWER:
        return None
    if phrase.role == "subject" and not in_full(said):
        return None
    return _Named(said, parts(phrase, text, sentence), phrase)
