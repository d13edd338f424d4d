"""Operations that end in a message, or begin with one: a forgotten password, an unproved address.

`POST /forgot-password`, `/reset-password`, `/resend-verification`, `GET /verify-email?token=`.
"""

import re
from typing import Final

from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import snake
from backwright.contract.operations import Purpose
from backwright.read.facts import ParameterPlace

_RESET: Final = re.compile(r"forgot|reset|recover", re.IGNORECASE)
_VERIFIES: Final = re.compile(r"verif|confirm|activat", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"e-?mail|account|verification|activat|registration", re.IGNORECASE)
_AGAIN: Final = re.compile(r"re-?send|send|request|again", re.IGNORECASE)
ADDRESSES: Final = frozenset(("email", "email_address", "username", "login", "identifier"))
TOKENS: Final = frozenset(
    ("token", "reset_token", "verification_token", "confirmation_token", "activation_token", "key")
)
NEW: Final = frozenset(("password", "new_password", "new_password1", "plain_password"))


def purpose(work: Workbench, draft: OperationDraft) -> Purpose | None:
    """By the words of the path and by what is sent; None if it is another kind."""
    said = " ".join(part for part in draft.segments if not part.startswith("{"))
    sent = _sent(work, draft)
    if draft.method in ("POST", "PUT", "PATCH") and _RESET.search(said) and "password" in said:
        return _reset(draft, sent)
    if _VERIFIES.search(said) and _ADDRESS.search(f"{said} {draft.fact.summary}"):
        return _verification(draft, said, sent)
    return None


def _reset(draft: OperationDraft, sent: set[str]) -> Purpose | None:
    if sent & NEW and sent & TOKENS and sent <= NEW | TOKENS:
        return Purpose.RESET_PASSWORD
    asks = draft.method == "POST" and len(sent) == 1 and sent <= ADDRESSES
    return Purpose.REQUEST_RESET if asks else None


def _verification(draft: OperationDraft, said: str, sent: set[str]) -> Purpose | None:
    if len(sent) == 1 and sent <= TOKENS and draft.method in ("GET", "POST"):
        return Purpose.VERIFY if _answers_json(draft) else None
    if draft.method == "POST" and _AGAIN.search(said) and len(sent) == 1 and sent <= ADDRESSES:
        return Purpose.REQUEST_VERIFICATION
    return None


def _sent(work: Workbench, draft: OperationDraft) -> set[str]:
    """Names in the body, the query and the path."""
    body = draft.fact.body
    found = {snake(each.name) for each in properties(work, body.shape)} if body else set()
    placed = (ParameterPlace.PATH, ParameterPlace.QUERY)
    return found | {snake(e.property.name) for e in draft.fact.parameters if e.place in placed}


def _answers_json(draft: OperationDraft) -> bool:
    """A page to be looked at is somebody else's to write."""
    success = draft.success
    return success is None or success.shape is None or "json" in (success.content_type or "json")
