"""Emitted schema classes: what they take, refuse and show, whatever their authors call things."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose, Result
from backwright.contract.policies import Auth, Issuer, Policies
from backwright.emit.fastapi import core_values, schemas
from backwright.plan.schema_homes import CORE
from backwright.shape import Kind, Property, Schema, Shape
from tests.contracts.orders import CONTRACT
from tests.contracts.orders_operations import VISITOR
from tests.contracts.parts import (
    FLAG,
    NUMBER,
    TEXT,
    TIME,
    an,
    body,
    many,
    maybe,
    needs,
    schema,
    takes,
    text,
    whole,
)

ODD = schema(
    "Odd",
    needs("class", TEXT),
    needs("fooBar", NUMBER),
    needs("foo_bar", NUMBER),
    needs("foo-bar", NUMBER),
    takes("createdAt", maybe(TIME)),
    takes("model_dump", TEXT),
)


def test_odd_names_keep_apart_and_keep_their_spelling(tmp_path: Path) -> None:
    sent = {"class": "a", "fooBar": 1, "foo_bar": 2, "foo-bar": 3, "model_dump": "b"}
    with _loaded(_contract(ODD), tmp_path) as module:
        taken = module.OddInput.model_validate({**sent, "createdAt": None})
        assert taken.model_dump(by_alias=True) == {**sent, "createdAt": None}
        row = SimpleNamespace(**taken.model_dump())
        shown = module.Odd.model_validate(row, from_attributes=True)
        assert shown.model_dump(by_alias=True) == {**sent, "createdAt": None}


def test_a_missing_part_of_an_update_is_not_null(tmp_path: Path) -> None:
    part = schema("Part", takes("name", text(1, 5)), takes("note", maybe(TEXT)))
    with _loaded(_contract(part, purpose=Purpose.UPDATE), tmp_path) as module:
        made = module.PartInput
        assert made.model_validate({}).model_dump() == {}
        assert made.model_validate({"note": None}).model_dump() == {"note": None}
        assert _refused(made, {"name": None}) == ["name"]
        assert _refused(made, {"name": "longer"}) == ["name"]


def test_json_tells_numbers_truths_and_texts_apart(tmp_path: Path) -> None:
    strict = schema("Strict", needs("count", whole(0, 9)), needs("done", FLAG), needs("name", TEXT))
    right = {"count": 1, "done": True, "name": "a"}
    with _loaded(_contract(strict), tmp_path) as module:
        made = module.StrictInput
        assert made.model_validate(right).model_dump() == right
        for name, wrong in (
            ("count", True), ("count", "1"), ("count", 10), ("count", -1), ("done", "yes"),
            ("done", 1), ("name", 1), ("name", "a\0b"), ("name", "\ud800"), ("name", None),
        ):  # fmt: skip
            assert _refused(made, {**right, name: wrong}) == [name], (name, wrong)


def test_schemas_may_hold_themselves(tmp_path: Path) -> None:
    tree = schema("Tree", needs("name", TEXT), needs("children", many("Tree")))
    sent = {"name": "a", "children": [{"name": "b", "children": []}]}
    with _loaded(_contract(tree), tmp_path) as module:
        assert module.TreeInput.model_validate(sent).model_dump() == sent
        assert module.Tree.model_validate(sent).model_dump() == sent
        assert _refused(module.TreeInput, {"name": "a", "children": [{}]})


@pytest.mark.parametrize("discriminator", ["petKind", ""])
def test_unions_tell_their_members_apart(tmp_path: Path, discriminator: str) -> None:
    union = Shape(
        Kind.UNION, options=(an("Cat"), an("Dog")), discriminator=discriminator, nullable=True
    )
    contract = _contract(
        schema("Owner", needs("pet", union)),
        schema(
            "Cat", needs("petKind", Shape(Kind.STRING, values=("cat",))), needs("lives", NUMBER)
        ),
        schema(
            "Dog", needs("petKind", Shape(Kind.STRING, values=("dog",))), needs("lives", NUMBER)
        ),
    )
    with _loaded(contract, tmp_path) as module:
        sent = {"pet": {"petKind": "dog", "lives": 1}}
        assert type(module.OwnerInput.model_validate(sent).pet).__name__ == "DogInput"
        assert module.OwnerInput.model_validate({"pet": None}).pet is None
        assert _refused(module.OwnerInput, {"pet": {"petKind": "cow", "lives": 1}})


def test_a_discriminator_that_tells_nothing_is_none(tmp_path: Path) -> None:
    union = Shape(Kind.UNION, options=(an("Cat"), an("Dog")), discriminator="kind")
    contract = _contract(
        schema("Owner", needs("pet", union)),
        schema("Cat", needs("kind", TEXT), needs("lives", NUMBER)),
        schema("Dog", needs("kind", TEXT), needs("tail", NUMBER)),
    )
    with _loaded(contract, tmp_path) as module:
        sent = {"pet": {"kind": "any", "tail": 1}}
        assert type(module.OwnerInput.model_validate(sent).pet).__name__ == "DogInput"


def test_unknown_properties_are_refused_where_the_author_closed_the_object(tmp_path: Path) -> None:
    closed = replace(schema("Closed", needs("name", TEXT)), additional=False)
    with _loaded(_contract(closed), tmp_path) as module:
        assert _refused(module.ClosedInput, {"name": "a", "other": 1}) == ["other"]


def test_read_only_and_write_only_stand_on_one_side(tmp_path: Path) -> None:
    sided = schema(
        "Sided",
        replace(needs("id", TEXT), read_only=True),
        replace(needs("secret", TEXT), write_only=True),
        needs("name", TEXT),
    )
    with _loaded(_contract(sided), tmp_path) as module:
        assert set(module.SidedInput.model_fields) == {"secret", "name"}
        assert set(module.Sided.model_fields) == {"id", "name"}


def test_carries_what_it_prints() -> None:
    built = {aspect for each in schemas.emit(CONTRACT) for aspect in each.built}

    assert "schema/OrderCreate/reference" in built
    assert "schema/OrderPublic/total_cents" in built
    assert "entity/Order/field/reference/pattern" in built
    assert "entity/Product/field/sku/immutable" in built


HOSTILE = st.text(min_size=1, max_size=40) | st.sampled_from(
    (
        '"""',
        "'''",
        '\\"',
        "\\",
        "\n",
        "\r",
        "\0",
        "{{ x }}",
        '"); import os; ("',
        "\u2028",
        "#",
        "{%",
    )
)


@settings(max_examples=60, deadline=None)
@given(said=HOSTILE, value=HOSTILE, other=HOSTILE, wire=HOSTILE)
def test_no_text_of_an_author_breaks_out(said: str, value: str, other: str, wire: str) -> None:
    plain = _printed("said", "value", "other", "wire")
    hostile = _printed(said, value, f"{other}{value}", wire)

    assert _without_literals(plain) == _without_literals(hostile)


@settings(max_examples=60, deadline=None)
@given(pattern=HOSTILE)
def test_no_pattern_breaks_out(pattern: str) -> None:
    contract = _contract(schema("Shown", needs("name", text(1, 9, pattern))))
    (file,) = schemas.emit(contract)

    called = {
        each.func.id
        for each in ast.walk(ast.parse(file.text))
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }
    assert called <= {"Field", "AfterValidator"}


def _printed(said: str, value: str, other: str, wire: str) -> ast.Module:
    values = Shape(Kind.STRING, values=(value, other))
    shown = Schema(
        "Shown",
        (
            Property("kind", values, required=False, default=value, description=said, example=said),
            Property("name", TEXT, required=False, default=said),
            Property(f"{wire}-", TEXT, required=True),
        ),
        description=f"{said} .",
    )
    (file,) = schemas.emit(_contract(shown))
    return ast.parse(file.text)


def _without_literals(tree: ast.Module) -> str:
    """The tree with every literal, and every name made of a wire name, made equal."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant):
            each.value, each.kind = "", None
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            known = ("kind", "name", "model_config")
            each.target.id = each.target.id if each.target.id in known else "wire"
    return ast.dump(tree)


def _contract(*found: Schema, purpose: Purpose = Purpose.CUSTOM) -> Contract:
    """One operation that takes the first schema and answers with it."""
    operation = Operation(
        id="send",
        method="POST",
        path="/things",
        domain="things",
        tag="things",
        purpose=purpose,
        access=VISITOR,
        body=body(found[0].name),
        result=Result(200, an(found[0].name), "application/json", "Done"),
    )
    return Contract(
        title="Things",
        features=("specs/001-things",),
        entities=(),
        schemas=found,
        inputs=(),
        views=(),
        operations=(operation,),
        auth=Auth(Issuer.NONE),
        policies=Policies(),
    )


@contextmanager
def _loaded(contract: Contract, root: Path) -> Iterator[Any]:
    """The module of the things' schemas, imported from its file."""
    files = list(schemas.emit(contract))
    assert all(f"/{CORE}/" not in each.path for each in files)
    for each in (*files, *core_values.emit(files)):
        target = root / each.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(each.text, "utf-8")
    _forget()
    sys.path.insert(0, str(root))
    try:
        module: ModuleType = import_module("app.things.schemas")
        yield module
    finally:
        sys.path.remove(str(root))
        _forget()


def _forget() -> None:
    for name in [each for each in sys.modules if each == "app" or each.startswith("app.")]:
        del sys.modules[name]


def _refused(model: Any, sent: object) -> list[str]:
    """Where it is refused; fails if it is not."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate(sent)
    return [str(each["loc"][0]) for each in refused.value.errors()]
