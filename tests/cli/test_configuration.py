"""`[tool.backwright]`: keys equal to flags, and the command line wins."""

from pathlib import Path

import pytest

from tests.cli.conftest import FEATURE, Command
from tests.emit.write.trees import tree


def configure(root: Path, text: str) -> None:
    (root / "pyproject.toml").write_text(
        f"[project]\nname = 'x'\n\n[tool.backwright]\n{text}", "utf-8"
    )


def test_keys_are_flags(project: Path, run: Command) -> None:
    configure(project, 'accept-defaults = true\nno-tests = true\nformat = "json"\noutput = "srv"\n')
    said = run(project, "implement", FEATURE)
    assert said.status == 0
    assert said.document["output"] == "srv"
    assert (project / "srv/app/main.py").is_file()


def test_the_command_line_wins(project: Path, run: Command) -> None:
    configure(project, 'accept-defaults = true\ntests = false\nformat = "json"\noutput = "srv"\n')
    said = run(project, "implement", FEATURE, "--output", "other", "--format", "text")
    assert said.out.startswith("following")
    assert (project / "other/app/main.py").is_file()


def test_a_flag_of_the_configuration_can_be_taken_back(project: Path, run: Command) -> None:
    configure(project, "accept-defaults = true\ntests = false\n")
    before = tree(project)
    assert run(project, "implement", FEATURE, "--no-accept-defaults").status == 1
    assert tree(project) == before


def test_answers_may_be_a_table(project: Path, run: Command) -> None:
    configure(project, 'tests = false\naccept-defaults = true\n[tool.backwright.answer]\n'
                       'invalid_status = "400"\n')  # fmt: skip
    said = run(project, "implement", FEATURE, "--format", "json")
    decided = {each["code"]: each["option"] for each in said.document["decisions"]}
    assert decided["invalid_status"] == "400"


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("accept-default = true\n", ("BW603", 5), "'accept-defaults'"),
        ("\naccept_defaults = true\n", ("BW603", 6), "'accept-defaults'"),
        ('accept-defaults = "yes"\n', ("BW604", 5), "true or false"),
        ('format = "xml"\n', ("BW604", 5), "'json'"),
        ('only = ["models", "nonsense"]\n', ("BW604", 5), "models"),
        ("answer = 3\n", ("BW604", 5), "CODE=OPTION"),
        ("output = 3\n", ("BW604", 5), "a text"),
        ("output = \n", ("BW602", 1), "line 5"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, place: tuple[str, int], word: str, project: Path, run: Command
) -> None:
    configure(project, text)
    said = run(project, "discover", "--format", "json")
    assert said.status == 2
    (problem,) = said.document["diagnostics"]
    assert (problem["code"], problem["spans"][0]["line"]) == place
    assert problem["spans"][0]["file"] == "pyproject.toml"
    assert word in problem["message"] + problem["help"]


def test_other_tables_are_none_of_our_business(project: Path, run: Command) -> None:
    (project / "pyproject.toml").write_text("[tool.other]\nnonsense = 1\n", "utf-8")
    assert run(project, "discover").status == 0
