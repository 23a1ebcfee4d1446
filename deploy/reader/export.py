"""Make the reader's one file of weights: ONNX, in 8 bits, with its tokenizer.

    python -m deploy.reader.export --network FOLDER/network.pt --tokenizer TOKENIZER.json --out weights.onnx
        [--float] [--slope 1 --shift 0]

Beside the weights their checksum is written. `--float` leaves them in 32 bits, to measure what the 8 bits cost;
slope and shift say how a logit becomes a chance (see `calibrate` in choose).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from deploy.reader.network import Network, load_network

OPSET = 17


def main() -> None:
    """Export, and say how large it is and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", dest="in_floats")
    parser.add_argument("--slope", type=float, default=1.0)
    parser.add_argument("--shift", type=float, default=0.0)
    given = parser.parse_args()
    began = time.monotonic()
    torch.set_num_threads(1)
    network = Network()
    load_network(network, given.network)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.onnx"
        to_onnx(network.eval(), model)
        if not given.in_floats:
            model = quantised(model)
        finish(model, given.tokenizer, {"slope": given.slope, "shift": given.shift}, given.out)
    size = given.out.stat().st_size / 1e6
    print(f"{given.out}: {size:.1f} MB in {time.monotonic() - began:.0f} s")


def to_onnx(network: Network, out: Path) -> None:
    """Write a network as ONNX with free numbers of windows and tokens."""
    tokens = torch.ones(2, 16, dtype=torch.long)
    each, all_tokens = {0: "windows"}, {0: "windows", 1: "tokens"}
    torch.onnx.export(
        network,
        (tokens, torch.zeros_like(tokens), torch.ones_like(tokens)),
        str(out),
        input_names=["tokens", "segments", "mask"],
        output_names=["scores", "spans", "verdicts", "judgements"],
        dynamic_axes={
            "tokens": all_tokens,
            "segments": all_tokens,
            "mask": all_tokens,
            "scores": each,
            "spans": all_tokens,
            "verdicts": each,
            "judgements": each,
        },
        opset_version=OPSET,
        dynamo=False,
    )


def quantised(model: Path) -> Path:
    """The same network in 8 bits: weights per channel; 7 bits of them where processors without VNNI would overflow."""
    out = model.with_name("quantised.onnx")
    quantize_dynamic(model, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    return out


def finish(model: Path, tokenizer: Path, calibration: dict[str, float], out: Path) -> None:
    """Put tokenizer and calibration into the file, and its checksum beside it."""
    made = onnx.load(str(model))
    cutter = Tokenizer.from_file(str(tokenizer))
    cutter.no_padding()
    cutter.no_truncation()
    onnx.helper.set_model_props(made, {"tokenizer": cutter.to_str(), "calibration": json.dumps(calibration)})
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(made, str(out))
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    out.with_suffix(".sha256").write_text(f"{digest}  {out.name}\n", encoding="ascii")


if __name__ == "__main__":
    main()
