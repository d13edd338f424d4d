"""Any boundary type as JSON: the same value gives the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def plain(value: object) -> Json:
    """Enums as their values, dataclasses and mappings as objects, the latter sorted by key."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(value[name]) for name in sorted(value, key=str)}
    if isinstance(value, set | frozenset):
        return [plain(each) for each in sorted(value, key=str)]
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} is no boundary type")


def dump(value: object) -> str:
    return json.dumps(plain(value), indent=2, ensure_ascii=False) + "\n"
