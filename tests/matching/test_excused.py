"""Why somebody is away stands in brackets behind the name in a list of apologies."""

from __future__ import annotations

import pytest

from bot.matching.yes_no.excused import excused
from bot.question import read

TOLD = "Apologies: Mrs A. Wren (ill), Cllr B. Lusk (family wedding), Jon Ek"


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Is Mrs Wren ill?", TOLD, "so"),
        ("was lusk at a family wedding", TOLD, "so"),
        ("Was Cllr Lusk ill?", TOLD, "uncounted"),
        ("Is Jon Ek ill?", TOLD, None),
        ("Is Mrs Wren well?", TOLD, "uncounted"),
        ("Did Lusk attend?", TOLD, None),
        ("Is Mrs Wren ill?", "Present: Mrs A. Wren (chair), Jon Ek", None),
        ("Is Ada Moss ill?", TOLD, None),
    ],
)
def test_the_reason_is_told_of_its_own_name(question: str, sentence: str, said: str | None) -> None:
    assert excused(read(question), (), sentence, 0.7) == said
