"""For each operation a test that it does what it is there for."""

from collections.abc import Callable, Mapping
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Auto, Entity, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.tests import asking, people, shows
from backwright.emit.fastapi.tests.adjustments import amount_of, moved
from backwright.emit.fastapi.tests.bodies import SentBody, body_of, new_values
from backwright.emit.fastapi.tests.scene import Scene, scene
from backwright.emit.fastapi.tests.shows import Expected, Subject, expected
from backwright.emit.fastapi.tests.suite import Suite, factory_name
from backwright.emit.fastapi.tests.values import in_json
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.shape import Kind

Prove = Callable[["Success"], None]


class Success:
    """The test in the making."""

    def __init__(self, suite: Suite, operation: Operation) -> None:
        self.suite = suite
        self.contract: Contract = suite.contract
        self.operation = operation
        self.client, owner = asking.fixtures(suite.contract, operation)
        number = asking.number_of(operation)
        self.scene: Scene = scene(suite.contract, operation, owner, number=number)
        self.body: SentBody | None = body_of(self.scene)
        self.checks: list[str] = []
        self.asserts: list[str] = []

    @property
    def entity(self) -> Entity | None:
        return self.scene.entity

    def answered(self, subject: Subject | None, **more: object) -> None:
        """Status and whole body of the answer."""
        made = Expected(self.scene, subject, **more)  # type: ignore[arg-type]
        if subject is not None and not subject.children:
            subject.children = shows.children_of(made, self.body)
        result = self.operation.result
        self.checks.append(f"assert response.status_code == {result.status}, response.text")
        self.asserts.append(aspects.success(self.operation.id, result.status))
        if result.shape is None:
            self.checks.append('assert response.content == b""')
            return
        source = expected(made, result.shape)
        if source != shows.ANY and "json" in result.content_type:
            self.checks.append(f"assert response.json() == {source}")
            self.asserts += made.seen

    def print(self) -> None:
        lines = [
            *self.scene.lines,
            f"response = {asking.call(self.scene, self.body, self.client)}",
            "",
            *self.checks,
        ]
        name = self.operation.id.strip("_")
        self.suite.test(name, sentence(self.operation), lines, asserts=self.asserts)


def sentence(operation: Operation) -> str:
    """What asks for it, and under which names."""
    named = ", ".join(dict.fromkeys(operation.statements))
    said = operation.doc or operation.summary
    if not said:
        return named
    return f"{said} ({named})" if named and len(named) < 120 else said


def write(suite: Suite, operation: Operation) -> None:
    made = Success(suite, operation)
    if asking.needs_code(operation):
        _hook(made)
        return
    prove = _PROOFS.get(operation.purpose)
    if prove is not None:
        prove(made)
        made.print()


def _hook(made: Success) -> None:
    """The test says what to do with it."""
    made.checks.append("assert response.status_code == 501")
    operation = made.operation
    lines = [
        *made.scene.lines,
        f"response = {asking.call(made.scene, made.body, made.client)}",
        "",
        *made.checks,
    ]
    doc = f"Delete this test when the hook `{operation.hook}` is written: {operation.needs}"
    asserts = [
        aspects.refusal(operation.id, each.status, each.reason)
        for each in operation.refusals
        if each.reason == "needs_code"
    ]
    name = f"{operation.id.strip('_')}_needs_code"
    made.suite.test(name, doc, lines, asserts=asserts)


def _create(made: Success) -> None:
    entity = made.entity
    if entity is None or made.operation.body is None or made.operation.body.multiple:
        _plainly(made)
        return
    values = dict(shows.json_values(made.scene, made.body))
    for name, source in new_values(made.scene, made.body).items():
        own = entity.get(name)
        if name not in values and own is not None:
            uuid = stored_shape(made.contract, entity, own).kind is Kind.UUID
            values[name] = f"str({source})" if uuid else f"wire({source})"
    made.answered(Subject(entity, values=values))
    _kept(made, entity, values)


def _kept(made: Success, entity: Entity, values: Mapping[str, str]) -> None:
    """What is stored is what was sent, and whose it is."""
    known = {name: source for name, source in values.items() if source != shows.ANY}
    others = sum(1 for each in made.scene.lines if f"add_{_factory(entity)}(" in each)
    if not known or others or people_are(made.contract, entity):
        return
    made.checks.append(f"[row] = await stored(app, {entity.name})")
    names = ", ".join(literal(each) for each in known)
    pairs = ", ".join(f"{literal(name)}: {source}" for name, source in known.items())
    made.checks.append(f"assert shown(row, {names}) == {{{pairs}}}")
    made.asserts += [aspects.column(entity.name, name) for name in known]
    if entity.owner.kind is Ownership.COLUMN and entity.owner.column in known:
        made.asserts.append(aspects.rule(entity.name, "owner"))


def _factory(entity: Entity) -> str:
    return factory_name(entity).removeprefix("add_")


def people_are(contract: Contract, entity: Entity) -> bool:
    user = people.user_entity(contract)
    return user is not None and user.name == entity.name


def _get(made: Success) -> None:
    if made.entity is None or not made.scene.target:
        _plainly(made)
        return
    made.answered(Subject(made.entity, made.scene.target))


def _update(made: Success) -> None:
    entity, row = made.entity, made.scene.target
    if entity is None or not row:
        _plainly(made)
        return
    values = _changed(made, entity, shows.json_values(made.scene, made.body))
    made.answered(Subject(entity, row, values))
    _reads_back(made, entity, row, values)


def _changed(made: Success, entity: Entity, sent: Mapping[str, str]) -> dict[str, str]:
    """What a change leaves behind: itself, a new version, another moment."""
    values = dict(sent)
    for each in entity.fields:
        if each.auto is Auto.UPDATED:
            values[each.name] = shows.ANY
        if each.auto is Auto.VERSION and entity.version == each.name:
            values[each.name] = f"{made.scene.target}.{each.name} + 1"
    return values


def _reads_back(made: Success, entity: Entity, row: str, values: Mapping[str, str]) -> None:
    known = {name: source for name, source in values.items() if source != shows.ANY}
    if not known:
        return
    names = ", ".join(literal(each) for each in known)
    pairs = ", ".join(f"{literal(name)}: {source}" for name, source in known.items())
    made.checks.append(f"assert shown(await still(app, {row}), {names}) == {{{pairs}}}")
    made.asserts += [aspects.column(entity.name, name) for name in known]


def _delete(made: Success) -> None:
    entity, row = made.entity, made.scene.target
    if entity is None or not row:
        _plainly(made)
        return
    made.answered(Subject(entity, row, sure=False))
    deleted = entity.get(entity.soft_delete) if entity.soft_delete else None
    if deleted is None:
        made.checks.append(f"assert await again(app, {row}) is None")
    elif isinstance(entity.soft_delete_value, bool):
        value = in_json(entity.soft_delete_value)
        held = f"(await still(app, {row})).{deleted.name}"
        made.checks.append(f"assert {held} is {value}")
        made.asserts.append(aspects.rule(entity.name, "soft_delete"))
    else:
        made.checks.append(f"assert (await still(app, {row})).{deleted.name} is not None")
        made.asserts.append(aspects.rule(entity.name, "soft_delete"))


def _set(made: Success) -> None:
    entity, row = made.entity, made.scene.target
    if entity is None or not row:
        _plainly(made)
        return
    values = dict(shows.json_values(made.scene, made.body))
    for name, value in made.operation.changes:
        toggled = made.operation.purpose is Purpose.TOGGLE
        values[name] = "True" if toggled else in_json(value)
    who = people.caller(made.contract, made.operation).id
    values |= dict.fromkeys(made.operation.actors, f"wire({who})")
    values |= dict.fromkeys(made.operation.stamps, shows.ANY)
    values = _changed(made, entity, values)
    made.answered(Subject(entity, row, values))
    _reads_back(made, entity, row, values)
    made.checks += [
        f"assert (await still(app, {row})).{each} is not None" for each in made.operation.stamps
    ]
    if made.operation.purpose is Purpose.TRANSITION and entity.transitions:
        made.asserts.append(aspects.rule(entity.name, "transitions"))


def _adjust(made: Success) -> None:
    """Its numbers have moved by what the body says."""
    entity, row, amount = made.entity, made.scene.target, amount_of(made.body)
    if entity is None or not row or amount is None:
        _plainly(made)
        return
    found = moved(made.suite, made.operation, row, amount)
    values = dict(shows.json_values(made.scene, made.body))
    for name, source in found:
        own = entity.get(name)
        whole = own is not None and own.shape.kind is Kind.INTEGER
        values[name] = source if whole else shows.ANY
    values |= dict.fromkeys(made.operation.stamps, shows.ANY)
    values = _changed(made, entity, values)
    made.answered(Subject(entity, row, values))
    _reads_back(made, entity, row, values)
    made.checks += [
        f"assert (await still(app, {row})).{name} == {source}"
        for name, source in found
        if values[name] == shows.ANY
    ]


def _copy(made: Success) -> None:
    """A second row, with what is copied and nothing else of the first."""
    entity, row, copied = made.entity, made.scene.target, made.operation.copied
    if entity is None or not row:
        _plainly(made)
        return
    values = {
        each.name: shows.starting(made.contract, entity, each)
        for each in entity.fields
        if each.name not in copied
    }
    made.answered(Subject(entity, row, values))
    key = entity.key.name
    others = f"[each for each in await stored(app, {entity.name}) if each.{key} != {row}.{key}]"
    made.checks.append(f"[copied] = {others}")
    names = ", ".join(literal(each) for each in copied)
    if names:
        made.checks.append(f"assert shown(copied, {names}) == shown({row}, {names})")
    if entity.owner.kind is Ownership.COLUMN and made.scene.owner:
        made.checks.append(f"assert copied.{entity.owner.column} == {made.scene.owner}")
        made.asserts.append(aspects.rule(entity.name, "owner"))


def _plainly(made: Success) -> None:
    """Only the status, where nothing more is known of the answer."""
    made.answered(None)


def _constant(made: Success) -> None:
    made.answered(None, total=-1)


_PROOFS: Final[Mapping[Purpose, Prove]] = {
    Purpose.CREATE: _create,
    Purpose.COPY: _copy,
    Purpose.ADJUST: _adjust,
    Purpose.GET: _get,
    Purpose.UPDATE: _update,
    Purpose.REPLACE: _update,
    Purpose.DELETE: _delete,
    Purpose.SET: _set,
    Purpose.TOGGLE: _set,
    Purpose.TRANSITION: _set,
    Purpose.HEALTH: _constant,
    Purpose.CONSTANT: _constant,
}
"""Lists, links, orders and accounts are proved in modules of their own."""
