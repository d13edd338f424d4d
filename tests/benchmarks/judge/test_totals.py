from benchmarks.judge.totals import table, total, whole

NAMES = """
features read_without_traceback conserved buildable boots own_tests_pass
operations_declared operations_emitted operations_working operations_conforming
operations_not_exercised undeclared_refusals requirements_backend requirements_done
requirements_built requirements_asked requirements_need_code requirements_out_of_scope
requirements_not_understood without_origin contradictions questions_median
questions_blocking_median seconds_median
"""


def test_the_names_are_those_that_everybody_reads() -> None:
    found = total([])
    assert [each for each in NAMES.split() if each not in found] == []


def test_a_row_has_the_same_names_even_where_the_judge_failed() -> None:
    row = whole({"repo": "a", "feature": "b", "why": ["no disk"]})
    assert [each for each in NAMES.split() if each not in row] == []
    assert row["why"] == ["no disk"]


def test_flags_count_and_questions_have_a_median() -> None:
    rows = [
        {"boots": True, "buildable": True, "operations_declared": 3, "questions_median": 1},
        {"boots": False, "buildable": True, "operations_declared": 4, "questions_median": 5},
        {"boots": True, "buildable": False, "questions_median": 2},
    ]
    found = total(rows)
    assert (found["boots"], found["buildable_boots"]) == (2, 1)
    assert (found["operations_declared"], found["questions_median"]) == (7, 2)


def test_columns_are_aligned() -> None:
    lines = table([{"feature": "a", "boots": True}, {"feature": "much longer"}]).split("\n")
    assert len({len(line) for line in lines}) == 1
