"""Names for schemas: those that were written, and stable ones for objects written in place."""

import keyword
import re
import unicodedata
from typing import Final

_BREAK: Final = re.compile(r"[^A-Za-z0-9]+")


def class_word(text: str) -> str:
    """`order-line` → `OrderLine`; inner capitals stay; empty if no Latin letter or digit is in."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    word = "".join(each[:1].upper() + each[1:] for each in _BREAK.split(plain))
    return f"N{word}" if word[:1].isdigit() else word


class Names:
    """Gives each name once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, text: str) -> str:
        name = class_word(text)[:120] or "Schema"
        stem = f"{name}_" if keyword.iskeyword(name) else name
        name, number = stem, 2
        while name in self._taken:
            name, number = f"{stem}{number}", number + 1
        self._taken.add(name)
        return name
