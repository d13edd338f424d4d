import argparse
import json
from pathlib import Path

import pytest

from benchmarks import corpus, synthetic
from benchmarks.judge import project


def test_a_row_is_kept_until_an_input_changes(tmp_path: Path) -> None:
    folder = synthetic.write(tmp_path / "made", 10)
    (feature,) = project.features(tmp_path)
    before = corpus.fingerprint(tmp_path, feature, "tests", "product")
    assert corpus.fingerprint(tmp_path, feature, "tests", "product") == before
    assert corpus.fingerprint(tmp_path, feature, "tests", "changed product") != before
    (folder / "spec.md").write_text("# Other\n")
    assert corpus.fingerprint(tmp_path, feature, "tests", "product") != before


def test_a_feature_s_failure_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synthetic.write(tmp_path / "good", 10)
    synthetic.write(tmp_path / "bad", 10)

    def judged(_: Path, feature: project.Feature, *__: str) -> dict[str, object]:
        if feature.project == "bad":
            raise RuntimeError("no disk")
        return {"feature": feature.folder, "boots": True}

    monkeypatch.setattr(corpus, "judged", judged)
    options = argparse.Namespace(feature=None, until="tests", jobs=2)
    found = corpus.report(tmp_path, options)
    assert found["totals"]["features"] == 2
    assert found["totals"]["boots"] == 1
    assert "no disk" in json.dumps(found["rows"])
