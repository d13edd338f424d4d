"""What only some users may do."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_ONLY: Final = re.compile(
    r"\b(?:only|and nobody else|restricted to|limited to|exclusively)\b", re.IGNORECASE
)
_ADMIN: Final = re.compile(
    r"\badmin(?:istrator|istrative)?s?\b(?! (?:passwords?|dashboards?|panels?|pages?)\b)",
    re.IGNORECASE,
)
_ABLE: Final = re.compile(
    r"\b(?:allow|let|enable|permit|must|can|may|should|require|access|protect|role)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_ABLE) is None and not sentence.named:
        return
    for role, pattern in _spellings(vocabulary.roles):
        match = sentence.find(pattern)
        if match is None or sentence.negated(match.start()):
            continue
        others = [m for m in sentence.entities if m.entity != vocabulary.user()]
        after = [m for m in others if m.start >= match.end()]
        mention = next(iter(after or reversed(others)), None)
        yield sentence.says(
            SentenceKind.ROLE_REQUIRED,
            role=role,
            entity=mention.entity if mention is not None else "",
            operations=sentence.operations,
            value="only" if sentence.find(_ONLY) else "",
        )


def _spellings(roles: tuple[str, ...]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """How prose names each role; plain `user` tells nothing."""
    for role in roles:
        bare = role.lower().replace("_", " ")
        if _ADMIN.fullmatch(bare):
            yield role, _ADMIN
        elif bare not in {"user", "customer", "member", "guest", "assistant", "system", "owner"}:
            words = r"[ _-]".join(re.escape(each) for each in bare.split())
            yield (
                role,
                re.compile(rf"\b(?:{words}s?|users? with (?:the )?{words} role)\b", re.IGNORECASE),
            )
