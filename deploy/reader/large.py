"""The large reader: MPNet's encoder (Song et al. 2020) with the heads of the small one, to teach that one from."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from deploy.reader.network import Network, Shape
from facts.reader.window import WINDOW_TOKENS

EPSILON: Final = 1e-5
"""What MPNet's norms add to the variance."""

FIRST_PLACE: Final = 2
"""The place of the first token among MPNet's position embeddings."""

BUCKETS, DISTANCE_MAX = 32, 128
"""In how many buckets the distances between two tokens fall, and from which distance on all fall in the last."""

MARKS: Final = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
"""BERT's word pieces that MPNet calls otherwise; those that it does not have are its <unk>."""

UNKNOWN: Final = "<unk>"

LAYER_PARTS: Final = {
    "attended": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "output_norm": "output.LayerNorm",
}
"""What the parts of a layer are called in MPNet."""


class Large(Network):
    """Reads what `Network` reads, and gives the same; the distance of two tokens shifts how much they attend."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        """Make an untaught large reader, whose segments count for nothing yet."""
        super().__init__(shape, dropout)
        self.relative = nn.Embedding(BUCKETS, shape.heads)
        self.relative.requires_grad_(False)
        nn.init.zeros_(self.segments.weight)
        self.register_buffer("buckets", buckets(WINDOW_TOKENS), persistent=False)

    def _places(self, tokens: Tensor) -> Tensor:
        return super()._places(tokens) + FIRST_PLACE

    def _bias(self, mask: Tensor) -> Tensor:
        length = mask.shape[1]
        return super()._bias(mask) + self.relative(self.buckets[:length, :length]).permute(2, 0, 1)


def buckets(length: int) -> Tensor:
    """The bucket of the distance from each token (a row) to each other: near ones alone, far ones together.

    Half of the buckets are for what stands behind, and of those half for distances of one each (Raffel et al. 2020).
    """
    places = torch.arange(length)
    behind = places[None, :] - places[:, None]
    half = BUCKETS // 2
    alone = half // 2
    distance = behind.abs()
    share = torch.log(distance.clamp(min=1) / alone) / math.log(DISTANCE_MAX / alone)
    together = (alone + (share * (half - alone)).long()).clamp(max=half - 1)
    return torch.where(behind > 0, half, 0) + torch.where(distance < alone, distance, together)


def load_large(weights: Path) -> Large:
    """A large reader that was taught before."""
    return _large(torch.load(weights, map_location="cpu", weights_only=True), weights)


def load_mpnet(folder: Path, tokenizer: Tokenizer) -> Large:
    """A large reader to be taught, from MPNet's folder (`model.safetensors`, `tokenizer.json`).

    Its words are put in the order of the small reader's tokenizer, so that both read the same windows.
    """
    weights = folder / "model.safetensors"
    given = {name.removeprefix("mpnet."): each for name, each in load_file(weights).items()}
    if "encoder.relative_attention_bias.weight" not in given:
        raise ValueError(f"{weights}: is not a checkpoint of MPNet: give the unpacked folder of all-mpnet-base-v2")
    taken = {
        "words.weight": given["embeddings.word_embeddings.weight"][words(tokenizer, folder)],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
        "relative.weight": given["encoder.relative_attention_bias.weight"],
    }
    number = 0
    while f"encoder.layer.{number}.output.dense.weight" in given:
        source = f"encoder.layer.{number}"
        for kind in ("weight", "bias"):
            joined = [given[f"{source}.attention.attn.{part}.{kind}"] for part in ("q", "k", "v")]
            taken[f"layers.{number}.query_key_value.{kind}"] = torch.cat(joined)
            for ours, theirs in LAYER_PARTS.items():
                taken[f"layers.{number}.{ours}.{kind}"] = given[f"{source}.{theirs}.{kind}"]
        number += 1
    return _large(taken, weights)


def words(tokenizer: Tokenizer, folder: Path) -> Tensor:
    """For each word piece of the small reader's tokenizer, in order, the number of MPNet's that reads the same."""
    theirs = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    ours = sorted(tokenizer.get_vocab().items(), key=lambda piece: piece[1])
    return torch.tensor([theirs.get(MARKS.get(piece, piece), theirs[UNKNOWN]) for piece, _ in ours])


def _large(taken: dict[str, Tensor], source: Path) -> Large:
    vocabulary, width = taken["words.weight"].shape
    shape = Shape(
        vocabulary,
        positions=len(taken["positions.weight"]),
        layers=sum(name.endswith(".inner.bias") for name in taken),
        width=width,
        heads=taken["relative.weight"].shape[1],
        inner=len(taken["layers.0.inner.bias"]),
        epsilon=EPSILON,
    )
    network = Large(shape)
    missing, unknown = network.load_state_dict(taken, strict=False)
    heads = ("segments", "pool", "answerable", "span", "verdict", "judgement")
    if unknown or any(not name.startswith(heads) for name in missing):
        raise ValueError(f"{source}: is not a large reader's network: {', '.join([*unknown, *missing])}")
    return network
