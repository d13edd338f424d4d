"""`[tool.backwright]` of pyproject.toml: keys equal to flags, the command line wins."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from backwright.cli.options import FORMATS, PARTS, Settings
from backwright.diagnostics import Diagnostic, command
from backwright.source import Span

_FLAGS: Final = ("accept-defaults", "check", "strict", "tests", "no-tests", "dry-run", "diff")
_KEYS: Final = ("format", "output", "only", "answer", *_FLAGS)
_FILE: Final = "pyproject.toml"


def settings(root: Path, said: Mapping[str, object]) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The command line over the configuration over the defaults, and what is wrong with it."""
    configured, problems = _configured(root)
    together = {**configured, **_plain(said)}
    return replace(Settings(), **together), problems  # type: ignore[arg-type]  # checked above


def _plain(said: Mapping[str, object]) -> dict[str, object]:
    names = Settings.__dataclass_fields__
    found = {name: value for name, value in said.items() if name in names and value is not None}
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in found.items()
    }


def _configured(root: Path) -> tuple[dict[str, object], tuple[Diagnostic, ...]]:
    place = Span(_FILE, 1)
    try:
        text = (root / _FILE).read_text("utf-8")
        table = tomllib.loads(text).get("tool", {})
    except FileNotFoundError:
        return {}, ()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return {}, (command.NO_TOML.at(place, path=_FILE, reason=reason),)
    own = table.get("backwright", {}) if isinstance(table, dict) else {}
    if not isinstance(own, dict):
        return {}, (command.WRONG_TYPE.at(place, key="tool.backwright", wanted="a table"),)
    found: dict[str, object] = {}
    problems: list[Diagnostic] = []
    for key, value in own.items():
        span = Span(_FILE, _line(text, key))
        name, taken, wanted = _value(key, value)
        if not name:
            close = get_close_matches(key, _KEYS, n=1)
            nearest = f"; did you mean {close[0]!r}?" if close else ""
            known = ", ".join(_KEYS)
            problems.append(command.UNKNOWN_KEY.at(span, key=key, nearest=nearest, known=known))
        elif wanted:
            problems.append(command.WRONG_TYPE.at(span, key=key, wanted=wanted))
        else:
            found[name] = taken
    return found, tuple(problems)


def _value(key: str, value: object) -> tuple[str, object, str]:
    """The setting's name (empty if there is none), its value, and what it must be if it is not."""
    name = key.replace("-", "_")
    if key in _FLAGS:
        wanted = "" if isinstance(value, bool) else "true or false"
        return ("tests", not value, wanted) if key == "no-tests" else (name, value, wanted)
    if key == "only":
        return (name, *_parts(value))
    if key == "answer":
        return (name, *_answers(value))
    if key == "format":
        return name, value, "" if value in FORMATS else " or ".join(map(repr, FORMATS))
    return (
        (name, value, "" if isinstance(value, str) else "a text")
        if key == "output"
        else ("", 0, "")
    )


def _parts(value: object) -> tuple[object, str]:
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list) and all(each in PARTS for each in listed):
        return tuple(listed), ""
    return None, f"one or several of {', '.join(PARTS)}"


def _answers(value: object) -> tuple[object, str]:
    """A list of `CODE=OPTION`, or a table."""
    if isinstance(value, dict) and all(isinstance(each, str) for each in value.values()):
        return tuple(f"{code}={option}" for code, option in value.items()), ""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value), ""
    return None, 'a list of "CODE=OPTION"'


def _line(text: str, key: str) -> int:
    """Where a key stands, told by its spelling below the table's head."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare.startswith("["):
            inside = bare.startswith("[tool.backwright")
        elif inside and bare.split("=")[0].strip().strip("\"'") == key:
            return number
    return 1
