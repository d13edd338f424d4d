"""A revision as a file: written once, then the user's."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract import names
from backwright.contract.model import Contract
from backwright.emit.fastapi.module import docstring
from backwright.emit.migrations.order import creation_order
from backwright.emit.migrations.steps import steps
from backwright.plan.model import FileKind, GeneratedFile, Standing, Tables
from backwright.plan.spoken import listed

_LONGEST: Final = 40


def revision_file(
    contract: Contract, standing: Standing, wanted: Tables, path: tuple[str, ...]
) -> GeneratedFile:
    number = _number(standing)
    before, back = standing.tables, steps(wanted, standing.tables)
    name = _slug(contract) if not before else _changed(before, wanted)
    down = _revision(standing.revisions[-1]) if standing.revisions else ""
    text = "\n\n".join(
        (
            docstring(_doc(before, wanted)),
            "import sqlalchemy as sa" if "sa." in "".join((*path, *back)) else "",
            "from alembic import op",
            "\n".join(_head(number, down)),
            _function("upgrade", path),
            _function("downgrade", back),
        )
    )
    file = f"alembic/versions/{number}_{name}.py"
    return GeneratedFile(file, f"{text}\n", FileKind.ONCE, part="migrations")


def _head(number: str, down: str) -> Iterator[str]:
    yield f'revision = "{number}"'
    yield f'down_revision = "{down}"' if down else "down_revision = None"
    yield "branch_labels = None"
    yield "depends_on = None"


def _function(name: str, lines: tuple[str, ...]) -> str:
    body = "\n".join(f"    {line}" for each in lines for line in each.split("\n"))
    return f"def {name}() -> None:\n{body}"


def _number(standing: Standing) -> str:
    found = [int(_revision(each)) for each in standing.revisions if _revision(each).isdecimal()]
    return f"{max([len(standing.revisions), *found]) + 1:04}"


def _revision(file: str) -> str:
    """`0001_orders.py` → `0001`."""
    return file.removesuffix(".py").split("_", 1)[0]


def _slug(contract: Contract) -> str:
    features = [re.sub(r"^\d+-", "", each.rsplit("/", 1)[-1]) for each in contract.features]
    words = "_".join(names.snake(each) for each in features)
    return words if 0 < len(words) <= _LONGEST else "schema"


def _changed(before: Tables, wanted: Tables) -> str:
    new = [each for each in wanted if each not in before]
    touched = new or [each for each in wanted if steps({each: before[each]}, {each: wanted[each]})]
    name = "_".join(touched or [each for each in before if each not in wanted])
    return name if 0 < len(name) <= _LONGEST else "schema"


def _doc(before: Tables, wanted: Tables) -> str:
    """`Users, products, orders and order lines.`"""
    new = [each for each in creation_order(wanted) if each not in before]
    if not before:
        return f"{listed(new)}."
    changed = [
        each
        for each in wanted
        if each in before and steps({each: before[each]}, {each: wanted[each]})
    ]
    gone = [each for each in before if each not in wanted]
    told = (("new", new), ("changed", changed), ("gone", gone))
    said = "; ".join(f"{what}: {listed(which).lower()}" for what, which in told if which)
    return f"{said[:1].upper()}{said[1:]}."
