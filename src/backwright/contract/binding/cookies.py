"""Sign-ins that answer no token: a session in a cookie, for which a bearer token can stand in."""

from dataclasses import replace

from backwright.contract import aspects
from backwright.contract.binding import accounts
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench, decided
from backwright.contract.entities import Auto
from backwright.contract.operations import Purpose
from backwright.shape import Kind, Property, Shape


def settle(work: Workbench) -> None:
    """Asked, since clients read the token from the answer then."""
    logins = [each for each in work.operations if accounts.purpose(work, each) is Purpose.LOGIN]
    if not logins or any(accounts.answers_tokens(work, each) for each in logins):
        return
    if not _kept_here(work, logins[0]):
        return
    taken = work.choose("cookie_session", "", ("bearer", "code"), spans=(logins[0].fact.span,))
    for draft in logins if taken == "bearer" else ():
        _answer_token(work, draft)


def _kept_here(work: Workbench, login: OperationDraft) -> bool:
    """Users have a password in the data model, or sign up here; the session is a cookie's, or
    nobody says what it is."""
    stored = any(each.auto(Auto.PASSWORD_HASH) is not None for each in work.entities.values())
    registers = any(accounts.purpose(work, each) is Purpose.REGISTER for each in work.operations)
    body = login.success.shape if login.success is not None else None
    return (stored or registers) and body is not None and body.kind is Kind.OBJECT


def _answer_token(work: Workbench, draft: OperationDraft) -> None:
    """The answer as it is, and the token beside."""
    shape = draft.success.shape if draft.success is not None else None
    known = work.schemas.get(shape.ref) if shape is not None else None
    if draft.success is None or shape is None or known is None:
        return
    name = f"{known.name}WithToken"
    while name in work.schemas:
        name = f"{name}_"
    text = Shape(Kind.STRING)
    added = (Property("access_token", text, True), Property("token_type", text, True))
    work.schemas[name] = replace(known, name=name, properties=(*known.properties, *added))
    for each in added:
        work.origin(aspects.property_of(name, each.name), decided("cookie_session"))
    before = draft.success
    draft.success = replace(before, shape=replace(shape, ref=name))
    draft.fact = replace(
        draft.fact,
        responses=tuple(draft.success if r is before else r for r in draft.fact.responses),
    )
