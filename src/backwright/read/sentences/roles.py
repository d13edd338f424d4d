"""What only some users may do."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.verbs import first_deed
from backwright.read.sentences.vocabulary import Vocabulary

_ONLY: Final = re.compile(
    r"\b(?:only|and nobody else|restricted to|limited to|exclusively)\b", re.IGNORECASE
)
_ADMIN: Final = re.compile(
    r"\badmin(?:istrator|istrative)?s?\b(?! (?:passwords?|dashboards?|panels?|pages?)\b)",
    re.IGNORECASE,
)
_WITHOUT: Final = re.compile(
    r"\b(?:without|lacking|who (?:are|is) not|not having)\s+(?:an? |the )?$|\bnon-$", re.IGNORECASE
)
_SHARED: Final = re.compile(
    r"\b(?:owner|creator|author)s?\s+(?:or|and)\b|\bor (?:the|their|its) owner", re.IGNORECASE
)
_MAKER: Final = re.compile(
    r"\s+(?:who|that) (?:created|made|placed|wrote|submitted|owns)\b", re.IGNORECASE
)
_MAY_NOT: Final = re.compile(
    r"\s+(?:must not|cannot|can't|may not|should not|shall not)\b", re.IGNORECASE
)
_MODAL: Final = re.compile(r"\b(?:must|shall|should|can|may|will)\b", re.IGNORECASE)
_SYSTEM: Final = re.compile(
    r"(?:the\s+)?(?:system|api|backend|service|application)\b", re.IGNORECASE
)
_ABLE: Final = re.compile(
    r"\b(?:allow|let|enable|permit|must|can|may|should|require|access|protect|role)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_ABLE) is None and not sentence.named:
        return
    others = [m for m in sentence.entities if m.entity != vocabulary.user()]
    for role, pattern in _spellings(vocabulary.roles):
        match = sentence.find(pattern)
        if match is None or not _acts(sentence, match):
            continue
        without = _WITHOUT.search(sentence.text[: match.start()]) is not None
        if sentence.negated(match.start()) and not without:
            continue
        after = [m for m in others if m.start >= match.end()]
        mention = next(iter(after or reversed(others)), None)
        shared = sentence.find(_SHARED) is not None
        only = without or (sentence.find(_ONLY) is not None and not shared)
        yield sentence.says(
            SentenceKind.ROLE_REQUIRED,
            role=role,
            entity=mention.entity if mention is not None else "",
            operations=sentence.operations or (_of_deed(sentence, vocabulary) if without else ()),
            value="only" if only else "",
        )


def _acts(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the role is who may, not whom it is done to: `managers see all employees`."""
    if _MAKER.match(sentence.text, match.end()) or _MAY_NOT.match(sentence.text, match.end()):
        return False
    modal = sentence.find(_MODAL)
    return (
        modal is None
        or _SYSTEM.match(sentence.text) is not None
        or (match.start() < modal.start() or sentence.find(_ONLY) is not None)
    )


def _of_deed(sentence: Sentence, vocabulary: Vocabulary) -> tuple[str, ...]:
    deed = first_deed(sentence, 0, len(sentence.text))
    return vocabulary.operations_of(deed.entity, deed.verb) if deed is not None else ()


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
