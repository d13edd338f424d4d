"""How long a text may be."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import Passage, passages
from backwright.read.sentences.quantities import NUMBER, number
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_UNIT: Final = (
    r"(?:-|\s)*(?:(?:capital|(?:upper|lower)-?case|ascii|latin|alphanumeric"
    r"|visible) )?(?:characters?|chars?|digits?|letters?|symbols?)\b"
)
_BETWEEN: Final = re.compile(
    rf"(?P<low>{NUMBER})\s*(?:-|to|and|through)\s*(?P<high>{NUMBER}){_UNIT}", re.IGNORECASE
)
_LENGTH_BETWEEN: Final = re.compile(
    rf"\blength\b\D{{0,20}}(?P<low>{NUMBER})\s*(?:-|to|and)\s*(?P<high>{NUMBER})", re.IGNORECASE
)
_MAXIMUM: Final = re.compile(
    rf"(?:(?:<=|\b(?:max(?:imum|\.)?(?:\s+length)?(?:\s+of)?|maximum length of|at most|up to"
    rf"|no more than|(?:not|never) (?:be )?(?:longer|more) than|"
    rf"not exceed(?:ing)?|cannot exceed|limit(?:ed)?\s(?:\w+\s){{0,6}}to|no longer than|within|"
    rf"(?:shorter|fewer|less) than or equal to))\W{{0,3}})(?P<high>{NUMBER}){_UNIT}",
    re.IGNORECASE,
)
_MAXIMUM_LENGTH: Final = re.compile(
    rf"\bmax(?:imum)?[\s_-]*length\b\W*(?:is|of|=|:)?\W*(?P<high>{NUMBER})", re.IGNORECASE
)
_MAXIMUM_AFTER: Final = re.compile(
    rf"(?P<high>{NUMBER}){_UNIT}\s*(?:\(?max(?:imum)?|or (?:less|fewer)|limit)", re.IGNORECASE
)
_MINIMUM: Final = re.compile(
    rf"(?:(?:>=|\b(?:min(?:imum|\.)?(?:\s+length)?(?:\s+of)?|at least"
    rf"|no (?:less|fewer|shorter) than))"
    rf"\W{{0,3}})(?P<low>{NUMBER}){_UNIT}",
    re.IGNORECASE,
)
_MINIMUM_LENGTH: Final = re.compile(
    rf"\bmin(?:imum)?[\s_-]*length\b\W*(?:is|of|=|:)?\W*(?P<low>{NUMBER})", re.IGNORECASE
)
_LIMIT_ASKED: Final = re.compile(
    r"\b(?:(?:character|length)\s+limit|limit (?:of|on|for)|how (?:long|many char))", re.IGNORECASE
)
_BARE: Final = re.compile(rf"(?P<high>{NUMBER}){_UNIT}", re.IGNORECASE)
_ANSWER: Final = re.compile(rf"\?\s*(?P<high>{NUMBER})(?![\d.,])")
_TEXTS: Final = frozenset(["body", "text", "content", "message", "comment"])
_PASSWORD: Final = re.compile(r"\bpass(?:word|phrase)s?\b", re.IGNORECASE)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    for passage in (*passages(sentence), *_of_text(sentence, vocabulary)):
        if _PASSWORD.search(sentence.text) or any("password" in each for each in passage.fields):
            continue
        low, high = bounds(passage.text)
        if low is None and high is None:
            continue
        yield sentence.says(
            SentenceKind.LENGTH,
            entity=passage.entity,
            fields=passage.fields,
            minimum=low,
            maximum=high,
        )


def _of_text(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Passage]:
    """`a comment has at most 1000 characters` means its one text."""
    if sentence.fields or sentence.subject or sentence.asked or len(sentence.entities) != 1:
        return
    entity = sentence.entities[0].entity
    texts = [each for each in vocabulary.fields.get(entity, ()) if each.lower() in _TEXTS]
    if len(texts) == 1:
        yield Passage(entity, (texts[0],), sentence.text, note=False)


def bounds(text: str) -> tuple[int | float | None, int | float | None]:
    """The least and the greatest length that the text states."""
    both = _BETWEEN.search(text) or _LENGTH_BETWEEN.search(text)
    if both is not None:
        return number(both["low"]), number(both["high"])
    least = _MINIMUM.search(text) or _MINIMUM_LENGTH.search(text)
    most = _MAXIMUM.search(text) or _MAXIMUM_LENGTH.search(text) or _MAXIMUM_AFTER.search(text)
    if most is None and _LIMIT_ASKED.search(text):
        most = _BARE.search(text) or _ANSWER.search(text)
    return (
        number(least["low"]) if least is not None else None,
        number(most["high"]) if most is not None else None,
    )
