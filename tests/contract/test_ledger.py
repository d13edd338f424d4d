"""What becomes of every statement."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from backwright.contract.ledger import ANYWAY, LEFT_OPEN, NO_PLACE, UNREAD, settle, summary
from backwright.contract.model import Entry, Option, Question, QuestionKind, State
from backwright.read.facts import Facts, SentenceFact, SentenceKind, Statement, StatementKind
from backwright.source import Span

PLACE = Span("specs/tasks/spec.md", 12)
TITLE = "entity/Task/field/title"
LENGTH = f"{TITLE}/length"


def statement(
    name: str = "FR-001", kind: StatementKind = StatementKind.REQUIREMENT, text: str = "It is so."
) -> Statement:
    return Statement(name, kind, text, PLACE)


def read_as(kind: SentenceKind, value: str = "") -> SentenceFact:
    return SentenceFact(kind, "FR-001", PLACE, "any", value=value)


def entry(
    facts: Facts,
    *aspects: str,
    questions: tuple[Question, ...] = (),
    waiting: dict[str, str] | None = None,
    built: tuple[str, ...] = (),
    asserted: tuple[str, ...] = (),
) -> Entry:
    links = {"FR-001": aspects} if aspects else {}
    (only,) = settle(facts, links, questions, waiting or {}, built, asserted)
    return only


def facts(*sentences: SentenceFact) -> Facts:
    return Facts(statements=(statement(),), sentences=sentences)


def test_all_aspects_asserted_is_done() -> None:
    assert entry(facts(), TITLE, LENGTH, built=(LENGTH,), asserted=(LENGTH,)) == Entry(
        "FR-001", State.DONE, "", (TITLE, LENGTH)
    )


def test_one_aspect_without_a_test_is_built() -> None:
    found = entry(facts(), TITLE, "policy/cors", built=(TITLE, "policy/cors"), asserted=(TITLE,))
    assert (found.state, found.reason) == (State.BUILT, "no test asserts policy/cors")


def test_an_aspect_that_nothing_carries_is_not_understood() -> None:
    found = entry(facts(), TITLE, built=())
    assert (found.state, found.reason) == (State.NOT_UNDERSTOOD, f"nothing carries {TITLE}")


def test_an_open_question_comes_first() -> None:
    question = Question(
        "A3",
        QuestionKind.OPEN,
        "403 or 404?",
        (),
        (Option("404", "hidden", ("x",)),),
        "404",
        ("FR-001",),
    )
    found = entry(facts(), TITLE, questions=(question,), built=(TITLE,), asserted=(TITLE,))
    assert (found.state, found.reason) == (State.ASKED, "A3: 403 or 404?")


def test_a_question_without_names_is_found_by_its_place() -> None:
    question = Question("A4", QuestionKind.OPEN, "which?", (PLACE,), (), "")
    assert entry(facts(), questions=(question,)).state is State.ASKED


def test_a_question_on_the_same_id_in_another_file_is_another() -> None:
    elsewhere = Span("specs/notes/spec.md", 4)
    question = Question("A5", QuestionKind.OPEN, "which?", (elsewhere,), (), "", ("FR-001",))
    assert entry(facts(), questions=(question,)).state is State.NOT_UNDERSTOOD


def test_a_hook_among_its_operations_needs_code_at_its_place() -> None:
    found = entry(
        facts(),
        "operation/quote/success/200",
        waiting={"operation/quote": "app/orders/hooks.py:12"},
        built=("operation/quote/access",),
    )
    assert (found.state, found.reason) == (State.NEEDS_CODE, "app/orders/hooks.py:12")


def test_what_stands_around_a_hook_is_done_all_the_same() -> None:
    access = "operation/quote/access"
    found = entry(
        facts(),
        access,
        waiting={"operation/quote": "app/orders/hooks.py:12"},
        built=(access,),
        asserted=(access,),
    )
    assert found.state is State.DONE


def test_what_is_said_of_all_operations_waits_for_no_hook() -> None:
    quote, waiting = "operation/quote", {"operation/quote": "app/orders/hooks.py:12"}
    found = entry(
        facts(read_as(SentenceKind.DOCUMENTATION)), quote, waiting=waiting,
        built=(f"{quote}/access",),
    )  # fmt: skip
    assert found.state is State.BUILT
    deed = entry(
        facts(read_as(SentenceKind.CAPABILITY)), quote, waiting=waiting,
        built=(f"{quote}/access",),
    )  # fmt: skip
    assert deed.state is State.NEEDS_CODE


def test_requests_are_validated_wherever_there_is_an_operation() -> None:
    said = facts(read_as(SentenceKind.VALIDATION))
    assert entry(said, built=("operation/quote/access",)).state is State.BUILT
    assert entry(said, built=(TITLE,)).state is State.NOT_UNDERSTOOD


def test_behaviour_needs_code_even_without_a_place() -> None:
    found = entry(facts(read_as(SentenceKind.BEHAVIOUR)), TITLE, built=(TITLE,), asserted=(TITLE,))
    assert (found.state, found.reason) == (State.NEEDS_CODE, NO_PLACE)


def test_a_place_of_its_own_is_named() -> None:
    found = entry(facts(read_as(SentenceKind.BEHAVIOUR)), waiting={"FR-001": "app/hooks.py:3"})
    assert (found.state, found.reason) == (State.NEEDS_CODE, "app/hooks.py:3")


def test_out_of_scope_keeps_its_reason() -> None:
    found = entry(facts(read_as(SentenceKind.OUT_OF_SCOPE, "about screens")))
    assert (found.state, found.reason) == (State.OUT_OF_SCOPE, "about screens")


def test_what_was_read_and_not_taken_up_is_not_understood() -> None:
    found = entry(facts(read_as(SentenceKind.CORS)))
    assert found.state is State.NOT_UNDERSTOOD
    assert "cors" in found.reason


def test_what_every_backend_holds_to_is_built_once_there_is_one() -> None:
    said = facts(read_as(SentenceKind.PERSISTENCE), read_as(SentenceKind.STACK, "orm"))
    found = entry(said, built=(TITLE,))
    assert (found.state, found.reason) == (State.BUILT, ANYWAY)
    assert entry(said).state is State.NOT_UNDERSTOOD


def test_what_only_some_backends_hold_to_is_not() -> None:
    for said in (
        read_as(SentenceKind.STACK, "prefix"),
        read_as(SentenceKind.LOGGING, "events"),
        read_as(SentenceKind.CONCEAL, "existence"),
    ):
        assert entry(facts(said), built=(TITLE,)).state is State.NOT_UNDERSTOOD


def test_what_nothing_reads_is_not_understood() -> None:
    found = entry(facts())
    assert (found.state, found.reason) == (State.NOT_UNDERSTOOD, UNREAD)


def test_an_edge_case_that_asks_is_asked_back() -> None:
    asked = statement(kind=StatementKind.EDGE_CASE, text="What if nobody comes?")
    found = entry(Facts(statements=(asked,)))
    assert (found.state, found.reason) == (State.ASKED, LEFT_OPEN)


def test_tasks_and_plans_ask_for_nothing() -> None:
    for kind in (StatementKind.TASK, StatementKind.PLAN):
        assert entry(Facts(statements=(statement(kind=kind),))).state is State.OUT_OF_SCOPE


@given(
    names=st.lists(st.sampled_from(["FR-001", "FR-002", "US1.1", "EC-1", "SC-1"]), max_size=8),
    kinds=st.lists(st.sampled_from(StatementKind), min_size=8, max_size=8),
)
def test_every_statement_has_one_entry_and_every_entry_is_counted(
    names: list[str], kinds: list[StatementKind]
) -> None:
    statements = tuple(statement(name, kind) for name, kind in zip(names, kinds, strict=False))
    entries = settle(Facts(statements=statements), {"FR-002": (TITLE,)}, (), {}, (TITLE,), ())
    assert [each.statement for each in entries] == list(dict.fromkeys(names))
    counted = summary(entries)
    assert list(counted) == list(State)
    assert counted == {state: Counter(each.state for each in entries)[state] for state in State}
