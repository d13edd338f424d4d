"""Statement → the parts of the contract that it asks for."""

from collections.abc import Mapping

from backwright.contract.binding import declared_parts
from backwright.contract.binding.workbench import Workbench
from backwright.contract.model import Contract, OriginKind
from backwright.contract.origins import every_aspect

Links = Mapping[str, tuple[str, ...]]


def links(work: Workbench, contract: Contract) -> tuple[Links, Mapping[str, Links]]:
    """From the origins, and from the sentences that ask without naming a number or a path."""
    known = set(every_aspect(contract)) | set(contract.origins)
    files = _features(work)
    found: dict[str, dict[str, dict[str, None]]] = {each: {} for each in work.features}
    for aspect, origins in contract.origins.items():
        for origin in origins:
            if origin.kind is OriginKind.SPAN and origin.statement and origin.span is not None:
                for feature in files.get((origin.span.file, origin.statement), ()):
                    found[feature].setdefault(origin.statement, {})[aspect] = None
    for file, statement, aspect in (*work.linked, *declared_parts.links(work)):
        if aspect in known:
            for feature in files.get((file, statement), ()):
                found[feature].setdefault(statement, {})[aspect] = None
    _by_span(work, contract, found)
    by_feature = {
        feature: {name: tuple(aspects) for name, aspects in sorted(held.items())}
        for feature, held in found.items()
    }
    together: dict[str, dict[str, None]] = {}
    for held in found.values():
        for name, aspects in held.items():
            together.setdefault(name, {}).update(aspects)
    return {name: tuple(each) for name, each in sorted(together.items())}, by_feature


def _features(work: Workbench) -> dict[tuple[str, str], list[str]]:
    """File and statement → the features that hold it."""
    found: dict[tuple[str, str], list[str]] = {}
    for feature, facts in work.features.items():
        for statement in facts.statements:
            names = found.setdefault((statement.span.file, statement.id), [])
            if feature not in names:
                names.append(feature)
    return found


def _by_span(
    work: Workbench, contract: Contract, found: dict[str, dict[str, dict[str, None]]]
) -> None:
    """Properties are known by where they stand: their statement begins at the same line."""
    by_line: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for feature, facts in work.features.items():
        for statement in facts.statements:
            place = statement.span.file, statement.span.line
            by_line.setdefault(place, []).append((feature, statement.id))
    for aspect, origins in contract.origins.items():
        for origin in origins:
            if origin.kind is OriginKind.SPAN and not origin.statement and origin.span is not None:
                for feature, name in by_line.get((origin.span.file, origin.span.line), ()):
                    found[feature].setdefault(name, {})[aspect] = None
