"""How the bot stands being killed: SIGKILL again and again in the middle of bursts of questions.

    python tests/bench/kills.py [--kills 50] [--burst 40] [--seed 1]

The bot runs as a process of its own against the stand-in in tests/botapi, with a SQLite file. Before each kill a burst
of questions is asked in twenty private chats; after the last one the bot is let work. Told is how many questions were
never answered, how many answers came twice, and how many in another order than asked.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from botapi.killing import play


def main() -> int:
    """Measure, and fail if anything is lost or more than one answer a kill comes twice."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--burst", type=int, default=40, help="questions asked before each kill")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = play(Path(folder, "onrecord.sqlite3"), args.kills, args.burst, seed=args.seed)
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 2**20
    print(
        f"{found.questions} questions, {found.kills} kills: {found.lost} lost, {found.doubled} doubled, "
        f"{found.unordered} out of order; all answered {found.seconds:.1f} s after the last start; {size:.1f} MB kept"
    )
    return 0 if found.lost == 0 and found.doubled <= found.kills else 1


if __name__ == "__main__":
    sys.exit(main())
