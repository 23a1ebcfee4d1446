"""Teach the small reader what a large one says (Hinton et al. 2015), in the 8 bits that are shipped.

    python -m deploy.reader.distil --own FILE [FILE ...] --altered FILE [FILE ...] --slips FILE [FILE ...]
        --drafts FILE [FILE ...] --public FILE [FILE ...] --claims FILE [FILE ...] --labels FOLDER [FOLDER ...]
        --start FOLDER/network.pt --weights facts/reader/weights.onnx --tokenizer TOKENIZER.json --out FOLDER
        [--share 0.8] [--steps 4900] [--pieces 131072] [--rate 3e-4] [--seed 1] [--device cuda]

Groups and claims are those that `label` has read into the folders of labels; of several folders the mean is learned.
Of what is learned from a group or claim the labels are the `share`, what is known of it is the rest; where nothing is
known, as of drafts, they are all. The embeddings stay as they are, and each step reads with weights that are rounded as
the shipped ones are, at the same scales, so that nothing is lost when `correct` rounds them. FOLDER gets `state.pt`
every few minutes (the same command again goes on from there), `network.pt` at the end and `log.txt`. A GPU takes some
minutes, one core weeks.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.func import functional_call
from torch.nn import functional

from deploy.reader import claims, correct, groups, label, lesson, steps, teach
from deploy.reader.claims import Taught
from deploy.reader.groups import Group
from deploy.reader.label import Labels
from deploy.reader.lesson import Lesson, Losses, Pace
from deploy.reader.network import Network, Reads, load_network
from deploy.reader.steps import CLAIMS, LAST_SHARE, Step
from deploy.reader.teach import IGNORED, YES_NO_NEITHER, Batch
from facts.reader.window import Windows

CLAIMS_SHARE: Final = 0.1
"""How many of the steps are on claims."""

CLAIMS_AT_ONCE: Final = 512
"""How many claims a step learns from."""

KINDS: Final[Mapping[str, float]] = {"own": 0.42, "altered": 0.12, "slips": 0.16, "drafts": 0.14, "public": 0.16}
"""How the steps on groups are shared."""

UNKNOWN: Final = "drafts"
"""The kind of groups of which nothing is known but what the labels say."""

WEIGHTS: Final = {**lesson.WEIGHTS, "judgement": 0.7}
"""What each loss weighs."""

SPAN_FROM: Final = -1.5
"""From which logit on the labels' answer counts, as much as it is likely that the sentence answers."""


class Rounded:
    """A network read with its weights rounded to the steps of 8 bits, while the weights themselves are taught.

    What is learned passes the rounding as if it were not there (a straight-through gradient; Bengio et al. 2013).
    """

    def __init__(self, network: Network, scales: Mapping[str, Tensor]) -> None:
        """Take a network and how large a step of its matrices is, by their names."""
        self.network = network
        self.scales = {name: each.to(network.device) for name, each in scales.items()}

    @property
    def device(self) -> torch.device:
        """Where the network is."""
        return self.network.device

    def __call__(self, tokens: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read as the network does."""
        weights = dict(self.network.named_parameters())
        used = {name: _rounded(weights[name], scale) for name, scale in self.scales.items()}
        read: tuple[Tensor, Tensor, Tensor, Tensor] = functional_call(self.network, used, (tokens, segments, mask))
        return read


def _rounded(weights: Tensor, scale: Tensor) -> Tensor:
    taken = (weights / scale).round().clamp(-correct.STEPS_MAX, correct.STEPS_MAX) * scale
    return weights + (taken - weights).detach()


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """The labels of a batch: answerability logits, log-probabilities of start and end a token, verdict logits."""

    scores: Tensor
    spans: Tensor
    verdicts: Tensor


class Source:
    """Groups of one kind with their labels."""

    def __init__(self, taught: Sequence[Group], labels: Labels) -> None:
        """Take groups and labels of the same windows in the same order.

        Raises ValueError where these are not as many.
        """
        self.groups, self.labels = taught, labels
        self._first = label.firsts(taught)
        if self._first[-1] != len(labels.scores):
            raise ValueError(
                f"there are labels of {len(labels.scores)} windows and {self._first[-1]} windows: label the groups anew"
            )
        self._first_piece = numpy.cumsum([0, *labels.pieces])

    def batch(self, places: Sequence[int], windows: Windows, device: torch.device) -> tuple[Batch, Said]:
        """The windows of groups at places, and what the labels say of them."""
        batch = teach.collate([teach.examples(self.groups[place], windows) for place in places])
        rows = label.rows_of(places, self._first)
        found = [self.labels.spans[self._first_piece[row] : self._first_piece[row + 1]] for row in rows]
        spans = torch.zeros(*batch.sentence.shape, 2)
        spans[batch.sentence] = torch.from_numpy(numpy.concatenate(found)).float()
        said = Said(_tensor(self.labels.scores[rows]), spans, _tensor(self.labels.verdicts[rows]))
        return batch.to(device), Said(*(each.to(device) for each in (said.scores, said.spans, said.verdicts)))


def _tensor(numbers: NDArray[numpy.float32]) -> Tensor:
    return torch.from_numpy(numbers).float()


@dataclasses.dataclass(frozen=True, slots=True)
class Material:
    """What the small reader learns from: labelled groups by their kind, and claims with the logits of their labels."""

    sources: Mapping[str, Source]
    claims: Sequence[Taught]
    judgements: Tensor


def main() -> None:
    """Teach, or go on teaching."""
    given = _arguments()
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    network = Network()
    load_network(network, given.start)
    reads = as_shipped(network.to(given.device), given.weights)
    material = _material(given)
    windows = Windows(Tokenizer.from_file(str(given.tokenizer)))

    def losses_of(step: Step) -> Losses:
        found = step_losses(reads, step, material, given.share, windows)
        steps.forget_if_many(windows)
        return found

    taught = Lesson(network, given.out, Pace(given.rate, LAST_SHARE), weights=WEIGHTS)
    taught.run(planned(material, given.steps, given.pieces, given.seed), losses_of)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for kind in (*KINDS, CLAIMS, "labels"):
        parser.add_argument(f"--{kind}", type=Path, nargs="+", required=True)
    for file in ("start", "weights", "tokenizer", "out"):
        parser.add_argument(f"--{file}", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.8, help="how much the labels count beside what is known")
    parser.add_argument("--steps", type=int, default=4900)
    parser.add_argument("--pieces", type=int, default=131072, help="how many word pieces a step has, about")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default=lesson.fastest_device())
    return parser.parse_args()


def _material(given: argparse.Namespace) -> Material:
    sources = {kind: source(getattr(given, kind), given.labels) for kind in KINDS}
    judged = [claim for file in given.claims for claim in claims.read(file)]
    judgements = numpy.concatenate([label.read_claims(file, given.labels) for file in given.claims])
    if len(judged) != len(judgements):
        raise ValueError(f"there are labels of {len(judgements)} claims and {len(judged)} claims: label them anew")
    return Material(sources, judged, _tensor(judgements))


def source(files: Sequence[Path], folders: Sequence[Path]) -> Source:
    """The groups of several files with their labels."""
    parts = [label.read_groups(file, folders) for file in files]
    joined = {
        field.name: numpy.concatenate([getattr(part, field.name) for part in parts])
        for field in dataclasses.fields(Labels)
    }
    return Source([group for file in files for group in groups.read(file)], Labels(**joined))


def as_shipped(network: Network, weights: Path) -> Rounded:
    """A network with the embeddings of the shipped weights, which stay, read in the steps of their 8 bits."""
    model = weights.read_bytes()
    embeddings = {name: torch.from_numpy(each) for name, each in correct.embeddings(model).items()}
    network.load_state_dict(embeddings, strict=False)
    for kept in (network.words, network.positions, network.segments):
        kept.requires_grad_(False)
    return Rounded(network, {name: torch.from_numpy(each) for name, each in correct.scales(model).items()})


def planned(material: Material, count: int, pieces: int, seed: int) -> list[Step]:
    """What each of so many steps is on."""
    batches = {kind: steps.of_groups(each.groups, pieces, seed, kind) for kind, each in material.sources.items()}
    batches[CLAIMS] = steps.of_claims(len(material.claims), CLAIMS_AT_ONCE, seed)
    shares = {CLAIMS: CLAIMS_SHARE} | {kind: (1 - CLAIMS_SHARE) * share for kind, share in KINDS.items()}
    return steps.drawn(batches, lambda _: shares, count, seed)


def step_losses(reads: Reads, step: Step, material: Material, share: float, windows: Windows) -> Losses:
    """What a network gets wrong in a step, a number a head."""
    if step.kind == CLAIMS:
        judged = [material.claims[place] for place in step.places]
        return claim_losses(reads, judged, material.judgements[step.places].to(reads.device), share, windows)
    batch, said = material.sources[step.kind].batch(step.places, windows, reads.device)
    if step.kind == UNKNOWN:
        batch = dataclasses.replace(batch, verdicts=torch.full_like(batch.verdicts, IGNORED))
        return losses(reads, batch, said, 1.0)
    return losses(reads, batch, said, share)


def claim_losses(reads: Reads, judged: Sequence[Taught], said: Tensor, share: float, windows: Windows) -> Losses:
    """How far a network is from what labels say of claims, and from what is known of them."""
    wanted, known = teach.said_of_claims(judged, reads.device)
    chances = torch.sigmoid(said)
    mixed = torch.where(known > 0, share * chances + (1 - share) * wanted, chances)
    return {"judgement": functional.binary_cross_entropy_with_logits(teach.read_claims(reads, judged, windows), mixed)}


def losses(reads: Reads, batch: Batch, said: Said, share: float, of_verdicts: float | None = None) -> Losses:
    """How far a network is from what labels say of a batch, which count for the share, and from what is known.

    Of verdicts they count for a share of their own, where one is given.
    """
    decided_by = share if of_verdicts is None else of_verdicts
    scores, spans, verdicts = teach.read_groups(reads, batch)
    answerable = share * torch.sigmoid(said.scores) + (1 - share) * batch.answers
    found = {
        "list": listwise(scores, batch, said, share),
        "binary": functional.binary_cross_entropy_with_logits(scores, answerable),
    }
    sure = torch.sigmoid(said.scores) * (said.scores > SPAN_FROM)
    counts = torch.maximum(sure, (batch.spans[:, 0] != IGNORED).float())
    if (counts > 0).any():
        found["span"] = (_span_loss(spans, batch, said, share) * counts).sum() / counts.sum()
    if (decided := batch.verdicts != IGNORED).any():
        found["verdict"] = _verdict_loss(verdicts[decided], batch.verdicts[decided], said.verdicts[decided], decided_by)
    return found


def listwise(scores: Tensor, batch: Batch, said: Said, share: float) -> Tensor:
    """Mean over the groups of the cross-entropy between the labels' and known chances of the candidates and of the
    null, and the network's; the null scores 0."""
    count = int(batch.group[-1]) + 1
    own = batch.group[None, :] == torch.arange(count, device=scores.device)[:, None]
    right = own * batch.answers
    right = torch.cat([(right.sum(1, keepdim=True) == 0).float(), right], 1)
    wanted = share * _log_chances(said.scores, own).exp() + (1 - share) * right / right.sum(1, keepdim=True)
    return -(wanted * _log_chances(scores, own)).sum(1).mean()


def _log_chances(scores: Tensor, own: Tensor) -> Tensor:
    """For each group (a row) the log-probabilities of the null and of all candidates; next to none of others' ones."""
    null = scores.new_zeros(len(own), 1)
    return torch.log_softmax(torch.cat([null, scores[None, :].masked_fill(~own, -1e4)], 1), 1)


def _span_loss(spans: Tensor, batch: Batch, said: Said, share: float) -> Tensor:
    """How far start and end of each window are from the labels' and, where they are known, the right ones."""
    inside = batch.sentence[:, :, None]
    chances = said.spans.exp() * inside
    known = batch.spans[:, None, :] == torch.arange(spans.shape[1], device=spans.device)[None, :, None]
    is_known = (batch.spans != IGNORED)[:, None, :]
    wanted = torch.where(is_known, share * chances + (1 - share) * known.float(), chances)
    log_chances = torch.log_softmax(spans, 1).masked_fill(~inside, 0.0)
    return -(wanted * log_chances).sum((1, 2)) / 2


def _verdict_loss(verdicts: Tensor, known: Tensor, said: Tensor, share: float) -> Tensor:
    wanted = share * torch.softmax(said, 1) + (1 - share) * functional.one_hot(known, len(YES_NO_NEITHER)).float()
    weights = verdicts.new_tensor(YES_NO_NEITHER)[known]
    return (-(wanted * torch.log_softmax(verdicts, 1)).sum(1) * weights).sum() / weights.sum()


if __name__ == "__main__":
    main()
