"""From one schema to another, statement by statement.

Constraints fall before columns change, and stand again afterwards; tables go last, when nothing
refers to them any more. The way back is the same, the other way round.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from backwright.emit.migrations import column_steps, constraint_steps, operations
from backwright.emit.migrations.order import creation_order, late_keys

Tables = Mapping[str, Any]


def steps(before: Tables, after: Tables) -> tuple[str, ...]:
    """The body of a revision's function; empty if the schemas are the same."""
    remade = {
        each
        for each in after
        if each in before and before[each]["primary_key"] != after[each]["primary_key"]
    }
    kept = [each for each in after if each in before and each not in remade]
    return (
        *constraint_steps.drop(before, after, kept, remade),
        *_dropped(before, remade),
        *_created(after, {each for each in after if each not in kept}),
        *(line for each in kept for line in column_steps.change(each, before[each], after[each])),
        *constraint_steps.create(before, after, kept, remade),
        *_dropped(before, {each for each in before if each not in after}),
    )


def _created(tables: Tables, new: set[str]) -> Iterator[str]:
    order = tuple(each for each in creation_order(tables) if each in new)
    late = tuple(late_keys(tables, order))
    for name in order:
        without = frozenset(key for table, key in late if table == name)
        yield operations.create_table(name, tables[name], without=without)
        for index, told in tables[name]["indexes"].items():
            yield operations.create_index(index, name, told)
    for name, key in late:
        told = tables[name]["foreign_keys"][key]
        yield operations.batch(name, [operations.add_foreign_key(key, told)])


def _dropped(tables: Tables, gone: set[str]) -> Iterator[str]:
    order = tuple(each for each in creation_order(tables) if each in gone)
    for name, key in late_keys(tables, order):
        yield operations.batch(name, [operations.drop_constraint(key, "foreignkey")])
    for name in reversed(order):
        yield f"op.drop_table({operations.names([name])})"
