"""Operations by which somebody signs up, signs in and stays signed in."""

import re
from typing import Final

from backwright.contract.binding import recovery
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.envelopes import holds_tokens
from backwright.contract.binding.gather import properties
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import snake
from backwright.contract.operations import Purpose

_TABLE: Final = (
    (Purpose.REGISTER, "POST", r"register|sign[-_]?up|registration"),
    (Purpose.LOGIN, "POST", r"login|log[-_]in|sign[-_]?in|tokens?|sessions?"),
    (Purpose.REFRESH, "POST", r"refresh|refresh[-_]?tokens?|renew"),
    (Purpose.LOGOUT, "POST", r"logout|log[-_]out|sign[-_]?out"),
    (Purpose.CHANGE_PASSWORD, "POST PUT PATCH", r"change[-_]?password|password"),
    (Purpose.ME, "GET", r"me|whoami|current[-_]?user"),
    (Purpose.UPDATE_ME, "PATCH PUT", r"me|current[-_]?user"),
)
_PATTERNS: Final = tuple(
    (purpose, methods.split(), re.compile(words, re.IGNORECASE))
    for purpose, methods, words in _TABLE
)
_SECRET: Final = frozenset(("password", "plain_password", "passwd"))
LOGIN_NAMES: Final = ("email", "username", "user_name", "login", "phone", "identifier", "handle")


def purpose(work: Workbench, draft: OperationDraft) -> Purpose | None:
    """By the last part of the path, checked against the body; None if it is another kind."""
    recovers = recovery.purpose(work, draft)
    if recovers is not None:
        return recovers
    last = draft.segments[-1] if draft.segments else ""
    names = (
        {snake(p.name) for p in properties(work, draft.fact.body.shape)}
        if draft.fact.body
        else set()
    )
    for found, methods, pattern in _PATTERNS:
        named = draft.method in methods and pattern.fullmatch(last) is not None
        if (
            named
            and _fits(found, names)
            and (found is not Purpose.REFRESH or _of_tokens(draft, names))
        ):
            return found
    if _is_registration(draft, names):
        return Purpose.REGISTER
    return None


def _fits(found: Purpose, names: set[str]) -> bool:
    if found in (Purpose.REGISTER, Purpose.LOGIN):
        return bool(names & _SECRET)
    if found is Purpose.CHANGE_PASSWORD:
        return sum("password" in name for name in names) > 1
    return True


def _of_tokens(draft: OperationDraft, names: set[str]) -> bool:
    """Not every `refresh` renews a token."""
    return bool(names & {"refresh_token", "token", "refresh"}) or any(
        word in part for part in draft.segments for word in ("auth", "token", "session")
    )


def _is_registration(draft: OperationDraft, names: set[str]) -> bool:
    """`POST /users` with a password, without credentials."""
    return (
        draft.method == "POST"
        and bool(names & _SECRET)
        and bool(names & set(LOGIN_NAMES))
        and not draft.segments[-1].startswith("{")
        and draft.fact.security is not True
        and draft.fact.roles == ()
    )


def answers_tokens(work: Workbench, draft: OperationDraft) -> bool:
    """The answer holds a token, at its top or one level below."""
    shape = draft.success.shape if draft.success is not None else None
    if shape is None:
        return False
    schema = work.schemas.get(shape.ref)
    if holds_tokens(schema):
        return True
    return any(holds_tokens(work.schemas.get(each.shape.ref)) for each in properties(work, shape))
