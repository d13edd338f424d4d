"""Which characters a text may be made of."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import passages
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_CLASSES: Final = (
    (r"(?:capital|upper-?case) letters?", "A-Z"),
    (r"(?:lower-?case|small) letters?", "a-z"),
    (r"(?:latin |ascii )?letters?", "A-Za-z"),
    (r"alphanumerics?(?: characters?)?", "A-Za-z0-9"),
    (r"digits?|numbers?", "0-9"),
    (r"underscores?", "_"),
    (r"dots?|periods?|full stops?", "."),
    (r"slash(?:es)?", "/"),
    (r"spaces?|blanks?", " "),
    (r"hyphens?|dashes|dash", "-"),
)
_CLASS: Final = "|".join(f"(?:{words})" for words, _ in _CLASSES)
_LIST: Final = re.compile(
    rf"(?:\bconsists? (?:only )?of|\bcontains? only|\bmade of|\bonly (?:use |contain )?"
    rf"|characters?:"
    rf"|\ballow(?:s|ed)?(?: only)?:?)\s+(?:\d+\s*(?:-|to)\s*\d+\s+)?(?P<list>(?:{_CLASS})"
    rf"(?:\s*(?:,|and|or|\+|,\s*and)\s*(?:{_CLASS}))*)(?=\s*(?:[.;)]|$|\bonly\b))",
    re.IGNORECASE,
)
_WRITTEN: Final = re.compile(r"(?<!\S)(?P<regex>\^\S{1,200}\$)(?=[\s.,;)]|$)")
_SPLIT: Final = re.compile(r"\s*(?:,\s*and|,|\band\b|\bor\b|\+)\s*", re.IGNORECASE)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for passage in passages(sentence):
        written = _WRITTEN.search(passage.text)
        if written is not None and _compiles(written["regex"]):
            yield sentence.says(
                SentenceKind.PATTERN,
                entity=passage.entity,
                fields=passage.fields,
                value=written["regex"],
            )
            continue
        match = _LIST.search(passage.text)
        if match is None or any("password" in each.lower() for each in passage.fields):
            continue
        yield sentence.says(
            SentenceKind.PATTERN,
            entity=passage.entity,
            fields=passage.fields,
            value=f"^[{_characters(match['list'])}]+$",
        )


def _characters(listed: str) -> str:
    """The classes in the order of the table, so that the hyphen comes last."""
    named = _SPLIT.split(listed)
    return "".join(
        characters
        for words, characters in _CLASSES
        if any(re.fullmatch(words, each, re.IGNORECASE) for each in named)
    )


def _compiles(regex: str) -> bool:
    try:
        re.compile(regex)
    except re.error:
        return False
    return True
