"""A small project, and the command as a function."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from backwright.cli.main import main

SPEC = """\
# Feature Specification: Notes

## Requirements

### Functional Requirements

- **FR-001**: System MUST allow anybody to create and read notes.
- **FR-002**: The title of a note MUST NOT be longer than 100 characters.
- **FR-003**: System MUST greet the reader in the voice of a pirate.
"""
MODEL = """\
# Data Model

## Note

| Field | Type | Constraints |
|-------|------|-------------|
| id | integer | primary key |
| title | string | required, max 100 |
"""
CONTRACT = """\
openapi: 3.0.3
info: {title: Notes, version: 1.0.0}
paths:
  /api/notes:
    get:
      operationId: listNotes
      responses:
        '200':
          description: The notes
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Note'}}
    post:
      operationId: createNote
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NoteCreate'}
      responses:
        '201':
          description: The note
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Note'}
components:
  schemas:
    NoteCreate:
      type: object
      required: [title]
      properties:
        title: {type: string, maxLength: 100}
    Note:
      type: object
      required: [id, title]
      properties:
        id: {type: integer}
        title: {type: string}
"""
STANDARDS = "# Backend\n\nFastAPI and SQLModel.\n"
FEATURE = "specs/001-notes"


@dataclass(frozen=True, slots=True)
class Said:
    """What one command said."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        return [each["code"] for each in self.document["diagnostics"]]


Command = Callable[..., Said]


def feature(root: Path, folder: str = FEATURE) -> None:
    files = {"spec.md": SPEC, "data-model.md": MODEL, "contracts/api.yaml": CONTRACT}
    for name, text in files.items():
        file = root / folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One feature and standards."""
    feature(tmp_path)
    (tmp_path / "backend").mkdir()
    (tmp_path / "backend/CLAUDE.md").write_text(STANDARDS, "utf-8")
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command in a folder; its tests are not run unless somebody says so."""

    def command(root: Path, *arguments: str) -> Said:
        monkeypatch.chdir(root)
        capsys.readouterr()
        status = main(arguments)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err, captured.err
        return Said(status, captured.out, captured.err)

    return command
