"""What is sent: a valid body for an operation, property by property."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Assign,
    AssignKind,
    Input,
    Operation,
    ParameterUse,
    Purpose,
)
from backwright.emit.fastapi.tests import people
from backwright.emit.fastapi.tests.credentials import proof
from backwright.emit.fastapi.tests.rows import usual_number
from backwright.emit.fastapi.tests.scene import Scene, State
from backwright.emit.fastapi.tests.values import in_json, in_row, normalised
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.plan.samples import Json, of_property, sample
from backwright.shape import ABSENT, Kind, Property, Schema, Shape


@dataclass(frozen=True, slots=True)
class Sent:
    """One property of a body."""

    property: Property
    json: str
    """The source of what is sent."""
    assign: Assign | None = None
    shown: str = ""
    """The source of what an answer shows of it, where that is known."""
    row: str = ""
    """The source of what a row holds of it, where it is a column."""
    children: tuple[tuple["Sent", ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SentBody:
    """A body as source, and what is known of its parts."""

    source: str
    sent: tuple[Sent, ...] = ()
    kind: str = "json"
    """`json`, `data` for a form, `files`, or `content`."""

    @property
    def columns(self) -> dict[str, Sent]:
        return {
            each.assign.name: each
            for each in self.sent
            if each.assign is not None and each.assign.kind is AssignKind.COLUMN
        }

    def of(self, kind: AssignKind) -> Sent | None:
        return next((e for e in self.sent if e.assign is not None and e.assign.kind is kind), None)


def body_of(scene: Scene) -> SentBody | None:
    """Adds the rows that the body refers to, and gives back what it says; None if it has none."""
    contract, operation = scene.contract, scene.operation
    if operation.body is None:
        return None
    kind = _kind(operation)
    shape = operation.body.shape
    if kind == "files":
        return _files(contract, shape)
    inner = shape.items if operation.body.multiple and shape.items is not None else shape
    schema = _schema(contract, inner)
    if schema is None:
        return SentBody(in_json(sample(shape, scene.number, contract=contract)), kind=kind)
    known = contract.input(schema.name, operation.entity)
    sent = tuple(_sent(scene, schema, known))
    source = spelled(sent)
    return SentBody(f"[{source}]" if operation.body.multiple else source, sent, kind)


def spelled(sent: tuple[Sent, ...]) -> str:
    return f"{{{', '.join(f'{literal(each.property.name)}: {each.json}' for each in sent)}}}"


def _kind(operation: Operation) -> str:
    held = operation.body.content_type if operation.body is not None else ""
    if "multipart" in held:
        return "files"
    if "urlencoded" in held:
        return "data"
    return "json"


def _files(contract: Contract, shape: Shape) -> SentBody:
    schema = _schema(contract, shape)
    parts = []
    for each in schema.properties if schema is not None else ():
        inner = (
            each.shape.items if each.shape.kind is Kind.ARRAY and each.shape.items else each.shape
        )
        if inner.kind is Kind.BINARY or inner.format == "binary":
            parts.append(f'{literal(each.name)}: ("sample.txt", b"sample", "text/plain")')
        elif each.required:
            value = of_property(each, 1, contract)
            parts.append(f"{literal(each.name)}: (None, {literal(str(value))})")
    return SentBody(f"{{{', '.join(parts)}}}", kind="files")


def _schema(contract: Contract, shape: Shape) -> Schema | None:
    if shape.kind is not Kind.OBJECT or not shape.ref:
        return None
    return contract.find_schema(shape.ref)


def _sent(scene: Scene, schema: Schema, known: Input | None) -> Iterator[Sent]:
    assigns = {each.property: each for each in known.assigns} if known is not None else {}
    entity = scene.contract.entity(known.entity) if known is not None and known.entity else None
    for own in schema.properties:
        if own.read_only:
            continue
        assign = assigns.get(own.name)
        if assign is None or entity is None:
            if own.required or known is None:
                value = of_property(own, scene.number, scene.contract)
                yield Sent(own, in_json(value))
            continue
        made = _assigned(scene, entity, own, assign)
        if made is not None:
            yield made


def _assigned(scene: Scene, entity: Entity, own: Property, assign: Assign) -> Sent | None:
    contract, number = scene.contract, scene.number
    known = proof(scene, entity, assign)
    if known is not None:
        return Sent(own, known, assign)
    made: Sent | None = Sent(own, in_json(of_property(own, number, contract)), assign)
    match assign.kind:
        case AssignKind.COLUMN if entity.get(assign.name) is not None:
            made = _column(scene, entity, own, assign)
        case AssignKind.CHILDREN:
            made = _children(scene, entity, own, assign)
        case AssignKind.LINKS:
            made = _links(scene, entity, own, assign)
        case AssignKind.NAMES:
            made = _names(scene, entity, own, assign)
        case AssignKind.VERSION if scene.target and entity.version:
            made = Sent(own, f"{scene.target}.{entity.version}", assign)
        case AssignKind.AMOUNT:
            made = Sent(own, in_json(of_property(_above_zero(own), number, contract)), assign)
        case AssignKind.IDS:
            made = Sent(own, _ids(scene, entity), assign)
        case AssignKind.IGNORED | AssignKind.SCOPE | AssignKind.CUSTOM if not own.required:
            made = None
    return made


def _above_zero(own: Property) -> Property:
    """Of an amount that may be negative the half that adds."""
    least = own.shape.minimum
    if least is not None and least > 0:
        return own
    return replace(own, shape=replace(own.shape, minimum=1, exclusive_minimum=False))


def _ids(scene: Scene, entity: Entity) -> str:
    """Of rows that are there; of none where path or body say which rows are meant."""
    schema = scene.operation.body.shape.ref if scene.operation.body is not None else ""
    known = scene.contract.input(schema, entity.name)
    scoped = any(each.kind is AssignKind.SCOPE for each in (known.assigns if known else ()))
    if scoped or "{" in scene.operation.path:
        return "[]"
    row = f"{scene.add(entity, {})}.{entity.key.name}"
    uuid = stored_shape(scene.contract, entity, entity.key).kind is Kind.UUID
    return f"[str({row})]" if uuid else f"[{row}]"


def _column(scene: Scene, entity: Entity, own: Property, assign: Assign) -> Sent | None:
    contract, field = scene.contract, entity.get(assign.name)
    if field is None:
        return None
    target = contract.find_entity(field.references)
    if target is not None:
        return _reference(scene, entity, own, assign, target)
    value = _value(scene, entity, field, own)
    if value is None and not own.shape.nullable:
        return None
    kept = normalised(field, value)
    shown = in_json(kept)
    return Sent(own, in_json(value), assign, shown, in_row(contract, entity, field, kept))


def _value(scene: Scene, entity: Entity, field: Field, own: Property) -> Json:
    """A sample that keeps the rules between columns, and the moves that a status may make."""
    number = scene.number
    crossed = any(field.name in (each.left, each.right) for each in entity.cross_fields)
    if crossed:
        return sample(field.shape, usual_number(entity, field) + number - 1, name=field.name)
    moves = [each for each in entity.transitions if each.field == field.name]
    changing = scene.operation.purpose in (Purpose.UPDATE, Purpose.REPLACE, Purpose.UPDATE_ME)
    if moves and changing:
        start = field.default if field.default is not ABSENT else moves[0].source
        reached = [each.target for each in moves if each.source == start]
        return reached[0] if reached else str(start)
    if moves and field.default is not ABSENT and isinstance(field.default, str):
        return field.default
    return of_property(own, number, scene.contract)


def _reference(
    scene: Scene, entity: Entity, own: Property, assign: Assign, target: Entity
) -> Sent | None:
    """The id of a row that is there, and that the caller may refer to."""
    contract = scene.contract
    user = people.user_entity(contract)
    uuid = stored_shape(contract, target, target.key).kind is Kind.UUID
    if user is not None and target.name == user.name:
        found = scene.owner
        if not found:
            found = f"{scene.add(target, {})}.{target.key.name}"
    elif target.name == entity.name and not own.required:
        return None
    else:
        row = scene.rows.get(target.name) if target.name != entity.name else None
        if row is None or row == scene.target:
            known = scene.rows.get(target.name)
            row = scene.add(target, {})
            if known is not None:
                scene.rows[target.name] = known
        found = f"{row}.{target.key.name}"
    json = f"str({found})" if uuid else found
    return Sent(own, json, assign, json, found)


def _children(scene: Scene, entity: Entity, own: Property, assign: Assign) -> Sent | None:
    contract = scene.contract
    relation = next((each for each in entity.relations if each.name == assign.name), None)
    schema = _schema(contract, own.shape.items) if own.shape.items is not None else None
    if relation is None or schema is None:
        return Sent(own, in_json(of_property(own, scene.number, contract)), assign)
    known = contract.input(schema.name, relation.entity)
    least = max(own.shape.min_items or 0, 1)
    before = scene.number
    rows = []
    for number in range(before, before + least):
        scene.number = number
        rows.append(tuple(_sent(scene, schema, known)))
    scene.number = before
    source = f"[{', '.join(spelled(each) for each in rows)}]"
    return Sent(own, source, assign, children=tuple(rows))


def _links(scene: Scene, entity: Entity, own: Property, assign: Assign) -> Sent | None:
    contract = scene.contract
    relation = next((each for each in entity.relations if each.name == assign.name), None)
    if relation is None:
        return Sent(own, "[]", assign)
    target = contract.entity(relation.entity)
    row = scene.add(target, {}) if target.name != entity.name else ""
    if not row:
        return Sent(own, "[]", assign)
    found = f"{row}.{target.key.name}"
    json = f"str({found})" if target.key.shape.kind is Kind.UUID else found
    return Sent(own, f"[{json}]", assign)


def _names(scene: Scene, entity: Entity, own: Property, assign: Assign) -> Sent | None:
    """One name; of a row that is there, where the body makes none."""
    relation = next((each for each in entity.relations if each.name == assign.name), None)
    if relation is None:
        return None
    target = scene.contract.entity(relation.entity)
    held = target.get(assign.column)
    if held is None:
        return None
    if assign.makes:
        return Sent(own, in_json([sample(held.shape, scene.number, name=held.name)]), assign)
    return Sent(own, f"[{scene.add(target, {})}.{held.name}]", assign)


def _maker(scene: Scene) -> str:
    """Whose a new row is: who makes it, also where the caller reaches the rows of everybody."""
    operation = scene.operation
    named = any(each.use is ParameterUse.USER for each in operation.parameters)
    caller = people.caller(scene.contract, operation)
    given = scene.owner == "owner_id" or caller is people.ANONYMOUS
    if given or named or not operation.access.any_owner:
        return scene.owner
    return caller.id


def new_values(scene: Scene, body: SentBody | None) -> State:
    """Column → what a new row holds of path, caller and body, as a row holds it."""
    entity = scene.entity
    found = dict(scene.parents)
    if entity is not None and scene.owner and entity.owner.column:
        own = entity.get(entity.owner.column)
        user = people.user_entity(scene.contract)
        if own is not None and (not own.references or (user and own.references == user.name)):
            found.setdefault(entity.owner.column, _maker(scene))
    if body is not None:
        found |= {name: each.row for name, each in body.columns.items() if each.row}
    return found
