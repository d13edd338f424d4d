"""Lists of the rows of which two columns compare: `/items/low-stock`, `/accounts/overdrawn`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, decided, written
from backwright.contract.entities import DerivedKind
from backwright.contract.model import Origin, QuestionKind
from backwright.contract.names import identifier, singular, words
from backwright.contract.operations import Comparison
from backwright.read.facts import SentenceFact, SentenceKind, Statement, StatementKind
from backwright.read.sentences.comparing import comparisons
from backwright.shape import Kind

_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_LOW: Final = re.compile(
    r"(?:running_)?low(?:_on)?_?(?:stock|inventory|quantity|supply|supplies)?(?:_alerts?|_items)?"
    r"|below_(?:minimum|threshold|reorder\w*|min\w*)|understock(?:ed)?"
    r"|(?:needs?_|to_)?(?:reorder|restock)(?:ing)?(?:_list)?"
)
_LEAST: Final = frozenset(("reorder", "threshold", "safety"))
_MINIMUM: Final = frozenset(("minimum", "stock", "level", "quantity", "inventory"))
_AMOUNTS: Final = (
    "available_quantity", "quantity_available", "available_stock", "stock_available", "quantity",
    "stock", "stock_quantity", "quantity_in_stock", "stock_level", "stock_count", "current_stock",
    "current_quantity", "on_hand", "quantity_on_hand", "on_hand_quantity", "in_stock", "inventory",
    "inventory_count", "inventory_quantity", "available",
)  # fmt: skip
"""What a column may be called that holds how much there is."""
_SHORT: Final = {"qty": "quantity", "min": "minimum", "max": "maximum", "amt": "amount"}
_CLAUSE: Final = re.compile(r"[.;:()]|\s-\s")
_FILLERS: Final = frozenset(
    (
        "is", "are", "has", "have", "been", "gone", "fall", "falls", "fell", "drop", "drops",
        "dropped", "goes", "become", "becomes", "currently", "now", "strictly", "a", "an", "the",
        "their", "its", "his", "her", "own", "configured", "defined", "set", "respective",
        "specified",
    )
)  # fmt: skip
_LISTED: Final = re.compile(
    r"\b(?:list|quer|show|view|return|retriev|find|identif|report)\w*\b", re.IGNORECASE
)
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """A comparison, and who says it."""

    comparison: Comparison
    origin: Origin
    fact: SentenceFact | None = None
    statement: Statement | None = None


def by_columns(work: Workbench, draft: OperationDraft, word: str) -> bool:
    """Whether it is known which rows the word means: by a sentence, by the contract's own words,
    or, of the words for little stock, by the columns that there are."""
    entity = work.entities[draft.entity]
    found = [
        *_by_sentences(work, draft, entity, word),
        *_by_contract(draft, entity, word),
        *_by_requirements(work, entity, word),
    ]
    if not found:
        return _LOW.fullmatch(word) is not None and _asked(work, draft, entity)
    first = found[0].comparison
    alike = [each for each in found if _same_way(each.comparison, first)]
    if len({each.comparison.operator for each in alike}) > 1:
        _ask(work, draft, first, alike)
        return True
    draft.compared = [first]
    for each in alike:
        work.origin(aspects.selection(draft.id), each.origin)
        if each.fact is not None:
            _credit(work, draft, each.fact)
        elif each.statement is not None:
            aspect = aspects.operation(draft.id)
            work.linked.append((each.statement.span.file, each.statement.id, aspect))
            draft.statements.append(each.statement.id)
    return True


def _credit(work: Workbench, draft: OperationDraft, fact: SentenceFact) -> None:
    """The requirement that says which rows are meant speaks for the list before any other."""
    work.link(fact, aspects.operation(draft.id))
    asks = any(each.verb in ("list", "get") for each in work.deeds_of(fact))
    if asks and fact.statement not in draft.statements:
        draft.statements.append(fact.statement)
        draft.doc = draft.doc or work.text_of(fact)


def _same_way(one: Comparison, other: Comparison) -> bool:
    """They differ in nothing but whether the border counts."""
    plain = replace(other, operator=one.operator)
    return one == plain and one.operator[0] == other.operator[0]


def is_about(work: Workbench, draft: OperationDraft, fact: SentenceFact) -> bool:
    """Whether a sentence about a list is about this one: one that tells which rows it means, or
    uses the word of one list, is about that list alone."""
    text = work.text_of(fact)
    own = "_".join(words(draft.segments[-1]))
    named = work.find(own) is None and _says(text, own)
    if not named and any(_says(text, each) for each in _words_of_lists(work, draft)):
        return False
    chosen = {(each.span.file, each.statement) for each in work.sentences(SentenceKind.SELECTION)}
    place = (fact.span.file, fact.statement)
    return place not in chosen or (*place, aspects.operation(draft.id)) in work.linked


def _by_sentences(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, word: str
) -> Iterator[_Told]:
    place = f"{draft.method} {draft.fact.path}"
    for fact in work.sentences(SentenceKind.SELECTION):
        left, right = (identifier(each) for each in fact.fields)
        if work.find(fact.entity) is not entity or not _holds(entity, left, right):
            continue
        named = fact.verb == word or place in fact.operations or _says(work.text_of(fact), word)
        if named or (_LOW.fullmatch(word) and _is_least(right)):
            told = _comparison(entity, left, str(fact.value), right)
            yield _Told(told, written(fact.statement, fact.span), fact)


def _words_of_lists(work: Workbench, draft: OperationDraft) -> Iterator[str]:
    """The words by which other lists of these rows are told from all of them."""
    for each in work.operations:
        chosen = bool(each.compared or each.fixed or each.sorts)
        other = each is not draft and each.entity == draft.entity and each.rows
        last = each.segments[-1] if each.segments else "{"
        if other and chosen and each.method == "GET" and not last.startswith("{"):
            word = "_".join(words(last))
            if work.find(word) is None:
                yield word


def _holds(entity: EntityDraft, left: str, right: str) -> bool:
    """Both are columns, or the first is what is left of one after another."""
    made = entity.derived.get(left)
    parts = made.columns if made is not None and made.kind is DerivedKind.DIFFERENCE else (left,)
    return not {*parts, right} - entity.columns.keys()


def _comparison(entity: EntityDraft, left: str, operator: str, right: str) -> Comparison:
    made = entity.derived.get(left)
    if made is None:
        return Comparison(left, operator, right)
    return Comparison(made.columns[0], operator, right, minus=made.columns[1])


def _says(text: str, word: str) -> bool:
    return f"_{word}_" in f"_{'_'.join(words(text))}_"


def _by_contract(draft: OperationDraft, entity: EntityDraft, word: str) -> Iterator[_Told]:
    origin = written(draft.fact.statement, draft.fact.span)
    for text in (draft.fact.summary, draft.fact.description):
        for told in _compared(entity, text, word):
            yield _Told(told, origin)


def _by_requirements(work: Workbench, entity: EntityDraft, word: str) -> Iterator[_Told]:
    """In words for the columns that are not quite theirs: `stock below the minimum threshold`."""
    known = {each.statement for each in work.sentences(SentenceKind.SELECTION)}
    for each in work.facts.statements:
        if each.kind is not StatementKind.REQUIREMENT or each.id in known:
            continue
        if _LOW.fullmatch(word) and _LISTED.search(each.text):
            for told in _compared(entity, each.text, word):
                yield _Told(told, written(each.id, each.span), statement=each)


def _compared(entity: EntityDraft, text: str, word: str) -> Iterator[Comparison]:
    for clause in _CLAUSE.split(text):
        for each in comparisons(clause):
            right = _stored(entity, _named_first(entity, _said(clause[each.end :])))
            left = _named_last(entity, _said(clause[: each.start]), right)
            if not left and _is_least(right) and _LOW.fullmatch(word):
                left = _amount(entity, right)
            if left and right:
                yield _comparison(entity, left, each.operator, right)


def _said(text: str) -> list[str]:
    found = [_SHORT.get(each, singular(each)) for each in words(text)]
    return [each for each in found if each not in _FILLERS]


def _numbers(entity: EntityDraft) -> dict[str, tuple[str, ...]]:
    """The numbers that a row holds, and what is left of them, with the words of their names."""
    names = [
        each.name
        for each in entity.columns.values()
        if each.shape.kind in _NUMBERS and not each.primary and not each.references
    ]
    names += [
        each.name
        for each in entity.derived.values()
        if each.kind is DerivedKind.DIFFERENCE and not set(each.columns) - entity.columns.keys()
    ]
    return {each: tuple(_SHORT.get(w, singular(w)) for w in words(each)) for each in names}


def _named_first(entity: EntityDraft, said: Sequence[str]) -> str:
    """The column that a phrase begins with: by its whole name, else by the word that leads it."""
    known = _numbers(entity)
    for length in range(min(_LONGEST, len(said)), 0, -1):
        whole = [name for name, own in known.items() if own == tuple(said[:length])]
        if whole:
            return whole[0]
    leads = [name for name, own in known.items() if said and own[0] == said[0] and len(own) > 1]
    return leads[0] if len(leads) == 1 else ""


def _stored(entity: EntityDraft, name: str) -> str:
    return name if name in entity.columns else ""


def _named_last(entity: EntityDraft, said: Sequence[str], other: str) -> str:
    """The column that a phrase ends with."""
    known = {name: own for name, own in _numbers(entity).items() if name != other}
    for length in range(min(_LONGEST, len(said)), 0, -1):
        whole = [name for name, own in known.items() if own == tuple(said[-length:])]
        if whole:
            return whole[0]
    ends = [name for name, own in known.items() if said and said[-1] in own and name in _AMOUNTS]
    return ends[0] if len(ends) == 1 else ""


def _amount(entity: EntityDraft, other: str) -> str:
    """The only column that can hold how much there is."""
    known = _numbers(entity)
    parts = {part for each in entity.derived.values() for part in each.columns}
    parts &= entity.columns.keys()
    found = [e for e in _AMOUNTS if e in known and e != other and e not in parts]
    return found[0] if len(found) == 1 else ""


def _is_least(name: str) -> bool:
    own = {_SHORT.get(each, each) for each in words(name)}
    return bool(own & _LEAST) or ("minimum" in own and own <= _MINIMUM)


def _asked(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> bool:
    """Nobody says it, and only two columns can be meant: whether the border counts is asked."""
    least = [name for name in _numbers(entity) if _is_least(name)]
    left = _amount(entity, least[0]) if len(least) == 1 else ""
    if not left:
        return False
    _ask(work, draft, _comparison(entity, left, "<=", least[0]), [])
    return True


def _ask(work: Workbench, draft: OperationDraft, told: Comparison, said: Sequence[_Told]) -> None:
    """Whether a row is on the list whose two columns are equal."""
    spans = [each.origin.span for each in said if each.origin.span is not None]
    taken = work.choose(
        "list_border", draft.id, ("included", "excluded"),
        kind=QuestionKind.CONTRADICTION if said else QuestionKind.OPEN,
        spans=spans or [draft.fact.span], statements=(draft.fact.statement,),
        note=f"{draft.method} {draft.fact.path}: {told.column}, {told.other}",
    )  # fmt: skip
    operator = told.operator[0] + ("=" if taken == "included" else "")
    draft.compared = [replace(told, operator=operator)]
    work.origin(aspects.selection(draft.id), decided(f"list_border/{draft.id}"))
    work.origin(aspects.selection(draft.id), written(draft.fact.statement, draft.fact.span))
