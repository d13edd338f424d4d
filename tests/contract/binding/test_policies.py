"""What holds for the whole backend, who may call, and what is refused."""

from dataclasses import replace

import pytest

from backwright.contract.bind import bind
from backwright.contract.bound import Answers
from backwright.contract.operations import Credentials, Purpose
from backwright.contract.policies import ErrorStyle, RateLimit
from backwright.read.facts import (
    DirectiveFact,
    Facts,
    PlanFact,
    SentenceFact,
    SentenceKind,
    Statement,
    StatementKind,
)
from backwright.shape import Kind, Shape
from backwright.source import Span
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
    SPEC,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    bound,
    contract,
    in_path,
    many,
    operation,
    owned_tasks,
    says,
    tasks,
)


def _declaring(place: str, *statuses: int, **rest: object) -> Facts:
    """Tasks of which one operation declares more answers."""
    facts = owned_tasks()
    changed = tuple(
        replace(each, responses=(*each.responses, *(answers(s) for s in statuses)), **rest)
        if f"{each.method} {each.path}" == place
        else each
        for each in facts.operations
    )
    return replace(facts, operations=changed)


def _said(**rest: object) -> Facts:
    kind = rest.pop("kind")
    return Facts(sentences=(says(kind, **rest),))  # type: ignore[arg-type]


def test_the_declared_status_of_invalid_input_is_taken() -> None:
    assert contract(_declaring("POST /tasks", 400)).policies.invalid_status == 400
    assert contract(_declaring("POST /tasks", 400, 422)).policies.invalid_status == 422


def test_a_sentence_against_the_contract_is_a_contradiction() -> None:
    told = _said(kind=SentenceKind.STATUS_WHEN, value="invalid", status=400)
    found = bound(_declaring("POST /tasks", 422) + told)
    assert found.contract.policies.invalid_status == 422
    question = next(each for each in found.questions if each.code == "invalid_status")
    assert [each.key for each in question.options] == ["422", "400"]


def test_a_declared_404_hides_other_peoples_rows_without_a_question() -> None:
    found = bound(_declaring("GET /tasks/{task_id}", 404))
    assert found.contract.policies.foreign_status == 404
    assert "foreign_status" not in {each.code for each in found.questions}


def test_a_stated_403_is_refused_after_404() -> None:
    told = _said(kind=SentenceKind.FOREIGN_STATUS, status=403)
    found = operation(contract(owned_tasks() + told), "GET /tasks/{task_id}")
    assert [each.status for each in found.refusals] == [401, 404, 403, 422]


@pytest.mark.parametrize(
    ("fact", "attribute", "value"),
    [
        (says(SentenceKind.BODY_LIMIT, maximum=65536), "body_limit", 65536),
        (
            says(SentenceKind.RATE_LIMIT, maximum=60, seconds=60),
            "rate_limits",
            (RateLimit(60, 60),),
        ),
        (says(SentenceKind.CORS, values=("http://a.test",)), "cors_origins", ("http://a.test",)),
    ],
)
def test_limits_of_sentences(fact: SentenceFact, attribute: str, value: object) -> None:
    found = contract(tasks() + Facts(sentences=(fact,)))
    assert getattr(found.policies, attribute) == value


def test_limits_are_refused() -> None:
    told = Facts(
        sentences=(
            says(SentenceKind.BODY_LIMIT, maximum=10),
            says(SentenceKind.RATE_LIMIT, maximum=6, seconds=60),
        )
    )
    found = operation(contract(tasks() + told), "POST /tasks")
    assert [each.status for each in found.refusals] == [422, 413, 429]


def test_an_error_envelope_becomes_a_template() -> None:
    inner = a_schema("ErrorBody", a_property("code"), a_property("message"))
    outer = a_schema(
        "Failure", a_property("success", BOOLEAN), a_property("error", a_ref("ErrorBody"))
    )
    facts = tasks() + Facts(
        schemas=(inner, outer),
        operations=(an_operation("GET /x/tasks", answers(404, a_ref("Failure"))),),
    )
    form = contract(facts).policies.errors
    assert (form.style, form.schema) == (ErrorStyle.ENVELOPE, "Failure")
    assert form.template == (
        ("success", False), ("error.code", "$code"), ("error.message", "$message"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("names", "style"),
    [(("detail",), ErrorStyle.DETAIL), (("type", "title", "status", "detail"), ErrorStyle.PROBLEM)],
)
def test_known_error_forms(names: tuple[str, ...], style: ErrorStyle) -> None:
    shapes = {"status": INTEGER}
    schema = a_schema("Failure", *(a_property(n, shapes.get(n, Shape(Kind.STRING))) for n in names))
    facts = tasks() + Facts(
        schemas=(schema,), operations=(an_operation("GET /x/y", answers(404, a_ref("Failure"))),)
    )
    assert contract(facts).policies.errors.style is style


def test_admin_paths_need_the_role_and_reach_all_rows() -> None:
    facts = owned_tasks() + Facts(
        operations=(
            an_operation(
                "GET /admin/tasks/{task_id}", answers(200, a_ref("Task")), security=True,
                parameters=(in_path("task_id"),),
            ),
        )
    )  # fmt: skip
    found = operation(contract(facts), "GET /admin/tasks/{task_id}")
    assert (found.access.roles, found.access.any_owner) == (("admin",), True)
    assert [each.reason for each in found.refusals][:2] == ["unauthenticated", "role"]


def test_nothing_declared_for_owned_rows_is_protected_all_the_same() -> None:
    facts = tasks() + _said(kind=SentenceKind.OWNED, entity="Task")
    found = bound(facts)
    assert all(e.access.credentials is Credentials.REQUIRED for e in found.contract.operations)
    assert "undeclared_security/Task" in {each.code for each in found.questions}


def test_a_sentence_opens_what_it_names() -> None:
    facts = owned_tasks()
    silent = replace(facts, operations=tuple(replace(e, security=None) for e in facts.operations))
    told = (
        says(SentenceKind.AUTH_REQUIRED),
        says(SentenceKind.PUBLIC, "FR-002", 2, operations=("GET /tasks",)),
    )
    found = contract(silent + Facts(sentences=told))
    assert operation(found, "GET /tasks").access.credentials is Credentials.NONE
    assert operation(found, "POST /tasks").access.credentials is Credentials.REQUIRED


def test_the_secret_has_the_name_that_the_standards_give() -> None:
    directive = DirectiveFact("secret_variable", "BETTER_AUTH_SECRET", Span(SPEC, 1), "S-1")
    assert contract(owned_tasks() + Facts(directives=(directive,))).auth.secret_variable == (
        "BETTER_AUTH_SECRET"
    )


def test_another_stack_is_a_blocking_question_until_somebody_answers() -> None:
    plan = Facts(plan=(PlanFact("dependencies", "Express.js 4", Span(SPEC, 1), "P-1"),))
    assert [each.code for each in bound(tasks() + plan).questions if each.blocking] == ["stack"]
    assert not [e for e in bound(tasks() + plan, stack="fastapi").questions if e.blocking]


def test_a_slug_in_a_path_is_one_rows_alone() -> None:
    slug = an_entity("Task", a_field("Task", "slug", line=70))
    get = an_operation(
        "GET /x/tasks/{slug}", answers(200, a_ref("Task")), parameters=(in_path("slug"),)
    )
    task = contract(tasks() + Facts(entities=(slug,), operations=(get,))).entity("Task")
    assert task.get("slug").unique  # type: ignore[union-attr]


def test_nobody_makes_owned_rows_without_signing_in() -> None:
    found = operation(contract(_declaring("POST /tasks", security=False)), "POST /tasks")
    assert found.purpose is Purpose.CUSTOM


def test_a_question_about_all_lists_of_an_entity_stays_answered() -> None:
    more = an_operation("GET /mine/tasks", answers(200, many("Task")), security=True)
    features = {"specs/001-x": owned_tasks() + Facts(operations=(more,))}
    given = bind(features, Answers(given={"page_bounds/Task": "20/100"}))
    again = bind(features, Answers(recorded=given.decisions)).contract
    assert {each.page.size for each in again.operations if each.page is not None} == {20}


def test_silence_beside_declared_credentials_asks_for_none() -> None:
    facts = tasks()
    changed = tuple(
        replace(each, security=True if each.method == "POST" else None) for each in facts.operations
    )
    told = says(SentenceKind.AUTH_REQUIRED)
    found = contract(replace(facts, operations=changed, sentences=(told,)))
    assert operation(found, "GET /tasks").access.credentials is Credentials.NONE
    assert operation(found, "POST /tasks").access.credentials is Credentials.REQUIRED


def test_silence_about_rows_of_somebody_is_not_taken_for_an_open_door() -> None:
    facts = owned_tasks()
    changed = tuple(
        replace(each, security=True if each.method == "POST" else None) for each in facts.operations
    )
    found = contract(replace(facts, operations=changed))
    assert operation(found, "GET /tasks").access.credentials is Credentials.REQUIRED


def test_nobody_has_a_token_before_signing_in() -> None:
    user = a_schema("UserOut", a_property("id", Shape(Kind.UUID)), a_property("email"))
    body = a_schema("SignIn", a_property("email"), a_property("password"))
    token = a_schema("Token", a_property("access_token"))
    facts = Facts(
        schemas=(user, body, token),
        operations=(
            an_operation(
                "POST /register", answers(201, a_ref("UserOut")), body="SignIn", security=True
            ),
            an_operation("POST /login", answers(200, a_ref("Token")), body="SignIn", security=True),
        ),
    )
    found = contract(facts)
    assert {each.access.credentials for each in found.operations} == {Credentials.NONE}


def test_staff_reach_all_rows_below_their_own_prefix() -> None:
    staff = an_operation("GET /agent/tasks", answers(200, many("Task")), security=True)
    found = operation(contract(owned_tasks() + Facts(operations=(staff,))), "GET /agent/tasks")
    assert (found.access.roles, found.access.any_owner) == (("agent",), True)


def test_a_success_criterion_gives_nobody_an_owner() -> None:
    told = says(SentenceKind.OWNED, "SC-001", entity="Task")
    criterion = Statement("SC-001", StatementKind.SUCCESS_CRITERION, "x", Span(SPEC, 1))
    facts = tasks() + Facts(sentences=(told,), statements=(criterion,))
    assert contract(facts).entity("Task").get("user_id") is None
