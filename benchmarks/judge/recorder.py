"""A pytest plugin that notes which requests each test of an emitted backend makes."""

import json
import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import pytest
from starlette.applications import Starlette

Message = MutableMapping[str, Any]
_seen: list[tuple[str, str, int]] = []
_tests: list[dict[str, Any]] = []
_call = Starlette.__call__


async def _recording(
    self: Starlette,
    scope: Message,
    receive: Callable[[], Awaitable[Message]],
    send: Callable[[Message], Awaitable[None]],
) -> None:
    async def note(message: Message) -> None:
        if message["type"] == "http.response.start":
            _seen.append((scope["method"], scope["path"], message["status"]))
        await send(message)

    await _call(self, scope, receive, note if scope["type"] == "http" else send)


Starlette.__call__ = _recording  # type: ignore[method-assign]


def pytest_runtest_setup() -> None:
    _seen.clear()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    unwanted = report.skipped or hasattr(report, "wasxfail")
    if report.when == "call" or report.failed or unwanted:
        outcome = "skipped" if unwanted else report.outcome
        text = report.longreprtext.splitlines()[-3:] if report.failed else []
        requests = sorted(set(_seen)) if outcome == "passed" else []
        _tests.append(
            {"test": report.nodeid, "outcome": outcome, "requests": requests, "text": text}
        )


def pytest_sessionfinish() -> None:
    with open(os.environ["JUDGE_RECORD"], "w", encoding="utf-8") as out:
        json.dump(_tests, out)
