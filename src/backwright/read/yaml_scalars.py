"""Plain values as YAML 1.2 reads them: `no` is a word, `1:30` no number and a date no date."""

import re
from typing import Final

from backwright.shape import Scalar

_WORDS: Final[dict[str, Scalar]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LONGEST: Final = 300
"""Digits; more of them are no number that a database could hold."""
_STRING: Final = "tag:yaml.org,2002:str"
_FIRST: Final = frozenset("0123456789+-.")


def plain_value(text: str) -> Scalar:
    """The value of a scalar without quotes and without a tag."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST or len(text) > _LONGEST:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else text


def tagged_value(text: str, tag: str | None, plain: bool) -> Scalar:
    """Tags other than `!!str` are left to what the text looks like; none makes an object."""
    return text if tag == _STRING or not plain else plain_value(text)
