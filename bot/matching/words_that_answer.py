"""The words of a sentence that answer, where others were marked: each rule puts a span right, in order."""

from __future__ import annotations

from bot.matching.all_who_came import all_who_came
from bot.matching.all_who_led import all_who_led
from bot.matching.bounds import with_bound
from bot.matching.by_its_verb import by_its_verb
from bot.matching.counted import own_count
from bot.matching.each_its_own import each_its_own
from bot.matching.fate import what_became_of
from bot.matching.members import with_all_members
from bot.matching.of_that_sort import of_that_sort
from bot.matching.otherwise.accounts import own_account
from bot.matching.otherwise.amended import own_amended
from bot.matching.otherwise.among_them import own_part_of_sum
from bot.matching.otherwise.as_it_is import own_present
from bot.matching.otherwise.as_planned import own_actual, own_limit
from bot.matching.otherwise.changes import own_change
from bot.matching.otherwise.clause_times import own_clause_time
from bot.matching.otherwise.deeds import whole_saying
from bot.matching.otherwise.fates import own_fate
from bot.matching.otherwise.former import own_successor
from bot.matching.otherwise.from_to import own_side
from bot.matching.otherwise.halves import half_about
from bot.matching.otherwise.measures import with_weekday
from bot.matching.otherwise.motions import own_mover
from bot.matching.otherwise.neighbours import own_part
from bot.matching.otherwise.numbers import own_number, with_percent, without_other_sum
from bot.matching.otherwise.of_another_place import own_holder
from bot.matching.otherwise.offices import own_deputy
from bot.matching.otherwise.one_member import all_members
from bot.matching.otherwise.own_day import own_day
from bot.matching.otherwise.parallels import own_member
from bot.matching.otherwise.predecessors import own_newcomer, own_predecessor
from bot.matching.otherwise.raised import own_sum_needed
from bot.matching.otherwise.reasons import whole_reason
from bot.matching.otherwise.scores import own_score, whole_vote
from bot.matching.otherwise.second_half import own_half
from bot.matching.otherwise.sums_listed import own_sum
from bot.matching.otherwise.two_times import own_time
from bot.matching.otherwise.votes_to import own_votes
from bot.matching.otherwise.wholes import own_done
from bot.matching.otherwise.year_meant import own_coming
from bot.matching.pointed_to import own_pointer
from bot.matching.roster import own_entry
from bot.matching.running_on import what_was_done_to, who_did, whole_pair, without_next
from bot.matching.so_many import all_asked_for
from bot.matching.such_as import owner, told_by_name
from bot.matching.two_sources import both_numbers
from bot.matching.whole_list import whole_list
from bot.matching.whole_name import whole_name
from bot.question import Question
from bot.question.accents import typed_plainly, unaccented


def words_that_answer(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words that answer where those at a span were marked: of two things that are told the one that is asked about,
    a date with its weekday where that is asked for, a reason or what was said with all of its clause; without what is
    told next, and with all of a list; who stands by the verb, the number of the noun, the name of the sort or the entry
    of the list that a question asks by, for what is marked elsewhere. Accents tell no two words apart."""
    question, sentence = typed_plainly(question), unaccented(sentence)
    span = own_pointer(question, sentence, own_part(question, sentence, half_about(question, sentence, span)))
    span = whole_saying(question, sentence, whole_reason(question, sentence, span))
    span = whole_pair(question, sentence, with_weekday(question.text, sentence, span))
    span = without_next(question, sentence, what_was_done_to(question, sentence, span))
    span = own_number(question, sentence, without_other_sum(question, sentence, span))
    span = own_day(question, sentence, own_mover(question, sentence, span))
    span = who_did(question, sentence, whole_list(question, sentence, span))
    span = all_asked_for(question, sentence, all_members(question, sentence, span))
    span = each_its_own(question, sentence, by_its_verb(question, sentence, span))
    span = own_amended(question, sentence, own_score(question, sentence, own_count(question, sentence, span)))
    span = whole_vote(question, sentence, span)
    span = of_that_sort(question, sentence, span)
    span = all_who_came(question, sentence, own_entry(question, sentence, span))
    span = own_holder(question, sentence, own_deputy(question, sentence, told_by_name(question, sentence, span)))
    span = own_member(question, sentence, with_all_members(question, sentence, span))
    span = own_time(question, sentence, own_account(question, sentence, own_part_of_sum(question, sentence, span)))
    span = all_who_led(question, sentence, whole_name(question, sentence, owner(question, sentence, span)))
    span = own_present(question, sentence, own_coming(question, sentence, with_percent(sentence, span)))
    span = own_half(question, sentence, own_successor(question, sentence, span))
    span = own_change(question, sentence, own_fate(question, sentence, own_sum_needed(question, sentence, span)))
    span = own_clause_time(question, sentence, with_bound(sentence, own_sum(question, sentence, span)))
    span = own_side(question, sentence, own_predecessor(question, sentence, own_newcomer(question, sentence, span)))
    span = own_limit(question, sentence, own_actual(question, sentence, own_done(question, sentence, span)))
    span = own_votes(question, sentence, span)
    return both_numbers(question, sentence, what_became_of(question, sentence, span))
