"""A lesson: a network learns from one step after the other, and can go on after a break."""

from __future__ import annotations

import dataclasses
import math
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import torch
from torch import Tensor, nn

Losses = dict[str, Tensor]
"""What a network gets wrong in a step, a number a head."""

Taught = TypeVar("Taught")
"""What a step learns from."""

WARM_SHARE: Final = 0.05
"""In which share of the time the rate rises; then it falls in a line."""

WEIGHTS: Final[Mapping[str, float]] = {"list": 1.0, "binary": 1.0, "span": 1.0, "verdict": 0.8, "judgement": 0.5}
"""What each loss weighs: which passage answers, whether one does, where the answer stands, yes or no, claims."""

CLIP_NORM: Final = 1.0
SAVE_EVERY_S: Final = 180


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

    def __init__(
        self,
        network: nn.Module,
        out: Path,
        pace: Pace,
        seconds_max: float = math.inf,
        weights: Mapping[str, float] = WEIGHTS,
    ) -> None:
        """Take up where `state.pt` in `out` left off, if it is there; `weights` is what each loss weighs."""
        self.network, self.out, self.pace, self.seconds_max, self.weights = network, out, pace, seconds_max, weights
        learning = [each for each in network.parameters() if each.requires_grad]
        self.optimizer = torch.optim.AdamW(learning, pace.rate, weight_decay=0.01, fused=True)
        self.done, self.seconds = 0, 0.0
        self.means: dict[str, float] = {}
        if (out / "state.pt").exists():
            self._resume(torch.load(out / "state.pt", map_location="cpu", weights_only=True))

    def _resume(self, state: dict[str, Any]) -> None:
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.done, self.seconds = state["done"], state["seconds"]
        torch.set_rng_state(state["chance"])
        if torch.cuda.is_available() and state.get("chance_of_gpus"):
            torch.cuda.set_rng_state_all(state["chance_of_gpus"])

    def save(self) -> None:
        """Write `state.pt`, all or nothing."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "done": self.done,
            "seconds": self.seconds,
            "chance": torch.get_rng_state(),
            "chance_of_gpus": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        }
        torch.save(state, self.out / "state.part")
        (self.out / "state.part").replace(self.out / "state.pt")

    def run(self, steps: Sequence[Taught], losses: Callable[[Taught], Losses]) -> None:
        """Learn from the steps that are left, within the time that is left; write `network.pt`."""
        self.network.train()
        before, saved = self.seconds, time.monotonic()
        began = saved
        for step in steps[self.done :]:
            progress = max(self.done / len(steps), self.seconds / self.seconds_max)
            if progress >= 1:
                break
            self._step(losses(step), progress)
            self.done += 1
            now = time.monotonic()
            self.seconds = before + now - began
            if self.done % 50 == 0:
                self._log(f"{self.done}/{len(steps)} {self.seconds:.0f} s", progress)
            if now - saved > SAVE_EVERY_S:
                self.save()
                saved = now
        torch.save({name: each.cpu() for name, each in self.network.state_dict().items()}, self.out / "network.pt")
        self._log(f"taught on {self.done} of {len(steps)} batches in {self.seconds:.0f} s", 1)

    def _step(self, found: Losses, progress: float) -> None:
        for place in self.optimizer.param_groups:
            place["lr"] = self.pace.at(progress)
        self.optimizer.zero_grad()
        total(found, self.weights).backward()
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


def total(found: Losses, weights: Mapping[str, float] = WEIGHTS) -> Tensor:
    """The losses, weighted and added."""
    return torch.stack([weights[name] * loss for name, loss in found.items()]).sum()


def fastest_device() -> str:
    """Where networks are taught: a GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"
