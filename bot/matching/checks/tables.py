"""All checks of whether a sentence tells something else than is asked for, by what each is asked about.

A check is a row `module.function`, below what it holds back; by that name `onrecord ask --explain` tells it. What needs
more than a sentence, the words of it and its article stands in the other modules of this folder.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from bot.matching import when_or_where, which_meeting
from bot.matching.checks.named import Of, for_each, names_of_holding
from bot.matching.otherwise import (
    accounts,
    beside_now,
    changes,
    clause_times,
    compared,
    contests,
    counted_apart,
    deeds,
    doers,
    earlier,
    exchanged,
    fates,
    first_or_last,
    former,
    from_to,
    identity,
    in_attendance,
    in_office,
    in_that_slot,
    its_year,
    left_open,
    measures,
    motions,
    namesakes,
    neighbours,
    no_answer,
    no_state,
    not_done,
    not_granted,
    not_theirs,
    not_told,
    not_yet_told,
    numbers,
    of_another_place,
    of_its_meeting,
    offices,
    on_behalf,
    one_member,
    only_on_offer,
    opposites,
    other_counts,
    other_month,
    other_part,
    other_year,
    over_by_now,
    own_word,
    owners,
    parallels,
    place_of_matter,
    pleas,
    predecessors,
    prices,
    reasons,
    receivers,
    relations,
    replies,
    roles,
    rows,
    second_half,
    set_against,
    set_aside,
    still_to_come,
    succession,
    taken_back,
    titles,
    to_whom,
    two_times,
    undone,
    whose_thing,
    year_meant,
)
from bot.question import Question
from bot.question.accents import typed_plainly, unaccented

OfSentence = Callable[[Question, str], bool]
OfWords = Callable[[Question, str, tuple[int, int]], bool]


_OF_SENTENCE: Final[Mapping[Of, tuple[OfSentence, ...]]] = {
    Of.READ | Of.YES_NO | Of.FACT: (
        not_done.only_wanted,
        not_done.only_a_task,
        numbers.counts_otherwise,
        not_done.of_another_office,
    ),
    Of.READ | Of.YES_NO: (
        no_answer.takes_out,
        not_done.only_moved,
        not_done.only_refused,
        offices.came_by_deputy,
        not_told.only_claimed,
        not_theirs.is_only_replaced,
        not_theirs.is_only_of_theirs,
        motions.tells_no_vote,
    ),
    Of.YES_NO | Of.FACT: (namesakes.is_of_a_namesake,),
    Of.YES_NO: (
        no_answer.names_no_amount,
        not_theirs.is_of_them_itself,
        pleas.is_not_known,
        pleas.is_only_plea,
    ),
}
"""By the question and a sentence."""

_OF_WORDS: Final[Mapping[Of, tuple[OfWords, ...]]] = {
    Of.SURE: (
        reasons.tells_only_when,
        deeds.is_only_ruled_on,
        relations.is_of_another_case,
        identity.is_no_description,
    ),
    Of.SURE | Of.FACT | Of.PLAIN: (
        two_times.is_number_of_another_time,
        its_year.is_number_of_another_year,
        opposites.is_of_other_extreme,
    ),
    Of.SURE | Of.FACT: (
        accounts.is_of_another_account,
        compared.is_no_choice,
        compared.is_no_difference,
        doers.is_by_another,
        in_office.is_since_otherwise,
        former.is_former,
        former.is_held_now,
        place_of_matter.is_place_of_matter,
        counted_apart.is_cost_of_another,
        counted_apart.is_what_it_is_compared_with,
        whose_thing.is_of_another_owner,
        over_by_now.is_of_other_end,
        over_by_now.did_not_meet,
        other_part.is_of_the_other_part,
        second_half.is_of_other_half,
        year_meant.is_not_so_yet,
        one_member.is_one_member,
        of_another_place.holds_it_elsewhere,
        of_another_place.is_only_from_there,
        of_another_place.are_from_elsewhere_too,
        of_another_place.is_of_another_people,
        of_another_place.is_met_elsewhere,
        in_that_slot.is_of_another_name,
        not_granted.is_not_granted,
        not_yet_told.is_left_to_them,
        motions.is_only_a_vote,
        no_state.tells_no_state,
        beside_now.is_of_another_weekday,
        beside_now.is_term_to_serve,
        changes.is_level_of_change,
        clause_times.is_day_of_saying,
        fates.is_of_another_fate,
        other_counts.counts_states,
        from_to.is_other_number,
        rows.is_of_one_row,
        earlier.is_of_one_in_a_row,
        first_or_last.is_of_no_such_order,
        own_word.is_told_by_other_words,
        own_word.stayed_outside,
        exchanged.is_in_other_role,
        predecessors.is_who_came_after,
        offices.is_listed_with_another,
        set_against.is_set_against,
        set_against.is_number_of_another,
        roles.is_whom_it_names,
        only_on_offer.is_only_offered,
        in_attendance.acted_there,
        replies.is_day_of_letter,
        to_whom.goes_elsewhere,
        to_whom.is_the_giver,
    ),
    Of.READ: (
        deeds.is_no_saying,
        when_or_where.is_on_another_day,
        reasons.tells_no_reason,
    ),
    Of.READ | Of.FACT | Of.PLAIN: (still_to_come.is_still_to_come, on_behalf.is_for_another),
    Of.READ | Of.FACT: (
        deeds.is_by_another_deed,
        doers.done_by_another,
        deeds.is_of_another_vote,
        opposites.tells_the_opposite,
        measures.counts_others,
        measures.counts_who_belong,
        neighbours.is_its_neighbours,
        numbers.is_another_number,
        numbers.goes_with_another,
        contests.is_of_other_side,
        no_answer.is_only_repeated,
        not_done.is_wished_for,
        no_answer.is_of_the_others,
        no_answer.is_out_of_date,
        which_meeting.is_of_another_meeting,
        when_or_where.is_of_birth,
        taken_back.only_denied,
        other_year.is_of_another_year,
        left_open.is_left_open,
        set_aside.is_set_aside,
        owners.is_owned_by_another,
        undone.was_undone,
        no_answer.is_only_amount,
        receivers.only_called_for,
        offices.holds_the_higher,
        earlier.is_told_of_before,
        succession.is_of_the_other_end,
        titles.is_title_of_named,
        not_told.is_only_asked,
        not_told.is_without_accord,
        not_told.is_nameless,
        motions.is_by_vote_or_motion,
        not_told.only_claimed,
        roles.did_not,
        succession.is_beside_named,
        parallels.is_no_member,
        other_month.is_of_another_month,
        still_to_come.is_day_of_decision,
        other_counts.counts_something_else,
        of_its_meeting.is_only_of_its_meeting,
        prices.is_only_suggested,
    ),
}
"""By the question, a sentence and where the words that answer stand in it."""

_SENTENCE: Final = for_each(_OF_SENTENCE)
_WORDS: Final = for_each(_OF_WORDS)


def of_sentence(of: Of, question: Question, sentence: str, settled: Collection[OfSentence] = ()) -> Iterator[str]:
    """The names of the checks that hold a sentence back, each worked out when it is asked for; without those that are
    settled."""
    question, sentence = typed_plainly(question), unaccented(sentence)
    return names_of_holding((check for check in _SENTENCE[of] if check not in settled), question, sentence)


def of_words(of: Of, question: Question, sentence: str, span: tuple[int, int]) -> Iterator[str]:
    """The same of the words at a span of a sentence."""
    return names_of_holding(_WORDS[of], typed_plainly(question), unaccented(sentence), span)
