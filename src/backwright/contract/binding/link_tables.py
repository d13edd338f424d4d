"""Many to many: the entity that stands between, where no document lists its fields."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.lookups import foreign_key, link_between
from backwright.contract.binding.workbench import Workbench, standard, written
from backwright.contract.entities import Auto, Unique
from backwright.contract.model import Origin
from backwright.contract.names import entity_name, plural, singular, snake, words
from backwright.read.facts import SentenceKind, StatementKind
from backwright.shape import Kind, Shape

_TABLE: Final = re.compile(
    r"\b(?:link|join|junction|association|pivot|bridge|through)(?:ing)? "
    r"(?:table|entity)\W+(?P<name>\w+)",
    re.IGNORECASE,
)
_UUID: Final = "RFC 9562 §5.4"
"""What a row without a name of its own is told by."""
_READ: Final = (StatementKind.MODEL_RULE, StatementKind.REQUIREMENT, StatementKind.KEY_ENTITY)


def settle(work: Workbench) -> None:
    for statement in work.facts.statements:
        match = _TABLE.search(statement.text) if statement.kind in _READ else None
        if match is not None and work.find(match["name"]) is None:
            pair = _named(work, statement.text)
            if len(pair) == 2:
                _make(work, pair[0], pair[1], match["name"], written(statement.id, statement.span))
    for fact in work.sentences(SentenceKind.RELATION):
        one = work.find(fact.entity)
        other = work.find(fact.scope[0]) if fact.scope else None
        if fact.value == "many_to_many" and one is not None and other is not None:
            name = f"{snake(one.name)}_{snake(other.name)}"
            _make(work, one, other, name, written(fact.statement, fact.span))


def _named(work: Workbench, text: str) -> list[EntityDraft]:
    """The entities that a text names, in its order."""
    found: list[EntityDraft] = []
    for word in words(text):
        entity = work.find(singular(word))
        if entity is not None and entity not in found and entity.name != work.user:
            found.append(entity)
    return found


def _make(work: Workbench, one: EntityDraft, other: EntityDraft, name: str, origin: Origin) -> None:
    apart = (
        one is not other and not foreign_key(one, other.name) and not foreign_key(other, one.name)
    )
    if not apart or link_between(work, one.name, other.name) is not None:
        return
    made = entity_name(name)
    if not made or made in work.entities:
        return
    parts = words(name)
    table = "_".join((*parts[:-1], plural(singular(parts[-1]))))
    between = work.put(EntityDraft(made, origin, table=table, feature=one.feature))
    between.columns["id"] = ColumnDraft(
        "id", Shape(Kind.UUID), origin, required=True, auto=Auto.ID, primary=True, modelled=False
    )
    columns = []
    for end in (one, other):
        column = f"{snake(end.name)}_id"
        between.columns[column] = ColumnDraft(
            column, end.key.shape, origin, required=True, references=end.name,
            on_delete="cascade", modelled=False,
        )  # fmt: skip
        columns.append(column)
        work.origin(aspects.constraint(made, column, "references"), origin)
    between.uniques.append(Unique(tuple(columns)))
    work.origin(aspects.entity(made), origin)
    work.origin(aspects.rule(made, f"unique({','.join(columns)})"), origin)
    for column in ("id", *columns):
        work.origin(aspects.column(made, column), origin)
    work.origin(aspects.column(made, "id"), standard(_UUID))
