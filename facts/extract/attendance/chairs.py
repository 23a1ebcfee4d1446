"""Who chaired, hosted, convened or opened the meeting, who chairs a body, who led a delegation."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.attendance.in_part import FOR_A_PART, has_others, is_for_a_part, is_part
from facts.extract.attendance.own_meeting import EARLY, day_of, means_meeting
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.in_the_chair import is_in_the_chair
from facts.extract.lists import inside, is_role, named_person, stretched, whole_subject
from facts.extract.people.elected import full_name
from facts.folding import fold
from facts.honorifics import HONORIFIC
from facts.parse.clauses import RELATIVE_TAGS, Argument, Clause
from facts.parse.numbers import ORDINAL_WORDS
from facts.parse.phrases import is_body, verbatim
from facts.parse.tree import Token
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, HONORIFICS, MEETING_NOUNS, PERSON_NOUNS, TITLES

ROLES = {
    "chair": "chaired",
    "co-chair": "co-chaired",
    "co-chaire": "co-chaired",
    "co-convene": "convened",
    "co-host": "co-hosted",
    "co-hoste": "co-hosted",
    "co-lead": "co-led",
    "cochair": "co-chaired",
    "convene": "convened",
    "cohost": "co-hosted",
    "host": "hosted",
    "lead": "led",
    "moderate": "moderated",
    "open": "opened",
    "organise": "organised",
    "organize": "organized",
    "preside": "presided over",
}
"""Verbs (lemmas) of those who hold or lead a meeting, as a question asks for them."""
LINKS = frozenset({"link", "phone", "telephone", "video", "videoconference", "zoom"})
"""What somebody attends by who is not in the room."""
OPENING_VERBS = frozenset({"adjourn", "close", "open"})
TOGETHER = frozenset(role for role in ROLES if role.startswith(("co-", "coc", "coh")))
"""Those of which "with" tells who else did."""
ALONE = frozenset({"chair", "co-chair", "co-chaire", "preside"})
"""Those of which nothing but the meeting need be said."""
UNNAMED = PERSON_NOUNS | TITLES | BODY_NOUNS | MEETING_NOUNS | {"first", "force", "prime", "task", "the", "vice"}
"""Words that, alone, name nobody and no body to a stranger."""
_NAME = rf"(?:{HONORIFIC} )?(?:[A-Z][\w.’'-]* ){{1,3}}[A-Z][\w’'-]+"
IN_THE_CHAIR = re.compile(
    rf"(?P<who>{_NAME})(?: \([^()]*\)|, (?:the|an?) [^,.;:()]{{3,60}},|,)? "
    r"(?:(?:(?:was|being) )?in the chair|took the chair(?! of| in \d)|presiding(?! \w)"
    r"|(?:acted|served) as (?:the )?chair(?:man|person|woman)?(?= of the meeting|[,.;]| and ))"
    rf"|\b(?:[Ii]n the chair (?:was|were)|[Tt]he chair was (?:taken|occupied) by) (?P<by>{_NAME})"
)
"""How minutes say who chaired."""
SPEAKING = re.compile(
    r"(?:The )?(?:Acting )?(?:Chair|Chairman|Chairperson|Chairwoman|Convener) \((?P<who>(?:[A-Z][\w.’'-]*\s?){2,4})\):",
    re.IGNORECASE,
)
"""How a transcript names the one in the chair before her or his words."""
ORDERING = re.compile(r"\b(?:call|bring)\w* (?:the|this) [\w ]{0,40}?to order\b")
"""What nobody does but who chairs."""
CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "convener", "convenor"})
DEPUTY = re.compile(r"\b(?:vice|deputy|former|ex|incoming|outgoing|party|honorary)\b", re.IGNORECASE)
"""Whoever is such a chair need not be the one who chaired."""
AGE = re.compile(r",\s*\d{2}$")
"""An age behind a name."""
OWN = re.compile(
    r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[\w -]+,|[a-z-]+(?: [a-z-]+)*) (?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+)$"
)
"""Somebody of theirs by office and name: "its ambassador, Ann Lee", "its ambassador Ann Lee"."""
BY = re.compile(r"(,?) and by ")
"""How a list in the passive goes on."""
NEXT_SIDE = re.compile(
    r",?\s(?:and\s)?(?:the\s(?:[A-Z][\w-]+\s){1,3}(?:one\s|side\s|team\s|delegation\s)?|that\sof\s[^,;]{2,40}?\s"
    r"|[A-Z][\w-]+[’']s?\s(?:[a-z]+\s)?)by\s.*"
)
"""What follows of another side in the passive: "…, the Norlandic one by Bo Ek"."""
OTHER_CHAIR = re.compile(
    r"(?:(?:The|Its) other co-chair|(?:Her|His|Their) (?:fellow )?co-chair) (?:was|is) (?P<who>[A-Z][^.,;:]*)\.?"
    r"|(?P<by>[A-Z][^.,;:]*) was (?:the other|(?:her|his)(?: fellow)?) co-chair\.?"
)
"""How the next sentence tells of the second of two who chaired together."""
ABSENCE = re.compile(
    r",? (?:in (?:the absence|place) of|in (?:her|his|their) absence|instead of|and (?:at|in|under|with))\b.*"
)
"""What follows the name of a deputy, or tells how and where."""
ALONGSIDE = re.compile(r",? (?:(?:along|jointly|together) with|alongside) ")
"""What joins one more who chaired to the first."""
LONGEST_ANSWER = 58
"""Words of the longest phrase that tells who chaired."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who held and who led the article's meeting."""
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if happened(clause):
                yield from _held(material, sentence, clause)
                yield from _body(material, sentence, clause)
                yield from _as_chair(material, sentence, clause)
        yield from _chairmanship(material, sentence)


def _held(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "X chaired the meeting", "the meeting, convened by X", "X presided over the talks"."""
    lemma = clause.verb.lemma_.lower()
    meeting = material.meeting_name
    if lemma not in ROLES or is_habit(clause) or _is_before(clause) or _is_tenure(clause):
        return
    if clause.passive and not by_link(clause):
        thing, who = clause.subject, clause.first("agent")
    else:
        over = (inside(a) for a in clause.all("oblique", "place") if a.preposition in ("at", "over"))
        thing = next(over, None) if lemma == "preside" else clause.first("object")
        who = whole_subject(clause)
    if (
        who is None
        or (lemma in ALONE and is_for_a_part(clause, thing))
        or (thing is not None and is_part(thing, meeting))
    ):
        return
    if thing is not None and clause.kind == "participle" and thing.head.ent_type_ in ("DATE", "TIME", "GPE", "FAC"):
        thing = None  # "met on 3 May, chaired by the mayor"
    partner = beside(clause, thing)
    if partner is not None and thing is not None:
        thing = dataclasses.replace(thing, end=min(thing.end, max(thing.head.i + 1, partner.start - 1)))
    thing, side = _for_side(thing) if thing is not None else (None, None)
    if thing is None:
        own = lemma in ALONE and named_person(who)
    else:
        own = means_meeting(thing, sentence, material) or _is_it(
            thing, sentence, material, as_object=not clause.passive
        )
    answer = ALONGSIDE.sub(" and ", called(who, sentence, material))
    if answer and partner is not None:
        other, noun = called(partner, sentence, material), partner.head
        if noun.tag_ == "NN" and noun.lemma_.lower() in PERSON_NOUNS and noun.i == partner.end - 1:
            return  # "co-chaired it with the mayor", "with her Lunn counterpart": not alone
        joint = ", and" if "," in answer else " and"
        answer = f"{answer}{joint} {other}" if other and other not in answer else answer
    if not own or meeting is None:
        yield from _another(material, sentence, clause, answer)
    elif answer and not is_in(answer, meeting) and not (lemma == "open" and _has_day(clause, meeting)):
        behind = next((inside(a).head for a in clause.all("oblique") if a.preposition == "for"), None)
        side = side or (behind if behind is not None and behind.ent_type_ == "GPE" else None)
        of = f" for {side.doc.span(side.left_edge.i, side.i + 1).text}" if side is not None else ""
        span = sentence_span(sentence)
        if ROLES[lemma] == "co-chaired" and partner is None and " and " not in answer:
            other, last = _told_behind(sentence, material)
            answer, span = (f"{answer} and {other}", (span[0], last)) if other else (answer, span)
        yield Draft(
            "who",
            f"Who {ROLES[lemma]} {meeting}{of}?",
            answer,
            span,
            rule=f"chair.{ROLES[lemma].split()[0]}",
        )


def _told_behind(sentence: Sentence, material: Material) -> tuple[str, int]:
    """The other co-chair, whom the next sentence names, and where that ends; "" for nobody."""
    at = material.sentences.index(sentence) + 1
    behind = material.sentences[at] if at < len(material.sentences) else None
    told = OTHER_CHAIR.fullmatch(" ".join(behind.span.text.split())) if behind is not None else None
    if behind is None or told is None or len(behind.people) != 1:
        return "", 0
    return told["who"] or told["by"], sentence_span(behind)[1]


def by_link(clause: Clause) -> bool:
    """Whether a clause that looks like the passive tells how somebody was there: "Ann Lee attended by video link"."""
    agent = clause.first("agent") if clause.passive else None
    helped = any(c.dep_ in ("aux", "auxpass") for c in clause.verb.children)
    return agent is not None and not helped and agent.head.folded in LINKS


def beside(clause: Clause, thing: Argument | None) -> Argument | None:
    """With whom a clause says that somebody chaired, "jointly with" or, of a co-chair, "with"; None where it does not.

    Who is only told beside it ("with Ann Lee taking the minutes") is none of them.
    """
    doc, verb = clause.verb.doc, clause.verb
    roots = {verb.i, *((thing.head.i,) if thing is not None else ())}
    for link in doc[verb.i + 1 : verb.sent.end]:
        phrase = next((c for c in link.children if c.dep_ == "pobj"), None)
        if phrase is None or link.lower_ not in ("with", "alongside"):
            continue
        jointly = link.lower_ == "alongside" or doc[link.i - 1].lower_ in ("along", "jointly", "together")
        near = {link.head.i, link.head.head.i} & roots
        found = Argument("oblique", phrase, phrase.left_edge.i, phrase.right_edge.i + 1)
        if near and (jointly or verb.lemma_.lower() in TOGETHER) and not is_in_the_chair(found):
            return found
    return None


def _has_day(clause: Clause, meeting: str) -> bool:
    """Whether a clause has a day of its own where the meeting has one: it may have begun days before."""
    times = any(t.ent_type_ == "DATE" for c in clause.verb.children if c.i > clause.verb.i for t in c.subtree)
    return times and re.search(r"\b\d{1,2} [A-Z]\w+ \d{4}", meeting) is not None


def _is_it(thing: Argument, sentence: Sentence, material: Material, *, as_object: bool) -> bool:
    """Whether "it" is the article's meeting: what is chaired, right behind a sentence of which that is the subject.

    With `as_object`, behind one that names the meeting: "The board met in Tarn. Ada Wren chaired it".
    """
    at = material.sentences.index(sentence)
    if thing.head.lower_ != "it" or at == 0:
        return False
    before, named = material.sentences[at - 1], material.found_meeting.named
    if as_object:
        return named is not None and named.sentence == before.span
    return any(c.subject is not None and means_meeting(c.subject, before, material) for c in before.clauses)


def _as_chair(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Chair Ana Ruiz opened the meeting", "Bo Lind called the meeting to order": they chaired it."""
    subject, thing = clause.subject, clause.first("object")
    lemma = clause.verb.lemma_.lower()
    if subject is None or thing is None or clause.passive or material.meeting_name is None:
        return
    doc = subject.head.doc
    words = doc[subject.start : subject.end]
    titled = any(t.folded in CHAIRS for t in words) and DEPUTY.search(doc.span(subject.start, subject.end).text) is None
    ordered = lemma in ("bring", "call") and ORDERING.search(sentence.span.text) is not None
    named = [p for p in sentence.people if subject.start <= p.start < subject.end]
    if not (ordered or (titled and lemma in OPENING_VERBS)) or len(named) != 1 or has_others(sentence, material):
        return
    if means_meeting(thing, sentence, material):
        question = f"Who chaired {material.meeting_name}?"
        answer = full_name(named[0], sentence)
        yield Draft("who", question, answer, sentence_span(sentence), rule="chair.chaired")


def _another(material: Material, sentence: Sentence, clause: Clause, answer: str) -> Iterator[Draft]:
    """ "X chaired a meeting with state legislators": of a meeting that only its own sentence tells of."""
    words, thing = sentence.words_of(clause), clause.first("object")
    if words is None or thing is None or clause.passive or not answer or thing.head.lemma_ not in GATHERING_NOUNS:
        return
    question = words.ask_subject("Who") if thing.end - thing.start > 2 else None
    if question is None or sentence not in material.sentences[:EARLY] or clause.verb.dep_ != "ROOT":
        return
    if not re.search(r"\d{4}", question):
        day = day_of(material)
        question = f"{question[:-1]} on {day}?" if day is not None else None
    if question is not None:
        yield Draft("who", question, answer, sentence_span(sentence), rule="chair.another")


def _chairmanship(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "The council met under the chairmanship of X", "with X in the chair"."""
    if not material.meeting_name:
        return
    spoken = SPEAKING.match(sentence.span.text)
    for match in (spoken,) if spoken is not None else IN_THE_CHAIR.finditer(sentence.span.text):
        if FOR_A_PART.match(sentence.span.text, match.end()):
            continue
        question = f"Who chaired {material.meeting_name}?"
        who = match["who"] or match["by"].rstrip(".")
        yield Draft("who", question, who, sentence_span(sentence), rule="chair.chairmanship")
    for token in sentence.span:
        under = token.lower_ in ("chairmanship", "co-chairmanship") and token.head.lower_ in ("under", "with")
        of = next((c for c in token.children if c.lower_ == "of"), None) if under else None
        head = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if head is not None:
            who = Argument("oblique", head, head.left_edge.i, head.right_edge.i + 1)
            answer = ALONGSIDE.sub(" and ", called(who, sentence, material))
            verb = "co-chaired" if token.lower_.startswith("co") else "chaired"
            if answer:
                question = f"Who {verb} {material.meeting_name}?"
                yield Draft("who", question, answer, sentence_span(sentence), rule=f"chair.{verb}")


def _body(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Harbour Task Force is chaired by X": who chairs a body that is named."""
    agent, subject = clause.first("agent"), clause.subject
    present = any(c.lower_ in ("is", "are") for c in clause.verb.children if c.dep_ == "auxpass")
    if clause.verb.lemma_ not in ("chair", "co-chair", "head") or agent is None or subject is None or not present:
        return
    words = sentence.words_of(clause)
    if words is None or not is_body(subject.head) or not in_full(words.subject):
        return
    answer = called(agent, sentence, material)
    if any(w in ORDINAL_WORDS for w in fold(words.subject).split()):
        return
    if answer and (not answer.lower().startswith(("a ", "the ")) or in_full(answer.split(" ", 1)[-1])):
        question = f"Who {clause.verb.lemma_}s {words.subject}?"
        yield Draft("who", question, answer, sentence_span(sentence), rule="chair.body")


def is_habit(clause: Clause) -> bool:
    """Whether a clause in the present tells how it is as a rule: "the council is chaired by the mayor"."""
    outer = clause.chain[0]
    helpers = [c for c in outer.children if c.dep_ in ("aux", "auxpass")]
    return any(t.tag_ in ("VBZ", "VBP") for t in (helpers or [outer])[:1])


def called(who: Argument, sentence: Sentence, material: Material) -> str:
    """What an answer calls the people or bodies of a phrase; "" where it does not name them."""
    antecedent = sentence.antecedents.get(who.start)
    if who.head.pos_ == "PRON":
        return antecedent.name if antecedent is not None and not antecedent.name.lower().startswith("the ") else ""
    if antecedent is not None and antecedent.mention_end >= who.end:
        return antecedent.name
    who = cut(_with_name(stretched(_with_origin(who)), sentence))
    if not names_somebody(who):
        return ""
    if who.head.doc[who.start].tag_ in RELATIVE_TAGS:
        return ""
    answer = ABSENCE.sub("", verbatim(material.parsed.article.text, sentence.paragraph, who.start, who.end))
    answer = OWN.sub(r"\g<name>", answer)
    answer = NEXT_SIDE.sub("", BY.sub(r"\1 and ", AGE.sub("", answer)))
    answer = answer[:1].lower() + answer[1:] if answer.startswith(("The ", "A ", "An ")) else answer
    return answer if len(answer.split()) <= LONGEST_ANSWER else ""


def _for_side(thing: Argument) -> tuple[Argument, Token | None]:
    """A meeting, and the state for which somebody chaired it: "the meeting for Norland"."""
    link = next((c for c in thing.head.children if c.lower_ == "for" and c.i < thing.end), None)
    side = next((c for c in link.children if c.ent_type_ == "GPE"), None) if link is not None else None
    return (thing, None) if link is None or side is None else (dataclasses.replace(thing, end=link.i), side)


def _is_before(clause: Clause) -> bool:
    """Whether a clause tells what had been before: "Ann Lee, who had led the council since 2015"."""
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.chain[0].children)


def _is_tenure(clause: Clause) -> bool:
    """Whether a clause tells of years in office: "Ann Lee, who led the league for twelve years"."""
    long = (t for c in clause.verb.children if c.lower_ in ("during", "for", "since") for t in c.subtree)
    return any(t.lemma_.lower() in ("decade", "term", "year") and t.ent_type_ == "DATE" for t in long)


def _with_origin(who: Argument) -> Argument:
    """People with where they are from, which the parser may have attached to the verb: "leaders from nine ports"."""
    doc, end = who.head.doc, who.end
    if (
        end >= len(doc)
        or doc[end].lower_ not in ("from", "of")
        or doc[end].right_edge.i <= end
        or who.head.tag_ != "NNS"
    ):
        return who
    return dataclasses.replace(who, end=doc[end].right_edge.i + 1)


def _with_name(who: Argument, sentence: Sentence) -> Argument:
    """A phrase that ends in a role with the name behind it: "the trade minister, Sir Bo Ek"."""
    last = who.head.doc[who.end - 1]
    for person in sentence.people if is_role(last) else ():
        between = who.head.doc[who.end : person.start]
        if 0 < len(between) < 4 and between[0].text == ",":
            return dataclasses.replace(who, end=person.end)
    return who


def names_somebody(phrase: Argument) -> bool:
    """Whether a phrase has a name in it, and not only titles."""
    return any(t.pos_ == "PROPN" and not is_role(t) for t in phrase.head.doc[phrase.start : phrase.end])


def cut(phrase: Argument) -> Argument:
    """A phrase without the clause at its end: "leaders of five unions" for "leaders of five unions to discuss pay"."""
    doc = phrase.head.doc
    last = phrase.end - (doc[phrase.end - 1].text == '"')
    for token in doc[phrase.head.i + 1 : phrase.end]:
        clause = token.dep_ in ("relcl", "acl", "advcl") and token.right_edge.i + 1 >= last
        end = token.left_edge.i
        adds = token.dep_ == "advcl" or doc[end - 1].text in (",", "–", "—") or _is_aim(token)
        if clause and adds and end > phrase.head.i + 1:
            return dataclasses.replace(phrase, end=end - (doc[end - 1].text == ","))
    return phrase


def _is_aim(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to": what somebody came for."""
    return any(c.tag_ == "TO" for c in verb.children)


def in_full(subject: str) -> bool:
    """Whether the words for somebody name them to a stranger: "the White House", not "the President"."""
    words = [re.sub(r"['’]s?$|,$", "", w) for w in subject.split()]
    return any(w[:1].isupper() and fold(w) not in UNNAMED for w in words)


def is_in(answer: str, meeting: str) -> bool:
    """Whether a meeting's name has the answer's own name in it already, and not only that of its bearer's place."""
    names = [w for w in fold(answer).partition(",")[0].split() if w not in HONORIFICS | PERSON_NOUNS | {"the", "of"}]
    return bool(names) and names[-1] in re.findall(r"[\w'-]+", fold(meeting).replace("'s", ""))
