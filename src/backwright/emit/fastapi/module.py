"""A Python module in the making: its text, and the imports that the text turned out to need."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from backwright.plan.names import PACKAGE, Symbol


class Module:
    """Collects imports while its parts are printed; nothing is imported that nobody named."""

    def __init__(self, name: str, doc: str) -> None:
        self.name = name
        """Dotted: `app.orders.models`."""
        self.doc = doc
        self._symbols: set[Symbol] = set()
        self._modules: set[tuple[str, str]] = set()
        self._for_types: set[Symbol] = set()
        self._first: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self._parts: list[str] = []

    def use(self, symbol: Symbol) -> str:
        """Imports a name, and gives back how the text spells it."""
        if symbol.module not in ("", self.name):
            self._symbols.add(symbol)
        return symbol.name

    def use_from(self, module: str, *names: str) -> None:
        for name in names:
            self.use(Symbol(module, name))

    def use_module(self, package: str, name: str = "") -> str:
        """`from app.orders import service`, or `import re` if there is no `name`."""
        self._modules.add((package, name))
        return name or package

    def use_for_types(self, symbol: Symbol) -> str:
        """Imported for the type checker only: models that refer to each other."""
        if symbol.module not in ("", self.name):
            self._for_types.add(symbol)
        return symbol.name

    def add(self, *parts: str) -> None:
        """Top-level pieces of text, in order."""
        self._parts.extend(each.strip("\n") for each in parts if each.strip())

    def add_first(self, name: str, text: str) -> None:
        """A piece that stands above all others, whoever asks for it and however often."""
        self._first.setdefault(name, text.strip("\n"))

    def add_once(self, name: str, text: str) -> None:
        """A piece that several may ask for, where the first of them asked."""
        if name not in self._named:
            self._named[name] = text
            self.add(text)

    def add_last(self, name: str, text: str) -> None:
        """A piece that stands below all others, whoever asks for it and however often."""
        self._last.setdefault(name, text.strip("\n"))

    def has(self, name: str) -> bool:
        """Whether a piece of that name stands already."""
        return name in self._named

    @property
    def empty(self) -> bool:
        return not self._parts and not self._first

    def text(self) -> str:
        """Not yet formatted: the formatter sorts imports and sets blank lines."""
        for_types = self._for_types - self._symbols
        if for_types:
            self._symbols.add(Symbol("typing", "TYPE_CHECKING"))
        head = [docstring(self.doc)] if self.doc else []
        head.append("\n".join(self._imports(self._symbols, self._modules)))
        if for_types:
            inner = "\n".join(f"    {each}" for each in self._imports(for_types, ()))
            head.append(f"if TYPE_CHECKING:\n{inner}")
        parts = (*self._first.values(), *self._parts, *self._last.values())
        return "\n\n".join(each for each in (*head, *parts) if each) + "\n"

    @staticmethod
    def _imports(symbols: Iterable[Symbol], modules: Iterable[tuple[str, str]]) -> list[str]:
        by_module: dict[str, list[str]] = {}
        for each in sorted(symbols):
            by_module.setdefault(each.module, []).append(each.name)
        lines = [
            f"from {package} import {name}" if name else f"import {package}"
            for package, name in sorted(modules)
        ]
        lines += [f"from {module} import {', '.join(found)}" for module, found in by_module.items()]
        return sorted(lines, key=lambda line: (f" {PACKAGE}" in line, line))


def docstring(text: str, indent: int = 0) -> str:
    """Somebody's sentence as a docstring that cannot be broken out of, wrapped at 100 columns."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")
    plain = "".join(each if each.isprintable() else " " for each in plain).strip()
    if plain.endswith('"'):
        plain = f"{plain[:-1]}'" if plain.count('"') % 2 else f"{plain} "
    room = 100 - indent
    pad = " " * indent
    lines = _wrapped(plain, room)
    if len(lines) == 1:
        if _width(plain) + 6 <= room or " " not in plain:
            return f'{pad}"""{plain}"""'
        # The formatter joins the closing quotes to a single line, and makes it too long.
        lines = _wrapped(plain, room - 3)
    last = lines[-1]
    closing = '"""' if _width(last) + 3 <= room else f'\n{pad}"""'
    body = f"\n{pad}".join(lines)
    return f'{pad}"""{body}{closing}'


def _wrapped(text: str, width: int) -> list[str]:
    """Lines that fit, the first with room for the opening quotes; long words stay whole."""
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        room = width - (3 if not lines else 0)
        if current and _width(current) + 1 + _width(word) > room:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip() if current else word
    return [*lines, current]


def _width(text: str) -> int:
    """In columns, as the linter counts them: characters of East Asia take two."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
