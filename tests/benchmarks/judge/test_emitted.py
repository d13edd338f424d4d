from pathlib import Path

import pytest

from benchmarks.judge.declared import Files, operations, request_body
from benchmarks.judge.emitted import compare, hooks, with_bodies

CONTRACT = """
openapi: 3.0.3
paths:
  /a/{x}:
    post:
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses:
        "201": {description: ok, content: {application/json: {schema: {type: object}}}}
"""
WHOLE = {
    "requestBody": {"content": {}},
    "responses": {"201": {"content": {"application/json": {}}}, "501": {}},
}


def verdict(tmp_path: Path, node: object, path: str = "/a/{other}") -> str:
    (tmp_path / "a.yaml").write_text(CONTRACT)
    files = Files(tmp_path)
    found = compare(files, operations(files, tmp_path), {"paths": {path: {"post": node}}})
    return found["POST /a/{}"]


def test_names_of_parameters_do_not_matter(tmp_path: Path) -> None:
    assert verdict(tmp_path, WHOLE) == ""


def test_each_part_is_missed(tmp_path: Path) -> None:
    assert "no such" in verdict(tmp_path, WHOLE, "/b/{x}")
    assert "success" in verdict(tmp_path, WHOLE | {"responses": {"200": {}}})
    assert "no schema" in verdict(tmp_path, WHOLE | {"responses": {"201": {}}})
    assert "no request body" in verdict(tmp_path, {"responses": WHOLE["responses"]})


def test_an_announced_501_is_a_hook() -> None:
    assert hooks({"paths": {"/a/{x}": {"post": WHOLE}}}) == {"POST /a/{}"}


DANGLING = """
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/None'}}}}
"""


@pytest.mark.parametrize("body", ["", DANGLING])
def test_a_body_that_the_author_forgot_is_the_announced_one(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.yaml").write_text(
        "openapi: 3.0.3\npaths:\n  /a:\n    post:\n      responses: {'201': {description: ok}}\n"
        + body
    )
    files = Files(tmp_path)
    schema = {"$ref": "#/components/schemas/A"}
    node = {"requestBody": {"content": {"application/json": {"schema": schema}}}}
    known = {"schemas": {"A": {"type": "object", "properties": {"name": {}}}}}
    openapi = {"paths": {"/a": {"post": node}}, "components": known}
    (left_out,) = operations(files, tmp_path)
    (whole,) = with_bodies(files, [left_out], openapi)
    body = request_body(files, whole)
    assert body is not None
    assert files.resolve(body[1]).node == known["schemas"]["A"]


def test_a_body_that_the_author_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CONTRACT)
    files = Files(tmp_path)
    stated = operations(files, tmp_path)
    openapi = {"paths": {"/a/{x}": {"post": WHOLE}}}
    assert [each.body for each in with_bodies(files, stated, openapi)] == [None]
