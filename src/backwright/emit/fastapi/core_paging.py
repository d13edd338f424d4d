"""`app/core/paging.py`: pages of lists, as far as the contract has lists that need them."""

from collections.abc import Iterator

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse, Purpose
from backwright.emit.fastapi.lists.narrowing import compares_days, looks_inside
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import render
from backwright.plan.columns import Column, column
from backwright.plan.finder_loads import relation
from backwright.plan.lists import is_counted, narrowing, paging
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file

_MODULE = "app.core.paging"


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    lists = [e for e in contract.operations if e.purpose is Purpose.LIST and e.entity]
    cursors = any(paging(each).cursor is not None for each in lists)
    counted = any(is_counted(contract, each) and paging(each).cursor is None for each in lists)
    escaped = any(_looks_for_parts(contract, each) for each in lists)
    days = any(_compares_days(contract, each) for each in lists)
    if not (cursors or counted or escaped or days):
        return
    module = Module(_MODULE, _said(counted=counted))
    _imports(module, cursors=cursors, counted=counted, escaped=escaped, days=days)
    text = render(
        "core/paging.py.jinja", cursors=cursors, counted=counted, escaped=escaped, days=days
    )
    module.add(text)
    yield GeneratedFile(file(_MODULE), module.text(), part="core")


def _said(*, counted: bool) -> str:
    if counted:
        return "Pages: bounded, and the total read in the same statement as the rows."
    return "What lists are made with."


def _imports(module: Module, *, cursors: bool, counted: bool, escaped: bool, days: bool) -> None:
    if cursors or counted:
        module.use_from("dataclasses", "dataclass")
        module.use_from("typing", "Generic", "TypeVar")
    if counted:
        module.use_from("sqlalchemy", "ColumnElement")
        module.use_from("sqlmodel", "bindparam", "func", "select")
        module.use_from("sqlmodel.ext.asyncio.session", "AsyncSession")
        module.use_from("sqlmodel.sql.expression", "Select")
    if cursors:
        module.use_from("base64", "urlsafe_b64decode", "urlsafe_b64encode")
        module.use_from("collections.abc", "Callable", "Sequence")
        module.use_from("pydantic", "TypeAdapter")
        module.use_from("pydantic_core", "to_json")
        module.use_from("app.core.errors", "InvalidInput")
    if escaped:
        module.use_module("re")
    if days:
        module.use_from("datetime", "UTC", "date", "datetime", "time")


def _looks_for_parts(contract: Contract, operation: Operation) -> bool:
    return any(
        each.use is ParameterUse.SEARCH or looks_inside(each, stored)
        for each in narrowing(operation)
        for stored in _columns(contract, operation, each)
    )


def _compares_days(contract: Contract, operation: Operation) -> bool:
    return any(
        compares_days(each, stored)
        for each in narrowing(operation)
        for stored in _columns(contract, operation, each)
    )


def _columns(contract: Contract, operation: Operation, parameter: Parameter) -> Iterator[Column]:
    for name in parameter.columns:
        entity = contract.entity(operation.entity)
        before, _, last = name.rpartition(".")
        through = relation(entity, before) if before else None
        entity = contract.entity(through.entity) if through is not None else entity
        field = entity.get(last)
        if field is not None:
            yield column(contract, entity, field)
