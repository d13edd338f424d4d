from pathlib import Path

from benchmarks.judge.declared import Files, operations
from benchmarks.judge.emitted import compare, hooks

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
