"""Callers of an application that trusts somebody else's tokens."""

import asyncio
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException
from joserfc import jwt
from joserfc.jwk import OctKey

from benchmarks.judge.application import Booted, environment, secret_of
from benchmarks.judge.declared import Files, operations
from benchmarks.judge.people import People
from benchmarks.judge.working import work
from benchmarks.judge.world import World

SECRET = "of thirty-two bytes and of more than that"
CONTRACT = """
openapi: 3.1.0
security: [{bearer: []}]
paths:
  /api/{user_id}/profile:
    parameters: [{name: user_id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: own}}}
  /api/reports:
    get: {responses: {"200": {description: of administrators}}}
"""


def application() -> FastAPI:
    app = FastAPI()

    def claims(authorization: str) -> dict[str, Any]:
        key = OctKey.import_key(SECRET)
        return dict(jwt.decode(authorization.removeprefix("Bearer "), key, ["HS256"]).claims)

    @app.get("/api/{user_id}/profile")
    async def profile(user_id: str, authorization: Annotated[str, Header()]) -> str:
        if claims(authorization)["sub"] != user_id:
            raise HTTPException(403)
        return user_id

    @app.get("/api/reports")
    async def reports(authorization: Annotated[str, Header()]) -> str:
        if claims(authorization).get("role") != "admin":
            raise HTTPException(403)
        return "report"

    return app


def test_the_path_names_the_token_s_user_and_a_refused_role_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(CONTRACT)
    files = Files(tmp_path)
    declared = operations(files, tmp_path)
    variables = {"AUTH_SECRET": SECRET}
    booted = Booted(application(), {}, variables, tmp_path / "none.db")
    people = People(booted, files, declared)
    found = asyncio.run(work(World(booted, files, declared, people)))
    assert {each.key: each.why for each in found if not each.working} == {}


def test_the_environment_is_the_backend_s_own_with_another_database(tmp_path: Path) -> None:
    (tmp_path / ".env.example").write_text("# key\nTOKEN_SECRET=\nDATABASE_URL=sqlite:///x.db\n")
    (tmp_path / ".env").write_text("TOKEN_SECRET=0123456789abcdef0123456789abcdef\nMODE=dev\n")
    found = environment(tmp_path, tmp_path / "judged.db")
    assert found["DATABASE_URL"] == f"sqlite+aiosqlite:///{tmp_path}/judged.db"
    assert secret_of(found) == "0123456789abcdef0123456789abcdef"
    assert found["MODE"] == "dev"
