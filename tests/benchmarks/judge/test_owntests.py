from pathlib import Path

from benchmarks.judge.declared import Declared
from benchmarks.judge.owntests import judge, unreached, wanted

OPERATIONS = [
    Declared("get", "/tasks/{id}", {"responses": {"200": {}}}, Path()),
    Declared("get", "/tasks/late", {"responses": {"200": {}}}, Path()),
    Declared("post", "/tasks", {"responses": {"201": {}, "409": {}}}, Path()),
]


def test_each_operation_wants_a_test_that_saw_its_success() -> None:
    tests = [
        {"requests": [("GET", "/tasks/late", 200), ("POST", "/tasks", 409)]},
        {"requests": [("GET", "/tasks/7", 404)]},
    ]
    statuses = wanted(OPERATIONS, {}, set())
    assert unreached(tests, OPERATIONS, statuses) == ["GET /tasks/{} 200", "POST /tasks 201"]


def test_each_success_that_is_declared_and_announced_wants_a_test() -> None:
    put = Declared("put", "/tasks", {"responses": {"200": {}, "201": {}, "202": {}}}, Path())
    assert wanted([put], {put.key: [200, 201]}, set()) == [(put.key, 200), (put.key, 201)]


def test_an_operation_that_needs_code_wants_its_501() -> None:
    tests = [{"requests": [("POST", "/tasks", 501)]}]
    statuses = wanted(OPERATIONS[2:], {}, {"POST /tasks"})
    assert unreached(tests, OPERATIONS[2:], statuses) == []


APP = """
from fastapi import FastAPI
app = FastAPI()

@app.get("/tasks/{id}")
def get(id: int) -> int:
    return id
"""
TEST = """
import pytest
from fastapi.testclient import TestClient
from main import app

def test_get():
    assert TestClient(app).get("/tasks/7").json() == 7
"""


def project(tmp_path: Path, more: str) -> Path:
    root = tmp_path / "backend"
    root.mkdir()
    (root / "main.py").write_text(APP)
    (root / "conftest.py").write_text("")
    (root / "test_it.py").write_text(TEST + more)
    return root


def test_tests_are_run_and_their_requests_seen(tmp_path: Path) -> None:
    found = judge(
        project(tmp_path, ""), OPERATIONS[:1], [("GET /tasks/{}", 200)], tmp_path / "scratch"
    )
    assert found.good, found


def test_a_skipped_test_is_no_pass(tmp_path: Path) -> None:
    more = "\n@pytest.mark.skip\ndef test_other(): ...\n"
    found = judge(
        project(tmp_path, more), OPERATIONS[:1], [("GET /tasks/{}", 200)], tmp_path / "scratch"
    )
    assert not found.good
    assert any("skipped" in each for each in found.why)
