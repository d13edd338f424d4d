"""`decisions.toml`: what was decided, by whom, and over which sentences."""

import tomllib
from typing import Final

import tomli_w

from backwright.contract.model import Decision

_HEAD: Final = (
    "# What the specification leaves open, and how it was decided. Edit `option` to decide\n"
    "# otherwise; an entry is asked again when the sentences that raised it change.\n\n"
)


def read(text: str) -> tuple[Decision, ...]:
    """The decisions of a file's text. Raises ValueError if it is no such file."""
    entries = tomllib.loads(text).get("decision", [])
    if not isinstance(entries, list):
        raise ValueError("`decision` must be an array of tables")
    return tuple(_decision(each) for each in entries)


def _decision(entry: object) -> Decision:
    if not isinstance(entry, dict):
        raise ValueError("each decision must be a table")
    values = {name: entry.get(name, "") for name in ("code", "option", "by", "hash", "text")}
    if not all(isinstance(each, str) for each in values.values()) or not values["code"]:
        raise ValueError("each decision needs a `code` and an `option`, both text")
    return Decision(**values)


def write(decisions: tuple[Decision, ...]) -> str:
    """The file's text, sorted by code."""
    entries = [
        {
            name: value
            for name in ("code", "option", "by", "hash", "text")
            if (value := getattr(each, name))
        }
        for each in sorted(decisions, key=lambda each: each.code)
    ]
    return _HEAD + tomli_w.dumps({"decision": entries})
