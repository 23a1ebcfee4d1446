"""Make one network of several by taking the mean of their weights (Wortsman et al. 2022).

python -m deploy.reader.average --networks FOLDER/network.pt FOLDER/network.pt --out FOLDER/network.pt
    [--scale 1 --shift 0]

With `--scale` and `--shift` its logits are so many times those of the mean, and so much more: on the scale of the
network that the tables of the decision were fitted with.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Average and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--networks", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--shift", type=float, default=0.0)
    given = parser.parse_args()
    networks = [torch.load(file, weights_only=True) for file in given.networks]
    mean = {name: sum(each[name] for each in networks) / len(networks) for name in networks[0]}
    mean["answerable.weight"] *= given.scale
    mean["answerable.bias"] = mean["answerable.bias"] * given.scale + given.shift
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(mean, given.out)
    print(f"{given.out}: the mean of {len(networks)} networks")


if __name__ == "__main__":
    main()
