"""What a sentence tells of the deed that a yes/no question asks about.

It is so where one clause tells that deed (its verb, or one that means the same) of whom it is asked of, with all names
and numbers that are asked with it, and neither denies it nor leaves it open. It is not so where such a clause denies
it, or tells another number of the same thing. Where it makes an exception of those asked about, it is the other way
round: it alone, or all but it. Whoever is listed was there, or away. Where the same is told of somebody else, it is
another's: no "yes" rests on that; where it is told of another day or place, it is elsewhere: a "no" may. Where a number
is asked with it that neither the sentence nor its heading has, it is uncounted: no "yes" or "no" rests on that, nor on
what is only said (see `vouched`); on what is disowned no "yes". Of all else words decide nothing.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from bot.index import Index
from bot.matching.attribution import denied_by
from bot.matching.deeds_told import FORMS, HAS, Deed, Words, being_held, deed_asked, deeds
from bot.matching.elsewhere import is_elsewhere, places_of
from bot.matching.evidence import Sentence
from bot.matching.otherwise.deeds import deeds_of
from bot.matching.otherwise.no_answer import EXCEPTION
from bot.matching.query_terms import QueryTerm
from bot.matching.vouched import unvouched
from bot.matching.yes_no.another_such import is_of_another_such
from bot.matching.yes_no.attendance import tells_only_who_was_away
from bot.matching.yes_no.by_noun import with_those_denied_by_noun
from bot.matching.yes_no.contraries import THROUGH, as_asked, tells_of_more_than_one_time
from bot.matching.yes_no.counts import Count, counts_in, goes_the_other_way, ways_of
from bot.matching.yes_no.exceptions import asks_if_any, makes_exception, taken_out
from bot.matching.yes_no.excused import excused
from bot.matching.yes_no.held import BELOW_TERMS, HELD
from bot.matching.yes_no.left_to_say import left_to_say
from bot.matching.yes_no.open_to import opened
from bot.matching.yes_no.own_body import is_done_by_it, without_own_body
from bot.matching.yes_no.roll import came_by_lists
from bot.question import Question, lexicon
from bot.question.cues import BE, DETERMINERS, EVENT_TERMS, MEETING_TERMS, WH
from bot.question.named_dates import named
from bot.question.reading import without_lead_in
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms

Told = Literal[
    "so", "not so", "it alone", "all but it", "there", "away", "another's", "elsewhere", "uncounted", "disowned",
    "only said", "another thing's",
]  # fmt: skip
DECIDED: Final[Mapping[Told | None, Literal["Yes", "No"]]] = {
    "so": "Yes", "it alone": "Yes", "there": "Yes", "not so": "No", "all but it": "No", "away": "No",
}  # fmt: skip
"""What is answered where words tell so much."""
UNLESS_READ_OTHERWISE: Final = frozenset(("it alone", "all but it", "there", "away"))
"""What is not told where the reader is sure of the other: how far an exception or a list reaches, words do not say."""
_Part = Literal["all", "another number", "lacking"]

SAME: Final = 0.7
"""How well a word must stand for another (0–1) to say the same."""
_STANDS_FOR: Final = frozenset("he she it they him her them this these those we i".split())
_WILL: Final = frozenset("will wo shall".split())
_CAN: Final = frozenset("can could ca".split())
_MAY: Final = _CAN | frozenset("would should may might must".split())
_NOW: Final = _WILL | frozenset("do does is are".split())
"""Words by which a question asks what is, or is to be."""
_PRECISELY: Final = frozenset("all alone any both each every ever exactly first last least more most only or".split())
"""Words that must stand in a sentence that tells the same."""
_FROM: Final = "from"
"""Before a number: what something was, and is no more."""
_NEAR: Final = 2
"""How many words a word may stand before the one that it describes: "the *roof* repair motion"."""

_ROOT: Final = 4
"""How many letters a title has in common with those of its family."""


def told(question: Question, asked: Sequence[QueryTerm], sentence: Sentence, index: Index) -> Told | None:
    """What a sentence tells of the deed that a yes/no question asks about; None where words decide nothing.

    `asked` are the words of the question with what they may mean.
    """
    if (away_for := excused(question, asked, sentence.text, SAME)) == "so":
        return away_for
    if (there := came_by_lists(question, sentence, index)) is not None:
        return "there" if there else "not so" if tells_only_who_was_away(sentence.text) else "away"
    if away_for is not None:
        return away_for
    if (found := unvouched(question, sentence.text)) is not None:
        nameless = found.by_verb and denied_by(question, sentence.text) is None
        return "only said" if nameless else found.how
    if is_of_another_such(question, asked, index.sentences(sentence.article), sentence.place, sentence.passage.heading):
        return "another thing's"
    for told_of in (opened, left_to_say):
        if (said_so := told_of(question, asked, sentence.text, SAME)) is not None:
            return said_so
    listed = without_lead_in(list(question.tokens))[1]
    _, dated = named(listed)
    words = tuple(word for at, word in enumerate(listed) if at not in dated)
    precisely = {word.surface for word in words} & _PRECISELY - ({"all"} if "at all" in question.plain else set())
    if asks_if_any(question) and EXCEPTION.search(sentence.text):
        precisely -= {"any"}
    if not precisely <= {word.surface for word in sentence.tokens}:
        return None
    if _is_of_lower_office(words, sentence.tokens):
        return "another's"
    said = _said(words, question, asked, sentence, index)
    if said in (None, "another's"):
        said = _by_contrary(words, question, asked, sentence, index) or said
    if said is None and goes_the_other_way(words, sentence.tokens):
        said = "another's"
    if said in (None, "another's") and _has_no_such_number(words, asked, sentence):
        return "uncounted"
    if said in ("not so", "it alone", "all but it", "there", "away", "another's", "elsewhere") or not is_elsewhere(
        question, sentence, index
    ):
        return said
    places = frozenset(places_of(words, index.contexts[sentence.article].capitals))
    anywhere = tuple(word for word in asked if word.word.term not in places)
    told_where = bool(question.analysis.dates) or any(places_of(sentence.tokens, frozenset()))
    return "elsewhere" if told_where and _said(words, question, anywhere, sentence, index) == "so" else None


def _said(
    words: Words, question: Question, asked: Sequence[QueryTerm], sentence: Sentence, index: Index
) -> Told | None:
    """What a sentence tells of the deed that the words of a question ask about, wherever and whenever it is."""
    comparison = _Comparison(question, asked, sentence, index)
    done = tuple(with_those_denied_by_noun(deeds(sentence.text), sentence.text))
    for least in (1.0, SAME):
        places = [(_verb_asked(words, each.verb, asked, least), each) for each in done]
        first = min((at for at, _ in places if at is not None), default=None)
        same = [(deed_asked(words, at), each) for at, each in places if at is not None and at == first]
        said = {comparison.said(mine, its) for mine, its in same}
        if decided := said & DECIDED.keys():
            gainsaid = "so" in decided and any(comparison.is_also_denied(mine, its) for mine, its in same)
            return decided.pop() if len(decided) == 1 and not gainsaid else None
        if said == {None} and least == 1.0:
            continue  # what was only urged may be told as done by another verb
        if said:
            return None if len(said) > 1 or (least < 1.0 and said == {"another's"}) else said.pop()
    if words[0].surface in BE and question.analysis.dates:
        held = [each for each in done if each.verb in HELD and not each.who]
        return next((comparison.said(being_held(words), each) for each in held), None)
    if words[0].surface in BE and words[1:-2] and words[-2].surface == "the" and _names_doer(words[-1]):
        did = Deed(words[-1].term, words[1:-2], (), frozenset((words[0].surface,)), denied=False)
        return next((comparison.said(did, each) for each in done if each.verb == did.verb), None)
    at = next((at for at, word in enumerate(words) if at and word.term == question.analysis.predicate), None)
    mine = deed_asked(words, at) if at is not None else None
    return "another's" if mine and any(comparison.did_another(mine, its) for its in done) else None


def _by_contrary(
    words: Words, question: Question, asked: Sequence[QueryTerm], sentence: Sentence, index: Index
) -> Told | None:
    """What a sentence decides by telling the contrary of the deed that is asked about: it is not so where that has all
    names and numbers ("rejected the plan" of who approved it), else no "yes" rests on it, unless the deed itself is
    told, too."""
    done = deeds(sentence.text)
    contraries = [contrary for each in done for contrary in as_asked(each, sentence.text)]
    places = [(_verb_asked(words, its.verb, asked, 1.0), its) for its in contraries]
    found = [(at, its) for at, its in places if at is not None]
    if not found:
        return None
    if not tells_of_more_than_one_time(sentence.text):
        comparison = _Comparison(question, asked, sentence, index)
        said = {comparison.said(deed_asked(words, at), its) for at, its in found if comparison.is_of_that(its)}
        if len(sure := said & {"so", "not so"}) == 1:
            return sure.pop()
    told_itself = any(_verb_asked(words, each.verb, asked, SAME) is not None for each in done)
    return None if told_itself else "another's"


def _verb_asked(words: Words, verb: str, asked: Sequence[QueryTerm], least: float) -> int | None:
    """The place of the verb of a question that means as much as another (its term); None where it has no such verb."""
    of_be = words[0].surface in BE | HAS
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1].surface
        if word.surface in WH:
            return None
        of_be = of_be or before in BE | HAS
        done = word.surface.endswith("ed") or word.surface in FORMS or " " in word.surface
        noun = word.surface.endswith("ing") and not lexicon.is_verb(word.surface)  # "did he join the club meeting"
        if at == 1 or before in DETERMINERS or before in PREPOSITIONS or noun or done < of_be:
            continue
        if verb in (word.term, word.surface) or means(asked, word.term, verb) >= least:
            return at
    return None


def means(asked: Sequence[QueryTerm], term: str, other: str) -> float:
    """How well a verb stands for one of the question; not at all where the two are told apart, or tell that a
    meeting was."""
    if EVENT_TERMS & {term, other}:
        return 0.0  # "the club met" is not "the club held a tournament"
    mine, its = deeds_of(term), deeds_of(other)
    word = next((each for each in asked if each.word.term == term), None)
    return 0.0 if word is None or (mine and not mine & its) else word.found_in(frozenset((other,)))


class _Comparison:
    """A question set beside the deeds of a sentence."""

    def __init__(self, question: Question, asked: Sequence[QueryTerm], sentence: Sentence, index: Index) -> None:
        self._asked = {word.word.term: word for word in asked}
        self._dates = question.analysis.dates
        self._context = index.contexts[sentence.article]
        self._meeting = frozenset[str]().union(*self._context.names)
        self._heading = content_terms(sentence.passage.heading)
        self._before = content_terms(sentence.passage.before)
        self._said = self._before | content_terms(sentence.text)
        self._question, self._sentence, self._index = question, sentence, index
        self._taken_out = taken_out(question, sentence.text)

    def said(self, mine: Deed, its: Deed) -> Told | None:
        """What a deed that is told says to the one that is asked about."""
        if _is_open(mine, its):
            return None
        mine = dataclasses.replace(mine, who=without_own_body(mine.who, its.who, self._sentence, self._index))
        who, what = self._part(mine, its), self._part(mine, its, of_what=True)
        if who == "lacking" and is_done_by_it(mine.who, its, frozenset(self._asked), self._sentence, self._index):
            who = "all"
        if who == what == "all":
            days = [day for day in named(its.what)[0] if day.month]
            if days and self._dates and not any(date.agrees(day) for date in self._dates for day in days):
                return "elsewhere"
            if (excepted := self._by_exception(mine, its)) is not None:
                return excepted
            return "so" if mine.denied == its.denied else "not so"
        if "lacking" not in (who, what):
            return None if mine.denied or its.denied else "not so"
        if who == "lacking" == what:
            return "another's" if self._has(mine.who, its.what, its.who) else None
        return "another's" if who == "lacking" and not any(map(_is_pronoun, its.who[:2])) else None

    def is_also_denied(self, mine: Deed, its: Deed) -> bool:
        """Whether a deed, told as denied of what may be ("would not close"), is the one asked about."""
        if mine.denied or not its.denied or its.open or not _is_open(mine, its):
            return False
        return self._part(mine, its) == self._part(mine, its, of_what=True) == "all"

    def _by_exception(self, mine: Deed, its: Deed) -> Told | None:
        """What is told by an exception of whom or what is asked about, where a deed makes one."""
        if mine.denied or its.by_which:
            return None
        asks = self._taken_out & {word.term for word in (*mine.who, *mine.what)}
        if asks and asks <= {word.term for word in (*its.who, *its.what)}:
            return "it alone" if its.denied else "all but it"
        if its.denied and asks_if_any(self._question) and makes_exception(its.who):
            return "it alone"
        return None

    def is_of_that(self, its: Deed) -> bool:
        """Whether a deed is told of the very thing that a question names, and not of another that is told with it:
        "the amendment to the budget"."""
        if its.what[:1] == THROUGH and THROUGH[0].term not in self._asked:
            return False  # "did she go to Tarn" is not asked of what did not go through
        ahead = itertools.takewhile(lambda word: word.surface not in PREPOSITIONS and word.surface != "to", its.what)
        thing = next((word for word in reversed(list(ahead)) if not word.is_stop), None)
        return thing is None or any(self._stands(term, thing.term) for term in self._asked)

    def did_another(self, mine: Deed, its: Deed) -> bool:
        """Whether whoever is asked about did another deed, with the one asked about: "backed the proposal" of who
        proposed it."""
        deeds_asked, done = deeds_of(mine.verb), deeds_of(its.verb)
        thing = next((word.term for word in its.what if not word.is_stop), "")
        apart = bool(deeds_asked & deeds_of(thing) and done) and deeds_asked.isdisjoint(done)
        return apart and bool(mine.who) and self._has(mine.who, its.who, its.what)

    def _part(self, mine: Deed, its: Deed, *, of_what: bool = False) -> _Part:
        """Whether whoever does it, or what it is done to, is told as it is asked."""
        asked, told, beside = (mine.what, its.what, its.who) if of_what else (mine.who, its.who, its.what)
        if self._has(asked, told, beside, of_what=of_what) and self._is_so_put(asked, told):
            return "all"
        unnumbered = tuple(word for word in asked if not word.term[0].isdigit())
        if unnumbered != asked and self._has(unnumbered, told, beside, of_what=of_what):
            return "another number" if self._counts_otherwise(asked, told) else "lacking"
        return "lacking"

    def _has(self, mine: Words, its: Words, beside: Words, *, of_what: bool = False) -> bool:
        """Whether words have all that others ask for: "she" has what was named before, but for those named beside it in
        the same deed, "the motion" what describes it there, a surname all of the name, and what names the meeting is
        understood."""
        wanted = [word for each in mine if (word := self._asked.get(each.term)) is not None]
        own = self._context.spelled_both_ways(frozenset(word.term for word in its))
        titles = own & {each.term for each, after in itertools.pairwise(its) if each.capital and after.capital}
        here = [word.found_in(own - titles) >= SAME or _is_of_family(word, titles) for word in wanted]
        others = frozenset(word.term for word in beside if word.capital)
        stands, of_meeting = (_stands_for_somebody(its), any(map(_is_meeting, its)))
        names_another = any(not word.is_stop for word in its) and not of_meeting
        if wanted and not any(here) and not stands and (names_another or not of_what):
            return False
        for at, word in enumerate(wanted):
            known = own | self._meeting
            if stands:
                known |= self._said - others
            if of_meeting:
                known |= self._heading
            described = [each for each in range(at + 1, min(at + 1 + _NEAR, len(wanted))) if here[each]]
            if described:
                known |= self._before | self._heading
            if any(wanted[each].word.name for each in described):
                known |= self._context.article
            is_number, is_meeting = word.word.term[0].isdigit(), of_what and word.word.term in MEETING_TERMS
            if not here[at] and (is_number or not (is_meeting or word.found_in(known) >= SAME)):
                return False
        return True

    def _is_so_put(self, mine: Words, its: Words) -> bool:
        """Whether numbers count the same, and what is asked "from" or "against" something is not told "to" or "for"
        it."""
        ways, its_ways = dict(ways_of(mine)), dict(ways_of(its))
        if any(term in its_ways and way and its_ways[term] and way != its_ways[term] for term, way in ways.items()):
            return False
        counted = list(counts_in(its))
        return all(
            any(
                each.value == it.value
                and self._is_same(each, it)
                and each.about in ("", it.about)
                and (each.way == it.way or _FROM not in (each.way, it.way))
                for it in counted
            )
            for each in counts_in(mine)
        )

    def _counts_otherwise(self, mine: Words, its: Words) -> bool:
        """Whether of each thing that is counted one number is told, and not of all the same."""
        counted, is_other = list(counts_in(its)), False
        for each in counts_in(mine):
            others = [it for it in counted if self._is_same(each, it) and each.way == it.way]
            if len(others) != 1 or each.about or others[0].about:
                return False
            is_other |= others[0].value != each.value
        return is_other

    def _is_same(self, mine: Count, its: Count) -> bool:
        """Whether two numbers count the same, and of the same."""
        return self._stands(mine.noun, its.noun) and ("" in (mine.of, its.of) or self._stands(mine.of, its.of))

    def _stands(self, mine: str, its: str) -> bool:
        """Whether a term of what is told says the same as one of the question."""
        word = self._asked.get(mine)
        return mine == its or (word is not None and word.found_in(frozenset((its,))) >= SAME)


def _is_open(mine: Deed, its: Deed) -> bool:
    """Whether what is told leaves open what is asked: it is only wanted, or to come where it is asked as done."""
    may = _MAY - mine.auxiliaries - (_CAN if its.denied else frozenset())
    return its.open or bool(its.auxiliaries & may) or bool(its.auxiliaries & _WILL and not mine.auxiliaries & _NOW)


def _names_doer(word: Token) -> bool:
    """Whether a word may name who does something by what they do: "the proposer"."""
    return word.surface.endswith(("er", "or"))


def _is_of_family(word: QueryTerm, titles: frozenset[str]) -> bool:
    """Whether a word is one of a name or title, or of the same family: a chairman is a chairwoman, and no president."""
    return any(
        worth >= SAME and term[:_ROOT] == word.word.term[:_ROOT]
        for term, worth in word.meanings.items()
        if term in titles
    )


def _stands_for_somebody(words: Words) -> bool:
    """Whether a pronoun is among the first words, but for the "her" of "her deputy"."""
    return any(
        _is_pronoun(word) and (word.surface != "her" or not words[at + 1 :] or words[at + 1].is_stop)
        for at, word in enumerate(words[:2])
    )


def _is_pronoun(word: Token) -> bool:
    return word.surface in _STANDS_FOR


def _is_meeting(word: Token) -> bool:
    return word.term in MEETING_TERMS


def _is_of_lower_office(asked: Words, told: Words) -> bool:
    """Whether an office is asked about, and told is one below it: a vice-chair is no chair."""
    terms = {word.term for word in asked}
    below = {word.term for before, word in itertools.pairwise(told) if before.term in BELOW_TERMS - terms}
    itself = {word.term for at, word in enumerate(told) if not at or told[at - 1].term not in BELOW_TERMS}
    return bool(terms & below - itself)


def _has_no_such_number(words: Words, asked: Sequence[QueryTerm], sentence: Sentence) -> bool:
    """Whether a number of a question stands neither in a sentence nor in its heading; "one of them" is none."""
    known = content_terms(sentence.passage.heading).union(word.term for word in sentence.tokens)
    numbers = {
        word.term
        for before, word in itertools.pairwise(words)
        if word.term[0].isdigit() and (word.surface != "one" or before.surface == "to")
    }
    return any(word.word.term in numbers and word.found_in(known) < SAME for word in asked)
