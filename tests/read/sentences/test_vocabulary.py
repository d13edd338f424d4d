"""What prose may speak of."""

from backwright.read.facts import (
    EntityFact,
    Facts,
    FieldFact,
    OperationFact,
    Statement,
    StatementKind,
)
from backwright.read.sentences.vocabulary import vocabulary
from backwright.shape import Kind, Property, Schema, Shape
from backwright.source import Span

PLACE = Span("specs/shop/data-model.md", 3)
TEXT = Shape(Kind.STRING)


def entity(name: str, *fields: str, line: int = 3, weak: bool = False) -> EntityFact:
    place = Span(PLACE.file, line)
    described = tuple(FieldFact(name, each, TEXT, place, f"{name}.{each}") for each in fields)
    return EntityFact(name, place, fields=described, weak=weak)


def test_a_weak_and_a_strong_mention_are_one_entity() -> None:
    known = vocabulary(
        Facts(entities=(entity("Order line", weak=True), entity("OrderLine", "quantity")))
    )
    assert known.entities == ("OrderLine",)
    assert known.find_entity("order_lines") == "OrderLine"


def test_a_heading_may_say_that_it_describes_an_entity() -> None:
    known = vocabulary(Facts(entities=(entity("Task Entity", "title"), entity("User model"))))
    assert known.find_entity("tasks") == "Task Entity"
    assert known.find_entity("user") == "User model"


def test_schemas_add_fields_to_their_entity_and_envelopes_do_not() -> None:
    schemas = (
        Schema("TaskCreate", (Property("due_date", TEXT, True),)),
        Schema("TaskList", (Property("items", TEXT, True),)),
    )
    known = vocabulary(Facts(entities=(entity("Task", "title"),), schemas=schemas))
    assert known.fields == {"Task": ("title", "due_date")}


def test_the_last_word_of_a_name_will_do_where_it_is_one_entitys_alone() -> None:
    known = vocabulary(Facts(entities=(entity("Blog Post"), entity("Evidence Claim"))))
    assert known.find_entity("posts") == "Blog Post"
    two = vocabulary(Facts(entities=(entity("Blog Post"), entity("Forum Post"))))
    assert two.find_entity("posts") == ""


def test_a_resource_of_a_path_is_an_entity_if_a_schema_describes_it() -> None:
    operation = OperationFact("GET", "/api/orders/{id}", PLACE, "")
    bare = vocabulary(Facts(operations=(operation,)))
    schema = Schema("OrderRead", (Property("total", TEXT, True),))
    described = vocabulary(Facts(operations=(operation,), schemas=(schema,)))
    assert bare.entities == ()
    assert described.fields == {"Order": ("total",)}


def test_an_operation_is_found_without_its_prefix_and_by_any_name_of_its_parameter() -> None:
    known = vocabulary(
        Facts(operations=(OperationFact("GET", "/api/v1/tasks/{task_id}", PLACE, ""),))
    )
    assert known.operation("GET", "/tasks/{id}") == "GET /api/v1/tasks/{task_id}"
    assert known.operation("GET", "/tasks/:id") == "GET /api/v1/tasks/{task_id}"
    assert known.operation("PUT", "/tasks/{id}") == ""
    assert known.operation("GET", "/tasks") == ""


def test_an_account_is_the_user_only_if_one_can_sign_in_with_it() -> None:
    ledger = vocabulary(Facts(entities=(entity("Account", "name", "balance"),)))
    own = vocabulary(Facts(entities=(entity("Account", "email", "password_hash"),)))
    assert (ledger.user(), own.user()) == ("", "Account")


def test_admin_is_a_role_as_soon_as_somebody_speaks_of_one() -> None:
    spoken = Statement("FR-001", StatementKind.REQUIREMENT, "Administrators rule", PLACE)
    assert vocabulary(Facts(statements=(spoken,))).roles == ("admin",)
    assert vocabulary(Facts()).roles == ()


def test_a_place_lies_in_the_description_that_begins_before_it() -> None:
    known = vocabulary(
        Facts(entities=(entity("Order", "id", line=3), entity("Product", "id", line=20)))
    )
    assert known.entity_at(Span(PLACE.file, 12)) == "Order"
    assert known.entity_at(Span(PLACE.file, 25)) == "Product"
    assert known.entity_at(Span("specs/shop/spec.md", 25)) == ""


def test_a_moment_has_many_names() -> None:
    known = vocabulary(Facts(entities=(entity("Task", "created_at", "updated_at"),)))
    names = {" ".join(each) for each in known.field_words}
    assert {"creation date", "created date", "last updated", "created at"} <= names


def test_a_deed_is_done_by_the_operations_that_end_in_its_noun() -> None:
    places = ("GET /tasks", "GET /tasks/{id}", "PATCH /tasks/{id}", "GET /health")
    operations = tuple(OperationFact(*each.split(" "), PLACE, "") for each in places)
    known = vocabulary(Facts(entities=(entity("Task", "title"),), operations=operations))
    assert known.operations_of("Task", "list") == ("GET /tasks",)
    assert known.operations_of("Task", "get") == ("GET /tasks/{id}",)
    assert known.operations_of("Task", "update") == ("PATCH /tasks/{id}",)
    assert known.operations_of("Task", "delete") == ()
    assert known.operations_of("", "list") == ()
