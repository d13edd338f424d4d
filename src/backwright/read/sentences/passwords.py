"""What a password must be like, and how it is kept."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_PASSWORD: Final = re.compile(r"\bpass(?:word|phrase)s?\b", re.IGNORECASE)
_MINIMUM: Final = re.compile(
    r"(?:\b(?:min(?:imum)?(?: length)?(?: of| is)?|at least|no (?:less|fewer|shorter) than)"
    r"|>=)\s*:?\s*(?P<n>\d+)\s*(?:-|\s)?(?:characters?|chars?|long)?"
    r"|(?P<p>\d+)\+ char|(?P<m>\d+)\s*(?:characters?|chars?)\s*(?:minimum|or (?:more|longer))"
    r"|(?P<l>\d+)\s*(?:-"
    r"|to)\s*\d+ char",
    re.IGNORECASE,
)
_MAXIMUM: Final = re.compile(
    r"\b(?:max(?:imum)?(?: length)?(?: of| is)?|at most|up to|no (?:more"
    r"|longer) than)\s*:?\s*(?P<n>\d+)|\d+\s*(?:-|to)\s*(?P<m>\d+) char",
    re.IGNORECASE,
)
_CLASSES: Final = (
    ("upper", re.compile(r"\b(?:upper-?case|capital letter)", re.IGNORECASE)),
    ("lower", re.compile(r"\blower-?case", re.IGNORECASE)),
    ("digit", re.compile(r"\b(?:numbers?|digits?|numeric|numerals?)\b(?! of)", re.IGNORECASE)),
    ("special", re.compile(r"\b(?:special characters?|symbols?|punctuation)\b", re.IGNORECASE)),
)
_LETTER: Final = re.compile(r"\b(?:letters?|alphabetic)\b", re.IGNORECASE)
_HASH: Final = re.compile(
    r"\b(?:hash(?:ed|es|ing)?|bcrypt|argon2(?:id)?|scrypt|pbkdf2|plain[- ]?text"
    r"|securely (?:stored?|hash\w*)|store passwords securely)\b",
    re.IGNORECASE,
)
_ALGORITHM: Final = re.compile(r"\b(bcrypt|argon2(?:id)?|scrypt|pbkdf2)\b", re.IGNORECASE)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if not _PASSWORD.search(f"{sentence.text} {sentence.subject}"):
        return
    least, most = sentence.find(_MINIMUM), sentence.find(_MAXIMUM)
    low = int(next(each for each in least.groups() if each)) if least is not None else None
    high = int(next(each for each in most.groups() if each)) if most is not None else None
    classes = tuple(name for name, pattern in _CLASSES if pattern.search(sentence.text))
    if not {"upper", "lower"} & set(classes) and sentence.find(_LETTER):
        classes = ("letter", *classes)
    stated = low is not None or high is not None
    if (stated or classes) and re.search(
        r"\b(?:require|must|enforce|minimum|at least|contain|policy|characters?|strong"
        r"|length)\w*\b",
        sentence.text,
        re.IGNORECASE,
    ):
        ruled = stated or len(classes) > 1
        if ruled:
            yield sentence.says(SentenceKind.PASSWORD, minimum=low, maximum=high, values=classes)
    if sentence.find(_HASH):
        algorithm = sentence.find(_ALGORITHM)
        yield sentence.says(
            SentenceKind.PASSWORD,
            verb="hash",
            value=algorithm.group().lower() if algorithm is not None else "",
        )
