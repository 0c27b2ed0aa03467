"""Pdfium's small functions, bound so that a call costs half.

Places are passed as numbers and the interpreter lock is kept. pypdfium2's own bindings let go of the lock and check
each pointer: right for long calls, but most of the cost of short ones, and reading a page takes hundreds of them.
"""

import ctypes
from functools import cache
from typing import Any

_HANDLE, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


class Quick:
    """The functions, and the room that they write their answers to."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        def bind(name: str, result: Any, *arguments: Any) -> Any:
            return ctypes.PYFUNCTYPE(result, *arguments)(handle(getattr(pdfium, name)))

        self.count_rects = bind("FPDFText_CountRects", _INT, _HANDLE, _INT, _INT)
        self.get_rect = bind("FPDFText_GetRect", _INT, _HANDLE, _INT, *[_HANDLE] * 4)
        self.loose_box = bind("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _HANDLE)
        self.font_weight = bind("FPDFText_GetFontWeight", _INT, _HANDLE, _INT)
        self.char_origin = bind("FPDFText_GetCharOrigin", _INT, _HANDLE, _INT, _HANDLE, _HANDLE)
        self.char_at = bind("FPDFText_GetCharIndexAtPos", _INT, _HANDLE, *[_DOUBLE] * 4)
        self.is_generated = bind("FPDFText_IsGenerated", _INT, _HANDLE, _INT)
        self.unicode = bind("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
        self.count_objects = bind("FPDFPage_CountObjects", _INT, _HANDLE)
        self.get_object = bind("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
        self.object_type = bind("FPDFPageObj_GetType", _INT, _HANDLE)
        self.numbers = (_DOUBLE * 4)()
        self.places = tuple(ctypes.addressof(self.numbers) + 8 * index for index in range(4))
        """Where ``get_rect`` writes left, top, right, bottom."""
        self.box = (ctypes.c_float * 4)()
        self.box_place = ctypes.addressof(self.box)
        """Where ``loose_box`` writes left, top, right, bottom."""


@cache
def quick() -> Quick:
    """The functions, bound once."""
    return Quick()


def handle(pointer: Any) -> int:
    """The number of one of pypdfium2's handles."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
