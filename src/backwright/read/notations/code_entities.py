"""Entities that a document tells in code alone: tables in SQL, classes in Python.

Where a table or a list tells the same entity, that is the specification, and the code its sketch:
it is left aside.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from backwright.read.blocks import Block, Code, Item, MarkdownDocument, Quote, Section
from backwright.read.collected import Collected
from backwright.read.facts import EntityFact, Facts, FieldFact, StatementKind
from backwright.read.notations.entity_places import Place, place
from backwright.read.notations.enum_lists import Enums, enum_lists, with_values
from backwright.read.notations.field_words import Described, read_field

_PARTS: Final = re.compile(r"[^a-z0-9]+")
_PLURALS: Final = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("xes", "x"), ("ss", "ss"), ("s", ""),
)  # fmt: skip
_ASIDE: Final = re.compile(
    r"\b(?:existing|current|legacy|previous|old|before|alternatives?|rejected|examples?|samples?"
    r"|rollback|queries)\b",
    re.IGNORECASE,
)
"""Headings of code that shows something other than what is to be built."""


@dataclass(frozen=True, slots=True)
class CodeField:
    said: Described
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class CodeRule:
    """What the code says of several fields at once."""

    text: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class CodeEntity:
    name: str
    table: str
    line: int
    """Of its first line in the document."""
    fields: tuple[CodeField, ...]
    rules: tuple[CodeRule, ...] = ()
    description: str = ""
    key: str = ""
    """Of a class that no table is stated for: the field that tells its objects apart."""


Found = tuple[CodeEntity, Section, tuple[Block, ...]]
"""An entity in code, its section, and what stands before it there."""


def blocks(
    document: MarkdownDocument, languages: Iterable[str]
) -> Iterator[tuple[Code, Section, tuple[Block, ...]]]:
    """Each block of code in one of the languages, with what stands before it in its section."""
    for section in document.sections:
        if any(_ASIDE.search(each.text) for each in section.path):
            continue
        for code, before in _codes(section.blocks):
            if (code.info.lower().split() or [""])[0].strip("{}.") in languages:
                yield code, section, before


def _codes(found: tuple[Block, ...]) -> Iterator[tuple[Code, tuple[Block, ...]]]:
    for at, block in enumerate(found):
        if isinstance(block, Code):
            yield block, found[:at]
        elif isinstance(block, Item):
            yield from _codes(block.children)
        elif isinstance(block, Quote):
            yield from _codes(block.blocks)


def told(document: MarkdownDocument, known: Facts, found: Iterable[Found]) -> Facts:
    """The facts of the entities that nothing else describes."""
    collected, enums = Collected(document), enum_lists(document)
    described = [each for each in known.entities if each.fields]
    there = {same(name) for each in described for name in (each.name, each.table)}
    keys = {same(name) for name in _keys(described)} - {same("id"), ""}
    for entity, section, before in found:
        where = _where(entity, place(section, before))
        names = {same(where.name), same(entity.name), same(entity.table)} - {""}
        if there & names or same(entity.key) in keys:
            continue
        there |= names
        fields = tuple(_field(collected, where, each, enums) for each in entity.fields)
        collected.heading = where.name
        for rule in entity.rules:
            collected.say(StatementKind.MODEL_RULE, rule.text, rule.line, rule.last_line)
        collected.heading = ""
        collected.entities.append(
            EntityFact(
                name=where.name,
                span=document.span(where.line, where.last_line),
                statement=document.line_id(where.line),
                table=where.table,
                description=where.description,
                fields=fields,
            )
        )
    return collected.facts()


def _keys(entities: Iterable[EntityFact]) -> Iterator[str]:
    """The fields by which rows are told apart: an object with such a key is a row told before."""
    for entity in entities:
        yield from (each.name for each in entity.fields if each.unique or each.primary_key)


def _field(found: Collected, where: Place, each: CodeField, enums: Enums) -> FieldFact:
    statement = found.say(StatementKind.FIELD, each.said.text, each.line, each.last_line)
    span = found.document.span(each.line, each.last_line)
    return with_values(read_field(where.name, each.said, span, statement), where, enums)


def _where(entity: CodeEntity, heading: Place | None) -> Place:
    """Below the heading of the same name, else where the code itself begins."""
    table, told = entity.table, entity.description
    if heading is not None and same(heading.name) in (same(entity.name), same(entity.table)):
        described = heading.description or told
        return Place(
            heading.name, table or heading.table, heading.line, heading.last_line, described
        )
    return Place(entity.name, table, entity.line, entity.line, told)


def same(name: str) -> str:
    """`UserPreferences`, `user_preferences` and `User preference` are one name."""
    text = _PARTS.sub("", name.lower())
    for ending, stem in _PLURALS:
        if text.endswith(ending):
            return text.removesuffix(ending) + stem
    return text
