import os
from pathlib import Path

import pytest

from backwright.diagnostics import Diagnostic
from backwright.read.load import LARGEST, load, stray_bytes
from backwright.source import SourceFile


def text(found: SourceFile | Diagnostic) -> str:
    assert isinstance(found, SourceFile)
    return found.text


def code(found: SourceFile | Diagnostic) -> str:
    assert isinstance(found, Diagnostic)
    assert found.spans
    return found.code


def test_text_with_any_line_ends_and_a_mark(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffä\r\nb\rc\n".encode())
    assert text(load(tmp_path, "a.md")) == "ä\nb\nc\n"


def test_a_path_is_relative_with_forward_slashes(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.md").write_text("a")
    found = load(tmp_path, "x\\a.md")
    assert isinstance(found, SourceFile)
    assert found.path == "x/a.md"


@pytest.mark.parametrize("path", ["nothing.md", "nul\0.md", "a.md/b.md"])
def test_what_is_not_there(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.md").write_text("a")
    assert code(load(tmp_path, path)) in {"BW101", "BW102"}


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    assert code(load(tmp_path, "x.md")) == "BW102"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    assert code(load(tmp_path, "x.md")) == "BW102"


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.md").symlink_to(tmp_path / "secret")
    (project / "b.md").write_text("b")
    (project / "c.md").symlink_to(project / "b.md")
    assert code(load(project, "a.md")) == "BW104"
    assert code(load(project, "../secret")) == "BW104"
    assert text(load(project, "c.md")) == "b"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "a.md")
    assert code(load(tmp_path, "a.md")).startswith("BW10")


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert code(load(tmp_path, "a.md")) == "BW105"
    (tmp_path / "b.md").write_bytes(b"b" * LARGEST)
    assert len(text(load(tmp_path, "b.md"))) == LARGEST


def test_nul_bytes_name_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a\nb\0\n")
    found = load(tmp_path, "a.md")
    assert code(found) == "BW106"
    assert isinstance(found, Diagnostic)
    assert found.spans[0].line == 2


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("Größe für Füße".encode("latin-1") * 9)
    assert code(load(tmp_path, "a.md")) == "BW106"


def test_a_stray_byte_is_replaced_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"first\nthe user\x92s name\n")
    found = load(tmp_path, "a.md")
    assert text(found) == "first\nthe user\ufffds name\n"
    assert isinstance(found, SourceFile)
    told = stray_bytes(found)
    assert told is not None
    assert (told.code, told.spans[0].line) == ("BW107", 2)


def test_clean_text_has_no_stray_bytes() -> None:
    assert stray_bytes(SourceFile("a.md", "a")) is None


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("a")

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    found = load(tmp_path, "a.md")
    assert code(found) == "BW103"
    assert isinstance(found, Diagnostic)
    assert "Permission denied" in found.message
