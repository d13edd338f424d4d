"""Mutants: the owner predicate of one entity taken out of a copy of the backend."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OWNER = re.compile(r"^(owner|user|customer|account|author|creator|member|created_by)(_id)?$")


@dataclass(frozen=True, slots=True)
class Owned:
    """A table class with a column that holds its owner."""

    entity: str
    column: str


def sources(backend: Path) -> Iterator[Path]:
    for file in sorted(backend.rglob("*.py")):
        parts = file.relative_to(backend).parts
        if parts[0] not in ("tests", "alembic", "migrations", ".venv"):
            yield file


def owned(backend: Path) -> list[Owned]:
    """Table classes whose owner's column some statement or some condition compares."""
    found: dict[str, Owned] = {}
    compared = {(each.entity, each.column) for file in sources(backend) for each in _compared(file)}
    for file in sources(backend):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and _is_table(node):
                for name in _columns(node):
                    if OWNER.match(name) and (node.name, name) in compared:
                        found.setdefault(node.name, Owned(node.name, name))
    return list(found.values())


def _is_table(node: ast.ClassDef) -> bool:
    if any(each.arg == "table" for each in node.keywords):
        return True
    return any(
        isinstance(each, ast.Assign)
        and any(isinstance(name, ast.Name) and name.id == "__tablename__" for name in each.targets)
        for each in node.body
    )


def _columns(node: ast.ClassDef) -> Iterator[str]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            yield each.target.id


def _compared(file: Path) -> Iterator[Owned]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Compare):
            side = _column(node)
            if side is not None:
                yield side


def _column(node: ast.Compare) -> Owned | None:
    for side in (node.left, *node.comparators):
        inner = side.args[0] if isinstance(side, ast.Call) and side.args else side
        if not isinstance(inner, ast.Attribute) or not isinstance(inner.value, ast.Name):
            continue
        if OWNER.match(inner.attr) and inner.value.id[:1].isupper():
            return Owned(inner.value.id, inner.attr)
    return None


def remove(backend: Path, target: Owned) -> int:
    """Makes every comparison with the owner's column true, in place; says how many there were."""
    changed = 0
    for file in sources(backend):
        text = file.read_text("utf-8")
        places = [
            node
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Compare) and _column(node) == target and len(node.ops) == 1
        ]
        if places:
            file.write_text(_rewritten(text, places), "utf-8")
            changed += len(places)
    return changed


def _rewritten(text: str, places: list[ast.Compare]) -> str:
    offsets = [0]
    for line in text.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line.encode()))
    data = text.encode()
    for node in sorted(places, key=lambda each: (each.lineno, each.col_offset), reverse=True):
        start = offsets[node.lineno - 1] + node.col_offset
        end = offsets[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
        whole, left = data[start:end].decode(), ast.unparse(node.left)
        joined = (
            f"(({whole}) & ({left} != {left}))"
            if isinstance(node.ops[0], ast.NotEq)
            else f"(({whole}) | ({left} == {left}))"
        )
        data = data[:start] + joined.encode() + data[end:]
    return data.decode()
