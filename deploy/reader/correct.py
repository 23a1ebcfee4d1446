"""Keep what a network was taught beyond the weights that are shipped, as small corrections to them.

    python -m deploy.reader.correct --network FOLDER/network.pt --weights facts/reader/weights.onnx
        [--slope 1 --shift 0] [--yes-no]

Writes `corrections.npz` beside the weights and names it in their `weights.sha256`; with `--yes-no`, `yes_no.npz`: what
is laid over both to read questions for yes or no. Word, position and segment
embeddings have to be those of the weights (neither `teach` nor `distil` changes them); the scales of the 8 bits stay,
so that most differences are small and take half of the bits. See `facts/reader/corrections.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from pathlib import Path
from typing import Any

import numpy
import numpy.typing
import onnx
import torch
from onnx import TensorProto, numpy_helper

from facts.reader import files
from facts.reader.corrections import packed

Arrays = dict[str, numpy.typing.NDArray[numpy.generic]]

STEPS_MAX = 64
"""How far a weight in 8 bits goes (7 bits of them where processors without VNNI would overflow; see `export`)."""

EMBEDDINGS = ("words.weight", "positions.weight", "segments.weight")
"""What is never corrected."""

LAYER_PARTS = ("query_key_value", "attended", "inner", "outer")
"""A layer's matrices in the order in which the exported graph has them."""


def main() -> None:
    """Write the corrections, and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--slope", type=float, default=1.0)
    parser.add_argument("--shift", type=float, default=0.0)
    parser.add_argument("--yes-no", action="store_true", help="for questions that ask for yes or no alone")
    given = parser.parse_args()
    if given.yes_no:
        out = write_yes_no(given.network, given.weights)
    else:
        out = write(given.network, given.weights, given.slope, given.shift)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def write(network: Path, weights: Path, slope: float, shift: float) -> Path:
    """Write a network's corrections beside the weights, and name them among the checksums; return their file."""
    model, out = weights.read_bytes(), weights.with_name("corrections.npz")
    arrays: dict[str, Any] = packed(model, corrected(model, _taught(network)))
    numpy.savez(out, **arrays, calibration=numpy.array([slope, shift]))
    _name([weights, out])
    return out


def write_yes_no(network: Path, weights: Path) -> Path:
    """Write the corrections of a network for yes or no, laid over what is there, and name them; return their file."""
    model, _ = files.read(weights)
    out = weights.with_name(files.YES_NO)
    arrays: dict[str, Any] = packed(model, corrected(model, _taught(network)))
    numpy.savez_compressed(out, **arrays)  # most of its bytes change nothing
    _name([weights, *(each for each in [weights.with_name("corrections.npz")] if each.exists()), out])
    return out


def _taught(network: Path) -> dict[str, numpy.typing.NDArray[numpy.float32]]:
    return {name: each.numpy() for name, each in torch.load(network, weights_only=True).items()}


def _name(made: list[Path]) -> None:
    """Name the weights and what is laid over them, in that order, with their checksums."""
    lines = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in made)
    made[0].with_suffix(".sha256").write_text(lines, encoding="ascii")


def corrected(model: bytes, taught: dict[str, numpy.typing.NDArray[numpy.float32]]) -> dict[int, bytes]:
    """What has to stand in an exported model so that it holds a network's weights: by offsets in its file."""
    held = {each.name: each for each in onnx.load_from_string(model).graph.initializer}
    found: dict[int, bytes] = {}
    for name, tensor in held.items():
        if name in taught and (numpy_helper.to_array(tensor) != taught[name]).any():
            found[_offset(model, tensor)] = taught[name].tobytes()
    named = matrices(list(held))
    if lost := [each for each in taught if each not in held and each not in {*named.values(), *EMBEDDINGS}]:
        raise ValueError(f"the weights do not hold {', '.join(lost)}")
    for name, ours in named.items():
        tensor = held[f"{name}_quantized"]
        wanted = numpy.rint(taught[ours].T / numpy_helper.to_array(held[f"{name}_scale"]))
        steps = numpy.clip(wanted, -STEPS_MAX, STEPS_MAX).astype(numpy.int8)
        if (steps != numpy_helper.to_array(tensor)).any():
            found[_offset(model, tensor)] = steps.tobytes()
    return found


def scales(model: bytes) -> Arrays:
    """How large a step of the 8 bits is in each matrix of an exported model, by the network's names: a number a row."""
    held = {each.name: each for each in onnx.load_from_string(model).graph.initializer}
    return {
        ours: numpy_helper.to_array(held[f"{name}_scale"]).reshape(-1, 1) for name, ours in matrices(list(held)).items()
    }


def embeddings(model: bytes) -> Arrays:
    """The embeddings of an exported model, which its 8 bits hold a little otherwise than the network did."""
    held = {each.name: numpy_helper.to_array(each) for each in onnx.load_from_string(model).graph.initializer}
    return {
        name: (held[f"{name}_quantized"].astype(numpy.float32) - held[f"{name}_zero_point"]) * held[f"{name}_scale"]
        for name in EMBEDDINGS
    }


def matrices(held: list[str]) -> dict[str, str]:
    """The exported graph's matrices in 8 bits, each with the network's own name for it."""
    numbered = (re.fullmatch(r"(onnx::MatMul_(\d+))_quantized", name) for name in held)
    in_order = sorted((int(each[2]), each[1]) for each in numbered if each)
    layers = len(in_order) // len(LAYER_PARTS)
    ours = [f"layers.{layer}.{part}.weight" for layer in range(layers) for part in LAYER_PARTS]
    found = dict(zip((name for _, name in in_order), [*ours, "span.weight"], strict=True))
    heads = ("pool", "answerable", "verdict", "judgement")
    return found | {f"{head}.weight_Transposed": f"{head}.weight" for head in heads}


def _offset(model: bytes, tensor: TensorProto) -> int:
    """Where in the model's file a tensor's numbers begin: behind its name and their length (fields 8 and 9)."""
    name, data = tensor.name.encode(), tensor.raw_data
    before = b"\x42" + _varint(len(name)) + name + b"\x4a" + _varint(len(data))
    if model.count(before + data) != 1:
        raise ValueError(f"the model holds the tensor {tensor.name} not once")
    return model.index(before + data) + len(before)


def _varint(number: int) -> bytes:
    made = bytearray()
    while number > 0x7F:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*made, number])


if __name__ == "__main__":
    main()
