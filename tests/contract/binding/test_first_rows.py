"""The caller's one and only row."""

from backwright.contract.model import Contract
from backwright.contract.operations import Purpose
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    contract,
    in_path,
    operation,
)


def settings(*, default: str = "", whole: bool = False, made: bool = False) -> Contract:
    theme = a_field(
        "Setting", "theme", line=21, required=True, **({"default": default} if default else {})
    )
    shown = a_schema("Setting", a_property("id"), a_property("theme"))
    body = a_schema("SettingUpdate", a_property("theme", required=whole))
    operations = [
        an_operation("GET /settings", answers(200, a_ref("Setting")), security=True),
        an_operation(
            "PUT /settings", answers(200, a_ref("Setting")), body="SettingUpdate", security=True
        ),
    ]
    if made:
        operations.append(
            an_operation(
                "POST /settings",
                answers(201, a_ref("Setting")),
                body="SettingUpdate",
                security=True,
            )
        )
    model = an_entity("Setting", theme, a_field("Setting", "user_id", line=22))
    return contract(Facts(entities=(model,), schemas=(shown, body), operations=tuple(operations)))


def test_it_is_made_from_its_defaults_when_it_is_first_asked_for() -> None:
    found = settings(default="light")
    assert [each.creates for each in found.operations] == [True, True]
    assert found.entity("Setting").get("user_id").unique  # type: ignore[union-attr]
    reasons = {refusal.reason for each in found.operations for refusal in each.refusals}
    assert "missing" not in reasons


def test_a_whole_body_makes_it_and_until_then_it_is_missing() -> None:
    found = settings(whole=True)
    read, written = operation(found, "GET /settings"), operation(found, "PUT /settings")
    assert (read.creates, written.creates, written.purpose) == (False, True, Purpose.REPLACE)
    assert "missing" in {each.reason for each in read.refusals}


def test_what_nothing_can_make_is_a_hook() -> None:
    found = settings()
    assert all(each.hook and "theme" in each.needs for each in found.operations)


def test_what_an_operation_makes_is_made_by_it_alone() -> None:
    assert not any(each.creates for each in settings(default="light", made=True).operations)


def test_where_the_path_says_which_none_is_made_by_reading_it() -> None:
    """There is one for each audit: what is not there is missing."""
    model = an_entity(
        "Workflow",
        a_field("Workflow", "state", line=21, required=True, default="open"),
        a_field("Workflow", "audit_id", UUID, line=22),
        a_field("Workflow", "user_id", line=23),
    )
    found = contract(
        Facts(
            entities=(model,),
            schemas=(a_schema("Workflow", a_property("id"), a_property("state")),),
            operations=(
                an_operation(
                    "GET /audits/{audit_id}/workflow",
                    answers(200, a_ref("Workflow")),
                    parameters=(in_path("audit_id"),),
                    security=True,
                ),
            ),
        )
    )
    [read] = found.operations
    assert (read.purpose, read.creates) == (Purpose.GET, False)
    assert "missing" in {each.reason for each in read.refusals}
