"""Which words of a sentence are about which fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from backwright.read.sentences.sentence import FieldMention, Sentence

_NOTE: Final = re.compile(
    r"\s*(?:fields?\s*)?(?:(?:of|for)\s+(?:an?|the|each)\s+\w+\s*)?\(((?:[^()]|\([^()]*\))*)\)"
)
_SEPARATOR: Final = re.compile(r",(?!\d{3}\b)|\band\b|\bwith\b|\bbut\b")
_OF: Final = re.compile(r"\bof (?:an?|the|each|every) $")
_JOINT: Final = re.compile(
    r"\s*(?:,|/|&|\band\b|\bor\b|\bthe\b|\ba\b|\ban\b|\btheir\b|\bfields?\b|\bnew\b|\s)*\s*"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that say something about fields of one entity."""

    entity: str
    fields: tuple[str, ...]
    text: str
    note: bool
    """The words stand in brackets right behind the field."""
    at: int = 0
    """Where in the text the field is named."""
    before: str = ""
    """The words of its clause in front of the text, which are about other fields."""


def passages(sentence: Sentence) -> Iterator[Passage]:
    """Every passage, notes in brackets first."""
    if sentence.subject:
        cells = sentence.text.replace(" | ", ". ")
        yield Passage(sentence.context, (sentence.subject,), cells, note=True)
        return
    if not _firm(sentence):
        yield from _asked(sentence)
        return
    bare, notes = _notes(sentence)
    yield from notes
    yield from _groups(sentence, bare)


def _asked(sentence: Sentence) -> Iterator[Passage]:
    """An answer is about the fields that the question names."""
    for entity, field in sentence.asked:
        yield Passage(entity, (field,), f"{sentence.about} {sentence.text}", note=True)


def _notes(sentence: Sentence) -> tuple[str, list[Passage]]:
    """The text with the notes blanked out, and the notes."""
    bare = sentence.text
    notes: list[Passage] = []
    for mention in _firm(sentence):
        match = _NOTE.match(sentence.text, mention.end)
        if match is not None and bare[match.start(1) : match.end(1)].strip():
            fields = tuple(each.field for each in _joined(sentence, mention))
            every = tuple(dict.fromkeys((*fields, mention.field)))
            notes.append(Passage(mention.entity, every, match[1], note=True))
            bare = bare[: match.start()] + " " * len(match.group()) + bare[match.end() :]
    return bare, notes


def _joined(sentence: Sentence, last: FieldMention) -> tuple[FieldMention, ...]:
    """`unit_price and stock_qty (>= 0)`: only a bare "and" carries a note backwards."""
    before = [m for m in _firm(sentence) if m.end <= last.start]
    if not before or before[-1].entity != last.entity:
        return ()
    between = sentence.text[before[-1].end : last.start]
    alone = sentence.text[: before[-1].start].rstrip().endswith(("that", "both", ":"))
    return (before[-1],) if between.strip() == "and" and alone else ()


def _groups(sentence: Sentence, bare: str) -> Iterator[Passage]:
    seen: set[tuple[int, int]] = set()
    for mention in _firm(sentence):
        begin, end = sentence.clause(mention.start)
        if (begin, end) in seen:
            continue
        seen.add((begin, end))
        inside = [m for m in _firm(sentence) if begin <= m.start and m.end <= end]
        groups = _coordinated(inside, bare)
        cuts = [
            begin,
            *(_cut(bare, left[-1].end, right[0].start) for left, right in _pairs(groups)),
            end,
        ]
        for index, group in enumerate(groups):
            fields = tuple(dict.fromkeys(each.field for each in group))
            text = bare[cuts[index] : cuts[index + 1]]
            at = max(0, group[0].start - cuts[index])
            before = bare[begin : cuts[index]]
            yield Passage(group[0].entity, fields, text, note=False, at=at, before=before)


def _firm(sentence: Sentence) -> list[FieldMention]:
    whole = {(each.start, each.end) for each in sentence.entities}
    return [
        m
        for m in sentence.fields
        if not m.loose
        # `the quantity of a line` is no word on the lines of an order
        and not ((m.start, m.end) in whole and _OF.search(sentence.text, 0, m.start))
    ]


def _pairs(
    groups: list[list[FieldMention]],
) -> Iterator[tuple[list[FieldMention], list[FieldMention]]]:
    return pairwise(groups)


def _cut(bare: str, start: int, end: int) -> int:
    """Where the words on one group of fields end: at the last comma or `and` before the next."""
    found = [each.start() for each in _SEPARATOR.finditer(bare, start, end)]
    return found[-1] if found else end


def _coordinated(mentions: list[FieldMention], bare: str) -> list[list[FieldMention]]:
    groups: list[list[FieldMention]] = []
    for mention in mentions:
        if not bare[mention.start : mention.end].strip():
            continue
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.entity == mention.entity
            and (last.field == mention.field or _JOINT.fullmatch(bare[last.end : mention.start]))
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups
