from pathlib import Path

from benchmarks.judge.figures import requirements, without_origin

LABELS = [
    {"id": "FR-1", "file": "spec.md", "line": 3, "area": "backend", "reach": "plain"},
    {"id": "FR-2", "file": "spec.md", "line": 4, "area": "backend", "reach": "custom"},
    {"id": "FR-3", "file": "spec.md", "line": 5, "area": "backend", "reach": "plain"},
    {"id": "FR-4", "file": "spec.md", "line": 6, "area": "screen", "reach": ""},
]


def entry(line: int, state: str) -> dict[str, object]:
    return {"file": "specs/a/spec.md", "line": line, "state": state, "kind": "requirement"}


def test_our_own_out_of_scope_does_not_shrink_the_denominator() -> None:
    said = {"ledger": [entry(3, "done"), entry(4, "out_of_scope"), entry(6, "done")]}
    counts, why = requirements(said, "specs/a", LABELS)
    assert counts["requirements_backend"] == 3
    assert counts["requirements_done"] == 1
    assert counts["requirements_out_of_scope"] == 1
    assert counts["requirements_not_understood"] == 1
    assert [each for each in why if each.endswith("lost")] == [
        "FR-3 (plain) is not_understood: lost"
    ]


def test_a_line_with_two_statements_is_as_settled_as_the_lesser() -> None:
    said = {"ledger": [entry(3, "done"), entry(3, "needs_code")]}
    counts, _ = requirements(said, "specs/a", LABELS[:1])
    assert counts["requirements_need_code"] == 1


def test_without_labels_our_own_verdict_counts() -> None:
    said = {"ledger": [entry(3, "built"), entry(9, "out_of_scope")]}
    counts, _ = requirements(said, "specs/a", None)
    assert counts["requirements_backend"] == 2
    assert counts["requirements_built"] == 1


def test_a_span_must_name_what_it_is_the_origin_of(tmp_path: Path) -> None:
    (tmp_path / "model.md").write_text("# Model\n\n| due_date | date |\n")
    span = {"kind": "span", "file": "model.md", "line": 3}
    good = {"origins": {"entity/Task/field/due_date": [span]}}
    wrong = {"origins": {"entity/Task/field/title": [span], "entity/Task": []}}
    assert without_origin(good, tmp_path)[0] == 0
    assert without_origin(wrong, tmp_path)[0] == 2
    decided = {"origins": {"entity/Task/field/title": [{"kind": "decision", "code": "D1"}]}}
    assert without_origin(decided, tmp_path) == (0, [], {"decision": 1})


def test_places_are_found_wherever_the_answer_keeps_them() -> None:
    span = {"file": "specs/a/spec.md", "line": 3}
    said = {
        "ledger": [{"statement": "FR-1", "state": "done"}],
        "statements": [{"id": "FR-1", "kind": "requirement", "span": span}],
    }
    assert requirements(said, "specs/a", LABELS[:1])[0]["requirements_done"] == 1
