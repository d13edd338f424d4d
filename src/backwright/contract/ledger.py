"""What became of every statement: one entry each, in one state."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from backwright.contract import mentions
from backwright.contract.aspects import covers
from backwright.contract.model import Entry, Question, State
from backwright.read.facts import Facts, SentenceFact, SentenceKind, Statement, StatementKind

LEFT_OPEN: Final = "its author left the answer open"
NO_PLACE: Final = "only code can say it, and no operation of the contract carries it yet"
UNREAD: Final = "no pattern reads it"
ANYWAY: Final = "every backend that is built holds to it, and no test of its own asserts it"

_GENERAL: Final = frozenset(
    {
        SentenceKind.AUTH_REQUIRED,
        SentenceKind.ROLE_REQUIRED,
        SentenceKind.TOKEN_ISSUER,
        SentenceKind.STATUS_WHEN,
        SentenceKind.ERROR_FORM,
        SentenceKind.VALIDATION,
        SentenceKind.DOCUMENTATION,
        SentenceKind.STACK,
    }
)
"""Sentences about every operation, whoever carries it out."""
_ASIDE: Final = {
    StatementKind.TASK: "a step of the team's work",
    StatementKind.PLAN: "tells how the project is built, and the backend does not depend on it",
}
"""Kinds that ask for nothing unless something was read from them."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is known about the backend that the statements ask for."""

    questions: Mapping[str, Question]
    """By statement."""
    needs_code: Mapping[str, str]
    """Statement, or aspect → the place that waits for code."""
    built: frozenset[str]
    """Aspects that code carries, and everything that they are a part of."""
    asserted: frozenset[str]


def settle(  # noqa: PLR0913, PLR0917  the parts that know, one by one
    facts: Facts,
    links: Mapping[str, tuple[str, ...]],
    questions: Collection[Question],
    needs_code: Mapping[str, str],
    built: Collection[str],
    asserted: Collection[str],
) -> tuple[Entry, ...]:
    """One entry a statement, in the order of the statements."""
    standing = _Standing(
        questions=_by_statement(facts, questions),
        needs_code=needs_code,
        built=_with_wholes(built),
        asserted=_with_wholes(asserted),
    )
    asked = {**mentions.links(facts, links, built), **links}
    read: dict[str, list[SentenceFact]] = {}
    for fact in facts.sentences:
        read.setdefault(fact.statement, []).append(fact)
    statements = {each.id: each for each in reversed(facts.statements)}
    ordered = dict.fromkeys(each.id for each in facts.statements)
    return tuple(
        _entry(statements[name], asked.get(name, ()), tuple(read.get(name, ())), standing)
        for name in ordered
    )


def summary(entries: Iterable[Entry]) -> dict[State, int]:
    """How many statements are in each state, in the order of the states; zeros stay."""
    counts = dict.fromkeys(State, 0)
    for each in entries:
        counts[each.state] += 1
    return counts


def _entry(
    statement: Statement,
    aspects: tuple[str, ...],
    read: tuple[SentenceFact, ...],
    standing: _Standing,
) -> Entry:
    state, reason = _state(statement, aspects, read, standing)
    return Entry(statement.id, state, reason, aspects)


def _state(
    statement: Statement,
    aspects: tuple[str, ...],
    read: tuple[SentenceFact, ...],
    standing: _Standing,
) -> tuple[State, str]:
    question = standing.questions.get(statement.id)
    if question is not None:
        return State.ASKED, f"{question.code}: {question.text}"
    place = _place(statement, aspects, standing, general=bool(read) and _all_general(read))
    if place:
        return State.NEEDS_CODE, place
    if any(each.kind is SentenceKind.BEHAVIOUR and not _recovers(each, aspects) for each in read):
        return State.NEEDS_CODE, NO_PLACE
    if aspects:
        return _carried(aspects, standing)
    if standing.built and read and all(_holds_anyway(each, standing) for each in read):
        return State.BUILT, ANYWAY
    return _unlinked(statement, read)


def _recovers(fact: SentenceFact, aspects: tuple[str, ...]) -> bool:
    """Forgotten passwords and proofs of an address are built where operations stand for them."""
    return fact.verb in ("reset", "verify") and any(e.startswith("operation/") for e in aspects)


def _all_general(read: tuple[SentenceFact, ...]) -> bool:
    """Of all operations alike: hooks stand behind the same guards and in the same document."""
    return all(each.kind in _GENERAL for each in read)


def _holds_anyway(fact: SentenceFact, standing: _Standing) -> bool:
    """Whether it is a property of every backend: its stack, its storage, its documentation."""
    if fact.kind is SentenceKind.VALIDATION:
        named = fact.entity or fact.fields or fact.operations or fact.value
        return "operation" in standing.built and not named
    if fact.kind is SentenceKind.STACK:
        return fact.value != "prefix"
    if fact.kind is SentenceKind.LOGGING:
        return fact.value == "requests"
    if fact.kind is SentenceKind.CONCEAL:
        return fact.value == "internals"
    return fact.kind in {SentenceKind.PERSISTENCE, SentenceKind.DOCUMENTATION}


def _place(
    statement: Statement, aspects: tuple[str, ...], standing: _Standing, *, general: bool
) -> str:
    """Where code is missing for this statement, if it is."""
    own = standing.needs_code.get(statement.id, "")
    if own:
        return own
    for waiting, place in standing.needs_code.items():
        asked = [each for each in aspects if covers(each, waiting)]
        if general and all(each in standing.built for each in asked):
            continue
        if any(each == waiting or each not in standing.asserted for each in asked):
            return place
    return ""


def _carried(aspects: tuple[str, ...], standing: _Standing) -> tuple[State, str]:
    if all(each in standing.asserted for each in aspects):
        return State.DONE, ""
    missing = [each for each in aspects if each not in standing.built]
    if missing:
        return State.NOT_UNDERSTOOD, f"nothing carries {', '.join(missing)}"
    unasserted = [each for each in aspects if each not in standing.asserted]
    return State.BUILT, f"no test asserts {', '.join(unasserted)}"


def _unlinked(statement: Statement, read: tuple[SentenceFact, ...]) -> tuple[State, str]:
    """Of statements that ask for no part of the contract."""
    aside = next((each for each in read if each.kind is SentenceKind.OUT_OF_SCOPE), None)
    if aside is not None:
        return State.OUT_OF_SCOPE, str(aside.value)
    if statement.kind is StatementKind.EDGE_CASE and statement.text.rstrip(" )*_").endswith("?"):
        return State.ASKED, LEFT_OPEN
    if read:
        kinds = ", ".join(dict.fromkeys(each.kind.value for each in read))
        return State.NOT_UNDERSTOOD, f"read as {kinds}, and no part of the contract takes it up"
    if statement.kind in _ASIDE:
        return State.OUT_OF_SCOPE, _ASIDE[statement.kind]
    return State.NOT_UNDERSTOOD, UNREAD


def _by_statement(facts: Facts, questions: Iterable[Question]) -> dict[str, Question]:
    """The first question on each statement: by its id, else by where it was written."""
    found: dict[str, Question] = {}
    for question in questions:
        files = {each.file for each in question.spans}
        for statement in facts.statements:
            named = statement.id in question.statements and (
                not files or statement.span.file in files
            )
            placed = not question.statements and statement.span in question.spans
            if named or placed:
                found.setdefault(statement.id, question)
    return found


def _with_wholes(aspects: Iterable[str]) -> frozenset[str]:
    """The aspects and whatever they are parts of: so that membership says `covers`."""
    found: set[str] = set()
    for each in aspects:
        parts = each.split("/")
        found.update("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return frozenset(found)
