"""Values that a field is limited to."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import Passage, passages
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_WORD: Final = r"[\"']?[A-Za-z][\w-]*(?: (?!and\b|or\b)[A-Za-z][\w-]*){0,2}[\"']?"
_LIST: Final = (
    rf"(?P<list>{_WORD}(?:\s*(?:,|/|\||;)\s*(?:(?:and|or)\s+)?{_WORD})+(?:,?\s+(?:and"
    rf"|or)\s+{_WORD})?"
    rf"|{_WORD}\s+(?:and|or)\s+{_WORD})"
)
_LED: Final = re.compile(
    r"(?:\b(?:enum|one of|allowed(?: enum| values?)?|valid (?:values?|options?)|options?"
    r"|values?|types?|"
    r"statuses|states?|categories|priorit(?:y|ies)|frequenc(?:y|ies)|workflow|transitions?"
    r"|levels?|roles?|kinds?)\b"
    rf"[^:(\[]{{0,25}}?[:(\[]\s*[\[(]?\s*){_LIST}",
    re.IGNORECASE,
)
_ONE_OF: Final = re.compile(
    rf"\b(?:must be|one of|either|limited to"
    rf"|restricted to)(?: one of)?\W{{1,3}}{_LIST}(?=[\s.)\]]*$|[.;]|,?\s+and (?:is|defaults?"
    rf"|must)\b|,\s*(?:default|with|which)\b)",
    re.IGNORECASE,
)
_IN: Final = re.compile(rf"\b(?:IN|in)\s*[\[(]\s*{_LIST}\s*[\])]")
_SLASHES: Final = re.compile(r"^\s*(?P<list>[\w-]+(?:\s*[/|]\s*[\w-]+)+)\s*$")
_COMMAS: Final = re.compile(r"^\s*(?P<list>[A-Z][\w ]*(?:,\s*[A-Z][\w ]*)+)\s*$")
_SUPPORT: Final = re.compile(
    r"\bsupport (?P<list>[a-z]+ and [a-z]+) (?:status|state|type|priority|role)", re.IGNORECASE
)
_OR: Final = re.compile(r"^\s*(?P<list>[\w-]+(?:,\s*[\w-]+)*,?\s+or\s+[\w-]+)\s*$")
_ASKED: Final = re.compile(
    r"\b(?:values?|types?|options?|status\w*|states?|categor\w+|allowed|which|frequenc\w+)\b",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s*(?:,|/|\||;)\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", re.IGNORECASE)
_SAYING: Final = re.compile(
    r"\b(?:if|when|unless|must|should|shall|cannot|can|may|will|be|is|are|has|have)\b",
    re.IGNORECASE,
)
"""Of several words with one of these: a part of a sentence, no value."""
_NOISE: Final = frozenset(
    [
        "required",
        "optional",
        "string",
        "integer",
        "text",
        "number",
        "nullable",
        "unique",
        "default",
        "max",
        "min",
        "auto",
        "enum",
        "uuid",
        "boolean",
        "datetime",
        "date",
        "characters",
        "chars",
        "read",
        "only",
        "index",
        "indexed",
        "pk",
        "fk",
        "null",
        "ascending",
        "descending",
        "asc",
        "desc",
        "created",
        "update",
        "updated",
        "newest",
        "oldest",
    ]
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for passage in passages(sentence):
        if len(passage.fields) != 1 or passage.fields[0].lower() in {"id", "title", "description"}:
            continue
        if sentence.about and not _ASKED.search(sentence.about):
            continue
        found = values(passage, row=bool(sentence.subject))
        if found and (passage.entity, passage.fields) not in seen:
            seen.add((passage.entity, passage.fields))
            yield sentence.says(
                SentenceKind.ENUM, entity=passage.entity, fields=passage.fields, values=found
            )


def values(passage: Passage, *, row: bool) -> tuple[str, ...]:
    """The values that the passage lists behind its field, if it lists any; a `row` of the data
    model has semicolons between its cells."""
    text, at = passage.text, passage.at
    match = (
        _SUPPORT.search(text)
        or _IN.search(text, at)
        or _LED.search(text, at)
        or _ONE_OF.search(text)
    )
    if match is None and passage.note:
        match = _SLASHES.match(text) or _COMMAS.match(text) or _OR.match(text)
    if match is None:
        return ()
    loose = match.re is _ONE_OF
    listed = match["list"].partition("; ")[0] if row else match["list"]
    found = tuple(each.strip(" \"'.[]") for each in _SPLIT.split(listed))
    if loose and any(" " in each for each in found):
        return ()
    if len(found) < 2 or any(
        not each or " as " in each or each.lower() in _NOISE for each in found
    ):
        return ()
    if any(word in _NOISE for each in found for word in each.lower().split()):
        return ()
    if any(" " in each and _SAYING.search(each) for each in found):
        return ()
    return tuple(dict.fromkeys(found))
