"""Values that are computed when they are read, as properties of a row class."""

from backwright.contract.entities import Derived, DerivedKind, Entity
from backwright.contract.model import Contract
from backwright.emit.fastapi.value_text import Speller
from backwright.plan.columns import Column, Sql, column
from backwright.shape import ABSENT


def derived_lines(
    contract: Contract, entity: Entity, derived: Derived, speller: Speller
) -> list[str]:
    known, value = _computed(contract, entity, derived, speller)
    return [
        f"@{speller.base('property')}",
        f"def {derived.name}(self) -> {known}:",
        f"    return {value}",
    ]


def _computed(
    contract: Contract, entity: Entity, derived: Derived, speller: Speller
) -> tuple[str, str]:
    first = derived.columns[0] if derived.columns else ""
    if derived.kind is DerivedKind.COUNT:
        return speller.base("int"), f"len(self.{derived.relation})"
    if derived.kind is DerivedKind.SUM:
        return _sum(contract, entity, derived, speller)
    if derived.kind is DerivedKind.DIFFERENCE:
        return _difference(contract, entity, derived, speller)
    if derived.kind in (DerivedKind.NEGATION, DerivedKind.IS_SET):
        negated = derived.kind is DerivedKind.NEGATION
        return speller.base("bool"), f"not self.{first}" if negated else f"self.{first} is not None"
    if derived.kind in (DerivedKind.LOWER, DerivedKind.UPPER):
        return _spelled(entity, derived, speller)
    return _joined(entity, derived, speller)


def _difference(
    contract: Contract, entity: Entity, derived: Derived, speller: Speller
) -> tuple[str, str]:
    field = next((found for each in derived.columns if (found := entity.get(each))), None)
    known = _kind([column(contract, entity, field)]) if field is not None else "int"
    none = "0" if known == "int" else f"{speller.base(known)}()"
    left, right = (_held(contract, entity, each, none) for each in derived.columns)
    return speller.base(known), f"{left} - {right}"


def _held(contract: Contract, entity: Entity, name: str, none: str) -> str:
    """A number of the row, or `none`."""
    field = entity.get(name)
    nullable = field is not None and column(contract, entity, field).nullable
    return f"(self.{name} or {none})" if nullable else f"self.{name}"


def _joined(entity: Entity, derived: Derived, speller: Speller) -> tuple[str, str]:
    parts = [f"self.{each}" for each in derived.columns]
    fields = [entity.get(each) for each in derived.columns]
    if all(each is not None and each.required for each in fields):
        return speller.base("str"), 'f"' + " ".join(f"{{{each}}}" for each in parts) + '"'
    listed = ", ".join(parts)
    return speller.base("str"), f'" ".join(part for part in ({listed}) if part)'


def _spelled(entity: Entity, derived: Derived, speller: Speller) -> tuple[str, str]:
    """A column's value in other letters; nothing where it holds nothing."""
    first = derived.columns[0]
    field, known = entity.get(first), speller.base("str")
    value = f"self.{first}.{derived.kind.value}()"
    if field is not None and (field.required or field.default not in (ABSENT, None)):
        return known, value
    return f"{known} | None", f"{value} if self.{first} is not None else None"


def _sum(contract: Contract, entity: Entity, derived: Derived, speller: Speller) -> tuple[str, str]:
    relation = next(each for each in entity.relations if each.name == derived.relation)
    other = contract.entity(relation.entity)
    summed = [
        column(contract, other, field)
        for field in (other.get(each) for each in derived.columns)
        if field is not None
    ]
    known = _kind(summed)
    row = "row" if relation.name != "row" else "each"
    product = " * ".join(_factor(row, each, known) for each in summed)
    terms = f"{product} for {row} in self.{relation.name}"
    if known == "int":
        return speller.base(known), f"sum({terms})"
    return speller.base(known), f"sum(({terms}), {speller.base(known)}())"


def _kind(summed: list[Column]) -> str:
    kinds = {each.sql for each in summed}
    if Sql.FLOAT in kinds:
        return "float"
    return "Decimal" if Sql.DECIMAL in kinds else "int"


def _factor(row: str, column: Column, known: str) -> str:
    value = f"{row}.{column.name}"
    if column.nullable:
        value = f"({value} or 0)"
    return f"float({value})" if known == "float" and column.sql is Sql.DECIMAL else value
