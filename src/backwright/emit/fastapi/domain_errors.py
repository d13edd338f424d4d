"""app/<domain>/errors.py: why requests about a domain are refused, one class for each reason."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.errors import BASES, ErrorClass, error_classes
from backwright.plan.names import core

_WIDTH: Final = 80
"""Of a sentence that stands on a line of its own."""


def print_errors(contract: Contract, into: DomainModules) -> None:
    """By status, then in the order in which the contract mentions them."""
    own = [e for e in error_classes(contract).values() if e.symbol.module == into.errors.name]
    for each in sorted(own, key=lambda found: found.status):
        lines = "\n".join(f"    {line}" for line in _lines(each, into.errors))
        base = into.errors.use(core("errors", each.base))
        into.errors.add(f"class {each.symbol}({base}):\n{lines}")


def _lines(each: ErrorClass, into: Module) -> Iterator[str]:
    if each.base != "InvalidInput" and BASES.get(each.status) != each.base:
        yield f"status = {each.status}"
    yield f"detail = {_detail(each, into)}"
    if each.constraint:
        yield f"constraint = {literal(each.constraint)}"
    if each.location:
        yield f"location = {literal(each.location)}"


def _detail(each: ErrorClass, into: Module) -> str:
    """The sentence; a limit that it tells is spelled by the limit's own name."""
    plain = each.detail.isprintable() and not set(each.detail) & set('{}\\"')
    if each.limit is None or not plain:
        return _wrapped(each.detail)
    symbol, maximum = each.limit
    name = f"{{{into.use(symbol)}}}"
    words = [name if word == str(maximum) else word for word in each.detail.split(" ")]
    return f'f"{" ".join(words)}"'


def _wrapped(text: str) -> str:
    """A long sentence in several strings, as the formatter would not break it."""
    if len(text) <= _WIDTH:
        return literal(text)
    lines = [""]
    for word in re.findall(r"\S*\s*", text):
        if lines[-1] and len(lines[-1]) + len(word) > _WIDTH:
            lines.append("")
        lines[-1] += word
    return f"({' '.join(literal(each) for each in lines)})"
