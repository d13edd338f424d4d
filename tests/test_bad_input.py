"""Bad input through the front door: a clear word with file, line and cure; nothing half-written."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CONTRACT, FEATURE, MODEL, SPEC, feature
from tests.emit.write.trees import tree

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = "import sys; from backwright.cli.main import main; sys.exit(main())"
SECONDS = 20
"""Far more than any of these needs on a busy machine."""


@dataclass(frozen=True, slots=True)
class Said:
    status: int
    document: Any
    seconds: float

    def diagnostic(self, code: str) -> dict[str, Any]:
        found = {each["code"]: each for each in self.document["diagnostics"]}
        assert code in found, list(found)
        one: dict[str, Any] = found[code]
        assert one["help"]
        return one

    def place(self, code: str) -> str:
        span = self.diagnostic(code)["spans"][0]
        return f"{span['file']}:{span['line']}"


def implement(root: Path, *more: str, before: Callable[[], None] | None = None) -> Said:
    command = [sys.executable, "-c", PRODUCT, "implement", *(more or (FEATURE,))]
    command += ["--accept-defaults", "--no-tests", "--format", "json"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=root, env=variables, capture_output=True, text=True, check=False,
        timeout=4 * SECONDS, preexec_fn=before,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return Said(done.returncode, json.loads(done.stdout), time.monotonic() - start)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    feature(tmp_path)
    (tmp_path / "backend").mkdir()
    (tmp_path / "backend/CLAUDE.md").write_text("# Backend\n\nFastAPI.\n", "utf-8")
    return tmp_path


def contract(root: Path, text: str) -> None:
    (root / FEATURE / "contracts/api.yaml").write_text(text, "utf-8")


def spec(root: Path, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    (root / FEATURE / "spec.md").write_bytes(data)


BOMB = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("openapi: 3.0.3\npaths:\n  /a: {get\n", "BW113", 4),
        ("openapi: 3.0.3\npaths:\n\t/a: 1\n", "BW113", 3),
        ("openapi: 3.0.3\n" + BOMB, "BW115", 0),
        ("openapi: 3.0.3\npaths: " + "[" * 5000, "BW113", 2),
        ("openapi: 3.0.3\nx: \0\n", "BW106", 2),
        ("openapi: 3.0.3\n" + "# filler\n" * 600_000, "BW105", 1),
    ],
    ids=["flow", "tab", "alias bomb", "deep", "nul", "enormous"],
)
def test_broken_contracts_are_told_and_the_rest_is_built(
    text: str, code: str, line: int, project: Path
) -> None:
    contract(project, text)
    said = implement(project)
    file, _, number = said.place(code).rpartition(":")
    assert file == f"{FEATURE}/contracts/api.yaml"
    assert not line or int(number) == line
    assert said.status in {1, 2}


def test_markdown_of_fifty_megabytes_is_not_read(project: Path) -> None:
    spec(project, SPEC + "- **FR-009**: System MUST do something.\n" * 1_250_000)
    said = implement(project)
    assert said.place("BW105") == f"{FEATURE}/spec.md:1"
    assert said.status == 1


@pytest.mark.parametrize(
    "text",
    ["> " * 20_000 + "x\n", "[" * 50_000 + "\n", "*a " * 50_000 + "\n", "`" * 50_000 + "\n",
     "| a " * 20_000 + "|\n" + "|---" * 20_000 + "|\n", "- " * 10_000 + "x\n", "<" * 50_000 + "\n",
     "**FR-1**: System MUST " + "and not " * 20_000 + "\n", "(" * 30_000 + ")" * 30_000 + "\n",
     "a" * 200_000 + "\n", "- **FR-001**: " + "System MUST be a b c, " * 5_000 + "\n"],
    ids=["quotes", "brackets", "stars", "ticks", "table", "bullets", "angles", "sentence",
         "parentheses", "letters", "clauses"],
)  # fmt: skip
def test_markdown_that_is_meant_to_hurt_takes_no_time(text: str, project: Path) -> None:
    spec(project, SPEC + "\n" + text)
    said = implement(project)
    assert said.document["conserved"]


def test_nul_bytes_in_markdown_are_told_with_their_line(project: Path) -> None:
    spec(project, SPEC.encode() + b"\0\n")
    said = implement(project)
    line = SPEC.count("\n") + 1
    assert said.place("BW106") == f"{FEATURE}/spec.md:{line}"


def test_cyclic_references_are_built(project: Path) -> None:
    loop = (
        CONTRACT + "    Loop: {$ref: '#/components/schemas/Loop'}\n    Tree:\n      type: object\n"
    )
    loop += "      properties:\n        next: {$ref: '#/components/schemas/Tree'}\n"
    tree = "tree: {$ref: '#/components/schemas/Tree'}\n        title: {type: string}"
    contract(project, loop.replace("title: {type: string}", tree))
    said = implement(project)
    assert said.document["written"]
    assert said.document["conserved"]


def test_remote_references_are_never_fetched(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from backwright.cli.main import main  # noqa: PLC0415

    def connected(*_: object) -> None:
        raise AssertionError("something was fetched")

    remote = "http://127.0.0.1:1/schema.yaml#/Note"
    contract(project, CONTRACT.replace("'#/components/schemas/Note'", f"'{remote}'"))
    monkeypatch.setattr(socket.socket, "connect", connected)
    monkeypatch.chdir(project)
    status = main(["discover", FEATURE, "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    assert status == 0
    assert any(remote in each["message"] for each in document["diagnostics"])


HOSTILE = (
    "../../../../tmp/evil", "/etc/passwd", "a/../b", "..", ".", "C:\\x", "~root", "$(reboot)",
    "a\\u0000b", "import", "select", "__init__", "os.system('x')", "a b\\nc", "café", "Ｆｕｌｌ",
    "1st", "", "-", "tasks;drop", "main", "core", "app", "tests", "alembic",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_leads_out_of_the_output_folder(name: str, project: Path) -> None:
    written = json.dumps(name).replace("\\\\u0000", "\\u0000").replace("\\\\n", "\\n")
    text = CONTRACT.replace("listNotes", written).replace(
        "responses:", f"tags: [{written}]\n      responses:"
    )
    contract(project, text.replace("operationId: createNote", f"operationId: {written}"))
    model = MODEL.replace(
        "## Note", f"## {name}\n\n| Field | Type |\n|---|---|\n| {name} | string |\n\n## Note"
    )
    (project / FEATURE / "data-model.md").write_text(model, "utf-8")
    before = {path for path in tree(project.parent) if not path.startswith(f"{project.name}/")}
    said = implement(project)
    assert said.status in {0, 1, 2}
    after = {path for path in tree(project.parent) if not path.startswith(f"{project.name}/")}
    assert after == before
    own = {path.split("/")[0] for path in tree(project)}
    assert own <= {"backend", "specs", ".backwright"}
    for file in (project / "backend").rglob("*.py"):
        compile(file.read_text("utf-8"), str(file), "exec")


def test_two_entities_that_become_one_are_told_or_merged(project: Path) -> None:
    (project / FEATURE / "data-model.md").write_text(
        MODEL + MODEL.replace("# Data Model\n", "").replace("## Note", "## note_")
        + MODEL.replace("# Data Model\n", "").replace("## Note", "## NOTE"), "utf-8",
    )  # fmt: skip
    said = implement(project)
    assert said.status in {0, 1}
    names = [each["name"] for each in said.document["contract"]["entities"]]
    tables = [each["table"] for each in said.document["contract"]["entities"]]
    assert len(set(names)) == len(names)
    assert len(set(tables)) == len(tables)


def test_an_operation_without_a_response_is_built(project: Path) -> None:
    contract(project, CONTRACT.replace("components:", "    delete:\n      operationId: clear\n"
                                       "components:"))  # fmt: skip
    said = implement(project)
    assert said.document["written"]


@pytest.mark.parametrize(
    "name", ["", "nowhere", "../..", "/", "specs", "a\nb", "\x1b[31m", "x" * 5000]
)
def test_a_feature_that_is_not_there_is_told(name: str, project: Path) -> None:
    before = tree(project)
    said = implement(project, name or ".")
    assert said.status == 2
    (problem,) = said.document["diagnostics"]
    assert problem["code"].startswith("BW1")
    assert tree(project) == before


def test_an_empty_project_is_told(tmp_path: Path) -> None:
    said = implement(tmp_path)
    assert said.status == 2
    assert tree(tmp_path) == {}


def test_an_empty_feature_is_told(tmp_path: Path) -> None:
    (tmp_path / FEATURE).mkdir(parents=True)
    said = implement(tmp_path)
    assert said.status == 2
    assert tree(tmp_path) == {}
    spec(tmp_path, "")
    said = implement(tmp_path)
    assert said.status == 2
    assert said.place("BW111") == f"{FEATURE}:1"
    assert set(tree(tmp_path)) == {f"{FEATURE}/spec.md"}


def test_a_specification_that_is_a_link_out_is_not_followed(project: Path) -> None:
    secret = project.parent / "secret.md"
    secret.write_text("# Secret\n\n- **FR-001**: System MUST keep 4711 to itself.\n", "utf-8")
    (project / FEATURE / "spec.md").unlink()
    (project / FEATURE / "spec.md").symlink_to(secret)
    said = implement(project)
    assert "4711" not in json.dumps(said.document)
    assert said.diagnostic("BW104")


def test_a_pipe_in_the_place_of_a_specification_is_not_waited_for(project: Path) -> None:
    (project / FEATURE / "spec.md").unlink()
    os.mkfifo(project / FEATURE / "spec.md")
    said = implement(project)
    assert said.diagnostic("BW102")
