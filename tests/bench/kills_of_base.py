"""How a base stands being killed: SIGKILL at random points of compiles and of edits from the chat.

    python tests/bench/kills_of_base.py [--kills 200] [--seed 1]

Before each compile an article comes, another is renamed, another corrected, and somebody writes into a page. Told is
how many kills came before the work was done, what was lost of what people wrote or were told was written, and what was
found broken after any kill.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from base_killing import BASE, kill_compiles, kill_edits
from harbour_board import make_base


def main() -> int:
    """Measure, and fail if anything is lost or broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    bad = 0
    for what, kill in (("compiles", kill_compiles), ("edits from the chat", kill_edits)):
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            if kill is kill_edits:
                make_base(BASE)
            toll = kill(args.kills, args.seed)
        lost, broken = len(toll.lost), len(toll.broken)
        print(f"{what}: {toll.kills} kills, {toll.in_time} in time; {lost} lost, {broken} broken", flush=True)
        for each in (*toll.lost, *toll.broken):
            print(f"  {each}")
        bad += lost + broken
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
