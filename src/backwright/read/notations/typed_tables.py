"""Fields in Markdown tables: `| Field | Type | Constraints |` below the name of an entity."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.diagnostics import reading
from backwright.read.blocks import Block, Item, MarkdownDocument, Quote, Row, Section, Table
from backwright.read.collected import Collected
from backwright.read.entity_names import named
from backwright.read.facts import EntityFact, Facts, Ignorable, StatementKind
from backwright.read.inline import plain
from backwright.read.notations.entity_places import Place, place
from backwright.read.notations.enum_lists import Enums, enum_lists, with_values
from backwright.read.notations.field_words import Described, Read, read_field
from backwright.read.notations.table_headers import is_field_table, kinds
from backwright.read.notations.type_words import read_type
from backwright.read.roles import Role

_DIVIDERS: Final = frozenset("-–— .…")


@dataclass(frozen=True, slots=True)
class _Named:
    """One row of a table of fields."""

    said: Described
    row: Row


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    enums = enum_lists(document)
    for section in document.sections:
        for table, before in _tables(section.blocks):
            _table(found, table, section, before, enums)
    return found.facts()


def _tables(blocks: tuple[Block, ...]) -> Iterator[tuple[Table, tuple[Block, ...]]]:
    """Each table, with what stands before it in its section."""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            yield block, blocks[:at]
        elif isinstance(block, Item):
            yield from _tables(block.children)
        elif isinstance(block, Quote):
            yield from _tables(block.blocks)


def _table(
    found: Collected, table: Table, section: Section, before: tuple[Block, ...], enums: Enums
) -> None:
    about = kinds(table.header)
    if not is_field_table(about):
        return
    rows = [each for each in (_named(row, about) for row in table.rows) if each is not None]
    if "type" in about and 2 * sum(read_type(each.said.type) is not None for each in rows) < len(
        rows
    ):
        return
    spec = found.document.role != Role.DATA_MODEL
    if "entity" in about and about.index("entity") != about.index("name"):
        _grouped(found, rows, about, enums)
        return
    where = place(section, before)
    if where is None or (spec and "type" not in about) or not rows:
        return
    found.ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)
    _entity(found, where, rows, enums)


def _grouped(found: Collected, rows: list[_Named], about: tuple[str, ...], enums: Enums) -> None:
    """One table for several entities, with a column that names them."""
    at, groups = about.index("entity"), dict[str, list[_Named]]()
    for each in rows:
        groups.setdefault(plain(each.row.cells[at]), []).append(each)
    for written, own in groups.items():
        name = named(written)
        if name.name:
            line = own[0].row.line
            _entity(found, Place(name.name, name.table, line, line), own, enums)


def _entity(found: Collected, where: Place, rows: list[_Named], enums: Enums) -> None:
    fields = [_field(found, where.name, each) for each in rows]
    known = tuple(with_values(each, where, enums) for each in fields)
    span = found.document.span(where.line, where.last_line)
    found.entities.append(
        EntityFact(
            name=where.name,
            span=span,
            statement=found.document.line_id(where.line),
            table=where.table,
            description=where.description,
            fields=known,
        )
    )


def _field(found: Collected, entity: str, each: _Named) -> Read:
    line = each.row.line
    statement = found.say(StatementKind.FIELD, each.said.text, line)
    span = found.document.span(line)
    read = read_field(entity, each.said, span, statement)
    written = each.said.type.strip(" -–—")
    if written and not read.typed and not read.enum:
        found.diagnostics.append(
            reading.NO_TYPE.at(span, entity=entity, field=each.said.name, written=written[:60])
        )
    return read


def _named(row: Row, about: tuple[str, ...]) -> _Named | None:
    """The row's cells by what their columns are about; None if it names no field."""
    cells: dict[str, list[str]] = {}
    for kind, cell in zip(about, row.cells, strict=False):
        if kind and kind != "entity":
            cells.setdefault(kind, []).append(plain(cell))
    name = " ".join(cells.pop("name", [])).strip()
    if not name or set(name) <= _DIVIDERS:
        return None
    joined = {kind: ", ".join(filter(None, each)) for kind, each in cells.items()}
    return _Named(Described(name, **joined), row)
