"""Teach the large reader, from which the small one is taught.

    python -m deploy.reader.teach_large --own FILE [FILE ...] --altered FILE [FILE ...] --slips FILE [FILE ...]
        --public FILE [FILE ...] --claims FILE [FILE ...] --encoder FOLDER --tokenizer TOKENIZER.json --out FOLDER
        [--steps 2400] [--pieces 49152] [--rate 5e-5] [--seed 1] [--device cuda]

Groups are from `wide` and, the public ones, from `public`; claims from `claims`, where what is judged most strictly is
named twice. The encoder's folder is MPNet's (`large`); the tokenizer is the small reader's. At first most steps are on
public questions, later on ours. FOLDER gets `state.pt` every few minutes (the same command again goes on from there),
`network.pt` at the end and `log.txt`. A GPU takes some minutes, one core weeks.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from deploy.reader import claims, groups, steps
from deploy.reader.claims import Taught
from deploy.reader.groups import Group
from deploy.reader.large import load_mpnet
from deploy.reader.lesson import Lesson, Losses, Pace, fastest_device
from deploy.reader.steps import CLAIMS, LAST_SHARE, Step
from deploy.reader.teach import step_losses
from facts.reader.window import Windows

CLAIMS_SHARE: Final = 1 / 12
"""How many of the steps are on claims."""

CLAIMS_AT_ONCE: Final = 384
"""How many claims a step learns from."""

PUBLIC_UNTIL: Final = 0.35
"""In which share of the lesson most groups are public ones."""

PUBLIC_SHARES: Final = (3 / 4, 1 / 8)
"""How many of the steps on groups are on public ones, until then and from then on."""

OURS: Final[Mapping[str, float]] = {"own": 0.70, "altered": 0.12, "slips": 0.18}
"""How the other steps on groups are shared."""


@dataclasses.dataclass(frozen=True, slots=True)
class Material:
    """What a large reader learns from: groups by their kind, and claims."""

    groups: Mapping[str, Sequence[Group]]
    claims: Sequence[Taught]

    def of(self, step: Step) -> list[Group] | list[Taught]:
        """The groups or claims of a step."""
        if step.kind == CLAIMS:
            return [self.claims[place] for place in step.places]
        return [self.groups[step.kind][place] for place in step.places]


def main() -> None:
    """Teach, or go on teaching."""
    given = _arguments()
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(given.tokenizer))
    network = load_mpnet(given.encoder, tokenizer).to(given.device)
    kinds = {
        kind: [group for file in getattr(given, kind) for group in groups.read(file)] for kind in (*OURS, "public")
    }
    material = Material(kinds, [claim for file in given.claims for claim in claims.read(file)])
    windows = Windows(tokenizer)

    def losses_of(step: Step) -> Losses:
        found = step_losses(network, material.of(step), windows)
        steps.forget_if_many(windows)
        return found

    lesson = Lesson(network, given.out, Pace(given.rate, LAST_SHARE))
    lesson.run(planned(material, given.steps, given.pieces, given.seed), losses_of)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for kind in (*OURS, "public", CLAIMS):
        parser.add_argument(f"--{kind}", type=Path, nargs="+", required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="MPNet's folder")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--pieces", type=int, default=49152, help="how many word pieces a step has, about")
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default=fastest_device())
    return parser.parse_args()


def planned(material: Material, count: int, pieces: int, seed: int) -> list[Step]:
    """What each of so many steps is on."""
    batches = {kind: steps.of_groups(taught, pieces, seed, kind) for kind, taught in material.groups.items()}
    batches[CLAIMS] = steps.of_claims(len(material.claims), CLAIMS_AT_ONCE, seed)
    return steps.drawn(batches, shares, count, seed)


def shares(progress: float) -> dict[str, float]:
    """How often steps are on each kind when a share of the lesson is over."""
    public = PUBLIC_SHARES[0] if progress < PUBLIC_UNTIL else PUBLIC_SHARES[1]
    of_groups = {"public": public} | {kind: (1 - public) * share for kind, share in OURS.items()}
    return {CLAIMS: CLAIMS_SHARE} | {kind: (1 - CLAIMS_SHARE) * share for kind, share in of_groups.items()}


if __name__ == "__main__":
    main()
