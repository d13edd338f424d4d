"""The value that a field has when nobody gives one."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import passages
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_VALUE: Final = r"(?P<value>\"[^\"]*\"|'[^']*'|-?\d+(?:\.\d+)?\b|[A-Za-z_][\w-]*)"
_DEFAULTS: Final = (
    re.compile(
        rf"\bdefaults?(?:ing|ed)?(?: value)?(?:\s+(?:is|to|of)\b|\s*[:=])+\s*{_VALUE}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bdefault\b[^.;]{{1,30}}?\b(?:to|of|is)\s+{_VALUE}", re.IGNORECASE),
    re.compile(
        rf"\b(?:set to|initiali[sz]ed? (?:to|with|at)|start(?:s|ing)? (?:at|as|with|in))"
        rf"(?:\s+(?:an? |the )?(?:status|state)(?: of)?)?\s+{_VALUE}",
        re.IGNORECASE,
    ),
)
_OF_NEW: Final = re.compile(
    rf"\bset the [\w ]{{1,30}} (?:of|for) (?:an? |all "
    rf"|every )?new(?:ly \w+)? [^.;]{{1,30}}? to {_VALUE}",
    re.IGNORECASE,
)
_BY_DEFAULT: Final = re.compile(rf"\b(?:is|be|are)\s+{_VALUE} by default\b", re.IGNORECASE)
_INITIAL: Final = re.compile(
    r"\b(?:default(?:s|ed|ing)?|initial(?:i[sz]e[sd]?)?|newly created|new"
    r"|when not (?:specified|provided|given)|by default)\b",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(r"\b(?:sort|order(?:ed)? by|page|limit|pagination)\b", re.IGNORECASE)
_NOT_VALUES: Final = frozenset(
    ["the", "a", "an", "be", "all", "any", "current", "now", "today", "creation", "not", "when"]
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_INITIAL) is None:
        return
    for passage in passages(sentence):
        if len(passage.fields) != 1 or _ORDER.search(passage.text):
            continue
        value = default(passage.text)
        if value is not None:
            yield sentence.says(
                SentenceKind.DEFAULT, entity=passage.entity, fields=passage.fields, value=value
            )


def default(text: str) -> str | int | float | bool | None:
    """The default that the text states; None if it states none that is a constant."""
    for pattern in (*_DEFAULTS, _OF_NEW, _BY_DEFAULT):
        match = pattern.search(text)
        if match is not None and match["value"].lower() not in _NOT_VALUES:
            return constant(match["value"])
    return None


def constant(written: str) -> str | int | float | bool:
    """A constant as prose writes it."""
    bare = written.strip("\"'")
    if bare.lower() in {"true", "false"}:
        return bare.lower() == "true"
    if re.fullmatch(r"-?\d+", bare):
        return int(bare)
    if re.fullmatch(r"-?\d+\.\d+", bare):
        return float(bare)
    return bare
