"""Coreference: mentions ("he", "it", "the ministry", "the meeting") → their antecedents, where the text makes it clear.

Rules in the spirit of deterministic sieves (Raghunathan et al. 2010): names by their words, definite nouns by their
head, pronouns by the subject that was spoken of last. A mention that no rule is sure of is left as it is.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from facts.folding import fold
from facts.months import MONTH_NUMBERS, MONTHS
from facts.parse import genders, rivals
from facts.parse.discourse_entity import DiscourseEntity
from facts.parse.genders import HE, SHE
from facts.parse.given_names import given_names
from facts.parse.name_words import is_month, is_ordinary, title_of
from facts.parse.names import Person, same_person
from facts.parse.parser import ArticleParse, Paragraph
from facts.parse.phrases import Antecedent, compact, is_body, is_person, is_plural, lowered, possessive
from facts.parse.predicates import AUXILIARIES
from facts.parse.sentences import SentenceParse
from facts.parse.subjects import may_be_of_another, may_be_own
from facts.parse.tree import Span, Token
from facts.parse.words import PERSON_NOUNS, ROLE_NOUNS, SAY_VERBS, SUBSTANCES

IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "themselves"})
PERSONAL = HE | SHE
PRONOUNS = PERSONAL | IT | THEY
FIRST = frozenset({"i", "me", "my", "myself"})
HONOUR = frozenset({"excellency", "highness", "honor", "honour", "majesty"})
POSSESSIVE = frozenset({"his", "her", "its", "their"})
SUBJECT_LABELS = frozenset({"nsubj", "nsubjpass"})
BODY = re.compile(
    r"(?P<name>the (?:[A-Z][^\s]* (?:of |on |for |and |the )*)+(?P<noun>Agency|Alliance|Assembly|Association|"
    r"Authority|Bank|Board|Cabinet|Club|Coalition|Commission|Committee|Confederation|Congress|Council|Court|Federation|"
    r"Force|Foundation|Group|House|League|Ministry|Network|Parliament|Senate|Society|Synod|Trust|Union|University))\b"
)
"""The body that a meeting is of, by its name: "the Tarn Harbour Board" of "the Tarn Harbour Board meeting"."""
OCCASION = re.compile(
    r"^the (?:[\w’'-]+ ){0,3}(?:assembly|conference|congress|convention|forum|meeting|session|summit) of (?=the )",
    re.IGNORECASE,
)
"""Which meeting of a body a name is, before that body: "the Seventh Summit of the Tarn Council"."""
BEHIND_A_DAY = re.compile(r".*\b(?:19|20)\d\d (?=the [A-Z])", re.IGNORECASE)
"""What the parser took into a name from before it: "20 May 2024 the Tarn Council"."""
ON_A_DAY = re.compile(rf" (?:in|on) (?:(?:{'|'.join(MONTHS)}|\w+day)\b|\d).*", re.IGNORECASE)
"""What no body is called by, though it stands behind its name: "the Tarn Council on Monday"."""
SIGNATORIES = PERSON_NOUNS | ROLE_NOUNS | {"head", "participant"}
"""Nouns for one of those who speak in a communiqué."""
OPENING = 4
"""Sentences in which a communiqué says who speaks."""
LONGEST_NAME = 12
"""Words of the longest name that a pronoun is replaced by."""
GOING_ON = frozenset({"continue", "extend", "resume"})
"""Verbs of what goes on after a meeting: "they agreed to continue the conversation"."""
REACH = 2
"""How many sentences back a pronoun may point."""


class Discourse:
    """The entities that an article has mentioned so far; one pass over its sentences finds what mentions stand for."""

    def __init__(self, meeting: str | None) -> None:
        """Begin an article; `meeting` is what "the meeting" stands for in it."""
        self.meeting = meeting
        self.names: list[list[str]] = []
        self.genders: dict[str, str] = {}
        self.bodies: dict[str, str] = {}
        self.shared: set[str] = set()
        self.called: dict[str, str] = {}
        self.holders: dict[str, set[str]] = {}
        body = BODY.match(OCCASION.sub("", meeting or ""))
        if body is not None:
            self.bodies[fold(body["noun"])] = body["name"]
        self.entities: list[DiscourseEntity] = []
        self.sentence = 0
        self.speaker: str | None = None
        self.signatories: str | None = None

    def read(self, paragraph: Paragraph, sentences: Sequence[SentenceParse]) -> dict[int, Antecedent]:
        """The antecedents of a paragraph's mentions; the sentences are the paragraph's."""
        antecedents: dict[int, Antecedent] = {}
        for sentence in sentences:
            if not paragraph.heading and (not paragraph.bullet or _is_whole(sentence.span)):
                self._sentence(sentence.span, sentence.people, antecedents)
            self.sentence += 1
        return antecedents

    def _sentence(self, sentence: Span, people: Sequence[Person], antecedents: dict[int, Antecedent]) -> None:
        people_here = {i: p for p in people for i in range(p.start, p.end)}
        for token in sentence:
            person = people_here.get(token.i) or self._surname(token, sentence)
            if person and token.i == person.end - 1:
                self._name(person, token, antecedents)
            elif token.lower_ in PRONOUNS and token.pos_ == "PRON":
                self._pronoun(token, antecedents)
            elif token.lower_ == "we" and token.dep_ == "nsubj":
                self._we(token, antecedents)
            elif token.pos_ in ("NOUN", "PROPN") and not person and token.dep_ != "compound":
                self._noun(token, sentence, antecedents)
        self._speaker(sentence, antecedents)

    def _we(self, token: Token, antecedents: dict[int, Antecedent]) -> None:
        """Let "we" outside of direct speech stand for those whom a communiqué opens with: "We, the ministers of …"."""
        if sum(t.text == '"' for t in token.doc[: token.i]) % 2:
            return
        behind = [c for c in token.children if c.dep_ in ("appos", "conj")] if token.nbor(1).text == "," else []
        end = token.i + 1
        if behind and self.sentence < OPENING:
            first, end = behind[0].left_edge, behind[0].right_edge.i + 1
            end -= token.doc[end - 1].text == ","
            name = lowered(compact(behind[0], first.i, end, antecedents), first)
            one = behind[0].folded.removesuffix("s")
            known = one != behind[0].folded and one in SIGNATORIES and len(name.split()) <= LONGEST_NAME
            self.signatories = name if known else None
        if self.signatories is not None:
            antecedents[token.i] = Antecedent(end, self.signatories)

    def _speaker(self, sentence: Span, antecedents: dict[int, Antecedent]) -> None:
        """Let "I" in direct speech stand for whoever speaks in the sentence, or spoke in the one before."""
        quoted, inside = [], False
        for token in sentence:
            inside = inside != (token.text == '"')
            if inside and token.tag_ in ("PRP", "PRP$") and token.lower_ in FIRST:
                quoted.append(token)
            elif not inside and token.dep_ in SUBJECT_LABELS and token.head.lemma_.lower() in SAY_VERBS:
                if token.i in antecedents:
                    self.speaker = antecedents[token.i].name
                elif token.ent_type_ == "PERSON" or is_person(token):
                    start = next((i for i in antecedents if i <= token.i < antecedents[i].mention_end), None)
                    found = [s for s in self.entities if s.sentence == self.sentence and s.person and not s.plural]
                    own = [s for s in found if token.folded in fold(s.name).split()] or found
                    self.speaker = antecedents[start].name if start is not None else own[-1].name if own else None
        for token in quoted if self.speaker else ():
            ending = "'s" if token.lower_ == "my" else ""
            antecedents[token.i] = Antecedent(token.i + 1, f"{self.speaker}{ending}")

    def _surname(self, token: Token, sentence: Span) -> Person | None:
        """The last name of somebody already named, where the recogniser did not see a person."""
        if token.pos_ != "PROPN" or token.dep_ == "compound":
            return None
        if token.ent_type_ in ("GPE", "LOC") and is_ordinary(token):
            return None
        if is_month(token) or (token.i > sentence.start and token.nbor(-1).folded in given_names()):
            return None  # "in March", and "Jane March" is not the Sten March named before
        last = token.folded
        if len(last) > 2 and any(fold(n[-1]) == last for n in self.names if len(n) > 1):
            return Person(token.i, token.i + 1, token.text)
        return None

    def _name(self, person: Person, last: Token, antecedents: dict[int, Antecedent]) -> None:
        words = [w for w in person.name.split() if w != "."]
        folded = [fold(w) for w in words]
        # A last name alone is of whoever was named first of those who share it: the others are named in full.
        named = self.names if len(words) == 1 else reversed(self.names)
        known = next((n for n in named if same_person(folded, [fold(w) for w in n])), None)
        if known is None:
            known = words
            self.names.append(known)
        full = " ".join(known)
        if len(words) < len(known):
            antecedents[person.start] = Antecedent(person.end, full)
        head = last if last.head.i < person.start or last.head.i >= person.end else last.head
        top = head
        while top.dep_ in ("appos", "conj", "compound") and top.head.i != top.i:
            top = top.head
        gender = None
        before = person.start - 1
        if before >= 0:
            title = title_of(last.doc[before] if last.doc[before].text != "." else last.doc[max(0, before - 1)])
            gender = genders.of_title(title)
        if gender:
            self.genders[full] = gender
        self._holder(person, last, full)
        subject = top.dep_ in SUBJECT_LABELS
        self.entities.append(DiscourseEntity(full, self.sentence, subject=subject, person=True, named=True))
        if subject and top.conjuncts and last.i >= max(c.i for c in top.conjuncts):
            end = min(top.right_edge.i + 1, top.head.i) if top.head.i > top.i else top.right_edge.i + 1
            name = compact(top, top.left_edge.i, end, {})
            self.entities.append(DiscourseEntity(name, self.sentence, subject=True, person=True, plural=True))

    def _holder(self, person: Person, last: Token, name: str) -> None:
        """Keep who bears a title, so that "the President" may stand for President Biden."""
        doc, start = last.doc, person.start
        while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].dep_ == "compound":
            start -= 1
        title = doc.span(start, person.start)
        if title and title[-1].lemma_.lower() in ROLE_NOUNS:
            key = " ".join(t.folded for t in title)
            known = self.holders.setdefault(key, set())
            known.add(f"{title.text} {name}")

    def _noun(self, token: Token, sentence: Span, antecedents: dict[int, Antecedent]) -> None:
        start, end = token.left_edge.i, token.right_edge.i + 1
        if token.dep_ in SUBJECT_LABELS and token.head.i > token.i:
            begun = (c.i for c in token.head.children if c.dep_ in AUXILIARIES and c.i > token.i)
            end = min(end, token.head.i, *begun)
        determiner = next(
            (
                c
                for c in token.children
                if c.dep_ in ("det", "poss") and c.lower_ in ("the", "this", "that", "these", "both")
            ),
            None,
        )
        others = [c for c in token.children if c.dep_ not in ("det", "punct", "relcl", "cc", "conj", "appos", "case")]
        lemma = token.lemma_.lower()
        todays = len(others) == 1 and others[0].dep_ == "poss" and others[0].lower_ in ("today", "yesterday")
        if todays and self.meeting and rivals.is_called(self.meeting, lemma):
            antecedents[start] = Antecedent(token.i + 1, self.meeting)
            self._mention(token, self.meeting)
            return
        if (
            determiner is not None
            and all(map(rivals.tells_no_other, others))
            and self.meeting
            and rivals.is_called(self.meeting, lemma)
            and determiner.lower_ in ("the", "this")
            and not (token.dep_ == "dobj" and token.head.lemma_.lower() in GOING_ON)
        ):
            antecedents[determiner.i] = Antecedent(token.i + 1, self.meeting)
            self._mention(token, self.meeting)
            return
        if determiner is not None and determiner.lower_ == "the" and lemma in ROLE_NOUNS and token.tag_ != "NNS":
            key = " ".join(t.folded for t in token.doc.span(determiner.i + 1, token.i + 1))
            held = self.holders.get(key, set())
            if len(held) == 1 and all(c.dep_ == "compound" for c in others):
                antecedents[determiner.i] = Antecedent(token.i + 1, next(iter(held)))
                self._mention(token, next(iter(held)))
                return
        bare = [c for c in others if c.dep_ != "compound" or c.right_edge.i < c.i]
        phrase = token.doc.span(determiner.i if determiner else start, token.i + 1)
        key = " ".join(t.folded for t in phrase if determiner is None or t.i != determiner.i)
        if (
            determiner is not None
            and not [c for c in bare if c.dep_ != "compound"]
            and key in self.bodies
            and key not in self.shared
            and token.tag_ != "NNS"
            and not rivals.may_be_another(self.called.get(key), self.bodies[key])
        ):
            name = self.bodies[key]
            if fold(name) != fold(phrase.text) and not fold(name).endswith("'s"):
                antecedents[determiner.i] = Antecedent(token.i + 1, name)
            self._mention(token, name)
            return
        placed = token.ent_type_ == "GPE" and token.doc.span(token.i + 1, token.i + 2).text in ("for", "in", "on", "to")
        if placed or any(c.dep_ == "case" for c in token.children):
            end = token.i + 1  # "partnerships with the United States in trade"
        self.called.update(dict.fromkeys(rivals.called(token), rivals.name_of(token)))
        name = compact(token, start, end, antecedents)
        name = lowered(name, token.doc[start]) if start not in antecedents else name
        name = BEHIND_A_DAY.sub("", ON_A_DAY.sub("", name)) if is_body(token) else name
        self._remember(token, name, start)
        self._mention(token, name)

    def _remember(self, token: Token, name: str, start: int) -> None:
        """Keep a longer name under the shorter ones that it may be called by later."""
        definite = next((c for c in token.children if c.dep_ == "det" and c.lower_ == "the"), None)
        proper = (token.pos_ == "PROPN" or is_body(token)) and token.lower_ not in MONTH_NUMBERS.keys() | SUBSTANCES
        modifiers = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod", "prep", "poss")]
        several = any(c.dep_ == "conj" for c in token.children)
        if not (modifiers and proper) or is_person(token) or several:
            return
        text = (
            name if name.lower().startswith("the ") or (definite is None and token.pos_ != "PROPN") else f"the {name}"
        )
        if len(text.split()) > 12:
            return
        text = text.replace('"', "") if text.count('"') % 2 else text
        compound = [c for c in token.children if c.dep_ == "compound" and c.i == token.i - 1]
        keys = [token.folded]
        if compound:
            keys.append(f"{compound[0].folded} {token.folded}")
        text = "the " + text[4:] if text.lower().startswith("the ") else text
        for key in keys:
            known = self.bodies.get(key, "")
            if known and fold(known) not in fold(text) and fold(text) not in fold(known):
                self.shared.add(key)
            elif len(known) < len(text):
                self.bodies[key] = text

    def _mention(self, token: Token, name: str) -> None:
        named = token.dep_ == "appos" or any(c.dep_ == "appos" for c in token.children)
        if name.split()[-1:] and name.split()[-1].lower() in PRONOUNS:
            return
        if name and not (is_person(token) and named and not is_plural(token)):
            subject = token.dep_ in SUBJECT_LABELS and token.head.dep_ in ("ROOT", "ccomp", "conj", "advcl")
            self.entities.append(
                DiscourseEntity(
                    name,
                    self.sentence,
                    subject=subject,
                    object=token.dep_ in ("dobj", "nsubjpass"),
                    person=is_person(token),
                    # "The mayor and the clerk": whoever the mayor is by name is not the two.
                    plural=is_plural(token) and (token.tag_ in ("NNS", "NNPS") or " and " in name),
                    body=is_body(token),
                )
            )

    def _pronoun(self, token: Token, antecedents: dict[int, Antecedent]) -> None:
        word = token.lower_
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        if (
            following.lower_ in HONOUR
            or (word in IT and following.lower_ in ("takes", "took") and token.doc[token.i - 1].lower_ == "as")
            or (word == "it" and token.dep_ not in SUBJECT_LABELS)
        ):
            return
        if word in IT and (
            token.dep_ == "expl"
            or (any(c.dep_ in ("ccomp", "acomp") for c in token.head.children) and token.head.lemma_ == "be")
            or (token.dep_ == "nsubjpass" and any(c.dep_ in ("ccomp", "xcomp") for c in token.head.children))
        ):
            return
        found = self._antecedent(word, token)
        if found is not None and found.body and word == "it" and self._is_told_as_event(token):
            return
        if found is None or self._own_subject(token, found):
            return
        if word == "its" and may_be_of_another(token, found.name):
            return
        if word in PERSONAL:
            self.genders.setdefault(found.name, "f" if word in SHE else "m")
        name = found.name
        if word in POSSESSIVE and (token.dep_ == "poss" or token.tag_ == "PRP$"):
            name = possessive(name)
        if len(name.split()) <= LONGEST_NAME:
            antecedents[token.i] = Antecedent(token.i + 1, name)
        if token.dep_ in SUBJECT_LABELS:
            self.entities.append(dataclasses.replace(found, sentence=self.sentence, subject=True))

    def _is_told_as_event(self, token: Token) -> bool:
        """Whether "it" is said to be something that happened ("It is the first increase"), which no body is."""
        said = next((c for c in token.head.children if c.dep_ == "attr"), None)
        return token.head.lemma_ == "be" and said is not None and said.pos_ == "NOUN" and not is_body(said)

    def _own_subject(self, token: Token, found: DiscourseEntity) -> bool:
        """Whether a pronoun stands for its own clause's subject, where naming that again would say something else."""
        if token.dep_ in SUBJECT_LABELS:
            return False
        verb = token.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        while (
            verb.dep_ in ("conj", "xcomp")
            and not any(c.dep_ in SUBJECT_LABELS for c in verb.children)
            and verb.head != verb
        ):
            verb = verb.head
        subject = next((c for c in verb.children if c.dep_ in SUBJECT_LABELS), None)
        if subject is not None and subject.i < token.i and fold(subject.text) in fold(found.name):
            return True
        return token.lower_ in POSSESSIVE and may_be_own(token, verb)

    def _antecedent(self, word: str, token: Token) -> DiscourseEntity | None:
        """What a pronoun stands for: the only one that fits in the nearest sentence in which any does."""
        fits = [s for s in self.entities if self.sentence - s.sentence <= REACH and self._agrees(word, s)]
        opens = not any(t.dep_ in SUBJECT_LABELS for t in token.sent if t.i < token.i)
        if word not in PERSONAL:
            fits = [s for s in fits if s.subject]
        passed_over = False
        for sentence in range(self.sentence - opens, self.sentence - REACH - 1, -1):
            near = {s.name: s for s in fits if s.sentence == sentence}
            if len(near) > 1:
                return None
            for found in near.values():
                gender = genders.told(found.name, self.genders)
                if genders.agrees(word, gender):
                    return None if passed_over and gender is None else found
                passed_over = True
        return None

    def _agrees(self, word: str, entity: DiscourseEntity) -> bool:
        if word in PERSONAL:
            return entity.named and not entity.plural and genders.agrees(word, self.genders.get(entity.name))
        if word in IT:
            return (entity.body or entity.name == self.meeting) and not entity.person and not entity.plural
        return entity.plural and (entity.person or entity.body)


def _is_whole(sentence: Span) -> bool:
    """Whether a sentence has a subject and a verb, as those of numbered paragraphs do and items of lists don't."""
    root = sentence.root
    return root.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECT_LABELS and c.i < root.i for c in root.children)


def resolve(
    parsed: ArticleParse, sentences: Sequence[SentenceParse], meeting: str | None
) -> tuple[dict[int, Antecedent], ...]:
    """The antecedents of each paragraph's mentions. `meeting` is what "the meeting" is to be called."""
    discourse = Discourse(meeting)
    own: dict[int, list[SentenceParse]] = {id(paragraph): [] for paragraph in parsed.paragraphs}
    for sentence in sentences:
        own[id(sentence.paragraph)].append(sentence)
    return tuple(discourse.read(paragraph, own[id(paragraph)]) for paragraph in parsed.paragraphs)
