"""Slugs that nobody sends: made of a title or name when the row is made, no two alike."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import words
from backwright.contract.operations import AssignKind, Purpose
from backwright.read.facts import StatementKind
from backwright.shape import ABSENT, Kind

_SOURCES: Final = ("title", "name", "headline", "subject", "label", "question")
"""What slugs are made of, the usual first."""
_MADE: Final = re.compile(r"\b(?:generat|deriv|creat|build|auto)", re.IGNORECASE)


def settle(work: Workbench) -> None:
    for entity in work.entities.values():
        column = entity.columns.get("slug")
        if column is None or not _open(entity, column) or _is_sent(work, entity):
            continue
        source = _source(entity, column)
        if source:
            column.slug_of = source
            column.auto, column.required = Auto.SYSTEM, True
            spans = (column.origin.span,) if column.origin.span is not None else ()
            work.choose("slug_of", f"{entity.name}.{column.name}", (source,), spans=spans)
            _link(work, entity, column)


def _open(entity: EntityDraft, column: ColumnDraft) -> bool:
    plain = column.shape.kind is Kind.STRING and not column.shape.values
    together = any(column.name in each.columns for each in entity.uniques)
    return plain and not together and not column.primary and column.default in (ABSENT, None)


def _is_sent(work: Workbench, entity: EntityDraft) -> bool:
    """Some body says what the slug is."""
    made = (each for (_, name), each in work.inputs.items() if name == entity.name)
    assigns = (assign for each in made for assign in each.assigns)
    return any(each.kind is AssignKind.COLUMN and each.name == "slug" for each in assigns)


def _source(entity: EntityDraft, column: ColumnDraft) -> str:
    """As the column's own words name it, else the usual; a text that every new row has."""
    found = [
        each.name
        for each in entity.columns.values()
        if each is not column and each.required and each.shape.kind is Kind.STRING
        if not each.shape.values and not each.write_only and not each.references
        if each.default in (ABSENT, None)
    ]
    said = set(words(column.doc))
    named = [each for each in found if each in said]
    usual = [each for each in _SOURCES if each in found]
    return next(iter([*named, *usual]), "")


def _link(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> None:
    """The sentences that ask for it."""
    making = {each.entity for each in work.operations if each.purpose is Purpose.CREATE}
    for statement in work.facts.statements:
        if statement.kind is not StatementKind.REQUIREMENT or not _MADE.search(statement.text):
            continue
        told = set(words(statement.text))
        about = set(words(entity.name)) & told or making == {entity.name}
        if about and told & {"slug", "slugs"}:
            aspect = aspects.column(entity.name, column.name)
            work.linked.append((statement.span.file, statement.id, aspect))
