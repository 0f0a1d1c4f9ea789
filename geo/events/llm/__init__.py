"""Events that a language model proposes and the text confirms: an optional extra.

Any endpoint that speaks OpenAI's chat completions will do, such as Ollama's or vLLM's.
Nothing of its answer is believed unless the document says so and our own parsers read it
the same way; see :mod:`geo.events.llm.checking`.
"""

from geo.events.llm.extractor import LlmExtractor
from geo.events.llm.page import Refused

__all__ = ["LlmExtractor", "Refused"]
