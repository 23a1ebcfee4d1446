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
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from deploy.reader import claims, groups
from deploy.reader.claims import Taught
from deploy.reader.groups import Candidate, Group, Span
from deploy.reader.lesson import Lesson, Losses, Pace
from deploy.reader.network import Network, Reads, load_encoder, load_network
from facts.reader.window import Window, Windows

BATCH_PAIRS = 40
"""How many windows a step learns from, about."""

POOL_BATCHES = 40
"""Among how many batches' groups those of like length are put together, so that little is padded."""

YES_NO_NEITHER = (1.0, 1.0, 0.2)
"""What a yes, a no and a neither weigh in the loss of the verdict: there are five of the last for one of the others."""

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

    def to(self, device: torch.device) -> Batch:
        """The same batch on a device."""
        return Batch(*(getattr(self, field.name).to(device) for field in dataclasses.fields(self)))


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
    for kept in (network.words, network.positions):
        kept.requires_grad_(False)

    def losses_of(step: Step) -> Losses:
        found = step_losses(network, step, windows)
        windows.forget()
        return found

    lesson = Lesson(network, given.out, Pace(given.rate, given.last_share), given.minutes * 60)
    lesson.run(batches, losses_of)


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


def read_claims(network: Reads, judged: Sequence[Taught], windows: Windows) -> Tensor:
    """The logits of good and true that a network gives to claims."""
    tokens, segments, mask = (
        each.to(network.device) for each in padded([windows.claimed(each.claim) for each in judged])
    )
    with torch.autocast(network.device.type, torch.bfloat16):
        return network(tokens, segments, mask)[3].float()


def said_of_claims(judged: Sequence[Taught], device: torch.device) -> tuple[Tensor, Tensor]:
    """Whether each claim is good and true, 0 where that is not known, and whether it is known."""
    wanted = [[float(each.good or 0), float(each.true or 0)] for each in judged]
    known = [[float(each.good is not None), float(each.true is not None)] for each in judged]
    return torch.tensor(wanted, device=device), torch.tensor(known, device=device)


def claim_losses(network: Network, judged: Sequence[Taught], windows: Windows) -> Losses:
    """What the network gets wrong in claims; what is not known of one is not learned from."""
    wanted, known = said_of_claims(judged, network.device)
    judgements = read_claims(network, judged, windows)
    loss = functional.binary_cross_entropy_with_logits(judgements, wanted, reduction="none")
    return {"judgement": (loss * known).sum() / known.sum().clamp(min=1)}


def step_losses(network: Network, step: Step, windows: Windows) -> Losses:
    """What the network gets wrong in a step, a number a head."""
    of_groups = [each for each in step if isinstance(each, Group)]
    if of_groups:
        return losses(network, collate([examples(group, windows) for group in of_groups]).to(network.device))
    return claim_losses(network, [each for each in step if isinstance(each, Taught)], windows)


def read_groups(network: Reads, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The logits that a network gives to a batch: answerability, start and end in the sentence, verdicts."""
    with torch.autocast(network.device.type, torch.bfloat16):
        scores, spans, verdicts, _ = network(batch.tokens, batch.segments, batch.mask)
    return scores.float(), spans.float().masked_fill(~batch.sentence[:, :, None], -1e4), verdicts.float()


def losses(network: Network, batch: Batch) -> Losses:
    """What the network gets wrong in a batch, a number a head."""
    scores, spans, verdicts = read_groups(network, batch)
    found = {
        "list": listwise(scores, batch.answers, batch.group),
        "binary": functional.binary_cross_entropy_with_logits(scores, batch.answers),
    }
    if (batch.spans != IGNORED).any():
        found["span"] = functional.cross_entropy(spans, batch.spans, ignore_index=IGNORED)
    if (batch.verdicts != IGNORED).any():
        found["verdict"] = functional.cross_entropy(
            verdicts, batch.verdicts, verdicts.new_tensor(YES_NO_NEITHER), ignore_index=IGNORED
        )
    return found


def listwise(scores: Tensor, answers: Tensor, group: Tensor) -> Tensor:
    """Mean over the groups of -log P(a right candidate), or of the null where none is right; the null scores 0."""
    count = int(group[-1]) + 1
    own = group[None, :] == torch.arange(count, device=group.device)[:, None]
    low = scores.new_full((1, 1), -1e4)
    everything = torch.cat([scores.new_zeros(count, 1), torch.where(own, scores[None, :], low)], 1)
    right = own & (answers[None, :] > 0)
    null = ~right.any(1, keepdim=True)
    kept = torch.cat([null, right], 1)
    return (torch.logsumexp(everything, 1) - torch.logsumexp(torch.where(kept, everything, low), 1)).mean()


if __name__ == "__main__":
    main()
