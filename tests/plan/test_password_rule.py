"""The rule for new passwords."""

import re
from dataclasses import replace

import pytest

from backwright.contract.policies import PasswordRule
from backwright.plan.password_rule import bounded, pattern, with_password_rule
from backwright.shape import Kind, Shape
from tests.contracts.accounts import CONTRACT, EXTERNAL

ALL = PasswordRule(12, 64, ("lower", "upper", "digit", "special"))


@pytest.mark.parametrize("password", ["aB3!", "!3Ba", "\naB3-", "Aa1\u20ac"])
def test_a_password_with_every_class_matches(password: str) -> None:
    assert re.search(pattern(ALL), password)


@pytest.mark.parametrize("password", ["", "aB3", "aB3 ", "aB!", "a3!", "B3!"])
def test_a_password_without_one_of_the_classes_does_not(password: str) -> None:
    assert not re.search(pattern(ALL), password)


def test_no_class_is_no_pattern() -> None:
    assert pattern(PasswordRule()) == ""


def test_the_stricter_bound_holds() -> None:
    shape = bounded(Shape(Kind.STRING, min_length=6, max_length=40), ALL)

    assert (shape.min_length, shape.max_length) == (12, 40)


def test_new_passwords_are_ruled_and_known_ones_are_not() -> None:
    ruled = with_password_rule(replace(CONTRACT, auth=replace(CONTRACT.auth, password_rule=ALL)))

    def least(schema: str, name: str) -> int | None:
        own = ruled.schema(schema).get(name)
        return own.shape.min_length if own is not None else -1

    assert least("Registration", "password") == 12
    assert least("NewPassword", "new_password") == 12
    assert least("NewPassword", "old_password") is None
    assert least("SignIn", "password") is None


def test_somebody_elses_passwords_are_not_ours_to_rule() -> None:
    assert with_password_rule(EXTERNAL) is EXTERNAL
