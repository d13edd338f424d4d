"""Who can do what with which entity: create, read, list, update, delete, and by hand of an API."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import EntityMention, Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_VERBS: Final = {
    "create": "creat(?:e|ing)|add(?:ing)?|submit(?:ting)?|insert(?:ing)?|post(?:ing)?"
    "|record(?:ing)?"
    "|book(?:ing)?|plac(?:e|ing)|open(?:ing)?|creation of|provid(?:e|ing)|attach(?:ing)?",
    "list": "list(?:ing)?|brows(?:e|ing)|display a list of|retrieve all|get all|query all"
    "|fetch all",
    "get": "view(?:ing)?|retriev(?:e|ing)|get(?:ting)?|read(?:ing)?|fetch(?:ing)?|see(?:ing)?"
    "|show(?:ing)?|display(?:ing)?|access(?:ing)?|query(?:ing)?|return(?:ing)?",
    "update": "updat(?:e|ing)|edit(?:ing)?|modify(?:ing)?|chang(?:e|ing)|renam(?:e|ing)"
    "|adjust(?:ing)?|configur(?:e|ing)|update of|reorder(?:ing)?|set(?:ting)?",
    "delete": "delet(?:e|ing)|remov(?:e|ing)|deletion of|removal of|soft-?\\s?delet(?:e|ing)",
    "manage": "manag(?:e|ing)|(?:full )?crud(?: operations?)?|maintain(?:ing)?",
}
_ANY: Final = "|".join(
    f"(?P<{verb}>{words})"
    for verb, words in sorted(_VERBS.items(), key=lambda each: each[0] != "list")
)
_VERB: Final = re.compile(rf"(?:{_ANY})(?![\w-])", re.IGNORECASE)
_MANAGED: Final = ("create", "list", "get", "update", "delete")

_SYSTEM: Final = r"(?:the\s+)?(?:system|api|backend|service|application|app|server|platform)"
_MODAL: Final = r"(?:must|shall|should|can|may|will|needs? to)"
_ABLE: Final = r"(?:\s+(?:be able to|be allowed to|also|only|be permitted to))*"
_FRAMES: Final = (
    re.compile(
        r"\b(?:allow|allows|let|lets|enable|enables|permit|permits|support)\s+"
        r"(?P<actor>[^.;:()]{2,60}?)\s+(?:to\s+)?(?=VERB)".replace("VERB", _VERB.pattern),
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
        r"|perform)\s+(?:the\s+|for\s+)?(?=VERB)".replace(
            "VERB", r"(?:\w+ing\b|full crud|crud|creation of|deletion of|update of|removal of)"
        ),
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_SYSTEM}\s+{_MODAL}\s+(?=(?:display|list|show|retrieve|return)\b)", re.IGNORECASE
    ),
)
_BETWEEN: Final = re.compile(
    r"\s*(?:,|/|\band\b|\bor\b|\bas well as\b)\s*(?:,|/|\band\b|\bor\b|\s)*(?:to\s+)?",
    re.IGNORECASE,
)
_ONE: Final = re.compile(
    r"\b(?:details?|individual|single|specific|particular|by (?:its )?(?:\w+ )?id"
    r"|their own profile|"
    r"by identifier|any of|one of)\b",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    r"\b(?:lists?|all|history|multiple|every|paginated|catalog(?:ue)?)\b", re.IGNORECASE
)
_OBJECT_END: Final = re.compile(
    r"[.;:()]|\b(?:when|if|unless|while|before|after|by|via|with|without|from|than|because"
    r"|where|so)\b",
    re.IGNORECASE,
)
_SCREEN: Final = re.compile(
    r"\b(?:charts?|dashboards?|buttons?|modals?|dialogs?|sidebar|icons?|emojis?|colou?rs?|warning|"
    r"message|errors?|notification|prompt|preview|indicator|dropdown|animation)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    seen: set[tuple[str, str]] = set()
    for frame in _FRAMES:
        for match in frame.finditer(sentence.text):
            if sentence.negated(match.end()):
                continue
            for verb, entity, fields in _deeds(sentence, match.end()):
                if (verb, entity) not in seen:
                    seen.add((verb, entity))
                    yield sentence.says(
                        SentenceKind.CAPABILITY,
                        verb=verb,
                        entity=entity,
                        fields=fields,
                        operations=_operations(sentence, verb),
                    )


def _deeds(sentence: Sentence, position: int) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The verbs from a position on, each with its object."""
    text = sentence.text
    while True:
        verbs, position = _verbs(text, position)
        if not verbs:
            return
        found = _object(sentence, position)
        if found is None:
            return
        entity, plural, start, end = found
        fields = sentence.fields_of(entity, position, sentence.clause(position)[1])
        words = text[position:start] + text[start : end + 40].split(";")[0]
        exact = (each for verb in verbs for each in _exact(verb, words, plural))
        for what in dict.fromkeys(exact):
            yield what, entity, fields
        joint = _BETWEEN.match(text, end)
        if joint is None:
            return
        position = joint.end()


def _verbs(text: str, position: int) -> tuple[list[str], int]:
    found: list[str] = []
    while (match := _VERB.match(text, position)) is not None:
        found.append(str(match.lastgroup))
        position = match.end()
        joint = _BETWEEN.match(text, position)
        if joint is None or _VERB.match(text, joint.end()) is None:
            break
        position = joint.end()
    return found, position


def _object(sentence: Sentence, position: int) -> tuple[str, bool, int, int] | None:
    """(entity, plural, start, end) of what the verb acts on, within the same phrase."""
    stop = _OBJECT_END.search(sentence.text, position)
    end = stop.start() if stop is not None else len(sentence.text)
    if _SCREEN.search(sentence.text, position, end):
        return None
    mention = _head(
        [m for m in sentence.entities if position <= m.start and m.end <= end], sentence
    )
    field = next((m for m in sentence.fields if position <= m.start and m.end <= end), None)
    if mention is not None and (field is None or field.start >= mention.start):
        return mention.entity, mention.plural, mention.start, mention.end
    if field is not None and field.entity:
        return field.entity, False, field.start, field.end
    if mention is not None:
        return mention.entity, mention.plural, mention.start, mention.end
    return None


def _head(mentions: list[EntityMention], sentence: Sentence) -> EntityMention | None:
    """Of adjacent names the last is meant: `user tasks` are tasks."""
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if following is None or sentence.text[mention.end : following.start].strip(" 's"):
            return mention
    return None


def _exact(verb: str, words: str, plural: bool) -> tuple[str, ...]:
    """What a verb of reading means depends on whether one row or many are read."""
    if verb == "manage":
        return _MANAGED
    if verb == "get" and not _ONE.search(words) and (plural or _MANY.search(words)):
        return ("list",)
    if verb == "list" and _ONE.search(words) and not plural:
        return ("get",)
    return (verb,)


def _operations(sentence: Sentence, verb: str) -> tuple[str, ...]:
    """An operation is the capability's own only if the sentence names no other."""
    methods = {"create": "POST", "list": "GET", "get": "GET", "delete": "DELETE"}
    found = tuple(
        each
        for each in sentence.operations
        if methods.get(verb, each.split(" ")[0]) == each.split(" ")[0]
    )
    return found if len(found) == 1 else ()


def deed(sentence: Sentence, start: int, end: int) -> tuple[str, str] | None:
    """The first verb in a stretch of text that has an entity as its object."""
    for match in _VERB.finditer(sentence.text, start, end):
        mention = next((m for m in sentence.entities if match.end() <= m.start < end), None)
        if mention is not None and mention.start - match.end() < 50:
            words = sentence.text[match.end() : mention.end + 20]
            return _exact(str(match.lastgroup), words, mention.plural)[0], mention.entity
    return None
