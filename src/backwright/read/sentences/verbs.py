"""Verbs of the interface, and what each acts on."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from backwright.read.sentences.sentence import EntityMention, Sentence
from backwright.read.sentences.terms import stem

_VERBS: Final = {
    "list": "lists?|listing|brows(?:e|es|ing)|displays? a list of|retrieves? all|gets? all"
    "|query all|fetch all",
    "create": "creat(?:e|es|ing)|adds?|adding|submit(?:s|ting)?|insert(?:s|ing)?|post(?:s|ing)?"
    "|record(?:s|ing)?(?! that)"
    "|leav(?:e|es|ing)(?= an?\\b)|writ(?:e|es|ing)|plac(?:e|es|ing)|open(?:s|ing)?|creation of"
    "|attach(?:es|ing)?|put(?:s|ting)?(?= [\\w ]{1,30} (?:on|in|into|onto)\\b)",
    "get": "view(?:s|ing)?|retriev(?:e|es|ing)|gets?|getting|reads?|reading|fetch(?:es|ing)?"
    "|sees?|seeing|show(?:s|ing)?|display(?:s|ing)?|access(?:es|ing)?|query(?:ing)?|queries"
    "|return(?:s|ing)?|track(?:s|ing)?|look(?:s|ing)? up|requests?(?= the details)",
    "update": "updat(?:e|es|ing)|edit(?:s|ing)?|modif(?:y|ies|ying)|chang(?:e|es|ing)"
    "|renam(?:e|es|ing)"
    "|mov(?:e|es|ing)"
    "|replac(?:e|es|ing)|adjust(?:s|ing)?|configur(?:e|es|ing)|update of|reorder(?:s|ing)?"
    "|sets?|setting",
    "delete": "delet(?:e|es|ing)|remov(?:e|es|ing)|deletion of|removal of"
    "|soft-?\\s?delet(?:e|es|ing)|tak(?:e|es|ing)(?= [\\w ]{1,30} off)",
    "manage": "manag(?:e|es|ing)|(?:full )?crud(?: operations?)?"
    "(?: (?:for|on|of))?|maintain(?:s|ing)?",
}
_ADVERB: Final = r"(?:manually|easily|quickly|securely|permanently|also|safely)\s+"
VERB: Final = re.compile(
    rf"(?:{_ADVERB})?(?:"
    + "|".join(f"(?P<{verb}>{words})" for verb, words in _VERBS.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)
PASSIVE: Final = re.compile(
    r"\bto be (?:(?P<get>accessed|viewed|retrieved|fetched|shown|read)|(?P<list>listed|browsed)"
    r"|(?P<create>created|added|submitted)|(?P<update>updated|edited|modified|changed|renamed)"
    r"|(?P<delete>deleted|removed))\b",
    re.IGNORECASE,
)
_MANAGED: Final = ("create", "list", "get", "update", "delete")
_BETWEEN: Final = re.compile(
    r"\s*(?:,|/|\band\b|\bor\b|\bas well as\b)\s*(?:,|/|\band\b|\bor\b|\s)*(?:to\s+)?",
    re.IGNORECASE,
)
_ONE: Final = re.compile(
    r"\b(?:details?|detailed|individual|single|specific|particular|by (?:its |their )?(?:\w+ )?id"
    r"|by (?:\w+ )?identifier|any of|one of)\b",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    r"\b(?:lists?|listings?|all|history|multiple|every|paginated|catalog(?:ue)?)\b", re.IGNORECASE
)
_OBJECT_END: Final = re.compile(
    r"[.;:()]|\b(?:when|if|unless|while|before|after|by|via|with|without|from|than|because"
    r"|where|so|to|for|in|within|across|into|onto)\b",
    re.IGNORECASE,
)
_INTO_IT: Final = re.compile(
    r"[\w ]{1,40}\b(?:on|to|in|into|onto|off|from) (?:it|them)\b", re.IGNORECASE
)
"""What is put into something that is only called `it` is neither."""
_BUT_NOT: Final = re.compile(
    r"\b(?:but not|except|other than|apart from|and (?:refuse|reject))\b", re.IGNORECASE
)
_PRONOUN: Final = re.compile(
    r"\s+(?:it|them|this one|that one|another|one|its\b|their\b)\b", re.IGNORECASE
)
NO_OBJECT: Final = re.compile(
    r"\b(?:charts?|dashboards?|buttons?|modals?|dialogs?|sidebar|icons?|emojis?|colou?rs?|warnings?"
    r"|messages? (?:for|when|if)|error|errors|prompt|preview|indicators?|dropdown|animation"
    r"|newly \w+|created|http|status codes?|responses?|endpoints?|[2-5]\d\d)\b",
    re.IGNORECASE,
)
"""Words that make what is shown or returned something else than rows."""


@dataclass(frozen=True, slots=True)
class Deed:
    verb: str
    entity: str
    fields: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    """Of a link: what it is linked to."""


@dataclass(frozen=True, slots=True)
class _Object:
    entity: str
    plural: bool
    start: int
    end: int
    field: bool = False
    """A field was named, and no row: adding a note to an order changes the order."""


def deeds(sentence: Sentence, position: int, barred: Collection[str]) -> Iterator[Deed]:
    """The verbs from a position on, each with its object: `create and list tasks, edit notes`.

    `barred` are verbs that the interface has given a meaning of their own: `place`, `open`.
    """
    text = sentence.text
    while True:
        verbs, position = _verbs(text, position, barred)
        found = _object(sentence, position) if verbs else None
        if found is None:
            return
        end = sentence.clause(position)[1]
        except_ = _BUT_NOT.search(text, position, end)
        end = except_.start() if except_ is not None else end
        fields = sentence.fields_of(found.entity, position, end)
        near = text[position : found.start] + text[found.start : found.end + 40].split(";")[0]
        exact = (each for verb in _told(verbs) for each in _exact(verb, near, found.plural))
        if found.field:
            exact = ("update" for each in exact if each in {"create", "update"})
        for verb in dict.fromkeys(exact):
            yield Deed(verb, found.entity, fields)
        joint = _BETWEEN.match(text, found.end)
        if joint is None:
            return
        position = joint.end()


def first_deed(
    sentence: Sentence, start: int, end: int, barred: Collection[str] = ()
) -> Deed | None:
    """The first verb in a stretch of text that has an entity, or a pronoun, as its object."""
    for match in VERB.finditer(sentence.text, start, end):
        if stem(match.group()) in barred:
            continue
        after = [m for m in sentence.entities if match.end() <= m.start < end]
        mention = next((m for m in after if m.entity != sentence.user), next(iter(after), None))
        if _INTO_IT.match(sentence.text, match.end(), end):
            continue
        pronoun = _PRONOUN.match(sentence.text, match.end(), end)
        if pronoun is not None:
            before = _before(sentence, match.start())
            if before is not None:
                verb = _exact(str(match.lastgroup), pronoun.group(), False)[0]
                part = verb == "create" and pronoun.group().strip().lower() in {"its", "their"}
                return Deed("update" if part else verb, before.entity)
        if mention is not None and mention.start - match.end() < 50:
            words = sentence.text[match.end() : mention.end + 20]
            return Deed(_exact(str(match.lastgroup), words, mention.plural)[0], mention.entity)
    return None


def _before(sentence: Sentence, position: int) -> EntityMention | None:
    """What a pronoun stands for: what was named last, unless that is whoever acts."""
    named = [m for m in sentence.entities if m.end <= position]
    others = [m for m in named if m.entity != sentence.user]
    return next(reversed(others or named), None)


def _verbs(text: str, position: int, barred: Collection[str]) -> tuple[list[str], int]:
    found: list[str] = []
    while (match := VERB.match(text, position)) is not None:
        if stem(match.group()) in barred:
            return [], position
        found.append(str(match.lastgroup))
        position = match.end()
        joint = _BETWEEN.match(text, position)
        if joint is None or VERB.match(text, joint.end()) is None:
            break
        position = joint.end()
    return found, position


def _told(verbs: list[str]) -> Iterator[str]:
    """`list and read` tells the two apart; `create, read, update, delete` means both."""
    for verb in verbs:
        if verb == "get" and "list" in verbs:
            yield "read"
        elif verb == "get" and len(verbs) > 2:
            yield "both"
        else:
            yield verb


def _object(sentence: Sentence, position: int) -> _Object | None:
    """What the verb acts on, within the same phrase."""
    stop = _OBJECT_END.search(sentence.text, position)
    end = stop.start() if stop is not None else len(sentence.text)
    mention = _head(
        [m for m in sentence.entities if position <= m.start and m.end <= end], sentence
    )
    field = next((m for m in sentence.fields if position <= m.start and m.end <= end), None)
    found: _Object | None = None
    if mention is not None and (field is None or field.start >= mention.start):
        found = _Object(mention.entity, mention.plural, mention.start, mention.end)
    elif field is not None and field.entity:
        found = _Object(field.entity, False, field.start, field.end, field=True)
    if found is None or NO_OBJECT.search(sentence.text, position, found.end + 1):
        return None
    return found


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
    if verb == "read":
        return ("get",)
    if verb == "both":
        return ("list", "get")
    if verb == "get" and not _ONE.search(words) and (plural or _MANY.search(words)):
        return ("list",)
    if verb == "list" and _ONE.search(words) and not plural:
        return ("get",)
    return (verb,)
