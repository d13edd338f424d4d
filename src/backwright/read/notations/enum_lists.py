"""Values of enums in lists and tables of their own, joined to the field that they belong to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from backwright.read.blocks import Heading, Item, MarkdownDocument, Paragraph, Section, Table
from backwright.read.entity_names import named
from backwright.read.facts import FieldFact
from backwright.read.inline import plain
from backwright.read.notations import template, value_words
from backwright.read.notations.entity_places import Place
from backwright.read.notations.field_words import Read
from backwright.read.notations.table_headers import kinds
from backwright.shape import Kind

_SPLIT: Final = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")
_FILL: Final = frozenset(
    [
        "enum",
        "enums",
        "enumeration",
        "values",
        "value",
        "allowed",
        "valid",
        "possible",
        "list",
        "options",
        "the",
        "of",
    ]
)
_SAYS: Final = re.compile(
    r"\b(?:enum\w*|values|options|statuses|types|states|roles|categories|priorities)\b",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(
    r"^(?:\*\*|`|\"|')+(?P<value>[^*`\"'\n]{1,60})(?:\*\*|`|\"|')+\s*(?:[:：(=–—-].*)?$", re.DOTALL
)
_CAPITALS: Final = re.compile(r"^(?P<value>[A-Z][A-Z0-9_]{1,40})\s*(?:[:：(=–—-].*)?$", re.DOTALL)
_ASSIGNED: Final = re.compile(r"^`?(?P<name>\w+)`?\s*=\s*[\"'`](?P<value>[^\"'`\n]{1,60})[\"'`]")
_INLINE: Final = re.compile(r"^(?P<label>[\w* `]{2,60})\s*[:：]\s*(?P<list>.+)$")

_VALUE_HEADERS: Final = frozenset(
    ["value", "values", "status", "state", "code", "name", "type", "role", "값", "值"]
)


@dataclass(frozen=True, slots=True)
class EnumList:
    words: tuple[str, ...]
    """Of its label, without `enum` and `values`, in lower case."""
    entity: str
    """Of the heading that it stands below; empty if that names none."""
    values: tuple[str, ...]


Enums = tuple[EnumList, ...]


def enum_lists(document: MarkdownDocument) -> Enums:
    """Every list of values in the document, in order."""
    return tuple(each for section in document.sections for each in _lists(section))


def with_values(read: Read, where: Place, enums: Enums) -> FieldFact:
    """The field, with the values of its enum if they stand elsewhere."""
    field = read.field
    if not read.enum or field.shape.kind not in {Kind.STRING, Kind.ANY}:
        return field
    words = _words(field.shape.values_name or field.name)
    own = _words(where.name)
    fitting = [each for each in enums if _fits(each, words, own, where.name)]
    if not fitting:
        return field
    best = next((each for each in fitting if each.entity == where.name), fitting[0])
    shape = replace(field.shape, kind=Kind.STRING, values=best.values, max_length=None)
    default = field.default
    if isinstance(default, str):
        default = next((v for v in best.values if v.lower() == default.lower()), default)
    return replace(field, shape=shape, default=default)


def _fits(each: EnumList, field: tuple[str, ...], entity: tuple[str, ...], name: str) -> bool:
    """`Order Status Enum` is the status of Order, and its order_status."""
    if each.entity and each.entity != name and each.words == field:
        return False
    return each.words in {field, entity + field} or (
        len(field) > 1 and each.words == field[-len(each.words) :] and each.entity == name
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(each.lower() for each in _SPLIT.split(text) if each and each.lower() not in _FILL)


def _lists(section: Section) -> Iterator[EnumList]:
    entity = next((n for each in reversed(section.path) if (n := named(each.text).name)), "")
    heading, label = _heading_label(section.heading), ""
    run: list[Item] = []
    for block in (*section.blocks, None):
        if isinstance(block, Item):
            run.append(block)
            continue
        found = _of_points(run)
        run = []
        if isinstance(block, Table):
            found = found or _of_table(block)
        wider = heading if not label or _SAYS.search(heading) else ""
        for each in dict.fromkeys((label, wider)):
            if found and each:
                yield EnumList(_words(each), entity, found)
        if isinstance(block, Paragraph):
            label, listed = _of_paragraph(block, label)
            if listed:
                yield EnumList(_words(label), entity, listed)


def _heading_label(heading: Heading | None) -> str:
    text = plain(heading.text) if heading is not None else ""
    return _bare_label(text) if _SAYS.search(text) or re.match(r"^[A-Z]\w+$", text) else ""


def _bare_label(text: str) -> str:
    """Without numbering and without brackets that hold a number."""
    return re.sub(r"^[\d.)\s]+", "", re.sub(r"\([^)]*\d[^)]*\)", "", text)).strip(" :：*`")


def _of_paragraph(block: Paragraph, label: str) -> tuple[str, tuple[str, ...]]:
    """The label that a paragraph is, and the values that it lists behind it."""
    shown = plain(block.text)
    if template.is_label(block.text):
        return (_bare_label(shown) if _SAYS.search(shown) else ""), ()
    match = _INLINE.match(shown)
    if match is not None and _SAYS.search(match["label"]):
        return _bare_label(match["label"]), value_words.split(match["list"].rstrip("."))
    return label, ()


def _of_points(run: list[Item]) -> tuple[str, ...]:
    found = [_value(each.text) for each in run]
    return tuple(dict.fromkeys(found)) if len(run) > 1 and all(found) else ()


def _value(text: str) -> str:
    assigned = _ASSIGNED.match(text)
    if assigned is not None:
        return assigned["value"]
    match = _MARKED.match(text) or _CAPITALS.match(text)
    if match is not None:
        return value_words.bare(match["value"])
    shown = plain(text)
    return shown if re.fullmatch(r"[\w][\w &/-]{0,40}", shown) and len(shown.split()) < 4 else ""


def _of_table(table: Table) -> tuple[str, ...]:
    header = [plain(each).lower() for each in table.header]
    if not header or header[0] not in _VALUE_HEADERS or "type" in kinds(table.header)[1:]:
        return ()
    found = [value_words.bare(row.cells[0]) for row in table.rows]
    good = len(found) > 1 and all(re.fullmatch(r"[\w][\w &/-]{0,40}", each) for each in found)
    return tuple(dict.fromkeys(found)) if good else ()
