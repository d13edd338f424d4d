"""Sign-ins: a session is its owner's alone."""

from backwright.contract.entities import Entity
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.successes import Success
from backwright.emit.fastapi.tests.suite import factory_name
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.plan.own_tables import session_entity_of


def write(made: Success, user: Entity, door: str, opened: int) -> None:
    """`door` is a page for people who signed in, answered with the status `opened`."""
    if not needs.sessions(made.contract) or user.name not in made.scene.rows:
        return
    if door:
        _of_somebody_else(made, user, door, opened)
    _run_out(made, user)


def _of_somebody_else(made: Success, user: Entity, door: str, opened: int) -> None:
    add, key = _add(made), user.key.name
    mine = made.scene.rows[user.name]

    def token(begun: str) -> str:
        return f"app.state.tokens.issue({mine}.{key}, {begun}.id)"

    made.suite.test(
        "a_token_goes_with_its_own_session_only",
        "Somebody else's sign-in opens nothing, though it goes on.",
        [
            *_people(made, user),
            f"own = await {add}(app, {mine}.{key})",
            f"foreign = await {add}(app, somebody.{key})",
            f"async with client_of(app, {token('own')}) as client:",
            f"    with_own = await client.get({literal(door)})",
            f"async with client_of(app, {token('foreign')}) as client:",
            f"    with_foreign = await client.get({literal(door)})",
            "",
            f"assert (with_own.status_code, with_foreign.status_code) == ({opened}, 401)",
        ],
    )


def _run_out(made: Success, user: Entity) -> None:
    add, key = _add(made), user.key.name
    mine = made.scene.rows[user.name]
    past = "expires_at=utcnow() - timedelta(days=1)"
    made.suite.module.use_from("app.core.db", "utcnow")
    made.suite.test(
        f"{made.operation.id.strip('_')}_clears_ones_own_old_sessions",
        "What has run out is cleared away, and nothing of anybody else.",
        [
            *_people(made, user),
            f"own = await {add}(app, {mine}.{key}, {past})",
            f"foreign = await {add}(app, somebody.{key}, {past})",
            f"response = {asking.call(made.scene, made.body, made.client)}",
            "",
            f"assert response.status_code == {made.operation.result.status}, response.text",
            "assert await again(app, own) is None",
            "assert await again(app, foreign) is not None",
        ],
    )


def _people(made: Success, user: Entity) -> list[str]:
    return [*made.scene.lines, f"somebody = await {made.scene.call(user, {})}"]


def _add(made: Success) -> str:
    kept = session_entity_of(made.contract)
    return factory_name(kept)
