import re
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.judge.bodies import UNKNOWN, Maker
from benchmarks.judge.declared import Files, Place

HERE = Path(__file__)


def made(schema: dict[str, Any], **options: Any) -> Any:
    return Maker(Files(HERE.parent), **options).value(Place(schema, HERE))


@given(st.integers(-50, 50), st.integers(0, 60))
def test_numbers_keep_their_bounds(low: int, width: int) -> None:
    assert low <= made({"type": "integer", "minimum": low, "maximum": low + width}) <= low + width


@given(st.integers(0, 40), st.integers(0, 40))
def test_strings_keep_their_lengths(low: int, more: int) -> None:
    schema = {"type": "string", "minLength": low, "maxLength": low + more}
    assert low <= len(made(schema)) <= low + more


def test_patterns_are_kept() -> None:
    for pattern in (
        "^[A-Z0-9-]+$",
        "^[a-z0-9_]+$",
        r"^\d{4}-\d{2}$",
        "^#[0-9a-f]{6}$",
        "^Q[xyz]{7}$",
    ):
        assert re.search(pattern, made({"type": "string", "pattern": pattern}))


def test_an_example_is_varied_as_far_as_its_schema_allows() -> None:
    handle = {"type": "string", "maxLength": 20, "example": "ada_l"}
    assert re.fullmatch(r"ada_l\d+", made(handle))
    assert made(handle, exact=True) == "ada_l"
    assert made({"type": "string", "maxLength": 3, "example": "USD"}) == "USD"
    colour = {"type": "string", "pattern": "^#[0-9a-f]{6}$", "example": "#ff00aa"}
    assert made(colour) == "#ff00aa"


def test_strings_differ_so_that_unique_ones_do_not_collide() -> None:
    maker = Maker(Files(HERE.parent))
    place = Place({"type": "object", "properties": {"code": {"type": "string"}}}, HERE)
    assert maker.value(place) != maker.value(place)


def test_read_only_is_left_out_and_known_ids_are_used() -> None:
    schema = {
        "allOf": [
            {
                "type": "object",
                "required": ["id", "list_id"],
                "properties": {
                    "id": {"type": "string", "readOnly": True},
                    "list_id": {"type": "string"},
                },
            },
            {"properties": {"kind": {"enum": ["a", "b"]}, "parent_id": {"type": "string"}}},
        ]
    }
    known = {"list_id": "7"}
    body = made(schema, known=lambda name, _node: known.get(name, UNKNOWN))
    assert body == {"list_id": "7", "kind": "a"}


def test_only_required_properties_when_asked_for() -> None:
    schema = {"required": ["a"], "properties": {"a": {"type": "boolean"}, "b": {"type": "integer"}}}
    assert made(schema, optional=False) == {"a": False}


def test_an_end_comes_after_its_start() -> None:
    day = {"type": "string", "format": "date"}
    body = made({"properties": {"start_date": day, "end_date": day}})
    assert body["start_date"] < body["end_date"]


def test_null_is_the_last_choice() -> None:
    assert made({"type": ["null", "integer"]}) == 2
    assert made({"anyOf": [{"type": "null"}, {"type": "boolean"}]}) is False


def test_recursion_ends(tmp_path: Path) -> None:
    schema = {"properties": {"inner": {"$ref": "#/Node"}}}
    file = tmp_path / "a.yaml"
    file.write_text('Node: {properties: {inner: {$ref: "#/Node"}}}\n')
    assert "inner" in Maker(Files(tmp_path)).value(Place(schema, file))
