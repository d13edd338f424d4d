"""What must be there so that an operation succeeds: rows, an address, a body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Condition,
    Credentials,
    Lookup,
    Operation,
    Parameter,
    ParameterUse,
    Purpose,
)
from backwright.contract.policies import Proves
from backwright.emit.fastapi.tests import people, row_states
from backwright.emit.fastapi.tests.rows import needs_owner
from backwright.emit.fastapi.tests.searched import part_of_every_row
from backwright.emit.fastapi.tests.suite import factory_name
from backwright.emit.fastapi.tests.values import in_address, in_json, in_row, normalised
from backwright.emit.templates import literal
from backwright.plan.columns import Sql, column
from backwright.plan.defaults import Make, default
from backwright.plan.names import variable
from backwright.plan.samples import Json, sample
from backwright.shape import Kind

_TAKEN: Final = frozenset(
    (
        "again", "answer", "app", "asked", "body", "client", "client_of", "copied", "count",
        "first", "found", "json", "last", "letters", "link", "linked", "monkeypatch", "names",
        "ordered", "other", "page", "params", "pytest", "refused", "request", "response", "second",
        "session", "shown", "slugs", "status", "still", "stored", "url", "wire",
    )
)  # fmt: skip
COLLECTIONS: Final = (Purpose.CREATE, Purpose.LIST, Purpose.REORDER)
"""Purposes whose last lookup finds a parent."""

IN_TIME: Final = "utcnow() + timedelta(hours=1)"

State = Mapping[str, str]
"""Column → the source of the value that a row has to have."""


def row_name(contract: Contract, entity: Entity) -> str:
    """What a row is called in tests."""
    name = variable(entity)
    fixtures = {person.client for person in people.everybody(contract)} | {"anonymous"}
    return f"{name}_row" if name in _TAKEN or name in fixtures else name


@dataclass(slots=True)
class Scene:
    """Printed from top to bottom: the lines that make the rows, then what is asked of them."""

    contract: Contract
    operation: Operation
    owner: str
    """The source of the id of whose rows these are; empty where nobody signs in."""
    number: int = 1
    """Which of the sample values the body has."""
    lines: list[str] = field(default_factory=list)
    rows: dict[str, str] = field(default_factory=dict)
    """Entity → the variable of its row, the last one of each."""
    children: set[str] = field(default_factory=set)
    """Relations of the operation's row that hold a row."""
    parents: dict[str, str] = field(default_factory=dict)
    """Columns of a new row that the path decides → source, as a row holds them."""
    path: dict[str, str] = field(default_factory=dict)
    """Parameter → what stands in the address, as the inside of an f-string."""
    params: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    target: str = ""
    """The variable of the row that the operation is about; empty if there is none yet."""
    names: set[str] = field(default_factory=set)

    @property
    def entity(self) -> Entity | None:
        found = self.operation.entity
        return self.contract.entity(found) if found else None

    def free(self, wanted: str) -> str:
        tries = (wanted, *(f"{wanted}_{number}" for number in range(2, 100)))
        name = next(each for each in tries if each not in self.names)
        self.names.add(name)
        return name

    def add(self, entity: Entity, values: State, name: str = "", owner: str = "") -> str:
        """A row of its owner; gives back its variable."""
        made = self.free(name or row_name(self.contract, entity))
        self.lines.append(f"{made} = await {self.call(entity, values, owner)}")
        self.rows[entity.name] = made
        return made

    def call(self, entity: Entity, values: State, owner: str = "") -> str:
        who = ["app"]
        if needs_owner(self.contract, entity):
            mine = entity.owner.column if entity.owner.kind is Ownership.COLUMN else ""
            who.append(values.get(mine) or owner or self.owner)
            values = {name: source for name, source in values.items() if name != mine}
        given = [f"{name}={value}" for name, value in values.items() if name.isidentifier()]
        return f"{factory_name(entity)}({', '.join([*who, *given])})"

    @property
    def url(self) -> str:
        return self.address(self.path)

    def address(self, path: Mapping[str, str]) -> str:
        """The source of the address: an f-string if something stands in its braces."""
        made = self.operation.path
        for name, inside in path.items():
            made = made.replace(f"{{{name}}}", inside)
        return f"f{literal(made)}" if "{" in made else literal(made)


def scene(
    contract: Contract,
    operation: Operation,
    owner: str,
    *,
    number: int = 1,
    state: State | None = None,
    bare: bool = False,
) -> Scene:
    """`state`: what the operation's own row has to hold, whatever would let it succeed; `bare`:
    without the children that it needs."""
    made = Scene(contract, operation, owner, number)
    _scoped(made)
    previous = ""
    for lookup in operation.lookups:
        previous = _found(made, lookup, previous, state or {})
    _linked(made)
    if not bare:
        for each in operation.conditions:
            _filled(made, each)
    _others(made)
    return made


def _scoped(made: Scene) -> None:
    """What the path says beside rows: whose it is, and what they have in common."""
    contract = made.contract
    for each in made.operation.parameters:
        if each.place != "path":
            continue
        if each.use is ParameterUse.USER:
            made.path[each.name] = f"{{{made.owner}}}"
        elif each.use is ParameterUse.FILTER:
            made.path[each.name] = _narrowed(made, each)
        elif each.use is ParameterUse.SECRET:
            made.path[each.name] = f"{{{mailed_token(made, Proves.VERIFICATION)}}}"
        elif each.use is not ParameterUse.KEY or not _looks_up(made.operation, each):
            value = sample(each.shape, name=each.name, contract=contract)
            made.path[each.name] = in_address(value)


def _linked(made: Scene) -> None:
    """Of an UNLINK: the row between the two, which it takes away."""
    contract, operation = made.contract, made.operation
    if operation.purpose is not Purpose.UNLINK:
        return
    ends = {
        each.entity: f"{made.rows[each.entity]}.{contract.entity(each.entity).key.name}"
        for each in (operation.lookups[0], operation.lookups[-1])
    }
    for link in contract.entities:
        held = {each.references: each.name for each in link.fields if each.references in ends}
        if link.name not in ends and held.keys() == ends.keys():
            made.lines.append(
                f"await {made.call(link, {held[name]: source for name, source in ends.items()})}"
            )
            return


def _looks_up(operation: Operation, parameter: Parameter) -> bool:
    return any(each.parameter == parameter.name for each in operation.lookups)


def _narrowed(made: Scene, parameter: Parameter) -> str:
    """The value that stands in the path, which rows have in a column."""
    contract, entity = made.contract, made.entity
    name = parameter.columns[0] if parameter.columns else ""
    own = entity.get(name) if entity is not None else None
    if entity is not None and own is not None:
        target = contract.find_entity(own.references)
        user = people.user_entity(contract)
        if target is not None and user is not None and target.name == user.name:
            made.parents[name] = made.owner
            return f"{{{made.owner}}}"
        if target is not None:
            row = made.add(target, {})
            made.parents[name] = f"{row}.{target.key.name}"
            return f"{{{row}.{target.key.name}}}"
        value = _valid(made, parameter, own)
        made.parents[name] = in_row(contract, entity, own, normalised(own, value))
        return in_address(value)
    return in_address(sample(parameter.shape, name=parameter.name, contract=contract))


def _valid(made: Scene, parameter: Parameter, own: Field) -> Json:
    """A value that both the parameter and the column take."""
    shape = own.shape if own.shape.values or own.shape.kind is not Kind.STRING else parameter.shape
    if parameter.shape.kind is not own.shape.kind:
        shape = parameter.shape
    return sample(shape, name=parameter.name, contract=made.contract)


def _found(made: Scene, lookup: Lookup, previous: str, state: State) -> str:
    contract, operation = made.contract, made.operation
    entity = contract.entity(lookup.entity)
    last = lookup is operation.lookups[-1]
    target = last and operation.purpose not in COLLECTIONS and operation.entity == entity.name
    if not lookup.parameter and operation.creates:
        return ""
    row = _user_row(made, entity, lookup) if _is_user(contract, entity) else ""
    if not row:
        values = dict(row_states.wanted(contract, operation, entity))
        if target:
            values |= made.parents
            values |= row_states.of_target(contract, operation, entity)
        if lookup.through and previous:
            above = operation.lookups[operation.lookups.index(lookup) - 1]
            values[lookup.through] = f"{previous}.{contract.entity(above.entity).key.name}"
        values |= _named(contract, entity, lookup)
        values |= state if last else {}
        row = made.add(entity, values)
    if target:
        made.target = row
    elif (last and entity.name != operation.entity) or not target:
        _parent(made, entity, row, last=last)
    _addressed(made, lookup, entity, row)
    made.rows[entity.name] = row
    return row


def _named(contract: Contract, entity: Entity, lookup: Lookup) -> dict[str, str]:
    """What a row is found by, where it may do without."""
    own = entity.get(lookup.column)
    if own is None or own.required or not lookup.parameter or own is entity.key:
        return {}
    value = sample(own.shape, name=own.name, contract=contract)
    return {own.name: in_row(contract, entity, own, normalised(own, value))}


def _addressed(made: Scene, lookup: Lookup, entity: Entity, row: str) -> None:
    place = next((e for e in made.operation.parameters if e.name == lookup.parameter), None)
    source = f"{row}.{lookup.column}"
    if row == made.owner:
        source = row
    if place is not None and place.place == "query":
        made.params[place.wire] = f"wire({source})"
    elif place is not None:
        own = entity.get(lookup.column)
        plain = own is not None and column(made.contract, entity, own).sql not in (
            Sql.DATETIME,
            Sql.DECIMAL,
        )
        made.path[place.name] = f"{{{source}}}" if plain else f"{{wire({source})}}"


def _is_user(contract: Contract, entity: Entity) -> bool:
    user = people.user_entity(contract)
    return user is not None and user.name == entity.name


def _user_row(made: Scene, entity: Entity, lookup: Lookup) -> str:
    """Of callers who reach only themselves: their own row, which is there already."""
    if made.operation.access.any_owner or not made.owner:
        return ""
    if made.owner.endswith("owner_id"):
        if lookup.column == entity.key.name:
            return made.owner
        row = made.free("user")
        made.lines.append(
            f"[{row}] = [each for each in await stored(app, {entity.name})"
            f" if each.{entity.key.name} == {made.owner}]"
        )
        return row
    return f"{made.owner.removesuffix('_id')}_user"


def _parent(made: Scene, entity: Entity, row: str, *, last: bool) -> None:
    """The columns of rows of the operation by which they belong to the row that was found."""
    own = made.entity
    if own is None or not last or made.operation.purpose not in COLLECTIONS:
        return
    for each in own.fields:
        if each.references == entity.name and each.name != own.owner.column:
            made.parents.setdefault(each.name, f"{row}.{entity.key.name}")
            break
        if each.references == entity.name and own.owner.parent == entity.name:
            made.parents.setdefault(each.name, f"{row}.{entity.key.name}")
            break


def _filled(made: Scene, condition: Condition) -> None:
    """A child, where the operation asks for one."""
    if not condition.relation or condition.entity not in made.rows:
        return
    entity = made.contract.entity(condition.entity)
    relation = next((e for e in entity.relations if e.name == condition.relation), None)
    if relation is None or not relation.many or relation.link:
        return
    child, row = made.contract.entity(relation.entity), made.rows[entity.name]
    known = made.rows.get(child.name)
    made.lines.append(f"await {made.call(child, {relation.column: f'{row}.{entity.key.name}'})}")
    made.children.add(relation.name)
    if known is not None:
        made.rows[child.name] = known


def _others(made: Scene) -> None:
    """Parameters of query and headers that have to be there."""
    contract, operation, entity = made.contract, made.operation, made.entity
    for each in operation.parameters:
        if each.use is ParameterUse.IF_MATCH and entity is not None and made.target:
            made.headers[each.wire] = f"str({made.target}.{entity.version})"
            continue
        if not each.required or each.place not in ("query", "header") or each.wire in made.params:
            continue
        if each.use in (ParameterUse.TOKEN, ParameterUse.USER):
            continue
        if each.use is ParameterUse.SECRET:
            made.params[each.wire] = mailed_token(made, Proves.VERIFICATION)
            continue
        name = each.columns[0] if each.columns else ""
        own = entity.get(name) if entity is not None else None
        if each.use is ParameterUse.FILTER and made.target and own is not None:
            made.params[each.wire] = f"wire({made.target}.{name})"
            continue
        value = sample(each.shape, name=each.name, contract=contract)
        if each.use is ParameterUse.SEARCH and entity is not None:
            value = part_of_every_row(entity, each) or value
        if each.place == "header":
            made.headers[each.wire] = f"{literal(str(value))}"
        else:
            made.params[each.wire] = in_json(value)
        if each.use is ParameterUse.FILTER and entity is not None and own is not None:
            made.parents.setdefault(name, in_row(contract, entity, own, value))


def mailed_token(
    made: Scene, proves: Proves, expires: str = "utcnow() + timedelta(hours=1)"
) -> str:
    """A token that was sent to somebody who has registered; gives back its variable."""
    contract = made.contract
    mailed, user = contract.auth.mails(proves), contract.entity(contract.auth.user)
    if mailed is None:
        return '""'
    blank = {mailed.verified: unproved(user, mailed.verified)} if mailed.verified else {}
    holder = made.rows.get(user.name) or made.add(user, blank)
    key = f"{holder}.{user.key.name}"
    kept = {
        mailed.user: key,
        mailed.token: "token_hash",
        mailed.expires: expires,
    }
    made.lines += [
        "token, token_hash = new_mailed_token()",
        f"await {made.call(contract.entity(mailed.entity), kept, key)}",
    ]
    return "token"


def unproved(user: Entity, column: str) -> str:
    """What says of a user that nobody has proved the address."""
    own = user.get(column)
    return "None" if own is not None and own.shape.kind is Kind.DATETIME else "False"


def starts(contract: Contract, entity: Entity, own: Field) -> str | None:
    """What a column holds, as JSON, when nobody gave it a value; None if that is not known."""
    found = default(contract, entity, column(contract, entity, own))
    if found.make in (Make.VALUE, Make.MEMBER):
        return in_json(found.value)
    if found.make is Make.LIST and not found.value:
        return "[]"
    return "{}" if found.make is Make.MAPPING else None


def caller(contract: Contract, operation: Operation) -> str:
    return people.caller(contract, operation).client


def owner_id(contract: Contract, operation: Operation) -> str:
    """The fixture with the id of whose rows the tests make; empty where nobody signs in."""
    if not people.signs_in(contract):
        return ""
    return people.owner(contract, operation).id


def protected(operation: Operation) -> bool:
    return operation.access.credentials is Credentials.REQUIRED
