"""Lists: whose rows they show, in which order, which of them, and how many at a time."""

from dataclasses import dataclass

from backwright.contract import aspects
from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Operation,
    Parameter,
    ParameterUse,
    Purpose,
    Sort,
    Source,
)
from backwright.emit.fastapi.tests import asking, people, shows
from backwright.emit.fastapi.tests.rows import needs_owner
from backwright.emit.fastapi.tests.scene import Scene, State, scene
from backwright.emit.fastapi.tests.shows import Expected, Subject, expected
from backwright.emit.fastapi.tests.successes import people_are, sentence
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json, in_row, normalised
from backwright.emit.templates import literal
from backwright.plan.samples import sample
from backwright.shape import Kind, Shape


@dataclass(slots=True)
class Listing:
    """A list under test: how rows get into it, and how an answer shows which rows it holds."""

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
        return found

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


def write(suite: Suite, operation: Operation) -> None:
    if operation.purpose is not Purpose.LIST:
        return
    if listing(suite, operation) is None:
        _status_only(suite, operation)
        return
    _shows(suite, operation)
    for write_one in (_isolated, _deleted, _pages, _cursors, _sorts, _filters, _hooked):
        made = listing(suite, operation)
        if made is not None and (made.key or write_one in (_hooked,)):
            write_one(made)


def _status_only(suite: Suite, operation: Operation) -> None:
    client, owner = asking.fixtures(suite.contract, operation)
    made = scene(suite.contract, operation, owner)
    call = asking.call(made, None, client)
    status = operation.result.status
    suite.test(
        operation.id.strip("_"),
        sentence(operation),
        [*made.lines, f"response = {call}", "", f"assert response.status_code == {status}"],
        asserts=[aspects.success(operation.id, status)],
    )


def _shows(suite: Suite, operation: Operation) -> None:
    """The whole answer, with one row."""
    made = listing(suite, operation)
    if made is None:
        return
    row = made.row({})
    page = operation.page
    alone = not people_are(made.contract, made.entity)
    size = page.size if page is not None and page.style != "none" else 0
    subject = Subject(made.entity, row)
    more = Expected(made.scene, subject, total=1, size=size)
    if page is not None:
        more.style, more.first = page.style, page.first
    status = operation.result.status
    checks = [
        f"response = {made.ask()}",
        "",
        f"assert response.status_code == {status}, response.text",
    ]
    source = expected(more, operation.result.shape)
    if alone and source != shows.ANY:
        checks.append(f"assert response.json() == {source}")
    elif made.key:
        checks.append(f"assert wire({row}.{made.column}) in {made.shown()}")
    asserts = [aspects.success(operation.id, status), *(more.seen if alone else [])]
    suite.test(
        operation.id.strip("_"), sentence(operation), [*made.scene.lines, *checks], asserts=asserts
    )


def private(made: Listing) -> bool:
    """Whether it shows only rows of its caller."""
    owned = made.entity.owner.kind in (Ownership.COLUMN, Ownership.PARENT)
    return owned and people.signs_in(made.contract) and not made.operation.access.any_owner


def _isolated(made: Listing) -> None:
    """Whose rows: a row of somebody else is not shown, whatever is asked."""
    inherited = made.entity.owner.kind is Ownership.PARENT and made.operation.lookups
    if not private(made) or inherited or not needs_owner(made.contract, made.entity):
        return
    row = made.row({})
    other = people.other(made.contract, made.operation)
    made.row({}, f"{row}_of_{other.client}", f"{other.id}")
    check = f"assert {made.shown()} == {made.keys(row)}"
    doc = "Rows of somebody else are not on the list."
    asserts = [aspects.rule(made.entity.name, "owner"), aspects.access(made.operation.id)]
    made.test("shows_only_ones_own", doc, [f"response = {made.ask()}", "", check], asserts)


def _deleted(made: Listing) -> None:
    own = made.entity.get(made.entity.soft_delete) if made.entity.soft_delete else None
    if own is None or people_are(made.contract, made.entity):
        return
    if any(own.name in each.columns for each in made.operation.parameters):
        return
    row = made.row({})
    gone = "utcnow()"
    if isinstance(made.entity.soft_delete_value, bool):
        gone = str(made.entity.soft_delete_value)
    made.row({own.name: gone}, f"deleted_{row}")
    check = f"assert {made.shown()} == {made.keys(row)}"
    asserts = [aspects.rule(made.entity.name, "soft_delete")]
    doc = "What was deleted is not on the list."
    made.test("shows_nothing_deleted", doc, [f"response = {made.ask()}", "", check], asserts)


def _wire(operation: Operation, *uses: ParameterUse) -> Parameter | None:
    return next((each for each in operation.parameters if each.use in uses), None)


def _pages(made: Listing) -> None:
    """Three rows, two at a time."""
    operation, page = made.operation, made.operation.page
    size = _wire(operation, ParameterUse.SIZE, ParameterUse.LIMIT)
    start = _wire(operation, ParameterUse.PAGE, ParameterUse.OFFSET)
    if page is None or size is None or start is None or people_are(made.contract, made.entity):
        return
    if not _accepts(size, 2):
        return
    rows = [made.row({}) for _ in range(3)]
    second = page.first + 1 if start.use is ParameterUse.PAGE else 2
    checks = [
        f"response = {made.asked({size.wire: '2'})}",
        f"first = {made.shown()}",
        f"response = {made.asked({size.wire: '2', start.wire: str(second)})}",
        f"second = {made.shown()}",
        "",
        "assert (len(first), len(second)) == (2, 1)",
        f"assert sorted(first + second, key=str) == sorted({made.keys(*rows)}, key=str)",
    ]
    asserts = [aspects.page(operation.id)]
    asserts += [aspects.parameter(operation.id, each.wire) for each in (size, start)]
    made.test("comes_in_pages", "Each row is on one page.", checks, asserts)


def _accepts(size: Parameter, value: int) -> bool:
    least, most = size.shape.minimum, size.shape.maximum
    return (least is None or least <= value) and (most is None or most >= value)


def _cursors(made: Listing) -> None:
    operation = made.operation
    cursor, size = (
        _wire(operation, ParameterUse.CURSOR),
        _wire(operation, ParameterUse.LIMIT, ParameterUse.SIZE),
    )
    following = _following(made.contract, operation)
    if cursor is None or size is None or following is None or not _accepts(size, 2):
        return
    rows = [made.row({}) for _ in range(3)]
    held = "".join(f"[{literal(each)}]" for each in following)
    checks = [
        f"response = {made.asked({size.wire: '2'})}",
        f"first, following = {made.shown()}, response.json(){held}",
        f"response = {made.asked({size.wire: '2', cursor.wire: 'following'})}",
        f"second = {made.shown()}",
        "",
        "assert (len(first), len(second)) == (2, 1)",
        f"assert response.json(){held} is None",
        f"assert sorted(first + second, key=str) == sorted({made.keys(*rows)}, key=str)",
    ]
    asserts = [aspects.page(operation.id)]
    asserts += [aspects.parameter(operation.id, each.wire) for each in (size, cursor)]
    made.test("goes_on_where_it_ended", "Each row is on one page.", checks, asserts)


def _following(contract: Contract, operation: Operation) -> tuple[str, ...] | None:
    """Where the answer says how to go on."""
    waiting: list[tuple[Shape | None, tuple[str, ...]]] = [(operation.result.shape, ())]
    while waiting:
        shape, path = waiting.pop()
        view = contract.view(shape.ref) if shape is not None and shape.ref else None
        for fill in view.fills if view is not None and shape is not None else ():
            if fill.source is Source.NEXT_CURSOR:
                return (*path, fill.property)
            own = contract.schema(shape.ref).get(fill.property) if shape is not None else None
            if fill.source is Source.NESTED and own is not None and len(path) < 3:
                waiting.append((own.shape, (*path, fill.property)))
    return None


def _ordered_values(made: Listing, own: Field) -> list[str]:
    """Sources of values of a column, from the least to the greatest."""
    shape, numbers = own.shape, (1, 2, 3)
    if shape.values:
        listed = sorted(str(each) for each in shape.values if isinstance(each, str))[:3]
        return [in_row(made.contract, made.entity, own, each) for each in listed]
    if shape.kind not in (
        Kind.INTEGER,
        Kind.NUMBER,
        Kind.DECIMAL,
        Kind.DATE,
        Kind.DATETIME,
        Kind.STRING,
    ):
        return []
    values = [normalised(own, sample(shape, each, name=own.name)) for each in numbers]
    if len(set(map(str, values))) < 3 or values != sorted(values, key=lambda each: each):  # type: ignore[arg-type,return-value]
        return []
    return [in_row(made.contract, made.entity, own, each) for each in values]


def _sorts(made: Listing) -> None:
    operation = made.operation
    chooser = _wire(operation, ParameterUse.SORT)
    fixed = {name for name, _ in operation.fixed}
    for number, sort in enumerate(operation.sorts):
        own = made.entity.get(sort.column)
        again = listing(made.suite, operation)
        if own is None or again is None or own.name in again.scene.parents or own.name in fixed:
            continue
        if own is made.entity.key or own.references or people_are(made.contract, made.entity):
            continue
        values = _ordered_values(again, own)
        if len(values) > 1 and (chooser is not None or number == 0):
            _sorted(again, sort, values, chooser, default=number == 0)


def _sorted(
    made: Listing, sort: Sort, values: list[str], chooser: Parameter | None, *, default: bool
) -> None:
    """Rows are made in another order than the one that is expected."""
    order = [1, 0, 2][: len(values)] if len(values) > 1 else [0]
    rows = {each: made.row({sort.column: values[each]}) for each in order}
    expected_rows = [rows[each] for each in sorted(rows, reverse=sort.descending)]
    direction = _wire(made.operation, ParameterUse.DIRECTION)
    params = {chooser.wire: literal(sort.value)} if chooser is not None else {}
    asserts = [aspects.sort(made.operation.id)]
    checks = []
    if chooser is not None:
        asserts.append(aspects.parameter(made.operation.id, chooser.wire))
    if direction is not None:
        asserts.append(aspects.parameter(made.operation.id, direction.wire))
        words = {str(each).lower(): str(each) for each in direction.shape.values}
        for word, backwards in (("asc", False), ("desc", True)):
            spelled = words.get(word, word)
            wanted = [rows[each] for each in sorted(rows, reverse=backwards)]
            both = {**params, direction.wire: literal(spelled)}
            checks += [
                f"response = {made.asked(both)}",
                f"assert {made.shown()} == {made.keys(*wanted)}",
            ]
    else:
        checks = [
            f"response = {made.asked(params)}",
            "",
            f"assert {made.shown()} == {made.keys(*expected_rows)}",
        ]
        if default and chooser is not None:
            checks += [
                f"response = {made.ask()}",
                f"assert {made.shown()} == {made.keys(*expected_rows)}",
            ]
    way = "_descending" if sort.descending else ""
    made.test(f"is_sorted_by_{sort.column}{way}", "", checks, asserts)


def _filters(made: Listing) -> None:
    from backwright.emit.fastapi.tests import filters  # noqa: PLC0415

    for parameter in made.operation.parameters:
        if parameter.place == "query":
            again = listing(made.suite, made.operation)
            if again is not None:
                filters.write(again, parameter)


def _hooked(made: Listing) -> None:
    """A parameter that only code can carry out."""
    operation = made.operation
    given = next(
        (e for e in operation.parameters if e.use is ParameterUse.CUSTOM and e.place == "query"),
        None,
    )
    if not operation.hook or given is None:
        return
    value = in_json(sample(given.shape, name=given.name, contract=made.contract))
    call = made.asked({given.wire: value})
    doc = f"Delete this test when the hook `{operation.hook}` is written: {operation.needs}"
    asserts = [
        aspects.refusal(operation.id, each.status, each.reason)
        for each in operation.refusals
        if each.reason == "needs_code"
    ]
    checks = [f"response = {call}", "", "assert response.status_code == 501"]
    made.test("needs_code", doc, checks, asserts)
