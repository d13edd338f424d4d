"""Values that are listed in words: `one of: a, b`, `enum('a', 'b')`, `"a" | "b"`."""

import re
from typing import Final

_VALUE: Final = (
    r"(?:`[^`\n]{1,60}`|\"[^\"\n]{1,60}\"|'[^'\n]{1,60}'"
    r"|[\w][\w./+-]{0,40}(?: [A-Z][\w-]{0,30}){0,3})"
)
_LIST: Final = rf"{_VALUE}(?:\s*(?:,\s*(?:and|or)\b|,|\||/|、|\bor\b|\band\b)\s*{_VALUE})+"
_QUOTED: Final = r"(?:`[^`\n]{1,60}`|\"[^\"\n]{1,60}\"|'[^'\n]{1,60}')"
_INTRODUCED: Final = re.compile(
    r"\b(?:one of|enum(?:eration)?(?: values)?|allowed(?: values)?|valid "
    r"values|values|choices|literal|in)\b"
    rf"\s*(?:are|is)?\s*[:=(\[{{∈]*\s*(?P<list>{_LIST})",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(
    r"\b(?:enum|literal|choice|one of"
    r"|in)\w*\s*[:]?\s*[(\[{<]\s*:?(?P<list>[^()\[\]{}]{1,600})[)\]}>]",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"^\s*(?P<list>{_QUOTED}(?:\s*(?:\||,|/)\s*{_QUOTED})+)")
_PARTS: Final = re.compile(r"\s*(?:,\s*(?:and|or)\b|[,|、]|\s/\s|\bor\b|\band\b)\s*")
_SLASHED: Final = re.compile(r"^[A-Za-z_]\w*(?:/[A-Za-z_]\w*)+$")
_PLAIN: Final = re.compile(r"[\w][\w ./+&-]{0,59}$")
_WORD: Final = re.compile(r"[\w./+-]{1,40}")
_MOST: Final = 200
_LONGEST: Final = 400
_OTHER_WORDS: Final = re.compile(
    r"\s*(?:default|not null|required|optional|nullable|null|indexed|unique|immutable|e\.g)\b",
    re.IGNORECASE,
)
_SAYING: Final = re.compile(r"\s*(?:if|when|must|should|has to|have to|cannot)\s", re.IGNORECASE)
"""A part of a sentence, no value."""
_TRAILING: Final = re.compile(
    r"\s+(?:optional|required|nullable|default|not null)\s*$", re.IGNORECASE
)
_AT_END: Final = re.compile(
    r"(?:[:：]\s*|[(（]\s*)(?P<list>[^()（）:：]{3,400}?)\s*(?:[)）]|[.;。]|$)"
)


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
    found: list[str] = []
    for each in parts:
        if _OTHER_WORDS.match(each):
            break
        if each.strip(" `'\""):
            found.append(bare(_TRAILING.sub("", each)))
    said = any(_SAYING.match(each) for each in parts)
    if not found or said or len(found) > _MOST or not all(_PLAIN.match(each) for each in found):
        return ()
    return tuple(dict.fromkeys(found))


def described(text: str) -> tuple[str, ...]:
    """The values at the end of a description of an enum: `State: draft, published`."""
    for match in _AT_END.finditer(text[:600]):
        found = split(match["list"])
        if len(found) > 1 and all(len(each.split()) < 4 for each in found):
            return found
    return _nothing_else(text)


def _nothing_else(text: str) -> tuple[str, ...]:
    """A description that is the list itself: `EXPENSE, INCOME`."""
    found = split(text.strip().rstrip(".")) if len(text) <= _LONGEST else ()
    return found if len(found) > 1 and all(_WORD.fullmatch(each) for each in found) else ()


def bare(value: str) -> str:
    """`draft`, "draft", draft (the first state), DRAFT = "draft" → draft."""
    text = value.strip().strip(".;")
    assigned = re.match(r"^\w+\s*=\s*[\"'`]([^\"'`]+)[\"'`]$", text)
    if assigned is not None:
        return assigned[1]
    text = re.sub(r"\s*\([^)]*\)\s*$", "", text)
    return text.strip().strip("`'\"").strip()
