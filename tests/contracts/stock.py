"""Parts whose numbers move: reserved, released, restocked, corrected; and an account."""

from typing import Final

from backwright.contract.model import Contract
from backwright.read.facts import Facts, FieldFact, OperationFact, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
    STRING,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_requirement,
    a_schema,
    an_entity,
    an_operation,
    answers,
    contract,
    in_path,
    says,
)

COUNT: Final = Shape(Kind.INTEGER, minimum=0)
AMOUNT: Final = Shape(Kind.INTEGER, minimum=1)
MONEY: Final = Shape(Kind.DECIMAL, max_digits=10, decimal_places=2, minimum=0)
SOLD: Final = (
    a_field("Part", "quantity", COUNT, 21, required=True, default=0),
    a_field("Part", "reserved_quantity", COUNT, 22, required=True, default=0),
)


def act(word: str, body: str, *refused: tuple[int, str], entity: str = "Part") -> OperationFact:
    place = f"POST /{entity.lower()}s/{{id}}/{word}"
    found = [answers(200, a_ref(entity)), *(answers(status, None, why) for status, why in refused)]
    return an_operation(place, *found, body=body, parameters=(in_path("id"),))


def facts(
    *operations: OperationFact,
    columns: tuple[FieldFact, ...] = SOLD,
    amount: Shape = AMOUNT,
    said: tuple[str, ...] = (),
    left: str = "What can be sold (quantity - reserved_quantity)",
) -> Facts:
    """Parts with what is done to them; the body of all is a quantity, but for a delta's."""
    return Facts(
        entities=(an_entity("Part", *columns),),
        schemas=(
            a_schema("Amount", a_property("quantity", amount)),
            a_schema("Change", a_property("delta", INTEGER)),
            a_schema("Noted", a_property("quantity", amount), a_property("order_id", STRING)),
            a_schema(
                "Part",
                a_property("id"),
                *(a_property(each.name, each.shape) for each in columns),
                a_property("available", INTEGER, description=left),
            ),
        ),
        operations=(
            an_operation(
                "GET /parts/{id}", answers(200, a_ref("Part")), parameters=(in_path("id"),)
            ),
            *operations,
        ),
        statements=tuple(a_requirement(f"FR-{n}", each, n) for n, each in enumerate(said, 1)),
    )


def _account() -> Facts:
    columns = (
        a_field("Account", "user_id", UUID, 31, required=True, owner=True),
        a_field("Account", "balance", MONEY, 32, required=True, default=0),
        a_field("Account", "open", BOOLEAN, 33, required=True, default=True),
        a_field("Account", "version", INTEGER, 34, required=True, default=1, auto="version"),
    )
    amount = Shape(Kind.NUMBER, minimum=0.01)
    shown = (a_property("id"), a_property("version", INTEGER))
    return Facts(
        entities=(an_entity("Account", *columns),),
        schemas=(
            a_schema("Money", a_property("amount", amount)),
            a_schema("Account", *shown),
        ),
        operations=(
            act("deposit", "Money", entity="Account"),
            act("withdraw", "Money", (400, "Insufficient funds"), entity="Account"),
        ),
        sentences=(says(SentenceKind.VERSION, entity="Account"),),
    )


CONTRACT: Final[Contract] = contract(
    facts(
        act("reserve", "Amount", (409, "Insufficient stock")),
        act("release", "Amount", (400, "More than is reserved")),
        act("restock", "Amount"),
        act("adjust", "Change"),
        an_operation("POST /parts", answers(201, a_ref("Part")), body="Counted"),
    )
    + Facts(schemas=(a_schema("Counted", a_property("quantity", COUNT)),))
    + _account()
)
