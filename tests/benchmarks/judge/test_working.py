"""The driver against a small application, whole and with one defect at a time."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI, HTTPException

from benchmarks.judge.application import Booted
from benchmarks.judge.declared import Files, operations
from benchmarks.judge.people import People
from benchmarks.judge.working import Outcome, work
from benchmarks.judge.world import World

CONTRACT = """
openapi: 3.1.0
paths:
  /notes:
    get: {responses: {"200": {description: all}}}
    post: &write
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
      responses: {"201": {description: made}}
  /notes/{note_id}:
    parameters: [{name: note_id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: one}}}
    patch:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
      responses: {"200": {description: changed}}
    delete: {responses: {"204": {description: gone}}}
  /notes/{note_id}/send:
    parameters: [{name: note_id, in: path, required: true, schema: {type: string}}]
    post: {responses: {"200": {description: sent}}}
  /notes/{note_id}/seal:
    parameters: [{name: note_id, in: path, required: true, schema: {type: string}}]
    post: {responses: {"200": {description: sealed}}}
components:
  schemas:
    Note:
      type: object
      required: [text, tags]
      properties:
        text: {type: string, maxLength: 40}
        tags: {type: array, items: {type: string}}
"""


Rows = dict[str, dict[str, Any]]


def taken(body: dict[str, Any], defect: str) -> dict[str, Any]:
    """What is sent, and its tags as rows of their own."""
    names = [] if defect == "tags" else body.get("tags", [])
    return body | {"tags": [{"id": str(uuid4()), "name": each} for each in names]}


def row_of(rows: Rows, note_id: str) -> dict[str, Any]:
    if note_id not in rows:
        raise HTTPException(404)
    return rows[note_id]


def application(defect: str) -> FastAPI:
    app, rows = FastAPI(), {}
    collection(app, rows, defect)
    one(app, rows, defect)
    actions(app, rows, defect)
    return app


def collection(app: FastAPI, rows: Rows, defect: str) -> None:
    @app.get("/notes")
    async def list_notes() -> list[dict[str, Any]]:
        return [] if defect == "list" else list(rows.values())

    @app.post("/notes", status_code=201)
    async def create(body: dict[str, Any]) -> dict[str, Any]:
        made = {"id": str(uuid4()), **taken(body, defect), "state": "new"}
        rows[made["id"]] = made | ({"text": "other"} if defect == "create" else {})
        return made


def one(app: FastAPI, rows: Rows, defect: str) -> None:
    @app.get("/notes/{note_id}")
    async def get(note_id: str) -> dict[str, Any]:
        return row_of(rows, note_id)

    @app.patch("/notes/{note_id}")
    async def change(note_id: str, body: dict[str, Any]) -> dict[str, Any]:
        changed = row_of(rows, note_id) | taken(body, defect)
        if defect != "change":
            rows[note_id] = changed
        return changed

    @app.delete("/notes/{note_id}", status_code=204)
    async def delete(note_id: str) -> None:
        row_of(rows, note_id)
        if defect != "delete":
            del rows[note_id]


def actions(app: FastAPI, rows: Rows, defect: str) -> None:
    @app.post("/notes/{note_id}/send")
    async def send(note_id: str) -> dict[str, Any]:
        if defect == "fail":
            raise HTTPException(501)
        row_of(rows, note_id)["state"] = "sent"
        return rows[note_id]

    @app.post("/notes/{note_id}/seal")
    async def seal(note_id: str) -> dict[str, Any]:
        if row_of(rows, note_id)["state"] != "sent":
            raise HTTPException(409)
        return rows[note_id]


def outcomes(tmp_path: Path, defect: str) -> dict[str, Outcome]:
    return judged(tmp_path, application(defect))


def judged(tmp_path: Path, app: FastAPI) -> dict[str, Outcome]:
    (tmp_path / "api.yaml").write_text(CONTRACT)
    return driven(tmp_path, app)


def driven(tmp_path: Path, app: FastAPI) -> dict[str, Outcome]:
    files = Files(tmp_path)
    declared = operations(files, tmp_path)
    booted = Booted(app, {}, {}, tmp_path / "none.db")
    world = World(booted, files, declared, People(booted, files, declared))
    return {each.key: each for each in asyncio.run(work(world))}


def test_everything_works_even_what_wants_another_state_first(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "")
    assert {key: each.why for key, each in found.items() if not each.working} == {}
    assert 409 in found["POST /notes/{}/seal"].seen


@pytest.mark.parametrize(
    ("defect", "key", "words"),
    [
        ("tags", "POST /notes", "other values"),
        ("list", "GET /notes", "does not show"),
        ("create", "POST /notes", "reads back"),
        ("change", "PATCH /notes/{}", "reads back"),
        ("delete", "DELETE /notes/{}", "still read"),
        ("fail", "POST /notes/{}/send", "501"),
    ],
)
def test_each_defect_is_seen(tmp_path: Path, defect: str, key: str, words: str) -> None:
    found = outcomes(tmp_path, defect)[key]
    assert not found.working
    assert words in found.why


@pytest.mark.parametrize("defect", ["", "list"])
def test_a_reader_that_needs_code_is_no_witness(tmp_path: Path, defect: str) -> None:
    app, rows = FastAPI(), {}
    collection(app, rows, defect)

    @app.get("/notes/{note_id}")
    async def get(note_id: str) -> None:
        raise HTTPException(501)

    @app.patch("/notes/{note_id}")
    async def change(note_id: str, body: dict[str, Any]) -> dict[str, Any]:
        return row_of(rows, note_id) | body

    found = judged(tmp_path, app)
    assert found["PATCH /notes/{}"].working
    assert found["POST /notes"].working is (defect == "")
    assert found["GET /notes/{}"].hook


def test_a_list_of_published_rows_is_asked_for_one(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(
        """
openapi: 3.1.0
paths:
  /posts:
    get: {summary: List published posts, responses: {"200": {description: all}}}
    post:
      requestBody:
        content:
          application/json:
            schema:
              properties: {state: {enum: [draft, published]}, name: {type: string}}
      responses: {"201": {description: made}}
"""
    )
    app, rows = FastAPI(), []

    @app.get("/posts")
    async def list_posts() -> list[dict[str, str]]:
        return [each for each in rows if each["state"] == "published"]

    @app.post("/posts", status_code=201)
    async def create(body: dict[str, str]) -> dict[str, str]:
        rows.append(body)
        return body

    assert all(each.working for each in driven(tmp_path, app).values())
