"""Who is let in to tasks."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.tasks.requests import (
    ask_add_label,
    ask_create_task,
    ask_delete_task,
    ask_get_task,
    ask_list_tasks,
    ask_remove_label,
    ask_suggest_due_date,
    ask_toggle_task,
    ask_update_task,
)

Ask = Callable[[FastAPI, UUID], Awaitable[Asked]]


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_task,
        ask_update_task,
        ask_delete_task,
        ask_toggle_task,
        ask_suggest_due_date,
        ask_add_label,
        ask_remove_label,
    ],
)
async def test_what_is_not_ones_own_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, bob: AsyncClient, ask: Ask
) -> None:
    """Nothing happens to it either: its owner's request succeeds afterwards."""
    asked = await ask(app, alice_id)
    response = await asked.by(bob)

    assert response.status_code == 404
    missing = await replace(asked, url=asked.missing[0]).by(bob)
    assert response.json() == missing.json()
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(
    "ask",
    [
        ask_list_tasks,
        ask_create_task,
        ask_get_task,
        ask_update_task,
        ask_delete_task,
        ask_toggle_task,
        ask_suggest_due_date,
        ask_add_label,
        ask_remove_label,
    ],
)
async def test_without_a_good_token_nobody_is_let_in(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, anonymous: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: with a token it succeeds."""
    asked = await ask(app, alice_id)
    response = await asked.by(anonymous)
    malformed = replace(asked, headers={**asked.headers, "Authorization": "Bearer no-token"})

    assert response.status_code == 401
    assert (await malformed.by(anonymous)).status_code == 401
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_task,
        ask_update_task,
        ask_delete_task,
        ask_toggle_task,
        ask_suggest_due_date,
        ask_add_label,
        ask_remove_label,
    ],
)
async def test_what_is_not_there_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, ask: Ask
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app, alice_id)
    for url in asked.missing:
        response = await replace(asked, url=url).by(alice)
        assert response.status_code == 404, url
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", "/api/v1/tasks/no-id"),
        ("DELETE", "/api/v1/tasks/no-id"),
        ("PATCH", "/api/v1/tasks/no-id/complete"),
        ("GET", "/api/v1/tasks/no-id/suggested-due-date"),
        ("DELETE", "/api/v1/tasks/no-id/labels/00000000-0000-4000-8000-000000000000"),
    ],
)
async def test_an_id_is_what_it_has_to_be(alice: AsyncClient, method: str, url: str) -> None:
    response = await alice.request(method, url)

    assert response.status_code == 422
