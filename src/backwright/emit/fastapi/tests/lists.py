"""Lists: whose rows they show, in which order, which of them, and how many at a time."""

from collections.abc import Callable
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Ownership
from backwright.contract.operations import Operation, ParameterUse, Purpose
from backwright.emit.fastapi.tests import (
    asking,
    filters,
    list_order,
    list_pages,
    list_parents,
    list_selection,
    people,
    shows,
)
from backwright.emit.fastapi.tests.listing import Listing, listing
from backwright.emit.fastapi.tests.rows import needs_owner
from backwright.emit.fastapi.tests.scene import scene
from backwright.emit.fastapi.tests.shows import Expected, Subject, expected
from backwright.emit.fastapi.tests.successes import people_are, sentence
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json
from backwright.plan.samples import sample


def write(suite: Suite, operation: Operation) -> None:
    if operation.purpose is not Purpose.LIST:
        return
    if listing(suite, operation) is None:
        _status_only(suite, operation)
        return
    _shows(suite, operation)
    for write_one in _TESTS:
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


def _private(made: Listing) -> bool:
    """Whether it shows only rows of its caller."""
    owned = made.entity.owner.kind in (Ownership.COLUMN, Ownership.PARENT)
    return owned and people.signs_in(made.contract) and not made.operation.access.any_owner


def _isolated(made: Listing) -> None:
    """Whose rows: a row of somebody else is not shown, whatever is asked."""
    inherited = made.entity.owner.kind is Ownership.PARENT and made.operation.lookups
    if not _private(made) or inherited or not needs_owner(made.contract, made.entity):
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


def _filters(made: Listing) -> None:
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


_TESTS: Final[tuple[Callable[[Listing], None], ...]] = (
    _isolated,
    list_parents.apart,
    _deleted,
    list_pages.numbered,
    list_pages.by_cursor,
    list_order.sorts,
    list_selection.selects,
    _filters,
    _hooked,
)
