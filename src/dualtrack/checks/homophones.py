"""Chinese characters that are read alike, by their order in the character sets of Japan and China.

The first level of JIS X 0208 is sorted by its Japanese readings and that of GB 2312 by its Chinese ones, so that
characters read alike stand close together.
"""

from functools import lru_cache

_NEAR = {"euc_jp": 24, "gb2312": 12}
_FIRST, _LAST = 0xB0, {"euc_jp": 0xCF, "gb2312": 0xD7}


@lru_cache(maxsize=4096)
def read_alike(one: str, other: str) -> bool:
    """Whether two characters are likely to be read alike, in Japanese or in Chinese."""
    return any(
        first is not None and second is not None and abs(first - second) <= near
        for charset, near in _NEAR.items()
        for first, second in [(_place(one, charset), _place(other, charset))]
    )


def _place(char: str, charset: str) -> int | None:
    """Where a character stands in the first level of a character set, if it does."""
    try:
        code = char.encode(charset)
    except UnicodeEncodeError:
        return None
    if len(code) != 2 or not _FIRST <= code[0] <= _LAST[charset]:
        return None
    return (code[0] - _FIRST) * 94 + code[1] - 0xA1
