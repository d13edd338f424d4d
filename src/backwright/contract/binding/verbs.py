"""Verbs of actions: the states they lead to, and what is named after them."""

from collections.abc import Iterable
from typing import Final

_IRREGULAR: Final = {
    "pay": ("paid",), "ship": ("shipped",), "send": ("sent",),
    "start": ("started", "in_progress", "active"),
    "begin": ("begun", "in_progress"), "cancel": ("cancelled", "canceled"),
    "submit": ("submitted",),
    "finish": ("finished", "done", "completed"), "complete": ("completed", "done"),
    "deactivate": ("inactive", "deactivated"), "activate": ("active", "activated"),
    "disable": ("disabled", "inactive"), "enable": ("enabled", "active"), "pause": ("paused",),
    "reopen": ("open", "reopened"), "hold": ("held", "on_hold"), "win": ("won",), "lose": ("lost",),
    "undo": (), "resume": ("active", "in_progress", "running"), "deny": ("denied", "rejected"),
    "unpublish": ("draft", "unpublished"), "restore": ("active", "restored"),
    "process": ("processing", "processed"), "suspend": ("suspended",), "resolve": ("resolved",),
    "unarchive": ("active",), "reactivate": ("active",), "withdraw": ("withdrawn",),
    "give": ("given",), "return": ("returned",), "take": ("taken",), "do": ("done",),
    "accept": ("accepted",), "close": ("closed",), "open": ("open", "opened"),
    "reject": ("rejected", "declined", "denied"), "decline": ("declined", "rejected"),
    "void": ("voided",), "stop": ("stopped",), "ban": ("banned",), "revoke": ("revoked",),
}  # fmt: skip
OFF: Final = {
    "deactivate": "activate", "disable": "enable", "unarchive": "archive", "uncomplete": "complete",
    "unpublish": "publish", "unpin": "pin", "unfavorite": "favorite", "unread": "read",
    "incomplete": "complete", "unstar": "star", "reopen": "complete", "unlock": "lock",
    "hide": "show", "unverify": "verify", "unmark": "mark", "unsubscribe": "subscribe",
    "restore": "archive", "unset_default": "default", "unmute": "mute",
    "undo": "complete", "unblock": "block",
}  # fmt: skip
_NOUNS: Final = {
    "cancel": ("cancellation", "cancelation"), "verify": ("verification",),
    "publish": ("publication",), "submit": ("submission",), "suspend": ("suspension",),
    "resolve": ("resolution",), "close": ("closure",), "ship": ("shipping",),
    "deliver": ("delivery",), "revoke": ("revocation",), "return": ("return",),
    "ban": ("ban",), "claim": ("claimant",),
}  # fmt: skip
_DECIDING: Final = frozenset(("approve", "reject", "deny", "decline", "accept"))
_DECISION: Final = ("decision", "decided", "review", "reviewed", "reviewer")
_HEADS: Final = ("mark_as_", "mark_", "set_as_", "set_", "make_", "move_to_", "change_to_")
_INFORMATION: Final = ("info", "information", "more_info", "more_information", "additional_info")


def bare(verb: str) -> str:
    """`mark_as_paid`, `set_default` → what the row is afterwards."""
    for head in _HEADS:
        if verb.startswith(head) and verb.removeprefix(head) not in ("status", "state"):
            return verb.removeprefix(head)
    return verb


def participles(verb: str) -> tuple[str, ...]:
    """`publish` → `published`, `cancel` → `cancelled`, `check_in` → `checked_in`."""
    verb, joint, rest = verb.partition("_")
    if rest:
        return tuple(f"{each}{joint}{rest}" for each in participles(verb))
    return (
        *_IRREGULAR.get(verb, ()), f"{verb}d", f"{verb}ed", f"{verb}{verb[-1:]}ed",
        f"{verb[:-1]}ied",
    )  # fmt: skip


def states(verb: str) -> tuple[str, ...]:
    """The names of states that the verb leads to, the nearest first."""
    return tuple(dict.fromkeys((verb, *participles(verb), *_asked(verb), *_under_way(verb))))


def _asked(verb: str) -> tuple[str, ...]:
    """`request_info` → `info_requested`, `needs_info`."""
    head, _, what = verb.partition("_")
    if head not in ("request", "require", "need", "ask") or not what:
        return ()
    what = what.removeprefix("for_")
    told = _INFORMATION if what in _INFORMATION else (what,)
    forms = ("{}_requested", "{}_required", "{}_needed", "needs_{}", "pending_{}", "awaiting_{}")
    return tuple(form.format(each) for each in told for form in forms)


def _under_way(verb: str) -> tuple[str, ...]:
    """`start_review`, `submit_for_review` → `in_review`, `under_review`."""
    head, _, what = verb.partition("_")
    what = what.removeprefix("for_")
    if head in ("start", "begin") and what:
        return f"in_{what}", f"under_{what}", f"{what}_started"
    if head in ("submit", "send") and what:
        return f"in_{what}", f"under_{what}", f"pending_{what}", f"awaiting_{what}", "submitted"
    return ()


def reached(verb: str, values: Iterable[str]) -> str:
    """The one of the states that the verb leads to; empty if none or more than one may be it."""
    known = tuple(values)
    found = [each for each in states(verb) if each in known]
    if not found or (f"{verb}ing" in found and len(found) > 1):
        return ""
    return found[0]


def named_after(verb: str) -> tuple[str, ...]:
    """Words that begin the names of what an action leaves behind: `rejection` of `reject`."""
    stems = (verb, verb.removesuffix("e"), verb.removesuffix("y"))
    ends = ("ion", "ation", "ment", "al", "er", "or", "ee", "ial", "ication")
    made = (f"{stem}{end}" for stem in dict.fromkeys(stems) for end in ends)
    return tuple(dict.fromkeys((verb, *participles(verb), *_NOUNS.get(verb, ()), *made)))


def decision_words(verb: str) -> tuple[str, ...]:
    """What approving and rejecting share: `decision_reason`, `reviewed_at`."""
    return _DECISION if verb in _DECIDING else ()
