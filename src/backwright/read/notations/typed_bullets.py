"""Fields in lists: `- **title** (string, required, 1-200 chars): …`, `- id: UUID, primary key`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from backwright.read.blocks import Block, Item, MarkdownDocument, Paragraph, Section
from backwright.read.collected import Collected
from backwright.read.entity_names import labelled
from backwright.read.facts import EntityFact, Facts, Ignorable, StatementKind
from backwright.read.inline import plain, spoken
from backwright.read.notations import template
from backwright.read.notations.entity_places import Place, place
from backwright.read.notations.enum_lists import Enums, enum_lists, with_values
from backwright.read.notations.field_words import Described, read_field
from backwright.read.notations.type_words import read_type
from backwright.read.roles import Role

_FIELD: Final = re.compile(
    r"^(?P<mark>[*_`]*)(?P<name>[A-Za-z_][\w]{0,62})(?P<optional>\?)?[*_`]*\s*"
    r"(?:[（(](?P<brackets>[^()（）]*(?:\([^()]*\)[^()]*)*)[)）])?[*_`]*\s*"
    r"(?P<colon>[:：]|[–—-]\s|→|=)?[*_`]*\s*(?P<rest>.*)$",
    re.DOTALL,
)
_FIELDS: Final = re.compile(
    r"\b(?:fields?|attributes?|columns?|propert(?:y|ies)|members?)\b|^(?:state|structure|schema)\W*$"
    r"|필드|속성|字段|欄位|屬性",
    re.IGNORECASE,
)
_NOT_FIELDS: Final = re.compile(
    r"\b(?:relations?(?:hips?)?|rules?|validations?|index(?:es)?|indices"
    r"|constraints?|enums?|values?|transitions?|notes?|usage|access|behaviou?r"
    r"|examples?|quer(?:y|ies)|policies|invariants|lifecycle|methods?|events?"
    r"|operations?|responsibilities|purpose|errors?|states|categories|roles?"
    r"|permissions|integrity|states?|checks?|security|storage|migration)\b|관계"
    r"|규칙|인덱스|검증|關係|規則|驗證|索引",
    re.IGNORECASE,
)
_NEVER_FIELDS: Final = re.compile(
    r"\b(?:values|enum\w*|rules?|validations?|index(?:es)?|constraints?"
    r"|transitions?|relationships?)\b",
    re.IGNORECASE,
)
_BOLD_NAME: Final = re.compile(r"^(?:\*\*|__|`)[^*_`\n]{2,60}(?:\*\*|__|`)")
_SEVERAL: Final = re.compile(
    r"^(?P<names>[*`]*\w+[*`]*(?:\s*,\s*[*`]*\w+[*`]*)+)\s*(?P<rest>[:：(（].*)$", re.DOTALL
)
_RESERVED_WORDS: Final = (
    "pk fk unique constraint constraints index indexes note notes relationship"
    " relationships rule rules validation validations primary foreign example examples"
    " default check source purpose description usage table fields attributes extends"
    " cascade cardinality state states transitions get post put patch delete todo"
    " owner"
)
_RESERVED: Final = frozenset(_RESERVED_WORDS.split())
_BEHIND_TYPE: Final = re.compile(
    r"^\s*(?:$|[(\[,;|→]|->|(?:fk|pk|primary|foreign|not|null|nullable|unique"
    r"|required|optional|index\w*|default|auto\S*"
    r"|max\w*|min\w*|references|indexed|immutable|with|in|or|format|\d)\b)",
    re.IGNORECASE,
)
_WORDS_ONLY: Final = re.compile(
    r"\b(?:required|optional|nullable|not null|unique|primary key|foreign key"
    r"|pk|fk|default|auto|max|min|enum|timestamp|identifier|flag)\b",
    re.IGNORECASE,
)
_CONSTRAINING: Final = re.compile(
    rf"{_WORDS_ONLY.pattern}|\b(?:positive|non-negative|precision|chars?"
    rf"|characters|integer|decimal|one of)\b|[<>≤≥]\s*\d|\d\s*[-–]\s*\d",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"[(（]([^()（）]{1,200})[)）]")
_LABELLED: Final = re.compile(r"^(?P<label>[A-Za-z /-]{2,30})\s*[:：]\s*(?P<value>.*)$", re.DOTALL)
_CELLS: Final = {
    "type": "type",
    "data type": "type",
    "required": "required",
    "nullable": "nullable",
    "default": "default",
    "default value": "default",
    "description": "description",
    "purpose": "description",
    "values": "values",
    "allowed values": "values",
}


@dataclass(frozen=True, slots=True)
class _Point:
    said: Described
    item: Item
    typed: bool
    """Its type is written, and understood."""
    sure: bool
    """Its name stands in marks, or words of constraints follow."""


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    enums = enum_lists(document)
    for section in document.sections:
        for run, before in _runs(section.blocks):
            _list(found, run, before, section, enums)
    return found.facts()


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[list[Item], tuple[Block, ...]]]:
    """Each list, with what stands before it in its section."""
    run: list[Item] = []
    start = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Item):
            if not run:
                start = at
            run.append(block)
        elif run:
            yield run, blocks[:start]
            run = []
    if run:
        yield run, blocks[:start]


def _list(
    found: Collected, run: list[Item], before: tuple[Block, ...], section: Section, enums: Enums
) -> None:
    """A list of fields; or of entities, or of labels, with fields below each point."""
    label = _label(before, section)
    where = place(section, before)
    for item in run:
        below = list(item.below)
        here = _of_point(found, item, where)
        if not below or here is None:
            continue
        points = _points(below)
        if _are_fields(found, below, points, labelled=_is_fields(plain(item.text))):
            found.ignore(Ignorable.HEADING, item.line, item.own_last)
            _entity(found, here, points, enums)
    if where is None or _NEVER_FIELDS.search(label):
        return
    if _NOT_FIELDS.search(label) and not _is_fields(label):
        return
    points = _points(run)
    if _are_fields(found, run, points, labelled=_is_fields(label)):
        _entity(found, where, points, enums)


def _of_point(found: Collected, item: Item, where: Place | None) -> Place | None:
    """The entity whose fields hang below a point: the point's own, or the section's."""
    shown = plain(item.text)
    if template.is_label(item.text) and _is_fields(shown):
        return where
    if found.document.role != Role.DATA_MODEL or not _BOLD_NAME.match(item.text.strip()):
        return None
    name = labelled(re.split(r"[:：]|\s[–—-]\s", shown, maxsplit=1)[0])
    return Place(name.name, name.table, item.line, item.own_last) if name.name else None


def _is_fields(label: str) -> bool:
    return bool(_FIELDS.search(label)) and not re.search(
        r"\b(?:rules?|validation|index)", label, re.I
    )


def _label(before: tuple[Block, ...], section: Section) -> str:
    """The words right above the list."""
    if before and isinstance(before[-1], Paragraph):
        last = before[-1].text.split("\n")[-1]
        if template.is_label(last):
            return plain(last)
    return section.title


def _points(run: list[Item]) -> list[_Point]:
    return [point for item in run for point in _of_item(item)]


def _of_item(item: Item) -> Iterator[_Point]:
    """Mostly one field; several if they share a description: `created_at`, `updated_at` (…)."""
    text = item.text.strip()
    several = _SEVERAL.match(text)
    texts = [text]
    if several is not None:
        names = re.split(r"\s*,\s*", several["names"])
        texts = [f"{name}{several['rest']}" for name in names]
    for each in texts:
        point = _point(each, item)
        if point is not None:
            yield point


def _are_fields(found: Collected, run: list[Item], points: list[_Point], *, labelled: bool) -> bool:
    typed = sum(each.typed for each in points)
    sure = sum(each.typed or each.sure for each in points)
    if found.document.role != Role.DATA_MODEL:
        return len(points) > 1 and 3 * typed >= 2 * len(run)
    if labelled:
        return 2 * sure >= len(run) or (len(points) == len(run) and typed > 0)
    return len(points) > 1 and 2 * typed >= len(run)


def _entity(found: Collected, where: Place, points: list[_Point], enums: Enums) -> None:
    span = found.document.span(where.line, where.last_line)
    fields = []
    for each in points:
        item = each.item
        last = item.last_line
        statement = found.say(StatementKind.FIELD, each.said.text, item.line, last)
        own = found.document.span(item.line, item.last_line)
        fields.append(with_values(read_field(where.name, each.said, own, statement), where, enums))
    found.entities.append(
        EntityFact(
            name=where.name,
            span=span,
            statement=found.document.line_id(where.line),
            table=where.table,
            description=where.description,
            fields=tuple(fields),
        )
    )


def _point(text: str, item: Item) -> _Point | None:
    match = _FIELD.match(text)
    if match is None:
        return None
    alone = bool(item.children) and not match["rest"]
    if not (match["colon"] or match["brackets"] or alone):
        return None
    brackets, rest = plain(match["brackets"] or ""), plain(match["rest"])
    said = _described(match["name"], brackets, rest, item)
    if match["optional"]:
        said = replace(said, nullable="yes")
    typed = bool(said.type) and read_type(said.type) is not None
    if match["name"].lower() in _RESERVED and not match["mark"] and not typed:
        return None
    sure = "`" in match["mark"] or bool(_WORDS_ONLY.search(said.constraints + said.description))
    return _Point(said, item, typed, sure)


def _described(name: str, brackets: str, rest: str, item: Item) -> Described:
    """Type, constraints and description, wherever they stand."""
    cells: dict[str, str] = {}
    extra: list[str] = []
    for text in _below(item):
        match = _LABELLED.match(text)
        kind = _CELLS.get(spoken(match["label"])) if match else None
        if match is not None and kind is not None and kind not in cells:
            cells[kind] = match["value"]
        else:
            extra.append(text)
    for source, other in ((brackets, rest), (rest, brackets)):
        first, constraints = _cut(source)
        typed = read_type(first) if first and "type" not in cells else None
        if typed is not None and (source is brackets or _BEHIND_TYPE.match(typed.rest)):
            cells["type"] = first
            extra.insert(0, constraints)
            said = other if source is brackets else ""
            if source is rest:
                extra.insert(1, other)
            break
    else:
        extra.insert(0, brackets)
        said = rest
    if _is_constraints(said):
        extra.append(said)
    else:
        extra += [each for each in _BRACKETS.findall(said) if _CONSTRAINING.search(each)]
        cells.setdefault("description", said)
    constraints = ", ".join(each for each in extra if each.strip())
    return Described(name, constraints=constraints, **cells)


def _is_constraints(text: str) -> bool:
    """`3-50 characters, unique, alphanumeric`: short pieces, one of which constrains."""
    pieces = re.split(r"\s*[,;]\s*", text)
    return bool(_CONSTRAINING.search(text)) and all(len(each.split()) < 5 for each in pieces)


def _cut(text: str) -> tuple[str, str]:
    """`string, required, 1-200 chars` → the type, and the rest.

    A comma inside brackets belongs to the type: `DECIMAL(10, 2)`, `enum(a, b)`; so does one
    between the values of an enum.
    """
    depth = 0
    if re.match(r"(?:enum\w*|one of|literal)\b\s*:", text, re.IGNORECASE):
        first, mark, constraints = text.partition(";")
        return first, constraints.strip() if mark else ""
    for at, character in enumerate(text):
        if character in "([{<":
            depth += 1
        elif character in ")]}>":
            depth -= 1
        elif (
            (character in ",;" and depth <= 0)
            or (character in "–—" and depth <= 0 and text[at - 1 : at + 2].startswith(" "))
            or (character == "-" and depth <= 0 and text[at - 1 : at + 2] == " - ")
        ):
            return text[:at], text[at + 1 :].strip()
    return text, ""


def _below(item: Item) -> Iterator[str]:
    for each in item.children:
        if isinstance(each, Item):
            yield plain(each.text)
            yield from _below(each)
        elif isinstance(each, Paragraph):
            yield plain(each.text)
