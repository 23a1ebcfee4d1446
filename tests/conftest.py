"""What several tests need."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour_board import make_base


@pytest.fixture
def small_base(tmp_path: Path) -> Path:
    """The base of the harbour board's meeting, where the command line looks for one."""
    directory = tmp_path / "facts" / "base"
    make_base(directory)
    return directory
