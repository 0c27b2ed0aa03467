"""The sentence encoder as a graph that onnxruntime computes: BERT (Devlin et al. 2019), its products in integers of eight bits.

Weights are rounded to seven bits, each column by its own scale, so that no processor's instructions overflow; what goes
into a product is rounded to eight bits when it is known (dynamic quantisation; Jacob et al. 2018). The wide layer has
few numbers that are many times the others, so there each word piece is scaled by itself first.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dualtrack.errors import MissingExtraError
from dualtrack.extraction.encoders import session_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WIDE, LAYERS, KEPT = 384, 6, 3
"""Numbers in a layer's state, layers, and the last ones that are told."""
_ENCODER = "The sentence encoder"
_HEADS = 12
_TOP = 63
_LEAST = 1e-9
_LEAST_SPREAD = 1e-12
_FUSED = "com.microsoft"
_IR, _OPSET = 8, 18


def session(weights: "Mapping[str, Floats]", length: int) -> Any:
    """What computes the states of the last layers (``KEPT`` arrays, text by token by ``WIDE``) of ``tokens``, text by token.

    Args:
        weights: By the names that the encoder's authors give them.
        length: The most tokens that a text has.

    Raises:
        MissingExtraError: onnx or onnxruntime is not installed.
    """
    try:
        import onnx  # noqa: F401
        import onnxruntime  # noqa: F401
    except ImportError:
        raise MissingExtraError("themes", _ENCODER) from None
    return session_of(_Graph(weights).made(length).SerializeToString(), _ENCODER)


class _Graph:
    def __init__(self, weights: "Mapping[str, Floats]") -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.held: dict[str, Any] = {}

    def made(self, length: int) -> Any:
        from onnx import TensorProto, helper, numpy_helper

        self._embedded(length)
        for layer in range(LAYERS):
            self._layer(layer)
        told = [f"state{layer}" for layer in range(LAYERS - KEPT + 1, LAYERS + 1)]
        graph = helper.make_graph(
            self.nodes,
            "sentence-encoder",
            [helper.make_tensor_value_info("tokens", TensorProto.INT64, [None, None])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, None, WIDE]) for name in told],
            [numpy_helper.from_array(array, name) for name, array in self.held.items()],
        )
        imports = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=imports, ir_version=_IR)

    def _embedded(self, length: int) -> None:
        """Words, the places where they stand, and the one kind of sentence there is."""
        import numpy as np

        of = self.weights
        places = of["embeddings.position_embeddings.weight"][:length] + of["embeddings.token_type_embeddings.weight"][0]
        first = np.zeros(1, np.int64)
        words = self._add("Gather", [self._hold("words", of["embeddings.word_embeddings.weight"]), "tokens"])
        count = self._add("Shape", ["tokens"], start=1, end=2)
        at = self._add("Slice", [self._hold("places", places), self._hold("first", first), count, "first"])
        norm = [self._held(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
        self._add("LayerNormalization", [self._add("Add", [words, at]), *norm], "state0", epsilon=_LEAST_SPREAD)

    def _layer(self, layer: int) -> None:
        name, state = f"encoder.layer.{layer}", f"state{layer}"
        seen = self._attended(f"{name}.attention.self", state)
        seen = self._product(seen, [f"{name}.attention.output.dense"])
        state = self._normed([seen, state], f"{name}.attention.output.LayerNorm", f"seen{layer}")
        wide = self._add("Gelu", [self._product(state, [f"{name}.intermediate.dense"])], domain=_FUSED)
        narrow = self._scaled_product(wide, f"{name}.output.dense")
        self._normed([narrow, state], f"{name}.output.LayerNorm", f"state{layer + 1}")

    def _attended(self, name: str, state: str) -> str:
        both = self._product(state, [f"{name}.{part}" for part in ("query", "key", "value")])
        parts = [f"{name}.{part}" for part in "qkv"]
        self._node("Split", [both], parts, axis=2, num_outputs=3)
        return self._add("MultiHeadAttention", parts, domain=_FUSED, num_heads=_HEADS)

    def _product(self, state: str, names: Sequence[str]) -> str:
        """The product with the weights of layers, side by side, and their constants."""
        whole, scale = self._rounded(names)
        constants = self._hold(f"{names[0]}.constants", self._beside(names, "bias"))
        return self._add("DynamicQuantizeMatMul", [state, whole, scale, "", constants], domain=_FUSED)

    def _scaled_product(self, state: str, name: str) -> str:
        """The same, each token scaled by its most: what comes here is hardly below zero."""
        import numpy as np

        most = self._add("ReduceMax", [state, self._hold("last", np.array([-1]))], keepdims=1)
        most = self._add("Max", [most, self._hold("least", np.float32(_LEAST))])
        product = [self._add("Div", [state, most]), *self._rounded([name])]
        found = self._add("Mul", [self._add("DynamicQuantizeMatMul", product, domain=_FUSED), most])
        return self._add("Add", [found, self._held(f"{name}.bias")])

    def _rounded(self, names: Sequence[str]) -> tuple[str, str]:
        import numpy as np

        weights = self._beside(names, "weight").T
        scale = np.maximum(np.abs(weights).max(0), np.float32(_LEAST)) / np.float32(_TOP)
        whole = np.ascontiguousarray(np.round(weights / scale).astype(np.int8))
        return self._hold(f"{names[0]}.whole", whole), self._hold(f"{names[0]}.scale", scale)

    def _normed(self, states: list[str], name: str, into: str) -> str:
        norm = [self._held(f"{name}.{part}") for part in ("weight", "bias")]
        return self._add("SkipLayerNormalization", [*states, *norm], into, domain=_FUSED, epsilon=_LEAST_SPREAD)

    def _beside(self, names: Sequence[str], part: str) -> "Floats":
        import numpy as np

        return np.concatenate([self.weights[f"{name}.{part}"] for name in names])

    def _held(self, name: str) -> str:
        return self._hold(name, self.weights[name])

    def _hold(self, name: str, array: Any) -> str:
        self.held[name] = array
        return name

    def _add(self, kind: str, inputs: list[str], into: str = "", **how: Any) -> str:
        name = into or f"{kind}{len(self.nodes)}"
        self._node(kind, inputs, [name], **how)
        return name

    def _node(self, kind: str, inputs: list[str], outputs: list[str], **how: Any) -> None:
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, outputs, **how))
