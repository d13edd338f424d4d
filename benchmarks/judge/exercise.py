"""Boots a migrated backend here and judges it: `exercise ROOT FEATURE BACKEND DB OUT`."""

import asyncio
import json
import logging
import sys
import traceback
from pathlib import Path
from typing import Any

from benchmarks.judge import conformance, declared, emitted, working
from benchmarks.judge.application import Booted, boot, environment
from benchmarks.judge.people import People
from benchmarks.judge.world import World

Json = Any


async def exercise(root: Path, feature: Path, backend: Path, database: Path) -> dict[str, Json]:
    files = declared.Files(root)
    operations = declared.operations(files, feature)
    found: dict[str, Json] = {"boots": False, "broken": files.broken}
    try:
        async with boot(backend, environment(backend, database), database) as booted:
            found["boots"] = True
            found["emitted"] = emitted.compare(files, operations, booted.openapi)
            found["successes"] = emitted.successes(booted.openapi)
            found["hooks"] = sorted(emitted.hooks(booted.openapi))
            await _drive(files, operations, booted, found)
    except Exception:
        found["why"] = traceback.format_exc().strip().splitlines()[-12:]
    return found


async def _drive(
    files: declared.Files,
    operations: list[declared.Declared],
    booted: Booted,
    found: dict[str, Json],
) -> None:
    there = emitted.announced(booted.openapi)
    present = [each for each in operations if each.key in there]
    present = emitted.with_bodies(files, present, booted.openapi)
    people = People(booted, files, present)
    people.integers = await _integers(people, present)
    world = World(booted, files, present, people)
    outcomes = await working.work(world)
    found["working"] = working.summary(outcomes)
    found["conforming"] = conformance.summary(await conformance.conform(world, outcomes))
    found["requests"] = booted.requests


async def _integers(people: People, operations: list[declared.Declared]) -> bool:
    """Whether tokens must name their subject by a number: text is refused where numbers are not."""
    for operation in operations:
        if operation.method == "get" and "{" not in operation.path:
            text = await people.somebody()
            answer = await people.booted.send("GET", operation.path, headers=text.headers)
            if answer.status_code == 401:
                people.integers = True
                number = await people.somebody()
                again = await people.booted.send("GET", operation.path, headers=number.headers)
                return bool(again.status_code != 401)
    return False


def main() -> None:
    root, feature, backend, database, out = (Path(each).resolve() for each in sys.argv[1:6])
    logging.disable(logging.CRITICAL)
    found = asyncio.run(exercise(root, feature, backend, database))
    out.write_text(json.dumps(found, default=str), "utf-8")


if __name__ == "__main__":
    main()
