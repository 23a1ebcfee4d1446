"""Teach the network that is shipped on more questions, held to what it says already (Li and Hoiem 2017).

    python -m deploy.reader.go_on --start FOLDER/network.pt --weights facts/reader/weights.onnx
        --tokenizer TOKENIZER.json --out FOLDER --new FILE [FILE ...] --known FILE [FILE ...] --claims FILE [FILE ...]
        [--minutes 20] [--rate 1e-4] [--keep-layers 2] [--pieces 4500] [--seed 1] [--threads 2]

`--start` is from `restore`. Of the groups in `--new` the verdicts are learned as they are known, and of the rest a
fifth; of those in `--known` a twentieth: what is left is what the network said before, so that it forgets nothing
while it learns what it lacks. It is read in the steps of the 8 bits that are shipped, as `distil` does. FOLDER gets
`state.pt` every few minutes (the same command again goes on from there), `network.pt` at the end and `log.txt`. Two
cores take some minutes.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer
from torch import Tensor

from deploy.reader import claims, distil, groups, steps, teach
from deploy.reader.claims import Taught
from deploy.reader.distil import Said
from deploy.reader.groups import Group
from deploy.reader.lesson import Lesson, Losses, Pace
from deploy.reader.network import Network, Reads, load_network
from deploy.reader.steps import CLAIMS, LAST_SHARE, Step
from facts.reader.window import Windows

SHARES: Final[Mapping[str, float]] = {"new": 0.56, "known": 0.38, CLAIMS: 0.06}
"""How the steps are shared."""

HELD: Final[Mapping[str, float]] = {"new": 0.8, "known": 0.95, CLAIMS: 0.8}
"""How much what the network said before counts beside what is known, of each kind."""

HELD_VERDICT: Final = 0.15
"""The same of verdicts."""

CLAIMS_AT_ONCE: Final = 48
STEPS_MOST: Final = 100_000
"""More steps than any lesson that ends by its minutes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """What is learned from: groups by their kind, claims, and the network as it was."""

    groups: Mapping[str, Sequence[Group]]
    claims: Sequence[Taught]
    before: Network


def main() -> None:
    """Teach, or go on teaching."""
    given = _arguments()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    network, before = Network(), Network()
    for each in (network, before):
        load_network(each, given.start)
    network.keep_lowest(given.keep_layers)
    reads = distil.as_shipped(network, given.weights)
    taught = {kind: [each for file in getattr(given, kind) for each in groups.read(file)] for kind in ("new", "known")}
    held = Held(taught, [claim for file in given.claims for claim in claims.read(file)], before.eval())
    windows = Windows(Tokenizer.from_file(str(given.tokenizer)))

    def losses_of(step: Step) -> Losses:
        steps.forget_if_many(windows)
        return step_losses(reads, step, held, windows)

    lesson = Lesson(network, given.out, Pace(given.rate, LAST_SHARE), given.minutes * 60)
    lesson.run(planned(held, given.steps, given.pieces, given.seed), losses_of)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for file in ("start", "weights", "tokenizer", "out"):
        parser.add_argument(f"--{file}", type=Path, required=True)
    for kind in SHARES:
        parser.add_argument(f"--{kind}", type=Path, nargs="+", required=True)
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--steps", type=int, default=STEPS_MOST)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--keep-layers", type=int, default=2, help="leave so many of the lowest layers as they are")
    parser.add_argument("--pieces", type=int, default=4500, help="how many word pieces a step has, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def planned(held: Held, count: int, pieces: int, seed: int) -> list[Step]:
    """What each of so many steps is on."""
    batches = {kind: steps.of_groups(taught, pieces, seed, kind) for kind, taught in held.groups.items()}
    batches[CLAIMS] = steps.of_claims(len(held.claims), CLAIMS_AT_ONCE, seed)
    return steps.drawn(batches, lambda _: SHARES, count, seed)


def step_losses(reads: Reads, step: Step, held: Held, windows: Windows) -> Losses:
    """How far a network is from what is known in a step, and from what it said before; a number a head."""
    if step.kind == CLAIMS:
        judged = [held.claims[place] for place in step.places]
        with torch.no_grad():
            said_of_claims = teach.read_claims(held.before, judged, windows)
        return distil.claim_losses(reads, judged, said_of_claims, HELD[CLAIMS], windows)
    batch = teach.collate([teach.examples(held.groups[step.kind][place], windows) for place in step.places])
    with torch.no_grad():
        scores, spans, verdicts = teach.read_groups(held.before, batch)
    said = Said(scores, _within(torch.log_softmax(spans, 1), batch.sentence), verdicts)
    return distil.losses(reads, batch, said, HELD[step.kind], HELD_VERDICT)


def _within(spans: Tensor, sentence: Tensor) -> Tensor:
    """Log-probabilities of start and end, 0 on what is no piece of the sentence."""
    return spans * sentence[:, :, None]


if __name__ == "__main__":
    main()
