"""A sign-in that answers no token: a session in a cookie, or a bearer token in its stead."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.contract.operations import Purpose
from backwright.review.rule import Rule


def ask(_: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    places = [
        f"{each.method} {each.path}"
        for each in contract.operations
        if each.purpose is Purpose.LOGIN or each.needs == "its answer holds no token"
    ] or ["sign-in"]
    return "Sign-in answers no token. How does the backend know who is asking?", (
        Option(
            "bearer", "by a bearer token that sign-in answers beside what is declared",
            tuple(f"{each}: access_token and token_type in the answer" for each in places),
        ),
        Option(
            "code", "by a session in a cookie, which somebody writes",
            tuple(f"{each}: a hook" for each in places),
        ),
    )  # fmt: skip


RULE: Final = Rule("cookie_session", ask)
