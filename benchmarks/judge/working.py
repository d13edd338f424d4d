"""Whether each declared operation does what its method and its schemas promise."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

from benchmarks.judge.comparing import differences
from benchmarks.judge.declared import Declared, anonymous
from benchmarks.judge.naming import filled, identify, noun_of, renamed
from benchmarks.judge.people import Person, find
from benchmarks.judge.requests import STYLES, Sent
from benchmarks.judge.world import USER_PARAMETER, World

Json = Any
BUDGET = 40
KEYS = ("id", "uuid", "name", "code")
LEAVES = re.compile(r"log-?out|sign-?out|password|refresh|deactivat|delete|sessions?$", re.I)


@dataclass
class Outcome:
    """What was seen of one operation."""

    key: str
    working: bool = False
    hook: bool = False
    """It answers 501: code is needed."""
    status: int = 0
    """The last status seen."""
    why: str = ""
    seen: list[int] = field(default_factory=list)
    sent: Sent | None = None
    """The request that succeeded, or the last one."""


async def work(world: World) -> list[Outcome]:
    """Drives every declared operation once, each on rows of its own."""
    found = []
    person = await world.people.somebody()
    for operation in world.operations:
        caller = person
        if LEAVES.search(operation.path) or operation.method == "delete":
            caller = await world.people.somebody()
        try:
            found.append(await judge(world, operation, caller))
        except Exception as error:
            found.append(
                Outcome(operation.key, why=f"driver: {type(error).__name__}: {error}"[:300])
            )
    return found


async def judge(world: World, operation: Declared, person: Person) -> Outcome:
    outcome = Outcome(operation.key)
    sent = await reach(world, operation, person, outcome)
    outcome.status, outcome.sent = sent.status, sent
    outcome.hook = sent.status == 501
    if not sent.succeeded:
        text = sent.answer.text[:160].replace("\n", " ")
        outcome.why = f"{operation.key} as {sent.path} answers {sent.status}: {text}"
        return outcome
    outcome.why = await _kept(world, sent, person)
    outcome.working = not outcome.why
    return outcome


async def reach(world: World, operation: Declared, person: Person, outcome: Outcome) -> Sent:
    """A success of this caller, else of a new one who has nothing yet, else the first refusal."""
    first = await _tried(world, operation, person, outcome)
    if first.succeeded or first.status not in (404, 409):
        return first
    again = await _tried(world, operation, await world.people.somebody(), outcome)
    return again if again.succeeded else first


async def _tried(world: World, operation: Declared, person: Person, outcome: Outcome) -> Sent:
    """The first success among the ways a client would fill a request, else the first refusal."""
    first: Sent | None = None
    for style in STYLES:
        sent = await world.attempt(operation, person, style=style)
        outcome.seen.append(sent.status)
        if sent.succeeded or sent.status == 501:
            return sent
        first = first or sent
        if sent.status == 403:
            sent = await _as_administrator(world, operation, person, sent, outcome)
            if sent.succeeded or sent.status == 501:
                return sent
        stateful = "{" in operation.path or sent.status == 404
        if sent.status in (404, 409, 400, 422) and stateful:
            sent = await _prepared(world, operation, sent, outcome)
            if sent.succeeded:
                return sent
            if sent.status == 404 and world.written(sent):
                sent = await world.attempt(operation, person, sent.ids, style)
                outcome.seen.append(sent.status)
                if sent.succeeded:
                    return sent
        if sent.body is None:
            break
    assert first is not None  # noqa: S101 - STYLES is not empty
    return first


async def _as_administrator(
    world: World, operation: Declared, person: Person, refused: Sent, outcome: Outcome
) -> Sent:
    boss = await world.administrator(operation)
    sent = await world.attempt(operation, boss, refused.ids)
    outcome.seen.append(sent.status)
    if sent.succeeded or sent.status == 501:
        return sent
    if sent.status in (409, 400, 422):
        prepared = await _prepared(world, operation, sent, outcome, helper=person)
        if prepared.succeeded:
            return prepared
    sent = await world.attempt(operation, boss)
    outcome.seen.append(sent.status)
    return sent


async def _prepared(
    world: World, operation: Declared, refused: Sent, outcome: Outcome, helper: Person | None = None
) -> Sent:
    """Tries short sequences of the row's other operations first: a state may be asked for."""
    children, moves = _neighbours(world, operation)
    budget = BUDGET
    sent = refused
    for length in range(1 if refused.status == 404 else 3):
        for chosen in permutations(moves, length):
            ids = await _fresh(world, refused, helper or refused.person)
            for step in (*children, *chosen):
                budget -= 1
                await _step(world, step, helper or refused.person, ids, operation)
            sent = await world.attempt(operation, refused.person, ids)
            outcome.seen.append(sent.status)
            if sent.succeeded or budget <= 0:
                return sent
    return sent


async def _fresh(world: World, refused: Sent, owner: Person) -> dict[str, str]:
    """Parameters of the path for a new row of the owner."""
    probe = await world.attempt(refused.operation, owner) if owner is not refused.person else None
    ids = dict(probe.ids) if probe is not None else {}
    if not ids:
        for name in re.findall(r"\{([^}]*)\}", refused.operation.path):
            ids[name] = await world.parameter(refused.operation, name, owner, ids, 0)
    return ids


async def _step(
    world: World, step: Declared, person: Person, ids: Mapping[str, str], target: Declared
) -> None:
    known = renamed(step.path, target.path, ids)
    sent = await world.attempt(step, person, known)
    if sent.status == 403:
        await world.attempt(step, await world.administrator(step), known)


def _parameters(operation: Declared) -> list[re.Match[str]]:
    return list(re.finditer(r"\{([^}]*)\}", operation.path))


def _of_user(name: str) -> bool:
    return bool(USER_PARAMETER.match(name))


def _neighbours(world: World, operation: Declared) -> tuple[list[Declared], list[Declared]]:
    """What adds children to the row that an operation is about, and what else moves the row."""
    stop = next(
        (each.end() for each in _parameters(operation) if not _of_user(each.group(1))), None
    )
    whole = operation.path[:stop]
    row = anonymous(whole)
    below = [each for each in world.operations if anonymous(each.path).startswith(row + "/")]
    posts = [
        each for each in below if each.method in ("post", "put", "patch") and each is not operation
    ]
    children = [each for each in posts if each.method == "post" and 201 in each.successes]
    moves = [
        each for each in posts if each not in children and each.path.count("{") == whole.count("{")
    ]
    for method in ("POST", "PUT"):
        # What is to be taken away must have been put there: a label on a task, a like on a post.
        here = world.operation(method, operation.path)
        if here is not None and here is not operation and here not in children:
            children.insert(0, here)
            break
    return children, moves[:6]


async def _kept(world: World, sent: Sent, person: Person) -> str:
    """Why the effect of a success is not what it should be; empty if it is. A reader that needs
    code itself (501) is no witness: then the list is one, or else the answer."""
    operation = sent.operation
    if operation.method == "post" and isinstance(sent.json, dict) and isinstance(sent.body, dict):
        return await _created(world, sent)
    if operation.method in ("put", "patch") and isinstance(sent.body, dict):
        return await _changed(world, sent, person)
    if operation.method == "delete":
        return await _ended(world, sent)
    if operation.method == "get" and not operation.path.endswith("}"):
        return await _listed(world, sent)
    return ""


def _reader(world: World, operation: Declared) -> Declared | None:
    """What reads the rows that a collection's operation makes."""
    for each in world.operations:
        path = anonymous(each.path)
        if each.method == "get" and path == anonymous(operation.path) + "/{}":
            return each
    return None


async def _created(world: World, sent: Sent) -> str:
    wrong = differences(sent.body, sent.json)
    if wrong:
        return f"{sent.operation.key}: answers other values than were sent: {wrong}"
    reader = _reader(world, sent.operation)
    if reader is None:
        return ""
    name = re.findall(r"\{([^}]*)\}", reader.path)[-1]
    key = identify(sent.json, name, noun_of(sent.operation.path))
    if key is None:
        lost = f"{sent.operation.key}: its answer has no {name} to read it by"
        return await _shown(world, sent, lost)
    ids = renamed(reader.path, sent.operation.path, sent.ids) | {name: str(key)}
    read = await _read(world, reader, sent.person, ids)
    if read.status == 501:
        return await _shown(world, sent, "")
    if read.status != 200:
        return f"{sent.operation.key}: what was made is read with {read.status}"
    wrong = differences(sent.body, read.json)
    return f"{sent.operation.key}: reads back other values: {wrong}" if wrong else ""


async def _shown(world: World, sent: Sent, alone: str) -> str:
    """Why a list does not show what was made; `alone` if there is no list."""
    lister, key = world.operation("GET", sent.operation.path), find(sent.json, KEYS)
    if lister is None or key is None:
        return alone
    listed = await world.attempt(lister, sent.person, sent.ids)
    if listed.status == 501:
        return alone
    return "" if str(key) in listed.answer.text else f"{sent.operation.key}: the list lacks it"


async def _changed(world: World, sent: Sent, person: Person) -> str:
    above = sent.operation.path.rpartition("/")[0]
    reader = world.operation("GET", sent.operation.path)
    if reader is None and above.endswith("}"):
        reader = world.operation("GET", above)
    if reader is None:
        return ""
    read = await _read(world, reader, sent.person, sent.ids)
    if read.status in (403, 404):
        # Whoever may change everybody's rows reads only what is their own.
        read = await _read(world, reader, person, sent.ids)
    if read.status == 501:
        return _answered(sent)
    if read.status != 200:
        return f"{sent.operation.key}: what was changed is read with {read.status}"
    wrong = differences(sent.body, read.json)
    return f"{sent.operation.key}: the change reads back as other values: {wrong}" if wrong else ""


def _answered(sent: Sent) -> str:
    wrong = differences(sent.body, sent.json) if isinstance(sent.json, dict) else ""
    return f"{sent.operation.key}: answers other values than were sent: {wrong}" if wrong else ""


async def _ended(world: World, sent: Sent) -> str:
    reader = world.operation("GET", sent.operation.path)
    if reader is None:
        return ""
    read = await _read(world, reader, sent.person, sent.ids)
    if read.status < 400:
        return f"{sent.operation.key}: what was deleted is still read with {read.status}"
    return ""


async def _listed(world: World, sent: Sent) -> str:
    """Makes a row and looks for it in the list, where a collection has both operations."""
    creator = world.operation("POST", sent.operation.path)
    if creator is None or not creator.successes or not _holds_rows(sent.json):
        return ""
    row = await world.row(creator, sent.person, sent.ids, told=_said(sent.operation))
    if row is None:
        return ""
    key = find(row, KEYS)
    path = sent.path
    query = dict.fromkeys(_page_names(sent.operation), 100)
    answer = await world.booted.send("GET", path, headers=sent.person.headers, params=query or None)
    if key is not None and str(key) not in answer.text:
        return f"{sent.operation.key}: does not show a row that was made ({answer.status_code})"
    return ""


def _said(operation: Declared) -> str:
    """`List published posts`: only such rows are promised."""
    return " ".join(str(operation.node.get(each) or "") for each in ("summary", "description"))


def _page_names(operation: Declared) -> list[str]:
    names = [str(each.node.get("name")) for each in operation.parameters]
    return [
        name for name in names if re.fullmatch(r"limit|(page_?|per_?)?size|per_?page", name, re.I)
    ]


def _holds_rows(value: Json) -> bool:
    if isinstance(value, list):
        return True
    return isinstance(value, dict) and any(isinstance(each, list) for each in value.values())


async def _read(world: World, reader: Declared, person: Person, ids: Mapping[str, str]) -> Sent:
    path = filled(reader.path, renamed(reader.path, reader.path, ids) | dict(ids))
    answer = await world.booted.send("GET", path, headers=person.headers)
    return Sent(reader, path, None, answer, person, dict(ids))


def summary(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    return {
        each.key: {
            "working": each.working,
            "hook": each.hook,
            "status": each.status,
            "why": each.why,
            "seen": sorted(set(each.seen)),
        }
        for each in outcomes
    }
