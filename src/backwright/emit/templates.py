"""Templates print, code decides: they get plain view data and know no contract."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

_FOLDER: Final = Path(__file__).parent / "fastapi" / "templates"


def render(name: str, **view: object) -> str:
    """The text of a template below `emit/fastapi/templates`; names that nobody gave are errors."""
    return _template(name).render(**view)


def literal(value: object) -> str:
    """A value as Python source: strings with double quotes, as the formatter leaves them."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, tuple | list):
        inner = ", ".join(literal(each) for each in value)
        return (
            f"({inner},)"
            if isinstance(value, tuple) and len(value) == 1
            else (f"({inner})" if isinstance(value, tuple) else f"[{inner}]")
        )
    if isinstance(value, dict):
        pairs = ", ".join(f"{literal(name)}: {literal(each)}" for name, each in value.items())
        return f"{{{pairs}}}"
    if isinstance(value, float) and value != value:  # noqa: PLR0124  NaN alone differs from itself
        raise ValueError("NaN has no literal")
    return repr(value)


def long_text(value: str, width: int = 68) -> str:
    """A string as an argument, in pieces that fit into a line: broken after spaces."""
    pieces = [""]
    for word in re.findall(r"\S*\s*", value):
        if pieces[-1] and len(literal(pieces[-1] + word)) > width:
            pieces.append("")
        pieces[-1] += word
    return " ".join(literal(each) for each in pieces)


def raw(pattern: str) -> str:
    """A regular expression as Python source: raw where that is possible, which reads better."""
    plain = '"' not in pattern and pattern.isprintable() and not pattern.endswith("\\")
    return f'r"{pattern}"' if plain and "\\" in pattern else literal(pattern)


def _string(value: str) -> str:
    inner = repr(f"'{value}")[2:-1]
    # repr of a text that starts with a single quote is double-quoted unless it holds both.
    if repr(f"'{value}").startswith("'"):
        inner = inner[1:].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  Python and Markdown, no HTML; `literal` escapes
    )
    made.filters["literal"] = literal
    made.filters["raw"] = raw
    return made


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)
