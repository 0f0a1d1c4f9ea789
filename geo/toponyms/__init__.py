"""Place names in a text: gazetteer names that a small linear model believes in their context."""

from geo.toponyms.recogniser import recognise

__all__ = ["recognise"]
