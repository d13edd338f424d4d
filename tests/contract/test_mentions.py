"""Statements are linked to what they speak of."""

from dataclasses import replace

from backwright.contract.ledger import settle
from backwright.contract.mentions import links
from backwright.contract.model import State
from backwright.read.facts import (
    EntityFact,
    Facts,
    OperationFact,
    SentenceFact,
    SentenceKind,
    Statement,
    StatementKind,
)
from backwright.source import Span

PLACE = Span("specs/tasks/spec.md", 12)
DECLARED = {"get:/tasks": ("operation/list_tasks",), "delete:/tasks": ("operation/drop_task",)}
OPERATIONS = (
    OperationFact("GET", "/tasks", PLACE, "get:/tasks"),
    OperationFact("DELETE", "/tasks/{id}", PLACE, "delete:/tasks"),
)
ENTITIES = (EntityFact("Task", PLACE),)


def step(
    verb: str = "", entity: str = "", status: int = 0, operations: tuple[str, ...] = ()
) -> SentenceFact:
    return SentenceFact(
        SentenceKind.STEP,
        "US1.1",
        PLACE,
        "step",
        verb=verb,
        entity=entity,
        status=status,
        operations=operations,
    )


def told(*sentences: SentenceFact) -> Facts:
    return Facts(
        statements=(Statement("US1.1", StatementKind.SCENARIO, "Given …", PLACE),),
        entities=ENTITIES,
        operations=OPERATIONS,
        sentences=sentences,
    )


def test_a_deed_is_the_success_of_the_operation_with_that_path() -> None:
    found = links(told(step("list", "Task")), DECLARED, ())
    assert found == {"US1.1": ("operation/list_tasks/success",)}


def test_a_status_is_a_refusal_of_the_operation() -> None:
    found = links(told(step("delete", "Task", 404)), DECLARED, ())
    assert found == {"US1.1": ("operation/drop_task/refusal/404",)}


def test_an_operation_that_is_named_is_meant() -> None:
    found = links(told(step(status=200, operations=("GET /tasks",))), DECLARED, ())
    assert found == {"US1.1": ("operation/list_tasks/success/200",)}


def test_a_deed_without_a_path_is_that_of_another_sentence() -> None:
    capability = SentenceFact(
        SentenceKind.CAPABILITY, "FR-001", PLACE, "actions", verb="transition", entity="Task"
    )
    facts = told(capability, step("transition", "Task"))
    found = links(facts, {"FR-001": ("operation/finish_task/access",)}, ())
    assert found == {"US1.1": ("operation/finish_task/success",)}


def test_a_status_without_a_deed_is_every_refusal_with_it() -> None:
    built = ("operation/a/refusal/401/unauthenticated", "operation/a/refusal/404/missing")
    assert links(told(step(status=401)), DECLARED, built) == {"US1.1": built[:1]}


def test_a_refusal_without_a_status_is_the_one_with_that_reason() -> None:
    built = ("operation/drop_task/refusal/404/missing", "operation/drop_task/success/204")
    refused = replace(step("delete", "Task"), value="missing")
    assert links(told(refused), DECLARED, built) == {"US1.1": built[:1]}
    assert links(told(replace(refused, value="stale")), DECLARED, built) == {}


def test_a_deed_that_nothing_does_is_not_linked() -> None:
    assert links(told(step("create", "Task", 409)), DECLARED, ()) == {}


def test_a_scenario_is_done_when_what_it_speaks_of_is_asserted() -> None:
    asserted = ("operation/drop_task/refusal/404/missing",)
    (entry,) = settle(told(step("delete", "Task", 404)), DECLARED, (), {}, asserted, asserted)
    assert (entry.state, entry.aspects) == (State.DONE, ("operation/drop_task/refusal/404",))


def said(kind: SentenceKind, *fields: str) -> Facts:
    fact = SentenceFact(kind, "FR-007", PLACE, "any", entity="Order line", fields=fields)
    return Facts(
        statements=(Statement("FR-007", StatementKind.REQUIREMENT, "…", PLACE),), sentences=(fact,)
    )


NOTE = "entity/OrderLine/field/side_note"


def test_what_is_optional_is_a_column() -> None:
    built = (NOTE, f"{NOTE}/type", "entity/OrderLine/field/amount")
    assert links(said(SentenceKind.OPTIONAL, "sideNote"), {}, built) == {"FR-007": (NOTE,)}


def test_what_is_kept_is_an_entity() -> None:
    assert links(said(SentenceKind.PERSISTENCE), {}, (NOTE,)) == {"FR-007": ("entity/OrderLine",)}


def test_what_nobody_built_is_not_linked() -> None:
    assert links(said(SentenceKind.PERSISTENCE), {}, ("entity/Order",)) == {}


def test_a_key_entity_is_the_entity_of_that_name() -> None:
    text = "Order line (order_lines): what a customer wants"
    facts = Facts(statements=(Statement("KE-1", StatementKind.KEY_ENTITY, text, PLACE),))
    assert links(facts, {}, (NOTE,)) == {"KE-1": ("entity/OrderLine",)}
