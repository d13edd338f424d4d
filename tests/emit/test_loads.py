"""Which relations an answer reads from its row."""

from dataclasses import replace

from backwright.contract.operations import Fill, Source, View
from backwright.plan.loads import loads
from tests.contracts.orders import CONTRACT
from tests.contracts.parts import an, many, needs, schema


def test_reads_relations_and_sums_once() -> None:
    assert loads(CONTRACT, "OrderPublic") == ("lines",)


def test_columns_alone_need_nothing() -> None:
    assert loads(CONTRACT, "OrderSummary") == ()


def test_envelopes_read_nothing_themselves() -> None:
    assert loads(CONTRACT, "OrderPage") == ()


def test_goes_on_through_relations() -> None:
    shown = View(
        "Shown",
        "Order",
        (Fill("lines", Source.RELATION, "lines"), Fill("owner", Source.RELATION, "customer.email")),
    )
    inner = View("Inner", "OrderLine", (Fill("order", Source.RELATION, "order"),))
    contract = replace(
        CONTRACT,
        schemas=(
            *CONTRACT.schemas,
            schema("Shown", needs("lines", many("Inner")), needs("owner", an("Shown"))),
            schema("Inner", needs("order", an("Shown"))),
        ),
        views=(*CONTRACT.views, shown, inner),
    )

    assert loads(contract, "Shown") == ("lines", "customer", "lines.order")
