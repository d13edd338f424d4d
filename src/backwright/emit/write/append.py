"""Functions that a hook file lacks, put at its end; nothing that stands in it is touched."""

import ast
from collections.abc import Iterator, Mapping


def append(mine: str, emitted: str) -> str | None:
    """The user's file with what it lacks; None if it is no valid Python."""
    try:
        own, new = ast.parse(mine), ast.parse(emitted)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    known = set(_bound(own))
    offered = {name: node for node in new.body for name in _names(node)}
    missing = [
        name
        for name, node in offered.items()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name not in known
    ]
    wanted = _needed(missing, offered, known)
    definitions = [node for node in new.body if wanted & set(_names(node)) and not _imports(node)]
    if not definitions:
        return mine
    lines = emitted.split("\n")
    blocks = ["\n".join(lines[_first(each) - 1 : each.end_lineno]) for each in definitions]
    imports = [_import(node, wanted) for node in new.body if _imports(node)]
    head, tail = _split(mine, own)
    text = head + "".join(f"{each}\n" for each in imports if each) + tail
    return text.rstrip("\n") + "".join(f"\n\n\n{each}" for each in blocks) + "\n"


def with_patterns(mine: str, emitted: str) -> str:
    """A list of patterns with those at its end that it lacks."""
    there = {each.strip().removeprefix("/") for each in mine.split("\n")}
    missing = [each for each in emitted.split("\n") if each and each not in there]
    if not missing:
        return mine
    return mine + ("" if mine.endswith("\n") or not mine else "\n") + "\n".join(missing) + "\n"


def _bound(module: ast.Module) -> Iterator[str]:
    """Every name that a module binds at its top, inside of conditions, too."""
    for node in ast.walk(module):
        if isinstance(node, ast.stmt):
            yield from _names(node)


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        for each in node.names:
            yield each.asname or each.name.partition(".")[0]
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (each.id for each in targets if isinstance(each, ast.Name))


def _needed(missing: list[str], offered: Mapping[str, ast.stmt], known: set[str]) -> set[str]:
    """The missing functions and what they use that the user's file does not have."""
    wanted: set[str] = set()
    waiting = list(missing)
    while waiting:
        name = waiting.pop()
        if name in wanted or name not in offered or name in known:
            continue
        wanted.add(name)
        node = offered[name]
        if not _imports(node):
            used = (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
            waiting += [*used, *_quoted(node)]
    return wanted


def _quoted(node: ast.stmt) -> Iterator[str]:
    """Names inside of annotations that are written as text."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant):
            text = each.value
            yield from [text] if isinstance(text, str) and text.isidentifier() else []


def _imports(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _import(node: ast.stmt, wanted: set[str]) -> str:
    """The import of those names only; empty if none is wanted."""
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return ""
    kept = [each for each in node.names if (each.asname or each.name.partition(".")[0]) in wanted]
    if not kept:
        return ""
    if isinstance(node, ast.Import):
        return ast.unparse(ast.Import(kept))
    return ast.unparse(ast.ImportFrom(node.module, kept, node.level))


def _first(node: ast.stmt) -> int:
    """The first line of a definition, its decorators included."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _split(text: str, module: ast.Module) -> tuple[str, str]:
    """Where imports may be added: below the last one at the top, else below the docstring."""
    line = 0
    for number, node in enumerate(module.body):
        docstring = not number and isinstance(node, ast.Expr)
        if not (docstring or _imports(node)):
            break
        line = node.end_lineno or line
    lines = text.split("\n")
    head = "\n".join(lines[:line])
    return (head + "\n" if line else ""), "\n".join(lines[line:])
