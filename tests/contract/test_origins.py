"""Nothing is invented."""

from dataclasses import replace

from backwright.contract.origins import every_aspect, without_origin
from tests.contract.facts_for_tests import contract, owned_tasks


def test_a_part_without_an_origin_is_told() -> None:
    found = contract(owned_tasks())
    origins = {name: each for name, each in found.origins.items() if name != "entity/Task/owner"}
    assert without_origin(replace(found, origins=origins)) == ("entity/Task/owner",)


def test_parts_of_all_kinds_are_asked_for() -> None:
    found = set(every_aspect(contract(owned_tasks())))
    assert {
        "entity/Task", "entity/Task/field/title/length", "policy/errors", "auth/issuer",
        "operation/get_tasks", "operation/get_tasks/success/200", "schema/Task/title",
        "operation/post_tasks/refusal/401/unauthenticated",
    } <= found  # fmt: skip
