"""A filter of a list: one row that fits, one that does not."""

from backwright.contract import aspects
from backwright.contract.entities import Field
from backwright.contract.operations import Parameter, ParameterUse
from backwright.emit.fastapi.tests import people
from backwright.emit.fastapi.tests.listing import Listing
from backwright.emit.fastapi.tests.successes import people_are
from backwright.emit.fastapi.tests.values import in_json, in_query, in_row, normalised
from backwright.plan.columns import stored_shape
from backwright.plan.samples import Json, sample
from backwright.shape import Kind

_ORDERED = (
    Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL, Kind.DATE, Kind.DATETIME,
)  # fmt: skip


def write(made: Listing, parameter: Parameter) -> None:
    if people_are(made.contract, made.entity) or not parameter.columns:
        return
    if parameter.use is ParameterUse.SEARCH:
        _search(made, parameter)
    elif parameter.use is ParameterUse.FILTER and "." not in parameter.columns[0]:
        own = made.entity.get(parameter.columns[0])
        if own is not None and own.name not in made.placed:
            _filter(made, parameter, own)


def _search(made: Listing, parameter: Parameter) -> None:
    """Each column is found by its own text, whatever its letter case."""
    for name in parameter.columns:
        own = made.entity.get(name)
        if own is None or own.shape.kind is not Kind.STRING or own.shape.values or own.references:
            continue
        fitting, other = _texts(own)
        if not fitting:
            continue
        row = made.row({name: in_json(fitting)})
        made.row({name: in_json(other)}, f"other_{row}")
        part = fitting.swapcase() if not parameter.shape.pattern else fitting
        _asked(made, parameter, in_json(part), [row])
        return


def _texts(own: Field) -> tuple[str, str]:
    """Two texts of which neither is in the other."""
    found = [normalised(own, sample(own.shape, each, name=own.name)) for each in (1, 2)]
    first, second = (str(each) for each in found)
    return (first, second) if first.lower() not in second.lower() and first else ("", "")


def _filter(made: Listing, parameter: Parameter, own: Field) -> None:
    operator = parameter.operator
    if parameter.meanings:
        _worded(made, parameter, own)
    elif own.references:
        _related(made, parameter, own)
    elif operator in (">=", "<=", ">", "<"):
        _compared(made, parameter, own)
    elif operator == "is_null":
        _unset(made, parameter, own)
    elif operator in ("==", "in", "contains", "!="):
        _equal(made, parameter, own)


def _value(made: Listing, parameter: Parameter, own: Field, number: int) -> Json:
    """What the column may hold and the query may say."""
    listed = own.shape.values or (own.shape.kind is Kind.STRING and parameter.shape.values)
    if listed:
        shared = [
            each for each in listed if not parameter.shape.values or each in parameter.shape.values
        ]
        known = [each for each in shared if isinstance(each, str | int)]
        return known[(number - 1) % len(known)] if known else None
    return normalised(own, sample(own.shape, number, name=own.name, contract=made.contract))


def _equal(made: Listing, parameter: Parameter, own: Field) -> None:
    if own.shape.kind in (Kind.ARRAY, Kind.MAP, Kind.OBJECT, Kind.ANY, Kind.UNION):
        return
    first, second = (_value(made, parameter, own, each) for each in (1, 2))
    if first is None or second is None or first == second:
        return
    if parameter.operator == "contains" and str(first).lower() in str(second).lower():
        return
    rows = [made.row({own.name: _row(made, own, each)}) for each in (first, second)]
    fitting = rows[1] if parameter.operator == "!=" else rows[0]
    _asked(made, parameter, _asked_for(parameter, first), [fitting])


def _row(made: Listing, own: Field, value: Json) -> str:
    return in_row(made.contract, made.entity, own, value)


def _asked_for(parameter: Parameter, value: Json) -> str:
    if parameter.shape.kind is Kind.ARRAY:
        return f"[{in_json(value)}]"
    if isinstance(value, bool):
        return f'"{str(value).lower()}"'
    return in_query(value)


def _compared(made: Listing, parameter: Parameter, own: Field) -> None:
    if own.shape.kind not in _ORDERED or own.shape.values:
        return
    values = [sample(own.shape, each, name=own.name) for each in (1, 2, 3)]
    if len(set(map(str, values))) < 3:
        return
    rows = [made.row({own.name: _row(made, own, each)}) for each in values]
    fitting = {">=": rows[1:], ">": rows[2:], "<=": rows[:2], "<": rows[:1]}[parameter.operator]
    middle = values[1]
    if own.shape.kind is Kind.DATETIME and parameter.shape.kind is Kind.DATE:
        return
    _asked(made, parameter, in_query(middle), fitting)


def _unset(made: Listing, parameter: Parameter, own: Field) -> None:
    if own.required:
        return
    value = sample(own.shape, 1, name=own.name, contract=made.contract)
    made.row({own.name: _row(made, own, value)}, "with_value")
    row = made.row({own.name: "None"})
    _asked(made, parameter, '"true"', [row])


def _worded(made: Listing, parameter: Parameter, own: Field) -> None:
    """Words that mean values: each that is listed is tried with a value of another word."""
    known = [(word, value) for word, value in parameter.meanings if value is not None]
    if len(known) < 2 or known[0][1] == known[1][1] or parameter.operator != "==":
        return
    values = [value for _, value in known[:2] if not isinstance(value, tuple)]
    rows = [made.row({own.name: _row(made, own, value)}) for value in values]
    _asked(made, parameter, in_json(known[0][0]), rows[:1])


def _related(made: Listing, parameter: Parameter, own: Field) -> None:
    """Rows that refer to one row, and to another."""
    target = made.contract.find_entity(own.references)
    user = people.user_entity(made.contract)
    if target is None or parameter.operator != "==" or own.name == made.entity.owner.column:
        return
    if (user is not None and target.name == user.name) or target.name == made.entity.name:
        return
    above = [made.scene.add(target, {}) for _ in range(2)]
    key = target.key.name
    rows = [made.row({own.name: f"{each}.{key}"}) for each in above]
    text = stored_shape(made.contract, made.entity, own).kind is Kind.UUID
    value = f"str({above[0]}.{key})" if text else f"{above[0]}.{key}"
    _asked(made, parameter, value, rows[:1])


def _asked(made: Listing, parameter: Parameter, value: str, fitting: list[str]) -> None:
    keys = made.keys(*fitting)
    found = made.shown()
    compared = f"assert {found} == {keys}"
    if len(fitting) > 1:
        compared = f"assert sorted({found}, key=str) == sorted({keys}, key=str)"
    checks = [f"response = {made.asked({parameter.wire: value})}", "", compared]
    asserts = [aspects.parameter(made.operation.id, parameter.wire)]
    made.test(f"is_narrowed_by_{parameter.name.strip('_')}", "", checks, asserts)
