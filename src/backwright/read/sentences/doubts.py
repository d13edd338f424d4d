"""What a reader of the sentences should be told, because it was left out."""

from collections.abc import Iterator
from typing import Final

from backwright.diagnostics import Diagnostic
from backwright.diagnostics.reading_sentences import BOUNDS_REVERSED, FIELD_OF_SEVERAL
from backwright.read.facts import SentenceFact, SentenceKind, StatementKind
from backwright.read.sentences.sentence import Sentence

_BOUNDED: Final = frozenset(
    {
        SentenceKind.LENGTH,
        SentenceKind.RANGE,
        SentenceKind.PASSWORD,
        SentenceKind.PAGE,
        SentenceKind.COUNT_LIMIT,
    }
)


def of_sentence(sentence: Sentence, facts: tuple[SentenceFact, ...]) -> Iterator[Diagnostic]:
    """Fields that may be one entity's or another's, where that kept the sentence from being read;
    and bounds the wrong way round."""
    if sentence.statement.kind is StatementKind.REQUIREMENT and not facts:
        for field, entities in sentence.unsure:
            yield FIELD_OF_SEVERAL.at(
                sentence.statement.span,
                field=field,
                entities=" or ".join(entities),
                first=entities[0],
            )
    for each in facts:
        if is_reversed(each):
            yield BOUNDS_REVERSED.at(
                sentence.statement.span,
                field=", ".join(each.fields) or each.entity or each.kind.value,
                minimum=each.minimum,
                maximum=each.maximum,
            )


def is_reversed(fact: SentenceFact) -> bool:
    if fact.kind not in _BOUNDED or fact.minimum is None or fact.maximum is None:
        return False
    return fact.minimum > fact.maximum
