"""Slugs that nobody sends: made of what was sent, and never the same twice."""

import json
import re
import unicodedata

from backwright.contract import aspects
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.bodies import body_of
from backwright.emit.fastapi.tests.scene import scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal


def write(suite: Suite, operation: Operation) -> None:
    if asking.needs_code(operation) or operation.purpose is not Purpose.CREATE:
        return
    contract, body = suite.contract, operation.body
    entity = contract.entity(operation.entity) if operation.entity else None
    own = next((e for e in entity.fields if e.slug_of), None) if entity is not None else None
    taken = any(each.reason in ("duplicate", "count") for each in operation.refusals)
    if entity is None or own is None or body is None or body.multiple or taken:
        return
    client, owner = asking.fixtures(contract, operation)
    made = scene(contract, operation, owner, number=asking.number_of(operation))
    sent = body_of(made)
    source = sent.columns.get(own.slug_of) if sent is not None else None
    if sent is None or source is None:
        return
    slug = _spelled(json.loads(source.json)) if source.json.startswith('"') else ""
    call = asking.call(made, sent, client)
    suite.test(
        f"{operation.id.strip('_')}_makes_each_{own.name}_once",
        "",
        [
            *made.lines,
            f"first = {call}",
            f"second = {call}",
            "",
            *(f"assert {each}.status_code == {operation.result.status}, {each}.text"
              for each in ("first", "second")),
            f"slugs = [each.{own.name} for each in await stored(app, {entity.name})]",
            *([f"assert {literal(slug)} in slugs"] if slug else ()),
            "assert len(set(slugs)) == len(slugs)",
        ],
        asserts=[aspects.column(entity.name, own.name)],
    )  # fmt: skip


def _spelled(text: str) -> str:
    """As the backend is to make it, said once more."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))
