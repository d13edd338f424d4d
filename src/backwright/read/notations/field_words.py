"""One field out of the words for its type, its constraints, its default and its description."""

import re
from dataclasses import dataclass, replace
from typing import Final

from backwright.read.facts import FieldFact
from backwright.read.notations import default_words, value_words
from backwright.read.notations.constraint_words import (
    Words,
    foreign,
    read_constraints,
    read_description,
)
from backwright.read.notations.type_words import Typed, read_type
from backwright.shape import ABSENT, Kind, Shape
from backwright.source import Span

_YES: Final = frozenset(
    [
        "yes",
        "y",
        "true",
        "✓",
        "✔",
        "✅",
        "o",
        "x",
        "是",
        "예",
        "1",
        "required",
        "not null",
        "必填",
        "필수",
    ]
)
_NO: Final = frozenset(
    [
        "no",
        "n",
        "false",
        "✗",
        "❌",
        "optional",
        "否",
        "아니오",
        "0",
        "conditional",
        "no (optional)",
        "선택",
    ]
)
_EMPTY: Final = frozenset(["", "-", "—", "–", "n/a", "none"])
_ENUM_SAID: Final = re.compile(r"\benum\b|열거|枚举|列舉", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """The words about one field, sorted by what they are about."""

    name: str
    type: str = ""
    constraints: str = ""
    """All cells with constraints, joined."""
    required: str = ""
    """The cell of a column Required."""
    nullable: str = ""
    default: str | None = None
    """The cell of a column Default."""
    description: str = ""
    values: str = ""
    minimum: str = ""
    maximum: str = ""
    references: str = ""
    unique: str = ""
    index: str = ""
    key: str = ""
    on_delete: str = ""

    @property
    def text(self) -> str:
        """One line, as a statement quotes it."""
        said = [self.type, self.constraints]
        for label, cell in (
            ("required", self.required),
            ("nullable", self.nullable),
            ("default", self.default or ""),
            ("values", self.values),
            ("min", self.minimum),
            ("max", self.maximum),
            ("references", self.references),
            ("unique", self.unique),
            ("index", self.index),
            ("key", self.key),
            ("on delete", self.on_delete),
        ):
            if cell.strip().lower() not in _EMPTY:
                said.append(f"{label} {cell}")
        joined = "; ".join([*(each for each in said if each.strip(" -")), self.description])
        return f"{self.name}: {joined}".rstrip("; ")


@dataclass(frozen=True, slots=True)
class Read:
    """A field, and what is still to be known about it."""

    field: FieldFact
    typed: bool
    """Its type was understood."""
    enum: bool
    """It is an enum whose values stand elsewhere, if it has none."""


def read_field(entity: str, said: Described, span: Span, statement: str) -> Read:
    typed = read_type(said.type)
    written = typed.shape if typed is not None else _from_words(said)
    rest = typed.rest if typed is not None else said.type
    constraints = f"{said.constraints}, {rest}" if rest.strip(" ,;()") else said.constraints
    words = read_constraints(written, constraints)
    told = read_description(words.shape, said.description)
    shape = _with_values(_columns(told.shape, said), typed, said)
    if shape.values:
        constraints = said.constraints
    key = words.primary_key or told.primary_key or _is_key(said)
    written_default = said.default
    if written_default is None:
        written_default = default_words.said_default(constraints)
    context = f"{constraints} {_auto_words(said)}"
    auto = default_words.automatic(said.name, shape, context, written_default, key=key)
    if typed is not None and typed.automatic and key:
        auto = "id"
    required = _required(said, words, told, shape)
    default = default_words.default_of(shape, written_default)
    if default is None:
        # A default of null says optional; beside NOT NULL it says nothing.
        default, required = (ABSENT, True) if required else (None, False)
    stored = required is True or default is not ABSENT or key
    field = replace(
        _joined(entity, said, words, told, span, statement),
        shape=replace(shape, nullable=False),
        required=required,
        default=default,
        primary_key=key,
        auto=auto,
        owner=(words.owner or told.owner) and not shape.values and shape.kind is not Kind.BOOLEAN,
        derived="" if stored else words.derived or told.derived,
    )
    return Read(field, typed is not None or bool(field.references), _is_enum(typed, said, shape))


def _joined(  # noqa: PLR0913, PLR0917  where it stands, and what its places say
    entity: str, said: Described, words: Words, told: Words, span: Span, statement: str
) -> FieldFact:
    """What constraints and description say of the field together."""
    references, column, unique = _relation(said, words, told)
    return FieldFact(
        entity=entity,
        name=said.name,
        shape=told.shape,
        span=span,
        statement=statement,
        unique=unique,
        index=words.index or _is_yes(said.index),
        immutable=words.immutable or told.immutable,
        read_only=words.read_only,
        write_only=words.write_only or told.write_only,
        references=references,
        references_field=column,
        on_delete=_on_delete(said, words, told),
        normalise=tuple(dict.fromkeys(words.normalise + told.normalise)),
        description=said.description,
    )


def _with_values(shape: Shape, typed: Typed | None, said: Described) -> Shape:
    """The values of an enum that stand in its description."""
    if shape.values or not _is_enum(typed, said, shape):
        return shape
    listed = value_words.described(said.description)
    return replace(shape, kind=Kind.STRING, values=listed) if listed else shape


def _from_words(said: Described) -> Shape:
    """The type where no column says it: `Foreign key to Order`, `… (decimal, 2 precision)`."""
    for part in re.findall(r"\(([^()]{1,120})\)", f"{said.description} {said.constraints}"):
        for piece in part.split(","):
            typed = read_type(piece)
            if typed is not None and typed.shape.kind is not Kind.OBJECT:
                return typed.shape
    found = value_words.values(said.constraints) if _ENUM_SAID.search(said.constraints) else ()
    return Shape(Kind.STRING, values=found) if found else Shape(Kind.ANY)


def _columns(shape: Shape, said: Described) -> Shape:
    """Columns of their own for values and limits."""
    if said.values and not shape.values and shape.kind in {Kind.STRING, Kind.ANY}:
        found = value_words.split(said.values)
        if len(found) > 1:
            shape = replace(shape, kind=Kind.STRING, values=found)
    for cell, length, value in (
        (said.minimum, "min_length", "minimum"),
        (said.maximum, "max_length", "maximum"),
    ):
        number = cell.replace(",", "").strip()
        if not number.isdecimal() or len(number) > 9:
            continue
        attribute = length if shape.kind is Kind.STRING else value
        if getattr(shape, attribute) is None:
            limit = {attribute: int(number)}
            shape = replace(shape, **limit)  # type: ignore[arg-type]
    return shape


def _required(said: Described, words: Words, told: Words, shape: Shape) -> bool | None:
    """The first of the places that says something: columns of their own, then words."""
    null = _answer(said.nullable, ("nullable", "null", "optional"), ("not null", "required"))
    stated = read_constraints(Shape(Kind.ANY), said.required).required
    places = (
        _answer(said.required, ("required",), ("optional",)),
        stated,
        None if null is None else not null,
        words.required,
        False if shape.nullable else None,
        told.required,
    )
    return next((each for each in places if each is not None), None)


def _answer(cell: str, yes: tuple[str, ...], no: tuple[str, ...]) -> bool | None:
    text = cell.strip().lower()
    if text in no:
        return False
    if text in yes or text in _YES:
        return True
    return False if text in _NO else None


def _relation(said: Described, words: Words, told: Words) -> tuple[str, str, bool]:
    references, column = words.references, words.references_field
    if not references and said.references.strip().lower() not in _EMPTY:
        references, column = foreign(f"references {said.references.strip('`* ')}")
    if not references:
        references, column = told.references, told.references_field
    unique = words.unique or _is_yes(said.unique) or "uk" in re.split(r"\W+", said.key.lower())
    return references, column, unique


def _on_delete(said: Described, words: Words, told: Words) -> str:
    cell = said.on_delete.strip().lower()
    if cell in {"cascade", "restrict", "set null"}:
        return cell
    return words.on_delete or told.on_delete


def _is_key(said: Described) -> bool:
    return "pk" in re.split(r"\W+", said.key.lower()) or said.key.strip().lower() in {
        "pri",
        "primary",
    }


def _is_yes(cell: str) -> bool:
    return cell.strip().lower() in _YES | {"unique", "ix", "index", "indexed"}


def _is_enum(typed: Typed | None, said: Described, shape: Shape) -> bool:
    if shape.values:
        return False
    if typed is not None and typed.enum:
        return True
    words = f"{said.type} {said.constraints} {said.description}"
    return shape.kind in {Kind.STRING, Kind.ANY} and bool(_ENUM_SAID.search(words))


def _auto_words(said: Described) -> str:
    """Only the words of a description that say who sets the value."""
    match = re.search(
        r"\bauto(?:matically)?[- ](?:generated|updated|set|increment\w*)\b|\bset "
        r"on (?:creation|every change)\b",
        said.description,
        re.IGNORECASE,
    )
    return match[0] if match is not None else ""
