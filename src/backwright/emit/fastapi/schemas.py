"""`app/<domain>/schemas.py`: what goes in and out of a domain's endpoints."""

from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.emit.fastapi.answer_classes import answer_class, is_shown
from backwright.emit.fastapi.body_aspects import body_aspects
from backwright.emit.fastapi.body_classes import body_class
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.query_classes import query_model
from backwright.plan.attributes import schema_class
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file
from backwright.plan.queries import query_class
from backwright.plan.schema_uses import refs, uses


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    for name in _modules(contract):
        module = Module(name, _said(name))
        built: list[str] = []
        for schema in _in_order(contract):
            for body in (True, False):
                symbol = schema_class(contract, schema, body=body)
                if symbol.module == name and _is_needed(contract, schema, body=body):
                    made = body_class if body else answer_class
                    module.add_once(symbol.name, made(contract, schema, module))
                    built += _carried(contract, schema)
                    built += body_aspects(contract, schema) if body else ()
        for each in contract.operations:
            asked = query_class(contract, each)
            if asked is not None and asked.module == name:
                module.add(query_model(contract, each, module))
                built += [aspects.parameter(each.id, one.wire) for one in each.parameters]
        if not module.empty:
            yield GeneratedFile(
                file(name), module.text(), part="schemas", built=tuple(dict.fromkeys(built))
            )


def _modules(contract: Contract) -> tuple[str, ...]:
    found = [
        schema_class(contract, each.name, body=body).module
        for each in contract.schemas
        for body in (True, False)
    ]
    asked = (query_class(contract, each) for each in contract.operations)
    found += [each.module for each in asked if each is not None]
    return tuple(dict.fromkeys(found))


def _said(name: str) -> str:
    domain = name.split(".")[1].replace("_", " ")
    if domain == "core":
        return "What every domain answers with."
    return f"What goes in and out of the {domain} endpoints."


def _is_needed(contract: Contract, schema: str, *, body: bool) -> bool:
    if body:
        return schema in uses(contract).bodies
    return is_shown(contract, schema)


def _in_order(contract: Contract) -> tuple[str, ...]:
    """A class stands below those that it names; one that names itself cannot."""
    known = {each.name: each for each in contract.schemas}
    found: dict[str, None] = {}
    waiting: list[str] = []

    def add(name: str) -> None:
        if name in found or name in waiting or name not in known:
            return
        waiting.append(name)
        for own in known[name].properties:
            for each in refs(own.shape):
                add(each)
        waiting.pop()
        found[name] = None

    for each in contract.schemas:
        add(each.name)
    return tuple(found)


def _carried(contract: Contract, schema: str) -> list[str]:
    return [aspects.property_of(schema, each.name) for each in contract.schema(schema).properties]
