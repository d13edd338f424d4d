"""A word after a row's own place: `POST /orders/{id}/cancel`, `PATCH /tasks/{id}/complete`."""

import re
from typing import Final

from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.lookups import link_between
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import identifier, words
from backwright.contract.operations import Purpose
from backwright.read.facts import SentenceKind
from backwright.shape import Kind, Scalar

_IRREGULAR: Final = {
    "pay": ("paid",), "ship": ("shipped",), "send": ("sent",),
    "start": ("started", "in_progress", "active"),
    "begin": ("begun", "in_progress"), "cancel": ("cancelled", "canceled"),
    "submit": ("submitted",),
    "finish": ("finished", "done", "completed"), "complete": ("completed", "done"),
    "deactivate": ("inactive", "deactivated"), "activate": ("active", "activated"),
    "disable": ("disabled", "inactive"), "enable": ("enabled", "active"), "pause": ("paused",),
    "reopen": ("open", "reopened"), "hold": ("held", "on_hold"), "win": ("won",), "lose": ("lost",),
    "undo": (), "resume": ("active", "in_progress", "running"), "deny": ("denied",),
    "unpublish": ("draft", "unpublished"), "restore": ("active", "restored"),
    "process": ("processing", "processed"), "suspend": ("suspended",), "resolve": ("resolved",),
    "unarchive": ("active",), "reactivate": ("active",), "withdraw": ("withdrawn",),
    "give": ("given",), "return": ("returned",), "take": ("taken",), "do": ("done",),
    "accept": ("accepted",), "close": ("closed",), "open": ("open", "opened"),
}  # fmt: skip
_OFF: Final = {
    "deactivate": "activate", "disable": "enable", "unarchive": "archive", "uncomplete": "complete",
    "unpublish": "publish", "unpin": "pin", "unfavorite": "favorite", "unread": "read",
    "incomplete": "complete", "unstar": "star", "reopen": "complete", "unlock": "lock",
    "hide": "show", "unverify": "verify", "unmark": "mark", "unsubscribe": "subscribe",
    "restore": "archive", "unset_default": "default", "unmute": "mute",
    "undo": "complete", "unblock": "block",
}  # fmt: skip
_TOGGLE: Final = re.compile(r"toggl|flip|switch|\bor (?:in|un|not )", re.IGNORECASE)
_MARKS: Final = re.compile(r"\bmarks? (?:\w+ ){0,4}as|\bset(?:s|ting)?\b", re.IGNORECASE)


def purpose(work: Workbench, draft: OperationDraft, word: str) -> Purpose:
    """A status to move to, a boolean to turn, or columns that the body gives."""
    entity = work.entities[draft.entity]
    body = draft.fact.body
    given = properties(work, body.shape) if body is not None else ()
    verb = _bare("_".join(words(word)))
    leads = _status(entity, verb) is not None or _flag(entity, verb) is not None
    if given and all(identifier(each.name) in entity.columns for each in given):
        named = {identifier(each.name) for each in given}
        if named & _columns_of(entity, word) or (draft.method in ("PUT", "PATCH") and not leads):
            return Purpose.UPDATE
    if given and any(each.required for each in given) and not _known(entity, given):
        draft.give_up("what its body says has no place in what is stored")
        return Purpose.CUSTOM
    target = _status(entity, verb)
    flag = _flag(entity, verb)
    if target is not None and flag is not None and _toggles(work, draft, flag, verb):
        target = None
    if target is not None:
        draft.changes = [target]
        column, value = target
        _stamp(entity, draft, verb, "_".join(words(str(value))))
        moves = any(each.field == column for each in entity.transitions)
        return Purpose.TRANSITION if moves else Purpose.SET
    if flag is not None and flag.auto is not Auto.DELETED:
        found = _turn(work, draft, flag, verb)
        _stamp(entity, draft, verb, flag.name.removeprefix("is_"))
        return found
    if _stamp(entity, draft, verb, _OFF.get(verb, verb)):
        return Purpose.SET
    draft.give_up("what it changes is not said in a form that is understood")
    return Purpose.CUSTOM


def _bare(verb: str) -> str:
    """`mark_as_paid`, `set_default` → what the row is afterwards."""
    for head in ("mark_as_", "mark_", "set_as_", "set_", "make_", "move_to_", "change_to_"):
        if verb.startswith(head) and verb.removeprefix(head) not in ("status", "state"):
            return verb.removeprefix(head)
    return verb


def _stamp(entity: EntityDraft, draft: OperationDraft, verb: str, state: str) -> bool:
    """`published_at` beside or instead of a status: now, or nothing once it is undone."""
    own = _time(entity, (state, *_participles(verb)) if verb not in _OFF else _participles(verb))
    undone = _time(entity, _participles(_OFF[verb])) if verb in _OFF else ""
    if own:
        draft.stamps.append(own)
    elif undone:
        draft.changes.append((undone, None))
    return bool(own or undone)


def _time(entity: EntityDraft, forms: tuple[str, ...]) -> str:
    """The time that may be missing and that nothing else sets."""
    for name in dict.fromkeys(f"{form}_{end}" for form in forms for end in ("at", "on", "date")):
        column = entity.columns.get(name)
        if column is None or column.auto not in (Auto.NONE, Auto.SYSTEM) or column.required:
            continue
        if column.shape.kind is Kind.DATETIME:
            return name
    return ""


def _participles(verb: str) -> tuple[str, ...]:
    """`publish` → `published`, `cancel` → `cancelled`, `check_in` → `checked_in`."""
    verb, joint, rest = verb.partition("_")
    if rest:
        return tuple(f"{each}{joint}{rest}" for each in _participles(verb))
    return (
        *_IRREGULAR.get(verb, ()), f"{verb}d", f"{verb}ed", f"{verb}{verb[-1:]}ed",
        f"{verb[:-1]}ied",
    )  # fmt: skip


def leads_to(column: ColumnDraft, word: str) -> bool:
    """Whether a word after a row's place moves the column to one of its values."""
    verb = _bare("_".join(words(word)))
    return any(_leads(verb, "_".join(words(str(each)))) for each in column.shape.values)


def _known(entity: EntityDraft, given: tuple[object, ...]) -> bool:
    return all(identifier(getattr(each, "name", "")) in entity.columns for each in given)


def _columns_of(entity: EntityDraft, word: str) -> set[str]:
    """`status` of `/orders/{id}/status`; `completed` of `/tasks/{id}/complete`."""
    name = identifier(word)
    flag = _flag(entity, name)
    return {name} | ({flag.name} if flag is not None else set())


def _status(entity: EntityDraft, verb: str) -> tuple[str, Scalar] | None:
    """The value of a status column that the verb leads to."""
    for column in entity.columns.values():
        if not column.shape.values or column.shape.kind is not Kind.STRING:
            continue
        for value in column.shape.values:
            if _leads(verb, "_".join(words(str(value)))):
                return column.name, value
    return None


def _leads(verb: str, value: str) -> bool:
    return value == verb or value in _participles(verb)


def _flag(entity: EntityDraft, verb: str) -> ColumnDraft | None:
    """The boolean that the verb is about."""
    bare = (
        _OFF.get(verb, verb).removeprefix("toggle_").removeprefix("mark_").removesuffix("_toggle")
    )
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
    draft.changes = [(flag.name, verb not in _OFF)]
    if verb in _OFF or verb in ("activate", "enable", "default", "publish", "archive", "restore"):
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
