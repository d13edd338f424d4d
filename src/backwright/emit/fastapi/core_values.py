"""`app/core/{text,numbers,values}.py`: what the types of columns and schemas turned out to need."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from backwright.emit.fastapi.module import Module
from backwright.emit.templates import render
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file

_IMPORT: Final = re.compile(r"^from app\.core\.(text|numbers|values) import (.+)$", re.MULTILINE)
_DOCS: Final = {
    "text": "Text that every database can store.",
    "numbers": "Exact numbers that JSON shows as numbers.",
    "values": "What is done to values, and asked of them, on their way in and out.",
}
_USED: Final[dict[str, dict[str, tuple[tuple[str, str], ...]]]] = {
    "text": {"Text": (("typing", "Annotated"), ("pydantic", "StringConstraints"))},
    "numbers": {
        "Number": (
            ("decimal", "Decimal"), ("typing", "Annotated"), ("pydantic", "BeforeValidator"),
            ("pydantic", "PlainSerializer"), ("pydantic", "WithJsonSchema"),
        )
    },
    "values": {
        "storable": (), "lowered": (), "uppered": (), "separated": (), "none_if_blank": (),
        "distinct": (("typing", "TypeVar"),),
        "url": (("pydantic", "AnyUrl"), ("pydantic", "TypeAdapter"), ("typing", "Final")),
        "ipv4": (("ipaddress", "IPv4Address"),), "ipv6": (("ipaddress", "IPv6Address"),),
        "hostname": (("", "re"), ("typing", "Final")), "base64_text": (("", "base64"),),
        "clock": (("datetime", "time"),), "or_missing": (("pydantic", "MISSING"),),
        "each": (("collections.abc", "Callable"), ("collections.abc", "Iterable")),
    },
}  # fmt: skip
"""Module → name → what its definition imports."""


def emit(files: Iterable[GeneratedFile]) -> Iterator[GeneratedFile]:
    """The modules with the names that these files import from them, and no others."""
    found: dict[str, set[str]] = {}
    for each in files:
        for part, names in _IMPORT.findall(each.text):
            found.setdefault(part, set()).update(name.strip() for name in names.split(","))
    for part in sorted(found):
        wanted = found[part]
        module = Module(f"app.core.{part}", _DOCS[part])
        for name in sorted(wanted):
            for package, symbol in _USED[part][name]:
                if package:
                    module.use_from(package, symbol)
                else:
                    module.use_module(symbol)
        module.add(render(f"core/{part}.py.jinja", wanted=sorted(wanted)))
        yield GeneratedFile(file(module.name), module.text(), part="core")
