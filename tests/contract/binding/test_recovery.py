"""Which operations send a token, and which take one."""

from dataclasses import replace

import pytest

from backwright.contract.operations import Assign, AssignKind, ParameterUse, Purpose
from backwright.read.facts import Facts
from tests.contract.binding.people_for_tests import AGAIN, FORGOT, RESET, VERIFY, asked, people
from tests.contract.facts_for_tests import a_property, answers, contract, operation


def without(facts: Facts, place: str) -> Facts:
    method, path = place.split()
    kept = tuple(e for e in facts.operations if (e.method, e.path) != (method, path))
    return replace(facts, operations=kept)


@pytest.mark.parametrize(
    ("place", "purpose"),
    [
        (FORGOT, Purpose.REQUEST_RESET),
        (RESET, Purpose.RESET_PASSWORD),
        (AGAIN, Purpose.REQUEST_VERIFICATION),
        (VERIFY, Purpose.VERIFY),
    ],
)
def test_each_is_told_by_path_and_body(place: str, purpose: Purpose) -> None:
    assert operation(contract(people()), place).purpose is purpose


@pytest.mark.parametrize(
    "path",
    [
        "/password/reset-request",
        "/auth/password-reset",
        "/users/password/forgot",
        "/recover-password",
    ],
)
def test_a_reset_is_asked_for_under_many_names(path: str) -> None:
    email = a_property("email")
    facts = without(people(), FORGOT)
    facts += asked(f"POST {path}", email, name="Asks", done=answers(200))
    assert operation(contract(facts), f"POST {path}").purpose is Purpose.REQUEST_RESET


def test_a_reset_with_more_than_token_and_password_needs_code() -> None:
    facts = without(people(), RESET)
    more = (a_property("token"), a_property("new_password"), a_property("pin"))
    facts += asked(RESET, *more, name="More", done=answers(204))
    assert operation(contract(facts), RESET).purpose is Purpose.CUSTOM


def test_what_nothing_takes_is_not_sent() -> None:
    found = operation(contract(without(people(), RESET)), FORGOT)
    assert (found.purpose, found.needs) == (
        Purpose.CUSTOM, "nothing takes the token that it sends",
    )  # fmt: skip


def test_bodies_hold_addresses_tokens_and_passwords() -> None:
    found = contract(people())
    asks, takes = found.input("Forgot", "User"), found.input("Reset", "User")
    assert asks is not None
    assert takes is not None
    assert asks.assigns == (Assign("email", AssignKind.LOGIN, "email"),)
    assert [each.kind for each in takes.assigns] == [AssignKind.TOKEN, AssignKind.PASSWORD]
    [token] = operation(found, VERIFY).parameters
    assert token.use is ParameterUse.SECRET


def test_a_bad_token_is_refused_as_is_declared() -> None:
    found = contract(people())
    for place, status in ((RESET, 400), (VERIFY, 410)):
        refused = operation(found, place).refusals
        assert [each.status for each in refused if each.reason == "credentials"] == [status]
