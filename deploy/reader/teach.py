"""Teach the reader.

    python -m deploy.reader.teach --groups FILE [FILE ...] --tokenizer TOKENIZER.json --out FOLDER
        (--encoder MODEL.safetensors | --start FOLDER/network.pt) [--minutes 40] [--steps 1000] [--rate 1e-4]
        [--last-share 0.05] [--seed 1] [--claims FILE ...] [--keep-layers 3]

Claims are from `claims`: steps on them come between those on groups. Each group is read once (several times if
its file is named several times), in an order fixed by the seed. With --keep-layers the embeddings and so many of the
lowest layers stay as they are: what is learned then fits into small corrections (`correct`). FOLDER gets
`state.pt` every few minutes (the same command again goes on from there), `network.pt` at the end and `log.txt`.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from deploy.reader import claims, groups
from deploy.reader.claims import Taught
from deploy.reader.groups import Candidate, Group, Span
from deploy.reader.network import Network, load_encoder, load_network
from facts.reader.window import Window, Windows

BATCH_PAIRS = 40
"""How many windows a step learns from, about."""

POOL_BATCHES = 40
"""Among how many batches' groups those of like length are put together, so that little is padded."""

WARM_SHARE = 0.05
"""In which share of the time the rate rises; then it falls in a line."""

BINARY_WEIGHT, SPAN_WEIGHT, VERDICT_WEIGHT = 1.0, 0.5, 0.8
"""What the losses of the binary decision, the span and the verdict weigh beside the listwise one."""

YES_NO_NEITHER = (1.0, 1.0, 0.2)
"""What a yes, a no and a neither weigh in the loss of the verdict: there are five of the last for one of the others."""

JUDGEMENT_WEIGHT = 0.5
"""What a step on claims weighs beside one on groups."""

CLIP_NORM = 1.0
SAVE_EVERY_S = 180
IGNORED = -100

Step = list[Group] | list[Taught]
"""What is learned from at once."""


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """A window with what is to be learned from it; `first` and `last` are places of its tokens, or IGNORED."""

    window: Window
    answers: bool
    first: int
    last: int
    verdict: int


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors, and of which group each is."""

    tokens: Tensor
    segments: Tensor
    mask: Tensor
    sentence: Tensor
    answers: Tensor
    spans: Tensor
    verdicts: Tensor
    group: Tensor


def main() -> None:
    """Teach, or go on teaching."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    windows = Windows(Tokenizer.from_file(str(given.tokenizer)))
    taught = [group for file in given.groups for group in groups.read(file)]
    random.Random(given.seed).shuffle(taught)
    judged = [claim for file in given.claims for claim in claims.read(file)]
    batches = mixed(list(batched(taught, given.seed)), list(batched_claims(judged, given.seed)), given.seed)
    batches = batches[: given.steps]
    network = Network()
    if given.start:
        load_network(network, given.start)
    else:
        load_encoder(network, given.encoder)
    if given.keep_layers:
        network.keep_lowest(given.keep_layers)
    lesson = Lesson(network, given.out, Pace(given.rate, given.last_share), given.minutes * 60)
    lesson.run(batches, windows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--groups", type=Path, nargs="+", required=True)
    parser.add_argument("--claims", type=Path, nargs="*", default=())
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument("--encoder", type=Path)
    begin.add_argument("--start", type=Path)
    parser.add_argument("--minutes", type=float, default=math.inf, help="learn no longer than this")
    parser.add_argument("--steps", type=int, help="learn from no more batches than this")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--last-share", type=float, default=0.05, help="to which share of its height the rate falls")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep-layers", type=int, default=0, help="leave so many of the lowest layers as they are")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def examples(group: Group, windows: Windows) -> list[Example]:
    """The windows of a group."""
    return [_example(group, candidate, windows) for candidate in group.candidates]


def _example(group: Group, candidate: Candidate, windows: Windows) -> Example:
    window = windows.make(group.question, candidate.passage, group.asked_before)
    first, last = _token_span(window, candidate.span) if candidate.span else (IGNORED, IGNORED)
    verdict = IGNORED if candidate.verdict is None else candidate.verdict
    return Example(window, candidate.answers, first, last, verdict)


def _token_span(window: Window, span: Span) -> tuple[int, int]:
    inside = [place for place, (begin, end) in enumerate(window.offsets) if begin < span[1] and end > span[0]]
    if not inside or window.offsets[inside[-1]][1] < span[1]:
        return IGNORED, IGNORED
    return window.start + inside[0], window.start + inside[-1]


def batched(taught: list[Group], seed: int) -> Iterator[list[Group]]:
    """Put groups of like length into batches of about BATCH_PAIRS windows; the batches come in random order."""
    chance = random.Random(seed)
    size = max(1, POOL_BATCHES * BATCH_PAIRS // 5)
    for begin in range(0, len(taught), size):
        pool = sorted((group for group in taught[begin : begin + size] if group.candidates), key=_longest)
        made: list[list[Group]] = [[]]
        for group in pool:
            if sum(len(each.candidates) for each in (*made[-1], group)) > BATCH_PAIRS:
                made.append([])
            made[-1].append(group)
        chance.shuffle(made)
        yield from (batch for batch in made if batch)


def batched_claims(judged: list[Taught], seed: int) -> Iterator[list[Taught]]:
    """Put claims into batches of BATCH_PAIRS windows."""
    judged = random.Random(seed).sample(judged, len(judged))
    for begin in range(0, len(judged), BATCH_PAIRS):
        yield judged[begin : begin + BATCH_PAIRS]


def mixed(of_groups: list[list[Group]], of_claims: list[list[Taught]], seed: int) -> list[Step]:
    """Steps on groups and on claims in one random order, those on groups in the order given."""
    order = [True] * len(of_groups) + [False] * len(of_claims)
    random.Random(seed).shuffle(order)
    next_groups, next_claims = iter(of_groups), iter(of_claims)
    return [next(next_groups) if groups_now else next(next_claims) for groups_now in order]


def _longest(group: Group) -> int:
    """How many characters the longest window has, about: what is cut is not counted."""
    texts = [(each.passage.heading, each.passage.before, each.passage.sentence) for each in group.candidates]
    return len(group.question) + max(sum(min(len(text), 160) for text in each) for each in texts)


def collate(batch: list[list[Example]]) -> Batch:
    """Make tensors of groups."""
    flat = [example for group in batch for example in group]
    windows = [example.window for example in flat]
    tokens, segments, mask = padded(windows)
    sentence = torch.zeros_like(mask)
    for row, window in enumerate(windows):
        sentence[row, window.start : window.start + len(window.offsets)] = 1
    return Batch(
        tokens,
        segments,
        mask,
        sentence.bool(),
        torch.tensor([float(example.answers) for example in flat]),
        torch.tensor([[example.first, example.last] for example in flat]),
        torch.tensor([example.verdict for example in flat]),
        torch.tensor([number for number, group in enumerate(batch) for _ in group]),
    )


def padded(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Tokens, segments and mask of windows, each (windows, tokens of the longest)."""
    longest = max(len(window.tokens) for window in windows)
    tokens, segments, mask = (torch.zeros(len(windows), longest, dtype=torch.long) for _ in range(3))
    for row, window in enumerate(windows):
        length = len(window.tokens)
        tokens[row, :length] = torch.tensor(window.tokens)
        segments[row, :length] = torch.tensor(window.segments)
        mask[row, :length] = 1
    return tokens, segments, mask


def claim_losses(network: Network, judged: Sequence[Taught], windows: Windows) -> dict[str, Tensor]:
    """What the network gets wrong in claims; what is not known of one is not learned from."""
    with torch.autocast("cpu", torch.bfloat16):
        _, _, _, judgements = network(*padded([windows.claimed(each.claim) for each in judged]))
    wanted = torch.tensor([[float(each.good or 0), float(each.true)] for each in judged])
    known = torch.tensor([[float(each.good is not None), 1.0] for each in judged])
    loss = functional.binary_cross_entropy_with_logits(judgements.float(), wanted, reduction="none")
    return {"judgement": (loss * known).sum() / known.sum()}


def step_losses(network: Network, step: Step, windows: Windows) -> dict[str, Tensor]:
    """What the network gets wrong in a step, a number a head."""
    of_groups = [each for each in step if isinstance(each, Group)]
    if of_groups:
        return losses(network, collate([examples(group, windows) for group in of_groups]))
    return claim_losses(network, [each for each in step if isinstance(each, Taught)], windows)


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """What the network gets wrong in a batch, a number a head."""
    with torch.autocast("cpu", torch.bfloat16):
        scores, spans, verdicts, _ = network(batch.tokens, batch.segments, batch.mask)
    scores, spans, verdicts = scores.float(), spans.float(), verdicts.float()
    spans = spans.masked_fill(~batch.sentence[:, :, None], -1e4)
    found = {
        "list": listwise(scores, batch.answers, batch.group),
        "binary": functional.binary_cross_entropy_with_logits(scores, batch.answers),
    }
    if (batch.spans != IGNORED).any():
        found["span"] = functional.cross_entropy(spans, batch.spans, ignore_index=IGNORED)
    if (batch.verdicts != IGNORED).any():
        found["verdict"] = functional.cross_entropy(
            verdicts, batch.verdicts, torch.tensor(YES_NO_NEITHER), ignore_index=IGNORED
        )
    return found


def listwise(scores: Tensor, answers: Tensor, group: Tensor) -> Tensor:
    """Mean over the groups of -log P(a right candidate), or of the null where none is right; the null scores 0."""
    count = int(group[-1]) + 1
    own = group[None, :] == torch.arange(count)[:, None]
    low = torch.full((1, 1), -1e4)
    everything = torch.cat([torch.zeros(count, 1), torch.where(own, scores[None, :], low)], 1)
    right = own & (answers[None, :] > 0)
    null = ~right.any(1, keepdim=True)
    kept = torch.cat([null, right], 1)
    return (torch.logsumexp(everything, 1) - torch.logsumexp(torch.where(kept, everything, low), 1)).mean()


def total(found: dict[str, Tensor]) -> Tensor:
    """The losses, weighted and added."""
    weights = {
        "list": 1.0,
        "binary": BINARY_WEIGHT,
        "span": 2 * SPAN_WEIGHT,
        "verdict": VERDICT_WEIGHT,
        "judgement": JUDGEMENT_WEIGHT,
    }
    return torch.stack([weights[name] * loss for name, loss in found.items()]).sum()


@dataclasses.dataclass(frozen=True, slots=True)
class Pace:
    """The rate of learning at its height, and the share of it that is left at the end."""

    rate: float
    last_share: float

    def at(self, progress: float) -> float:
        """The rate when a share of the lesson (0 to 1) is over."""
        if progress < WARM_SHARE:
            return self.rate * max(progress, 1e-3) / WARM_SHARE
        left = max(0.0, 1 - (progress - WARM_SHARE) / (1 - WARM_SHARE))
        return self.rate * (self.last_share + (1 - self.last_share) * left)


class Lesson:
    """A network being taught, with what it takes to go on after a break."""

    def __init__(self, network: Network, out: Path, pace: Pace, seconds_max: float) -> None:
        """Take up where `state.pt` in `out` left off, if it is there."""
        self.network, self.out, self.pace, self.seconds_max = network, out, pace, seconds_max
        network.words.weight.requires_grad_(False)
        network.positions.weight.requires_grad_(False)
        learning = [weights for weights in network.parameters() if weights.requires_grad]
        self.optimizer = torch.optim.AdamW(learning, pace.rate, weight_decay=0.01, fused=True)
        self.done, self.seconds = 0, 0.0
        self.means: dict[str, float] = {}
        if (out / "state.pt").exists():
            self._resume(torch.load(out / "state.pt", weights_only=True))

    def _resume(self, state: dict[str, Any]) -> None:
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.done, self.seconds = state["done"], state["seconds"]
        torch.set_rng_state(state["chance"])

    def save(self) -> None:
        """Write `state.pt`, all or nothing."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "done": self.done,
            "seconds": self.seconds,
            "chance": torch.get_rng_state(),
        }
        torch.save(state, self.out / "state.part")
        (self.out / "state.part").replace(self.out / "state.pt")

    def run(self, batches: Sequence[Step], windows: Windows) -> None:
        """Learn from the batches that are left, within the time that is left; write `network.pt`."""
        self.network.train()
        before, saved = self.seconds, time.monotonic()
        began = saved
        for batch in batches[self.done :]:
            progress = max(self.done / len(batches), self.seconds / self.seconds_max)
            if progress >= 1:
                break
            self._step(step_losses(self.network, batch, windows), progress)
            windows.forget()
            self.done += 1
            now = time.monotonic()
            self.seconds = before + now - began
            if self.done % 50 == 0:
                self._log(f"{self.done}/{len(batches)} {self.seconds:.0f} s", progress)
            if now - saved > SAVE_EVERY_S:
                self.save()
                saved = now
        torch.save(self.network.state_dict(), self.out / "network.pt")
        self._log(f"taught on {self.done} of {len(batches)} batches in {self.seconds:.0f} s", 1)

    def _step(self, found: dict[str, Tensor], progress: float) -> None:
        for place in self.optimizer.param_groups:
            place["lr"] = self.pace.at(progress)
        self.optimizer.zero_grad()
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP_NORM)
        self.optimizer.step()
        for name, loss in found.items():
            value = float(loss.detach())
            self.means[name] = 0.98 * self.means.get(name, value) + 0.02 * value

    def _log(self, what: str, progress: float) -> None:
        means = " ".join(f"{name} {mean:.3f}" for name, mean in self.means.items())
        line = f"{what} rate {self.pace.at(progress):.1e} {means}"
        print(line, flush=True)
        with (self.out / "log.txt").open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")


if __name__ == "__main__":
    main()
