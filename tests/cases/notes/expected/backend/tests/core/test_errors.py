"""The form of refusals and failures."""

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.notes.requests import ask_list_notes


async def test_an_unknown_path_is_refused_in_the_usual_form(anonymous: AsyncClient) -> None:
    response = await anonymous.get("/nowhere/at/all")

    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}


async def test_a_failure_is_logged_and_tells_nothing(
    app: FastAPI, caplog: pytest.LogCaptureFixture, anonymous: AsyncClient
) -> None:
    asked = await ask_list_notes(app)
    sessions = app.state.sessions
    app.state.sessions = "an internal detail"
    response = await asked.by(anonymous)
    app.state.sessions = sessions

    assert response.status_code == 500
    assert "internal detail" not in response.text
    assert response.headers["X-Request-ID"] in caplog.text
