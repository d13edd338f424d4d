"""The driver on rows of which every caller has at most one."""

import asyncio
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException

from benchmarks.judge.application import Booted
from benchmarks.judge.declared import Files, operations
from benchmarks.judge.people import People
from benchmarks.judge.working import work
from benchmarks.judge.world import World

CONTRACT = """
openapi: 3.1.0
paths:
  /profile:
    get: {responses: {"200": {description: own}}}
    post: &write
      requestBody: {content: {application/json: {schema: {$ref: "#/Profile"}}}}
      responses: {"201": {description: made}}
    patch:
      requestBody: {content: {application/json: {schema: {$ref: "#/Profile"}}}}
      responses: {"200": {description: changed}}
    delete: {responses: {"204": {description: gone}}}
  /profiles/{handle}:
    parameters: [{name: handle, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: public}}}
Profile: {type: object, required: [handle], properties: {handle: {type: string}}}
"""


def application() -> FastAPI:
    app = FastAPI()
    rows: dict[str, dict[str, Any]] = {}
    Caller = Annotated[str, Header(alias="authorization")]

    def own(caller: str) -> dict[str, Any]:
        if caller not in rows:
            raise HTTPException(404)
        return rows[caller]

    @app.get("/profile")
    async def get(caller: Caller) -> dict[str, Any]:
        return own(caller)

    @app.post("/profile", status_code=201)
    async def create(caller: Caller, body: dict[str, Any]) -> dict[str, Any]:
        if caller in rows:
            raise HTTPException(409)
        rows[caller] = body
        return body

    @app.patch("/profile")
    async def change(caller: Caller, body: dict[str, Any]) -> dict[str, Any]:
        own(caller).update(body)
        return rows[caller]

    @app.delete("/profile", status_code=204)
    async def delete(caller: Caller) -> None:
        own(caller)
        del rows[caller]

    @app.get("/profiles/{handle}")
    async def public(handle: str) -> dict[str, Any]:
        for row in rows.values():
            if row["handle"] == handle:
                return row
        raise HTTPException(404)

    return app


def test_each_operation_meets_a_caller_in_the_state_that_it_wants(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(CONTRACT)
    files = Files(tmp_path)
    declared = operations(files, tmp_path)
    secret = {"JWT_SECRET": "x" * 40}
    booted = Booted(application(), {}, secret, tmp_path / "none.db")
    people = People(booted, files, declared)
    found = asyncio.run(work(World(booted, files, declared, people)))
    assert {each.key: each.why for each in found if not each.working} == {}
