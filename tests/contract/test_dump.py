"""Boundary types as JSON."""

import json

from backwright.contract.dump import dump
from backwright.contract.model import Origin, OriginKind
from backwright.source import Span
from tests.contract.facts_for_tests import bound, owned_tasks


def test_enums_and_spans_are_plain() -> None:
    origin = Origin(OriginKind.SPAN, "FR-001", Span("spec.md", 3))
    assert json.loads(dump(origin)) == {
        "kind": "span", "statement": "FR-001", "code": "",
        "span": {"file": "spec.md", "line": 3, "column": 1, "end_line": 0},
    }  # fmt: skip


def test_a_whole_contract_is_stable() -> None:
    one, other = (dump(bound(owned_tasks())) for _ in range(2))
    assert one == other
    assert list(json.loads(one)["contract"]["origins"]) == sorted(
        json.loads(one)["contract"]["origins"]
    )
