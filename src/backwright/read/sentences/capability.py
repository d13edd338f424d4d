"""Who can do what with which entity: create, list, get, update, delete."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.terms import words
from backwright.read.sentences.verbs import NO_OBJECT, PASSIVE, VERB, Deed, deeds
from backwright.read.sentences.vocabulary import Vocabulary

_SYSTEM: Final = r"(?:the\s+)?(?:system|api|backend|service|application|app|server|platform)"
_MODAL: Final = r"(?:must|shall|should|can|may|will|needs? to)"
_ABLE: Final = r"(?:\s+(?:be able to|be allowed to|also|only|be permitted to))*"
_FRAMES: Final = (
    re.compile(
        r"\b(?:allow|allows|let|lets|enable|enables|permit|permits|support)\s+"
        rf"(?P<actor>[^.;:()]{{2,60}}?)\s+(?:to\s+)?(?={VERB.pattern})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?!{_SYSTEM}\b)(?P<actor>[^.;:()]{{2,50}}?)\s+{_MODAL}{_ABLE}\s+", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:endpoints?|apis?|interface|functionality|capability|operations?|ability|way)"
        r"(?:\s+(?:for\s+(?P<actor>[a-z ]{2,30}?))?)?\s*(?:to|for|that|which)\s+(?:be able to\s+)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:support|supports|allow|allows|provide|provides|enable|enables|offer|implement|expose"
        r"|perform)\s+(?:the\s+|for\s+)?"
        r"(?=\w+ing\b|full crud|crud|creation of|deletion of|update of|removal of)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_SYSTEM}\s+{_MODAL}\s+(?=(?:display|list|show|retrieve|return)\b)", re.IGNORECASE
    ),
)
"""What stands before a verb that somebody may do."""
_METHODS: Final = {"create": "POST", "list": "GET", "get": "GET", "delete": "DELETE"}
_ACCOUNTS: Final = re.compile(
    r"\b(?:log(?:ging)? ?(?:in|out)|sign(?:ing)? ?(?:in|out|up)|register(?:ing)?|log(?:in|out)"
    r"|password reset|change (?:their )?passwords?|refresh tokens?)\b",
    re.IGNORECASE,
)
"""Signing up and in is read by `accounts`."""
_WITHOUT: Final = re.compile(
    r"\bwithout (?:\w+ ){0,2}(?:logging|signing|registering)(?: in| up)?", re.IGNORECASE
)
_NOUN_OF: Final = {
    "book": "booking",
    "reserve": "reservation",
    "enroll": "enrollment",
    "subscribe": "subscription",
    "invite": "invitation",
    "borrow": "loan",
    "like": "like",
    "follow": "follow",
    "comment on": "comment",
    "rate": "rating",
    "bookmark": "bookmark",
    "favorite": "favorite",
    "vote": "vote",
}
_NOUNS: Final = re.compile(rf"\b(?:to|can|may) (?P<verb>{'|'.join(_NOUN_OF)})\b", re.IGNORECASE)
_TO: Final = re.compile(
    r"\b(?:add|put|attach|assign|link|append)\w*\s+[^.;,]{1,60}?\s(?:to|on|into|onto)\s",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if _ACCOUNTS.search(_WITHOUT.sub("", sentence.text)):
        return
    seen: set[tuple[str, str]] = set()
    for deed in (
        *_active(sentence, vocabulary),
        *_passive(sentence),
        *_named(sentence, vocabulary),
    ):
        if (deed.verb, deed.entity) not in seen:
            seen.add((deed.verb, deed.entity))
            yield sentence.says(
                SentenceKind.CAPABILITY,
                verb=deed.verb,
                entity=deed.entity,
                fields=deed.fields,
                scope=deed.scope,
                operations=_operations(sentence, deed.verb),
            )


def _active(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Deed]:
    for frame in _FRAMES:
        for match in frame.finditer(sentence.text):
            actor = match.groupdict().get("actor") or ""
            gerund = actor.split(" ", 1)[0].lower().endswith("ing")
            if not (gerund or sentence.negated(match.end()) or NO_OBJECT.search(actor)):
                for deed in deeds(sentence, match.end(), vocabulary.actions):
                    yield _linking(deed, sentence, match.end(), vocabulary)


def _named(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Deed]:
    """`book a room` creates a booking, and no room."""
    for match in _NOUNS.finditer(sentence.text):
        entity = vocabulary.find_entity(_NOUN_OF[match["verb"].lower()])
        if entity and not sentence.negated(match.start()):
            yield Deed("create", entity)


def _linking(deed: Deed, sentence: Sentence, start: int, vocabulary: Vocabulary) -> Deed:
    """`add a product to an order` creates a line, or a link, and no product."""
    match = _TO.search(sentence.text, start) if deed.verb == "create" else None
    whole = sentence.entity_after(match.end(), within=30) if match is not None else None
    if match is None or whole is None or whole.entity == deed.entity:
        return deed
    part, into = _keys(vocabulary, deed.entity), _keys(vocabulary, whole.entity)
    between = [name for name in part if name in into and name not in {deed.entity, whole.entity}]
    if len(between) == 1:
        return Deed("create", between[0], (), (deed.entity, whole.entity))
    if deed.entity in into:
        return deed
    return Deed("link", deed.entity, (), (whole.entity,))


def _keys(vocabulary: Vocabulary, entity: str) -> list[str]:
    """The entities that have a foreign key to this one, by its name."""
    wanted = (*words(entity), "id")
    return [
        name
        for name, fields in vocabulary.fields.items()
        if any(words(each)[-len(wanted) :] == wanted for each in fields)
    ]


def _passive(sentence: Sentence) -> Iterator[Deed]:
    """`allow posts to be accessed by their slug`"""
    for match in PASSIVE.finditer(sentence.text):
        mention = sentence.entity_before(match.start())
        if mention is not None and not sentence.negated(match.start()):
            yield Deed(str(match.lastgroup), mention.entity, ())


def _operations(sentence: Sentence, verb: str) -> tuple[str, ...]:
    """An operation is the capability's own only if the sentence names no other."""
    found = tuple(
        each
        for each in sentence.operations
        if _METHODS.get(verb, each.split(" ")[0]) == each.split(" ")[0]
    )
    return found if len(found) == 1 else ()
