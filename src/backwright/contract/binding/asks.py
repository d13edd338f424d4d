"""Which sentence asks for which operation, and which sentence an operation quotes."""

from collections.abc import Iterable
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import selections
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import identifier, words
from backwright.contract.operations import ParameterUse, Purpose
from backwright.read.facts import SentenceFact, SentenceKind, StatementKind

_ANSWERS: Final = {
    "create": (Purpose.CREATE,), "list": (Purpose.LIST,), "get": (Purpose.GET, Purpose.ME),
    "update": (Purpose.UPDATE, Purpose.REPLACE, Purpose.UPDATE_ME, Purpose.SET),
    "delete": (Purpose.DELETE,), "search": (Purpose.LIST,), "filter": (Purpose.LIST,),
    "sort": (Purpose.LIST,), "toggle": (Purpose.TOGGLE,),
    "set": (Purpose.SET, Purpose.TOGGLE, Purpose.UPDATE),
    "register": (Purpose.REGISTER,), "login": (Purpose.LOGIN,), "logout": (Purpose.LOGOUT,),
    "refresh": (Purpose.REFRESH,), "me": (Purpose.ME,),
    "transition": (Purpose.TRANSITION, Purpose.SET),
    "change_password": (Purpose.CHANGE_PASSWORD,), "link": (Purpose.LINK,),
    "unlink": (Purpose.UNLINK,),
}  # fmt: skip
_COMMON: Final = frozenset(("get", "post", "put", "by", "id", "the", "list", "create", "update"))
_WITHOUT_ENTITY: Final = ("register", "login", "logout", "refresh", "me", "change_password")


def settle(work: Workbench) -> None:
    index: dict[str, list[OperationDraft]] = {}
    places: dict[str, OperationDraft] = {}
    for draft in work.operations:
        index.setdefault(draft.entity, []).append(draft)
        places[f"{draft.method} {draft.fact.path}"] = draft
    for fact in work.sentences(SentenceKind.CAPABILITY, SentenceKind.BEHAVIOUR):
        for draft in _meant(work, fact, index, places):
            _take(work, draft, fact)
    _lists(work, index)
    _fields(work, index)
    for draft in work.operations:
        if draft.purpose is Purpose.HEALTH:
            for fact in work.sentences(SentenceKind.HEALTH):
                _take(work, draft, fact)
    carried = {each for draft in work.operations if not draft.custom for each in draft.statements}
    for draft in work.operations:
        _custom(work, draft, carried)
        if draft.custom and not draft.statements:
            _resemblance(work, draft, carried)
        draft.doc = draft.doc or draft.fact.summary or draft.fact.description


def _meant(
    work: Workbench,
    fact: SentenceFact,
    index: dict[str, list[OperationDraft]],
    places: dict[str, OperationDraft],
) -> list[OperationDraft]:
    named = [places[each] for each in fact.operations if each in places]
    if named:
        return named
    if fact.kind is SentenceKind.BEHAVIOUR:
        return []
    if fact.verb in _WITHOUT_ENTITY:
        candidates = [d for d in work.operations if d.purpose in _ANSWERS[fact.verb]]
        return candidates[:2]
    entity = work.find(fact.entity)
    if entity is None:
        return []
    own = index.get(entity.name, [])
    if fact.verb in ("transition", "set", "toggle"):
        return _by_word(work, fact, own) or _only(
            d for d in own if d.purpose in _ANSWERS[fact.verb]
        )
    able = [d for d in own if d.purpose in _ANSWERS.get(fact.verb, ())]
    return [d for d in able if selections.is_about(work, d, fact)] or _by_word(work, fact, own)


def _only(drafts: Iterable[OperationDraft]) -> list[OperationDraft]:
    """Where several could be meant, none is."""
    found = list(drafts)
    return found if len(found) == 1 else []


def _by_word(
    work: Workbench, fact: SentenceFact, drafts: list[OperationDraft]
) -> list[OperationDraft]:
    """`place a draft`: the operation whose id or path has the sentence's own word."""
    said = set(words(str(fact.value))) or set(words(work.text_of(fact)))
    return [
        each
        for each in drafts
        if each.purpose in (Purpose.TRANSITION, Purpose.TOGGLE, Purpose.CUSTOM, Purpose.SET)
        and set(words(each.segments[-1])) & said
        and not each.segments[-1].startswith("{")
    ][:1]


def _take(work: Workbench, draft: OperationDraft, fact: SentenceFact) -> None:
    aspect = aspects.operation(draft.id)
    work.link(fact, aspect)
    if fact.statement not in draft.statements:
        draft.statements.append(fact.statement)
    if not draft.doc:
        draft.doc = work.text_of(fact)


def _lists(work: Workbench, index: dict[str, list[OperationDraft]]) -> None:
    """Sentences about filters, sorts, searches and pages, at the lists that have them."""
    uses = {
        SentenceKind.FILTER: (ParameterUse.FILTER, ParameterUse.SEARCH),
        SentenceKind.SEARCH: (ParameterUse.SEARCH,),
        SentenceKind.SORT: (ParameterUse.SORT, ParameterUse.DIRECTION),
    }
    for kind, wanted in uses.items():
        for fact in work.sentences(kind):
            entity = work.find(fact.entity)
            named = {identifier(each) for each in fact.fields}
            for draft in index.get(entity.name, []) if entity is not None else []:
                for parameter in draft.parameters:
                    meant = not named or named & set(parameter.columns) or kind is SentenceKind.SORT
                    if parameter.use in wanted and meant:
                        work.link(fact, aspects.parameter(draft.id, parameter.wire))
                if kind is SentenceKind.SORT and draft.sorts:
                    work.link(fact, aspects.sort(draft.id))


def _fields(work: Workbench, index: dict[str, list[OperationDraft]]) -> None:
    """Sentences that list what an entity has, or what an answer shows."""
    for fact in work.sentences(SentenceKind.ATTRIBUTES, SentenceKind.INCLUDE):
        entity = work.find(fact.entity)
        if entity is None:
            continue
        for name in fact.fields:
            if identifier(name) in entity.columns:
                work.link(fact, aspects.column(entity.name, identifier(name)))
        if not fact.fields:
            work.link(fact, aspects.entity(entity.name))
    for fact in work.sentences(SentenceKind.RELATION, SentenceKind.EXISTS):
        entity = work.find(fact.entity)
        if entity is None:
            continue
        others = {found.name for each in fact.scope if (found := work.find(each)) is not None}
        for column in entity.columns.values():
            if column.references and (column.references in others or not others):
                work.link(fact, aspects.constraint(entity.name, column.name, "references"))
    for fact in work.sentences(SentenceKind.SET_FIELD):
        entity = work.find(fact.entity)
        named = {identifier(each) for each in fact.fields}
        for draft in index.get(entity.name, []) if entity is not None else []:
            changed = [value for name, value in draft.changes if name in named]
            if changed and (not isinstance(fact.value, str) or fact.value in ("", *changed)):
                _take(work, draft, fact)


def validation(work: Workbench) -> None:
    """Sentences that ask for validation, at each body that is validated."""
    for fact in work.sentences(SentenceKind.VALIDATION):
        for draft in work.operations:
            if any(each.reason == "invalid" for each in draft.refusals) and draft.body is not None:
                work.link(fact, aspects.refusal(draft.id, work.policies.invalid_status, "invalid"))


def _custom(work: Workbench, draft: OperationDraft, carried: set[str]) -> None:
    """What only code can say is told by operation, by parameter and by sentence."""
    for each in draft.parameters if draft.partly else ():
        if each.use is ParameterUse.CUSTOM:
            work.needs_code[aspects.parameter(draft.id, each.wire)] = draft.needs
    if not draft.custom:
        return
    work.needs_code[aspects.operation(draft.id)] = draft.needs
    for name in draft.statements[:1]:
        if work.kind_of(name) is StatementKind.REQUIREMENT and name not in carried:
            work.needs_code.setdefault(name, draft.needs)


def _resemblance(work: Workbench, draft: OperationDraft, carried: set[str]) -> None:
    """The requirement that shares most words with the operation's name, two at least."""
    named = (
        (set(words(draft.id)) | set(words(draft.segments[-1]))) - _COMMON
        if draft.segments
        else set()
    )
    best, most = "", 1
    for name, said in work.requirement_words().items():
        shared = len({each for each in named if each in said})
        if shared > most and name not in carried:
            best, most = name, shared
    if best:
        draft.statements.append(best)
        draft.doc = work.texts.get(best, "")
        work.needs_code.setdefault(best, draft.needs)
        work.linked.append((work.file_of(best), best, aspects.operation(draft.id)))
