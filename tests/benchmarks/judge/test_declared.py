from pathlib import Path

import pytest

from benchmarks.judge.declared import (
    Files,
    Place,
    anonymous,
    base_path,
    operations,
    request_body,
    security,
)

CONTRACT = """
openapi: 3.0.3
servers: [{url: "https://example.com/api/v1"}, {url: /other}]
security: [{bearer: []}]
paths:
  /notes/{note_id}:
    parameters:
      - {name: note_id, in: path, required: true, schema: {type: string}}
    put:
      requestBody: {content: {application/json: {schema: {$ref: "shapes.yaml#/Note"}}}}
      responses: {"200": {description: ok}, "404": {description: no}, default: {description: x}}
    get:
      security: []
      responses: {"200": {description: ok}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "api.yaml").write_text(CONTRACT)
    (tmp_path / "contracts" / "shapes.yaml").write_text(
        "Note: {type: object, properties: {on: {type: string, example: 2031-05-04}}}\n"
    )
    return tmp_path


def test_joins_the_first_servers_path_and_follows_references_to_files(folder: Path) -> None:
    files = Files(folder)
    get, put = operations(files, folder)
    assert put.key == "PUT /api/v1/notes/{}"
    assert put.statuses == (200, 404)
    assert put.successes == (200,)
    assert [each.node["name"] for each in put.parameters] == ["note_id"]
    found = request_body(files, put)
    assert found is not None
    assert files.resolve(found[1]).node["properties"]["on"]["example"] == "2031-05-04"
    assert security(files, put)
    assert not security(files, get)


def test_a_broken_file_hides_no_other(folder: Path) -> None:
    (folder / "contracts" / "broken.yaml").write_text("openapi: 3.0.0\npaths: {a: : b}\n")
    files = Files(folder)
    assert len(operations(files, folder)) == 2
    assert list(files.broken) == ["contracts/broken.yaml"]


def test_nothing_outside_of_the_root_is_read_and_nothing_is_fetched(folder: Path) -> None:
    files = Files(folder / "contracts")
    (folder / "secret.yaml").write_text("A: {type: string}\n")
    here = folder / "contracts" / "api.yaml"
    for reference in ("../secret.yaml#/A", "https://example.com/x.yaml#/A", "#/nowhere"):
        assert files.resolve(Place({"$ref": reference}, here)).node == {}


def test_references_in_a_circle_end(folder: Path) -> None:
    (folder / "contracts" / "circle.yaml").write_text('A: {$ref: "#/B"}\nB: {$ref: "#/A"}\n')
    files = Files(folder)
    place = Place({"$ref": "circle.yaml#/A"}, folder / "contracts" / "api.yaml")
    assert files.resolve(place).node == {}


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://localhost:8000", ""),
        ("/api/", "/api"),
        ("https://a.b/v1", "/v1"),
        ("https://a.b/{stage}", ""),
    ],
)
def test_base_path(url: str, path: str) -> None:
    assert base_path({"servers": [{"url": url}]}) == path


def test_parameters_lose_their_names() -> None:
    assert anonymous("/a/{b_c}/d/{e}/") == "/a/{}/d/{}"


def test_scalars_are_those_of_json(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: [on, 10:30, 2031-05-04, true, 1.5, 7, ~, 1e3]\n")
    found = ["on", "10:30", "2031-05-04", True, 1.5, 7, None, 1000.0]
    assert Files(tmp_path).load(file) == {"a": found}
