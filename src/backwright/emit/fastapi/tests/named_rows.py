"""Rows that a body lists by their names: made once, found again, replaced, or refused."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Entity, Relation
from backwright.contract.operations import Assign, AssignKind, Operation, Purpose, Source
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.bodies import Sent, SentBody, body_of, spelled
from backwright.emit.fastapi.tests.scene import Scene, scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json, normalised
from backwright.emit.templates import literal
from backwright.plan.loads import answered_schema
from backwright.plan.samples import sample

_NUMBERS: Final = (91, 92)
"""Samples that no row of another test has."""


@dataclass(frozen=True, slots=True)
class _Named:
    """One property of a body that lists rows by name, and the request around it."""

    suite: Suite
    operation: Operation
    relation: Relation
    assign: Assign
    sent: Sent
    scene: Scene
    body: SentBody
    client: str

    @property
    def target(self) -> Entity:
        return self.suite.contract.entity(self.relation.entity)

    @property
    def link(self) -> Entity:
        return self.suite.contract.entity(self.relation.link)

    def names(self) -> list[str]:
        """Two, in their order, as rows hold them."""
        own = self.target.get(self.assign.column)
        if own is None:
            return []
        texts = (sample(own.shape, each, name=own.name) for each in _NUMBERS)
        return sorted({str(normalised(own, each)) for each in texts})

    def call(self, *names: str) -> str:
        """The request that lists just these."""
        told = replace(self.sent, json=in_json(list(names)))
        sent = tuple(told if each is self.sent else each for each in self.body.sent)
        body = replace(self.body, source=spelled(sent), sent=sent)
        return f"response = {asking.call(self.scene, body, self.client)}"

    def row(self, name: str) -> str:
        """The call that adds a row of that name."""
        return self.scene.call(self.target, {self.assign.column: literal(name)})

    def room(self, most: int) -> bool:
        shape = self.sent.property.shape
        return (shape.min_items or 0) <= 1 and (shape.max_items is None or shape.max_items >= most)


def write(suite: Suite, operation: Operation) -> None:
    for made in _found(suite, operation):
        if len(made.names()) != len(_NUMBERS) or not made.room(len(_NUMBERS) + 1):
            continue
        if not made.assign.makes:
            _refused(made)
        elif operation.purpose is Purpose.CREATE:
            _once(made)
        if operation.purpose is not Purpose.CREATE and made.scene.target:
            _replaced(made)


def _found(suite: Suite, operation: Operation) -> Iterator[_Named]:
    if asking.needs_code(operation) or not operation.entity or operation.body is None:
        return
    contract = suite.contract
    client, owner = asking.fixtures(contract, operation)
    around = scene(contract, operation, owner, number=asking.number_of(operation))
    body = body_of(around)
    entity = contract.entity(operation.entity)
    if body is None or body.kind != "json" or operation.body.multiple:
        return
    for sent in body.sent:
        assign = sent.assign
        if assign is None or assign.kind is not AssignKind.NAMES:
            continue
        relation = next((each for each in entity.relations if each.name == assign.name), None)
        if relation is not None:
            yield _Named(suite, operation, relation, assign, sent, around, body, client)


def _once(made: _Named) -> None:
    """Of two names one is there already, and is said twice."""
    first, second = made.names()
    kind = made.target.name
    made.suite.test(
        f"{made.operation.id.strip('_')}_makes_{made.relation.name}_once",
        "",
        [
            *made.scene.lines,
            f"await {made.row(first)}",
            made.call(second, first, first),
            "",
            f"assert response.status_code == {made.operation.result.status}, response.text",
            *_answered(made, first, second),
            f"names = [each.{made.assign.column} for each in await stored(app, {kind})]",
            f"assert sorted(names) == [{literal(first)}, {literal(second)}]",
            f"assert len(await stored(app, {made.link.name})) == 2",
        ],
        asserts=[aspects.rule(made.operation.entity, f"relation({made.relation.name})")],
    )


def _replaced(made: _Named) -> None:
    first, second = made.names()
    row, tag = made.scene.target, "linked"
    entity = made.suite.contract.entity(made.operation.entity)
    ends = {
        made.relation.column: f"{row}.{entity.key.name}",
        _far(made): f"{tag}.{made.target.key.name}",
    }
    lines = [f"{tag} = await {made.row(first)}", f"await {made.scene.call(made.link, ends)}"]
    lines += [] if made.assign.makes else [f"await {made.row(second)}"]
    made.suite.test(
        f"{made.operation.id.strip('_')}_replaces_{made.relation.name}",
        "",
        [
            *made.scene.lines,
            *lines,
            made.call(second),
            "",
            f"assert response.status_code == {made.operation.result.status}, response.text",
            *_answered(made, second),
            f"[link] = await stored(app, {made.link.name})",
            f"assert link.{_far(made)} != {tag}.{made.target.key.name}",
        ],
        asserts=[aspects.rule(made.operation.entity, f"relation({made.relation.name})")],
    )


def _refused(made: _Named) -> None:
    first, second = made.names()
    refusals = (e for e in made.operation.refusals if e.reason == "missing")
    refusal = next((e for e in refusals if e.entity == made.target.name), None)
    if refusal is None:
        return
    made.suite.test(
        f"{made.operation.id.strip('_')}_refuses_unknown_{made.relation.name}",
        refusal.detail,
        [
            *made.scene.lines,
            f"await {made.row(first)}",
            made.call(first, second),
            "",
            f"assert response.status_code == {refusal.status}",
            f"assert await stored(app, {made.link.name}) == []",
        ],
        asserts=[aspects.refusal(made.operation.id, refusal.status, "missing")],
    )


def _far(made: _Named) -> str:
    found = (each.name for each in made.link.fields if each.references == made.target.name)
    return next(each for each in found if each != made.relation.column)


def _answered(made: _Named, *names: str) -> Iterator[str]:
    """The names as the answer shows them, where it shows the row itself."""
    contract, shape = made.suite.contract, made.operation.result.shape
    view = contract.view(shape.ref) if shape is not None and shape.ref else None
    if view is None or view.entity != made.operation.entity:
        return
    for fill in view.fills:
        relation, _, column = fill.name.partition(".")
        if fill.source is not Source.RELATION or relation != made.relation.name:
            continue
        held = f"response.json()[{literal(fill.property)}]"
        own = contract.schema(view.schema).get(fill.property)
        inner = contract.view(answered_schema(own.shape)) if own is not None else None
        shown = (
            next((e for e in inner.fills if e.name == made.assign.column), None) if inner else None
        )
        if column == made.assign.column:
            yield f"assert {held} == {in_json(list(names))}"
        elif shown is not None:
            told = f"[each[{literal(shown.property)}] for each in {held}]"
            yield f"assert {told} == {in_json(list(names))}"
