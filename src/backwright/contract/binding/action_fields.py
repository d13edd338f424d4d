"""Where an action keeps what its body says: the `agent_id` of an approval, a reason to reject."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from backwright.contract.binding import action_places
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.inputs import add_column
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.verbs import bare, decision_words, named_after, participles
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto
from backwright.contract.names import identifier, singular, snake, words
from backwright.shape import Kind, Property

_FREE: Final = (Auto.NONE, Auto.SYSTEM)
_REMARKS: Final = frozenset(
    ("reason", "note", "comment", "remark", "feedback", "explanation", "justification")
)
_PEOPLE: Final = frozenset(
    ("user", "agent", "staff", "member", "employee", "admin", "manager", "technician", "operator",
     "moderator", "assignee", "owner", "person", "worker")
)  # fmt: skip


def place(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, verb: str,
    given: Iterable[Property],
) -> None:  # fmt: skip
    """The columns for properties that none is named like, where exactly one may be meant."""
    for own in given:
        column = None if _named_like(entity, own) else _meant(entity, verb, own)
        if column is not None:
            draft.places[own.name] = column.name
        elif not _named_like(entity, own) and _remarks(work, entity, verb, own):
            draft.places[own.name] = identifier(own.name)


def settled(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, given: Iterable[Property]
) -> bool:
    """Ask about each of them; whether nobody leaves one to code."""
    taken = []
    for own in given:
        if own.name not in draft.places:
            continue
        name = draft.places[own.name]
        column = entity.columns.get(name)
        spans = own.span, column.origin.span if column is not None else entity.origin.span
        option = work.choose(
            "action_field", f"{draft.id}.{identifier(own.name)}", (name, "code"),
            spans=tuple(each for each in spans if each is not None),
            statements=(draft.fact.statement,), note=own.name,
        )  # fmt: skip
        if column is None and option != "code":
            add_column(work, entity, replace(own, required=False), written("", own.span))
        taken.append(option)
    return "code" not in taken


def lost(entity: EntityDraft, draft: OperationDraft, given: tuple[Property, ...]) -> bool:
    """Whether the body says something that nothing stored has a place for. A text that may be
    left out becomes a column of its own."""
    unknown = [
        each for each in given if not _named_like(entity, each) and each.name not in draft.places
    ]
    strict = any(each.required for each in given)
    return strict and any(each.required or each.shape.kind is not Kind.STRING for each in unknown)


def by_verb(
    entity: EntityDraft, draft: OperationDraft, verb: str, given: Iterable[Property]
) -> bool:
    """Whether the body gives what the action is about: `assigned_to` to `assign`, and no more."""
    heads = named_after(verb)
    names = [draft.places.get(each.name) or identifier(each.name) for each in given]
    return bool(names) and all(
        name in entity.columns and name.startswith(tuple(f"{each}_" for each in heads))
        for name in names
    )


def heads(entity: EntityDraft, draft: OperationDraft, given: Iterable[Property]) -> set[str]:
    """The first words of the columns that the body fills: `decision` of `decision_reason`."""
    names = (draft.places.get(each.name) or identifier(each.name) for each in given)
    return {name.partition("_")[0] for name in names if name in entity.columns and "_" in name}


def _remarks(work: Workbench, entity: EntityDraft, verb: str, own: Property) -> bool:
    """A reason that has to be given, and that neither the row nor one below it may be keeping
    under another name: it belongs to the row itself."""
    said = singular(words(own.name)[-1]) if words(own.name) else ""
    if said not in _REMARKS or own.shape.kind is not Kind.STRING or own.shape.values:
        return False
    below = (each for each in work.entities.values() if foreign_key(each, entity.name))
    kept = {singular(words(name)[-1]) for child in below for name in child.columns}
    others = _of_others(work, entity, verb)
    held = {singular(words(n)[-1]) for n in entity.columns if n.partition("_")[0] not in others}
    return own.required and not kept & _REMARKS and said not in held


def _of_others(work: Workbench, entity: EntityDraft, verb: str) -> set[str]:
    """The words of other actions: a `rejection_reason` is not why something was cancelled."""
    acts = (each for each in work.operations if action_places.acts(work, each))
    verbs = {bare(snake(each.segments[-1])) for each in acts if each.entity == entity.name}
    return {word for other in verbs - {verb} for word in named_after(other)}


def _named_like(entity: EntityDraft, own: Property) -> bool:
    name = identifier(own.name)
    return name in entity.columns or f"is_{name}" in entity.columns or is_key_name(entity, own.name)


def _meant(entity: EntityDraft, verb: str, own: Property) -> ColumnDraft | None:
    """The nearest words decide: of `rejection_reason` and `decision_reason` a rejection fills the
    first. Of two that are equally near, neither."""
    for near in (named_after(verb), decision_words(verb)):
        found = [each for each in entity.columns.values() if _fits(each, own, near, verb)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _fits(column: ColumnDraft, own: Property, near: tuple[str, ...], verb: str) -> bool:
    if column.primary or column.owner or column.auto not in _FREE or not _agrees(column, own):
        return False
    said = _without_head(snake(own.name), (*named_after(verb), *decision_words(verb)))
    if any(column.name in (f"{each}_{said}", f"{each}_{_other_number(said)}") for each in near):
        return True
    person = said.removesuffix("_id") in _PEOPLE or snake(own.name).removesuffix("_id") in near
    return person and column.name.removesuffix("_id") in _people(verb, near)


def _without_head(name: str, heads: tuple[str, ...]) -> str:
    """`rejection_reason` of a rejection is its reason."""
    head, _, rest = name.partition("_")
    return rest if rest and head in heads else name


def _other_number(name: str) -> str:
    return singular(name) if singular(name) != name else f"{name}s"


def _people(verb: str, near: tuple[str, ...]) -> set[str]:
    """`assigned_to`, `approved_by`, `reviewer`."""
    done = [each for each in near if each in participles(verb) or each in ("decided", "reviewed")]
    doers = [each for each in near if each.endswith(("er", "or", "ee"))]
    return {*doers, *(f"{each}_{end}" for each in done for end in ("by", "to"))}


def _agrees(column: ColumnDraft, own: Property) -> bool:
    known, said = column.shape, own.shape
    inside = not known.values or set(said.values) <= set(known.values)
    return known.kind is said.kind and inside and (bool(known.values) == bool(said.values))
