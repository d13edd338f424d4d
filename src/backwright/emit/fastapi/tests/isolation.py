"""`tests/<domain>/test_isolation.py`: who is let in where, from tables of operations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backwright.contract import aspects
from backwright.contract.entities import Entity, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Lookup, Operation, ParameterUse, Purpose
from backwright.contract.policies import ErrorStyle
from backwright.emit.fastapi.tests import asking, only_rows, people
from backwright.emit.fastapi.tests.bodies import body_of
from backwright.emit.fastapi.tests.inputs import status_of
from backwright.emit.fastapi.tests.scene import protected, scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.plan.finders import chain
from backwright.plan.model import GeneratedFile
from backwright.plan.names import domains
from backwright.plan.samples import sample
from backwright.shape import Kind

_ZERO = "00000000-0000-4000-8000-000000000000"
ENDS = (Purpose.LOGOUT, Purpose.CHANGE_PASSWORD)
"""After these a caller's token may be worth nothing any more."""


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that the same people make, about the same people's rows."""

    client: str
    owner: str
    other: str
    other_id: str
    status: int


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    for domain in domains(contract):
        found = [each for each in contract.operations if each.domain == domain]
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
        _missing(suite, found)
        _elsewhere(suite, found)
        _malformed(suite, found)
        _references(suite, found)
        if suite.names:
            text = suite.module.text()
            if "Ask = " in text:
                suite.need(("Callable", "FastAPI", "Awaitable", "Asked", people.id_type(contract)))
            yield suite.printed()


def _grouped(
    contract: Contract, operations: Iterable[Operation], reason: str, default: int
) -> dict[Group, list[Operation]]:
    found: dict[Group, list[Operation]] = {}
    for each in operations:
        client, owner = asking.fixtures(contract, each)
        other = people.other(contract, each) if protected(each) else people.ANONYMOUS
        status = next((e.status for e in each.refusals if e.reason == reason), default)
        key = Group(client, owner, other.client, other.id, status)
        found.setdefault(key, []).append(each)
    return found


def _by(client: str) -> str:
    """What is added to the name of a test whose people are not the usual ones."""
    usual = {"alice", people.ANONYMOUS.client}
    return "" if client in usual else f"_by_{client}"


def _table(operations: list[Operation]) -> str:
    names = ", ".join(asking.function_name(each) for each in operations)
    return f'@pytest.mark.parametrize("ask", [{names}])'


def _ask(group: Group) -> str:
    return f"asked = await ask(app, {group.owner})" if group.owner else "asked = await ask(app)"


def _ask_type(contract: Contract) -> dict[str, str]:
    if people.signs_in(contract):
        return {"ask": "Ask"}
    return {"ask": "Callable[[FastAPI], Awaitable[Asked]]"}


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
    for group, found in _grouped(contract, private, reason, status).items():
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
    lines = [_ask(group)]
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
        f"what_is_not_ones_own_is_not_{found_or_touched}{_by(group.client)}",
        "Nothing happens to it either: its owner's request succeeds afterwards.",
        lines,
        asserts=asserts,
        cases=_table(found),
        given=_ask_type(contract),
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
    for group, found in _grouped(contract, named, "forbidden", status).items():
        lines = [
            _ask(group),
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
            f"nobody_acts_for_somebody_else{_by(group.client)}",
            "The path names another user than the token.",
            lines,
            asserts=asserts,
            cases=_table(found),
            given=_ask_type(contract),
        )


def _anonymous(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    closed = [each for each in operations if protected(each)]
    for group, found in _grouped(contract, closed, "unauthenticated", 401).items():
        lines = [
            _ask(group),
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
            f"without_a_good_token_nobody_is_let_in{_by(group.client)}",
            "The request is a good one: with a token it succeeds.",
            lines,
            asserts=asserts,
            cases=_table(found),
            given=_ask_type(contract),
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


def _missing(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    named = [each for each in operations if _has_missing(contract, each)]
    for group, found in _grouped(contract, named, "missing", 404).items():
        lines = [
            _ask(group),
            "for url in asked.missing:",
            f"    response = await replace(asked, url=url).by({group.client})",
            f"    assert response.status_code == {group.status}, url",
            f"assert (await asked.by({group.client})).status_code == asked.status",
        ]
        asserts = [
            aspects.refusal(each.id, group.status, "missing")
            for each in found
            if any(e.reason == "missing" for e in each.refusals)
        ]
        asserts += [
            aspects.parameter(each.id, parameter.wire)
            for each in found
            for parameter in each.parameters
            if parameter.use is ParameterUse.KEY and parameter.place == "path"
        ]
        suite.test(
            f"what_is_not_there_is_not_found{_by(group.client)}",
            "The request is a good one: on rows that are there it succeeds.",
            lines,
            asserts=asserts,
            cases=_table(found),
            given=_ask_type(contract),
        )


def _has_missing(contract: Contract, operation: Operation) -> bool:
    _, owner = asking.fixtures(contract, operation)
    made = scene(contract, operation, owner)
    refused = any(each.reason == "missing" for each in operation.refusals)
    return refused and any(True for _ in asking.absent(made))


def _elsewhere(suite: Suite, operations: list[Operation]) -> None:
    """A row is found inside its own parent only."""
    contract = suite.contract
    for each in operations:
        if len(each.lookups) < 2 or not each.lookups[-1].through:
            continue
        client, owner = asking.fixtures(contract, each)
        made = scene(contract, each, owner, number=asking.number_of(each))
        above = contract.entity(each.lookups[-2].entity)
        if _other_parent(made.rows, above.name):
            continue
        body = body_of(made)
        parents = each.lookups[:-2]
        values = {}
        if parents and each.lookups[-2].through:
            upper = contract.entity(parents[-1].entity)
            values[each.lookups[-2].through] = f"{made.rows[upper.name]}.{upper.key.name}"
        other = made.add(above, values, f"other_{made.rows[above.name]}")
        place = next(e for e in each.parameters if e.name == each.lookups[-2].parameter)
        if place.place != "path":
            continue
        made.path[place.name] = f"{{{other}.{each.lookups[-2].column}}}"
        status = next((e.status for e in each.refusals if e.reason == "missing"), 404)
        suite.test(
            f"{each.id.strip('_')}_looks_inside_its_own_parent_only",
            "",
            [
                *made.lines,
                f"response = {asking.call(made, body, client)}",
                "",
                f"assert response.status_code == {status}",
            ],
        )


def _other_parent(rows: dict[str, str], name: str) -> bool:
    return name not in rows


def _malformed(suite: Suite, operations: list[Operation]) -> None:
    """An id that cannot be one."""
    contract = suite.contract
    cases: dict[tuple[str, int], list[str]] = {}
    asserts: list[str] = []
    for each in operations:
        status = status_of(each)
        url = _malformed_url(contract, each)
        if status is None or not url or each.body is not None or asking.path_user(each):
            continue
        client, _ = asking.fixtures(contract, each)
        cases.setdefault((client, status), []).append(f"({literal(each.method)}, {literal(url)})")
        asserts.append(aspects.refusal(each.id, status, "invalid"))
    for (client, status), listed in cases.items():
        table = ", ".join(listed)
        suite.test(
            f"an_id_is_what_it_has_to_be{_by(client)}",
            "",
            [
                f"response = await {client}.request(method, url)",
                "",
                f"assert response.status_code == {status}",
            ],
            asserts=asserts,
            cases=f'@pytest.mark.parametrize(("method", "url"), [{table}])',
            given={"method": "str", "url": "str"},
        )


def _malformed_url(contract: Contract, operation: Operation) -> str:
    """The address with a text where the first row's number or UUID has to be, unless another row is
    looked up on its own, and missed."""
    others = [each for each in chain(contract, operation) if each.parent is None]
    named = operation.lookups[0].parameter if operation.lookups else ""
    found = operation.path
    first = True
    for each in operation.parameters:
        if each.place != "path":
            continue
        checked = each.shape.kind in (Kind.UUID, Kind.INTEGER)
        keyed = each.use is ParameterUse.KEY or each.use is ParameterUse.CUSTOM
        alone = len(others) <= (each.name == named)
        if first and not (checked and keyed and alone):
            return ""
        value = "no-id" if first else _ZERO
        if not first and each.shape.kind is not Kind.UUID:
            value = str(sample(each.shape, 1, name=each.name))
        found = found.replace(f"{{{each.name}}}", value)
        first = False
    required = any(e.required and e.place != "path" for e in operation.parameters)
    return "" if first or required else found


def _references(suite: Suite, operations: list[Operation]) -> None:
    """A body refers only to what is there, and to what the caller may reach."""
    contract = suite.contract
    for each in operations:
        if each.body is None or asking.needs_code(each) or not each.entity:
            continue
        entity = contract.entity(each.entity)
        client, owner = asking.fixtures(contract, each)
        number = asking.number_of(each)
        body = body_of(scene(contract, each, owner, number=number))
        for name, sent in (body.columns if body is not None else {}).items():
            own = entity.get(name)
            target = next((e for e in contract.entities if own and e.name == own.references), None)
            user = people.user_entity(contract)
            if own is None or target is None or (user and target.name == user.name):
                continue
            if body is None or body.kind != "json" or (each.body and each.body.multiple):
                continue
            refusal = next(
                (e for e in each.refusals if e.reason == "missing" and e.entity == target.name),
                None,
            )
            if refusal is None or target.name == entity.name:
                continue
            uuid = stored_shape(contract, entity, own).kind is Kind.UUID
            absent = "str(uuid4())" if uuid else "999_999"
            wire = literal(sent.property.name)
            arguments = f"app, {owner}" if owner else "app"
            ask = f"asked = await {asking.function_name(each)}({arguments})"
            suite.test(
                f"{each.id.strip('_')}_refers_to_{name}_that_is_there",
                "",
                [
                    ask,
                    f"asked = replace(asked, json={{**asked.json, {wire}: {absent}}})",
                    f"response = await asked.by({client})",
                    "",
                    f"assert response.status_code == {refusal.status}",
                ],
                asserts=[
                    aspects.refusal(each.id, refusal.status, "missing"),
                    aspects.constraint(entity.name, name, "references"),
                ],
            )
            if target.owner.kind is Ownership.NONE or not protected(each) or each.access.any_owner:
                continue
            other = people.other(contract, each)
            made = scene(contract, each, owner, number=number)
            key = f"foreign.{target.key.name}"
            json = f"str({key})" if uuid else key
            suite.test(
                f"{each.id.strip('_')}_refers_to_ones_own_{name}",
                "",
                [
                    f"foreign = await {made.call(target, {}, other.id)}",
                    ask,
                    f"asked = replace(asked, json={{**asked.json, {wire}: {json}}})",
                    f"response = await asked.by({client})",
                    "",
                    f"assert response.status_code == {refusal.status}",
                ],
                asserts=[
                    aspects.rule(target.name, "owner"),
                    aspects.access(each.id),
                ],
            )
