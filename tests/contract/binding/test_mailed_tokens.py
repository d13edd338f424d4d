"""Where tokens that are sent are kept, for how long, and what they prove."""

from backwright.contract.operations import Purpose
from backwright.contract.policies import MailedToken, Proves
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.binding.people_for_tests import a_token_table, people
from tests.contract.facts_for_tests import (
    BOOLEAN,
    STRING,
    TIME,
    a_field,
    a_requirement,
    bound,
    contract,
    operation,
    says,
)


def mailed(facts: Facts, proves: Proves = Proves.RESET) -> MailedToken:
    found = contract(facts).auth.mails(proves)
    assert found is not None
    return found


def test_without_a_table_of_the_data_model_there_is_one_of_our_own() -> None:
    found = contract(people())
    kept = mailed(people())
    assert (kept.entity, kept.token, kept.user, kept.expires, kept.used) == (
        "PasswordResetToken", "token_hash", "user_id", "expires_at", "",
    )  # fmt: skip
    assert found.entity("PasswordResetToken").get("token_hash") is not None


def test_the_data_models_own_table_is_taken_with_its_names() -> None:
    used = a_field("PasswordReset", "used", BOOLEAN, 64)
    at = a_field("PasswordReset", "used_at", TIME, 65)
    facts = people(a_token_table("PasswordReset", used, at))
    kept = mailed(facts)
    assert (kept.entity, kept.token, kept.used, kept.used_at) == (
        "PasswordReset", "token", "used", "used_at",
    )  # fmt: skip
    token = contract(facts).entity("PasswordReset").get("token")
    assert token is not None
    assert (token.shape.max_length, token.unique, token.write_only) == (64, True, True)


def test_a_table_that_nobody_can_fill_is_left_alone() -> None:
    channel = a_field("PasswordReset", "channel", STRING, 64, required=True)
    facts = people(a_token_table("PasswordReset", channel))
    assert mailed(facts).entity == "PasswordResetToken"


def test_lifetimes_are_said_or_asked_for() -> None:
    said = says(SentenceKind.TOKEN_LIFETIME, value="reset", seconds=600)
    facts = people() + Facts(sentences=(said,))
    assert mailed(facts).seconds == 600
    assert mailed(facts, Proves.VERIFICATION).seconds == 86_400
    asked = {each.code for each in bound(facts).questions}
    assert "token_lifetime/verification" in asked
    assert "token_lifetime/reset" not in asked


def test_a_new_token_ends_the_old_ones_only_if_somebody_says_so() -> None:
    rule = a_requirement("FR-010", "System MUST invalidate previous reset links when one is sent")
    assert not mailed(people()).replaces
    assert mailed(people() + Facts(statements=(rule,))).replaces


def test_what_is_proved_is_kept_with_the_user() -> None:
    assert mailed(people(), Proves.VERIFICATION).verified == "email_verified"
    facts = people(verified_at=Shape(Kind.DATETIME))
    assert mailed(facts, Proves.VERIFICATION).verified == "verified_at"
    column = contract(people()).entity("User").get("email_verified")
    assert column is not None
    assert (column.required, column.default) == (True, False)


def test_nobody_signs_in_unproved_only_if_somebody_says_so() -> None:
    rule = a_requirement("FR-017", "System MUST prevent unverified users from logging in")
    login = "POST /auth/login"
    assert "unverified" not in {e.reason for e in operation(contract(people()), login).refusals}
    shut = contract(people() + Facts(statements=(rule,)))
    assert "unverified" in {each.reason for each in operation(shut, login).refusals}


def test_sending_needs_code_and_the_rest_does_not() -> None:
    facts = people() + Facts(
        statements=(
            a_requirement("FR-001", "System MUST allow users to reset their password", 1),
            a_requirement("FR-002", "System MUST send a verification email", 2),
        ),
        sentences=(
            says(SentenceKind.BEHAVIOUR, "FR-001", 1, verb="reset", entity="User"),
            says(SentenceKind.BEHAVIOUR, "FR-002", 2, verb="verify", entity="User"),
        ),
    )
    found = bound(facts)
    takes = next(e for e in found.contract.operations if e.purpose is Purpose.RESET_PASSWORD)
    assert f"operation/{takes.id}" in found.links["FR-001"]
    assert found.links["FR-002"] == ("auth/verification_mail",)
    assert "auth/verification_mail" in found.needs_code
