"""Everything that is written about one feature, read file by file with every notation."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from backwright.diagnostics import Diagnostic, sources
from backwright.read import discover
from backwright.read.blocks import MarkdownDocument
from backwright.read.facts import Facts, Ignorable, IgnoredText
from backwright.read.load import load, stray_bytes
from backwright.read.markdown import parse
from backwright.read.merge import lines_of, once, with_feature, with_unique_names
from backwright.read.notations import (
    clarifications,
    edge_cases,
    key_entities,
    markdown_rest,
    openapi,
    plan,
    python_classes,
    requirements,
    scenarios,
    sql_tables,
    standards,
    success_criteria,
    tasks,
    typed_bullets,
    typed_tables,
)
from backwright.read.roles import Role
from backwright.source import SourceFile, Span

Notation = Callable[[MarkdownDocument], Facts]
Sketch = Callable[[MarkdownDocument, Facts], Facts]

NOTATIONS: Final[dict[Role, tuple[Notation, ...]]] = {
    Role.SPEC: (
        clarifications.read,
        success_criteria.read,
        scenarios.read,
        edge_cases.read,
        typed_tables.read,
        typed_bullets.read,
        key_entities.read,
        requirements.read,
    ),
    Role.DATA_MODEL: (clarifications.read, typed_tables.read, typed_bullets.read),
    Role.CLARIFICATIONS: (clarifications.read, requirements.read),
    Role.PLAN: (plan.read,),
    Role.TASKS: (tasks.read,),
    Role.STANDARDS: (standards.read,),
    Role.CONTRACT: (),
    Role.OTHER: (),
}
"""In the order in which they may take a line: who comes first, has it."""
SKETCHES: Final[dict[Role, tuple[Sketch, ...]]] = {
    Role.DATA_MODEL: (python_classes.read, sql_tables.read, python_classes.read_objects)
}
"""After those; they tell what nobody else has told yet."""

_STRUCTURED: Final = (".yaml", ".yml", ".json")
_OPENAPI: Final = re.compile(r"^[\s{]*[\"']?(?:openapi|swagger)[\"']?\s*:", re.MULTILINE)
"""Contracts are told by their key, not by their name."""


def read_feature(project: discover.Project, feature: discover.FeatureFiles) -> Facts:
    """The facts of all followed files; sentences are added by whoever binds them."""
    total = Facts()
    for followed in feature.files:
        facts = _read_file(project.root, followed)
        kept = with_feature(facts, "" if followed.role is Role.STANDARDS else feature.folder)
        total += with_unique_names(kept, {each.id for each in total.statements})
    if not any(each.kind.value != "directive" for each in total.statements):
        spans = (Span(feature.folder or ".", 1),)
        total += Facts(diagnostics=(sources.EMPTY_FEATURE.at(*spans, path=feature.folder or "."),))
    return total


def _read_file(root: Path, followed: discover.FollowedFile) -> Facts:
    source = load(root, followed.path)
    if isinstance(source, Diagnostic):
        return Facts(files=(followed.path,), diagnostics=(source,))
    if followed.path.lower().endswith(_STRUCTURED):
        facts = _read_structured(root, source)
    else:
        facts = read_markdown(source, followed.role)
    stray = stray_bytes(source)
    doubts = (stray,) if stray is not None else ()
    return replace(facts, files=(source.path,), diagnostics=facts.diagnostics + doubts)


def read_markdown(source: SourceFile, role: Role) -> Facts:
    """One Markdown file, with every line of it in a statement or set aside."""
    document = parse(source, role)
    facts = Facts()
    for notation in NOTATIONS[role]:
        facts = once(facts, notation(document))
    for sketch in SKETCHES.get(role, ()):
        facts = once(facts, sketch(document, facts))
    spans = [each.span for each in facts.statements] + [each.span for each in facts.ignored]
    taken = {line for each in spans for line in lines_of(each)}
    rest = markdown_rest.read(document, taken)
    return once(facts, rest)


def _read_structured(root: Path, source: SourceFile) -> Facts:
    if not _OPENAPI.search(source.text):
        return Facts(ignored=_all_lines(source))

    def load_neighbour(path: str) -> SourceFile | Diagnostic:
        return load(root, path)

    return openapi.read(source, load_neighbour)


def _all_lines(source: SourceFile) -> tuple[IgnoredText, ...]:
    """A sample of data: an example of a body, settings of a tool."""
    return (IgnoredText(source.span(1, 1, len(source.lines)), Ignorable.CODE_SAMPLE),)
