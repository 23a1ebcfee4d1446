"""All checks of whether a sentence tells something else than is asked for, by what each is asked about.

A check is a row `module.function`, below what it holds back; by that name `onrecord ask --explain` tells it. What needs
more than a sentence, the words of it and its article stands in the other modules of this folder.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from bot.matching import when_or_where, which_meeting
from bot.matching.checks.named import Of, name_of
from bot.matching.otherwise import (
    accounts,
    amended,
    among_them,
    another_case,
    as_it_is,
    asides,
    beside_now,
    changes,
    clause_times,
    compared,
    contests,
    counted_apart,
    day_of_meeting,
    deeds,
    directions,
    doers,
    earlier,
    except_one,
    exchanged,
    fates,
    first_or_last,
    for_both,
    former,
    from_to,
    handed,
    holder_replaced,
    holders,
    holdings,
    identity,
    in_attendance,
    in_office,
    in_some_case,
    in_that_slot,
    items,
    its_year,
    labels,
    leads_another,
    left_open,
    made_or_kept,
    measures,
    motions,
    names_with_times,
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
    of_another_group,
    of_another_place,
    of_its_meeting,
    offices,
    on_behalf,
    one_member,
    only_on_offer,
    opposites,
    other_body,
    other_counts,
    other_deeds,
    other_month,
    other_part,
    other_year,
    over_by_now,
    own_word,
    owners,
    parallels,
    part_chaired,
    place_of_matter,
    pleas,
    points_elsewhere,
    predecessors,
    prices,
    raised,
    ranks,
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
    told_of_others,
    two_times,
    undated,
    undone,
    when_over,
    wholes,
    whose_chair,
    whose_office,
    whose_thing,
    whose_work,
    year_meant,
)
from bot.question import Question
from bot.question.accents import typed_plainly, unaccented

Check = Callable[..., bool]
OfSentence = Callable[[Question, str], bool]
OfWords = Callable[[Question, str, tuple[int, int]], bool]
OfWordsAndDay = Callable[[Question, str, tuple[int, int], datetime.date | None], bool]
AmongOthers = Callable[[Question, Sequence[str], int], bool]


_OF_SENTENCE: Final[Mapping[Of, tuple[OfSentence, ...]]] = {
    Of.READ | Of.YES_NO | Of.FACT: (
        not_done.only_wanted,
        not_done.only_a_task,
        not_done.only_disputed,
        numbers.counts_otherwise,
        not_done.of_another_office,
        not_done.of_another_owner,
        not_theirs.is_in_another_way,
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
        not_theirs.is_of_who_speaks,
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
        relations.is_turned_round,
        relations.is_paid_once,
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
        directions.is_other_way_round,
        directions.goes_to_one_alone,
        doers.is_by_another,
        in_office.is_since_otherwise,
        former.is_former,
        former.is_held_now,
        handed.is_only_its_sender,
        handed.is_host_or_guest,
        whose_chair.is_head_of_state,
        place_of_matter.is_place_of_matter,
        other_deeds.is_undergone_by_another,
        other_deeds.is_number_of_what_was_not,
        other_deeds.is_done_by_none_named,
        other_deeds.kept_out_of_it,
        names_with_times.is_of_its_name,
        names_with_times.is_a_feast,
        except_one.is_of_all_but_one,
        counted_apart.is_average,
        counted_apart.is_cost_of_another,
        counted_apart.is_of_those_present,
        counted_apart.is_of_others_only,
        counted_apart.is_what_it_is_compared_with,
        in_some_case.is_only_if,
        in_some_case.is_only_possible,
        in_some_case.is_of_one_such,
        whose_thing.is_of_another_owner,
        whose_thing.is_on_the_other_side,
        whose_thing.is_of_the_other_size,
        made_or_kept.is_told_of_another_way,
        made_or_kept.is_of_the_amendment,
        made_or_kept.is_body_of_some,
        over_by_now.is_of_other_end,
        over_by_now.did_not_meet,
        over_by_now.is_called_off,
        over_by_now.is_told_of_what_is_over,
        other_part.is_of_the_other_part,
        part_chaired.is_of_another_part,
        second_half.is_of_other_half,
        among_them.is_unnamed_part,
        among_them.is_of_the_rest,
        prices.is_only_takings,
        year_meant.is_not_so_yet,
        as_it_is.is_not_so_now,
        one_member.is_one_member,
        of_another_place.holds_it_elsewhere,
        of_another_place.is_only_from_there,
        of_another_place.are_from_elsewhere_too,
        of_another_place.is_of_another_people,
        of_another_place.is_in_another_place,
        of_another_place.is_next_door,
        of_another_place.is_met_elsewhere,
        still_to_come.is_done_already,
        in_that_slot.is_of_another_name,
        on_behalf.are_the_parties,
        not_granted.is_not_granted,
        not_granted.is_whose_it_is,
        not_granted.tells_no_task,
        not_yet_told.is_left_to_them,
        not_yet_told.is_not_found_yet,
        wholes.is_sum_of_that_name,
        motions.is_only_a_vote,
        for_both.is_for_both,
        no_state.tells_no_state,
        beside_now.is_of_another_weekday,
        beside_now.is_only_once,
        beside_now.is_term_to_serve,
        beside_now.is_time_limit,
        changes.is_level_of_change,
        clause_times.is_day_of_saying,
        fates.is_of_another_fate,
        prices.is_of_dividend,
        holdings.is_of_holdings,
        other_counts.counts_states,
        raised.is_of_sum_needed,
        raised.is_what_was_got,
        from_to.is_other_number,
        rows.is_of_one_row,
        ranks.is_of_another_sort,
        roles.is_wished_of,
        namesakes.is_of_another_address,
        earlier.is_of_one_in_a_row,
        first_or_last.is_of_no_such_order,
        own_word.is_told_by_other_words,
        own_word.is_only_elected,
        own_word.counts_the_lost,
        own_word.stayed_outside,
        exchanged.is_in_other_role,
        predecessors.is_who_came_after,
        predecessors.is_leaving,
        predecessors.is_coming,
        offices.is_listed_with_another,
        succession.is_of_another_term,
        exchanged.are_moved_there,
        set_against.is_set_against,
        set_against.is_number_of_another,
        whose_office.is_anothers_holder,
        roles.is_not_its_doer,
        roles.is_whom_it_names,
        other_counts.counts_what_they_did,
        only_on_offer.is_only_offered,
        only_on_offer.is_only_demanded,
        only_on_offer.is_only_aimed_at,
        in_attendance.acted_there,
        replies.is_day_of_letter,
        to_whom.goes_elsewhere,
        to_whom.goes_to_them,
        to_whom.is_the_receiver,
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
        not_done.is_only_proposed,
        no_answer.is_of_the_others,
        no_answer.is_out_of_date,
        no_answer.is_first_or_last_day,
        which_meeting.is_of_another_meeting,
        when_or_where.is_of_birth,
        day_of_meeting.tells_no_day_of_it,
        taken_back.only_denied,
        other_year.is_of_another_year,
        left_open.is_left_open,
        set_aside.is_set_aside,
        owners.is_owned_by_another,
        undone.was_undone,
        no_answer.is_only_amount,
        titles.is_done_to_such,
        receivers.only_received,
        receivers.only_called_for,
        offices.holds_the_higher,
        earlier.is_told_of_before,
        asides.is_of_what_is_beside,
        succession.is_of_the_other_end,
        labels.is_labelled_otherwise,
        holders.is_no_holder,
        undated.is_date_of_one_before,
        measures.counts_of_another_country,
        titles.is_title_of_named,
        not_told.is_only_asked,
        not_told.is_without_accord,
        not_told.is_nameless,
        motions.is_of_another_mover,
        motions.is_by_vote_or_motion,
        holders.is_of_the_possessor,
        not_told.only_claimed,
        roles.is_done_to,
        roles.did_not,
        holders.is_the_present_one,
        holders.is_beside_named,
        parallels.is_no_member,
        other_month.is_of_another_month,
        still_to_come.is_day_of_decision,
        other_counts.counts_something_else,
        of_its_meeting.is_only_of_its_meeting,
        roles.only_presided,
        prices.is_only_suggested,
        when_over.tells_no_end,
        prices.is_price_of_now,
    ),
}
"""By the question, a sentence and where the words that answer stand in it."""

_OF_WORDS_AND_DAY: Final[Mapping[Of, tuple[OfWordsAndDay, ...]]] = {
    Of.SURE | Of.FACT: (
        its_year.is_number_of_year_away,
        beside_now.is_number_of_now,
        beside_now.was_in_another_year,
    ),
}
"""The same, by the day of the article, too."""

_AMONG_OTHERS: Final[Mapping[Of, tuple[AmongOthers, ...]]] = {
    Of.ALL: (
        items.is_of_another_item,
        items.was_lost,
        in_attendance.is_only_in_attendance,
        whose_chair.chairs_another,
        holder_replaced.was_succeeded,
        amended.was_amended,
        taken_back.is_taken_back,
    ),
    Of.READ: (
        another_case.is_of_the_body_itself,
        points_elsewhere.is_against_another,
        points_elsewhere.is_on_another_topic,
        told_of_others.is_told_of_others,
        leads_another.leads_another,
        whose_work.is_other_work,
    ),
    Of.READ | Of.YES_NO: (
        of_another_group.is_of_another_group,
        of_another_group.is_of_an_earlier_one,
        other_body.is_of_another_body,
    ),
}
"""By the question, the sentences of an article and the place of one among them."""


def _each(table: Mapping[Of, tuple[Check, ...]]) -> Mapping[Of, tuple[Check, ...]]:
    """The checks of a table for each that they hold back."""
    return {of: tuple(check for its, checks in table.items() if of in its for check in checks) for of in Of}


_SENTENCE: Final = _each(_OF_SENTENCE)
_WORDS: Final = _each(_OF_WORDS)
_WORDS_AND_DAY: Final = _each(_OF_WORDS_AND_DAY)
_AMONG: Final = _each(_AMONG_OTHERS)


def of_sentence(of: Of, question: Question, sentence: str, settled: Collection[OfSentence] = ()) -> Iterator[str]:
    """The names of the checks that hold a sentence back, each worked out when it is asked for; without those that are
    settled."""
    question, sentence = typed_plainly(question), unaccented(sentence)
    return _holding((check for check in _SENTENCE[of] if check not in settled), question, sentence)


def of_words(
    of: Of, question: Question, sentence: str, span: tuple[int, int], published: datetime.date | None = None
) -> Iterator[str]:
    """The same of the words at a span of a sentence, in an article of a day."""
    question, sentence = typed_plainly(question), unaccented(sentence)
    yield from _holding(_WORDS[of], question, sentence, span)
    yield from _holding(_WORDS_AND_DAY[of], question, sentence, span, published)


def among_others(of: Of, question: Question, sentences: Sequence[str], place: int) -> Iterator[str]:
    """The same of the sentence at a place of its article."""
    return _holding(_AMONG[of], question, sentences, place)


def _holding(checks: Iterable[Check], *about: Any) -> Iterator[str]:  # noqa: ANN401
    return (name_of(check) for check in checks if check(*about))
