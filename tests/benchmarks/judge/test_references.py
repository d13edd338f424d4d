import asyncio
from pathlib import Path
from typing import Any

from fastapi import FastAPI, HTTPException

from benchmarks.judge.application import Booted
from benchmarks.judge.bodies import Maker
from benchmarks.judge.declared import Files, Place, operations
from benchmarks.judge.people import People
from benchmarks.judge.references import id_properties, many, nullable, typed
from benchmarks.judge.working import work
from benchmarks.judge.world import World

CONTRACT = """
openapi: 3.1.0
paths:
  /notes:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [text, parent_id]
              properties: {text: {type: string}, parent_id: {type: [string, "null"]}}
      responses: {"201": {description: made}}
  /notes/reorder:
    patch:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [ordered_ids]
              properties: {ordered_ids: {type: array, items: {type: string}}}
      responses: {"200": {description: in order}}
"""


def application() -> FastAPI:
    app, notes = FastAPI(), set()

    @app.post("/notes", status_code=201)
    async def create(body: dict[str, Any]) -> dict[str, Any]:
        if body["parent_id"] is not None:
            raise HTTPException(404)
        notes.add(f"n{len(notes)}")
        return {"id": f"n{len(notes) - 1}", **body}

    @app.patch("/notes/reorder")
    async def reorder(body: dict[str, list[str]]) -> None:
        if not body["ordered_ids"] or not set(body["ordered_ids"]) <= notes:
            raise HTTPException(404)

    return app


def test_rows_of_the_collection_are_put_in_order_and_nothing_is_above_them(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(CONTRACT)
    files = Files(tmp_path)
    declared = operations(files, tmp_path)
    booted = Booted(application(), {}, {}, tmp_path / "none.db")
    world = World(booted, files, declared, People(booted, files, declared))
    assert {each.key: each.why for each in asyncio.run(work(world)) if not each.working} == {}


def test_what_names_other_rows_is_found_in_lists_too(tmp_path: Path) -> None:
    line = {"type": "object", "properties": {"productId": {"type": "integer"}, "text": {}}}
    body = {"required": ["cart_id"], "properties": {"cart_id": {}, "lines": {"items": line}}}
    found = id_properties(Maker(Files(tmp_path)), Place(body, tmp_path))
    assert found == {"cart_id": ({}, True), "productId": ({"type": "integer"}, False)}


def test_values_are_of_the_declared_type() -> None:
    assert typed(3, {"type": "array"}) == [3]
    assert typed(3, {"type": "string"}) == "3"
    assert nullable({"type": ["string", "null"]})
    assert nullable({"anyOf": [{"type": "string"}, {"type": "null"}]})
    assert not nullable({"type": "string"})
    assert many("ordered_ids")
    assert not many("parent_id")
