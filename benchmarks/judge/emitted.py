"""Which declared operations the running application announces, with statuses and schemas."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.judge.declared import Declared, Files, Place, anonymous, request_body, response

Json = Any


def announced(openapi: Mapping[str, Json]) -> dict[str, Mapping[str, Json]]:
    """The operations of the application's own document, by method and nameless path."""
    found: dict[str, Mapping[str, Json]] = {}
    for path, item in (openapi.get("paths") or {}).items():
        for method, node in item.items():
            if isinstance(node, dict):
                found[f"{method.upper()} {anonymous(path)}"] = node
    return found


def compare(
    files: Files, operations: Sequence[Declared], openapi: Mapping[str, Json]
) -> dict[str, str]:
    """Why each declared operation does not count as emitted; empty where it does."""
    there = announced(openapi)
    return {each.key: _missing(files, each, there.get(each.key)) for each in operations}


def _missing(files: Files, operation: Declared, node: Mapping[str, Json] | None) -> str:
    if node is None:
        return f"{operation.key}: no such method and path"
    responses = node.get("responses") or {}
    if operation.successes and not any(str(status) in responses for status in operation.successes):
        return f"{operation.key}: success {list(operation.successes)} is not announced"
    for status in operation.successes:
        wanted = response(files, operation, status)
        has = (responses.get(str(status)) or {}).get("content")
        if wanted and wanted[1].node and str(status) in responses and not has:
            return f"{operation.key}: {status} has no schema"
    if request_body(files, operation) is not None and not node.get("requestBody"):
        return f"{operation.key}: no request body"
    return ""


def with_bodies(
    files: Files, operations: Sequence[Declared], openapi: Mapping[str, Json]
) -> list[Declared]:
    """The operations, with what the application asks for where the author forgot the body, or the
    schema that it refers to: whoever calls it would look there."""
    there, file = announced(openapi), files.adopt("announced.json", openapi)
    found = []
    for each in operations:
        body = there.get(each.key, {}).get("requestBody")
        known = body and each.method in ("post", "put", "patch") and _forgotten(files, each)
        found.append(replace(each, body=Place(body, file)) if known else each)
    return found


def _forgotten(files: Files, operation: Declared) -> bool:
    stated = request_body(files, operation)
    if stated is None:
        return "requestBody" not in operation.node
    return "$ref" in (stated[1].node or {}) and not files.resolve(stated[1]).node


def successes(openapi: Mapping[str, Json]) -> dict[str, list[int]]:
    """The 2xx statuses that each operation announces."""
    return {
        key: sorted(int(code) for code in node.get("responses") or {} if str(code).startswith("2"))
        for key, node in announced(openapi).items()
    }


def hooks(openapi: Mapping[str, Json]) -> set[str]:
    """Operations that announce 501: code is needed."""
    return {
        key for key, node in announced(openapi).items() if "501" in (node.get("responses") or {})
    }
