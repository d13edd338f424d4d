"""A decision is answered in the spelling of the contract, and its test sends what was not there."""

from backwright.emit import emit
from backwright.plan.model import Standing
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    TIME,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_path,
    tasks,
)


def _files() -> dict[str, str]:
    act = an_operation(
        "POST /tasks/{task_id}/approve", answers(200, a_ref("Verdict")), body="Ruling",
        parameters=(in_path("task_id"),),
    )  # fmt: skip
    model = an_entity(
        "Task", a_field("Task", "status", an_enum("Open", "Approved"), 21),
        a_field("Task", "decision_agent_id", line=22), a_field("Task", "decided_at", TIME, 23),
    )  # fmt: skip
    verdict = a_schema(
        "Verdict", a_property("decision", an_enum("approved")), a_property("agent_id"),
        a_property("processed_at", TIME),
    )  # fmt: skip
    facts = Facts(
        entities=(model,), operations=(act,),
        schemas=(a_schema("Ruling", a_property("agent_id")), verdict),
    )  # fmt: skip
    made = emit(contract(tasks() + facts), Standing())
    return {each.path: each.text for each in made.files}


def test_the_property_spells_the_status_as_the_answer_does() -> None:
    text = _files()["app/tasks/models.py"]
    assert "def decision(self) -> str" in text
    assert "self.status.lower()" in text


def test_what_is_sent_is_not_what_the_row_held() -> None:
    text = "".join(text for path, text in _files().items() if path.endswith("test_tasks.py"))
    assert 'json={"agent_id": "Agent id 2"}' in text
    assert '"decision": "approved"' in text
    assert '"decision_agent_id": "Agent id 2"' in text
