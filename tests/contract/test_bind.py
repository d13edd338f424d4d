"""The whole binding, on small facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.contract.bind import bind
from backwright.contract.bound import Answers
from backwright.contract.dump import dump
from backwright.contract.entities import Auto, Ownership
from backwright.contract.operations import Credentials, Purpose, Source
from backwright.contract.origins import without_origin
from backwright.contract.policies import Issuer
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    STRING,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    bound,
    contract,
    many,
    operation,
    owned_tasks,
    tasks,
)


def test_purposes_of_plain_operations() -> None:
    found = contract(tasks())
    assert {f"{each.method} {each.path}": each.purpose for each in found.operations} == {
        "GET /tasks": Purpose.LIST,
        "POST /tasks": Purpose.CREATE,
        "GET /tasks/{task_id}": Purpose.GET,
        "PUT /tasks/{task_id}": Purpose.UPDATE,
        "DELETE /tasks/{task_id}": Purpose.DELETE,
    }


def test_columns_are_the_union_of_model_and_contract() -> None:
    task = contract(tasks()).entity("Task")
    assert [each.name for each in task.fields] == ["id", "title", "done"]
    title = task.get("title")
    assert title is not None
    assert (title.shape.min_length, title.shape.max_length, title.required) == (1, 200, True)


def test_limits_of_both_reach_the_body() -> None:
    body = contract(tasks()).schema("TaskCreate").get("title")
    assert body is not None
    assert (body.shape.min_length, body.shape.max_length) == (1, 200)


def test_everything_has_an_origin() -> None:
    for facts in (tasks(), owned_tasks()):
        assert without_origin(contract(facts)) == ()


def test_an_owner_column_is_set_by_the_system() -> None:
    found = contract(owned_tasks())
    task = found.entity("Task")
    assert (task.owner.kind, task.owner.column) == (Ownership.COLUMN, "user_id")
    owner = task.get("user_id")
    assert owner is not None
    assert owner.auto is Auto.OWNER
    assert owner.required
    assert all(each.access.credentials is Credentials.REQUIRED for each in found.operations)
    assert found.auth.issuer is Issuer.EXTERNAL


def test_refusals_come_in_their_precedence() -> None:
    found = operation(contract(owned_tasks()), "PUT /tasks/{task_id}")
    assert [each.status for each in found.refusals] == [401, 404, 422]
    assert found.refusals[1].detail == "Task not found"


def test_features_are_bound_in_the_order_of_their_names() -> None:
    labels = Facts(
        entities=(an_entity("Label", a_field("Label", "name", STRING, 50, required=True)),),
        schemas=(a_schema("Label", a_property("id"), a_property("name")),),
        operations=(an_operation("GET /labels", answers(200, a_ref("Label"))),),
    )
    one = bind({"specs/001-x": tasks(), "specs/002-y": labels}, Answers())
    other = bind({"specs/002-y": labels, "specs/001-x": tasks()}, Answers())
    assert dump(one.contract) == dump(other.contract)
    assert {each.name for each in one.contract.entities} == {"Task", "Label"}


def test_two_features_share_an_entity_that_both_describe() -> None:
    more = Facts(entities=(an_entity("tasks", a_field("tasks", "color", STRING, 60)),))
    found = bind({"a": tasks(), "b": more}, Answers()).contract
    assert [each.name for each in found.entities] == ["Task"]
    assert found.entity("Task").get("color") is not None


def test_an_envelope_around_rows_is_recognised() -> None:
    facts = tasks()
    page = a_schema(
        "TaskPage",
        a_property("items", many("Task")),
        a_property("total", line=90),
        a_property("page", line=91),
    )
    listed = an_operation("GET /tasks", answers(200, a_ref("TaskPage")))
    changed = Facts(
        entities=facts.entities, schemas=(*facts.schemas, page),
        operations=(listed, *facts.operations[1:]),
    )  # fmt: skip
    view = contract(changed).view("TaskPage")
    assert view is not None
    assert [each.source for each in view.fills] == [Source.ROWS, Source.TOTAL, Source.PAGE]


def test_an_operation_about_nothing_that_is_stored_is_a_hook() -> None:
    facts = tasks() + Facts(
        schemas=(a_schema("Fee", a_property("amount")),),
        operations=(an_operation("GET /shipping-fee", answers(200, a_ref("Fee"))),),
    )
    found = operation(contract(facts), "GET /shipping-fee")
    assert found.purpose is Purpose.CUSTOM
    assert found.hook == "get_shipping_fee"
    assert found.needs
    assert [each.status for each in found.refusals] == [501]


@pytest.mark.parametrize("name", ["class", "metadata", "model_config", "from", "Json"])
def test_reserved_names_become_other_identifiers(name: str) -> None:
    facts = Facts(entities=(an_entity("Thing", a_field("Thing", name)),))
    names = [each.name for each in contract(facts).entity("Thing").fields]
    assert names == ["id", f"{name.lower()}_"]


@given(
    names=st.lists(st.text(max_size=12), max_size=4),
    entity=st.text(max_size=12),
    path=st.text(alphabet="abc/{}_-. é", max_size=12),
)
def test_any_names_bind_without_a_traceback(names: list[str], entity: str, path: str) -> None:
    fields = [a_field(entity, name, line=70 + at) for at, name in enumerate(names)]
    schema = a_schema("Body", *(a_property(name, line=80) for name in names))
    place = "POST /" + path.replace(" ", "")
    facts = Facts(
        entities=(an_entity(entity, *fields),), schemas=(schema,),
        operations=(an_operation(place, answers(201, a_ref("Body")), body="Body"),),
    )  # fmt: skip
    found = bound(facts)
    assert without_origin(found.contract) == ()
    for stored in found.contract.entities:
        assert stored.name.isidentifier()
        assert all(each.name.isidentifier() for each in stored.fields)
