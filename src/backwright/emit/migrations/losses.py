"""What a revision takes away from the rows that stand, or cannot give them."""

from collections.abc import Iterator, Mapping
from typing import Any

from backwright.plan.model import Tables


def losses(before: Tables, after: Tables) -> tuple[str, ...]:
    """Values that are gone afterwards: `sequels with all rows`, `people.seen_at`."""
    return tuple(_losses(before, after))


def blanks(before: Tables, after: Tables) -> tuple[str, ...]:
    """New columns that must hold something, and no document tells what rows that stand get: the
    revision stops where there are any."""
    return tuple(
        f"{table}.{column['name']}"
        for table in after
        if table in before
        for column in _new(before[table], after[table])
        if not column["nullable"] and not column.get("filling")
    )


def _losses(before: Tables, after: Tables) -> Iterator[str]:
    for table in before:
        if table not in after or before[table]["primary_key"] != after[table]["primary_key"]:
            yield f"{table} with all rows"
            continue
        for column in _new(after[table], before[table]):
            yield f"{table}.{column['name']}"
        places = {each["name"]: each.get("places", 0) for each in after[table]["columns"]}
        for column in before[table]["columns"]:
            if column.get("places", 0) > places.get(column["name"], 99):
                yield f"{table}.{column['name']} beyond {places[column['name']]} decimal places"


def _new(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    known = {each["name"] for each in before["columns"]}
    yield from (each for each in after["columns"] if each["name"] not in known)
