from pathlib import Path

import pytest

from backwright.contract.counter import conserved
from backwright.read.discover import find
from backwright.read.facts import Facts, Ignorable, StatementKind
from backwright.read.feature import read_feature, read_markdown
from backwright.read.roles import Role
from backwright.source import SourceFile

SPEC = """\
# Feature Specification: Songs

**Status**: Draft

## User Scenarios & Testing *(mandatory)*

### User Story 1 - Sing (Priority: P1)

As a singer I want to sing.

**Why this priority**: It matters.

**Acceptance Scenarios**:

1. **Given** a song, **When** it ends, **Then** all clap.

### Edge Cases

- What if nobody sings?

## Requirements *(mandatory)*

<!--
  ACTION REQUIRED: fill them in
-->

### Functional Requirements

- **FR-001**: System MUST keep songs.

### Key Entities

- **Song**: has a title

## Success Criteria

- **SC-001**: Everybody claps.
"""
MODEL = """\
# Data Model

## Song

| Field | Type | Constraints |
|---|---|---|
| id | UUID | primary key |
| title | string | required |

- Unique: (title).
- Status: draft → sung.

Songs have at most 12 verses.
"""


def read(root: Path, **files: str) -> Facts:
    for name, text in files.items():
        path = root / "specs" / "001-songs" / f"{name.replace('_', '-')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    project = find(root, "001-songs")
    return read_feature(project, project.features[0])


def test_a_feature_is_read_as_a_whole(tmp_path: Path) -> None:
    facts = read(tmp_path, spec=SPEC, data_model=MODEL)
    found = [(each.kind, each.id.rsplit("/", 1)[-1]) for each in facts.statements]
    assert found == [
        (StatementKind.SUCCESS_CRITERION, "SC-001"),
        (StatementKind.SCENARIO, "US1.1"),
        (StatementKind.EDGE_CASE, "EC-1"),
        (StatementKind.KEY_ENTITY, "spec.md:33"),
        (StatementKind.REQUIREMENT, "FR-001"),
        (StatementKind.FIELD, "data-model.md:7"),
        (StatementKind.FIELD, "data-model.md:8"),
        (StatementKind.MODEL_RULE, "data-model.md:10"),
        (StatementKind.MODEL_RULE, "data-model.md:11"),
        (StatementKind.MODEL_RULE, "data-model.md:13"),
    ]
    assert {each.feature for each in facts.statements} == {"specs/001-songs"}
    assert [(each.name, each.weak) for each in facts.entities] == [("Song", True), ("Song", False)]
    assert facts.sentences == ()
    texts = [("specs/001-songs/spec.md", SPEC), ("specs/001-songs/data-model.md", MODEL)]
    assert conserved(texts, facts) == ()


def test_numbers_that_two_files_use_stay_apart(tmp_path: Path) -> None:
    again = "# API spec\n\n- **FR-001**: It MUST rest.\n"
    facts = read(tmp_path, spec=SPEC, specification=again)
    names = [each.id for each in facts.statements if each.kind is StatementKind.REQUIREMENT]
    assert names == ["FR-001", "specification:FR-001"]


def test_a_line_belongs_to_one_statement(tmp_path: Path) -> None:
    facts = read(tmp_path, spec=SPEC, data_model=MODEL)
    lines = [
        (each.span.file, line)
        for each in facts.statements
        for line in range(each.span.line, each.span.last_line + 1)
    ]
    assert len(lines) == len(set(lines))


def test_ignored_text_says_why() -> None:
    facts = read_markdown(SourceFile("a/spec.md", SPEC), Role.SPEC)
    kinds = {each.span.line: each.kind for each in facts.ignored}
    assert kinds[1] is Ignorable.HEADING
    assert kinds[3] is Ignorable.METADATA
    assert kinds[9] is Ignorable.PROSE
    assert kinds[11] is Ignorable.TEMPLATE_NOISE
    assert kinds[23] is Ignorable.COMMENT


def test_contracts_in_markdown_keep_their_lines() -> None:
    text = "# API\n\n## GET /songs\n\n| Status | When |\n|---|---|\n| 200 | always |\n\n- sorted\n"
    facts = read_markdown(SourceFile("a/api.md", text), Role.CONTRACT)
    assert [(each.kind.value, each.text) for each in facts.statements] == [
        ("operation", "GET /songs"),
        ("operation", "200: always"),
        ("operation", "sorted"),
    ]


@pytest.mark.parametrize("role", sorted(Role))
def test_rows_are_never_ignored(role: Role) -> None:
    text = "# FastAPI\n\n| A | B |\n|---|---|\n| one | two |\n"
    facts = read_markdown(SourceFile("a/b.md", text), role)
    assert [each.span.line for each in facts.statements] == [5]


def test_a_feature_without_a_word_is_told(tmp_path: Path) -> None:
    facts = read(tmp_path, spec="")
    assert [each.code for each in facts.diagnostics] == ["BW111"]


def test_an_unreadable_file_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "specs" / "001-songs").mkdir(parents=True)
    (tmp_path / "specs" / "001-songs" / "plan.md").write_bytes(b"\0")
    facts = read(tmp_path, spec=SPEC)
    assert [each.code for each in facts.diagnostics] == ["BW106"]
    assert facts.statements


def test_data_samples_beside_a_contract_ask_for_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "specs" / "001-songs" / "contracts"
    folder.mkdir(parents=True)
    (folder / "sample.json").write_text('{"title": "a"}\n')
    facts = read(tmp_path, spec=SPEC)
    assert [each.kind for each in facts.ignored if each.span.file.endswith(".json")] == [
        Ignorable.CODE_SAMPLE
    ]
