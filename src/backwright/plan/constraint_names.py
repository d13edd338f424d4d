"""What constraints are called: by the tables' naming convention, and short enough everywhere."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

LONGEST: Final = 63
"""PostgreSQL's names are not longer."""


def primary_key(table: str) -> str:
    return _short(f"pk_{table}")


def unique(table: str, columns: Iterable[str]) -> str:
    return _short("_".join(("uq", table, *columns)))


def index(table: str, columns: Iterable[str]) -> str:
    return _short("_".join(("ix", table, *columns)))


def foreign_key(table: str, column: str) -> str:
    return _short(f"fk_{table}_{column}")


def check(table: str, what: str) -> str:
    return _short(f"ck_{table}_{what}")


def _short(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    mark = sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST - 9]}_{mark}"
