from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import standards
from backwright.read.roles import Role

Document = Callable[..., MarkdownDocument]


def read(document: Document, lines: str) -> set[tuple[str, str]]:
    facts = standards.read(document(f"# Backend\n\nWe use FastAPI.\n\n{lines}\n", Role.STANDARDS))
    return {(each.name, each.value) for each in facts.directives if each.span.line > 4}


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("- All paths begin with `/api/v2`.", "prefix", "/api/v2"),
        ("- All routes under `/api/`", "prefix", "/api/"),
        ("- Ids are integers.", "id_type", "integer"),
        ("- UUIDs as ids", "id_type", "uuid"),
        ("- Errors are RFC 9457 problem details", "error_form", "rfc9457"),
        ('- Errors are `{"detail": ...}`', "error_form", "fastapi"),
        ("- PostgreSQL by `DATABASE_URL`", "database_url_variable", "DATABASE_URL"),
        ("- Secret for tokens: `TOKEN_SECRET`.", "secret_variable", "TOKEN_SECRET"),
        ("- Another user's object is 404.", "foreign_status", "404"),
        ("- JSON names are camelCase", "naming", "camelCase"),
        ("- Lists: `size` 50 and at most 100", "page_size", "50"),
        ("- Lists: `size` 50 and at most 100", "page_maximum", "100"),
        ("- Validation errors are 400, never 422.", "status", "invalid 400"),
        ("- SQLModel with async sessions", "session", "async"),
        ("- SQLModel with async sessions", "orm", "sqlmodel"),
        ("- Packages stand in app/<domain>/models.py", "layout", "app/<domain>/models.py"),
    ],
)
def test_directives(document: Document, line: str, name: str, value: str) -> None:
    assert (name, value) in read(document, line)


@pytest.mark.parametrize(
    "lines",
    [
        "BAD:\n\n```python\nprefix = '/wrong'  # all routes under /wrong\n```",
        "## Anti-patterns\n\n- All routes under `/wrong`",
        "- ❌ All routes under `/wrong`",
        "**Don't**:\n\n- All routes under `/wrong`",
    ],
)
def test_bad_samples_are_never_obeyed(document: Document, lines: str) -> None:
    assert "prefix" not in {name for name, _ in read(document, lines)}


def test_other_stacks_are_left_alone(document: Document) -> None:
    facts = standards.read(document("# Guide\n\n- Use Express\n", Role.STANDARDS))
    assert facts.directives == ()
    assert facts.statements == ()
    assert [each.code for each in facts.diagnostics] == ["BW201"]


def test_what_decides_nothing_is_still_a_statement(document: Document) -> None:
    assert read(document, "- Be kind.") == {("other", "Be kind.")}


def test_the_database_of_the_tests_is_not_the_backends(document: Document) -> None:
    said = read(document, "- `pytest`, and with `TEST_DATABASE_URL` on PostgreSQL")
    assert "database_url_variable" not in {name for name, _ in said}
