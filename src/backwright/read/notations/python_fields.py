"""One field of a class: its annotation, and what `Field(…)` or `Column(…)` says, in the words that
tables of fields use."""

import ast
from collections.abc import Iterator, Mapping
from typing import Final

from backwright.read.notations.field_words import Described

Enums = Mapping[str, tuple[str, ...]]
_COLUMNS: Final = ("Column", "mapped_column")
_FIELDS: Final = ("Field", "field", *_COLUMNS)
_NO_FIELDS: Final = ("Relationship", "relationship", "ClassVar", "computed_field", "ConfigDict")
_BOUNDS: Final = {
    "min_length": "min length {}", "max_length": "max length {}", "ge": ">= {}", "gt": "> {}",
    "le": "<= {}", "lt": "< {}", "regex": "pattern {}", "pattern": "pattern {}",
}  # fmt: skip
_FLAGS: Final = {"primary_key": "primary key", "unique": "unique", "index": "indexed"}


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name, without what stands in brackets behind it."""
    while isinstance(node, ast.Subscript | ast.Call):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def described(node: ast.stmt, comment: str, enums: Enums) -> Described | None:
    """The words about the field that a statement of a class body makes; None if it makes none."""
    target: ast.expr | None = None
    if isinstance(node, ast.AnnAssign):
        target = node.target
    elif isinstance(node, ast.Assign):
        target = node.targets[0]
    if not isinstance(target, ast.Name) or target.id.startswith("_"):
        return None
    value = getattr(node, "value", None)
    annotation = node.annotation if isinstance(node, ast.AnnAssign) else None
    called = name_of(value) if isinstance(value, ast.Call) else ""
    made = annotation is None and called not in _COLUMNS
    noted = name_of(annotation) if annotation is not None else ""
    if made or called in _NO_FIELDS or noted in _NO_FIELDS or target.id == "model_config":
        return None
    return _Words(enums).field(target.id, annotation, value, comment)


class _Words:
    """What is said of one field, collected from all places that say it."""

    def __init__(self, enums: Enums) -> None:
        self.enums = enums
        self.type = ""
        self.nullable: bool | None = None
        self.column = False
        self.constraints: list[str] = []
        self.references = self.on_delete = self.description = ""
        self.default: str | None = None
        self.digits: dict[str, object] = {}

    def field(
        self, name: str, annotation: ast.expr | None, value: ast.expr | None, comment: str
    ) -> Described:
        if annotation is not None:
            self._annotated(annotation)
        if isinstance(value, ast.Call) and name_of(value) in _FIELDS:
            self._called(value)
        elif value is not None:
            self._default(value)
        key, bare = "primary key" in self.constraints, self.column and annotation is None
        if bare and self.nullable is None and self.default is None:
            self.nullable = True  # what SQLAlchemy makes of a column without an annotation
        sure = self.nullable is False or (self.nullable is None and self.default is None)
        if len(self.digits) == 2:
            self.type = "Numeric({max_digits}, {decimal_places})".format(**self.digits)
        return Described(
            name, self.type, ", ".join(self.constraints),
            required="yes" if sure and not key else "",
            nullable="yes" if self.nullable and not key else "",
            default=self.default, references=self.references, on_delete=self.on_delete,
            description=comment or self.description,
        )  # fmt: skip

    def _annotated(self, node: ast.expr) -> None:
        """`Mapped[…]` and `Annotated[…]` hold the type, `X | None` says that it may be missing."""
        outer = name_of(node)
        if isinstance(node, ast.Subscript) and outer in ("Mapped", "Annotated"):
            inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            for each in inner[:1]:
                self._annotated(each)
            for each in inner[1:]:
                if isinstance(each, ast.Call):
                    self._called(each)
            return
        options = list(_options(node))
        kept = [each for each in options if not _is_none(each)]
        if len(kept) < len(options):
            self.nullable = True
        if len(kept) == 1:
            self.type = self._typed(kept[0])

    def _typed(self, node: ast.expr) -> str:
        """`uuid.UUID` is UUID, and an enum of the document its values."""
        name = name_of(node)
        if isinstance(node, ast.Name | ast.Attribute):
            values = self.enums.get(name, ())
            return f"enum({', '.join(map(repr, values))})" if values else name
        if isinstance(node, ast.Call) and name in ("Enum", "SQLEnum", "SAEnum"):
            return self._enum(node)
        if isinstance(node, ast.Call) and (name == "UUID" or not node.args):
            return name
        return ast.unparse(node)

    def _enum(self, node: ast.Call) -> str:
        texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
        listed = texts or list(self.enums.get(name_of(node.args[0]), ()) if node.args else ())
        return f"enum({', '.join(repr(str(each)) for each in listed)})" if listed else "enum"

    def _called(self, call: ast.Call) -> None:
        column = name_of(call) in _COLUMNS
        self.column = self.column or column
        for each in call.args:
            self._positional(each, column=column)
        for given in call.keywords:
            self._keyword(given.arg or "", given.value)

    def _positional(self, node: ast.expr, *, column: bool) -> None:
        if isinstance(node, ast.Call) and name_of(node) == "ForeignKey":
            self._foreign(node)
        elif column:
            loose = bool(self.type) and name_of(node) in ("JSON", "JSONB")
            if not isinstance(node, ast.Constant) and not loose:
                self.type = self._typed(node)
        elif not isinstance(node, ast.Constant) or node.value is not ...:
            self._default(node)

    def _keyword(self, name: str, value: ast.expr) -> None:
        constant = value.value if isinstance(value, ast.Constant) else None
        if name in _BOUNDS and isinstance(value, ast.Constant | ast.UnaryOp):
            said = constant if isinstance(constant, str) else ast.unparse(value)
            self.constraints.append(_BOUNDS[name].format(said))
        elif name in _FLAGS and constant is True:
            self.constraints.append(_FLAGS[name])
        elif name in ("max_digits", "decimal_places") and isinstance(constant, int):
            self.digits[name] = constant
        elif name == "nullable" and isinstance(constant, bool):
            self.nullable = constant
        elif name == "foreign_key" and isinstance(constant, str):
            self.references = constant
        elif name == "ondelete" and isinstance(constant, str):
            self.on_delete = constant
        elif name == "description" and isinstance(constant, str):
            self.description = constant
        elif name in ("default", "default_factory", "server_default"):
            self._default(value)
        elif name == "onupdate":
            self.constraints.append("set on every change")
        elif name == "sa_column" and isinstance(value, ast.Call):
            self._called(value)

    def _foreign(self, call: ast.Call) -> None:
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant):
            self.references = str(first.value)
        for given in call.keywords:
            if given.arg == "ondelete" and isinstance(given.value, ast.Constant):
                self.on_delete = str(given.value.value)

    def _default(self, node: ast.expr) -> None:
        """A constant as it is written, a member of an enum as its value, a call as what it does."""
        if isinstance(node, ast.Lambda):
            node = node.body
        text = ast.unparse(node)
        if "uuid4" in text or "gen_random_uuid" in text:
            self.default = "uuid4()"
        elif "now" in text or "CURRENT_TIMESTAMP" in text:
            self.default = "now()"
        elif isinstance(node, ast.Constant):
            if node.value is None:
                self.nullable = True if self.nullable is None else self.nullable
            else:
                self.default = text
        elif isinstance(node, ast.Attribute):
            self.default = self._member(node)
        elif text in ("list", "[]"):
            self.default = "[]"
        else:
            self.default = text if isinstance(node, ast.UnaryOp) else "()"

    def _member(self, node: ast.Attribute) -> str:
        """`TaskStatus.TODO`: values are mostly spelled as their names are."""
        values = self.enums.get(name_of(node.value), ())
        wanted = node.attr.lower().replace("_", "")
        plain = (
            each for each in values if each.lower().replace("_", "").replace("-", "") == wanted
        )
        return repr(next(plain, node.attr))


def _options(node: ast.expr) -> Iterator[ast.expr]:
    """The types of a union, however it is written."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _options(node.left)
        yield from _options(node.right)
    elif isinstance(node, ast.Subscript) and name_of(node) in ("Optional", "Union"):
        if name_of(node) == "Optional":
            yield ast.Constant(None)
        for each in node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]:
            yield from _options(each)
    else:
        yield node


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
