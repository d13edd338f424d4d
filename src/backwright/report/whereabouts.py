"""What stands on which line of an emitted module."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_DEFINITION: Final = re.compile(r"(?P<inside>\s*)(?P<kind>class|def|async def) (?P<name>\w+)")
_ATTRIBUTE: Final = re.compile(r"    (?P<name>\w+)\s*[:=]")


class Whereabouts:
    """The classes, functions and attributes of one text, by name."""

    def __init__(self, text: str) -> None:
        self.classes: dict[str, int] = {}
        self.functions: dict[str, int] = {}
        self.attributes: dict[tuple[str, str], int] = {}
        inside = ""
        for number, line in enumerate(text.split("\n"), 1):
            definition = _DEFINITION.match(line)
            if definition is not None:
                name = definition["name"]
                if definition["kind"] == "class":
                    self.classes.setdefault(name, number)
                else:
                    self.functions.setdefault(name, number)
                if not definition["inside"]:
                    inside = name if definition["kind"] == "class" else ""
            elif inside and (attribute := _ATTRIBUTE.match(line)) is not None:
                self.attributes.setdefault((inside, attribute["name"]), number)

    def attribute(self, classes: Iterable[str], name: str) -> Iterator[int]:
        """In whichever of the classes has it first."""
        for each in classes:
            if (each, name) in self.attributes:
                yield self.attributes[each, name]

    def tests(self, function: str) -> Iterator[int]:
        """Tests that are named after a function."""
        start = f"test_{function}"
        for name, line in self.functions.items():
            if name == start or name.startswith(f"{start}_"):
                yield line
