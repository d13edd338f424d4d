"""Values that are listed in words: `one of: a, b`, `enum('a', 'b')`, `"a" | "b"`."""

import re
from typing import Final

_VALUE: Final = r"(?:`[^`\n]{1,60}`|\"[^\"\n]{1,60}\"|'[^'\n]{1,60}'|[\w][\w./+-]{0,40}(?: [A-Z][\w-]{0,30}){0,3})"
_LIST: Final = rf"{_VALUE}(?:\s*(?:,\s*(?:and|or)\b|,|\||/|、|\bor\b|\band\b)\s*{_VALUE})+"
_QUOTED: Final = r"(?:`[^`\n]{1,60}`|\"[^\"\n]{1,60}\"|'[^'\n]{1,60}')"
_INTRODUCED: Final = re.compile(
    r"\b(?:one of|enum(?:eration)?(?: values)?|allowed(?: values)?|valid values|values|choices|literal|in)\b"
    rf"\s*(?:are|is)?\s*[:=(\[{{∈]*\s*(?P<list>{_LIST})",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(
    r"\b(?:enum|literal|choice|one of|in)\w*\s*[:]?\s*[(\[{<]\s*:?(?P<list>[^()\[\]{}]{1,600})[)\]}>]",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"^\s*(?P<list>{_QUOTED}(?:\s*(?:\||,|/)\s*{_QUOTED})+)")
_PARTS: Final = re.compile(r"\s*(?:,\s*(?:and|or)\b|[,|、]|\s/\s|\bor\b|\band\b)\s*")
_SLASHED: Final = re.compile(r"^[A-Za-z_]\w*(?:/[A-Za-z_]\w*)+$")
_PLAIN: Final = re.compile(r"[\w][\w ./+&-]{0,59}$")
_MOST: Final = 200


def values(text: str) -> tuple[str, ...]:
    """The values that a text introduces as such; empty if it lists none."""
    for pattern in (_IN_BRACKETS, _INTRODUCED, _BARE):
        match = pattern.search(text)
        if match is not None:
            found = split(match["list"])
            if len(found) > 1 or (found and pattern is _IN_BRACKETS):
                return found
    return ()


def split(listed: str) -> tuple[str, ...]:
    """The values of a list, without their quotation marks; empty if one is no value."""
    parts = listed.split("/") if _SLASHED.match(listed.strip()) else _PARTS.split(listed)
    found = [bare(each) for each in parts if each.strip(" `'\"")]
    if not found or len(found) > _MOST or not all(_PLAIN.match(each) for each in found):
        return ()
    return tuple(dict.fromkeys(found))


def bare(value: str) -> str:
    """`draft`, "draft", draft (the first state), DRAFT = "draft" → draft."""
    text = value.strip().strip(".;")
    assigned = re.match(r"^\w+\s*=\s*[\"'`]([^\"'`]+)[\"'`]$", text)
    if assigned is not None:
        return assigned[1]
    text = re.sub(r"\s*\([^)]*\)\s*$", "", text)
    return text.strip().strip("`'\"").strip()
