"""Values as annotations: `Annotated[Text, pydantic.Field(max_length=500)]`."""

from typing import Final

from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal, raw
from backwright.plan.columns import INT32, INT64
from backwright.plan.names import Symbol, core
from backwright.plan.regexes import Engine
from backwright.plan.values import Value
from backwright.shape import ABSENT

SYMBOLS: Final = {
    "Text": core("text", "Text"),
    "Number": core("numbers", "Number"),
    "Decimal": Symbol("decimal", "Decimal"),
    "UUID": Symbol("uuid", "UUID"),
    "AwareDatetime": Symbol("pydantic", "AwareDatetime"),
    "EmailStr": Symbol("pydantic", "EmailStr"),
    "datetime": Symbol("datetime", "datetime"),
    "date": Symbol("datetime", "date"),
    "time": Symbol("datetime", "time"),
    "Any": Symbol("typing", "Any"),
}
STEPS: Final = {
    "lower": "str.lower", "upper": "str.upper", "storable": "storable", "url": "url",
    "ipv4": "ipv4", "ipv6": "ipv6", "base64": "base64_text", "hostname": "hostname",
    "clock": "clock", "lower_first": "lowered", "upper_first": "uppered",
}  # fmt: skip
FIRST: Final = frozenset(("lower_first", "upper_first"))
"""Done before the value is looked at: a pattern of lower-case letters takes `ABC` too."""
_SHORTHANDS: Final = {INT32: "2**31 - 1", INT64: "2**63 - 1", -INT32 - 1: "-(2**31)",
                      -INT64 - 1: "-(2**63)"}  # fmt: skip


class Speller:
    """Spells symbols in one module; inside a class, around its attributes' names."""

    def __init__(
        self, module: Module, *, pydantic: str = "", attributes: tuple[str, ...] = ()
    ) -> None:
        self.module = module
        self._pydantic = pydantic
        """`pydantic` where `Field` is SQLModel's, else empty."""
        self._attributes = frozenset(attributes)

    def inside(self, *attributes: str) -> "Speller":
        return Speller(self.module, pydantic=self._pydantic, attributes=attributes)

    def use(self, symbol: Symbol) -> str:
        """An attribute called `date` would hide the type: then the type is spelled in full."""
        if symbol.name not in self._attributes:
            return self.module.use(symbol)
        if symbol.module == "datetime":
            self.module.use_module("datetime as dt")
            return f"dt.{symbol.name}"
        home = symbol.module or "builtins"
        self.module.use_module(home)
        return f"{home}.{symbol.name}"

    def base(self, name: str) -> str:
        return self.use(SYMBOLS.get(name, Symbol("", name)))

    def pydantic(self, name: str) -> str:
        if self._pydantic:
            self.module.use_module("pydantic")
            return f"pydantic.{name}"
        return self.use(Symbol("pydantic", name))


def annotation(speller: Speller, value: Value, *arguments: str) -> str:
    """The type with all that it is held to; just the type if that is nothing."""
    base = speller.base(value.base)
    parts = [*_steps(speller, value)]
    told = [*field_arguments(speller, value), *arguments]
    if told:
        parts.append(f"{speller.pydantic('Field')}({', '.join(told)})")
    if not parts:
        return base
    return f"{speller.use(Symbol('typing', 'Annotated'))}[{base}, {', '.join(parts)}]"


def _steps(speller: Speller, value: Value) -> list[str]:
    found = []
    for each in value.steps:
        if each == "trim":
            found.append(f"{speller.pydantic('StringConstraints')}(strip_whitespace=True)")
            continue
        name = STEPS[each]
        done = name if "." in name else speller.use(core("values", name))
        validator = "BeforeValidator" if each in FIRST else "AfterValidator"
        found.append(f"{speller.pydantic(validator)}({done})")
    return found


def field_arguments(speller: Speller, value: Value) -> list[str]:
    """What stands in the brackets of `Field`."""
    found = [f"{name}={bound(each)}" for name, each in value.limits]
    if value.pattern:
        spelled = raw(value.pattern)
        if value.engine is Engine.PYTHON:
            speller.module.use_module("re")
            spelled = f"re.compile({spelled})"
        found.append(f"pattern={spelled}")
    if value.format:
        found.append(f"json_schema_extra={literal({'format': value.format})}")
    if value.example is not ABSENT and value.example is not None:
        found.append(f"examples={literal([value.example])}")
    return found


def bound(value: int | float | bool) -> str:
    if isinstance(value, bool):
        return repr(value)
    if isinstance(value, int):
        return _SHORTHANDS.get(value) or (f"{value:_}" if abs(value) > 9999 else str(value))
    return repr(value)
