"""What is refused as input about tasks."""

from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.tasks.requests import ask_create_task, ask_list_tasks, ask_update_task


@pytest.mark.parametrize(
    "invalid",
    [
        {"completed": "perhaps"},
        {"priority": "no such value"},
        {"search": ""},
        {"search": "x" * 101},
        {"sort": "no such value"},
        {"page": "0"},
        {"page": "9223372036854775808"},
        {"page": "many"},
        {"page_size": "0"},
        {"page_size": "101"},
        {"page_size": "9223372036854775808"},
        {"page_size": "many"},
    ],
)
async def test_list_tasks_refuses_to_be_asked(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_list_tasks(app, alice_id)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"title": 1},
        {"title": None},
        {"title": "NUL \x00"},
        {"title": "half \ud800"},
        {"description": "x" * 2001},
        {"description": 1},
        {"description": "NUL \x00"},
        {"description": "half \ud800"},
        {"priority": "no such value"},
        {"priority": None},
        {"due_date": "no date"},
    ],
)
async def test_create_task_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_create_task(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["title"])
async def test_create_task_needs(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, name: str
) -> None:
    asked = await ask_create_task(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"title": 1},
        {"title": None},
        {"title": "NUL \x00"},
        {"title": "half \ud800"},
        {"description": "x" * 2001},
        {"description": 1},
        {"description": "NUL \x00"},
        {"description": "half \ud800"},
        {"priority": "no such value"},
        {"priority": None},
        {"due_date": "no date"},
        {"completed": "perhaps"},
        {"completed": None},
    ],
)
async def test_update_task_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_update_task(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422
