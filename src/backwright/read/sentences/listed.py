"""What a list is of, and which of its fields a stretch of text names."""

from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary


def entity(sentence: Sentence, position: int) -> str:
    """The entity named last before the position, unless it is whoever asks; else the main one."""
    before = [m.entity for m in sentence.entities if m.end <= position]
    others = [each for each in before if each != sentence.user]
    return others[-1] if others else sentence.main()


def fields(
    sentence: Sentence, vocabulary: Vocabulary, of: str, start: int, end: int
) -> tuple[str, ...]:
    """In order, once each. `them by name` may have been taken for another entity's name."""
    own = vocabulary.fields.get(of, ())
    found = (
        m.field for m in sentence.fields_between(start, end) if m.entity == of or m.field in own
    )
    return tuple(dict.fromkeys(found))
