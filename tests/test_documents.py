"""What the documents about this repository name is there, and what they quote is what stands."""

import re
from pathlib import Path

import pytest

from backwright.cli import status
from backwright.cli.options import FORMATS, PARTS, VERBS
from backwright.contract.model import State

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    file for pattern in ("*.md", "docs/**/*.md", "benchmarks/*.md") for file in ROOT.glob(pattern)
)
README = (ROOT / "README.md").read_text("utf-8")
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
NAMED = re.compile(r"`((?:src|tests|docs|benchmarks|examples)/[\w./-]*\w)`")
FENCE = re.compile(r"^ {3}```python\n(.*?)^ {3}```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    linked = [document.parent / each for each in LINK.findall(text)]
    named = [ROOT / each for each in NAMED.findall(text)]
    assert [str(each) for each in (*linked, *named) if not each.exists()] == []


def test_the_walk_throughs_quote_the_code() -> None:
    sources = "\n".join(squeezed(file.read_text("utf-8")) for file in (ROOT / "src").rglob("*.py"))
    quoted = FENCE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(quoted) >= 5
    for each in quoted:
        assert squeezed(each.replace("...\n", "")) in sources, each


def squeezed(code: str) -> str:
    """Code without its indentation and its blank lines."""
    return "\n".join(line.strip() for line in code.splitlines() if line.strip())


def test_the_readme_names_every_verb_and_every_state() -> None:
    told = set(re.findall(r"^\| `(\w+)", README, re.MULTILINE))
    assert set(VERBS) <= told
    assert {each.value for each in State} <= told


def test_the_readme_names_every_part_and_format() -> None:
    assert f"--only {'|'.join(PARTS)}" in README
    assert all(f"--format {each}" in README for each in FORMATS if each != "text")


def test_the_readme_names_every_exit_code() -> None:
    codes = (status.DONE, status.OPEN, status.NOTHING, status.INTERRUPTED)
    assert all(f"**{each}**" in README for each in codes)
