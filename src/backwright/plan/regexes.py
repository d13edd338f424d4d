"""Which engine runs an author's regular expression, and what it lets through."""

import re
from enum import StrEnum
from functools import cache
from typing import Final

from pydantic_core import SchemaError, SchemaValidator, core_schema

from backwright.plan.patterns import matching

_SAMPLES: Final = 5


class Engine(StrEnum):
    RUST = "rust"
    """Pydantic's own: linear in time."""
    PYTHON = "python"
    """For lookarounds and backreferences, which Pydantic's own does not know."""
    NONE = "none"
    """Neither reads it."""


@cache
def engine(pattern: str) -> Engine:
    if not pattern:
        return Engine.NONE
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return Engine.PYTHON if _compiles(pattern) else Engine.NONE
    return Engine.RUST


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


@cache
def lets_nul_through(pattern: str) -> bool:
    """Whether a text with NUL, which PostgreSQL refuses, may match; yes if nobody can tell."""
    samples = [matching(pattern, number) for number in range(_SAMPLES)]
    texts = list(dict.fromkeys(each for each in samples if each is not None))
    if not texts:
        return True
    compiled = re.compile(pattern)
    return any(
        compiled.search(f"{each[:at]}\0{each[at + drop :]}")
        for each in texts
        for at in range(len(each) + 1)
        for drop in (0, 1)
    )
