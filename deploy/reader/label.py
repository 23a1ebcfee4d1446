"""Write down what a large reader says of groups and claims, for the small one to learn.

    python -m deploy.reader.label --network FOLDER/network.pt --tokenizer TOKENIZER.json --out FOLDER
        [--groups FILE ...] [--claims FILE ...] [--pieces 131072] [--device cuda]

The network is from `teach_large`. FOLDER gets, for each FILE.jsonl, FILE.npz with what is said of each of its windows
in order; no two files may have one name. A GPU takes some minutes, one core weeks.
"""

from __future__ import annotations

import argparse
import dataclasses
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from deploy.reader import claims, groups, steps, teach
from deploy.reader.claims import Taught
from deploy.reader.groups import Group
from deploy.reader.large import load_large
from deploy.reader.lesson import fastest_device
from deploy.reader.network import Network
from facts.reader.window import Windows

Numbers = NDArray[numpy.float32]

CLAIMS_AT_ONCE: Final = 512
"""How many claims are read at once."""


@dataclasses.dataclass(frozen=True, slots=True)
class Labels:
    """What is said of the windows of a file of groups, in its order, a row a window.

    `scores` are logits of answerability, `verdicts` of yes, no and neither; `pieces` says how many of its sentence's
    word pieces a window shows, and `spans` has a row for each of those of all windows, with the log-probabilities that
    the answer starts and ends there.
    """

    scores: Numbers
    verdicts: Numbers
    pieces: NDArray[numpy.int64]
    spans: NDArray[numpy.float16]


def main() -> None:
    """Read, write, and say how long it took."""
    given = _arguments()
    began = time.monotonic()
    twice = [name for name, count in Counter(file.stem for file in (*given.groups, *given.claims)).items() if count > 1]
    if twice:
        raise ValueError(f"several files are called {', '.join(twice)}: label them into a folder each")
    given.out.mkdir(parents=True, exist_ok=True)
    windows = Windows(Tokenizer.from_file(str(given.tokenizer)))
    network = load_large(given.network).to(given.device).eval()
    for file in given.groups:
        labels = of_groups(network, list(groups.read(file)), windows, given.pieces)
        save(dataclasses.asdict(labels), file, given.out)
        print(f"{file}: {len(labels.scores)} windows, {time.monotonic() - began:.0f} s")
    for file in given.claims:
        judgements = of_claims(network, claims.read(file), windows)
        save({"judgements": judgements}, file, given.out)
        print(f"{file}: {len(judgements)} claims, {time.monotonic() - began:.0f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--groups", type=Path, nargs="*", default=())
    parser.add_argument("--claims", type=Path, nargs="*", default=())
    parser.add_argument("--pieces", type=int, default=131072, help="how many word pieces are read at once, about")
    parser.add_argument("--device", default=fastest_device())
    return parser.parse_args()


def of_groups(network: Network, taught: Sequence[Group], windows: Windows, pieces: int) -> Labels:
    """What a network says of groups."""
    first = firsts(taught)
    scores = numpy.zeros(first[-1], numpy.float32)
    verdicts = numpy.zeros((first[-1], 3), numpy.float32)
    spans: list[NDArray[numpy.float16]] = [numpy.zeros((0, 2), numpy.float16)] * first[-1]
    for begin in range(0, len(taught), steps.POOL_GROUPS):
        pool = range(begin, min(begin + steps.POOL_GROUPS, len(taught)))
        for places in steps.packed(taught, [place for place in pool if taught[place].candidates], pieces):
            rows = rows_of(places, first)
            batch = teach.collate([teach.examples(taught[place], windows) for place in places]).to(network.device)
            with torch.no_grad():
                said, starts_and_ends, decided = teach.read_groups(network, batch)
            scores[rows], verdicts[rows] = said.cpu().numpy(), decided.cpu().numpy()
            found = torch.log_softmax(starts_and_ends, 1)[batch.sentence].half().cpu().numpy()
            ends = batch.sentence.sum(1).cumsum(0).cpu().numpy()
            for row, each in zip(rows, numpy.split(found, ends[:-1]), strict=True):
                spans[row] = each
        windows.forget()
    shown = numpy.array([len(each) for each in spans], numpy.int64)
    return Labels(scores, verdicts, shown, numpy.concatenate(spans))


def of_claims(network: Network, judged: Sequence[Taught], windows: Windows) -> Numbers:
    """The logits of good and true that a network gives to claims."""
    found = [numpy.zeros((0, 2), numpy.float32)]
    for begin in range(0, len(judged), CLAIMS_AT_ONCE):
        with torch.no_grad():
            read = teach.read_claims(network, judged[begin : begin + CLAIMS_AT_ONCE], windows)
        found.append(read.cpu().numpy())
        windows.forget()
    return numpy.concatenate(found)


def firsts(taught: Sequence[Group]) -> NDArray[numpy.int64]:
    """The row of each group's first window, and behind them how many rows there are."""
    return numpy.cumsum([0, *(len(group.candidates) for group in taught)])


def rows_of(places: Sequence[int], first: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
    """The rows of all windows of groups at places."""
    return numpy.concatenate([numpy.arange(first[place], first[place + 1]) for place in places])


def save(arrays: dict[str, NDArray[numpy.generic]], file: Path, folder: Path) -> None:
    """Write the labels of a file, all or nothing."""
    part = folder / f"{file.stem}.part"
    with part.open("wb") as stream:
        numpy.savez(stream, allow_pickle=False, **arrays)
    part.replace(folder / f"{file.stem}.npz")


def read_groups(file: Path, folders: Sequence[Path]) -> Labels:
    """The labels of a file of groups: the mean of those of several readers, but the verdicts of the first.

    Of spans it is the geometric one, which weighs less where they differ.
    """
    found = [_read(file, folder) for folder in folders]
    same = [(each["pieces"] == found[0]["pieces"]).all() for each in found]
    if not all(same):
        raise ValueError(f"{file}: its labels in {folders[same.index(False)]} are of other groups: label it anew")
    scores = numpy.mean([each["scores"] for each in found], 0)
    spans = numpy.mean([each["spans"].astype(numpy.float32) for each in found], 0)
    return Labels(scores, found[0]["verdicts"], found[0]["pieces"], spans.astype(numpy.float16))


def read_claims(file: Path, folders: Sequence[Path]) -> Numbers:
    """The labels of a file of claims: the mean of those of several readers."""
    judgements: Numbers = numpy.mean([_read(file, folder)["judgements"] for folder in folders], 0)
    return judgements


def _read(file: Path, folder: Path) -> dict[str, NDArray[Any]]:
    labels = folder / f"{file.stem}.npz"
    if not labels.exists():
        raise FileNotFoundError(f"{labels}: is not there: make it with deploy.reader.label from {file}")
    with numpy.load(labels, allow_pickle=False) as arrays:
        return dict(arrays)


if __name__ == "__main__":
    main()
