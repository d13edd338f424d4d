"""The ways in which prose calls a field: `created_at` is also the creation date."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from backwright.read.sentences.terms import words

_TAILS_NEVER: Final = frozenset(
    [
        "id",
        "at",
        "by",
        "on",
        "type",
        "name",
        "status",
        "url",
        "date",
        "time",
        "count",
        "number",
        "key",
        "hash",
        "code",
        "flag",
        "is",
    ]
)
_UNITS: Final = frozenset(
    ["cent", "second", "minute", "hour", "day", "byte", "percent", "eur", "usd", "kg", "gram"]
)
_CREDENTIAL: Final = re.compile(r"^(?:email|user_?name|password|login)", re.IGNORECASE)
_NOUNS: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    ("created",): ("creation",),
    ("updated",): ("update",),
    ("modified",): ("update",),
}
_SPELLED: Final = {
    ("email",): (("email", "address"),),
    ("phone",): (("phone", "number"),),
    ("is", "completed"): (("completion",), ("completion", "status"), ("completion", "state")),
    ("completed",): (("completion",), ("completion", "status"), ("completion", "state")),
    ("is", "active"): (("active", "state"),),
    ("active",): (("active", "state"),),
}


@dataclass(frozen=True, slots=True)
class FieldName:
    entity: str
    name: str
    weak: bool
    """The words are less than the name: `price` for `unit_price`."""
    described: bool = True
    """The entity is one of the data model, not of a schema alone."""
    users: bool = False
    """The entity signs in."""


@dataclass(frozen=True, slots=True)
class Called:
    """All fields that the same words may mean; worked out once, for hundreds may have a name."""

    by_entity: Mapping[str, FieldName]
    entities: tuple[str, ...]
    """Those of whose fields it is the whole name."""
    alone: FieldName | None
    """What is meant where nothing near says whose field it is."""
    weak: bool
    """The words are less than the name, whichever is meant."""


def field_words(
    fields: Mapping[str, tuple[str, ...]], described: frozenset[str], user: str
) -> dict[tuple[str, ...], Called]:
    found: dict[tuple[str, ...], list[FieldName]] = {}
    for entity, names in fields.items():
        spelled: dict[tuple[str, ...], list[FieldName]] = {}
        for name in names:
            for form, weak in _forms(words(entity), words(name)):
                option = FieldName(entity, name, weak, entity in described, entity == user)
                spelled.setdefault(form, []).append(option)
        for form, option in _qualified(entity, spelled):
            spelled[form] = [option]
        for form, options in spelled.items():
            strong = [each for each in options if not each.weak]
            if len({each.name for each in strong or options}) == 1:
                found.setdefault(form, []).append((strong or options)[0])
    return {form: _called(options) for form, options in found.items()}


def _called(options: Sequence[FieldName]) -> Called:
    strong = [each for each in options if not each.weak]
    modelled = [each for each in strong if each.described] or strong
    users = [each for each in modelled if each.users and _CREDENTIAL.search(each.name)]
    alone = next((each for each in (users, modelled) if len(each) == 1), [None])
    return Called(
        by_entity={each.entity: each for each in options},
        entities=tuple(dict.fromkeys(each.entity for each in strong)),
        alone=alone[0],
        weak=not strong,
    )


def _qualified(
    entity: str, spelled: Mapping[tuple[str, ...], list[FieldName]]
) -> list[tuple[tuple[str, ...], FieldName]]:
    """`task title`, where no field of a task is itself called so."""
    return [
        ((*words(entity), *form), options[0])
        for form, options in spelled.items()
        if len(options) == 1 and not options[0].weak and (*words(entity), *form) not in spelled
    ]


def _forms(
    entity: tuple[str, ...], name: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The ways to say a field, each with whether it says less than the name."""
    yield name, False
    yield from ((form, False) for form in _moments(name))
    yield from ((form, False) for form in _SPELLED.get(name, ()))
    first, last = name[0], name[-1]
    if first == "is" and len(name) > 1:
        yield name[1:], True
        yield (*name[1:], "status"), False
        yield (*name[1:], "flag"), False
    if last in _UNITS and len(name) > 1:
        yield name[:-1], False
    if last in {"id", "text", "url"} and len(name) > 1:
        yield name[:-1], True
    if len(name) > len(entity) and name[: len(entity)] == entity:
        yield name[len(entity) :], True
    if len(name) > 1 and last not in _TAILS_NEVER:
        yield (last,), True


def _moments(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """`created_at` is also the creation date."""
    if len(name) < 2 or name[-1] not in {"at", "on", "date", "time", "timestamp"}:
        return
    stem = name[:-1]
    for base in {stem, _NOUNS.get(stem, stem)}:
        for noun in ("date", "time", "timestamp", "at"):
            if (*base, noun) != name:
                yield (*base, noun)
    if stem in {("updated",), ("modified",)}:
        yield ("last", "update", "timestamp")
        yield ("last", "updated")
        yield ("last", "modified")
        yield ("modification", "date")
        yield ("modification", "timestamp")
