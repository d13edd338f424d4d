"""Which numbers of a row an action moves by what its body says: `/items/{id}/reserve`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.inputs import amend
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.verbs import participles
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto, DerivedKind
from backwright.contract.names import identifier, snake, words
from backwright.contract.operations import Shift
from backwright.read.facts import ParameterPlace, Statement, StatementKind
from backwright.shape import Kind, Property

_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_AMOUNT: Final = re.compile(
    r"(?:\w+_)?(?:quantity|qty|amount|count|units?|points?|pieces|items|credits)"
)
_DELTA: Final = re.compile(
    r"(?:\w+_)?(?:delta|adjustment|change)|change_amount|change_by|adjust_by"
)
"""An amount that is called so may be negative."""
_NEW: Final = frozenset(("new", "total", "target", "counted", "actual", "minimum", "maximum"))
_STOCK: Final = (
    "quantity", "stock", "stock_quantity", "quantity_in_stock", "stock_level", "stock_count",
    "current_stock", "current_quantity", "on_hand", "quantity_on_hand", "on_hand_quantity",
    "in_stock", "inventory_count", "inventory_quantity", "available_quantity", "available_stock",
)  # fmt: skip
_MONEY: Final = ("balance", "current_balance", "account_balance", "wallet_balance")
_POINTS: Final = ("points", "points_balance", "loyalty_points", "reward_points", "credits")
_STORES: Final = (*_STOCK, *_MONEY, *_POINTS)
"""What a column may be called that holds how much there is."""
_IN: Final = frozenset(
    ("restock", "stock_in", "replenish", "receive_stock", "add_stock", "increase_stock",
     "increase", "increment", "deposit", "top_up", "topup", "credit", "add_points", "earn_points",
     "add_credits", "refill", "increase_quantity", "add_quantity", "stock_up")
)  # fmt: skip
_OUT: Final = frozenset(
    ("stock_out", "consume", "remove_stock", "decrease_stock", "deduct_stock", "reduce_stock",
     "decrease", "decrement", "withdraw", "debit", "deduct", "redeem_points", "use_stock",
     "use_credits", "spend_points", "decrease_quantity", "remove_quantity", "deplete")
)  # fmt: skip
_OF: Final = (
    (re.compile(r"deposit|withdraw|top_?up|credit|debit"), _MONEY),
    (re.compile(r"\w*stock\w*|replenish|consume|deplete|refill"), _STOCK),
    (re.compile(r"\w+_(?:points|credits)"), _POINTS),
)
"""Of what some verbs speak."""
_BACK: Final = {
    "release": ("reserved", "allocated", "held", "locked", "blocked", "frozen"),
    "unreserve": ("reserved",), "deallocate": ("allocated",), "unallocate": ("allocated",),
    "unhold": ("held",), "cancel_reservation": ("reserved",), "release_reservation": ("reserved",),
    "release_stock": ("reserved",), "unfreeze": ("frozen",),
}  # fmt: skip
_ASIDE: Final = {
    "hold": ("held", "on_hold"), "reserve_stock": ("reserved",), "freeze": ("frozen",),
    "hold_stock": ("held",), "allocate_stock": ("allocated",),
}  # fmt: skip
_UP: Final = r"increas\w*|increment\w*|adds?|added|adding|rais\w*|grows?|credit(?:s|ed)"
_DOWN: Final = (
    r"decreas\w*|decrement\w*|subtract\w*|deduct\w*|reduc\w*|lower\w*|remov\w*|debit(?:s|ed)"
)
_MOVES: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[.;,()]|\s-\s|\band\b|\bthen\b|\bwhile\b|\bbut\b", re.IGNORECASE)
_WIDEST: Final = 2**31 - 1
_RECORDS: Final = frozenset(
    ("movement", "transaction", "adjustment", "log", "history", "entry", "ledger", "event",
     "reservation", "audit", "record", "allocation", "receipt")
)  # fmt: skip
_ASKS: Final = (
    StatementKind.REQUIREMENT, StatementKind.MODEL_RULE, StatementKind.SCENARIO,
    StatementKind.CLARIFICATION,
)  # fmt: skip


def place(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, verb: str,
    given: tuple[Property, ...],
) -> bool:  # fmt: skip
    """Whether the action moves numbers, and nothing else is written down about it elsewhere."""
    numbers = [each for each in given if each.shape.kind in _NUMBERS]
    if len(numbers) != 1 or not numbers[0].required or draft.method == "DELETE":
        return False
    own = numbers[0]
    name = snake(own.name)
    called = _AMOUNT.fullmatch(name) or _DELTA.fullmatch(name)
    if called is None or set(words(name)) & _NEW or _recorded(work, entity):
        return False
    if _knows_version(draft, entity, given):
        return False
    told, meant = _told(work, draft, entity, verb), _meant(entity, verb, name)
    found = told or meant
    agree = all(told.get(each, sign) == sign for each, sign in meant.items())
    if not found or not all(found.values()) or not agree or _apart(entity, found):
        return False
    draft.amount, draft.shifts = own.name, [Shift(each, sign) for each, sign in found.items()]
    return True


def settled(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, given: tuple[Property, ...]
) -> bool:
    """Whether the amount is above zero, as far as the action goes one way; else code decides."""
    own = next(each for each in given if each.name == draft.amount)
    both = all(each.sign > 0 for each in draft.shifts) and _DELTA.fullmatch(snake(own.name))
    if not both and not _positive(work, draft, own):
        return False
    _fit(work, draft, entity)
    return True


def _recorded(work: Workbench, entity: EntityDraft) -> bool:
    """Rows below keep what was moved: such a row would have to be made as well."""
    below = (each for each in work.entities.values() if foreign_key(each, entity.name))
    return any(set(words(each.name)) & _RECORDS for each in below)


def _knows_version(draft: OperationDraft, entity: EntityDraft, given: tuple[Property, ...]) -> bool:
    """Who moves a number by a little need not know what it was; who says so anyway means more."""
    headers = [p for p in draft.fact.parameters if p.place is ParameterPlace.HEADER]
    matches = any(p.property.name.lower() == "if-match" for p in headers)
    return matches or any(identifier(each.name) == entity.version for each in given)


def _numbers(entity: EntityDraft) -> dict[str, tuple[str, ...]]:
    free = (Auto.NONE, Auto.SYSTEM)
    return {
        each.name: words(each.name)
        for each in entity.columns.values()
        if each.shape.kind in _NUMBERS and each.auto in free and not each.primary
        and not each.references and each.name != entity.version and each.required is not False
    }  # fmt: skip


def _told(work: Workbench, draft: OperationDraft, entity: EntityDraft, verb: str) -> dict[str, int]:
    """`Reserving increases the reserved quantity`: columns that clauses name in full."""
    found: dict[str, set[int]] = {}
    for text, statement in _texts(work, draft, verb):
        for clause in _CLAUSE.split(text):
            moves = list(_MOVES.finditer(clause))
            named = _named(entity, clause)
            if len(moves) == 1 and len(named) == 1:
                found.setdefault(named[0], set()).add(1 if moves[0]["up"] else -1)
                _credit(work, draft, statement)
    # What moves both ways is said of cases that nobody tells apart: it moves neither way.
    return {name: signs.pop() if len(signs) == 1 else 0 for name, signs in found.items()}


def _credit(work: Workbench, draft: OperationDraft, statement: Statement | None) -> None:
    """The requirement that says what moves asks for the action."""
    if statement is None:
        return
    place = (statement.span.file, statement.id, aspects.operation(draft.id))
    if place not in work.linked:
        work.linked.append(place)
    asks = statement.kind is StatementKind.REQUIREMENT
    if asks and statement.id not in draft.statements:
        draft.statements.append(statement.id)
        draft.doc = draft.doc or statement.text


def _texts(
    work: Workbench, draft: OperationDraft, verb: str
) -> Iterator[tuple[str, Statement | None]]:
    """The contract's own words, and the sentences that use the verb of this action alone."""
    yield draft.fact.summary, None
    yield draft.fact.description, None
    forms = _forms(verb)
    other = {
        form
        for each in work.operations
        if each is not draft and each.entity == draft.entity and each.segments[-1][:1] != "{"
        for form in _forms("_".join(words(each.segments[-1])))
    } - forms
    for statement in work.facts.statements:
        said = set(words(statement.text))
        if statement.kind in _ASKS and said & forms and not said & other:
            yield statement.text, statement


def _forms(verb: str) -> set[str]:
    """`reserve`, `reserves`, `reserving`; no participle: what is reserved may have been before."""
    head = verb.partition("_")[0] if verb.partition("_")[0] not in ("add", "remove") else verb
    stem = head.removesuffix("e")
    return {head, f"{head}s", f"{stem}ing", f"{stem}ation"}


def _named(entity: EntityDraft, clause: str) -> list[str]:
    """The columns that a clause names, the longer names before those that are parts of them."""
    text = f"_{snake(clause)}_"
    found = []
    made = [e.name for e in entity.derived.values() if e.kind is DerivedKind.DIFFERENCE]
    for name in sorted((*_numbers(entity), *made), key=len, reverse=True):
        if f"_{name}_" in text:
            text = text.replace(f"_{name}_", "__")
            found += [name] if name not in made else []
    return found


def _meant(entity: EntityDraft, verb: str, amount: str) -> dict[str, int]:
    """By the verb itself: `reserve` and what is reserved, `restock` and the stock."""
    known = _numbers(entity)
    for forms, sign in ((_ASIDE.get(verb, participles(verb)), 1), (_BACK.get(verb, ()), -1)):
        found = [name for name, own in known.items() if set(own) & set(forms)]
        if len(found) == 1:
            return {found[0]: sign}
        if found:
            return {}
    taken = {part for each in entity.derived.values() for part in each.columns[1:]}
    family = next((held for spoken, held in _OF if spoken.fullmatch(verb)), _STORES)
    stores = [each for each in family if each in known and each not in taken]
    named = [each for each in (verb, amount) if each in stores]
    stores = named[:1] or stores
    if len(stores) != 1 or (verb in _OUT and taken & known.keys()):
        return {}
    if verb in _IN:
        return {stores[0]: 1}
    if verb in _OUT:
        return {stores[0]: -1}
    return {stores[0]: 1} if amount and _DELTA.fullmatch(amount) else {}


def _apart(entity: EntityDraft, found: dict[str, int]) -> bool:
    """Two numbers that keep a bound between them move towards each other."""
    pairs = [(each.left, each.right) for each in entity.cross_fields]
    differences = (e for e in entity.derived.values() if e.kind is DerivedKind.DIFFERENCE)
    pairs += [(each.columns[0], each.columns[1]) for each in differences]
    return any(
        left in found and right in found and found[left] != found[right] for left, right in pairs
    )


def _positive(work: Workbench, draft: OperationDraft, own: Property) -> bool:
    """An amount below zero would do the opposite of what the action says."""
    body = draft.fact.body
    least = own.shape.minimum
    if body is None or not body.shape.ref:
        return False
    if least is not None and least >= 0:
        return True
    taken = work.choose(
        "positive_amount", draft.id, ("positive", "code"), spans=(own.span or body.span,),
        statements=(draft.fact.statement,), note=f"{draft.method} {draft.fact.path}: {own.name}",
    )  # fmt: skip
    whole = own.shape.kind is Kind.INTEGER
    shape = replace(own.shape, minimum=int(whole), exclusive_minimum=not whole)
    if taken == "positive":
        amend(work, body.shape.ref, own.name, shape)
    return taken == "positive"


def _fit(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> None:
    """The amount is a number of the column's own kind, and none that no column can hold."""
    body = draft.fact.body
    schema = work.schemas.get(body.shape.ref) if body is not None else None
    own = schema.get(draft.amount) if schema is not None else None
    if schema is None or own is None:
        return
    shape, column = own.shape, entity.columns[draft.shifts[0].column]
    if shape.kind is Kind.INTEGER:
        shape = replace(
            shape,
            minimum=shape.minimum if shape.minimum is not None else -_WIDEST,
            maximum=shape.maximum if shape.maximum is not None else _WIDEST,
        )
    elif column.shape.kind is Kind.DECIMAL:
        digits = column.shape.max_digits, column.shape.decimal_places
        shape = replace(shape, kind=Kind.DECIMAL, max_digits=digits[0], decimal_places=digits[1])
    amend(work, schema.name, own.name, shape)
