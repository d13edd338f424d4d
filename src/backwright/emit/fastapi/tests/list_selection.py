"""Lists of the rows that a comparison picks out: rows on each side of its border, and on it."""

from backwright.contract import aspects
from backwright.contract.operations import Comparison
from backwright.emit.fastapi.tests import compared_rows
from backwright.emit.fastapi.tests.listing import Listing, listing
from backwright.emit.fastapi.tests.successes import people_are


def selects(made: Listing) -> None:
    for told in made.operation.compared:
        again = listing(made.suite, made.operation)
        if again is None or people_are(made.contract, made.entity):
            continue
        if told.operator == "!=":
            _left_out(again, told)
        else:
            _beside(again, told)
    for name, value in made.operation.fixed if made.operation.compared else ():
        again = listing(made.suite, made.operation)
        if again is not None and isinstance(value, bool):
            row = again.row({})
            again.row({name: str(not value)}, f"other_{row}")
            _shows(again, [row], f"leaves_out_{name}")


def _beside(made: Listing, told: Comparison) -> None:
    near = compared_rows.beside(made.contract, made.entity, told)
    if not near.below:
        return
    below = made.row(near.below, "below")
    border = made.row(near.border, "border") if near.border else ""
    above = made.row(near.above, "above")
    listed = [below] if told.operator.startswith("<") else [above]
    if border and "=" in told.operator:
        listed.append(border)
    _shows(made, listed, f"compares_{told.column}")


def _left_out(made: Listing, told: Comparison) -> None:
    row = made.row({})
    made.row(compared_rows.left_out(made.contract, made.entity, told), f"other_{row}")
    _shows(made, [row], f"leaves_out_{told.value}")


def _shows(made: Listing, rows: list[str], name: str) -> None:
    found, wanted = made.shown(), made.keys(*rows)
    if len(rows) > 1:
        found, wanted = f"sorted({found}, key=str)", f"sorted({wanted}, key=str)"
    checks = [f"response = {made.ask()}", "", f"assert {found} == {wanted}"]
    made.test(name, "", checks, [aspects.selection(made.operation.id)])
