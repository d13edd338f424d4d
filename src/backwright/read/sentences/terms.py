"""How names are spelled in prose: `OrderLine`, `order_lines`, `order lines` are the same words."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_NAMES: Final = 2**16
"""How many spellings are remembered: one specification says the same few all the time."""
_PART: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_]+")

_IRREGULAR: Final = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "indices": "index",
    "criteria": "criterion",
    "quizzes": "quiz",
    "media": "media",
    "data": "data",
    "series": "series",
    "status": "status",
    "address": "address",
    "qty": "quantity",
    "desc": "description",
    "categorie": "category",
    "statuses": "status",
    "viruses": "virus",
    "bonuses": "bonus",
    "buses": "bus",
    "campuses": "campus",
}

_NO_PLURAL: Final = ("ss", "us", "is", "news")


def singular(word: str) -> str:
    """The singular of a lower-case word, or the word itself."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 3 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of a text: a token of code such as `created_at` gives several at one place."""

    word: str
    """Lower case, singular."""
    start: int
    end: int
    plural: bool
    opens: bool
    """It is the first word of its token."""
    closes: bool
    """It is the last word of its token."""


@lru_cache(_NAMES)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, as written."""
    return tuple(each.lower() for each in _PART.findall(name))


@lru_cache(_NAMES)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case and singular."""
    return tuple(singular(each) for each in parts(name))


def key(name: str) -> str:
    """The same for every spelling of a name."""
    return " ".join(words(name))


def lexemes(text: str) -> tuple[Lexeme, ...]:
    found: list[Lexeme] = []
    for token in _TOKEN.finditer(text):
        written = parts(token.group())
        for index, part in enumerate(written):
            word = singular(part)
            found.append(
                Lexeme(
                    word=word,
                    start=token.start(),
                    end=token.end(),
                    plural=word != part,
                    opens=index == 0,
                    closes=index == len(written) - 1,
                )
            )
    return tuple(found)


def stem(verb: str) -> str:
    """What the forms of a verb share: `place`, `places`, `placing`, `placed` are `plac`."""
    bare = verb.lower().strip()
    for ending in ("ing", "es", "ed", "e", "s"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "s" else bare
