"""The verbs beside `implement`: what they tell, what they write, how they end."""

import json
from pathlib import Path

import pytest

from backwright.cli.main import main
from backwright.diagnostics.catalogue import DECLARED
from backwright.emit.write.running import alone
from tests.cli.conftest import FEATURE, Command, feature
from tests.emit.write.trees import tree

ACCEPT = ("--accept-defaults", "--no-tests")


@pytest.fixture
def built(project: Path, run: Command) -> Path:
    """The project with its backend."""
    assert run(project, "implement", FEATURE, *ACCEPT).status == 0
    return project


def test_a_bare_command_in_an_empty_folder_points_to_init(tmp_path: Path, run: Command) -> None:
    said = run(tmp_path)
    assert said.status == 2
    assert "backwright init" in said.out


def test_a_bare_command_says_what_is_here_and_what_is_next(project: Path, run: Command) -> None:
    said = run(project)
    assert said.status == 0
    assert f"{FEATURE}  new" in said.out
    assert said.out.rstrip().endswith(f"backwright implement {FEATURE}")


def test_states_follow_the_files(built: Path, run: Command) -> None:
    assert f"{FEATURE}  implemented" in run(built).out
    spec = built / FEATURE / "spec.md"
    spec.write_text(spec.read_text("utf-8") + "- **FR-004**: Notes MUST have a date.\n", "utf-8")
    assert f"{FEATURE}  changed" in run(built).out
    document = run(built, "--format", "json").document
    assert [each["state"] for each in document["features"]] == ["changed"]


def test_init_lays_down_an_example_once(tmp_path: Path, run: Command) -> None:
    said = run(tmp_path, "init")
    assert said.status == 0
    assert (tmp_path / "backend/CLAUDE.md").is_file()
    (spec,) = tmp_path.glob("specs/*/spec.md")
    assert len(spec.read_text("utf-8").splitlines()) < 50
    spec.write_text("# Mine\n", "utf-8")
    before = tree(tmp_path)
    assert run(tmp_path, "init").status == 0
    assert tree(tmp_path) == before


def test_init_keeps_what_stands(tmp_path: Path, run: Command) -> None:
    (tmp_path / "backend").mkdir()
    (tmp_path / "backend/CLAUDE.md").write_text("# Mine\n", "utf-8")
    said = run(tmp_path, "init", "--format", "json")
    assert said.status == 0
    assert "backend/CLAUDE.md" not in said.document["laid"]
    assert (tmp_path / "backend/CLAUDE.md").read_text("utf-8") == "# Mine\n"


def test_init_does_not_lay_an_example_among_begun_specifications(
    tmp_path: Path, run: Command
) -> None:
    (tmp_path / "specs/001-mine").mkdir(parents=True)
    said = run(tmp_path, "init", "--format", "json")
    assert said.status == 2
    assert said.codes[-1] == "BW608"
    assert not (tmp_path / "backend").exists()


def test_what_init_lays_down_can_be_planned(tmp_path: Path, run: Command) -> None:
    run(tmp_path, "init")
    before = tree(tmp_path)
    said = run(tmp_path, "plan", "--format", "json")
    assert said.status == 0
    assert said.document["operations"]
    assert tree(tmp_path) == before


def test_plan_tells_operations_models_and_files(project: Path, run: Command) -> None:
    before = tree(project)
    said = run(project, "plan", FEATURE)
    assert said.status == 0
    assert "/api/notes" in said.out
    assert "Note (notes)" in said.out
    assert "+ app/main.py" in said.out
    assert run(project, "plan", FEATURE, "--check").status == 1
    assert tree(project) == before


def test_document_before_implement_says_so(project: Path, run: Command) -> None:
    said = run(project, "document", "--format", "json")
    assert said.status == 2
    assert said.codes == ["BW609"]


def test_document_writes_the_matrix_again(built: Path, run: Command) -> None:
    report = built / ".backwright/reports/001-notes.md"
    whole = report.read_text("utf-8")
    for part in ("FR-001", "FR-003", "| state | statements |", "backend/app/notes/", "## Decided"):
        assert part in whole
    report.unlink()
    said = run(built, "document")
    assert report.read_text("utf-8") == whole
    assert ".backwright/reports/001-notes.md" in said.out


def test_decisions_are_told(built: Path, run: Command) -> None:
    said = run(built, "decisions")
    assert said.status == 0
    assert "invalid_status" in said.out
    document = run(built, "decisions", "--format", "json").document
    assert {each["by"] for each in document["decisions"]} == {"default"}


def test_no_decisions_are_told_as_such(project: Path, run: Command) -> None:
    said = run(project, "decisions")
    assert said.status == 0
    assert "nothing yet" in said.out


def test_every_code_is_declared_once_and_explained(tmp_path: Path, run: Command) -> None:
    codes = [each.code for each in DECLARED]
    assert len(set(codes)) == len(codes)
    for each in DECLARED:
        said = run(tmp_path, "explain", each.code.lower())
        assert said.status == 0
        assert each.code in said.out
        assert each.page.strip()


def test_a_statement_is_explained_with_its_code(built: Path, run: Command) -> None:
    said = run(built, "explain", "FR-002")
    assert said.status == 0
    assert f"{FEATURE}/spec.md:8" in said.out
    assert "backend/app/notes/models.py:" in said.out
    document = run(built, "explain", "fr-002", "--format", "json").document
    (trace,) = document["statements"]
    assert trace["line"]["statement"]["id"] == "FR-002"
    assert trace["code"]


def test_a_question_is_explained_with_what_it_changes(built: Path, run: Command) -> None:
    said = run(built, "explain", "invalid_status")
    assert said.status == 0
    assert "POST /api/notes: 400" in said.out
    assert "took 422" in said.out


def test_what_nobody_knows_is_told_with_what_is_near(built: Path, run: Command) -> None:
    said = run(built, "explain", "FR-02", "--format", "json")
    assert said.status == 2
    assert "FR-002" in said.document["diagnostics"][0]["message"]


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("implement", "--nonsense"), ("explain",), ("plan", "--only", "nonsense"),
     ("implement", "--format", "xml")],
)  # fmt: skip
def test_what_makes_no_sense_ends_with_two(
    arguments: tuple[str, ...], tmp_path: Path, run: Command
) -> None:
    said = run(tmp_path, *arguments)
    assert said.status == 2
    assert "BW601" in said.err
    assert not said.out


def test_usage_errors_are_one_document_too(tmp_path: Path, run: Command) -> None:
    said = run(tmp_path, "implement", "--nonsense", "--format", "json")
    assert said.status == 2
    assert said.codes == ["BW601"]


def test_several_features_need_a_name(project: Path, run: Command) -> None:
    feature(project, "specs/002-other")
    said = run(project, "implement", "--format", "json", *ACCEPT)
    assert said.status == 2
    assert said.codes == ["BW605"]


@pytest.mark.parametrize("name", [FEATURE, f"{FEATURE}/spec.md", "001-notes", "notes", "001"])
def test_a_feature_is_named_in_many_ways(name: str, project: Path, run: Command) -> None:
    said = run(project, "discover", name, "--format", "json")
    assert said.status == 0
    assert [each["folder"] for each in said.document["features"]] == [FEATURE]


def test_a_defect_is_told_as_one(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("never thought of")

    monkeypatch.chdir(project)
    monkeypatch.setattr("backwright.driver.emit", broken)
    status = main(["implement", FEATURE, "--format", "json", *ACCEPT])
    captured = capsys.readouterr()
    assert status == 2
    assert [each["code"] for each in json.loads(captured.out)["diagnostics"]] == ["BW612"]
    assert "never thought of" in captured.err
    assert not (project / "backend/app").exists()


def test_interrupted_ends_with_130(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(project)
    monkeypatch.setattr("backwright.driver.emit", interrupted)
    assert main(["implement", FEATURE, *ACCEPT]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_two_at_once_do_not_meet(project: Path, run: Command) -> None:
    with alone(project / ".backwright"):
        said = run(project, "implement", FEATURE, "--format", "json", *ACCEPT)
    assert said.status == 2
    assert "BW556" in said.codes
    assert not (project / "backend/app").exists()


def test_the_demo_goes_into_an_empty_folder_only(project: Path, run: Command) -> None:
    before = tree(project)
    said = run(project, "demo", "backend", "--format", "json")
    assert said.status == 2
    assert said.codes == ["BW611"]
    assert tree(project) == before


def test_discover_says_which_file_was_not_read(project: Path, run: Command) -> None:
    broken = project / FEATURE / "contracts/broken.yaml"
    broken.write_text("openapi: 3.1.0\npaths:\n  /api/x: {get\n", "utf-8")
    said = run(project, "discover", FEATURE)
    [line] = [each for each in said.out.split("\n") if "broken.yaml  " in each]
    assert line.endswith("not read, see below")
