"""A list under test."""

from dataclasses import dataclass

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse, Source
from backwright.emit.fastapi.tests import asking, compared_rows
from backwright.emit.fastapi.tests.scene import Scene, State, scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_row
from backwright.emit.templates import literal
from backwright.shape import Kind, Shape


@dataclass(slots=True)
class Listing:
    """How rows get into it, and how an answer shows which rows it holds."""

    suite: Suite
    operation: Operation
    entity: Entity
    scene: Scene
    client: str
    items: str
    """The source of the list in the answer: `response.json()["items"]`."""
    key: str
    """The property by which the rows are told apart, empty if none is shown."""
    column: str
    """The column that it shows."""

    @property
    def contract(self) -> Contract:
        return self.suite.contract

    def row(self, values: State, name: str = "", owner: str = "") -> str:
        """A row that belongs on the list; gives back its variable."""
        given = {**self.placed, **values}
        return self.scene.add(self.entity, given, name, owner)

    @property
    def placed(self) -> State:
        found = dict(self.scene.parents)
        for name, value in self.operation.fixed:
            own = self.entity.get(name)
            if own is not None:
                found[name] = in_row(self.contract, self.entity, own, value)
        return found | compared_rows.holding(self.contract, self.entity, self.operation.compared)

    def ask(self, **params: str) -> str:
        """The source of the request, with further parameters by their wire names."""
        return self.asked({**params})

    def asked(self, params: State) -> str:
        kept = dict(self.scene.params)
        self.scene.params = {**kept, **params}
        source = asking.call(self.scene, None, self.client)
        self.scene.params = kept
        return source

    def shown(self) -> str:
        return f"[each[{literal(self.key)}] for each in {self.items}]"

    def keys(self, *rows: str) -> str:
        return f"[{', '.join(f'wire({row}.{self.column})' for row in rows)}]"

    def test(self, name: str, doc: str, checks: list[str], asserts: list[str]) -> None:
        lines = [*self.scene.lines, *checks]
        self.suite.test(f"{self.operation.id.strip('_')}_{name}", doc, lines, asserts=asserts)


def listing(suite: Suite, operation: Operation) -> Listing | None:
    contract = suite.contract
    client, owner = asking.fixtures(contract, operation)
    made = scene(contract, operation, owner)
    if made.entity is None:
        return None
    path, schema = _items(contract, operation)
    if path is None:
        return None
    key, column = _key(contract, made.entity, schema)
    found = "".join(f"[{literal(each)}]" for each in path)
    return Listing(
        suite, operation, made.entity, made, client, f"response.json(){found}", key, column
    )


def _items(contract: Contract, operation: Operation) -> tuple[tuple[str, ...] | None, str]:
    """Where the rows are in the answer, and their schema."""
    shape = operation.result.shape
    if shape is None:
        return None, ""
    if shape.kind is Kind.ARRAY:
        return (), shape.items.ref if shape.items is not None else ""
    return _inside(contract, shape, ())


def _inside(
    contract: Contract, shape: Shape, path: tuple[str, ...]
) -> tuple[tuple[str, ...] | None, str]:
    view = contract.view(shape.ref) if shape.ref else None
    if view is None or len(path) > 3:
        return None, ""
    schema = contract.schema(shape.ref)
    for fill in view.fills:
        own = schema.get(fill.property)
        if own is None:
            continue
        if fill.source is Source.ROWS and own.shape.items is not None:
            return (*path, own.name), own.shape.items.ref
        if fill.source is Source.NESTED:
            found = _inside(contract, own.shape, (*path, own.name))
            if found[0] is not None:
                return found
    return None, ""


def _key(contract: Contract, entity: Entity, schema: str) -> tuple[str, str]:
    view = contract.view(schema)
    if view is None or view.entity != entity.name:
        return "", ""
    wanted = (entity.key.name, *(each.name for each in entity.fields if each.unique))
    for name in wanted:
        for fill in view.fills:
            if fill.source is Source.COLUMN and fill.name == name:
                return fill.property, name
    return "", ""


def parameter_of(operation: Operation, *uses: ParameterUse) -> Parameter | None:
    return next((each for each in operation.parameters if each.use in uses), None)
