"""The network that is shipped, to go on teaching it: its weights in 8 bits with their corrections, as numbers again.

    python -m deploy.reader.restore --weights facts/reader/weights.onnx --out FOLDER/network.pt

What `correct` wrote is read back: teaching goes on where it stopped, and what is learned becomes new corrections.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper

from deploy.reader import correct
from facts.reader import files


def main() -> None:
    """Write the network."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    model, _ = files.read(given.weights)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({name: torch.from_numpy(each) for name, each in restored(model).items()}, given.out)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB")


def restored(model: bytes) -> dict[str, numpy.typing.NDArray[numpy.float32]]:
    """A network's weights, by their names, from an exported model."""
    held = {each.name: numpy_helper.to_array(each) for each in onnx.load_from_string(model).graph.initializer}
    found = {name: each.astype(numpy.float32) for name, each in correct.embeddings(model).items()}
    named = correct.matrices(list(held))
    for name, ours in named.items():
        found[ours] = (held[f"{name}_quantized"].astype(numpy.float32) * held[f"{name}_scale"]).T.copy()
    parts = ("weight", "bias")
    found |= {
        name: each.copy()
        for name, each in held.items()
        if name.rpartition(".")[2] in parts and each.dtype == numpy.float32 and name not in found
    }
    return found


if __name__ == "__main__":
    main()
