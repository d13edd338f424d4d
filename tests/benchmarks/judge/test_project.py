import json
from pathlib import Path

from benchmarks.judge.project import copy, features, inputs, labels


def lay(root: Path, *files: str) -> Path:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("text\n")
    return root


def test_every_folder_with_a_spec_is_a_feature(tmp_path: Path) -> None:
    root = lay(
        tmp_path, "shop/specs/001-a/spec.md", "shop/backend/CLAUDE.md", "b/docs/features/2/spec.md"
    )
    found = {each.folder: (each.project, each.inside) for each in features(root)}
    assert found == {
        "shop/specs/001-a": ("shop", "specs/001-a"),
        "b/docs/features/2": ("b", "docs/features/2"),
    }


def test_an_index_decides_and_a_project_may_be_nested(tmp_path: Path) -> None:
    root = lay(tmp_path, "x/inner/.specify/a.md", "x/inner/specs/1/spec.md", "x/specs/2/spec.md")
    (root / "index.json").write_text(json.dumps([{"folder": "x/inner/specs/1", "repo": "o/x"}]))
    (found,) = features(root)
    assert (found.repo, found.project, found.inside) == ("o/x", "x/inner", "specs/1")


def test_the_project_is_copied_with_its_standards(tmp_path: Path) -> None:
    root = lay(tmp_path / "in", "x/specs/1/spec.md", "x/backend/CLAUDE.md", "y/specs/2/spec.md")
    feature = next(each for each in features(root) if each.folder == "x/specs/1")
    target = copy(root, feature, tmp_path / "out")
    assert (target / "specs/1/spec.md").is_file()
    assert (target / "backend/CLAUDE.md").is_file()
    assert [each.name for each in inputs(root, feature)] == ["CLAUDE.md", "spec.md"]


def test_labels_belong_to_their_folder(tmp_path: Path) -> None:
    root = lay(tmp_path, "x/specs/1/spec.md", "x/specs/2/spec.md")
    (root / "labels.json").write_text(json.dumps([{"folder": "x/specs/1", "id": "FR-1"}]))
    first, second = features(root)
    assert labels(root, first) == [{"folder": "x/specs/1", "id": "FR-1"}]
    assert labels(root, second) is None
