"""Between which numbers a value lies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import Passage, passages
from backwright.read.sentences.quantities import NUMBER, number
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_NOT_A_VALUE: Final = (
    r"(?!\d|\.\d|,\d|\s*(?:characters?|chars?|digits?|letters?|%|items?|per\b|seconds?|minutes?|"
    r"hours?|days?|[KMG]i?B))"
)
_NOT_A_NUMBER_OF: Final = (
    _NOT_A_VALUE
    + r"(?!\s+(?!and\b|or\b|when\b|if\b|inclusive\b|for\b|to\b|cents?\b|euros?\b|dollars?\b"
    r"|points?\b|units?\b|stars?\b|percent\b|in\b|at\b)[a-z]{3,})"
)
_BETWEEN: Final = re.compile(
    rf"(?:\b(?:between|from|range|in|of|be|within)\b\W{{0,2}}|^\s*\W?|[(\[])"
    rf"(?P<low>{NUMBER})\s*(?:-|to|and|\.\.\.?|through)\s*(?P<high>{NUMBER}){_NOT_A_NUMBER_OF}",
    re.IGNORECASE,
)
_NOT_NEGATIVE: Final = re.compile(
    r"\b(?:non-?negative|(?:zero|0) or (?:positive|greater|more)|not (?:be )?negative)\b",
    re.IGNORECASE,
)
_POSITIVE: Final = re.compile(
    r"(?<!non-)(?<!non)\b(?:(?:strictly )?positive|greater than zero)\b", re.IGNORECASE
)
_LEAST: Final = re.compile(
    rf"(?:>=|\b(?:at least|minimum(?: value)?(?: of| is)?|min|no less than"
    rf"|greater than or equal to))"
    rf"\s*:?\s*(?P<low>{NUMBER}){_NOT_A_NUMBER_OF}",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    rf"(?:(?<![-=→])>(?!=)|\b(?:greater than|more than|above"
    rf"|exceeds?))\s*(?P<low>{NUMBER}){_NOT_A_NUMBER_OF}",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    rf"(?:(?<!non)<=|\b(?:at most|maximum(?: value)?(?: of| is)?|max|no more than|up to|"
    rf"less than or equal to|not exceed))\s*:?\s*(?P<high>{NUMBER}){_NOT_A_NUMBER_OF}",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(
    r"\b(?:length|long|page|pagination|limit|decimal places)\b", re.IGNORECASE
)
_TEXT: Final = re.compile(r"\b(?:string|str|text|varchar|char)\b", re.IGNORECASE)
"""The type of a row whose bounds are lengths."""
_ZERO_OR_LESS: Final = re.compile(
    r"\(?<= ?0\)?|\b(?:zero or negative|non-?positive|negative)\b", re.IGNORECASE
)
_FORBIDS: Final = re.compile(
    r"\b(?:not|cannot|can't|never|reject\w*|refus\w*|prevent\w*|forbid\w*|block\w*|invalid"
    r"|disallow\w*|error)\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|when|whenever|unless|until|once|while)\b"
    r"(?![^,;:]*\b(?:must|shall|should|may|can|has to|have to|is required)\b)[^,;:]*$",
    re.IGNORECASE,
)
"""A case in which something happens, up to its numbers: `if the amount is greater than 500`."""


_OTHERS: Final = re.compile(r"\b(?:[A-Z]\w*|\w+_\w+)\s*[<>]=?\s*-?\d[\d.]*")
"""A name of its own before the field, with its own bound."""


@dataclass(frozen=True, slots=True)
class Bounds:
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive: bool = False
    """The minimum itself is outside."""


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for passage in passages(sentence):
        if sentence.subject and _TEXT.search(passage.text):
            continue
        if _DIGITS.search(passage.text):
            continue
        found = bounds(_of_field(passage), passage.before)
        if found.exclusive:
            yield _fact(sentence, passage, Bounds(found.minimum, exclusive=True))
            found = Bounds(maximum=found.maximum)
        if found.minimum is not None or found.maximum is not None:
            yield _fact(sentence, passage, found)


def _of_field(passage: Passage) -> str:
    """The words without bounds of something else: `Amount > 0, reserved >= amount`."""
    return _OTHERS.sub(" ", passage.text[: passage.at]) + passage.text[passage.at :]


def _fact(sentence: Sentence, passage: Passage, found: Bounds) -> SentenceFact:
    return sentence.says(
        SentenceKind.RANGE,
        entity=passage.entity,
        fields=passage.fields,
        minimum=found.minimum,
        maximum=found.maximum,
        values=("exclusive",) if found.exclusive else (),
    )


def bounds(text: str, before: str = "") -> Bounds:
    """Between which numbers the text says that a value lies; `before` it stand other words of
    its clause."""
    both = _BETWEEN.search(text)
    if both is not None and number(both["low"]) < number(both["high"]):
        return Bounds(number(both["low"]), number(both["high"]))
    forbidden = _ZERO_OR_LESS.search(text)
    if forbidden is not None and _FORBIDS.search(text, 0, forbidden.start()):
        return Bounds(0, exclusive=re.search(r"0|zero|posit", forbidden.group(), re.I) is not None)
    minimum, exclusive = _least(text, before)
    return Bounds(minimum, _most(text), exclusive)


def _least(text: str, before: str) -> tuple[int | float | None, bool]:
    if _NOT_NEGATIVE.search(text):
        return 0, False
    least, above = _LEAST.search(text), _ABOVE.search(text)
    if least is not None:
        return number(least["low"]), False
    if _POSITIVE.search(text):
        return 0, True
    if above is not None and not _excluded(before + text[: above.start()]):
        return number(above["low"]), True
    return None, False


def _excluded(words: str) -> bool:
    """Whether the words in front turn a comparison into a case, or into what must not be."""
    return _FORBIDS.search(words) is not None or _SUPPOSED.search(words) is not None


def _most(text: str) -> int | float | None:
    match = _MOST.search(text)
    if match is None or number(match["high"]) <= 0:
        return None
    return number(match["high"])
