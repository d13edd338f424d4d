"""In which order tables are made, so that those that others refer to stand first."""

from collections.abc import Iterator, Mapping
from typing import Any

Table = Mapping[str, Any]


def creation_order(tables: Mapping[str, Table]) -> tuple[str, ...]:
    """Where tables refer to each other in a circle, the one named first comes first."""
    left = dict.fromkeys(tables)
    done: list[str] = []
    while left:
        free = [each for each in left if not _waits(tables, each, left)]
        for each in free or list(left)[:1]:
            done.append(each)
            del left[each]
    return tuple(done)


def late_keys(tables: Mapping[str, Table], order: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(table, foreign key) that lead to a table which is made later."""
    for at, name in enumerate(order):
        later = order[at + 1 :]
        for key, told in tables[name]["foreign_keys"].items():
            if told["table"] in later:
                yield name, key


def _waits(tables: Mapping[str, Table], name: str, left: Mapping[str, None]) -> bool:
    targets = {key["table"] for key in tables[name]["foreign_keys"].values()}
    return any(each in left and each != name for each in targets)
