"""Lines of a contract that ask for nothing by themselves: security, schemes, named enums."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.read.facts import Statement, StatementKind

_OF_ONE: Final = re.compile(r"^Security of (?P<method>[A-Z]+) (?P<path>/\S*): ")
_OF_ALL: Final = "Security of every operation: "
_SCHEME: Final = "Scheme "
_ENUM: Final = re.compile(r"^(?P<name>\w+): one of (?P<values>.+)$")


def links(work: Workbench) -> Iterator[tuple[str, str, str]]:
    """File, statement and the aspect that it speaks of."""
    for statement in work.facts.statements:
        for aspect in _aspects(work, statement):
            yield statement.span.file, statement.id, aspect


def _aspects(work: Workbench, statement: Statement) -> Iterator[str]:
    if statement.kind is StatementKind.SECURITY:
        if statement.text.startswith(_SCHEME):
            yield aspects.auth("issuer")
        for draft in work.operations:
            if _secures(statement, draft):
                yield aspects.access(draft.id)
    elif statement.kind is StatementKind.PROPERTY:
        match = _ENUM.match(statement.text)
        values = tuple(each.strip() for each in match["values"].split(",")) if match else ()
        for entity in work.entities.values() if values else ():
            for column in entity.columns.values():
                if tuple(map(str, column.shape.values)) == values:
                    yield aspects.constraint(entity.name, column.name, "enum")


def _secures(statement: Statement, draft: OperationDraft) -> bool:
    """Paths in the text lack what the address of the server adds."""
    if statement.span.file != draft.fact.span.file:
        return False
    if statement.text.startswith(_OF_ALL):
        return True
    match = _OF_ONE.match(statement.text)
    return (
        match is not None
        and match["method"] == draft.method
        and draft.fact.path.endswith(match["path"])
    )
