"""Lists in the order of a column that a word means: `/recipes/popular`, `/films/top-rated`."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto
from backwright.contract.model import Origin
from backwright.contract.names import identifier, singular, words
from backwright.contract.operations import Sort
from backwright.read.facts import SentenceKind, StatementKind
from backwright.shape import Kind

_RANKED: Final = re.compile(
    r"(?:most|best|highest|top)(?:_\w+)?|popular|trending|hot|leaderboard|rankings?|bestsell(?:er|ing)s?"
)
_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_NAMED: Final = {
    "popular": ("popularity", "popularity_score", "popularity_rank"),
    "most_popular": ("popularity", "popularity_score"),
    "trending": ("trending_score", "trend_score", "trending"),
    "top_rated": ("rating", "average_rating", "avg_rating", "rating_average", "rating_avg"),
    "highest_rated": ("rating", "average_rating", "avg_rating", "rating_average", "rating_avg"),
    "most_viewed": ("view_count", "views", "views_count", "total_views"),
    "most_liked": ("like_count", "likes", "likes_count", "total_likes"),
    "most_downloaded": ("download_count", "downloads", "downloads_count"),
    "best_selling": ("sold_count", "sales_count", "units_sold", "total_sold", "sales"),
}  # fmt: skip
"""What a word itself calls the column."""
_BY: Final = re.compile(
    r"\b(?:by|highest|most|greatest|top|based on|in order of|according to|ranked on)\s+"
    r"(?:(?:the|their|its|descending|total|average|number of|most)\s+)*$",
    re.IGNORECASE,
)
_RECENTLY: Final = re.compile(r"\brecently (?P<deed>\w+ed)\b", re.IGNORECASE)
_ALIAS: Final = re.compile(r"(?P<said>[^()\s`*]+(?: [^()\s`*]+)?)\s*\(`?(?P<column>\w+)`?\)")
"""`popularity score (`exposure_score`)`"""


def by_rank(work: Workbench, draft: OperationDraft, word: str) -> bool:
    """Whether the contract, a sentence or the word itself names the one column that ranks."""
    entity = work.entities[draft.entity]
    if word in ("recent", "latest", "newest", "recently_updated"):
        return _recently(draft, entity)
    if not _RANKED.fullmatch(word):
        return False
    own = written(draft.fact.statement, draft.fact.span)
    text = f"{draft.fact.summary}. {draft.fact.description}"
    tried = [(name, own) for name in _by_text(entity, text)]
    tried = tried or [*_by_sentences(work, entity, word), *_by_alias(work, entity, text)]
    tried = tried or [(name, own) for name in _NAMED.get(word, ()) if name in _numbers(entity)]
    if len({name for name, _ in tried}) != 1:
        return False
    name = tried[0][0]
    draft.sorts = [Sort(f"-{name}", name, descending=True)]
    for _, origin in tried:
        work.origin(aspects.sort(draft.id), origin)
    return True


def _recently(draft: OperationDraft, entity: EntityDraft) -> bool:
    """By what was done recently; else by when a row was made."""
    match = _RECENTLY.search(f"{draft.fact.summary}. {draft.fact.description}")
    created = entity.auto(Auto.CREATED)
    name = f"{match['deed'].lower()}_at" if match is not None else ""
    if draft.segments[-1].replace("-", "_") == "recently_updated":
        name = "updated_at"
    column = entity.columns.get(name) or created
    if column is None or column.shape.kind is not Kind.DATETIME:
        return False
    draft.sorts = [Sort(f"-{column.name}", column.name, descending=True)]
    return True


def _numbers(entity: EntityDraft) -> list[str]:
    return [
        each.name
        for each in entity.columns.values()
        if each.shape.kind in _NUMBERS and not each.primary and not each.references
    ]


def _by_text(entity: EntityDraft, text: str) -> list[str]:
    """Columns that are named in full; a single word only where it says that it ranks."""
    return [
        name for name in _numbers(entity) if any(_ranks(text, each) for each in _places(text, name))
    ]


def _places(text: str, name: str) -> Iterator[re.Match[str]]:
    spelled = r"[ _-]".join(re.escape(each) for each in words(name))
    return re.finditer(rf"(?<!\w){spelled}(?:s|es)?(?!\w)", text, re.IGNORECASE)


def _ranks(text: str, place: re.Match[str]) -> bool:
    return bool(re.search(r"[ _-]", place.group())) or bool(_BY.search(text[: place.start()]))


def _by_sentences(work: Workbench, entity: EntityDraft, word: str) -> Iterator[tuple[str, Origin]]:
    """`popular recipes are sorted by view count`"""
    for fact in work.sentences(SentenceKind.SORT):
        fields = [identifier(each) for each in fact.fields]
        said = "_".join(singular(each) for each in words(work.text_of(fact)))
        if work.find(fact.entity) is entity and f"_{singular(word)}_" in f"_{said}_":
            for name in fields[:1]:
                if name in _numbers(entity):
                    yield name, written(fact.statement, fact.span)


def _by_alias(work: Workbench, entity: EntityDraft, text: str) -> Iterator[tuple[str, Origin]]:
    """A requirement calls the column by words that the contract uses."""
    for statement in work.facts.statements:
        if statement.kind is not StatementKind.REQUIREMENT:
            continue
        for match in _ALIAS.finditer(statement.text):
            name, said = identifier(match["column"]), match["said"]
            if name in _numbers(entity) and _ends_alike(said, text):
                yield name, written(statement.id, statement.span)


def _ends_alike(said: str, text: str) -> bool:
    """Two words at least: one alone, such as `score`, is said of many things."""
    return " " in said and said.lower() in text.lower()
