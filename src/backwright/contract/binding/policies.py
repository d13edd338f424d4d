"""What holds for the whole backend."""

import re
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import errors, owners
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench, decided, standard, written
from backwright.contract.model import QuestionKind
from backwright.contract.operations import ParameterUse
from backwright.contract.policies import Policies, RateLimit
from backwright.read.facts import ResponseFact, SentenceKind
from backwright.shape import Scalar

_VARIABLE: Final = re.compile(r"[A-Z][A-Z0-9_]{2,60}")


def settle(work: Workbench) -> None:
    work.policies = Policies(
        foreign_status=_foreign(work),
        path_user_status=_path_user(work),
        invalid_status=_invalid(work),
        errors=errors.form(work),
        body_limit=_body_limit(work),
        rate_limits=_rates(work),
        api_prefix=_prefix(work),
        unknown_fields=_unknown(work),
        roles=_roles(work),
    )
    _cors(work)
    for directive in work.facts.directives:
        value = directive.value.strip("` ")
        if directive.name == "database_url_variable" and _VARIABLE.fullmatch(value):
            work.policies = replace(work.policies, database_variable=value)
            break


def _responses(status: int, drafts: list[OperationDraft]) -> list[ResponseFact]:
    return [each for d in drafts for each in d.fact.responses if each.status == status]


def _foreign(work: Workbench) -> int:
    aspect = aspects.policy("foreign_status")
    items = [
        draft
        for draft in work.operations
        if draft.lookups and owners.is_owned(work, draft.lookups[-1].entity)
    ]
    if not items:
        return 404
    work.origin(aspects.policy("isolation"), work.origins[_owner_aspect(work, items[0])][0])
    for fact in work.sentences(SentenceKind.OWNED):
        work.says(aspects.policy("isolation"), fact)
    for fact in work.sentences(SentenceKind.FOREIGN_STATUS):
        if fact.status in (403, 404):
            work.says(aspect, fact)
            return fact.status
    for fact in work.sentences(SentenceKind.CONCEAL):
        if fact.value == "existence":
            work.says(aspect, fact)
            return 404
    for directive in work.facts.directives:
        if directive.name == "foreign_status" and directive.value[:3] in ("403", "404"):
            work.origin(aspect, written(directive.statement, directive.span))
            return int(directive.value[:3])
    missing, forbidden = _responses(404, items), _responses(403, items)
    named = any(p.use is ParameterUse.USER for d in items for p in d.parameters)
    if missing and (not forbidden or named):
        work.origin(aspect, written(missing[0].statement, missing[0].span))
        return 404
    spans = [each.span for each in (*forbidden[:1], *missing[:1])]
    taken = work.choose("foreign_status", "", ("404", "403"), spans=spans)
    work.origin(aspect, decided("foreign_status"))
    return int(taken)


def _owner_aspect(work: Workbench, draft: OperationDraft) -> str:
    name = draft.lookups[-1].entity
    aspect = aspects.rule(name, "owner")
    return aspect if aspect in work.origins else aspects.entity(name)


def _path_user(work: Workbench) -> int:
    aspect = aspects.policy("path_user_status")
    named = [d for d in work.operations if any(p.use is ParameterUse.USER for p in d.parameters)]
    if not named:
        return 403
    for fact in work.sentences(SentenceKind.PATH_USER_STATUS):
        if fact.status in (401, 403, 404):
            work.says(aspect, fact)
            return fact.status
    declared = _responses(403, named)
    if declared:
        work.origin(aspect, written(declared[0].statement, declared[0].span))
    else:
        work.origin(aspect, standard("RFC 9110 §15.5.4"))
    return 403


def _invalid(work: Workbench) -> int:
    """400 only where the contract declares 400 and never 422 for a body."""
    aspect = aspects.policy("invalid_status")
    taking = [draft for draft in work.operations if draft.fact.body is not None]
    bad, unprocessable = _responses(400, taking), _responses(422, taking)
    said = [
        fact
        for fact in work.sentences(SentenceKind.STATUS_WHEN)
        if fact.value == "invalid" and fact.status in (400, 422)
    ]
    for fact in said:
        work.says(aspect, fact)
    declared = 422 if unprocessable else 400 if bad else 0
    first = next(iter(unprocessable or bad), None)
    if first is not None:
        work.origin(aspect, written(first.statement, first.span))
    told = {fact.status for fact in said}
    if declared and told and declared not in told:
        other = next(iter(told))
        spans = [said[0].span, *([first.span] if first is not None else [])]
        return int(
            work.choose(
                "invalid_status", "", (str(declared), str(other)),
                kind=QuestionKind.CONTRADICTION, spans=spans, statements=(said[0].statement,),
            )
        )  # fmt: skip
    if declared or told:
        return declared or min(told)
    work.choose("invalid_status", "", ("422", "400"))
    work.origin(aspect, decided("invalid_status"))
    return int(work.undecided["invalid_status"].taken)


def _body_limit(work: Workbench) -> int:
    for fact in work.sentences(SentenceKind.BODY_LIMIT):
        if fact.maximum:
            work.says(aspects.policy("body_limit"), fact)
            return int(fact.maximum)
    return 0


def _rates(work: Workbench) -> tuple[RateLimit, ...]:
    places = {f"{d.method} {d.fact.path}": d.id for d in work.operations}
    found: list[RateLimit] = []
    for fact in work.sentences(SentenceKind.RATE_LIMIT):
        if not fact.maximum or not fact.seconds:
            continue
        named = tuple(places[each] for each in fact.operations if each in places)
        limit = RateLimit(int(fact.maximum), fact.seconds, named)
        work.says(aspects.policy("rate_limit"), fact)
        if limit not in found:
            found.append(limit)
    return tuple(found)


def _cors(work: Workbench) -> None:
    for fact in work.sentences(SentenceKind.CORS):
        origins = tuple(str(each) for each in fact.values if str(each).startswith("http"))
        variable = str(fact.value) if _VARIABLE.fullmatch(str(fact.value)) else ""
        known = work.policies
        work.policies = replace(
            known,
            cors_origins=tuple(dict.fromkeys((*known.cors_origins, *origins))),
            cors_variable=known.cors_variable or variable or "CORS_ORIGINS",
        )
        work.says(aspects.policy("cors"), fact)


def _prefix(work: Workbench) -> str:
    """What all paths but health begin with, as far as it is no resource."""
    heads = {
        draft.fact.path.split("/" + draft.segments[0])[0] if draft.segments else ""
        for draft in work.operations
        if draft.purpose != "health"
    }
    return next(iter(heads)) if len(heads) == 1 else ""


def _roles(work: Workbench) -> tuple[Scalar, ...]:
    """The values that a user's role may have, else those that operations ask for."""
    user = work.entities.get(work.user)
    column = user.columns.get(work.auth.role) if user is not None else None
    if column is not None and column.shape.values:
        return column.shape.values
    return tuple(dict.fromkeys(role for each in work.operations for role in each.access.roles))


def _unknown(work: Workbench) -> str:
    closed = [
        schema.additional is False
        for draft in work.operations
        if draft.fact.body is not None
        and (schema := work.schemas.get(draft.fact.body.shape.ref)) is not None
    ]
    return "forbid" if closed and all(closed) else "ignore"
