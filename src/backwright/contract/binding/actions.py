"""A word after a row's own place: `POST /orders/{id}/cancel`, `PATCH /tasks/{id}/complete`."""

import re
from typing import Final

from backwright.contract.binding import action_fields, action_times, amounts, spoken_states
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.lookups import link_between
from backwright.contract.binding.verbs import OFF, bare, reached
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import identifier, words
from backwright.contract.operations import Purpose
from backwright.read.facts import SentenceKind
from backwright.shape import Kind, Property, Scalar

_TOGGLE: Final = re.compile(r"toggl|flip|switch|\bor (?:in|un|not )", re.IGNORECASE)
_MARKS: Final = re.compile(r"\bmarks? (?:\w+ ){0,4}as|\bset(?:s|ting)?\b", re.IGNORECASE)


def purpose(work: Workbench, draft: OperationDraft, word: str) -> Purpose:
    """A status to move to, a boolean to turn, or columns that the body gives."""
    entity = work.entities[draft.entity]
    body = draft.fact.body
    given = properties(work, body.shape) if body is not None else ()
    verb = bare("_".join(words(word)))
    leads = _status(entity, verb) is not None or _flag(entity, verb) is not None
    moves = not leads and amounts.place(work, draft, entity, verb, given)
    whole = given
    if moves:
        given = tuple(each for each in given if each.name != draft.amount)
        action_times.stamp(entity, draft, verb, verb)
    elif given and all(identifier(each.name) in entity.columns for each in given):
        named = {identifier(each.name) for each in given}
        if named & _columns_of(entity, word) or (draft.method in ("PUT", "PATCH") and not leads):
            return Purpose.UPDATE
    action_fields.place(work, draft, entity, verb, given)
    if action_fields.lost(entity, draft, given):
        draft.give_up("what its body says has no place in what is stored")
        return Purpose.CUSTOM
    found = Purpose.ADJUST if moves else _done(work, draft, verb, given)
    if found is None:
        draft.give_up("what it changes is not said in a form that is understood")
    elif not action_fields.settled(work, draft, entity, given):
        draft.give_up("where what its body says is kept was left to code")
    elif moves and not amounts.settled(work, draft, entity, whole):
        draft.give_up("what an amount below zero does was left to code")
    return Purpose.CUSTOM if found is None or draft.needs else found


def _done(
    work: Workbench, draft: OperationDraft, verb: str, given: tuple[Property, ...]
) -> Purpose | None:
    """What the verb does to the row, the times that go with it included."""
    entity = work.entities[draft.entity]
    target, flag = _status(entity, verb), _flag(entity, verb)
    if target is not None and flag is not None and _toggles(work, draft, flag, verb):
        target = None
    if target is None and flag is not None and flag.auto is not Auto.DELETED:
        found = _turn(work, draft, flag, verb)
        action_times.stamp(entity, draft, verb, flag.name.removeprefix("is_"))
        return found
    if target is None and action_times.stamp(entity, draft, verb, OFF.get(verb, verb)):
        return Purpose.SET
    if target is None and action_fields.by_verb(entity, draft, verb, given):
        return Purpose.SET
    target = target or spoken_states.target(entity, draft)
    if target is None:
        return None
    draft.changes = [target]
    column, value = target
    if not action_times.stamp(entity, draft, verb, "_".join(words(str(value)))):
        action_times.of_decision(entity, draft, verb, action_fields.heads(entity, draft, given))
    moves = any(each.field == column for each in entity.transitions)
    return Purpose.TRANSITION if moves else Purpose.SET


def leads_to(column: ColumnDraft, word: str) -> bool:
    """Whether a word after a row's place moves the column to one of its values."""
    return _reached(column, bare("_".join(words(word)))) is not None


def _columns_of(entity: EntityDraft, word: str) -> set[str]:
    """`status` of `/orders/{id}/status`; `completed` of `/tasks/{id}/complete`."""
    name = identifier(word)
    flag = _flag(entity, name)
    return {name} | ({flag.name} if flag is not None else set())


def _status(entity: EntityDraft, verb: str) -> tuple[str, Scalar] | None:
    """The value of a status column that the verb leads to; the plain status before any other."""
    found = [
        (column.name, value)
        for column in entity.columns.values()
        if (value := _reached(column, verb, entity)) is not None
    ]
    plain = [each for each in found if each[0] in ("status", "state")]
    return next(iter(plain or found), None)


def _reached(column: ColumnDraft, verb: str, entity: EntityDraft | None = None) -> Scalar | None:
    """The value that the verb leads to; where a state machine is stated, one that it reaches."""
    if column.shape.kind is not Kind.STRING:
        return None
    moves = entity.transitions if entity is not None else []
    targets = {each.target for each in moves if each.field == column.name}
    known = {"_".join(words(str(each))): each for each in column.shape.values}
    held = {name: each for name, each in known.items() if each in targets}
    return held.get(reached(verb, held)) or known.get(reached(verb, known))


def _flag(entity: EntityDraft, verb: str) -> ColumnDraft | None:
    """The boolean that the verb is about."""
    bare = OFF.get(verb, verb).removeprefix("toggle_").removeprefix("mark_").removesuffix("_toggle")
    forms = (
        bare,
        f"{bare}d",
        f"{bare}ed",
        f"{bare[:-1]}ed",
        f"{bare[:-1]}ive",
        f"{bare.removesuffix('ate')}e",
    )
    names = {*forms, *(f"is_{form}" for form in forms)}
    if bare == "toggle" or verb == "toggle":
        names |= {"completed", "is_completed", "done", "is_done", "active", "is_active"}
    if bare in ("complete", "completion", "done"):
        names |= {"completed", "is_completed", "complete", "is_complete", "done", "is_done"}
    found = [
        each
        for each in entity.columns.values()
        if each.name in names and each.shape.kind is Kind.BOOLEAN
    ]
    return found[0] if found else None


def _turn(work: Workbench, draft: OperationDraft, flag: ColumnDraft, verb: str) -> Purpose:
    """A sentence decides between turning it over and setting it; silence turns it over."""
    draft.changes = [(flag.name, verb not in OFF)]
    if verb in OFF or verb in ("activate", "enable", "default", "publish", "archive", "restore"):
        return Purpose.SET
    if _toggles(work, draft, flag, verb):
        return Purpose.TOGGLE
    return Purpose.SET if _MARKS.search(_own_words(draft, verb)) else Purpose.TOGGLE


def _own_words(draft: OperationDraft, verb: str) -> str:
    return " ".join((draft.fact.operation_id, draft.fact.summary, draft.fact.description, verb))


def _toggles(work: Workbench, draft: OperationDraft, flag: ColumnDraft, verb: str) -> bool:
    """In the words of the contract, or of a sentence about the flag."""
    if _TOGGLE.search(_own_words(draft, verb)):
        return True
    return any(
        flag.name in fact.fields
        and fact.verb == "toggle"
        and work.find(fact.entity) is work.entities[draft.entity]
        for fact in work.sentences(SentenceKind.SET_FIELD)
    )


def link(work: Workbench, draft: OperationDraft) -> Purpose:
    """`POST /tasks/{id}/tags/{tag_id}`: a row of the entity between the two."""
    if len(draft.lookups) == 2:
        one, other = draft.lookups[0].entity, draft.lookups[1].entity
        if link_between(work, one, other) is not None:
            draft.entity = one
            return Purpose.UNLINK if draft.method == "DELETE" else Purpose.LINK
    draft.give_up("nothing stands between the two that it links")
    return Purpose.CUSTOM
