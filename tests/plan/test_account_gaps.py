"""Account operations that only code can carry out."""

from dataclasses import replace

import pytest

from backwright.contract.model import Contract
from backwright.contract.operations import Access, AssignKind, Credentials, Operation, Purpose
from backwright.contract.policies import Issuer
from backwright.plan.account_gaps import gap, with_gaps_as_hooks
from tests.contracts import accounts, orders

OPEN = Access(Credentials.NONE)


def by_purpose(contract: Contract, purpose: Purpose) -> Operation:
    return next(each for each in contract.operations if each.purpose is purpose)


@pytest.mark.parametrize("contract", [accounts.CONTRACT, accounts.EXTERNAL, orders.CONTRACT])
def test_a_whole_contract_stays_as_it_is(contract: Contract) -> None:
    assert with_gaps_as_hooks(contract) is contract


@pytest.mark.parametrize("purpose", [Purpose.REGISTER, Purpose.LOGIN, Purpose.CHANGE_PASSWORD])
def test_without_a_body_nobody_signs_up_or_in(purpose: Purpose) -> None:
    operation = replace(by_purpose(accounts.CONTRACT, purpose), body=None)

    assert gap(accounts.CONTRACT, operation)


def test_a_login_needs_a_password() -> None:
    inputs = tuple(
        replace(each, assigns=tuple(a for a in each.assigns if a.kind is not AssignKind.PASSWORD))
        for each in accounts.CONTRACT.inputs
    )
    broken = replace(accounts.CONTRACT, inputs=inputs)
    left = by_purpose(with_gaps_as_hooks(broken), Purpose.CUSTOM)

    assert gap(broken, by_purpose(broken, Purpose.LOGIN))
    assert left.hook == left.id
    assert any(each.status == 501 for each in left.refusals)


@pytest.mark.parametrize("purpose", [Purpose.ME, Purpose.UPDATE_ME, Purpose.CHANGE_PASSWORD])
def test_ones_own_account_needs_somebody_signed_in(purpose: Purpose) -> None:
    operation = replace(by_purpose(accounts.CONTRACT, purpose), access=OPEN)

    assert gap(accounts.CONTRACT, operation) == "nobody is signed in"


def test_somebody_elses_accounts_are_left_to_code() -> None:
    auth = replace(accounts.CONTRACT.auth, issuer=Issuer.EXTERNAL, user="")
    left = with_gaps_as_hooks(replace(accounts.CONTRACT, auth=auth))

    assert {each.purpose for each in left.operations if each.entity == "User"} == {Purpose.CUSTOM}
