"""Lines of a contract about security and enums are linked to what they speak of."""

from backwright.contract.binding import declared_parts
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.bound import Answers
from backwright.read.facts import Facts, OperationFact, Statement, StatementKind
from backwright.source import Span
from tests.contract.facts_for_tests import API, an_enum

AT = Span(API, 8)


def linked(kind: StatementKind, text: str, file: str = API) -> list[str]:
    statement = Statement("S-1", kind, text, Span(file, 8))
    work = Workbench({}, Answers(), Facts(statements=(statement,)))
    for method, path in (("GET", "/api/tasks"), ("POST", "/api/tasks")):
        fact = OperationFact(method, path, AT, "o")
        work.operations.append(OperationDraft(fact, "x", f"{method.lower()}_tasks", ("tasks",)))
    entity = EntityDraft("Task", written("", AT))
    entity.columns["status"] = ColumnDraft("status", an_enum("open", "done"), written("", AT))
    work.put(entity)
    return [aspect for _, _, aspect in declared_parts.links(work)]


def test_security_of_all_and_of_one() -> None:
    said = StatementKind.SECURITY
    assert linked(said, "Security of every operation: bearer") == [
        "operation/get_tasks/access", "operation/post_tasks/access",
    ]  # fmt: skip
    assert linked(said, "Security of POST /tasks: none") == ["operation/post_tasks/access"]
    assert linked(said, "Security of POST /labels: none") == []
    assert linked(said, "Security of every operation: bearer", "other.yaml") == []
    assert linked(said, "Scheme bearer: http") == ["auth/issuer"]


def test_a_named_enum_is_that_of_the_columns_that_hold_it() -> None:
    said = StatementKind.PROPERTY
    assert linked(said, "Status: one of open, done") == ["entity/Task/field/status/enum"]
    assert linked(said, "Status: one of open, lost") == []
