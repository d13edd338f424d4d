"""The base path of the operations: what stands behind the host of the first server."""

import re
from typing import Final
from urllib.parse import urlsplit

from backwright.read.nodes import Mapped, Scalars

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")


def base_path(*owners: Mapped) -> str:
    """Of the innermost owner that names a server; the owners come from the inside out."""
    for owner in owners:
        if "servers" in owner.entries:
            first = next(iter(owner.listed("servers")), None)
            return _path(first) if isinstance(first, Mapped) else ""
        if "basePath" in owner.entries:
            return _clean(owner.text("basePath"))
    return ""


def joined(base: str, path: str) -> str:
    """Without what follows `?` or `#`: those are no part of a route."""
    route = re.split(r"[?#]", path, maxsplit=1)[0].strip()
    return base + (route if route.startswith("/") else f"/{route}")


def _path(server: Mapped) -> str:
    variables = server.mapped("variables")

    def value(match: re.Match[str]) -> str:
        variable = variables.get(match[1]) if variables is not None else None
        default = variable.get("default") if isinstance(variable, Mapped) else None
        return default.text if isinstance(default, Scalars) else match[0]

    url = _VARIABLE.sub(value, server.text("url"))
    try:
        return _clean(urlsplit(url).path)
    except ValueError:
        return ""


def _clean(path: str) -> str:
    """A path with a variable that nobody gave a value is none."""
    parts = [each for each in path.split("/") if each not in ("", ".")]
    return "" if "{" in path or ".." in parts else "".join(f"/{each}" for each in parts)
