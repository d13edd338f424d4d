"""The ledger of the features that were asked for, and where missing code belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from backwright.contract import ledger
from backwright.contract.aspects import covers, operation
from backwright.contract.bound import Bound
from backwright.contract.origins import every_aspect
from backwright.outcome import Discovered, Line
from backwright.plan.model import FileKind, GeneratedFile
from backwright.read.discover import FeatureFiles


def settled(
    found: Discovered,
    built: Iterable[str],
    asserted: Iterable[str],
    places: Mapping[str, str] | None = None,
    features: Iterable[FeatureFiles] = (),
) -> tuple[Line, ...]:
    """One line a statement, of the features that were asked for, or of these. `places` says where
    the code that only people can write belongs."""
    if found.bound is None:
        return ()
    carried, proven = tuple(dict.fromkeys(built)), tuple(dict.fromkeys(asserted))
    waiting = {**found.bound.needs_code, **(places or {})}
    lines: list[Line] = []
    for feature in tuple(features) or found.features:
        facts = found.facts[feature.folder]
        links = found.bound.links_by_feature.get(feature.folder, {})
        entries = ledger.settle(facts, links, found.open, waiting, carried, proven)
        statements = {each.id: each for each in reversed(facts.statements)}
        lines += [Line(feature.folder, statements[each.statement], each) for each in entries]
    return tuple(lines)


def of_files(
    found: Discovered,
    files: Iterable[GeneratedFile],
    output: str,
    features: Iterable[FeatureFiles] = (),
) -> tuple[Line, ...]:
    """The ledger after these files were emitted."""
    emitted = tuple(files)
    built = [aspect for each in emitted for aspect in each.built]
    asserted = [aspect for each in emitted for aspect in each.asserted]
    return settled(found, built, asserted, hook_places(found, emitted, output), features)


def hook_places(found: Discovered, files: Iterable[GeneratedFile], output: str) -> dict[str, str]:
    """Operation that needs code → `why: backend/app/orders/hooks.py:12`."""
    if found.bound is None:
        return {}
    hooks = [each for each in files if each.kind is FileKind.HOOKS]
    places = {}
    for each in found.bound.contract.operations:
        aspect = operation(each.id)
        place = _place(each.hook, hooks, output) if each.hook else ""
        if place and aspect in found.bound.needs_code:
            places[aspect] = f"{found.bound.needs_code[aspect]}: {place}"
        for statement in _waiting_for(aspect, found.bound) if place else ():
            places[statement] = f"{found.bound.needs_code[statement]}: {place}"
    return places


def _waiting_for(aspect: str, bound: Bound) -> Iterable[str]:
    """Statements that need code and are about an operation that has a place for it."""
    return (
        each
        for each in bound.needs_code
        if any(covers(asked, aspect) for asked in bound.links.get(each, ()))
    )


def _place(hook: str, files: Iterable[GeneratedFile], output: str) -> str:
    for file in files:
        for number, line in enumerate(file.text.split("\n"), 1):
            if line.startswith((f"def {hook}(", f"async def {hook}(")):
                return f"{file.path if output == '.' else f'{output}/{file.path}'}:{number}"
    return ""


def of_contract(found: Discovered) -> Discovered:
    """The same, with a ledger of what the contract carries, before anything is emitted."""
    if found.bound is None:
        return found
    contract = found.bound.contract
    return replace(found, ledger=settled(found, (*every_aspect(contract), *contract.origins), ()))
