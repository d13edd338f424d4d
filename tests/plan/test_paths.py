"""No route hides another one, in its own router or in the next."""

from dataclasses import replace

from backwright.contract.operations import Operation
from backwright.plan.paths import in_order, routers_in_order
from tests.contracts.board import CONTRACT

ANY = CONTRACT.operations[0]


def at(path: str, method: str = "GET") -> Operation:
    return replace(ANY, id=path, path=path, method=method)


def test_a_word_comes_before_a_parameter_in_its_place() -> None:
    placed = in_order((at("/tasks/{task_id}"), at("/tasks"), at("/tasks/stats")))

    assert [each.path for each in placed] == ["/tasks/stats", "/tasks/{task_id}", "/tasks"]


def test_routers_come_in_front_of_those_that_would_hide_their_routes() -> None:
    routers = {
        "rules": (at("/rules/{rule_id}"),),
        "users": (at("/users/{user_id}"),),
        "claims": (at("/rules/claims"),),
        "kinds": (at("/{thing}/claims"),),
    }

    assert routers_in_order(routers) == ("users", "claims", "rules", "kinds")


def test_routers_that_hide_nothing_stay_where_they_are() -> None:
    routers = {
        "rules": (at("/rules/{rule_id}"), at("/rules/claims")),
        "claims": (at("/rules/claims", "POST"), at("/claims/{claim_id}")),
    }

    assert routers_in_order(routers) == ("rules", "claims")
