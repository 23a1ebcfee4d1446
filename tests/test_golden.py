"""The base compiled from the seed article, compared with the one on file.

When facts change on purpose, look through the differences and renew the file:

    RENEW_GOLDEN=1 python -m pytest tests/test_golden.py
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from facts.compile.compiler import compile_articles

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_seed_compiles_to_the_page_on_file(seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    compile_articles([seed.relative_to(ROOT)], tmp_path, jobs=1)
    page = (tmp_path / f"{seed.stem}.yaml").read_text("utf-8")
    golden = GOLDEN / f"{seed.stem}.yaml"
    if os.environ.get("RENEW_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page, "utf-8")
    assert page == golden.read_text("utf-8"), "the facts differ; renew the file if they should"


def test_nothing_of_the_base_that_is_shipped_is_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    base = shutil.copytree(ROOT / "facts" / "base", tmp_path / "base")
    outcomes = compile_articles([seed.relative_to(ROOT) for seed in SEEDS], base, jobs=1)
    assert [outcome.kept for outcome in outcomes] == [0] * len(SEEDS)
