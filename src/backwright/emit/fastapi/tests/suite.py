"""One file of tests in the making: functions, and the fixtures and imports that they turn out
to need."""

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.names import identifier
from backwright.emit.fastapi.module import Module, docstring
from backwright.emit.fastapi.tests.people import ANONYMOUS, everybody, id_type, user_entity
from backwright.plan import needs
from backwright.plan.memo import once
from backwright.plan.model import GeneratedFile
from backwright.plan.names import Symbol, core, enum, file, model

_LIBRARY: Final = (
    ("typing", "Any"), ("unittest.mock", "ANY"), ("uuid", "UUID"), ("uuid", "uuid4"),
    ("datetime", "UTC"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "time"),
    ("datetime", "timedelta"), ("decimal", "Decimal"), ("fastapi", "FastAPI"),
    ("httpx2", "AsyncClient"), ("sqlmodel", "select"), ("sqlmodel", "col"),
    ("sqlalchemy.exc", "IntegrityError"), ("sqlalchemy.exc", "StatementError"),
    ("collections.abc", "AsyncIterator"), ("collections.abc", "Callable"),
    ("collections.abc", "Awaitable"), ("dataclasses", "replace"), ("typing", "cast"),
)  # fmt: skip
_ANSWERS: Final = ("Asked", "Json", "Row", "again", "filled", "shown", "still", "stored", "wire")
_PACKAGES: Final = ("json", "pytest", "anyio")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name that a printed test may use without saying where it comes from."""

    symbols: Mapping[str, Symbol]
    fixtures: Mapping[str, str]
    """Fixture → its annotation, in the order in which a signature has them."""


@dataclass(slots=True)
class Suite:
    """A file of tests."""

    path: str
    """Dotted: `tests.orders.test_orders`."""
    contract: Contract
    doc: str
    asserted: dict[str, None] = field(default_factory=dict)
    module: Module = field(init=False)
    words: Vocabulary = field(init=False)
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.module = Module(self.path, self.doc)
        self.words = vocabulary(self.contract)

    def test(
        self,
        name: str,
        doc: str,
        body: Iterable[str],
        *,
        asserts: Iterable[str] = (),
        cases: str = "",
        given: Mapping[str, str] | None = None,
    ) -> None:
        """A test; `cases` is a decorator's text, `given` the arguments that it hands over."""
        self.asserted.update(dict.fromkeys(asserts))
        self.function(self._free(f"test_{name}"), doc, body, cases=cases, given=given)

    def function(
        self,
        name: str,
        doc: str,
        body: Iterable[str],
        *,
        cases: str = "",
        given: Mapping[str, str] | None = None,
        returns: str = "None",
    ) -> None:
        """A coroutine whose arguments are the fixtures that its body uses, and `given`."""
        lines = _needed([line for each in body for line in each.split("\n")])
        inner = "\n".join(f"    {line}" if line else "" for line in lines)
        handed = dict(given or {})
        used = _names(f"async def made():\n{inner}\n") | _names(cases)
        used |= {each for text in (*handed.values(), returns) for each in _names(text)}
        arguments = {n: a for n, a in self.words.fixtures.items() if n in used and n not in handed}
        annotations = [*arguments.values()]
        used |= {each for text in annotations for each in _names(text)}
        self.need(used)
        signature = ", ".join(f"{n}: {a}" for n, a in {**arguments, **handed}.items())
        head = f"{cases}\n" if cases else ""
        said = f"{docstring(doc, 4)}\n" if doc else ""
        self.module.add(f"{head}async def {name}({signature}) -> {returns}:\n{said}{inner}")

    def add(self, text: str) -> None:
        """Anything else at the top level."""
        self.need(_names(text))
        self.module.add(text)

    def need(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            if name in self.words.symbols:
                self.module.use(self.words.symbols[name])
            elif name in _PACKAGES:
                self.module.use_module(name)

    def _free(self, name: str) -> str:
        found, number = name, 2
        while found in self.names:
            found, number = f"{name}_{number}", number + 1
        self.names.add(found)
        return found

    @property
    def empty(self) -> bool:
        return self.module.empty

    def printed(self) -> GeneratedFile:
        return GeneratedFile(
            file(self.path), self.module.text(), part="tests", asserted=tuple(self.asserted)
        )


def _needed(lines: list[str]) -> list[str]:
    """Without names for rows that nobody mentions again."""
    found = []
    for number, line in enumerate(lines):
        name, mark, made = line.partition(" = await add_")
        others = "\n".join((*lines[:number], *lines[number + 1 :]))
        unused = mark and name.isidentifier() and not re.search(rf"\b{name}\b", others)
        found.append(f"await add_{made}" if unused else line)
    return found


def _names(text: str) -> set[str]:
    """The names that a piece of Python reads."""
    source = text.strip()
    if source.startswith("@"):
        source = f"{source}\nasync def made(): ..."
    found: set[str] = set()
    for each in ast.walk(ast.parse(source)):
        if isinstance(each, ast.Name):
            found.add(each.id)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and each.kind == "t":
            found.add(each.value)
    return found


@once
def vocabulary(contract: Contract) -> Vocabulary:
    symbols = {name: Symbol(module, name) for module, name in _LIBRARY}
    symbols |= {name: Symbol("tests.asking", name) for name in _ANSWERS}
    symbols |= {
        "PASSWORD": Symbol("tests.making", "PASSWORD"),
        "client_of": Symbol("tests.conftest", "client_of"),
        "new_refresh_token": core("security", "new_refresh_token"),
        "new_mailed_token": core("security", "new_mailed_token"),
    }
    symbols |= {
        f"ask_{each.id.strip('_')}": Symbol(
            f"tests.{each.domain}.requests", f"ask_{each.id.strip('_')}"
        )
        for each in contract.operations
    }
    shared = ("TableModel", "create_engine", "create_sessions", "utcnow")
    symbols |= {name: core("db", name) for name in shared}
    for entity in contract.entities:
        symbols[model(entity).name] = model(entity)
        factory = factory_name(entity)
        symbols[factory] = Symbol("tests.making", factory)
        for each in entity.fields:
            made = enum(contract, entity, each)
            if made is not None:
                symbols[made.name] = made
    return Vocabulary(symbols, _fixtures(contract))


def factory_name(entity: Entity) -> str:
    """The function that adds a row: `add_order`."""
    return f"add_{identifier(entity.name).rstrip('_')}"


def _fixtures(contract: Contract) -> dict[str, str]:
    found = {
        "app": "FastAPI",
        "monkeypatch": "pytest.MonkeyPatch",
        "caplog": "pytest.LogCaptureFixture",
    }
    if any(needs.sends(contract, each.proves) for each in contract.auth.mailed):
        found["letters"] = "list[tuple[str, str]]"
    user = user_entity(contract)
    for each in everybody(contract):
        found[each.client] = "AsyncClient"
        found[each.id] = id_type(contract)
        if user is not None:
            found[each.row] = model(user).name
    found[ANONYMOUS.client] = "AsyncClient"
    return found
