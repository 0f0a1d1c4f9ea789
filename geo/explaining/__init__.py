"""Why a word is a place name or none, and why a name is that place: the models' arguments.

Both models that decide are linear, so what each feature counted for can be told, and adds
up to the belief.
"""

from geo.explaining.explainer import explain
from geo.explaining.values import (
    Argument,
    Comparison,
    Explanation,
    Reading,
    Span,
    Whereabouts,
)

__all__ = [
    "Argument", "Comparison", "Explanation", "Reading", "Span", "Whereabouts", "explain",
]  # fmt: skip
