"""What the database refuses, and the form in which anything is refused."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from backwright.contract.model import Contract
from backwright.contract.policies import ErrorForm, ErrorStyle
from tests.contracts.board import CONTRACT
from tests.contracts.parts import FLAG, TEXT, an, needs, schema
from tests.emit.accounts.forging import claims, signed
from tests.emit.databases import postgresql
from tests.emit.serving import SECRET, Served, served

EARLY, LATE = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    invalid: int
    errors: ErrorForm

    def contract(self) -> Contract:
        """The board, whose refusals have this form."""
        answered = (
            schema("ErrorPart", needs("code", TEXT), needs("message", TEXT)),
            schema("ErrorResponse", needs("success", FLAG), needs("error", an("ErrorPart"))),
        )
        operations = [
            replace(
                each,
                refusals=tuple(
                    replace(one, status=self.invalid) if one.status == 422 else one
                    for one in each.refusals
                ),
            )
            for each in CONTRACT.operations
        ]
        return replace(
            CONTRACT,
            schemas=(*CONTRACT.schemas, *(answered if self.errors.schema else ())),
            policies=replace(CONTRACT.policies, invalid_status=self.invalid, errors=self.errors),
            operations=tuple(operations),
        )

    def said(self, response: httpx2.Response) -> str:
        """The sentence in an answer, after a look at all of it."""
        told: Any = response.json()
        if self.name == "problem":
            assert response.headers["Content-Type"] == "application/problem+json"
            assert told["status"] == response.status_code
            return str(told["detail"])
        if self.name == "envelope":
            assert told["success"] is False
            assert told["error"]["code"].isupper()
            return str(told["error"]["message"])
        assert set(told) == {"detail"}
        return str(told["detail"])


FORMS = (
    Form("detail", 422, ErrorForm()),
    Form("sentence", 400, ErrorForm()),
    Form("problem", 422, ErrorForm(ErrorStyle.PROBLEM)),
    Form(
        "envelope",
        400,
        ErrorForm(
            ErrorStyle.ENVELOPE,
            "ErrorResponse",
            (("success", False), ("error.code", "$code"), ("error.message", "$message")),
        ),
    ),
)


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: form.name)
def form(request: pytest.FixtureRequest) -> Form:
    found: Form = request.param
    return found


@pytest.fixture(scope="module")
def backend(form: Form, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp(form.name)
    if form.name == "envelope":
        with (
            postgresql() as url,
            served(form.contract(), root, JWT_SECRET=SECRET, DATABASE_URL=url) as backend,
        ):
            yield backend
        return
    with served(form.contract(), root, JWT_SECRET=SECRET) as backend:
        yield backend


@pytest.fixture
def ada(backend: Served) -> Iterator[httpx2.Client]:
    with backend.client(signed(claims(f"ada {uuid4()}"))) as client:
        yield client


def test_a_duplicate_is_told_by_the_database(ada: httpx2.Client, form: Form) -> None:
    assert ada.post("/tasks", json={"title": "Rest"}).status_code == 201

    again = ada.post("/tasks", json={"title": "Rest"})

    assert (again.status_code, form.said(again)) == (409, "You have a task of this title")


def test_fields_that_disagree_are_invalid_input(ada: httpx2.Client, form: Form) -> None:
    times = {"starts_at": LATE, "ends_at": EARLY}

    refused = ada.post("/tasks", json={"title": "Rest", **times})

    assert refused.status_code == form.invalid
    assert "A task starts before it ends" in form.said(refused)
    times = {"starts_at": EARLY, "ends_at": LATE}
    assert ada.post("/tasks", json={"title": "Rest", **times}).status_code == 201


@pytest.mark.parametrize("content", [b'{"title": ', b"[]", b'{"title": "\\u0000"}'])
def test_a_body_that_is_none_is_refused_in_the_form(
    ada: httpx2.Client, form: Form, content: bytes
) -> None:
    refused = ada.post("/tasks", content=content, headers={"Content-Type": "application/json"})

    assert refused.status_code == form.invalid
    assert form.said(refused)


def test_what_nobody_serves_is_refused_in_the_form(ada: httpx2.Client, form: Form) -> None:
    unknown, wrong = ada.get("/nowhere"), ada.put("/tasks")

    assert (unknown.status_code, form.said(unknown)) == (404, "Not Found")
    assert (wrong.status_code, form.said(wrong)) == (405, "Method Not Allowed")
    assert wrong.headers["Allow"] == "POST"


def test_strangers_are_refused_in_the_form(backend: Served, form: Form) -> None:
    with backend.client() as client:
        refused = client.post("/tasks", json={"title": "Rest"})

    assert (refused.status_code, form.said(refused)) == (401, "Not authenticated")
    assert refused.headers["WWW-Authenticate"] == "Bearer"


def test_what_needs_code_says_so(ada: httpx2.Client, form: Form) -> None:
    refused = ada.get("/tasks/export")

    assert (refused.status_code, form.said(refused)) == (501, "Not implemented yet")


def test_every_refusal_is_described_as_it_is(backend: Served, form: Form) -> None:
    with backend.client() as client:
        described = client.get("/openapi.json").json()

    create = described["paths"]["/tasks"]["post"]["responses"]
    assert set(create) == {"201", "401", "409", str(form.invalid)}
    told = {"detail": "HTTPValidationError", "envelope": "ErrorResponse", "problem": "Problem"}
    expected = f"#/components/schemas/{told.get(form.name, 'Refusal')}"
    assert create[str(form.invalid)]["content"]["application/json"]["schema"]["$ref"] == expected


def test_a_failure_tells_nothing_but_its_number(
    backend: Served, ada: httpx2.Client, form: Form
) -> None:
    """The last one: it breaks the database."""
    if form.name == "envelope":
        pytest.skip("its database is not a file")
    with sqlite3.connect(backend.database) as database:
        database.execute("DROP TABLE tasks")

    failed = ada.post("/tasks", json={"title": "Rest"})

    assert (failed.status_code, form.said(failed)) == (500, "Internal Server Error")
    assert failed.headers["X-Request-ID"] in (backend.root / "server.log").read_text()
