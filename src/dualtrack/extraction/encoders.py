"""What sentence encoders have in common: the folder of the package that carries one, and a session that computes it."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dualtrack.errors import MissingExtraError


def folders_of(package: str) -> Iterator[Path]:
    """Where an installed package lies; none of its code is run."""
    spec = find_spec(package)
    yield from map(Path, spec.submodule_search_locations or () if spec else ())


def session_of(model: bytes, encoder: str, *, extensions: bool = False) -> Any:
    """What computes an ONNX model, in the thread that asks.

    Args:
        model: The model.
        encoder: What it is, for the message where something lacks.
        extensions: Whether it has operators of onnxruntime-extensions.

    Raises:
        MissingExtraError: onnxruntime, or what the extensions need, is not installed.
    """
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        if extensions:
            import onnxruntime_extensions

            options.register_custom_ops_library(onnxruntime_extensions.get_library_path())
    except ImportError:
        raise MissingExtraError("themes", encoder) from None
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
