"""What in a sentence tells otherwise than a question asks, whoever gave the answer: a fact or the reader; beside what
`surely_other` tells."""

from __future__ import annotations

from typing import Final

from bot.matching.otherwise.asides import is_of_what_is_beside
from bot.matching.otherwise.contests import is_of_other_side
from bot.matching.otherwise.day_of_meeting import tells_no_day_of_it
from bot.matching.otherwise.deeds import is_by_another_deed, is_of_another_vote
from bot.matching.otherwise.doers import done_by_another
from bot.matching.otherwise.earlier import is_told_of_before
from bot.matching.otherwise.holders import is_beside_named, is_no_holder, is_of_the_possessor, is_the_present_one
from bot.matching.otherwise.labels import is_labelled_otherwise
from bot.matching.otherwise.left_open import is_left_open
from bot.matching.otherwise.measures import counts_of_another_country, counts_others, counts_who_belong
from bot.matching.otherwise.motions import is_by_vote_or_motion, is_of_another_mover
from bot.matching.otherwise.neighbours import is_its_neighbours
from bot.matching.otherwise.no_answer import (
    is_first_or_last_day,
    is_of_the_others,
    is_only_amount,
    is_only_repeated,
    is_out_of_date,
)
from bot.matching.otherwise.not_done import is_only_proposed, is_wished_for
from bot.matching.otherwise.not_told import is_nameless, is_only_asked, is_without_accord, only_claimed
from bot.matching.otherwise.numbers import goes_with_another, is_another_number
from bot.matching.otherwise.of_its_meeting import is_only_of_its_meeting
from bot.matching.otherwise.offices import holds_the_higher
from bot.matching.otherwise.on_behalf import is_for_another
from bot.matching.otherwise.opposites import tells_the_opposite
from bot.matching.otherwise.other_counts import counts_something_else
from bot.matching.otherwise.other_month import is_of_another_month
from bot.matching.otherwise.other_year import is_of_another_year
from bot.matching.otherwise.owners import is_owned_by_another
from bot.matching.otherwise.parallels import is_no_member
from bot.matching.otherwise.prices import is_only_suggested, is_price_of_now
from bot.matching.otherwise.receivers import only_called_for, only_received
from bot.matching.otherwise.roles import did_not, is_done_to, only_presided
from bot.matching.otherwise.rows import is_of_one_row
from bot.matching.otherwise.set_aside import is_set_aside
from bot.matching.otherwise.still_to_come import is_day_of_decision, is_still_to_come
from bot.matching.otherwise.succession import is_of_the_other_end
from bot.matching.otherwise.taken_back import only_denied
from bot.matching.otherwise.titles import is_done_to_such, is_title_of_named
from bot.matching.otherwise.undated import is_date_of_one_before
from bot.matching.otherwise.undone import was_undone
from bot.matching.otherwise.when_over import tells_no_end
from bot.matching.which_meeting import is_of_another_meeting
from bot.question import Question

_SPANS: Final = (
    is_by_another_deed, done_by_another, is_of_another_vote, tells_the_opposite, counts_others, counts_who_belong,
    is_still_to_come, is_its_neighbours, is_another_number, goes_with_another, is_of_other_side, is_only_repeated,
    is_wished_for, is_only_proposed, is_of_the_others, is_out_of_date, is_first_or_last_day,
    is_of_another_meeting, tells_no_day_of_it, only_denied, is_of_another_year,
    is_left_open, is_set_aside, is_owned_by_another, is_of_one_row, was_undone, is_only_amount, is_done_to_such,
    only_received, only_called_for, holds_the_higher, is_told_of_before,
    is_of_what_is_beside, is_of_the_other_end, is_labelled_otherwise, is_no_holder, is_date_of_one_before,
    counts_of_another_country, is_title_of_named, is_only_asked, is_without_accord, is_nameless, is_of_another_mover,
    is_by_vote_or_motion,
    is_of_the_possessor, only_claimed, is_done_to, did_not, is_the_present_one, is_beside_named,
    is_no_member,
    is_of_another_month, is_for_another, is_day_of_decision,
    counts_something_else, is_only_of_its_meeting, only_presided, is_only_suggested, tells_no_end,
    is_price_of_now,
)  # fmt: skip


def is_told_otherwise(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells the words at a span of another deed, person, number or time than is asked for."""
    return any(tells(question, sentence, span) for tells in _SPANS)
