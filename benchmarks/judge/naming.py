"""How paths, parameters and answers name the same rows."""

import re
from collections.abc import Mapping
from typing import Any

from benchmarks.judge import rows
from benchmarks.judge.people import find

Json = Any


def noun_of(path: str) -> str:
    statics = [part for part in path.split("/") if part and "{" not in part]
    return rows.singular(statics[-1]) if statics else ""


def identify(row: Json, name: str, noun: str) -> Json:
    """The value of a parameter within an answer: of the parent named so, of a child, or its own."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    own = [each for each in keys(name, noun) if each not in ("id", "uuid")]
    if words not in ("id", "uuid") and (found := find(row, own)) is not None:
        return found
    stem = rows.singular(re.sub(r"_?(id|uuid)$", "", words)) or noun
    for key, value in row.items() if isinstance(row, dict) else ():
        if rows.singular(key) in (stem, noun) and value and isinstance(value, (list, dict)):
            return find(value[-1] if isinstance(value, list) else value, keys(name, noun))
    return find(row, keys(name, noun))


def keys(name: str, noun: str) -> tuple[str, ...]:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    camel = re.sub(r"_(\w)", lambda found: found.group(1).upper(), words)
    own = (name, words, camel)
    if not re.search(r"(^|_)(id|uuid)$", words):
        return own if not re.search(r"ids$", words) else ("id", *own)
    return (*(each for each in own if each != "id"), f"{noun}_id", "id", f"{noun}Id", "uuid")


def first_row(value: Json) -> Json:
    inner: list[Json] = [value]
    for each in inner:
        if isinstance(each, list) and each:
            return each[0]
        if isinstance(each, dict):
            inner += list(each.values())
    return None


def filled(path: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{([^}]*)\}", lambda found: str(values.get(found.group(1), "1")), path)


def renamed(path: str, other: str, ids: Mapping[str, str]) -> dict[str, str]:
    """The values of another path's parameters under this path's names, by their places."""
    names = re.findall(r"\{([^}]*)\}", path)
    others = re.findall(r"\{([^}]*)\}", other)
    return {name: ids[source] for name, source in zip(names, others, strict=False) if source in ids}
