"""What must not occur twice: one column's values, or those of several columns together."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto, Unique
from backwright.contract.names import identifier, words
from backwright.read.facts import SentenceFact, SentenceKind, StatementKind

_GROUPS: Final = (
    re.compile(r"\((?P<names>\w+(?:\s*,\s*\w+)+)\)"),
    re.compile(r"(?P<names>\w+(?:\s*\+\s*\w+)+)"),
    re.compile(r"\bunique\b[^.;(]*?\bon (?P<names>\w+(?:\s*,\s*(?:and )?\w+)+)", re.IGNORECASE),
)
_WITHIN: Final = re.compile(
    r"\bwithin (?:the same |the |an? |each |one |its |their )?(?P<within>\w+)|\bper (?P<per>\w+)|"
    r"\b(?:for|in) (?:each|the same|every) (?P<each>\w+)",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\bwithin \((?P<names>\w+(?:\s*,\s*\w+)+)\)", re.IGNORECASE)
_CONDITION: Final = re.compile(r"=|\bwhere\b|\bcan have\b|\bidempoten", re.IGNORECASE)
_USER: Final = ("user", "owner", "account", "customer", "member")


def settle(work: Workbench) -> None:
    """Several columns together first: what they say of one of them is said of all."""
    said = work.sentences(SentenceKind.UNIQUE)
    for fact in sorted(said, key=lambda each: not _group(work, each)):
        entity = _meant(work, fact)
        if entity is not None:
            _unique(work, entity, fact)


def _group(work: Workbench, fact: SentenceFact) -> tuple[str, ...]:
    """The names that a text lists as one: `(a, b)`, `a + b`, `unique on a, b`."""
    text = work.text_of(fact).replace("`", "")
    for pattern in _GROUPS:
        for match in pattern.finditer(text):
            names = tuple(
                identifier(part.removeprefix("and ").strip())
                for part in re.split(r"[,+]", match["names"])
            )
            if all(names) and any(identifier(each) in names for each in fact.fields):
                return tuple(dict.fromkeys(names))
    return ()


def _meant(work: Workbench, fact: SentenceFact) -> EntityDraft | None:
    """The entity whose columns the group names; a row of a table of constraints names its own."""
    entity, group = work.find(fact.entity), _group(work, fact)
    if entity is None or not group or all(each in entity.columns for each in group):
        return entity
    said = set(re.findall(r"\w+", work.text_of(fact)))
    told = [each for each in work.entities.values() if {each.table, each.name} & said]
    return told[0] if len(told) == 1 else entity


def _unique(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    text = work.text_of(fact).replace("`", "")
    if _CONDITION.search(text) or _another_field(work, fact, text):
        return
    columns = _columns(work, entity, fact, text)
    if not columns:
        return
    wider = _within_owner(entity, columns)
    if wider is not None:
        work.says(aspects.rule(entity.name, f"unique({','.join(wider.columns)})"), fact)
    elif len(columns) == 1:
        column = entity.columns[columns[0]]
        if not _one_to_one(column) or _names(column, text):
            column.unique = not column.primary
            work.says(aspects.constraint(entity.name, columns[0], "unique"), fact)
    else:
        _together(work, entity, columns, fact)


def _another_field(work: Workbench, fact: SentenceFact, text: str) -> bool:
    """`id: UUID, unique category identifier` says nothing of the category."""
    own = identifier(text.split(":", maxsplit=1)[0])
    listed = work.kind_of(fact.statement) is StatementKind.FIELD
    return listed and own not in {identifier(each) for each in fact.fields}


def _columns(
    work: Workbench, entity: EntityDraft, fact: SentenceFact, text: str
) -> tuple[str, ...]:
    """Nothing where a part of what is named is no column: a part alone would be stricter."""
    group = _group(work, fact)
    fields = tuple(identifier(each) for each in fact.fields)
    named = tuple(
        identifier(each)
        for match in _WITHIN.finditer(text)
        if (each := match["within"] or match["per"] or match["each"])
    )
    listed = _LISTED.search(text)
    named = tuple(map(identifier, listed["names"].split(","))) if listed is not None else named
    told = (*(() if listed is not None else map(identifier, fact.scope)), *named)
    scope = [_scope(work, entity, each) for each in told] if not group else []
    columns = tuple(dict.fromkeys((*scope, *(group or fields))))
    columns = _wider(work, entity, columns) if scope else columns
    return columns if all(each in entity.columns for each in columns) else ()


def _wider(work: Workbench, entity: EntityDraft, columns: tuple[str, ...]) -> tuple[str, ...]:
    """`unique within the same parent` beside `unique (ledger, parent, name)` is the latter."""
    for fact in work.sentences(SentenceKind.UNIQUE):
        group = _group(work, fact)
        if set(group) > set(columns) and _meant(work, fact) is entity:
            return group
    return columns


def _one_to_one(column: ColumnDraft) -> bool:
    return bool(column.references) or column.auto is Auto.OWNER or column.name.endswith("_id")


def _names(column: ColumnDraft, text: str) -> bool:
    """A reference is one row's alone only where it is spoken of in so many words."""
    base = " ".join(words(column.name.removesuffix("_id")))
    exact = rf"\b{column.name}\b|\b(?:per|each|every|one-to-one with) {base}\b"
    spoken = rf"\b{' '.join(words(column.name))}\b"
    return re.search(f"{exact}|{spoken}", text, re.IGNORECASE) is not None


def _together(
    work: Workbench, entity: EntityDraft, columns: tuple[str, ...], fact: SentenceFact
) -> None:
    known = next((u for u in entity.uniques if set(u.columns) == set(columns)), None)
    if known is None:
        entity.uniques.append(Unique(columns))
        known = entity.uniques[-1]
    work.says(aspects.rule(entity.name, f"unique({','.join(known.columns)})"), fact)


def _within_owner(entity: EntityDraft, columns: tuple[str, ...]) -> Unique | None:
    """What is said to be unique of rows that belong to somebody is unique among theirs, where
    another document says so."""
    for unique in entity.uniques:
        rest = set(unique.columns) - set(columns)
        if len(columns) == 1 and columns[0] in unique.columns and rest == {entity.owner.column}:
            return unique
    return None


def _scope(work: Workbench, entity: EntityDraft, name: str) -> str:
    """A column, or the column that leads to the entity or the user that is named."""
    for each in (identifier(name), f"{identifier(name)}_id"):
        if each in entity.columns:
            return each
    other = work.find(name)
    if other is not None and other.name != work.user:
        return foreign_key(entity, other.name) or f"{name}?"
    if name in _USER or (other is not None and other.name == work.user):
        return entity.owner.column or f"{name}?"
    return f"{name}?"


def only_live(work: Workbench) -> None:
    """Where rows stay after deletion, what they held is free again."""
    for entity in work.entities.values():
        if entity.soft_delete:
            entity.uniques = [Unique(each.columns, live_only=True) for each in entity.uniques]
