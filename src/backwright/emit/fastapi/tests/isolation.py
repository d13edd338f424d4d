"""`tests/<domain>/test_isolation.py`: who is let in where, from tables of operations."""

from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.entities import Entity, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Lookup, Operation, ParameterUse
from backwright.contract.policies import ErrorStyle
from backwright.emit.fastapi.tests import (
    absent_rows,
    asking,
    malformed_ids,
    narrowed_rows,
    only_rows,
    people,
    referred_rows,
)
from backwright.emit.fastapi.tests.caller_groups import (
    Group,
    ask_type,
    asked_by_owner,
    by_whom,
    grouped,
    table,
)
from backwright.emit.fastapi.tests.scene import protected
from backwright.emit.fastapi.tests.suite import Suite
from backwright.plan.model import GeneratedFile
from backwright.plan.names import domains


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    for domain in domains(contract):
        found = list(contract.operations_in(domain))
        spoken = domain.replace("_", " ")
        suite = Suite(f"tests.{domain}.test_isolation", contract, f"Who is let in to {spoken}.")
        if people.signs_in(contract):
            suite.module.add_first(
                "Ask",
                "Ask = Callable[[FastAPI, " + people.id_type(contract) + "], Awaitable[Asked]]",
            )
            _foreign(suite, found)
            only_rows.write(suite, found)
            _path_users(suite, found)
            _anonymous(suite, found)
            _roles(suite, found)
        absent_rows.not_there(suite, found)
        absent_rows.in_another_parent(suite, found)
        narrowed_rows.write(suite, found)
        malformed_ids.write(suite, found)
        referred_rows.write(suite, found)
        if suite.names:
            text = suite.module.text()
            if "Ask = " in text:
                suite.need(("Callable", "FastAPI", "Awaitable", "Asked", people.id_type(contract)))
            yield suite.printed()


def owned(contract: Contract, lookup: Lookup) -> bool:
    entity = contract.entity(lookup.entity)
    return entity.owner.kind in (Ownership.COLUMN, Ownership.PARENT)


def _first_owned(contract: Contract, operation: Operation) -> Entity | None:
    found = (e for e in operation.lookups if owned(contract, e))
    first = next((e for e in found if e.parameter or not operation.creates), None)
    return contract.entity(first.entity) if first is not None else None


def _foreign(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    private = [
        each
        for each in operations
        if protected(each) and not each.access.any_owner and _first_owned(contract, each)
    ]
    status = contract.policies.foreign_status
    reason = "missing" if status == 404 else "forbidden"
    for group, found in grouped(contract, private, reason, status).items():
        users = [each for each in found if asking.path_user(each)]
        plain = [each for each in found if not asking.path_user(each)]
        _foreign_group(suite, group, plain, moved=False)
        _foreign_group(suite, group, users, moved=True)


def _foreign_group(suite: Suite, group: Group, found: list[Operation], *, moved: bool) -> None:
    """Nothing happens to the row either: its owner's own request still succeeds."""
    if not found:
        return
    contract = suite.contract
    asked = "asked"
    found_or_touched = "found" if group.status == 404 else "touched"
    lines = [asked_by_owner(group)]
    if moved:
        lines.append(
            f"foreign = replace(asked, url=asked.url.replace(str({group.owner}),"
            f" str({group.other_id})))"
        )
        asked = "foreign"
    lines += [
        f"response = await {asked}.by({group.other})",
        "",
        f"assert response.status_code == {group.status}",
    ]
    alike = contract.policies.errors.style is ErrorStyle.DETAIL and group.status == 404
    if alike and not moved and all(_names_first(each) for each in found):
        lines += [
            f"missing = await replace(asked, url=asked.missing[0]).by({group.other})",
            "assert response.json() == missing.json()",
        ]
    lines.append(f"assert (await asked.by({group.client})).status_code == asked.status")
    asserts = [aspects.policy("foreign_status"), aspects.policy("isolation")]
    for each in found:
        asserts.append(aspects.access(each.id))
        asserts += [
            aspects.rule(lookup.entity, "owner")
            for lookup in each.lookups
            if owned(contract, lookup)
        ]
        asserts += [
            aspects.refusal(each.id, group.status, e.reason)
            for e in each.refusals
            if e.status == group.status and e.reason in ("missing", "forbidden")
        ]
    suite.test(
        f"what_is_not_ones_own_is_not_{found_or_touched}{by_whom(group.client)}",
        "Nothing happens to it either: its owner's request succeeds afterwards.",
        lines,
        asserts=asserts,
        cases=table(found),
        given=ask_type(contract),
    )


def _names_first(operation: Operation) -> bool:
    first = operation.lookups[0]
    place = next((e for e in operation.parameters if e.name == first.parameter), None)
    return place is not None and place.place == "path"


def _path_users(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    status = contract.policies.path_user_status
    named = [
        e for e in operations if asking.path_user(e) and protected(e) and not e.access.any_owner
    ]
    for group, found in grouped(contract, named, "forbidden", status).items():
        lines = [
            asked_by_owner(group),
            f"response = await asked.by({group.other})",
            "",
            f"assert response.status_code == {group.status}",
            f"assert (await asked.by({group.client})).status_code == asked.status",
        ]
        asserts = [aspects.policy("path_user_status")]
        for each in found:
            asserts.append(aspects.access(each.id))
            asserts += [
                aspects.parameter(each.id, parameter.wire)
                for parameter in each.parameters
                if parameter.use is ParameterUse.USER
            ]
            asserts += [
                aspects.refusal(each.id, group.status, e.reason)
                for e in each.refusals
                if e.status == group.status and e.reason == "forbidden"
            ]
        suite.test(
            f"nobody_acts_for_somebody_else{by_whom(group.client)}",
            "The path names another user than the token.",
            lines,
            asserts=asserts,
            cases=table(found),
            given=ask_type(contract),
        )


def _anonymous(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    closed = [each for each in operations if protected(each)]
    for group, found in grouped(contract, closed, "unauthenticated", 401).items():
        lines = [
            asked_by_owner(group),
            "response = await asked.by(anonymous)",
            "malformed = replace(asked, headers={**asked.headers,"
            ' "Authorization": "Bearer no-token"})',
            "",
            f"assert response.status_code == {group.status}",
            f"assert (await malformed.by(anonymous)).status_code == {group.status}",
            f"assert (await asked.by({group.client})).status_code == asked.status",
        ]
        asserts = [aspects.access(each.id) for each in found]
        asserts += [aspects.refusal(each.id, group.status, "unauthenticated") for each in found]
        suite.test(
            f"without_a_good_token_nobody_is_let_in{by_whom(group.client)}",
            "The request is a good one: with a token it succeeds.",
            lines,
            asserts=asserts,
            cases=table(found),
            given=ask_type(contract),
        )


def _roles(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    for each in operations:
        for person in people.turned_away(contract, each):
            _, owner = asking.fixtures(contract, each)
            status = next((e.status for e in each.refusals if e.reason == "role"), 403)
            ask = asking.function_name(each)
            lines = [
                f"asked = await {ask}(app, {owner})",
                f"response = await asked.by({person.client})",
                "",
                f"assert response.status_code == {status}",
            ]
            asserts = [aspects.access(each.id), aspects.refusal(each.id, status, "role")]
            name = f"{each.id.strip('_')}_is_not_for_{person.client}"
            suite.test(name, "", lines, asserts=asserts)
