"""Every line of a structured file: in a statement, or set aside with a reason."""

from collections.abc import Iterable, Mapping
from typing import Final

from backwright.read.facts import Ignorable, IgnoredText, Statement
from backwright.read.nodes import Listed, Mapped, Node
from backwright.read.notations.openapi_marks import Mark
from backwright.source import SourceFile, Span

_METADATA: Final = frozenset(
    ("openapi", "swagger", "info", "servers", "tags", "externalDocs", "jsonSchemaDialect", "host",
     "basePath", "schemes", "consumes", "produces", "operationId")
)  # fmt: skip
_PROSE: Final = frozenset(("description", "summary", "title", "termsOfService"))
_SAMPLES: Final = frozenset(("example", "examples"))


def statements(source: SourceFile, found: list[Mark]) -> dict[int, Statement]:
    """Each mark's statement, by the node that it is known by; spans do not overlap."""
    owners = [-1] * (len(source.lines) + 2)
    for at, mark in enumerate(found):
        for line in range(mark.line, min(mark.end_line, len(owners) - 1) + 1):
            owners[line] = at
    made: dict[int, Statement] = {}
    taken: dict[str, int] = {}
    for at, mark in enumerate(found):
        end = mark.line
        while end + 1 < len(owners) and owners[end + 1] == at:
            end += 1
        span = source.span(mark.line, mark.column, end if end > mark.line else 0)
        name = f"{source.path}:{mark.line}"
        taken[name] = taken.get(name, 0) + 1
        unique = f"{name}#{taken[name]}" if taken[name] > 1 else name
        made[id(mark.node)] = Statement(unique, mark.kind, mark.text, span)
    return made


def ignored(
    source: SourceFile, said: Iterable[Statement], roots: Iterable[Node]
) -> tuple[IgnoredText, ...]:
    """The lines of no statement, with the reason, joined where it is the same."""
    taken = {line for each in said for line in range(each.span.line, each.span.last_line + 1)}
    kinds = _kinds(roots)
    found: list[IgnoredText] = []
    for number, line in enumerate(source.lines, 1):
        if number in taken or not line.strip():
            continue
        kind = _kind(line, number, kinds)
        last = found[-1] if found else None
        if last is not None and last.kind is kind and last.span.last_line == number - 1:
            found[-1] = IgnoredText(_until(last.span, number), kind)
        else:
            found.append(IgnoredText(source.span(number), kind))
    return tuple(found)


def _until(span: Span, line: int) -> Span:
    return Span(span.file, span.line, span.column, line)


def _kind(line: str, number: int, kinds: Mapping[int, Ignorable]) -> Ignorable:
    """A `#` inside of a description is no comment."""
    comment = Ignorable.COMMENT if line.lstrip().startswith("#") else Ignorable.SYNTAX
    return kinds.get(number, comment)


def _kinds(roots: Iterable[Node]) -> dict[int, Ignorable]:
    """Line → why it may be set aside, where that is more than syntax."""
    found: dict[int, Ignorable] = {}
    waiting, seen = list(roots), set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Listed):
            waiting += node.items
        elif isinstance(node, Mapped):
            for name, inner in node.pairs():
                kind = _of_entry(name, inner)
                if kind is None:
                    waiting.append(inner)
                elif inner.line >= node.keys[name].line:
                    for line in range(node.keys[name].line, inner.end_line + 1):
                        found.setdefault(line, kind)
    return found


def _of_entry(name: str, inner: Node) -> Ignorable | None:
    if name in _SAMPLES:
        return Ignorable.CODE_SAMPLE
    if isinstance(inner, Listed | Mapped):
        return Ignorable.METADATA if name in _METADATA else None
    if name in _PROSE:
        return Ignorable.PROSE
    return Ignorable.METADATA if name in _METADATA else None
