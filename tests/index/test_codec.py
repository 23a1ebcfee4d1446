"""What an index stores of a fact: the same when it is read again, refused if it is anything else."""

from __future__ import annotations

import zlib

import msgspec
import pytest
from lake_varda import records

from bot.index import codec
from bot.index.entries import entries_of


def test_what_is_stored_of_an_article_is_read_again_the_same() -> None:
    for record in records():
        context, statistics, entries = entries_of(record)
        packed = codec.article_of(codec.encode(codec.packed(record)))
        assert codec.context_of(packed.context) == context
        assert codec.statistics_of(packed.statistics) == statistics
        assert codec.meeting_of(packed.meeting).article == record.article.id
        for entry, fact in zip(entries, packed.facts, strict=True):
            stored = codec.fact_of(fact.stored)
            assert (stored.fact_id, stored.fact, stored.evidence_dates) == (
                entry.fact_id,
                entry.fact,
                entry.evidence_dates,
            )
            assert tuple(codec.phrasings_of(stored)) == tuple(entry.phrasings)
            assert (fact.evidence, fact.answer, fact.nearby) == (entry.evidence, entry.answer, entry.nearby)


def test_a_struct_is_stored_as_the_row_of_its_fields() -> None:
    fact = records()[0].facts[0]
    row = msgspec.msgpack.decode(codec.encode(fact))
    assert row[:4] == [fact.id, fact.kind, fact.question, fact.answer]
    assert len(row) == len(fact.__struct_fields__)


@pytest.mark.parametrize("other", [None, [], ["a fact"], {"key": "a"}, [1, 2, 3, 4, 5]])
def test_bytes_of_another_form_are_no_fact(other: object) -> None:
    packer = zlib.compressobj(wbits=-15)
    data = packer.compress(codec.encode(other)) + packer.flush()
    with pytest.raises(msgspec.MsgspecError):
        codec.fact_of(data)
