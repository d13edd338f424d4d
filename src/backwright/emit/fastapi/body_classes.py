"""Classes of bodies: bounded, partial where the operation is, without what the system decides."""

from collections.abc import Iterator
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Assign, AssignKind, Operation, Purpose
from backwright.emit.fastapi.module import Module, docstring
from backwright.emit.fastapi.schema_types import Stored, Types, either
from backwright.emit.fastapi.value_text import Speller
from backwright.emit.templates import literal
from backwright.plan.attributes import Attribute, attributes, schema_class
from backwright.plan.emptied import emptied
from backwright.plan.names import Symbol, enum, member
from backwright.plan.schema_uses import uses
from backwright.shape import ABSENT, Kind

_PARTIAL: Final = frozenset(
    (
        Purpose.UPDATE,
        Purpose.UPDATE_ME,
        Purpose.SET,
        Purpose.TOGGLE,
        Purpose.TRANSITION,
        Purpose.ADJUST,
    )
)
_INTO_COLUMNS: Final = frozenset((AssignKind.COLUMN, AssignKind.LOGIN, AssignKind.VERSION))
_SECRETS: Final = frozenset((AssignKind.PASSWORD, AssignKind.OLD_PASSWORD, AssignKind.TOKEN))


def body_class(contract: Contract, schema: str, into: Module) -> str:
    """The class that reads a schema from a request."""
    operations = uses(contract).bodies.get(schema, ())
    found = attributes(contract, schema, body=True)
    types = Types(
        contract,
        Speller(into).inside(*(each.name for each in found)),
        form=any(_is_form(each) for each in operations),
        multipart=any("multipart" in _content(each) for each in operations),
    )
    partial = any(each.purpose in _PARTIAL for each in operations)
    lines = [_attribute(contract, schema, each, types, partial=partial) for each in found]
    name = schema_class(contract, schema, body=True).name
    said = contract.schema(schema).description
    head = [*([docstring(said, 4)] if said else []), *_config(contract, schema, found, into)]
    body = "\n".join([*head, *(f"    {line}" for line in lines)]) or "    pass"
    if not head and not lines:
        body = docstring("Nothing that anybody could send.", 4)
    return f"class {name}({into.use(Symbol('pydantic', 'BaseModel'))}):\n{body}"


def _config(
    contract: Contract, schema: str, found: tuple[Attribute, ...], into: Module
) -> Iterator[str]:
    told = []
    if any(each.name != each.wire for each in found):
        told.append("populate_by_name=True")
    closed = contract.schema(schema).additional is False
    if closed or contract.policies.unknown_fields == "forbid":
        told.append('extra="forbid"')
    if told:
        named = into.use(Symbol("pydantic", "ConfigDict"))
        yield f"    model_config = {named}({', '.join(told)})\n"


def _attribute(
    contract: Contract, schema: str, own: Attribute, types: Types, *, partial: bool
) -> str:
    assign, stored = _goes(contract, schema, own)
    shape, given = own.property.shape, own.property
    told = types.sent(shape, stored)
    # A column that always holds something is left as it is, never emptied.
    kept = partial and stored is not None and stored.field.required
    absent = not given.required and (partial or not _has_default(own, stored))
    if absent:
        told = either(told, types.speller.use(Symbol("pydantic", "MISSING")))
    if (shape.nullable and not kept) or _starts_at_null(own, stored, absent=absent):
        told = told if told.endswith(("| None", '| None"')) else either(told, "None")
    if stored is not None and emptied(stored.field, shape):
        told = types.after(told, "none_if_blank")
    default = "MISSING" if absent else _member(contract, own, stored, types)
    extras = []
    if own.name != own.wire:
        extras.append(f"alias={literal(own.wire)}")
    if assign is not None and assign.kind in _SECRETS:
        extras.append("repr=False")
    if not extras:
        return f"{own.name}: {told}{f' = {default}' if default else ''}"
    if default:
        extras.insert(0, f"default={default}")
    field = types.speller.pydantic("Field")
    return f"{own.name}: {told} = {field}({', '.join(extras)})"


def _starts_at_null(own: Attribute, stored: Stored | None, *, absent: bool) -> bool:
    return not absent and not own.property.required and _default(own, stored) == "None"


def _has_default(own: Attribute, stored: Stored | None) -> bool:
    """Whether leaving it out means something that the body itself can say."""
    if own.property.default is not ABSENT:
        return _default(own, stored) != ""
    return own.property.shape.nullable and (
        stored is None or (not stored.field.required and stored.field.default in (ABSENT, None))
    )


def _default(own: Attribute, stored: Stored | None) -> str:
    """The source of the default of a property that may be left out; empty if there is none."""
    if own.property.required:
        return ""
    value = own.property.default
    if value is ABSENT or value is None:
        return "None"
    if isinstance(value, tuple):
        return literal(list(value)) if not value else ""
    if stored is not None and not isinstance(value, bool | int | float | str):
        return ""
    plain = (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN)
    if own.property.shape.kind not in plain:
        return ""
    return _spelled(own, value)


def _member(contract: Contract, own: Attribute, stored: Stored | None, types: Types) -> str:
    """The same; the member where the property is of an enum."""
    told, value = _default(own, stored), own.property.default
    symbol = enum(contract, stored.entity, stored.field) if stored is not None else None
    if stored is None or symbol is None or not isinstance(value, str) or told in ("", "None"):
        return told
    return f"{types.speller.use(symbol)}.{member(value, stored.field.shape.values)}"


def _spelled(own: Attribute, value: str | float | bool) -> str:
    kind = own.property.shape.kind
    fits = {
        Kind.STRING: isinstance(value, str),
        Kind.BOOLEAN: isinstance(value, bool),
        Kind.INTEGER: isinstance(value, int) and not isinstance(value, bool),
        Kind.NUMBER: isinstance(value, int | float) and not isinstance(value, bool),
    }[kind]
    allowed = not own.property.shape.values or value in own.property.shape.values
    return literal(value) if fits and allowed else ""


def _goes(contract: Contract, schema: str, own: Attribute) -> tuple[Assign | None, Stored | None]:
    """Where the property goes, and the column if it goes into one."""
    known = contract.input(schema)
    if known is None:
        return None, None
    assign = next((each for each in known.assigns if each.property == own.wire), None)
    entity: Entity | None = contract.entity(known.entity) if known.entity else None
    if assign is None or entity is None or assign.kind not in _INTO_COLUMNS:
        return assign, None
    field = entity.get(assign.name)
    return assign, Stored(entity, field) if field is not None else None


def _is_form(operation: Operation) -> bool:
    return "urlencoded" in _content(operation) or "multipart" in _content(operation)


def _content(operation: Operation) -> str:
    return operation.body.content_type if operation.body is not None else ""
