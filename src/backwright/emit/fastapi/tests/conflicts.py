"""What is refused because of what is stored: duplicates, stale versions, full parents."""

from collections.abc import Iterator
from dataclasses import dataclass

from backwright.contract import aspects
from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import (
    AssignKind,
    Operation,
    ParameterUse,
    Purpose,
    Refusal,
)
from backwright.contract.policies import ErrorStyle
from backwright.emit.fastapi.tests import asking, people
from backwright.emit.fastapi.tests.bodies import SentBody, body_of, new_values, spelled
from backwright.emit.fastapi.tests.rows import column_value
from backwright.emit.fastapi.tests.scene import Scene, State, row_name, scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal

WRITES = (
    Purpose.CREATE, Purpose.UPDATE, Purpose.REPLACE, Purpose.REGISTER, Purpose.UPDATE_ME,
)  # fmt: skip
MOST_CHILDREN = 100


@dataclass(slots=True)
class Refused:
    """A test that an operation refuses, in the making."""

    suite: Suite
    operation: Operation
    refusal: Refusal
    client: str
    scene: Scene
    body: SentBody | None
    unsaid: bool = False
    """Another rule refuses it as well, in words of its own."""

    @property
    def contract(self) -> Contract:
        return self.suite.contract

    def print(self, name: str, doc: str = "", after: tuple[str, ...] = ()) -> None:
        lines = [
            *self.scene.lines,
            f"response = {asking.call(self.scene, self.body, self.client)}",
            "",
            f"assert response.status_code == {self.refusal.status}",
            *(() if self.unsaid else said(self.contract, self.refusal)),
            *after,
        ]
        refusal = self.refusal
        asserts = [aspects.refusal(self.operation.id, refusal.status, refusal.reason)]
        asserts += _rules(refusal)
        self.suite.test(f"{self.operation.id.strip('_')}_{name}", doc, lines, asserts=asserts)


def said(contract: Contract, refusal: Refusal) -> tuple[str, ...]:
    """The words of a refusal, where its form holds nothing else."""
    form = contract.policies.errors
    if form.style is not ErrorStyle.DETAIL or refusal.reason in ("invalid", "cross_field"):
        return ()
    return (f'assert response.json() == {{"detail": {literal(refusal.detail)}}}',)


def refused(
    suite: Suite,
    operation: Operation,
    refusal: Refusal,
    *,
    state: State | None = None,
    bare: bool = False,
) -> Refused:
    client, owner = asking.fixtures(suite.contract, operation)
    made = scene(
        suite.contract,
        operation,
        owner,
        number=asking.number_of(operation),
        state=state,
        bare=bare,
    )
    return Refused(suite, operation, refusal, client, made, body_of(made))


def _rules(refusal: Refusal) -> Iterator[str]:
    if refusal.reason == "duplicate" and refusal.entity:
        if len(refusal.columns) == 1:
            yield aspects.constraint(refusal.entity, refusal.columns[0], "unique")
        yield aspects.rule(refusal.entity, f"unique({','.join(refusal.columns)})")
    if refusal.reason == "stale" and refusal.entity:
        yield aspects.rule(refusal.entity, "version")


def write(suite: Suite, operation: Operation) -> None:
    if asking.needs_code(operation):
        return
    for each in operation.refusals:
        match each.reason:
            case "duplicate" if operation.purpose in WRITES:
                _duplicate(suite, operation, each)
            case "stale":
                _stale(suite, operation, each)
            case "count":
                _full(suite, operation, each)
            case "in_use":
                _in_use(suite, operation, each)
            case "cross_field":
                _crossed(suite, operation, each)


def _duplicate(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """Another row holds the same values already."""
    contract = suite.contract
    entity = contract.find_entity(refusal.entity)
    if entity is None or not refusal.columns or entity.name != operation.entity:
        return
    made = refused(suite, operation, refusal)
    values = new_values(made.scene, made.body)
    changed = operation.purpose not in (Purpose.CREATE, Purpose.REGISTER)
    sent = set(made.body.columns) if made.body is not None else set()
    if changed:
        values = {**_held(made.scene, entity), **values}
    shared = {name: values[name] for name in refusal.columns if name in values}
    if set(shared) != set(refusal.columns) or (changed and not sent & set(shared)):
        return
    if any(_is_null(made, entity, each) for each in refusal.columns):
        return
    owner = ""
    alone = entity.get(entity.owner.column)
    if alone is not None and alone.unique and alone.name not in refusal.columns:
        owner = people.other(contract, operation).id
    made.scene.add(entity, shared, f"other_{row_name(contract, entity)}", owner)
    made.scene.lines[-1] = made.scene.lines[-1].partition(" = ")[2]
    if made.scene.target:
        made.scene.rows[entity.name] = made.scene.target
    known = [(e.name,) for e in entity.fields if e.unique] + [e.columns for e in entity.uniques]
    made.unsaid = any(set(each) < set(refusal.columns) for each in known)
    columns = "_and_".join(refusal.columns)
    made.print(f"refuses_the_same_{columns}", refusal.detail)


def _is_null(made: Refused, entity: Entity, name: str) -> bool:
    """Whether nobody gives it a value: rows without one never share it."""
    own = entity.get(name)
    sent = made.body is not None and name in made.body.columns
    if own is None or own.required or sent:
        return False
    return column_value(made.scene.contract, entity, own) is None


def _held(made: Scene, entity: Entity) -> dict[str, str]:
    """Columns of the row that is changed, as they are now."""
    if not made.target:
        return {}
    return {each.name: f"{made.target}.{each.name}" for each in entity.fields}


def _stale(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """The version that the caller names is not the one that is stored."""
    made = refused(suite, operation, refusal)
    entity = made.scene.entity
    if entity is None or not made.scene.target:
        return
    version = made.body.of(AssignKind.VERSION) if made.body is not None else None
    if version is not None and made.body is not None and entity.version:
        sent = tuple(
            each
            if each is not version
            else type(each)(each.property, f"{each.json} + 1", each.assign)
            for each in made.body.sent
        )
        made.body = SentBody(spelled(sent), sent, made.body.kind)
        made.print("refuses_a_stale_version", refusal.detail)
        return
    matched = next((e for e in operation.parameters if e.use is ParameterUse.IF_MATCH), None)
    if matched is not None and entity.version:
        made.scene.headers[matched.wire] = f"str({made.scene.target}.{entity.version} + 1)"
        made.print("refuses_a_stale_version", refusal.detail)


def _full(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """One child more than a parent may have."""
    contract = suite.contract
    made = refused(suite, operation, refusal)
    child = made.scene.entity
    if child is None or operation.purpose is not Purpose.CREATE:
        return
    for parent in contract.entities:
        for limit in parent.count_limits:
            relation = next((e for e in parent.relations if e.name == limit.relation), None)
            if relation is None or relation.entity != child.name or limit.maximum > MOST_CHILDREN:
                continue
            values = new_values(made.scene, made.body)
            above = values.get(relation.column)
            if above is None or parent.name not in ("", refusal.entity, child.name):
                continue
            call = made.scene.call(child, {**_placed(made, values), relation.column: above})
            made.scene.lines += [f"for _ in range({limit.maximum}):", f"    await {call}"]
            made.suite.asserted[aspects.rule(parent.name, f"count_limit({limit.relation})")] = None
            made.print("refuses_one_too_many", refusal.detail)
            return


def _placed(made: Refused, values: State) -> State:
    return {name: source for name, source in values.items() if name in made.scene.parents}


def _in_use(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """A row that others refer to is not deleted."""
    contract = suite.contract
    made = refused(suite, operation, refusal)
    entity = made.scene.entity
    if entity is None or not made.scene.target:
        return
    for other in contract.entities:
        for own in other.fields:
            if own.references != entity.name or other.name == entity.name:
                continue
            if own.on_delete.replace("_", " ").lower() not in ("restrict", ""):
                continue
            if other.owner.column == own.name and people.signs_in(contract):
                continue
            if refusal.columns and own.name not in refusal.columns:
                continue
            key = f"{made.scene.target}.{entity.key.name}"
            made.scene.lines.append(f"await {made.scene.call(other, {own.name: key})}")
            after = (f"assert await again(app, {made.scene.target}) is not None",)
            made.print("refuses_what_is_in_use", refusal.detail, after)
            return


def _crossed(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """Two fields the wrong way round."""
    made = refused(suite, operation, refusal)
    entity, body = made.scene.entity, made.body
    if entity is None or body is None or operation.purpose not in WRITES:
        return
    columns = body.columns
    for rule in entity.cross_fields:
        left, right = columns.get(rule.left), columns.get(rule.right)
        if refusal.columns and set(refusal.columns) != {rule.left, rule.right}:
            continue
        if left is None or right is None:
            continue
        same = rule.operator in ("<", ">", "!=")
        swapped = {
            left.property.name: right.json,
            right.property.name: right.json if same else left.json,
        }
        if same:
            swapped[left.property.name] = right.json
        sent = tuple(
            type(each)(each.property, swapped.get(each.property.name, each.json), each.assign)
            for each in body.sent
        )
        made.body = SentBody(spelled(sent), sent, body.kind)
        made.suite.asserted[aspects.rule(entity.name, f"cross_field({rule.left},{rule.right})")] = (
            None
        )
        made.print(f"refuses_{rule.left}_against_{rule.right}", refusal.detail)
        return
