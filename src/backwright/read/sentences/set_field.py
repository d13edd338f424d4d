"""Changes of a single field: toggles, marks, and fields named as what can be changed."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_TOGGLE: Final = re.compile(r"\btoggl(?:e|es|ing)\b", re.IGNORECASE)
_MARK: Final = re.compile(
    r"\bmark(?:ing)?\b[^.;]{0,50}?\bas\s+(?P<value>\w+)(?:\s+or\s+(?P<other>\w+))?", re.IGNORECASE
)
_SET: Final = re.compile(
    r"\b(?:set|sets|setting)\s+(?P<field>\w+)\s*(?:=|to)\s*(?P<value>true|false|[\w-]+)\b"
    r"|\b(?P<field2>[a-z_]+)\s*=\s*(?P<value2>true|false)\b",
    re.IGNORECASE,
)
_RECORD: Final = re.compile(
    r"\brecord that\b[^.;]{0,60}?\b(?:is|are|was|has been)\s+(?P<value>\w+)", re.IGNORECASE
)
_CONDITION: Final = re.compile(r"\bwhere\b", re.IGNORECASE)
_DEFAULTS: Final = re.compile(
    r"\b(?:default|newly|initial|creation|active products)\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    toggle = sentence.find(_TOGGLE)
    if toggle is not None and not sentence.negated(toggle.start()):
        yield from _toggled(sentence, vocabulary)
        return
    mark = sentence.find(_MARK)
    if mark is not None and not sentence.negated(mark.start()):
        yield from _marked(sentence, vocabulary, mark)
        return
    yield from _recorded(sentence, vocabulary)
    match = sentence.find(_SET)
    if match is None or sentence.find(_DEFAULTS) or sentence.find(_CONDITION):
        return
    written = (match["field"] or match["field2"]).lower()
    for mention in sentence.fields:
        if mention.field.lower() == written:
            value = (match["value"] or match["value2"]).lower()
            yield sentence.says(
                SentenceKind.SET_FIELD,
                entity=mention.entity,
                fields=(mention.field,),
                value=value == "true" if value in {"true", "false"} else value,
            )
            return


def _recorded(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    """`record that an order is paid`: the status of that name."""
    match = sentence.find(_RECORD)
    state = vocabulary.states.get(match["value"].lower()) if match is not None else None
    if match is not None and state is not None and not sentence.negated(match.start()):
        yield sentence.says(
            SentenceKind.SET_FIELD,
            verb="set",
            entity=state[0],
            fields=(state[1],),
            value=match["value"].lower(),
            operations=sentence.operations,
        )


def _toggled(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    for mention in sentence.fields:
        if (mention.entity, mention.field) in vocabulary.booleans:
            yield sentence.says(
                SentenceKind.SET_FIELD,
                verb="toggle",
                entity=mention.entity,
                fields=(mention.field,),
                operations=sentence.operations,
            )
            return


def _marked(
    sentence: Sentence, vocabulary: Vocabulary, match: re.Match[str]
) -> Iterator[SentenceFact]:
    """`mark a task as complete`: the field that can hold that word."""
    entity = next(
        (m.entity for m in sentence.entities if m.start >= match.start()), sentence.main()
    )
    stem = match["value"].lower()[:6]
    for field in vocabulary.fields.get(entity, ()):
        if (entity, field) in vocabulary.booleans and stem in field.lower():
            yield sentence.says(
                SentenceKind.SET_FIELD,
                verb="toggle" if match["other"] else "set",
                entity=entity,
                fields=(field,),
                value=True,
                operations=sentence.operations,
            )
            return
        wanted = next(
            (v for v in vocabulary.values.get((entity, field), ()) if stem in v.lower()), ""
        )
        if wanted:
            yield sentence.says(
                SentenceKind.SET_FIELD,
                verb="set",
                entity=entity,
                fields=(field,),
                value=wanted,
                operations=sentence.operations,
            )
            return
