"""Weights of linear models as files that a person can read: a name and a number a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable
    from pathlib import Path

DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a linear model."""

    by_name: Mapping[str, float]

    @classmethod
    def read(cls, package: str, name: str) -> Weights:
        """Read the weights that ship with a package of this project.

        Parameters
        ----------
        package : str
            Such as ``geo.toponyms``.
        name : str
            The file in it: a comment line, then "name, tab, number" lines.
        """
        return cls(dict(_pairs(files(package) / name)))

    def of(self, names: Iterable[str]) -> list[float]:
        """Give the weight of each feature; 0 for one that the model does not use."""
        return [self.by_name.get(name, 0.0) for name in names]


def _pairs(path: Traversable) -> Iterable[tuple[str, float]]:
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, number = line.rpartition("\t")
            yield name, float(number)


def write(path: Path, comment: str, weights: Mapping[str, float]) -> None:
    """Write weights; those that round to nothing are left out."""
    kept = {name: round(weight, DECIMALS) for name, weight in weights.items()}
    lines = [f"# {comment}", *(f"{name}\t{weight:g}" for name, weight in kept.items() if weight)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
