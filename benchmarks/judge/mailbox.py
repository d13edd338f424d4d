"""Mail that a backend would send: its functions for that are ours to write, so they fill a box."""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

Sender = Callable[..., Any]
STEM = 5
"""Letters that two words share when they are about one thing: verify, verification."""


@dataclass
class Mailbox:
    """Tokens that were sent to people, each once."""

    letters: list[tuple[str, str]] = field(default_factory=list)
    """What kind of letter it was, by the function that sends it, and its token."""

    def token(self, path: str) -> str:
        """Takes out the newest token for an operation of that path; empty if there is none."""
        wanted = _stems(path)
        for place in range(len(self.letters) - 1, -1, -1):
            kind, _ = self.letters[place]
            if _stems(kind) & wanted:
                return self.letters.pop(place)[1]
        return ""

    def stand_in(self, backend: Path) -> None:
        """Takes the place of every function `send_…(…, token)` of the application's modules."""
        for module, name, function in _senders(backend):
            setattr(module, name, self._sender(function))

    def _sender(self, function: Sender) -> Sender:
        signature, kind = inspect.signature(function), function.__name__

        def kept(*values: object, **named: object) -> None:
            self.letters.append((kind, str(signature.bind(*values, **named).arguments["token"])))

        async def awaited(*values: object, **named: object) -> None:
            kept(*values, **named)

        return awaited if inspect.iscoroutinefunction(function) else kept


def _senders(backend: Path) -> Iterator[tuple[ModuleType, str, Sender]]:
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file is None or not Path(file).is_relative_to(backend):
            continue
        for name, value in list(vars(module).items()):
            sends = inspect.isfunction(value) and value.__name__.startswith("send_")
            if sends and "token" in inspect.signature(value).parameters:
                yield module, name, value


def _stems(text: str) -> set[str]:
    return {each[:STEM] for each in re.findall(r"[a-z]{4,}", text.lower()) if each != "send"}
