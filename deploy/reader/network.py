"""The reader's network: a small BERT encoder (MiniLM-L6-H384) with heads for answers, yes/no and judging facts."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Protocol

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

YES, NO, NEITHER = 0, 1, 2
"""What the yes/no head's three outputs mean, in order."""


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's sizes; the defaults are those of MiniLM-L6-H384."""

    vocabulary: int = 30522
    positions: int = 512
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    epsilon: float = 1e-12


class Reads(Protocol):
    """What reads windows as a network does."""

    @property
    def device(self) -> torch.device:
        """Where it reads."""

    def __call__(self, tokens: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read as `Network.forward` does."""


class Layer(nn.Module):
    """One transformer layer of BERT: self-attention and a feed-forward net, each with a residual and a norm."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        """Make a layer of a shape."""
        super().__init__()
        self.heads = shape.heads
        self.dropout = dropout
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.output_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Read states (batch, tokens, width) under an additive attention bias (see `Network._bias`)."""
        batch, tokens, width = states.shape
        split = self.query_key_value(states).view(batch, tokens, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
        mixed = torch.softmax(scores, -1) @ value
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, tokens, width))
        states = self.attention_norm(states + functional.dropout(mixed, self.dropout, self.training))
        inner = self.outer(functional.gelu(self.inner(states)))
        return self.output_norm(states + functional.dropout(inner, self.dropout, self.training))


class Network(nn.Module):
    """Question and passage → answerability logit, start and end logits of each token, yes/no/neither logits.

    A claim (question, answer and passage) → logits of good and true.
    """

    def __init__(self, shape: Shape | None = None, dropout: float = 0.1) -> None:
        """Make an untaught network."""
        super().__init__()
        shape = shape or Shape()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.segments = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.pool = nn.Linear(shape.width, shape.width)
        self.answerable = nn.Linear(shape.width, 1)
        self.span = nn.Linear(shape.width, 2)
        self.verdict = nn.Linear(shape.width, 3)
        self.judgement = nn.Linear(shape.width, 2)
        self.dropout = dropout
        self.kept_layers = 0

    def keep_lowest(self, layers: int) -> None:
        """From now on leave the embeddings and the lowest layers as they are, and read through them without dropout."""
        self.kept_layers = layers
        for part in (self.words, self.positions, self.segments, self.norm, *self.layers[:layers]):
            part.requires_grad_(False)
        for layer in self.layers[:layers]:
            layer.dropout = 0.0

    @property
    def device(self) -> torch.device:
        """Where its weights are."""
        return self.words.weight.device

    def forward(self, tokens: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read token ids, segments and mask, all (batch, tokens); the mask is 1 on tokens and 0 on padding.

        Returns answerability (batch), start and end logits (batch, tokens, 2), verdicts (batch, 3) and judgements
        (batch, 2), of which the last means something for the windows of claims only.
        """
        places = self._places(tokens)
        states = self.norm(self.words(tokens) + self.positions(places) + self.segments(segments))
        states = functional.dropout(states, 0.0 if self.kept_layers else self.dropout, self.training)
        bias = self._bias(mask.to(states.dtype))
        for layer in self.layers:
            states = layer(states, bias)
        pooled = torch.tanh(self.pool(states[:, 0]))
        pooled = functional.dropout(pooled, self.dropout, self.training)
        return self.answerable(pooled).squeeze(-1), self.span(states), self.verdict(pooled), self.judgement(pooled)

    def _places(self, tokens: Tensor) -> Tensor:
        """The place of each token, from which its position embedding comes."""
        return torch.arange(tokens.shape[1], device=tokens.device)

    def _bias(self, mask: Tensor) -> Tensor:
        """What is added to the scores of attention, (batch, 1 or heads, 1 or tokens, tokens)."""
        return ((1.0 - mask) * -10000.0)[:, None, None, :]


def load_network(network: Network, weights: Path) -> None:
    """Take the weights of a network taught before; a head that it did not have stays as it is."""
    missing, unknown = network.load_state_dict(torch.load(weights, weights_only=True), strict=False)
    if unknown or any(not name.startswith("judgement") for name in missing):
        raise ValueError(f"{weights}: is not a reader's network")


def load_encoder(network: Network, weights: Path) -> None:
    """Take the encoder's weights from a BERT checkpoint (safetensors); the heads stay as they are."""
    given = load_file(weights)
    taken: dict[str, Tensor] = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "segments.weight": given["embeddings.token_type_embeddings.weight"],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    names = {
        "attended": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "output_norm": "output.LayerNorm",
    }
    for number in range(len(network.layers)):
        source = f"encoder.layer.{number}"
        for kind in ("weight", "bias"):
            joined = [given[f"{source}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            taken[f"layers.{number}.query_key_value.{kind}"] = torch.cat(joined)
            for ours, theirs in names.items():
                taken[f"layers.{number}.{ours}.{kind}"] = given[f"{source}.{theirs}.{kind}"]
    missing, unknown = network.load_state_dict(taken, strict=False)
    if unknown or any(name.startswith(("words", "layers", "norm")) for name in missing):
        raise ValueError(f"{weights}: is not a checkpoint of a BERT of six layers")
