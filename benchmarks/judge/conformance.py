"""Schemathesis against the running backend, with the author's own file and a signed-in caller."""

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from httpx2 import Response
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import InvalidArgument as Unsupported
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from benchmarks.judge.declared import Declared, Files, base_path
from benchmarks.judge.requests import Sent
from benchmarks.judge.working import Outcome
from benchmarks.judge.world import World

Json = Any
AnyCase = Case[Any]
REFUSALS = (400, 401, 403, 404, 405, 409, 413, 422, 429)
EXAMPLES = 8


@dataclass
class Conformance:
    """What one operation showed."""

    key: str
    observed: bool = False
    """A declared 2xx came and its body was checked."""
    failures: list[str] = field(default_factory=list)
    refusals_differ: list[str] = field(default_factory=list)
    """Declared refusals whose bodies are not as the author wrote; told, not counted."""
    undeclared: dict[int, str] = field(default_factory=dict)
    """Refusals that the author forgot to declare, each with an example."""


async def conform(world: World, outcomes: Sequence[Outcome]) -> list[Conformance]:
    """Runs each operation with what succeeded before, then with generated cases."""
    by_key = {each.key: each for each in outcomes}
    found = []
    loaded: dict[str, Any] = {}
    for operation in world.operations:
        result = Conformance(operation.key)
        try:
            target = _operation(loaded, world.files, operation)
            await _run(world, operation, target, by_key[operation.key], result)
        except Exception as error:
            result.failures.append(f"not run: {type(error).__name__}: {str(error)[:200]}")
        found.append(result)
    return found


def _operation(loaded: dict[str, Json], files: Files, operation: Declared) -> Json:
    name = str(operation.file)
    document = files.load(operation.file)
    if name not in loaded:
        schema = schemathesis.openapi.from_dict(json.loads(json.dumps(document, default=str)))
        schema.location = operation.file.as_uri()
        loaded[name] = schema
    path = operation.path.removeprefix(base_path(document))
    return loaded[name][path][operation.method.upper()]


async def _run(
    world: World, operation: Declared, target: Json, outcome: Outcome, result: Conformance
) -> None:
    prefix = base_path(world.files.load(operation.file))
    sent = outcome.sent
    if sent is None:
        return
    if sent.succeeded:
        _check(operation, _case_of(target, sent), sent.answer, result)
    person = sent.person
    for case in _cases(target):
        ids = sent.ids
        if operation.method == "delete" or not sent.succeeded:
            ids = {}
        case.path_parameters = {**(case.path_parameters or {}), **ids}
        answer = await _send(world, case, prefix, person.headers)
        if answer is not None:
            _check(operation, case, answer, result)


def _case_of(target: Json, sent: Sent) -> AnyCase:
    options: dict[str, Any] = {}
    if sent.body is not None:
        options = {"body": sent.body, "media_type": next(iter(_media(target)), "application/json")}
    return target.Case(path_parameters=sent.ids, headers={}, query={}, **options)  # type: ignore[no-any-return]


def _media(target: Json) -> list[str]:
    return [str(body.media_type) for body in target.body]


def _cases(target: Json) -> Iterator[AnyCase]:
    """Generated cases: what the schemas allow, then what they forbid."""
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        yield from _drawn(target.as_strategy(generation_mode=mode))


def _drawn(strategy: Json) -> list[AnyCase]:
    drawn: list[AnyCase] = []

    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(case: AnyCase) -> None:
        drawn.append(case)

    with contextlib.suppress(Unsatisfiable, Unsupported):
        draw()
    return drawn[:EXAMPLES]


async def _send(
    world: World, case: AnyCase, prefix: str, headers: Mapping[str, str]
) -> Response | None:
    wanted = case.as_transport_kwargs(base_url="http://test" + prefix)
    options = {key: wanted[key] for key in ("params", "data", "files") if wanted.get(key)}
    own = {key: str(value) for key, value in (wanted.get("headers") or {}).items()}
    try:
        if "json" in wanted:
            options["content"] = json.dumps(wanted["json"]).encode()
        return await world.booted.send(
            wanted["method"], wanted["url"], headers=own | dict(headers), **options
        )
    except (UnicodeError, ValueError, TypeError, AttributeError):
        return None  # the client cannot put it on the wire
    except Exception as error:
        if type(error).__module__.startswith("httpx2"):
            return None
        raise


def _check(operation: Declared, case: AnyCase, answer: Response, result: Conformance) -> None:
    status = answer.status_code
    if status == 501:
        return
    if status >= 500:
        result.failures.append(f"{operation.key}: {status} to {_asked(case)}")
        return
    if status not in operation.statuses:
        if status in REFUSALS:
            result.undeclared.setdefault(status, answer.text[:120])
        elif not _default(operation):
            result.failures.append(f"{operation.key}: undeclared {status}")
        return
    _fails(case, answer, checks.content_type_conformance, result.failures, operation)
    success = 200 <= status < 300
    bodies = result.failures if success else result.refusals_differ
    _fails(case, answer, checks.response_schema_conformance, bodies, operation)
    _fails(case, answer, not_a_server_error, result.failures, operation)
    result.observed = result.observed or success


def _fails(
    case: AnyCase, answer: Response, check: Json, into: list[str], operation: Declared
) -> None:
    try:
        case.validate_response(answer, checks=[check])
    except BaseExceptionGroup as group:
        text = " ".join(str(group.exceptions[0]).split())
        line = f"{operation.key} {answer.status_code}: {text}"[:400]
        if line not in into:
            into.append(line)


def _default(operation: Declared) -> bool:
    return any(not str(code).isdigit() for code in operation.node.get("responses") or {})


def _asked(case: AnyCase) -> str:
    body = "" if type(case.body).__name__ == "NotSet" else str(case.body)[:120]
    return f"{case.method} {case.formatted_path} {str(case.query or '')[:120]} {body}".strip()


def summary(found: Sequence[Conformance]) -> dict[str, Json]:
    return {
        each.key: {
            "observed": each.observed,
            "conforming": each.observed and not each.failures,
            "failures": each.failures[:3],
            "refusals_differ": each.refusals_differ[:2],
            "undeclared": {str(status): text for status, text in sorted(each.undeclared.items())},
        }
        for each in found
    }
