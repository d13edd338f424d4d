"""What sentences say of columns and of entities."""

from dataclasses import replace

from backwright.contract.entities import DerivedKind, Unique
from backwright.read.facts import Facts, SentenceFact, SentenceKind, Statement, StatementKind
from backwright.source import Span
from tests.contract.facts_for_tests import (
    INTEGER,
    SPEC,
    STRING,
    UUID,
    a_field,
    a_property,
    a_schema,
    an_entity,
    an_enum,
    bound,
    contract,
    operation,
    owned_tasks,
    says,
    tasks,
)


def _title(**rest: object) -> SentenceFact:
    kind = rest.pop("kind")
    return says(kind, entity="Task", fields=("title",), **rest)  # type: ignore[arg-type]


def test_length_uniqueness_and_normalisation() -> None:
    told = (
        _title(kind=SentenceKind.LENGTH, maximum=80),
        _title(kind=SentenceKind.UNIQUE),
        _title(kind=SentenceKind.NORMALISE, value="trim"),
    )
    title = contract(tasks() + Facts(sentences=told)).entity("Task").get("title")
    assert title is not None
    assert (title.shape.max_length, title.unique, title.normalise) == (80, True, ("trim",))


def test_unique_within_a_user_is_composite_and_refused_with_409() -> None:
    found = contract(
        owned_tasks() + Facts(sentences=(_title(kind=SentenceKind.UNIQUE, scope=("user_id",)),))
    )
    assert found.entity("Task").uniques == (Unique(("user_id", "title")),)
    refusal = next(e for e in operation(found, "POST /tasks").refusals if e.reason == "duplicate")
    assert refusal.columns == ("user_id", "title")


def test_a_sentence_that_leaves_the_scope_out_means_the_one_of_the_data_model() -> None:
    model = Statement("M-1", StatementKind.MODEL_RULE, "Unique: (user_id, title)", Span(SPEC, 8))
    told = (
        _title(kind=SentenceKind.UNIQUE, line=7),
        _title(kind=SentenceKind.UNIQUE, line=8, statement="M-1"),
    )
    found = contract(owned_tasks() + Facts(statements=(model,), sentences=told))
    assert found.entity("Task").uniques == (Unique(("user_id", "title")),)
    assert not found.entity("Task").get("title").unique  # type: ignore[union-attr]


def test_soft_deletion_makes_its_mark_and_frees_what_was_unique() -> None:
    told = (
        says(SentenceKind.SOFT_DELETE, entity="Task", value="soft"),
        _title(kind=SentenceKind.UNIQUE, scope=("user_id",)),
    )
    task = contract(owned_tasks() + Facts(sentences=told)).entity("Task")
    assert task.soft_delete == "deleted_at"
    assert task.uniques == (Unique(("user_id", "title"), live_only=True),)


def test_soft_and_hard_deletion_are_asked_about() -> None:
    told = (
        says(SentenceKind.SOFT_DELETE, entity="Task", value="soft"),
        says(SentenceKind.SOFT_DELETE, "FR-002", 2, entity="Task", value="hard"),
    )
    found = bound(tasks() + Facts(sentences=told))
    question = next(each for each in found.questions if each.code == "deletion/Task")
    assert [each.line for each in question.spans] == [1, 2]


def test_a_version_is_raised_and_a_stale_one_refused() -> None:
    found = contract(tasks() + Facts(sentences=(says(SentenceKind.VERSION, entity="Task"),)))
    assert found.entity("Task").version == "version"
    reasons = {each.reason for each in operation(found, "PUT /tasks/{task_id}").refusals}
    assert "stale" in reasons


def test_a_state_machine_gives_the_first_state() -> None:
    states = an_entity("Task", a_field("Task", "status", an_enum("new", "done"), 30))
    move = says(SentenceKind.TRANSITION, entity="Task", fields=("status",), values=("new", "done"))
    task = contract(tasks() + Facts(entities=(states,), sentences=(move,))).entity("Task")
    assert task.get("status").default == "new"  # type: ignore[union-attr]


def test_sums_and_limits_over_children() -> None:
    step = an_entity(
        "Step",
        a_field("Step", "task_id", UUID, 20, required=True),
        a_field("Step", "hours", INTEGER, 21),
    )
    rule = Statement(
        "M-2", StatementKind.MODEL_RULE, "Derived: total_hours, the sum of hours over the steps",
        Span(SPEC, 9),
    )  # fmt: skip
    limit = says(SentenceKind.COUNT_LIMIT, entity="Step", scope=("Task",), maximum=5)
    shown = an_entity(
        "Task", a_field("Task", "total_hours", INTEGER, 22, derived="sum of step hours")
    )
    facts = tasks() + Facts(entities=(step, shown), statements=(rule,), sentences=(limit,))
    task = contract(facts).entity("Task")
    assert [(each.name, each.kind, each.columns) for each in task.derived] == [
        ("total_hours", DerivedKind.SUM, ("hours",))
    ]
    assert [each.maximum for each in task.count_limits] == [5]


def test_values_in_prose_are_spelled_as_the_contract_spells_them() -> None:
    kind = an_entity("Task", a_field("Task", "kind", STRING, 30))
    told = says(SentenceKind.ENUM, entity="Task", fields=("kind",), values=("home", "at work"))
    sent = a_schema(
        "TaskCreate", a_property("title"), a_property("kind", an_enum("HOME", "AT_WORK"))
    )
    facts = tasks()
    others = tuple(each for each in facts.schemas if each.name != sent.name)
    facts = replace(facts, schemas=(sent, *others))
    column = contract(facts + Facts(entities=(kind,), sentences=(told,))).entity("Task").get("kind")
    assert column is not None
    assert column.shape.values == ("HOME", "AT_WORK")
