"""What health answers while the database is down."""

from backwright.contract import aspects
from backwright.contract.operations import Operation
from backwright.emit.fastapi.tests import asking, error_answers
from backwright.emit.fastapi.tests.conflicts import refused
from backwright.emit.fastapi.tests.suite import Suite


def write(suite: Suite, operation: Operation) -> None:
    for each in operation.refusals:
        if each.reason != "database_down" or asking.needs_code(operation):
            continue
        made = refused(suite, operation, each)
        lines = [
            *made.scene.lines,
            "sessions = app.state.sessions",
            'nowhere = create_engine("sqlite+aiosqlite:////there/is/no/such/folder.db")',
            "app.state.sessions = create_sessions(nowhere)",
            f"response = {asking.call(made.scene, made.body, made.client)}",
            "app.state.sessions = sessions",
            "",
            f"assert response.status_code == {each.status}",
            f"assert {error_answers.form(suite.contract, each.status, each.detail)}",
        ]
        name = f"{operation.id.strip('_')}_tells_that_the_database_is_down"
        aspect = aspects.refusal(operation.id, each.status, each.reason)
        suite.test(name, "", lines, asserts=[aspect])
