"""YAML and JSON, read into nodes that know their places; hostile text ends in a diagnostic.

The parser of PyYAML gives events, and the tree is put together here: its own composer descends
by recursion, forgets doubled names, and follows any number of aliases.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol, cast

import yaml as pyyaml

from backwright.diagnostics import Diagnostic, sources
from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.nodes import Listed, Mapped, Node, Scalars, span_of
from backwright.read.yaml_scalars import tagged_value
from backwright.source import SourceFile, Span

DEEPEST: Final = 200
"""Levels; an object within an object takes two."""
MOST: Final = 1_000_000
"""Nodes, with every alias written out."""
_MERGE: Final = "<<"
_PAIR: Final = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class Documents:
    """What one file holds."""

    roots: tuple[Node, ...]
    """One for each document of the file; none if it could not be read."""
    diagnostics: tuple[Diagnostic, ...]


def parse(source: SourceFile) -> Documents:
    """All documents of the file, or none and what is wrong with it."""
    composer = _Composer(source.path)
    try:
        for event in _events(_text(source)):
            composer.take(event)
    except _Refused as refused:
        return Documents((), (refused.diagnostic,))
    except pyyaml.YAMLError as error:
        return Documents((), (_broken(source, error),))
    return Documents(tuple(composer.roots), tuple(composer.diagnostics))


def _text(source: SourceFile) -> str:
    """Lone surrogates are no characters; JSON writes large ones as two escapes."""
    text = source.text.encode("utf-8", "replace").decode()
    if source.path.lower().endswith(".json"):
        text = _PAIR.sub(_joined, text)
        text = _SURROGATE.sub(r"\\ufffd", text)
    return text


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _events(text: str) -> Iterator[pyyaml.Event]:
    loader = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _broken(source: SourceFile, error: pyyaml.YAMLError) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        reason = getattr(error, "problem", None) or getattr(error, "context", None) or "broken"
        last = max(len(source.lines), 1)
        span = Span(source.path, min(mark.line + 1, last), mark.column + 1)
    else:
        reason = str(error).split("\n", 1)[0] or "broken"
        position = getattr(error, "position", 0)
        span = Span(source.path, source.text.count("\n", 0, position) + 1)
    return sources.BROKEN_YAML.at(span, path=source.path, line=span.line, reason=reason)


class _Mark(Protocol):
    line: int
    column: int
    index: int


def _start(event: pyyaml.Event) -> _Mark:
    """Events of text that was read have both marks."""
    return cast("_Mark", event.start_mark)


def _stop(event: pyyaml.Event) -> _Mark:
    return cast("_Mark", event.end_mark)


class _Refused(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A list or a mapping that has not ended yet."""

    node: Listed | Mapped
    anchor: str | None
    key: Scalars | None = None
    waiting: bool = True
    """Of a mapping: the next node is a name."""
    merged: list[Node] = field(default_factory=list)


class _Composer:
    def __init__(self, file: str) -> None:
        self.file = file
        self.roots: list[Node] = []
        self.diagnostics: list[Diagnostic] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._pending: set[str] = set()
        self._count = 0

    def take(self, event: pyyaml.Event) -> None:
        match event:
            case pyyaml.ScalarEvent():
                self._scalar(event)
            case pyyaml.MappingStartEvent() | pyyaml.SequenceStartEvent():
                self._begin(event)
            case pyyaml.MappingEndEvent() | pyyaml.SequenceEndEvent():
                self._end(event)
            case pyyaml.AliasEvent():
                self._alias(event)
            case pyyaml.DocumentStartEvent():
                self._anchors, self._pending = {}, set()
            case _:
                pass

    def _scalar(self, event: pyyaml.ScalarEvent) -> None:
        start, end = _start(event), _stop(event)
        value = tagged_value(event.value, event.tag, plain=bool(event.implicit[0]))
        last = end.line if end.column or end.line == start.line else end.line - 1
        node = Scalars(self.file, start.line + 1, start.column + 1, last + 1, value, event.value)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._add(node)

    def _begin(self, event: pyyaml.CollectionStartEvent) -> None:
        start = _start(event)
        kind = Mapped if isinstance(event, pyyaml.MappingStartEvent) else Listed
        if len(self._open) >= DEEPEST:
            span = Span(self.file, start.line + 1, start.column + 1)
            raise _Refused(sources.TOO_DEEP.at(span, path=self.file, line=span.line, limit=DEEPEST))
        node = kind(self.file, start.line + 1, start.column + 1, start.line + 1)
        self._open.append(_Open(node, event.anchor))
        if event.anchor:
            self._anchors.pop(event.anchor, None)
            self._pending.add(event.anchor)

    def _end(self, event: pyyaml.CollectionEndEvent) -> None:
        done = self._open.pop()
        node = done.node
        if _start(event).index != _stop(event).index:
            # A bracket; a block has none, and reaches as far as its last node.
            node.end_line = max(node.end_line, _stop(event).line + 1)
        for each in done.merged:
            _merge(node, each)
        if done.anchor:
            self._pending.discard(done.anchor)
            self._anchors[done.anchor] = node
        self._add(node)

    def _alias(self, event: pyyaml.AliasEvent) -> None:
        start = _start(event)
        span = Span(self.file, start.line + 1, start.column + 1)
        known = self._anchors.get(str(event.anchor))
        if known is None:
            inside = event.anchor in self._pending
            reason = f"*{event.anchor} stands " + (
                "inside of what it repeats"
                if inside
                else f"for nothing; there is no &{event.anchor}"
            )
            raise _Refused(
                sources.BROKEN_YAML.at(span, path=self.file, line=span.line, reason=reason)
            )
        self._add(known, span)

    def _add(self, node: Node, place: Span | None = None) -> None:
        self._count += node.size if place is not None else 1
        if self._count > MOST:
            span = place or span_of(node)
            raise _Refused(
                sources.TOO_MANY_NODES.at(span, path=self.file, line=span.line, limit=MOST)
            )
        if not self._open:
            self.roots.append(node)
            return
        top = self._open[-1]
        top.node.size += node.size
        top.node.end_line = max(top.node.end_line, place.line if place else node.end_line)
        if isinstance(top.node, Listed):
            top.node.items.append(node)
        elif top.waiting:
            top.key, top.waiting = self._named(node), False
        else:
            self._enter(top, top.node, node)
            top.waiting = True

    def _named(self, node: Node) -> Scalars | None:
        if isinstance(node, Scalars):
            return node
        self.diagnostics.append(diagnostics.NO_NAME.at(span_of(node)))
        return None

    def _enter(self, top: _Open, mapping: Mapped, node: Node) -> None:
        key = top.key
        if key is None:
            return
        if key.text == _MERGE and not isinstance(node, Scalars):
            top.merged += node.items if isinstance(node, Listed) else [node]
            return
        first = mapping.keys.get(key.text)
        if first is not None:
            self.diagnostics.append(
                diagnostics.DOUBLE_KEY.at(span_of(first), span_of(key), name=key.text[:80])
            )
        mapping.entries[key.text] = node
        mapping.keys[key.text] = key


def _merge(node: Listed | Mapped, other: Node) -> None:
    """What `<<` brings along stands behind what the mapping says itself."""
    if isinstance(node, Mapped) and isinstance(other, Mapped):
        for name, value in other.entries.items():
            if name not in node.entries:
                node.entries[name], node.keys[name] = value, other.keys[name]
