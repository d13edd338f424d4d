"""`tests/making.py`: one function for each entity, which puts a valid row into the database."""

import re
from collections.abc import Iterator
from dataclasses import replace

from backwright.contract.entities import Auto, Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Lookup, Operation, Source
from backwright.emit.fastapi.tests.passwords import password_value
from backwright.emit.fastapi.tests.people import id_type, signs_in, user_entity
from backwright.emit.fastapi.tests.suite import Suite, factory_name
from backwright.emit.fastapi.tests.values import in_json, in_row, normalised
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.plan.memo import once
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, model
from backwright.plan.samples import Json, sample, template
from backwright.shape import ABSENT, Kind, Shape

_UNSET = (Auto.CREATED, Auto.UPDATED, Auto.DELETED, Auto.VERSION)


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if not contract.entities:
        return
    suite = Suite("tests.making", contract, "A valid row of each kind, straight in the database.")
    suite.need(("FastAPI", "Any", "TableModel"))
    suite.need(("Row",))
    if needs.own_users(contract):
        suite.module.use(core("security", "hasher"))
        secret = in_json(password_value(contract))
        suite.module.add(
            f"PASSWORD = {secret}\n# Made once: it is as slow as it has to be.\n"
            "PASSWORD_HASH = hasher.hash(PASSWORD)"
        )
    suite.module.add(
        """async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row""",
        '''def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))''',
    )
    for entity in contract.entities:
        _factory(suite, contract, entity)
    yield suite.printed()


@once
def _owned(contract: Contract) -> frozenset[str]:
    """Entities whose rows need somebody: they refer to a user, or to something that does."""
    user = user_entity(contract)
    found: set[str] = set()
    if not signs_in(contract):
        return frozenset()
    for _ in contract.entities:
        for entity in contract.entities:
            if entity.owner.kind is Ownership.COLUMN:
                found.add(entity.name)
            for each in entity.fields:
                target = each.references
                needed = each.required or each.name == entity.owner.column
                if needed and (target in found or (user and target == user.name)):
                    found.add(entity.name)
    if user is not None:
        found.discard(user.name)
    return frozenset(found)


def needs_owner(contract: Contract, entity: Entity) -> bool:
    return entity.name in _owned(contract)


def parents(contract: Contract, entity: Entity) -> tuple[Field, ...]:
    """The columns for which a row of another entity must be there first."""
    user = user_entity(contract)
    known = {each.name for each in contract.entities}
    return tuple(
        each
        for each in entity.fields
        if each.references in known
        and (each.required or each.name == entity.owner.column)
        and not (user is not None and each.references == user.name)
        and not _is_owner(contract, entity, each)
        and not _leads_back(contract, entity, each)
    )


def _is_owner(contract: Contract, entity: Entity, field: Field) -> bool:
    return (
        signs_in(contract)
        and entity.owner.kind is Ownership.COLUMN
        and field.name == entity.owner.column
    )


def _leads_back(contract: Contract, entity: Entity, field: Field) -> bool:
    """Whether a row of the entity would be needed to make the row that the column refers to."""
    seen: set[str] = set()
    waiting = [field.references]
    known = {each.name: each for each in contract.entities}
    while waiting:
        name = waiting.pop()
        if name == entity.name:
            return True
        if name in seen or name not in known:
            continue
        seen.add(name)
        waiting += [
            each.references for each in known[name].fields if each.references and each.required
        ]
    return False


def _factory(suite: Suite, contract: Contract, entity: Entity) -> None:
    values: list[str] = []
    before: list[str] = []
    for each in parents(contract, entity):
        target = contract.entity(each.references)
        who = "app, owner_id" if needs_owner(contract, target) else "app"
        made = f"(await {factory_name(target)}({who})).{target.key.name}"
        name = literal(each.name)
        before += [f"if {name} not in values:", f"    values[{name}] = {made}"]
    for each in entity.fields:
        value = column_value(contract, entity, each)
        if value is not None:
            values.append(f"{literal(each.name)}: {value}")
    if any("number" in each for each in values):
        before.append("number = next_number(app)")
    arguments = f", owner_id: {id_type(contract)}" if needs_owner(contract, entity) else ""
    inner = [
        *before,
        f"row = {model(entity).name}(**{{{', '.join([*values, '**values'])}}})",
        "return await saved(app, row)",
    ]
    body = "\n".join(f"    {line}" for line in inner)
    suite.need(
        (model(entity).name, "UUID", *_used(values))
        if "UUID" in arguments
        else (model(entity).name, *_used(values))
    )
    signature = f"app: FastAPI{arguments}, **values: Any"
    suite.module.add(
        f"async def {factory_name(entity)}({signature}) -> {model(entity).name}:\n{body}"
    )


def _used(values: list[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"\b[A-Za-z_]\w*\b(?=[.(])", " ".join(values)))


def column_value(contract: Contract, entity: Entity, field: Field) -> str | None:
    """What a factory gives to a column; None where the model decides, or where null will do."""
    user = user_entity(contract)
    if _is_owner(contract, entity, field) or (
        user is not None and field.references == user.name and field.required
    ):
        return "owner_id" if entity.name in _owned(contract) else None
    if field.references:
        known = {each.name for each in contract.entities}
        if field.references in known or not field.required:
            return None
    if entity.soft_delete == field.name and isinstance(entity.soft_delete_value, bool):
        return literal(not entity.soft_delete_value)
    if contract.auth.active == field.name and user is not None and entity.name == user.name:
        return "True"
    if any(each.shuts and each.verified == field.name for each in contract.auth.mailed) and (
        user is not None and entity.name == user.name
    ):
        return "True" if field.shape.kind is Kind.BOOLEAN else "utcnow()"
    if field.auto in _UNSET or (
        field.auto is Auto.ID and field.shape.kind in (Kind.UUID, Kind.INTEGER)
    ):
        return None
    if field.auto is Auto.PASSWORD_HASH:
        return "PASSWORD_HASH" if needs.own_users(contract) else '"no password"'
    if field.default is not ABSENT and field.default is not None and not _distinct(entity, field):
        return None
    found_by = _is_asked_for(contract, entity, field)
    if not field.required and not found_by and not _written(contract, entity, field):
        return None
    asked = _as_asked(contract, entity, field)
    if _distinct(entity, field) or found_by:
        return _numbered(contract, entity, asked)
    return in_row(contract, entity, field, usual(contract, entity, asked))


def _as_asked(contract: Contract, entity: Entity, field: Field) -> Field:
    """The column as paths and answers have it: only such rows can be found and shown."""
    if field.shape.kind in (Kind.ARRAY, Kind.MAP, Kind.ANY, Kind.OBJECT):
        return replace(field, shape=_as_shown(contract, entity, field))
    for operation, lookup in _lookups(contract).get((entity.name, field.name), ()):
        for each in operation.parameters:
            stricter = each.shape.pattern and not field.shape.pattern
            if each.name == lookup.parameter and stricter and each.shape.kind is Kind.STRING:
                return replace(field, shape=replace(field.shape, pattern=each.shape.pattern))
    return field


@once
def _lookups(contract: Contract) -> dict[tuple[str, str], list[tuple[Operation, Lookup]]]:
    """Entity and column → how paths find a row by it."""
    found: dict[tuple[str, str], list[tuple[Operation, Lookup]]] = {}
    for operation in contract.operations:
        for each in operation.lookups:
            found.setdefault((each.entity, each.column), []).append((operation, each))
    return found


def _as_shown(contract: Contract, entity: Entity, field: Field) -> Shape:
    for view in contract.views:
        for each in view.fills:
            of_column = each.source is Source.COLUMN and each.name == field.name
            own = contract.schema(view.schema).get(each.property)
            if view.entity == entity.name and of_column and own is not None:
                return replace(own.shape, nullable=False)
    return field.shape


def _is_asked_for(contract: Contract, entity: Entity, field: Field) -> bool:
    """Whether paths find a row by it."""
    return (entity.name, field.name) in _lookups(contract)


def usual(contract: Contract, entity: Entity, field: Field) -> Json:
    """The sample that rows hold where nothing must differ; the rules between columns are kept."""
    number = usual_number(entity, field)
    return normalised(field, sample(field.shape, number, name=field.name, contract=contract))


def usual_number(entity: Entity, field: Field) -> int:
    """Of two columns that are compared, the greater one has the second sample."""
    for rule in entity.cross_fields:
        if field.name == rule.right and rule.operator in ("<", "<=", "!="):
            return 2
        if field.name == rule.left and rule.operator in (">", ">="):
            return 2
    return 1


def _written(contract: Contract, entity: Entity, field: Field) -> bool:
    return any(
        assign.kind is AssignKind.COLUMN and assign.name == field.name
        for each in contract.inputs
        if each.entity == entity.name
        for assign in each.assigns
    )


def _distinct(entity: Entity, field: Field) -> bool:
    """Whether two rows may not share the value, or are told apart by it."""
    return (
        field.unique
        or field is entity.key
        or any(field.name in each.columns for each in entity.uniques)
    )


def _numbered(contract: Contract, entity: Entity, field: Field) -> str:
    shape = field.shape
    if shape.values:
        return in_row(contract, entity, field, sample(shape, 1, name=field.name))
    match shape.kind:
        case Kind.STRING:
            return numbered_text(field)
        case Kind.INTEGER:
            return f"{literal(sample(shape, 1))} + number"
        case Kind.NUMBER:
            return f"{literal(float(str(sample(shape, 1))))} + number"
        case Kind.DECIMAL:
            return f"{in_row(contract, entity, field, sample(shape, 1))} + number"
        case Kind.UUID:
            return "uuid4()"
        case Kind.DATE | Kind.DATETIME:
            return f"{in_row(contract, entity, field, sample(shape, 1))} + timedelta(days=number)"
    return in_row(contract, entity, field, sample(shape, 1, name=field.name, contract=contract))


def numbered_text(field: Field) -> str:
    """A text that is another one for every number, and valid for each."""
    found = template(field.shape, field.name)
    if found is None or "date" in field.shape.format:
        texts = [str(sample(field.shape, each, name=field.name)) for each in range(1, 21)]
        kept = tuple(dict.fromkeys(str(normalised(field, each)) for each in texts))
        return f"{literal(kept)}[number % {len(kept)}]"
    before, _, after = found.partition("{number")
    spec, _, rest = after.partition("}")
    steps = str(normalised(field, before)), str(normalised(field, rest))
    if not steps[0] and not steps[1] and not spec:
        return "str(number)"
    inner = f"{_escaped(steps[0])}{{number{spec}}}{_escaped(steps[1])}"
    return f"f{literal(inner)}"


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
