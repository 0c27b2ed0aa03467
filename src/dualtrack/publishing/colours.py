"""One colour for a country everywhere, from palettes that the colour-blind can tell apart.

The palette is Paul Tol's qualitative schemes "bright", "muted", "light" and "vibrant" (SRON technical note
SRON/EPS/TN/09-002, issue 3.2, 2021), with brown, lavender and pink for forums that often stand beside countries.
"""

import hashlib

_PALETTE = (
    "#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377",
    "#332288", "#EE8866", "#117733", "#77AADD", "#882255", "#44AA99", "#999933", "#BBCC33", "#AA4499",
)  # fmt: skip

_FIXED = {
    "US": "#4477AA", "GB": "#EE6677", "EU": "#CCBB44", "KR": "#228833", "JP": "#AA3377", "IN": "#66CCEE",
    "CN": "#882255", "DE": "#332288", "FR": "#44AA99", "asean": "#EE7733", "oecd": "#7B5B3A", "g7": "#9988CC",
    "g20": "#999933", "quad": "#D18FB5", "AU": "#AA4499", "CA": "#BB5566", "ipef": "#BBCC33", "aukus": "#77AADD",
    "increase": "#4477AA", "decrease": "#EE6677", "unchanged": "#888888", "other": "#BBBBBB", "": "#BBBBBB",
}  # fmt: skip


def colour(key: str) -> str:
    """The colour of a country, forum or role as ``#RRGGBB``; a key without a fixed one gets one by its name's hash."""
    if key in _FIXED:
        return _FIXED[key]
    return _PALETTE[hashlib.sha256(key.encode()).digest()[0] % len(_PALETTE)]
