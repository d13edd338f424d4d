"""`implement`, through the front door."""

import json
import os
import re
import stat
import tomllib
from pathlib import Path

import pytest

from benchmarks.judge import figures
from tests.cli.conftest import FEATURE, SPEC, Command, feature
from tests.emit.write.trees import tree

QUIET = ("--no-tests",)
WRITTEN = (
    "backend/app/main.py",
    ".backwright/lock.json",
    ".backwright/decisions.toml",
    ".backwright/pristine/app/main.py",
    ".backwright/reports/001-notes.md",
)
JSON = (*QUIET, "--format", "json")
ACCEPT = (*JSON, "--accept-defaults")


def test_a_backend_is_written_with_its_state(project: Path, run: Command) -> None:
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert said.status == 0
    assert said.document["written"]
    for path in WRITTEN:
        assert (project / path).is_file(), path
    decided = tomllib.loads((project / ".backwright/decisions.toml").read_text("utf-8"))
    assert {each["by"] for each in decided["decision"]} == {"default"}


def test_the_document_has_what_judges_read(project: Path, run: Command) -> None:
    said = run(project, "implement", FEATURE, *ACCEPT).document
    states = figures.states(said, FEATURE)
    assert sum(states.values()) > 0
    counts, _ = figures.requirements(said, FEATURE, None)
    assert counts["requirements_backend"] == 3
    count, missing, kinds = figures.without_origin(said, project)
    assert (count, missing) == (0, [])
    assert kinds["span"] > 0
    assert said["conserved"] is True
    assert said["uncounted"] == []
    assert said["output"] == "backend"
    assert said["exit"] == 0
    assert {each["role"] for each in said["files"]} >= {"spec", "data_model", "contract"}
    assert {each["method"] for each in figures.part(said, "operations")} == {"GET", "POST"}
    assert all({"code", "kind", "blocking", "default"} <= each.keys() for each in said["questions"])


def test_the_second_run_writes_nothing(project: Path, run: Command) -> None:
    run(project, "implement", FEATURE, *ACCEPT)
    before = {each: each.stat().st_mtime_ns for each in project.rglob("*") if each.is_file()}
    said = run(project, "implement", FEATURE, *JSON)
    assert said.status == 0
    assert {each["action"] for each in said.document["changes"]} == {"keep"}
    assert {each: each.stat().st_mtime_ns for each in before} == before
    text = run(project, "implement", FEATURE, *QUIET)
    assert "nothing to write" in text.out


def test_the_key_is_private_random_and_ignored(project: Path, run: Command) -> None:
    said = run(project, "implement", FEATURE, *ACCEPT)
    env = project / "backend/.env"
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    assert ".env" in (project / "backend/.gitignore").read_text("utf-8").split()
    assert not (project / ".backwright/pristine/.env").exists()
    changes = {each["path"]: each for each in said.document["changes"]}
    assert changes[".env"]["private"]


def test_open_questions_stop_it_before_anything_is_written(project: Path, run: Command) -> None:
    before = tree(project)
    said = run(project, "implement", FEATURE, *QUIET)
    assert said.status == 1
    assert "--accept-defaults" in said.out
    assert tree(project) == before


def test_an_answer_decides_and_is_remembered(project: Path, run: Command) -> None:
    answer = ("--answer", "invalid_status=400")
    said = run(project, "implement", FEATURE, *ACCEPT, *answer)
    assert said.status == 0
    decided = tomllib.loads((project / ".backwright/decisions.toml").read_text("utf-8"))
    made = {each["code"]: each for each in decided["decision"]}
    assert made["invalid_status"]["option"] == "400"
    assert made["invalid_status"]["by"] == "command line"
    again = run(project, "implement", FEATURE, *JSON).document
    assert {each["action"] for each in again["changes"]} == {"keep"}


@pytest.mark.parametrize(
    ("answer", "code"),
    [("nonsense=1", "BW606"), ("invalid_status=999", "BW607"), ("invalid_status", "BW606")],
)
def test_wrong_answers_are_told(answer: str, code: str, project: Path, run: Command) -> None:
    before = tree(project)
    said = run(project, "implement", FEATURE, *ACCEPT, "--answer", answer)
    assert said.status == 2
    assert said.codes == [code]
    assert tree(project) == before


@pytest.mark.parametrize("flag", ["--dry-run", "--diff", "--check"])
def test_looking_writes_nothing(flag: str, project: Path, run: Command) -> None:
    before = tree(project)
    said = run(project, "implement", FEATURE, *QUIET, "--accept-defaults", flag)
    assert said.status == (1 if flag == "--check" else 0)
    assert "app/main.py" in said.out
    assert tree(project) == before


def test_a_difference_can_be_applied(project: Path, run: Command) -> None:
    out = run(project, "implement", FEATURE, *QUIET, "--accept-defaults", "--diff").out
    assert "+++ b/app/main.py" in out
    assert re.search(r"^\+app = ", out, re.MULTILINE)
    assert "KEY=" not in out


def imports(file: Path) -> list[str]:
    if file.suffix != ".py":
        return []
    found = re.findall(r"^from (app[\w.]*) import", file.read_text("utf-8"), re.MULTILINE)
    return [each.replace(".", "/") for each in found]


@pytest.mark.parametrize("part", ["models", "schemas", "routes", "tests"])
def test_a_part_comes_with_what_it_imports(part: str, project: Path, run: Command) -> None:
    said = run(project, "implement", FEATURE, *ACCEPT, "--only", part)
    assert said.status == 0
    there = {path for path in tree(project / "backend") if path != "CLAUDE.md"}
    assert "pyproject.toml" not in there
    assert ("app/notes/router.py" in there) is (part in {"routes", "tests"})
    assert ("app/notes/schemas.py" in there) is (part != "models")
    if part == "models":
        assert "app/core/db.py" in there
    imported = {each for path in there for each in imports(project / "backend" / path)}
    missing = [e for e in imported if not {f"{e}.py", f"{e}/__init__.py"} & there]
    assert missing == []


def test_a_part_removes_nothing_and_the_whole_follows(project: Path, run: Command) -> None:
    run(project, "implement", FEATURE, *ACCEPT)
    whole = tree(project)
    said = run(project, "implement", FEATURE, *ACCEPT, "--only", "models").document
    assert {each["action"] for each in said["changes"]} == {"keep"}
    assert tree(project) == whole


def test_parts_one_after_another_make_the_whole(
    project: Path, run: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run(project, "implement", FEATURE, *ACCEPT, "--only", "models")
    run(project, "implement", FEATURE, *ACCEPT)
    other = tmp_path_factory.mktemp("other")
    feature(other)
    (other / "backend").mkdir()
    (other / "backend/CLAUDE.md").write_text((project / "backend/CLAUDE.md").read_text("utf-8"))
    run(other, "implement", FEATURE, *ACCEPT)
    assert tree(project) == tree(other)


def test_output_may_be_named(project: Path, run: Command) -> None:
    said = run(project, "implement", FEATURE, *ACCEPT, "--output", "server")
    assert said.status == 0
    assert (project / "server/app/main.py").is_file()
    again = run(project, "implement", FEATURE, *JSON).document
    assert again["output"] == "server"
    assert {each["action"] for each in again["changes"]} == {"keep"}


def test_changes_by_hand_stay(project: Path, run: Command) -> None:
    run(project, "implement", FEATURE, *ACCEPT)
    main = project / "backend/app/main.py"
    main.write_text(main.read_text("utf-8") + "\nMINE = 1\n", "utf-8")
    spec = project / FEATURE / "spec.md"
    spec.write_text(SPEC.replace("100 characters", "90 characters"), "utf-8")
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert said.status == 0
    assert main.read_text("utf-8").endswith("\nMINE = 1\n")
    assert "90" in (project / "backend/app/notes/models.py").read_text("utf-8")


def test_uncommitted_work_in_the_output_folder_stays(project: Path, run: Command) -> None:
    mine = project / "backend/app/main.py"
    mine.parent.mkdir()
    mine.write_text("UNCOMMITTED = 'work'\n", "utf-8")
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert said.status == 1
    assert "BW551" in said.codes
    assert mine.read_text("utf-8") == "UNCOMMITTED = 'work'\n"
    assert (project / "backend/app/main.py.backwright-new").is_file()


def test_a_feature_that_is_gone_takes_its_code_along(project: Path, run: Command) -> None:
    feature(project, "specs/002-more")
    text = (project / "specs/002-more/contracts/api.yaml").read_text("utf-8")
    text = text.replace("notes", "memos").replace("Note", "Memo")
    (project / "specs/002-more/contracts/api.yaml").write_text(text, "utf-8")
    model = (project / "specs/002-more/data-model.md").read_text("utf-8")
    (project / "specs/002-more/data-model.md").write_text(model.replace("Note", "Memo"), "utf-8")
    run(project, "implement", FEATURE, *ACCEPT)
    run(project, "implement", "specs/002-more", *ACCEPT)
    assert (project / "backend/app/memos/models.py").is_file()
    assert (project / "backend/app/notes/models.py").is_file()
    for file in sorted((project / "specs/002-more").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (project / "specs/002-more").rmdir()
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert "BW562" in said.codes
    assert not (project / "backend/app/memos/models.py").exists()
    assert (project / "backend/app/notes/models.py").is_file()


def test_what_cannot_be_written_is_told(project: Path, run: Command) -> None:
    (project / ".backwright").write_text("a file\n", "utf-8")
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert said.status == 2
    assert said.codes[0] in {"BW550", "BW555"}


def test_a_damaged_lock_is_never_taken_for_an_empty_one(project: Path, run: Command) -> None:
    run(project, "implement", FEATURE, *ACCEPT)
    lock = project / ".backwright/lock.json"
    lock.write_text("<<<<<<< mine\n" + lock.read_text("utf-8"), "utf-8")
    before = tree(project)
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert said.status == 2
    assert "BW550" in said.codes
    assert tree(project) == before


def test_text_is_calm_and_ends_with_what_is_next(project: Path, run: Command) -> None:
    said = run(project, "implement", FEATURE, *QUIET, "--accept-defaults")
    labels = [line.split("  ")[0].strip() for line in said.out.split("\n") if line[:1].strip()]
    assert labels[:2] == ["following", "read"]
    assert "next" in labels[-1:]
    assert "\x1b" not in said.out + said.err
    rows = [line for line in said.out.split("\n") if re.match(r"[a-z]+ +\S", line)]
    assert all(line[11] == " " and line[12] != " " for line in rows)


def test_the_same_input_gives_the_same_bytes(
    project: Path, run: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = run(project, "implement", FEATURE, *ACCEPT)
    other = tmp_path_factory.mktemp("other")
    for path, text in tree(project).items():
        if not path.startswith((".backwright", "backend/")) or path == "backend/CLAUDE.md":
            (other / path).parent.mkdir(parents=True, exist_ok=True)
            (other / path).write_text(text, "utf-8")
    second = run(other, "implement", FEATURE, *ACCEPT)
    assert json.dumps(first.document) == json.dumps(second.document)
    assert tree(project) == tree(other)


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_an_output_folder_that_is_a_link_out_is_refused(
    project: Path, run: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (project / "backend/CLAUDE.md").unlink()
    (project / "backend").rmdir()
    (project / "backend").symlink_to(outside, target_is_directory=True)
    said = run(project, "implement", FEATURE, *ACCEPT)
    assert said.status == 2
    assert "BW560" in said.codes
    assert tree(outside) == {}


def test_what_its_tests_refute_is_put_back(project: Path, run: Command) -> None:
    assert run(project, "implement", FEATURE, *ACCEPT).status == 0
    service = project / "backend/app/notes/service.py"
    service.write_text(service.read_text("utf-8").replace("session.add(note)", "pass"), "utf-8")
    spec = project / FEATURE / "spec.md"
    spec.write_text(spec.read_text("utf-8") + "- **FR-004**: Notes MUST have a date.\n", "utf-8")
    before = tree(project)
    said = run(project, "implement", FEATURE, "--accept-defaults", "--format", "json")
    assert (said.status, said.codes[-1]) == (1, "BW564")
    assert not said.document["written"]
    assert tree(project) == before
    told = run(project, "implement", FEATURE, "--accept-defaults").out
    assert "put back" in told
    assert "FAILED tests/" in told
    assert run(project, "implement", FEATURE, *ACCEPT).document["written"]
