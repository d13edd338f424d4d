"""Properties of a body that name other rows, and those that are files."""

import re
from collections.abc import Mapping
from typing import Any

from benchmarks.judge.bodies import Maker
from benchmarks.judge.declared import Place

Json = Any


def parts(maker: Maker, schema: Place, body: Json) -> dict[str, Any]:
    """A form with files where the schema says that a property is binary."""
    node, place = maker.schema(schema)
    files: dict[str, tuple[str, bytes, str]] = {}
    data: dict[str, Json] = {}
    for name, inner in (node.get("properties") or {}).items():
        shape, _ = maker.schema(Place(inner, place.file))
        if shape.get("format") == "binary" or shape.get("contentMediaType"):
            files[name] = ("a.csv", b"date,amount\n2031-05-04,2\n", "text/csv")
        elif isinstance(body, dict) and name in body:
            data[name] = body[name]
    return {"files": files or {"file": ("a.txt", b"hello", "text/plain")}, "data": data}


def id_properties(maker: Maker, schema: Place) -> dict[str, tuple[dict[str, Json], bool]]:
    """Properties of a body, or of the objects in its arrays, whose names end in `id`."""
    node, place = maker.schema(schema)
    found: dict[str, tuple[dict[str, Json], bool]] = {}
    required = node.get("required") or []
    for name, inner in (node.get("properties") or {}).items():
        inner_place = inner["$place"] if isinstance(inner, dict) and "$place" in inner else None
        property_node, where = maker.schema(inner_place or Place(inner, place.file))
        if re.search(r"[a-z](_id|Id|_ids|Ids|_uuid)$", name):
            found[name] = (property_node, name in required)
        elif property_node.get("items"):
            found |= id_properties(maker, Place(property_node["items"], where.file))
    return found


def typed(value: Json, node: Mapping[str, Json]) -> Json:
    kind = node.get("type")
    if kind == "array" or (isinstance(kind, list) and "array" in kind):
        return [value]
    if kind == "string":
        return str(value)
    return value


def nullable(node: Mapping[str, Json]) -> bool:
    """Whether null may be sent where no row is known."""
    kind = node.get("type")
    options = [*(node.get("anyOf") or []), *(node.get("oneOf") or [])]
    listed = isinstance(kind, list) and "null" in kind
    return bool(node.get("nullable")) or listed or {"type": "null"} in options


def many(name: str) -> bool:
    return bool(re.search(r"(_ids|Ids)$", name))
