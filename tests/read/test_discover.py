import os
from pathlib import Path

import pytest

from backwright.read.discover import Project, find
from backwright.read.roles import Role


def lay(root: Path, *paths: str, **texts: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(texts.get("text", "# x\n"))


def roles(project: Project) -> dict[str, Role]:
    return {each.path: each.role for each in project.features[0].files}


@pytest.mark.parametrize(
    "folder",
    [
        "specs/003-orders",
        "docs/features/003-orders",
        "phase-2/specs/003-orders",
        "phase3/specs/003-orders",
        "apps/shop/specs/003-orders",
        "orders",
    ],
)
def test_layouts(tmp_path: Path, folder: str) -> None:
    lay(tmp_path, f"{folder}/spec.md", "README.md", "node_modules/x/spec.md", ".git/spec.md")
    assert [each.folder for each in find(tmp_path).features] == [folder]


def test_a_folder_with_contracts_and_a_data_model_is_a_feature(tmp_path: Path) -> None:
    lay(tmp_path, "specs/a/data-model.md", "specs/a/contracts/a.yaml", "specs/b/data-model.md")
    assert [each.folder for each in find(tmp_path).features] == ["specs/a"]


def test_the_root_itself_may_be_a_feature(tmp_path: Path) -> None:
    lay(tmp_path, "spec.md", "contracts/a.yaml", "src/notes.md")
    (feature,) = find(tmp_path).features
    assert feature.folder == ""
    assert [each.path for each in feature.files] == ["spec.md", "contracts/a.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        "specs/003-orders",
        "specs/003-orders/",
        "./specs/003-orders",
        "specs/003-orders/spec.md",
        "003-orders",
        "orders",
        "Orders",
        "003",
        "specs\\003-orders",
    ],
)
def test_a_feature_has_many_names(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "specs/003-orders/spec.md", "specs/004-returns/spec.md")
    project = find(tmp_path, name)
    assert [each.folder for each in project.features] == ["specs/003-orders"]
    assert project.diagnostics == ()


def test_an_absolute_path_names_it_too(tmp_path: Path) -> None:
    lay(tmp_path, "specs/003-orders/spec.md")
    project = find(tmp_path, str(tmp_path / "specs" / "003-orders" / "spec.md"))
    assert [each.name for each in project.features] == ["003-orders"]


def test_files_have_roles_and_an_order(tmp_path: Path) -> None:
    base = "specs/001-a"
    lay(
        tmp_path,
        f"{base}/tasks.md",
        f"{base}/plan.md",
        f"{base}/contracts/b.yaml",
        f"{base}/contracts/a.md",
        f"{base}/contracts/deep/c.json",
        f"{base}/contracts/d.txt",
        f"{base}/data-model.md",
        f"{base}/research.md",
        f"{base}/checklists/requirements.md",
        f"{base}/spec.md",
        f"{base}/logo.png",
        ".specify/memory/constitution.md",
        "backend/CLAUDE.md",
    )
    assert list(roles(find(tmp_path, "001-a")).items()) == [
        (f"{base}/spec.md", Role.SPEC),
        (f"{base}/data-model.md", Role.DATA_MODEL),
        (f"{base}/contracts/a.md", Role.CONTRACT),
        (f"{base}/contracts/b.yaml", Role.CONTRACT),
        (f"{base}/contracts/deep/c.json", Role.CONTRACT),
        (f"{base}/plan.md", Role.PLAN),
        (f"{base}/tasks.md", Role.TASKS),
        (f"{base}/checklists/requirements.md", Role.OTHER),
        (f"{base}/research.md", Role.OTHER),
        ("backend/CLAUDE.md", Role.STANDARDS),
        (".specify/memory/constitution.md", Role.STANDARDS),
    ]


def test_a_general_claude_md_counts_only_if_it_is_about_the_backend(tmp_path: Path) -> None:
    lay(tmp_path, "specs/a/spec.md")
    lay(tmp_path, "CLAUDE.md", text="Be brief.\n")
    assert find(tmp_path).standards == ()
    lay(tmp_path, "CLAUDE.md", text="We use FastAPI.\n")
    assert find(tmp_path).standards == ("CLAUDE.md",)
    lay(tmp_path, "backend/CLAUDE.md")
    assert find(tmp_path).standards == ("backend/CLAUDE.md",)


@pytest.mark.parametrize(
    ("files", "plan", "folder"),
    [
        (["backend/CLAUDE.md"], "", "backend"),
        (["backend/app/main.py"], "src/ only", "backend"),
        ([], "```\nbackend/\n├── app/\n```", "backend"),
        ([], "```\n├── server/   # FastAPI\n```", "server"),
        ([], "code in backend/src/api", "backend"),
        ([], "src/", ""),
    ],
)
def test_where_output_goes(tmp_path: Path, files: list[str], plan: str, folder: str) -> None:
    lay(tmp_path, "specs/001-a/spec.md", *files)
    lay(tmp_path, "specs/001-a/plan.md", text=plan)
    output = find(tmp_path, "001-a").output
    assert output.folder == folder
    assert output.reason


def test_output_stays_in_the_sub_project(tmp_path: Path) -> None:
    lay(tmp_path, "phase3/specs/001-a/spec.md", "phase3/backend/x.py")
    assert find(tmp_path, "001-a").output.folder == "phase3/backend"


def test_an_unknown_feature_names_the_nearest(tmp_path: Path) -> None:
    lay(tmp_path, "specs/003-orders/spec.md")
    project = find(tmp_path, "003-order")
    assert project.features == ()
    (told,) = project.diagnostics
    assert told.code == "BW108"
    assert "003-orders" in told.message


def test_a_name_that_fits_several_is_not_guessed(tmp_path: Path) -> None:
    lay(tmp_path, "specs/003-orders/spec.md", "phase-2/specs/001-orders/spec.md")
    project = find(tmp_path, "orders")
    assert project.features == ()
    assert [each.code for each in project.diagnostics] == ["BW109"]
    assert "phase-2/specs/001-orders" in project.diagnostics[0].message


def test_empty_folders(tmp_path: Path) -> None:
    assert [each.code for each in find(tmp_path).diagnostics] == ["BW110"]
    (tmp_path / "specs" / "001-a").mkdir(parents=True)
    assert [each.code for each in find(tmp_path, "specs/001-a").diagnostics] == ["BW111"]


@pytest.mark.parametrize("name", ["", "..", "../..", "/etc", "a\0b", "x" * 5000])
def test_odd_names_find_nothing(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "specs/001-a/spec.md")
    project = find(tmp_path, name)
    assert project.features == ()
    assert project.diagnostics


def test_a_folder_that_may_not_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, "specs/001-a/spec.md", "specs/002-b/spec.md")
    listed = os.scandir

    def guarded(path: str | os.PathLike[str]) -> object:
        if str(path).endswith("002-b"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", guarded)
    project = find(tmp_path)
    assert [each.folder for each in project.features] == ["specs/001-a"]
    assert [each.code for each in project.diagnostics] == ["BW112"]
    assert "specs/002-b" in project.diagnostics[0].message
