from collections.abc import Callable

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import plan
from backwright.read.roles import Role

Document = Callable[..., MarkdownDocument]


def test_fields_and_tree(document: Document) -> None:
    text = (
        "## Technical Context\n\n"
        "**Language/Version**: Python 3.12\n**Primary Dependencies**: FastAPI, SQLModel\n"
        "**Storage**: PostgreSQL\n  in the cloud\n**Colour**: blue\n\n"
        "## Project Structure\n\n```text\nbackend/\n└── app/\n```\n\n"
        "**Structure Decision**: one package\n"
    )
    facts = plan.read(document(text, Role.PLAN))
    assert [(each.name, each.value) for each in facts.plan] == [
        ("language", "Python 3.12"),
        ("dependencies", "FastAPI, SQLModel"),
        ("storage", "PostgreSQL in the cloud"),
        ("structure", "backend/\n└── app/\n"),
        ("structure", "one package"),
    ]
    assert [each.span.line for each in facts.plan] == [3, 4, 5, 11, 16]


def test_each_fact_has_its_statement(document: Document) -> None:
    facts = plan.read(document("**Storage**: SQLite\n", Role.PLAN))
    assert facts.plan[0].statement == facts.statements[0].id
