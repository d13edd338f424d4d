"""Specifications of any size, made the same way each time."""

from pathlib import Path

OPERATIONS = 5
"""Of each entity: list, create, get, update, delete."""


def write(root: Path, operations: int) -> Path:
    """A feature folder of that many operations on a project of its own."""
    entities = [f"Thing{number:03d}" for number in range(max(operations // OPERATIONS, 1))]
    feature = root / "specs" / "001-things"
    (feature / "contracts").mkdir(parents=True)
    (feature / "spec.md").write_text(_spec(entities), "utf-8")
    (feature / "data-model.md").write_text(_model(entities), "utf-8")
    (feature / "contracts" / "api.yaml").write_text(_contract(entities), "utf-8")
    (root / "backend").mkdir()
    (root / "backend" / "CLAUDE.md").write_text("# Backend\n\n- FastAPI, SQLModel\n", "utf-8")
    return feature


def _spec(entities: list[str]) -> str:
    lines = ["# Feature Specification: Things", "", "## Requirements", ""]
    for number, name in enumerate(entities, 1):
        lines.append(
            f"- **FR-{number:03d}**: Users MUST be able to create, list, read, update and delete"
            f" {name} records."
        )
    lines += ["", "### Key Entities", ""]
    lines += [f"- **{name}**: has a name, a size and a note." for name in entities]
    return "\n".join(lines) + "\n"


def _model(entities: list[str]) -> str:
    lines = ["# Data Model", ""]
    for name in entities:
        lines += [
            f"## {name}",
            "",
            "| Field | Type | Constraints |",
            "|---|---|---|",
            "| id | UUID | primary key |",
            "| name | string | required, 1-80 characters |",
            "| size | integer | required, min 0, max 1000 |",
            "| note | string | optional, max 500 |",
            "| created_at | datetime | set on creation |",
            "",
        ]
    return "\n".join(lines) + "\n"


def _contract(entities: list[str]) -> str:
    lines = ["openapi: 3.0.3", "info: {title: Things, version: 1.0.0}", "paths:"]
    for name in entities:
        lines += _paths(name)
    lines += ["components:", "  schemas:"]
    for name in entities:
        lines += _schemas(name)
    return "\n".join(lines) + "\n"


def _paths(name: str) -> list[str]:
    low = name.lower()
    key = f"{{name: {low}_id, in: path, required: true, schema: {{type: string, format: uuid}}}}"
    one = _answer("200", f"$ref: '#/components/schemas/{name}'")
    many = _answer("200", f"type: array, items: {{$ref: '#/components/schemas/{name}'}}")
    made = _answer("201", f"$ref: '#/components/schemas/{name}'")
    body = (
        "      requestBody: {required: true, content: {application/json:"
        f" {{schema: {{$ref: '#/components/schemas/{name}Input'}}}}}}}}"
    )
    lost = "        '404': {description: Not found}"
    return [
        f"  /{low}s:",
        *("    get:", f"      operationId: list_{low}s", "      responses:", many),
        *("    post:", f"      operationId: create_{low}", body, "      responses:", made),
        f"  /{low}s/{{{low}_id}}:",
        f"    parameters: [{key}]",
        *("    get:", f"      operationId: get_{low}", "      responses:", one, lost),
        *("    patch:", f"      operationId: update_{low}", body, "      responses:", one, lost),
        *("    delete:", f"      operationId: delete_{low}", "      responses:"),
        "        '204': {description: Deleted}",
        lost,
    ]


def _answer(status: str, schema: str) -> str:
    return (
        f"        '{status}': {{description: Done,"
        f" content: {{application/json: {{schema: {{{schema}}}}}}}}}"
    )


def _schemas(name: str) -> list[str]:
    own = [
        "        name: {type: string, minLength: 1, maxLength: 80}",
        "        size: {type: integer, minimum: 0, maximum: 1000}",
        "        note: {type: string, nullable: true, maxLength: 500}",
    ]
    return [
        f"    {name}Input:",
        "      type: object",
        "      required: [name, size]",
        "      properties:",
        *own,
        f"    {name}:",
        "      type: object",
        "      required: [id, name, size]",
        "      properties:",
        "        id: {type: string, format: uuid}",
        *own,
        "        created_at: {type: string, format: date-time}",
    ]
