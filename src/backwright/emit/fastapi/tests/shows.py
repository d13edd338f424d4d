"""What an answer has to say: the source of the JSON that is expected, as far as it is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Auto, Derived, DerivedKind, Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import RELATED, Fill, Operation, Source, View
from backwright.emit.fastapi.answer_classes import left_out
from backwright.emit.fastapi.tests.bodies import Sent, SentBody
from backwright.emit.fastapi.tests.scene import Scene, starts
from backwright.emit.fastapi.tests.values import in_json, is_exact
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.shape import Kind, Schema, Shape

ANY = "ANY"
_OWN: Final = ("row", "names", "renamed")
"""Arguments of `shown` itself."""


@dataclass(slots=True)
class Subject:
    """A row as it is after the operation."""

    entity: Entity
    variable: str = ""
    """The row as it was made; empty if the operation itself makes it."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Column → JSON source of what is known to be another value than the variable holds."""
    children: Mapping[str, str] = field(default_factory=dict)
    """Relation → source of the list that is expected; missing means empty."""
    sure: bool = True
    """Whether nothing else can have changed it."""


@dataclass(slots=True)
class Expected:
    """Collects which properties the comparison really looks at."""

    scene: Scene
    subject: Subject | None
    users: Subject | None = None
    total: int = 1
    size: int = 0
    first: int = 1
    style: str = "none"
    seen: list[str] = field(default_factory=list)

    @property
    def contract(self) -> Contract:
        return self.scene.contract


def expected(made: Expected, shape: Shape | None) -> str:
    """The source of the whole answer."""
    if shape is None:
        return "None"
    if shape.kind is Kind.ARRAY and shape.items is not None:
        return _rows(made, shape)
    if shape.kind is Kind.OBJECT and shape.ref:
        return _object(made, shape.ref, made.subject)
    return ANY


def _rows(made: Expected, shape: Shape) -> str:
    inner = shape.items
    if inner is None or inner.kind is not Kind.OBJECT or not inner.ref or made.subject is None:
        return _constants(shape)
    each = _object(made, inner.ref, made.subject)
    return f"[{each}]" if made.total == 1 else (ANY if made.total else "[]")


def _constants(shape: Shape) -> str:
    if shape.items is not None and shape.items.values:
        return in_json(list(shape.items.values))
    return ANY


def _object(made: Expected, ref: str, subject: Subject | None) -> str:
    contract = made.contract
    schema = contract.find_schema(ref)
    view = contract.view(ref)
    if schema is None or view is None:
        return ANY
    if view.entity and (subject is None or view.entity != subject.entity.name):
        subject = _beside(made, view.entity)
        if subject is None:
            return ANY
    return _spelled(made, schema, view, subject)


def _beside(made: Expected, entity: str) -> Subject | None:
    """Another row of the scene, which the operation may have touched."""
    variable = made.scene.rows.get(entity)
    if variable is None or variable == made.scene.owner:
        return None
    return Subject(made.contract.entity(entity), variable, sure=False)


def _spelled(made: Expected, schema: Schema, view: View, subject: Subject | None) -> str:
    """`{**shown(order, "id", "reference"), "lines": []}`"""
    fills = {each.property: each for each in view.fills}
    variable = subject.variable if subject is not None else ""
    found = _Columns(variable), _Columns(variable)
    others: list[str] = []
    for own in schema.properties:
        if own.write_only:
            continue
        fill = fills.get(own.name)
        source = _filled(made, own.shape, fill, subject) if fill is not None else ANY
        lacking = left_out(made.contract, schema.name, own.name)
        if lacking and (source == "None" or (fill is None and not view.entity)):
            continue
        if source != ANY:
            made.seen.append(aspects.property_of(schema.name, own.name))
        column = source.removeprefix("shown:")
        if column == source:
            held = _held(subject, fill)
            test = lacking and held in source and held
            told = source.replace(f"{held} or 0", held) if test else source
            pair = f"{literal(own.name)}: {told}"
            others.append(f"**({{{pair}}} if {held} is not None else {{}})" if test else pair)
        elif not found[lacking].take(own.name, column):
            others.append(f"{literal(own.name)}: wire({variable}.{column})")
    calls = [found[0].call("shown"), found[1].call("filled")]
    kept = [each for each in calls if each]
    if len(kept) == 1 and not others:
        return kept[0]
    return f"{{{', '.join([*(f'**{each}' for each in kept), *others])}}}"


def _held(subject: Subject | None, fill: Fill | None) -> str:
    """The column of a row that is at hand."""
    if subject is None or fill is None or not subject.variable:
        return ""
    return f"{subject.variable}.{fill.name}" if fill.source is Source.COLUMN else ""


@dataclass(slots=True)
class _Columns:
    """Columns that one call reads from a row."""

    variable: str
    plain: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)

    def take(self, name: str, column: str) -> bool:
        """Whether the call can hold it: not every property is a word of Python."""
        if column == name:
            self.plain.append(literal(name))
        elif name.isidentifier() and not iskeyword(name) and name not in _OWN:
            self.renamed.append(f"{name}={literal(column)}")
        else:
            return False
        return True

    def call(self, function: str) -> str:
        if not self.plain and not self.renamed:
            return ""
        return f"{function}({', '.join([self.variable, *self.plain, *self.renamed])})"


def _filled(made: Expected, shape: Shape, fill: Fill, subject: Subject | None) -> str:
    match fill.source:
        case Source.COLUMN if subject is not None:
            return _column(made, subject, fill.name)
        case Source.RELATION if subject is not None:
            return _relation(made, fill, subject)
        case Source.DERIVED if subject is not None:
            return _derived(subject, fill.name)
        case Source.KEY if fill.name:
            above = _beside(made, fill.name)
            key = made.contract.entity(fill.name).key.name
            return f"wire({above.variable}.{key})" if above is not None else ANY
        case Source.KEY if made.subject is not None:
            return _column(made, made.subject, made.subject.entity.key.name)
        case Source.ROW if shape.ref:
            return _object(made, shape.ref, made.subject)
        case Source.NESTED if shape.ref:
            return _object(made, shape.ref, subject)
        case Source.USER:
            return _user(made, shape, fill)
        case Source.ROWS if shape.kind is Kind.ARRAY:
            return _rows(made, shape)
        case Source.CONSTANT:
            empty = fill.value == () and shape.kind in (Kind.MAP, Kind.OBJECT)
            return "{}" if empty else in_json(fill.value)
    return _counted(made, fill.source)


def _user(made: Expected, shape: Shape, fill: Fill) -> str:
    if made.users is None:
        return ANY
    if fill.name:
        found = _column(made, made.users, fill.name)
        column = found.removeprefix("shown:")
        return found if column == found else f"wire({made.users.variable}.{column})"
    return _object(made, shape.ref, made.users) if shape.ref else ANY


def _counted(made: Expected, source: Source) -> str:
    """What a page says about itself, with all its rows on the first one."""
    pages = (made.total + made.size - 1) // made.size if made.size else ANY
    known = {
        Source.TOTAL: made.total,
        Source.COUNT: made.total,
        Source.PAGE: made.first if made.style == "page" else ANY,
        Source.SIZE: made.size or ANY,
        Source.LIMIT: made.size or ANY,
        Source.PAGES: pages,
        Source.OFFSET: 0 if made.style == "offset" else ANY,
        Source.HAS_NEXT: False,
        Source.HAS_PREVIOUS: False,
        Source.NEXT_CURSOR: None,
    }
    if made.total < 0:
        return ANY
    return str(known.get(source, ANY))


def _column(made: Expected, subject: Subject, name: str) -> str:
    """`shown:name` if the variable holds it still, else its source."""
    own = subject.entity.get(name)
    if own is None:
        return ANY
    if name in subject.values:
        return subject.values[name]
    if subject.variable:
        if not subject.sure and own.auto in (Auto.UPDATED, Auto.VERSION):
            return ANY
        return _exact(own, subject.variable) if is_exact(own) else f"shown:{name}"
    return starting(made.contract, subject.entity, own)


def _exact(own: Field, variable: str) -> str:
    """A number as a number: as a text it may have more zeros than the row's."""
    if own.shape.format == "decimal":
        return ANY
    value = f"{variable}.{own.name}"
    return f"float({value})" if own.required else f"float({value} or 0)"


def starting(contract: Contract, entity: Entity, own: Field) -> str:
    """A column of a new row that nobody gave a value."""
    if own.auto in (Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.OWNER, Auto.PASSWORD_HASH):
        return ANY
    if (
        own is entity.key
        or own.copies
        or own.slug_of
        or stored_shape(contract, entity, own) is not own.shape
    ):
        return ANY
    return starts(contract, entity, own) or ANY


def _relation(made: Expected, fill: Fill, subject: Subject) -> str:
    name, _, column = fill.name.partition(".")
    relation = next((each for each in subject.entity.relations if each.name == name), None)
    if relation is None or not subject.sure:
        return ANY
    if relation.many and not column:
        return subject.children.get(name, "[]")
    if relation.many:
        return ANY
    variable = made.scene.rows.get(relation.entity, "")
    above = subject.entity.get(relation.column)
    linked = above is not None and made.scene.parents.get(relation.column) is not None
    if above is not None and not (above.required or variable or linked) and subject.variable:
        return ANY if relation.column in subject.values else "None"
    if not variable or variable == made.scene.owner or not linked or column == "":
        return ANY
    return f"wire({variable}.{column})"


def _derived(subject: Subject, name: str) -> str:
    found = next((each for each in subject.entity.derived if each.name == name), None)
    if found is None or not subject.sure:
        return ANY
    if found.kind in (DerivedKind.COUNT, DerivedKind.SUM):
        return "0" if found.relation not in subject.children else ANY
    whole = found.kind is DerivedKind.DIFFERENCE and found.shape.kind is Kind.INTEGER
    if subject.variable and not (whole or set(found.columns) & set(subject.values)):
        return f"wire({subject.variable}.{name})"
    if found.kind is DerivedKind.DIFFERENCE:
        return _difference(subject, found)
    known = subject.values.get(found.columns[0], ANY) if found.columns else ANY
    if found.kind in (DerivedKind.LOWER, DerivedKind.UPPER) and known.startswith('"'):
        return known.lower() if found.kind is DerivedKind.LOWER else known.upper()
    return ANY


def _difference(subject: Subject, found: Derived) -> str:
    """What is left of a whole number that a row held or a body gave; of others the form is open."""
    terms: list[str] = []
    for name in found.columns:
        inner = next((each for each in subject.entity.derived if each.name == name), None)
        known = f"{subject.variable}.{name}" if subject.variable else ANY
        term = subject.values.get(name, known)
        if inner is not None:
            term = _difference(subject, inner)
        terms.append(f"({term})" if terms and " " in term else term)
    open_ = found.shape.kind is not Kind.INTEGER or any(ANY in each for each in terms)
    return ANY if open_ else " - ".join(terms)


def json_values(scene: Scene, body: SentBody | None) -> dict[str, str]:
    """Column → JSON source of what the body gave it."""
    if body is None:
        return {}
    found = {}
    for name, each in body.columns.items():
        own = scene.entity.get(name) if scene.entity is not None else None
        text = own is not None and own.shape.format == "decimal"
        found[name] = each.shown if each.shown and not text else ANY
    return found


def children_of(made: Expected, body: SentBody | None) -> dict[str, str]:
    """Relation → what is shown of the children that came with the body."""
    found = dict.fromkeys(made.scene.children, ANY)
    if body is None or made.subject is None:
        return found
    for each in body.sent:
        if each.assign is None or each.assign.kind not in RELATED:
            continue
        found[each.assign.name] = _children(each)
    return found


def _children(sent: Sent) -> str:
    return f"[{', '.join(ANY for _ in sent.children)}]" if sent.children else ANY


def asked_aspects(operation: Operation, made: Expected) -> Iterable[str]:
    yield aspects.success(operation.id, operation.result.status)
    yield from made.seen
