"""Models in Python code blocks: SQLModel, SQLAlchemy, dataclasses; parsed, never run."""

import ast
import textwrap
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from backwright.read.blocks import Block, Code, MarkdownDocument, Section
from backwright.read.facts import Facts
from backwright.read.notations.code_entities import CodeEntity, CodeField, Found, blocks, told
from backwright.read.notations.python_fields import described, name_of

_LARGEST: Final = 200_000
"""Characters of one block."""
_ENUMS: Final = frozenset(("Enum", "StrEnum", "IntEnum"))
_ENDINGS: Final = ("ORM", "Model", "Entity", "Table", "Record", "DB")
"""Of classes that keep the rows of what the rest of the name says."""
_PAYLOADS: Final = (
    "Create", "Update", "Read", "Response", "Request", "Base", "Public", "Schema", "Dto", "DTO",
    "In", "Out", "List", "Item", "Event", "Command", "Query", "Error", "Exception", "Config",
    "Settings", "Service", "Repository", "Result", "Summary", "Params", "Filter", "Page", "Preview",
)  # fmt: skip
"""Of classes that travel and are never stored."""
_HIGHEST: Final = 50
"""Classes that one is built upon; nobody builds higher."""
_DEEPEST: Final = 25
_LARGEST_FIELD: Final = 1000
"""Parts of one statement; what is deeper or longer than these was not written by hand."""
_LONGEST_NUMBER: Final = 10**18


@dataclass(frozen=True, slots=True)
class _Class:
    node: ast.ClassDef
    code: Code
    section: Section
    before: tuple[Block, ...]
    lines: tuple[str, ...]
    """Of the block, as they were parsed."""


@dataclass(slots=True)
class _Classes:
    by_name: dict[str, _Class] = field(default_factory=dict)
    enums: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read(document: MarkdownDocument, known: Facts) -> Facts:
    """Classes whose objects are rows by their own word."""
    return told(document, known, _tables(document))


def read_objects(document: MarkdownDocument, known: Facts) -> Facts:
    """Classes that say nothing of tables, where their objects have a key."""
    return told(document, known, _objects(document))


def _tables(document: MarkdownDocument) -> Iterator[Found]:
    for each, fields in _whole(document):
        if _is_table(each.node):
            yield _entity(each, fields), each.section, each.before


def _objects(document: MarkdownDocument) -> Iterator[Found]:
    for each, fields in _whole(document):
        key = _own_key(each.node.name, fields)
        if key and not _is_table(each.node):
            keyed = tuple(_keyed(own) if own.said.name == key else own for own in fields)
            entity = replace(_entity(each, keyed), key=key)
            yield entity, each.section, each.before


def _whole(document: MarkdownDocument) -> Iterator[tuple[_Class, tuple[CodeField, ...]]]:
    classes = _classes(document)
    for each in classes.by_name.values():
        fields = tuple(_fields(each, classes))
        if len(fields) > 1:
            yield each, fields


def _keyed(own: CodeField) -> CodeField:
    said = f"{own.said.constraints}, primary key".strip(", ")
    return replace(own, said=replace(own.said, constraints=said, required=""))


def _classes(document: MarkdownDocument) -> _Classes:
    """Every class of the document; of two of one name the first, as of two descriptions."""
    found = _Classes()
    for code, section, before in blocks(document, ("python", "py", "python3")):
        text = textwrap.dedent(code.content)
        lines = tuple(text.split("\n"))
        for node in _parsed(text):
            one = _Class(node, code, section, before, lines)
            if _ENUMS & {name_of(each) for each in node.bases}:
                found.enums.setdefault(node.name, _values(node))
            else:
                found.by_name.setdefault(node.name, one)
    return found


def _parsed(text: str) -> list[ast.ClassDef]:
    """The classes of a block; none if it is a sketch that no Python takes."""
    if len(text) > _LARGEST or "class " not in text:
        return []
    try:
        with warnings.catch_warnings(action="ignore"):  # of what an author writes: "\\d"
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [each for each in body if isinstance(each, ast.ClassDef)]


def _values(node: ast.ClassDef) -> tuple[str, ...]:
    return tuple(
        each.value.value
        for each in node.body
        if isinstance(each, ast.Assign)
        and isinstance(each.value, ast.Constant)
        and isinstance(each.value.value, str)
    )


def _fields(of: _Class, classes: _Classes) -> Iterator[CodeField]:
    """Its own fields behind those of the classes that it is built upon."""
    found: dict[str, CodeField] = {}
    for each in _above(of, classes):
        for own in _own_fields(each, classes.enums):
            found.pop(own.said.name, None)
            found[own.said.name] = own
    yield from found.values()


def _above(of: _Class, classes: _Classes) -> list[_Class]:
    """The classes that it is built upon, each once, the outermost first; then itself."""
    found, waiting = {of.node.name: of}, [of]
    while waiting and len(found) < _HIGHEST:
        for parent in waiting.pop().node.bases:
            above = classes.by_name.get(name_of(parent))
            if above is not None and above.node.name not in found:
                found[above.node.name] = above
                waiting.append(above)
    return [*reversed(found.values())]


def _own_fields(of: _Class, enums: Mapping[str, tuple[str, ...]]) -> Iterator[CodeField]:
    start = of.code.line
    for node in of.node.body:
        said = described(node, _beside(node, of.lines), enums) if _is_readable(node) else None
        if said is not None:
            yield CodeField(said, start + node.lineno, start + (node.end_lineno or node.lineno))


def _is_readable(node: ast.stmt) -> bool:
    """Whether it may be walked by functions that call themselves, and its numbers written out."""
    level: list[ast.AST] = [node] if isinstance(node, ast.Assign | ast.AnnAssign) else []
    parts = depth = 0
    while level and depth < _DEEPEST and parts < _LARGEST_FIELD:
        numbers = [each.value for each in level if isinstance(each, ast.Constant)]
        if any(isinstance(n, int) and abs(n) > _LONGEST_NUMBER for n in numbers):
            return False
        parts, depth = parts + len(level), depth + 1
        level = [below for each in level for below in ast.iter_child_nodes(each)]
    return not level and depth > 0


def _beside(node: ast.stmt, lines: tuple[str, ...]) -> str:
    """The comment behind a statement."""
    line = lines[(node.end_lineno or node.lineno) - 1].encode()
    rest = line[node.end_col_offset or 0 :].decode(errors="replace").strip()
    return rest.lstrip("# ").strip() if rest.startswith("#") else ""


def _is_table(node: ast.ClassDef) -> bool:
    stated = any(
        each.arg == "table" and isinstance(each.value, ast.Constant) and each.value.value is True
        for each in node.keywords
    )
    return stated or bool(_table(node)) or any(map(_is_column, node.body))


def _is_column(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return isinstance(value, ast.Call) and name_of(value.func) in ("Column", "mapped_column")


def _table(node: ast.ClassDef) -> str:
    """The name that `__tablename__` gives."""
    for each in node.body:
        named = each.targets[0] if isinstance(each, ast.Assign) else getattr(each, "target", None)
        value = getattr(each, "value", None)
        if isinstance(named, ast.Name) and named.id == "__tablename__":
            return str(value.value) if isinstance(value, ast.Constant) else ""
    return ""


def _own_key(name: str, fields: tuple[CodeField, ...]) -> str:
    """What its objects are told from each other by: a value without a key is never a row."""
    if name.endswith(_PAYLOADS):
        return ""
    for each in fields:
        stem = each.said.name.removesuffix("_id")
        if each.said.name == "id" or (stem != each.said.name and _is_word(stem, name)):
            return "" if each.said.nullable else each.said.name
    return ""


def _is_word(stem: str, name: str) -> bool:
    """`config_id` is the key of PollIntervalConfiguration."""
    return len(stem) > 2 and stem.replace("_", "") in name.lower()


def _entity(of: _Class, fields: tuple[CodeField, ...]) -> CodeEntity:
    name = of.node.name
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            name = name.removesuffix(ending)
            break
    said = (ast.get_docstring(of.node) or "").strip().partition("\n")[0]
    return CodeEntity(
        name, _table(of.node), of.code.line + of.node.lineno, fields, description=said
    )
