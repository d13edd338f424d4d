"""What was found and read, as text for a terminal."""

from collections import Counter
from typing import Final

from backwright.contract.model import QuestionKind
from backwright.outcome import Discovered
from backwright.read.discover import FeatureFiles
from backwright.read.facts import StatementKind
from backwright.report import ledger as ledgers
from backwright.report.words import counted, row, wrapped

_KINDS: Final = {
    StatementKind.REQUIREMENT: ("requirement", ""),
    StatementKind.SCENARIO: ("scenario", ""),
    StatementKind.EDGE_CASE: ("edge case", ""),
    StatementKind.KEY_ENTITY: ("key entity", "key entities"),
    StatementKind.SUCCESS_CRITERION: ("success criterion", "success criteria"),
    StatementKind.CLARIFICATION: ("clarification", ""),
    StatementKind.FIELD: ("field", ""),
    StatementKind.MODEL_RULE: ("model rule", ""),
    StatementKind.OPERATION: ("operation", ""),
    StatementKind.PARAMETER: ("parameter", ""),
    StatementKind.PROPERTY: ("property", "properties"),
    StatementKind.RESPONSE: ("response", ""),
    StatementKind.SECURITY: ("security rule", ""),
    StatementKind.DIRECTIVE: ("directive", ""),
    StatementKind.PLAN: ("plan field", ""),
    StatementKind.TASK: ("task", ""),
}


def following(feature: FeatureFiles) -> list[str]:
    """`specs/003-orders/spec.md, plan.md, backend/CLAUDE.md`"""
    names: list[str] = []
    for each in feature.files:
        own = bool(feature.folder) and each.path.startswith(f"{feature.folder}/") and bool(names)
        names.append(each.path.removeprefix(f"{feature.folder}/") if own else each.path)
    return wrapped("following", names or ["nothing"], ", ")


def read(found: Discovered) -> str:
    """`41 statements · 3 entities · 7 operations · 2 questions, 1 contradiction`"""
    if found.bound is None:
        return row("read", "nothing")
    contract = found.bound.contract
    parts = [
        counted(len(found.ledger), "statement"),
        counted(len(contract.entities), "entity", "entities"),
        counted(len(contract.operations), "operation"),
        questions(found),
    ]
    return row("read", " · ".join(parts))


def questions(found: Discovered) -> str:
    kinds = Counter(each.kind for each in found.bound.questions) if found.bound else Counter()
    words = [counted(kinds[QuestionKind.OPEN], "question")]
    if kinds[QuestionKind.CONTRADICTION]:
        words.append(counted(kinds[QuestionKind.CONTRADICTION], "contradiction"))
    if kinds[QuestionKind.BLOCKING]:
        words.append(f"{kinds[QuestionKind.BLOCKING]} that blocks")
    return ", ".join(words)


def files(found: Discovered, feature: FeatureFiles) -> list[str]:
    """Every followed file with what it became."""
    became: dict[str, Counter[StatementKind]] = {}
    for statement in found.facts[feature.folder].statements:
        became.setdefault(statement.span.file, Counter())[statement.kind] += 1
    width = max((len(each.path) for each in feature.files), default=0)
    bad = {span.file for each in found.errors for span in each.spans}
    lines = []
    for number, each in enumerate(feature.files):
        kinds = became.get(each.path, Counter())
        words = [counted(kinds[kind], *_KINDS[kind]) for kind in _KINDS if kinds[kind]]
        text = ", ".join(words) or (
            "not read, see below" if each.path in bad else "nothing to keep"
        )
        lines.append(row("files" if not number else "", f"{each.path:<{width}}  {text}"))
    return lines


def ledger(found: Discovered) -> list[str]:
    parts = ledgers.parts(found.ledger, understood=True)
    lines = wrapped("ledger", parts or ["empty"])
    if found.bound is not None and not found.uncounted:
        lines.append(row("", "every line of every followed file is accounted for"))
    return lines
