"""Requirement sentences, read by a visible table of patterns.

Every pattern is a pure function in a file of its own. What no pattern reads yields nothing: the
sentence stays in the ledger as not understood, for a wrong reading is worse than none.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from backwright.diagnostics import Diagnostic
from backwright.read.facts import Facts, SentenceFact, SentenceKind, StatementKind
from backwright.read.sentences import (
    accounts,
    actions,
    attributes,
    authentication,
    behaviour,
    body_size,
    capability,
    cascade,
    conceal,
    cors,
    count_limit,
    cross_field,
    default,
    derived,
    documentation,
    doubts,
    emptied,
    endpoints,
    enum,
    error_form,
    exists,
    filters,
    health,
    id_type,
    immutable,
    issuer,
    length,
    locking,
    logging,
    normalise,
    out_of_scope,
    ownership,
    paging,
    passwords,
    pattern,
    persistence,
    rate_limit,
    relations,
    required,
    roles,
    search,
    selection,
    set_field,
    soft_delete,
    sorting,
    stack,
    statuses,
    step,
    timestamps,
    tokens_lifetime,
    transitions,
    unique,
    validation,
)
from backwright.read.sentences import format as formats
from backwright.read.sentences import range as ranges
from backwright.read.sentences.prepare import parts, prepare
from backwright.read.sentences.sentence import Pattern, Sentence
from backwright.read.sentences.vocabulary import Vocabulary, vocabulary

_ASKS: Final = frozenset({StatementKind.REQUIREMENT, StatementKind.CLARIFICATION})
_RULES: Final = _ASKS | {StatementKind.MODEL_RULE, StatementKind.FIELD}
_MODEL: Final = _RULES | {StatementKind.KEY_ENTITY}
_ANSWERS: Final = _RULES | {StatementKind.EDGE_CASE}
_PROMISES: Final = _RULES | {StatementKind.SUCCESS_CRITERION}
_PLEDGES: Final = _ASKS | {StatementKind.SUCCESS_CRITERION}
_STEPS: Final = frozenset({StatementKind.SCENARIO, StatementKind.EDGE_CASE})
_OF_ONE_OPERATION: Final = frozenset({"roles", "filters", "sorting", "search", "paging"})
_ASKED: Final = frozenset(
    {
        SentenceKind.CAPABILITY,
        SentenceKind.OWNED,
        SentenceKind.UNIQUE,
        SentenceKind.LENGTH,
        SentenceKind.REQUIRED,
        SentenceKind.STATUS_WHEN,
        SentenceKind.ROLE_REQUIRED,
        SentenceKind.PERSISTENCE,
    }
)
_ASIDE: Final = _ASKS | _STEPS | {StatementKind.SUCCESS_CRITERION}
_ALL: Final = _MODEL | _PROMISES | _STEPS

PATTERNS: Final = (
    Pattern("capability", _ASKS, capability.read),
    Pattern("endpoints", _ASKS, endpoints.read),
    Pattern("accounts", _ASKS, accounts.read),
    Pattern("actions", _ASKS, actions.read),
    Pattern("attributes", _ASKS, attributes.read),
    Pattern("required", _MODEL, required.read),
    Pattern("length", _RULES, length.read),
    Pattern("range", _RULES, ranges.read),
    Pattern("format", _RULES, formats.read),
    Pattern("pattern", _RULES, pattern.read),
    Pattern("immutable", _RULES, immutable.read),
    Pattern("enum", _MODEL, enum.read),
    Pattern("default", _RULES, default.read),
    Pattern("unique", _MODEL, unique.read),
    Pattern("id_type", _RULES, id_type.read),
    Pattern("normalise", _RULES, normalise.read),
    Pattern("emptied", _ANSWERS, emptied.read),
    Pattern("exists", _ANSWERS, exists.read),
    Pattern("ownership", _MODEL | _PROMISES, ownership.read),
    Pattern("authentication", _PROMISES, authentication.read),
    Pattern("issuer", _MODEL, issuer.read),
    Pattern("roles", _ASKS | {StatementKind.MODEL_RULE}, roles.read),
    Pattern("conceal", _PROMISES, conceal.read),
    Pattern("statuses", _ANSWERS, statuses.read),
    Pattern("error_form", _RULES, error_form.read),
    Pattern("timestamps", _RULES, timestamps.read),
    Pattern("set_field", _RULES, set_field.read),
    Pattern("filters", _RULES, filters.read),
    Pattern("sorting", _RULES, sorting.read),
    Pattern("search", _RULES, search.read),
    Pattern("paging", _ANSWERS, paging.read),
    Pattern("relations", _MODEL, relations.read),
    Pattern("cascade", _RULES, cascade.read),
    Pattern("soft_delete", _RULES, soft_delete.read),
    Pattern("locking", _RULES, locking.read),
    Pattern("passwords", _RULES, passwords.read),
    Pattern("tokens_lifetime", _RULES, tokens_lifetime.read),
    Pattern("cors", _ASKS, cors.read),
    Pattern("rate_limit", _ASKS, rate_limit.read),
    Pattern("body_size", _ASKS, body_size.read),
    Pattern("transitions", _MODEL, transitions.read),
    Pattern("derived", _RULES, derived.read),
    Pattern("count_limit", _RULES, count_limit.read),
    Pattern("selection", _RULES, selection.read),
    Pattern("cross_field", _RULES, cross_field.read),
    Pattern("validation", _PROMISES, validation.read),
    Pattern("persistence", _PROMISES, persistence.read),
    Pattern("stack", _ASKS, stack.read),
    Pattern("documentation", _PLEDGES, documentation.read),
    Pattern("logging", _ASKS, logging.read),
    Pattern("health", _PLEDGES, health.read),
    Pattern("step", _STEPS, step.read),
    Pattern("behaviour", _ASKS, behaviour.read),
    Pattern("out_of_scope", _ASIDE, out_of_scope.read),
)


def read(facts: Facts) -> tuple[SentenceFact, ...]:
    """What the statements of these facts say, in the words of the other facts."""
    return understood(facts).sentences


def diagnose(facts: Facts) -> tuple[Diagnostic, ...]:
    """What `read` left out because it could not be sure."""
    return understood(facts).diagnostics[len(facts.diagnostics) :]


def understood(facts: Facts) -> Facts:
    """The facts with what their statements say, and what was left out of it, in one reading."""
    said: list[SentenceFact] = []
    left_out: list[Diagnostic] = []
    for sentence, found in _readings(facts):
        said += (fact for fact in found if not doubts.is_reversed(fact))
        left_out += doubts.of_sentence(sentence, found)
    return replace(facts, sentences=tuple(said), diagnostics=facts.diagnostics + tuple(left_out))


def _readings(facts: Facts) -> Iterator[tuple[Sentence, tuple[SentenceFact, ...]]]:
    known = vocabulary(facts)
    dominant = _dominant(facts, known)
    for statement in facts.statements:
        if statement.kind in _ALL:
            sentence = prepare(statement, known, dominant)
            yield sentence, tuple(understand(sentence, known))


def understand(sentence: Sentence, known: Vocabulary) -> Iterator[SentenceFact]:
    """Every pattern's facts, each once; out of scope only if nothing else was said."""
    found: list[SentenceFact] = []
    for line in PATTERNS:
        if sentence.statement.kind not in line.kinds:
            continue
        for fact in _facts(line, sentence, known):
            if fact.kind is SentenceKind.OUT_OF_SCOPE:
                if found and not out_of_scope.outweighs(sentence, asks=_asks(found)):
                    continue
                found.clear()
            if not any(_same(each, fact) for each in found):
                found.append(replace(fact, pattern=line.name))
    yield from found


def _facts(line: Pattern, sentence: Sentence, known: Vocabulary) -> Iterator[SentenceFact]:
    """Where a sentence lists operations, what is said behind each is about that one alone."""
    if line.name in _OF_ONE_OPERATION and len(sentence.operations) > 1:
        for part in parts(sentence, known):
            yield from line.read(part, known)
    else:
        yield from line.read(sentence, known)


def _asks(found: list[SentenceFact]) -> bool:
    """Whether the facts ask for something that no screen can give."""
    return any(each.kind in _ASKED for each in found)


def _same(one: SentenceFact, other: SentenceFact) -> bool:
    if one.kind is SentenceKind.CAPABILITY is other.kind:
        return (one.verb, one.entity, one.value) == (other.verb, other.entity, other.value) and (
            one.operations == other.operations or not other.operations
        )
    return replace(one, pattern="") == replace(other, pattern="")


def _dominant(facts: Facts, known: Vocabulary) -> str:
    """The entity that two thirds of what the requirements name are about; empty if none is."""
    user = known.user()
    counts = Counter(
        mention.entity
        for statement in facts.statements
        if statement.kind is StatementKind.REQUIREMENT
        for mention in prepare(statement, known).entities
        if mention.entity != user
    )
    if not counts:
        return ""
    name, count = counts.most_common(1)[0]
    return name if 3 * count >= 2 * counts.total() else ""
