"""The order of lists: what can be chosen, and what comes without choosing."""

from backwright.contract import aspects
from backwright.contract.entities import Field
from backwright.contract.operations import Parameter, ParameterUse, Sort, is_now
from backwright.emit.fastapi.tests import compared_rows
from backwright.emit.fastapi.tests.listing import Listing, listing, parameter_of
from backwright.emit.fastapi.tests.successes import people_are
from backwright.emit.fastapi.tests.values import in_row, normalised
from backwright.emit.templates import literal
from backwright.plan.lists import orders
from backwright.plan.samples import sample
from backwright.shape import Kind


def _ordered_values(made: Listing, own: Field) -> list[str]:
    """Sources of values of a column, from the least to the greatest."""
    shape, numbers = own.shape, (1, 2, 3)
    told = next((each for each in made.operation.compared if each.column == own.name), None)
    if told is not None and is_now(told):
        return compared_rows.ordered(made.contract, made.entity, told)
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


def sorts(made: Listing) -> None:
    operation = made.operation
    chooser = parameter_of(operation, ParameterUse.SORT)
    fixed = {name for name, _ in operation.fixed} | {
        name for each in operation.compared for name in (each.other, each.minus)
    }
    carried = {each.column for each in orders(made.contract, operation)}
    for number, sort in enumerate(operation.sorts):
        own = made.entity.get(sort.column)
        again = listing(made.suite, operation)
        if own is None or again is None or own.name in again.scene.parents or own.name in fixed:
            continue
        if sort.column not in carried:
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
    direction = parameter_of(made.operation, ParameterUse.DIRECTION)
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
