"""A reader of a few kilobytes with random weights, written as ONNX by hand so that tests need no library for that."""

from __future__ import annotations

import hashlib
import json
import string
from pathlib import Path

import numpy
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

INT64, FLOAT = 7, 1
"""ONNX's numbers of the two types of tensors used here."""

HEADS = 8
"""What the network gives a token: start, end, answerability, yes, no, neither, good, true."""


def write(path: Path, seed: int = 1, calibration: dict[str, float] | None = None) -> Path:
    """Write a tiny reader and its checksum; each number it gives is a sum over tokens."""
    cutter = tokenizer()
    about = {"tokenizer": cutter.to_str(), "calibration": json.dumps(calibration or {"slope": 1.0, "shift": 0.0})}
    path.write_bytes(_model(table(seed), about))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n", encoding="ascii")
    return path


def table(seed: int) -> numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]:
    """What each token adds to each number."""
    return numpy.random.default_rng(seed).normal(size=(tokenizer().get_vocab_size(), HEADS)).astype(numpy.float32)


def tokenizer() -> Tokenizer:
    """A tokenizer that knows letters, digits and marks."""
    signs = string.ascii_lowercase + string.digits
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *string.punctuation, *signs, *(f"##{sign}" for sign in signs)]
    model = models.WordPiece({piece: n for n, piece in enumerate(pieces)}, unk_token="[UNK]")
    made = Tokenizer(model)
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def _model(table: numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]], about: dict[str, str]) -> bytes:
    nodes = [
        _node("Gather", ["table", "tokens"], ["each"]),
        _node("Cast", ["mask"], ["kept"], to=FLOAT),
        _node("Unsqueeze", ["kept", "last"], ["wide"]),
        _node("Mul", ["each", "wide"], ["masked"]),
        _node("ReduceSum", ["masked", "second"], ["summed"], keepdims=0),
        _node("Split", ["each", "parts"], ["spans", "none", "no_verdicts", "nothing"], axis=2),
        _node("Split", ["summed", "parts"], ["no_spans", "score", "verdicts", "judgements"], axis=1),
        _node("Squeeze", ["score", "second"], ["scores"]),
    ]
    tensors = [
        _tensor("table", table, FLOAT),
        _tensor("last", numpy.array([2]), INT64),
        _tensor("second", numpy.array([1]), INT64),
        _tensor("parts", numpy.array([2, 1, 3, 2]), INT64),
    ]
    inputs = [_value(name, INT64, 2) for name in ("tokens", "segments", "mask")]
    shapes = {"scores": 1, "spans": 3, "verdicts": 2, "judgements": 2}
    outputs = [_value(name, FLOAT, dimensions) for name, dimensions in shapes.items()]
    graph = _many(1, nodes) + _text(2, "tiny") + _many(5, tensors) + _many(11, inputs) + _many(12, outputs)
    entries = [_text(1, name) + _text(2, value) for name, value in about.items()]
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 17)) + _many(14, entries)


def _node(kind: str, inputs: list[str], outputs: list[str], **numbers: int) -> bytes:
    attributes = [_text(1, name) + _number(3, number) + _number(20, 2) for name, number in numbers.items()]
    names = b"".join(_text(1, name) for name in inputs) + b"".join(_text(2, name) for name in outputs)
    return names + _text(4, kind) + _many(5, attributes)


def _tensor(name: str, values: numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.generic]], kind: int) -> bytes:
    sizes = b"".join(_number(1, size) for size in values.shape)
    return sizes + _number(2, kind) + _text(8, name) + _bytes(9, values.tobytes())


def _value(name: str, kind: int, dimensions: int) -> bytes:
    shape = b"".join(_bytes(1, _text(2, f"{name}{n}")) for n in range(dimensions))
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _varint(number: int) -> bytes:
    parts = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])


def _number(field: int, number: int) -> bytes:
    return _varint(field << 3) + _varint(number)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _many(field: int, values: list[bytes]) -> bytes:
    return b"".join(_bytes(field, value) for value in values)
