"""Which operations would answer in place of another."""

from dataclasses import replace

from backwright.contract.operations import Operation
from backwright.plan.hiding import Hiding
from tests.contracts.board import CONTRACT

ANY = CONTRACT.operations[0]


def at(path: str, method: str = "GET") -> Operation:
    return replace(ANY, id=path, path=path, method=method)


ROW = at("/tasks/{task_id}")
STATS = at("/tasks/stats")
OTHERS = (at("/tasks"), at("/tasks/{id}/lines"), at("/notes/{id}"), at("/tasks/{id}", "PUT"))


def test_a_parameter_takes_every_word() -> None:
    assert Hiding((*OTHERS, ROW, STATS)).of(STATS) == (ROW,)


def test_a_word_takes_no_parameter_and_a_path_does_not_hide_itself() -> None:
    assert Hiding((*OTHERS, ROW, STATS)).of(ROW) == ()


def test_parameters_of_other_names_are_the_same_path() -> None:
    assert Hiding((ROW, at("/tasks/{id}"))).of(ROW) == ()


def test_each_takes_where_words_and_parameters_cross() -> None:
    one, other = at("/{kind}/stats"), at("/tasks/{task_id}")
    both = Hiding((one, other))

    assert set(both.of(STATS)) == {one, other}
    assert both.of(one) == both.of(other) == ()
