"""Lists that come in pages, by numbers or by cursors."""

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse, Source
from backwright.emit.fastapi.tests.listing import Listing, parameter_of
from backwright.emit.fastapi.tests.successes import people_are
from backwright.emit.templates import literal
from backwright.shape import Shape


def numbered(made: Listing) -> None:
    """Three rows, two at a time."""
    operation, page = made.operation, made.operation.page
    size = parameter_of(operation, ParameterUse.SIZE, ParameterUse.LIMIT)
    start = parameter_of(operation, ParameterUse.PAGE, ParameterUse.OFFSET)
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


def by_cursor(made: Listing) -> None:
    operation = made.operation
    cursor, size = (
        parameter_of(operation, ParameterUse.CURSOR),
        parameter_of(operation, ParameterUse.LIMIT, ParameterUse.SIZE),
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
