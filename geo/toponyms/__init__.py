"""Place names in a text: capitalised gazetteer names, told from persons and plain words."""

from geo.toponyms.recogniser import recognise

__all__ = ["recognise"]
