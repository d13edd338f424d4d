"""Constraints and indexes that come, go or change."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from backwright.emit.migrations import operations

Tables = Mapping[str, Any]
_KINDS: Final = (("foreign_keys", "foreignkey"), ("uniques", "unique"), ("checks", "check"))


def drop(before: Tables, after: Tables, kept: Iterable[str], remade: set[str]) -> Iterator[str]:
    for name in kept:
        for index in _lost(before, after, name, "indexes", remade):
            yield f"op.drop_index({operations.names([index])}, {operations.names([name])})"
        lines = [
            operations.drop_constraint(each, kind)
            for part, kind in _KINDS
            for each in _lost(before, after, name, part, remade)
        ]
        if lines:
            yield operations.batch(name, lines)


def create(before: Tables, after: Tables, kept: Iterable[str], remade: set[str]) -> Iterator[str]:
    for name in kept:
        lines = [
            operations.add_constraint(part, each, after[name][part][each])
            for part, _ in _KINDS
            for each in _lost(after, before, name, part, remade)
        ]
        if lines:
            yield operations.batch(name, lines)
        for index in _lost(after, before, name, "indexes", remade):
            yield operations.create_index(index, name, after[name]["indexes"][index])


def _lost(one: Tables, other: Tables, name: str, part: str, remade: set[str]) -> Iterator[str]:
    """What stands in one schema, and not or not so in the other."""
    for each, told in one[name][part].items():
        same = other[name][part].get(each) == told
        if part == "foreign_keys" and same:
            ends = ((name, told["column"]), (told["table"], told["target"]))
            same = told["table"] not in remade and not any(
                _retyped(one, other, table, column) for table, column in ends
            )
        if not same:
            yield each


def _retyped(one: Tables, other: Tables, table: str, column: str) -> bool:
    return _type(one, table, column) != _type(other, table, column)


def _type(tables: Tables, table: str, column: str) -> str:
    found = tables.get(table, {"columns": []})["columns"]
    return next((operations.type_of(each) for each in found if each["name"] == column), "")
