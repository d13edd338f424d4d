"""Flags, statuses, links and orders of rows, over HTTP."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from tests.contracts.board import CONTRACT
from tests.emit.accounts.forging import claims, signed
from tests.emit.databases import postgresql
from tests.emit.serving import SECRET, Served, served


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("board")
    if request.param == "sqlite":
        with served(CONTRACT, root, JWT_SECRET=SECRET) as backend:
            yield backend
        return
    with (
        postgresql() as url,
        served(CONTRACT, root, JWT_SECRET=SECRET, DATABASE_URL=url) as backend,
    ):
        yield backend


@pytest.fixture
def ada(backend: Served) -> Iterator[httpx2.Client]:
    """Somebody new in each test."""
    with backend.client(signed(claims(f"ada {uuid4()}"))) as client:
        yield client


@pytest.fixture
def bob(backend: Served) -> Iterator[httpx2.Client]:
    with backend.client(signed(claims("bob"))) as client:
        yield client


def made(client: httpx2.Client, title: str = "Water the plants", **others: Any) -> str:
    response = client.post("/tasks", json={"title": title, **others})
    assert response.status_code == 201, response.text
    return str(response.json()["id"])


def test_a_status_moves_by_its_machine(ada: httpx2.Client) -> None:
    task = made(ada)

    assert ada.post(f"/tasks/{task}/finish").status_code == 409
    assert ada.post(f"/tasks/{task}/start").json()["status"] == "doing"
    again = ada.post(f"/tasks/{task}/start")
    assert (again.status_code, again.json()) == (
        409,
        {"detail": "The task's status does not allow this"},
    )
    assert ada.post(f"/tasks/{task}/finish").json()["status"] == "done"


def test_of_many_moves_at_a_time_one_wins(ada: httpx2.Client) -> None:
    task = made(ada)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ada.post(f"/tasks/{task}/start"), range(8)))

    assert sorted(each.status_code for each in answers) == [200, *[409] * 7]


def test_a_flag_is_set_in_the_right_state_alone(ada: httpx2.Client) -> None:
    task = made(ada)

    refused = ada.post(f"/tasks/{task}/archive")
    assert (refused.status_code, refused.json()) == (409, {"detail": "The task is not done"})
    ada.post(f"/tasks/{task}/start")
    ada.post(f"/tasks/{task}/finish")
    assert ada.post(f"/tasks/{task}/archive").json()["is_archived"] is True


def test_a_toggle_turns_the_flag_over_with_its_time(ada: httpx2.Client) -> None:
    task = made(ada)

    on, off = ada.post(f"/tasks/{task}/pin").json(), ada.post(f"/tasks/{task}/pin").json()

    assert on["is_pinned"] is True
    assert on["pinned_at"] is not None
    assert off["is_pinned"] is False
    assert off["pinned_at"] is None


def test_one_row_of_an_owner_has_an_exclusive_flag(ada: httpx2.Client, bob: httpx2.Client) -> None:
    first, second, others = made(ada, "First"), made(ada, "Second"), made(bob, str(uuid4()))
    bob.post(f"/tasks/{others}/focus")

    assert ada.post(f"/tasks/{first}/focus").json()["is_focus"] is True
    assert ada.post(f"/tasks/{second}/focus").json()["is_focus"] is True

    ordered = ada.patch("/tasks/reorder", json={"task_ids": [first, second]}).json()
    assert [each["is_focus"] for each in ordered["tasks"]] == [False, True]
    theirs = bob.patch("/tasks/reorder", json={"task_ids": [others]}).json()
    assert theirs["tasks"][0]["is_focus"] is True


def test_rows_stand_in_the_order_of_the_body(ada: httpx2.Client, bob: httpx2.Client) -> None:
    first, second, third = made(ada, "First"), made(ada, "Second"), made(ada, "Third")

    ordered = ada.patch("/tasks/reorder", json={"task_ids": [third, first, second]}).json()

    assert [each["id"] for each in ordered["tasks"]] == [third, first, second]
    assert [each["position"] for each in ordered["tasks"]] == [0, 1, 2]
    assert ordered["count"] == 3
    foreign = bob.patch("/tasks/reorder", json={"task_ids": [first]})
    assert (foreign.status_code, foreign.json()) == (404, {"detail": "Task not found"})


@pytest.mark.parametrize(
    ("method", "step"),
    [("POST", "start"), ("POST", "archive"), ("POST", "pin"), ("POST", "focus")],
)
def test_rows_of_others_are_not_there(
    ada: httpx2.Client, bob: httpx2.Client, method: str, step: str
) -> None:
    task = made(ada)

    assert bob.request(method, f"/tasks/{task}/{step}").status_code == 404


def test_two_rows_are_linked_once_and_unlinked(ada: httpx2.Client, bob: httpx2.Client) -> None:
    task = made(ada)
    tag = ada.post("/tags", json={"name": f"tag {uuid4()}"}).json()

    assert bob.put(f"/tasks/{task}/tags/{tag['id']}").status_code == 404
    assert ada.delete(f"/tasks/{task}/tags/{tag['id']}").status_code == 404
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ada.put(f"/tasks/{task}/tags/{tag['id']}"), range(8)))

    assert {each.status_code for each in answers} == {204}
    assert ada.get(f"/tasks/{task}").json()["tags"] == [tag]
    in_use = ada.delete(f"/tags/{tag['id']}")
    assert (in_use.status_code, in_use.json()) == (409, {"detail": "Tasks have this tag"})
    assert ada.delete(f"/tasks/{task}/tags/{tag['id']}").status_code == 204
    assert ada.get(f"/tasks/{task}").json()["tags"] == []
    assert ada.delete(f"/tags/{tag['id']}").status_code == 204
