"""The answer of an account's operation: the user, tokens, or both in an envelope."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Fill, Operation, Source
from backwright.emit.fastapi.answer_classes import left_out
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal, long_text
from backwright.plan.attributes import Attribute, attributes, schema_class
from backwright.plan.names import core, model
from backwright.shape import Kind, Shape

_SECRET: Final = re.compile(r"(^|_)(pas+wo?r?d|pass(phrase)?|pwd|token|secrete?)($|_)", re.I)
"""What the linter takes for the name of a secret."""


_LONG: Final = 80
"""From here on a text is broken."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the route has in its hands when it answers."""

    user: str = ""
    """The expression of the user's row."""
    tokens: Mapping[Source, str] = field(default_factory=dict)
    """The expressions of tokens that were made beforehand."""


@dataclass(frozen=True, slots=True)
class Answer:
    annotation: str
    expression: str
    """Empty if there is nothing to answer."""
    model: str = ""
    """The class to answer in, if it is not what the expression makes."""


def asks_for(contract: Contract, operation: Operation, *sources: Source) -> bool:
    """Whether the answer holds something from one of these, at whatever depth."""
    return bool(set(sources) & _sources(contract, operation.result.shape, ()))


def answer(contract: Contract, operation: Operation, held: Held, router: Module) -> Answer:
    """How the route answers, in the view that the contract declares."""
    shape = operation.result.shape
    view = contract.view(shape.ref) if shape is not None else None
    if shape is None or view is None:
        return Answer("None", "")
    symbol = schema_class(contract, view.schema)
    if view.entity == contract.auth.user and view.entity:
        user = router.use(model(contract.entity(view.entity)))
        return Answer(user, held.user, router.use(symbol))
    return Answer(router.use(symbol), _made(contract, shape, held, router))


def _sources(contract: Contract, shape: Shape | None, seen: tuple[str, ...]) -> frozenset[Source]:
    view = contract.view(shape.ref) if shape is not None and shape.ref not in seen else None
    if shape is None or view is None:
        return frozenset()
    found = {each.source for each in view.fills}
    schema = contract.schema(view.schema)
    for each in view.fills:
        own = schema.get(each.property)
        if each.source is Source.NESTED and own is not None:
            found |= _sources(contract, own.shape, (*seen, shape.ref))
    return frozenset(found)


def _made(contract: Contract, shape: Shape, held: Held, router: Module) -> str:
    """A call of the schema's class, one argument a line."""
    view = contract.view(shape.ref)
    fills = {each.property: each for each in view.fills} if view is not None else {}
    lines = []
    for each in attributes(contract, shape.ref):
        value = _value(contract, each, fills.get(each.wire), held, router)
        if value == "None" and left_out(contract, shape.ref, each.wire):
            continue
        secret = _SECRET.search(each.name) is not None and value.startswith('"')
        why = "  # noqa: S106  (no password)" if secret and value != '""' else ""
        lines.append(f"    {each.name}={value},{why}")
    name = router.use(schema_class(contract, shape.ref))
    return f"{name}()" if not lines else "\n".join((f"{name}(", *lines, ")"))


def _value(
    contract: Contract, attribute: Attribute, fill: Fill | None, held: Held, router: Module
) -> str:
    shape = attribute.property.shape
    if fill is None:
        return "None"
    if fill.source in (Source.EXPIRES_IN, Source.EXPIRES_AT):
        return _expiry(fill, shape, router)
    if fill.source is Source.CONSTANT:
        long = isinstance(fill.value, str) and len(fill.value) > _LONG
        return f"({long_text(str(fill.value))})" if long else literal(fill.value)
    if fill.source is Source.NESTED:
        return _made(contract, shape, held, router).replace("\n", "\n    ")
    if fill.source is Source.NOW:
        return f"{router.use(core('db', 'utcnow'))}()"
    return held.tokens.get(fill.source) or _of_user(contract, fill, shape, held, router)


def _of_user(contract: Contract, fill: Fill, shape: Shape, held: Held, router: Module) -> str:
    """The user, in the view of the property's own schema, or a column of it."""
    if not held.user or fill.source is Source.CUSTOM:
        return "None"
    if fill.source is Source.KEY:
        return f"{held.user}.{contract.entity(contract.auth.user).key.name}"
    if fill.name:
        return f"{held.user}.{fill.name}"
    if shape.ref and contract.view(shape.ref) is not None:
        shown = router.use(schema_class(contract, shape.ref))
        return f"{shown}.model_validate({held.user}, from_attributes=True)"
    return "None"


def _expiry(fill: Fill, shape: Shape, router: Module) -> str:
    of_refresh = "refresh" in fill.property.lower()
    lifetime = router.use(core("security", "REFRESH_LIFETIME" if of_refresh else "TOKEN_LIFETIME"))
    if fill.source is Source.EXPIRES_IN:
        seconds = f"int({lifetime}.total_seconds())"
        return f"str({seconds})" if shape.kind is Kind.STRING else seconds
    moment = f"{router.use(core('db', 'utcnow'))}() + {lifetime}"
    if shape.kind in (Kind.INTEGER, Kind.NUMBER):
        return f"int(({moment}).timestamp())"
    return f"({moment}).isoformat()" if shape.kind is Kind.STRING else moment
