"""What a sentence tells otherwise than a question asks, however sure the reader is of it."""

from __future__ import annotations

from typing import Final

from bot.matching.otherwise.accounts import is_of_another_account
from bot.matching.otherwise.among_them import is_of_the_rest, is_unnamed_part
from bot.matching.otherwise.as_it_is import is_not_so_now
from bot.matching.otherwise.beside_now import is_of_another_weekday, is_only_once, is_term_to_serve, is_time_limit
from bot.matching.otherwise.changes import is_level_of_change
from bot.matching.otherwise.clause_times import is_day_of_saying
from bot.matching.otherwise.deeds import is_only_ruled_on
from bot.matching.otherwise.doers import is_by_another
from bot.matching.otherwise.earlier import is_of_one_in_a_row
from bot.matching.otherwise.exchanged import are_moved_there, is_in_other_role
from bot.matching.otherwise.fates import is_of_another_fate
from bot.matching.otherwise.for_both import is_for_both
from bot.matching.otherwise.former import is_former
from bot.matching.otherwise.holdings import is_of_holdings
from bot.matching.otherwise.in_office import is_since_otherwise
from bot.matching.otherwise.its_year import is_number_of_another_year
from bot.matching.otherwise.no_state import tells_no_state
from bot.matching.otherwise.not_granted import is_not_granted, is_whose_it_is, tells_no_task
from bot.matching.otherwise.of_another_place import (
    holds_it_elsewhere,
    is_in_another_place,
    is_next_door,
    is_of_another_people,
)
from bot.matching.otherwise.on_behalf import are_the_parties
from bot.matching.otherwise.one_member import is_one_member
from bot.matching.otherwise.opposites import is_of_other_extreme
from bot.matching.otherwise.other_counts import counts_states
from bot.matching.otherwise.other_part import is_of_the_other_part
from bot.matching.otherwise.over_by_now import did_not_meet, is_of_other_end, is_told_of_what_is_over
from bot.matching.otherwise.own_word import (
    counts_the_lost,
    is_only_elected,
    is_told_by_other_words,
    stayed_outside,
)
from bot.matching.otherwise.part_chaired import is_of_another_part
from bot.matching.otherwise.predecessors import is_leaving, is_who_came_after
from bot.matching.otherwise.prices import is_of_dividend, is_only_takings
from bot.matching.otherwise.raised import is_of_sum_needed
from bot.matching.otherwise.reasons import tells_only_when
from bot.matching.otherwise.relations import is_of_another_case, is_paid_once, is_turned_round
from bot.matching.otherwise.second_half import is_of_other_half
from bot.matching.otherwise.two_times import is_number_of_another_time
from bot.matching.otherwise.year_meant import is_not_so_yet
from bot.question import Question

_OF_ANOTHER: Final = (
    is_of_another_account,
    is_by_another,
    is_number_of_another_time,
    is_number_of_another_year,
    is_since_otherwise,
    is_former,
    is_of_other_end,
    did_not_meet,
    is_told_of_what_is_over,
    is_of_the_other_part,
    is_of_another_part,
    is_of_other_half,
    is_unnamed_part,
    is_of_the_rest,
    is_only_takings,
    is_not_so_yet,
    is_not_so_now,
    is_one_member,
    holds_it_elsewhere,
    is_of_another_people,
    is_in_another_place,
    is_for_both,
    tells_no_state,
    is_of_another_weekday,
    is_only_once,
    is_term_to_serve,
    is_time_limit,
    is_level_of_change,
    is_day_of_saying,
    is_of_another_fate,
    is_of_other_extreme,
    is_of_dividend,
    is_of_holdings,
    is_of_sum_needed,
    is_of_one_in_a_row,
    is_told_by_other_words,
    is_only_elected,
    counts_the_lost,
    stayed_outside,
    is_in_other_role,
    are_moved_there,
    counts_states,
    is_who_came_after,
    is_leaving,
    is_not_granted,
    is_whose_it_is,
    tells_no_task,
    is_next_door,
    are_the_parties,
)
_SPANS: Final = (tells_only_when, is_only_ruled_on, is_of_another_case, is_turned_round, is_paid_once, *_OF_ANOTHER)


def is_surely_other(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells the words at a span surely of another relation, number or time than is asked for."""
    return any(tells(question, sentence, span) for tells in _SPANS)


def is_of_other_part_or_time(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells the words at a span of another account, time, office or part than is asked for: the part
    of `is_surely_other` that holds of facts, too."""
    return any(tells(question, sentence, span) for tells in _OF_ANOTHER)
